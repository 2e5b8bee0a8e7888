//! One filter for each kind of row.

use async_graphql::InputObject;
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::closed as planned;
use planning::facts as f;
use planning::provision;
use planning::table::Ix;

use super::{DateFilter, Filter, ListFilter, MoneyFilter, TextFilter, combine, given, one_of};
use crate::graphql::enums::{
    AreaKind, Confidence, EvidenceGrade, Intensity, Nation, RecordStatus, ServiceState, Stage,
    WorksWithJustice,
};
use crate::graphql::scalars::Date;

/// Conditions on an area.
#[derive(InputObject, Clone, Debug, Default)]
pub struct AreaFilter {
    /// All of these hold.
    pub and: Option<Vec<AreaFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<AreaFilter>>,
    /// This does not hold.
    pub not: Option<Box<AreaFilter>>,
    /// Its kind is one of these.
    pub kind: Option<Vec<AreaKind>>,
    /// Its official name.
    pub name: Option<TextFilter>,
    /// One of its official codes, current or former, is one of these.
    pub code: Option<Vec<String>>,
    /// Its nation is one of these.
    pub nation: Option<Vec<Nation>>,
    /// It exists on this day.
    pub exists_on: Option<Date>,
    /// Records that name this very area.
    pub records: Option<ListFilter<CoverageRecordFilter>>,
}

impl Filter<Ix<f::Area>> for AreaFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Area>, day: NaiveDate) -> bool {
        let row = atlas.areas.get(ix);
        let own = one_of(&self.kind, row.kind.into())
            && given(&self.name, |c| c.holds(Some(&row.name)))
            && given(&self.code, |codes| {
                codes.iter().any(|code| {
                    atlas
                        .codes_of(ix)
                        .any(|c| c.code.eq_ignore_ascii_case(code))
                })
            })
            && given(&self.nation, |all| {
                row.nation.is_some_and(|n| all.contains(&n.into()))
            })
            && given(&self.exists_on, |d| row.exists_on(d.0))
            && given(&self.records, |c| {
                c.holds(atlas.coverage_of_area(ix).iter().copied(), atlas, day)
            });
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}

/// Conditions on a body.
#[derive(InputObject, Clone, Debug, Default)]
pub struct BodyFilter {
    /// All of these hold.
    pub and: Option<Vec<BodyFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<BodyFilter>>,
    /// This does not hold.
    pub not: Option<Box<BodyFilter>>,
    /// Its name.
    pub name: Option<TextFilter>,
    /// Its kind: `nhs_trust`, `vcse`, `council`, …
    pub kind: Option<TextFilter>,
    /// Services that it commissions, funds or delivers.
    pub services: Option<ListFilter<ServiceFilter>>,
    /// Claims made of it.
    pub claims: Option<ListFilter<ClaimFilter>>,
}

impl Filter<Ix<f::Body>> for BodyFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Body>, day: NaiveDate) -> bool {
        let row = atlas.bodies.get(ix);
        let own = given(&self.name, |c| c.holds(Some(&row.name)))
            && given(&self.kind, |c| c.holds(Some(&row.kind)))
            && given(&self.services, |c| {
                let services = atlas.services_of_body(ix).iter().filter_map(|part| {
                    atlas
                        .services
                        .find(&atlas.service_bodies.get(*part).service)
                });
                c.holds(services, atlas, day)
            })
            && given(&self.claims, |c| {
                c.holds(atlas.claims_of_body(ix).iter().copied(), atlas, day)
            });
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}

/// Conditions on an offer.
#[derive(InputObject, Clone, Debug, Default)]
pub struct OfferFilter {
    /// All of these hold.
    pub and: Option<Vec<OfferFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<OfferFilter>>,
    /// This does not hold.
    pub not: Option<Box<OfferFilter>>,
    /// Its code, for example `mhtr_primary_care`.
    pub code: Option<TextFilter>,
    /// Its name.
    pub name: Option<TextFilter>,
    /// It belongs to this family, or is it: the code of a family, for example `cstr`.
    pub family: Option<String>,
    /// It serves at least one of these stages.
    pub stage: Option<Vec<Stage>>,
    /// Its intensity is one of these.
    pub intensity: Option<Vec<Intensity>>,
    /// It may, or may not, count as treatment.
    pub counts_as_treatment: Option<bool>,
}

