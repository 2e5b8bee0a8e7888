"""Notices and awards by area: domain/procurement_by_area.csv as starter/procurement.csv.

Both readings of a yearly value are worked out again from the value and the months, to the penny;
`mismatches` lists those that differ from the source's rounded pounds by more than a pound.
"""

import pathlib
import re
import urllib.parse

import area_index
import bodies
import common
import starter_statements
import statements

FILE = "domain/procurement_by_area.csv"

POLICE = {
    "Avon and Somerset": "E23000036",
    "Cambridgeshire": "E23000023",
    "Devon & Cornwall": "E23000035",
    "Dorset": "E23000039",
    "Essex": "E23000028",
    "Gloucestershire": "E23000037",
    "Leicester, Leicestershire & Rutland": "E23000021",
    "Lincolnshire": "E23000020",
    "Norfolk": "E23000024",
    "Northamptonshire": "E23000022",
    "Suffolk": "E23000025",
    "West Yorkshire": "E23000010",
    "Wiltshire": "E23000038",
}

COVENTRY, WARWICKSHIRE, WEST_MERCIA = "district:E08000026", "police_force:E23000017", "police_force:E23000016"

# The areas of every other text.
AREAS = {
    **{name: [f"police_force:{code}"] for name, code in POLICE.items()},
    "Bristol Magistrates (Avon)": ["court:BRSTMC"],
    "Cornwall": ["district:E06000052"],
    "Coventry & Warwickshire": [COVENTRY, WARWICKSHIRE],
    "Coventry & Warwickshire + West Mercia": [COVENTRY, WARWICKSHIRE, WEST_MERCIA],
    "East of England": ["nhs_region:E40000007"],
    "England & Wales excl. Greater Manchester": [
        f"probation_region:{code}"
        for code in ("N03", "N07", "N51", "N52", "N53", "N54", "N55", "N56", "N57", "N58", "N59")],
    "Herefordshire, Worcestershire & Shropshire": [WEST_MERCIA],
    "Lancashire & Cumbria": ["police_force:E23000003", "police_force:E23000002"],
    "London": ["region:E12000007"],
    # Oxford Combined Court is the building of Oxford Crown Court.
    "Reading Magistrates; Oxford Combined Court": ["court:READMC", "court:OXFDCC"],
    # The police forces behind the lots are assumed by the source: the NHS region is what it states.
    "South East (5 lots)": ["nhs_region:E40000005"],
    "South East (6 lots)": ["nhs_region:E40000005"],
    "South East phase 2 (4 lots)": [
        "court:SOUTCC", "court:SOUTMC", "court:PRTSCC", "court:PRTSMC", "court:WYCBMC", "court:GLDFCC",
        "court:GLDFMC", "court:BRGEMC"],
    "Wales": ["probation_region:N03"],
}

# Why a text cannot be one record.
NOWHERE = {
    "Norfolk prisons": "the prisons are not named",
    "South West prisons": "the prisons are not named",
    "West Midlands": "no NHS region is called West Midlands; which area is meant is not said",
    "West Yorkshire prisons": "the prisons are not named",
}

# Words in the name of a service, in this order, and the offers that they stand for. A word that
# was found is taken out, so that RECONNECT is not found again inside Enhanced RECONNECT. A bare
# MHTR is primary care: the statements of provision of the same notices say so (V174, V214, V238).
# Integrated non-custodial services are the three that such a contract joins elsewhere (P01, P35).
KEYWORDS = [
    ("CRS 2nd generation", ["crs"]),
    ("dependency & recovery", ["crs_dependency_recovery"]),
    ("housing", ["accommodation"]),
    ("employment", ["crs_education_training_employment"]),
    ("Integrated non-custodial services", ["liaison_diversion", "reconnect", "mhtr_primary_care"]),
    ("Enhanced RECONNECT", ["enhanced_reconnect"]),
    ("L&D", ["liaison_diversion"]),
    ("Liaison & Diversion", ["liaison_diversion"]),
    ("RECONNECT", ["reconnect"]),
    ("primary-care MHTR", ["mhtr_primary_care"]),
    ("MHTR", ["mhtr_primary_care"]),
    ("Prison healthcare", ["prison_healthcare"]),
    ("Lived-experience services", ["lived_experience_group"]),
    ("LD & autism community forensic", ["learning_disability_autism_forensic"]),
]

