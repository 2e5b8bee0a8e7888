import unittest

import reference_populations as populations

INDIAN = "Asian, Asian British or Asian Welsh: Indian"


class Groups(unittest.TestCase):
    def test_merged_districts_are_added_up(self):
        history = [{"ltla21_code": old, "ltla24_code": "E9"} for old in ("E1", "E2")]
        rows = [{"ltla21_code": key, "ethnic_group": INDIAN, "value": value} for key, value in (("E1", "2.0"), ("E2", "3"))]
        made = populations.ethnic_groups(rows, history)
        self.assertEqual(made, [["district:E9", "census_2021_ethnic_group", "asian_indian", "5", "census-2021-ethnic-group"]])

    def test_nineteen_groups_with_different_codes(self):
        self.assertEqual(len(set(populations.ETHNIC_GROUPS.values())), 19)

    def test_half_a_resident_is_an_error(self):
        with self.assertRaises(ValueError):
            populations.whole("1.5")


class Forces(unittest.TestCase):
    def test_names_become_codes(self):
        rows = [{"pfa24": "Kent", "census2021_population": "10", "census2021_population_20plus": "7"}]
        made = populations.force_counts(rows, [{"pfa24_name": "Kent", "pfa24_code": "E23000032"}])
        self.assertEqual([row[:4] for row in made], [
            ["police_force:E23000032", "census_2021", "all", "10"],
            ["police_force:E23000032", "census_2021_aged_20_plus", "all", "7"],
        ])


if __name__ == "__main__":
    unittest.main()
