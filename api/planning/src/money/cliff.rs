//! The cliff: what ends in each month, what is at stake, which of it straddles a
//! change of commissioner, and what is left if nothing is renewed.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::endings::{EndFrom, Ending, Standing, at_stake, endings};
use super::scope::Scope;
use super::sums::AtStake;
use crate::atlas::Atlas;
use crate::closed::Role;
use crate::coverage::{Answer, State, matrix};
use crate::dates::{PartialDate, months_after};
use crate::facts::{Area, Body, BodySuccession, Offer, Part};
use crate::provision;
use crate::share::Share;
use crate::table::Ix;

/// What is at stake, apart from and with what was not asked about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stakes {
    /// Of endings that cover nothing else.
    pub within: AtStake,
    /// Of endings that also cover what was not asked about: their whole value,
    /// never split.
    pub beyond: AtStake,
    /// People who live where they end, each counted once.
    pub people: u64,
    /// Endings that cover no measured part of any district.
    pub unmeasured: u64,
}

/// The endings of one month.
#[derive(Clone, Debug, PartialEq)]
pub struct Month {
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// What ends, as places in the cliff's list.
    pub endings: Vec<usize>,
    /// What is at stake.
    pub stakes: Stakes,
}

/// Whether an ending straddles a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Straddles {
    /// It runs across the day.
    Yes,
    /// Only if an extension is taken up that nobody has confirmed.
    IfExtended,
    /// It runs, and no end is on record.
    EndNotOnRecord,
}

/// A change of commissioner, and what runs across it.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossing {
    /// The change.
    pub change: Ix<BodySuccession>,
    /// What straddles it, as places in the cliff's list.
    pub endings: Vec<(usize, Straddles)>,
    /// What those that surely do have at stake.
    pub stakes: Stakes,
}

/// The cliff of a scope over a span of months.
#[derive(Clone, Debug, PartialEq)]
pub struct Cliff {
    /// Everything in scope, by end.
    pub all: Vec<Ending>,
    /// Each month of the span, those in which nothing ends included.
    pub months: Vec<Month>,
    /// What ended before the span.
    pub before: Stakes,
    /// What ends after it.
    pub after: Stakes,
    /// What has ended without a date.
    pub ended_undated: Stakes,
    /// What runs, and has no end on record.
    pub no_end: Stakes,
    /// All of these together.
    pub whole: Stakes,
    /// Changes of commissioner from the day asked on, by date.
    pub crossings: Vec<Crossing>,
    /// The last end on record.
    pub last_end: Option<PartialDate>,
}

impl Cliff {
    /// What stands beside the sums and adds nothing: abandoned, planned or
    /// unclear, as places in the list.
    pub fn beside(&self, standing: Standing) -> impl Iterator<Item = (usize, &Ending)> {
        let all = self.all.iter().enumerate();
        all.filter(move |(_, ending)| ending.standing == standing)
    }

    /// Awards without competition that run on a day or end in the span, those of
    /// which nobody says whether they still run included.
    pub fn bridging(&self, as_of: NaiveDate) -> impl Iterator<Item = (usize, &Ending)> {
        let first = self
            .months
            .first()
            .map_or(as_of, |month| month.first.min(as_of));
        self.all.iter().enumerate().filter(move |(_, ending)| {
            matches!(ending.standing, Standing::Counts | Standing::Unclear)
                && ending.is_bridging()
                && ending.end_from != EndFrom::EndedUndated
                && ending.ends_on.is_none_or(|end| end.last() >= first)
        })
    }
}