impl Filter<Ix<f::Offer>> for OfferFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Offer>, day: NaiveDate) -> bool {
        let row = atlas.offers.get(ix);
        let own = given(&self.code, |c| c.holds(Some(&row.id)))
            && given(&self.name, |c| c.holds(Some(&row.name)))
            && given(&self.family, |family| {
                atlas
                    .offers
                    .find(family)
                    .is_some_and(|family| atlas.answering_for(family).contains(&ix))
            })
            && given(&self.stage, |all| {
                row.stages.iter().any(|s| all.contains(&(*s).into()))
            })
            && one_of(&self.intensity, row.intensity.into())
            && given(&self.counts_as_treatment, |c| row.counts_as_treatment == *c);
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}

/// Conditions on a service.
#[derive(InputObject, Clone, Debug, Default)]
pub struct ServiceFilter {
    /// All of these hold.
    pub and: Option<Vec<ServiceFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<ServiceFilter>>,
    /// This does not hold.
    pub not: Option<Box<ServiceFilter>>,
    /// Its title, in our words.
    pub title: Option<TextFilter>,
    /// What it is on the day asked about.
    pub state: Option<Vec<ServiceState>>,
    /// First start on record.
    pub starts_on: Option<DateFilter>,
    /// Last end on record; the end of the base term where an extension is unconfirmed.
    pub ends_on: Option<DateFilter>,
    /// Its offers.
    pub offers: Option<ListFilter<OfferFilter>>,
    /// Its lead providers.
    pub providers: Option<ListFilter<BodyFilter>>,
    /// Its subcontractors.
    pub subcontractors: Option<ListFilter<BodyFilter>>,
    /// Its commissioners.
    pub commissioners: Option<ListFilter<BodyFilter>>,
    /// Its records.
    pub records: Option<ListFilter<CoverageRecordFilter>>,
    /// Its contracts; `none: {}` is a service without one on record.
    pub contracts: Option<ListFilter<ContractFilter>>,
    /// Claims made of it.
    pub claims: Option<ListFilter<ClaimFilter>>,
}

impl Filter<Ix<f::Service>> for ServiceFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Service>, day: NaiveDate) -> bool {
        let row = atlas.services.get(ix);
        let bodies = |condition: &Option<ListFilter<BodyFilter>>, role| {
            given(condition, |c| {
                c.holds(provision::bodies_of(atlas, ix, role), atlas, day)
            })
        };
        let own = given(&self.title, |c| c.holds(Some(&row.title)))
            && given(&self.state, |all| {
                all.contains(&provision::state_of(atlas, ix, day).into())
            })
            && given(&self.starts_on, |c| {
                c.holds(provision::starts_on(atlas, ix))
            })
            && given(&self.ends_on, |c| {
                c.holds(provision::ends_on(atlas, ix, day))
            })
            && given(&self.offers, |c| {
                c.holds(provision::offers_of(atlas, ix), atlas, day)
            })
            && bodies(&self.providers, planned::Role::Provider)
            && bodies(&self.subcontractors, planned::Role::Subcontractor)
            && bodies(&self.commissioners, planned::Role::Commissioner)
            && given(&self.records, |c| {
                c.holds(atlas.coverage_of_service(ix).iter().copied(), atlas, day)
            })
            && given(&self.contracts, |c| {
                c.holds(atlas.contracts_of_service(ix).iter().copied(), atlas, day)
            })
            && given(&self.claims, |c| {
                c.holds(atlas.claims_of_service(ix).iter().copied(), atlas, day)
            });
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}

