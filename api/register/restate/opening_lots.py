"""Openings that openings.csv does not hold and that a notice evidences: its lots, and tenders that
other tables of the same research tell of. Each names the row that evidences it.

A lot says of itself only what its notice says of the lot; everything else, and every condition, is its
tender's. A value for all lots together is not split.
"""

REGIONS = {
    "N03": "Wales",
    "N07": "London",
    "N50": "Greater Manchester",
    "N51": "North West",
    "N52": "West Midlands",
    "N53": "East Midlands",
    "N54": "North East",
    "N55": "Yorkshire and the Humber",
    "N56": "East of England",
    "N57": "Kent, Surrey and Sussex",
    "N58": "South West",
    "N59": "South Central",
}

# Tenders with a lot in each probation region: the words of the lot, the regions without one, and what
# says so.
BY_REGION = {
    "OP001": ("Women's Diversion Fund", (), "the notice speaks of 12 lots by probation region"),
    "OP015": ("Women's community sector core costs 2021-22", (), "the notice speaks of 12 probation-region lots"),
    "OP038": ("CRS2 Community Support for Men", ("N50",),
              "the tender is for 11 probation regions, without Greater Manchester (P29)"),
}

# Tenders whose lots are each let to a lead with a supply chain: what a smaller body may join.
SUPPLY_CHAINS = {
    "OP038": "Each region's Delivery Partner brings a supply chain. Awards were expected in October 2026 and services "
             "from March 2027 (P29, F069, F070); no call to join, closing date or value is on record.",
}

COVENTRY_WARWICKSHIRE = ["district:E08000026", "police_force:E23000017"]
WEST_MERCIA = ["police_force:E23000016"]
LANCASHIRE_CUMBRIA = ["police_force:E23000003", "police_force:E23000002"]
NORFOLK, SUFFOLK = "police_force:E23000024", "police_force:E23000025"
THREE = ["liaison_diversion", "reconnect", "mhtr_primary_care"]
LIAISON_MHTR = ["liaison_diversion", "mhtr_primary_care"]

