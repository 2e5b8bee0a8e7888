//! How the people that an organisation serves stand to those that an opening is
//! for.

use crate::atlas::Atlas;
use crate::coverage::sexes;
use crate::facts::Cohort;
use crate::table::Ix;

/// How two groups of people stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Relation {
    /// Everybody of the second is in the first.
    Holds,
    /// The first is a part of the second.
    PartOf,
    /// They may have people in common; the register does not say.
    Unknown,
    /// They have nobody in common.
    Apart,
}

/// How the first cohort stands to the second. Two narrow groups are not
/// compared: nothing on record says who is in both.
pub(super) fn relation(atlas: &Atlas, first: Ix<Cohort>, second: Ix<Cohort>) -> Relation {
    let (one, other) = (atlas.cohorts.get(first), atlas.cohorts.get(second));
    let (ours, theirs) = (sexes(one), sexes(other));
    if first == second || !one.narrow && ours & theirs == theirs {
        Relation::Holds
    } else if ours & theirs == 0 {
        Relation::Apart
    } else if !other.narrow && ours & theirs == ours {
        Relation::PartOf
    } else {
        Relation::Unknown
    }
}

/// The best relation of any of the first to the second.
pub(super) fn best(atlas: &Atlas, first: &[Ix<Cohort>], second: Ix<Cohort>) -> Relation {
    first
        .iter()
        .map(|cohort| relation(atlas, *cohort, second))
        .min()
        .unwrap_or(Relation::Unknown)
}
