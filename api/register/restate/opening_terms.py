"""What the column `conditions` of openings.csv says of who may apply, row by row, in codes.

Only what decides who may apply, or for what, is a condition; duties, history and figures in that
column stay in the statement (NO_CONDITION). A condition that no profile can be held against is
`other`: it is shown and never decided.
"""

from opening_rules import NARROWER, UNCODED

DYNAMIC_FRAMEWORK = "probation_services_dynamic_framework"

SUPPLIER = ("framework", {"words": DYNAMIC_FRAMEWORK},
            "Only suppliers on the Probation Services Dynamic Framework are invited.")
INCUMBENT = ("existing_provider", {}, "A direct award to the provider that has the work.")
FOR_WOMEN = ("specialism", {"words": "cohort:women"}, "For women's organisations.")
NEW_ONLY = ("other", {}, "For new or extended activity only.")

ENGLAND_OUTSIDE_LONDON = [f"region:E1200000{number}" for number in (1, 2, 3, 4, 5, 6, 8, 9)]

# kind, the cells of its row (words, pence, permille, areas), and what it says in our words. More than
# half is 501 of a thousand.
CONDITIONS = {
    "OP001": [("other", {}, "Strictly not for profit.")],
    "OP002": [("award_to_turnover", {"permille": "500"}, "Turnover has to be at least twice the grant asked for in a year.")],
    "OP004": [("area", {"areas": "police_force:E23000002"}, "A local organisation."),
              ("other", {}, "Already engaged with minority ethnic communities there.")],
    "OP006": [("area", {"areas": "district:W06000015", "words": NARROWER}, "Based in or serving Splott, Llanrumney or Ely.")],
    "OP013": [NEW_ONLY, ("other", {}, "No core services, and nothing that a community rehabilitation company runs.")],
    "OP014": [NEW_ONLY],
    "OP015": [FOR_WOMEN, ("other", {}, "For rent, utilities, management and administration only; no frontline wages.")],
    "OP016": [FOR_WOMEN],
    "OP017": [FOR_WOMEN, ("other", {}, "Has to reach more women, or be a new service.")],
    "OP018": [("led_by_and_for", {"words": f"ethnic_minority;{UNCODED}"},
               "Led by and for communities facing racial inequality, disabled people or LGBTQ+ people.")],
    "OP020": [("specialism", {}, "Small specialist organisations.")],
    "OP021": [("led_by_and_for", {"words": "ethnic_minority"}, "Led by and for Black people and people of colour.")],
    "OP022": [("other", {}, "Three unrelated trustees; a group that is not incorporated may have £5,000 at most.")],
    "OP024": [("led_by_and_for", {"words": "ethnic_minority;board", "permille": "501"},
               "More than half of the board from racialised communities.")],
    "OP025": [("led_by_and_for", {"words": "ethnic_minority;board", "permille": "750"},
               "At least 75% of trustees Black or minoritised women."),
              ("other", {}, "At least 75% of the senior team Black or minoritised women."),
              ("area", {"areas": "nation:E92000001"}, "Delivers directly in England.")],
    "OP027": [("award_to_turnover", {"permille": "500"}, "Never more than half of turnover in a year.")],
    "OP029": [("specialism", {}, "Only specialist organisations, no generalists with a justice project.")],
    "OP031": [("area", {"areas": "region:E12000007", "words": UNCODED}, "For people who live inside the M25."),
              ("other", {}, "Only a probation officer or caseworker may apply for somebody.")],
    "OP032": [("other", {}, "Three unrelated committee members, a dissolution clause and a safeguarding policy.")],
    "OP033": [("other", {}, "No individuals, and nobody who distributes profit.")],
    "OP038": [("consortium", {"words": "lead"}, "A lead Delivery Partner bids with a supply chain.")],
    "OP040": [SUPPLIER],
    "OP051": [("specialism", {}, "Small specialist charities in criminal justice.")],
    "OP054": [("consortium", {"words": "required"}, "A partnership that works as a single joined-up team.")],
    "OP055": [("led_by_and_for", {"words": "ethnic_minority"},
               "Led by, and working with, people who face economic inequity because of race.")],
    "OP056": [("led_by_and_for", {"words": "ethnic_minority"}, "Led by, and working with, racially minoritised people.")],
    "OP057": [("led_by_and_for", {"words": "ethnic_minority;board", "permille": "501"},
               "More than half of trustees from minority ethnic communities.")],
    "OP058": [("led_by_and_for", {"words": "ethnic_minority;board", "permille": "501"},
               "More than half of trustees from minority ethnic communities.")],
    "OP059": [("other", {}, "For new initiatives only.")],
    "OP063": [SUPPLIER, ("other", {}, "Awarded directly after competitions that failed.")],
    "OP064": [SUPPLIER],
    "OP065": [("other", {}, "Has to pass the selection questionnaire.")],
    "OP066": [SUPPLIER],
    "OP067": [SUPPLIER],
    "OP068": [INCUMBENT],
    "OP069": [INCUMBENT],
    "OP070": [INCUMBENT],
    "OP071": [INCUMBENT],
    "OP072": [("specialism", {"words": "offer:peer_support_advocacy"}, "For providers of advocacy.")],
    "OP079": [("led_by_and_for", {"words": "ethnic_minority"}, "Run by and within the communities.")],
    "OP080": [("award_to_turnover", {"permille": "500"},
               "Ask in a year no more than half of three-year average income, combined in a partnership."),
              ("consortium", {"words": "required"}, "With an NHS partner.")],
    "OP081": [("other", {}, "Has to benefit adults with severe mental illness and nobody else.")],
    "OP083": [("other", {}, "Schools may apply too; of statutory bodies nothing else is said.")],
    "OP084": [("other", {}, "Impact in several regions.")],
    "OP086": [("other", {}, "Only direct benefit to women and girls.")],
    "OP087": [("other", {}, "No schools or statutory bodies.")],
    "OP089": [INCUMBENT],
    "OP090": [("other", {}, "At most a quarter of income from central government.")],
    "OP091": [("other", {}, "An anti-racist body that takes, or plans, legal action.")],
    "OP092": [("other", {}, "Work on root causes and on changing the system.")],
    "OP095": [("led_by_and_for", {"words": "ethnic_minority;board", "permille": "750"},
               "At least 75% of directors or trustees from the communities served."),
              ("led_by_and_for", {"words": "ethnic_minority;staff", "permille": "500"},
               "At least 50% of staff from the communities served."),
              ("area", {"areas": ";".join([*ENGLAND_OUTSIDE_LONDON, "nation:W92000004"])},
               "Based, and mostly working, outside London."),
              ("other", {}, "A year's delivery to adults, and a majority of unrelated people in power.")],
    "OP096": [("consortium", {"words": "required"}, "An alliance of women's organisations."),
              ("other", {}, "A police and crime commissioner's office bids for the alliance.")],
    "OP097": [("other", {}, "Of statutory bodies, police and crime commissioners.")],
}

