//! How much of the money is on record at all: which services have no end and no
//! value, which end by a day, which straddle a change of commissioner.

use chrono::NaiveDate;

use super::cliff::{Stakes, Straddles, changes_from, stakes, straddles};
use super::endings::{Ending, Standing, endings};
use super::scope::Scope;
use crate::atlas::Atlas;
use crate::facts::{BodySuccession, Service};
use crate::provision::{self, ServiceState};
use crate::table::Ix;

/// Live services, and of how many what is not on record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Silence {
    /// Live services in scope.
    pub services: u64,
    /// Without an end on record.
    pub no_end: u64,
    /// Without a value on record, of a year or of a whole term.
    pub no_value: u64,
    /// Without a yearly value on either reading.
    pub no_yearly_value: u64,
    /// Without an end and without a value.
    pub neither: u64,
    /// With both.
    pub both: u64,
    /// That go on by a record while every contract of theirs is over: what pays
    /// for them is not on record.
    pub contract_over: u64,
}

/// Live services that straddle a change of commissioner.
#[derive(Clone, Debug, PartialEq)]
pub struct StraddlingServices {
    /// The change.
    pub change: Ix<BodySuccession>,
    /// Those that run across it, by id.
    pub services: Vec<Ix<Service>>,
    /// What is at stake in them.
    pub stakes: Stakes,
    /// Those that do only if an extension is taken up that nobody has confirmed.
    pub if_extended: u64,
    /// Those whose end is not on record.
    pub end_not_on_record: u64,
}

/// What is on record of the money in scope.
#[derive(Clone, Debug, PartialEq)]
pub struct OnRecord {
    /// Live services.
    pub live: Silence,
    /// Everything that runs, and its people: a service without a contract counts
    /// once.
    pub running: Stakes,
    /// Live services that end by the day asked about, earliest first.
    pub ending: Vec<Ix<Service>>,
    /// What is at stake in them.
    pub ending_stakes: Stakes,
    /// By change of commissioner, by date.
    pub straddling: Vec<StraddlingServices>,
}

/// What is on record of live services on a day, and which of them end by
/// another, that day included.
pub fn on_record(atlas: &Atlas, scope: &Scope, as_of: NaiveDate, ending_by: NaiveDate) -> OnRecord {
    let all = endings(atlas, scope, as_of);
    let is_live = |service| provision::state_of(atlas, service, as_of) == ServiceState::Live;
    // A contract that has run out is no money of a service that goes on.
    let runs = |e: &&Ending| {
        e.standing == Standing::Counts
            && is_live(e.service)
            && e.ends_on.is_none_or(|end| end.last() >= as_of)
    };
    let mut services: Vec<Ix<Service>> = all.iter().map(|e| e.service).collect();
    services.retain(|service| is_live(*service));
    services.sort();
    services.dedup();
    let running: Vec<&Ending> = all.iter().filter(runs).collect();
    let of_services = |chosen: &[Ix<Service>]| {
        let own = running.iter().copied();
        let own: Vec<&Ending> = own.filter(|e| chosen.contains(&e.service)).collect();
        stakes(atlas, scope, &own, &all, as_of)
    };
    let end_of = |service| provision::ends_on(atlas, service, as_of);
    let mut ending: Vec<Ix<Service>> = services.clone();
    ending.retain(|service| end_of(*service).is_some_and(|end| end.last() <= ending_by));
    ending.sort_by_key(|service| (end_of(*service).map(|end| end.last()), *service));
    OnRecord {
        live: silence(atlas, &services, &running, as_of),
        running: stakes(atlas, scope, &running, &all, as_of),
        ending_stakes: of_services(&ending),
        ending,
        straddling: straddling(atlas, &running, as_of, &of_services),
    }
}

fn silence(
    atlas: &Atlas,
    services: &[Ix<Service>],
    running: &[&Ending],
    as_of: NaiveDate,
) -> Silence {
    let mut found = Silence::default();
    for service in services {
        let own = || running.iter().filter(|e| e.service == *service);
        let contracts = || {
            own()
                .filter_map(|e| e.contract)
                .map(|ix| atlas.contracts.get(ix))
        };
        let yearly = own().any(|e| e.yearly.base.is_some() || e.yearly.full.is_some());
        let value = yearly || contracts().any(|row| row.value_pence.is_some());
        let end = provision::ends_on(atlas, *service, as_of).is_some();
        found.services += 1;
        found.contract_over += u64::from(own().next().is_none());
        found.no_end += u64::from(!end);
        found.no_value += u64::from(!value);
        found.no_yearly_value += u64::from(!yearly);
        found.neither += u64::from(!end && !value);
        found.both += u64::from(end && value);
    }
    found
}

fn straddling(
    atlas: &Atlas,
    running: &[&Ending],
    as_of: NaiveDate,
    of_services: &dyn Fn(&[Ix<Service>]) -> Stakes,
) -> Vec<StraddlingServices> {
    changes_from(atlas, as_of)
        .into_iter()
        .filter_map(|change| {
            let count = |wanted: Straddles| {
                let crossing = |e: &&&Ending| straddles(atlas, e, change, as_of) == Some(wanted);
                let mut found: Vec<Ix<Service>> =
                    running.iter().filter(crossing).map(|e| e.service).collect();
                found.sort();
                found.dedup();
                found
            };
            let services = count(Straddles::Yes);
            let size = |found: Vec<Ix<Service>>| u64::try_from(found.len()).unwrap_or(u64::MAX);
            let found = StraddlingServices {
                change,
                stakes: of_services(&services),
                services,
                if_extended: size(count(Straddles::IfExtended)),
                end_not_on_record: size(count(Straddles::EndNotOnRecord)),
            };
            let is_any =
                !found.services.is_empty() || found.if_extended > 0 || found.end_not_on_record > 0;
            is_any.then_some(found)
        })
        .collect()
}
