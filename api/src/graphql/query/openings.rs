//! What can be applied for, by whom, and what could pay for a gap.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use planning::facts as f;
use planning::openings::{Wanted, board, funders_for};
use planning::table::Ix;

use super::profile::{OrganisationProfileInput, read};
use super::{find, lists};
use crate::graphql::context::ContextExt;
use crate::graphql::enums::AreaKind;
use crate::graphql::error::Fault;
use crate::graphql::filter::Filter;
use crate::graphql::filter::openings::OpeningFilter;
use crate::graphql::known_at::KnownAt;
use crate::graphql::object::gap_funding::GapFunding;
use crate::graphql::object::opening::{Opening, OpeningConnection, OpeningOrderField};
use crate::graphql::object::opening_board::OpeningBoard;
use crate::graphql::page::{Order, PageArgs};
use crate::graphql::scalars::Date;

/// Openings that one answer holds at most.
const MOST_OPENINGS: usize = 2_000;

/// What can be applied for.
#[derive(Default)]
pub struct OpeningQuery;

#[Object]
#[expect(clippy::too_many_arguments, reason = "the arguments of connections")]
impl OpeningQuery {
    /// Grants, tenders, lots, frameworks and supply chains, closed ones included: filter by `standing` for what can still be applied for.
    async fn openings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<OpeningFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<OpeningOrderField>>,
        >,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<OpeningConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        let day = ctx.day(as_of)?;
        let rows = ctx.atlas()?.openings.iter().map(|(ix, _)| ix).collect();
        let list = lists::List::new("openings", filter, order_by, page, day);
        let present = |ix| Opening { ix, day };
        Ok(Some(list.page(ctx, rows, present)?.into()))
    }

    /// What an organisation can apply for: open, forthcoming, undated and closed ones apart, each list best first, each opening explained condition by condition. What the notice or the profile does not say is NOT_STATED, never guessed.
    async fn openings_for(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What the organisation says of itself; nothing of it is kept.")]
        profile: OrganisationProfileInput,
        #[graphql(desc = "Only openings that pass.")] filter: Option<OpeningFilter>,
        #[graphql(
            desc = "The day on which it would apply; today by default. An earlier day shows what could be applied for then."
        )]
        as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<OpeningBoard>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let profile = read(atlas, &profile, day)?;
        let openings: Vec<Ix<f::Opening>> = atlas
            .openings
            .iter()
            .map(|(ix, _)| ix)
            .filter(|ix| filter.as_ref().is_none_or(|f| f.passes(atlas, *ix, day)))
            .collect();
        if openings.len() > MOST_OPENINGS {
            return Err(Fault::BadInput {
                field: "filter".to_owned(),
                what: format!(
                    "{} openings pass: filter them to at most {MOST_OPENINGS}",
                    openings.len()
                ),
            }
            .into());
        }
        Ok(Some(OpeningBoard {
            board: board(atlas, &openings, &profile, day),
            profile: Arc::new(profile),
            day,
        }))
    }

    /// The funders whose conditions fit a gap: openings and funding streams with no condition against it, what can be had before what is closed, each with what is not stated and, of a stream, what is left where that is on record.
    async fn funders_for_gap(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the area, prison or court.")] area: String,
        #[graphql(desc = "Kind of area, for a code that several kinds share.")] kind: Option<
            AreaKind,
        >,
        #[graphql(desc = "Code of the offer.")] offer: String,
        #[graphql(desc = "Code of the cohort; by default the people that the offer is meant for.")]
        cohort: Option<String>,
        #[graphql(desc = "The day; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<GapFunding>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let offer = find::offer(atlas, "offer", &offer)?;
        let cohort = find::cohort(atlas, "cohort", cohort.as_deref())?;
        let wanted = Wanted {
            area: find::area_on(atlas, "area", &area, kind.map(Into::into), day)?,
            offer,
            cohort: cohort.unwrap_or_else(|| atlas.meant_for(offer)),
            day,
        };
        Ok(Some(GapFunding {
            fits: funders_for(atlas, &wanted),
            wanted,
        }))
    }
}
