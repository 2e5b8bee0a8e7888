"""Solves the cases of tests/it/allocation/cases.rs with HiGHS, from their GraphQL input alone, and compares.

The model here is written from the description of the input in schema.graphql and shares nothing with the
server's: every stream pays every need by a column of its own, and whole units are integers.

    python3 tests/highs/check.py target/allocation-cases
"""

import json
import math
import sys
from fractions import Fraction
from pathlib import Path

import highspy

# Where M (1 - exp(-b / k)) is cut: shares of M.
CUTS = [Fraction(n, 100) for n in (20, 40, 60, 80, 90, 95)]
# Plans are in whole pence and thousandths of a person: what that can be off by, in weighted people.
ROUNDING = 0.05


def pieces_of(curve):
    """Share of need up to which each piece goes, and what a person costs in it, as a multiple."""
    if curve is None:
        return [(1.0, 1.0)]
    if curve.get("pieces"):
        return [(float(piece["upTo"]), float(piece["costs"])) for piece in curve["pieces"]]
    shape = curve["saturating"]
    reachable, first = float(shape["reachable"]), float(shape.get("firstCosts", "1"))
    pieces, before = [], Fraction(0)
    for cut in CUTS:
        rise = math.log(1 - before) - math.log(1 - cut)
        pieces.append((reachable * float(cut), first * rise / float(cut - before)))
        before = cut
    return pieces


