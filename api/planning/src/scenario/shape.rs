//! Which fields each kind of step needs, may have and has no use for.

use super::problem::{StepFault, StepProblem};
use crate::closed::StepKind;
use crate::facts::ScenarioStep;

/// The fields of steps, as inputs name them.
pub(super) mod field {
    pub const SERVICE: &str = "service";
    pub const OFFER: &str = "offer";
    pub const AREA: &str = "area";
    pub const TO_AREA: &str = "toArea";
    pub const COHORT: &str = "cohort";
    pub const STREAM: &str = "stream";
    pub const TO_STREAM: &str = "toStream";
    pub const POOL: &str = "pool";
    pub const SUCCESSION: &str = "succession";
    pub const STARTS_ON: &str = "startsOn";
    pub const ENDS_ON: &str = "endsOn";
    pub const AMOUNT: &str = "amount";
    pub const PLACES: &str = "places";
    pub const PEOPLE: &str = "people";
}

/// The fields that a kind of step needs, and those that it may have.
const fn fields_of(kind: StepKind) -> (&'static [&'static str], &'static [&'static str]) {
    use field::{
        AMOUNT, AREA, COHORT, ENDS_ON, OFFER, PEOPLE, PLACES, POOL, SERVICE, STARTS_ON, STREAM,
        SUCCESSION, TO_AREA, TO_STREAM,
    };
    match kind {
        StepKind::AddService => (
            &[OFFER, AREA, STARTS_ON],
            &[SERVICE, COHORT, STREAM, POOL, ENDS_ON, AMOUNT, PLACES],
        ),
        StepKind::EndService => (&[SERVICE, ENDS_ON], &[]),
        StepKind::MoveService => (&[SERVICE, TO_AREA, STARTS_ON], &[AREA]),
        StepKind::ResizeService => (&[SERVICE, STARTS_ON], &[AMOUNT, PLACES]),
        StepKind::ChangeNeed => (&[AREA, OFFER, PEOPLE], &[COHORT]),
        StepKind::MoveMoney => (&[STREAM, AMOUNT], &[TO_STREAM, SERVICE, STARTS_ON, ENDS_ON]),
        StepKind::PoolMoney | StepKind::UnpoolMoney => {
            (&[STREAM, POOL, AMOUNT], &[STARTS_ON, ENDS_ON])
        }
        StepKind::BringForward => (&[STARTS_ON], &[SUCCESSION, AREA, TO_AREA]),
    }
}

/// Whether each field is given.
fn given(step: &ScenarioStep) -> [(&'static str, bool); 14] {
    [
        (field::SERVICE, step.service.is_some()),
        (field::OFFER, step.offer.is_some()),
        (field::AREA, step.area.is_some()),
        (field::TO_AREA, step.to_area.is_some()),
        (field::COHORT, step.cohort.is_some()),
        (field::STREAM, step.stream.is_some()),
        (field::TO_STREAM, step.to_stream.is_some()),
        (field::POOL, step.pool.is_some()),
        (field::SUCCESSION, step.succession.is_some()),
        (field::STARTS_ON, step.starts_on.is_some()),
        (field::ENDS_ON, step.ends_on.is_some()),
        (field::AMOUNT, step.amount_pence.is_some()),
        (field::PLACES, step.places.is_some()),
        (field::PEOPLE, step.people.is_some()),
    ]
}

/// What is wrong with a step whatever the register says: fields that its kind
/// needs and lacks, or has no use for.
pub fn misshapen(step: &ScenarioStep) -> Vec<StepProblem> {
    let (needed, allowed) = fields_of(step.kind);
    let word = step.kind.code().to_uppercase();
    let mut problems = Vec::new();
    let mut tell = |field, fault, message: String| {
        problems.push(StepProblem::new(step, field, fault, message));
    };
    for (name, is_given) in given(step) {
        if needed.contains(&name) {
            if !is_given {
                let message = format!("{word} needs {}", needed.join(", "));
                tell(name, StepFault::Required, message);
            }
        } else if is_given && !allowed.contains(&name) {
            let known: Vec<&str> = needed.iter().chain(allowed).copied().collect();
            let message = format!("{word} has no use for it: give {}", known.join(", "));
            tell(name, StepFault::Mismatch, message);
        }
    }
    for (name, fault, message) in together(step) {
        tell(name, fault, message.to_owned());
    }
    let turned = step
        .starts_on
        .zip(step.ends_on)
        .is_some_and(|(from, to)| to.last() < from.first());
    if turned {
        let message = "it lies before startsOn".to_owned();
        tell(field::ENDS_ON, StepFault::OutOfRange, message);
    }
    if step.amount_pence.is_some_and(|pence| pence < 0) {
        let message = "it is less than nothing: give pounds from 0".to_owned();
        tell(field::AMOUNT, StepFault::OutOfRange, message);
    }
    problems
}

/// What fields ask of each other.
fn together(step: &ScenarioStep) -> Vec<(&'static str, StepFault, &'static str)> {
    let mut found = Vec::new();
    let mut tell = |field, fault, message| found.push((field, fault, message));
    let both = "give one of the two, not both";
    match step.kind {
        StepKind::AddService => {
            let paid = step.stream.is_some() || step.pool.is_some();
            if step.stream.is_some() && step.pool.is_some() {
                tell(field::POOL, StepFault::Mismatch, both);
            }
            if paid && step.amount_pence.is_none() {
                let message = "say how much a year the stream or pooled budget pays";
                tell(field::AMOUNT, StepFault::Required, message);
            }
        }
        StepKind::ResizeService if step.amount_pence.is_none() && step.places.is_none() => {
            let message = "give the amount a year, the places, or both";
            tell(field::AMOUNT, StepFault::Required, message);
        }
        StepKind::MoveMoney => match (&step.to_stream, &step.service) {
            (Some(_), Some(_)) => tell(field::TO_STREAM, StepFault::Mismatch, both),
            (None, None) => {
                let message = "say where it goes: a stream (toStream) or a service";
                tell(field::TO_STREAM, StepFault::Required, message);
            }
            _ => {}
        },
        StepKind::BringForward => {
            let of_areas = step.area.is_some() || step.to_area.is_some();
            match (step.succession.is_some(), of_areas) {
                (true, true) => tell(field::AREA, StepFault::Mismatch, both),
                (false, false) => {
                    let message = "name the reform: succession, or area and toArea for one \
                                   area that follows another";
                    tell(field::SUCCESSION, StepFault::Required, message);
                }
                (false, true) if step.area.is_none() => {
                    let message = "name the area that is followed";
                    tell(field::AREA, StepFault::Required, message);
                }
                (false, true) if step.to_area.is_none() => {
                    let message = "name the area that follows";
                    tell(field::TO_AREA, StepFault::Required, message);
                }
                _ => {}
            }
        }
        _ => {}
    }
    found
}
