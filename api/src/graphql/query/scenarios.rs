//! Scenarios, and what differs between them and the register.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use planning::atlas::Atlas;
use planning::closed::AreaKind;
use planning::scenario::{Wanted, compare};

use super::coverage::{AreaSelection, OfferSelection, check_size, select_areas, select_offers};
use super::{find, lists};
use crate::graphql::context::ContextExt;
use crate::graphql::error::Fault;
use crate::graphql::filter::scenario::ScenarioFilter;
use crate::graphql::id::NodeType;
use crate::graphql::known_at::KnownAt;
use crate::graphql::object::comparison::ScenarioComparison;
use crate::graphql::object::scenario::{
    Scenario, ScenarioConnection, ScenarioOrderField, ScenarioStepProblem,
};
use crate::graphql::page::{Order, PageArgs};
use crate::graphql::scalars::Date;
use crate::keeping::{Keeper, Played};

/// Scenarios, listed and compared.
#[derive(Default)]
pub struct ScenarioQuery;

#[Object]
#[expect(clippy::too_many_arguments, reason = "the arguments of connections")]
impl ScenarioQuery {
    /// Scenarios that the viewer may see: steps on a copy of the register, which stays as it is.
    async fn scenarios(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<ScenarioFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<ScenarioOrderField>>,
        >,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<ScenarioConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        let day = ctx.day(as_of)?;
        let rows = ctx.atlas()?.scenarios.iter().map(|(ix, _)| ix).collect();
        let list = lists::List::new("scenarios", filter, order_by, page, day);
        Ok(Some(
            list.page(ctx, rows, |ix| Scenario { ix, day })?.into(),
        ))
    }

    /// What differs between two scenarios, or between one and the register as it is: coverage, gaps, pounds, places, balances and need. What is alike is not listed. Comparing the other way round gives the mirror. At most 22,000 cells.
    async fn compare_scenarios(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The scenario before; the register as it is by default.")] base: Option<
            ID,
        >,
        #[graphql(desc = "The scenario after; the register as it is by default.")] with: Option<ID>,
        #[graphql(desc = "The areas; all districts by default.")] areas: Option<AreaSelection>,
        #[graphql(desc = "The offers; all by default.")] offers: Option<OfferSelection>,
        #[graphql(
            desc = "Code of the cohort; by default the people that each offer is meant for."
        )]
        cohort: Option<String>,
        #[graphql(
            desc = "The day; by default the base day of the scenario after, else of the one before, else today."
        )]
        as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<ScenarioComparison>> {
        let (atlas, keeper) = (ctx.atlas()?, &ctx.scope()?.keeper);
        let side = |field: &str, id: Option<ID>| -> Result<Side, Fault> {
            let Some(id) = id else {
                return Ok(Side::live(atlas.clone()));
            };
            let row = NodeType::Scenario.parse(field, &id)?;
            let played = played(keeper, atlas, field, &id)?;
            let scenario = atlas.scenarios.find(&row);
            Ok(Side {
                base_day: scenario.map(|ix| Date(atlas.scenarios.get(ix).base_day.first())),
                scenario,
                problems: ScenarioStepProblem::of(&played.problems),
                atlas: played.atlas.clone(),
            })
        };
        let (before, after) = (side("base", base)?, side("with", with)?);
        let day = ctx.day(as_of.or(after.base_day).or(before.base_day))?;
        let areas = match &areas {
            Some(areas) => select_areas(atlas, areas, day)?,
            None => {
                let districts = atlas.areas_of_kind(AreaKind::District, day);
                districts.map(|(ix, _)| ix).collect()
            }
        };
        let offers = select_offers(atlas, offers.as_ref())?;
        check_size(&areas, &offers)?;
        let wanted = Wanted {
            areas: &areas,
            offers: &offers,
            cohort: find::cohort(atlas, "cohort", cohort.as_deref())?,
            day,
        };
        let found = compare(&before.atlas, &after.atlas, &wanted);
        let seen = |side: &Side| side.scenario.map(|ix| Scenario { ix, day });
        Ok(Some(ScenarioComparison {
            base: seen(&before),
            with: seen(&after),
            base_steps_left_out: before.problems,
            with_steps_left_out: after.problems,
            of: found,
        }))
    }
}

/// One of two registers that are compared.
struct Side {
    scenario: Option<planning::table::Ix<planning::facts::Scenario>>,
    base_day: Option<Date>,
    problems: Vec<ScenarioStepProblem>,
    atlas: Arc<Atlas>,
}

impl Side {
    fn live(atlas: Arc<Atlas>) -> Self {
        Self {
            scenario: None,
            base_day: None,
            problems: Vec::new(),
            atlas,
        }
    }
}

/// A register after the steps of the scenario with an opaque id.
pub fn played(
    keeper: &Keeper,
    atlas: &Arc<Atlas>,
    field: &str,
    id: &str,
) -> Result<Arc<Played>, Fault> {
    let row = NodeType::Scenario.parse(field, id)?;
    let played = keeper.played(atlas, &row).map_err(|error| {
        tracing::error!(%error, "A scenario cannot be played");
        Fault::NoScope
    })?;
    played.ok_or_else(|| Fault::BadInput {
        field: field.to_owned(),
        what: "there is no such scenario: give the id of one that scenarios lists".to_owned(),
    })
}
