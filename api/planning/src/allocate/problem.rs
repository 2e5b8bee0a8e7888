//! What an allocation is asked about: money, needs, costs and demands.
//!
//! Money is whole pence, people are whole, and weights, shares and multiples are millionths, so
//! that the same question is the same to the last digit on every machine.

use std::collections::BTreeSet;

/// One million: the weight, share or multiple 1.
pub const ONE: i64 = 1_000_000;

/// The question.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Problem {
    /// The money.
    pub streams: Vec<Stream>,
    /// Whom it could serve.
    pub needs: Vec<Need>,
    /// What it costs to serve one of them.
    pub costs: Vec<UnitCost>,
    /// How reach diminishes; an offer that is not here costs the same for the last person as for the first.
    pub curves: Vec<Curve>,
    /// Offers that are bought in whole units.
    pub units: Vec<Unit>,
    /// Money that is already promised.
    pub commitments: Vec<Commitment>,
    /// Floors and ceilings.
    pub limits: Vec<Limit>,
    /// What every area is to get.
    pub minimums: Vec<Minimum>,
    /// How unequal the areas, or the cohorts, may be left.
    pub equity: Vec<Equity>,
    /// Steps after which the solver stops with what it has.
    pub most_steps: u32,
}

/// What may be chosen. `None` is anything.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Scope {
    /// Any of these areas.
    pub areas: Option<BTreeSet<String>>,
    /// Any of these offers.
    pub offers: Option<BTreeSet<String>>,
    /// Any of these cohorts. A need that names no cohort is everybody's, and in none of them.
    pub cohorts: Option<BTreeSet<String>>,
}

impl Scope {
    /// Whether a place is in it.
    pub fn holds(&self, place: &Place) -> bool {
        let any = |set: &Option<BTreeSet<String>>, value: Option<&String>| {
            set.as_ref()
                .is_none_or(|set| value.is_some_and(|value| set.contains(value)))
        };
        any(&self.areas, Some(&place.area))
            && any(&self.offers, Some(&place.offer))
            && any(&self.cohorts, place.cohort.as_ref())
    }
}

/// Where money can go: one offer in one area for one cohort.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// The area.
    pub area: String,
    /// The offer.
    pub offer: String,
    /// The cohort; `None`: everybody whom the offer is for.
    pub cohort: Option<String>,
}

/// Money with its conditions.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Stream {
    /// Names it among the streams of the question.
    pub id: String,
    /// How much there is, in pence.
    pub pence: i64,
    /// What the law or the funder allows; never broken.
    pub conditions: Scope,
    /// What its funder pays for while it acts alone, within the conditions.
    pub silo: Scope,
    /// Whether it gives up its silo in the pooled answer.
    pub pooled: bool,
}

/// A number with its range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Estimate {
    /// The least that it may be.
    pub low: i64,
    /// What is reckoned with.
    pub central: i64,
    /// The most that it may be.
    pub high: i64,
}

impl Estimate {
    /// A number without a range.
    pub const fn exactly(central: i64) -> Self {
        Self {
            low: central,
            central,
            high: central,
        }
    }
}

/// People who need an offer.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Need {
    /// What, where, for whom.
    pub place: Place,
    /// How many people a year.
    pub people: Estimate,
    /// How much one of them counts when unmet, in millionths.
    pub weight: i64,
}

/// What it costs to serve one person for a year.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct UnitCost {
    /// The offer.
    pub offer: String,
    /// The area; `None`: wherever no cost of its own is given.
    pub area: Option<String>,
    /// Pence a person.
    pub pence: Estimate,
}

/// How reach diminishes in one offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// The offer.
    pub offer: String,
    /// Its shape.
    pub reach: Reach,
}

/// The shape of diminishing reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Straight pieces, each dearer than the one before. Need beyond the last is out of reach.
    Steps(Vec<Step>),
    /// `M (1 - exp(-b / k))`, cut into straight pieces.
    Saturating {
        /// `M`: the share of need that any money could reach, in millionths.
        reachable: i64,
        /// What the first person costs, as a multiple of the unit cost, in millionths: `k` is this
        /// much a person of `M`.
        first: i64,
    },
}

/// One straight piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Step {
    /// Up to this share of the need, in millionths.
    pub up_to: i64,
    /// One more person costs this multiple of the unit cost, in millionths.
    pub costs: i64,
}

/// What an offer is bought in.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Unit {
    /// The offer.
    pub offer: String,
    /// People a year whom one unit is paid for; its price is that many unit costs.
    pub people: i64,
}

/// Money of one stream that is promised to one place.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Commitment {
    /// The stream.
    pub stream: String,
    /// What, where, for whom.
    pub place: Place,
    /// Pence.
    pub pence: i64,
}

/// Whether a limit is a floor or a ceiling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sense {
    /// At least.
    Floor,
    /// At most.
    Ceiling,
}

/// What a limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// People served a year.
    People,
    /// Pence, commitments included.
    Pence,
}

/// At least or at most so much over all places that fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Floor or ceiling.
    pub sense: Sense,
    /// In this area; `None`: in all together.
    pub area: Option<String>,
    /// Of this offer; `None`: of all together.
    pub offer: Option<String>,
    /// For this cohort; `None`: for all together.
    pub cohort: Option<String>,
    /// What is counted.
    pub measure: Measure,
    /// How much: people or pence.
    pub amount: i64,
}

impl Limit {
    /// Whether it counts a place.
    pub fn counts(&self, place: &Place) -> bool {
        self.area.as_ref().is_none_or(|area| *area == place.area)
            && self
                .offer
                .as_ref()
                .is_none_or(|offer| *offer == place.offer)
            && (self.cohort.is_none() || self.cohort == place.cohort)
    }
}

/// A share of the need for an offer that is met in every area that has such a need.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Minimum {
    /// The offer.
    pub offer: String,
    /// The share of people, in millionths.
    pub share: i64,
}

/// Between whom an equity limit looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Between {
    /// Areas.
    Areas,
    /// Cohorts; needs that name none are one more.
    Cohorts,
}

/// How unequal people may be left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equity {
    /// Between whom.
    pub between: Between,
    /// The most of the need of any that may stay unmet, in millionths.
    pub unmet: Option<i64>,
    /// The most by which the unmet shares of any two may differ, in millionths.
    pub gap: Option<i64>,
}