/// Conditions on a coverage record.
#[derive(InputObject, Clone, Debug, Default)]
pub struct CoverageRecordFilter {
    /// All of these hold.
    pub and: Option<Vec<CoverageRecordFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<CoverageRecordFilter>>,
    /// This does not hold.
    pub not: Option<Box<CoverageRecordFilter>>,
    /// What it says.
    pub status: Option<Vec<RecordStatus>>,
    /// From when.
    pub starts_on: Option<DateFilter>,
    /// Until when.
    pub ends_on: Option<DateFilter>,
    /// Code of its cohort.
    pub cohort: Option<TextFilter>,
    /// The area that it names.
    pub area: Option<AreaFilter>,
    /// Its offer.
    pub offer: Option<OfferFilter>,
    /// Its evidence.
    pub evidence: Option<EvidenceFilter>,
}

impl Filter<Ix<f::Coverage>> for CoverageRecordFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Coverage>, day: NaiveDate) -> bool {
        let (row, links) = (atlas.coverage.get(ix), atlas.coverage_links(ix));
        let own = one_of(&self.status, row.status.into())
            && given(&self.starts_on, |c| c.holds(row.starts_on))
            && given(&self.ends_on, |c| c.holds(row.base_ends_on.or(row.ends_on)))
            && given(&self.cohort, |c| c.holds(Some(&row.cohort)))
            && given(&self.area, |c| c.passes(atlas, links.area, day))
            && given(&self.offer, |c| c.passes(atlas, links.offer, day))
            && given(&self.evidence, |c| c.passes(atlas, links.evidence, day));
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}

/// Conditions on a contract.
#[derive(InputObject, Clone, Debug, Default)]
pub struct ContractFilter {
    /// All of these hold.
    pub and: Option<Vec<ContractFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<ContractFilter>>,
    /// This does not hold.
    pub not: Option<Box<ContractFilter>>,
    /// What the record says of it.
    pub status: Option<Vec<RecordStatus>>,
    /// Its notice or contract reference.
    pub reference: Option<TextFilter>,
    /// From when.
    pub starts_on: Option<DateFilter>,
    /// Until when; the end of the base term where an extension is unconfirmed.
    pub ends_on: Option<DateFilter>,
    /// Its stated value.
    pub value: Option<MoneyFilter>,
    /// Its service.
    pub service: Option<Box<ServiceFilter>>,
}

impl Filter<Ix<f::Contract>> for ContractFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Contract>, day: NaiveDate) -> bool {
        let row = atlas.contracts.get(ix);
        let own = one_of(&self.status, row.status.into())
            && given(&self.reference, |c| c.holds(row.reference.as_deref()))
            && given(&self.starts_on, |c| c.holds(row.starts_on))
            && given(&self.ends_on, |c| c.holds(row.base_ends_on.or(row.ends_on)))
            && given(&self.value, |c| c.holds(row.value_pence))
            && given(&self.service, |c| {
                atlas
                    .services
                    .find(&row.service)
                    .is_some_and(|service| c.passes(atlas, service, day))
            });
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}

/// Conditions on a claim.
#[derive(InputObject, Clone, Debug, Default)]
pub struct ClaimFilter {
    /// All of these hold.
    pub and: Option<Vec<ClaimFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<ClaimFilter>>,
    /// This does not hold.
    pub not: Option<Box<ClaimFilter>>,
    /// What is claimed: `culturally_informed_service`, `led_by_and_for`, `faith_based`, …
    pub kind: Option<TextFilter>,
    /// Code of a community that it names.
    pub community: Option<TextFilter>,
    /// What the claim says of its running.
    pub status: Option<Vec<RecordStatus>>,
    /// Whether it works with people in the justice system.
    pub works_with_justice: Option<Vec<WorksWithJustice>>,
    /// Whether it is provision for people.
    pub is_provision: Option<bool>,
    /// Where.
    pub area: Option<AreaFilter>,
}

