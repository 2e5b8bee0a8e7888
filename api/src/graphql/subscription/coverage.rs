//! Changes of coverage and of gaps.

use async_graphql::{Context, Result, SimpleObject, Subscription};
use chrono::NaiveDate;
use futures_util::stream::{self, Stream};
use planning::watch::{self, Change};

use crate::graphql::context::ContextExt;
use crate::graphql::enums::CoverageState;
use crate::graphql::error::Fault;
use crate::graphql::object::answer::CoverageCell;
use crate::graphql::object::area::Area;
use crate::graphql::object::offer::Offer;
use crate::graphql::object::whole;
use crate::graphql::query::coverage::{AreaSelection, OfferSelection, select_areas, select_offers};
use crate::graphql::query::find;
use crate::graphql::scalars::Date;

/// Areas × offers that one subscription may watch: they are answered anew after every commit.
const MOST_CELLS: usize = 1_000;

/// The register says something else of an offer in an area.
#[derive(SimpleObject, Clone)]
pub struct CoverageChange {
    /// Where.
    pub area: Area,
    /// Of what.
    pub offer: Offer,
    /// The state before; null: the register did not know the area or the offer.
    pub state_before: Option<CoverageState>,
    /// What it says now, with its records and evidence.
    pub coverage: CoverageCell,
}

/// More or fewer people are on record as uncovered.
#[derive(SimpleObject, Clone)]
pub struct GapChange {
    /// Where.
    pub area: Area,
    /// Of what.
    pub offer: Offer,
    /// People in the gap before.
    pub people_before: i64,
    /// People in the gap now; 0: it is closed, or was taken out of the register.
    pub people_now: i64,
    /// What the register says now.
    pub coverage: CoverageCell,
}

/// Changes of coverage and of gaps.
#[derive(Default)]
pub struct CoverageSubscription;

#[Subscription]
impl CoverageSubscription {
    /// Every change of what the register says of these offers in these areas, as you may see it: another state, other people, other records or evidence. At most 1,000 areas × offers.
    async fn coverage_changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The areas.")] areas: AreaSelection,
        #[graphql(desc = "The offers; all by default.")] offers: Option<OfferSelection>,
        #[graphql(
            desc = "Code of the cohort; by default the people that each offer is meant for."
        )]
        cohort: Option<String>,
        #[graphql(desc = "The day that is watched; by default the day of each change.")]
        as_of: Option<Date>,
    ) -> Result<impl Stream<Item = CoverageChange> + use<>> {
        let day = ctx.day(as_of)?;
        let changes = changes(ctx, &areas, offers.as_ref(), cohort.as_deref(), day)?;
        let told = changes.into_iter().map(move |change| CoverageChange {
            area: Area {
                ix: change.area,
                day,
            },
            offer: Offer(change.offer),
            state_before: change.before.as_ref().map(|told| told.state.into()),
            coverage: cell(change, day),
        });
        Ok(stream::iter(told.collect::<Vec<_>>()))
    }

    /// Every change of the gaps over these areas and offers, as you may see them: opened, closed, larger or smaller. What is not recorded is never a gap. At most 1,000 areas × offers.
    async fn gaps_changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The areas.")] areas: AreaSelection,
        #[graphql(desc = "The offers; all by default.")] offers: Option<OfferSelection>,
        #[graphql(
            desc = "Code of the cohort; by default the people that each offer is meant for."
        )]
        cohort: Option<String>,
        #[graphql(desc = "The day that is watched; by default the day of each change.")]
        as_of: Option<Date>,
    ) -> Result<impl Stream<Item = GapChange> + use<>> {
        let day = ctx.day(as_of)?;
        let changes = changes(ctx, &areas, offers.as_ref(), cohort.as_deref(), day)?;
        let told = changes
            .into_iter()
            .filter(Change::is_of_gap)
            .map(move |change| GapChange {
                area: Area {
                    ix: change.area,
                    day,
                },
                offer: Offer(change.offer),
                people_before: whole(change.before.as_ref().map_or(0, |told| told.in_gap)),
                people_now: whole(change.now.in_gap),
                coverage: cell(change, day),
            });
        Ok(stream::iter(told.collect::<Vec<_>>()))
    }
}

/// What is different from the time before.
fn changes(
    ctx: &Context<'_>,
    areas: &AreaSelection,
    offers: Option<&OfferSelection>,
    cohort: Option<&str>,
    day: NaiveDate,
) -> Result<Vec<Change>> {
    let atlas = ctx.atlas()?;
    let areas = select_areas(atlas, areas, day)?;
    let offers = select_offers(atlas, offers)?;
    let cohort = find::cohort(atlas, "cohort", cohort)?;
    let cells = areas.len() * offers.len();
    if cells > MOST_CELLS {
        let most = MOST_CELLS;
        return Err(Fault::TooManyCells { cells, most }.into());
    }
    let Some(before) = &ctx.scope()?.before else {
        return Ok(Vec::new());
    };
    Ok(watch::changes(before, atlas, &areas, &offers, cohort, day))
}

fn cell(change: Change, day: NaiveDate) -> CoverageCell {
    CoverageCell {
        area: change.area,
        offer: change.offer,
        day,
        answer: change.after,
    }
}
