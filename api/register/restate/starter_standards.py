"""A minimum offer drawn from the report's recommendations, in our own words.

Every bullet of the report's recommendations has one rule: the lines that it leads to, or why it
leads to none. The report sets no amounts, so no line has one.
"""

import pathlib
import re
from typing import NamedTuple

import starter_searches
from common import Conflict, Row, Table, Tables, table

# The report, by its number among the documents that the register began from.
REPORT = "002"

ROW = "RS1"
NAME = "What the report on community provision asks for"
PURPOSE = (
    "Every kind of provision that the report's recommendations name, held against every area. A start for a"
    " minimum offer of your own: the report sets no amounts, and does not ask for all of it everywhere."
)
STATEMENT = "Recommendations in seven sections on support from first contact to the community, training and money."

# How far the report asks for it; each line says which.
EVERYWHERE = "asked for everywhere"
SOMEWHERE = "asked for, without saying that everywhere"


class Line(NamedTuple):
    """What a recommendation asks an area to have."""

    offer: str
    reach: str
    note: str = ""
    cohort: str = "all"
    stage: str = ""


class Rule(NamedTuple):
    """What becomes of a recommendation; a few words of it show that it is the one meant."""

    words: str
    lines: tuple[Line, ...] = ()
    no_line: str = ""


RULES = {
    "1.1": Rule("early intervention to avoid criminalisation", (
        Line("early_intervention", SOMEWHERE, "more money for it"),
    )),
    "1.2": Rule("Out of Court Disposals", (
        Line("out_of_court_disposal", EVERYWHERE, "a minimum of help whatever the area, through voluntary providers"),
    )),
    "1.3": Rule("social prescribing", (Line("social_prescribing", SOMEWHERE, "more of it"),)),
    "2.1": Rule("mental health-specific courts", (Line("mental_health_court", SOMEWHERE),)),
    "2.2": Rule("pre-sentence reports", no_line="how a report is written is no provision in an area"),
    "2.3": Rule("specialist key workers", (
        Line("custody_court_key_worker", EVERYWHERE, "in custody suites", stage="police_custody"),
        Line("custody_court_key_worker", EVERYWHERE, "at court", stage="court"),
    )),
    "2.4": Rule("Treatment Requirement Link Workers", (
        Line("treatment_requirement_link_worker", SOMEWHERE, "from before sentence"),
    )),
    "3.1": Rule("care navigators in every resettlement prison", (
        Line("care_navigator", EVERYWHERE, "in every resettlement prison; which those are is not on record, so all prisons count"),
    )),
    "3.2": Rule("psychologists per prison", (
        Line("prison_psychology", EVERYWHERE, "more for each prison; the number is not stated"),
    )),
    "3.3": Rule("national network of Departure Lounges", (Line("departure_lounge", EVERYWHERE, "a national network"),)),
    "3.4": Rule("continuation of structured treatment", (Line("continuity_through_recall", SOMEWHERE),)),
    "3.5": Rule("maintaining a register of people", no_line="a register of persons is no provision in an area"),
    "4.1": Rule("Enhanced Combination Orders", no_line="asked to be explored, and does not exist in England or Wales"),
    "4.2": Rule("Intensive Community Orders", no_line="asked to be explored"),
    "4.3": Rule("universal coverage of Community Sentence Treatment", (
        Line("mhtr_primary_care", EVERYWHERE, "the primary care tier"),
        Line("mhtr_secondary_care", EVERYWHERE, "the secondary care tier; the report names the tiers as an example"),
        Line("drr", EVERYWHERE, "one of the treatment requirements"),
        Line("atr", EVERYWHERE, "one of the treatment requirements"),
    )),
    "4.4": Rule("universal coverage of dual diagnosis orders", (
        Line("dual_diagnosis_order", EVERYWHERE, "where needed, with the money for it"),
    )),
    "4.5": Rule("National Peer Mentoring Framework", (
        Line("peer_mentoring", SOMEWHERE, "schemes that can be commissioned under a national framework"),
    )),
    "4.6": Rule("psychologists per prison", no_line="repeats 3.2"),
    "4.7": Rule("dual diagnosis workers", (Line("dual_diagnosis_worker", SOMEWHERE, "in local mental health services"),)),
    "4.8": Rule("mental health liaison workers", (
        Line("crs_mental_health_liaison_worker", SOMEWHERE, "in the next CRS contracts, most of which are for men", cohort="men"),
    )),
    "5.1": Rule("standardised guidance", no_line="asks for the guidance that this minimum offer stands in for"),
    "5.2": Rule("culturally informed training", no_line="training is no provision in an area"),
    "5.3": Rule("accredited training", no_line="training is no provision in an area"),
    "5.4": Rule("training probation officers", no_line="training is no provision in an area"),
    "6.1": Rule("commissioning targeting dual diagnosis", (
        Line("integrated_mental_health_substance", SOMEWHERE, "services without a line between mental health and substance use"),
    )),
    "6.2": Rule("racially minoritised people", (
        Line("culturally_informed_service", SOMEWHERE, "by organisations led by and for them", cohort="ethnic_minority"),
    )),
    "6.3": Rule("within women's centres", (
        Line("womens_centre_practitioner", EVERYWHERE, "across the country, to treat and not only to refer", cohort="women"),
    )),
    "6.4": Rule("co-production of service design", no_line="how a service is designed is no provision in an area"),
    "6.5": Rule("Lived Experience Advisory Councils", (Line("lived_experience_group", SOMEWHERE, "councils that advise on pathways"),)),
    "7.1": Rule("Mental Health Investment Standard", no_line="a rule on money is no provision in an area"),
}

