"""Published statements of what exists where: domain/provision.csv as starter/provision.csv.

A statement is placed on the area that its source row names, except where the statement itself
speaks of less (SMALLER) or does not say where at all (NOWHERE).
"""

import pathlib
import re

import area_index
import bodies
import common
import statements

FILE = "domain/provision.csv"

OFFERS = {
    "CSTR programme": ["cstr"],
    "Criminal justice liaison service (Wales)": ["criminal_justice_liaison_wales"],
    "Criminal justice mental health team": ["criminal_justice_mental_health_team"],
    "DRR and ATR": ["drr", "atr"],
    "Dual diagnosis orders (combined MHTR with DRR/ATR)": ["dual_diagnosis_order"],
    "Enhanced RECONNECT": ["enhanced_reconnect"],
    "Liaison & Diversion (L&D)": ["liaison_diversion"],
    "MHTR primary care": ["mhtr_primary_care"],
    "MHTR secondary care": ["mhtr_secondary_care"],
    "OPD IIRMS": ["opd_iirms"],
    "OPD women's pathway": ["opd_womens_pathway"],
    "Offender Personality Disorder (OPD) Pathway": ["opd_pathway"],
    "RECONNECT": ["reconnect"],
}

COHORTS = {
    "all": "all",
    "men": "men",
    "women": "women",
    "men, especially Black, Asian and minority ethnic men": "ethnic_minority_men",
    "people assessed as high or very high risk": "high_risk",
    "people assessed as high risk": "high_risk",
    "people interviewed voluntarily": "voluntary_interview",
    "young adults": "young_adults",
}

# Kind of area in the source to the kinds it may be here; the first that has the code is taken.
KINDS = {
    "court": ["court"],
    "icb": ["icb"],
    "local_authority": ["district", "upper_tier"],
    "nation": ["nation"],
    "nhs_region": ["nhs_region"],
    "police_force_area": ["police_force"],
    "prison": ["prison"],
    "probation_region": ["probation_region"],
    "region": ["region"],
}

BIRMINGHAM_SOLIHULL = ["district:E08000025", "district:E08000029"]
SOUTH_STAFFORDSHIRE = [f"district:E0700{code}" for code in ("0192", "0193", "0194", "0196", "0197", "0199")]

# Statements that say themselves that they speak of less than the area in their row.
SMALLER = {
    "V011": BIRMINGHAM_SOLIHULL,
    "V053": ["upper_tier:E10000008", "district:E06000026", "district:E06000027"],  # the Devon arm
    "V066": SOUTH_STAFFORDSHIRE,
    "V067": ["district:E06000021", "district:E07000195", "district:E07000198"],  # North Staffordshire
    "V077": ["district:E08000027", "district:E08000028", "district:E08000030", "district:E08000031"],
    "V079": BIRMINGHAM_SOLIHULL,
    "V090": ["district:E06000033", "district:E06000034", "district:E07000066"],  # Southend, Grays, Basildon
    "V099": ["district:E09000005"],  # Wembley and Willesden
    "V100": ["district:E09000033"],  # Westminster and Charing Cross
    "V148": SOUTH_STAFFORDSHIRE,
    "V166": ["district:E08000022", "district:E08000023"],  # North and South Tyneside
}

# Statements about a nation that hold somewhere in it and do not say where.
NOWHERE = {
    "V145": "two pilot sites in England, not named",
    "V146": "two pilot sites in England, not named",
    "V167": "a national count; where the service runs is not said",
    "V172": "one project in England, town not stated",
}

# Contracts whose value no row of the procurement table holds: pounds, what it is, base months,
# months of extension. Any other value named in a note stands in starter/procurement.csv.
VALUES = {
    "V082": ("15000000", "contract value; whether it counts the two optional years is not said", 36, 24),
    "V169": ("4040000", "award value, 7 years", 84, 0),
    "V208": ("5644825", "award value, 5 years", 60, 0),
}

NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
EXTENSION = re.compile(r"\b(\w+) years? plus (?:an optional )?(\w+)\b", re.IGNORECASE)


def area(kind: str, code: str, names: dict[str, str]) -> str:
    """The area with this code, or nothing if the kind has no such code."""
    for each in KINDS[kind]:
        if f"{each}:{code}" in names:
            return f"{each}:{code}"
    return ""


def place(row: dict[str, str], names: dict[str, str]) -> tuple[list[str], str]:
    """The areas of a statement, or why it has none."""
    if row["id"] in NOWHERE:
        return [], NOWHERE[row["id"]]
    if row["id"] in SMALLER:
        return area_index.require(SMALLER[row["id"]], names), ""
    found = area(row["area_kind"], row["area_code"], names)
    if not found:
        return [], f"no {row['area_kind']} has the code {row['area_code'] or '(none)'}"
    return [found], ""


