//! What a service is on a day, and who answers for it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::closed::{Role, Status};
use crate::coverage::{Answer, Question, Standing, answer, reading_of};
use crate::dates::PartialDate;
use crate::facts::{Area, Body, BodySuccession, Coverage, Offer, Service};
use crate::table::Ix;

/// What a service is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ServiceState {
    /// A record says that it runs.
    Live,
    /// Its records disagree about whether it runs.
    Contested,
    /// Contracted or announced, not begun.
    Planned,
    /// It has ended.
    Ended,
    /// The procurement was abandoned.
    Abandoned,
    /// The records do not settle it.
    Unclear,
    /// No record speaks of that day.
    NotRecorded,
}

impl ServiceState {
    /// Every state, in order.
    pub const ALL: &'static [Self] = &[
        Self::Live,
        Self::Contested,
        Self::Planned,
        Self::Ended,
        Self::Abandoned,
        Self::Unclear,
        Self::NotRecorded,
    ];
}

/// What a service's records say of it on a day: live before disputed, planned,
/// ended, abandoned and unclear.
pub fn state_of(atlas: &Atlas, service: Ix<Service>, day: NaiveDate) -> ServiceState {
    let records = atlas.coverage_of_service(service).iter();
    state_from(records.map(|record| reading_of(atlas, *record, day).standing))
}

/// What records that say this make of their service.
pub(crate) fn state_from(standings: impl IntoIterator<Item = Standing>) -> ServiceState {
    standings
        .into_iter()
        .map(|standing| match standing {
            Standing::Live | Standing::PerhapsLive => ServiceState::Live,
            Standing::Disputed => ServiceState::Contested,
            Standing::Planned => ServiceState::Planned,
            Standing::Lapsed => ServiceState::Ended,
            Standing::Abandoned => ServiceState::Abandoned,
            Standing::Lead | Standing::Absent => ServiceState::Unclear,
            Standing::Silent => ServiceState::NotRecorded,
        })
        .min()
        .unwrap_or(ServiceState::NotRecorded)
}

/// The first start on record: of the records and contracts that are live,
/// planned or ended.
pub fn starts_on(atlas: &Atlas, service: Ix<Service>) -> Option<PartialDate> {
    dated(atlas, service, |row| row.0).min()
}

/// The last end on record: of the records and contracts that are not abandoned;
/// the end of the base term where an extension is not confirmed. An end before
/// the day is no end of a service that runs on the day.
pub fn ends_on(atlas: &Atlas, service: Ix<Service>, day: NaiveDate) -> Option<PartialDate> {
    let runs = matches!(
        state_of(atlas, service, day),
        ServiceState::Live | ServiceState::Contested
    );
    dated(atlas, service, |row| row.1)
        .filter(|date| !runs || day <= date.last())
        .max_by_key(|date| date.last())
}

fn dated(
    atlas: &Atlas,
    service: Ix<Service>,
    pick: impl Fn((Option<PartialDate>, Option<PartialDate>)) -> Option<PartialDate>,
) -> impl Iterator<Item = PartialDate> {
    let counts = |status: Status| matches!(status, Status::Live | Status::Ended | Status::Planned);
    let records = atlas.coverage_of_service(service).iter().filter_map(|ix| {
        let row = atlas.coverage.get(*ix);
        counts(row.status).then_some((row.starts_on, row.base_ends_on.or(row.ends_on)))
    });
    let contracts = atlas.contracts_of_service(service).iter().filter_map(|ix| {
        let row = atlas.contracts.get(*ix);
        counts(row.status).then_some((row.starts_on, row.base_ends_on.or(row.ends_on)))
    });
    records
        .chain(contracts)
        .filter_map(pick)
        .collect::<Vec<_>>()
        .into_iter()
}

/// The offers of a service, by id.
pub fn offers_of(atlas: &Atlas, service: Ix<Service>) -> Vec<Ix<Offer>> {
    let mut offers: Vec<Ix<Offer>> = atlas
        .coverage_of_service(service)
        .iter()
        .map(|ix| atlas.coverage_links(*ix).offer)
        .collect();
    offers.sort();
    offers.dedup();
    offers
}

/// The bodies of a service in one role, by id.
pub fn bodies_of(atlas: &Atlas, service: Ix<Service>, role: Role) -> Vec<Ix<Body>> {
    let mut bodies: Vec<Ix<Body>> = atlas
        .bodies_of_service(service)
        .iter()
        .map(|ix| atlas.service_bodies.get(*ix))
        .filter(|row| row.role == role)
        .filter_map(|row| atlas.bodies.find(&row.body))
        .collect();
    bodies.sort();
    bodies.dedup();
    bodies
}