class Model:
    """The linear or mixed-integer programme of one case."""

    def __init__(self, case, pooled, in_units, demands=None):
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        self.solver.setOptionValue("mip_rel_gap", 1e-7)
        self.solver.setOptionValue("mip_abs_gap", 1e-7)
        self.solver.setOptionValue("time_limit", 120.0)
        self.infinity = highspy.kHighsInf
        self.case = case
        # Which commitments, limits and equity limits are looked at; None: all.
        self.demands = demands
        self.add_needs(pooled, in_units)
        self.add_demands()

    def column(self, cost, least, most, whole=False):
        at = self.solver.getNumCol()
        self.solver.addVar(least, most)
        self.solver.changeColCost(at, cost)
        if whole:
            self.solver.changeColIntegrality(at, highspy.HighsVarType.kInteger)
        return at

    def row(self, least, most, terms):
        terms = list(terms)
        self.solver.addRow(least, most, len(terms), [at for at, _ in terms], [by for _, by in terms])

    def is_asked(self, field):
        return self.demands is None or field in self.demands

    def add_needs(self, pooled, in_units):
        case = self.case
        costs = {(cost["offer"], cost.get("area")): float(cost["cost"]) for cost in case["unitCosts"]}
        curves = {curve["offer"]: curve for curve in case.get("curves") or []}
        units = {unit["offer"]: unit["people"] for unit in case.get("units") or []} if in_units else {}
        paid = [[] for _ in case["streams"]]
        self.people, self.money, self.constant = [], [], 0.0
        for need in case["needs"]:
            offer, area, cohort = need["offer"], need["area"], need.get("cohort")
            cost = costs.get((offer, area), costs.get((offer, None)))
            weight, people = float(need["weight"]), need["people"]
            self.constant += weight * people
            served, before = [], 0.0
            for up_to, multiple in pieces_of(curves.get(offer)):
                served.append((self.column(-weight, 0.0, people * (up_to - before)), cost * multiple))
                before = up_to
            self.people.append([at for at, _ in served])
            money = []
            for number, stream in enumerate(case["streams"]):
                promised = sum(
                    float(promise["amount"])
                    for at, promise in enumerate(case.get("commitments") or [])
                    if promise["stream"] == stream["id"]
                    and (promise["area"], promise["offer"], promise.get("cohort")) == (area, offer, cohort)
                    and self.is_asked(f"commitments.{at}")
                )
                may = self.holds(stream.get("conditions"), area, offer, cohort)
                if not (pooled and stream.get("pooled", True)):
                    may = may and self.holds(stream.get("silo"), area, offer, cohort)
                if may or promised:
                    at = self.column(0.0, promised, self.infinity if may else promised)
                    money.append((at, promised))
                    paid[number].append(at)
            self.money.append([at for at, _ in money])
            # Whom the money serves.
            self.row(-self.infinity, 0.0, served + [(at, -1.0) for at, _ in money])
            if offer in units:
                count = self.column(0.0, 0.0, self.infinity, whole=True)
                promised = sum(part for _, part in money)
                terms = [(at, 1.0) for at, _ in money] + [(count, -cost * units[offer])]
                self.row(promised, promised, terms)
        for stream, columns in zip(case["streams"], paid):
            self.row(-self.infinity, float(stream["amount"]), [(at, 1.0) for at in columns])

    @staticmethod
    def holds(scope, area, offer, cohort):
        scope = scope or {}
        for name, value in (("areas", area), ("offers", offer), ("cohorts", cohort)):
            if scope.get(name) is not None and value not in scope[name]:
                return False
        return True

    def add_demands(self):
        case, needs = self.case, list(enumerate(self.case["needs"]))
        for number, limit in enumerate(case.get("limits") or []):
            if not self.is_asked(f"limits.{number}"):
                continue
            names = [name for name in ("area", "offer", "cohort") if limit.get(name) is not None]
            counted = [at for at, need in needs if all(need.get(name) == limit[name] for name in names)]
            if limit.get("people") is not None:
                columns, bound = self.people, float(limit["people"])
            else:
                columns, bound = self.money, float(limit["amount"])
            is_floor = limit["sense"] == "FLOOR"
            least, most = (bound, self.infinity) if is_floor else (-self.infinity, bound)
            self.row(least, most, [(at, 1.0) for need in counted for at in columns[need]])
        areas = sorted({need["area"] for _, need in needs})
        for number, minimum in enumerate(case.get("minimumOffers") or []):
            for area in areas:
                if not self.is_asked(f"minimumOffers.{number} {area}"):
                    continue
                inside = [(at, need) for at, need in needs if (need["area"], need["offer"]) == (area, minimum["offer"])]
                bound = float(minimum["share"]) * sum(need["people"] for _, need in inside)
                self.row(bound, self.infinity, [(at, 1.0) for need, _ in inside for at in self.people[need]])
        for number, equity in enumerate(case.get("equity") or []):
            name = "area" if equity["between"] == "AREAS" else "cohort"
            parties = {}
            for at, need in needs:
                parties.setdefault(need.get(name), []).append((at, need["people"]))
            gap_is_asked = equity.get("mostGap") is not None and self.is_asked(f"equity.{number}.mostGap")
            level = self.column(0.0, 0.0, 1.0) if gap_is_asked else None
            for party, members in parties.items():
                people = sum(count for _, count in members)
                served = [at for need, _ in members for at in self.people[need]]
                unmet_is_asked = self.is_asked(f"equity.{number}.mostUnmet {party}")
                if equity.get("mostUnmet") is not None and unmet_is_asked:
                    bound = (1.0 - float(equity["mostUnmet"])) * people
                    self.row(bound, self.infinity, [(at, 1.0) for at in served])
                if gap_is_asked and people > 0:
                    # level <= unmet share <= level + gap
                    terms = [(at, 1.0 / people) for at in served] + [(level, 1.0)]
                    self.row(1.0 - float(equity["mostGap"]), 1.0, terms)

    def solve(self):
        """Unmet need and a bound below it; None: nothing fits."""
        self.solver.run()
        status = self.solver.getModelStatus()
        infeasible = (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible)
        if status in infeasible:
            return None
        info = self.solver.getInfo()
        unmet = self.constant + info.objective_function_value
        has_bound = bool(self.solver.getLp().integrality_)
        bound = self.constant + info.mip_dual_bound if has_bound else unmet
        return unmet, bound


def fields_of(demands):
    """The demands of a clash as this model names them."""
    names = []
    for demand in demands:
        area = demand.get("area")
        cohort = demand.get("cohort")
        codes = [code["code"] for code in area["codes"]] if area else [cohort["code"] if cohort else None]
        if demand["kind"] in ("MINIMUM_OFFER", "MOST_UNMET"):
            names.append({f"{demand['field']} {code}" for code in codes})
        else:
            names.append({demand["field"]})
    return names


