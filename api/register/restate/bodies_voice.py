"""The bodies of voice_and_women.csv and culturally_informed.csv, and which cell names which.

A cell often names a service, a project or a place beside the organisation. The tables below say
which bodies a cell stands for, each by its name or by a spelling that bodies.py knows. A body that
bodies.py has is the same body here, under the name and kind that it has there; BODIES holds the
others. A cell that no table mentions has to be a name itself: anything else is an error, so that a
new cell cannot slip in unread.
"""

import bodies
from common import LIST_MARK, Conflict, Row, body_id, join

# kind: the names of the bodies of that kind that only these two tables speak of.
BODIES = {
    "nhs_trust": (
        "Bradford District Care NHS Foundation Trust",
        "North East London NHS Foundation Trust",
    ),
    "icb": (
        "NHS Cheshire and Merseyside Integrated Care Board",
        "NHS North Central London Integrated Care Board",
        "NHS West Yorkshire Integrated Care Board",
    ),
    "government": (
        "HM Inspectorate of Prisons",
        "HM Inspectorate of Probation",
        "Home Office",
        "Welsh Government",
    ),
    "pcc": (
        "Bedfordshire Police and Crime Commissioner",
        "Cumbria Police and Crime Commissioner",
        "Devon and Cornwall Police and Crime Commissioner",
        "Dyfed-Powys Police and Crime Commissioner",
        "Gwent Police and Crime Commissioner",
        "Mayor's Office for Policing and Crime",
        "Norfolk Police and Crime Commissioner",
        "North Wales Police and Crime Commissioner",
        "South Wales Police and Crime Commissioner",
        "Surrey Police and Crime Commissioner",
        "West Midlands Police and Crime Commissioner",
    ),
    "police": ("Surrey Police",),
    "council": (
        "Barnsley Council",
        "Croydon Council",
        "Durham County Council",
        "Gloucester City Council",
        "Islington Council",
        "Leeds City Council",
        "Leicester City Council",
        "Liverpool City Council",
        "Surrey County Council",
        "Woking Borough Council",
        "York and North Yorkshire Combined Authority",
    ),
    "partnership": (
        "Being Well Being Equal",
        "Criminal Justice Board for Wales",
        "Gloucester City Commission to Review Race Relations",
        "Lambeth Living Well Network Alliance",
        "London Violence Reduction Unit",
        "Safer Cornwall",
        "South London Alliance",
        "South West Reducing Reoffending Partnership",
        "Synergi-Leeds Partnership",
        "Tackling Double Disadvantage",
    ),
    "prison_operator": ("Serco",),
    "probation_provider": (
        "Essex Probation Trust",
        "London Community Rehabilitation Company",
        "London Probation Trust",
        "Merseyside Community Rehabilitation Company",
        "MTC",
        "West Yorkshire Community Rehabilitation Company",
    ),
    "private": ("Mitie",),
    "funder": (
        "AlFaisal Without Borders Foundation",
        "Barrow Cadbury Trust",
        "Big Lottery Fund",
        "Brelms Trust",
        "Joseph Rowntree Charitable Trust",
        "Leeds Community Foundation",
        "Lloyds Bank Foundation for England and Wales",
        "Mitie Foundation",
        "The Bell Foundation",
        "Tudor Trust",
    ),
    "unknown": (
        "Alana House",
        "Career Matters",
        "Catalyst Project",
        "Deep Black",
        "EP:IC",
        "First Class Legacy",
        "Inside Out Mentoring",
        "NHS Leeds Clinical Commissioning Group",
        "Novus",
        "PRENO",
        "RAJ Forum",
    ),
    "vcse": (
        "Adhar Project",
        "African Caribbean Community Initiative",
        "African Heritage Alliance",
        "Asian Resource Centre Croydon",
        "Asian Services in Alcohol and Narcotics",
        "BAC-IN",
        "Black Health Initiative",
        "Black Men 4 Change",
        "Black Thrive Lambeth",
        "Bringing Hope",
        "Caribbean and African Health Network",
        "Cassandra Centre",
        "Certitude",
        "Chapeltown Youth Development Centre",
        "City Reach",
        "Clinks",
        "CoLab Exeter",
        "Community Chaplaincy Association",
        "Convert Muslim Foundation",
        "Croydon BME Forum",
        "Diverse Cymru",
        "EDP Drug and Alcohol Services",
        "Freedom from Torture",
        "Friends, Families and Travellers",
        "Future Projects",
        "Gateshead Voluntary Organisations Council",
        "Gloucester community chaplaincy",
        "Halton Women's Centre",
        "Helping Households Under Great Stress",
        "Himaya Haven",
        "Hounslow (Feltham) community chaplaincy",
        "Huddersfield Pakistani Community Alliance",
        "In2Out",
        "Ipswich and Suffolk Council for Racial Equality",
        "Irish Chaplaincy",
        "Just for Women",
        "KIKIT Pathways to Recovery",
        "Leeds GATE",
        "Leeds Mind",
        "Luton All Women's Centre",
        "Magdalene Group",
        "Mary Seacole House",
        "Maslaha",
        "Mind",
        "Mind in Bradford",
        "Mind in City and Hackney",
        "Mosaic",
        "Mothertongue",
        "Muslim Aid",
        "Muslim Hands",
        "Muslim Youth Helpline",
        "National Body of Black Prisoner Support Groups",
        "National Women's Justice Coalition",
        "New Bridge",
        "Nilaari",
        "North Staffordshire community chaplaincy",
        "North Wales Women's Centre",
        "Pattigift Therapy",
        "PLIAS Resettlement",
        "Preston community chaplaincy",
        "Race Equality Foundation",
        "Resilient Women",
        "Revolving Doors",
        "Sandwell African Caribbean Mental Health Foundation",
        "Sharing Voices Bradford",
        "Sheffield African Caribbean Mental Health Association",
        "Staying Put",
        "Sue Lambert Trust",
        "Sunflower Plymouth",
        "Swansea community chaplaincy",
        "The Traveller Movement",
        "The Wallich",
        "Tower Hamlets African and Caribbean Mental Health Organisation",
        "Trailblazers Mentoring",
        "User Voice",
        "Vital Projects",
        "Welcome Directory",
        "Wipers Youth CIC",
        "Wirral Change",
        "Wirral Multicultural Organisation",
        "Wish",
        "WomenCentre",
        "Zahid Mubarek Trust",
    ),
}

