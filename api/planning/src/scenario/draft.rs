//! The tables that steps change, copied when the first of them does.

use chrono::NaiveDate;

use crate::atlas::{Atlas, Changed, Closing, CoverageLinks};
use crate::closed::{Grade, Status, Visibility};
use crate::coverage::{Standing, read, reading_of};
use crate::dates::PartialDate;
use crate::facts::{
    Area, AreaPart, BodySuccession, Contract, Coverage, Evidence, FundingAllocation, FundingStream,
    FundingYear, Need, PoolTransfer, ScenarioStep, Service, Source, Succession,
};
use crate::provision::{ServiceState, state_from};
use crate::table::{Ix, Row};

/// A register under change. What a step does, it does to the end: it checks
/// everything before it changes anything.
pub(super) struct Draft<'a> {
    pub base: &'a Atlas,
    pub base_day: NaiveDate,
    pub changed: Changed,
    name: &'a str,
    evidence: String,
    made: usize,
}

macro_rules! tables {
    ($($($table:ident)? / $writable:ident of $field:ident: $row:ty),+ $(,)?) => {
        $(
            $(
                /// The rows as they stand.
                pub fn $table(&self) -> &[$row] {
                    self.changed.$field.as_deref().unwrap_or(self.base.$field.rows())
                }
            )?

            /// The rows, to be changed: those of the register stay where they stand, and new ones
            /// come after them.
            pub fn $writable(&mut self) -> &mut Vec<$row> {
                let base = self.base;
                self.changed.$field.get_or_insert_with(|| base.$field.rows().to_vec())
            }
        )+
    };
}

impl<'a> Draft<'a> {
    pub fn new(base: &'a Atlas, scenario: &str, name: &'a str, base_day: NaiveDate) -> Self {
        Self {
            base,
            base_day,
            changed: Changed::default(),
            name,
            evidence: format!("scenario:{scenario}"),
            made: 0,
        }
    }

    tables!(
        areas / areas_mut of areas: Area,
        / area_parts_mut of area_parts: AreaPart,
        successions / successions_mut of successions: Succession,
        body_successions / body_successions_mut of body_successions: BodySuccession,
        / services_mut of services: Service,
        coverage / coverage_mut of coverage: Coverage,
        contracts / contracts_mut of contracts: Contract,
        funding_streams / funding_streams_mut of funding_streams: FundingStream,
        funding_years / funding_years_mut of funding_years: FundingYear,
        funding_allocations / funding_allocations_mut of funding_allocations: FundingAllocation,
        pool_transfers / pool_transfers_mut of pool_transfers: PoolTransfer,
        / needs_mut of needs: Need,
    );

    /// Another step begins: what it makes is counted from one, so that it has the same ids
    /// wherever the step stands.
    pub fn begin(&mut self) {
        self.made = 0;
    }

    /// An id that no row of the register has.
    pub fn new_id(&mut self, step: &ScenarioStep) -> String {
        self.made += 1;
        format!("{}:{}", step.id, self.made)
    }

    /// What a step's rows rest on: the scenario itself, on its base day.
    pub fn evidence(&mut self) -> String {
        let (base, id) = (self.base, self.evidence.clone());
        let sources = self
            .changed
            .sources
            .get_or_insert_with(|| base.sources.rows().to_vec());
        if !sources.iter().any(|row| row.id == id) {
            sources.push(Source {
                id: id.clone(),
                version: 1,
                title: format!("Scenario: {}", self.name),
                url: None,
                publisher: None,
                licence: None,
                vintage: None,
                date: Some(PartialDate::day(self.base_day)),
                note: None,
            });
            let evidence = self
                .changed
                .evidence
                .get_or_insert_with(|| base.evidence.rows().to_vec());
            evidence.push(Evidence {
                id: id.clone(),
                version: 1,
                source: id.clone(),
                grade: Grade::Other,
                asserted_by: "scenario".to_owned(),
                confidence: None,
                statement: String::new(),
                starter_table: String::new(),
                starter_row: String::new(),
                as_of: None,
                review_on: None,
                asserter: None,
            });
        }
        id
    }

