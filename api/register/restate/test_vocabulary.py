"""The vocabulary is written by hand; these tests hold its tables together."""

import csv
import pathlib
import unittest
from collections import Counter

VOCABULARY = pathlib.Path(__file__).resolve().parent.parent / "vocabulary"

CLASSES = (
    "service", "order", "pathway", "body", "statute", "measure", "event", "instrument", "attribute",
    "recommendation", "network",
)
OFFER_CLASSES = ("service", "order", "pathway")
AREA_KINDS = (
    "district", "upper_tier", "icb", "health_board", "nhs_region", "police_force", "probation_region", "pdu",
    "region", "nation", "prison", "court",
)
TREATMENT = ("treatment", "specialist")


def rows(name):
    with open(VOCABULARY / name, encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def codes(name):
    return {row["code"] for row in rows(name)}


def listed(cell):
    return [value for value in cell.split(";") if value]


class Systems(unittest.TestCase):
    def test_all_164_rows_in_order(self):
        self.assertEqual([row["number"] for row in rows("systems.csv")], [str(n) for n in range(1, 165)])

    def test_classes_are_known_and_every_row_says_why(self):
        for row in rows("systems.csv"):
            self.assertIn(row["class"], CLASSES, row)
            self.assertTrue(row["name"] and row["reason"], row)

    def test_offers_stand_exactly_with_services_orders_and_pathways(self):
        for row in rows("systems.csv"):
            self.assertEqual(bool(row["offer"]), row["class"] in OFFER_CLASSES, row)

    def test_systems_and_offers_name_each_other(self):
        from_systems = {(code, row["number"]) for row in rows("systems.csv") for code in listed(row["offer"])}
        from_offers = {(row["code"], n) for row in rows("offers.csv") for n in listed(row["system_number"])}
        self.assertEqual(from_systems, from_offers)

    def test_the_page_gives_the_counts_of_the_table(self):
        page = VOCABULARY.parents[2] / "docs" / "VOCABULARY.md"
        if not page.is_file():
            self.skipTest("the page is not beside the register")
        text = page.read_text(encoding="utf-8")
        for name, count in Counter(row["class"] for row in rows("systems.csv")).items():
            self.assertIn(f"| {name} | {count} |", text)
        self.assertIn(f"| offers | {len(rows('offers.csv'))} |", text)


class Offers(unittest.TestCase):
    def test_every_code_refers_to_an_existing_one(self):
        lists = {
            "stages": codes("stages.csv"),
            "intensity": codes("intensities.csv"),
            "cohort": codes("cohorts.csv"),
            "geography": set(AREA_KINDS),
            "nations": {"England", "Wales", "none"},
            "family": {row["code"] for row in rows("offers.csv") if row["member_of_family_evidence"] == "family"},
            "kind": set(OFFER_CLASSES),
            "counts_as_treatment": {"true", "false"},
            "version": {"2026-11"},
        }
        for row in rows("offers.csv"):
            for column, known in lists.items():
                self.assertLessEqual(set(listed(row[column])), known, (row["code"], column))
            for column in ("name", "description", "stages", "intensity", "cohort", "geography", "nations"):
                self.assertTrue(row[column], (row["code"], column))

    def test_families_have_members_and_members_a_family(self):
        named = {code for row in rows("offers.csv") for code in listed(row["family"])}
        for row in rows("offers.csv"):
            role = row["member_of_family_evidence"]
            self.assertIn(role, ("family", "member", "own"))
            self.assertEqual(role == "family", row["code"] in named, row["code"])
            if role != "family":
                self.assertEqual(role == "member", bool(row["family"]), row["code"])

    def test_a_member_of_a_family_within_a_family_names_both(self):
        families = {row["code"]: listed(row["family"]) for row in rows("offers.csv")}
        for code, named in families.items():
            for family in named:
                self.assertLessEqual(set(families[family]), set(named), code)

    def test_only_treatment_and_specialist_count_as_treatment(self):
        for row in rows("offers.csv"):
            self.assertEqual(row["counts_as_treatment"] == "true", row["intensity"] in TREATMENT, row["code"])

    def test_personal_wellbeing_is_low_and_never_treatment(self):
        row = next(row for row in rows("offers.csv") if row["code"] == "personal_wellbeing")
        self.assertEqual((row["intensity"], row["counts_as_treatment"]), ("low", "false"))

    def test_nations(self):
        nations = {row["code"]: row["nations"] for row in rows("offers.csv")}
        for code in ("reconnect", "enhanced_reconnect", "liaison_diversion"):
            self.assertEqual(nations[code], "England")
        self.assertEqual(nations["criminal_justice_liaison_wales"], "Wales")
        self.assertEqual(nations["enhanced_combination_order"], "none")


class CodeLists(unittest.TestCase):
    def test_each_code_once_and_sorted(self):
        for path in sorted(VOCABULARY.glob("*.csv")):
            if path.name == "systems.csv":
                continue
            found = [row["code"] for row in rows(path.name)]
            self.assertEqual(found, sorted(set(found)), path.name)

    def test_positions_count_up_from_nought(self):
        for name in ("stages.csv", "intensities.csv"):
            positions = sorted(int(row["position"]) for row in rows(name))
            self.assertEqual(positions, list(range(len(positions))), name)

    def test_cohorts(self):
        for row in rows("cohorts.csv"):
            self.assertIn(row["sex"], ("any", "male", "female"))
            self.assertEqual(row["narrow"], str(row["code"] not in ("all", "men", "women")).lower())

    def test_communities_refer_to_census_groups_or_say_why_not(self):
        groups = codes("census_groups.csv")
        self.assertEqual(len(groups), 19)
        for row in rows("communities.csv"):
            self.assertLessEqual(set(listed(row["census_groups"])), groups, row["code"])
            self.assertTrue(row["note"], row["code"])

    def test_the_populations_use_these_census_groups(self):
        path = VOCABULARY.parent / "reference" / "populations.csv"
        if not path.is_file():
            self.skipTest("reference/populations.csv is not there yet")
        with open(path, encoding="utf-8", newline="") as handle:
            used = {r["group"] for r in csv.DictReader(handle) if r["measure"] == "census_2021_ethnic_group"}
        self.assertEqual(used, codes("census_groups.csv"))

    def test_people_of_a_faith_nationality_or_status_have_no_census_group(self):
        found = {row["code"]: row["census_groups"] for row in rows("communities.csv")}
        for code in ("muslim", "christian", "faith_any", "foreign_national", "migrant", "refugee_asylum_seeker"):
            self.assertEqual(found[code], "")


if __name__ == "__main__":
    unittest.main()