# The intensity of a service with one offer; that of an integrated one is left to its offers.
INTENSITY = {
    "enhanced_reconnect": "specialist",
    "learning_disability_autism_forensic": "specialist",
    "liaison_diversion": "signposting",
    "mhtr_primary_care": "treatment",
    "reconnect": "signposting",
}

# Whom a service is for, where it is not everybody. The MHTR in P15 is for men; its liaison and
# diversion is for all, which V016 and V019 carry: one record has one cohort, so it takes the smaller.
COHORTS = {"P15": "men", "P29": "men"}

# Status and confidence, with what they rest on. What has ended follows from the dates, except
# where a statement of provision says otherwise.
STATUS = {
    "P01": ("live", "medium", "award of October 2024: V192 to V194"),
    "P02": ("live", "medium", "award of October 2024: V195 to V197"),
    "P03": ("live", "medium", "award of October 2024: V198 to V200"),
    "P04": ("live", "medium", "award of October 2024: V201 to V203"),
    "P05": ("live", "medium", "award of October 2024: V204 to V206"),
    "P06": ("live", "medium", "intention to award: V222, V223"),
    "P07": ("live", "high", "award"),
    "P08": ("live", "high", "award"),
    "P09": ("abandoned", "high", "provider column"),
    "P10": ("abandoned", "high", "provider column"),
    "P11": ("abandoned", "high", "provider column"),
    "P12": ("live", "high", "urgent award"),
    "P13": ("live", "high", "urgent award"),
    "P14": ("unclear", "low", "award not seen"),
    "P15": ("live", "high", "running since November 2025: V015, V016"),
    "P16": ("live", "high", "award"),
    "P17": ("live", "medium", "contract value on record"),
    "P18": ("live", "medium", "contract value on record"),
    "P19": ("planned", "high", "invitation to tender closed"),
    "P20": ("unclear", "low", "award not seen"),
    "P21": ("unclear", "low", "award not seen"),
    "P22": ("unclear", "low", "award not seen"),
    "P23": ("live", "high", "award"),
    "P24": ("planned", "medium", "intention to award: V188"),
    "P25": ("unclear", "low", "award not seen"),
    "P26": ("unclear", "low", "award not seen"),
    "P27": ("unclear", "low", "award not seen"),
    "P28": ("unclear", "low", "award not seen"),
    "P29": ("planned", "high", "award expected"),
    "P30": ("unclear", "medium", "award of 2022, term not stated: V220"),
    "P31": ("unclear", "medium", "award of 2022, term not stated: V221"),
    "P32": ("live", "medium", "announced award: V234"),
    "P33": ("ended", "high", "followed by P34: V246 to V248"),
    "P34": ("live", "high", "award"),
    "P35": ("abandoned", "high", "provider column"),
    "P36": ("live", "medium", "announced award"),
    "P37": ("live", "high", "award"),
}

PART_OF = {"P37": "P02"}

# Values that are stated for a year, and a value that is stated for the full term alone.
STATED_YEARLY = {"P27"}
FULL_TERM_ONLY = {"P06"}

# How something was bought, where another row says so: V207 says that the Cornish part was awarded
# directly.
PROCEDURES = {"P37": "direct_award"}

# Words for a lot, and for the value without what it costs to begin.
LOT = re.compile(r"\((Lot \d+)\)")
WITHOUT_MOBILISATION = re.compile(r"excl\. mobilisation (£[\d,]+)")

# Texts in the column of the notice that are not its number.
NOT_A_REFERENCE = {"EoE non-custodial lots"}

