//! What ends when: every contract, and every service of which no contract is on
//! record, or none that counts.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::scope::{self, Scope};
use super::sums::AtStake;
use super::yearly::{self, Yearly};
use crate::atlas::Atlas;
use crate::closed::{ProcurementProcedure, Status};
use crate::dates::{PartialDate, months_after};
use crate::facts::{Area, Contract, Coverage, Part, Service};
use crate::provision::{self, ServiceState};
use crate::table::Ix;

/// Whether an ending counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It runs, or ran.
    Counts,
    /// Contracted or announced, not begun: nothing is at stake yet.
    Planned,
    /// The procurement was abandoned: it never ran, and adds nothing.
    Abandoned,
    /// Its source does not settle whether it was awarded.
    Unclear,
}

/// Where the date of an end comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EndFrom {
    /// The contract states it.
    Contract,
    /// Other records of the service state it.
    Service,
    /// It has ended; when is not on record.
    EndedUndated,
    /// None is on record, which is not "without end".
    NotOnRecord,
}

/// One thing that ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Ending {
    /// The service.
    pub service: Ix<Service>,
    /// Its contract; `None`: none is on record.
    pub contract: Option<Ix<Contract>>,
    /// Whether it counts.
    pub standing: Standing,
    /// First day on record.
    pub starts_on: Option<PartialDate>,
    /// The day that counts: the last of the base term while an extension is not
    /// confirmed.
    pub ends_on: Option<PartialDate>,
    /// Where that day comes from.
    pub end_from: EndFrom,
    /// The last day of an extension that nobody has confirmed.
    pub extension_to: Option<PartialDate>,
    /// Both readings of its year.
    pub yearly: Yearly,
    /// People that it is to reach a year; `None`: not on record.
    pub places: Option<u64>,
    /// How it was bought; `None`: not stated.
    pub procedure: Option<ProcurementProcedure>,
    /// Whether it also covers what was not asked about: its whole value stands
    /// beside the sum of those that do not.
    pub reaches_beyond: bool,
    /// The contract in the same answer that it lies inside: it adds nothing that
    /// the other states.
    pub inside: Option<Ix<Contract>>,
    /// Where it is.
    pub footprint: Footprint,
}

/// What a contract covers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footprint {
    /// The parts of districts.
    pub parts: BTreeSet<Ix<Part>>,
    /// The prisons and courts.
    pub sites: BTreeSet<Ix<Area>>,
    /// Whether it also covers an unknown share of some part.
    pub shares_parts: bool,
}

impl Ending {
    /// Whole months from a day to the end; `None` where it is past or not on
    /// record.
    pub fn notice_months(&self, as_of: NaiveDate) -> Option<u32> {
        let end = self.ends_on?.last();
        if end < as_of {
            return None;
        }
        let mut months = 0;
        while months_after(as_of, months + 1) <= end && months < MOST_MONTHS {
            months += 1;
        }
        Some(months)
    }

    /// Whether it was awarded without competition, to tide over.
    pub fn is_bridging(&self) -> bool {
        matches!(
            self.procedure,
            Some(
                ProcurementProcedure::UrgentAward
                    | ProcurementProcedure::DirectAward
                    | ProcurementProcedure::Extension
            )
        )
    }
}

/// A century of months: no contract has more notice.
const MOST_MONTHS: u32 = 1_200;

/// Everything in scope, by end (those without last), then by service and
/// contract.
pub fn endings(atlas: &Atlas, scope: &Scope, as_of: NaiveDate) -> Vec<Ending> {
    let mut found: Vec<Ending> = scope::services(atlas, scope, as_of)
        .into_iter()
        .flat_map(|service| of_service(atlas, service, as_of))
        .filter(|ending| scope::is_of_body(atlas, scope, ending, as_of))
        .collect();
    scope::mark_beyond(atlas, scope, &mut found, as_of);
    let counted: BTreeSet<Ix<Contract>> = found
        .iter()
        .filter(|ending| ending.standing == Standing::Counts)
        .filter_map(|ending| ending.contract)
        .collect();
    for ending in &mut found {
        let wholes = around(atlas, ending);
        ending.inside = wholes.into_iter().find(|whole| counted.contains(whole));
    }
    found.sort_by_key(|e| {
        let end = e.ends_on.map(PartialDate::last);
        (end.is_none(), end, e.service, e.contract)
    });
    found
}