# Commissioners whose office is a mayor's: the end of the elected commissioners is not theirs.
HELD_BY_A_MAYOR = ("Mayor's Office for Policing and Crime",)

# Bodies that bodies.py has under another spelling: the name in these tables, the spelling there.
SAME_AS = {
    "Brighton Women's Centre": "BWC",  # VW054 gives both
    "Khidmat Centres": "KHIDMAT_CENTRE",  # CI116 rests on the contract with this code
    "PSS": "PSS_UK",
    "Willowdene Rehabilitation and Training": "WILLOWDENE",
    "Women's Work Derbyshire": "WOMENS_WORK_DERBS_LTD",
}

# What bodies.py does not know of a body that it has by its code alone.
KINDS_OF_CODES = {"Brighton Women's Centre": "vcse", "Khidmat Centres": "vcse"}

# Charity number, company number and ODS code, where a register has exactly this name. The company
# number of the alliance is the one that VW052 gives.
NUMBERS = {
    "Freedom from Torture": ("1000340", "02398586", ""),
    "Greater Manchester Women's Support Alliance": ("", "12312174", ""),
    "Joseph Rowntree Charitable Trust": ("210037", "", ""),
    "Lloyds Bank Foundation for England and Wales": ("327114", "01971242", ""),
    "Muslim Aid": ("1176462", "", ""),
    "Muslim Hands": ("1105056", "05080486", ""),
    "North East London NHS Foundation Trust": ("", "", "RAT"),
    "Tudor Trust": ("1105580", "05196041", ""),
}