# Hosts that are newspapers or magazines; every other address is of a notice.
PRESS = ("www.public-sector.co.uk", "www.yorkshirepost.co.uk")

# Tables that give a title and a date to their sources.
TITLED = (starter_statements.FILE, "domain/voice_and_women.csv")

HOSTS = {
    "bidatlas.co.uk": "BidAtlas",
    "bidstats.uk": "BidStats",
    "d3tenders.com": "D3 Tenders",
    "www.find-tender.service.gov.uk": "Find a Tender",
}

STAGE_WORDS = {"all stages": list(statements.STAGES.values()), "community": []}


def offers(service: str) -> list[str]:
    """The offers that the name of a service speaks of."""
    rest, found = service, []
    for words, codes in KEYWORDS:
        pattern = re.compile(re.escape(words), re.IGNORECASE)
        if pattern.search(rest):
            rest = pattern.sub(" ", rest)
            found += codes
    if not found:
        raise common.Conflict(f"no offer is known for {service!r}")
    return list(dict.fromkeys(found))


def place(text: str, names: dict[str, str]) -> tuple[list[str], str]:
    """The areas that a text stands for, or why it has none."""
    if text in NOWHERE:
        return [], NOWHERE[text]
    return area_index.require(AREAS[text], names), ""


def stages(text: str) -> str:
    """Stages of a procurement row, which also knows `all stages` and a bare `community`."""
    if text in STAGE_WORDS:
        return common.join(STAGE_WORDS[text])
    return statements.stages(text)


def months(text: str) -> int:
    """A number of months; none is 0."""
    return int(text) if text else 0


def term(row: dict[str, str]) -> dict[str, str]:
    """Start, end of the full term and, where an extension exists, end of the base term."""
    base, more = months(row["base_months"]), months(row["extension_months"])
    end = row["end"]
    if not end and row["start"] and base:
        end = statements.later(statements.later(row["start"], base), -1) if row["start"].count("-") == 1 else ""
    cells = {"start": row["start"], "end": end}
    if more and end:
        cells["base_end"] = end
        cells["end"] = statements.later(end, more)
    return cells


def value_basis(row: dict[str, str]) -> str:
    """What the value is of; beside a value with mobilisation, the one without."""
    found = WITHOUT_MOBILISATION.search(row["caveat"])
    return row["value_basis"] + (f"; {found[1]} without" if found else "")


def award(row: dict[str, str]) -> dict[str, str]:
    """How it was bought and which lot it is, where the row says."""
    lot = LOT.search(row["service"])
    return {
        "procedure": PROCEDURES.get(row["id"]) or statements.procedure(
            row["service"], row["value_basis"], row["caveat"]),
        "lot": lot[1] if lot else "",
    }


def money(row: dict[str, str]) -> dict[str, str]:
    """The value and both readings of its year."""
    basis = value_basis(row)
    base, more = months(row["base_months"]), months(row["extension_months"])
    cells = {"value_basis": basis}
    if row["id"] not in STATED_YEARLY:
        cells["base_months"] = str(base) if base else ""
        cells["extension_months"] = str(more) if more else ""
    if not row["value_gbp"]:
        return cells
    value = statements.pence(row["value_gbp"])
    cells["value_pence"] = str(value)
    cells["vat"] = "included" if re.search(r"inc(?:l|luding)?\.? VAT", basis) else "not_stated"
    if row["id"] in STATED_YEARLY:
        cells["annual_base_pence"] = cells["annual_full_pence"] = str(value)
    elif base:
        if row["id"] not in FULL_TERM_ONLY:
            cells["annual_base_pence"] = str(statements.yearly(value, base))
        cells["annual_full_pence"] = str(statements.yearly(value, base + more))
    return cells


