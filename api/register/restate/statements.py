"""What the modules that restate services share: the columns, ids of sources, dates and money.

One statement is one row of the source, in the columns below; every file of statements has the
same ones. A cell that is not on record is empty.
"""

import calendar
import hashlib
import re

import common

COLUMNS = (
    "row,offers,areas,cohort,status,start,end,base_end,providers,subcontractors,commissioners,"
    "title,statement,grade,asserted_by,confidence,source,stages,intensity,reference,value_pence,"
    "value_basis,vat,base_months,extension_months,annual_base_pence,annual_full_pence,procedure,lot,"
    "part_of,unplaced"
).split(",")

SOURCE_COLUMNS = ["id", "title", "url", "date"]

STAGES = {
    "pre-arrest": "pre_arrest",
    "police custody": "police_custody",
    "OOCD": "oocd",
    "court": "court",
    "community sentence": "community_sentence",
    "custody": "custody",
    "pre-release": "pre_release",
    "release day": "release_day",
    "post-release": "post_release",
    "recall": "recall",
}
STAGE_ORDER = list(STAGES.values())

# Who says so, by the grade of the evidence.
ASSERTED_BY = {
    "official_notice": "commissioner",
    "official_register": "commissioner",
    "responsible_body": "commissioner",
    "provider_page": "provider",
    "inspectorate": "inspectorate",
    "press": "third_party",
    "other": "third_party",
}

# How something was bought, by what its source says of the award or of the value. What is only
# called a tender or an award does not say who could bid, and gets no procedure.
PROCEDURES = [
    (re.compile(r"\burgent\b", re.IGNORECASE), "urgent_award"),
    (re.compile(r"\bdirect award\b", re.IGNORECASE), "direct_award"),
    (re.compile(r"\bextension to\b", re.IGNORECASE), "extension"),
    (re.compile(r"\bgrant\b", re.IGNORECASE), "grant"),
]

# How an offer is called in a title.
LABELS = {
    "accommodation": "Accommodation",
    "cfo_evolution": "CFO Evolution",
    "criminal_justice_liaison_wales": "Criminal justice liaison",
    "criminal_justice_mental_health_team": "Criminal justice mental health team",
    "crs": "Commissioned rehabilitative services",
    "crs_dependency_recovery": "Dependency and recovery",
    "crs_education_training_employment": "Education, training and employment",
    "crs_finance_benefit_debt": "Finance, benefit and debt",
    "cstr": "CSTR programme",
    "drr": "DRR",
    "atr": "ATR",
    "dual_diagnosis_order": "Dual diagnosis orders",
    "enhanced_reconnect": "Enhanced RECONNECT",
    "learning_disability_autism_forensic": "Learning disability and autism forensic service",
    "liaison_diversion": "Liaison and diversion",
    "lived_experience_group": "Lived-experience services",
    "mhtr": "MHTR",
    "mhtr_primary_care": "Primary-care MHTR",
    "mhtr_secondary_care": "Secondary-care MHTR",
    "opd_iirms": "OPD intensive intervention",
    "opd_pathway": "OPD pathway",
    "opd_womens_pathway": "OPD women's pathway",
    "peer_mentoring": "Peer mentoring",
    "personal_wellbeing": "Personal wellbeing",
    "prison_healthcare": "Prison healthcare",
    "reconnect": "RECONNECT",
    "womens_services": "Women's services",
}

# How many area names a title holds before it only counts them, and what it then calls them.
NAMES_IN_A_TITLE = 4
MANY = {"court": "courts", "district": "districts", "prison": "prisons", "probation_region": "probation regions"}

# How much of a source's title its id keeps, and how much of the hash of its address.
TITLE_IN_AN_ID = 48
HASH_IN_AN_ID = 8


def statement(**cells: str) -> common.Row:
    """One row of a file of statements; cells that are not given are empty."""
    unknown = set(cells) - set(COLUMNS)
    if unknown:
        raise common.Conflict(f"no such column: {sorted(unknown)}")
    return [cells.get(column, "") for column in COLUMNS]


def title(offers: list[str], where: str, aside: str = "") -> str:
    """Our own short name for a service: what and where."""
    labels = [LABELS[offers[0]], *(inner(LABELS[offer]) for offer in offers[1:])]
    return f"{listed(labels)}{f' ({aside})' if aside else ''}, {where}"


def where(areas: list[str], names: dict[str, str], otherwise: str) -> str:
    """The place of a service in words: the names of a few areas, the number of many."""
    if not areas:
        return otherwise
    if len(areas) <= NAMES_IN_A_TITLE:
        return listed([names[area] for area in areas])
    kinds = {area.split(":")[0] for area in areas}
    return f"{len(areas)} {MANY.get(kinds.pop(), 'areas') if len(kinds) == 1 else 'areas'}"


def listed(names: list[str]) -> str:
    """Names in one phrase: A, B and C."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def inner(label: str) -> str:
    """A label inside a phrase: a small first letter, unless it begins with an abbreviation."""
    return label if label[1].isupper() else label[0].lower() + label[1:]


def stages(text: str) -> str:
    """The stages named in a cell, as codes in the order of the justice system."""
    named = {STAGES[part.strip()] for part in text.split(";") if part.strip()}
    return common.join(stage for stage in STAGE_ORDER if stage in named)


def procedure(*texts: str) -> str:
    """How something was bought, by the first rule that any of the texts fits; empty if none says."""
    return next((code for words, code in PROCEDURES if any(map(words.search, texts))), "")


def source_id(name: str, url: str) -> str:
    """A readable and stable id: the start of the title and a short hash of the address."""
    words = common.slug(name)[: TITLE_IN_AN_ID + 1]
    if len(words) > TITLE_IN_AN_ID:
        words = words.rsplit("-", 1)[0]
    return f"{words}-{hashlib.sha256(url.encode()).hexdigest()[:HASH_IN_AN_ID]}"


def source_row(name: str, url: str, date: str = "") -> common.Row:
    """One row of sources.csv."""
    return [source_id(name, url), name, url, date]


def notice_reference(url: str) -> str:
    """The number of the notice or contracting process that an address leads to, if it names one."""
    found = re.search(r"ocid=([a-z0-9-]+)|/Notice/(\d{6}-\d{4})", url)
    return next((group for group in found.groups() if group), "") if found else ""


def later(date: str, months: int) -> str:
    """A date moved by whole months; the last day of a month stays the last day of a month."""
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 1:
        if months % 12:
            raise ValueError(f"{date} has no month to move by {months} months")
        return str(parts[0] + months // 12)
    year, month = divmod(parts[0] * 12 + parts[1] - 1 + months, 12)
    if len(parts) == 2:
        return f"{year:04}-{month + 1:02}"
    last = calendar.monthrange(year, month + 1)[1]
    at_end = parts[2] == calendar.monthrange(parts[0], parts[1])[1]
    return f"{year:04}-{month + 1:02}-{last if at_end else min(parts[2], last):02}"


def pence(pounds: str) -> int:
    """An amount in pounds, such as 15080409.11, as whole pence."""
    whole, _, rest = pounds.partition(".")
    if len(rest) > 2:
        raise ValueError(f"more than two places after the point: {pounds}")
    return int(whole) * 100 + int(rest.ljust(2, "0"))


def yearly(value: int, months: int) -> int:
    """The value of a year out of the value of so many months, to the nearest penny."""
    return (2 * value * 12 + months) // (2 * months)
