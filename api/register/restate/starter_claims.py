"""culturally_informed.csv as claims: who is said to be culturally informed, faith-based or led by and
for a community, by whom, and where.

A claim is never turned into a fact here: its kind, who makes it and how sure the source table is of
it are kept. Rows that offer nothing to a person are kept too, with is_provision false (NO_PROVISION).
"""

import pathlib
import re

import area_index
import bodies
import bodies_voice
import common
import starter_crs
import starter_statements
import starter_voice
import statements
from common import Row, Tables, boolean, join

FILE = "domain/culturally_informed.csv"

# The tables whose titles of a page come first.
FILES = (*starter_voice.FILES, FILE)

COLUMNS = (
    "row,organisation,claim_kind,communities,communities_as_stated,offers,stages,intensity,areas,"
    "works_with_justice,funders,start,end,status,title,statement,asserted_by,source,confidence,"
    "is_provision,unplaced"
).split(",")

# Communities as the source table words them: codes of vocabulary/communities.csv. Black, Asian and
# minority ethnic and its kin are one idiom, and stand for every ethnic minority; a community that is
# named on its own keeps its own code. Age, sex and being in prison are no community. None: the row
# names an ethos or a need, and no community.
COMMUNITIES = {
    "African Caribbean": ("african_caribbean",),
    "African and Caribbean": ("black_african", "black_caribbean"),
    "African and Caribbean men": ("black_african", "black_caribbean"),
    "African heritage communities": ("black",),
    "Asian communities": ("asian",),
    "Black African and Caribbean": ("black_african", "black_caribbean"),
    "Black Caribbean, African, Asian and mixed heritage": (
        "asian", "black_african", "black_caribbean", "mixed_heritage",
    ),
    "Black and African heritage people": ("black",),
    "Black and minority ethnic adults with mental ill health": ("ethnic_minority",),
    "Black and minority ethnic communities": ("ethnic_minority",),
    "Black and minority ethnic mental health service users": ("ethnic_minority",),
    "Black and minority ethnic people in prison": ("ethnic_minority",),
    "Black and minority ethnic people leaving prison with mental health difficulties": ("ethnic_minority",),
    "Black and minority ethnic residents": ("ethnic_minority",),
    "Black communities": ("black",),
    "Black males": ("black",),
    "Black, Asian and minority ethnic": ("ethnic_minority",),
    "Black, Asian and minority ethnic adults": ("ethnic_minority",),
    "Black, Asian and minority ethnic communities": ("ethnic_minority",),
    "Black, Asian and minority ethnic men in prison": ("ethnic_minority",),
    "Black, Asian and minority ethnic people": ("ethnic_minority",),
    "Black, Asian and minority ethnic people in prison": ("ethnic_minority",),
    "Black, Asian and minority ethnic people on probation": ("ethnic_minority",),
    "Black, Asian, minoritised and migrant women": ("ethnic_minority", "migrant"),
    "Black, Asian, minority ethnic and refugee communities": ("ethnic_minority", "refugee_asylum_seeker"),
    "Black, minoritised and migrant women": ("ethnic_minority", "migrant"),
    "Black, minoritised and migrant women; foreign national women": ("ethnic_minority", "foreign_national", "migrant"),
    "Broad range of minority ethnic communities": ("ethnic_minority",),
    "Caribbean and African": ("black_african", "black_caribbean"),
    "Caribbean and African families": ("black_african", "black_caribbean"),
    "Communities experiencing racial inequalities": ("ethnic_minority",),
    "Converts to Islam in prison": ("muslim",),
    "Ethnic minority adults and young people": ("ethnic_minority",),
    "Ethnic minority people in the justice system": ("ethnic_minority",),
    "Ethnic minority people on probation": ("ethnic_minority",),
    "Foreign national men": ("foreign_national",),
    "Foreign national prisoners": ("foreign_national",),
    "Foreign national women": ("foreign_national",),
    "Foreign national, migrant and minority ethnic women": ("ethnic_minority", "foreign_national", "migrant"),
    "Gypsies and Irish Travellers": ("gypsy", "irish_traveller"),
    "Gypsy, Roma and Traveller people": ("gypsy_roma_traveller",),
    "Gypsy, Roma and Traveller women": ("gypsy_roma_traveller",),
    "Inner-city minority ethnic young people": ("ethnic_minority",),
    "Irish Travellers and Gypsies": ("gypsy", "irish_traveller"),
    "Marginalised ethnic communities with severe mental illness": ("ethnic_minority",),
    "Men in prison referred by chaplaincy": ("faith_any",),
    "Minority ethnic communities; people in prison": ("ethnic_minority",),
    "Minority ethnic men": ("ethnic_minority",),
    "Minority ethnic people on probation": ("ethnic_minority",),
    "Minority ethnic service users": ("ethnic_minority",),
    "Muslim and other minority ethnic communities": ("ethnic_minority", "muslim"),
    "Muslim families with a relative in prison": ("muslim",),
    "Muslim households after arrest of a relative": ("muslim",),
    "Muslim men aged 18 to 35": ("muslim",),
    "Muslim men in prison": ("muslim",),
    "Muslim people aged 16 to 30 leaving prison": ("muslim",),
    "Muslim people in prison": ("muslim",),
    "Muslim women": ("muslim",),
    "Muslims harmed by prison and their families": ("muslim",),
    "Pakistani community and prisoners": ("asian_pakistani",),
    "People affected by the justice system": ("faith_any",),
    "People involved in serious violence and their families": (),
    "People leaving prison seeking a faith community": ("faith_any",),
    "People leaving prison, all faiths": ("faith_any",),
    "People leaving prison, all faiths and none": ("faith_any",),
    "People leaving prison; Muslim-focused origin": ("muslim",),
    "Racialised people under mental health law": ("ethnic_minority",),
    "Racially minoritised people; Black men": ("black", "ethnic_minority"),
    "Refugees and asylum seekers who survived torture": ("refugee_asylum_seeker",),
    "Romany, Roma and Traveller people": ("gypsy_roma_traveller",),
    "South Asian and other minority ethnic communities": ("ethnic_minority", "south_asian"),
    "South Asian women": ("south_asian",),
    "South Asian, Eastern European, African and Caribbean": (
        "black_african", "black_caribbean", "eastern_european", "south_asian",
    ),
    "Travellers": ("traveller",),
    "Young African and Caribbean men": ("black_african", "black_caribbean"),
    "Young Black and minority ethnic men": ("ethnic_minority",),
    "Young Black and minority ethnic men in the justice system": ("ethnic_minority",),
    "Young Black men and boys": ("black",),
    "Young Black men in prison": ("black",),
    "Young adult ethnic minority prisoners": ("ethnic_minority",),
    "Young people leaving custody, all faiths": ("faith_any",),
    "Young racialised men in prison": ("ethnic_minority",),
}