def extension(*texts: str) -> tuple[int, int]:
    """Base years and extension years that a note speaks of ("Five years plus two")."""
    for text in texts:
        found = EXTENSION.search(text)
        if found:
            base, more = (NUMBERS.get(word.lower(), 0) for word in found.groups())
            if base and more:
                return base, more
    return 0, 0


def term(row: dict[str, str]) -> dict[str, str]:
    """Start, end and base end; an extension that nobody confirmed lies between the last two."""
    cells = {"start": row["start"], "end": row["end"]}
    base, more = extension(row["capacity_note"], row["statement"])
    if more and row["end"] and row["status"] not in ("ended", "abandoned"):
        cells["base_end"] = row["end"]
        cells["end"] = statements.later(row["end"], 12 * more)
        cells["base_months"] = str(12 * base)
        cells["extension_months"] = str(12 * more)
    return cells


def money(row: dict[str, str]) -> dict[str, str]:
    """The value of the contracts that no procurement row holds, with both readings of its year."""
    if row["id"] not in VALUES:
        return {}
    pounds, basis, base, more = VALUES[row["id"]]
    value = statements.pence(pounds)
    return {
        "value_pence": str(value),
        "value_basis": basis,
        "vat": "not_stated",
        "base_months": str(base),
        "extension_months": str(more) if more else "",
        "annual_base_pence": str(statements.yearly(value, base)),
        "annual_full_pence": str(statements.yearly(value, base + more)),
    }


def in_words(row: dict[str, str]) -> str:
    """The statement with its note."""
    note = row["capacity_note"]
    return f"{row['statement']} Note: {note}." if note else row["statement"]


def restate(row: dict[str, str], names: dict[str, str]) -> common.Row:
    """One statement."""
    offers = OFFERS[row["offer"]]
    areas, why_not = place(row, names)
    providers, subcontractors = bodies.providers(row["provider"])
    return statements.statement(
        row=row["id"],
        offers=common.join(offers),
        areas=common.join(areas),
        cohort=COHORTS[row["cohort"]],
        status=row["status"],
        providers=common.join(providers),
        subcontractors=common.join(subcontractors),
        commissioners=common.join(bodies.commissioners(row["commissioner"])),
        title=statements.title(offers, statements.where(areas, names, row["area_name"])),
        statement=in_words(row),
        grade=row["evidence_grade"],
        asserted_by=statements.ASSERTED_BY[row["evidence_grade"]],
        confidence=row["confidence"],
        source=statements.source_id(row["source_title"], row["source_url"]),
        stages=statements.stages(row["justice_stages"]),
        intensity=row["intensity"],
        reference=statements.notice_reference(row["source_url"]),
        unplaced=why_not,
        **{**term(row), **money(row)},
    )


def mentioned(made: list[common.Row]) -> list[str]:
    """The bodies that rows of statements speak of."""
    cells = [statements.COLUMNS.index(name) for name in ("providers", "subcontractors", "commissioners")]
    return [body for row in made for cell in cells for body in row[cell].split(common.LIST_MARK) if body]


# Changes of commissioner that the sources announce. Every police and crime commissioner that the
# sources name is under the last one.
NHS_REFORM = ("Direct commissioning update, NHS England",
              "https://www.england.nhs.uk/long-read/direct-commissioning-update", "2026")
PCC_REFORM = ("Policing reform, Durham Police and Crime Commissioner",
              "https://www.durham-pcc.gov.uk/your-pcc/policing-reform", "2025")


def successions() -> list[common.Row]:
    """The rows of body_successions.csv."""
    commissioners = [body for body, row in bodies.ROWS.items() if row[2] == "pcc"]
    return [
        [bodies.find("NHS England"), bodies.find("Offices for Pan-ICB Commissioning"), "2027-04-01", "transfer", "due",
         statements.source_id(*NHS_REFORM[:2]),
         "health and justice commissioning passes to the ICBs, acting through seven offices; subject to Parliament"],
        *[[body, "", "2028-05", "abolition", "due", statements.source_id(*PCC_REFORM[:2]),
           "police and crime commissioners end; what follows them is not on record"] for body in commissioners],
    ]


def tables(source: pathlib.Path) -> common.Tables:
    """provision.csv, what it speaks of, and what becomes of its commissioners."""
    names = area_index.load(source)
    rows = common.read_csv(source / FILE)
    made = [restate(row, names) for row in rows]
    changes = successions()
    sources = [statements.source_row(row["source_title"], row["source_url"], row["source_date"]) for row in rows]
    sources += [statements.source_row(*each) for each in (NHS_REFORM, PCC_REFORM)]
    used = mentioned(made) + [body for change in changes for body in change[:2] if body]
    return {
        "starter/provision.csv": common.table(statements.COLUMNS, made),
        "starter/bodies.csv": bodies.table(used),
        "starter/body_successions.csv": common.table(bodies.SUCCESSION_COLUMNS, changes),
        "starter/sources.csv": common.table(statements.SOURCE_COLUMNS, sources),
    }
