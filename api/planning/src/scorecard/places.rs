//! Prisons and courts by what is on record for them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::people::{by_state, question, settling};
use super::{Counted, Outcome, Value, Why};
use crate::atlas::Atlas;
use crate::closed::{AreaKind, Stage};
use crate::coverage::{Question, State, answer};
use crate::facts::{Area, Coverage};
use crate::standard::places_in;
use crate::table::Ix;

/// Prisons or courts of the area that have an offer.
pub(super) fn with_offer(
    atlas: &Atlas,
    (offer, stage): (&str, Option<Stage>),
    kind: AreaKind,
    area: Ix<Area>,
    day: NaiveDate,
) -> Value {
    let Some(question) = question(atlas, offer, stage, area, day) else {
        return Value::none(Why::NothingOnRecord);
    };
    let mut count: BTreeMap<State, u64> = BTreeMap::new();
    let mut coverage: Vec<Ix<Coverage>> = Vec::new();
    for place in places_in(atlas, area, &[kind], day) {
        let found = answer(
            atlas,
            &Question {
                area: place,
                ..question
            },
        );
        *count.entry(found.state).or_default() += 1;
        coverage.extend(settling(&found));
    }
    let mut value = by_state(count);
    if value.outcome == Outcome::NotRecorded(Why::NothingOnRecord) {
        let around = settling(&answer(atlas, &question));
        if !around.is_empty() {
            value.outcome = Outcome::NotRecorded(Why::NotByPlace);
        }
        coverage = around;
    }
    coverage.sort();
    coverage.dedup();
    value.counted = Counted {
        coverage,
        ..Counted::default()
    };
    value
}
