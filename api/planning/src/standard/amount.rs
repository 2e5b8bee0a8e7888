//! Whether as much as a line asks for is on record: places against need.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Line;
use crate::atlas::{Atlas, within};
use crate::closed::Status;
use crate::coverage::{Answer, Question, reading_of};
use crate::facts::{Contract, Need, Offer, Service};
use crate::provision::{lies_inside, live_services};
use crate::table::Ix;

/// A thousand people, in the millionths that a line is stated in.
const PER: u128 = 1_000 * 1_000_000;

/// Whether the places on record are as many as a line asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AmountVerdict {
    /// As many as the highest need asks for, or more.
    Enough,
    /// As many as the lowest need asks for, and fewer than the highest.
    WithinRange,
    /// Fewer than the lowest need asks for, and every place is on record.
    Short,
    /// The needs on record lead to different verdicts.
    NeedsDisagree,
    /// No need is on record, or not every place is.
    NotRecorded,
    /// The line states no amount, or does not apply.
    NotAsked,
}

impl AmountVerdict {
    /// Every verdict, in order.
    pub const ALL: &'static [Self] = &[
        Self::Enough,
        Self::WithinRange,
        Self::Short,
        Self::NeedsDisagree,
        Self::NotRecorded,
        Self::NotAsked,
    ];
}

/// Places a year that a need asks for, rounded up to whole places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Required {
    /// The need.
    pub need: Ix<Need>,
    /// For its lowest count of people.
    pub low: u64,
    /// For its central count.
    pub central: u64,
    /// For its highest count.
    pub high: u64,
}

/// Places a year that contracts state for one line in one area.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlacesOnRecord {
    /// The sum of those stated for this offer in this area alone.
    pub known: u64,
    /// The contracts that state them.
    pub contracts: Vec<Ix<Contract>>,
    /// Live services of which no contract on record states places.
    pub not_stated: Vec<Ix<Service>>,
    /// Live services whose places are also for other areas or offers: nobody
    /// says how many are for this one.
    pub shared: Vec<Ix<Service>>,
    /// Whether part of what was asked about is settled by no record, so that
    /// there may be services of which the register does not know.
    pub may_be_more: bool,
}

impl PlacesOnRecord {
    /// Whether the known places are all that there are.
    pub fn is_complete(&self) -> bool {
        !self.may_be_more && self.not_stated.is_empty() && self.shared.is_empty()
    }
}

/// Whether the places on record are enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Whether they are.
    pub verdict: AmountVerdict,
    /// One row for each need on record of the same area, offer and cohort.
    pub required: Vec<Required>,
    /// What contracts state.
    pub places: PlacesOnRecord,
}

/// Places that so many people in need ask for, rounded up: a part of a place
/// reaches nobody.
pub fn required(per_thousand_millionths: u64, people: u64) -> u64 {
    let product = u128::from(per_thousand_millionths) * u128::from(people);
    u64::try_from(product.div_ceil(PER)).unwrap_or(u64::MAX)
}

pub(super) fn of(
    atlas: &Atlas,
    line: &Line,
    question: &Question<'_>,
    found: &Answer,
    silent: bool,
) -> Amount {
    let places = places_of(atlas, question, found, silent);
    let required = line
        .per_thousand_millionths
        .map_or_else(Vec::new, |rate| required_by(atlas, question, rate));
    let mut verdicts: Vec<AmountVerdict> = required.iter().map(|row| judge(row, &places)).collect();
    verdicts.sort();
    verdicts.dedup();
    let verdict = match (line.per_thousand_millionths, verdicts.as_slice()) {
        (None, _) => AmountVerdict::NotAsked,
        (Some(_), []) => AmountVerdict::NotRecorded,
        (Some(_), [one]) => *one,
        (Some(_), _) => AmountVerdict::NeedsDisagree,
    };
    Amount {
        verdict,
        required,
        places,
    }
}

