"""Where the reference tables come from: one row per dataset, with its licence."""

import pathlib

import common

HEADER = ["id", "title", "publisher", "url", "licence", "vintage", "note"]

OGL = "Open Government Licence v3.0"
MIT = "MIT"

ROWS = [
    ["census-2021-ethnic-group", "Census 2021 ethnic group by lower-layer super output area and by district",
     "Office for National Statistics, packaged by humaniverse", "https://github.com/humaniverse/demographr",
     OGL, "2021-03-21", "Package MIT. 19 groups for the districts of 2021; residents by small area for the rest."],
    ["census-2021-police-force-areas", "Census 2021 residents by police force area, all ages and 20 and over",
     "Office for National Statistics, packaged by humaniverse", "https://github.com/humaniverse/demographr",
     OGL, "2021-03-21", "Package MIT. All ages agree with the sum of districts in its age and sex table."],
    ["court-register", "Court register", "Ministry of Justice", "https://github.com/ministryofjustice/court-register",
     f"{MIT} (Crown copyright)", "2023",
     "A snapshot of 2023 with rows of 2020 and 2021; closed courts are among them."],
    ["former-districts", "Local authority districts 2016 to 2024, year by year",
     "Office for National Statistics, packaged by humaniverse", "https://github.com/humaniverse/geographr",
     OGL, "2024", "Package MIT. A district that was recoded or merged between two lists changed on 1 April."],
    ["health-boards", "Local health boards and their codes", "Royal College of Paediatrics and Child Health",
     "https://github.com/rcpch/rcpch-nhs-organisations", f"{MIT}; {OGL}", "2024", ""],
    ["icb-2026", "Integrated care boards from 1 April 2026 and NHS England regions",
     "NHS England, packaged by ajdench", "https://github.com/ajdench/dmsGIS", OGL, "2026-04",
     "The repository states no licence of its own."],
    ["icb-succession-2026", "What became of the integrated care boards on 1 April 2026",
     "NHS Organisation Data Service, tabled by the Royal College of Paediatrics and Child Health",
     "https://github.com/rcpch/rcpch-nhs-organisations", f"{MIT}; {OGL}", "2026-04-01",
     "What the source calls an acquisition is an enlargement here."],
    ["local-authority-names", "UK local authorities, past and current", "mySociety",
     "https://github.com/mysociety/uk_local_authority_names_and_codes", "CC-BY-4.0", "2025-07",
     "Version 1.6.1: other names, former codes, former counties and their successors."],
    ["nhs-regions", "NHS England regions", "Royal College of Paediatrics and Child Health",
     "https://github.com/rcpch/rcpch-nhs-organisations", f"{MIT}; {OGL}", "2024", ""],
    ["ons-lookups-2024", "Lookups from small areas to districts, integrated care boards, health boards and police forces",
     "Office for National Statistics, packaged by humaniverse", "https://github.com/humaniverse/geographr",
     OGL, "2024-04", "Package MIT. Parts of districts are sums of lower-layer super output areas."],
    ["population-mid-2022", "Mid-2022 population estimates by district",
     "Office for National Statistics, packaged by jnebe", "https://github.com/jnebe/travel_data",
     OGL, "2022-06-30", "The repository states no licence of its own; the totals are the published ones."],
    ["police-and-crime-commissioners", "Police and crime commissioner areas and probation region letters",
     "Ministry of Justice", "https://github.com/ministryofjustice/hmpps-interventions-service",
     f"{MIT} (Crown copyright)", "2023", ""],
    ["prison-register", "Prison register", "Ministry of Justice",
     "https://github.com/ministryofjustice/prison-register", f"{MIT} (Crown copyright)", "2024",
     "Test rows are left out; the police force was added by hand from the address."],
    ["probation-delivery-units", "Probation regions and probation delivery units",
     "Ministry of Justice", "https://github.com/ministryofjustice/hmpps-approved-premises-api",
     f"{MIT} (Crown copyright)", "2025-10", "Names keep the spelling of the source; national units are left out."],
    ["register-reading", "Districts of delivery units, and where prisons and courts lie", "Throughcare",
     "", MIT, "2025", "Read from the names of the units and from towns and counties; each row names its rule."],
]


def tables(source: pathlib.Path) -> common.Tables:
    """The sources; they are written here and read from nowhere."""
    return {"reference/sources.csv": common.table(HEADER, ROWS)}
