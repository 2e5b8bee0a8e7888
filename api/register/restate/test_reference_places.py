import unittest

import place_rules
import reference_places as places
from test_reference_areas import history

MASTER = [
    {"lad24_code": code, "lad24_name": name, "pfa24_code": force, "pfa24_name": force_name, "nation": nation}
    for code, name, force, force_name, nation in (
        ("E07000105", "Ashford", "E23000032", "Kent", "England"),
        ("E07000213", "Spelthorne", "E23000031", "Surrey", "England"),
        ("E09000029", "Sutton", "E23000001", "Metropolitan Police", "England"),
        ("E09000001", "City of London", "E23000034", "London, City of", "England"),
        ("E06000061", "North Northamptonshire", "E23000022", "Northamptonshire", "England"),
        ("E06000046", "Isle of Wight", "E23000030", "Hampshire", "England"),
        ("W06000022", "Newport", "W15000002", "Gwent", "Wales"),
        ("W06000002", "Gwynedd", "W15000001", "North Wales", "Wales"),
        ("E06000023", "Bristol, City of", "E23000036", "Avon and Somerset", "England"),
    )
]
HISTORY = history({2016: ("E07000153", "Kettering"), 2021: ("E06000061", "North Northamptonshire")})


class Rules(unittest.TestCase):
    def setUp(self):
        self.gazetteer = places.Gazetteer(MASTER, HISTORY)

    def court(self, key, name, town, county):
        return places.place_court(key, name, town, county, self.gazetteer)

    def test_town_is_district(self):
        self.assertEqual(self.court("X", "Bristol Crown Court", "Bristol", ""), ("E06000023", "E23000036", "town_is_district"))

    def test_county_decides_between_towns_of_one_name(self):
        self.assertEqual(self.court("X", "", "Newport", "Isle of Wight")[::2], ("E06000046", "town_in_table"))
        self.assertEqual(self.court("X", "", "Newport", "Gwent")[::2], ("W06000022", "town_is_district"))
        self.assertEqual(self.court("X", "", "Ashford", "Surrey")[0], "E07000213")

    def test_former_district(self):
        self.assertEqual(self.court("X", "", "Kettering", "Northamptonshire")[::2], ("E06000061", "town_is_former_district"))

    def test_a_court_addressed_elsewhere_is_placed_by_its_name(self):
        found = self.court("CRNRCC", "Caernarfon Crown Court", "Chester", "")
        self.assertEqual(found, ("W06000002", "W15000001", "name_in_table"))

    def test_county_gives_the_police_force(self):
        self.assertEqual(self.court("X", "Nowhere Crown Court", "Nowhere", "Surrey"), ("", "E23000031", "county_is_police_force"))

    def test_a_wide_town_says_nothing(self):
        self.assertTrue(self.court("X", "Nowhere Crown Court", "London", "London")[2].startswith("unplaced: "))

    def test_a_prison_is_not_put_outside_its_police_force(self):
        found = places.place_prison("X", "Sutton", "Surrey", "E23000031", self.gazetteer)
        self.assertEqual(found, ("", "E23000031", "force_on_record: no rule decides the district"))

    def test_the_name_of_a_court_without_what_it_is(self):
        self.assertEqual(places.court_place("Taunton Deane (West Somerset) Magistrates Court"), "Taunton Deane")
        self.assertEqual(places.court_place("Bury and Rochdale Magistrates' Court"), "Bury and Rochdale")
        self.assertEqual(places.court_place("St. Albans Crown Court"), "St. Albans")

    def test_the_names_of_a_prison(self):
        self.assertEqual(places.prison_names("Isis (HMP & YOI)"), ["HMP & YOI Isis", "HMP/YOI Isis", "HMP Isis", "Isis"])


class RuleTables(unittest.TestCase):
    def test_keys_are_plain(self):
        for key in [*place_rules.TOWNS, *(county.lstrip("?") for county in place_rules.COUNTIES)]:
            self.assertEqual("|".join(places.plain(half) for half in key.split("|")), key)


if __name__ == "__main__":
    unittest.main()