# What every row is about; the offers beside it are those that the row's own text names.
EVERY_OFFER = "culturally_informed_service"
MORE_OFFERS = {
    "CI006": ("womens_centre",),
    "CI018": ("through_the_gate", "peer_mentoring"),
    "CI022": ("peer_support_advocacy",),
    "CI035": ("peer_led_groups",),
    "CI045": ("lived_experience_group",),
    "CI105": ("peer_support_advocacy",),
    "CI106": ("peer_support_advocacy",),
}

# Rows that offer nothing to a person, by why.
NO_PROVISION_BY_REASON = {
    "system statement or finding": ("CI024", "CI036", "CI051", "CI082", "CI083", "CI084", "CI117"),
    "grant or fund without a named provider": ("CI020", "CI021", "CI077"),
    "convening, campaign or network of organisations": (
        "CI019", "CI023", "CI034", "CI041", "CI047", "CI050", "CI078", "CI081", "CI095", "CI097", "CI098",
    ),
    "research, review or tools": ("CI044", "CI046", "CI061", "CI086", "CI096"),
    "scrutiny of complaints for governors": ("CI045",),
    "accreditation of organisations": ("CI089",),
}
NO_PROVISION = {row: why for why, rows in NO_PROVISION_BY_REASON.items() for row in rows}

# How a row names the prime provider in whose supply chain its organisation is.
SUPPLY_CHAIN = re.compile(r"^(.+) \(supply chain of (.+)\)$")
SUPPLY_CHAIN_OFFER = "womens_services"

# Rows about one lot of a city: the contract in crs.csv whose areas are theirs.
LOTS = {"CI114": "PRJ_7283_E", "CI115": "PRJ_7283_N"}

# claim_made_by of the source table: asserted_by.
ASSERTED_BY = {"itself": "itself", "commissioner": "commissioner", "funder": "funder", "third party": "third_party"}

ALL_STAGES = [code for code in statements.STAGE_ORDER if code != "pre_arrest"]
INTENSITIES = {"n/a": "none"}

