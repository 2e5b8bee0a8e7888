"""Prisons and courts, and where they lie.

A table by the place itself comes first, then the town, then the name (courts), then the county;
the first rule that decides names itself in `placed_by`. A row that none decides says why. A town
never places a row in a district that its county, or the police force on record, rules out.
"""

import pathlib
import re

import common
import place_rules as rules
from common import area_id
from reference_areas import AREA_HEADER, CODE_HEADER, NAME_HEADER, mergers, names_by_code

PLACE_HEADER = ["area", "town", "county", "district", "police_force", "placed_by"]

# A prison's name in the register: the place, and what it is.
PRISON_NAME = re.compile(r"^(.+?) \((.+)\)$")

# What a prison is called: the words of the register and the ways people write them.
PRISON_STYLES = {
    "HMP": ["HMP"],
    "HMP & YOI": ["HMP & YOI", "HMP/YOI", "HMP"],
    "HMYOI": ["HMYOI"],
    "HM YOI": ["HMYOI", "HM YOI"],
    "STC": ["STC"],
}

# What the name of a court says besides its place.
COURT_WORDS = re.compile(r"\s*(\(.*?\)|Crown Court|Magistrates'? ?Court|Magistrates|\bMC$).*$")


class Gazetteer:
    """The districts of today and of the last years by their names."""

    def __init__(self, master, history):
        self.force_of = {row["lad24_code"]: row["pfa24_code"] for row in master}
        self.nation_of = {row["lad24_code"]: row["nation"] for row in master}
        self.force_named = {row["pfa24_name"]: row["pfa24_code"] for row in master}
        self.district_named = {row["lad24_name"]: row["lad24_code"] for row in master}
        self.plain = {plain(re.sub(r", (City|County) of$", "", name)): key for name, key in self.district_named.items()}
        self.former = former_districts(history, set(self.force_of))

    def forces_of_county(self, county: str) -> list[str]:
        """The codes of the police forces in which the county can lie; none if it says nothing."""
        found = rules.COUNTIES.get(plain(county)) or rules.COUNTIES.get("?" + plain(county)) or []
        return [self.force_named[name] for name in found]

    def force_meant(self, county: str) -> str:
        """The police force that the county alone decides, if it does."""
        found = rules.COUNTIES.get(plain(county))
        return self.force_named[found[0]] if found else ""

    def district_of(self, place: str, county: str) -> tuple[str, str]:
        """(district, how) for the name of a town; both empty if no table has it."""
        name = plain(place)
        for how, key in (
            ("in_table", self.district_named.get(rules.TOWNS.get(f"{name}|{plain(county)}", ""))),
            ("is_district", self.plain.get(name)),
            ("in_table", self.district_named.get(rules.TOWNS.get(name, ""))),
            ("is_former_district", self.former.get(name)),
        ):
            if key and self.agrees(key, county):
                return key, how
        return "", ""

    def agrees(self, district: str, county: str) -> bool:
        """Whether a district can lie in the county as written."""
        forces = self.forces_of_county(county)
        return not forces or self.force_of[district] in forces


def plain(name: str) -> str:
    """A name in small letters with hyphens, stops and commas taken out."""
    text = name.lower().replace("&", "and").replace("-", " ")
    return " ".join(re.sub(r"[.,]", "", text).split())


def former_districts(history, current: set[str]) -> dict[str, str]:
    """The district of today in which each former district went up, by its plain name."""
    successor = {old: new for old, new, _ in mergers(history)}
    found = {}
    for key, names in names_by_code(history).items():
        if key not in current:
            end = key
            while end in successor:
                end = successor[end]
            found.update({plain(name): end for name in names})
    return found


def tables(source: pathlib.Path) -> common.Tables:
    """Places, with their areas, codes and names."""
    geo, domain = source / "data" / "geo", source / "domain"
    history = [r for r in common.read_csv(geo / "lad_code_history_2016-2024.csv") if r["ltla24_code"][0] in "EW"]
    gazetteer = Gazetteer(common.read_csv(geo / "lad_master.csv"), history)
    derived = common.read_csv(source / "data" / "cjs" / "prisons_active_clean.csv")
    prisons = [prison(row, gazetteer) for row in all_prisons(common.read_csv(domain / "prison_register.csv"), derived)]
    courts = [court(row, gazetteer) for row in common.read_csv(domain / "court_register.csv")]
    places = prisons + courts
    names = [row for made in places for row in made["names"]]
    names += [[area_id("prison", key), name, note] for key, name, note in rules.PRISON_NAMES]
    return {
        "reference/places.csv": common.table(PLACE_HEADER, [made["place"] for made in places]),
        "reference/areas.csv": common.table(AREA_HEADER, [made["area"] for made in places]),
        "reference/area_codes.csv": common.table(CODE_HEADER, [made["code"] for made in places]),
        "reference/area_names.csv": common.table(NAME_HEADER, names),
    }


