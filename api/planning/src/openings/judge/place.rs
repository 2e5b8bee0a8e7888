//! Conditions on where.

use crate::facts::{Area, OpeningCondition};
use crate::openings::overlap::{Overlap, Reached, overlap};
use crate::table::Ix;

use super::{Found, Question, UNCODED, words};

/// A word of a condition that means: a part of its areas alone.
const NARROWER: &str = "narrower";

/// Whether the organisation works where the opening is.
pub(super) fn of_opening(question: &Question<'_>) -> Option<Found> {
    let areas = found(question, &question.opening.areas);
    if areas.is_empty() {
        return None;
    }
    let common = match common(question, &areas) {
        Ok(common) => common,
        Err(silent) => return Some(silent),
    };
    let made = match common.reached {
        Reached::Yes => Found::met(format!(
            "It is for {}, where the organisation works.",
            named(question, &areas)
        )),
        Reached::Unknown => undecided(question, &areas),
        Reached::No => Found::not_met(format!(
            "It is for {}, where the organisation does not work.",
            named(question, &areas)
        )),
    };
    Some(with(made, common))
}

/// Whether it is or works where a condition asks. Of areas that the register
/// holds only nearly, it is known that the organisation is outside (`narrower`),
/// or that it is inside (`uncoded`), never both.
pub(super) fn of_condition(question: &Question<'_>, row: &OpeningCondition) -> Found {
    let areas = found(question, &row.areas);
    if areas.is_empty() {
        return super::unreadable(row);
    }
    let common = match common(question, &areas) {
        Ok(common) => common,
        Err(silent) => return silent,
    };
    let says = |word: &str| words(row).any(|known| known == word);
    let made = match common.reached {
        Reached::Yes if says(NARROWER) => Found::profile_silent(format!(
            "A part of {} alone is meant, so read it: {}",
            named(question, &areas),
            row.statement
        )),
        Reached::Yes => Found::met(row.statement.clone()),
        Reached::No if says(UNCODED) => Found::profile_silent(format!(
            "More than {} is meant, so read it: {}",
            named(question, &areas),
            row.statement
        )),
        Reached::Unknown => undecided(question, &areas),
        Reached::No => Found::not_met(format!(
            "The organisation does not work there. {}",
            row.statement
        )),
    };
    with(made, common)
}

fn with(found: Found, common: Overlap) -> Found {
    Found {
        overlap: Some(common),
        ..found
    }
}

fn undecided(question: &Question<'_>, areas: &[Ix<Area>]) -> Found {
    Found::profile_silent(format!(
        "Whether the organisation works in {} cannot be told: nobody publishes how a district is split, or no rule \
         says where the place lies.",
        named(question, areas)
    ))
}

fn common(question: &Question<'_>, areas: &[Ix<Area>]) -> Result<Overlap, Found> {
    let ours = question.profile.areas.as_ref();
    match ours.filter(|ours| !ours.is_empty()) {
        Some(ours) => Ok(overlap(question.atlas, areas, ours, question.day)),
        None => Err(Found::profile_silent(
            "The profile does not say where the organisation works.",
        )),
    }
}

fn found(question: &Question<'_>, ids: &[String]) -> Vec<Ix<Area>> {
    let areas = &question.atlas.areas;
    ids.iter().filter_map(|id| areas.find(id)).collect()
}

/// The names of a few areas, the number of many.
fn named(question: &Question<'_>, areas: &[Ix<Area>]) -> String {
    let names: Vec<&str> = areas
        .iter()
        .map(|ix| question.atlas.areas.get(*ix).name.as_str())
        .collect();
    match names.as_slice() {
        [one] => (*one).to_owned(),
        few if few.len() <= 4 => format!("any of {}", few.join("; ")),
        many => format!("any of {} areas", many.len()),
    }
}
