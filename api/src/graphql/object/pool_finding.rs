//! Findings on a pooled budget, and the functions that one may be about.

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::NaiveDate;
use planning::pool::finding::{Basis, Finding};
use planning::pool::functions as p;
use planning::pool::law::Authority;

use super::body::Body;
use super::evidence::Evidence;
use super::funding::FundingStream;
use super::pool::PoolTransfer;
use super::service::Service;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{
    Delegation, FindingSeverity, FunctionHolder, PoolFindingCode, PoolFunctionCode,
};

/// A public source that a rule rests on.
#[derive(SimpleObject, Clone, Debug)]
pub struct PoolRuleSource {
    /// What it is called.
    name: String,
    /// Where it can be read; null: not on record.
    url: Option<String>,
}

fn source_of(source: Authority) -> PoolRuleSource {
    PoolRuleSource {
        name: source.name.to_owned(),
        url: Some(source.url.to_owned()),
    }
}

/// A finding, seen on a day.
#[derive(Clone, Debug)]
pub struct PoolFinding {
    /// What was found.
    pub finding: Finding,
    /// The day.
    pub day: NaiveDate,
}

/// Something about a pooled budget that breaks a rule, needs somebody's judgement, or is not on record. It is no legal advice: where the law has to be read, it says so.
#[Object]
impl PoolFinding {
    /// What kind of finding.
    async fn code(&self) -> PoolFindingCode {
        self.finding.code.into()
    }

    /// How it is meant.
    async fn severity(&self) -> FindingSeverity {
        self.finding.code.severity().into()
    }

    /// The rule.
    async fn rule(&self) -> &str {
        self.finding.code.rule()
    }

    /// What was found, and what would be right.
    async fn words(&self) -> &str {
        &self.finding.words
    }

    /// What the rule rests on, and what may be done instead where that has a source of its own; empty: the pool's own ledger and terms.
    async fn sources(&self, ctx: &Context<'_>) -> Result<Vec<PoolRuleSource>> {
        let atlas = ctx.atlas()?;
        let of_stream = |id: &String| {
            atlas.funding_streams.find(id).and_then(|ix| {
                let evidence = &atlas.funding_streams.get(ix).evidence;
                let evidence = atlas.evidence.get(atlas.evidence.find(evidence)?);
                let source = atlas.sources.get(atlas.sources.find(&evidence.source)?);
                Some(PoolRuleSource {
                    name: source.title.clone(),
                    url: source.url.clone(),
                })
            })
        };
        Ok(match &self.finding.basis {
            Basis::Public(sources) => sources.iter().copied().map(source_of).collect(),
            Basis::Stream(id) => of_stream(id).into_iter().collect(),
            Basis::Pool => Vec::new(),
        })
    }

    /// What the register rests the stream's conditions on; null where the finding is not about a stream's conditions or amounts.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        let atlas = ctx.atlas()?;
        let Basis::Stream(id) = &self.finding.basis else {
            return Ok(None);
        };
        let found = atlas.funding_streams.find(id);
        let found = found.and_then(|ix| {
            let evidence = &atlas.funding_streams.get(ix).evidence;
            atlas.evidence.find(evidence)
        });
        Ok(found.map(Evidence))
    }

    /// The member that it is about; null: none in particular.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let id = self.finding.about.member.as_ref();
        let found = id.and_then(|id| atlas.bodies.find(id));
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// The funding stream that it is about; null: none in particular.
    async fn stream(&self, ctx: &Context<'_>) -> Result<Option<FundingStream>> {
        let atlas = ctx.atlas()?;
        let id = self.finding.about.stream.as_ref();
        let found = id.and_then(|id| atlas.funding_streams.find(id));
        Ok(found.map(|ix| FundingStream { ix, day: self.day }))
    }

    /// The service that it is about; null: none in particular.
    async fn service(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        let atlas = ctx.atlas()?;
        let id = self.finding.about.service.as_ref();
        let found = id.and_then(|id| atlas.services.find(id));
        Ok(found.map(|ix| Service { ix, day: self.day }))
    }

    /// The year in which the financial year begins that it is about; null: none in particular.
    async fn financial_year(&self) -> Option<u32> {
        self.finding.about.year
    }

    /// The transfers that it shows in; empty: none in particular.
    async fn transfers(&self, ctx: &Context<'_>) -> Result<Vec<PoolTransfer>> {
        let atlas = ctx.atlas()?;
        let ids = self.finding.about.transfers.iter();
        let found = ids.filter_map(|id| atlas.pool_transfers.find(id));
        Ok(found.map(|ix| PoolTransfer { ix, day: self.day }).collect())
    }
}

/// A function that a pooled budget may be about, with what the regulations say of it.
#[derive(SimpleObject, Clone, Debug)]
pub struct PoolFunction {
    /// Its code.
    code: PoolFunctionCode,
    /// What it is.
    words: String,
    /// Whose it is.
    holder: FunctionHolder,
    /// Whether section 75 partners may arrange for it.
    may_be_delegated: Delegation,
    /// What says so.
    source: PoolRuleSource,
}

impl From<p::PoolFunction> for PoolFunction {
    fn from(function: p::PoolFunction) -> Self {
        Self {
            code: function.into(),
            words: function.words().to_owned(),
            holder: function.whose().into(),
            may_be_delegated: function.may_be_delegated().into(),
            source: source_of(function.source()),
        }
    }
}
