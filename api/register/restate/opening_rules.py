"""How the words of openings.csv are read: who may apply, for whom it is, and what for.

Nothing is coded that a row does not say. A word that covers more than the codes can name keeps the
code UNCODED beside them: who is not among the codes is then neither let in nor turned away.
"""

# Others than the codes name are meant too; which, the statement says.
UNCODED = "uncoded"

# Part of the areas of a condition alone; which part, the statement says.
NARROWER = "narrower"

CHARITIES = ["registered_charity", "exempt_charity", "cio", "charitable_company"]
GROUPS = ["constituted_group", "unregistered_group"]

# The voluntary, community and social enterprise sector: every legal form but a company for profit, a
# statutory body and an individual.
VCSE = [*CHARITIES, "cic", "social_enterprise", *GROUPS]
NOT_FOR_PROFIT = [*CHARITIES, "cic", "social_enterprise", "constituted_group"]
ORGANISATIONS = [*VCSE, "company", "statutory_body"]
EVERYBODY = [*ORGANISATIONS, "individual"]

# Whole cells of legal forms, as codes. A charitable incorporated organisation exists by being
# registered, so it is a registered charity; a community interest company is a social enterprise.
FORMS = {
    "CIO;CIC;charitable company": ["cio", "cic", "charitable_company"],
    "VCSE": VCSE,
    "VCSE partnership": VCSE,
    "VCSE with NHS partner": VCSE,
    "any body incl. prisons and charities": ORGANISATIONS,
    "any organisation": ORGANISATIONS,
    "any supplier passing selection questionnaire": ORGANISATIONS,
    "any, unregistered allowed": EVERYBODY,
    "charitable, benevolent, philanthropic": [*CHARITIES, UNCODED],
    "charities, organisations, partners": ORGANISATIONS,
    "charity": CHARITIES,
    "charity;CIC;social enterprise;constituted group;statutory body": [
        *CHARITIES, "cic", "social_enterprise", "constituted_group", "statutory_body"],
    "charity;community group": [*CHARITIES, *GROUPS],
    "charity;voluntary;social enterprise": VCSE,
    "community and voluntary": VCSE,
    "community groups": [*GROUPS, UNCODED],
    "community groups;charities;schools": [*CHARITIES, *GROUPS, UNCODED],
    "community organisations": VCSE,
    "constituted group;charity;CIO;CIC": [*CHARITIES, "cic", "constituted_group"],
    "constituted groups;charities": [*CHARITIES, "constituted_group"],
    "constituted non-profit, charity not required": NOT_FOR_PROFIT,
    "individual via probation officer": ["individual"],
    "led-by-and-for VCSE": VCSE,
    "organisation or partnership": ORGANISATIONS,
    "registered charity;CIO": ["registered_charity", "cio"],
    "registered charity;CIO;CIC": ["registered_charity", "cio", "cic"],
    "registered charity;exempt charity;social enterprise": [
        "registered_charity", "cio", "exempt_charity", "social_enterprise", "cic"],
    "registered charity;other not-for-profit": NOT_FOR_PROFIT,
    "registered charity;social enterprise": ["registered_charity", "cio", "social_enterprise", "cic"],
    "small VCFSE": VCSE,
    "third sector": VCSE,
    "voluntary and third sector": VCSE,
    "women's VCSE": VCSE,
    "women's centres;charities;PCCs": [*CHARITIES, UNCODED],
}

# Cells of that column that say no legal form. What they say instead is in CONDITIONS.
NO_FORM = {
    "", "Dynamic Framework suppliers", "PCC-led alliance", "advocacy providers", "existing NHS provider",
    "existing provider", "lead Delivery Partner with supply chain", "led by/with and for organisations",
    "organisations tackling root causes", "provider partnership", "specialist organisations only",
    "supplier or alliance",
}

