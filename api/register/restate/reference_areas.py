"""Every area that is not a place: its id, its names, its codes and what became of it."""

import pathlib
import re

import common
from common import area_id

AREA_HEADER = ["id", "kind", "name", "nation", "valid_from", "valid_to", "source"]
CODE_HEADER = ["area", "scheme", "code", "valid_from", "valid_to"]
NAME_HEADER = ["area", "name", "note"]
SUCCESSION_HEADER = ["predecessor", "successor", "kind", "date"]

# Integrated care boards were set up on the first day and redrawn on the second.
ICB_BEGAN, ICB_REDRAWN, ICB_DAY_BEFORE = "2022-07-01", "2026-04-01", "2026-03-31"

# The lists of districts that the history compares; a change takes effect on 1 April of the later.
YEARS = range(2016, 2025)

# The source's word for a succession, and ours.
SUCCESSION_KINDS = {"merger": "merger", "split": "split", "acquisition": "enlargement"}

# Successions of boards that the source leaves out: the board kept its ODS code and grew.
MORE_ICB_SUCCESSIONS = [("E54000042", "E54000067", "enlargement")]

NATIONS = [
    # key, name, nation
    ("E92000001", "England", "England"),
    ("W92000004", "Wales", "Wales"),
    ("K04000001", "England and Wales", ""),
    ("K02000001", "United Kingdom", ""),
]

# Counties that unitary districts replaced: code, name, last day, [(successor, kind)].
FORMER_COUNTIES = [
    ("E10000002", "Buckinghamshire", "2020-03-31", [("E06000060", "recode_or_rename")]),
    ("E10000006", "Cumbria", "2023-03-31", [("E06000063", "split"), ("E06000064", "split")]),
    ("E10000009", "Dorset", "2019-03-31", [("E06000059", "split"), ("E06000058", "split")]),
    ("E10000021", "Northamptonshire", "2021-03-31", [("E06000061", "split"), ("E06000062", "split")]),
    ("E10000023", "North Yorkshire", "2023-03-31", [("E06000065", "recode_or_rename")]),
    ("E10000027", "Somerset", "2023-03-31", [("E06000066", "recode_or_rename")]),
]

# Codes of areas that no list here carries any longer.
RETIRED_CODES = [("nhs_region:E40000012", "gss", "E40000009")]

# A police and crime commissioner id that is a remark and not an id.
NO_COMMISSIONER = "(mayor)"

# Other names under which areas go in the sources.
OTHER_NAMES = [
    ("police_force:E23000001", "Metropolitan", "spelling"),
    ("police_force:E23000001", "Metropolitan Police Service", "alternative"),
    ("police_force:E23000034", "City of London", "alternative"),
    ("police_force:E23000034", "City of London Police", "alternative"),
    ("police_force:E23000036", "Avon & Somerset", "spelling"),
    ("police_force:E23000030", "Hampshire and Isle of Wight", "alternative"),
    ("police_force:E23000021", "Leicester, Leicestershire & Rutland", "alternative"),
    ("police_force:E23000021", "Leicester, Leicestershire and Rutland", "alternative"),
    ("police_force:W15000004", "Dyfed Powys", "spelling"),
    ("region:E12000003", "Yorkshire & The Humber", "spelling"),
    ("region:E12000003", "Yorkshire and Humber", "alternative"),
    ("region:E12000006", "East", "alternative"),
    ("nhs_region:E40000012", "North East & Yorkshire", "spelling"),
    ("probation_region:N55", "Yorkshire and Humber", "alternative"),
    ("nation:W92000004", "Cymru", "alternative"),
    ("nation:K04000001", "England & Wales", "spelling"),
    ("nation:K02000001", "UK", "short"),
    ("district:E06000010", "Hull", "short"),
    ("district:W06000001", "Ynys Môn", "alternative"),
]

# Names of the source that say nothing more (`X UA`, `X London Boro`) or lost a letter.
USELESS_NAME = re.compile(r"( UA| Boro)$|[^\x20-\u017f]|ï¿½")

# What a short name leaves out.
ICB_NAME = re.compile(r"^NHS (.+) Integrated Care Board$")
HEALTH_BOARD_NAME = re.compile(r"^(.+?) (?:University|Teaching) Health Board$")

# Misspellings in the names of delivery units, and what is meant.
PDU_SPELLINGS = [
    ("Malden", "Maldon"),
    ("Castlepoint", "Castle Point"),
    ("Blackburn with Darwin", "Blackburn with Darwen"),
    ("Conway", "Conwy"),
]

# Words that stay small inside a name.
SMALL_WORDS = {"of", "and", "the", "upon", "on", "in", "under", "with", "le", "by"}

