use super::Indicator;
use crate::closed::{AreaKind, Stage};
use crate::scorecard::Measure;

pub(super) const INDICATORS: &[Indicator] = &[
    Indicator {
        code: "mental_health_court",
        recommendation: "2.1",
        name: "Courts with a mental health court",
        measure: Measure::Places {
            offer: "mental_health_court",
            kind: AreaKind::Court,
            stage: None,
        },
        missing: "Whether any court sets sittings apart for defendants with mental health need.",
        request: "Ask HM Courts & Tribunals Service which courts hold such sittings, how often, and since when.",
    },
    Indicator {
        code: "pre_sentence_reports",
        recommendation: "2.2",
        name: "Pre-sentence reports made with voluntary organisations",
        measure: Measure::NotHeld,
        missing: "Reports by court and kind, how many rest on a mental health assessment, and how many a voluntary organisation had a part in.",
        request: "Ask HM Prison and Probation Service for pre-sentence reports a year by court and kind, with those that include a mental health assessment and those made with a voluntary organisation.",
    },
    Indicator {
        code: "custody_suite_key_worker",
        recommendation: "2.3",
        name: "People in areas with a specialist key worker in police custody",
        measure: Measure::People {
            offer: "custody_court_key_worker",
            stage: Some(Stage::PoliceCustody),
        },
        missing: "Which custody suites have one and at what hours. The register holds no list of custody suites.",
        request: "Ask each police force for its custody suites, the key workers in each, their hours, and who pays.",
    },
    Indicator {
        code: "court_key_worker",
        recommendation: "2.3",
        name: "Courts with a specialist key worker",
        measure: Measure::Places {
            offer: "custody_court_key_worker",
            kind: AreaKind::Court,
            stage: Some(Stage::Court),
        },
        missing: "Which courts have one, and on which days.",
        request: "Ask each police and crime commissioner and NHS England region for the courts where key workers sit, and on which days.",
    },
    Indicator {
        code: "treatment_requirement_link_worker",
        recommendation: "2.4",
        name: "Courts with a treatment requirement link worker",
        measure: Measure::Places {
            offer: "treatment_requirement_link_worker",
            kind: AreaKind::Court,
            stage: None,
        },
        missing: "Which courts have one, and whether they begin before sentence.",
        request: "Ask the provider of treatment requirements at each court for its link worker posts, and at what point they begin.",
    },
    Indicator {
        code: "link_worker",
        recommendation: "2.4",
        name: "People in areas with a link worker of any kind",
        measure: Measure::People {
            offer: "link_worker",
            stage: None,
        },
        missing: "Whether they begin before sentence and work with treatment requirements: a link worker is not one for those unless the source says so.",
        request: "Ask each provider of link workers at which courts they work, from which point, and whether with treatment requirements.",
    },
];