# Other spellings of the same body, beside those that the tables of cells below give.
ALIASES = {
    "African Caribbean Community Initiative": ("ACCI",),
    "Avon and Wiltshire Mental Health Partnership NHS Trust": ("Avon and Wiltshire Mental Health Partnership", "AWP"),
    "Bradford District Care NHS Foundation Trust": ("Bradford District Care Trust",),
    "Brighton Women's Centre": ("Brighton Women's Centre",),
    "Caribbean and African Health Network": ("CAHN",),
    "Durham County Council": ("County Durham Council",),
    "EP:IC": ("Empowering People: Inspiring Change",),
    "Gateshead Voluntary Organisations Council": ("GVOC",),
    "HM Inspectorate of Prisons": ("HMI Prisons",),
    "HM Inspectorate of Probation": ("HMI Probation",),
    "HMPPS": ("HM Prison and Probation Service", "HMPPS North West Probation Region", "HMPPS Wales"),
    "Helping Households Under Great Stress": ("HHUGS",),
    "Ipswich and Suffolk Council for Racial Equality": ("ISCRE",),
    "Irish Chaplaincy": ("Irish Chaplaincy in Britain",),
    "Khidmat Centres": ("Khidmat Centres", "Muslim Women in Prison"),
    "Leeds and York Partnership NHS Foundation Trust": ("Leeds and York Partnership NHS FT",),
    "London Community Rehabilitation Company": ("London CRC", "London CRC (MTC)"),
    "Mary Seacole House": ("Granby Community Mental Health Group",),
    "Mayor's Office for Policing and Crime": ("MOPAC",),
    "Merseyside Community Rehabilitation Company": ("Merseyside CRC",),
    "Midlands Partnership NHS Foundation Trust": ("Midlands Partnership", "MPFT"),
    "Ministry of Justice": ("Ministry of Justice (CRS)", "Ministry of Justice (PSDF)"),
    "Muslim Hands": ("Muslim Hands UK",),
    "National Body of Black Prisoner Support Groups": ("NBBPSG",),
    "National Women's Justice Coalition": ("NWJC",),
    "NHS Cheshire and Merseyside Integrated Care Board": ("NHS Cheshire and Merseyside ICB",),
    "NHS England": ("NHS England Health and Justice", "NHS England Health and Justice East Midlands"),
    "NHS Leeds Clinical Commissioning Group": ("NHS Leeds CCG",),
    "NHS North Central London Integrated Care Board": ("NHS North Central London ICB",),
    "NHS West Yorkshire Integrated Care Board": ("NHS West Yorkshire ICB",),
    "North East London NHS Foundation Trust": ("NELFT",),
    "North Staffordshire Combined Healthcare NHS Trust": ("North Staffordshire Combined",),
    "PSS": ("PSS",),
    "Rethink Mental Illness": ("Rethink",),
    "Safer Cornwall": ("Safer Cornwall partnership",),
    "Sandwell African Caribbean Mental Health Foundation": ("SACMHF",),
    "Serco": ("Serco (prison operator)",),
    "Sharing Voices Bradford": ("Sharing Voices",),
    "Sheffield African Caribbean Mental Health Association": ("SACMHA",),
    "St Giles Trust": ("St Giles",),
    "Tees, Esk and Wear Valleys NHS Foundation Trust": ("TEWV",),
    "Together for Mental Wellbeing": ("Together",),
    "Tower Hamlets African and Caribbean Mental Health Organisation": ("THACMHO",),
    "Trailblazers Mentoring": ("Trailblazers",),
    "West Yorkshire Community Rehabilitation Company": ("West Yorkshire CRC", "West Yorkshire CRC (Interserve)"),
    "Willowdene Rehabilitation and Training": ("Willowdene Rehabilitation and Training",),
    "Women's Work Derbyshire": ("Women's Work Derbyshire",),
}

# What has to be known about a body before its name is used.
CRC_NOTE = "the community rehabilitation companies ended in June 2021"
NOTES = {
    "Alana House": "women's centre in Reading; who runs it is not in the sources",
    "EDP Drug and Alcohol Services": "since part of Humankind",
    "Essex Probation Trust": "abolished; the date is not in the sources",
    "London Community Rehabilitation Company": CRC_NOTE,
    "London Probation Trust": "abolished; the date is not in the sources",
    "Merseyside Community Rehabilitation Company": CRC_NOTE,
    "NHS Leeds Clinical Commissioning Group": "clinical commissioning group; integrated care boards began in July 2022",
    "West Yorkshire Community Rehabilitation Company": CRC_NOTE,
}

