"""The parts of districts, and which parts make every other area.

A part is what one district has in common with one integrated care board of 2024 and one of 2026,
or a whole district of Wales. It carries its residents of the 2021 census, so that a count of a
district can be split over its parts and every geography adds up to the person.
"""

import pathlib

import common
from common import area_id

PART_HEADER = ["part", "district", "residents_2021"]
MEMBER_HEADER = ["area", "part", "residents", "valid_from", "valid_to"]
NOTE_HEADER = ["area", "district", "basis"]

# How a delivery unit came by a district: the source's word and ours.
BASES = {"named": "named", "county": "county", "split LAD": "shared"}
ASSUMED = "assumed"

# What a district's row says about the areas that hold the whole of it: kind, column.
WHOLE_DISTRICT_KINDS = [
    ("district", "lad24_code"),
    ("upper_tier", "utla23_code"),
    ("police_force", "pfa24_code"),
    ("health_board", "lhb22_code"),
    ("region", "region24_code"),
]

NATION_CODES = {"England": "E92000001", "Wales": "W92000004"}
ENGLAND_AND_WALES = "K04000001"

# The day on which a part may pass from one NHS region to another.
ICB_REDRAWN, ICB_DAY_BEFORE = "2026-04-01", "2026-03-31"

Part = dict[str, str | int]


def tables(source: pathlib.Path) -> common.Tables:
    """The three tables about parts."""
    geo = source / "data" / "geo"
    read = lambda name: common.read_csv(geo / name)
    master = read("lad_master.csv")
    residents = common.read_csv(source / "data" / "population" / "ethnicity_census2021_lad24.csv")
    parts = english_parts(read("lad24_to_icb_many_to_many.csv")) + welsh_parts(residents)
    units = read("pdu_to_lad24_derived.csv")
    members = (
        whole_districts(master, parts)
        + by_icb(parts, read("icb_42_2022-2026.csv"), read("icb_36_from_2026-04.csv"))
        + by_probation_region(master, parts, read("probation_regions.csv"))
        + by_delivery_unit(units, parts)
    )
    return {
        "reference/district_parts.csv": common.table(
            PART_HEADER, [[p["part"], area_id("district", p["district"]), str(p["residents"])] for p in parts]
        ),
        "reference/area_parts.csv": common.table(MEMBER_HEADER, sorted(members, key=lambda row: row[:2])),
        "reference/pdu_notes.csv": common.table(NOTE_HEADER, unit_notes(units)),
    }


def english_parts(rows: list[dict[str, str]]) -> list[Part]:
    """One part per (district, board of 2024, board of 2026), the most residents first."""
    cells: dict[str, list[Part]] = {}
    for row in rows:
        cells.setdefault(row["lad24_code"], []).append(
            {"district": row["lad24_code"], "icb24": row["icb24_code"], "icb26": row["icb26_code"],
             "residents": int(row["residents_2021"])}
        )
    parts = []
    for key, found in sorted(cells.items()):
        found.sort(key=lambda p: (-p["residents"], p["icb24"], p["icb26"]))
        for number, part in enumerate(found, start=1):
            part["part"] = key if len(found) == 1 else f"{key}.{number}"
            parts.append(part)
    return parts


def welsh_parts(rows: list[dict[str, str]]) -> list[Part]:
    """Every district of Wales is one part."""
    return [
        {"part": row["lad24_code"], "district": row["lad24_code"], "icb24": "", "icb26": "",
         "residents": int(row["all"])}
        for row in rows
        if row["lad24_code"].startswith("W")
    ]


def member(kind: str, key: str, part: Part, since: str = "", until: str = "") -> list[str]:
    """The whole of a part as a member of an area."""
    return [area_id(kind, key), part["part"], str(part["residents"]), since, until]


def whole_districts(master, parts: list[Part]) -> list[list[str]]:
    """The areas that are made of whole districts, nations among them."""
    rows = {row["lad24_code"]: row for row in master}
    members = []
    for part in parts:
        row = rows[part["district"]]
        for kind, column in WHOLE_DISTRICT_KINDS:
            if row[column] and not (kind == "region" and row["nation"] == "Wales"):
                members.append(member(kind, row[column], part))
        members.append(member("nation", NATION_CODES[row["nation"]], part))
        members.append(member("nation", ENGLAND_AND_WALES, part))
    return members


def by_icb(parts: list[Part], old, new) -> list[list[str]]:
    """Boards and NHS regions; membership is dated only where the area itself is not."""
    old_region = {row["icb_code"]: row["nhser_code"] for row in old}
    new_region = {row["icb_code"]: row["nhser_code"] for row in new}
    members = []
    for part in parts:
        before, after = part["icb24"], part["icb26"]
        if not before:
            continue
        if before == after:
            members.append(member("icb", before, part))
        else:
            # A board in both lists that gains or loses the part needs the day; an ended one does not.
            members.append(member("icb", before, part, until=ICB_DAY_BEFORE if before in new_region else ""))
            members.append(member("icb", after, part, since=ICB_REDRAWN if after in old_region else ""))
        if old_region[before] == new_region[after]:
            members.append(member("nhs_region", old_region[before], part))
        else:
            members.append(member("nhs_region", old_region[before], part, until=ICB_DAY_BEFORE))
            members.append(member("nhs_region", new_region[after], part, since=ICB_REDRAWN))
    return members


def by_probation_region(master, parts: list[Part], regions) -> list[list[str]]:
    """Probation regions, which the districts name and the regions number."""
    keys = {row["probation_region_name"]: row["probation_region_delius_code"] for row in regions}
    of_district = {row["lad24_code"]: keys[row["probation_region"]] for row in master}
    return [member("probation_region", of_district[part["district"]], part) for part in parts]


def by_delivery_unit(units, parts: list[Part]) -> list[list[str]]:
    """Delivery units; where several share a district nobody has published who has how many."""
    sharers: dict[str, int] = {}
    for row in units:
        sharers[row["lad24_code"]] = sharers.get(row["lad24_code"], 0) + 1
    of_district: dict[str, list[Part]] = {}
    for part in parts:
        of_district.setdefault(part["district"], []).append(part)
    members = []
    for row in units:
        for part in of_district[row["lad24_code"]]:
            found = member("pdu", row["pdu_delius_code"], part)
            if sharers[row["lad24_code"]] > 1:
                found[2] = ""
            members.append(found)
    return members


def unit_notes(units) -> list[list[str]]:
    """How every district of every unit was assigned."""
    return [
        [area_id("pdu", row["pdu_delius_code"]), area_id("district", row["lad24_code"]), basis(row["basis"])]
        for row in units
    ]


def basis(words: str) -> str:
    """The source's remark as one of our four words."""
    return ASSUMED if words.startswith(ASSUMED) else BASES[words]
