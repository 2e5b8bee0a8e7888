//! Areas and places.

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::NaiveDate;
use planning::apportion;
use planning::atlas::Atlas;
use planning::facts as f;
use planning::table::Ix;

use super::Share;
use super::evidence::{PopulationCount, Source};
use super::record::{CoverageRecord, CoverageRecordConnection, CoverageRecordOrderField};
use super::service::{Service, ServiceConnection, ServiceOrderField};
use super::succession::AreaSuccession;
use super::whole;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{AreaKind, Nation};
use crate::graphql::filter::rows::{CoverageRecordFilter, ServiceFilter};
use crate::graphql::id::NodeType;
use crate::graphql::page::{Order, PageArgs, connection};
use crate::graphql::query::lists;
use crate::graphql::scalars::PartialDate;

/// A dated place in one geography, seen on a day.
#[derive(Clone, Copy)]
pub struct Area {
    pub(crate) ix: Ix<f::Area>,
    pub(crate) day: NaiveDate,
}

/// A dated place in one geography. Prisons and courts are places: they have no population and lie in a district.
#[Object]
impl Area {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Area.id(&ctx.atlas()?.areas.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.areas.get(self.ix).version)
    }

    /// Its geography.
    async fn kind(&self, ctx: &Context<'_>) -> Result<AreaKind> {
        Ok(ctx.atlas()?.areas.get(self.ix).kind.into())
    }

    /// Its official name.
    async fn name<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.areas.get(self.ix).name)
    }

    /// Its code: GSS where it has one, else nDelius, prison or court code. Null: it has none.
    async fn code<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(lists::main_code(ctx.atlas()?, self.ix, self.day))
    }

    /// Every official code that it has or had.
    async fn codes(&self, ctx: &Context<'_>) -> Result<Vec<AreaCode>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .codes_of(self.ix)
            .map(|row| AreaCode {
                scheme: row.scheme.clone(),
                code: row.code.clone(),
                valid_from: row.valid_from.map(PartialDate),
                valid_to: row.valid_to.map(PartialDate),
            })
            .collect())
    }

    /// Other names under which it is found: former, short, alternative and misspelt in a source.
    async fn other_names(&self, ctx: &Context<'_>) -> Result<Vec<AreaName>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .names_of(self.ix)
            .map(|row| AreaName {
                name: row.name.clone(),
                note: row.note.clone(),
            })
            .collect())
    }

    /// Its nation; null for what spans nations.
    async fn nation(&self, ctx: &Context<'_>) -> Result<Option<Nation>> {
        Ok(ctx.atlas()?.areas.get(self.ix).nation.map(Into::into))
    }

    /// First day that it existed; null: before the sources begin.
    async fn valid_from(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx.atlas()?.areas.get(self.ix).valid_from.map(PartialDate))
    }

    /// Last day that it existed; null: it still does.
    async fn valid_to(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx.atlas()?.areas.get(self.ix).valid_to.map(PartialDate))
    }

    /// Whether it exists on the day asked about.
    async fn exists_on_date(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(ctx.atlas()?.areas.get(self.ix).exists_on(self.day))
    }

    /// Where the row comes from, with its licence and vintage.
    async fn source(&self, ctx: &Context<'_>) -> Result<Option<Source>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .sources
            .find(&atlas.areas.get(self.ix).source)
            .map(Source))
    }

    /// People (mid-2022 estimate, split by residents at the census of 2021 where a district is cut). Null: a place, an area wider than the register, or one that shares a district whose split nobody publishes.
    async fn people(&self, ctx: &Context<'_>) -> Result<Option<i64>> {
        Ok(ctx.atlas()?.people_of(self.ix, self.day).map(whole))
    }

    /// Published counts of its people, each with its source. Held for districts and police force areas.
    async fn populations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only this measure, for example `mid_2022`.")] measure: Option<String>,
    ) -> Result<Vec<PopulationCount>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .populations_of(self.ix)
            .filter(|row| measure.as_ref().is_none_or(|m| *m == row.measure))
            .map(|row| PopulationCount {
                measure: row.measure.clone(),
                group: row.group.clone(),
                count: whole(row.count),
                source: atlas.sources.find(&row.source).map(Source),
            })
            .collect())
    }

    /// Areas of other kinds that it overlaps on the day, with the people in both.
    async fn overlaps(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only areas of this kind.")] kind: AreaKind,
    ) -> Result<Vec<AreaOverlap>> {
        let atlas = ctx.atlas()?;
        Ok(apportion::overlaps(atlas, self.ix, kind.into(), self.day)
            .into_iter()
            .map(|overlap| self.overlap(overlap))
            .collect())
    }

    /// Areas of other kinds that hold all of it on the day.
    async fn parents(&self, ctx: &Context<'_>) -> Result<Vec<Area>> {
        Ok(lists::parents(ctx.atlas()?, self.ix, self.day)
            .into_iter()
            .map(|ix| Area { ix, day: self.day })
            .collect())
    }

    /// Areas of a kind that lie wholly inside it on the day; prisons and courts by the district or police force area that they are placed in.
    async fn children(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The kind of area to list.")] kind: AreaKind,
    ) -> Result<Vec<Area>> {
        Ok(
            lists::children(ctx.atlas()?, self.ix, kind.into(), self.day)
                .into_iter()
                .map(|ix| Area { ix, day: self.day })
                .collect(),
        )
    }

    /// What it followed.
    async fn predecessors(&self, ctx: &Context<'_>) -> Result<Vec<AreaSuccession>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .predecessors_of(self.ix)
            .filter_map(|row| self.succession(atlas, row))
            .collect())
    }

    /// What followed it.
    async fn successors(&self, ctx: &Context<'_>) -> Result<Vec<AreaSuccession>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .successors_of(self.ix)
            .filter_map(|row| self.succession(atlas, row))
            .collect())
    }

    /// For a prison or court: where it lies and by which rule it was placed. Null for areas.
    async fn place(&self, ctx: &Context<'_>) -> Result<Option<PlaceDetails>> {
        let atlas = ctx.atlas()?;
        let area = |id: &Option<String>| {
            let ix = atlas.areas.find(id.as_ref()?)?;
            Some(Area { ix, day: self.day })
        };
        Ok(atlas.place_of(self.ix).map(|row| PlaceDetails {
            town: row.town.clone(),
            county: row.county.clone(),
            district: area(&row.district),
            police_force: area(&row.police_force),
            placed_by: row.placed_by.clone(),
        }))
    }

    /// Records that name this very area, whatever their dates.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn records(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<CoverageRecordFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<CoverageRecordOrderField>>,
        >,
    ) -> Result<CoverageRecordConnection> {
        let atlas = ctx.atlas()?;
        let rows = atlas.coverage_of_area(self.ix).to_vec();
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        let list = lists::List::new(("area.records", self.ix), filter, order_by, page, self.day);
        let page = list.page(ctx, rows, |ix| CoverageRecord { ix, day: self.day })?;
        Ok(page.into())
    }

    /// Services with a record of any part of it, or of a prison or court in it.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn services(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<ServiceFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<ServiceOrderField>>,
        >,
    ) -> Result<ServiceConnection> {
        let atlas = ctx.atlas()?;
        let rows = planning::provision::services_in(atlas, self.ix, self.day);
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        let list = lists::List::new(("area.services", self.ix), filter, order_by, page, self.day);
        let page = list.page(ctx, rows, |ix| Service { ix, day: self.day })?;
        Ok(page.into())
    }
}