/// The cliff over whole months, from that of `from` to that of `to`.
pub fn cliff(
    atlas: &Atlas,
    scope: &Scope,
    as_of: NaiveDate,
    from: NaiveDate,
    to: NaiveDate,
) -> Cliff {
    let all = endings(atlas, scope, as_of);
    let counted = || {
        all.iter()
            .enumerate()
            .filter(|(_, ending)| ending.standing == Standing::Counts)
    };
    let stakes_where = |holds: &dyn Fn(&Ending) -> bool| {
        let chosen: Vec<&Ending> = counted().map(|(_, e)| e).filter(|e| holds(e)).collect();
        stakes(atlas, scope, &chosen, &all, as_of)
    };
    let mut months = Vec::new();
    let mut first = first_of_month(from);
    while first <= to {
        let last = last_of_month(first);
        let ends_in = |e: &Ending| {
            e.ends_on
                .is_some_and(|end| first <= end.last() && end.last() <= last)
        };
        months.push(Month {
            first,
            last,
            endings: counted()
                .filter(|(_, e)| ends_in(e))
                .map(|(at, _)| at)
                .collect(),
            stakes: stakes_where(&ends_in),
        });
        first = months_after(first, 1);
    }
    let start = first_of_month(from);
    let ended = |e: &Ending| e.ends_on.map(PartialDate::last);
    Cliff {
        before: stakes_where(&|e| ended(e).is_some_and(|end| end < start)),
        after: stakes_where(&|e| ended(e).is_some_and(|end| end >= first)),
        ended_undated: stakes_where(&|e| e.end_from == EndFrom::EndedUndated),
        no_end: stakes_where(&|e| e.ends_on.is_none() && e.end_from == EndFrom::NotOnRecord),
        whole: stakes_where(&|_| true),
        crossings: crossings(atlas, scope, &all, as_of),
        last_end: counted()
            .filter_map(|(_, e)| e.ends_on)
            .max_by_key(|end| end.last()),
        months,
        all,
    }
}

/// The first day of a day's month.
fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The last day of the month that begins on a day.
fn last_of_month(first: NaiveDate) -> NaiveDate {
    months_after(first, 1).pred_opt().unwrap_or(first)
}

/// What some endings have at stake.
pub fn stakes(
    atlas: &Atlas,
    scope: &Scope,
    chosen: &[&Ending],
    all: &[Ending],
    as_of: NaiveDate,
) -> Stakes {
    let split = |beyond: bool| {
        let of_these = chosen.iter().copied();
        at_stake(of_these.filter(|e| e.reaches_beyond == beyond), all)
    };
    let mut parts: BTreeSet<Ix<Part>> = BTreeSet::new();
    for ending in chosen {
        parts.extend(&ending.footprint.parts);
    }
    if let Some(area) = scope.area {
        let inside: BTreeSet<Ix<Part>> = atlas.parts_of(area, as_of).map(|m| m.part).collect();
        parts.retain(|part| inside.contains(part));
    }
    let unmeasured = chosen
        .iter()
        .filter(|ending| ending.footprint.parts.is_empty());
    Stakes {
        within: split(false),
        beyond: split(true),
        people: parts.iter().map(|part| atlas.people_in(*part)).sum(),
        unmeasured: u64::try_from(unmeasured.count()).unwrap_or(u64::MAX),
    }
}

/// Every change of a body dated so that it is still to come on a day, by date.
pub fn changes_from(atlas: &Atlas, as_of: NaiveDate) -> Vec<Ix<BodySuccession>> {
    let mut changes: Vec<(Ix<BodySuccession>, &BodySuccession)> = atlas
        .body_successions
        .iter()
        .filter(|(_, row)| row.date.is_some_and(|date| date.last() >= as_of))
        .collect();
    changes.sort_by_key(|(_, row)| (row.date, &row.predecessor, &row.id));
    changes.into_iter().map(|(ix, _)| ix).collect()
}

/// Every change to come of the commissioners in scope, with what runs across it.
fn crossings(atlas: &Atlas, scope: &Scope, all: &[Ending], as_of: NaiveDate) -> Vec<Crossing> {
    changes_from(atlas, as_of)
        .into_iter()
        .filter_map(|change| {
            let crossing: Vec<(usize, Straddles)> = all
                .iter()
                .enumerate()
                .filter(|(_, ending)| ending.standing == Standing::Counts)
                .filter_map(|(at, ending)| Some((at, straddles(atlas, ending, change, as_of)?)))
                .collect();
            let surely: Vec<&Ending> = crossing
                .iter()
                .filter(|(_, how)| *how == Straddles::Yes)
                .filter_map(|(at, _)| all.get(*at))
                .collect();
            let at_stake = stakes(atlas, scope, &surely, all, as_of);
            (!crossing.is_empty()).then_some(Crossing {
                change,
                endings: crossing,
                stakes: at_stake,
            })
        })
        .collect()
}

