"""The bodies that openings.csv names as funders, and which cell names which.

A cell often names a part of a body or who pays beside who runs the fund. FUNDERS says which one body
decides about the money; the cell itself is kept beside it. A body that another table has is the same
body here. Where a source names nobody, one body stands for all of those, so that none is invented.
"""

import bodies
import bodies_voice
from common import Conflict, Row, body_id

# Bodies that no other table names: name to kind.
KINDS = {
    "Allen Lane Foundation": "funder",
    "Avon and Somerset Constabulary": "police",
    "Bedfordshire and Luton Community Foundation": "funder",
    "BME Health Forum": "vcse",
    "Chapeltown Primary Care Network": "partnership",
    "City Bridge Foundation": "funder",
    "Comic Relief": "funder",
    "Department for Digital, Culture, Media and Sport": "government",
    "Gloucestershire Health and Care NHS Foundation Trust": "nhs_trust",
    "Gloucestershire Police and Crime Commissioner": "pcc",
    "Heart of England Community Foundation": "funder",
    "Lancashire Police and Crime Commissioner": "pcc",
    "Leicestershire Police and Crime Commissioner": "pcc",
    "Lincolnshire Community Foundation": "funder",
    "Mid and South Essex Integrated Care System": "partnership",
    "NHS Charities Together": "funder",
    "Northumbria Police and Crime Commissioner": "pcc",
    "Nottinghamshire Community Foundation": "funder",
    "NSUN": "vcse",
    "Sheriffs' and Recorder's Fund": "funder",
    "The Baring Foundation": "funder",
    "Triangle Trust 1949 Fund": "funder",
    "Trust for London": "funder",
    "Funder not named": "funder",
}

ALIASES = {
    "City Bridge Foundation": "City Bridge Trust",
    "NSUN": "National Survivor User Network",
}

NOTES = {
    "Funder not named": "stands for every funder that a source does not name",
}

# A cell that is not the name of one body: the body that decides about the money.
FUNDERS = {
    "(UK Covid intermediary fund)": "Funder not named",
    "(foundation, cfct.org.uk)": "Funder not named",
    "(women's sector funder, England)": "Funder not named",
    "BME Health Forum for Comic Relief": "BME Health Forum",
    "Barrow Cadbury Trust and Lloyds Bank Foundation": "Barrow Cadbury Trust",
    "Chapeltown Primary Care Network with Forum Central": "Chapeltown Primary Care Network",
    "Clinks for HMPPS and MoJ": "Clinks",
    "Devon and Cornwall Police and Crime Commissioner via Cornwall Community Foundation":
        "Devon and Cornwall Police and Crime Commissioner",
    "Gloucestershire Health and Care NHS FT and partners": "Gloucestershire Health and Care NHS Foundation Trust",
    "HMPPS (HMP High Down)": "HMPPS",
    "HMPPS (HMP Huntercombe)": "HMPPS",
    "HMPPS (HMP/YOI Isis)": "HMPPS",
    "HMPPS (probation regions)": "HMPPS",
    "HMPPS Cardiff and Vale PDU": "HMPPS",
    "HMPPS North West Probation Region": "HMPPS",
    "Heart of England Community Foundation (government legacy money)": "Heart of England Community Foundation",
    "Leeds CCG": "NHS Leeds Clinical Commissioning Group",
    "Ministry of Justice and HMPPS": "Ministry of Justice",
    "Ministry of Justice via Comic Relief": "Comic Relief",
    "NHS Cheshire and Merseyside ICB": "NHS Cheshire and Merseyside Integrated Care Board",
    "NHS England London": "NHS England",
    "NHS England Midlands": "NHS England",
    "NHS England North West": "NHS England",
    "NHS England South East": "NHS England",
    "NHS England South West": "NHS England",
    "NHS Leeds CCG with Leeds Community Foundation": "NHS Leeds Clinical Commissioning Group",
    "NHS North Central London ICB": "NHS North Central London Integrated Care Board",
    "NHS West Yorkshire ICB (Bradford District and Craven)": "NHS West Yorkshire Integrated Care Board",
    "Synergi (NSUN)": "NSUN",
    "Trust for London with City Bridge Trust": "Trust for London",
}


def name(cell: str) -> str:
    """The name of the one body that a cell of funders stands for."""
    return FUNDERS.get(cell, cell)


def find(cell: str) -> str:
    """The id of that body, which one of the tables of bodies has to know."""
    stands_for = name(cell)
    if stands_for in KINDS:
        return body_id(stands_for)
    if bodies_voice.standard(stands_for):
        return bodies_voice.find(stands_for)
    raise Conflict(f"no body is called {stands_for!r}: add it to bodies_openings.py")


def row(cell: str) -> Row:
    """The row of bodies.csv for the body of a cell."""
    stands_for = name(cell)
    if stands_for not in KINDS:
        return bodies_voice.body_row(stands_for)
    aliases, note = ALIASES.get(stands_for, ""), NOTES.get(stands_for, "")
    return [find(cell), stands_for, KINDS[stands_for], aliases, "", "", "", "", "", note]


def commissioners() -> list[str]:
    """The police and crime commissioners that no other table names, as ids."""
    return [body_id(each) for each, kind in KINDS.items() if kind == "pcc"]
