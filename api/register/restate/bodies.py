"""The bodies that commission or provide what the statements speak of, and what each cell names.

One row of BODIES is one real body. `also` holds every other spelling in the sources, the codes of
the referral system included. A code became a name only where it makes the name certain; the rest
keep the code, in title case, and say so. Charity and company numbers are those of the registers of
charities (via ukcat), ODS codes those of the NHS trusts' list of March 2022; none was guessed.
"""

import hashlib

import common

COLUMNS = "id,name,kind,aliases,charity_number,company_number,ods_code,valid_from,valid_to,note".split(",")
SUCCESSION_COLUMNS = "predecessor,successor,date,kind,certainty,source,note".split(",")

AS_CODED = "name as coded in the referral system"

# name | kind | also (`;` between spellings) | charity | company | ODS | note
BODIES = """
5 Boroughs Partnership NHS Foundation Trust | nhs_trust | 5 Boroughs Partnership NHS FT | | | |
Avon and Wiltshire Mental Health Partnership NHS Trust | nhs_trust | | | | RVN |
Barnet, Enfield and Haringey Mental Health NHS Trust | nhs_trust | Barnet Enfield and Haringey | | | RRP |
Berkshire Healthcare NHS Foundation Trust | nhs_trust | | | | RWX |
Birmingham and Solihull Mental Health NHS Foundation Trust | nhs_trust | | | | RXT |
Black Country Healthcare NHS Foundation Trust | nhs_trust | | | | |
Black Country Partnership NHS Foundation Trust | nhs_trust | | | | |
Cambridgeshire and Peterborough NHS Foundation Trust | nhs_trust | | | | RT1 |
Central and North West London NHS Foundation Trust | nhs_trust | CNWL | | | RV3 |
Cornwall Partnership NHS Foundation Trust | nhs_trust | Cornwall Partnership NHS FT | | | RJ8 |
Coventry and Warwickshire Partnership NHS Trust | nhs_trust | | | | RYG |
Cumbria, Northumberland, Tyne and Wear NHS Foundation Trust | nhs_trust | | | | RX4 |
Derbyshire Healthcare NHS Foundation Trust | nhs_trust | | | | RXM |
Devon Partnership NHS Trust | nhs_trust | DEVON_PARTNERSHIP_TRUST | | | RWV |
Dorset HealthCare University NHS Foundation Trust | nhs_trust | | | | RDY |
Dudley and Walsall Mental Health Partnership NHS Trust | nhs_trust | | | | |
East London NHS Foundation Trust | nhs_trust | East London | | | RWK |
Essex Partnership University NHS Foundation Trust | nhs_trust | Essex Partnership University NHS FT (EPUT) | | | R1L |
Greater Manchester Mental Health NHS Foundation Trust | nhs_trust | GM_MH_NHS_FT | | | RXV |
Hertfordshire Partnership University NHS Foundation Trust | nhs_trust | | | | RWR |
Kent and Medway NHS and Social Care Partnership Trust | nhs_trust | | | | RXY |
Lancashire and South Cumbria NHS Foundation Trust | nhs_trust | Lancashire & South Cumbria NHS FT | | | RW5 |
Leeds and York Partnership NHS Foundation Trust | nhs_trust | | | | RGD |
Leicestershire Partnership NHS Trust | nhs_trust | | | | RT5 |
Lincolnshire Partnership NHS Foundation Trust | nhs_trust | Lincolnshire Partnership NHS FT | | | RP7 |
Mersey Care NHS Foundation Trust | nhs_trust | | | | RW4 |
Midlands Partnership NHS Foundation Trust | nhs_trust | Midlands Partnership University NHS Foundation Trust | | | RRE | the trust later added University to its name; both names are in the sources
Norfolk and Suffolk NHS Foundation Trust | nhs_trust | | | | RMY |
North Staffordshire Combined Healthcare NHS Trust | nhs_trust | | | | RLY |
Northamptonshire Healthcare NHS Foundation Trust | nhs_trust | Northamptonshire Healthcare NHS FT; Northamptonshire NHS Foundation Trust | | | RP1 | one notice names it Northamptonshire NHS Foundation Trust
Oxford Health NHS Foundation Trust | nhs_trust | | | | RNU |
Oxleas NHS Foundation Trust | nhs_trust | Oxleas | | | RPG |
Pennine Care NHS Foundation Trust | nhs_trust | PENNINE_CARE_NHS_FT | | | RT2 |
South Essex Partnership University NHS Foundation Trust | nhs_trust | | | | |
South London and Maudsley NHS Foundation Trust | nhs_trust | South London and Maudsley | | | RV5 |
South West Yorkshire Partnership NHS Foundation Trust | nhs_trust | | | | RXG |
Surrey and Borders Partnership NHS Foundation Trust | nhs_trust | | | | RXX |
Sussex Partnership NHS Foundation Trust | nhs_trust | | | | RX2 |
Tees, Esk and Wear Valleys NHS Foundation Trust | nhs_trust | Tees Esk and Wear Valleys NHS FT | | | RX3 |
West London NHS Trust | nhs_trust | West London | | | RKL |
Livewell Southwest | vcse | | | | |
Mersey Forensic Psychology Service | unknown | | | | | a service; the source gives it with NHS trusts and does not name the body that runs it
London Pathways Partnership | partnership | | | | | partnership of NHS trusts
North London Forensic Collaborative | partnership | | | | | collaborative of NHS trusts
South London Mental Health and Community Partnership | partnership | South London Partnership | | | | partnership of NHS trusts
Yorkshire and Humberside Personality Disorder Partnership | partnership | Yorkshire Humberside PD Partnership | | | |
West Yorkshire Liaison and Diversion | partnership | | | | | the service's own name; led by Wakefield Council
Northamptonshire Criminal Justice Team | unknown | | | | | a team; the source does not name the body that runs it
Living Well Consortium | vcse | | | | |
A Way Out | vcse | A_WAY_OUT | | | |
Access 2 Advice | unknown | ACCESS_2_ADVICE | | | | coded
Accord Housing Association | vcse | ACCORD_HOUSING_ASSOC | | | |
Achieve | unknown | Achieve (North West Contract) | | | | CFO provider in the North West; perhaps the body that the referral system codes ACHIEVE_NW
Achieve NW | unknown | ACHIEVE_NW | | | | coded
Acorn | unknown | ACORN | | | | coded
Adferiad | vcse | ADFERIAD | 1039386 | 02751104 | |
Advance | vcse | ADVANCE_CHARITY | | | |
Air Sports Network Ltd | unknown | AIR_SPORTS_NETWORK_LTD | | | | coded
Alliance Sport | unknown | ALLIANCE_SPORT | | | | coded
Anawim | vcse | ANAWIM | | | |
Anglia Care Trust | vcse | ANGLIA_CARE_TRUST | | | |
Aurora New Dawn | vcse | AURORA_NEW_DAWN | | | |
Brighton Women's Centre | vcse | BWC | | | |
Back on Track | vcse | BACK_ON_TRACK | | | |
Bedford Women's Centre | vcse | BEDFORD_WOMENS_CENTRE | | | |
The Big Life Group | vcse | BIG_LIFE_GROUP | | | |
Birmingham Settlement | vcse | BIRMINGHAM_SETTLEMENT | | | |
Birth Companions | vcse | BIRTH_COMPANIONS | | | |
Black Country Women's Aid | vcse | BLACK_COUNTRY_WA | | | |
Bolton Community Advice | unknown | BOLTON_COMMUNITY_ADVICE | | | | coded
Bridge | vcse | | | | | name as in the source, which does not say which charity of that name
C2C Social Action | vcse | C2C | | | |
CAIS Ltd | vcse | CAIS_LTD | | | |
Cambridge Women's Resources Centre | vcse | CAMBS_WMNS_RESOURCE_CTR | | | |
Castle Rock Group | private | | | | |
Catch22 | vcse | CATCH_22_CHARITY_LTD | 1124127 | 06577534 | |
Change Grow Live | vcse | CHANGE_GROW_LIVE_LTD | 1079327 | 03861209 | |
Changing Lives | vcse | CHANGING_LIVES | | | |
Choices | unknown | CHOICES | | | | coded
Circles UK | vcse | CIRCLES_UK | | | |
Clean Break | vcse | CLEAN_BREAK | | | |
Community Led Initiatives | vcse | COMMUNITY_LED_INIT | | | |
DVIP Richmond | unknown | DVIP_RICHMOND | | | | coded
Developing Health and Independence | vcse | DHI | 1078154 | 03830311 | |
Evolve East Anglia | unknown | EVOLVE_EAST_ANGLIA | | | | coded
Forensic Psychology Consultancy | private | | | | |
Foundation | unknown | FOUNDATION | | | | coded
Foundation 92 | vcse | FOUNDATION_92 | | | |
G4S | private | | | | |
Gangsline | vcse | GANGSLINE | | | |
Gateway 4 Women | vcse | GATEWAY_4_WOMEN | | | |
Greater Manchester Women's Support Alliance | partnership | GM_WOM_SUP_AL | | | |
Groundwork East | vcse | GROUNDWORK_EAST | | | |
Grow | unknown | GROW | | | | coded
Harbour Drug and Alcohol Service | vcse | HARBOUR | | | |
Hibiscus Initiatives | vcse | HIBISCUS_INIT | | | |
Housing for Women | vcse | HOUSING_4_WOMEN | | | |
Humankind | vcse | HUMANKIND | | | |
IDAS | vcse | IDAS | | | |
IMO Charity | vcse | IMO_CHARITY | | | |
Inclusion | unknown | INCLUSION | | | | coded
Ingeus UK | private | INGEUS_UK_LIMITED; Ingeus; Ingeus (North East Contract); Ingeus (West Midlands Contract); Ingeus (East Midlands Contract) | | | |
Inspire Cumbria Ltd | unknown | INSPIRE_CUMBRIA_LTD | | | | coded
Inspirit TD | unknown | INSPIRIT_T_D | | | | coded
Jigsaw Support | unknown | JIGSAW_SUPPORT | | | | coded
Julian Support | vcse | | | | |
Kaleidoscope | vcse | KALEIDOSCOPE | 1115017 | 05480423 | |
Kent, Surrey and Sussex Community Rehabilitation Company | probation_provider | KSS_CRC | | | |
Khidmat Centres | vcse | KHIDMAT_CENTRE | | | |
Lancashire Women | vcse | LANCASHIRE_WOMEN | | | |
Leonard Cheshire | vcse | LEONARD_CHESHIRE | 218186 | 00552847 | |
Lincolnshire Action Trust | vcse | LINCS_ACTION_TRUST | | | |
Magistra | unknown | MAGISTRA | | | | coded
Manchester Athena | unknown | MANCHESTER_ATHENA | | | | coded
Maximus UK | private | MAXIMUS_UK | | | |
Mitie Care & Custody | private | | | | |
NWPS | unknown | NWPS | | | | coded
Nacro | vcse | NACRO | 226171 | 00203583 | |
Nepacs | vcse | NEPACS | | | |
New Dawn New Day | vcse | NEWDAWN_NEWDAY | | | |
Nottingham Women's Centre | vcse | NOTT_WOMENS_CENTRE | | | |
Offploy | vcse | OFFPLOY | | | |
One Small Thing | vcse | ONE_SMALL_THING | | | |
Ormiston Families | vcse | ORMISTON_FAMILIES | | | |
Out There in Trafford | unknown | OUT_THERE_IN_TRAFFORD | | | | coded
P3 | vcse | | 703163 | 02495423 | |
PACT | unknown | PACT | | | | coded
PS EOE Housing Support | unknown | PS_EOE_HOUSING_SUPPORT | | | | coded
PS YATH Housing | unknown | PS_YATH_HOUSING | | | | coded
PSS (UK) | vcse | PSS_UK | 224469 | 00214077 | |
Pact Futures CIC | vcse | PACT_FUTURES_CIC | | | |
Partners of Prisoners | vcse | POPS | | | |
Pecan | vcse | PECAN | | | |
Penrose | vcse | Penrose (HerStory House) | 1151455 | 08466743 | |
Petrus Community | vcse | PETRUS_COMMUNITY | | | |
Phoenix Futures | vcse | | 284880 | 01626869 | | registered as Phoenix House
Pluss Organisation CIC | vcse | PLUSS_ORG_CIC | | | |
Positive Steps | vcse | POSITIVE_STEPS | | | |
Prison Advice and Care Trust | vcse | PRISON_ADVICE_CARE_TRST | | | |
Project Nova | vcse | | | | |
RFEA | vcse | RFEA | | | |
RISE Mutual CIC | vcse | RISE_MUTUAL_CIC | | | |
Rebuild with Hope | unknown | REBUILD_WITH_HOPE | | | | coded
Red Rose Recovery | vcse | | | | |
Reed | private | Reed (London Contract) | | | |
Reform Restore Respect | unknown | REFORM_RESTORE_RESPECT | | | | coded
Restorative Wales | unknown | RESTORATIVE_WALES | | | | coded
Rethink Mental Illness | vcse | RETHINK_MI_LTD | 271028 | 01227970 | |
Rising Sun DVA | unknown | RISING_SUN_DVA | | | | coded
Rochdale Connections Trust | vcse | ROCHDALE_CONNECTIONS_TR | | | |
Rotunda | unknown | ROTUNDA | | | | coded
Safe Ground | vcse | SAFE_GROUND | | | |
Safer Places | vcse | SAFER_PLACES | | | |
Salford Foundation | vcse | SALFORD_FOUNDATION | | | |
Seetec | private | SEETEC_BUS_TECH_CTR_LTD; Seetec (South West Contract) | | | |
Shaw Trust | vcse | Shaw Trust (East of England Contract); Shaw Trust (South East Contract) | 287785 | 01744121 | |
Shelter | vcse | SHELTER | 263710 | 01038133 | |
Single Homeless Project | vcse | SHP | 287779 | 01741926 | |
Spark Inside | vcse | SPARK_INSIDE | | | |
Spectrum Community Health CIC | vcse | Spectrum | | | |
St Andrew's Healthcare | vcse | | 1104951 | 05176998 | |
St Giles Trust | vcse | ST_GILES_TRUST | 801355 | 02175146 | |
St Giles Wise Group Partnership | partnership | ST_GILES_WISE_GRP | | | |
St Giles Wise Ltd | unknown | ST_GILES_WISE_LTD | | | | coded
St Mungo's | vcse | ST_MUNGOS | 1149085 | 08225808 | |
StepChange Debt Charity | vcse | STEPCHANGE_DEBT_CHARITY | | | |
Steppingstone Bury | unknown | STEPPINGSTONE_BURY | | | | coded
Steppingstones Luton | unknown | STEPPINGSTONES_LUTON | | | | coded
Stockport Women's Centre | vcse | STOCKPORT_WOMENS_CENTRE | | | |
Sussex Pathways | vcse | SUSSEX_PATHWAYS | | | |
Thames Valley Partnership | vcse | THAMES_VALLEY_PART | | | |
The Bridge East Midlands | vcse | THE_BRIDGE_EM | | | |
The Forward Trust | vcse | THE_FORWARD_TRUST | 1001701 | 02560474 | |
The Growth Company | vcse | THE_GROWTH_COMPANY_LTD; The Growth Co; The Growth Co (Yorkshire and Humberside Contract) | | | |
The Nelson Trust | vcse | THE_NELSON_TRUST | 1056672 | 03211815 | |
The Wise Group | vcse | THE_WISE_GROUP_LTD | SC004089 | | |
Thirteen Housing Group | vcse | THIRTEEN_HOUSING_GROUP | | | |
Together Women | vcse | TOGETHER_WOMEN_PROJECT; Together Women Project | | | |
Together for Mental Wellbeing | vcse | Together (Bluebird) | 211091 | 00463505 | |
Tomorrow's Women Wirral | vcse | TOMORROWS_WOMEN_WIRRAL | | | |
Touchstone | vcse | TOUCHSTONE_LEEDS | | | |
Turning Point | vcse | TURNING_POINT; Turning Point (Services) Ltd; ROAR_TURNING_POINT | 234887 | 00793558 | |
Up Beat Life | unknown | UP_BEAT_LIFE | | | | coded
Urban Outreach | vcse | URBAN_OUTREACH | | | |
Via | vcse | V_I_A | 1031602 | 02807934 | |
Waythrough | vcse | WAYTHROUGH | 515755 | 01820492 | |
We Are With You | vcse | WE_ARE_WITH_YOU; WITH_YOU_WIGAN_LEIGH | 1001957 | 02580377 | |
Willowdene | vcse | WILLOWDENE | | | |
Women for Well Women | vcse | WOMEN_FOR_WELL_WOMEN | | | |
Women in Prison | vcse | WOMEN_IN_PRISON | | | |
Women of Worth | unknown | WOMEN_OF_WORTH | | | | coded
Women Out West | vcse | WOMEN_OUT_WEST | | | |
Women's Centre Cornwall | vcse | WOMENS_CTR_CORNWALL | | | |
Women's Community Matters | vcse | WOMENS_COMM_MATTERS | | | |
Women's Support Centre Surrey | vcse | WOMENSSUPPORTCTR_SURREY | | | |
Women's Work (Derbyshire) Ltd | vcse | WOMENS_WORK_DERBS_LTD | | | |
Working Chance | vcse | WORKING_CHANCE_LTD | | | |
YSS | vcse | YSS | | | |
Bradford Council | council | | | | |
Essex County Council | council | Essex County Council (health and justice commissioner) | | | |
Wakefield Council | council | | | | |
Greater Manchester Combined Authority | council | GMCA | | | |
West Yorkshire Police | police | | | | |
BeNCH Community Rehabilitation Company | probation_provider | BeNCH CRC | | | | Bedfordshire, Northamptonshire, Cambridgeshire and Hertfordshire
Cheshire and Greater Manchester Community Rehabilitation Company | probation_provider | Cheshire and Greater Manchester CRC | | | |
Thames Valley Community Rehabilitation Company | probation_provider | Thames Valley CRC | | | |
National Probation Service | probation_provider | | | | |
NHS England | nhs_england | NHS England East of England; NHS England London; NHS England Midlands; NHS England Midlands / ICBs; NHS England North East & Yorkshire; NHS England North West; NHS England South East; NHS England South West; NHS England and partners | | | |
HMPPS | hmpps | NOMS; National Offender Management Service | | | | HM Prison and Probation Service; called the National Offender Management Service until 2017
Ministry of Justice | moj | MoJ | | | |
Department of Health | government | | | | |
Department of Health and Social Care | government | DHSC | | | |
Public Health England | government | | | | |
UK Government | government | | | | | name as in the source, which does not say which department
Police and Crime Commissioners | pcc | PCCs | | | | all of them together, as the subject of one reform
Cambridgeshire Police and Crime Commissioner | pcc | Cambridgeshire PCC | | | |
Essex Police, Fire and Crime Commissioner | pcc | Essex PFCC | | | |
Mayor of Greater Manchester | government | Greater Manchester Mayor/PCC | | | | holds the commissioner's functions for Greater Manchester
Greater Manchester Health and Social Care Partnership | partnership | GM Health and Social Care Partnership | | | |
Cornwall Drug and Alcohol Action Team (Safer Cornwall) | partnership | | | | |
Welsh local health boards | health_board | | | | | all of them together; the source names none
Offices for Pan-ICB Commissioning | icb | OPICs | | | | seven offices, each acting for the ICBs of its part of England
"""