/// Whether an ending runs across a change of one of its commissioners, or of who
/// answers for one of them by then.
pub fn straddles(
    atlas: &Atlas,
    ending: &Ending,
    change: Ix<BodySuccession>,
    as_of: NaiveDate,
) -> Option<Straddles> {
    let change = atlas.body_successions.get(change);
    let date = change.date?;
    let passes = atlas.bodies.find(&change.predecessor)?;
    let day_before = date.first().pred_opt()?;
    let is_theirs = provision::bodies_of(atlas, ending.service, Role::Commissioner)
        .into_iter()
        .any(|body: Ix<Body>| {
            body == passes
                || provision::responsible(atlas, body, day_before).successor == Some(passes)
        });
    let has_begun = ending
        .starts_on
        .map_or(as_of < date.first(), |start| start.first() < date.first());
    if !is_theirs || !has_begun {
        return None;
    }
    let reaches = |end: PartialDate| end.last() >= date.first();
    match (ending.ends_on, ending.extension_to) {
        (Some(end), _) if reaches(end) => Some(Straddles::Yes),
        (Some(_), Some(extension)) if reaches(extension) => Some(Straddles::IfExtended),
        (None, _) if ending.end_from == EndFrom::NotOnRecord => Some(Straddles::EndNotOnRecord),
        _ => None,
    }
}

/// What is left of some areas and offers at the end of a month if nothing is
/// renewed.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// The last day of the month.
    pub day: NaiveDate,
    /// Areas × offers in each state, in order of states.
    pub cells: Vec<(State, u64)>,
    /// People-cells live, of all that are measured.
    pub live: Share,
    /// People-cells in a gap.
    pub in_gap: u64,
    /// What differs from the day before the month.
    pub changed: Vec<Changed>,
}

/// One area and offer whose state differs from the month before.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// Where.
    pub area: Ix<Area>,
    /// Of what.
    pub offer: Ix<Offer>,
    /// Its state at the end of the month before.
    pub before: State,
    /// People for whom it was live.
    pub live_before: u64,
    /// What holds now.
    pub after: Answer,
}

/// The coverage that is left month by month if nothing is renewed. A record
/// without an end stays as it is; a plan is no service.
pub fn left(
    atlas: &Atlas,
    areas: &[Ix<Area>],
    offers: &[Ix<Offer>],
    months: &[Month],
) -> Vec<Left> {
    let Some(before) = months.first().and_then(|month| month.first.pred_opt()) else {
        return Vec::new();
    };
    let mut last = matrix(atlas, areas, offers, None, before);
    let mut found = Vec::with_capacity(months.len());
    for month in months {
        let now = matrix(atlas, areas, offers, None, month.last);
        let changed = last
            .iter()
            .zip(&now)
            .filter(|((_, _, was), (_, _, is))| {
                was.state != is.state || live_people(was) != live_people(is)
            })
            .map(|((area, offer, was), (_, _, is))| Changed {
                area: *area,
                offer: *offer,
                before: was.state,
                live_before: live_people(was),
                after: is.clone(),
            })
            .collect();
        let answers = || now.iter().map(|(_, _, answer)| answer);
        let count = |state: State| answers().filter(|a| a.state == state).count();
        found.push(Left {
            day: month.last,
            cells: State::ALL
                .iter()
                .map(|state| (*state, u64::try_from(count(*state)).unwrap_or(u64::MAX)))
                .filter(|(_, cells)| *cells > 0)
                .collect(),
            live: Share {
                part: answers().map(live_people).sum(),
                whole: answers().map(|a| a.people_where(|_| true)).sum(),
            },
            in_gap: answers().map(Answer::people_in_gap).sum(),
            changed,
        });
        last = now;
    }
    found
}

/// People for whom the offer is live, in whole or for some of them.
fn live_people(answer: &Answer) -> u64 {
    answer.people_where(|state| matches!(state, State::Commissioned | State::Partial))
}