def mismatches(rows: list[dict[str, str]]) -> list[str]:
    """Yearly values of the source that differ from value and months by more than a pound."""
    found = []
    for row in rows:
        cells = money(row)
        for column, ours in (("gbp_per_year_if_base_term", "annual_base_pence"),
                             ("gbp_per_year_if_full_term", "annual_full_pence")):
            mine, theirs = cells.get(ours, ""), row[column]
            if not mine and not theirs:
                continue
            if not mine or not theirs or abs(int(mine) - statements.pence(theirs)) > 100:
                found.append(f"{row['id']}: {column} is {theirs or '(none)'}, value and months give {mine or '(none)'}p")
    return found


def grade(url: str) -> str:
    """Press for the two newspapers, otherwise a notice."""
    return "press" if urllib.parse.urlsplit(url).netloc in PRESS else "official_notice"


def reference(row: dict[str, str]) -> str:
    """The number of the notice, from its column or else from the address."""
    if row["notice_ref"] and row["notice_ref"] not in NOT_A_REFERENCE:
        return row["notice_ref"]
    return statements.notice_reference(row["source_url"])


def source(row: dict[str, str], known: dict[str, common.Row]) -> common.Row:
    """The source of a row: the one that another table names for the address, if any."""
    url = row["source_url"]
    if url in known:
        return known[url]
    host = HOSTS[urllib.parse.urlsplit(url).netloc]
    number = reference(row)
    return statements.source_row(f"Notice {number}, {host}" if number else f"Notice of {row['start']}, {host}", url)


def in_words(row: dict[str, str], basis: str) -> str:
    """Our own statement: the service, what the value is, the caveat, and what the status rests on."""
    parts = [f"{row['service']}, {row['area']}"]
    if row["value_basis"]:
        parts.append(f"Value: {row['value_basis']}")
    parts += filter(None, [row["caveat"], f"Status rests on: {basis}"])
    return " ".join(f"{part.rstrip('.')}." for part in parts)


def restate(row: dict[str, str], names: dict[str, str], known: dict[str, common.Row]) -> common.Row:
    """One notice or award."""
    codes = offers(row["service"])
    areas, why_not = place(row["area"], names)
    providers, subcontractors = bodies.providers(row["provider"])
    status, confidence, basis = STATUS[row["id"]]
    kind = grade(row["source_url"])
    return statements.statement(
        row=row["id"],
        offers=common.join(codes),
        areas=common.join(areas),
        cohort=COHORTS.get(row["id"], "all"),
        status=status,
        providers=common.join(providers),
        subcontractors=common.join(subcontractors),
        commissioners=common.join(bodies.commissioners(row["buyer"])),
        title=statements.title(codes, statements.where(areas, names, row["area"])),
        statement=in_words(row, basis),
        grade=kind,
        asserted_by=statements.ASSERTED_BY[kind],
        confidence=confidence,
        source=source(row, known)[0],
        stages=stages(row["justice_stage"]),
        intensity=INTENSITY.get(codes[0], "") if len(codes) == 1 else "",
        reference=reference(row),
        part_of=PART_OF.get(row["id"], ""),
        unplaced=why_not,
        **award(row),
        **term(row),
        **money(row),
    )


def known_sources(folder: pathlib.Path) -> dict[str, common.Row]:
    """The sources that other tables give a title to, by address; the first title stands."""
    known: dict[str, common.Row] = {}
    for row in (row for file in TITLED for row in common.read_csv(folder / file)):
        known.setdefault(row["source_url"],
                         statements.source_row(row["source_title"], row["source_url"], row["source_date"]))
    return known


def tables(folder: pathlib.Path) -> common.Tables:
    """procurement.csv, its bodies and its sources."""
    names, known = area_index.load(folder), known_sources(folder)
    rows = common.read_csv(folder / FILE)
    for line in mismatches(rows):
        print(f"{FILE}: {line}")
    made = [restate(row, names, known) for row in rows]
    return {
        "starter/procurement.csv": common.table(statements.COLUMNS, made),
        "starter/bodies.csv": bodies.table(starter_statements.mentioned(made)),
        "starter/sources.csv": common.table(statements.SOURCE_COLUMNS, [source(row, known) for row in rows]),
    }
