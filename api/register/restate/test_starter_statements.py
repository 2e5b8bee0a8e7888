import unittest

import bodies
import common
import starter_statements
import statements

NAMES = {
    "district:E07000226": "Crawley",
    "upper_tier:E10000003": "Cambridgeshire",
    "icb:E54000062": "NHS Black Country Integrated Care Board",
    "police_force:E23000033": "Sussex",
}

ROW = {
    "id": "V900", "provider": "Oxleas NHS Foundation Trust for South London Partnership", "provider_kind": "nhs_trust",
    "commissioner": "NHS England and HMPPS", "offer": "DRR and ATR", "justice_stages": "community sentence;police custody",
    "intensity": "treatment", "area_name": "Sussex", "area_kind": "police_force_area", "area_code": "E23000033",
    "cohort": "men", "status": "live", "start": "2024-10-01", "end": "2026-09-30",
    "capacity_note": "Two years plus an optional two; made up", "statement": "A made-up service.", "source_title": "Page",
    "source_url": "https://example.org/Notice/000001-2024", "source_date": "2024", "evidence_grade": "official_notice",
    "confidence": "high",
}


def cells(**changes: str) -> dict[str, str]:
    return dict(zip(statements.COLUMNS, starter_statements.restate({**ROW, **changes}, NAMES)))


class Shared(unittest.TestCase):
    def test_a_source_id_is_short_and_the_same_each_time(self):
        name = "A very long title about liaison and diversion in a county of England"
        made = statements.source_id(name, "https://example.org/a")
        self.assertEqual(made, statements.source_id(name, "https://example.org/a"))
        self.assertNotEqual(made, statements.source_id(name, "https://example.org/b"))
        self.assertTrue(made.startswith("a-very-long-title-about-liaison-and-diversion-"))
        self.assertLessEqual(len(made), statements.TITLE_IN_AN_ID + 1 + statements.HASH_IN_AN_ID)

    def test_dates_move_by_months_at_the_precision_they_have(self):
        self.assertEqual(statements.later("2026-09-30", 24), "2028-09-30")
        self.assertEqual(statements.later("2028-02-29", 12), "2029-02-28")
        self.assertEqual(statements.later("2027-02-28", 12), "2028-02-29")
        self.assertEqual(statements.later("2027-03", 60), "2032-03")
        self.assertEqual(statements.later("2027-03", -3), "2026-12")
        self.assertEqual(statements.later("2022", 36), "2025")
        with self.assertRaises(ValueError):
            statements.later("2022", 7)

    def test_money_is_exact(self):
        self.assertEqual(statements.pence("15080409.11"), 1508040911)
        self.assertEqual(statements.pence("1636166.6"), 163616660)
        self.assertEqual(statements.pence("400"), 40000)
        self.assertEqual(statements.yearly(1000, 84), 143)
        self.assertEqual(statements.yearly(1, 24), 1)  # half a penny goes up

    def test_stages_come_in_order(self):
        self.assertEqual(statements.stages("post-release;court; police custody"), "police_custody;court;post_release")

    def test_the_number_of_a_notice_comes_from_its_address(self):
        self.assertEqual(statements.notice_reference("https://example.org/x?ocid=ocds-aa-1b"), "ocds-aa-1b")
        self.assertEqual(statements.notice_reference("https://example.org/Notice/031767-2024"), "031767-2024")
        self.assertEqual(statements.notice_reference("https://example.org/news"), "")

    def test_a_title_names_few_areas_and_counts_many(self):
        names = {f"court:{n}": str(n) for n in range(9)}
        self.assertEqual(statements.where(["court:1", "court:2"], names, ""), "1 and 2")
        self.assertEqual(statements.where(list(names), names, ""), "9 courts")
        self.assertEqual(statements.where([], names, "Somewhere"), "Somewhere")
        self.assertEqual(statements.title(["liaison_diversion", "mhtr_primary_care"], "Gwent"),
                         "Liaison and diversion and primary-care MHTR, Gwent")

    def test_a_cell_of_no_column_is_an_error(self):
        with self.assertRaises(common.Conflict):
            statements.statement(row="x", colour="red")