# Last days of bodies, at the precision of the sources.
VALID_TO = {
    "London Community Rehabilitation Company": "2021-06",
    "Merseyside Community Rehabilitation Company": "2021-06",
    "West Yorkshire Community Rehabilitation Company": "2021-06",
}

# predecessor, successor, date, kind, certainty, row whose source says so, note.
SUCCESSIONS = (
    ("EDP Drug and Alcohol Services", "Humankind", "", "merger", "done", "VW002", "called 'now Humankind'; no date on record"),
)

# The cells of `organisation` that are not a standard name: the bodies that they stand for. None: a
# service, a panel or a fund whose provider is not named.
ORGANISATIONS = {
    # voice_and_women.csv
    "(gender-specific services)": (),
    "(no provision funded)": (),
    "(previous Advance centre)": ("Advance",),
    "Advance (Canterbury women's centre)": ("Advance",),
    "Anawim and Black Country Women's Aid": ("Anawim", "Black Country Women's Aid"),
    "Avon and Wiltshire Mental Health Partnership (ASCC and LaDS)": (
        "Avon and Wiltshire Mental Health Partnership NHS Trust",
    ),
    "Barnsley Council with Humankind": ("Barnsley Council", "Humankind"),
    "Bedford Women's Centre (Luton All Women's Centre)": ("Bedford Women's Centre", "Luton All Women's Centre"),
    "Brighton Women's Centre (BWC)": ("Brighton Women's Centre",),
    "Career Matters (Lived Experience Charter)": ("Career Matters",),
    "Certitude (Beyond Prison)": ("Certitude",),
    "Changing Lives (Scarborough Women's Centre)": ("Changing Lives",),
    "Changing Lives (Women's Wellness Centre York)": ("Changing Lives",),
    "County Durham Council with HMP Low Newton": ("Durham County Council",),
    "Devon and Cornwall women's alliance (CoLab Exeter, Sunflower Plymouth, Resilient Women, Women's Centre Cornwall)": (
        "CoLab Exeter", "Sunflower Plymouth", "Resilient Women", "Women's Centre Cornwall",
    ),
    "EDP Drug and Alcohol Services (now Humankind)": ("EDP Drug and Alcohol Services",),
    "EP:IC (Empowering People: Inspiring Change)": ("EP:IC",),
    "G4S Community (Approved Premises out of hours)": ("G4S",),
    "Gateway 4 Women and Women Out West": ("Gateway 4 Women", "Women Out West"),
    "Greater Manchester Equality Panels": (),
    "Greater Manchester whole system approach for women": (),
    "Halton Women's Centre with CGM CRC (Runcorn)": ("Halton Women's Centre", "Cheshire and Greater Manchester CRC"),
    "IOM Cymru Women's Pathfinder": (),
    "IOM-MH service (evaluated pilot)": (),
    "Independent Oversight and Advisory Panel and Community Engagement Network": (),
    "Inside Out mentoring": ("Inside Out Mentoring",),
    "Integrated Healthcare in Custody and Wider Liaison and Diversion Service": (),
    "Just for Women centre": ("Just for Women",),
    "London L&D community team": (),
    "MTC Through the Gate team": ("MTC",),
    "Merseyside CRC and Shelter": ("Merseyside Community Rehabilitation Company", "Shelter"),
    "Midlands Partnership and North Staffordshire Combined (L&D)": (
        "Midlands Partnership NHS Foundation Trust", "North Staffordshire Combined Healthcare NHS Trust",
    ),
    "NELFT VCS Peer Worker provision": (),
    "NHS England L&D Lived Experience Team": ("NHS England",),
    "NHS England South East": (),
    "NWJC National Voice and Advisory Panel": ("National Women's Justice Coalition",),
    "New Chance": (),
    "Novus (for MTC)": ("Novus",),
    "Pan-London Women in the CJS service (Advance; South London Alliance)": ("Advance", "South London Alliance"),
    "Prisoner-led discrimination scrutiny panels (Zahid Mubarek Trust)": ("Zahid Mubarek Trust",),
    "Reconnected to Health (Spectrum, Rethink, TEWV, Humankind)": (
        "Spectrum Community Health CIC", "Rethink Mental Illness",
        "Tees, Esk and Wear Valleys NHS Foundation Trust", "Humankind",
    ),
    "Residential Women's Centre (pilot)": (),
    "Revolving Doors (National Women's Forum)": ("Revolving Doors",),
    "Revolving Doors (regional forums)": ("Revolving Doors",),
    "South London Women's Hubs (Women in Prison and partners)": ("Women in Prison",),
    "St Giles (Peer Advisor Programme)": ("St Giles Trust",),
    "St Giles (Peer Employment Pathway)": ("St Giles Trust",),
    "The Nelson Trust (ONE Women's Centre)": ("The Nelson Trust",),
    "Together for Mental Wellbeing (community link workers)": ("Together for Mental Wellbeing",),
    "Together for Mental Wellbeing with Oxleas and CNWL": (
        "Together for Mental Wellbeing", "Oxleas NHS Foundation Trust",
        "Central and North West London NHS Foundation Trust",
    ),
    "TurnAround (Safer Cornwall)": ("Safer Cornwall",),
    "User Voice (CRC probation councils)": ("User Voice",),
    "User Voice (London Probation Councils)": ("User Voice",),
    "User Voice (prison councils)": ("User Voice",),
    "WONDER project (Julian Support, Sue Lambert Trust, Magdalene Group)": (
        "Julian Support", "Sue Lambert Trust", "Magdalene Group",
    ),
    "WONDER+ (St Giles, City Reach, Future Projects)": ("St Giles Trust", "City Reach", "Future Projects"),
    "Wish (Community Link)": ("Wish",),
    "Women's Centre in York (new)": (),
    "Women's Pathfinder Whole System Approach": (),
    "Women's Support Centre Surrey (Checkpoint Plus)": ("Women's Support Centre Surrey",),
    "Women's Support Centre Surrey (Checkpoint navigator)": ("Women's Support Centre Surrey",),
    "Women's Support Centre Surrey (Women in Prison)": ("Women's Support Centre Surrey", "Women in Prison"),
    "Women's centres in Barrow, Carlisle and Whitehaven": (),
    "Women's outreach pilot, Kendal": (),
    # culturally_informed.csv
    "(grant opening, no named provider)": (),
    "(mapping grant, no named provider)": (),
    "African Caribbean Community Initiative (ACCI)": ("African Caribbean Community Initiative",),
    "African Heritage Alliance (Black Mental Health and Me)": ("African Heritage Alliance",),
    "Being Well Being Equal alliance": ("Being Well Being Equal",),
    "Black Men 4 Change (with Clinks)": ("Black Men 4 Change",),
    "Black Thrive Lambeth (CAPSA)": ("Black Thrive Lambeth",),
    "Black Thrive Lambeth (area statement)": ("Black Thrive Lambeth",),
    "Caribbean and African Health Network (CAHN)": ("Caribbean and African Health Network",),
    "Caribbean and African Health Network (CAHN) Cultural Wellbeing Hub": ("Caribbean and African Health Network",),
    "Cassandra Centre (Croydon scheme)": ("Cassandra Centre",),
    "Community chaplaincy projects (network reach)": ("Community Chaplaincy Association",),
    "Culturally Appropriate Advocacy Pilots": (),
    "Deep Black (Trailblazer)": ("Deep Black",),
    "Diverse Cymru (All-Wales BME Mental Health Project)": ("Diverse Cymru",),
    "Diverse Cymru (Cultural Competency Certification)": ("Diverse Cymru",),
    "Early Prevention Programme: Black males and mental health": (),
    "First Class Legacy (Up My Street, with Mind)": ("First Class Legacy",),
    "Freedom from Torture (North East centre)": ("Freedom from Torture",),
    "Greater Manchester Culturally Appropriate Mental Health Fund": (),
    "HM Inspectorate of Prisons (system statement)": ("HM Inspectorate of Prisons",),
    "HM Inspectorate of Probation (system statement)": ("HM Inspectorate of Probation",),
    "Helping Households Under Great Stress (HHUGS)": ("Helping Households Under Great Stress",),
    "Hibiscus Initiatives (supply chain of Advance)": ("Hibiscus Initiatives",),
    "Hibiscus Initiatives (women's hub)": ("Hibiscus Initiatives",),
    "IRIE Mind (Mind in City and Hackney)": ("Mind in City and Hackney",),
    "Ipswich and Suffolk Council for Racial Equality (ISCRE)": ("Ipswich and Suffolk Council for Racial Equality",),
    "Irish Chaplaincy (Training and Resettlement Project)": ("Irish Chaplaincy",),
    "Irish Chaplaincy in Britain (Traveller Equality Project)": ("Irish Chaplaincy",),
    "Khidmat Centre (supply chain of Together Women Project)": ("Khidmat Centres",),
    "Khidmat Centres (Muslim Women in Prison project)": ("Khidmat Centres",),
    "Leeds Mind (South Asian women's peer support)": ("Leeds Mind",),
    "Mary Seacole House (Advocacy Service)": ("Mary Seacole House",),
    "Mary Seacole House (Granby Community Mental Health Group)": ("Mary Seacole House",),
    "Maslaha (Coming Home)": ("Maslaha",),
    "Mellow (East London NHS Foundation Trust)": ("East London NHS Foundation Trust",),
    "Mind in Bradford and Staying Put": ("Mind in Bradford", "Staying Put"),
    "Mosaic (Muslim ex-prisoner mentoring)": ("Mosaic",),
    "Mosaic Ex-offender Mentoring Programme (Prince's Trust)": ("Mosaic",),
    "Mosaic with Muslim Youth Helpline": ("Mosaic", "Muslim Youth Helpline"),
    "Muslim Aid (Prison Rehabilitation Programme)": ("Muslim Aid",),
    "Muslim Hands with Huddersfield Pakistani Community Alliance": (
        "Muslim Hands", "Huddersfield Pakistani Community Alliance",
    ),
    "Muslim Women in Prison project": ("Khidmat Centres",),
    "New Bridge (foreign national befriending)": ("New Bridge",),
    "PRENO (Portsmouth)": ("PRENO",),
    "RAJ Forum (prisoner rehabilitation and resettlement)": ("RAJ Forum",),
    "Race Equality Foundation (system statement)": ("Race Equality Foundation",),
    "Sandwell African Caribbean Mental Health Foundation (SACMHF)": (
        "Sandwell African Caribbean Mental Health Foundation",
    ),
    "Sheffield African Caribbean Mental Health Association (SACMHA)": (
        "Sheffield African Caribbean Mental Health Association",
    ),
    "Spark Inside (Black Hero's Journey)": ("Spark Inside",),
    "St Giles (foreign national peer advisers)": ("St Giles Trust",),
    "Tackling Double Disadvantage coalition": ("Tackling Double Disadvantage",),
    "Tower Hamlets African and Caribbean Mental Health Organisation (THACMHO)": (
        "Tower Hamlets African and Caribbean Mental Health Organisation",
    ),
    "Trailblazers Mentoring (Aylesbury chaplaincy referral)": ("Trailblazers Mentoring",),
    "Tyne and Wear Delivering Race Equality site (hosted by GVOC)": ("Gateshead Voluntary Organisations Council",),
    "Unified Voices (Bradford District Care Trust and Sharing Voices)": (
        "Bradford District Care NHS Foundation Trust", "Sharing Voices Bradford",
    ),
    "Vital Projects (BME Mental Health Advocacy)": ("Vital Projects",),
    "Wipers Youth CIC (Ether Programme)": ("Wipers Youth CIC",),
    "Young Black Men and Mental Health programme (Islington Council and NHS)": ("Islington Council",),
    "Zahid Mubarek Trust (External Scrutiny and Support)": ("Zahid Mubarek Trust",),
}