# Kinds in which `X, City of` is also called X; the City of London Police is not called London.
TURNED_KINDS = ("district", "upper_tier")

# Districts that are authorities of both tiers begin with these.
SINGLE_TIER = ("E06", "E08", "E09", "W06")


def tables(source: pathlib.Path) -> common.Tables:
    """The four tables about areas."""
    geo = source / "data" / "geo"
    read = lambda name: common.read_csv(geo / name)
    master = read("lad_master.csv")
    history = [row for row in read("lad_code_history_2016-2024.csv") if row["ltla24_code"][0] in "EW"]
    authorities = read("mysociety_uk_local_authorities_past_current.csv")
    boards = read("icb_42_2022-2026.csv"), read("icb_36_from_2026-04.csv")
    made = [
        districts(master, history, authorities),
        upper_tiers(master, history, authorities),
        icbs(*boards, read("icb_succession_2026-04-01.csv")),
        health_boards(master, common.read_csv(source / "data" / "nhs_orgs" / "rcpch_local_health_boards.csv")),
        nhs_regions(read("nhs_england_regions.csv")),
        police_forces(read("police_force_areas_43.csv")),
        probation_regions(read("probation_regions.csv"), read("police_force_areas_43.csv")),
        delivery_units(read("probation_delivery_units.csv")),
        regions_and_nations(master),
    ]
    areas, codes, names, successions = ([row for part in made for row in part[i]] for i in range(4))
    codes += [[area, scheme, code, "", ""] for area, scheme, code in RETIRED_CODES]
    names = clean_names(areas, names + [list(row) for row in OTHER_NAMES])
    return {
        "reference/areas.csv": common.table(AREA_HEADER, areas),
        "reference/area_codes.csv": common.table(CODE_HEADER, codes),
        "reference/area_names.csv": common.table(NAME_HEADER, names),
        "reference/area_successions.csv": common.table(SUCCESSION_HEADER, successions),
    }


# Districts

def lifespans(history: list[dict[str, str]]) -> dict[str, tuple[str, str]]:
    """The first and last day of every code that was not in all the lists."""
    seen: dict[str, set[int]] = {}
    for row in history:
        for year in YEARS:
            seen.setdefault(row[f"ltla{year % 100}_code"], set()).add(year)
    first, last = YEARS[0], YEARS[-1]
    return {
        code: (
            "" if min(years) == first else f"{min(years)}-04-01",
            "" if max(years) == last else f"{max(years) + 1}-03-31",
        )
        for code, years in seen.items()
    }


def mergers(history: list[dict[str, str]]) -> list[tuple[str, str, str]]:
    """(old code, new code, day) wherever a district has another code in the next list."""
    found = []
    for row in history:
        for year in YEARS[1:]:
            old, new = row[f"ltla{(year - 1) % 100}_code"], row[f"ltla{year % 100}_code"]
            if old != new:
                found.append((old, new, f"{year}-04-01"))
    return sorted(set(found))


def names_by_code(history: list[dict[str, str]]) -> dict[str, list[str]]:
    """Every name a code had, the oldest first."""
    names: dict[str, list[str]] = {}
    for year in YEARS:
        for row in history:
            listed = names.setdefault(row[f"ltla{year % 100}_code"], [])
            if row[f"ltla{year % 100}_name"] not in listed:
                listed.append(row[f"ltla{year % 100}_name"])
    return names


def districts(master, history, authorities):
    """The 318 districts of April 2024 and those that merged into them since 2016."""
    life = lifespans(history)
    areas, codes, names = [], [], []
    for row in master:
        key = row["lad24_code"]
        area = area_id("district", key)
        since = life[key][0]
        areas.append([area, "district", row["lad24_name"], row["nation"], since, "", "ons-lookups-2024"])
        codes.append([area, "gss", key, since, ""])
        if row["lad26_code"] != key:
            codes.append([area, "gss", row["lad26_code"], "", ""])
    current = {row["lad24_code"] for row in master}
    old_names = names_by_code(history)
    for key in sorted(set(life) - current):
        area, nation = area_id("district", key), nation_of(key)
        areas.append([area, "district", old_names[key][-1], nation, *life[key], "former-districts"])
        codes.append([area, "gss", key, *life[key]])
    for key in life:
        area = area_id("district", key)
        names += [[area, name, "former"] for name in old_names[key][:-1]]
    for row in authorities:
        if row["gss-code"] in life:
            area = area_id("district", row["gss-code"])
            names += other_names(area, row)
            codes += [[area, "gss", code, "", ""] for code in row["former-gss-codes"].split(",") if code]
    successions = [
        [area_id("district", old), area_id("district", new), "merger", day] for old, new, day in mergers(history)
    ]
    return areas, codes, names, successions


