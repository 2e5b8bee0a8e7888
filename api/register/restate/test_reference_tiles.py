import collections
import csv
import pathlib
import unittest

import reference_tiles
import tile_layout

REGISTER = pathlib.Path(__file__).resolve().parent.parent
KINDS = ("district", "upper_tier", "police_force", "probation_region", "nhs_region", "icb", "health_board")
# A day with 42 integrated care boards and one with 36.
DAYS = ("2025-11-22", "2026-11-22")


def square(left, bottom, side=1.0):
    """A square, its corners counterclockwise."""
    return [[(left, bottom), (left + side, bottom), (left + side, bottom + side), (left, bottom + side)]]


def read(path):
    with open(path, encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


class Layout(unittest.TestCase):
    def test_the_centre_is_by_surface(self):
        east, north = tile_layout.centre(square(0, 0, 3.0) + square(10, 0, 1.0))
        self.assertAlmostEqual(east, (9 * 1.5 + 1 * 10.5) / 10)
        self.assertAlmostEqual(north, (9 * 1.5 + 1 * 0.5) / 10)

    def test_squares_of_one_size_stay_where_they_are(self):
        shapes = {f"{x}{y}": square(float(x), float(y)) for x in range(4) for y in range(3)}
        # Rows are counted from the north, columns from the west.
        self.assertEqual(tile_layout.layout(shapes), {f"{x}{y}": (x, 2 - y) for x in range(4) for y in range(3)})

    def test_an_island_is_next_to_what_is_nearest(self):
        shapes = {"west": square(0, 0), "east": square(1, 0), "isle": square(0.5, -1.5, 0.2)}
        centres = {code: tile_layout.centre(rings) for code, rings in shapes.items()}
        self.assertEqual(tile_layout.neighbours(shapes, centres)["isle"], {"west", "east"})

    def test_areas_on_top_of_each_other_get_tiles_of_their_own(self):
        shapes = {str(number): square(0, 0) for number in range(5)}
        self.assertEqual(len(set(tile_layout.layout(shapes).values())), 5)

    def test_what_is_new_takes_the_tile_of_what_it_followed(self):
        tiles = {"a": (0, 0), "b": (1, 0), "c": (2, 0), "d": (3, 0)}
        shapes = {"ab": square(0, 0, 2.0), "bd": square(2, 0, 2.0), "c": square(2, 0)}
        heirs = tile_layout.heirs(tiles, shapes, {"ab": ["a", "b"], "bd": ["b", "d"]})
        self.assertEqual(heirs, {"ab": (0, 0), "bd": (1, 0)})


class Table(unittest.TestCase):
    def setUp(self):
        self.tiles = read(REGISTER / reference_tiles.TABLE)
        self.areas = [row for row in read(REGISTER / "reference" / "areas.csv") if row["kind"] in KINDS]

    def on(self, day):
        """The areas of a day, by kind."""
        found = collections.defaultdict(set)
        for row in self.areas:
            if row["valid_from"] <= day <= (row["valid_to"] or "9999"):
                found[row["kind"]].add(row["id"].partition(":")[2])
        return found

    def test_every_area_has_one_tile_of_its_own_on_each_day(self):
        counts = {
            day: {kind: len(codes) for kind, codes in self.on(day).items() if kind == "icb"} for day in DAYS
        }
        self.assertEqual(counts, {DAYS[0]: {"icb": 42}, DAYS[1]: {"icb": 36}})
        for day in DAYS:
            for kind, codes in self.on(day).items():
                with self.subTest(day=day, kind=kind):
                    of_kind = [row for row in self.tiles if row["kind"] == kind and row["code"] in codes]
                    self.assertEqual(sorted(row["code"] for row in of_kind), sorted(codes))

    def test_no_two_areas_of_a_day_share_a_tile(self):
        maps = [{kind} for kind in KINDS if kind not in ("icb", "health_board")] + [{"icb", "health_board"}]
        for day in DAYS:
            there = self.on(day)
            for kinds in maps:
                with self.subTest(day=day, kinds=kinds):
                    places = [
                        (row["column"], row["row"])
                        for row in self.tiles
                        if row["kind"] in kinds and row["code"] in there[row["kind"]]
                    ]
                    self.assertGreater(len(places), 0)
                    self.assertEqual(len(places), len(set(places)))

    def test_an_area_is_found_by_every_official_code(self):
        told = {
            (row["kind"], code)
            for row in self.tiles
            for code in [row["code"], *filter(None, row["other_codes"].split(";"))]
        }
        there = self.on(DAYS[1])
        codes = [row for row in read(REGISTER / "reference" / "area_codes.csv") if row["scheme"] in ("gss", "ndelius")]
        wanted = {
            (kind, row["code"])
            for row in codes
            for kind, _, key in [row["area"].partition(":")]
            if key in there[kind]
        }
        self.assertGreater(len(wanted), 600)
        self.assertEqual(wanted - told, set())

    def test_the_table_holds_nothing_else(self):
        known = {kind: codes for kind, codes in self.on(DAYS[1]).items()}
        for kind, codes in self.on(DAYS[0]).items():
            known[kind] = known[kind] | codes
        self.assertEqual([row for row in self.tiles if row["code"] not in known.get(row["kind"], set())], [])

    def test_wales_lies_west_and_the_north_lies_up(self):
        at = {(row["kind"], row["code"]): (int(row["column"]), int(row["row"])) for row in self.tiles}
        for kind in ("district", "police_force", "upper_tier"):
            columns = {
                nation: [column for (of, code), (column, _) in at.items() if of == kind and code[0] == nation]
                for nation in "EW"
            }
            mean = {nation: sum(values) / len(values) for nation, values in columns.items()}
            self.assertLess(mean["W"], mean["E"], kind)
        # Northumberland, Leeds, Leicester, Camden, Brighton and Hove: from north to south.
        rows = [at["district", code][1] for code in ("E06000057", "E08000035", "E06000016", "E09000007", "E06000043")]
        self.assertEqual(rows, sorted(set(rows)))


if __name__ == "__main__":
    unittest.main()