class Comparison:
    """What the cases came to."""

    def __init__(self):
        self.faults, self.lines = [], []
        self.continuous = self.whole = self.near = self.clashes = 0
        self.furthest = self.furthest_whole = 0.0

    def expect(self, holds, name, what):
        if not holds:
            self.faults.append(f"{name}: {what}")

    def answered(self, name, case, answer):
        for kind, pooled in (("pooled", True), ("siloed", False)):
            solved = Model(case, pooled, in_units=False).solve()
            if answer[kind] is None or solved is None:
                self.expect((answer[kind] is None) == (solved is None), name, f"{kind}: only one has an answer")
                continue
            ours, theirs = float(answer[kind]["unmet"]), solved[0]
            off = abs(ours - theirs) / max(theirs, 1.0)
            self.furthest = max(self.furthest, off)
            self.expect(off <= 0.001, name, f"{kind}: {ours} is not {theirs}")
            bound = float(answer[kind]["bound"])
            self.expect(bound <= theirs + 1e-5 * max(theirs, 1.0), name, f"{kind}: bound {bound} above {theirs}")
        self.continuous += 1
        self.in_units(name, case, answer)

    def in_units(self, name, case, answer):
        ours = answer["pooledWholeUnits"]
        solved = Model(case, pooled=True, in_units=True).solve()
        self.whole += 1
        if solved is None:
            self.expect(bool(ours["broken"]), name, "whole units: HiGHS says that nothing fits")
            self.near += bool(ours["broken"])
            return
        unmet, lowest = solved
        bound = float(ours["bound"])
        self.expect(bound <= unmet + 1e-5 * max(unmet, 1.0), name, f"whole units: bound {bound} above {unmet}")
        if ours["broken"]:
            self.lines.append(f"{name}: no plan in whole units was found; HiGHS has {unmet:.3f}")
            return
        mine = float(ours["unmet"])
        never_better = mine >= lowest - ROUNDING - 1e-6 * unmet
        self.expect(never_better, name, f"whole units: {mine} is better than {lowest}")
        off = (mine - unmet) / max(unmet, 1.0)
        self.furthest_whole = max(self.furthest_whole, off)
        if off <= 0.02:
            self.near += 1
        else:
            self.lines.append(f"{name}: whole units {mine:.3f} against {unmet:.3f}")

    def clashing(self, name, case, clash):
        self.clashes += 1
        self.expect(Model(case, True, False).solve() is None, name, "HiGHS has an answer to what clashes")
        names = fields_of(clash["demands"])
        every = set().union(*names)
        self.expect(Model(case, True, False, every).solve() is None, name, "what is named does not clash")
        for left_out in names:
            fits = Model(case, True, False, every - left_out).solve() is not None
            self.expect(fits, name, f"{sorted(left_out)} has no part in the clash")

    def told(self):
        print(f"{self.continuous} cases, pooled and siloed: furthest from HiGHS by {self.furthest:.6%}")
        print(
            f"{self.whole} cases in whole units: {self.near} within 2 % of HiGHS, furthest by "
            f"{self.furthest_whole:.3%}, none better, every bound valid"
            if not self.faults
            else f"{self.whole} cases in whole units: {self.near} within 2 % of HiGHS"
        )
        print(f"{self.clashes} cases clash, and HiGHS agrees on what clashes")
        for line in self.lines + self.faults:
            print(line)


def main(folder):
    comparison = Comparison()
    for path in sorted(Path(folder).glob("*.json")):
        text = json.loads(path.read_text())
        answer, case = text["outcome"]["answer"], text["input"]
        if answer is not None:
            comparison.answered(path.stem, case, answer)
        else:
            comparison.clashing(path.stem, case, text["outcome"]["clash"])
    comparison.told()
    if comparison.continuous < 50:
        print(f"only {comparison.continuous} cases have an answer, of 50")
        return 1
    if comparison.near * 50 < comparison.whole * 45:
        print(f"only {comparison.near} of {comparison.whole} are within 2 % of HiGHS, of which 45 in 50 should be")
        return 1
    return 1 if comparison.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