def nation_of(code: str) -> str:
    """The nation of an official code, from its first letter."""
    return {"E": "England", "W": "Wales"}[code[0]]


def other_names(area: str, row: dict[str, str]) -> list[list[str]]:
    """The names that an authority's row offers, in ordinary capitals."""
    # A comma without a space after it parts two names; a comma with one belongs to a name.
    offered = re.split(r",(?! )", row["alt-names"]) + [row["nice-name"], row["official-name"]]
    return [[area, capitals(name), "alternative"] for name in offered if name and not USELESS_NAME.search(name)]


def capitals(name: str) -> str:
    """A name written in small letters, with the capitals that it ought to have."""
    name = " ".join(name.split())
    if name != name.lower():
        return name
    words = re.split(r"([ -])", name)
    return "".join(
        word if number and word in SMALL_WORDS else word[:1].upper() + word[1:]
        for number, word in enumerate(words)
    )


def turned_round(name: str) -> list[str]:
    """`Bristol, City of` as `Bristol` and `City of Bristol`."""
    match = re.fullmatch(r"(.+), (City|County) of", name)
    return [match[1], f"{match[2]} of {match[1]}"] if match else []


# Upper tiers

def upper_tiers(master, history, authorities):
    """Counties, and every single-tier district once more as its own upper tier."""
    life, old_names = lifespans(history), names_by_code(history)
    areas, codes, names = [], [], []

    def add(key, name, nation, since, until, source):
        area = area_id("upper_tier", key)
        areas.append([area, "upper_tier", name, nation, since, until, source])
        codes.append([area, "gss", key, since, until])

    for key, (name, nation) in sorted({r["utla23_code"]: (r["utla23_name"], r["nation"]) for r in master}.items()):
        add(key, name, nation, life.get(key, ("", ""))[0], "", "ons-lookups-2024")
    current = {row["lad24_code"] for row in master}
    former = [key for key in sorted(set(life) - current) if key.startswith(SINGLE_TIER)]
    for key in former:
        add(key, old_names[key][-1], nation_of(key), *life[key], "former-districts")
    for key, name, until, _ in FORMER_COUNTIES:
        add(key, name, "England", "", until, "local-authority-names")
    known = {row[0] for row in areas}
    for row in authorities:
        area = area_id("upper_tier", row["gss-code"])
        if area in known and row["gss-code"].startswith("E10"):
            names += other_names(area, row)
    successions = [
        [area_id("upper_tier", old), area_id("upper_tier", new), "merger", day]
        for old, new, day in mergers(history)
        if old in former
    ]
    for key, _, until, successors in FORMER_COUNTIES:
        day = f"{until[:4]}-04-01"
        successions += [[area_id("upper_tier", key), area_id("upper_tier", new), kind, day] for new, kind in successors]
    return areas, codes, names, successions


# The NHS

def icbs(old, new, succession):
    """The 42 boards of 2022 and the 36 of 2026; a board in both lists never ended."""
    old_keys, new_keys = ({row["icb_code"] for row in rows} for rows in (old, new))
    areas, codes, names = [], [], []
    for row in {row["icb_code"]: row for row in old + new}.values():
        key = row["icb_code"]
        area = area_id("icb", key)
        life = [ICB_BEGAN if key in old_keys else ICB_REDRAWN, "" if key in new_keys else ICB_DAY_BEFORE]
        source = "ons-lookups-2024" if key in old_keys else "icb-2026"
        areas.append([area, "icb", row["icb_name"], "England", *life, source])
        codes.append([area, "gss", key, *life])
        codes.append([area, "ods", row["icb_ods_code"], *life])
        short = ICB_NAME.match(row["icb_name"])[1]
        names += [[area, short, "short"], [area, f"{short} ICB", "short"]]
    successions = [
        [area_id("icb", r["predecessor_ons"]), area_id("icb", r["successor_ons"]), SUCCESSION_KINDS[r["type"]], r["date"]]
        for r in succession
    ]
    successions += [
        [area_id("icb", before), area_id("icb", after), kind, ICB_REDRAWN]
        for before, after, kind in MORE_ICB_SUCCESSIONS
    ]
    return areas, codes, names, successions


def health_boards(master, ods):
    """The seven boards of Wales; the ODS list is joined by the official code."""
    ods_codes = {row["gss_code"]: row["ods_code"] for row in ods}
    areas, codes, names = [], [], []
    found = {row["lhb22_code"]: row["lhb22_name"] for row in master if row["lhb22_code"]}
    for key, name in sorted(found.items()):
        area = area_id("health_board", key)
        areas.append([area, "health_board", name, "Wales", "", "", "health-boards"])
        codes += [[area, "gss", key, "", ""], [area, "ods", ods_codes[key], "", ""]]
        names.append([area, HEALTH_BOARD_NAME.match(name)[1], "short"])
    return areas, codes, names, []