/// What some endings have at stake together. One that lies inside another adds
/// only what the other does not state.
pub fn at_stake<'a>(endings: impl IntoIterator<Item = &'a Ending>, all: &[Ending]) -> AtStake {
    let by_contract: BTreeMap<Ix<Contract>, &Ending> = all
        .iter()
        .filter_map(|ending| Some((ending.contract?, ending)))
        .collect();
    let mut sum = AtStake::default();
    for ending in endings {
        sum.endings += 1;
        let whole = ending.inside.and_then(|ix| by_contract.get(&ix));
        let base = |e: &Ending| e.yearly.base.map(|reading| reading.pence);
        let full = |e: &Ending| e.yearly.full.map(|reading| reading.pence);
        let places = |e: &Ending| e.places.and_then(|places| i64::try_from(places).ok());
        match whole {
            None => {
                sum.base.add(base(ending));
                sum.full.add(full(ending));
                sum.places.add(places(ending));
            }
            Some(whole) => {
                sum.inside_others += 1;
                for (known, of_whole, own) in [
                    (&mut sum.base, base(whole), base(ending)),
                    (&mut sum.full, full(whole), full(ending)),
                    (&mut sum.places, places(whole), places(ending)),
                ] {
                    if of_whole.is_none() && own.is_some() {
                        known.add(own);
                    }
                }
            }
        }
    }
    sum
}

/// Every contract of a service; the service itself where it has none, or runs
/// while none that counts is on record.
fn of_service(atlas: &Atlas, service: Ix<Service>, as_of: NaiveDate) -> Vec<Ending> {
    let contracts = atlas.contracts_of_service(service).iter();
    let mut found: Vec<Ending> = contracts
        .map(|contract| of_contract(atlas, service, *contract, as_of))
        .collect();
    let counts = |ending: &Ending| ending.standing == Standing::Counts;
    if !found.iter().any(counts) {
        let own = of_records(atlas, service, as_of);
        let is_first = found.is_empty();
        found.extend(own.filter(|ending| is_first || counts(ending)));
    }
    found
}

fn of_contract(
    atlas: &Atlas,
    service: Ix<Service>,
    contract: Ix<Contract>,
    as_of: NaiveDate,
) -> Ending {
    let row = atlas.contracts.get(contract);
    let standing = match row.status {
        Status::Live | Status::Ended => Standing::Counts,
        Status::Planned => Standing::Planned,
        Status::Abandoned => Standing::Abandoned,
        Status::Absent | Status::Unclear => Standing::Unclear,
    };
    let own_end = row.base_ends_on.or(row.ends_on);
    let (ends_on, end_from) = match own_end {
        Some(end) => (Some(end), EndFrom::Contract),
        None if standing == Standing::Counts => end_of(atlas, service, row.status, as_of),
        None => (None, EndFrom::NotOnRecord),
    };
    Ending {
        service,
        contract: Some(contract),
        standing,
        starts_on: row
            .starts_on
            .or_else(|| provision::starts_on(atlas, service)),
        ends_on,
        end_from,
        extension_to: row.base_ends_on.and(row.ends_on),
        yearly: yearly::of(row),
        places: row.places,
        procedure: row.procedure,
        reaches_beyond: false,
        inside: None,
        footprint: footprint_of(atlas, contract, as_of),
    }
}

