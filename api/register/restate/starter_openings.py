"""Grants, tenders, lots and frameworks that were or are open: domain/openings.csv, and what other
tables evidence beside it, as starter/openings.csv and starter/opening_conditions.csv.

Nobody's condition is guessed: a notice that is silent on something has no row about it. Closed
openings are kept, as what to expect when. How words are read is in opening_rules.py, what each row
says of who may apply in opening_terms.py, and the lots in opening_lots.py.
"""

import pathlib
import re
import urllib.parse

import area_index
import bodies
import bodies_openings
import common
import opening_lots
import opening_rules
import opening_terms
import starter_claims
import starter_procurement
import starter_statements
import starter_voice
import statements
from common import Row, join

FILE = "domain/openings.csv"

COLUMNS = (
    "row,title,funder,funder_as_stated,kind,purpose,cohort,cohort_as_stated,areas,offers,opens,closes,starts,"
    "duration_months,min_award_pence,max_award_pence,award_basis,total_pence,status,reference,part_of,service_row,"
    "statement,grade,asserted_by,confidence,source,unplaced"
).split(",")

CONDITION_COLUMNS = "opening,number,kind,words,pence,permille,areas,cohort,statement".split(",")

# Kinds of area in the source, as kinds of the register. It holds England and Wales alone, so what is
# open to the United Kingdom is open to both.
KINDS = {
    "icb": "icb",
    "local_authority": "district",
    "nation": "nation",
    "nhs_region": "nhs_region",
    "police_force_area": "police_force",
    "prison": "prison",
    "probation_delivery_unit": "pdu",
    "probation_region": "probation_region",
    "region": "region",
}
SAME_AREAS = {"nation:K02000001": "nation:K04000001"}

# What the column of consortia says, as a word of the register and in our words.
CONSORTIUM = {
    "yes": ("allowed", "Consortia and partnerships may apply."),
    "no": ("refused", "Consortia and partnerships may not apply."),
}

NOTICE = ("official_notice", "commissioner")
OWN_PAGE = ("responsible_body", "funder")
PRESS = ("press", "third_party")
OTHER = ("other", "third_party")

# Whose word a page is, by its host; any other host is a third party's.
HOSTS = {
    **dict.fromkeys(("bidatlas.co.uk", "bidstats.uk", "d3tenders.com", "find-tender.service.gov.uk", "sell2wales.gov.wales",
                     "yourtenderteam.co.uk"), NOTICE),
    **dict.fromkeys(("barrowcadbury.org.uk", "blcf.org.uk", "cfct.org.uk", "citybridgefoundation.org.uk",
                     "comicrelief.com", "cornwallcommunityfoundation.com", "democracy.greatermanchester-ca.gov.uk",
                     "devonandcornwall-pcc.gov.uk", "find-government-grants.service.gov.uk", "funding.surrey-pcc.gov.uk",
                     "ghc.nhs.uk", "gloucestershire-pcc.gov.uk", "lancashire-pcc.gov.uk", "leedsccg.nhs.uk",
                     "leics.pcc.police.uk", "lloydsbankfoundation.org.uk", "midandsouthessex.ics.nhs.uk", "sr-fund.org",
                     "surrey-pcc.gov.uk", "synergiproject.org.uk", "triangletrust.org.uk",
                     "welcome-hub.hmppsintranet.org.uk"), OWN_PAGE),
    **dict.fromkeys(("louthleader.co.uk", "morpethherald.co.uk", "theforester.co.uk"), PRESS),
}


def host(url: str) -> str:
    """The host of an address without its www."""
    return re.sub(r"^www\d*\.", "", urllib.parse.urlsplit(url).netloc)


def places(row: dict[str, str], names: dict[str, str]) -> list[str]:
    """The areas of a row."""
    if row["id"] in opening_terms.AREAS:
        return area_index.require(opening_terms.AREAS[row["id"]], names)
    kind = KINDS[row["area_kind"]]
    found = [f"{kind}:{code}" for code in row["area_code"].split(common.LIST_MARK)]
    return area_index.require([SAME_AREAS.get(area, area) for area in found], names)


def offers(row: dict[str, str]) -> list[str]:
    """The offers that the title and the purpose of a row speak of; none is a purpose of its own."""
    if row["id"] in opening_rules.OFFERS_OF:
        return opening_rules.OFFERS_OF[row["id"]]
    rest, found = f"{row['title']}. {row['purpose']}", []
    for words, codes in opening_rules.OFFERS:
        pattern = re.compile(rf"\b({words})", re.IGNORECASE)
        if pattern.search(rest):
            rest = pattern.sub(" ", rest)
            found += codes
    return list(dict.fromkeys(found))


def pence(pounds: str, less: int = 0) -> str:
    """A cell of pounds as pence."""
    return str(statements.pence(pounds) - less) if pounds else ""


