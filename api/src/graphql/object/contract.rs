//! Contracts, notices and awards.

use async_graphql::{Context, Enum, ID, Object, Result};
use chrono::NaiveDate;
use planning::facts as f;
use planning::table::Ix;

use super::body::Body;
use super::evidence::Evidence;
use super::service::Service;
use super::whole;
use super::yearly::{PerAdult, PricesInput, YearlyValue};
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{ProcurementProcedure, RecordStatus, Visibility};
use crate::graphql::id::NodeType;
use crate::graphql::page::connection;
use crate::graphql::scalars::{Money, PartialDate};

/// A contract, notice or award, seen on a day.
#[derive(Clone, Copy)]
pub struct Contract {
    pub(crate) ix: Ix<f::Contract>,
    pub(crate) day: NaiveDate,
}

/// A contract, notice or award for a service. Most of the public record has no value or no end date; null says so.
#[Object]
impl Contract {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Contract.id(&ctx.atlas()?.contracts.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.contracts.get(self.ix).version)
    }

    /// Who may see it.
    async fn visibility(&self, ctx: &Context<'_>) -> Result<Visibility> {
        Ok(ctx.atlas()?.contracts.get(self.ix).visibility.into())
    }

    /// The body that keeps it, and sees it when it is private; null: the register itself.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let owner = atlas.contracts.get(self.ix).owner.as_ref();
        Ok(owner
            .and_then(|id| atlas.bodies.find(id))
            .map(|ix| Body { ix, day: self.day }))
    }

    /// Its service. The value of an integrated contract is the service's, never split over its offers.
    async fn service(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        let atlas = ctx.atlas()?;
        let service = atlas.services.find(&atlas.contracts.get(self.ix).service);
        Ok(service.map(|ix| Service { ix, day: self.day }))
    }

    /// What the record says of it; an abandoned procurement covers nothing and adds no money.
    async fn status(&self, ctx: &Context<'_>) -> Result<RecordStatus> {
        Ok(ctx.atlas()?.contracts.get(self.ix).status.into())
    }

    /// Notice or contract reference; null: not on record.
    async fn reference<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.contracts.get(self.ix).reference.as_deref())
    }

    /// First day; null: not on record.
    async fn starts_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx
            .atlas()?
            .contracts
            .get(self.ix)
            .starts_on
            .map(PartialDate))
    }

    /// Last day, an unconfirmed extension included; null: not on record.
    async fn ends_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx.atlas()?.contracts.get(self.ix).ends_on.map(PartialDate))
    }

    /// Last day of the base term where an extension is possible and nobody has confirmed it; null: there is none, or not on record.
    async fn base_ends_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx
            .atlas()?
            .contracts
            .get(self.ix)
            .base_ends_on
            .map(PartialDate))
    }

    /// Base term in months; null: not on record.
    async fn base_months(&self, ctx: &Context<'_>) -> Result<Option<i32>> {
        let months = ctx.atlas()?.contracts.get(self.ix).base_months;
        Ok(months.and_then(|m| i32::try_from(m).ok()))
    }

    /// Possible extension in months; null: not on record.
    async fn extension_months(&self, ctx: &Context<'_>) -> Result<Option<i32>> {
        let months = ctx.atlas()?.contracts.get(self.ix).extension_months;
        Ok(months.and_then(|m| i32::try_from(m).ok()))
    }

    /// Stated value in pounds; null: not on record.
    async fn value(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        Ok(ctx.atlas()?.contracts.get(self.ix).value_pence.map(Money))
    }

    /// What the value is of, as its source states it.
    async fn value_basis<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.contracts.get(self.ix).value_basis.as_deref())
    }

    /// `included`, `excluded` or `not_stated`.
    async fn vat<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.contracts.get(self.ix).vat)
    }

    /// Pounds a year if the value is for the base term: value / base months × 12, to the nearest penny. Null: value or term not on record, or the value is stated to be for the full term.
    async fn annual_value_base_term(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        Ok(ctx
            .atlas()?
            .contracts
            .get(self.ix)
            .annual_base_pence
            .map(Money))
    }

    /// Pounds a year if the value is for the full term, extensions included. Null: value or term not on record.
    async fn annual_value_full_term(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        Ok(ctx
            .atlas()?
            .contracts
            .get(self.ix)
            .annual_full_pence
            .map(Money))
    }

    /// The contract that it lies inside: the two are never added. Null: none on record.
    async fn part_of(&self, ctx: &Context<'_>) -> Result<Option<Contract>> {
        let atlas = ctx.atlas()?;
        let whole = atlas.contracts.get(self.ix).part_of.as_ref();
        Ok(whole
            .and_then(|id| atlas.contracts.find(id))
            .map(|ix| Contract { ix, day: self.day }))
    }

    /// People that it is to reach a year; null: not on record.
    async fn places(&self, ctx: &Context<'_>) -> Result<Option<i64>> {
        Ok(ctx.atlas()?.contracts.get(self.ix).places.map(whole))
    }

    /// The lot of its procurement; null: none on record.
    async fn lot<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.contracts.get(self.ix).lot.as_deref())
    }

    /// How it came about; null: not stated.
    async fn procedure(&self, ctx: &Context<'_>) -> Result<Option<ProcurementProcedure>> {
        Ok(ctx
            .atlas()?
            .contracts
            .get(self.ix)
            .procedure
            .map(Into::into))
    }

    /// What it is worth a year on both readings of its value, in the prices of another year if they are asked for. A stated yearly figure goes before one that value and months give.
    async fn yearly_value(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "In whose prices; as on record by default.")] prices: Option<PricesInput>,
    ) -> Result<YearlyValue> {
        let atlas = ctx.atlas()?;
        Ok(YearlyValue::of(atlas, self.ix, prices.as_ref(), self.day))
    }

    /// Pounds a year for each adult where it is; null: adults are counted by police force area, and it is not in whole ones.
    async fn per_adult(&self, ctx: &Context<'_>) -> Result<Option<PerAdult>> {
        Ok(PerAdult::of(ctx.atlas()?, self.ix, self.day))
    }

    /// What it rests on.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .evidence
            .find(&atlas.contracts.get(self.ix).evidence)
            .map(Evidence))
    }
}

connection!(
    /// Contracts, page by page.
    ContractConnection,
    /// A contract and its place in the list.
    ContractEdge,
    Contract
);

/// What contracts can be ordered by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContractOrderField {
    /// First day.
    StartsOn,
    /// Last day of the base term, or last day.
    EndsOn,
    /// Stated value.
    Value,
}
