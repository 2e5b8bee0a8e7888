use super::Indicator;
use crate::scorecard::Measure;

pub(super) const INDICATORS: &[Indicator] = &[
    Indicator {
        code: "minimum_offers",
        recommendation: "5.1",
        name: "Minimum offers on record",
        measure: Measure::Standards,
        missing: "A guidance that a government department or NHS England has issued.",
        request: "Ask the Ministry of Justice and NHS England whether guidance on a minimum is issued or planned, and by when services are to work by it.",
    },
    Indicator {
        code: "mhtr_practitioner_training",
        recommendation: "5.2",
        name: "MHTR practitioners with culturally informed training",
        measure: Measure::NotHeld,
        missing: "Practitioners by provider, those trained, and whether people with lived experience had a part in making and giving the training.",
        request: "Ask each MHTR provider for its practitioners, how many have had culturally informed training in the last two years, and who made and gave it.",
    },
    Indicator {
        code: "accredited_training",
        recommendation: "5.3",
        name: "Staff of voluntary organisations with accredited training paid for them",
        measure: Measure::NotHeld,
        missing: "Staff, those with an accredited course, and who paid.",
        request: "Ask each voluntary provider for its staff in this work, how many took an accredited clinical or therapeutic course last year, and what its commissioner paid of the cost.",
    },
    Indicator {
        code: "probation_training",
        recommendation: "5.4",
        name: "Probation officers trained in mental health",
        measure: Measure::NotHeld,
        missing: "Officers by delivery unit, and those trained.",
        request: "Ask each probation region for its officers by delivery unit, and how many have had training in mental health in the last two years.",
    },
];
