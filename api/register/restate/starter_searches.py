"""Searches that found nothing, what the report says of places, and the figures it rests on.

A search is placed when what was searched is one offer in one area. Every other row is kept with
the reason why it is not, and is counted as unplaced.
"""

import pathlib
import re

from common import Row, Table, Tables, join, read_csv, table

# The offer that each search or report statement speaks of.
OFFERS = {
    "Bespoke MH service for people released": ("release_mental_health_service",),
    "CFO-Evolution and CRS": ("cfo_evolution", "crs"),
    "Community mental health teams": ("community_mental_health_team",),
    "Enhanced RECONNECT": ("enhanced_reconnect",),
    "IOM offer": ("iom_mental_health",),
    "Liaison & Diversion (L&D)": ("liaison_diversion",),
    "Low-intensity CBT and wellbeing coaches in prison": ("prison_low_intensity_cbt",),
    "MHTR": ("mhtr",),
    "MHTR primary care": ("mhtr_primary_care",),
    "MHTR secondary care": ("mhtr_secondary_care",),
    "MHTR waiting time": ("mhtr",),
    "OPD and voluntary sector wraparound support": ("opd_pathway",),
    "OPD lived-experience mentors": ("opd_lived_experience_mentors",),
    "OPD women's pathway": ("opd_womens_pathway",),
    "Offender Personality Disorder (OPD) Pathway": ("opd_pathway",),
    "Out of Court Disposals": ("out_of_court_disposal",),
    "RECONNECT": ("reconnect",),
    "Team around the person": ("team_around_the_person",),
    "Through-the-gate offer": ("through_the_gate",),
}

# Searches that did not ask whether one offer exists.
NOT_ONE_OFFER = {
    "DRR and ATR": "asks of two offers at once",
    "MHTR absence statements (HMI Probation)": "asks what an inspectorate wrote, not whether an offer exists",
    "Published MHTR or L&D waiting times": "asks for published waiting times, not whether an offer exists",
}

# The area that a place name stands for in the searches. East of England is the English region:
# Northamptonshire, which only the probation region of that name holds, was searched separately.
# West Midlands is the police force area: Warwickshire was searched separately.
PLACES = {
    "Avon and Somerset": "police_force:E23000036",
    "Cheshire": "police_force:E23000006",
    "Cleveland": "police_force:E23000013",
    "Derbyshire": "police_force:E23000018",
    "Dorset": "police_force:E23000039",
    "Durham": "police_force:E23000008",
    "Dyfed-Powys": "police_force:W15000004",
    "East of England": "region:E12000006",
    "Gloucestershire": "police_force:E23000037",
    "Greater Manchester": "police_force:E23000005",
    "Gwent": "police_force:W15000002",
    "Hampshire": "police_force:E23000030",
    "Humberside": "police_force:E23000012",
    "Kent": "police_force:E23000032",
    "Lincolnshire": "police_force:E23000020",
    "London": "region:E12000007",
    "Merseyside": "police_force:E23000004",
    "North Wales": "police_force:W15000001",
    "North Yorkshire": "police_force:E23000009",
    "Northamptonshire": "police_force:E23000022",
    "Northumbria": "police_force:E23000007",
    "Nottinghamshire": "police_force:E23000019",
    "South Yorkshire": "police_force:E23000011",
    "Surrey": "police_force:E23000031",
    "Sussex": "police_force:E23000033",
    "Wales": "nation:W92000004",
    "Warwickshire": "police_force:E23000017",
    "West Mercia": "police_force:E23000016",
    "West Midlands": "police_force:E23000014",
    "West Yorkshire": "police_force:E23000010",
    "Wiltshire": "police_force:E23000038",
}

