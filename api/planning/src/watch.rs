//! What is different between two registers, for whoever asked to be told.
//!
//! Rows of two registers are compared by their ids: an index means another row
//! in each.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::closed::Confidence;
use crate::coverage::{Answer, State, matrix};
use crate::facts::{Area, Cohort, Offer};
use crate::share::Share;
use crate::table::Ix;

/// What an answer said, without an index into its register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The word for the area.
    pub state: State,
    /// People by state.
    pub shares: Vec<(State, Option<Share>)>,
    /// People in a gap.
    pub in_gap: u64,
    /// How much the evidence bore.
    pub confidence: Option<Confidence>,
    /// The records that spoke, with what each said.
    pub records: Vec<String>,
    /// Prisons and courts with records of their own.
    pub places: Vec<(String, State)>,
}

impl Told {
    /// What an answer says.
    pub fn of(atlas: &Atlas, answer: &Answer) -> Self {
        let mut records: Vec<String> = answer
            .explanation
            .records
            .iter()
            .map(|used| {
                let row = atlas.coverage.get(used.record);
                format!("{} {} {:?}", row.id, row.version, used.reading.standing)
            })
            .collect();
        let searches = answer.explanation.searches.iter();
        records.extend(searches.map(|ix| atlas.searches.get(*ix).id.clone()));
        records.sort();
        let place = |place: Ix<Area>| atlas.areas.get(place).id.clone();
        Self {
            state: answer.state,
            shares: answer.shares.iter().map(|s| (s.state, s.share)).collect(),
            in_gap: answer.people_in_gap(),
            confidence: answer.explanation.confidence,
            records,
            places: answer
                .places
                .iter()
                .map(|p| (place(p.place), p.state))
                .collect(),
        }
    }

    /// Whether somebody is uncovered.
    pub fn is_gap(&self) -> bool {
        self.in_gap > 0 || self.state.is_gap()
    }
}

/// One area and offer of which the later register says something else.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Where, in the later register.
    pub area: Ix<Area>,
    /// Of what, in the later register.
    pub offer: Ix<Offer>,
    /// What the earlier register said; `None`: it did not know the area or the
    /// offer.
    pub before: Option<Told>,
    /// What the later says.
    pub after: Answer,
    /// The same, to compare.
    pub now: Told,
}

impl Change {
    /// Whether somebody is uncovered of whom that was not said before, the
    /// other way round, or more or fewer are.
    pub fn is_of_gap(&self) -> bool {
        let before = self.before.as_ref().filter(|told| told.is_gap());
        match (before, self.now.is_gap()) {
            (None, is_gap) => is_gap,
            (Some(_), false) => true,
            (Some(before), true) => before.in_gap != self.now.in_gap,
        }
    }
}

/// Every area and offer of which two registers say different things on a day,
/// in the order asked.
pub fn changes(
    before: &Atlas,
    after: &Atlas,
    areas: &[Ix<Area>],
    offers: &[Ix<Offer>],
    cohort: Option<Ix<Cohort>>,
    day: NaiveDate,
) -> Vec<Change> {
    let old_areas = areas
        .iter()
        .filter_map(|ix| before.areas.find(&after.areas.get(*ix).id));
    let old_offers = offers
        .iter()
        .filter_map(|ix| before.offers.find(&after.offers.get(*ix).id));
    let old_areas: Vec<Ix<Area>> = old_areas.collect();
    let old_offers: Vec<Ix<Offer>> = old_offers.collect();
    let old_cohort = cohort.and_then(|ix| before.cohorts.find(&after.cohorts.get(ix).id));
    let mut old: BTreeMap<(&str, &str), Told> = BTreeMap::new();
    for (area, offer, answer) in matrix(before, &old_areas, &old_offers, old_cohort, day) {
        let key = (
            before.areas.get(area).id.as_str(),
            before.offers.get(offer).id.as_str(),
        );
        old.insert(key, Told::of(before, &answer));
    }
    matrix(after, areas, offers, cohort, day)
        .into_iter()
        .filter_map(|(area, offer, answer)| {
            let now = Told::of(after, &answer);
            let key = (
                after.areas.get(area).id.as_str(),
                after.offers.get(offer).id.as_str(),
            );
            let before = old.remove(&key);
            (before.as_ref() != Some(&now)).then_some(Change {
                area,
                offer,
                before,
                after: answer,
                now,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given::{Given, absent, day, ix, live};

    fn changes_of(before: Given, after: Given) -> Vec<(String, Option<State>, State, bool)> {
        let (before, after) = (before.atlas(), after.atlas());
        let areas = ["north", "south"].map(|id| ix(&after.areas, id));
        let offers = [ix(&after.offers, "mhtr")];
        let on = day("2026-01-01");
        changes(&before, &after, &areas, &offers, None, on)
            .into_iter()
            .map(|change| {
                let area = after.areas.get(change.area).id.clone();
                let was = change.before.as_ref().map(|told| told.state);
                (area, was, change.now.state, change.is_of_gap())
            })
            .collect()
    }

    #[test]
    fn nothing_is_told_where_nothing_differs() {
        let given = || Given::two_districts().told(live("mhtr", "north").from("2024-01-01"));
        assert!(changes_of(given(), given()).is_empty());
    }

    #[test]
    fn only_what_differs_is_told_with_what_was() {
        let before = Given::two_districts().told(live("mhtr", "north").from("2024-01-01"));
        let after = before.clone().told(absent("mhtr", "south"));
        let told = changes_of(before, after);
        let expected = (
            "south".to_owned(),
            Some(State::NotRecorded),
            State::Absent,
            true,
        );
        assert_eq!(told, [expected]);
    }

    #[test]
    fn a_new_record_is_told_even_if_the_state_stays() {
        let before = Given::two_districts().told(live("mhtr", "north").from("2024-01-01"));
        let after = before
            .clone()
            .told(live("mhtr", "north").from("2024-02-01"));
        let told = changes_of(before, after);
        let state = State::Commissioned;
        assert_eq!(told, [("north".to_owned(), Some(state), state, false)]);
    }

    #[test]
    fn rows_are_compared_by_id_and_not_by_place() {
        let before = Given::two_districts().told(live("mhtr", "north").from("2024-01-01"));
        let after = before.clone().district("aaa", 10).offer("aa_other");
        assert!(changes_of(before, after).is_empty());
    }
}
