import csv
import pathlib
import unittest

import bodies_openings
import common
import opening_lots
import opening_rules
import opening_terms
import starter_openings

STARTER = pathlib.Path(__file__).resolve().parent.parent / "starter"

ROW = {
    "id": "OP999", "title": "A fund", "funder": "HMPPS", "kind": "grant", "area_name": "Cleveland",
    "area_kind": "police_force_area", "area_code": "E23000013", "purpose": "Culturally informed help", "cohorts": "Women 18+",
    "legal_forms": "registered charity;CIO", "min_turnover": "25000", "max_turnover": "100000", "min_award": "",
    "max_award": "50000.50", "total": "", "consortium": "no", "opens": "", "closes": "2025-05", "duration_months": "36",
    "conditions": "", "status": "closed", "source_title": "A page", "source_url": "https://www.clinks.org/a",
    "source_date": "2025", "confidence": "high",
}
NAMES = {"police_force:E23000013": "Cleveland", "nation:K04000001": "England and Wales"}
KNOWN = {"https://www.clinks.org/a": ("A page", "2025")}


def shipped(name):
    with open(STARTER / name, encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def cells(row):
    return dict(zip(starter_openings.COLUMNS, row))


def stated(**changes):
    header = starter_openings.CONDITION_COLUMNS
    return [dict(zip(header, row)) for row in starter_openings.conditions({**ROW, **changes})]


class Forms(unittest.TestCase):
    def test_a_registered_charity_may_be_an_incorporated_organisation_and_not_a_company(self):
        self.assertEqual(starter_openings.forms("registered charity;CIO"), ["registered_charity", "cio"])

    def test_the_sector_is_everything_but_a_company_a_statutory_body_and_an_individual(self):
        left_out = set(opening_rules.EVERYBODY) - set(starter_openings.forms("VCSE"))
        self.assertEqual(left_out, {"company", "statutory_body", "individual"})

    def test_what_says_no_legal_form_lets_in_none_by_name(self):
        self.assertEqual(starter_openings.forms("Dynamic Framework suppliers"), [])

    def test_an_unread_cell_is_an_error(self):
        with self.assertRaises(common.Conflict):
            starter_openings.forms("partnerships limited by guarantee")


class Conditions(unittest.TestCase):
    def test_a_silent_row_has_none(self):
        silent = {"legal_forms": "", "min_turnover": "", "max_turnover": "", "consortium": "unknown"}
        self.assertEqual(stated(**silent), [])

    def test_each_column_gives_its_own_condition_in_pence(self):
        made = stated()
        self.assertEqual([row["kind"] for row in made], ["legal_form", "min_turnover", "max_turnover", "consortium"])
        self.assertEqual([row["pence"] for row in made], ["", "2500000", "10000000", ""])
        self.assertEqual(made[3]["words"], "refused")
        self.assertEqual([row["number"] for row in made], ["1", "2", "3", "4"])

    def test_under_is_a_penny_less(self):
        limit = [row["pence"] for row in stated(id="OP082") if row["kind"] == "max_turnover"]
        self.assertEqual(limit, ["9999999"])

    def test_a_cohort_of_which_the_code_says_less_is_a_condition_too(self):
        made = [row for row in stated(cohorts="Black and minoritised women and girls") if row["kind"] == "cohort"]
        self.assertEqual([(row["cohort"], row["words"]) for row in made], [("ethnic_minority", "")])

    def test_every_row_with_words_on_conditions_is_read(self):
        rows = {row["row"] for row in shipped("openings.csv")}
        self.assertFalse(set(opening_terms.CONDITIONS) & opening_terms.NO_CONDITION)
        self.assertLessEqual(set(opening_terms.CONDITIONS) | opening_terms.NO_CONDITION, rows)
        numbered = {f"OP{number:03}" for number in range(1, 98)}
        self.assertEqual(set(opening_terms.CONDITIONS) | opening_terms.NO_CONDITION, numbered)


class Offers(unittest.TestCase):
    def test_words_of_the_purpose_are_offers(self):
        self.assertEqual(starter_openings.offers(ROW), ["culturally_informed_service"])

    def test_words_that_name_no_offer_give_none(self):
        self.assertEqual(starter_openings.offers({**ROW, "purpose": "Rugby coaching"}), [])

    def test_the_tier_of_a_treatment_requirement_is_not_guessed(self):
        row = {**ROW, "purpose": "Treatment requirements", "title": "MHTR"}
        self.assertEqual(starter_openings.offers(row), ["mhtr"])


class Rows(unittest.TestCase):
    def test_a_row(self):
        made = cells(starter_openings.restate(ROW, NAMES, KNOWN))
        self.assertEqual((made["funder"], made["areas"], made["cohort"]), ("body:hmpps", "police_force:E23000013", "women"))
        self.assertEqual((made["max_award_pence"], made["min_award_pence"]), ("5000050", ""))
        self.assertEqual((made["grade"], made["asserted_by"]), ("other", "third_party"))
        self.assertIn("Area as stated: Cleveland.", made["statement"])

    def test_the_united_kingdom_is_what_the_register_holds_of_it(self):
        row = {**ROW, "area_kind": "nation", "area_code": "K02000001"}
        self.assertEqual(starter_openings.places(row, NAMES), ["nation:K04000001"])

    def test_an_unknown_funder_is_an_error(self):
        with self.assertRaises(common.Conflict):
            bodies_openings.find("A fund that nobody knows")


class Lots(unittest.TestCase):
    def test_a_lot_takes_over_what_its_notice_says_of_all_of_them(self):
        whole = starter_openings.restate({**ROW, "total": "900"}, NAMES, KNOWN)
        lot = cells(starter_openings.part(whole, "1", kind="lot", title="Lot 1"))
        self.assertEqual((lot["row"], lot["part_of"], lot["closes"]), ("OP999-1", "OP999", "2025-05"))
        self.assertEqual(lot["total_pence"], "", "a value for all lots is not one lot's")

    def test_the_second_generation_has_a_lot_and_a_supply_chain_for_each_region_but_greater_manchester(self):
        rows = [row for row in shipped("openings.csv") if row["row"].startswith("OP038-")]
        self.assertEqual(sum(row["kind"] == "lot" for row in rows), 11)
        self.assertEqual(sum(row["kind"] == "supply_chain" for row in rows), 11)
        self.assertFalse([row for row in rows if "N50" in row["areas"]])

    def test_the_lots_of_the_south_west_have_the_values_of_the_notice(self):
        values = [row["total_pence"] for row in shipped("openings.csv") if row["part_of"] == "OP046" and row["kind"] == "lot"]
        self.assertEqual(values, ["2598700000", "2197900000", "1147100000", "903400000", "1089700000"])

    def test_every_tender_of_another_table_says_what_it_rests_on(self):
        rows = {row["row"]: row for row in shipped("openings.csv")}
        for key in opening_lots.TENDERS:
            self.assertRegex(rows[key]["statement"], r"Rests on: [A-Z]\d+\.$")


class Shipped(unittest.TestCase):
    def test_the_97_of_the_source_are_there(self):
        rows = {row["row"] for row in shipped("openings.csv")}
        self.assertLessEqual({f"OP{number:03}" for number in range(1, 98)}, rows)

    def test_every_whole_is_there_and_every_condition_has_its_opening(self):
        rows = {row["row"] for row in shipped("openings.csv")}
        self.assertLessEqual({row["part_of"] for row in shipped("openings.csv") if row["part_of"]}, rows)
        self.assertLessEqual({row["opening"] for row in shipped("opening_conditions.csv")}, rows)

    def test_codes_of_legal_forms_are_known(self):
        known = {*opening_rules.EVERYBODY, opening_rules.UNCODED}
        for row in shipped("opening_conditions.csv"):
            if row["kind"] == "legal_form":
                self.assertLessEqual(set(row["words"].split(";")), known)


if __name__ == "__main__":
    unittest.main()
