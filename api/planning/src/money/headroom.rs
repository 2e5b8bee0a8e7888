//! What is left of a funding stream in a financial year.

use std::collections::BTreeSet;

use super::financial_year;
use super::sums::Known;
use crate::atlas::Atlas;
use crate::closed::PoolAccount;
use crate::facts::{FundingAllocation, FundingStream, PoolTransfer};
use crate::table::Ix;

/// What the amount is that allocations are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AmountOf {
    /// What the stream has in that year.
    Year,
    /// All that it has, less the years that are stated by themselves: shared by
    /// the years that are not.
    Rest,
    /// Neither is on record.
    NotStated,
}

/// What a stream has, what is taken of it, and what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headroom {
    /// What the amount is of.
    pub amount_of: AmountOf,
    /// Pence; `None`: not on record, which is not nothing.
    pub amount: Option<i64>,
    /// Committed to services, pence.
    pub committed: i64,
    /// Spent on services, pence.
    pub spent: Known,
    /// Brought into pooled or aligned budgets, less what came back, pence.
    pub pooled: i64,
    /// Amount less committed and pooled, pence; below nothing where more is
    /// committed than there is. `None`: the amount is not on record.
    pub left: Option<i64>,
}

/// What is left of a stream in a year, leaving one allocation out: that which is
/// about to be written anew.
pub fn headroom(
    atlas: &Atlas,
    stream: Ix<FundingStream>,
    year: u32,
    except: Option<Ix<FundingAllocation>>,
) -> Headroom {
    let row = atlas.funding_streams.get(stream);
    let years = || {
        let own = atlas.years_of_stream(stream).iter();
        own.map(|ix| atlas.funding_years.get(*ix))
    };
    let stated: BTreeSet<u32> = years().map(|row| row.financial_year).collect();
    let total = |wanted: &dyn Fn(u32) -> bool| {
        let own = years().filter(|row| wanted(row.financial_year));
        own.fold(0_i64, |sum, row| sum.saturating_add(row.amount_pence))
    };
    let (amount_of, amount) = if stated.contains(&year) {
        (AmountOf::Year, Some(total(&|of| of == year)))
    } else {
        match row.amount_pence {
            Some(amount) => (
                AmountOf::Rest,
                Some(amount.saturating_sub(total(&|_| true))),
            ),
            None => (AmountOf::NotStated, None),
        }
    };
    let is_of_it = |of: u32| match amount_of {
        AmountOf::Year | AmountOf::NotStated => of == year,
        AmountOf::Rest => !stated.contains(&of),
    };
    let (mut committed, mut spent) = (0_i64, Known::default());
    for ix in atlas.allocations_of_stream(stream) {
        let allocation = atlas.funding_allocations.get(*ix);
        if Some(*ix) != except && is_of_it(allocation.financial_year) {
            committed = committed.saturating_add(allocation.committed_pence);
            spent.add(allocation.spent_pence);
        }
    }
    let pooled = pooled(atlas, &row.id, &is_of_it);
    Headroom {
        amount_of,
        amount,
        committed,
        spent,
        pooled,
        left: amount.map(|amount| amount.saturating_sub(committed).saturating_sub(pooled)),
    }
}

/// What the stream brings into budgets with others.
fn pooled(atlas: &Atlas, stream: &str, is_of_it: &dyn Fn(u32) -> bool) -> i64 {
    let transfers = atlas.pool_transfers.iter().map(|(_, row)| row);
    transfers
        .filter(|row| row.stream.as_deref() == Some(stream) && is_of_it(row.financial_year))
        .fold(0, |sum: i64, row| sum.saturating_add(brought(row)))
}

fn brought(transfer: &PoolTransfer) -> i64 {
    match (transfer.from_account, transfer.to_account) {
        (PoolAccount::Member, _) => transfer.amount_pence,
        (_, PoolAccount::Member) => -transfer.amount_pence,
        _ => 0,
    }
}

/// Whether some day of a financial year lies in the stream's period; a date that
/// is not on record rules nothing out.
pub fn has_year(stream: &FundingStream, year: u32) -> bool {
    let starts = stream.starts_on.map(|date| financial_year(date.first()));
    let ends = stream.ends_on.map(|date| financial_year(date.last()));
    starts.is_none_or(|first| first <= year) && ends.is_none_or(|last| year <= last)
}