def cohort(row: dict[str, str]) -> tuple[str, list[str] | None]:
    """Whom a row is for, and the codes of a condition where the cohort says less than the words."""
    return opening_rules.COHORTS.get(row["cohorts"], ("all", None))


def forms(text: str) -> list[str]:
    """The legal forms that a cell lets in; none where it says no legal form."""
    if text in opening_rules.NO_FORM:
        return []
    if text not in opening_rules.FORMS:
        raise common.Conflict(f"no legal form is known for {text!r}")
    return opening_rules.FORMS[text]


def conditions(row: dict[str, str]) -> list[Row]:
    """Everything that a row says of who may apply."""
    key, made = row["id"], []

    def add(kind: str, statement: str, **cells: str) -> None:
        made.append(condition(key, len(made) + 1, kind, statement, **cells))

    if forms(row["legal_forms"]):
        add("legal_form", f"As stated: {row['legal_forms']}.", words=join(forms(row["legal_forms"])))
    if row["min_turnover"]:
        add("min_turnover", f"Turnover of £{int(row['min_turnover']):,} or more.", pence=pence(row["min_turnover"]))
    if row["max_turnover"]:
        under = key in opening_terms.UNDER
        add("max_turnover", f"Turnover of {'under' if under else 'up to'} £{int(row['max_turnover']):,}.",
            pence=pence(row["max_turnover"], less=1 if under else 0))
    codes = cohort(row)[1]
    if codes is not None:
        add("cohort", f"For: {row['cohorts']}.", **of_cohort(codes))
    own = opening_terms.CONDITIONS.get(key, [])
    for kind, cells, statement in own:
        add(kind, statement, **cells)
    if row["consortium"] in CONSORTIUM and "consortium" not in {kind for kind, _, _ in own}:
        word, says = CONSORTIUM[row["consortium"]]
        add("consortium", says, words=word)
    return made


def condition(opening: str, number: int, kind: str, statement: str, **cells: str) -> Row:
    """One row of opening_conditions.csv; cells that are not given are empty."""
    return [opening, str(number), kind, *(cells.get(column, "") for column in CONDITION_COLUMNS[3:-1]), statement]


def of_cohort(codes: list[str]) -> dict[str, str]:
    """The cells of a condition on whom it is for: one cohort, and what else is meant."""
    first = [code for code in codes if code != opening_rules.UNCODED][:1]
    return {"cohort": join(first), "words": join(code for code in codes if code not in first)}


def in_words(row: dict[str, str]) -> str:
    """Our own statement: what it is for, for whom, who may apply and what is said beside."""
    parts = [row["purpose"], f"For: {row['cohorts']}" if row["cohorts"] else "",
             f"Who may apply, as stated: {row['legal_forms']}" if row["legal_forms"] else "",
             f"Area as stated: {row['area_name']}", row["conditions"]]
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def opening(**cells: str) -> Row:
    """One row of openings.csv; cells that are not given are empty."""
    unknown = set(cells) - set(COLUMNS)
    if unknown:
        raise common.Conflict(f"no such column: {sorted(unknown)}")
    return [cells.get(column, "") for column in COLUMNS]


def restate(row: dict[str, str], names: dict[str, str], known: dict[str, tuple[str, str]]) -> Row:
    """One opening of the source table."""
    key = row["id"]
    grade, asserted_by = HOSTS.get(host(row["source_url"]), OTHER)
    title, date = known[row["source_url"]]
    return opening(
        row=key,
        title=row["title"],
        funder=bodies_openings.find(row["funder"]),
        funder_as_stated=row["funder"],
        kind="tender" if key in opening_terms.TENDERS_OF_LOTS else row["kind"],
        purpose=row["purpose"],
        cohort=cohort(row)[0],
        cohort_as_stated=row["cohorts"],
        areas=join(places(row, names)),
        offers=join(offers(row)),
        opens=row["opens"],
        closes=row["closes"] or opening_lots.CLOSES.get(key, ""),
        starts=opening_terms.STARTS.get(key, ""),
        duration_months=row["duration_months"],
        min_award_pence=pence(row["min_award"]),
        max_award_pence=pence(row["max_award"]),
        award_basis=opening_terms.BASIS.get(key, ""),
        total_pence=pence(row["total"]),
        status=row["status"],
        reference=statements.notice_reference(row["source_url"]),
        part_of=opening_terms.PART_OF.get(key, ""),
        service_row=opening_terms.SERVICES.get(key, ""),
        statement=in_words(row),
        grade=grade,
        asserted_by=asserted_by,
        confidence=row["confidence"],
        source=statements.source_row(title, row["source_url"], date)[0],
    )


def evidenced(folder: pathlib.Path) -> dict[tuple[str, str], Row]:
    """The sources of the rows of other tables that evidence an opening, by table and row."""
    known = starter_procurement.known_sources(folder)
    found = {}
    for row in common.read_csv(folder / starter_procurement.FILE):
        found[starter_procurement.FILE, row["id"]] = starter_procurement.source(row, known)
    for row in common.read_csv(folder / "domain/facts.csv"):
        title = f"{row['source_title']}: {row['statement']}"
        found["domain/facts.csv", row["id"]] = statements.source_row(title, row["source_url"])
    return found


