//! What is asked about: an area, an offer, a body, or everything.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::endings::Ending;
use crate::atlas::Atlas;
use crate::closed::Role;
use crate::dates::PartialDate;
use crate::facts::{Area, Body, Offer, Part, Service};
use crate::provision;
use crate::table::Ix;

/// Whose endings are asked for; everything by default. All that is given holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Services with a record of any part of it, or of a place in it.
    pub area: Option<Ix<Area>>,
    /// Services of this offer, or of a member of this family.
    pub offer: Option<Ix<Offer>>,
    /// Services in which this body has a part, or whose commissioner's functions
    /// are with it by the day on which they end.
    pub body: Option<Ix<Body>>,
    /// The part that the body has; any if `None`.
    pub role: Option<Role>,
    /// Services with a provider of this kind (`vcse`, `nhs_trust`, …).
    pub provider_kind: Option<String>,
}

/// The services in scope, by id.
pub(super) fn services(atlas: &Atlas, scope: &Scope, as_of: NaiveDate) -> Vec<Ix<Service>> {
    let in_area = scope
        .area
        .map(|area| provision::services_in(atlas, area, as_of));
    let all = || atlas.services.iter().map(|(ix, _)| ix).collect();
    let asked = scope.offer.map(|offer| atlas.answering_for(offer));
    in_area
        .unwrap_or_else(all)
        .into_iter()
        .filter(|service| {
            asked.as_ref().is_none_or(|asked| {
                let offers = provision::offers_of(atlas, *service);
                offers.iter().any(|offer| asked.contains(offer))
            })
        })
        .filter(|service| {
            scope.provider_kind.as_ref().is_none_or(|kind| {
                let providers = provision::bodies_of(atlas, *service, Role::Provider);
                providers
                    .iter()
                    .any(|body| atlas.bodies.get(*body).kind == *kind)
            })
        })
        .collect()
}

/// Marks the endings that also cover what was not asked about.
pub(super) fn mark_beyond(atlas: &Atlas, scope: &Scope, endings: &mut [Ending], as_of: NaiveDate) {
    let area_parts: Option<BTreeSet<Ix<Part>>> = scope.area.map(|area| {
        let parts = atlas.parts_of(area, as_of);
        parts.filter(|m| m.whole).map(|m| m.part).collect()
    });
    let offers = scope.offer.map(|offer| atlas.answering_for(offer));
    for ending in endings {
        let beyond_area = area_parts
            .as_ref()
            .is_some_and(|inside| reaches_out(atlas, scope, ending, inside, as_of));
        let beyond_offer = offers.as_ref().is_some_and(|asked| {
            let all = provision::offers_of(atlas, ending.service);
            all.iter().any(|offer| !asked.contains(offer))
        });
        ending.reaches_beyond =
            beyond_area || beyond_offer || is_only_subcontracted(atlas, scope, ending);
    }
}

/// Whether an ending covers people or places outside an area.
fn reaches_out(
    atlas: &Atlas,
    scope: &Scope,
    ending: &Ending,
    inside: &BTreeSet<Ix<Part>>,
    as_of: NaiveDate,
) -> bool {
    let place_is_outside = |place: &Ix<Area>| {
        scope
            .area
            .is_some_and(|area| area != *place && !atlas.place_lies_in(*place, area, as_of))
    };
    !ending.footprint.parts.is_subset(inside) || ending.footprint.sites.iter().any(place_is_outside)
}

/// Whether the body asked about has its part in the service, or will answer for
/// its commissioning on the day that it ends.
pub(super) fn is_of_body(atlas: &Atlas, scope: &Scope, ending: &Ending, as_of: NaiveDate) -> bool {
    let Some(body) = scope.body else {
        return true;
    };
    let roles = match &scope.role {
        Some(role) => std::slice::from_ref(role),
        None => Role::ALL,
    };
    roles.iter().any(|role| {
        let bodies = provision::bodies_of(atlas, ending.service, *role);
        bodies.contains(&body)
            || *role == Role::Commissioner
                && bodies.iter().any(|commissioner| {
                    let day = ending.ends_on.map_or(as_of, PartialDate::last);
                    provision::responsible(atlas, *commissioner, day).successor == Some(body)
                })
    })
}

/// Whether the body asked about only delivers a part: what that part is worth is
/// not on record.
fn is_only_subcontracted(atlas: &Atlas, scope: &Scope, ending: &Ending) -> bool {
    let Some(body) = scope.body else {
        return false;
    };
    let has = |role| provision::bodies_of(atlas, ending.service, role).contains(&body);
    has(Role::Subcontractor)
        && ![Role::Commissioner, Role::Funder, Role::Provider]
            .into_iter()
            .any(has)
}
