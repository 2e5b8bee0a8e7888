//! Residents by what is on record for them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Count, Counted, Outcome, Value, Why};
use crate::atlas::Atlas;
use crate::closed::Stage;
use crate::coverage::{Answer, Question, Standing, State, answer, state_of_part};
use crate::facts::{Area, Coverage};
use crate::table::Ix;

/// Residents for whom an offer is live.
pub(super) fn with_offer(
    atlas: &Atlas,
    offer: &str,
    stage: Option<Stage>,
    area: Ix<Area>,
    day: NaiveDate,
) -> Value {
    let Some(question) = question(atlas, offer, stage, area, day) else {
        return Value::none(Why::NothingOnRecord);
    };
    let found = answer(atlas, &question);
    let mut people: BTreeMap<State, u64> = BTreeMap::new();
    for row in &found.shares {
        let Some(share) = row.share else {
            return Value::none(Why::PeopleNotKnown);
        };
        *people.entry(row.state).or_default() += share.part;
    }
    Value {
        counted: Counted {
            coverage: settling(&found),
            ..Counted::default()
        },
        ..by_state(people)
    }
}

/// The question about an offer for the people that it is meant for.
pub(super) fn question<'a>(
    atlas: &Atlas,
    offer: &str,
    stage: Option<Stage>,
    area: Ix<Area>,
    day: NaiveDate,
) -> Option<Question<'a>> {
    let offer = atlas.offers.find(offer)?;
    Some(Question {
        area,
        offer,
        cohort: atlas.meant_for(offer),
        day,
        among: None,
        stage,
    })
}

/// The records of an answer that say something of the day.
pub(super) fn settling(found: &Answer) -> Vec<Ix<Coverage>> {
    let settles = |standing: Standing| {
        !matches!(
            standing,
            Standing::Lead | Standing::Silent | Standing::Abandoned
        )
    };
    let records = found.explanation.records.iter();
    records
        .filter(|used| settles(used.reading.standing))
        .map(|used| used.record)
        .collect()
}

/// What counts by state make.
pub(super) fn by_state(counts: BTreeMap<State, u64>) -> Value {
    let of = |wanted: &[State]| -> u64 {
        let states = wanted.iter().filter_map(|state| counts.get(state));
        states.sum()
    };
    let whole: u64 = counts.values().sum::<u64>() - of(&[State::NotApplicable]);
    let outcome = if whole == 0 {
        Outcome::NotApplicable
    } else if whole == of(&[State::NotRecorded]) {
        Outcome::NotRecorded(Why::NothingOnRecord)
    } else {
        Outcome::Counted(Count {
            numerator: of(&[State::Commissioned]),
            denominator: Some(whole),
            unknown: of(&[State::Partial, State::Contested, State::NotRecorded]),
        })
    };
    Value {
        by_state: counts.into_iter().filter(|(_, count)| *count > 0).collect(),
        ..Value::of(outcome)
    }
}

/// Residents for whom each of several offers is live.
pub(super) fn with_all(atlas: &Atlas, offers: &[&str], area: Ix<Area>, day: NaiveDate) -> Value {
    let questions: Option<Vec<Question<'_>>> = offers
        .iter()
        .map(|offer| question(atlas, offer, None, area, day))
        .collect();
    let Some(questions) = questions else {
        return Value::none(Why::NothingOnRecord);
    };
    if atlas.people_of(area, day).is_none() {
        return Value::none(Why::PeopleNotKnown);
    }
    let answers: Vec<Answer> = questions.iter().map(|q| answer(atlas, q)).collect();
    let mut people: BTreeMap<State, u64> = BTreeMap::new();
    for member in atlas.parts_of(area, day) {
        let states = questions.iter().map(|question| {
            let offers = atlas.answering_for(question.offer);
            let exists = atlas
                .nation_of(member.part)
                .is_none_or(|nation| atlas.offers.get(question.offer).nations.contains(&nation));
            match state_of_part(atlas, question, &offers, member.part).state {
                State::NotRecorded if !exists => State::NotApplicable,
                state => state,
            }
        });
        *people.entry(all_of(states)).or_default() += atlas.people_in(member.part);
    }
    let mut coverage: Vec<Ix<Coverage>> = answers.iter().flat_map(settling).collect();
    coverage.sort();
    coverage.dedup();
    Value {
        counted: Counted {
            coverage,
            ..Counted::default()
        },
        ..by_state(people)
    }
}

/// Several offers together: what one of them is known to lack, all lack; else
/// what is not known of one is not known of all.
pub(super) fn all_of(states: impl Iterator<Item = State>) -> State {
    /// The first of these that one of the states is.
    const FIRST: &[State] = &[
        State::NotApplicable,
        State::Absent,
        State::Lapsed,
        State::Planned,
        State::Contested,
        State::NotRecorded,
        State::Partial,
    ];
    let states: Vec<State> = states.collect();
    FIRST
        .iter()
        .copied()
        .find(|state| states.contains(state))
        .unwrap_or(State::Commissioned)
}
