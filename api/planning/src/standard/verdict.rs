//! Whether a line is met in an area.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::closed::AreaKind;
use crate::coverage::{Answer, Question, State, answer, word_for};
use crate::facts::{Area, Offer};
use crate::table::Ix;

/// Whether an area meets a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// On record as live for everybody asked about.
    Met,
    /// Live for a part of the area, of its places or of the cohort.
    PartlyMet,
    /// Records disagree.
    Contested,
    /// A record says that there is none, or the last one has ended.
    NotMet,
    /// Contracted or announced, not begun.
    Planned,
    /// No record speaks of it: a question, never a failure.
    NotRecorded,
    /// The offer does not exist in that nation, or the area has no place for
    /// it.
    NotApplicable,
}

impl Verdict {
    /// Every verdict, in order.
    pub const ALL: &'static [Self] = &[
        Self::Met,
        Self::PartlyMet,
        Self::Contested,
        Self::NotMet,
        Self::Planned,
        Self::NotRecorded,
        Self::NotApplicable,
    ];

    /// The verdict on what is in a state.
    pub const fn on(state: State) -> Self {
        match state {
            State::Commissioned => Self::Met,
            State::Partial => Self::PartlyMet,
            State::Contested => Self::Contested,
            State::Absent | State::Lapsed => Self::NotMet,
            State::Planned => Self::Planned,
            State::NotRecorded => Self::NotRecorded,
            State::NotApplicable => Self::NotApplicable,
        }
    }
}

/// What a verdict counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The people of the area.
    People,
    /// The prisons or courts of the area, since the offer belongs to one.
    Places,
    /// Records of the area as a whole, where none speaks of a single prison or
    /// court of it.
    AreaRecords,
    /// The area has no prison or court to which the offer could belong.
    NoPlace,
}

/// One prison or court held against a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceVerdict {
    /// The place.
    pub place: Ix<Area>,
    /// Whether it meets the line.
    pub verdict: Verdict,
    /// The answer for it.
    pub answer: Answer,
}

/// The kinds of place to which an offer belongs; empty where it is
/// commissioned for areas.
pub fn place_kinds(atlas: &Atlas, offer: Ix<Offer>) -> &[AreaKind] {
    let kinds = &atlas.offers.get(offer).geography;
    if kinds.iter().all(|kind| kind.is_place()) {
        kinds
    } else {
        &[]
    }
}

/// Every prison or court of the area to which the offer could belong; `None`
/// where it is commissioned for areas, or the area is such a place itself.
pub(super) fn of_places(atlas: &Atlas, question: &Question<'_>) -> Option<Vec<PlaceVerdict>> {
    let kinds = place_kinds(atlas, question.offer);
    let own = atlas.areas.get(question.area).kind;
    if kinds.is_empty() || kinds.contains(&own) {
        return None;
    }
    Some(
        places_in(atlas, question.area, kinds, question.day)
            .into_iter()
            .map(|place| {
                let area = place;
                let answer = answer(atlas, &Question { area, ..*question });
                PlaceVerdict {
                    place,
                    verdict: Verdict::on(answer.state),
                    answer,
                }
            })
            .collect(),
    )
}

/// The places of some kinds that lie in an area and exist on a day, by id.
pub(crate) fn places_in(
    atlas: &Atlas,
    area: Ix<Area>,
    kinds: &[AreaKind],
    day: NaiveDate,
) -> Vec<Ix<Area>> {
    let mut places: Vec<Ix<Area>> = atlas.places_within(area, day).collect();
    places.retain(|place| {
        let row = atlas.areas.get(*place);
        kinds.contains(&row.kind) && row.exists_on(day)
    });
    places
}

/// The verdict on an area: of its people, or of its prisons or courts where
/// the offer belongs to those.
pub(super) fn of_area(found: &Answer, places: Option<&[PlaceVerdict]>) -> (Verdict, Basis) {
    let Some(places) = places else {
        return (Verdict::on(found.state), Basis::People);
    };
    let exists = found.state != State::NotApplicable;
    if places.is_empty() || !exists {
        return (
            Verdict::NotApplicable,
            if exists {
                Basis::NoPlace
            } else {
                Basis::People
            },
        );
    }
    let mut count: BTreeMap<State, u64> = BTreeMap::new();
    for place in places {
        *count.entry(place.answer.state).or_default() += 1;
    }
    let word = word_for(&count);
    let nothing_of_places = count.keys().all(|state| *state == State::NotRecorded);
    // Which of its prisons a service of the whole area reaches is not on record.
    match found.state {
        _ if !nothing_of_places => (Verdict::on(word), Basis::Places),
        State::NotRecorded => (Verdict::NotRecorded, Basis::Places),
        State::Commissioned => (Verdict::PartlyMet, Basis::AreaRecords),
        state => (Verdict::on(state), Basis::AreaRecords),
    }
}

/// Whether some of what was asked about is not settled by any record.
pub(super) fn is_silent(found: &Answer, places: &[PlaceVerdict]) -> bool {
    let unsettled = |state: State| {
        matches!(
            state,
            State::NotRecorded | State::Contested | State::Planned | State::Partial
        )
    };
    if places.is_empty() {
        found.shares.is_empty() || found.shares.iter().any(|share| unsettled(share.state))
    } else {
        places.iter().any(|place| unsettled(place.answer.state))
    }
}