/// A service by its records alone; `None` where all that is said of it is that
/// somebody has none.
fn of_records(atlas: &Atlas, service: Ix<Service>, as_of: NaiveDate) -> Option<Ending> {
    let records = atlas.coverage_of_service(service);
    let statuses: BTreeSet<Status> = records
        .iter()
        .map(|ix| atlas.coverage.get(*ix).status)
        .collect();
    let has = |status| statuses.contains(&status);
    let standing = if has(Status::Live) || has(Status::Ended) {
        Standing::Counts
    } else if has(Status::Planned) {
        Standing::Planned
    } else if has(Status::Abandoned) {
        Standing::Abandoned
    } else if has(Status::Unclear) {
        Standing::Unclear
    } else {
        return None;
    };
    let (ends_on, end_from) = match standing {
        Standing::Counts => end_of(atlas, service, Status::Live, as_of),
        _ => (None, EndFrom::NotOnRecord),
    };
    let extension_to = records
        .iter()
        .map(|ix| atlas.coverage.get(*ix))
        .filter(|row| row.base_ends_on.is_some() && row.base_ends_on == ends_on)
        .filter_map(|row| row.ends_on)
        .max();
    Some(Ending {
        service,
        contract: None,
        standing,
        starts_on: provision::starts_on(atlas, service),
        ends_on,
        end_from,
        extension_to,
        yearly: Yearly::default(),
        places: None,
        procedure: None,
        reaches_beyond: false,
        inside: None,
        footprint: footprint(atlas, records, as_of),
    })
}

/// The end that the service's records state where the contract states none.
fn end_of(
    atlas: &Atlas,
    service: Ix<Service>,
    status: Status,
    as_of: NaiveDate,
) -> (Option<PartialDate>, EndFrom) {
    if let Some(end) = provision::ends_on(atlas, service, as_of) {
        return (Some(end), EndFrom::Service);
    }
    let is_over = status == Status::Ended
        || provision::state_of(atlas, service, as_of) == ServiceState::Ended;
    let from = if is_over {
        EndFrom::EndedUndated
    } else {
        EndFrom::NotOnRecord
    };
    (None, from)
}

/// What a contract covers: the areas of the records that rest on its own
/// evidence; of all of its service's where none does.
pub fn footprint_of(atlas: &Atlas, contract: Ix<Contract>, as_of: NaiveDate) -> Footprint {
    let row = atlas.contracts.get(contract);
    let Some(service) = atlas.services.find(&row.service) else {
        return Footprint::default();
    };
    let all = atlas.coverage_of_service(service);
    let own: Vec<Ix<Coverage>> = all
        .iter()
        .copied()
        .filter(|ix| atlas.coverage.get(*ix).evidence == row.evidence)
        .collect();
    footprint(atlas, if own.is_empty() { all } else { &own }, as_of)
}

fn footprint(atlas: &Atlas, records: &[Ix<Coverage>], as_of: NaiveDate) -> Footprint {
    let mut found = Footprint::default();
    for record in records {
        let area = atlas.coverage_links(*record).area;
        if atlas.areas.get(area).kind.is_place() {
            found.sites.insert(area);
            continue;
        }
        for member in atlas.parts_of(area, as_of) {
            if member.whole {
                found.parts.insert(member.part);
            } else {
                found.shares_parts = true;
            }
        }
    }
    found
}

/// The contracts that an ending lies inside, from the nearest outwards: those
/// that its own names, else those of the services around its own.
fn around(atlas: &Atlas, ending: &Ending) -> Vec<Ix<Contract>> {
    let mut found = Vec::new();
    let mut next = ending
        .contract
        .and_then(|ix| atlas.contracts.get(ix).part_of.as_deref());
    while let Some(whole) = next.and_then(|id| atlas.contracts.find(id)) {
        if found.contains(&whole) {
            break;
        }
        found.push(whole);
        next = atlas.contracts.get(whole).part_of.as_deref();
    }
    let mut services = BTreeSet::from([ending.service]);
    let mut next = atlas.services.get(ending.service).part_of.as_deref();
    while let Some(whole) = next.and_then(|id| atlas.services.find(id)) {
        if !services.insert(whole) {
            break;
        }
        found.extend(atlas.contracts_of_service(whole));
        next = atlas.services.get(whole).part_of.as_deref();
    }
    found
}
