"""What the rules of reference_places.py know: counties, towns, courts and prisons.

The registers give a town and a county as somebody typed them. These tables say what they mean
today. A town of one name in two counties is written `town|county`.
"""

# County as written (small letters, no stops) -> police force areas that it can lie in; the first
# is the one meant when nothing else places the row, unless the row is marked with `?` in front.
COUNTIES = {
    "?avon": ["Avon and Somerset"],
    "bedfordshire": ["Bedfordshire"],
    "berkshire": ["Thames Valley"],
    "buckinghamshire": ["Thames Valley"],
    "cambridgeshire": ["Cambridgeshire"],
    "carmarthenshire": ["Dyfed-Powys"],
    "ceredigion": ["Dyfed-Powys"],
    "?cheshire": ["Cheshire", "Greater Manchester", "Merseyside"],
    "cleveland": ["Cleveland"],
    "?co durham": ["Durham", "Cleveland"],
    "conway": ["North Wales"],
    "?county durham": ["Durham", "Cleveland"],
    "cumbria": ["Cumbria"],
    "denbighshire": ["North Wales"],
    "denbigshire": ["North Wales"],
    "derbyshire": ["Derbyshire"],
    "devon": ["Devon & Cornwall"],
    "dorset": ["Dorset"],
    "dyfed": ["Dyfed-Powys"],
    "east riding of yorkshire": ["Humberside"],
    "east sussex": ["Sussex"],
    "east yorkshire": ["Humberside"],
    "?esses": ["Essex", "Metropolitan Police"],
    "?essex": ["Essex", "Metropolitan Police"],
    "flintshire": ["North Wales"],
    "?glamorgan": ["South Wales", "Gwent"],
    "?gloucestershire": ["Gloucestershire", "Avon and Somerset"],
    "greater london": ["Metropolitan Police", "London, City of"],
    "greater manchester": ["Greater Manchester"],
    "gwent": ["Gwent"],
    "gwynedd": ["North Wales"],
    "hampshire": ["Hampshire"],
    "herefordshire": ["West Mercia"],
    "herfordshire": ["Hertfordshire"],
    "hertfordshire": ["Hertfordshire"],
    "isle of anglsey": ["North Wales"],
    "isle of wight": ["Hampshire"],
    "?kent": ["Kent", "Metropolitan Police"],
    "?lancashire": ["Lancashire", "Greater Manchester", "Merseyside"],
    "leicestershire": ["Leicestershire"],
    "?lincolnshire": ["Lincolnshire", "Humberside"],
    "?london": ["Metropolitan Police", "London, City of"],
    "merseyside": ["Merseyside"],
    "?mid glamorgan": ["South Wales"],
    "?middlesex": ["Metropolitan Police", "Surrey"],
    "monmouthshire": ["Gwent"],
    "norfolk": ["Norfolk"],
    "north lincolnshire": ["Humberside"],
    "?north yorkshire": ["North Yorkshire", "Cleveland", "Humberside"],
    "northamptonshire": ["Northamptonshire"],
    "northumberland": ["Northumbria"],
    "nottingham": ["Nottinghamshire"],
    "nottinghamshire": ["Nottinghamshire"],
    "oxfordshire": ["Thames Valley"],
    "powys": ["Dyfed-Powys"],
    "rhondda cynon taf": ["South Wales"],
    "rutland": ["Leicestershire"],
    "shropshire": ["West Mercia"],
    "?somerset": ["Avon and Somerset"],
    "south wales": ["South Wales"],
    "south yorkshire": ["South Yorkshire"],
    "staffordshire": ["Staffordshire"],
    "suffolk": ["Suffolk"],
    "surrey": ["Surrey", "Metropolitan Police"],
    "sussex": ["Sussex"],
    "tyne and wear": ["Northumbria"],
    "warwickshire": ["Warwickshire"],
    "?west glamorgan": ["South Wales"],
    "?west midlands": ["West Midlands", "Staffordshire"],
    "west sussex": ["Sussex"],
    "west yorkshire": ["West Yorkshire"],
    "wiltshire": ["Wiltshire"],
    "wolverhampton": ["West Midlands"],
    "worcestershire": ["West Mercia"],
}

# Counties that are themselves one district, so that they place a row without a town.
COUNTY_DISTRICTS = {
    "isle of wight": "Isle of Wight",
    "northumberland": "Northumberland",
    "wolverhampton": "Wolverhampton",
}

