"""voice_and_women.csv as statements: women's centres, lived-experience groups, peer mentoring,
departure lounges, care navigators and link workers.

What a row says of a place is kept; what it does not say is not added. The source table has no
column of stages: STAGES holds those that the text of a row states, and the others stay empty.
"""

import pathlib
import re
from urllib.parse import urlsplit

import area_index
import bodies
import bodies_voice
import common
import starter_crs
import starter_statements
import statements
from common import Row, Tables, join

FILE = "domain/voice_and_women.csv"

# The tables whose titles of a page come first.
FILES = (starter_statements.FILE, FILE)

# kind of the source table: offer code.
OFFERS = {
    "IOM mental health offer": "iom_mental_health",
    "care navigator": "care_navigator",
    "departure lounge": "departure_lounge",
    "link worker": "link_worker",
    "lived-experience group": "lived_experience_group",
    "peer mentoring": "peer_mentoring",
    "women's centre": "womens_centre",
    "women's centre network": "womens_centre",
    "women's diversion": "womens_diversion",
    "women's hub": "womens_centre",
}

# Rows whose offers are not those of their kind, each with the reason.
OFFERS_OF_ROW = {
    "VW013": (("iom_mental_health", "iom"), "the page describes the IOM team and names no mental health worker"),
    "VW028": (("womens_diversion",), "what ended is the money for the Women's Pathfinder; the centre goes on"),
    "VW082": (("mhtr_primary_care",), "the women's treatment requirement of London: 10 to 12 psychological sessions"),
}

# What a care navigator row says where it is RECONNECT.
RECONNECT = re.compile(r"\breconnect", re.IGNORECASE)

# What rows that rest on the referral system's contracts call it: the source that starter_crs.py has.
CRS_REGISTER = "CRS contract register"

# Rows that rest on the contracts for CRS women's services: by the title of their source.
CRS_SOURCES = (CRS_REGISTER, "PSDF Day 1 Services award notice")
CRS_OFFER = "womens_services"
CRS_REFERENCE = "crs"
CRS_STAGES = "community_sentence;pre_release;post_release"

# How such a row names the prime provider when its own organisation is a subcontractor.
PRIME = re.compile(r"^Named subcontractor to (.+?) in commissioned women's services")

# How such a row names the contract, and the contracts whose reference ends with the police area.
CONTRACT = re.compile(r"\bPRJ_\w+$")
CONTRACT_OF_AREA = {
    ("PRJ_12498", "W15000002"): "PRJ_12498_GWENT",
    ("PRJ_12498", "W15000003"): "PRJ_12498_SOUTHWALES",
    ("PRJ_12502", "W15000004"): "PRJ_12502_DYFEDPOWYS",
}

# Rows whose area is not the one that the source table names, each with the reason.
AREA_OF_ROW = {"VW023": ("nhs_region:E40000005", "the notice of P27, of NHS England's South East region")}

# Rows that lie inside a record of another table.
PART_OF = {"VW064": "P15"}

# Rows that are statements about a place and no provision in it, each with the reason.
NOT_PROVISION = {
    "VW018": "a charter that trains employers, at six pilot sites that are not named",
    "VW019": "an award to the liaison and diversion service for how it recruits",
    "VW020": "an award to court and custody teams for how they recruit",
    "VW022": "a coalition of women's organisations",
    "VW038": "three bids were refused: no provision was funded",
    "VW052": "an alliance of women's organisations named as a supplier",
    "VW067": "equality panels of a combined authority; nothing in the text ties them to justice",
    "VW114": "the commissioner found provision insufficient in parts of the area",
}

# Live rows that name a nation as the reach of an organisation, not as the place of a service: they
# are leads, and cover no area. The source table has them as live.
REACH_NOT_COVERAGE = {
    "VW015": "a national forum",
    "VW016": "regional forums; the regions are not named",
    "VW021": "a national panel",
    "VW051": "pilot panels; the prisons are not named",
    "VW087": "two-thirds of the areas of that time, not named: its end is no gap everywhere",
    "VW088": "a consultancy used in inspections",
    "VW092": "a charity's reach; the places are not named",
}

