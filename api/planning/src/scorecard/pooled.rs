//! Pooled budgets and minimum offers on record.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Count, Counted, Outcome, Value, Why};
use crate::atlas::{Atlas, within};
use crate::facts::{Area, Pool};
use crate::table::Ix;

/// Pooled budgets in force that may buy one of the offers.
pub(super) fn in_force(atlas: &Atlas, offers: &[&str], area: Ix<Area>, day: NaiveDate) -> Value {
    let mut count = Count::default();
    let mut pools: Vec<Ix<Pool>> = Vec::new();
    let own: BTreeSet<_> = atlas.parts_of(area, day).map(|m| m.part).collect();
    for (ix, row) in atlas.pools.iter() {
        let buys = row
            .offers
            .iter()
            .any(|offer| offers.contains(&offer.as_str()));
        if !buys || !within(Some(row.starts_on), row.ends_on, day) {
            continue;
        }
        match row.area.as_ref().and_then(|id| atlas.areas.find(id)) {
            None => count.unknown += 1,
            Some(of) if of == area || atlas.parts_of(of, day).any(|m| own.contains(&m.part)) => {
                count.numerator += 1;
            }
            Some(_) => continue,
        }
        pools.push(ix);
    }
    if pools.is_empty() {
        return Value::none(Why::NothingOnRecord);
    }
    Value {
        counted: Counted {
            pools,
            ..Counted::default()
        },
        ..Value::of(Outcome::Counted(count))
    }
}

/// Minimum offers on record; the same in every area.
pub(super) fn standards(atlas: &Atlas) -> Value {
    let standards: Vec<_> = atlas.standards.iter().map(|(ix, _)| ix).collect();
    if standards.is_empty() {
        return Value::none(Why::NothingOnRecord);
    }
    let count = Count {
        numerator: u64::try_from(standards.len()).unwrap_or(u64::MAX),
        ..Count::default()
    };
    Value {
        counted: Counted {
            standards,
            ..Counted::default()
        },
        ..Value::of(Outcome::Counted(count))
    }
}
