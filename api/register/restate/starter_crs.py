"""Commissioned Rehabilitative Services: data/services/crs as starter/crs.csv and starter/crs_rules.csv.

Titles, descriptions and locations are read to place a contract and never written: every title and
statement here is made by rule. crs_rules.csv says which rule placed each contract and named its offer.
"""

import datetime
import pathlib
import re

import area_index
import bodies
import common
import starter_statements
import statements

CONTRACTS = "data/services/crs/crs_contracts.csv"
ACTIVITIES = "data/services/crs/crs_activities.csv"
POLICE = "data/geo/police_force_areas_43.csv"

SOURCE = ("Contract definitions of the HMPPS interventions service",
          "https://github.com/ministryofjustice/hmpps-interventions-service", "2026-08")

# The day the register was made: a contract hidden later than this is not known to have ended.
AS_OF = "2026-11-22"

# Contract type, up to the first hyphen.
OFFERS = {
    "ACC": "accommodation",
    "DNR": "crs_dependency_recovery",
    "ETE": "crs_education_training_employment",
    "FBD": "crs_finance_benefit_debt",
    "MTR": "peer_mentoring",
    "PWB": "personal_wellbeing",
    "WOS": "womens_services",
    "WSM": "womens_services",
}

# None of them is treatment, whatever need an activity is listed under.
INTENSITY = "low"
EMOTIONAL = "emotional"

STAGES = {"personal_wellbeing": "community_sentence;post_release"}
OTHER_STAGES = "community_sentence;pre_release;post_release"
CUSTODY_STAGES = "custody;pre_release"
COMMUNITY_STAGES = "community_sentence;post_release"

# Men, women, youngest and oldest age allowed.
COHORTS = {
    ("True", "True", "18", ""): "all",
    ("True", "False", "18", ""): "men",
    ("True", "False", "18", "25"): "young_adults_men",
    ("True", "False", "26", ""): "men_26_and_over",
    ("False", "True", "18", ""): "women",
}

# Districts and counties by the words of a title; a title that ends with them is smaller than the
# police force or probation region that the contract is listed under.
DISTRICTS = {
    "Bath and North East Somerset": ["district:E06000022"],
    "Bolton": ["district:E08000001"],
    "Bournemouth, Christchurch and Poole": ["district:E06000058"],
    "Bristol": ["district:E06000023"],
    "Bury": ["district:E08000002"],
    "Cornwall": ["district:E06000052"],
    "Manchester": ["district:E08000003"],
    "North Somerset": ["district:E06000024"],
    "Oldham": ["district:E08000004"],
    "Plymouth": ["district:E06000026"],
    "Rochdale": ["district:E08000005"],
    "Salford": ["district:E08000006"],
    "Somerset": ["district:E06000066"],
    "South Gloucestershire": ["district:E06000025"],
    "Stockport": ["district:E08000007"],
    "Swindon": ["district:E06000030"],
    "Tameside": ["district:E08000008"],
    "Torbay": ["district:E06000027"],
    "Trafford": ["district:E08000009"],
    "Wigan": ["district:E08000010"],
    "Wigan and Leigh": ["district:E08000010"],
}

# The dependency contracts of the South West are let by council area: there these words mean the
# council and not the police force of the same name.
SOUTH_WEST_COUNCILS = {
    "Devon": ["upper_tier:E10000008"],
    "Dorset": ["district:E06000059"],
    "Wiltshire": ["district:E06000054"],
}
BY_COUNCIL = "DNR-SW"

FORCES = {
    "Avon and Somerset and Gloucestershire": ["police_force:E23000036", "police_force:E23000037"],
    "Dorset and Wiltshire": ["police_force:E23000039", "police_force:E23000038"],
    "Cleveland": ["police_force:E23000013"],
    "Durham": ["police_force:E23000008"],
    "Humberside": ["police_force:E23000012"],
    "North Yorkshire": ["police_force:E23000009"],
    "West Yorkshire": ["police_force:E23000010"],
}

PROBATION_REGIONS = {
    "East Midlands": "N53",
    "East of England": "N56",
    "Greater Manchester": "N50",
    "Kent, Surrey and Sussex": "N57",
    "London": "N07",
    "North East": "N54",
    "North West": "N51",
    "South Central": "N59",
    "South West": "N58",
    "Wales": "N03",
    "West Midlands": "N52",
    "Yorkshire and the Humber": "N55",
}

