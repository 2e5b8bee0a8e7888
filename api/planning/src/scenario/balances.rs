//! What streams and pooled budgets have in a financial year, and what is left.

use std::collections::BTreeMap;

use super::years::{days_of, financial_year};
use crate::atlas::Atlas;
use crate::closed::PoolAccount;
use crate::facts::{FundingAllocation, FundingStream, FundingYear, Pool, PoolTransfer};
use crate::table::Ix;

/// One stream in one financial year, pence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StreamBalance {
    /// What it has; `None`: not on record.
    pub amount: Option<i64>,
    /// Committed to services.
    pub committed: i64,
    /// Put into pooled budgets or aligned with them, less what was taken out.
    pub pooled: i64,
}

impl StreamBalance {
    /// What is left; `None`: what it has is not on record.
    pub fn left(&self) -> Option<i64> {
        self.amount?
            .checked_sub(self.committed)?
            .checked_sub(self.pooled)
    }
}

/// One pooled budget in one financial year, pence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PoolBalance {
    /// Contributed that year: from members to the fund or to what they align,
    /// less what they took back.
    pub contributed: i64,
    /// What stands in each account at the end of the year, those with nothing
    /// left out. What members have is outside.
    pub accounts: BTreeMap<PoolAccount, i64>,
}

/// Every stream in a financial year, by index.
pub fn stream_balances(atlas: &Atlas, year: u32) -> BTreeMap<Ix<FundingStream>, StreamBalance> {
    let mut found: BTreeMap<Ix<FundingStream>, StreamBalance> = BTreeMap::new();
    for (ix, row) in atlas.funding_streams.iter() {
        let years = atlas.years_of_stream(ix).iter();
        let balance = StreamBalance {
            amount: amount(row, years.map(|ix| atlas.funding_years.get(*ix)), year),
            ..StreamBalance::default()
        };
        found.insert(ix, balance);
    }
    for row in atlas
        .funding_allocations
        .rows()
        .iter()
        .filter(|row| row.financial_year == year)
    {
        let stream = atlas.funding_streams.find(&row.stream);
        if let Some(balance) = stream.and_then(|ix| found.get_mut(&ix)) {
            balance.committed = balance.committed.saturating_add(row.committed_pence);
        }
    }
    for row in atlas
        .pool_transfers
        .rows()
        .iter()
        .filter(|row| row.financial_year == year)
    {
        let stream = row
            .stream
            .as_ref()
            .and_then(|id| atlas.funding_streams.find(id));
        if let Some(balance) = stream.and_then(|ix| found.get_mut(&ix)) {
            balance.pooled = balance.pooled.saturating_add(contribution(row));
        }
    }
    found
}

/// Every pooled budget in a financial year, by index.
pub fn pool_balances(atlas: &Atlas, year: u32) -> BTreeMap<Ix<Pool>, PoolBalance> {
    let mut found: BTreeMap<Ix<Pool>, PoolBalance> = BTreeMap::new();
    for (ix, _) in atlas.pools.iter() {
        let rows = atlas.transfers_of_pool(ix).iter();
        let rows = rows.map(|row| atlas.pool_transfers.get(*row));
        found.insert(ix, pool_balance(rows, year));
    }
    found
}

pub(super) fn pool_balance<'a>(
    rows: impl Iterator<Item = &'a PoolTransfer>,
    year: u32,
) -> PoolBalance {
    let mut balance = PoolBalance::default();
    for row in rows.filter(|row| row.financial_year <= year) {
        for (account, pence) in [
            (row.from_account, row.amount_pence.saturating_neg()),
            (row.to_account, row.amount_pence),
        ] {
            if account != PoolAccount::Member {
                let sum = balance.accounts.entry(account).or_default();
                *sum = sum.saturating_add(pence);
            }
        }
        if row.financial_year == year {
            balance.contributed = balance.contributed.saturating_add(contribution(row));
        }
    }
    balance.accounts.retain(|_, pence| *pence != 0);
    balance
}

/// What a transfer takes from its member's own money.
pub(super) fn contribution(row: &PoolTransfer) -> i64 {
    match (row.from_account, row.to_account) {
        (PoolAccount::Member, PoolAccount::Member) => 0,
        (PoolAccount::Member, _) => row.amount_pence,
        (_, PoolAccount::Member) => row.amount_pence.saturating_neg(),
        _ => 0,
    }
}

/// The rows that say what a stream has and what of it is spoken for.
pub(super) struct Rows<'a> {
    pub years: &'a [FundingYear],
    pub allocations: &'a [FundingAllocation],
    pub transfers: &'a [PoolTransfer],
}

impl Rows<'_> {
    pub fn balance(&self, stream: &FundingStream, year: u32) -> StreamBalance {
        let ours = |row: &&FundingAllocation| row.stream == stream.id && row.financial_year == year;
        let allocations = self.allocations.iter().filter(ours);
        let pooled = self
            .transfers
            .iter()
            .filter(|row| row.stream.as_ref() == Some(&stream.id) && row.financial_year == year);
        StreamBalance {
            amount: amount(
                stream,
                self.years.iter().filter(|row| row.stream == stream.id),
                year,
            ),
            committed: allocations.fold(0, |sum, row| row.committed_pence.saturating_add(sum)),
            pooled: pooled.fold(0, |sum, row| contribution(row).saturating_add(sum)),
        }
    }
}

/// What a stream has in a year: as its years say, or all of it where it lasts
/// no longer than that year.
fn amount<'a>(
    stream: &FundingStream,
    years: impl Iterator<Item = &'a FundingYear>,
    year: u32,
) -> Option<i64> {
    let mut years = years.peekable();
    if years.peek().is_none() {
        let only = only_year(stream).filter(|only| *only == year);
        return only.and(stream.amount_pence);
    }
    years
        .find(|row| row.financial_year == year)
        .map(|row| row.amount_pence)
}

/// The one financial year that a stream lasts; `None`: it lasts longer, or its
/// period is not on record.
pub(super) fn only_year(stream: &FundingStream) -> Option<u32> {
    let (from, to) = stream.starts_on.zip(stream.ends_on)?;
    let year = financial_year(from.first());
    (financial_year(to.last()) == year).then_some(year)
}

/// Whether a span has a day in a financial year.
pub(super) fn lasts_into(
    from: Option<crate::dates::PartialDate>,
    to: Option<crate::dates::PartialDate>,
    year: u32,
) -> bool {
    days_of(year).is_some_and(|(first, last)| {
        from.is_none_or(|from| from.first() <= last) && to.is_none_or(|to| first <= to.last())
    })
}
