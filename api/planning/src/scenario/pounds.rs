//! Pounds a year and places of what runs on a day.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::closed::{Role, Status};
use crate::facts::{Body, Contract, Service};
use crate::provision::{ServiceState, bodies_of, responsible, state_of};
use crate::table::Ix;

/// A sum of what is on record, and of how many it is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What is on record, pence.
    pub pence: i64,
    /// Awards whose value is on record.
    pub stated: u64,
    /// Awards whose value is not, and services that run without an award.
    pub not_stated: u64,
}

/// People that services are to reach a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Those on record.
    pub people: u64,
    /// Awards that say how many.
    pub stated: u64,
    /// Awards that do not, and services that run without an award.
    pub not_stated: u64,
}

/// What runs on a day, and its money a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Running {
    /// Services that run.
    pub services: u64,
    /// Awards that run; one inside another is not added to it.
    pub awards: u64,
    /// A year's value, if the value on record is that of the base term.
    pub base: Reading,
    /// A year's value, if it is that of the full term.
    pub full: Reading,
    /// People that it is to reach a year.
    pub places: Places,
}

impl Reading {
    fn add(&mut self, pence: Option<i64>) {
        match pence {
            Some(pence) => {
                self.pence = self.pence.saturating_add(pence);
                self.stated += 1;
            }
            None => self.not_stated += 1,
        }
    }
}

impl Places {
    fn add(&mut self, people: Option<u64>) {
        match people {
            Some(people) => {
                self.people = self.people.saturating_add(people);
                self.stated += 1;
            }
            None => self.not_stated += 1,
        }
    }
}

impl Running {
    /// Adds what a service is on a day.
    pub fn add(&mut self, atlas: &Atlas, service: Ix<Service>, day: NaiveDate) {
        let runs = matches!(
            state_of(atlas, service, day),
            ServiceState::Live | ServiceState::Contested
        );
        self.services += u64::from(runs);
        let contracts = atlas.contracts_of_service(service).iter();
        let awards: Vec<&Contract> = contracts
            .map(|ix| atlas.contracts.get(*ix))
            .filter(|row| runs_on(row, day) && !lies_in_another(atlas, row, day))
            .collect();
        for award in &awards {
            self.awards += 1;
            self.base.add(award.annual_base_pence);
            self.full.add(award.annual_full_pence);
            self.places.add(award.places);
        }
        if runs && awards.is_empty() {
            self.base.add(None);
            self.full.add(None);
            self.places.add(None);
        }
    }
}

/// Whether an award runs on a day: begun, and neither ended nor at the end of a
/// base term whose extension nobody has confirmed.
pub(super) fn runs_on(row: &Contract, day: NaiveDate) -> bool {
    let end = row.base_ends_on.or(row.ends_on);
    let told = match row.status {
        Status::Live => true,
        Status::Ended => end.is_some(),
        Status::Planned | Status::Abandoned | Status::Absent | Status::Unclear => false,
    };
    told && row.starts_on.is_none_or(|start| start.first() <= day)
        && end.is_none_or(|end| day <= end.last())
}

fn lies_in_another(atlas: &Atlas, row: &Contract, day: NaiveDate) -> bool {
    let whole = row.part_of.as_ref().and_then(|id| atlas.contracts.find(id));
    whole.is_some_and(|whole| runs_on(atlas.contracts.get(whole), day))
}

/// Who answers for a service on a day: its commissioners, or who has followed
/// them; none: not on record.
pub type Commissioners = Vec<Ix<Body>>;

/// What runs on a day by who answers for it. A service of several commissioners
/// is theirs together, never split.
pub(super) fn by_commissioner(atlas: &Atlas, day: NaiveDate) -> BTreeMap<Commissioners, Running> {
    let mut found: BTreeMap<Commissioners, Running> = BTreeMap::new();
    for (service, _) in atlas.services.iter() {
        let mut running = Running::default();
        running.add(atlas, service, day);
        if running == Running::default() {
            continue;
        }
        let mut bodies: Commissioners = bodies_of(atlas, service, Role::Commissioner)
            .into_iter()
            .map(|body| responsible(atlas, body, day).successor.unwrap_or(body))
            .collect();
        bodies.sort();
        bodies.dedup();
        found.entry(bodies).or_default().join(&running);
    }
    found
}

impl Running {
    fn join(&mut self, other: &Self) {
        self.services += other.services;
        self.awards += other.awards;
        for (own, other) in [(&mut self.base, &other.base), (&mut self.full, &other.full)] {
            own.pence = own.pence.saturating_add(other.pence);
            own.stated += other.stated;
            own.not_stated += other.not_stated;
        }
        self.places.people = self.places.people.saturating_add(other.places.people);
        self.places.stated += other.places.stated;
        self.places.not_stated += other.places.not_stated;
    }

    /// The sum of several.
    pub(super) fn sum<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut sum = Self::default();
        for part in parts {
            sum.join(part);
        }
        sum
    }
}
