import unittest

import common
import starter_cfo
import starter_crs
import statements

FORCES = {"gwent": "police_force:W15000002", "west-yorkshire": "police_force:E23000010",
          "avon-and-somerset": "police_force:E23000036", "devon-and-cornwall": "police_force:E23000035"}
NAMES = {"police_force:W15000002": "Gwent"}

CONTRACT = {
    "contract_reference": "X_1", "contract_type": "PWB", "title": "Made-up Services in Gwent DA", "probation_region": "",
    "pcc_region": "gwent", "prime_provider": "NACRO", "subcontractors": "SHELTER|UP_BEAT_LIFE", "allows_female": "False",
    "allows_male": "True", "minimum_age": "18", "maximum_age": "", "hide_before": "2021-01-01", "hide_after": "",
    "short_description": "Made up: not to be written.",
}


def place(locations: str = "", **changes: str):
    return starter_crs.place({**CONTRACT, **changes}, locations, FORCES)


def cells(**changes: str) -> dict[str, str]:
    row, _ = starter_crs.restate({**CONTRACT, **changes}, "", FORCES, NAMES)
    return dict(zip(statements.COLUMNS, row))


class Places(unittest.TestCase):
    def test_the_listing_places_what_names_nothing_smaller(self):
        self.assertEqual(place(), (["police_force:W15000002"], "pcc_region", ""))
        self.assertEqual(place(pcc_region="", probation_region="Greater Manchester", title="GM - Made up"),
                         (["probation_region:N50"], "probation_region", ""))

    def test_a_title_of_districts_is_smaller_than_its_listing(self):
        region = {"pcc_region": "", "probation_region": "Greater Manchester"}
        self.assertEqual(place(title="Made-up Services In Bury", **region)[:2], (["district:E08000002"], "districts_in_title"))
        self.assertEqual(place(title="X - Service - Wigan and Leigh", **region)[0], ["district:E08000010"])
        self.assertEqual(place(title="Made-up in Bolton, Bury and Trafford", **region)[0],
                         ["district:E08000001", "district:E08000002", "district:E08000009"])

    def test_a_council_of_the_south_west_is_not_the_police_force_of_its_name(self):
        row = {"contract_type": "DNR-SW", "pcc_region": "devon-and-cornwall"}
        self.assertEqual(place(title="Made-up Services in Devon", **row)[:2], (["upper_tier:E10000008"], "council_in_title"))
        self.assertEqual(place(title="Made-up Services in Cornwall", **row)[0], ["district:E06000052"])

    def test_a_title_of_two_forces_or_of_one_within_a_region(self):
        self.assertEqual(place(title="Made-up in Avon and Somerset and Gloucestershire", pcc_region="avon-and-somerset")[:2],
                         (["police_force:E23000036", "police_force:E23000037"], "forces_in_title"))
        region = {"pcc_region": "", "probation_region": "Yorkshire and the Humber"}
        self.assertEqual(place(title="Made-up in Humberside", **region)[:2], (["police_force:E23000012"], "forces_in_title"))
        self.assertEqual(place(title="Made-up in West Yorkshire", pcc_region="west-yorkshire")[1], "pcc_region")

    def test_parts_of_london_are_boroughs_named_in_the_text_or_nothing(self):
        london = {"pcc_region": "", "probation_region": "London", "title": "Made-up for London (S/SE)"}
        areas, rule, why_not = place("Bexley, Kingston, at East Sutton Park and City of London", **london)
        self.assertEqual(areas, ["district:E09000001", "district:E09000004", "district:E09000021"])
        self.assertEqual((rule, why_not), ("boroughs_in_text", ""))
        self.assertEqual(place("", **london)[2], "which part of London is not on record")

    def test_custody_is_placed_on_the_prisons_that_are_named_for_certain(self):
        row = {"pcc_region": "", "probation_region": "North East", "title": "Made-up in Custody in the North East"}
        self.assertEqual(place("HMP Hull, HMP Leeds; Optional: HMP Durham", **row)[:2],
                         (["prison:HLI", "prison:LEI"], "prisons_in_locations"))
        self.assertEqual(place("Durham", **row)[0], ["probation_region:N54"])


class Rows(unittest.TestCase):
    def test_every_cell(self):
        row = cells()
        self.assertEqual((row["offers"], row["intensity"], row["cohort"]), ("personal_wellbeing", "low", "men"))
        self.assertEqual(row["title"], "Personal wellbeing, Gwent")
        self.assertEqual(row["providers"], "body:nacro")
        self.assertEqual(row["subcontractors"], "body:shelter;body:up-beat-life")
        self.assertEqual((row["status"], row["base_end"], row["value_pence"]), ("live", "", ""))
        self.assertEqual((row["grade"], row["asserted_by"]), ("official_register", "commissioner"))

    def test_nothing_of_the_source_text_is_written(self):
        self.assertNotIn("Made", " ".join(cells().values()))

    def test_a_day_of_hiding_is_an_end_only_once_it_has_come(self):
        self.assertEqual(cells(hide_after="2024-03-28T23:59:00+00")["end"], "2024-03-28")
        self.assertEqual(cells(hide_after="2026-11-22T00:00:00+00")["end"], "2026-11-22")
        self.assertEqual(cells(hide_after="2027-01-01T00:00:00+00")["end"], "")

    def test_cohorts(self):
        self.assertEqual(cells(allows_female="True")["cohort"], "all")
        self.assertEqual(cells(allows_female="True", allows_male="False")["cohort"], "women")
        self.assertEqual(cells(maximum_age="25")["cohort"], "young_adults_men")
        self.assertEqual(cells(minimum_age="26")["cohort"], "men_26_and_over")
        with self.assertRaises(common.Conflict):
            cells(minimum_age="40")

    def test_no_need_area_makes_an_offer_treatment(self):
        self.assertEqual(starter_crs.offer_rule(CONTRACT, True), "type_pwb;emotional_wellbeing_is_not_treatment")
        self.assertEqual(cells()["intensity"], "low")


class CfoEvolution(unittest.TestCase):
    NAMES = {"prison:FMI": "Feltham (HMP)", "prison:FYI": "Feltham (HMYOI)", "prison:LEI": "Leeds (HMP)",
             "district:E08000035": "Leeds"}

    def test_prisons(self):
        self.assertEqual(starter_cfo.place("HMP Leeds", "custody: made up", self.NAMES), (["prison:LEI"], ""))
        self.assertEqual(starter_cfo.place("HMP Feltham", "custody: made up", self.NAMES)[0], ["prison:FMI"])
        self.assertNotIn("HMP Feltham", starter_cfo.prisons(self.NAMES))
        self.assertNotEqual(starter_cfo.place("HMP Nowhere", "custody: made up", self.NAMES)[1], "")

    def test_hubs(self):
        self.assertEqual(starter_cfo.place("Leeds", "community: made up", self.NAMES), (["district:E08000035"], ""))
        self.assertEqual(starter_cfo.place("Huddersfield", "community: made up", self.NAMES)[0], ["district:E08000034"])
        self.assertEqual(starter_cfo.place("Nowhere", "community: made up", self.NAMES)[1], "the name decides no district")

    def test_a_whole_region_is_not_placed(self):
        self.assertEqual(starter_cfo.place("London Community", "community: unspecified", self.NAMES)[0], [])


if __name__ == "__main__":
    unittest.main()
