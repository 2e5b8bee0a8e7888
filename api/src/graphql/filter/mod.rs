//! The filter grammar, the same for every list.
//!
//! A row passes when every given condition holds. `and`, `or` and `not`
//! combine filters; `some`, `every` and `none` ask of related rows. A condition
//! on a value that is not on record never holds, except `isNull: true`; so
//! `not` around it does.

pub mod allocation;
pub mod funding;
pub mod openings;
pub mod pool;
pub mod rows;
pub mod scenario;
pub mod standard;

use async_graphql::{InputObject, InputType};
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::dates::PartialDate as Partial;

use super::scalars::{Date, Money};

/// Whether a row passes a filter.
pub trait Filter<R: Copy> {
    /// Whether the row passes on the day asked about.
    fn passes(&self, atlas: &Atlas, row: R, day: NaiveDate) -> bool;
}

/// The three ways to combine filters: `and`, `or`, `not`.
type Combined<'a, F> = (&'a Option<Vec<F>>, &'a Option<Vec<F>>, &'a Option<Box<F>>);

/// The row's own conditions, and the filters combined with them.
pub fn combine<R: Copy, F: Filter<R>>(
    (and, or, not): Combined<'_, F>,
    own: bool,
    atlas: &Atlas,
    row: R,
    day: NaiveDate,
) -> bool {
    own && and
        .as_ref()
        .is_none_or(|all| all.iter().all(|f| f.passes(atlas, row, day)))
        && or
            .as_ref()
            .is_none_or(|any| any.iter().any(|f| f.passes(atlas, row, day)))
        && not
            .as_ref()
            .is_none_or(|inner| !inner.passes(atlas, row, day))
}

/// A condition that is not given holds.
pub fn given<T>(condition: &Option<T>, holds: impl FnOnce(&T) -> bool) -> bool {
    condition.as_ref().is_none_or(holds)
}

/// Conditions on a text. Comparing ignores case in `contains` and `startsWith` only.
#[derive(InputObject, Clone, Debug, Default)]
pub struct TextFilter {
    /// Is this text.
    pub eq: Option<String>,
    /// Is not this text, and is on record.
    pub ne: Option<String>,
    /// Is one of these.
    #[graphql(name = "in")]
    pub one_of: Option<Vec<String>>,
    /// Is none of these, and is on record.
    pub not_in: Option<Vec<String>>,
    /// Contains this text.
    pub contains: Option<String>,
    /// Starts with this text.
    pub starts_with: Option<String>,
    /// True: not on record. False: on record.
    pub is_null: Option<bool>,
}

impl TextFilter {
    /// Whether a text fulfils it.
    pub fn holds(&self, value: Option<&str>) -> bool {
        let lower = |text: &str| text.to_lowercase();
        let on = |condition: bool| condition && value.is_some();
        let value_or = value.unwrap_or_default();
        given(&self.eq, |e| on(value_or == e))
            && given(&self.ne, |e| on(value_or != e))
            && given(&self.one_of, |all| on(all.iter().any(|e| e == value_or)))
            && given(&self.not_in, |all| on(all.iter().all(|e| e != value_or)))
            && given(&self.contains, |e| on(lower(value_or).contains(&lower(e))))
            && given(&self.starts_with, |e| {
                on(lower(value_or).starts_with(&lower(e)))
            })
            && given(&self.is_null, |wanted| value.is_none() == *wanted)
    }
}

/// Conditions on a date as precise as its source: a date known to the year or
/// month fulfils `before` and `after` only if all of it does.
#[derive(InputObject, Clone, Debug, Default)]
pub struct DateFilter {
    /// The whole of it lies before this day.
    pub before: Option<Date>,
    /// The whole of it lies on or before this day.
    pub on_or_before: Option<Date>,
    /// The whole of it lies after this day.
    pub after: Option<Date>,
    /// The whole of it lies on or after this day.
    pub on_or_after: Option<Date>,
    /// True: not on record. False: on record.
    pub is_null: Option<bool>,
}

impl DateFilter {
    /// Whether a date fulfils it.
    pub fn holds(&self, value: Option<Partial>) -> bool {
        let on = |condition: &dyn Fn(Partial) -> bool| value.is_some_and(condition);
        given(&self.before, |d| on(&|v| v.last() < d.0))
            && given(&self.on_or_before, |d| on(&|v| v.last() <= d.0))
            && given(&self.after, |d| on(&|v| v.first() > d.0))
            && given(&self.on_or_after, |d| on(&|v| v.first() >= d.0))
            && given(&self.is_null, |wanted| value.is_none() == *wanted)
    }
}

/// Conditions on an amount of money.
#[derive(InputObject, Clone, Debug, Default)]
pub struct MoneyFilter {
    /// At least this.
    pub at_least: Option<Money>,
    /// At most this.
    pub at_most: Option<Money>,
    /// True: not on record. False: on record.
    pub is_null: Option<bool>,
}

impl MoneyFilter {
    /// Whether an amount in pence fulfils it.
    pub fn holds(&self, value: Option<i64>) -> bool {
        given(&self.at_least, |m| value.is_some_and(|v| v >= m.0))
            && given(&self.at_most, |m| value.is_some_and(|v| v <= m.0))
            && given(&self.is_null, |wanted| value.is_none() == *wanted)
    }
}

/// Conditions on one of a closed list.
pub fn one_of<T: PartialEq>(wanted: &Option<Vec<T>>, value: T) -> bool {
    given(wanted, |all| all.contains(&value))
}

/// Conditions on related rows.
#[derive(InputObject, Clone, Debug)]
#[graphql(concrete(name = "AreaListFilter", params(rows::AreaFilter)))]
#[graphql(concrete(name = "BodyListFilter", params(rows::BodyFilter)))]
#[graphql(concrete(name = "OfferListFilter", params(rows::OfferFilter)))]
#[graphql(concrete(name = "ServiceListFilter", params(rows::ServiceFilter)))]
#[graphql(concrete(name = "CoverageRecordListFilter", params(rows::CoverageRecordFilter)))]
#[graphql(concrete(name = "ContractListFilter", params(rows::ContractFilter)))]
#[graphql(concrete(name = "ClaimListFilter", params(rows::ClaimFilter)))]
pub struct ListFilter<F: InputType> {
    /// At least one related row passes.
    pub some: Option<Box<F>>,
    /// Every related row passes; holds where there is none.
    pub every: Option<Box<F>>,
    /// No related row passes; holds where there is none.
    pub none: Option<Box<F>>,
}

impl<F: InputType> ListFilter<F> {
    /// Whether related rows fulfil it.
    pub fn holds<R: Copy>(
        &self,
        rows: impl IntoIterator<Item = R>,
        atlas: &Atlas,
        day: NaiveDate,
    ) -> bool
    where
        F: Filter<R>,
    {
        let rows: Vec<R> = rows.into_iter().collect();
        let passes = |f: &F| {
            rows.iter()
                .map(|row| f.passes(atlas, *row, day))
                .collect::<Vec<_>>()
        };
        given(&self.some, |f| passes(f).contains(&true))
            && given(&self.every, |f| !passes(f).contains(&false))
            && given(&self.none, |f| !passes(f).contains(&true))
    }
}
