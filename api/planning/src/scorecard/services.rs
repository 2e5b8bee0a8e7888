//! Services by who provides them and what else they give.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::people::question;
use super::{Count, Counted, Outcome, Value, Why};
use crate::atlas::Atlas;
use crate::closed::Role;
use crate::coverage::answer;
use crate::facts::{Area, Coverage, Service};
use crate::provision::{bodies_of, live_services};
use crate::table::Ix;

/// The kind of a body that is a voluntary organisation.
const VOLUNTARY: &str = "vcse";
/// Kinds of bodies that may hold or be a voluntary organisation.
const PERHAPS_VOLUNTARY: &[&str] = &["unknown", "partnership"];

type Running = BTreeMap<Ix<Service>, BTreeSet<Ix<Coverage>>>;

/// The services that run in the area by records of an offer.
pub(super) fn running(atlas: &Atlas, offer: &str, area: Ix<Area>, day: NaiveDate) -> Running {
    question(atlas, offer, None, area, day).map_or_else(Running::new, |question| {
        live_services(atlas, &question, &answer(atlas, &question))
    })
}

/// Services of an offer that a voluntary organisation provides.
pub(super) fn voluntary(atlas: &Atlas, offer: &str, area: Ix<Area>, day: NaiveDate) -> Value {
    counted(running(atlas, offer, area, day), |service| {
        let providers = bodies_of(atlas, service, Role::Provider);
        let kind = |ix| atlas.bodies.get(ix).kind.as_str();
        if providers.iter().any(|body| kind(*body) == VOLUNTARY) {
            Some(true)
        } else if providers.is_empty()
            || providers
                .iter()
                .any(|body| PERHAPS_VOLUNTARY.contains(&kind(*body)))
        {
            None
        } else {
            Some(false)
        }
    })
}

/// Services of one offer that give another one too, themselves or through a
/// service inside them. That another one is missing is on no record of a
/// service.
pub(super) fn with(
    atlas: &Atlas,
    offer: &str,
    also: &str,
    area: Ix<Area>,
    day: NaiveDate,
) -> Value {
    let others = running(atlas, also, area, day);
    counted(running(atlas, offer, area, day), |service| {
        let id = &atlas.services.get(service).id;
        let gives = others.keys().any(|other| {
            *other == service || atlas.services.get(*other).part_of.as_ref() == Some(id)
        });
        gives.then_some(true)
    })
}

fn counted(running: Running, holds: impl Fn(Ix<Service>) -> Option<bool>) -> Value {
    if running.is_empty() {
        return Value::none(Why::NothingOnRecord);
    }
    let mut count = Count {
        denominator: Some(0),
        ..Count::default()
    };
    for service in running.keys() {
        count.denominator = count.denominator.map(|whole| whole + 1);
        match holds(*service) {
            Some(true) => count.numerator += 1,
            Some(false) => {}
            None => count.unknown += 1,
        }
    }
    let coverage: BTreeSet<Ix<Coverage>> = running.values().flatten().copied().collect();
    Value {
        counted: Counted {
            coverage: coverage.into_iter().collect(),
            services: running.into_keys().collect(),
            ..Counted::default()
        },
        ..Value::of(Outcome::Counted(count))
    }
}
