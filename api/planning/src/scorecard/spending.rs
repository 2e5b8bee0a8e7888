//! Money on record as committed.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::measure::SpentOn;
use super::services::running;
use super::{Count, Counted, Outcome, Value, Why};
use crate::atlas::Atlas;
use crate::coverage::reading_of;
use crate::facts::{Area, FundingAllocation, Service};
use crate::money::financial_year;
use crate::provision::lies_inside;
use crate::table::Ix;

/// Pence committed to some of the services that run in the area alone.
pub(super) fn committed(atlas: &Atlas, spent_on: SpentOn, area: Ix<Area>, day: NaiveDate) -> Value {
    let year = financial_year(day);
    let wanted = services_of(atlas, spent_on, area, day);
    let mut count = Count::default();
    let mut whole = 0;
    let mut allocations: Vec<Ix<FundingAllocation>> = Vec::new();
    let mut services: BTreeSet<Ix<Service>> = BTreeSet::new();
    for (ix, row) in atlas.funding_allocations.iter() {
        let Some(service) = atlas.services.find(&row.service) else {
            continue;
        };
        if row.financial_year != year || !runs_inside(atlas, service, area, day) {
            continue;
        }
        let pence = u64::try_from(row.committed_pence).unwrap_or(0);
        whole += pence;
        if wanted.contains(&service) {
            count.numerator += pence;
            allocations.push(ix);
            services.insert(service);
        }
    }
    if whole == 0 {
        return Value::none(Why::NothingOnRecord);
    }
    count.denominator = Some(whole);
    Value {
        counted: Counted {
            allocations,
            services: services.into_iter().collect(),
            ..Counted::default()
        },
        ..Value::of(Outcome::Counted(count))
    }
}

fn services_of(
    atlas: &Atlas,
    spent_on: SpentOn,
    area: Ix<Area>,
    day: NaiveDate,
) -> BTreeSet<Ix<Service>> {
    match spent_on {
        SpentOn::Offers(offers) => offers
            .iter()
            .flat_map(|offer| running(atlas, offer, area, day).into_keys())
            .collect(),
        SpentOn::Claims(kind) => atlas
            .claims
            .iter()
            .filter(|(_, claim)| claim.kind == kind)
            .filter_map(|(_, claim)| atlas.services.find(claim.service.as_ref()?))
            .collect(),
    }
}

/// Whether a service runs on the day, and nowhere but inside the area.
fn runs_inside(atlas: &Atlas, service: Ix<Service>, area: Ix<Area>, day: NaiveDate) -> bool {
    let mut live = atlas
        .coverage_of_service(service)
        .iter()
        .filter(|record| reading_of(atlas, **record, day).standing.is_live())
        .peekable();
    live.peek().is_some()
        && live.all(|record| lies_inside(atlas, atlas.coverage_links(*record).area, area, day))
}
