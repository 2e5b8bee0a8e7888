//! The report's recommendations as indicators that the register can count, by
//! area.
//!
//! `recommendations` names them, `indicators` says what is counted for each,
//! `measure` how. Indicators are never added up or averaged: there is no
//! overall score. The rules are written out in `docs/CALCULATIONS.md`.

mod communities;
mod indicators;
mod investment;
mod measure;
mod people;
mod places;
mod pooled;
mod recommendations;
mod services;
mod spending;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::coverage::State;
use crate::facts::{
    Area, Claim, Community, Coverage, FundingAllocation, MhisYear, Pool, Service, Standard,
};
use crate::table::Ix;

pub use indicators::{INDICATORS, Indicator, indicators_of};
pub use measure::{Measure, Unit};
pub use recommendations::{RECOMMENDATIONS, Recommendation, SECTIONS};

/// What was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Count {
    /// What fulfils the indicator by a record.
    pub numerator: u64,
    /// All that could; `None`: it is a count and no share.
    pub denominator: Option<u64>,
    /// Of the denominator, what no record settles: it may fulfil it or not.
    pub unknown: u64,
}

impl Count {
    /// The most that could fulfil it, if all that is unknown did.
    pub const fn at_most(&self) -> u64 {
        self.numerator.saturating_add(self.unknown)
    }
}

/// Why there is no count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// No record speaks of it.
    NothingOnRecord,
    /// Records speak of the area and not of one prison or court of it.
    NotByPlace,
    /// The area's people are not known.
    PeopleNotKnown,
    /// The register has no table for it, and no published figure by area.
    NotHeld,
}

impl Why {
    /// Every reason, in order.
    pub const ALL: &'static [Self] = &[
        Self::NothingOnRecord,
        Self::NotByPlace,
        Self::PeopleNotKnown,
        Self::NotHeld,
    ];

    /// The reason in a sentence.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NothingOnRecord => {
                "No record speaks of it: a question to ask, not evidence that there is none."
            }
            Self::NotByPlace => {
                "Records speak of the area as a whole; which of its prisons or courts it reaches is not on record."
            }
            Self::PeopleNotKnown => {
                "The people of the area are not known, or how a district is split is not published."
            }
            Self::NotHeld => "The register does not hold it.",
        }
    }
}

/// What became of an indicator in an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Counted.
    Counted(Count),
    /// Not on record.
    NotRecorded(Why),
    /// There is nothing there to count it of.
    NotApplicable,
}

/// What was counted, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field lists the rows of its type")]
pub struct Counted {
    pub coverage: Vec<Ix<Coverage>>,
    pub services: Vec<Ix<Service>>,
    pub claims: Vec<Ix<Claim>>,
    pub allocations: Vec<Ix<FundingAllocation>>,
    pub pools: Vec<Ix<Pool>>,
    pub mhis_years: Vec<Ix<MhisYear>>,
    pub standards: Vec<Ix<Standard>>,
}

/// One community's share in an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfCommunity {
    /// The community; `None`: the claims name none that is coded.
    pub community: Option<Ix<Community>>,
    /// What the services claimed make of the area.
    pub state: State,
    /// People of its nearest census groups in the area; `None`: not published.
    pub census_people: Option<u64>,
    /// The claims.
    pub claims: Vec<Ix<Claim>>,
}

/// An indicator in one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// What became of it.
    pub outcome: Outcome,
    /// What is counted, by state; empty where states do not apply.
    pub by_state: Vec<(State, u64)>,
    /// By community; empty where communities do not apply.
    pub by_community: Vec<OfCommunity>,
    /// The rows behind it.
    pub counted: Counted,
}

impl Value {
    fn none(why: Why) -> Self {
        Self::of(Outcome::NotRecorded(why))
    }

    fn of(outcome: Outcome) -> Self {
        Self {
            outcome,
            by_state: Vec::new(),
            by_community: Vec::new(),
            counted: Counted::default(),
        }
    }
}

/// One indicator in each area asked, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scored {
    /// The indicator.
    pub indicator: &'static Indicator,
    /// One value for each area.
    pub values: Vec<(Ix<Area>, Value)>,
}

/// Every indicator in every area on a day, in the report's order.
pub fn scorecard(atlas: &Atlas, areas: &[Ix<Area>], day: NaiveDate) -> Vec<Scored> {
    INDICATORS
        .iter()
        .flat_map(|section| section.iter())
        .map(|indicator| score(atlas, indicator, areas, day))
        .collect()
}

/// One indicator in every area on a day.
pub fn score(
    atlas: &Atlas,
    indicator: &'static Indicator,
    areas: &[Ix<Area>],
    day: NaiveDate,
) -> Scored {
    let value = |area: &Ix<Area>| (*area, value(atlas, indicator.measure, *area, day));
    Scored {
        indicator,
        values: areas.iter().map(value).collect(),
    }
}

fn value(atlas: &Atlas, measure: Measure, area: Ix<Area>, day: NaiveDate) -> Value {
    match measure {
        Measure::People { offer, stage } => people::with_offer(atlas, offer, stage, area, day),
        Measure::PeopleWithAll(offers) => people::with_all(atlas, offers, area, day),
        Measure::Places { offer, kind, stage } => {
            places::with_offer(atlas, (offer, stage), kind, area, day)
        }
        Measure::VoluntaryProviders(offer) => services::voluntary(atlas, offer, area, day),
        Measure::ServicesWith { offer, also } => services::with(atlas, offer, also, area, day),
        Measure::Communities(kinds) => communities::with_claims(atlas, kinds, area, day),
        Measure::Committed(spent_on) => spending::committed(atlas, spent_on, area, day),
        Measure::Pools(offers) => pooled::in_force(atlas, offers, area, day),
        Measure::Standards => pooled::standards(atlas),
        Measure::InvestmentStandard => investment::met(atlas, area, day),
        Measure::NotHeld => Value::none(Why::NotHeld),
    }
}
