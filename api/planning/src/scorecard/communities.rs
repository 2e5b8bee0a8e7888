//! Communities for whom somebody claims that a service runs.

use chrono::NaiveDate;

use super::{Count, Counted, OfCommunity, Outcome, Value, Why};
use crate::atlas::Atlas;
use crate::coverage::State;
use crate::culture::{Wanted, claims};
use crate::facts::{Area, Claim};
use crate::table::Ix;

/// Communities with a service that runs in the area or a part of it.
pub(super) fn with_claims(atlas: &Atlas, kinds: &[&str], area: Ix<Area>, day: NaiveDate) -> Value {
    let kinds: Vec<String> = kinds.iter().map(|kind| (*kind).to_owned()).collect();
    let wanted = Wanted {
        kinds: &kinds,
        works_with_justice: None,
        day,
    };
    let by_community: Vec<OfCommunity> = claims(atlas, &[area], &wanted)
        .areas
        .into_iter()
        .flat_map(|row| row.communities)
        .map(|row| OfCommunity {
            community: row.community,
            state: row.coverage.map_or(State::NotRecorded, |found| found.state),
            census_people: row.census_people,
            claims: row.claims,
        })
        .collect();
    if by_community.is_empty() {
        return Value::none(Why::NothingOnRecord);
    }
    let mut count = Count::default();
    for row in by_community.iter().filter(|row| row.community.is_some()) {
        match row.state {
            State::Commissioned | State::Partial => count.numerator += 1,
            State::Contested | State::NotRecorded => count.unknown += 1,
            _ => {}
        }
    }
    let mut found: Vec<Ix<Claim>> = by_community
        .iter()
        .flat_map(|row| row.claims.clone())
        .collect();
    found.sort();
    found.dedup();
    Value {
        by_community,
        counted: Counted {
            claims: found,
            ..Counted::default()
        },
        ..Value::of(Outcome::Counted(count))
    }
}
