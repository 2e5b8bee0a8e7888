"""What the committed reference tables must say, read from the tables themselves."""

import collections
import pathlib
import unittest

import common

REFERENCE = pathlib.Path(__file__).resolve().parent.parent / "reference"

MID_2022 = {"England": 57_106_398, "Wales": 3_131_640}
CURRENT = {"district": 318, "health_board": 7, "nhs_region": 7, "police_force": 43, "probation_region": 12,
           "pdu": 109, "region": 9, "nation": 4}


def rows(name):
    return common.read_csv(REFERENCE / name)


def valid(area, day):
    """Whether an area is in being on a day; both ends are included."""
    return (not area["valid_from"] or area["valid_from"] <= day) and (not area["valid_to"] or day <= area["valid_to"])


class Facts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.areas = {row["id"]: row for row in rows("areas.csv")}
        cls.parts = {row["part"]: row for row in rows("district_parts.csv")}
        cls.members = rows("area_parts.csv")
        cls.names = rows("area_names.csv")
        cls.successions = rows("area_successions.csv")
        cls.mid = {row["district"]: int(row["count"]) for row in rows("populations.csv") if row["measure"] == "mid_2022"}

    def on(self, day):
        return collections.Counter(area["kind"] for area in self.areas.values() if valid(area, day))

    def found(self, name):
        """The ids that a name finds, own names and other names."""
        wanted = name.lower()
        return {i for i, a in self.areas.items() if a["name"].lower() == wanted} | {
            row["area"] for row in self.names if row["name"].lower() == wanted
        }

    def test_how_many_areas_are_in_being(self):
        before, after = self.on("2025-11-22"), self.on("2026-11-22")
        self.assertEqual((before["icb"], after["icb"]), (42, 36))
        for kind, number in CURRENT.items():
            self.assertEqual((before[kind], after[kind]), (number, number), kind)

    def test_mid_2022(self):
        sums = collections.Counter()
        for district, count in self.mid.items():
            sums[self.areas[district]["nation"]] += count
        self.assertEqual(dict(sums), MID_2022)

    def test_every_geography_adds_up_to_the_person(self):
        split = self.split_by_part()
        for kinds, day in ((("icb", "health_board"), "2025-11-22"), (("icb", "health_board"), "2026-11-22"),
                           (("police_force",), "2025-11-22"), (("probation_region",), "2025-11-22"),
                           (("upper_tier",), "2025-11-22"), (("district",), "2025-11-22")):
            held = [row["part"] for row in self.members
                    if self.areas[row["area"]]["kind"] in kinds and valid(self.areas[row["area"]], day) and valid(row, day)]
            self.assertEqual(len(held), len(set(held)), kinds)
            self.assertEqual(sum(split[part] for part in held), sum(MID_2022.values()), (kinds, day))

    def split_by_part(self):
        of_district = collections.defaultdict(list)
        for part in self.parts.values():
            of_district[part["district"]].append(part)
        split = {}
        for district, parts in of_district.items():
            counts = common.largest_remainder(self.mid[district], [int(p["residents_2021"]) for p in parts])
            split.update({p["part"]: count for p, count in zip(parts, counts)})
        return split

    def test_every_area_in_being_has_parts_except_the_united_kingdom_and_places(self):
        having = {row["area"] for row in self.members}
        without = {i for i, a in self.areas.items() if valid(a, "2025-11-22") and a["kind"] not in ("prison", "court")} - having
        self.assertEqual(without, {"nation:K02000001"})

    def test_delivery_units(self):
        held = [row for row in self.members if row["area"].startswith("pdu:")]
        districts = {self.parts[row["part"]]["district"] for row in held}
        self.assertEqual(len(districts), 318)
        unknown = {self.areas[self.parts[row["part"]]["district"]]["name"] for row in held if not row["residents"]}
        self.assertEqual(unknown, {"Birmingham", "Liverpool", "Manchester", "Ribble Valley"})
        for row in self.members:
            if row["residents"]:
                self.assertEqual(row["residents"], self.parts[row["part"]]["residents_2021"])

    def test_every_board_that_ended_has_a_successor(self):
        ended = {i for i, a in self.areas.items() if a["kind"] == "icb" and a["valid_to"]}
        self.assertEqual(len(ended), 13)
        self.assertEqual({row["predecessor"] for row in self.successions if row["predecessor"].startswith("icb:")}, ended)
        kinds = {row["kind"] for row in self.successions if row["predecessor"].startswith("icb:")}
        self.assertEqual(kinds, {"merger", "split", "enlargement"})

    def test_former_districts_lead_to_districts_of_today(self):
        following = collections.defaultdict(set)
        for row in self.successions:
            following[row["predecessor"]].add(row["successor"])
        former = {i for i, a in self.areas.items() if a["kind"] == "district" and a["valid_to"]}
        self.assertEqual(len(former), 42)
        for area in former:
            while self.areas[area]["valid_to"]:
                (area,) = following[area]
        self.assertIn("district:E07000026", self.found("Allerdale"))

    def test_names_of_two_spellings_find_one_area(self):
        for names, area in (
            (("Kent, Surrey & Sussex", "Kent, Surrey and Sussex"), "probation_region:N57"),
            (("Yorkshire & The Humber", "Yorkshire and the Humber"), "probation_region:N55"),
            (("Devon & Cornwall", "Devon and Cornwall"), "police_force:E23000035"),
            (("London, City of", "City of London"), "police_force:E23000034"),
            (("Shepway", "Folkestone and Hythe"), "district:E07000112"),
            (("Bristol, City of", "Bristol"), "district:E06000023"),
            (("NHS Frimley Integrated Care Board", "Frimley"), "icb:E54000034"),
        ):
            for name in names:
                self.assertIn(area, self.found(name), name)

    def test_barnsley_and_sheffield_have_both_codes(self):
        codes = {(row["area"], row["code"]) for row in rows("area_codes.csv")}
        for old, new in (("E08000016", "E08000038"), ("E08000019", "E08000039")):
            self.assertLessEqual({(f"district:{old}", old), (f"district:{old}", new)}, codes)

    def test_every_reference_leads_somewhere(self):
        sources = {row["id"] for row in rows("sources.csv")}
        self.assertLessEqual({a["source"] for a in self.areas.values()}, sources)
        self.assertLessEqual({row["source"] for row in rows("populations.csv")}, sources)
        self.assertLessEqual({row["source"] for row in rows("police_force_populations.csv")}, sources)
        for name, columns in (("area_codes.csv", ["area"]), ("area_names.csv", ["area"]), ("area_parts.csv", ["area"]),
                              ("area_successions.csv", ["predecessor", "successor"]), ("pdu_notes.csv", ["area", "district"]),
                              ("places.csv", ["area", "district", "police_force"]), ("district_parts.csv", ["district"])):
            for row in rows(name):
                for column in columns:
                    self.assertIn(row[column], self.areas.keys() | {""}, name)

    def test_places_lie_in_the_police_force_of_their_district(self):
        forces = {self.parts[row["part"]]["district"]: row["area"] for row in self.members if row["area"].startswith("police_force:")}
        for row in rows("places.csv"):
            if row["district"]:
                self.assertEqual(forces[row["district"]], row["police_force"], row["area"])
            self.assertTrue(row["placed_by"])


if __name__ == "__main__":
    unittest.main()