def nhs_regions(rows):
    """The seven regions of NHS England."""
    areas, codes = [], []
    for row in rows:
        area = area_id("nhs_region", row["nhser_code"])
        areas.append([area, "nhs_region", row["nhser_name"], "England", "", "", "nhs-regions"])
        codes += [[area, "gss", row["nhser_code"], "", ""], [area, "ods", row["nhser_ods_code"], "", ""]]
    return areas, codes, [], []


# Justice

def ampersand(area: str, name: str) -> list[list[str]]:
    """The spelling with `and` of a name with `&`."""
    return [[area, name.replace("&", "and"), "spelling"]] if "&" in name else []


def police_forces(rows):
    """The 43 police force areas with the ids of their commissioners."""
    areas, codes, names = [], [], []
    for row in rows:
        key, name = row["pfa24_code"], row["pfa24_name"]
        area = area_id("police_force", key)
        areas.append([area, "police_force", name, nation_of(key), "", "", "ons-lookups-2024"])
        codes.append([area, "gss", key, "", ""])
        if row["pcc_region_id"] != NO_COMMISSIONER:
            codes.append([area, "pcc", row["pcc_region_id"], "", ""])
        names += ampersand(area, name)
    return areas, codes, names, []


def probation_regions(rows, forces):
    """The twelve probation regions with their nDelius codes and letters."""
    letters = {row["probation_region_delius_code"]: row["nps_region_letter"] for row in forces}
    areas, codes, names = [], [], []
    for row in rows:
        key, name = row["probation_region_delius_code"], row["probation_region_name"]
        area = area_id("probation_region", key)
        nation = "Wales" if name == "Wales" else "England"
        areas.append([area, "probation_region", name, nation, "", "", "probation-delivery-units"])
        codes += [[area, "ndelius", key, "", ""], [area, "nps_region", letters[key], "", ""]]
        names += ampersand(area, name)
    return areas, codes, names, []


def delivery_units(rows):
    """The 109 probation delivery units; the two national units are no areas."""
    areas, codes, names = [], [], []
    for row in rows:
        if row["probation_region_name"] == "National":
            continue
        key, name = row["pdu_delius_code"], row["pdu_name"]
        area = area_id("pdu", key)
        nation = "Wales" if row["probation_region_name"] == "Wales" else "England"
        areas.append([area, "pdu", name, nation, "", "", "probation-delivery-units"])
        codes.append([area, "ndelius", key, "", ""])
        names.append([area, name.split(" (")[0], "short"])
        names.append([area, spelled(name), "spelling"])
    return areas, codes, names, []


def spelled(name: str) -> str:
    """The name of a delivery unit without its misspellings."""
    for wrong, right in PDU_SPELLINGS:
        name = name.replace(wrong, right)
    return name


def regions_and_nations(master):
    """The nine regions of England, the two nations, the two together, and the United Kingdom."""
    areas, codes = [], []
    found = {row["region24_code"]: row["region24_name"] for row in master if row["region24_code"].startswith("E12")}
    for key, name in sorted(found.items()):
        areas.append([area_id("region", key), "region", name, "England", "", "", "ons-lookups-2024"])
        codes.append([area_id("region", key), "gss", key, "", ""])
    for key, name, nation in NATIONS:
        areas.append([area_id("nation", key), "nation", name, nation, "", "", "ons-lookups-2024"])
        codes.append([area_id("nation", key), "gss", key, "", ""])
    return areas, codes, [], []


# Names

def clean_names(areas: list[list[str]], names: list[list[str]]) -> list[list[str]]:
    """Each other name once, none that is the area's own or the own name of its like.

    A name that two areas of one kind offer stays with neither unless one has it as `former` or
    `short`: it would find the wrong one.
    """
    own = {area: name.lower() for area, _, name, *_ in areas}
    kinds = {area: kind for area, kind, *_ in areas}
    taken = {(kind, name.lower()) for _, kind, name, *_ in areas}
    names = names + [[area, other, "alternative"] for area, kind, name, *_ in areas if kind in TURNED_KINDS for other in turned_round(name)]
    offered: dict[tuple[str, str], set[str]] = {}
    for area, name, note in names:
        if note == "alternative":
            offered.setdefault((kinds[area], name.lower()), set()).add(area)
    kept, seen = [], set()
    for area, name, note in names:
        like = (kinds[area], name.lower())
        if name.lower() == own[area] or (area, name.lower()) in seen:
            continue
        if note == "alternative" and (like in taken or len(offered[like]) > 1):
            continue
        seen.add((area, name.lower()))
        kept.append([area, name, note])
    return kept