    /// Where the records of a service stand.
    pub fn records_of(&self, service: Ix<Service>) -> Vec<usize> {
        let id = &self.base.services.get(service).id;
        let own = self.base.coverage_of_service(service).iter();
        own.map(|ix| ix.position())
            .chain(added(self.base.coverage.len(), self.coverage(), |row| {
                row.service.as_ref() == Some(id)
            }))
            .collect()
    }

    /// Where the contracts of a service stand.
    pub fn contracts_of(&self, service: Ix<Service>) -> Vec<usize> {
        let id = &self.base.services.get(service).id;
        let own = self.base.contracts_of_service(service).iter();
        own.map(|ix| ix.position())
            .chain(added(self.base.contracts.len(), self.contracts(), |row| {
                &row.service == id
            }))
            .collect()
    }

    /// What a service is on a day, after the steps so far.
    pub fn state_of(&self, service: Ix<Service>, day: NaiveDate) -> ServiceState {
        let standings = self
            .records_of(service)
            .into_iter()
            .filter_map(|at| self.standing(at, day));
        state_from(standings)
    }

    /// The end that another record of the same service states for one that gives none.
    pub fn closed_on(&self, at: usize) -> Option<PartialDate> {
        let row = self.coverage().get(at)?;
        let ix = self.base.coverage.find(row.id())?;
        match self.base.coverage_links(ix).closing? {
            Closing::EndsOn(end, _) | Closing::BaseEndsOn(end, _) => Some(end),
            Closing::Contradicted(_) => None,
        }
    }

    /// What a record says of a day, after the steps so far.
    pub fn standing(&self, at: usize, day: NaiveDate) -> Option<Standing> {
        let row = self.coverage().get(at)?;
        let (table, ix) = (&self.base.coverage, self.base.coverage.find(row.id()));
        match ix {
            Some(ix) if table.get(ix) == row => Some(reading_of(self.base, ix, day).standing),
            // A step has said when it ends: no other record does.
            Some(ix) => {
                let links = CoverageLinks {
                    closing: None,
                    ..*self.base.coverage_links(ix)
                };
                Some(read(row, &links, day).standing)
            }
            None => Some(match row.status {
                Status::Live if row.ends_on.is_some_and(|end| end.last() < day) => Standing::Lapsed,
                Status::Live if row.starts_on.is_some_and(|start| day < start.first()) => {
                    Standing::Planned
                }
                Status::Live => Standing::Live,
                Status::Planned => Standing::Planned,
                _ => Standing::Abandoned,
            }),
        }
    }

    /// A record that only the scenario tells.
    pub fn told(&mut self, step: &ScenarioStep, service: String, like: Told) -> Coverage {
        Coverage {
            id: self.new_id(step),
            version: 1,
            service: Some(service),
            offer: like.offer,
            area: like.area,
            cohort: like.cohort,
            status: like.status,
            starts_on: like.starts_on,
            ends_on: like.ends_on,
            base_ends_on: None,
            stages: Vec::new(),
            intensity: None,
            evidence: self.evidence(),
            visibility: Visibility::Public,
            owner: None,
        }
    }
}

/// What a new record tells.
pub(super) struct Told {
    pub offer: String,
    pub area: String,
    pub cohort: String,
    pub status: Status,
    pub starts_on: Option<PartialDate>,
    pub ends_on: Option<PartialDate>,
}

/// The rows after those of the register that fulfil a condition.
fn added<T>(base: usize, rows: &[T], is_ours: impl Fn(&T) -> bool) -> impl Iterator<Item = usize> {
    let found: Vec<usize> = rows
        .iter()
        .enumerate()
        .skip(base)
        .filter(|(_, row)| is_ours(row))
        .map(|(at, _)| at)
        .collect();
    found.into_iter()
}