# Cells that name more than one body, or one in other words: (providers, subcontractors).
PROVIDERS = {
    "(abandoned)": ([], []),
    "Black Country Partnership NHS Foundation Trust and Dudley and Walsall Mental Health Partnership NHS Trust": (
        ["Black Country Partnership NHS Foundation Trust", "Dudley and Walsall Mental Health Partnership NHS Trust"], []),
    "Central and North West London NHS Foundation Trust (host), North London Forensic Collaborative": (
        ["CNWL", "North London Forensic Collaborative"], []),
    "Cornwall Partnership NHS Foundation Trust and Devon Partnership NHS Trust": (
        ["Cornwall Partnership NHS Foundation Trust", "Devon Partnership NHS Trust"], []),
    "East London NHS Foundation Trust with Hertfordshire Partnership University NHS Foundation Trust": (
        ["East London NHS Foundation Trust", "Hertfordshire Partnership University NHS Foundation Trust"], []),
    "East London NHS Foundation Trust; Hertfordshire Partnership University NHS Foundation Trust (sub-contractor)": (
        ["East London NHS Foundation Trust"], ["Hertfordshire Partnership University NHS Foundation Trust"]),
    "Essex Partnership University NHS Foundation Trust with Phoenix Futures and Castle Rock Group": (
        ["Essex Partnership University NHS Foundation Trust", "Phoenix Futures", "Castle Rock Group"], []),
    "G4S with Forensic Psychology Consultancy": (["G4S", "Forensic Psychology Consultancy"], []),
    "Lancashire and South Cumbria NHS Foundation Trust with Red Rose Recovery": (
        ["Lancashire and South Cumbria NHS Foundation Trust", "Red Rose Recovery"], []),
    "Leeds and York Partnership NHS Foundation Trust (Yorkshire Humberside PD Partnership)": (
        ["Leeds and York Partnership NHS Foundation Trust", "Yorkshire Humberside PD Partnership"], []),
    "Lincolnshire Partnership NHS Foundation Trust with Lincolnshire Action Trust": (
        ["Lincolnshire Partnership NHS Foundation Trust", "Lincolnshire Action Trust"], []),
    "Livewell Southwest with Harbour Drug and Alcohol Service and Devon Partnership NHS Trust": (
        ["Livewell Southwest", "Harbour Drug and Alcohol Service", "Devon Partnership NHS Trust"], []),
    "London Pathways Partnership with Together (Bluebird) and Penrose (HerStory House)": (
        ["London Pathways Partnership", "Together (Bluebird)", "Penrose (HerStory House)"], []),
    "Midlands Partnership NHS Foundation Trust with North Staffordshire Combined Healthcare NHS Trust": (
        ["Midlands Partnership NHS Foundation Trust", "North Staffordshire Combined Healthcare NHS Trust"], []),
    "Mitie Care & Custody with Cheshire and Greater Manchester CRC and 5 Boroughs Partnership NHS FT": (
        ["Mitie Care & Custody", "Cheshire and Greater Manchester CRC", "5 Boroughs Partnership NHS FT"], []),
    "Mitie Care & Custody with Cheshire and Greater Manchester CRC, 5 Boroughs Partnership NHS FT": (
        ["Mitie Care & Custody", "Cheshire and Greater Manchester CRC", "5 Boroughs Partnership NHS FT"], []),
    "Norfolk and Suffolk NHS Foundation Trust with Julian Support and Project Nova": (
        ["Norfolk and Suffolk NHS Foundation Trust", "Julian Support", "Project Nova"], []),
    "North London Forensic Collaborative and South London Mental Health and Community Partnership with Waythrough": (
        ["North London Forensic Collaborative", "South London Mental Health and Community Partnership", "Waythrough"], []),
    "Northamptonshire Healthcare NHS Foundation Trust with C2C Social Action": (
        ["Northamptonshire Healthcare NHS Foundation Trust", "C2C Social Action"], []),
    "Oxleas NHS Foundation Trust for South London Partnership": (
        ["Oxleas NHS Foundation Trust", "South London Partnership"], []),
    "Oxleas, East London, South London and Maudsley and Barnet Enfield and Haringey NHS trusts": (
        ["Oxleas", "East London", "South London and Maudsley", "Barnet Enfield and Haringey"], []),
    # The three councils are not named.
    "South Essex Partnership University NHS Foundation Trust with three councils": (
        ["South Essex Partnership University NHS Foundation Trust"], []),
    "Spectrum Community Health CIC, Rethink Mental Illness, Tees Esk and Wear Valleys NHS FT, Humankind": (
        ["Spectrum Community Health CIC", "Rethink Mental Illness", "Tees Esk and Wear Valleys NHS FT", "Humankind"], []),
    "St Andrew's Healthcare with Thames Valley CRC and P3": (
        ["St Andrew's Healthcare", "Thames Valley CRC", "P3"], []),
    "Tees, Esk and Wear Valleys NHS Foundation Trust with Spectrum and Humankind": (
        ["Tees, Esk and Wear Valleys NHS Foundation Trust", "Spectrum", "Humankind"], []),
    "Together for Mental Wellbeing with Oxleas NHS Foundation Trust and Central and North West London NHS Foundation Trust": (
        ["Together for Mental Wellbeing", "Oxleas", "CNWL"], []),
    "Together for Mental Wellbeing with West London, CNWL and Barnet Enfield and Haringey trusts": (
        ["Together for Mental Wellbeing", "West London", "CNWL", "Barnet Enfield and Haringey"], []),
    "Wakefield Council, Touchstone, West Yorkshire Police, Together Women, Bridge and Bradford Council": (
        ["Wakefield Council", "Touchstone", "West Yorkshire Police", "Together Women", "Bridge", "Bradford Council"], []),
}

