//! Questions about money: what ends when, how much is on record, what counts towards the Mental
//! Health Investment Standard.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_graphql::{Context, InputObject, Object, Result};
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::dates::months_after;
use planning::mhis::{self, Line, Year};
use planning::money::cliff;
use planning::money::on_record::on_record;
use planning::money::scope::Scope;
use planning::table::Ix;
use planning::{closed, facts as f};

use super::{find, lists};
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{AreaKind, Role};
use crate::graphql::error::{Fault, cut};
use crate::graphql::filter::allocation::{DeflatorFilter, FundingAllocationFilter};
use crate::graphql::known_at::KnownAt;
use crate::graphql::object::allocation::{
    FundingAllocation, FundingAllocationConnection, FundingAllocationOrderField,
};
use crate::graphql::object::area::Area;
use crate::graphql::object::cliff::Cliff;
use crate::graphql::object::deflator::{Deflator, DeflatorConnection, DeflatorOrderField};
use crate::graphql::object::mhis_test::{MhisReport, MhisTest, RULE};
use crate::graphql::object::on_record::MoneyOnRecord;
use crate::graphql::object::succession::BodySuccession;
use crate::graphql::page::{Order, PageArgs};
use crate::graphql::scalars::Date;

/// Months that one cliff holds at most: ten years.
const MOST_MONTHS: u32 = 120;
/// Months of a cliff whose last is not named.
const USUAL_MONTHS: u32 = 24;
/// Cells (areas × offers × months) that an answer about what is left holds at most.
const MOST_CELLS: usize = 22_000;

/// What a question about money is about; everything where nothing is given. All that is given holds.
#[derive(InputObject, Clone, Debug, Default)]
pub struct MoneyScope {
    /// Official code of an area: services with a record of any part of it, or of a prison or court in it.
    pub area: Option<String>,
    /// Kind of area, for a code that several kinds share.
    pub kind: Option<AreaKind>,
    /// Code of an offer, or of a family for any of its members.
    pub offer: Option<String>,
    /// A body, by its id or its name: services in which it has a part, or whose commissioner's functions are with it when they end.
    pub body: Option<String>,
    /// The part that the body has; any if left out.
    pub role: Option<Role>,
    /// Services with a provider of this kind: `vcse`, `nhs_trust`, `council`, …
    pub provider_kind: Option<String>,
}

impl MoneyScope {
    fn read(&self, atlas: &Atlas, day: NaiveDate) -> Result<Scope, Fault> {
        let area = self
            .area
            .as_ref()
            .map(|code| find::area_on(atlas, "scope.area", code, self.kind.map(Into::into), day));
        let offer = self
            .offer
            .as_ref()
            .map(|code| find::offer(atlas, "scope.offer", code));
        let body = self
            .body
            .as_ref()
            .map(|body| find::body(atlas, "scope.body", body));
        if let Some(kind) = &self.provider_kind {
            let kinds = atlas.bodies.iter().map(|(_, body)| body.kind.clone());
            let known: BTreeSet<String> = kinds.collect();
            if !known.contains(kind) {
                return Err(Fault::UnknownCode {
                    field: "scope.providerKind".to_owned(),
                    given: cut(kind),
                    suggestions: known.into_iter().collect(),
                });
            }
        }
        if self.role.is_some() && self.body.is_none() {
            return Err(Fault::BadInput {
                field: "scope.role".to_owned(),
                what: "a role is that of a body: give the body too".to_owned(),
            });
        }
        Ok(Scope {
            area: area.transpose()?,
            offer: offer.transpose()?,
            body: body.transpose()?,
            role: self.role.map(Into::into),
            provider_kind: self.provider_kind.clone(),
        })
    }
}

/// Refuses more cells over the months than one answer holds.
pub(crate) fn check_months(
    areas: &[Ix<f::Area>],
    offers: &[Ix<f::Offer>],
    months: usize,
) -> Result<(), Fault> {
    // The month before the first is what it is compared with.
    let cells = areas.len() * offers.len() * (months + 1);
    if cells > MOST_CELLS {
        return Err(Fault::TooManyCells {
            cells,
            most: MOST_CELLS,
        });
    }
    Ok(())
}

/// Questions about money.
#[derive(Default)]
pub struct MoneyQuery;

