//! Sums of what is known, with the number of which it is not.

use async_graphql::SimpleObject;
use planning::money::cliff::Stakes as Planned;
use planning::money::sums::{AtStake as PlannedSum, Known};

use super::whole;
use crate::graphql::scalars::Money;

/// A sum of pounds, and of how many nothing is on record.
#[derive(SimpleObject, Clone)]
pub struct KnownMoney {
    /// The sum of those on record; null: none is, which is not nothing.
    pub pounds: Option<Money>,
    /// How many are on record.
    pub on_record: i64,
    /// How many are not.
    pub not_stated: i64,
}

impl From<Known> for KnownMoney {
    fn from(known: Known) -> Self {
        Self {
            pounds: (known.on_record > 0).then_some(Money(known.sum)),
            on_record: whole(known.on_record),
            not_stated: whole(known.not_stated),
        }
    }
}

/// A sum of people, and of how many nothing is on record.
#[derive(SimpleObject, Clone)]
pub struct KnownPlaces {
    /// The sum of those on record; null: none is, which is not nobody.
    pub places: Option<i64>,
    /// How many are on record.
    pub on_record: i64,
    /// How many are not.
    pub not_stated: i64,
}

impl From<Known> for KnownPlaces {
    fn from(known: Known) -> Self {
        Self {
            places: (known.on_record > 0).then_some(known.sum),
            on_record: whole(known.on_record),
            not_stated: whole(known.not_stated),
        }
    }
}

/// What some endings have at stake together. One that lies inside another adds only what the other does not state.
#[derive(SimpleObject, Clone)]
pub struct AtStake {
    /// How many end: contracts, and services of which no contract is on record, or none that counts.
    pub endings: i64,
    /// How many of them lie inside another that is counted.
    pub inside_others: i64,
    /// Pounds a year if values are for the base term.
    pub base_term: KnownMoney,
    /// Pounds a year if they are for the full term.
    pub full_term: KnownMoney,
    /// People that they are to reach a year.
    pub places: KnownPlaces,
}

impl From<PlannedSum> for AtStake {
    fn from(sum: PlannedSum) -> Self {
        Self {
            endings: whole(sum.endings),
            inside_others: whole(sum.inside_others),
            base_term: sum.base.into(),
            full_term: sum.full.into(),
            places: sum.places.into(),
        }
    }
}

/// What is at stake, apart from and with what was not asked about.
#[derive(SimpleObject, Clone)]
pub struct Stakes {
    /// Of endings that cover only what was asked about.
    pub within: AtStake,
    /// Of endings that also cover other areas or offers: their whole value, never split.
    pub beyond: AtStake,
    /// People who live where they end, of those in the area asked about, each counted once.
    pub people: i64,
    /// Endings of which nobody can say how many live there: in prisons, courts and areas outside the register's geography.
    pub unmeasured: i64,
}

impl From<Planned> for Stakes {
    fn from(stakes: Planned) -> Self {
        Self {
            within: stakes.within.into(),
            beyond: stakes.beyond.into(),
            people: whole(stakes.people),
            unmeasured: whole(stakes.unmeasured),
        }
    }
}
