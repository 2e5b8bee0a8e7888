"""Which area ids the sources can vouch for, and how each area is called."""

import pathlib

import common

# (file, kind, column of the key, column of the name); the first name of an id is kept.
GEOGRAPHIES = [
    ("data/geo/lad_master.csv", "district", "lad24_code", "lad24_name"),
    ("data/geo/lad_master.csv", "upper_tier", "utla23_code", "utla23_name"),
    ("data/geo/lad_master.csv", "region", "region24_code", "region24_name"),
    ("data/geo/lad_master.csv", "health_board", "lhb22_code", "lhb22_name"),
    ("data/geo/icb_42_2022-2026.csv", "icb", "icb_code", "icb_name"),
    ("data/geo/icb_36_from_2026-04.csv", "icb", "icb_code", "icb_name"),
    ("data/geo/nhs_england_regions.csv", "nhs_region", "nhser_code", "nhser_name"),
    ("data/geo/police_force_areas_43.csv", "police_force", "pfa24_code", "pfa24_name"),
    ("data/geo/probation_regions.csv", "probation_region", "probation_region_delius_code", "probation_region_name"),
    ("domain/probation_delivery_units.csv", "pdu", "pdu_code", "pdu_name"),
    ("domain/prison_register.csv", "prison", "prison_id", "name"),
    ("data/cjs/prisons_active_clean.csv", "prison", "prison_id", "prison_name"),
    ("domain/court_register.csv", "court", "court_code", "court_name"),
]

NATIONS = {
    "nation:E92000001": "England",
    "nation:W92000004": "Wales",
    "nation:K04000001": "England and Wales",
    "nation:K02000001": "United Kingdom",
}


def load(source: pathlib.Path) -> dict[str, str]:
    """Area id to name."""
    names = dict(NATIONS)
    for file, kind, key, name in GEOGRAPHIES:
        for row in common.read_csv(source / file):
            if row[key]:
                names.setdefault(f"{kind}:{row[key]}", row[name])
    return names


def by_name(names: dict[str, str], kind: str) -> dict[str, str]:
    """Area name to id, for one kind."""
    return {name: area for area, name in names.items() if area.startswith(f"{kind}:")}


def require(areas: list[str], names: dict[str, str]) -> list[str]:
    """The same areas, or an error that names those which the sources cannot vouch for."""
    unknown = [area for area in areas if area not in names]
    if unknown:
        raise common.Conflict(f"no such areas: {unknown}")
    return areas