# The cells of `commissioner_or_funder` and `funder_or_commissioner` that are not a standard name.
# None: a kind of body, a referral route or a scheme, no body of its own.
FUNDERS = {
    # voice_and_women.csv
    "Barrow Cadbury Trust (T2A)": ("Barrow Cadbury Trust",),
    "Bedfordshire Police and Crime Commissioner (grant ended)": ("Bedfordshire Police and Crime Commissioner",),
    "Community Rehabilitation Companies": (),
    "District councils, Probation Service, Brelms Trust (£13,500)": ("Brelms Trust",),
    "GMCA and HMPPS": ("Greater Manchester Combined Authority", "HMPPS"),
    "Government (2017 round)": (),
    "HMPPS Wales, Welsh Government, four Police and Crime Commissioners": (
        "HMPPS", "Welsh Government", "Dyfed-Powys Police and Crime Commissioner",
        "Gwent Police and Crime Commissioner", "North Wales Police and Crime Commissioner",
        "South Wales Police and Crime Commissioner",
    ),
    "London CRC (MTC)": ("London Community Rehabilitation Company",),
    "London CRC (MTC) exceptional delivery model": ("London Community Rehabilitation Company",),
    "MOPAC and six South London authorities": ("Mayor's Office for Policing and Crime",),
    "MOPAC with Ministry of Justice and NHS England": (
        "Mayor's Office for Policing and Crime", "Ministry of Justice", "NHS England",
    ),
    "Ministry of Justice (CRS)": ("Ministry of Justice",),
    "Ministry of Justice (PSDF)": ("Ministry of Justice",),
    "Ministry of Justice Local Leadership and Integration Fund": ("Ministry of Justice",),
    "Ministry of Justice and Norfolk Police and Crime Commissioner": (
        "Ministry of Justice", "Norfolk Police and Crime Commissioner",
    ),
    "Ministry of Justice with Welsh Government": ("Ministry of Justice", "Welsh Government"),
    # The only row with this cell is about Devon and Cornwall.
    "Ministry of Justice £234,238 via Police and Crime Commissioner": (
        "Ministry of Justice", "Devon and Cornwall Police and Crime Commissioner",
    ),
    "Ministry of Justice £250,000; about £600,000 in total": ("Ministry of Justice",),
    "NHS (Lancashire and South Cumbria Liaison and Diversion)": (),
    "NHS England Health and Justice": ("NHS England",),
    "NHS England Health and Justice East Midlands": ("NHS England",),
    "NHS England London": ("NHS England",),
    "Norfolk Police and Crime Commissioner and Ministry of Justice": (
        "Norfolk Police and Crime Commissioner", "Ministry of Justice",
    ),
    "North Wales Police and Crime Commissioner (funding stopped 2023)": (
        "North Wales Police and Crime Commissioner",
    ),
    "Prisons": (),
    "Probation referrals": (),
    "Public Health England capital grant £200,000": ("Public Health England",),
    "Safer Cornwall partnership": ("Safer Cornwall",),
    "Serco (prison operator)": ("Serco",),
    "South Wales Police and Crime Commissioner and partners": ("South Wales Police and Crime Commissioner",),
    "South West Reducing Reoffending Partnership; began as Police and Crime Commissioner pilot": (
        "South West Reducing Reoffending Partnership",
    ),
    "West Yorkshire CRC (Interserve)": ("West Yorkshire Community Rehabilitation Company",),
    # The only row with this cell is about Woking in Surrey.
    "Woking Borough Council, Surrey County Council, Police and Crime Commissioner": (
        "Woking Borough Council", "Surrey County Council", "Surrey Police and Crime Commissioner",
    ),
    # culturally_informed.csv
    "AlFaisal Without Borders Foundation; Mitie Foundation": (
        "AlFaisal Without Borders Foundation", "Mitie Foundation",
    ),
    "Big Lottery Fund (Women and Girls Initiative)": ("Big Lottery Fund",),
    "Bradford District Care Trust": ("Bradford District Care NHS Foundation Trust",),
    "Croydon Council public health": ("Croydon Council",),
    "Department of Health (Delivering Race Equality)": ("Department of Health",),
    "Department of Health (model development)": ("Department of Health",),
    "Department of Health and Social Care (£609,000)": ("Department of Health and Social Care",),
    "Greater Manchester Combined Authority (scoping work)": ("Greater Manchester Combined Authority",),
    "Greater Manchester Health and Social Care Partnership (£750,000)": (
        "Greater Manchester Health and Social Care Partnership",
    ),
    "HMPPS North West Probation Region": ("HMPPS",),
    "HMPPS infrastructure grant (via Clinks)": ("HMPPS", "Clinks"),
    "Home Office drug interventions programme": ("Home Office",),
    "Islington Council and NHS": ("Islington Council",),
    "Joseph Rowntree Charitable Trust (case study)": ("Joseph Rowntree Charitable Trust",),
    "Leeds and York Partnership NHS FT; Leeds City Council": (
        "Leeds and York Partnership NHS Foundation Trust", "Leeds City Council",
    ),
    "Lloyds Bank Foundation for England and Wales (£58,000)": ("Lloyds Bank Foundation for England and Wales",),
    "Mitie and partner employers": ("Mitie",),
    "Muslim Hands UK": ("Muslim Hands",),
    "NHS Cheshire and Merseyside ICB (£44,946 a year)": ("NHS Cheshire and Merseyside Integrated Care Board",),
    "NHS Cheshire and Merseyside ICB (£54,377 a year)": ("NHS Cheshire and Merseyside Integrated Care Board",),
    "NHS Leeds CCG with Leeds Community Foundation": (
        "NHS Leeds Clinical Commissioning Group", "Leeds Community Foundation",
    ),
    "NHS North Central London ICB (£130,000)": ("NHS North Central London Integrated Care Board",),
    "NHS North Central London ICB (£34,200 a year)": ("NHS North Central London Integrated Care Board",),
    "NHS West Yorkshire ICB": ("NHS West Yorkshire Integrated Care Board",),
    "National Mind legacy fund": ("Mind",),
    "South London and Maudsley; Department of Health and Social Care": (
        "South London and Maudsley NHS Foundation Trust", "Department of Health and Social Care",
    ),
    "Tudor Trust (hub)": ("Tudor Trust",),
    "Welsh Government (section 64)": ("Welsh Government",),
    "Welsh and UK justice partners": (),
}

