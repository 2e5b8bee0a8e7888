import unittest

import common
import starter_procurement
import statements

ROW = {
    "id": "P06", "area": "Norfolk", "area_type": "", "service": "L&D", "justice_stage": "court", "buyer": "NHS England",
    "provider": "", "value_gbp": "84.00", "value_basis": "made up", "start": "2025-04-01", "end": "2030-03-31",
    "extension_months": "24", "base_months": "60", "full_months": "84", "gbp_per_year_if_base_term": "",
    "gbp_per_year_if_full_term": "12", "notice_ref": "", "source_url": "https://d3tenders.com/contract/?ocid=ocds-1-2",
    "caveat": "Made up",
}


class Offers(unittest.TestCase):
    def test_an_integrated_service_has_several(self):
        self.assertEqual(starter_procurement.offers("L&D + RECONNECT + primary-care MHTR (integrated non-custodial)"),
                         ["liaison_diversion", "reconnect", "mhtr_primary_care"])

    def test_enhanced_reconnect_is_not_reconnect(self):
        self.assertEqual(starter_procurement.offers("Enhanced RECONNECT (Lot 2)"), ["enhanced_reconnect"])

    def test_an_unknown_service_is_an_error(self):
        with self.assertRaises(common.Conflict):
            starter_procurement.offers("Something else")


class Places(unittest.TestCase):
    NAMES = {area: area for areas in starter_procurement.AREAS.values() for area in areas}

    def test_two_counties_are_two_police_forces(self):
        self.assertEqual(starter_procurement.place("Lancashire & Cumbria", self.NAMES)[0],
                         ["police_force:E23000003", "police_force:E23000002"])

    def test_lots_whose_forces_are_assumed_stay_on_the_nhs_region(self):
        self.assertEqual(starter_procurement.place("South East (5 lots)", self.NAMES)[0], ["nhs_region:E40000005"])

    def test_all_but_greater_manchester_is_eleven_regions(self):
        areas, _ = starter_procurement.place("England & Wales excl. Greater Manchester", self.NAMES)
        self.assertEqual(len(set(areas)), 11)
        self.assertNotIn("probation_region:N50", areas)

    def test_prisons_that_are_not_named_are_not_guessed(self):
        self.assertEqual(starter_procurement.place("Norfolk prisons", self.NAMES), ([], "the prisons are not named"))

    def test_an_area_that_does_not_exist_is_an_error(self):
        with self.assertRaises(common.Conflict):
            starter_procurement.place("Cornwall", {})


class Terms(unittest.TestCase):
    def test_the_end_on_record_is_the_base_end_where_an_extension_exists(self):
        self.assertEqual(starter_procurement.term(ROW),
                         {"start": "2025-04-01", "base_end": "2030-03-31", "end": "2032-03-31"})

    def test_without_an_extension_it_is_the_end(self):
        self.assertEqual(starter_procurement.term({**ROW, "extension_months": "0"}),
                         {"start": "2025-04-01", "end": "2030-03-31"})

    def test_a_start_to_the_month_and_a_term_give_an_end_to_the_month(self):
        row = {**ROW, "start": "2027-03", "end": "", "extension_months": "36"}
        self.assertEqual(starter_procurement.term(row), {"start": "2027-03", "base_end": "2032-02", "end": "2035-02"})


class Money(unittest.TestCase):
    def test_both_readings(self):
        cells = starter_procurement.money({**ROW, "id": "P07"})
        self.assertEqual((cells["value_pence"], cells["annual_base_pence"], cells["annual_full_pence"]),
                         ("8400", "1680", "1200"))

    def test_a_value_for_the_full_term_has_no_base_reading(self):
        self.assertNotIn("annual_base_pence", starter_procurement.money(ROW))

    def test_a_stated_yearly_value_has_no_term(self):
        cells = starter_procurement.money({**ROW, "id": "P27"})
        self.assertEqual((cells["annual_base_pence"], cells.get("base_months")), ("8400", None))

    def test_vat_is_included_only_where_it_is_said(self):
        self.assertEqual(starter_procurement.money(ROW)["vat"], "not_stated")
        self.assertEqual(starter_procurement.money({**ROW, "value_basis": "5+3 years, inc. VAT"})["vat"], "included")
        self.assertNotIn("vat", starter_procurement.money({**ROW, "value_gbp": ""}))

    def test_a_difference_of_more_than_a_pound_is_found(self):
        self.assertEqual(starter_procurement.mismatches([ROW]), [])
        self.assertEqual(starter_procurement.mismatches([{**ROW, "gbp_per_year_if_full_term": "13"}]), [])
        self.assertEqual(len(starter_procurement.mismatches([{**ROW, "gbp_per_year_if_full_term": "14"}])), 1)
        self.assertEqual(len(starter_procurement.mismatches([{**ROW, "gbp_per_year_if_base_term": "12"}])), 1)


class Award(unittest.TestCase):
    def award(self, **cells):
        return starter_procurement.award({**ROW, **cells})

    def test_an_urgent_award_and_a_direct_award_are_told_apart(self):
        self.assertEqual(self.award(service="L&D (urgent 12-month award)")["procedure"], "urgent_award")
        self.assertEqual(self.award(value_basis="lifetime value of direct award")["procedure"], "direct_award")
        self.assertEqual(self.award(caveat="Direct award signed July 2022")["procedure"], "direct_award")

    def test_an_award_that_does_not_say_how_has_no_procedure(self):
        self.assertEqual(self.award(value_basis="award value; unclear if extension included")["procedure"], "")

    def test_the_sub_award_is_direct_as_another_row_says(self):
        self.assertEqual(self.award(id="P37")["procedure"], "direct_award")

    def test_the_lot_is_that_of_the_service(self):
        self.assertEqual(self.award(service="L&D + RECONNECT (Lot 1)")["lot"], "Lot 1")
        self.assertEqual(self.award()["lot"], "")

    def test_the_value_without_mobilisation_stands_beside_the_value_with_it(self):
        row = {**ROW, "value_basis": "7-year envelope incl. mobilisation",
               "caveat": "Envelope at tender; excl. mobilisation £25,357,000"}
        self.assertEqual(starter_procurement.value_basis(row),
                         "7-year envelope incl. mobilisation; £25,357,000 without")
        self.assertEqual(starter_procurement.value_basis(ROW), "made up")


class Status(unittest.TestCase):
    def test_every_row_has_a_known_status(self):
        self.assertEqual(set(starter_procurement.STATUS), {f"P{n:02}" for n in range(1, 38)})
        known = {"live", "planned", "ended", "abandoned", "unclear"}
        self.assertLessEqual({each[0] for each in starter_procurement.STATUS.values()}, known)

    def test_the_sub_award_lies_inside_the_award(self):
        self.assertEqual(starter_procurement.PART_OF, {"P37": "P02"})

    def test_a_row(self):
        names = {"police_force:E23000024": "Norfolk"}
        row = dict(zip(statements.COLUMNS, starter_procurement.restate(ROW, names, {})))
        self.assertEqual((row["title"], row["reference"]), ("Liaison and diversion, Norfolk", "ocds-1-2"))
        self.assertEqual(row["statement"],
                         "L&D, Norfolk. Value: made up. Made up. Status rests on: intention to award: V222, V223.")


if __name__ == "__main__":
    unittest.main()
