use super::Indicator;
use crate::scorecard::Measure;
use crate::scorecard::measure::SpentOn;

pub(super) const INDICATORS: &[Indicator] = &[
    Indicator {
        code: "early_intervention",
        recommendation: "1.1",
        name: "People with early intervention on record",
        measure: Measure::People {
            offer: "early_intervention",
            stage: None,
        },
        missing: "Which councils, boards and commissioners fund help before arrest, where, and since when.",
        request: "Ask each council, integrated care board and police and crime commissioner which services for people at risk of arrest because of their mental health it funds, with their dates.",
    },
    Indicator {
        code: "early_intervention_spend",
        recommendation: "1.1",
        name: "Money committed to early intervention",
        measure: Measure::Committed(SpentOn::Offers(&["early_intervention"])),
        missing: "What is spent before arrest, and what after it.",
        request: "Ask the finance team of each commissioner for what it commits a year to each service, and enter it as funding allocations.",
    },
    Indicator {
        code: "out_of_court_disposal",
        recommendation: "1.2",
        name: "People in areas with an out-of-court disposal that carries help",
        measure: Measure::People {
            offer: "out_of_court_disposal",
            stage: None,
        },
        missing: "Which forces attach an intervention to a caution or resolution. What the minimum is has been set by nobody.",
        request: "Ask each police force for the interventions that its conditional cautions and resolutions can carry, who provides them, and which are open to people with mental health need.",
    },
    Indicator {
        code: "out_of_court_disposal_voluntary",
        recommendation: "1.2",
        name: "Such disposals whose help a voluntary organisation gives",
        measure: Measure::VoluntaryProviders("out_of_court_disposal"),
        missing: "Who gives the intervention, and whether there is a written route to them.",
        request: "Ask each police force for the providers to which officers can refer with a disposal, and for the agreed route.",
    },
    Indicator {
        code: "social_prescribing",
        recommendation: "1.3",
        name: "People with social prescribing on record",
        measure: Measure::People {
            offer: "social_prescribing",
            stage: None,
        },
        missing: "Where link workers are, and whether they take people in contact with the justice system or without a general practice.",
        request: "Ask each integrated care board for its primary care networks with link workers, and whether people on probation or leaving prison are accepted.",
    },
];
