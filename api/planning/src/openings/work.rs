//! Who holds the work of an opening now, and which gaps it would fill.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::closed::Role;
use crate::dates::PartialDate;
use crate::facts::{Area, Body, Offer, Opening, Service};
use crate::gaps::{Gaps, gaps};
use crate::provision::{self, ServiceState};
use crate::table::Ix;

use super::cohorts::{Relation, relation};
use super::overlap::{Reached, overlap};
use super::profile::Profile;

/// A service that does, now, what an opening would buy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The service.
    pub service: Ix<Service>,
    /// Whether the opening itself names it; otherwise it gives the same offers
    /// in the same area.
    pub named: bool,
    /// What it is on the day.
    pub state: ServiceState,
    /// Its offers that the opening would buy, by id; empty where the opening
    /// names none.
    pub offers: Vec<Ix<Offer>>,
    /// Who leads it; empty: not on record.
    pub providers: Vec<Ix<Body>>,
    /// Who works under them; empty: none on record.
    pub subcontractors: Vec<Ix<Body>>,
    /// Its last end on record; `None`: not on record.
    pub ends_on: Option<PartialDate>,
}

/// Where an opening and a profile meet: of each pair of areas that overlap, the
/// smaller. The opening's own areas where the profile names none.
pub fn scope(atlas: &Atlas, opening: &Opening, profile: &Profile, day: NaiveDate) -> Vec<Ix<Area>> {
    let theirs: Vec<Ix<Area>> = (opening.areas.iter())
        .filter_map(|id| atlas.areas.find(id))
        .collect();
    let ours = profile.areas.as_deref().unwrap_or_default();
    if ours.is_empty() || theirs.is_empty() {
        return if theirs.is_empty() {
            ours.to_vec()
        } else {
            theirs
        };
    }
    let size = |area: Ix<Area>| atlas.people_of(area, day).unwrap_or(0);
    let mut found = BTreeSet::new();
    for their in &theirs {
        for our in ours {
            if overlap(atlas, &[*their], &[*our], day).reached == Reached::No {
                continue;
            }
            found.insert(if size(*their) < size(*our) {
                *their
            } else {
                *our
            });
        }
    }
    found.into_iter().collect()
}

/// Who holds the work: the service that the opening names, and the services that
/// run, or may run, on the day with one of its offers in any of the areas for
/// people whom the opening is for. By whether it is named, then by id.
pub fn holders(
    atlas: &Atlas,
    opening: &Opening,
    areas: &[Ix<Area>],
    day: NaiveDate,
) -> Vec<Holder> {
    let named = opening.service.as_deref();
    let named = named.and_then(|id| atlas.services.find(id));
    let wanted = wanted(atlas, opening);
    let mut services: BTreeSet<Ix<Service>> = BTreeSet::new();
    if !wanted.is_empty() {
        for area in areas {
            services.extend(provision::services_in(atlas, *area, day));
        }
    }
    let runs = |service: &Ix<Service>| {
        let state = provision::state_of(atlas, *service, day);
        matches!(state, ServiceState::Live | ServiceState::Contested)
            && does_the_same(atlas, *service, opening, &wanted, (areas, day))
    };
    let others = services
        .into_iter()
        .filter(|service| Some(*service) != named)
        .filter(runs);
    named
        .into_iter()
        .chain(others)
        .map(|service| Holder {
            service,
            named: Some(service) == named,
            state: provision::state_of(atlas, service, day),
            offers: provision::offers_of(atlas, service)
                .into_iter()
                .filter(|offer| wanted.contains(offer))
                .collect(),
            providers: provision::bodies_of(atlas, service, Role::Provider),
            subcontractors: provision::bodies_of(atlas, service, Role::Subcontractor),
            ends_on: provision::ends_on(atlas, service, day),
        })
        .collect()
}

/// Whether a service has a record of one of the offers that reaches one of the
/// areas, and that is not for other people than the opening.
fn does_the_same(
    atlas: &Atlas,
    service: Ix<Service>,
    opening: &Opening,
    wanted: &BTreeSet<Ix<Offer>>,
    (areas, day): (&[Ix<Area>], NaiveDate),
) -> bool {
    let cohort = atlas.cohorts.find(&opening.cohort);
    atlas.coverage_of_service(service).iter().any(|record| {
        let links = atlas.coverage_links(*record);
        let for_others = |cohort| relation(atlas, links.cohort, cohort) == Relation::Apart;
        wanted.contains(&links.offer)
            && !cohort.is_some_and(for_others)
            && overlap(atlas, &[links.area], areas, day).reached != Reached::No
    })
}

/// The offers that an opening would buy, with the members of its families.
fn wanted(atlas: &Atlas, opening: &Opening) -> BTreeSet<Ix<Offer>> {
    let named = opening.offers.iter().filter_map(|id| atlas.offers.find(id));
    named.flat_map(|offer| atlas.answering_for(offer)).collect()
}

/// The gaps of the register that an opening would fill: of its offers (those
/// that the profile gives, where it says), for its cohort, in the areas.
pub fn gaps_filled(
    atlas: &Atlas,
    opening: &Opening,
    profile: &Profile,
    areas: &[Ix<Area>],
    day: NaiveDate,
) -> Gaps {
    let named: Vec<Ix<Offer>> = (opening.offers.iter())
        .filter_map(|id| atlas.offers.find(id))
        .collect();
    let ours = profile.offers.as_deref().unwrap_or_default();
    let both: Vec<Ix<Offer>> = (named.iter().copied())
        .filter(|offer| ours.contains(offer))
        .collect();
    let offers = if both.is_empty() { &named } else { &both };
    // What is for everybody is asked about for those whom each offer is meant for.
    let everybody = |row: &crate::facts::Cohort| !row.narrow && row.sex == "any";
    let cohort = atlas.cohorts.find(&opening.cohort);
    let cohort = cohort.filter(|cohort| !everybody(atlas.cohorts.get(*cohort)));
    gaps(atlas, areas, offers, cohort, day)
}