# Town that is no district -> the district of April 2024 in which it lies.
TOWNS = {
    "abergavenny": "Monmouthshire", "aberystwyth": "Ceredigion", "accrington": "Hyndburn",
    "aldershot": "Rushmoor", "arundel": "Arun", "ashbourne": "Derbyshire Dales", "ashford|surrey": "Spelthorne",
    "aylesbury": "Buckinghamshire", "banbury": "Cherwell", "barnard castle": "County Durham",
    "barnstaple": "North Devon", "barrow": "Westmorland and Furness", "barrow in furness": "Westmorland and Furness",
    "basingstoke": "Basingstoke and Deane", "bath": "Bath and North East Somerset",
    "berwick upon tweed": "Northumberland", "beverley": "East Riding of Yorkshire", "bexleyheath": "Bexley",
    "bicester": "Cherwell", "birkenhead": "Wirral", "blackburn": "Blackburn with Darwen", "blackfriars": "Southwark",
    "bracknell": "Bracknell Forest", "brecon": "Powys", "bridlington": "East Riding of Yorkshire",
    "bridport": "Dorset", "brighton": "Brighton and Hove", "brough": "East Riding of Yorkshire",
    "burton": "East Staffordshire", "bury st edmunds": "West Suffolk", "buxton": "High Peak",
    "caernarfon": "Gwynedd", "carmarthen": "Carmarthenshire", "camberley": "Surrey Heath", "camberwell green": "Southwark",
    "cannock": "Cannock Chase", "chatham": "Medway", "chester": "Cheshire West and Chester",
    "chippenham": "Wiltshire", "consett": "County Durham", "crewe": "Cheshire East", "cullompton": "Mid Devon",
    "cwmbran": "Torfaen", "denbigh": "Denbighshire", "devizes": "Wiltshire", "dolgellau": "Gwynedd",
    "dorchester": "Dorset", "durham": "County Durham", "durham city": "County Durham", "eccleshall": "Stafford",
    "evesham": "Wychavon", "feltham": "Hounslow", "fleetwood": "Wyre", "folkestone": "Folkestone and Hythe",
    "grantham": "South Kesteven", "great grimsby": "North East Lincolnshire", "grimsby": "North East Lincolnshire",
    "halifax": "Calderdale", "harwich": "Tendring", "hatfield|hertfordshire": "Welwyn Hatfield",
    "haverfordwest": "Pembrokeshire", "haywards heath": "Mid Sussex", "hemel hempstead": "Dacorum",
    "hendon": "Barnet", "henley on thames": "South Oxfordshire", "hereford": "Herefordshire, County of",
    "hertford": "East Hertfordshire", "high wycombe": "Buckinghamshire", "highbury corner": "Islington",
    "highgate": "Haringey", "hinckley": "Hinckley and Bosworth", "holyhead": "Isle of Anglesey",
    "hove": "Brighton and Hove", "huddersfield": "Kirklees", "hull": "Kingston upon Hull, City of",
    "huntingdon": "Huntingdonshire", "isleworth": "Hounslow", "kendal": "Westmorland and Furness",
    "kidderminster": "Wyre Forest", "king's lynn": "King's Lynn and West Norfolk", "knutsford": "Cheshire East",
    "launceston": "Cornwall", "leamington spa": "Warwick", "leyland": "South Ribble",
    "llandrindod wells": "Powys", "llandudno": "Conwy", "llanelli": "Carmarthenshire", "loughborough": "Charnwood",
    "lowdham": "Newark and Sherwood", "lowestoft": "East Suffolk", "macclesfield": "Cheshire East",
    "maidenhead": "Windsor and Maidenhead", "march": "Fenland", "margate": "Thanet",
    "market drayton": "Shropshire", "market harborough": "Harborough", "mildenhall": "West Suffolk",
    "millom": "Cumberland", "minehead": "Somerset", "mold": "Flintshire", "morpeth": "Northumberland",
    "neath": "Neath Port Talbot", "newmarket|suffolk": "West Suffolk", "newport|isle of wight": "Isle of Wight",
    "newton abbot": "Teignbridge", "newton aycliffe": "County Durham", "north shields": "North Tyneside",
    "northallerton": "North Yorkshire", "nuneaton": "Nuneaton and Bedworth", "oakham": "Rutland",
    "ormskirk": "West Lancashire", "peterlee": "County Durham", "pontefract": "Wakefield",
    "pontypridd": "Rhondda Cynon Taf", "port talbot": "Neath Port Talbot", "portland": "Dorset",
    "prestatyn": "Denbighshire", "redhill": "Reigate and Banstead", "retford": "Bassetlaw",
    "richmond|surrey": "Richmond upon Thames", "rochester": "Medway", "romford": "Havering", "sale": "Trafford",
    "salisbury": "Wiltshire", "scunthorpe": "North Lincolnshire", "shaftsbury": "Dorset", "sheerness": "Swale",
    "shrewsbury": "Shropshire", "skegness": "East Lindsey", "skipton": "North Yorkshire",
    "snaresbrook": "Redbridge", "south shields": "South Tyneside", "southend": "Southend-on-Sea",
    "southend on sea": "Southend-on-Sea", "spalding": "South Holland", "staines": "Spelthorne",
    "stockton on tees": "Stockton-on-Tees", "stratford": "Newham", "stratford upon avon": "Stratford-on-Avon",
    "surbiton": "Kingston upon Thames", "taunton": "Somerset", "telford": "Telford and Wrekin",
    "thames": "Tower Hamlets", "thamesmead": "Greenwich", "thetford": "Breckland", "torquay": "Torbay",
    "tottenham": "Haringey", "tower bridge": "Southwark", "truro": "Cornwall", "usk": "Monmouthshire",
    "uttoxeter": "East Staffordshire", "uxbridge": "Hillingdon", "wallington": "Sutton",
    "walthamstow": "Waltham Forest", "wareham": "Dorset", "welshpool": "Powys", "weston super mare": "North Somerset", "weymouth": "Dorset",
    "wetherby": "Leeds", "widnes": "Halton", "willesden": "Brent", "wilmslow": "Cheshire East",
    "wimbledon": "Merton", "witham": "Braintree", "wood green": "Haringey", "woodbridge": "East Suffolk",
    "woolwich": "Greenwich", "worksop": "Bassetlaw", "yarm": "Stockton-on-Tees", "yeovil": "Somerset",
}

