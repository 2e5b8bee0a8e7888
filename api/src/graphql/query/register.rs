//! Search, published figures, statements, and the register itself.

use std::collections::BTreeMap;

use async_graphql::{Context, Object, Result};
use planning::atlas::Atlas;
use planning::search::{Among, Found, search};

use super::lists;
use crate::graphql::context::ContextExt;
use crate::graphql::error::Fault;
use crate::graphql::filter::rows::{FigureFilter, StatementFilter};
use crate::graphql::known_at::KnownAt;
use crate::graphql::object::area::Area;
use crate::graphql::object::body::Body;
use crate::graphql::object::figure::{Figure, FigureConnection, Statement, StatementConnection};
use crate::graphql::object::offer::{Cohort, Community, Offer, System};
use crate::graphql::object::register::{KindCount, Register, StarterRow, StarterTable};
use crate::graphql::object::search::{Findable, SearchAmong, SearchHit};
use crate::graphql::object::service::Service;
use crate::graphql::object::whole;
use crate::graphql::page::PageArgs;
use crate::graphql::scalars::{Date, Decimal};

/// Hits that one search gives at most.
const MOST_HITS: i32 = 100;

/// Search, figures, statements and the register itself.
#[derive(Default)]
pub struct RegisterQuery;

#[Object]
impl RegisterQuery {
    /// Areas, bodies, services and offers by a name that may be misspelt, or by a code; most like first.
    async fn search(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The text; its first 100 characters are compared.")] text: String,
        #[graphql(desc = "What to look among; everything by default.")] among: Option<
            Vec<SearchAmong>,
        >,
        #[graphql(desc = "So many hits at most, 1 to 100; 10 by default.")] first: Option<i32>,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<Vec<SearchHit>>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let first = first.unwrap_or(10);
        let limit = usize::try_from(first)
            .ok()
            .filter(|_| (1..=MOST_HITS).contains(&first))
            .ok_or_else(|| Fault::BadInput {
                field: "first".to_owned(),
                what: format!("{first}: ask for 1 to {MOST_HITS} hits"),
            })?;
        let has = |kind| among.as_ref().is_none_or(|all| all.contains(&kind));
        let among = Among {
            areas: has(SearchAmong::Areas),
            bodies: has(SearchAmong::Bodies),
            services: has(SearchAmong::Services),
            offers: has(SearchAmong::Offers),
        };
        Ok(Some(
            search(atlas, &text, among, limit)
                .into_iter()
                .map(|hit| SearchHit {
                    found: match hit.found {
                        Found::Area(ix) => Findable::Area(Area { ix, day }),
                        Found::Body(ix) => Findable::Body(Body { ix, day }),
                        Found::Service(ix) => Findable::Service(Service { ix, day }),
                        Found::Offer(ix) => Findable::Offer(Offer(ix)),
                    },
                    name: hit.name,
                    likeness: Decimal(format!(
                        "{}.{:03}",
                        hit.likeness / 1000,
                        hit.likeness % 1000
                    )),
                })
                .collect(),
        ))
    }

    /// Published figures of the source documents, each with its definition.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn figures(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<FigureFilter>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<FigureConnection>> {
        let day = ctx.day(None)?;
        let rows = ctx.atlas()?.figures.iter().map(|(ix, _)| ix).collect();
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        let list = lists::List::new("figures", filter, lists::unordered(), page, day);
        Ok(Some(list.page(ctx, rows, Figure)?.into()))
    }

    /// What a report or body says that is no record of coverage.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn statements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<StatementFilter>,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<StatementConnection>> {
        let day = ctx.day(as_of)?;
        let rows = ctx.atlas()?.statements.iter().map(|(ix, _)| ix).collect();
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        let list = lists::List::new("statements", filter, lists::unordered(), page, day);
        Ok(Some(
            list.page(ctx, rows, |ix| Statement { ix, day })?.into(),
        ))
    }

    /// The register that answers: its revision, its counts, and what became of every starter row.
    async fn register(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<Register>> {
        let atlas = ctx.atlas()?;
        Ok(Some(Register {
            revision: whole(atlas.revision),
            counts: counts(atlas),
            starter_tables: starter_tables(atlas),
            cohorts: atlas.cohorts.iter().map(|(ix, _)| Cohort(ix)).collect(),
            communities: atlas
                .communities
                .iter()
                .map(|(ix, _)| Community(ix))
                .collect(),
            systems: {
                let mut rows: Vec<System> = atlas
                    .systems
                    .iter()
                    .map(|(_, row)| System::of(row))
                    .collect();
                rows.sort_by_key(|row| row.number);
                rows
            },
        }))
    }
}

fn counts(atlas: &Atlas) -> Vec<KindCount> {
    [
        ("areas", atlas.areas.len()),
        ("bodies", atlas.bodies.len()),
        ("offers", atlas.offers.len()),
        ("services", atlas.services.len()),
        ("records", atlas.coverage.len()),
        ("contracts", atlas.contracts.len()),
        ("claims", atlas.claims.len()),
        ("fundingStreams", atlas.funding_streams.len()),
        ("openings", atlas.openings.len()),
        ("searches", atlas.searches.len()),
        ("statements", atlas.statements.len()),
        ("figures", atlas.figures.len()),
        ("evidence", atlas.evidence.len()),
        ("sources", atlas.sources.len()),
    ]
    .into_iter()
    .map(|(kind, count)| KindCount {
        kind: kind.to_owned(),
        count: i64::try_from(count).unwrap_or(i64::MAX),
    })
    .collect()
}

fn starter_tables(atlas: &Atlas) -> Vec<StarterTable> {
    let mut tables: BTreeMap<&str, StarterTable> = BTreeMap::new();
    for (_, row) in atlas.starter_rows.iter() {
        let table = tables.entry(&row.table).or_insert_with(|| StarterTable {
            table: row.table.clone(),
            rows: 0,
            records: 0,
            merged: 0,
            unplaced: 0,
            exceptions: Vec::new(),
        });
        table.rows += 1;
        match row.outcome.as_str() {
            "record" => table.records += 1,
            "merged" => table.merged += 1,
            _ => table.unplaced += 1,
        }
        if row.outcome != "record" {
            table.exceptions.push(StarterRow {
                row: row.row.clone(),
                outcome: row.outcome.clone(),
                record: row.record.clone(),
                reason: row.reason.clone(),
            });
        }
    }
    tables.into_values().collect()
}