STANDARD_COLUMNS = ["row", "name", "purpose", "statement", "grade", "source"]
LINE_COLUMNS = ["row", "standard", "position", "offer", "cohort", "stage", "per_thousand_millionths", "recommendation", "note"]

SECTION = re.compile(r"(\d)\) ")
BULLET = re.compile(r"[-•–] +")
HEADINGS = ("Recommendations", "Recommendations (cont.)")


def bullets(text: str) -> dict[str, str]:
    """The recommendations of the report by number: section and place in it."""
    found: dict[str, str] = {}
    section, place = "", 0
    reading = False
    for line in (line.strip().replace("’", "'") for line in text.splitlines()):
        if line == HEADINGS[0]:
            reading = True
        if not reading or not line or line in HEADINGS:
            continue
        heading, bullet = SECTION.match(line), BULLET.match(line)
        if heading:
            section, place = heading.group(1), 0
        elif bullet and section:
            place += 1
            found[f"{section}.{place}"] = line[bullet.end():]
        else:
            break
    return found


def check(found: dict[str, str]) -> None:
    """Every recommendation has one rule, and every rule its recommendation."""
    if list(found) != list(RULES):
        raise Conflict(f"the report recommends {list(found)}, the rules are for {list(RULES)}")
    for number, rule in RULES.items():
        if rule.words not in found[number]:
            raise Conflict(f"recommendation {number} does not speak of '{rule.words}': {found[number]}")
        if bool(rule.lines) == bool(rule.no_line):
            raise Conflict(f"the rule for {number} has to give lines, or say why there is none")


def lines() -> Table:
    """One row for each line, in the report's order."""
    rows: list[Row] = []
    for number, rule in RULES.items():
        for line in rule.lines:
            position = str(len(rows) + 1)
            note = f"{line.reach}: {line.note}" if line.note else line.reach
            rows.append([
                f"{ROW}-{len(rows) + 1:02}", ROW, position, line.offer, line.cohort, line.stage, "", number, note,
            ])
    return table(LINE_COLUMNS, rows)


def standards() -> Table:
    """The one minimum offer."""
    source = starter_searches.DOCUMENTS[REPORT][0]
    return table(STANDARD_COLUMNS, [[ROW, NAME, PURPOSE, STATEMENT, "report", source]])


def tables(source: pathlib.Path) -> Tables:
    """The minimum offer and its lines."""
    report, = (source / "seeds").glob(f"{REPORT}_*.txt")
    check(bullets(report.read_text(encoding="utf-8")))
    return {"starter/standards.csv": standards(), "starter/standard_lines.csv": lines()}
