//! What the register says of a service, held against the demands on money.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::FundingConditionKind as Kind;
use super::condition::{Demand, Offered, Served, Stands};
use super::room::Running;
use crate::atlas::{Atlas, Closing};
use crate::closed::{Role, Stage, Status};
use crate::dates::PartialDate;
use crate::facts::{Area, Cohort, Coverage, FundingStream, Offer, Part, Service};
use crate::table::Ix;

/// The cohort that holds everybody.
const EVERYBODY: &str = "all";

/// The demands of a stream: its conditions kind by kind, and its own area and
/// cohort.
pub fn demands_of(atlas: &Atlas, stream: Ix<FundingStream>) -> Vec<Demand> {
    let row = atlas.funding_streams.get(stream);
    let mut demands: Vec<Demand> = Vec::new();
    let own = |kind, id: &str| Demand {
        kind,
        any_of: BTreeSet::from([id.to_owned()]),
    };
    demands.extend(row.area.as_deref().map(|id| own(Kind::Area, id)));
    let narrow = Some(row.cohort.as_str()).filter(|id| *id != EVERYBODY);
    demands.extend(narrow.map(|id| own(Kind::Cohort, id)));
    for kind in Kind::ALL {
        let rows = atlas.conditions_of_stream(stream).iter();
        let rows = rows.map(|ix| atlas.funding_conditions.get(*ix));
        let any_of: BTreeSet<String> = rows
            .filter(|row| row.kind == *kind)
            .filter_map(|row| match kind {
                Kind::Offer => row.offer.clone(),
                Kind::Stage => row.stage.map(|stage| stage.code().to_owned()),
                Kind::Area => row.area.clone(),
                Kind::Cohort => row.cohort.clone(),
                Kind::Body => row.body.clone(),
                Kind::BodyKind => row.body_kind.clone(),
            })
            .collect();
        if !any_of.is_empty() {
            demands.push(Demand {
                kind: *kind,
                any_of,
            });
        }
    }
    demands
}

/// What the register says of a service, as far as demands ask.
pub fn served(atlas: &Atlas, service: Ix<Service>, demands: &[Demand], day: NaiveDate) -> Served {
    let asked = |kind: Kind| -> BTreeSet<&str> {
        let of_kind = demands.iter().filter(|demand| demand.kind == kind);
        of_kind
            .flat_map(|demand| demand.any_of.iter().map(String::as_str))
            .collect()
    };
    let records = atlas.coverage_of_service(service).iter();
    let records = records.map(|ix| {
        let links = atlas.coverage_links(*ix);
        let row = atlas.coverage.get(*ix);
        Offered {
            offer: Some(of_offer(atlas, links.offer, &asked(Kind::Offer))),
            stage: of_stages(atlas, row, links.offer, &asked(Kind::Stage)),
            area: Some(of_area(atlas, links.area, &asked(Kind::Area), day)),
            cohort: Some(of_cohort(atlas, links.cohort, &asked(Kind::Cohort))),
        }
    });
    let providers = atlas.bodies_of_service(service).iter();
    let providers: Vec<_> = providers
        .map(|ix| atlas.service_bodies.get(*ix))
        .filter(|row| row.role == Role::Provider)
        .collect();
    let told = |ids: BTreeSet<String>| {
        (!ids.is_empty()).then_some(Stands {
            within: ids,
            touches: BTreeSet::new(),
        })
    };
    let kinds = providers.iter().filter_map(|row| {
        let body = atlas.bodies.find(&row.body)?;
        Some(atlas.bodies.get(body).kind.clone())
    });
    Served {
        records: records.collect(),
        bodies: told(providers.iter().map(|row| row.body.clone()).collect()),
        body_kinds: told(kinds.collect()),
    }
}

/// A member of a family is within it; a family reaches beyond its members.
fn of_offer(atlas: &Atlas, offer: Ix<Offer>, asked: &BTreeSet<&str>) -> Stands {
    let mut stands = Stands::default();
    for id in asked {
        let Some(wanted) = atlas.offers.find(id) else {
            continue;
        };
        if wanted == offer || atlas.families_of(offer).contains(&wanted) {
            stands.within.insert((*id).to_owned());
        } else if atlas.families_of(wanted).contains(&offer) {
            stands.touches.insert((*id).to_owned());
        }
    }
    stands
}

