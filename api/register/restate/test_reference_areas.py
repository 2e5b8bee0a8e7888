import unittest

import reference_areas as areas


def history(*rows):
    """Rows of the district history from {first year: (code, name)}."""
    made = []
    for changes in rows:
        row, now = {}, None
        for year in areas.YEARS:
            now = changes.get(year, now)
            row[f"ltla{year % 100}_code"], row[f"ltla{year % 100}_name"] = now
        made.append(row)
    return made


MERGED = history(
    {2016: ("E07000190", "Taunton Deane"), 2019: ("E07000246", "Somerset West and Taunton"), 2023: ("E06000066", "Somerset")},
    {2016: ("E07000187", "Mendip"), 2023: ("E06000066", "Somerset")},
    {2016: ("E07000112", "Shepway"), 2018: ("E07000112", "Folkestone and Hythe")},
)


class History(unittest.TestCase):
    def test_a_code_lives_from_its_first_list_to_the_day_before_the_next(self):
        life = areas.lifespans(MERGED)
        self.assertEqual(life["E07000246"], ("2019-04-01", "2023-03-31"))
        self.assertEqual(life["E07000187"], ("", "2023-03-31"))
        self.assertEqual(life["E07000112"], ("", ""))

    def test_mergers_go_step_by_step(self):
        self.assertIn(("E07000190", "E07000246", "2019-04-01"), areas.mergers(MERGED))
        self.assertIn(("E07000246", "E06000066", "2023-04-01"), areas.mergers(MERGED))

    def test_a_rename_is_no_merger_and_keeps_the_old_name(self):
        self.assertEqual(len(areas.mergers(MERGED)), 3)
        self.assertEqual(areas.names_by_code(MERGED)["E07000112"], ["Shepway", "Folkestone and Hythe"])


class Boards(unittest.TestCase):
    def setUp(self):
        old = [{"icb_code": "E54000034", "icb_ods_code": "QNQ", "icb_name": "NHS Frimley Integrated Care Board"},
               {"icb_code": "E54000041", "icb_ods_code": "QVV", "icb_name": "NHS Dorset Integrated Care Board"}]
        new = [old[1], {"icb_code": "E54000067", "icb_ods_code": "QRL", "icb_name": "NHS Hampshire and Isle of Wight Integrated Care Board"}]
        gone = [{"predecessor_ons": "E54000034", "successor_ons": "E54000067", "type": "acquisition", "date": "2026-04-01"}]
        self.areas, self.codes, self.names, self.successions = areas.icbs(old, new, gone)

    def test_dates(self):
        life = {row[0]: row[4:6] for row in self.areas}
        self.assertEqual(life["icb:E54000034"], ["2022-07-01", "2026-03-31"])
        self.assertEqual(life["icb:E54000041"], ["2022-07-01", ""])
        self.assertEqual(life["icb:E54000067"], ["2026-04-01", ""])

    def test_an_acquisition_is_an_enlargement_and_the_enlarged_board_succeeds_itself(self):
        self.assertIn(["icb:E54000034", "icb:E54000067", "enlargement", "2026-04-01"], self.successions)
        self.assertIn(["icb:E54000042", "icb:E54000067", "enlargement", "2026-04-01"], self.successions)

    def test_short_names(self):
        self.assertIn(["icb:E54000034", "Frimley", "short"], self.names)


class Names(unittest.TestCase):
    def test_capitals(self):
        self.assertEqual(areas.capitals("king's lynn and west norfolk"), "King's Lynn and West Norfolk")
        self.assertEqual(areas.capitals("stoke-on-trent"), "Stoke-on-Trent")
        self.assertEqual(areas.capitals("Isle of Wight"), "Isle of Wight")

    def test_a_comma_inside_a_name_does_not_part_it(self):
        row = {"alt-names": "Bournemouth, Christchurch and Poole,bcp", "nice-name": "", "official-name": ""}
        self.assertEqual([name for _, name, _ in areas.other_names("a", row)], ["Bournemouth, Christchurch and Poole", "Bcp"])

    def test_useless_names_are_left_out(self):
        row = {"alt-names": "Luton UA,Sir Ynys M\ufffdn", "nice-name": "Luton", "official-name": ""}
        self.assertEqual([name for _, name, _ in areas.other_names("a", row)], ["Luton"])

    def test_misspelt_delivery_units(self):
        self.assertEqual(areas.spelled("Blackburn (Blackburn with Darwin)"), "Blackburn (Blackburn with Darwen)")
        self.assertEqual(areas.spelled("North Wales (Conway)"), "North Wales (Conwy)")

    def test_ampersand(self):
        self.assertEqual(areas.ampersand("a", "Kent, Surrey & Sussex"), [["a", "Kent, Surrey and Sussex", "spelling"]])
        self.assertEqual(areas.ampersand("a", "London"), [])

    def test_a_name_that_would_find_another_area_is_dropped(self):
        rows = [["district:1", "district", "York", "", "", "", ""], ["district:2", "district", "Selby", "", "", "", ""]]
        offered = [["district:2", "York", "alternative"], ["district:2", "Selby District", "alternative"]]
        self.assertEqual(areas.clean_names(rows, offered), [["district:2", "Selby District", "alternative"]])

    def test_only_districts_are_turned_round(self):
        rows = [["police_force:1", "police_force", "London, City of", "", "", "", ""],
                ["district:1", "district", "Bristol, City of", "", "", "", ""]]
        self.assertEqual([name for _, name, _ in areas.clean_names(rows, [])], ["Bristol", "City of Bristol"])


if __name__ == "__main__":
    unittest.main()
