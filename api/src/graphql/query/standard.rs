//! Minimum offers, the scorecard, and the needs and costs behind plans.

use async_graphql::{Context, ID, Object, Result};
use planning::atlas::Atlas;
use planning::facts as f;
use planning::scorecard::{INDICATORS, score};
use planning::standard::{Tally, hold, lines_of};
use planning::table::Ix;

use super::coverage::{AreaSelection, check_cells, select_areas};
use super::lists;
use crate::graphql::context::ContextExt;
use crate::graphql::error::Fault;
use crate::graphql::filter::standard::{NeedFilter, StandardFilter, UnitCostFilter};
use crate::graphql::id::NodeType;
use crate::graphql::known_at::KnownAt;
use crate::graphql::object::area::Area;
use crate::graphql::object::minimum_offer::{AreaTally, LineTally, MinimumOffer, MinimumOfferCell};
use crate::graphql::object::need::{Need, NeedConnection, UnitCost, UnitCostConnection};
use crate::graphql::object::scorecard::{Indicator, Scorecard};
use crate::graphql::object::standard::{Standard, StandardConnection, StandardLine};
use crate::graphql::page::PageArgs;
use crate::graphql::scalars::Date;

/// Minimum offers, the scorecard, needs and unit costs.
#[derive(Default)]
pub struct StandardQuery;

/// A list of all rows of a table, by id, in pages.
macro_rules! by_id {
    ($ctx:ident, $table:ident, $name:literal, $as_of:ident, $filter:ident, $page:expr, $present:ident) => {{
        let day = $ctx.day($as_of)?;
        let rows = $ctx.atlas()?.$table.iter().map(|(ix, _)| ix).collect();
        let list = lists::List::new($name, $filter, lists::unordered(), $page, day);
        Ok(Some(
            list.page($ctx, rows, |ix| $present { ix, day })?.into(),
        ))
    }};
}

#[Object]
#[expect(clippy::too_many_arguments, reason = "the arguments of connections")]
impl StandardQuery {
    /// Minimum offers on record, by id.
    async fn standards(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<StandardFilter>,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<StandardConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        by_id!(ctx, standards, "standards", as_of, filter, page, Standard)
    }

    /// Every area held against a minimum offer on a day, with the evidence. At most 22,000 cells (areas × lines).
    async fn minimum_offer(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Id of the minimum offer; by default the one on record, if there is one only."
        )]
        standard: Option<ID>,
        #[graphql(desc = "The areas, for example every integrated care board.")]
        areas: AreaSelection,
        #[graphql(
            desc = "The day; today by default. A later day shows what is left if nothing is renewed."
        )]
        as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<MinimumOffer>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let standard = find_standard(atlas, standard.as_ref())?;
        let areas = select_areas(atlas, &areas, day)?;
        let (rows, lines): (Vec<_>, Vec<_>) = lines_of(atlas, standard).into_iter().unzip();
        check_cells(areas.len() * lines.len())?;
        let cells = hold(atlas, &lines, &areas, day);
        let by_line = rows.iter().enumerate().map(|(position, ix)| LineTally {
            line: StandardLine(*ix),
            tally: Tally::of(cells.iter().filter(|cell| cell.line == position)).into(),
        });
        let by_area = areas.iter().map(|ix| AreaTally {
            area: Area { ix: *ix, day },
            tally: Tally::of(cells.iter().filter(|cell| cell.area == *ix)).into(),
        });
        Ok(Some(MinimumOffer {
            as_of: Date(day),
            standard: Standard { ix: standard, day },
            lines: by_line.collect(),
            areas: by_area.collect(),
            tally: Tally::of(&cells).into(),
            cells: cells
                .into_iter()
                .filter_map(|cell| {
                    Some(MinimumOfferCell {
                        line: *rows.get(cell.line)?,
                        offer: lines.get(cell.line)?.offer,
                        day,
                        cell,
                    })
                })
                .collect(),
        }))
    }

    /// The report's recommendations as indicators, each with its formula, its values by area and what is not recorded. At most 22,000 values (areas × indicators).
    async fn scorecard(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "The areas, for example every police force area; the code E92000001 is England."
        )]
        areas: AreaSelection,
        #[graphql(desc = "Only the indicators with these codes; all by default.")]
        indicators: Option<Vec<String>>,
        #[graphql(
            desc = "Only indicators of these recommendations, for example `4.3`; all by default."
        )]
        recommendations: Option<Vec<String>>,
        #[graphql(desc = "The day; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<Scorecard>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let areas = select_areas(atlas, &areas, day)?;
        refuse_places(atlas, &areas)?;
        let wanted = wanted(indicators.as_deref(), recommendations.as_deref())?;
        check_cells(areas.len() * wanted.len())?;
        let indicators = wanted.into_iter().map(|indicator| Indicator {
            scored: score(atlas, indicator, &areas, day),
            day,
        });
        Ok(Some(Scorecard {
            as_of: Date(day),
            areas: areas.iter().map(|ix| Area { ix: *ix, day }).collect(),
            indicators: indicators.collect(),
        }))
    }

    /// How many people need an offer in an area, as somebody estimated it, by id.
    async fn needs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<NeedFilter>,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<NeedConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        by_id!(ctx, needs, "needs", as_of, filter, page, Need)
    }

    /// What one unit of an offer costs, as somebody estimated it, by id.
    async fn unit_costs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<UnitCostFilter>,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<UnitCostConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        by_id!(ctx, unit_costs, "unitCosts", as_of, filter, page, UnitCost)
    }
}

