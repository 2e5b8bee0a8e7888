use super::Indicator;
use crate::closed::AreaKind;
use crate::scorecard::Measure;

pub(super) const INDICATORS: &[Indicator] = &[
    Indicator {
        code: "care_navigator",
        recommendation: "3.1",
        name: "Prisons with a care navigator",
        measure: Measure::Places {
            offer: "care_navigator",
            kind: AreaKind::Prison,
            stage: None,
        },
        missing: "Which prisons have one, how many, and which prisons are resettlement prisons: all prisons are counted here.",
        request: "Ask HM Prison and Probation Service for the list of resettlement prisons, and the health provider of each for its care navigator posts and who employs them.",
    },
    Indicator {
        code: "care_navigator_voluntary",
        recommendation: "3.1",
        name: "Care navigator services that a voluntary organisation provides",
        measure: Measure::VoluntaryProviders("care_navigator"),
        missing: "Who employs the navigators, and who pays.",
        request: "Ask the health provider of each prison who employs its care navigators and under which contract or grant.",
    },
    Indicator {
        code: "prison_psychology",
        recommendation: "3.2",
        name: "Prisons with a psychologist on record",
        measure: Measure::Places {
            offer: "prison_psychology",
            kind: AreaKind::Prison,
            stage: None,
        },
        missing: "Which prisons have one.",
        request: "Ask HM Prison and Probation Service and the health provider of each prison for the psychologists who work there.",
    },
    Indicator {
        code: "psychologists_per_prison",
        recommendation: "3.2",
        name: "Psychologists for every hundred people in prison",
        measure: Measure::NotHeld,
        missing: "Posts in full-time equivalents by prison, filled and vacant, and the population of each prison on the same day.",
        request: "Ask HM Prison and Probation Service and NHS England for psychologist posts in full-time equivalents by prison, filled and vacant, on one named day, with the population of that day.",
    },
    Indicator {
        code: "departure_lounge",
        recommendation: "3.3",
        name: "Prisons with a departure lounge",
        measure: Measure::Places {
            offer: "departure_lounge",
            kind: AreaKind::Prison,
            stage: None,
        },
        missing: "Which prisons have one, which services meet people there, and how many people are released there a month.",
        request: "Ask the governor of each prison whether it has a departure lounge, which services are in it, and how many people pass through a month.",
    },
    Indicator {
        code: "continuity_through_recall",
        recommendation: "3.4",
        name: "People in areas where treatment is kept open through recall",
        measure: Measure::People {
            offer: "continuity_through_recall",
            stage: None,
        },
        missing: "Whether contracts let a treatment be kept open, and who has agreed it.",
        request: "Ask the commissioners of each prison's health care and of community treatment whether their contracts keep treatment open when somebody is recalled, and for how long.",
    },
    Indicator {
        code: "mhtr_register",
        recommendation: "3.5",
        name: "A register of people with mental health treatment requirements",
        measure: Measure::NotHeld,
        missing: "Whether there is one. It would hold personal data, which this register never does.",
        request: "Ask the Ministry of Justice and NHS England whether such a register exists or is planned, who may read it, and how many people are assessed anew after recall.",
    },
];
