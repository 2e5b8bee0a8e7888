//! One way to list rows: filter, order, page.

mod orders;

use async_graphql::{Context, InputType, Result};
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::closed::AreaKind;
use planning::facts as f;
use planning::table::{Ix, Row};

use crate::graphql::context::ContextExt;
use crate::graphql::filter::Filter;
use crate::graphql::object::area::AreaOrderField;
use crate::graphql::page::{Direction, Listed, Order, Page, PageArgs, SortValue, cut_page};

/// A value of a row that a list can be ordered by.
pub trait OrderField<R>: InputType + Copy + std::fmt::Debug {
    /// The row's value.
    fn value(self, atlas: &Atlas, row: R, day: NaiveDate) -> SortValue;
}

/// The order of lists that come by id only.
pub fn unordered() -> Option<Vec<Order<AreaOrderField>>> {
    None
}

/// A row that has an id in the Atlas.
pub trait Identified: Copy {
    /// The id, the last tiebreak of every order.
    fn id_in(self, atlas: &Atlas) -> &str;
}

macro_rules! identified {
    ($($row:ident in $table:ident),+) => {
        $(impl Identified for Ix<f::$row> {
            fn id_in(self, atlas: &Atlas) -> &str { atlas.$table.get(self).id() }
        })+
    };
}
identified!(Area in areas, Body in bodies, Offer in offers, Service in services,
    Coverage in coverage, Contract in contracts, Claim in claims, Evidence in evidence,
    FundingStream in funding_streams, Scenario in scenarios, Opening in openings, Figure in figures, Statement in statements,
    Standard in standards, Need in needs, UnitCost in unit_costs,
    Deflator in deflators, FundingAllocation in funding_allocations,
    Pool in pools, PoolTransfer in pool_transfers);

/// What is asked of a list.
pub struct List<N, F, O: InputType> {
    name: N,
    filter: Option<F>,
    order: Vec<Order<O>>,
    page: PageArgs,
    day: NaiveDate,
}

impl<N: std::fmt::Debug, F: std::fmt::Debug, O: InputType + Copy + std::fmt::Debug> List<N, F, O> {
    /// The list's name (with what it hangs on), filter, order, page and day.
    pub fn new(
        name: N,
        filter: Option<F>,
        order: Option<Vec<Order<O>>>,
        page: PageArgs,
        day: NaiveDate,
    ) -> Self {
        Self {
            name,
            filter,
            order: order.unwrap_or_default(),
            page,
            day,
        }
    }

    /// Cuts the page out of the rows.
    pub fn page<R: Identified, T>(
        self,
        ctx: &Context<'_>,
        rows: Vec<R>,
        present: impl Fn(R) -> T,
    ) -> Result<Page<T>>
    where
        F: Filter<R>,
        O: OrderField<R>,
    {
        let scope = ctx.scope()?;
        let atlas = scope.atlas.atlas();
        let listed: Vec<Listed<T>> = rows
            .into_iter()
            .filter(|row| {
                self.filter
                    .as_ref()
                    .is_none_or(|filter| filter.passes(atlas, *row, self.day))
            })
            .map(|row| Listed {
                values: self
                    .order
                    .iter()
                    .map(|order| order.field.value(atlas, row, self.day))
                    .collect(),
                id: row.id_in(atlas).to_owned(),
                row: present(row),
            })
            .collect();
        let directions: Vec<Direction> = self.order.iter().map(|o| o.direction).collect();
        let shape = (&self.name, &self.filter, &self.order, self.day);
        Ok(cut_page(
            listed,
            &directions,
            &shape,
            &self.page,
            scope.max_page,
        )?)
    }
}

/// A root list: filter, order, page, all rows of a table.
macro_rules! all_rows {
    ($ctx:ident, $table:ident, $name:literal, $as_of:ident, $filter:ident, $order:ident, $page:expr, $present:expr) => {{
        let day = $ctx.day($as_of)?;
        let rows = $ctx.atlas()?.$table.iter().map(|(ix, _)| ix).collect();
        let list = lists::List::new($name, $filter, $order, $page, day);
        let present = $present;
        Ok(Some(list.page($ctx, rows, |ix| present(ix, day))?.into()))
    }};
}
pub(super) use all_rows;

/// The code that an area goes by on a day: GSS before the others, current
/// before former.
pub fn main_code(atlas: &Atlas, area: Ix<f::Area>, day: NaiveDate) -> Option<&str> {
    let rank = |row: &f::AreaCode| {
        let scheme = ["gss", "ndelius", "prison", "court"]
            .iter()
            .position(|s| *s == row.scheme)
            .unwrap_or(9);
        let holds = planning::atlas::within(row.valid_from, row.valid_to, day);
        (!holds, scheme, row.valid_from.is_none())
    };
    atlas
        .codes_of(area)
        .min_by(|a, b| rank(a).cmp(&rank(b)).then(a.code.cmp(&b.code)))
        .map(|row| row.code.as_str())
}

/// Areas of other kinds that hold all parts of an area, by id.
pub fn parents(atlas: &Atlas, area: Ix<f::Area>, day: NaiveDate) -> Vec<Ix<f::Area>> {
    let own_kind = atlas.areas.get(area).kind;
    if let Some(place) = atlas.place_of(area) {
        let home = [&place.district, &place.police_force];
        let mut found: Vec<_> = home
            .into_iter()
            .flatten()
            .filter_map(|id| atlas.areas.find(id))
            .collect();
        if let Some(first) = found.first().copied() {
            found.extend(parents(atlas, first, day));
        }
        found.sort();
        found.dedup();
        return found;
    }
    let mut members = atlas.parts_of(area, day);
    let Some(first) = members.next() else {
        return Vec::new();
    };
    let holds = |part, home| atlas.homes_of(part, day).any(|m| m.area == home && m.whole);
    let rest: Vec<_> = members.map(|m| m.part).collect();
    atlas
        .homes_of(first.part, day)
        .filter(|home| home.whole && atlas.areas.get(home.area).kind != own_kind)
        .map(|home| home.area)
        .filter(|home| rest.iter().all(|part| holds(*part, *home)))
        .collect()
}

/// Areas of a kind that lie wholly inside an area, by id.
pub fn children(
    atlas: &Atlas,
    area: Ix<f::Area>,
    kind: AreaKind,
    day: NaiveDate,
) -> Vec<Ix<f::Area>> {
    if kind.is_place() {
        return atlas
            .places_within(area, day)
            .filter(|ix| atlas.areas.get(*ix).kind == kind)
            .collect();
    }
    let own: Vec<_> = atlas
        .parts_of(area, day)
        .filter(|m| m.whole)
        .map(|m| m.part)
        .collect();
    atlas
        .areas_of_kind(kind, day)
        .map(|(ix, _)| ix)
        .filter(|ix| *ix != area)
        .filter(|ix| {
            let mut parts = atlas.parts_of(*ix, day).peekable();
            parts.peek().is_some() && parts.all(|m| own.contains(&m.part))
        })
        .collect()
}
