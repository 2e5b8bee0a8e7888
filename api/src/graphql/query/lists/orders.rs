//! The orders of each kind of row.

use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::facts as f;
use planning::provision;
use planning::table::Ix;

use super::{OrderField, main_code};
use crate::graphql::object::allocation::FundingAllocationOrderField;
use crate::graphql::object::area::AreaOrderField;
use crate::graphql::object::body::BodyOrderField;
use crate::graphql::object::claim::ClaimOrderField;
use crate::graphql::object::contract::ContractOrderField;
use crate::graphql::object::deflator::DeflatorOrderField;
use crate::graphql::object::evidence::EvidenceOrderField;
use crate::graphql::object::funding::FundingStreamOrderField;
use crate::graphql::object::offer::OfferOrderField;
use crate::graphql::object::opening::OpeningOrderField;
use crate::graphql::object::record::CoverageRecordOrderField;
use crate::graphql::object::scenario::ScenarioOrderField;
use crate::graphql::object::service::ServiceOrderField;
use crate::graphql::page::SortValue;

impl OrderField<Ix<f::Area>> for AreaOrderField {
    fn value(self, atlas: &Atlas, row: Ix<f::Area>, day: NaiveDate) -> SortValue {
        match self {
            Self::Name => SortValue::Text(atlas.areas.get(row).name.clone()),
            Self::Code => SortValue::text(main_code(atlas, row, day)),
            Self::People => number(atlas.people_of(row, day)),
        }
    }
}

impl OrderField<Ix<f::Body>> for BodyOrderField {
    fn value(self, atlas: &Atlas, row: Ix<f::Body>, _: NaiveDate) -> SortValue {
        let body = atlas.bodies.get(row);
        match self {
            Self::Name => SortValue::Text(body.name.clone()),
            Self::Kind => SortValue::Text(body.kind.clone()),
            Self::Services => number(u64::try_from(atlas.services_of_body(row).len()).ok()),
        }
    }
}

impl OrderField<Ix<f::Offer>> for OfferOrderField {
    fn value(self, atlas: &Atlas, row: Ix<f::Offer>, _: NaiveDate) -> SortValue {
        let offer = atlas.offers.get(row);
        match self {
            Self::Name => SortValue::Text(offer.name.clone()),
            Self::Code => SortValue::Text(offer.id.clone()),
            Self::Stage => {
                let first = offer.stages.iter().min();
                position(
                    first.and_then(|s| planning::closed::Stage::ALL.iter().position(|x| x == s)),
                )
            }
            Self::Intensity => position(
                planning::closed::Intensity::ALL
                    .iter()
                    .position(|x| *x == offer.intensity),
            ),
        }
    }
}

impl OrderField<Ix<f::Service>> for ServiceOrderField {
    fn value(self, atlas: &Atlas, row: Ix<f::Service>, day: NaiveDate) -> SortValue {
        match self {
            Self::Title => SortValue::Text(atlas.services.get(row).title.clone()),
            Self::StartsOn => SortValue::text(provision::starts_on(atlas, row).map(|d| d.first())),
            Self::EndsOn => SortValue::text(provision::ends_on(atlas, row, day).map(|d| d.last())),
            Self::State => {
                let state = provision::state_of(atlas, row, day);
                position(
                    provision::ServiceState::ALL
                        .iter()
                        .position(|s| *s == state),
                )
            }
        }
    }
}

impl OrderField<Ix<f::Coverage>> for CoverageRecordOrderField {
    fn value(self, atlas: &Atlas, row: Ix<f::Coverage>, _: NaiveDate) -> SortValue {
        let (record, links) = (atlas.coverage.get(row), atlas.coverage_links(row));
        match self {
            Self::StartsOn => SortValue::text(record.starts_on.map(|d| d.first())),
            Self::EndsOn => {
                let end = record.base_ends_on.or(record.ends_on);
                SortValue::text(end.map(|d| d.last()))
            }
            Self::Offer => SortValue::Text(record.offer.clone()),
            Self::Area => SortValue::Text(atlas.areas.get(links.area).name.clone()),
            Self::EvidenceDate => SortValue::text(links.told_on.map(|d| d.first())),
        }
    }
}

impl OrderField<Ix<f::Contract>> for ContractOrderField {
    fn value(self, atlas: &Atlas, row: Ix<f::Contract>, _: NaiveDate) -> SortValue {
        let contract = atlas.contracts.get(row);
        match self {
            Self::StartsOn => SortValue::text(contract.starts_on.map(|d| d.first())),
            Self::EndsOn => {
                let end = contract.base_ends_on.or(contract.ends_on);
                SortValue::text(end.map(|d| d.last()))
            }
            Self::Value => contract
                .value_pence
                .map_or(SortValue::Missing, SortValue::Number),
        }
    }
}