# Boroughs by the words that contracts for parts of London use. City of London is one of them.
LONDON_BOROUGHS = {
    "Barking": "E09000002", "Barnet": "E09000003", "Bexley": "E09000004", "Brent": "E09000005",
    "Bromley": "E09000006", "Camden": "E09000007", "Chelsea": "E09000020", "City of London": "E09000001",
    "Croydon": "E09000008", "Ealing": "E09000009", "Enfield": "E09000010", "Fulham": "E09000013",
    "Greenwich": "E09000011", "Hackney": "E09000012", "Haringey": "E09000014", "Harrow": "E09000015",
    "Havering": "E09000016", "Hillingdon": "E09000017", "Hounslow": "E09000018", "Islington": "E09000019",
    "Kingston": "E09000021", "Lambeth": "E09000022", "Lewisham": "E09000023", "Merton": "E09000024",
    "Newham": "E09000025", "Redbridge": "E09000026", "Richmond": "E09000027", "Southwark": "E09000028",
    "Sutton": "E09000029", "Tower Hamlets": "E09000030", "Waltham Forest": "E09000031",
    "Wandsworth": "E09000032", "Westminster": "E09000033",
}

# Names that hold the name of a borough and are not in it.
NOT_BOROUGHS = ("East Sutton Park",)

# A contract for a part of London says so in brackets at the end of its title.
PART_OF_LONDON = re.compile(r"\((north|south|E/NE|W/NW|S/SE)\)$")

# Prisons by the words of a list of locations.
PRISONS = {
    "HMP Deerbolt": "DTI",
    "HMP Doncaster": "DNI",
    "HMP Durham": "DMI",
    "HMP Frankland": "FKI",
    "HMP Holme House": "HHI",
    "HMP Hull": "HLI",
    "HMP Kirklevington Grange": "KVI",
    "HMP Leeds": "LEI",
    "HMP Northumberland": "NLI",
}

# What follows this word in a list of locations is not part of the contract for certain.
OPTIONAL = "Optional:"

# The area that a title ends with stands behind one of these.
BEFORE_THE_AREA = re.compile(r".*(?: in the | in | In the | In | for the | for | - )(.+)$")
AFTER_THE_AREA = re.compile(r" (?:DA|\(.+\))$")


def area_words(title: str) -> str:
    """The words of a title that name its area."""
    found = BEFORE_THE_AREA.match(AFTER_THE_AREA.sub("", title.strip()))
    return found.group(1).strip() if found else ""


def districts_named(words: str) -> list[str]:
    """The districts that a phrase lists, or none unless every name in it is one."""
    if words in DISTRICTS:
        return DISTRICTS[words]
    areas = []
    for name in re.split(r", | and ", words):
        if name not in DISTRICTS:
            return []
        areas += DISTRICTS[name]
    return areas


def boroughs_named(text: str) -> list[str]:
    """The London boroughs that a text names."""
    for name in NOT_BOROUGHS:
        text = text.replace(name, "")
    return sorted({f"district:{code}" for name, code in LONDON_BOROUGHS.items() if re.search(rf"\b{name}\b", text)})


def prisons_named(text: str) -> list[str]:
    """The prisons that a list of locations names for certain."""
    text = text.split(OPTIONAL)[0]
    return sorted(f"prison:{key}" for name, key in PRISONS.items() if re.search(rf"{name}\b", text))


def place(contract: dict[str, str], locations: str, forces: dict[str, str]) -> tuple[list[str], str, str]:
    """The areas of a contract, the rule that gave them, and why there are none."""
    title, words = contract["title"], area_words(contract["title"])
    if PART_OF_LONDON.search(title):
        boroughs = boroughs_named(f"{contract['short_description']} {locations}")
        if boroughs:
            return boroughs, "boroughs_in_text", ""
        return [], "part_of_london", "which part of London is not on record"
    if "in custody" in title.lower():
        prisons = prisons_named(locations)
        if prisons:
            return prisons, "prisons_in_locations", ""
    if contract["contract_type"] == BY_COUNCIL and words in SOUTH_WEST_COUNCILS:
        return SOUTH_WEST_COUNCILS[words], "council_in_title", ""
    listed = forces.get(contract["pcc_region"], "")
    if words in FORCES and FORCES[words] != [listed]:
        return FORCES[words], "forces_in_title", ""
    districts = districts_named(words)
    if districts:
        return districts, "districts_in_title", ""
    if contract["pcc_region"]:
        return ([listed], "pcc_region", "") if listed else ([], "pcc_region", "no such commissioner's area")
    return [f"probation_region:{PROBATION_REGIONS[contract['probation_region']]}"], "probation_region", ""


def cohort(contract: dict[str, str]) -> str:
    """Whom a contract is for, by sex and age."""
    key = tuple(contract[column] for column in ("allows_male", "allows_female", "minimum_age", "maximum_age"))
    if key not in COHORTS:
        raise common.Conflict(f"{contract['contract_reference']}: no cohort is known for {key}")
    return COHORTS[key]


