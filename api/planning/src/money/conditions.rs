//! Whether a service fits the conditions of a funding stream.
//!
//! Those of one kind are alternatives, and all kinds hold. A condition is broken
//! where nothing of the service fits it; what is not on record breaks nothing.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::closed::{FundingConditionKind, Role, Stage};
use crate::facts::{Area, Body, Cohort, FundingCondition, FundingStream, Part, Service};
use crate::provision;
use crate::table::Ix;

/// A condition that a service does not fit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Broken {
    /// What it is on.
    pub kind: FundingConditionKind,
    /// What the stream allows, by id or code, in order.
    pub allowed: Vec<String>,
    /// What the service has instead, by id or code, in order.
    pub found: Vec<String>,
}

/// Every condition of a stream that a service breaks, by kind.
pub fn broken(
    atlas: &Atlas,
    stream: Ix<FundingStream>,
    service: Ix<Service>,
    as_of: NaiveDate,
) -> Vec<Broken> {
    let kinds = FundingConditionKind::ALL.iter();
    kinds
        .filter_map(|kind| {
            let allowed = allowed(atlas, stream, *kind);
            if allowed.is_empty() {
                return None;
            }
            let found = found(atlas, service, *kind);
            let fits = allowed
                .iter()
                .any(|allowed| fits(atlas, *kind, allowed, service, as_of));
            (!found.is_empty() && !fits).then_some(Broken {
                kind: *kind,
                allowed,
                found,
            })
        })
        .collect()
}

/// What a stream allows of a kind: by its conditions, and by its own area and
/// cohort. Empty: nothing is stated.
pub fn allowed(
    atlas: &Atlas,
    stream: Ix<FundingStream>,
    kind: FundingConditionKind,
) -> Vec<String> {
    let of_kind = |row: &FundingCondition| -> Option<String> {
        match kind {
            FundingConditionKind::Offer => row.offer.clone(),
            FundingConditionKind::Stage => row.stage.map(|stage| stage.code().to_owned()),
            FundingConditionKind::Area => row.area.clone(),
            FundingConditionKind::Cohort => row.cohort.clone(),
            FundingConditionKind::Body => row.body.clone(),
            FundingConditionKind::BodyKind => row.body_kind.clone(),
        }
    };
    let conditions = atlas.conditions_of_stream(stream).iter();
    let mut found: Vec<String> = conditions
        .map(|ix| atlas.funding_conditions.get(*ix))
        .filter(|row| row.kind == kind)
        .filter_map(of_kind)
        .collect();
    if found.is_empty() {
        let row = atlas.funding_streams.get(stream);
        match kind {
            FundingConditionKind::Area => found.extend(row.area.clone()),
            FundingConditionKind::Cohort => found.push(row.cohort.clone()),
            _ => {}
        }
    }
    found.sort();
    found.dedup();
    found
}

/// What a service has of a kind. Empty: nothing is on record.
fn found(atlas: &Atlas, service: Ix<Service>, kind: FundingConditionKind) -> Vec<String> {
    let mut found: Vec<String> = match kind {
        FundingConditionKind::Offer => provision::offers_of(atlas, service)
            .into_iter()
            .map(|ix| atlas.offers.get(ix).id.clone())
            .collect(),
        FundingConditionKind::Stage => stages(atlas, service)
            .into_iter()
            .map(|stage| stage.code().to_owned())
            .collect(),
        FundingConditionKind::Area => areas(atlas, service)
            .into_iter()
            .map(|ix| atlas.areas.get(ix).id.clone())
            .collect(),
        FundingConditionKind::Cohort => vec![atlas.services.get(service).cohort.clone()],
        FundingConditionKind::Body => bodies(atlas, service)
            .into_iter()
            .map(|ix| atlas.bodies.get(ix).id.clone())
            .collect(),
        FundingConditionKind::BodyKind => bodies(atlas, service)
            .into_iter()
            .map(|ix| atlas.bodies.get(ix).kind.clone())
            .collect(),
    };
    found.sort();
    found.dedup();
    found
}

fn fits(
    atlas: &Atlas,
    kind: FundingConditionKind,
    allowed: &str,
    service: Ix<Service>,
    as_of: NaiveDate,
) -> bool {
    match kind {
        FundingConditionKind::Offer => atlas.offers.find(allowed).is_some_and(|offer| {
            let answering = atlas.answering_for(offer);
            let offers = provision::offers_of(atlas, service);
            offers.iter().any(|own| answering.contains(own))
        }),
        FundingConditionKind::Area => atlas.areas.find(allowed).is_some_and(|area| {
            let own = areas(atlas, service);
            own.into_iter().any(|own| overlap(atlas, own, area, as_of))
        }),
        FundingConditionKind::Cohort => {
            let own = atlas.cohorts.find(&atlas.services.get(service).cohort);
            let both = own.zip(atlas.cohorts.find(allowed));
            both.is_some_and(|(own, allowed)| meet(atlas, own, allowed))
        }
        _ => found(atlas, service, kind).iter().any(|own| own == allowed),
    }
}

/// Whether some people are in both cohorts, as far as is on record: two narrow
/// ones that differ are taken to be of other people.
fn meet(atlas: &Atlas, one: Ix<Cohort>, other: Ix<Cohort>) -> bool {
    let (a, b) = (atlas.cohorts.get(one), atlas.cohorts.get(other));
    let sexes_meet = a.sex == b.sex || [a, b].iter().any(|row| row.sex == "any");
    one == other || (sexes_meet && !(a.narrow && b.narrow))
}

/// Whether two areas hold a part in common, or one is a place in the other.
fn overlap(atlas: &Atlas, one: Ix<Area>, other: Ix<Area>, as_of: NaiveDate) -> bool {
    let parts = |area| -> BTreeSet<Ix<Part>> {
        let members = atlas.parts_of(area, as_of);
        members.map(|member| member.part).collect()
    };
    one == other
        || !parts(one).is_disjoint(&parts(other))
        || atlas.place_lies_in(one, other, as_of)
        || atlas.place_lies_in(other, one, as_of)
}

fn areas(atlas: &Atlas, service: Ix<Service>) -> BTreeSet<Ix<Area>> {
    let records = atlas.coverage_of_service(service).iter();
    records.map(|ix| atlas.coverage_links(*ix).area).collect()
}

/// The stages that its records state, else those of their offers.
fn stages(atlas: &Atlas, service: Ix<Service>) -> BTreeSet<Stage> {
    let records = atlas.coverage_of_service(service).iter();
    records
        .flat_map(|ix| {
            let own = &atlas.coverage.get(*ix).stages;
            if own.is_empty() {
                &atlas.offers.get(atlas.coverage_links(*ix).offer).stages
            } else {
                own
            }
        })
        .copied()
        .collect()
}

/// Those who would receive it: who delivers, as lead or in part.
fn bodies(atlas: &Atlas, service: Ix<Service>) -> BTreeSet<Ix<Body>> {
    [Role::Provider, Role::Subcontractor]
        .into_iter()
        .flat_map(|role| provision::bodies_of(atlas, service, role))
        .collect()
}