# Prisons

def all_prisons(register, derived) -> list[dict[str, str]]:
    """The prisons of both extracts; the police force is only in the second."""
    force = {row["prison_id"]: row["pfa24_code_derived"] for row in derived}
    rows = {row["prison_id"]: {**row, "name": row["prison_name"]} for row in derived}
    rows.update({row["prison_id"]: row for row in register})
    return [{**row, "force": force.get(key, "")} for key, row in sorted(rows.items())]


def prison(row: dict[str, str], gazetteer: Gazetteer) -> dict[str, list]:
    """One prison as rows of every table."""
    key = row["prison_id"]
    area = area_id("prison", key)
    town, county = rules.WRONG_PRISON_TOWNS.get(key, (row["town"], row["county"]))
    district, force, how = place_prison(key, town, county, row["force"], gazetteer)
    return {
        "area": [area, "prison", row["name"], row["country"], "", "", "prison-register"],
        "code": [area, "prison", key, "", ""],
        "names": [[area, name, "short"] for name in prison_names(row["name"])],
        "place": place_row(area, town, county, district, force, how),
    }


def place_prison(key, town, county, force, gazetteer) -> tuple[str, str, str]:
    """(district, police force, rule); a district outside the force on record is refused."""
    found, how = gazetteer.district_named.get(rules.PRISON_DISTRICTS.get(key, ""), ""), "prison_in_table"
    if not found:
        found, how = gazetteer.district_of(town, county)
        how = f"town_{how}"
    if key in rules.OPEN_PRISONS:
        return "", force, f"force_on_record: district left open, {rules.OPEN_PRISONS[key]}"
    if found and force in ("", gazetteer.force_of[found]):
        return found, gazetteer.force_of[found], how
    if force:
        return "", force, "force_on_record: no rule decides the district"
    return "", "", "unplaced: neither town nor county decides"


def prison_names(name: str) -> list[str]:
    """`Altcourse (HMP & YOI)` as `Altcourse`, `HMP Altcourse`, `HMP/YOI Altcourse`."""
    match = PRISON_NAME.match(name)
    if not match:
        return []
    styles = PRISON_STYLES[match[2]]
    return [*(f"{style} {match[1]}" for style in styles), match[1]]


# Courts

def court(row: dict[str, str], gazetteer: Gazetteer) -> dict[str, list]:
    """One court as rows of every table."""
    key, town, county = row["court_code"], row["town"], row["county"].strip(", ")
    area = area_id("court", key)
    district, force, how = place_court(key, row["court_name"], town, county, gazetteer)
    nation = gazetteer.nation_of[district] if district else row["country"]
    spelled = row["court_name"].replace("Magistrates Court", "Magistrates' Court")
    return {
        "area": [area, "court", row["court_name"], nation, "", "", "court-register"],
        "code": [area, "court", key, "", ""],
        "names": [[area, spelled, "spelling"]] if spelled != row["court_name"] else [],
        "place": place_row(area, town, county, district, force, how),
    }


def place_court(key, name, town, county, gazetteer) -> tuple[str, str, str]:
    """(district, police force, rule) of a court."""
    if key in rules.UNPLACED_COURTS:
        return "", "", f"unplaced: {rules.UNPLACED_COURTS[key]}"
    if key in rules.COURT_DISTRICTS:
        district = gazetteer.district_named[rules.COURT_DISTRICTS[key]]
        return district, gazetteer.force_of[district], "court_in_table"
    if key in rules.COURT_FORCES:
        return "", gazetteer.force_named[rules.COURT_FORCES[key]], "court_in_table"
    tries = [("name", court_place(name), "")]
    if key not in rules.ADDRESS_OF_ANOTHER_COURT:
        tries = [("town", town, county), ("name", court_place(name), county)]
    for prefix, place, within in tries:
        if plain(place) in rules.WIDE_TOWNS:
            continue
        district, how = gazetteer.district_of(place, within)
        if district:
            return district, gazetteer.force_of[district], f"{prefix}_{how}"
    district = gazetteer.district_named.get(rules.COUNTY_DISTRICTS.get(plain(county), ""))
    if district:
        return district, gazetteer.force_of[district], "county_is_district"
    force = gazetteer.force_meant(county)
    if force:
        return "", force, "county_is_police_force"
    return "", "", "unplaced: no table has the town or the name" if town else "unplaced: no town, and no table has the name"


def court_place(name: str) -> str:
    """The place in the name of a court: `Taunton Deane (West Somerset) Magistrates Court`."""
    return COURT_WORDS.sub("", name).strip()


def place_row(area, town, county, district, force, how) -> list[str]:
    """A row of places.csv."""
    return [
        area, town, county,
        area_id("district", district) if district else "",
        area_id("police_force", force) if force else "",
        how,
    ]