# Offers whose rows are about women unless COHORT says otherwise.
WOMENS_OFFERS = ("womens_centre", "womens_diversion", "womens_services")

COHORT = {
    "VW015": "women",
    "VW021": "women",
    "VW049": "women",
    "VW050": "ethnic_minority",
    "VW051": "ethnic_minority_young_adults",
    "VW066": "approved_premises_residents",
    "VW079": "women",
    "VW082": "women",
    "VW083": "women",
    "VW089": "men_18_to_35",
    "VW090": "men_18_to_35",
    "VW091": "men",
    "VW092": "young_adults",
}

# The stages that the text of a row states.
STAGES = {
    "VW001": "release_day",
    "VW002": "pre_release;release_day",
    "VW003": "release_day",
    "VW004": "release_day",
    "VW005": "release_day",
    "VW006": "release_day",
    "VW007": "pre_release;release_day;post_release",
    "VW008": "pre_release;release_day;post_release",
    "VW009": "pre_release;release_day;post_release",
    "VW010": "pre_release;release_day;post_release",
    "VW023": "custody",
    "VW024": "custody;post_release",
    "VW025": "custody",
    "VW026": "community_sentence;post_release",
    "VW027": "police_custody",
    "VW030": "oocd",
    "VW035": "community_sentence",
    "VW037": "community_sentence;custody",
    "VW041": "police_custody",
    "VW042": "oocd",
    "VW048": "post_release",
    "VW049": "post_release",
    "VW051": "custody",
    "VW064": "police_custody;court",
    "VW066": "post_release",
    "VW072": "community_sentence",
    "VW076": "community_sentence",
    "VW079": "oocd",
    "VW080": "police_custody;oocd",
    "VW081": "community_sentence",
    "VW082": "court;community_sentence",
    "VW083": "custody;post_release",
    "VW084": "community_sentence;post_release",
    "VW085": "custody",
    "VW086": "community_sentence;post_release",
    "VW087": "community_sentence;post_release",
    "VW089": "custody;post_release",
    "VW090": "custody;post_release",
    "VW091": "pre_release;post_release",
    "VW092": "post_release",
    "VW093": "custody;post_release",
    "VW094": "post_release",
    "VW115": "police_custody",
    "VW116": "court",
    "VW117": "police_custody",
}

# The intensity of a row is that of its most intensive offer; nothing here is raised by the text.
INTENSITY = {
    "care_navigator": "signposting",
    "departure_lounge": "signposting",
    "iom": "none",
    "iom_mental_health": "low",
    "link_worker": "low",
    "lived_experience_group": "none",
    "mhtr_primary_care": "treatment",
    "peer_mentoring": "low",
    "reconnect": "signposting",
    "womens_centre": "low",
    "womens_diversion": "low",
    "womens_services": "low",
}
LADDER = ("none", "signposting", "low", "treatment", "specialist")

# Offers in the title that is made for a row.
LABELS = {
    "care_navigator": "Care navigators",
    "departure_lounge": "Departure lounge",
    "iom_mental_health": "IOM mental health offer",
    "link_worker": "Link workers",
    "lived_experience_group": "Lived-experience group",
    "mhtr_primary_care": "Women's MHTR, primary care",
    "peer_mentoring": "Peer mentoring",
    "reconnect": "RECONNECT care navigators",
    "womens_centre": "Women's centre or hub",
    "womens_diversion": "Women's diversion",
    "womens_services": "Women's centre in CRS women's services",
}

FIRST_IN_A_TITLE = ("womens_services", "reconnect")

