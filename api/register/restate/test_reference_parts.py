import unittest

import reference_parts as parts


def cell(district, old, new, residents):
    return {"lad24_code": district, "icb24_code": old, "icb26_code": new, "residents_2021": str(residents)}


class Parts(unittest.TestCase):
    def test_numbered_by_descending_residents_only_where_there_are_several(self):
        made = parts.english_parts([cell("E1", "a", "x", 5), cell("E1", "b", "y", 9), cell("E2", "a", "x", 3)])
        self.assertEqual([(p["part"], p["residents"]) for p in made], [("E1.1", 9), ("E1.2", 5), ("E2", 3)])


class Boards(unittest.TestCase):
    OLD = [{"icb_code": "kept", "nhser_code": "R1"}, {"icb_code": "ended", "nhser_code": "R1"}]
    NEW = [{"icb_code": "kept", "nhser_code": "R1"}, {"icb_code": "new", "nhser_code": "R2"}]

    def members(self, before, after):
        made = parts.english_parts([cell("E1", before, after, 7)])
        return parts.by_icb(made, self.OLD, self.NEW)

    def test_a_part_that_stays_needs_no_date(self):
        self.assertEqual(self.members("kept", "kept"), [["icb:kept", "E1", "7", "", ""], ["nhs_region:R1", "E1", "7", "", ""]])

    def test_a_part_that_changes_region_dates_both_rows(self):
        self.assertEqual(
            self.members("ended", "new"),
            [["icb:ended", "E1", "7", "", ""], ["icb:new", "E1", "7", "", ""],
             ["nhs_region:R1", "E1", "7", "", "2026-03-31"], ["nhs_region:R2", "E1", "7", "2026-04-01", ""]],
        )

    def test_a_board_that_goes_on_dates_what_it_loses(self):
        self.assertIn(["icb:kept", "E1", "7", "", "2026-03-31"], self.members("kept", "new"))


class Units(unittest.TestCase):
    ROWS = [
        {"pdu_delius_code": "A", "lad24_code": "E1", "basis": "split LAD"},
        {"pdu_delius_code": "B", "lad24_code": "E1", "basis": "split LAD"},
        {"pdu_delius_code": "B", "lad24_code": "E2", "basis": "assumed (remainder)"},
    ]

    def test_a_shared_district_has_unknown_residents(self):
        made = parts.english_parts([cell("E1", "a", "x", 5), cell("E2", "a", "x", 3)])
        self.assertEqual(
            parts.by_delivery_unit(self.ROWS, made),
            [["pdu:A", "E1", "", "", ""], ["pdu:B", "E1", "", "", ""], ["pdu:B", "E2", "3", "", ""]],
        )

    def test_notes(self):
        self.assertEqual([row[2] for row in parts.unit_notes(self.ROWS)], ["shared", "shared", "assumed"])


if __name__ == "__main__":
    unittest.main()