fn of_stages(
    atlas: &Atlas,
    row: &Coverage,
    offer: Ix<Offer>,
    asked: &BTreeSet<&str>,
) -> Option<Stands> {
    let own: &[Stage] = match row.stages.is_empty() {
        true => &atlas.offers.get(offer).stages,
        false => &row.stages,
    };
    if own.is_empty() {
        return None;
    }
    let is_asked = |stage: &&Stage| asked.contains(stage.code());
    let common: BTreeSet<String> = own
        .iter()
        .filter(is_asked)
        .map(|stage| stage.code().to_owned())
        .collect();
    let all = own.iter().all(|stage| is_asked(&stage));
    Some(whole_or_part(common, all))
}

fn whole_or_part(common: BTreeSet<String>, all: bool) -> Stands {
    match all {
        true => Stands {
            within: common,
            touches: BTreeSet::new(),
        },
        false => Stands {
            within: BTreeSet::new(),
            touches: common,
        },
    }
}

/// Areas of a demand are taken together: a board that lies in two counties is
/// within both.
fn of_area(atlas: &Atlas, area: Ix<Area>, asked: &BTreeSet<&str>, day: NaiveDate) -> Stands {
    let wanted: Vec<(Ix<Area>, &str)> = asked
        .iter()
        .filter_map(|id| Some((atlas.areas.find(id)?, *id)))
        .collect();
    let parts = |of: Ix<Area>| -> BTreeSet<Ix<Part>> {
        atlas.parts_of(of, day).map(|member| member.part).collect()
    };
    let own = parts(area);
    let mut met: BTreeSet<Ix<Part>> = BTreeSet::new();
    let mut common = BTreeSet::new();
    let mut is_inside = false;
    for (other, id) in wanted {
        let theirs = parts(other);
        let is_in = other == area
            || atlas.areas.get(area).kind.is_place() && atlas.place_lies_in(area, other, day);
        let holds = atlas.areas.get(other).kind.is_place() && atlas.place_lies_in(other, area, day);
        if is_in || holds || !own.is_disjoint(&theirs) {
            common.insert(id.to_owned());
        }
        is_inside |= is_in;
        met.extend(theirs);
    }
    whole_or_part(common, is_inside || !own.is_empty() && own.is_subset(&met))
}

fn of_cohort(atlas: &Atlas, cohort: Ix<Cohort>, asked: &BTreeSet<&str>) -> Stands {
    let mut stands = Stands::default();
    let row = atlas.cohorts.get(cohort);
    for id in asked {
        let Some(wanted) = atlas.cohorts.find(id) else {
            continue;
        };
        let other = atlas.cohorts.get(wanted);
        let holds_sex = other.sex == row.sex || other.sex == "any";
        if wanted == cohort || !other.narrow && holds_sex {
            stands.within.insert((*id).to_owned());
        } else if row.sex == "any" || holds_sex {
            stands.touches.insert((*id).to_owned());
        }
    }
    stands
}

/// Whether a service is still there, by all of its records.
pub fn running(atlas: &Atlas, service: Ix<Service>) -> Running {
    let of_record = |ix: &Ix<Coverage>| {
        let row = atlas.coverage.get(*ix);
        let stated = match atlas.coverage_links(*ix).closing {
            Some(Closing::EndsOn(end, _)) => Some(end),
            _ => None,
        };
        match (row.status, row.ends_on.or(stated)) {
            (Status::Abandoned, _) | (Status::Ended, None) => Running::Ended,
            (_, Some(end)) => Running::Until(end),
            (_, None) => Running::Open,
        }
    };
    let records = atlas.coverage_of_service(service);
    records
        .iter()
        .map(of_record)
        .reduce(longer)
        .unwrap_or(Running::Open)
}

fn longer(one: Running, other: Running) -> Running {
    match (one, other) {
        (Running::Open, _) | (_, Running::Open) => Running::Open,
        (Running::Ended, other) => other,
        (one, Running::Ended) => one,
        (Running::Until(a), Running::Until(b)) => {
            Running::Until(if a.last() >= b.last() { a } else { b })
        }
    }
}

/// The last day of a service's contracts, abandoned ones left out; `None`: no
/// end is on record.
pub fn contract_ends(atlas: &Atlas, service: Ix<Service>) -> Option<PartialDate> {
    let contracts = atlas.contracts_of_service(service).iter();
    contracts
        .map(|ix| atlas.contracts.get(*ix))
        .filter(|row| row.status != Status::Abandoned)
        .filter_map(|row| row.ends_on.or(row.base_ends_on))
        .max_by_key(|end| end.last())
}