# The same for cells about who commissions. Bodies that a cell counts without naming are left out.
COMMISSIONERS = {
    "Department of Health with Ministry of Justice": ["Department of Health", "Ministry of Justice"],
    "Essex County Council for NHS England, Essex PFCC and seven CCGs": [
        "Essex County Council", "NHS England", "Essex PFCC"],
    "Greater Manchester Mayor/PCC and GM Health and Social Care Partnership": [
        "Greater Manchester Mayor/PCC", "GM Health and Social Care Partnership"],
    "HMPPS and NHS England": ["HMPPS", "NHS England"],
    "Ministry of Justice, DHSC, NHS England, Public Health England (joint oversight)": [
        "Ministry of Justice", "DHSC", "NHS England", "Public Health England"],
    "NHS England and HMPPS": ["NHS England", "HMPPS"],
    "NHS England and NOMS": ["NHS England", "NOMS"],
    "NHS England; Cambridgeshire PCC; National Probation Service; BeNCH CRC": [
        "NHS England", "Cambridgeshire PCC", "National Probation Service", "BeNCH CRC"],
    # The OPD pathway's two commissioners; the page calls the first "NHS".
    "NHS and HMPPS": ["NHS England", "HMPPS"],
}

# Codes that are the name of a person, as the start of their SHA-256: left out wherever they stand.
PERSONS = {"602dd1dc2693b379", "bb3057db1f5be67f"}
HASH_LENGTH = 16


