//! Scenarios and their steps.

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::NaiveDate;
use planning::facts as f;
use planning::table::Ix;

use super::area::Area;
use super::body::Body;
use super::change::ProblemCode;
use super::funding::FundingStream;
use super::offer::{Cohort, Offer};
use super::pool::Pool;
use super::service::Service;
use super::succession::BodySuccession;
use super::whole;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{StepKind, Visibility};
use crate::graphql::error::Fault;
use crate::graphql::id::NodeType;
use crate::graphql::page::connection;
use crate::graphql::scalars::{Money, PartialDate};

/// A named plan: steps on a copy of the register, which stays as it is, seen on a day.
#[derive(Clone, Copy)]
pub struct Scenario {
    pub(crate) ix: Ix<f::Scenario>,
    pub(crate) day: NaiveDate,
}

/// A named plan: steps on a copy of the register, which stays as it is.
#[Object]
impl Scenario {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Scenario.id(&ctx.atlas()?.scenarios.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.scenarios.get(self.ix).version)
    }

    /// Who may see it.
    async fn visibility(&self, ctx: &Context<'_>) -> Result<Visibility> {
        Ok(ctx.atlas()?.scenarios.get(self.ix).visibility.into())
    }

    /// The body that keeps it, and sees it when it is private; null: the register itself.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let owner = atlas.scenarios.get(self.ix).owner.as_ref();
        let found = owner.and_then(|id| atlas.bodies.find(id));
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// What it is called.
    async fn name<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.scenarios.get(self.ix).name)
    }

    /// What it is to show.
    async fn purpose<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.scenarios.get(self.ix).purpose.as_deref())
    }

    /// The day on which it is compared.
    async fn base_day(&self, ctx: &Context<'_>) -> Result<PartialDate> {
        Ok(PartialDate(ctx.atlas()?.scenarios.get(self.ix).base_day))
    }

    /// Why steps do not hold on the register as it is now; they are left out, and the others taken. None: all hold.
    async fn steps_left_out(&self, ctx: &Context<'_>) -> Result<Vec<ScenarioStepProblem>> {
        let (atlas, id) = (ctx.atlas()?, &ctx.atlas()?.scenarios.get(self.ix).id);
        let played = ctx.scope()?.keeper.played(atlas, id).map_err(|error| {
            tracing::error!(%error, "A scenario cannot be played");
            Fault::NoScope
        })?;
        Ok(played.map_or_else(Vec::new, |played| ScenarioStepProblem::of(&played.problems)))
    }

    /// What it was frozen with; null: it can still be changed.
    async fn frozen(&self, ctx: &Context<'_>) -> Result<Option<FrozenScenario>> {
        let row = ctx.atlas()?.scenarios.get(self.ix);
        Ok(row
            .frozen_hash
            .as_ref()
            .map(|_| FrozenScenario { ix: self.ix }))
    }

    /// Its steps, in their order.
    async fn steps(&self, ctx: &Context<'_>) -> Result<Vec<ScenarioStep>> {
        let rows = ctx.atlas()?.steps_of_scenario(self.ix).iter();
        Ok(rows
            .map(|ix| ScenarioStep {
                ix: *ix,
                day: self.day,
            })
            .collect())
    }
}

/// What a scenario was frozen with.
#[derive(Clone, Copy)]
pub struct FrozenScenario {
    ix: Ix<f::Scenario>,
}

/// What a scenario was frozen with: its steps beside the register of that moment, over all districts and offers on its base day, as everybody sees it who may see the scenario.
#[Object]
impl FrozenScenario {
    /// The day on which it was frozen.
    async fn on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        let row = ctx.atlas()?.scenarios.get(self.ix);
        Ok(row.frozen_on.map(PartialDate))
    }

    /// The revision of the register that it was compared with.
    async fn revision(&self, ctx: &Context<'_>) -> Result<Option<u64>> {
        Ok(ctx.atlas()?.scenarios.get(self.ix).frozen_revision)
    }

    /// SHA-256 of the body's bytes, in hexadecimal.
    async fn hash<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.scenarios.get(self.ix).frozen_hash.as_deref())
    }

    /// The bytes that the hash is of: JSON in one form, laid down in `docs/adr/0011-frozen-scenarios.md`. Null: the scenario is not public, and you do not plan.
    async fn body<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        let row = ctx.atlas()?.scenarios.get(self.ix);
        let scope = ctx.scope()?;
        let sight = scope.keeper.standing(&scope.viewer).sight();
        let is_public = row.visibility == planning::closed::Visibility::Public;
        let may = is_public || sight.restricted || sight.everything;
        Ok(row.frozen_body.as_deref().filter(|_| may))
    }

    /// Whether the register at that revision, replayed from the database, gives the same bytes and hash again.
    async fn recomputes(&self, ctx: &Context<'_>) -> Result<Option<bool>> {
        let id = &ctx.atlas()?.scenarios.get(self.ix).id;
        let found = ctx.scope()?.keeper.recompute(id).await;
        let found = found.map_err(|error| Fault::ours(&error))?;
        Ok(found.map(|state| state.recomputes))
    }
}

/// Why a step does not hold on the register as it is. It is left out whole; the others are taken as if it were not there.
#[derive(SimpleObject, Clone, Debug)]
pub struct ScenarioStepProblem {
    /// The place of the step.
    pub position: i64,
    /// The field of the step that is amiss.
    pub field: String,
    /// Why.
    pub code: ProblemCode,
    /// What is wrong and what would be right.
    pub message: String,
}