def age_in_words(contract: dict[str, str]) -> str:
    """The ages of a contract that is not for all adults."""
    if contract["maximum_age"]:
        return f"{contract['minimum_age']} to {contract['maximum_age']}"
    return "" if contract["minimum_age"] == "18" else f"{contract['minimum_age']} and over"


def stages(offer: str, title: str) -> str:
    """The stages of a contract: its offer's, unless its title says custody or community."""
    if "in custody" in title.lower():
        return CUSTODY_STAGES
    if "in the community" in title.lower():
        return COMMUNITY_STAGES
    return STAGES.get(offer, OTHER_STAGES)


def end(contract: dict[str, str]) -> str:
    """The day from which the referral system hides a contract, if that day has come."""
    day = contract["hide_after"][:10]
    return day if day and datetime.date.fromisoformat(day) <= datetime.date.fromisoformat(AS_OF) else ""


def in_words(contract: dict[str, str], ages: str, persons: int) -> str:
    """Our own statement, made from the dates."""
    listed = f"Listed in the referral system of HMPPS from {contract['hide_before']}"
    listed += f" and hidden after {end(contract)}" if end(contract) else ", not hidden since"
    parts = [listed, "These are the days of the listing; the days of the contract and its value are not on record"]
    if ages:
        parts.append(f"For ages {ages}")
    if persons:
        parts.append("A subcontractor named as a person is left out")
    return " ".join(f"{part}." for part in parts)


def offer_rule(contract: dict[str, str], emotional: bool) -> str:
    """Which rule named the offer."""
    rule = f"type_{contract['contract_type'].split('-')[0].lower()}"
    return f"{rule};emotional_wellbeing_is_not_treatment" if emotional else rule


def restate(contract: dict[str, str], locations: str, forces: dict[str, str], names: dict[str, str]):
    """One contract as a statement, and the rule that placed it."""
    offer = OFFERS[contract["contract_type"].split("-")[0]]
    areas, rule, why_not = place(contract, locations, forces)
    codes = [code for code in contract["subcontractors"].split("|") if code]
    where = statements.where(area_index.require(areas, names), names, contract["probation_region"])
    if areas and PART_OF_LONDON.search(contract["title"]):
        where = f"{len(areas)} London boroughs"
    ages = age_in_words(contract)
    aside = ages or ("in custody" if "in custody" in contract["title"].lower() else "")
    row = statements.statement(
        row=contract["contract_reference"],
        offers=offer,
        areas=common.join(areas),
        cohort=cohort(contract),
        status="live",
        start=contract["hide_before"],
        end=end(contract),
        providers=common.join(bodies.coded([contract["prime_provider"]])),
        subcontractors=common.join(bodies.coded(codes)),
        commissioners=bodies.find("Ministry of Justice"),
        title=statements.title([offer], where, aside),
        statement=in_words(contract, ages, sum(map(bodies.is_person, codes))),
        grade="official_register",
        asserted_by=statements.ASSERTED_BY["official_register"],
        confidence="high",
        source=statements.source_id(*SOURCE[:2]),
        stages=stages(offer, contract["title"]),
        intensity=INTENSITY,
        reference=contract["contract_reference"],
        unplaced=why_not,
    )
    return row, rule


def police_forces(source: pathlib.Path) -> dict[str, str]:
    """The police force of each commissioner's area."""
    return {row["pcc_region_id"]: f"police_force:{row['pfa24_code']}" for row in common.read_csv(source / POLICE)}


def tables(source: pathlib.Path) -> common.Tables:
    """crs.csv, the rules that placed its rows, its bodies and its source."""
    names, forces = area_index.load(source), police_forces(source)
    locations: dict[str, list[str]] = {}
    emotional = set()
    for row in common.read_csv(source / ACTIVITIES):
        locations.setdefault(row["contract_reference"], []).append(row["delivery_location"])
        if EMOTIONAL in row["need_area"].lower():
            emotional.add(row["contract_reference"])
    made, rules = [], []
    for contract in common.read_csv(source / CONTRACTS):
        key = contract["contract_reference"]
        row, rule = restate(contract, " ".join(locations.get(key, [])), forces, names)
        made.append(row)
        rules.append([key, rule, offer_rule(contract, key in emotional)])
    return {
        "starter/crs.csv": common.table(statements.COLUMNS, made),
        "starter/crs_rules.csv": common.table(["row", "area_rule", "offer_rule"], rules),
        "starter/bodies.csv": bodies.table(starter_statements.mentioned(made)),
        "starter/sources.csv": common.table(statements.SOURCE_COLUMNS, [statements.source_row(*SOURCE)]),
    }
