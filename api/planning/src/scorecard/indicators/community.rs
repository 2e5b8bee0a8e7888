use super::Indicator;
use crate::closed::AreaKind;
use crate::scorecard::Measure;
use crate::scorecard::measure::SpentOn;

const fn people(offer: &'static str) -> Measure {
    Measure::People { offer, stage: None }
}

const COURT_SITES: &str = "Which courts can make it, from when, and with which provider.";
const ASK_FOR_SITES: &str = "Ask the commissioner for the courts at which it can be made today, since when, the provider, and the places a year.";

pub(super) const INDICATORS: &[Indicator] = &[
    Indicator {
        code: "enhanced_combination_order",
        recommendation: "4.1",
        name: "People in areas with Enhanced Combination Orders",
        measure: people("enhanced_combination_order"),
        missing: "Nothing: the order does not exist in England or Wales.",
        request: "Ask the Ministry of Justice whether it is looked into.",
    },
    Indicator {
        code: "intensive_community_order",
        recommendation: "4.2",
        name: "People in areas with intensive community orders",
        measure: people("intensive_community_order"),
        missing: "Whether any area has one. Intensive supervision courts are something else.",
        request: "Ask HM Prison and Probation Service whether it is looked into, and where.",
    },
    Indicator {
        code: "cstr",
        recommendation: "4.3",
        name: "People in areas with any treatment requirement",
        measure: people("cstr"),
        missing: COURT_SITES,
        request: ASK_FOR_SITES,
    },
    Indicator {
        code: "mhtr",
        recommendation: "4.3",
        name: "People in areas with an MHTR of either tier, or of one not stated",
        measure: people("mhtr"),
        missing: COURT_SITES,
        request: ASK_FOR_SITES,
    },
    Indicator {
        code: "mhtr_primary_care",
        recommendation: "4.3",
        name: "People in areas with the MHTR in primary care",
        measure: people("mhtr_primary_care"),
        missing: COURT_SITES,
        request: "Ask the NHS England health and justice team of the region for the courts at which the primary care MHTR can be made today, since when, the provider, and the places a year.",
    },
    Indicator {
        code: "mhtr_secondary_care",
        recommendation: "4.3",
        name: "People in areas with the MHTR in secondary care",
        measure: people("mhtr_secondary_care"),
        missing: COURT_SITES,
        request: "Ask each integrated care board whether its secondary care teams take MHTRs, from which courts, and how many a year.",
    },
    Indicator {
        code: "mhtr_both_tiers",
        recommendation: "4.3",
        name: "People in areas with both tiers of the MHTR",
        measure: Measure::PeopleWithAll(&["mhtr_primary_care", "mhtr_secondary_care"]),
        missing: "The secondary care tier, nearly everywhere.",
        request: "Ask each integrated care board whether its secondary care teams take MHTRs, from which courts, and how many a year.",
    },
    Indicator {
        code: "drr",
        recommendation: "4.3",
        name: "People in areas with the Drug Rehabilitation Requirement",
        measure: people("drr"),
        missing: COURT_SITES,
        request: "Ask each council's public health team for its drug treatment provider and the courts that it serves.",
    },
    Indicator {
        code: "atr",
        recommendation: "4.3",
        name: "People in areas with the Alcohol Treatment Requirement",
        measure: people("atr"),
        missing: COURT_SITES,
        request: "Ask each council's public health team for its alcohol treatment provider and the courts that it serves.",
    },
    Indicator {
        code: "dual_diagnosis_order",
        recommendation: "4.4",
        name: "People in areas with dual diagnosis orders",
        measure: people("dual_diagnosis_order"),
        missing: "Where mental health and substance use treatment are joined in one order.",
        request: "Ask each council's public health team and integrated care board whether they have agreed to give both in one order, at which courts, and who leads.",
    },
    Indicator {
        code: "dual_diagnosis_spend",
        recommendation: "4.4",
        name: "Money committed to dual diagnosis",
        measure: Measure::Committed(SpentOn::Offers(&[
            "dual_diagnosis_order",
            "dual_diagnosis_worker",
            "integrated_mental_health_substance",
        ])),
        missing: "What is spent on people with both needs.",
        request: "Ask the finance teams of each council and integrated care board for what they commit a year to such services, and enter it as funding allocations.",
    },
    Indicator {
        code: "peer_mentoring",
        recommendation: "4.5",
        name: "People in areas with peer mentoring",
        measure: people("peer_mentoring"),
        missing: "Most schemes, their places, and whether peers are paid.",
        request: "Ask each probation region and prison for its peer mentoring schemes, who provides them, the places a year, and whether peers are paid.",
    },
    Indicator {
        code: "peer_mentoring_prisons",
        recommendation: "4.5",
        name: "Prisons with peer mentoring",
        measure: Measure::Places {
            offer: "peer_mentoring",
            kind: AreaKind::Prison,
            stage: None,
        },
        missing: "Which prisons have a scheme of their own.",
        request: "Ask the governor of each prison for its peer mentoring schemes and who provides them.",
    },
    Indicator {
        code: "vetting_days",
        recommendation: "4.5",
        name: "Days that vetting takes for people with lived experience",
        measure: Measure::NotHeld,
        missing: "Days from application to decision by prison and probation region, and how many are refused.",
        request: "Ask HM Prison and Probation Service for applications by people with convictions, the median days to a decision, and refusals, by prison and region for one year.",
    },
    Indicator {
        code: "psychologists_in_community_section",
        recommendation: "4.6",
        name: "Psychologists for every hundred people in prison (as 3.2)",
        measure: Measure::NotHeld,
        missing: "As for `psychologists_per_prison`.",
        request: "As for `psychologists_per_prison`.",
    },
    Indicator {
        code: "dual_diagnosis_worker",
        recommendation: "4.7",
        name: "People in areas with a dual diagnosis worker in a mental health service",
        measure: people("dual_diagnosis_worker"),
        missing: "Which mental health services have one.",
        request: "Ask each mental health trust for dual diagnosis posts by team, filled and vacant, and who pays.",
    },
    Indicator {
        code: "crs_mental_health_liaison_worker",
        recommendation: "4.8",
        name: "People in areas with a mental health liaison worker in CRS",
        measure: people("crs_mental_health_liaison_worker"),
        missing: "Whether the contracts from March 2027 include the role.",
        request: "Ask the Ministry of Justice whether the specification of the next CRS contracts includes the role, in which regions.",
    },
];
