//! What is counted for each recommendation.

mod commissioning;
mod community;
mod first_contact;
mod funding;
mod release;
mod sentence;
mod training;

use super::Measure;

/// Something counted for a recommendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Its code, which never changes its meaning.
    pub code: &'static str,
    /// The number of the recommendation.
    pub recommendation: &'static str,
    /// What it tells.
    pub name: &'static str,
    /// How it is counted.
    pub measure: Measure,
    /// What the register does not hold of it.
    pub missing: &'static str,
    /// Who could say, and what to ask them for.
    pub request: &'static str,
}

/// Every indicator, by section, in the report's order.
pub const INDICATORS: &[&[Indicator]] = &[
    first_contact::INDICATORS,
    sentence::INDICATORS,
    release::INDICATORS,
    community::INDICATORS,
    training::INDICATORS,
    commissioning::INDICATORS,
    funding::INDICATORS,
];

/// The indicators of a recommendation.
pub fn indicators_of(number: &str) -> impl Iterator<Item = &'static Indicator> {
    INDICATORS
        .iter()
        .flat_map(|section| section.iter())
        .filter(move |indicator| indicator.recommendation == number)
}