# Rows whose column `conditions` decides nothing about who may apply.
NO_CONDITION = {
    "OP003", "OP005", "OP007", "OP008", "OP009", "OP010", "OP011", "OP012", "OP019", "OP023", "OP026", "OP028", "OP030",
    "OP034", "OP035", "OP036", "OP037", "OP039", "OP041", "OP042", "OP043", "OP044", "OP045", "OP046", "OP047", "OP048",
    "OP049", "OP050", "OP052", "OP053", "OP060", "OP061", "OP062", "OP073", "OP074", "OP075", "OP076", "OP077", "OP078",
    "OP082", "OP085", "OP088", "OP093", "OP094",
}

# Limits of turnover that the row calls under, not up to: a penny less.
UNDER = {"OP021", "OP082", "OP091"}

# What the least and the most are of, where the row says it.
BASIS = {
    "OP002": "a_year",
    "OP003": "a_year",
    "OP015": "whole_award",
    "OP016": "a_year",
    "OP018": "whole_award",
    "OP021": "whole_award",
    "OP037": "a_year",
    "OP045": "lot",
    "OP046": "lot",
    "OP055": "whole_award",
    "OP056": "whole_award",
    "OP057": "whole_award",
    "OP058": "whole_award",
    "OP059": "whole_award",
    "OP080": "a_year",
    "OP090": "whole_award",
}

# The first day of the work, from the column `conditions` or from the table beside it.
STARTS = {
    "OP001": "2027-01-01",
    "OP012": "2026-04",
    "OP034": "2023-04",
    "OP038": "2027-03",  # P29
    "OP039": "2025-07-01",
    "OP041": "2026-07-01",
    "OP042": "2026-04",  # V038
    "OP043": "2027-04-01",
    "OP044": "2024-04-01",
    "OP045": "2023-07-01",
    "OP046": "2025-04-01",
    "OP047": "2022-08-01",  # P22
    "OP063": "2021-06-26",
    "OP068": "2025-04-01",
    "OP069": "2026-04-01",
    "OP070": "2025-07-15",
    "OP071": "2026-04-01",
    "OP072": "2021-11-08",
    "OP089": "2025-04-01",
}

# Areas of rows whose words say more, or less, than the codes beside them.
AREAS = {
    "OP042": ["police_force:E23000003", "police_force:E23000002"],
    "OP043": ["district:E08000026", "police_force:E23000017", "police_force:E23000016"],  # P19
    "OP059": ["district:E08000025", "district:E08000027", "district:E08000028", "district:E08000030", "district:E08000031"],
}

# Several lots in one row are the tender; a lot is a row of its own.
TENDERS_OF_LOTS = {"OP044", "OP045", "OP046", "OP072"}

# What an opening is a part of.
PART_OF = {"OP054": "ON09", "OP089": "OP046-2"}

# The row of another table that is led by, or tells of, the service that the opening let.
SERVICES = {
    "OP038": "procurement:P29",
    "OP039": "procurement:P27",
    "OP041": "voice_and_women:VW065",
    "OP042": "provision:V039",
    "OP043": "procurement:P19",
    "OP044": "procurement:P14",
    "OP045": "procurement:P20",
    "OP047": "procurement:P22",
    "OP049": "voice_and_women:VW042",
    "OP054": "voice_and_women:VW048",
    "OP062": "claims:CI065",
    "OP066": "voice_and_women:VW066",
    "OP068": "claims:CI075",
    "OP069": "claims:CI074",
    "OP070": "claims:CI073",
    "OP071": "claims:CI073",
    "OP072": "claims:CI076",
    "OP073": "voice_and_women:VW053",
    "OP088": "procurement:P15",
    "OP089": "procurement:P37",
    "OP096": "voice_and_women:VW113",
}