# Money that a row states of its own service: pence, what the figure is, months of the term (0: not on
# record).
# The values of VW023 and VW064 stand in the procurement table (P27, P15) and are not repeated.
VALUES = {
    "VW033": (76128000, "award", 0),
    "VW034": (116491500, "award", 0),
    "VW035": (62130900, "award", 0),
    "VW039": (20000000, "capital grant", 0),
    "VW044": (65515800, "six-month extension to December 2022", 0),
    "VW053": (297500000, "contract value", 0),
    "VW065": (66400000, "contract value", 0),
    "VW066": (32532500, "contract value", 0),
    "VW071": (25000000, "grant; about £600,000 in total", 0),
    "VW113": (23423400, "grant for a 17-month pilot", 17),
}

# Terms in months: base, and the extension that nobody has confirmed.
TERMS = {"VW023": (36, 36)}

# Who speaks on a page, by its host: grade, asserted_by.
OFFICIAL_NOTICE = ("official_notice", "commissioner")
PROVIDER = ("provider_page", "provider")
PRESS = ("press", "third_party")
RESPONSIBLE = ("responsible_body", "commissioner")
HOSTS = {
    "apccs.police.uk": ("responsible_body", "third_party"),
    "archive.northumbria-pcc.gov.uk": RESPONSIBLE,
    "awayout.co.uk": PROVIDER,
    "awp.nhs.uk": PROVIDER,
    "bbc.co.uk": PRESS,
    "bedfordtoday.co.uk": PRESS,
    "berkshirehealthcare.nhs.uk": PROVIDER,
    "bidstats.uk": OFFICIAL_NOTICE,
    "cambridge.org": ("report", "report"),
    "career-matters.org": PROVIDER,
    "certitude.org.uk": PROVIDER,
    "cgmcrc.co.uk": PROVIDER,
    "cumbriacrack.com": PRESS,
    "d3tenders.com": OFFICIAL_NOTICE,
    "denbighshirefreepress.co.uk": PRESS,
    "devonandcornwall-pcc.gov.uk": RESPONSIBLE,
    "edp.org.uk": PROVIDER,
    "england.nhs.uk": RESPONSIBLE,
    "examiner.co.uk": PRESS,
    "feeds.bbci.co.uk": PRESS,
    "find-tender.service.gov.uk": OFFICIAL_NOTICE,
    "github.com": ("official_register", "commissioner"),
    "gov.uk": RESPONSIBLE,
    "gwent.pcc.police.uk": RESPONSIBLE,
    "highsheriffofsurrey.com": ("other", "third_party"),
    "howardleague.org": ("report", "third_party"),
    "in2out.org.uk": PROVIDER,
    "insideoutmentor.org": PROVIDER,
    "jointheconversation.scwcsu.nhs.uk": ("other", "provider"),
    "justiceinnovation.org": ("report", "report"),
    "justiceinspectorates.gov.uk": ("inspectorate", "inspectorate"),
    "leicspart.nhs.uk": PROVIDER,
    "london.gov.uk": RESPONSIBLE,
    "merseysidecrc.co.uk": PROVIDER,
    "miragenews.com": PRESS,
    "mpft.nhs.uk": PROVIDER,
    "mtcgroup.org.uk": PROVIDER,
    "nacro.org.uk": PROVIDER,
    "norfolk-pcc.gov.uk": RESPONSIBLE,
    "opengovernment.org.uk": ("other", "third_party"),
    "publications.parliament.uk": ("report", "provider"),
    "readkong.com": ("report", "provider"),
    "redroserecovery.org.uk": PROVIDER,
    "revolving-doors.org.uk": PROVIDER,
    "safercornwall.co.uk": RESPONSIBLE,
    "stgilestrust.org.uk": PROVIDER,
    "surrey-pcc.gov.uk": RESPONSIBLE,
    "t2a.org.uk": ("other", "funder"),
    "thenorthernecho.co.uk": PRESS,
    "thestar.co.uk": PRESS,
    "thewallich.com": PROVIDER,
    "theyworkforyou.com": RESPONSIBLE,
    "together-uk.org": PROVIDER,
    "trailblazersmentoring.org.uk": PROVIDER,
    "uservoice.org": PROVIDER,
    "wandsworth.gov.uk": RESPONSIBLE,
    "weardale-gazette.co.uk": PRESS,
    "wearenwjc.org.uk": PROVIDER,
    "westyorkshirecrc.co.uk": PROVIDER,
    "womenatwish.org.uk": PROVIDER,
    "yorkshirepost.co.uk": PRESS,
}


