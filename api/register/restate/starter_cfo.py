"""Where CFO Evolution runs: domain/cfo_evolution_locations.csv as starter/cfo_evolution.csv.

The source is seed data that developers of the programme's own system wrote, which is not a
statement of what runs: every row has the grade `other` and a confidence of low, or medium in the
region for which a provider's press release agrees.
"""

import pathlib
import re

import area_index
import bodies
import common
import starter_statements
import statements

FILE = "domain/cfo_evolution_locations.csv"

SOURCE = ("Development seed data of the CFO case assessment and tracking system",
          "https://github.com/ministryofjustice/CFO-CaseAssessmentTrackingSystem", "")

OFFER = "cfo_evolution"
INTENSITY = "low"

COHORTS = {"any": "all", "male": "men", "female": "women"}

# Location type up to the colon, and the stages of what runs there.
STAGES = {"custody": "custody;pre_release", "community": "community_sentence;post_release"}

# The region for which something else agrees with the seed data.
CORROBORATED = {"Yorkshire and Humberside"}

# Prisons whose name is not the register's, or belongs to two of its prisons.
PRISONS = {
    "HMP Feltham": "FMI",
    "HMP Peterborough (F)": "PFI",
    "HMP Peterborough (M)": "PBI",
    "HMP Stanford Hill": "EHI",
}

# Hubs whose name is not that of the district that it decides.
DISTRICTS = {
    "Blackburn": "E06000008",
    "Bristol": "E06000023",
    "Chatham": "E06000035",  # Medway
    "Durham": "E06000047",
    "Huddersfield": "E08000034",  # Kirklees
    "Hull": "E06000010",
    "Newcastle": "E08000021",
    "Stoke": "E06000021",
}

# A location that stands for a whole region.
REGION_WIDE = re.compile(r" Community$")
REGION_WIDE_REASON = "stands for a whole CFO region, which is none of the register's areas, and names no place"


def prisons(names: dict[str, str]) -> dict[str, str]:
    """Prison by the name that a list of locations uses; a name of two prisons is left out."""
    found: dict[str, list[str]] = {}
    for area, name in names.items():
        if area.startswith("prison:"):
            found.setdefault(f"HMP {name.split(' (')[0]}", []).append(area)
    return {name: areas[0] for name, areas in found.items() if len(areas) == 1}


def place(name: str, kind: str, names: dict[str, str]) -> tuple[list[str], str]:
    """The area of a location, or why it has none."""
    if kind.startswith("custody"):
        area = f"prison:{PRISONS[name]}" if name in PRISONS else prisons(names).get(name, "")
        return ([area], "") if area else ([], "no prison of the register has this name")
    if REGION_WIDE.search(name):
        return [], REGION_WIDE_REASON
    area = f"district:{DISTRICTS[name]}" if name in DISTRICTS else area_index.by_name(names, "district").get(name, "")
    return ([area], "") if area else ([], "the name decides no district")


def in_words(row: dict[str, str]) -> str:
    """Our own statement, made from the kind of location."""
    where, _, kind = row["location_type"].partition(": ")
    return (f"Listed as {kind} ({where}) of the {row['contract_region']} contract {row['contract_id']} in development "
            "seed data of the programme's own system.")


def restate(row: dict[str, str], names: dict[str, str]) -> common.Row:
    """One location."""
    areas, why_not = place(row["name"], row["location_type"], names)
    parent = row["parent_location_id"]
    return statements.statement(
        row=f"cfo-{row['location_id']}",
        offers=OFFER,
        areas=common.join(areas),
        cohort=COHORTS[row["gender_provision"]],
        status="live",
        start=row["contract_start"],
        end=row["contract_end"],
        providers=bodies.find(row["provider_tenant"]),
        commissioners=bodies.find("HMPPS"),
        title=f"CFO Evolution, {row['contract_region']}",
        statement=in_words(row),
        grade="other",
        asserted_by="third_party",
        confidence="medium" if row["contract_region"] in CORROBORATED else "low",
        source=statements.source_id(*SOURCE[:2]),
        stages=STAGES[row["location_type"].partition(":")[0]],
        intensity=INTENSITY,
        reference=row["contract_id"],
        part_of=f"cfo-{parent}" if parent else "",
        unplaced=why_not,
    )


def tables(source: pathlib.Path) -> common.Tables:
    """cfo_evolution.csv, its bodies and its source."""
    names = area_index.load(source)
    made = [restate(row, names) for row in common.read_csv(source / FILE)]
    return {
        "starter/cfo_evolution.csv": common.table(statements.COLUMNS, made),
        "starter/bodies.csv": bodies.table(starter_statements.mentioned(made)),
        "starter/sources.csv": common.table(statements.SOURCE_COLUMNS, [statements.source_row(*SOURCE)]),
    }