# Places in the searches that are not one area, or that ask something narrower of one.
NOT_ONE_AREA = {
    "Gloucestershire (current provider)": "asks who provides it now, not whether it exists",
    "Greater Manchester (outside Bolton)": "is part of an area",
    "Leicestershire (current service)": "asks what replaced an earlier service, not whether any is on record",
    "Nottinghamshire (provider name)": "asks who provides it, not whether it exists",
    "West Midlands (Black Country and Coventry parts)": "is parts of an area",
    "all areas except Cornwall (and Plymouth partner)": "is every area but some",
    "all areas except London": "is every area but one",
    "all regions except London": "is every region but one",
    "any PDU": "names no area",
    "any area": "names no area",
    "second pilot site (England)": "is a site whose place is not known",
}

# Liaison and diversion is an English service. A search for it in Wales is placed on the Welsh
# service only where what was searched says that the Welsh service was looked for.
ENGLISH_SERVICE, WELSH_SERVICE = "liaison_diversion", "criminal_justice_liaison_wales"
WELSH_WORDS = "Wales criminal justice liaison"

# When a search was made, if its text says so.
SEARCHED_ON = {"November 2026": "2026-11"}

# The area of a report statement whose source gives a name and a kind but no code. A statement
# about the whole nation is about England, which is all that the report covers.
REPORT_PLACES = {
    ("", "nation"): "nation:E92000001",
    ("Greater Manchester", "probation_region"): "probation_region:N50",
}

# The kinds of area that the sources call by another name.
AREA_KINDS = {"local_authority": "district", "police_force_area": "police_force", "region": "region"}

# The stage codes, by the words of the sources.
STAGES = {
    "community sentence": "community_sentence",
    "court": "court",
    "custody": "custody",
    "OOCD": "oocd",
    "post-release": "post_release",
    "release day": "release_day",
}

# The cohort codes, by the words of the sources. The offers say themselves that they are for
# people leaving prison, so that men and women leaving prison are everyone.
COHORTS = {
    "all": "all",
    "men and women leaving prison": "all",
    "people using substances": "substance_use",
    "women": "women",
}

# The grade of a report statement. One person's account that a report passes on is `other`; the
# words of the source are kept at the end of the statement.
GRADES = {
    "report on members' evidence": "report",
    "anecdote": "other",
    "member's account": "other",
    "one provider's account": "other",
}

# A statement that says already whose account it is.
SAYS_WHOSE = ("one person's account",)

# The five documents that the register began from: number, id, title, address, date.
# An address is given only where the document prints it; the report prints that of its group.
DOCUMENTS = {
    "000": (
        "russell-webster-race-mental-health",
        "Race, Mental Health & Criminal Justice (russellwebster.com, on the Moving Forward briefing)",
        "",
        "",
    ),
    "001": (
        "amhp-race-mental-health",
        "Joint Briefing on Race, Mental Health and Criminal Justice Published (Association of Mental Health Providers)",
        "",
        "",
    ),
    "002": (
        "rr3-community-provision-report-1",
        "RR3 Special Interest Group on Community Provision 2024-25: Report 1, Mental health treatment in the"
        " community for people in contact with the criminal justice system",
        "https://www.clinks.org/our-work/reducing-reoffending-third-sector-advisory-group-rr3",
        "2025-03",
    ),
    "003": ("clinks-health-and-justice", "Health and justice page (Clinks)", "", ""),
    "004": (
        "clinks-mental-health-in-prisons",
        "Blog on the National Audit Office's report on mental health in prisons (Clinks)",
        "",
        "",
    ),
}

# Cells of the figures that say that nothing is on record.
NOT_ON_RECORD = ("undated", "unspecified")

SEARCH_COLUMNS = ["row", "offer", "areas", "what_was_searched", "searched_on", "unplaced"]
STATEMENT_COLUMNS = [
    "row", "kind", "offers", "stages", "areas", "cohort", "as_of", "statement", "grade", "source", "unplaced",
]
FIGURE_COLUMNS = ["row", "statement", "value", "unit", "year", "geography", "population", "source"]
SOURCE_COLUMNS = ["id", "title", "url", "date"]