#[Object]
#[expect(clippy::too_many_arguments, reason = "the arguments of connections")]
impl MoneyQuery {
    /// What ends in each month of a span, what is at stake, which of it straddles a change of commissioner, and what is left if nothing is renewed. Values are never split over areas or offers; abandoned procurements add nothing.
    async fn cliff(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What it is about; `{}` for everything.")] scope: MoneyScope,
        #[graphql(desc = "A day of the first month; that of asOf by default.")] from: Option<Date>,
        #[graphql(desc = "A day of the last month; 24 months by default, 120 at most.")] to: Option<
            Date,
        >,
        #[graphql(desc = "The day from which notice is counted; today by default.")] as_of: Option<
            Date,
        >,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<Cliff>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let scope = scope.read(atlas, day)?;
        let from = from.map_or(day, |date| date.0);
        let to = to.map_or_else(|| months_after(from, USUAL_MONTHS - 1), |date| date.0);
        if to < from {
            return Err(Fault::BadInput {
                field: "to".to_owned(),
                what: format!("{to} lies before {from}: give a day of the last month"),
            }
            .into());
        }
        if to > months_after(from, MOST_MONTHS - 1) {
            return Err(Fault::BadInput {
                field: "to".to_owned(),
                what: format!("the span is longer than {MOST_MONTHS} months: end it earlier"),
            }
            .into());
        }
        Ok(Some(Cliff {
            found: Arc::new(cliff::cliff(atlas, &scope, day, from, to)),
            area: scope.area,
            as_of: day,
        }))
    }

    /// How much of the money of live services is on record: how many have no end or no value, which end by a day, which straddle a change of commissioner, and the pounds and people that are known.
    async fn money_on_record(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What it is about; `{}` for everything.")] scope: MoneyScope,
        #[graphql(desc = "Services that end by this day, the day included.")] ending_by: Date,
        #[graphql(desc = "The day; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<MoneyOnRecord>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let scope = scope.read(atlas, day)?;
        let found = on_record(atlas, &scope, day, ending_by.0);
        Ok(Some(MoneyOnRecord::of(found, day, ending_by.0)))
    }

    /// An integrated care board's reports for the Mental Health Investment Standard, each tested against the year before: in two ledgers, and with and without what arrives from another body. Its user enters them; none comes with the program.
    async fn mhis(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the board.")] area: String,
        #[graphql(
            desc = "The financial years, each by the year in which it begins; all by default."
        )]
        years: Option<Vec<u32>>,
        #[graphql(desc = "The day on which rows are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<MhisReport>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let area = find::area(atlas, "area", &area, Some(closed::AreaKind::Icb), day)?;
        let arrival = mhis::arrival(atlas);
        let id = &atlas.areas.get(area).id;
        let mut rows: Vec<(Ix<f::MhisYear>, &f::MhisYear)> = atlas
            .mhis_years
            .iter()
            .filter(|(_, row)| row.area == *id)
            .collect();
        // The order of the tests.
        rows.sort_by_key(|(_, row)| row.financial_year);
        let entered = rows.iter().map(|(ix, row)| Year {
            year: row.financial_year,
            allocation_pence: row.allocation_pence,
            target_millionths: row.target_growth_millionths,
            lines: lines_of(atlas, *ix).map(Line::from).collect(),
        });
        let tested = mhis::test(entered.collect(), arrival.map(|(_, year)| year));
        let is_asked = |year: u32| years.as_ref().is_none_or(|years| years.contains(&year));
        Ok(Some(MhisReport {
            area: Area { ix: area, day },
            arrival: arrival.map(|(ix, _)| BodySuccession { ix, day }),
            rule: RULE,
            exclusions: mhis::EXCLUSIONS.iter().map(|e| e.name).collect(),
            years: tested
                .iter()
                .zip(&rows)
                .filter(|(tested, _)| is_asked(tested.entered.year))
                .map(|(tested, (ix, _))| {
                    MhisTest::of(tested, *ix, atlas.lines_of_mhis_year(*ix), day)
                })
                .collect(),
        }))
    }

    /// What funding streams are allocated to, by financial year.
    async fn funding_allocations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<FundingAllocationFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<FundingAllocationOrderField>>,
        >,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<FundingAllocationConnection>> {
        let day = ctx.day(as_of)?;
        let rows = ctx.atlas()?.funding_allocations.iter();
        let rows = rows.map(|(ix, _)| ix).collect();
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        let list = lists::List::new("fundingAllocations", filter, order_by, page, day);
        let page = list.page(ctx, rows, |ix| FundingAllocation { ix, day })?;
        Ok(Some(page.into()))
    }

    /// Where price indexes stood, as users entered them with their sources. None comes with the program.
    async fn deflators(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<DeflatorFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<DeflatorOrderField>>,
        >,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<DeflatorConnection>> {
        let day = ctx.day(as_of)?;
        let rows = ctx.atlas()?.deflators.iter().map(|(ix, _)| ix).collect();
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        let list = lists::List::new("deflators", filter, order_by, page, day);
        let page = list.page(ctx, rows, |ix| Deflator { ix, day })?;
        Ok(Some(page.into()))
    }
}

fn lines_of(atlas: &Atlas, year: Ix<f::MhisYear>) -> impl Iterator<Item = &f::MhisLine> {
    let rows = atlas.lines_of_mhis_year(year).iter();
    rows.map(|ix| atlas.mhis_lines.get(*ix))
}