def parse(text: str) -> list[dict[str, str]]:
    """The rows of the table above."""
    keys = ("name", "kind", "also", "charity_number", "company_number", "ods_code", "note")
    rows = []
    for line in text.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        rows.append(dict(zip(keys, cells + [""] * (len(keys) - len(cells)))))
    return rows


def row(body: dict[str, str]) -> common.Row:
    """One row of bodies.csv."""
    aliases = common.join(alias.strip() for alias in body["also"].split(";"))
    note = AS_CODED if body["note"] == "coded" else body["note"]
    numbers = [body[key] for key in ("charity_number", "company_number", "ods_code")]
    return [common.body_id(body["name"]), body["name"], body["kind"], aliases, *numbers, "", "", note]


ROWS = {made[0]: made for made in map(row, parse(BODIES))}


def spellings() -> dict[str, str]:
    """Every name and alias to the id of its body; one spelling never stands for two bodies."""
    known: dict[str, str] = {}
    for made in ROWS.values():
        for spelling in filter(None, [made[1], *made[3].split(";")]):
            if known.setdefault(spelling, made[0]) != made[0]:
                raise common.Conflict(f"{spelling} stands for {known[spelling]} and {made[0]}")
    return known


SPELLINGS = spellings()


def find(spelling: str) -> str:
    """The id of the body with this name or alias."""
    try:
        return SPELLINGS[spelling]
    except KeyError:
        raise common.Conflict(f"no body is called {spelling!r}: add it to bodies.py") from None


def providers(cell: str) -> tuple[list[str], list[str]]:
    """Providers and subcontractors that a cell names, as ids."""
    if not cell:
        return [], []
    first, second = PROVIDERS.get(cell, ([cell], []))
    return [find(name) for name in first], [find(name) for name in second]


def commissioners(cell: str) -> list[str]:
    """Commissioners that a cell names, as ids."""
    if not cell:
        return []
    return [find(name) for name in COMMISSIONERS.get(cell, [cell])]


def is_person(code: str) -> bool:
    """Whether a provider code is the name of a person."""
    return hashlib.sha256(code.encode()).hexdigest()[:HASH_LENGTH] in PERSONS


def coded(codes: list[str]) -> list[str]:
    """The bodies behind codes of the referral system; persons are left out."""
    return [find(code) for code in codes if not is_person(code)]


def table(used: list[str]) -> common.Table:
    """bodies.csv for the bodies that a module speaks of."""
    return common.table(COLUMNS, [ROWS[body] for body in dict.fromkeys(used)])