# Whom it is for, by the words of the row: the cohort, and where the code says less than the words, the
# codes of a condition on the cohort. Words that are not here are for everybody whom the register is
# about: people in contact with the justice system or with a mental health need.
COHORTS = {
    "117 young adults aged 18-25": ("young_adults", None),
    "Adults with severe mental illness": ("all", [UNCODED]),
    "Approved Premises residents": ("approved_premises_residents", None),
    "BAME or deprived families": ("all", ["ethnic_minority", UNCODED]),
    "BME communities": ("ethnic_minority", None),
    "Black and minoritised Londoners": ("ethnic_minority", None),
    "Black and minoritised women and girls": ("women", ["ethnic_minority"]),
    "Black communities": ("ethnic_minority", None),
    "Black males in high-deprivation wards": ("ethnic_minority_men", None),
    "Black men in Chapeltown": ("ethnic_minority_men", None),
    "Black people and people of colour with lived experience": ("ethnic_minority", None),
    "Black, Asian and minoritised ethnic charity leaders in justice": ("ethnic_minority", None),
    "Black, Asian and minority ethnic communities": ("ethnic_minority", None),
    "Communities facing racial inequality": ("ethnic_minority", None),
    "Disadvantaged women and girls": ("women", None),
    "Fathers in prison": ("men", None),
    "Female offenders; people with mental health issues; GRT": ("all", ["women", UNCODED]),
    "Foreign nationals; people convicted of sexual offences": ("all", [UNCODED]),
    "Marginalised ethnic communities with severe mental illness": ("ethnic_minority", None),
    "Men 18+ on probation or in prison": ("men", None),
    "Men in prison": ("men", None),
    "Minority ethnic children and young people": ("ethnic_minority", [UNCODED]),
    "Minority ethnic communities in Leeds": ("ethnic_minority", None),
    "Minority ethnic people in Leeds": ("ethnic_minority", None),
    "Minority ethnic people on probation": ("ethnic_minority", None),
    "Minority ethnic people on probation or in custody": ("ethnic_minority", None),
    "Neurodivergent people on probation": ("all", [UNCODED]),
    "People from racialised communities under mental health law": ("ethnic_minority", None),
    "People in custody and courts; men": ("all", None),
    "People on probation, women": ("all", None),
    "People with substance misuse issues": ("substance_use", None),
    "Racialised communities": ("ethnic_minority", None),
    "Racially minoritised Londoners": ("ethnic_minority", None),
    "Racially minoritised adults facing economic inequity": ("ethnic_minority", None),
    "Racially minoritised adults in economic disadvantage": ("ethnic_minority", None),
    "Racially minoritised people in the justice system": ("ethnic_minority", None),
    "South Asian, Eastern European, African and Caribbean adults": ("ethnic_minority", None),
    "Survivors from communities facing racial inequality; disabled; LGBTQ+": ("all", ["ethnic_minority", UNCODED]),
    "Women 18+": ("women", None),
    "Women 18+ in or at risk in the justice system": ("women", None),
    "Women and girls": ("women", None),
    "Women at London courts": ("women", None),
    "Women in or at risk of justice contact": ("women", None),
    "Women leaving prison": ("women", None),
    "Women offenders with limited local services": ("women", None),
    "Women on probation and vulnerable women": ("women", None),
    "Women with lived experience of recall": ("women", None),
    "Women, incl. conditional caution for domestic abuse": ("women", None),
    "Young adults 17-24; young women of interest": ("young_adults", None),
    "Young adults; minority ethnic, Muslim, Gypsy and Traveller people": ("all", ["young_adults", "ethnic_minority", UNCODED]),
    "Young men in prison showing challenging behaviour": ("young_adults_men", None),
}

# Words in the title or the purpose, and the offers that they stand for. A word that was found is
# taken out, so that RECONNECT is not found again inside Enhanced RECONNECT.
OFFERS = [
    ("Enhanced RECONNECT", ["enhanced_reconnect"]),
    ("high-risk release care", ["enhanced_reconnect"]),
    ("L&D|liaison", ["liaison_diversion"]),
    ("RECONNECT|release care", ["reconnect"]),
    ("primary-care (mental health )?(MHTR|treatment requirement)", ["mhtr_primary_care"]),
    ("MHTRs?|(mental health )?treatment requirements?", ["mhtr"]),
    ("peer (worker|support|mentor)", ["peer_support_advocacy"]),
    ("advocacy", ["peer_support_advocacy"]),
    ("lived experience services", ["lived_experience_group"]),
    ("minority ethnic|minorit(y|ised) ethnic|ethnic(ally)? and culturally|racial|racialised|culturally|BME|Black", [
        "culturally_informed_service"]),
    ("women.*(core costs|services|community)|core costs of women", ["womens_centre"]),
]

# Rows whose words need reading, or whose notice another table codes: what they are for. An empty list
# is what the vocabulary of offers has no word for.
OFFERS_OF = {
    "OP001": ["womens_diversion"],
    "OP012": ["lived_experience_group"],
    "OP021": ["culturally_informed_service"],
    "OP027": ["through_the_gate"],
    "OP038": ["crs", "crs_dependency_recovery", "accommodation", "crs_education_training_employment"],
    "OP042": ["liaison_diversion", "reconnect", "enhanced_reconnect", "mhtr_primary_care"],  # V038 to V041
    "OP043": ["liaison_diversion", "reconnect", "mhtr_primary_care"],  # P19
    "OP046": ["liaison_diversion", "reconnect", "mhtr_primary_care"],  # P01
    "OP047": ["mhtr_primary_care"],  # P22
    "OP049": ["womens_diversion", "out_of_court_disposal"],
    "OP050": ["womens_diversion", "out_of_court_disposal"],
    "OP054": ["womens_centre"],
    "OP060": [],
    "OP061": [],
    "OP063": ["personal_wellbeing", "womens_services"],
    "OP064": ["accommodation", "crs_education_training_employment", "personal_wellbeing", "womens_services"],
    "OP065": ["crs"],
    "OP066": ["link_worker"],  # VW066
    "OP073": ["womens_centre", "womens_services"],  # VW053
    "OP074": ["crs", "out_of_court_disposal"],
    "OP075": ["lived_experience_group"],  # VW067
    "OP084": [],
    "OP085": [],
    "OP086": [],
    "OP087": [],
    "OP088": ["liaison_diversion", "mhtr_primary_care"],  # P15
    "OP091": [],
    "OP093": [],
    "OP096": ["womens_centre"],  # VW113
    "OP097": ["womens_centre", "womens_diversion"],
}