impl Area {
    fn overlap(&self, overlap: apportion::Overlap) -> AreaOverlap {
        AreaOverlap {
            area: Area {
                ix: overlap.area,
                day: self.day,
            },
            people: overlap.people.map(whole),
            share_of_this: overlap.of_this.map(Into::into),
            share_of_other: overlap.of_other.map(Into::into),
        }
    }

    fn succession(&self, atlas: &Atlas, row: &f::Succession) -> Option<AreaSuccession> {
        let ix = atlas.successions.find(&row.id)?;
        AreaSuccession::of(atlas, ix, Some(self.ix), self.day)
    }
}

connection!(
    /// Areas, page by page.
    AreaConnection,
    /// An area and its place in the list.
    AreaEdge,
    Area
);

/// What areas can be ordered by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaOrderField {
    /// Official name.
    Name,
    /// Main code.
    Code,
    /// People on the day.
    People,
}

/// An official code of an area.
#[derive(SimpleObject, Clone)]
pub struct AreaCode {
    /// `gss`, `ods`, `ndelius`, `pcc`, `prison`, `court` or `nps_region`.
    pub scheme: String,
    /// The code.
    pub code: String,
    /// First day of the code; null: not on record.
    pub valid_from: Option<PartialDate>,
    /// Last day of the code; null: current, or not on record.
    pub valid_to: Option<PartialDate>,
}

/// Another name of an area.
#[derive(SimpleObject, Clone)]
pub struct AreaName {
    /// The name.
    pub name: String,
    /// `former`, `short`, `spelling` or `alternative`.
    pub note: String,
}

/// Two areas that have people in common.
#[derive(SimpleObject, Clone)]
pub struct AreaOverlap {
    /// The other area.
    pub area: Area,
    /// People in both; null: they share a district whose split nobody publishes.
    pub people: Option<i64>,
    /// Share of this area's people who live in the other.
    pub share_of_this: Option<Share>,
    /// Share of the other area's people who live in this one.
    pub share_of_other: Option<Share>,
}

/// Where a prison or court lies.
#[derive(SimpleObject, Clone)]
pub struct PlaceDetails {
    /// Post town; null: not on record.
    pub town: Option<String>,
    /// County as its register gives it; null: not on record.
    pub county: Option<String>,
    /// The district; null where no rule settles it.
    pub district: Option<Area>,
    /// The police force area; null where no rule settles it.
    pub police_force: Option<Area>,
    /// The rule that placed it, or `unplaced: ` and why.
    pub placed_by: String,
}