# Claims in the title that is made for a row.
LABELS = {
    "co-produced": "Co-produced work",
    "culturally_informed_service": "Culturally informed service",
    "faith_based": "Faith-based service",
    "interpreter_or_language": "Interpreting and language help",
    "led_by_and_for": "Service led by and for a community",
    "other": "Other work",
}
NO_PROVISION_LABEL = "Statement on culturally informed services"


def supply_chain(row: dict[str, str]) -> tuple[str, str]:
    """The subcontractor and the prime provider that a row names; empty if it names none."""
    found = SUPPLY_CHAIN.match(row["organisation"])
    return (found.group(1), found.group(2)) if found else ("", "")


def offers(row: dict[str, str]) -> list[str]:
    """The offer codes of a row."""
    crs = [SUPPLY_CHAIN_OFFER] if any(supply_chain(row)) else []
    return [EVERY_OFFER, *crs, *MORE_OFFERS.get(row["id"], ())]


def is_provision(row: dict[str, str]) -> bool:
    """Whether a row speaks of something that a person can be offered."""
    return row["id"] not in NO_PROVISION


def stages(text: str) -> str:
    """The stages of a cell; `all` is every stage from police custody on."""
    return join(ALL_STAGES) if text == "all" else statements.stages(text)


def title(row: dict[str, str], where: str) -> str:
    """Our own short name for a row."""
    organisation, prime = supply_chain(row)
    if row["id"] in LOTS:
        where = f"part of {where}"
    if prime:
        return f"CRS women's services, {where}: {organisation} in the supply chain of {prime}"
    label = LABELS[row["claim_kind"]] if is_provision(row) else NO_PROVISION_LABEL
    return f"{label}, {where}"


def places(row: dict[str, str], names: dict[str, str], contracts: dict[str, str]) -> str:
    """The areas of a row: those of its lot, or the one that its code names."""
    return contracts.get(LOTS.get(row["id"], ""), "") or starter_statements.area(
        row["area_kind"], row["area_code"], names
    )


def restate(row: dict[str, str], names: dict[str, str], contracts: dict[str, str], said_in: str) -> Row:
    """One claim, and the id of the source that it rests on."""
    areas = places(row, names, contracts)
    return [
        row["id"],
        bodies_voice.ids(bodies_voice.organisations(row["organisation"])),
        row["claim_kind"],
        join(COMMUNITIES[row["communities"]]),
        row["communities"],
        join(offers(row)),
        stages(row["justice_stages"]),
        INTENSITIES.get(row["intensity"], row["intensity"]),
        areas,
        row["works_with_justice"],
        bodies_voice.ids(bodies_voice.funders(row["funder_or_commissioner"])),
        row["start"],
        row["end"],
        row["status"],
        title(row, names.get(areas, row["area_name"])),
        row["statement"],
        ASSERTED_BY[row["claim_made_by"]],
        said_in,
        row["confidence"],
        boolean(is_provision(row)),
        "" if areas else f"no {row['area_kind']} has the code {row['area_code'] or '(none)'}",
    ]


def body_names(row: dict[str, str]) -> list[str]:
    """Every body that a row names."""
    return [
        *bodies_voice.organisations(row["organisation"]),
        *bodies_voice.funders(row["funder_or_commissioner"]),
    ]


def areas_of_contracts(source: pathlib.Path) -> dict[str, str]:
    """The areas of every contract in crs.csv."""
    columns, rows = starter_crs.tables(source)["starter/crs.csv"]
    key, areas = columns.index("row"), columns.index("areas")
    return {row[key]: row[areas] for row in rows}


def tables(source: pathlib.Path) -> Tables:
    """The tables that culturally_informed.csv gives."""
    names, contracts = area_index.load(source), areas_of_contracts(source)
    known = starter_voice.pages(source, *FILES)
    rows = common.read_csv(source / FILE)
    bodies_named = [name for row in rows for name in body_names(row)]
    sources = [starter_voice.source_row(row, known) for row in rows]
    made = [restate(row, names, contracts, page[0]) for row, page in zip(rows, sources)]
    return {
        "starter/claims.csv": common.table(COLUMNS, made),
        "starter/bodies.csv": common.table(bodies.COLUMNS, bodies_voice.rows(bodies_named)),
        "starter/sources.csv": common.table(statements.SOURCE_COLUMNS, sources),
    }