/// Who answers for a body's commissioning on a day.
#[derive(Clone, Copy, Debug)]
pub struct Responsible<'a> {
    /// The body on record.
    pub body: Ix<Body>,
    /// Its successor by that day; `None`: still itself, or not settled who.
    pub successor: Option<Ix<Body>>,
    /// The change by which it passed, or is due to.
    pub change: Option<&'a BodySuccession>,
}

/// Follows a commissioner through the reorganisations dated up to a day, one
/// after another. Where the latest change names several successors it is not
/// settled who.
pub fn responsible(atlas: &Atlas, body: Ix<Body>, day: NaiveDate) -> Responsible<'_> {
    let mut found = Responsible {
        body,
        successor: None,
        change: None,
    };
    let mut followed = BTreeSet::from([body]);
    let mut current = body;
    loop {
        let changes = latest_changes(atlas, current, found.change, day);
        let Some(last) = changes.last() else {
            return found;
        };
        found.change = Some(last);
        let mut names: Vec<&String> = changes
            .iter()
            .filter_map(|c| c.successor.as_ref())
            .collect();
        names.sort();
        names.dedup();
        found.successor = match names.as_slice() {
            [one] => atlas.bodies.find(one),
            _ => None,
        };
        match found.successor {
            Some(next) if followed.insert(next) => current = next,
            _ => return found,
        }
    }
}

/// The changes of a body on the latest date up to a day, none of them before
/// the change by which it came in.
fn latest_changes<'a>(
    atlas: &'a Atlas,
    body: Ix<Body>,
    since: Option<&BodySuccession>,
    day: NaiveDate,
) -> Vec<&'a BodySuccession> {
    let id = &atlas.bodies.get(body).id;
    let mut changes: Vec<&BodySuccession> = atlas
        .body_successions
        .iter()
        .map(|(_, row)| row)
        .filter(|row| &row.predecessor == id)
        .filter(|row| row.date.is_some_and(|date| date.first() <= day))
        .filter(|row| follows(since, row))
        .collect();
    let latest = changes.iter().map(|row| row.date).max();
    changes.retain(|row| Some(row.date) == latest);
    changes
}

fn follows(before: Option<&BodySuccession>, change: &BodySuccession) -> bool {
    let since = before.and_then(|change| change.date);
    since
        .zip(change.date)
        .is_none_or(|(since, date)| since.first() <= date.last())
}

/// Services with a record of any part of an area, or of a prison or court
/// placed in it, by id.
pub fn services_in(atlas: &Atlas, area: Ix<Area>, day: NaiveDate) -> Vec<Ix<Service>> {
    let mut found = BTreeSet::new();
    for member in atlas.parts_of(area, day) {
        for home in atlas.areas_ever_of(member.part) {
            found.extend(services_named_in(atlas, home));
        }
    }
    for place in atlas.places_within(area, day) {
        found.extend(services_named_in(atlas, place));
    }
    found.extend(services_named_in(atlas, area));
    found.into_iter().collect()
}

/// The services that run by the records of an answer, each with those records:
/// in the area, or at a prison or court of it.
pub fn live_services(
    atlas: &Atlas,
    question: &Question<'_>,
    found: &Answer,
) -> BTreeMap<Ix<Service>, BTreeSet<Ix<Coverage>>> {
    let mut services: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    let of_places = found.places.iter().map(|at| {
        let area = at.place;
        answer(atlas, &Question { area, ..*question })
    });
    for of in of_places.chain([found.clone()]) {
        for used in of.explanation.records {
            let links = atlas.coverage_links(used.record);
            if let Some(service) = links.service.filter(|_| used.reading.standing.is_live()) {
                services.entry(service).or_default().insert(used.record);
            }
        }
    }
    services
}

/// Whether an area lies wholly inside another.
pub fn lies_inside(atlas: &Atlas, inner: Ix<Area>, outer: Ix<Area>, day: NaiveDate) -> bool {
    if inner == outer {
        return true;
    }
    if atlas.areas.get(inner).kind.is_place() {
        return atlas.place_lies_in(inner, outer, day);
    }
    let whole: BTreeSet<_> = atlas
        .parts_of(outer, day)
        .filter(|member| member.whole)
        .map(|member| member.part)
        .collect();
    let mut parts = atlas.parts_of(inner, day).peekable();
    parts.peek().is_some() && parts.all(|member| whole.contains(&member.part))
}

fn services_named_in(atlas: &Atlas, area: Ix<Area>) -> impl Iterator<Item = Ix<Service>> + '_ {
    atlas
        .coverage_of_area(area)
        .iter()
        .filter_map(|record| atlas.coverage_links(*record).service)
}

#[cfg(test)]
mod tests;
