"""Where each area stands on a map of tiles of one size.

Nothing of the boundaries goes into the table but which tile an area has. An area wants to lie one
tile from each neighbour, in the direction in which the neighbour lies; those wishes are met as well
as they can be all together, and then rounded to whole columns and rows.
"""

import collections
import json
import math
import pathlib

import common
import reference_areas
import tile_layout

HEADER = ["kind", "code", "other_codes", "column", "row"]
TABLE = "../dashboard/src/pages/map/tiles.csv"

# A degree of longitude in degrees of latitude, in the middle of England and Wales.
NARROW = math.cos(math.radians(53))


def tables(source: pathlib.Path) -> common.Tables:
    """The table of tiles."""
    maps = source / "data" / "maps"
    geo = source / "data" / "geo"
    master = common.read_csv(geo / "lad_master.csv")
    districts = shapes(maps / "lad24.geojson")
    wales = {row["lhb22_code"] for row in master if row["lhb22_code"]}
    after = shapes(maps / "health26.geojson")
    before = shapes(maps / "icb24.geojson") | {code: after[code] for code in wales}
    delius = {
        row["probation_region_name"]: row["probation_region_delius_code"]
        for row in common.read_csv(geo / "probation_regions.csv")
    }
    probation = {delius[name]: rings for name, rings in shapes(maps / "probation.geojson", "name").items()}
    boards = tile_layout.layout(before)
    successions = common.read_csv(geo / "icb_succession_2026-04-01.csv")
    boards |= tile_layout.heirs(boards, after, predecessors(successions))
    kinds = {
        "district": tile_layout.layout(districts),
        "upper_tier": tile_layout.layout(united(districts, master, "utla23_code")),
        "police_force": tile_layout.layout(shapes(maps / "pfa24.geojson")),
        "probation_region": tile_layout.layout(probation),
        "nhs_region": tile_layout.layout(united(districts, master, "nhser_code")),
        "icb": {code: tile for code, tile in boards.items() if code not in wales},
        "health_board": {code: tile for code, tile in boards.items() if code in wales},
    }
    others = other_codes(reference_areas.tables(source)["reference/area_codes.csv"])
    rows = [
        [kind, code, common.LIST_MARK.join(others.get(common.area_id(kind, code), [])), str(column), str(row)]
        for kind, tiles in kinds.items()
        for code, (column, row) in sorted(tiles.items())
    ]
    return {TABLE: common.table(HEADER, rows)}


def shapes(path: pathlib.Path, key: str = "code") -> tile_layout.Shapes:
    """The rings of every area of a boundary file, in degrees as long east as north."""
    found: tile_layout.Shapes = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"]
        if geometry["type"] == "Polygon":
            polygons = [polygons]
        # What is cut out of an area is another's: the outer ring says where it lies.
        found[feature["properties"][key]] = [
            [(x * NARROW, y) for x, y in polygon[0]] for polygon in polygons
        ]
    return found


def united(districts: tile_layout.Shapes, master: list[dict[str, str]], column: str) -> tile_layout.Shapes:
    """Areas that are made of whole districts."""
    found: tile_layout.Shapes = collections.defaultdict(list)
    for row in master:
        if row[column]:
            found[row[column]] += districts[row["lad24_code"]]
    return dict(found)


def other_codes(codes: common.Table) -> dict[str, list[str]]:
    """The codes besides its first by which an area, retired codes included, may be told."""
    found: dict[str, list[str]] = collections.defaultdict(list)
    for area, scheme, code, _, _ in codes[1]:
        if scheme in ("gss", "ndelius") and code != area.partition(":")[2]:
            found[area].append(code)
    return {area: sorted(more) for area, more in found.items()}


def predecessors(successions: list[dict[str, str]]) -> dict[str, list[str]]:
    """Which boards each new one followed."""
    found: dict[str, list[str]] = collections.defaultdict(list)
    for row in successions:
        found[row["successor_ons"]].append(row["predecessor_ons"])
    # A board that kept its ODS code and grew keeps its tile.
    for old, new, _ in reference_areas.MORE_ICB_SUCCESSIONS:
        found[new] = [old]
    return dict(found)