impl Filter<Ix<f::Claim>> for ClaimFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Claim>, day: NaiveDate) -> bool {
        let row = atlas.claims.get(ix);
        let own = given(&self.kind, |c| c.holds(Some(&row.kind)))
            && given(&self.community, |c| {
                row.communities.iter().any(|code| c.holds(Some(code)))
                    || (row.communities.is_empty() && c.holds(None))
            })
            && one_of(&self.status, row.status.into())
            && one_of(&self.works_with_justice, row.works_with_justice.into())
            && given(&self.is_provision, |c| row.is_provision == *c)
            && given(&self.area, |c| {
                row.area
                    .as_ref()
                    .and_then(|area| atlas.areas.find(area))
                    .is_some_and(|area| c.passes(atlas, area, day))
            });
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}

/// Conditions on a piece of evidence.
#[derive(InputObject, Clone, Debug, Default)]
pub struct EvidenceFilter {
    /// All of these hold.
    pub and: Option<Vec<EvidenceFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<EvidenceFilter>>,
    /// This does not hold.
    pub not: Option<Box<EvidenceFilter>>,
    /// What kind of source it is.
    pub grade: Option<Vec<EvidenceGrade>>,
    /// How sure the maker of the record was.
    pub confidence: Option<Vec<Confidence>>,
    /// The date of its source.
    pub date: Option<DateFilter>,
    /// The title of its source.
    pub source_title: Option<TextFilter>,
    /// The starter table that it came with.
    pub starter_table: Option<TextFilter>,
    /// The row of that table.
    pub starter_row: Option<TextFilter>,
}

impl Filter<Ix<f::Evidence>> for EvidenceFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Evidence>, day: NaiveDate) -> bool {
        let row = atlas.evidence.get(ix);
        let own = one_of(&self.grade, row.grade.into())
            && given(&self.confidence, |all| {
                row.confidence.is_some_and(|c| all.contains(&c.into()))
            })
            && given(&self.date, |c| c.holds(atlas.told_on(ix)))
            && given(&self.source_title, |c| {
                let source = atlas.sources.find(&row.source);
                c.holds(source.map(|s| atlas.sources.get(s).title.as_str()))
            })
            && given(&self.starter_table, |c| c.holds(Some(&row.starter_table)))
            && given(&self.starter_row, |c| c.holds(Some(&row.starter_row)));
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}

/// Conditions on a published figure.
#[derive(InputObject, Clone, Debug, Default)]
pub struct FigureFilter {
    /// What it counts.
    pub statement: Option<TextFilter>,
    /// Its unit.
    pub unit: Option<TextFilter>,
    /// Its geography as published.
    pub geography: Option<TextFilter>,
}

impl Filter<Ix<f::Figure>> for FigureFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Figure>, _: NaiveDate) -> bool {
        let row = atlas.figures.get(ix);
        given(&self.statement, |c| c.holds(Some(&row.statement)))
            && given(&self.unit, |c| c.holds(Some(&row.unit)))
            && given(&self.geography, |c| c.holds(Some(&row.geography)))
    }
}

/// Conditions on a statement.
#[derive(InputObject, Clone, Debug, Default)]
pub struct StatementFilter {
    /// `practice`, `claim_without_place`, `overlap`, `area_statement`, …
    pub kind: Option<TextFilter>,
    /// Code of the offer that it speaks of.
    pub offer: Option<TextFilter>,
    /// The place that it speaks of.
    pub area: Option<AreaFilter>,
}

impl Filter<Ix<f::Statement>> for StatementFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Statement>, day: NaiveDate) -> bool {
        let row = atlas.statements.get(ix);
        let area = row.area.as_ref().and_then(|id| atlas.areas.find(id));
        given(&self.kind, |c| c.holds(Some(&row.kind)))
            && given(&self.offer, |c| c.holds(row.offer.as_deref()))
            && given(&self.area, |c| {
                area.is_some_and(|ix| c.passes(atlas, ix, day))
            })
    }
}
