//! What a contract is worth a year: on both terms, in other prices, for each adult.

use async_graphql::{Enum, InputObject, SimpleObject};
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::facts as f;
use planning::money::deflate::{Index, prices};
use planning::money::endings::footprint_of;
use planning::money::per_adult::{Adults, adults};
use planning::money::{financial_year_of, yearly};
use planning::table::Ix;

use super::area::Area;
use super::deflator::Deflator;
use super::evidence::Source;
use super::whole;
use crate::graphql::scalars::Money;

/// In whose prices pounds are shown.
#[derive(InputObject, Clone, Debug)]
pub struct PricesInput {
    /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
    pub financial_year: u32,
    /// The deflator series, as entered; may be left out while there is only one.
    pub series: Option<String>,
}

/// Where a yearly figure comes from.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::money::yearly::Origin")]
pub enum YearlyOrigin {
    /// It stands on record as it is.
    Stated,
    /// Value and months on record give it: value / months × 12, to the nearest penny.
    Computed,
}

/// What a contract is worth a year on one reading of its value.
#[derive(SimpleObject, Clone)]
pub struct YearlyReading {
    /// Pounds a year, as stated for value added tax and with what it costs to begin where its value is.
    pub pounds: Money,
    /// Where they come from.
    pub origin: YearlyOrigin,
    /// The months that the value is spread over; null: not on record.
    pub months: Option<u32>,
    /// What value and months give; null: one of them is not on record.
    pub computed: Option<Money>,
    /// Whether the stated figure and the computed one differ by a pound at most; null: there are not two.
    pub agrees: Option<bool>,
    /// The same in the prices asked for; null: none asked for, or see `notDeflated`.
    pub in_prices: Option<Money>,
}

/// From the prices of one year to those of another.
#[derive(SimpleObject, Clone)]
pub struct Prices {
    /// The series, as entered.
    pub series: String,
    /// Where it stood in the year that the value is taken to be in: that of the contract's first day.
    pub from: Option<Deflator>,
    /// Where it stood in the year asked for.
    pub to: Option<Deflator>,
}

/// What a contract is worth a year, if its value is for the base term and if it is for the full term.
#[derive(SimpleObject, Clone)]
pub struct YearlyValue {
    /// If the value is for the base term; null: value or term not on record, or the value is stated to be for the full term.
    pub base_term: Option<YearlyReading>,
    /// If it is for the full term, extensions included; null: value or term not on record.
    pub full_term: Option<YearlyReading>,
    /// How value added tax is stated: `included`, `excluded` or `not_stated`.
    pub vat: String,
    /// What the value is of, as its source states it: with what it costs to begin, and the value without, where it says so.
    pub value_basis: Option<String>,
    /// By which index figures the pounds were moved; null: no other prices asked for, or see `notDeflated`.
    pub prices: Option<Prices>,
    /// Why they were not; null: they were, or nobody asked.
    pub not_deflated: Option<String>,
}

impl YearlyValue {
    /// Of a contract, in some year's prices if they are asked for.
    pub(crate) fn of(
        atlas: &Atlas,
        contract: Ix<f::Contract>,
        asked: Option<&PricesInput>,
        day: NaiveDate,
    ) -> Self {
        let row = atlas.contracts.get(contract);
        let found = yearly::of(row);
        let moved = asked.map(|asked| {
            let entered = atlas.deflators.iter().map(|(_, row)| Index {
                series: &row.series,
                year: row.financial_year,
                millionths: row.index_millionths,
                row: &row.id,
            });
            let from = row.starts_on.and_then(financial_year_of);
            prices(entered, asked.series.as_deref(), from, asked.financial_year)
        });
        let (moved, not_deflated) = match moved {
            Some(Ok(moved)) => (Some(moved), None),
            Some(Err(why)) => (None, Some(why.to_string())),
            None => (None, None),
        };
        let reading = |reading: yearly::Reading| YearlyReading {
            pounds: Money(reading.pence),
            origin: reading.origin.into(),
            months: reading.months,
            computed: reading.computed.map(Money),
            agrees: reading.agrees(),
            in_prices: moved.and_then(|moved| moved.of(reading.pence)).map(Money),
        };
        let deflator = |index: Index<'_>| {
            let ix = atlas.deflators.find(index.row);
            ix.map(|ix| Deflator { ix, day })
        };
        Self {
            base_term: found.base.map(reading),
            full_term: found.full.map(reading),
            vat: row.vat.clone(),
            value_basis: row.value_basis.clone(),
            prices: moved.map(|moved| Prices {
                series: moved.to.series.to_owned(),
                from: deflator(moved.from),
                to: deflator(moved.to),
            }),
            not_deflated,
        }
    }
}

/// Pounds a year for each adult where a contract is.
#[derive(SimpleObject, Clone)]
pub struct PerAdult {
    /// Pounds a year for each adult, if the value is for the base term; null: see `yearlyValue`.
    pub base_term: Option<Money>,
    /// The same if it is for the full term.
    pub full_term: Option<Money>,
    /// The pounds a year that are divided, if the value is for the base term.
    pub base_term_pounds: Option<Money>,
    /// The same if it is for the full term.
    pub full_term_pounds: Option<Money>,
    /// Residents aged 20 and over at the census of 2021, by which they are divided.
    pub adults: i64,
    /// The police force areas whose counts those are.
    pub areas: Vec<Area>,
    /// Where the counts come from.
    pub sources: Vec<Source>,
}

impl PerAdult {
    /// Of a contract; `None`: adults are counted by police force area, and it is not in whole ones.
    pub(crate) fn of(atlas: &Atlas, contract: Ix<f::Contract>, day: NaiveDate) -> Option<Self> {
        let found: Adults = adults(atlas, &footprint_of(atlas, contract, day), day)?;
        let year = yearly::of(atlas.contracts.get(contract));
        let pence = |reading: Option<yearly::Reading>| reading.map(|reading| reading.pence);
        let each = |reading| {
            let pence = pence(reading)?;
            found.each(pence).map(Money)
        };
        let sources = found.sources.iter();
        Some(Self {
            base_term: each(year.base),
            full_term: each(year.full),
            base_term_pounds: pence(year.base).map(Money),
            full_term_pounds: pence(year.full).map(Money),
            adults: whole(found.count),
            areas: found.areas.iter().map(|ix| Area { ix: *ix, day }).collect(),
            sources: sources
                .filter_map(|id| atlas.sources.find(id))
                .map(Source)
                .collect(),
        })
    }
}