impl OrderField<Ix<f::Claim>> for ClaimOrderField {
    fn value(self, atlas: &Atlas, row: Ix<f::Claim>, _: NaiveDate) -> SortValue {
        let claim = atlas.claims.get(row);
        match self {
            Self::Kind => SortValue::Text(claim.kind.clone()),
            Self::Body => {
                let body = claim.body.as_ref().and_then(|id| atlas.bodies.find(id));
                SortValue::text(body.map(|ix| atlas.bodies.get(ix).name.as_str()))
            }
            Self::Area => {
                let area = claim.area.as_ref().and_then(|id| atlas.areas.find(id));
                SortValue::text(area.map(|ix| atlas.areas.get(ix).name.as_str()))
            }
        }
    }
}

impl OrderField<Ix<f::Evidence>> for EvidenceOrderField {
    fn value(self, atlas: &Atlas, row: Ix<f::Evidence>, _: NaiveDate) -> SortValue {
        let evidence = atlas.evidence.get(row);
        match self {
            Self::Date => SortValue::text(atlas.told_on(row).map(|d| d.first())),
            Self::StarterRow => SortValue::Text(format!(
                "{}:{}",
                evidence.starter_table, evidence.starter_row
            )),
        }
    }
}

impl OrderField<Ix<f::FundingStream>> for FundingStreamOrderField {
    fn value(self, atlas: &Atlas, row: Ix<f::FundingStream>, _: NaiveDate) -> SortValue {
        let stream = atlas.funding_streams.get(row);
        match self {
            Self::Name => SortValue::Text(stream.name.clone()),
            Self::EndsOn => SortValue::text(stream.ends_on.map(|d| d.last())),
            Self::Amount => stream
                .amount_pence
                .map_or(SortValue::Missing, SortValue::Number),
        }
    }
}

impl OrderField<Ix<f::Scenario>> for ScenarioOrderField {
    fn value(self, atlas: &Atlas, row: Ix<f::Scenario>, _: NaiveDate) -> SortValue {
        let scenario = atlas.scenarios.get(row);
        match self {
            Self::Name => SortValue::Text(scenario.name.clone()),
            Self::BaseDay => SortValue::text(Some(scenario.base_day.first())),
        }
    }
}

impl OrderField<Ix<f::FundingAllocation>> for FundingAllocationOrderField {
    fn value(self, atlas: &Atlas, row: Ix<f::FundingAllocation>, _: NaiveDate) -> SortValue {
        let allocation = atlas.funding_allocations.get(row);
        match self {
            Self::FinancialYear => number(Some(allocation.financial_year.into())),
            Self::Committed => SortValue::Number(allocation.committed_pence),
            Self::Spent => allocation
                .spent_pence
                .map_or(SortValue::Missing, SortValue::Number),
        }
    }
}

impl OrderField<Ix<f::Deflator>> for DeflatorOrderField {
    fn value(self, atlas: &Atlas, row: Ix<f::Deflator>, _: NaiveDate) -> SortValue {
        let deflator = atlas.deflators.get(row);
        match self {
            Self::Series => SortValue::Text(deflator.series.clone()),
            Self::FinancialYear => number(Some(deflator.financial_year.into())),
        }
    }
}

impl OrderField<Ix<f::Opening>> for OpeningOrderField {
    fn value(self, atlas: &Atlas, row: Ix<f::Opening>, _: NaiveDate) -> SortValue {
        let opening = atlas.openings.get(row);
        match self {
            Self::Title => SortValue::Text(opening.title.clone()),
            Self::OpensOn => SortValue::text(opening.opens_on.map(|d| d.first())),
            Self::ClosesOn => SortValue::text(opening.closes_on.map(|d| d.last())),
            Self::MaxAward => opening
                .max_award_pence
                .map_or(SortValue::Missing, SortValue::Number),
        }
    }
}

/// Rows that come by id only.
macro_rules! by_id_only {
    ($($row:ident),+ $(,)?) => {
        $(impl OrderField<Ix<f::$row>> for AreaOrderField {
            fn value(self, _: &Atlas, _: Ix<f::$row>, _: NaiveDate) -> SortValue {
                SortValue::Missing
            }
        })+
    };
}
by_id_only!(Figure, Need, Standard, Statement, UnitCost);

fn number(value: Option<u64>) -> SortValue {
    value
        .and_then(|v| i64::try_from(v).ok())
        .map_or(SortValue::Missing, SortValue::Number)
}

fn position(value: Option<usize>) -> SortValue {
    number(value.and_then(|v| u64::try_from(v).ok()))
}