/// The minimum offer that is meant.
fn find_standard(atlas: &Atlas, id: Option<&ID>) -> Result<Ix<f::Standard>, Fault> {
    let bad = |what: String| Fault::BadInput {
        field: "standard".to_owned(),
        what,
    };
    if let Some(id) = id {
        let row = NodeType::Standard.parse("standard", id)?;
        let found = atlas.standards.find(&row);
        return found
            .ok_or_else(|| bad("no minimum offer has this id: see `standards`".to_owned()));
    }
    let mut all = atlas.standards.iter();
    match (all.next(), all.len()) {
        (Some((only, _)), 0) => Ok(only),
        (None, _) => Err(bad(
            "no minimum offer is on record: save one first".to_owned()
        )),
        (Some(_), more) => Err(bad(format!(
            "{} minimum offers are on record: give the id of one, see `standards`",
            more + 1
        ))),
    }
}

/// The indicators that are meant, in the report's order.
fn wanted(
    codes: Option<&[String]>,
    recommendations: Option<&[String]>,
) -> Result<Vec<&'static planning::scorecard::Indicator>, Fault> {
    let all = || INDICATORS.iter().flat_map(|section| section.iter());
    let unknown = |given: Option<&[String]>, field: &str, is: &dyn Fn(&str) -> bool| {
        let stray = given.unwrap_or_default().iter().find(|code| !is(code));
        stray.map_or(Ok(()), |code| {
            Err(Fault::BadInput {
                field: field.to_owned(),
                what: format!(
                    "'{}' is none of the scorecard's: ask it without `{field}` for all",
                    crate::graphql::error::cut(code)
                ),
            })
        })
    };
    unknown(codes, "indicators", &|code| all().any(|i| i.code == code))?;
    unknown(recommendations, "recommendations", &|number| {
        all().any(|i| i.recommendation == number)
    })?;
    let is_in = |given: Option<&[String]>, text: &str| {
        given.is_none_or(|given| given.iter().any(|wanted| wanted == text))
    };
    Ok(all()
        .filter(|i| is_in(codes, i.code) && is_in(recommendations, i.recommendation))
        .collect())
}

/// A prison or court has no people of its own to count.
fn refuse_places(atlas: &Atlas, areas: &[Ix<f::Area>]) -> Result<(), Fault> {
    let place = areas
        .iter()
        .map(|ix| atlas.areas.get(*ix))
        .find(|row| row.kind.is_place());
    place.map_or(Ok(()), |row| {
        Err(Fault::BadInput {
            field: "areas".to_owned(),
            what: format!(
                "{} is a {}: ask for the area around it, whose prisons and courts are counted",
                row.name,
                row.kind.code()
            ),
        })
    })
}