# Lots with words of their own: tender, key, title, areas, offers, pounds in all, status, the row of
# another table that tells of the service (empty: none), and what is to be known.
LOTS = [
    ("OP042", "1", "L&D and RECONNECT, Lancashire and Cumbria", LANCASHIRE_CUMBRIA, ["liaison_diversion", "reconnect"],
     "", "closed", "provision:V039", "Three lots, bids due in October 2025 (V039)."),
    ("OP042", "2", "Enhanced RECONNECT, Lancashire and Cumbria", LANCASHIRE_CUMBRIA, ["enhanced_reconnect"],
     "", "closed", "provision:V041", "Three lots, bids due in October 2025 (V041)."),
    ("OP042", "3", "MHTR, Lancashire and Cumbria", LANCASHIRE_CUMBRIA, ["mhtr_primary_care"],
     "", "closed", "provision:V038", "Three lots, bids due in October 2025 (V038)."),
    ("OP043", "1", "INCS, Coventry and Warwickshire", COVENTRY_WARWICKSHIRE, THREE, "", "closed", "procurement:P19",
     "One invitation to tender, two lots; the value is for both."),
    ("OP043", "2", "INCS, West Mercia", WEST_MERCIA, THREE, "", "closed", "procurement:P19",
     "One invitation to tender, two lots; the value is for both."),
    ("OP045", "1", "Primary-care MHTR, Southampton and Portsmouth courts",
     ["court:SOUTCC", "court:SOUTMC", "court:PRTSCC", "court:PRTSMC"], ["mhtr_primary_care"], "", "closed",
     "procurement:P20", "Lot of the tender of November 2022 (V253, V254)."),
    ("OP045", "2", "Primary-care MHTR, High Wycombe court", ["court:WYCBMC"], ["mhtr_primary_care"], "", "closed",
     "procurement:P20", "Lot of the tender of November 2022 (V255)."),
    ("OP045", "3", "Primary-care MHTR, Guildford courts", ["court:GLDFCC", "court:GLDFMC"], ["mhtr_primary_care"], "",
     "closed", "procurement:P20", "Lot of the tender of November 2022 (V256)."),
    ("OP045", "4", "Primary-care MHTR, Brighton court", ["court:BRGEMC"], ["mhtr_primary_care"], "", "closed",
     "procurement:P20", "Lot of the tender of November 2022 (V257)."),
    ("OP046", "1", "Integrated non-custodial services, Avon and Somerset", ["police_force:E23000036"], THREE, "25987000",
     "closed", "procurement:P01", "The total holds mobilisation; without it £25,357,000 (P01)."),
    ("OP046", "2", "Integrated non-custodial services, Devon and Cornwall", ["police_force:E23000035"], THREE, "21979000",
     "closed", "procurement:P02", "The total holds mobilisation; without it £21,447,000 (P02)."),
    ("OP046", "3", "Integrated non-custodial services, Dorset", ["police_force:E23000039"], THREE, "11471000", "closed",
     "procurement:P03", "The total holds mobilisation; without it £11,205,000 (P03)."),
    ("OP046", "4", "Integrated non-custodial services, Gloucestershire", ["police_force:E23000037"], THREE, "9034000",
     "closed", "procurement:P04", "The total holds mobilisation; without it £8,824,000 (P04)."),
    ("OP046", "5", "Integrated non-custodial services, Wiltshire", ["police_force:E23000038"], THREE, "10897000", "closed",
     "procurement:P05", "The total holds mobilisation; without it £10,645,000 (P05)."),
    ("ON01", "1", "Non-custodial services, Cambridgeshire", ["police_force:E23000023"], LIAISON_MHTR, "9785132", "closed",
     "procurement:P06", "Lot 1; the value holds the two-year extension (P06)."),
    ("ON01", "2", "Non-custodial services, Bedfordshire, Luton and Milton Keynes",
     ["police_force:E23000026", "district:E06000042"], LIAISON_MHTR, "", "closed", "provision:V179",
     "Lot 2 (V179 to V182)."),
    ("ON01", "3", "Non-custodial services, Hertfordshire", ["police_force:E23000027"], LIAISON_MHTR, "", "closed",
     "provision:V183", "Lot 3 (V183, V184)."),
    ("ON01", "4", "Liaison and diversion, Essex", ["police_force:E23000028"], ["liaison_diversion"], "", "abandoned",
     "provision:V185", "Lot 4, abandoned without an award; run again (V185)."),
    ("ON01", "5", "RECONNECT, East of England", ["nhs_region:E40000007"], ["reconnect"], "", "abandoned",
     "provision:V186", "Lot 5, abandoned in September 2024 without an award; run again (V186)."),
    ("ON02", "4", "Liaison and diversion, Essex (second run)", ["police_force:E23000028"], ["liaison_diversion"],
     "15080409.11", "closed", "procurement:P07", "Award value; whether it holds the extension is not said (P07)."),
    ("ON02", "5", "RECONNECT, East of England (second run)", ["nhs_region:E40000007"], ["reconnect"], "12091564.08",
     "closed", "procurement:P08", "Award value; whether it holds the extension is not said (P08)."),
    ("ON03", "1", "L&D and RECONNECT, Lancashire and Cumbria (abandoned)", LANCASHIRE_CUMBRIA,
     ["liaison_diversion", "reconnect"], "30899992", "abandoned", "procurement:P09", "Lot 1 (P09)."),
    ("ON03", "2", "Enhanced RECONNECT, Lancashire and Cumbria (abandoned)", LANCASHIRE_CUMBRIA, ["enhanced_reconnect"],
     "554999", "abandoned", "procurement:P10", "Lot 2; its term is not on record (P10)."),
    ("ON03", "3", "MHTR, Lancashire and Cumbria (abandoned)", LANCASHIRE_CUMBRIA, ["mhtr_primary_care"], "5447080",
     "abandoned", "procurement:P11", "Lot 3 (P11)."),
    ("ON05", "1", "Healthcare in Norfolk prisons", [], ["prison_healthcare"], "104457921", "closed", "",
     "Lot 1; the prisons are not named (P24)."),
    ("ON05", "2", "Liaison and diversion, Norfolk and Suffolk", [NORFOLK, SUFFOLK], ["liaison_diversion"], "", "closed",
     "provision:V188", "Lot 2 (V188, V190)."),
    ("ON06", "1", "Liaison and diversion, Herefordshire, Worcestershire and Shropshire, 2022-25", WEST_MERCIA,
     ["liaison_diversion"], "9470000", "closed", "procurement:P17", "Value for 2022 to 2025 (P17)."),
    ("ON06", "2", "Liaison and diversion, Coventry and Warwickshire, 2022-25", COVENTRY_WARWICKSHIRE,
     ["liaison_diversion"], "6670000", "closed", "procurement:P18", "Value for 2022 to 2025 (P18)."),
]