fn judge(required: &Required, places: &PlacesOnRecord) -> AmountVerdict {
    if places.known >= required.high {
        AmountVerdict::Enough
    } else if !places.is_complete() {
        AmountVerdict::NotRecorded
    } else if places.known < required.low {
        AmountVerdict::Short
    } else {
        AmountVerdict::WithinRange
    }
}

/// What each need on record of the very area, offer and cohort asks for. They
/// may be of other periods and made by other methods, so none are added.
fn required_by(atlas: &Atlas, question: &Question<'_>, rate: u64) -> Vec<Required> {
    let is = |area: &str, offer: &str, cohort: &str| {
        atlas.areas.find(area) == Some(question.area)
            && atlas.offers.find(offer) == Some(question.offer)
            && atlas.cohorts.find(cohort) == Some(question.cohort)
    };
    atlas
        .needs
        .iter()
        .filter(|(_, row)| is(&row.area, &row.offer, &row.cohort))
        .map(|(need, row)| Required {
            need,
            low: required(rate, row.people_low),
            central: required(rate, row.people),
            high: required(rate, row.people_high),
        })
        .collect()
}

fn places_of(
    atlas: &Atlas,
    question: &Question<'_>,
    found: &Answer,
    may_be_more: bool,
) -> PlacesOnRecord {
    let offers = atlas.answering_for(question.offer);
    let mut places = PlacesOnRecord {
        may_be_more,
        ..PlacesOnRecord::default()
    };
    for service in live_services(atlas, question, found).into_keys() {
        let counted = contracts_with_places(atlas, service, question.day);
        if counted.is_empty() {
            places.not_stated.push(service);
        } else if is_for_this_alone(atlas, service, question, &offers) {
            places.contracts.extend(counted);
        } else {
            places.shared.push(service);
        }
    }
    drop_parts(atlas, &mut places.contracts);
    let stated = places
        .contracts
        .iter()
        .filter_map(|ix| atlas.contracts.get(*ix).places);
    places.known = stated.sum();
    places
}

/// The contracts of a service that run on the day and state places.
fn contracts_with_places(atlas: &Atlas, service: Ix<Service>, day: NaiveDate) -> Vec<Ix<Contract>> {
    let runs = |row: &Contract| {
        let end = row.base_ends_on.or(row.ends_on);
        let is_live = match row.status {
            Status::Live => true,
            Status::Ended => end.is_some(),
            _ => false,
        };
        is_live && within(row.starts_on, end, day)
    };
    let mut contracts = atlas.contracts_of_service(service).to_vec();
    contracts.retain(|ix| {
        let row = atlas.contracts.get(*ix);
        row.places.is_some() && runs(row)
    });
    contracts
}

/// Leaves out the contracts that lie inside another one: their places are among
/// those of the whole.
fn drop_parts(atlas: &Atlas, contracts: &mut Vec<Ix<Contract>>) {
    let counted: BTreeSet<Ix<Contract>> = contracts.iter().copied().collect();
    contracts.retain(|ix| {
        let mut followed = BTreeSet::from([*ix]);
        let mut current = *ix;
        while let Some(whole) = atlas.contracts.get(current).part_of.as_ref() {
            match atlas.contracts.find(whole) {
                Some(whole) if counted.contains(&whole) => return false,
                Some(whole) if followed.insert(whole) => current = whole,
                _ => return true,
            }
        }
        true
    });
    contracts.sort();
    contracts.dedup();
}

/// Whether every record of a service that may run on the day is of these
/// offers and inside the area.
fn is_for_this_alone(
    atlas: &Atlas,
    service: Ix<Service>,
    question: &Question<'_>,
    offers: &[Ix<Offer>],
) -> bool {
    atlas.coverage_of_service(service).iter().all(|record| {
        let links = atlas.coverage_links(*record);
        let standing = reading_of(atlas, *record, question.day).standing;
        !standing.is_live()
            || (offers.contains(&links.offer)
                && lies_inside(atlas, links.area, question.area, question.day))
    })
}