def tables(source: pathlib.Path) -> Tables:
    """The searches, report statements, figures and their sources."""
    domain = source / "domain"
    facts = read_csv(domain / "facts.csv")
    return {
        "starter/searches.csv": searches(read_csv(domain / "provision_searched_none.csv")),
        "starter/report_statements.csv": statements(read_csv(domain / "report_statements.csv")),
        "starter/figures.csv": figures(facts),
        "starter/sources.csv": table(SOURCE_COLUMNS, [list(document) for document in DOCUMENTS.values()]),
    }


def searches(rows: list[dict[str, str]]) -> Table:
    """Every search, numbered in the order of the file."""
    return table(SEARCH_COLUMNS, [search(f"S{i:02}", row) for i, row in enumerate(rows, start=1)])


def search(number: str, row: dict[str, str]) -> Row:
    """One search, placed on one offer and one area or left unplaced with the reasons."""
    place, asked, text = row["area"], row["offer"], row["what_was_searched"]
    reasons = []
    if place in NOT_ONE_AREA:
        reasons.append(f"'{place}' {NOT_ONE_AREA[place]}")
    if asked in NOT_ONE_OFFER:
        reasons.append(f"'{asked}' {NOT_ONE_OFFER[asked]}")
    offer = "" if asked in NOT_ONE_OFFER else join(OFFERS[asked])
    area = "" if place in NOT_ONE_AREA else PLACES[place]
    if offer == ENGLISH_SERVICE and is_welsh(area):
        offer = WELSH_SERVICE
        if WELSH_WORDS not in text:
            reasons.append("the service is English and nothing says that the Welsh one was looked for")
    if reasons:
        area = ""
    return [number, offer, area, text, searched_on(text), "; ".join(reasons)]


def is_welsh(area: str) -> bool:
    """Whether an area id carries a Welsh code."""
    return area.partition(":")[2].startswith("W")


def searched_on(text: str) -> str:
    """The month that the text of a search names; empty if it names none."""
    return next((month for words, month in SEARCHED_ON.items() if words in text), "")


def statements(rows: list[dict[str, str]]) -> Table:
    """What the report asserts, with a place where it names one."""
    return table(STATEMENT_COLUMNS, [report_statement(row) for row in rows])


def report_statement(row: dict[str, str]) -> Row:
    """One statement of the report."""
    area = report_area(row)
    return [
        row["id"],
        row["kind"],
        join(OFFERS[row["offer"]]),
        join(STAGES[stage] for stage in row["justice_stages"].split(";")),
        area,
        COHORTS[row["cohort"]],
        row["as_of"],
        with_account(row["statement"], row["grade"]),
        GRADES[row["grade"]],
        DOCUMENTS[row["source"]][0],
        "" if area else "the report names no place",
    ]


def report_area(row: dict[str, str]) -> str:
    """The area id of a report statement; empty if the report names no place."""
    if row["area_code"]:
        return f"{AREA_KINDS[row['area_kind']]}:{row['area_code']}"
    if row["area_kind"]:
        return REPORT_PLACES[row["place"], row["area_kind"]]
    return ""


def with_account(statement: str, grade: str) -> str:
    """The statement, followed by whose account it is where that is one person or body."""
    if GRADES[grade] != "other" or any(words in statement for words in SAYS_WHOSE):
        return statement
    return f"{statement} ({grade})"


def figures(rows: list[dict[str, str]]) -> Table:
    """The published figures that the five documents state."""
    return table(FIGURE_COLUMNS, [figure(row) for row in rows if row["from_seed"] == "yes"])


def figure(row: dict[str, str]) -> Row:
    """One figure, its value exactly as stated."""
    cells = [row[column] for column in ("id", "statement", "value", "unit", "year", "geography", "population")]
    cells = ["" if cell in NOT_ON_RECORD else cell for cell in cells]
    return [*cells, DOCUMENTS[document_number(row["source_url"])][0]]


def document_number(address: str) -> str:
    """The number of the document that a figure was read in."""
    found = re.fullmatch(r"seed:(\d{3})_.*", address)
    if not found:
        raise ValueError(f"not one of the five documents: {address}")
    return found.group(1)
