import unittest

import common


class Slugs(unittest.TestCase):
    def test_ampersand_apostrophe_and_stops(self):
        self.assertEqual(common.slug("Women's Aid & St. Giles (UK) Ltd."), "womens-aid-and-st-giles-uk-ltd")

    def test_body_id(self):
        self.assertEqual(common.body_id("The Forward Trust"), "body:the-forward-trust")


class Splitting(unittest.TestCase):
    def test_adds_up_and_prefers_the_largest_remainder(self):
        self.assertEqual(common.largest_remainder(10, [1, 1, 1]), [4, 3, 3])
        self.assertEqual(common.largest_remainder(100, [2, 1]), [67, 33])

    def test_refuses_to_split_by_nothing(self):
        with self.assertRaises(ValueError):
            common.largest_remainder(1, [0, 0])


class Rendering(unittest.TestCase):
    def test_quotes_only_where_needed(self):
        self.assertEqual(common.render(["a", "b"], [["x", "y, z"]]), 'a,b\nx,"y, z"\n')

    def test_table_sorts_by_first_column_and_keeps_order_within_it(self):
        _, rows = common.table(["a", "b"], [["2", "z"], ["1", "b"], ["1", "a"], ["1", "b"]])
        self.assertEqual(rows, [["1", "b"], ["1", "a"], ["2", "z"]])

    def test_table_refuses_a_row_of_the_wrong_width(self):
        with self.assertRaises(common.Conflict):
            common.table(["a", "b"], [["1"]])


class Uniting(unittest.TestCase):
    def test_identical_rows_count_once(self):
        one = (["id", "x"], [["a", "1"]])
        self.assertEqual(common.unite("f/areas.csv", [one, one])[1], [["a", "1"]])

    def test_conflicting_rows_are_an_error(self):
        with self.assertRaises(common.Conflict):
            common.unite("f/areas.csv", [(["id", "x"], [["a", "1"]]), (["id", "x"], [["a", "2"]])])

    def test_a_file_not_keyed_by_its_first_column_may_repeat_it(self):
        rows = [["a", "1"], ["a", "2"]]
        self.assertEqual(common.unite("f/area_codes.csv", [(["area", "code"], rows)])[1], rows)

    def test_bodies_unite_their_aliases_and_fill_empty_cells(self):
        header = ["id", "kind", "aliases", "note"]
        first = (header, [["a", "unknown", "x;y", ""]])
        second = (header, [["a", "vcse", "y;z", "n"]])
        self.assertEqual(common.unite("starter/bodies.csv", [first, second])[1], [["a", "vcse", "x;y;z", "n"]])

    def test_bodies_with_two_kinds_are_an_error(self):
        header = ["id", "kind"]
        with self.assertRaises(common.Conflict):
            common.unite("starter/bodies.csv", [(header, [["a", "vcse"]]), (header, [["a", "council"]])])

    def test_different_columns_are_an_error(self):
        with self.assertRaises(common.Conflict):
            common.unite("f/x.csv", [(["id"], []), (["id", "x"], [])])


if __name__ == "__main__":
    unittest.main()
