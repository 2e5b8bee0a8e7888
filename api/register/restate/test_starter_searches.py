import csv
import pathlib
import unittest

import starter_searches as subject

REGISTER = pathlib.Path(__file__).resolve().parent.parent


def codes(name, column="code"):
    with open(REGISTER / name, encoding="utf-8", newline="") as handle:
        return {row[column] for row in csv.DictReader(handle)}


def search(area, offer, text="public pages"):
    row = subject.search("S01", {"area": area, "offer": offer, "what_was_searched": text})
    return dict(zip(subject.SEARCH_COLUMNS, row))


class Searches(unittest.TestCase):
    def test_one_offer_in_one_area_is_placed(self):
        found = search("Kent", "RECONNECT", "public pages: Elmley; again, November 2026")
        self.assertEqual(found["offer"], "reconnect")
        self.assertEqual(found["areas"], "police_force:E23000032")
        self.assertEqual(found["searched_on"], "2026-11")
        self.assertEqual(found["unplaced"], "")

    def test_a_text_without_a_month_has_no_date(self):
        self.assertEqual(search("Kent", "RECONNECT")["searched_on"], "")

    def test_what_is_not_one_area_is_unplaced(self):
        for place in subject.NOT_ONE_AREA:
            found = search(place, "MHTR primary care")
            self.assertEqual(found["areas"], "")
            self.assertIn(place, found["unplaced"])

    def test_what_is_not_one_offer_is_unplaced_with_both_reasons(self):
        found = search("any PDU", "MHTR absence statements (HMI Probation)")
        self.assertEqual((found["offer"], found["areas"]), ("", ""))
        self.assertEqual(found["unplaced"].count("; "), 1)

    def test_in_wales_liaison_is_the_welsh_service_where_the_text_says_so(self):
        found = search("Gwent", "Liaison & Diversion (L&D)", "public pages: Wales criminal justice liaison")
        self.assertEqual(found["offer"], "criminal_justice_liaison_wales")
        self.assertEqual(found["areas"], "police_force:W15000002")
        unsaid = search("Gwent", "Liaison & Diversion (L&D)")
        self.assertEqual(unsaid["areas"], "")
        self.assertNotEqual(unsaid["unplaced"], "")

    def test_an_unknown_place_is_an_error_not_a_guess(self):
        with self.assertRaises(KeyError):
            search("Atlantis", "RECONNECT")

    def test_rows_are_numbered_in_file_order(self):
        row = {"area": "Kent", "offer": "RECONNECT", "what_was_searched": "x"}
        _, rows = subject.searches([row] * 57)
        self.assertEqual((rows[0][0], rows[56][0], len(rows)), ("S01", "S57", 57))


class Statements(unittest.TestCase):
    ROW = {
        "id": "R01", "kind": "absent", "offer": "Bespoke MH service for people released",
        "justice_stages": "release day;post-release", "place": "Milton Keynes", "area_kind": "local_authority",
        "area_code": "E06000042", "cohort": "men and women leaving prison", "as_of": "2025-03",
        "statement": "None", "grade": "report on members' evidence", "source": "002",
    }

    def statement(self, **changes):
        row = subject.report_statement({**self.ROW, **changes})
        return dict(zip(subject.STATEMENT_COLUMNS, row))

    def test_a_place_with_a_code(self):
        found = self.statement()
        self.assertEqual(found["areas"], "district:E06000042")
        self.assertEqual(found["stages"], "release_day;post_release")
        self.assertEqual((found["cohort"], found["grade"], found["unplaced"]), ("all", "report", ""))

    def test_a_place_without_a_code(self):
        found = self.statement(place="Greater Manchester", area_kind="probation_region", area_code="")
        self.assertEqual(found["areas"], "probation_region:N50")

    def test_no_place_is_unplaced(self):
        found = self.statement(place="", area_kind="", area_code="")
        self.assertEqual((found["areas"], found["unplaced"]), ("", "the report names no place"))

    def test_one_account_is_a_weaker_grade_and_stays_named(self):
        found = self.statement(grade="member's account")
        self.assertEqual((found["grade"], found["statement"]), ("other", "None (member's account)"))
        said = self.statement(grade="anecdote", statement="Six months; one person's account")
        self.assertEqual(said["statement"], "Six months; one person's account")


class Figures(unittest.TestCase):
    def test_only_what_the_documents_state(self):
        row = {
            "id": "F001", "statement": "s", "value": "0.1429", "unit": "proportion", "year": "undated",
            "geography": "England", "population": "p", "source_url": "seed:003_x.txt", "from_seed": "yes",
        }
        _, rows = subject.figures([row, {**row, "id": "F048", "from_seed": "no", "source_url": "https://a.example"}])
        self.assertEqual(rows, [["F001", "s", "0.1429", "proportion", "", "England", "p", "clinks-health-and-justice"]])

    def test_another_source_is_an_error(self):
        with self.assertRaises(ValueError):
            subject.document_number("https://a.example")


class Codes(unittest.TestCase):
    def test_offers_exist(self):
        used = {code for offers in subject.OFFERS.values() for code in offers} | {subject.WELSH_SERVICE}
        self.assertEqual(used - codes("vocabulary/offers.csv"), set())

    def test_stages_and_cohorts_exist(self):
        self.assertEqual(set(subject.STAGES.values()) - codes("vocabulary/stages.csv"), set())
        self.assertEqual(set(subject.COHORTS.values()) - codes("vocabulary/cohorts.csv"), set())

    def test_areas_exist(self):
        if not (REGISTER / "reference/areas.csv").is_file():
            self.skipTest("reference/areas.csv is not there yet")
        used = set(subject.PLACES.values()) | set(subject.REPORT_PLACES.values())
        self.assertEqual(used - codes("reference/areas.csv", "id"), set())

    def test_places_carry_the_names_of_their_areas(self):
        if not (REGISTER / "reference/areas.csv").is_file():
            self.skipTest("reference/areas.csv is not there yet")
        with open(REGISTER / "reference/areas.csv", encoding="utf-8", newline="") as handle:
            names = {row["id"]: row["name"] for row in csv.DictReader(handle)}
        self.assertEqual({area: names[area] for area in subject.PLACES.values()},
                         {area: place for place, area in subject.PLACES.items()})


if __name__ == "__main__":
    unittest.main()
