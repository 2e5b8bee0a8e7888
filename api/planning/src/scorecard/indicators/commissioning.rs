use super::Indicator;
use crate::scorecard::Measure;
use crate::scorecard::measure::SpentOn;

pub(super) const INDICATORS: &[Indicator] = &[
    Indicator {
        code: "dual_diagnosis_pools",
        recommendation: "6.1",
        name: "Pooled budgets for dual diagnosis",
        measure: Measure::Pools(&[
            "dual_diagnosis_order",
            "dual_diagnosis_worker",
            "integrated_mental_health_substance",
        ]),
        missing: "Which partners plan money for both needs together.",
        request: "Ask each council and integrated care board for its agreements on dual diagnosis: legal form, host, members, contributions and dates.",
    },
    Indicator {
        code: "integrated_mental_health_substance",
        recommendation: "6.1",
        name: "People in areas with one service for mental health, trauma and substance use",
        measure: Measure::People {
            offer: "integrated_mental_health_substance",
            stage: None,
        },
        missing: "Where one service treats both. Two services that refer to each other are not one.",
        request: "Ask each council and integrated care board whether one service treats mental health and substance use together, and whether it takes people on probation.",
    },
    Indicator {
        code: "culturally_informed",
        recommendation: "6.2",
        name: "Communities with a culturally informed service, as claimed",
        measure: Measure::Communities(&[]),
        missing: "Whether what is claimed has been checked, and services nobody has claimed.",
        request: "Ask each commissioner for the services that it funds for racially minoritised people, who provides them, and where.",
    },
    Indicator {
        code: "led_by_and_for",
        recommendation: "6.2",
        name: "Communities with a service led by and for them, as claimed",
        measure: Measure::Communities(&["led_by_and_for"]),
        missing: "Whether the organisations' boards and staff have been asked, and services nobody has claimed.",
        request: "Ask each provider whether most of its board and senior staff come from the community that it serves, and since when.",
    },
    Indicator {
        code: "led_by_and_for_spend",
        recommendation: "6.2",
        name: "Money committed to services led by and for a community",
        measure: Measure::Committed(SpentOn::Claims("led_by_and_for")),
        missing: "What commissioners pay such organisations.",
        request: "Ask each commissioner for what it commits a year to organisations led by and for racially minoritised people, and enter it as funding allocations.",
    },
    Indicator {
        code: "womens_centre_practitioner",
        recommendation: "6.3",
        name: "People in areas with a mental health practitioner in a women's centre",
        measure: Measure::People {
            offer: "womens_centre_practitioner",
            stage: None,
        },
        missing: "Which centres have one who treats, and not only refers on.",
        request: "Ask each women's centre for its mental health practitioners, what they do, for how many women a year, who pays and until when.",
    },
    Indicator {
        code: "womens_centres_with_practitioner",
        recommendation: "6.3",
        name: "Women's centres with a mental health practitioner",
        measure: Measure::ServicesWith {
            offer: "womens_centre",
            also: "womens_centre_practitioner",
        },
        missing: "Which centres have one who treats, and not only refers on.",
        request: "Ask each women's centre for its mental health practitioners, what they do, for how many women a year, who pays and until when.",
    },
    Indicator {
        code: "co_production",
        recommendation: "6.4",
        name: "Services designed with people with lived experience",
        measure: Measure::NotHeld,
        missing: "Whether people who have used services had a part in the design of each one, and at which steps.",
        request: "Ask each commissioner, for every service let in the last two years, at which steps people with lived experience took part, how many, and whether they were paid.",
    },
    Indicator {
        code: "lived_experience_group",
        recommendation: "6.5",
        name: "People in areas with a lived experience group or council",
        measure: Measure::People {
            offer: "lived_experience_group",
            stage: None,
        },
        missing: "Which councils advise on the pathway, whom, and what became of their advice.",
        request: "Ask each integrated care board and police and crime commissioner for its lived experience council on justice and mental health, its budget, and its decisions.",
    },
];