class Areas(unittest.TestCase):
    def test_a_local_authority_is_a_district_or_a_county(self):
        self.assertEqual(starter_statements.area("local_authority", "E07000226", NAMES), "district:E07000226")
        self.assertEqual(starter_statements.area("local_authority", "E10000003", NAMES), "upper_tier:E10000003")

    def test_an_old_icb_stays_the_old_one(self):
        self.assertEqual(starter_statements.area("icb", "E54000062", NAMES), "icb:E54000062")

    def test_a_code_that_does_not_exist_places_nothing_and_says_why(self):
        self.assertEqual(cells(area_code="E23999999")["unplaced"], "no police_force_area has the code E23999999")
        self.assertEqual(cells(area_code="")["areas"], "")
        self.assertEqual(cells(area_code="")["unplaced"], "no police_force_area has the code (none)")

    def test_a_smaller_area_has_to_exist(self):
        with self.assertRaises(common.Conflict):
            starter_statements.place({"id": "V011"}, NAMES)

    def test_what_holds_somewhere_in_a_nation_is_not_placed_on_it(self):
        for row in starter_statements.NOWHERE:
            self.assertEqual(starter_statements.place({"id": row}, NAMES)[0], [])


class Rows(unittest.TestCase):
    def test_every_cell(self):
        row = cells()
        self.assertEqual(row["offers"], "drr;atr")
        self.assertEqual(row["areas"], "police_force:E23000033")
        self.assertEqual(row["providers"], "body:oxleas-nhs-foundation-trust;"
                                           "body:south-london-mental-health-and-community-partnership")
        self.assertEqual(row["commissioners"], "body:nhs-england;body:hmpps")
        self.assertEqual((row["grade"], row["asserted_by"]), ("official_notice", "commissioner"))
        self.assertEqual(row["reference"], "000001-2024")
        self.assertEqual(row["statement"], "A made-up service. Note: Two years plus an optional two; made up.")
        self.assertEqual(row["value_pence"], "")

    def test_an_extension_nobody_confirmed_lies_after_the_base_end(self):
        row = cells()
        self.assertEqual((row["base_end"], row["end"]), ("2026-09-30", "2028-09-30"))
        self.assertEqual((row["base_months"], row["extension_months"]), ("24", "24"))

    def test_what_has_ended_or_was_abandoned_is_not_extended(self):
        for status in ("ended", "abandoned"):
            row = cells(status=status)
            self.assertEqual((row["base_end"], row["end"]), ("", "2026-09-30"))

    def test_a_term_without_an_extension_has_no_base_end(self):
        self.assertEqual(cells(capacity_note="Seven years; five lots")["base_end"], "")


class Bodies(unittest.TestCase):
    def test_every_name_in_the_tables_is_a_body(self):
        for cell in bodies.PROVIDERS:
            bodies.providers(cell)
        for cell in bodies.COMMISSIONERS:
            self.assertTrue(bodies.commissioners(cell))

    def test_an_abandoned_procurement_has_no_provider(self):
        self.assertEqual(bodies.providers("(abandoned)"), ([], []))

    def test_a_subcontractor_is_told_from_a_provider(self):
        first, second = bodies.providers("East London NHS Foundation Trust; Hertfordshire Partnership University NHS "
                                         "Foundation Trust (sub-contractor)")
        self.assertEqual(first, ["body:east-london-nhs-foundation-trust"])
        self.assertEqual(second, ["body:hertfordshire-partnership-university-nhs-foundation-trust"])

    def test_one_spelling_is_one_body_and_regional_teams_are_nhs_england(self):
        self.assertEqual(bodies.find("NHS England South West"), bodies.find("NHS England"))
        self.assertEqual(bodies.find("NACRO"), "body:nacro")

    def test_an_unknown_name_is_an_error(self):
        with self.assertRaises(common.Conflict):
            bodies.find("Nobody at all")

    def test_a_code_that_decides_no_name_says_so(self):
        self.assertEqual(bodies.ROWS[bodies.find("UP_BEAT_LIFE")][-1], bodies.AS_CODED)

    def test_ids_kinds_and_numbers_have_the_right_shape(self):
        kinds = {"nhs_trust", "vcse", "private", "council", "nhs_england", "icb", "pcc", "hmpps", "moj", "government",
                 "police", "partnership", "health_board", "prison_operator", "probation_provider", "funder", "unknown"}
        for body, row in bodies.ROWS.items():
            self.assertEqual(len(row), len(bodies.COLUMNS))
            self.assertRegex(body, r"^body:[a-z0-9-]+$")
            self.assertIn(row[2], kinds, body)
            self.assertRegex(row[4], r"^(SC)?\d*$", body)
            self.assertRegex(row[5], r"^(\d{8})?$", body)
            self.assertRegex(row[6], r"^([A-Z0-9]{3})?$", body)


class Successions(unittest.TestCase):
    def test_every_commissioner_for_police_and_crime_ends_and_nothing_is_said_to_follow(self):
        rows = [row for row in starter_statements.successions() if row[3] == "abolition"]
        self.assertIn(bodies.find("PCCs"), [row[0] for row in rows])
        self.assertEqual({(row[1], row[2], row[4]) for row in rows}, {("", "2028-05", "due")})


if __name__ == "__main__":
    unittest.main()