# When bids were due, where another table says it.
CLOSES = {"OP042": "2025-10"}

# Tenders, funds and frameworks that only another table tells of: funder, kind, title, purpose, areas,
# offers, first day of the work, months, pounds in all, status, the table and row that evidence it, the
# row of the service, and what is to be known.
TENDERS = {
    "ON01": ("NHS England", "tender", "Non-custodial services, East of England",
             "Liaison and diversion with primary-care MHTR, and RECONNECT, in five lots", ["nhs_region:E40000007"], THREE,
             "2025-04-01", "60", "", "closed", "domain/procurement_by_area.csv", "P06", "",
             "Lots 1 to 5 together about £61.4m; two more years possible; lots 4 and 5 were abandoned and run again."),
    "ON02": ("NHS England", "tender", "Non-custodial services, East of England: lots 4 and 5 again",
             "Liaison and diversion in Essex, and RECONNECT in the region", ["nhs_region:E40000007"],
             ["liaison_diversion", "reconnect"], "2025-04-01", "60", "", "closed", "domain/procurement_by_area.csv", "P07",
             "", "Intended award of December 2024 after lots 4 and 5 had been abandoned (V185, V186)."),
    "ON03": ("NHS England", "tender", "L&D, RECONNECT, Enhanced RECONNECT and MHTR, Lancashire and Cumbria (2024)",
             "Liaison, release care, high-risk release care and treatment requirements, in three lots", LANCASHIRE_CUMBRIA,
             [*THREE, "enhanced_reconnect"], "", "", "", "abandoned", "domain/procurement_by_area.csv", "P09", "",
             "Abandoned after advice of the Independent Patient Choice and Procurement Panel; run again as NHSE1054."),
    "ON04": ("NHS England", "tender", "Integrated non-custodial services, Northamptonshire",
             "Liaison and diversion, RECONNECT and primary-care MHTR", ["police_force:E23000022"], THREE, "2026-04-01", "84",
             "13125000", "abandoned", "domain/procurement_by_area.csv", "P35", "procurement:P35",
             "Abandoned on 9 October 2025 because of material errors; no award."),
    "ON05": ("NHS England", "tender", "Healthcare in Norfolk prisons, and liaison and diversion in Norfolk and Suffolk",
             "Prison healthcare, and liaison and diversion in two counties", [NORFOLK, SUFFOLK],
             ["prison_healthcare", "liaison_diversion"], "", "48", "123343840", "closed", "domain/procurement_by_area.csv",
             "P24", "", "Intention to award of October 2025; two more years possible; no split between the lots but P24's."),
    "ON06": ("NHS England", "tender", "Liaison and diversion, West Mercia and Coventry and Warwickshire, 2022-25",
             "Liaison and diversion in two lots", [*COVENTRY_WARWICKSHIRE, *WEST_MERCIA], ["liaison_diversion"], "2022", "36",
             "", "closed", "domain/procurement_by_area.csv", "P17", "", "Contract values for 2022 to 2025 on record."),
    "ON07": ("Ministry of Justice", "framework", "Community Accommodation framework", "Accommodation in the community",
             ["nation:K04000001"], ["accommodation"], "2026", "", "2000000000", "unclear", "domain/facts.csv", "F304", "",
             "A maximum, for 2026 to 2034; whether new suppliers may join is not on record."),
    "ON08": ("Ministry of Justice", "tender", "Careers information, advice and guidance in prisons",
             "Careers information, advice and guidance for people in prison", ["nation:K04000001"], [], "", "", "72360000",
             "unclear", "domain/facts.csv", "F305", "", "The year of the notice is not on record."),
    "ON09": ("Ministry of Justice", "grant", "Local Leadership and Integration Fund",
             "Joined-up local services for people leaving prison", ["nation:E92000001"], ["through_the_gate"], "", "", "7100000",
             "closed", "domain/facts.csv", "F085", "", "A fund of 2022; OP054 is one of its awards."),
}