# Towns too wide to place anything; the court's own name is read instead.
WIDE_TOWNS = {"london"}

# Courts whose address in the register is that of another court's office: the name places them.
ADDRESS_OF_ANOTHER_COURT = {
    "BRSECC",  # Bury St Edmunds, addressed at Ipswich
    "CARMCC",  # Carmarthen, at Swansea
    "CRNRCC", "DOLGCC", "MOLDCC", "WLSHCC", "KNUTCC",  # all at Chester
    "STHSCC",  # Southend, at Basildon
}

# Courts whose town and name both say too little: district by the court itself.
COURT_DISTRICTS = {
    "BELMMC": "Greenwich",
    "BURTMC": "East Staffordshire",
    "CITYMC": "City of London",
    "CNTRCC": "City of London",
    "INNRCC": "Southwark",
    "MDDLMC": "Middlesbrough",
    "YATEMC": "South Gloucestershire",
}

# Courts without an address whose name lies in several districts of one police force.
COURT_FORCES = {
    "MLTNMC": "Leicestershire",
    "UPPNCC": "Metropolitan Police",
}

# Courts that no rule may place, and why.
UNPLACED_COURTS = {
    "NWTNMC": "no town, and no county has the name given",
}

# Prisons whose post town lies in another district than they do: district by the prison itself.
PRISON_DISTRICTS = {
    "ASI": "South Gloucestershire", "BAI": "Greenwich", "BRI": "North Norfolk", "BSI": "South Staffordshire",
    "BXI": "Lambeth", "CLI": "Surrey Heath", "EWI": "South Gloucestershire", "FBI": "Salford", "FEI": "Blaby",
    "FHI": "South Derbyshire", "FNI": "East Riding of Yorkshire", "FSI": "South Staffordshire", "GHI": "Chorley",
    "HEI": "Bromsgrove", "ISI": "Greenwich", "IWI": "Isle of Wight", "KMI": "Fylde", "LYI": "South Gloucestershire",
    "MHI": "North Kesteven", "ONI": "West Northamptonshire", "OWI": "South Staffordshire", "PVI": "Islington",
    "RHI": "West Northamptonshire", "SDI": "Guildford", "TSI": "Greenwich", "UPI": "Monmouthshire",
    "WMI": "Chorley", "WNI": "Staffordshire Moorlands", "WSI": "Hammersmith and Fulham", "WTI": "Rushcliffe",
    "WWI": "Wandsworth", "DAI": "West Devon",
}

# Prisons whose district is left open, and why.
OPEN_PRISONS = {
    "DWI": "on the border of Sutton and Reigate and Banstead",
    "HOI": "on the border of Sutton and Reigate and Banstead",
}

# Rows of the prison register whose town is test data in the source.
WRONG_PRISON_TOWNS = {"RHI": ("Rugby", "Warwickshire")}

# Other spellings of prisons in the sources.
PRISON_NAMES = [
    ("EHI", "HMP Stanford Hill", "spelling"),
    ("SPI", "HMP Springhill", "spelling"),
    ("AYI", "HMP Aylesbury", "spelling"),
    ("FYI", "HMP/YOI Feltham", "spelling"),
    ("PBI", "HMP Peterborough (M)", "spelling"),
    ("PFI", "HMP Peterborough (F)", "spelling"),
]