impl ScenarioStepProblem {
    /// Those of a scenario that was played.
    pub fn of(problems: &[planning::scenario::StepProblem]) -> Vec<Self> {
        let told = problems.iter().map(|problem| {
            let told = crate::keeping::problem_of(problem);
            Self {
                position: whole(problem.position),
                field: told.field,
                code: told.code.into(),
                message: told.message,
            }
        });
        told.collect()
    }
}

connection!(
    /// Scenarios, page by page.
    ScenarioConnection,
    /// A scenario and its place in the list.
    ScenarioEdge,
    Scenario
);

/// What scenarios can be ordered by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScenarioOrderField {
    /// Name.
    Name,
    /// The day on which it is compared.
    BaseDay,
}

/// A step of a scenario, seen on a day.
#[derive(Clone, Copy)]
pub struct ScenarioStep {
    pub(crate) ix: Ix<f::ScenarioStep>,
    pub(crate) day: NaiveDate,
}

/// A step of a scenario.
#[Object]
impl ScenarioStep {
    /// Its place, from 1; steps are taken in this order.
    async fn position(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(whole(ctx.atlas()?.scenario_steps.get(self.ix).position))
    }

    /// What it does.
    async fn kind(&self, ctx: &Context<'_>) -> Result<StepKind> {
        Ok(ctx.atlas()?.scenario_steps.get(self.ix).kind.into())
    }

    /// The service that it changes.
    async fn service(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        let atlas = ctx.atlas()?;
        let id = atlas.scenario_steps.get(self.ix).service.as_ref();
        let found = id.and_then(|id| atlas.services.find(id));
        Ok(found.map(|ix| Service { ix, day: self.day }))
    }

    /// The offer that it adds, or that need is of.
    async fn offer(&self, ctx: &Context<'_>) -> Result<Option<Offer>> {
        let atlas = ctx.atlas()?;
        let id = atlas.scenario_steps.get(self.ix).offer.as_ref();
        let found = id.and_then(|id| atlas.offers.find(id));
        Ok(found.map(Offer))
    }

    /// Where.
    async fn area(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        let atlas = ctx.atlas()?;
        let id = atlas.scenario_steps.get(self.ix).area.as_ref();
        let found = id.and_then(|id| atlas.areas.find(id));
        Ok(found.map(|ix| Area { ix, day: self.day }))
    }

    /// Where a service moves to.
    #[graphql(name = "toArea")]
    async fn area_after(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        let atlas = ctx.atlas()?;
        let id = atlas.scenario_steps.get(self.ix).to_area.as_ref();
        let found = id.and_then(|id| atlas.areas.find(id));
        Ok(found.map(|ix| Area { ix, day: self.day }))
    }

    /// For whom.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Option<Cohort>> {
        let atlas = ctx.atlas()?;
        let id = atlas.scenario_steps.get(self.ix).cohort.as_ref();
        let found = id.and_then(|id| atlas.cohorts.find(id));
        Ok(found.map(Cohort))
    }

    /// The stream that money comes from.
    async fn stream(&self, ctx: &Context<'_>) -> Result<Option<FundingStream>> {
        let atlas = ctx.atlas()?;
        let id = atlas.scenario_steps.get(self.ix).stream.as_ref();
        let found = id.and_then(|id| atlas.funding_streams.find(id));
        Ok(found.map(|ix| FundingStream { ix, day: self.day }))
    }

    /// The stream that money goes to.
    #[graphql(name = "toStream")]
    async fn stream_after(&self, ctx: &Context<'_>) -> Result<Option<FundingStream>> {
        let atlas = ctx.atlas()?;
        let id = atlas.scenario_steps.get(self.ix).to_stream.as_ref();
        let found = id.and_then(|id| atlas.funding_streams.find(id));
        Ok(found.map(|ix| FundingStream { ix, day: self.day }))
    }

    /// The pooled budget.
    async fn pool(&self, ctx: &Context<'_>) -> Result<Option<Pool>> {
        let atlas = ctx.atlas()?;
        let id = atlas.scenario_steps.get(self.ix).pool.as_ref();
        let found = id.and_then(|id| atlas.pools.find(id));
        Ok(found.map(|ix| Pool { ix, day: self.day }))
    }

    /// The reform.
    async fn succession(&self, ctx: &Context<'_>) -> Result<Option<BodySuccession>> {
        let atlas = ctx.atlas()?;
        let id = atlas.scenario_steps.get(self.ix).succession.as_ref();
        let found = id.and_then(|id| atlas.body_successions.find(id));
        Ok(found.map(|ix| BodySuccession { ix, day: self.day }))
    }

    /// From when; null: not on record.
    async fn starts_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx
            .atlas()?
            .scenario_steps
            .get(self.ix)
            .starts_on
            .map(PartialDate))
    }

    /// Until when; null: not on record.
    async fn ends_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx
            .atlas()?
            .scenario_steps
            .get(self.ix)
            .ends_on
            .map(PartialDate))
    }

    /// Pounds a year of a service, or what is moved, pounds; null: not on record.
    async fn amount(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        Ok(ctx
            .atlas()?
            .scenario_steps
            .get(self.ix)
            .amount_pence
            .map(Money))
    }

    /// People that a service reaches a year; null: not on record.
    async fn places(&self, ctx: &Context<'_>) -> Result<Option<i64>> {
        Ok(ctx.atlas()?.scenario_steps.get(self.ix).places.map(whole))
    }

    /// People in need; null: not on record.
    async fn people(&self, ctx: &Context<'_>) -> Result<Option<i64>> {
        Ok(ctx.atlas()?.scenario_steps.get(self.ix).people.map(whole))
    }

    /// What to know of it.
    async fn note<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.scenario_steps.get(self.ix).note.as_deref())
    }
}
