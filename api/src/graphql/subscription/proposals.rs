//! Changes of proposals.

use async_graphql::{Context, Result, SimpleObject, Subscription};
use futures_util::stream::{self, Stream};
use planning::atlas::Atlas;
use planning::facts as f;
use planning::table::Ix;

use crate::graphql::context::ContextExt;
use crate::graphql::error::Fault;
use crate::graphql::object::proposal::Proposal;
use crate::graphql::query::coverage::{AreaSelection, select_areas};

/// A proposal was made or settled.
#[derive(SimpleObject, Clone)]
pub struct ProposalChange {
    /// The proposal as it is now: its state says what happened.
    pub proposal: Proposal,
}

/// Changes of proposals.
#[derive(Default)]
pub struct ProposalSubscription;

#[Subscription]
impl ProposalSubscription {
    /// Every proposal that is made, accepted, declined or taken back, of those that you may see: your own, and those on which you decide.
    async fn proposals_changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Only proposals about these areas or places in them; without it, those that name no area too."
        )]
        areas: Option<AreaSelection>,
    ) -> Result<impl Stream<Item = ProposalChange> + use<>> {
        let scope = ctx.scope()?;
        let (atlas, day) = (ctx.atlas()?, scope.today);
        let areas = areas
            .map(|areas| select_areas(atlas, &areas, day))
            .transpose()?;
        let mut told = Vec::new();
        if let Some(before) = &scope.before {
            let rows = scope
                .keeper
                .proposals_since(&scope.viewer, before.revision)
                .await;
            for row in rows.map_err(|error| Fault::ours(&error))? {
                let named = scope
                    .keeper
                    .areas_of_proposal(&row)
                    .map_err(|error| Fault::ours(&error))?;
                let is_there = |areas: &Vec<Ix<f::Area>>| {
                    named.iter().any(|id| touches(atlas, areas, id, scope))
                };
                if areas.as_ref().is_none_or(is_there) {
                    let proposal = Proposal::of(row, day);
                    told.push(ProposalChange { proposal });
                }
            }
        }
        Ok(stream::iter(told))
    }
}

/// Whether an area is one of these or shares people with one; a place lies in its district.
fn touches(atlas: &Atlas, areas: &[Ix<f::Area>], id: &str, scope: &crate::graphql::Scope) -> bool {
    let Some(ix) = atlas.areas.find(id) else {
        return false;
    };
    if areas.contains(&ix) {
        return true;
    }
    let place = atlas.places.rows().iter().find(|place| place.area == id);
    let ix = place
        .and_then(|place| atlas.areas.find(place.district.as_ref()?))
        .unwrap_or(ix);
    let parts: Vec<_> = atlas
        .parts_of(ix, scope.today)
        .map(|member| member.part)
        .collect();
    areas.iter().any(|area| {
        atlas
            .parts_of(*area, scope.today)
            .any(|member| parts.contains(&member.part))
    })
}