def host(url: str) -> str:
    """The host of an address without www."""
    return urlsplit(url).netloc.lower().removeprefix("www.")


def is_crs(row: dict[str, str]) -> bool:
    """Whether a row rests on a contract for CRS women's services."""
    return row["source_title"].startswith(CRS_SOURCES)


def offers(row: dict[str, str]) -> list[str]:
    """The offer codes of a row."""
    if row["id"] in OFFERS_OF_ROW:
        return list(OFFERS_OF_ROW[row["id"]][0])
    codes = [OFFERS[row["kind"]]]
    if codes == ["care_navigator"] and RECONNECT.search(row["statement"] + " " + row["source_title"]):
        codes.append("reconnect")
    if is_crs(row):
        codes.append(CRS_OFFER)
    return codes


def status(row: dict[str, str]) -> str:
    """The status of a row under the two tables of exceptions."""
    if row["id"] in NOT_PROVISION:
        return "not_provision"
    if row["id"] in REACH_NOT_COVERAGE:
        return "unclear"
    return row["status"]


def cohort(row: dict[str, str]) -> str:
    """Whom a row is about."""
    if row["id"] in COHORT:
        return COHORT[row["id"]]
    return "women" if set(offers(row)) & set(WOMENS_OFFERS) else "all"


def deliverers(row: dict[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The standard names of the providers and of the subcontractors of a row."""
    named = bodies_voice.organisations(row["organisation"])
    prime = PRIME.match(row["statement"])
    if is_crs(row) and prime:
        return bodies_voice.organisations(prime.group(1)), named
    return named, ()


def place(row: dict[str, str], names: dict[str, str]) -> str:
    """The area of a row; empty if its code is no area's."""
    if row["id"] in AREA_OF_ROW:
        return AREA_OF_ROW[row["id"]][0]
    return starter_statements.area(row["area_kind"], row["area_code"], names)


def title(row: dict[str, str], where: str) -> str:
    """Our own short name for a row: its offer and its area."""
    codes = offers(row)
    label = next(LABELS[code] for code in (*FIRST_IN_A_TITLE, *codes) if code in codes)
    if row["id"] in NOT_PROVISION:
        return f"Statement on {label[0].lower()}{label[1:]}, {where}"
    return f"{label}, {where}"


def part_of(row: dict[str, str]) -> str:
    """The record of another table that a row lies inside."""
    contract = CONTRACT.search(row["source_title"])
    if contract:
        return CONTRACT_OF_AREA.get((contract.group(), row["area_code"]), contract.group())
    return PART_OF.get(row["id"], "")


def stages(row: dict[str, str]) -> str:
    """The stages that a row states."""
    return CRS_STAGES if is_crs(row) else STAGES.get(row["id"], "")


def intensity(codes: list[str]) -> str:
    """The highest intensity among these offers."""
    return max((INTENSITY[code] for code in codes), key=LADDER.index)


def money(row: dict[str, str]) -> dict[str, str]:
    """The value that a row states, and its year where the months are on record."""
    if row["id"] not in VALUES:
        return {}
    value, basis, months = VALUES[row["id"]]
    cells = {"value_pence": str(value), "value_basis": basis, "vat": "not_stated"}
    cells["procedure"] = statements.procedure(basis)
    if months:
        year = str(statements.yearly(value, months))
        cells |= {"base_months": str(months), "annual_base_pence": year, "annual_full_pence": year}
    return cells


def term(row: dict[str, str]) -> dict[str, str]:
    """Start, end and base end; an extension that nobody confirmed lies between the last two."""
    cells = {"start": row["start"], "end": row["end"]}
    if row["id"] in TERMS:
        base, more = TERMS[row["id"]]
        cells |= {"base_end": row["end"], "end": statements.later(row["end"], more)}
        cells |= {"base_months": str(base), "extension_months": str(more)}
    return cells


def pages(source: pathlib.Path, *files: str) -> dict[str, tuple[str, str]]:
    """Address to title and date, of the pages that these tables rest on; the first title is kept."""
    found: dict[str, tuple[str, str]] = {}
    for file in files:
        for row in common.read_csv(source / file):
            title, date = found.get(row["source_url"], (row["source_title"], ""))
            found[row["source_url"]] = (title, date or row["source_date"])
    return found


def source_row(row: dict[str, str], known: dict[str, tuple[str, str]]) -> Row:
    """The source of a row: a page is called what the first table that rests on it calls it, and the
    register of contracts is one source, whichever contract a row names."""
    if row["source_title"].startswith(CRS_REGISTER):
        return statements.source_row(*starter_crs.SOURCE)
    title, date = known[row["source_url"]]
    return statements.source_row(title, row["source_url"], date)


def restate(row: dict[str, str], names: dict[str, str], known: dict[str, tuple[str, str]]) -> Row:
    """One row of the source table in the common layout."""
    codes = offers(row)
    where = place(row, names)
    providers, subcontractors = deliverers(row)
    grade, asserted_by = HOSTS[host(row["source_url"])]
    return statements.statement(
        row=row["id"],
        offers=join(codes),
        areas=where,
        cohort=cohort(row),
        status=status(row),
        providers=bodies_voice.ids(providers),
        subcontractors=bodies_voice.ids(subcontractors),
        commissioners=bodies_voice.ids(bodies_voice.funders(row["commissioner_or_funder"])),
        title=title(row, names.get(where, row["area_name"])),
        statement=starter_statements.in_words(row),
        grade=grade,
        asserted_by=asserted_by,
        confidence=row["confidence"],
        source=source_row(row, known)[0],
        stages=stages(row),
        intensity=intensity(codes),
        reference=CRS_REFERENCE if is_crs(row) else statements.notice_reference(row["source_url"]),
        part_of=part_of(row),
        unplaced="" if where else f"no {row['area_kind']} has the code {row['area_code'] or '(none)'}",
        **term(row),
        **money(row),
    )


def body_names(row: dict[str, str]) -> list[str]:
    """Every body that a row names."""
    return [*sum(deliverers(row), ()), *bodies_voice.funders(row["commissioner_or_funder"])]


def successions(sources: dict[str, str]) -> list[Row]:
    """What became of bodies, as the sources of these rows say (row to source), and what becomes of the
    commissioners that no other table names."""
    made = [
        [bodies_voice.find(before), bodies_voice.find(after), date, kind, certainty, sources[said_by], note]
        for before, after, date, kind, certainty, said_by, note in bodies_voice.SUCCESSIONS
    ]
    reform = statements.source_id(*starter_statements.PCC_REFORM[:2])
    note = "police and crime commissioners end; what follows them is not on record"
    return made + [
        [bodies_voice.find(name), "", "2028-05", "abolition", "due", reform, note]
        for name in bodies_voice.BODIES["pcc"] if name not in bodies_voice.HELD_BY_A_MAYOR
    ]


def tables(source: pathlib.Path) -> Tables:
    """The tables that voice_and_women.csv gives."""
    names, known = area_index.load(source), pages(source, *FILES)
    rows = common.read_csv(source / FILE)
    bodies_named = [name for row in rows for name in body_names(row)]
    sources = {row["id"]: source_row(row, known) for row in rows}
    said_in = {key: row[0] for key, row in sources.items()}
    return {
        "starter/voice_and_women.csv": common.table(statements.COLUMNS, [restate(row, names, known) for row in rows]),
        "starter/bodies.csv": common.table(bodies.COLUMNS, bodies_voice.rows(bodies_named)),
        "starter/body_successions.csv": common.table(bodies.SUCCESSION_COLUMNS, successions(said_in)),
        "starter/sources.csv": common.table(statements.SOURCE_COLUMNS, list(sources.values())),
    }
