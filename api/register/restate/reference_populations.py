"""Counts of residents: mid-2022, census 2021, and the 19 ethnic groups of the census."""

import pathlib

import common
from common import area_id

HEADER = ["district", "measure", "group", "count", "source"]
FORCE_HEADER = ["area", "measure", "group", "count", "source"]

# The census's words for its 19 groups, and ours.
ETHNIC_GROUPS = {
    "Asian, Asian British or Asian Welsh: Bangladeshi": "asian_bangladeshi",
    "Asian, Asian British or Asian Welsh: Chinese": "asian_chinese",
    "Asian, Asian British or Asian Welsh: Indian": "asian_indian",
    "Asian, Asian British or Asian Welsh: Pakistani": "asian_pakistani",
    "Asian, Asian British or Asian Welsh: Other Asian": "asian_other",
    "Black, Black British, Black Welsh, Caribbean or African: African": "black_african",
    "Black, Black British, Black Welsh, Caribbean or African: Caribbean": "black_caribbean",
    "Black, Black British, Black Welsh, Caribbean or African: Other Black": "black_other",
    "Mixed or Multiple ethnic groups: White and Asian": "mixed_white_and_asian",
    "Mixed or Multiple ethnic groups: White and Black African": "mixed_white_and_black_african",
    "Mixed or Multiple ethnic groups: White and Black Caribbean": "mixed_white_and_black_caribbean",
    "Mixed or Multiple ethnic groups: Other Mixed or Multiple ethnic groups": "mixed_other",
    "White: English, Welsh, Scottish, Northern Irish or British": "white_british",
    "White: Irish": "white_irish",
    "White: Gypsy or Irish Traveller": "white_gypsy_or_irish_traveller",
    "White: Roma": "white_roma",
    "White: Other White": "white_other",
    "Other ethnic group: Arab": "other_arab",
    "Other ethnic group: Any other ethnic group": "other_any_other",
}

# The census by police force area: column, measure.
FORCE_MEASURES = [
    ("census2021_population", "census_2021"),
    ("census2021_population_20plus", "census_2021_aged_20_plus"),
]

EVERYBODY = "all"


def tables(source: pathlib.Path) -> common.Tables:
    """The two tables of counts."""
    folder = source / "data" / "population"
    read = lambda name: common.read_csv(folder / name)
    history = common.read_csv(source / "data" / "geo" / "lad_code_history_2016-2024.csv")
    forces = common.read_csv(source / "data" / "geo" / "police_force_areas_43.csv")
    rows = (
        counts(read("ethnicity_census2021_lad24.csv"), "lad24_code", "all", "census_2021", "census-2021-ethnic-group")
        + ethnic_groups(read("ethnicity_census2021_lad21_19groups_long.csv"), history)
        + counts(read("lad_population_mid2022.csv"), "lad_code", "population_mid_2022", "mid_2022", "population-mid-2022")
    )
    return {
        "reference/populations.csv": common.table(HEADER, rows),
        "reference/police_force_populations.csv": common.table(
            FORCE_HEADER, force_counts(common.read_csv(source / "domain" / "pfa_population_2021.csv"), forces)
        ),
    }


def counts(rows, key: str, column: str, measure: str, source: str) -> list[list[str]]:
    """One count of everybody per district."""
    return [[area_id("district", row[key]), measure, EVERYBODY, row[column], source] for row in rows]


def ethnic_groups(rows, history) -> list[list[str]]:
    """The groups of the districts of 2021, added up to the districts of 2024."""
    now = {row["ltla21_code"]: row["ltla24_code"] for row in history}
    sums: dict[tuple[str, str], int] = {}
    for row in rows:
        cell = now[row["ltla21_code"]], ETHNIC_GROUPS[row["ethnic_group"]]
        sums[cell] = sums.get(cell, 0) + whole(row["value"])
    return [
        [area_id("district", key), "census_2021_ethnic_group", group, str(count), "census-2021-ethnic-group"]
        for (key, group), count in sorted(sums.items())
    ]


def whole(text: str) -> int:
    """A whole number that the source may write with `.0`."""
    number = float(text)
    if number != int(number):
        raise ValueError(f"not a whole number: {text}")
    return int(number)


def force_counts(rows, forces) -> list[list[str]]:
    """The census by police force area; the source has the names of the areas only."""
    keys = {row["pfa24_name"]: row["pfa24_code"] for row in forces}
    return [
        [area_id("police_force", keys[row["pfa24"]]), measure, EVERYBODY, row[column], "census-2021-police-force-areas"]
        for row in rows
        for column, measure in FORCE_MEASURES
    ]