KINDS = {name: kind for kind, names in BODIES.items() for name in names}

# Every spelling of ALIASES to the name that it stands for.
OWN_SPELLINGS = {spelling: name for name, spellings in ALIASES.items() for spelling in spellings}


def find(name: str) -> str:
    """The id of the body that a name in these tables stands for."""
    if name in KINDS:
        return body_id(name)
    return bodies.find(SAME_AS.get(name, name))


def standard(cell: str) -> str:
    """The name that a cell stands for; empty if it is no name and no spelling of one."""
    if cell in KINDS or cell in SAME_AS or cell in bodies.SPELLINGS:
        return cell
    return OWN_SPELLINGS.get(cell, "")


def names_of(cell: str, cells: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The names of the bodies that a cell stands for."""
    if not cell:
        return ()
    if cell in cells:
        return cells[cell]
    if standard(cell):
        return (standard(cell),)
    raise Conflict(f"a cell that names no known body: {cell!r}")


def organisations(cell: str) -> tuple[str, ...]:
    """The bodies of an `organisation` cell."""
    return names_of(cell, ORGANISATIONS)


def funders(cell: str) -> tuple[str, ...]:
    """The bodies of a cell of commissioners or funders."""
    return names_of(cell, FUNDERS)


def ids(names) -> str:
    """Names as a list of body ids."""
    return join(find(name) for name in names)


def body_row(name: str) -> Row:
    """The row of bodies.csv that these tables give for one body."""
    body = find(name)
    known = bodies.ROWS.get(body)
    title, kind = (known[1], KINDS_OF_CODES.get(name, known[2])) if known else (name, KINDS[name])
    spellings = [spelling for spelling in aliases(name) if spelling != title]
    if known:
        spellings = [*filter(None, known[3].split(LIST_MARK)), *spellings]
    numbers = NUMBERS.get(name, ("", "", ""))
    return [body, title, kind, join(spellings), *numbers, "", VALID_TO.get(name, ""), NOTES.get(name, "")]


def aliases(name: str) -> list[str]:
    """The other spellings, and the cells that stand for this body alone and begin with one of them."""
    known = ALIASES.get(name, ())
    cells = [
        cell for cell, names in ORGANISATIONS.items()
        if names == (name,) and cell.startswith((name, *known)) and LIST_MARK not in cell
    ]
    return [*known, *cells]


def rows(names) -> list[Row]:
    """The rows of bodies.csv of these bodies."""
    return [body_row(name) for name in dict.fromkeys(names)]