def tender(key: str, names: dict[str, str], sources: dict[tuple[str, str], Row]) -> Row:
    """A tender, fund or framework that only another table tells of."""
    funder, kind, title, purpose, areas, codes, starts, months, total, status, table, row, service, known = (
        opening_lots.TENDERS[key])
    source = sources[table, row]
    grade, asserted_by = HOSTS.get(host(source[2]), OTHER)
    return opening(
        row=key, title=title, funder=bodies_openings.find(funder), kind=kind, purpose=purpose, cohort="all",
        areas=join(area_index.require(areas, names)), offers=join(codes), starts=starts, duration_months=months,
        total_pence=pence(total), status=status, reference=statements.notice_reference(source[2]), service_row=service,
        statement=f"{purpose}. {known} Rests on: {row}.", grade=grade, asserted_by=asserted_by, confidence="medium",
        source=source[0],
    )


# What a lot takes over from its tender.
SHARED = ("funder", "funder_as_stated", "purpose", "cohort", "cohort_as_stated", "offers", "opens", "closes", "starts",
          "duration_months", "min_award_pence", "max_award_pence", "award_basis", "status", "reference", "grade",
          "asserted_by", "confidence", "source")


def part(whole: Row, key: str, **cells: str) -> Row:
    """A part of an opening: what its notice says of it, and of all of them."""
    of = dict(zip(COLUMNS, whole))
    return opening(**{**{column: of[column] for column in SHARED}, "row": f"{of['row']}-{key}", "part_of": of["row"], **cells})


def lots(wholes: dict[str, Row], names: dict[str, str]) -> tuple[list[Row], list[Row]]:
    """The lots of tenders and what a smaller body may join, with the conditions that are theirs alone."""
    made, own = [], []
    for tender_key, (title, without, why) in opening_lots.BY_REGION.items():
        for code, region in opening_lots.REGIONS.items():
            if code in without:
                continue
            areas = join(area_index.require([f"probation_region:{code}"], names))
            lot = part(wholes[tender_key], code, kind="lot", title=f"{title}: {region}", areas=areas,
                       statement=f"Lot for the probation region {region}: {why}.")
            made.append(lot)
            if tender_key in opening_lots.SUPPLY_CHAINS:
                chain = part(lot, "chain", kind="supply_chain", title=f"{title}: supply chain, {region}", areas=areas,
                             opens="", status="unclear", statement=opening_lots.SUPPLY_CHAINS[tender_key])
                made.append(chain)
                own.append(condition(chain[0], 1, "consortium", "Works under the region's Delivery Partner.", words="partner"))
    for tender_key, key, title, areas, codes, total, status, service, known in opening_lots.LOTS:
        made.append(part(wholes[tender_key], key, kind="lot", title=title,
                         areas=join(area_index.require(areas, names)), offers=join(codes), total_pence=pence(total),
                         status=status, service_row=service, statement=known))
    return made, own


def successions() -> list[Row]:
    """What becomes of the commissioners that no other table names."""
    reform = statements.source_id(*starter_statements.PCC_REFORM[:2])
    note = "police and crime commissioners end; what follows them is not on record"
    return [[body, "", "2028-05", "abolition", "due", reform, note] for body in bodies_openings.commissioners()]


def tables(folder: pathlib.Path) -> common.Tables:
    """The openings, their conditions, bodies and sources."""
    names, known = area_index.load(folder), starter_voice.pages(folder, *starter_claims.FILES, FILE)
    rows, sources = common.read_csv(folder / FILE), evidenced(folder)
    made = [restate(row, names, known) for row in rows]
    made += [tender(key, names, sources) for key in opening_lots.TENDERS]
    parts, of_parts = lots({row[0]: row for row in made}, names)
    stated = [condition for row in rows for condition in conditions(row)] + of_parts
    used = [statements.source_row(*known_page(row["source_url"], known)) for row in rows]
    used += [sources[each[10], each[11]] for each in opening_lots.TENDERS.values()]
    funders = [row["funder"] for row in rows] + [each[0] for each in opening_lots.TENDERS.values()]
    return {
        "starter/openings.csv": common.table(COLUMNS, made + parts),
        "starter/opening_conditions.csv": common.table(CONDITION_COLUMNS, stated),
        "starter/bodies.csv": common.table(bodies.COLUMNS, [bodies_openings.row(cell) for cell in funders]),
        "starter/body_successions.csv": common.table(bodies.SUCCESSION_COLUMNS, successions()),
        "starter/sources.csv": common.table(statements.SOURCE_COLUMNS, used),
    }


def known_page(url: str, known: dict[str, tuple[str, str]]) -> tuple[str, str, str]:
    """Title, address and date of a page."""
    title, date = known[url]
    return title, url, date
