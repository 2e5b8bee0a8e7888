//! What has to hold of the money of a step: the stream and the pooled budget
//! last into the year, and there is as much.

use chrono::NaiveDate;

use super::balances::{Rows, lasts_into, pool_balance};
use super::draft::Draft;
use super::problem::{StepFault, StepProblem, pounds};
use super::services::named;
use super::shape::field;
use super::years::years_between;
use crate::closed::PoolAccount;
use crate::dates::PartialDate;
use crate::facts::{FundingStream, Pool, ScenarioStep};
use crate::table::Ix;

pub(super) fn reach(
    step: &ScenarioStep,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<u32>, StepProblem> {
    years_between(from, to.max(from)).ok_or_else(|| {
        let message = "it reaches over more than 30 financial years: end it earlier";
        StepProblem::new(step, field::ENDS_ON, StepFault::OutOfRange, message)
    })
}

pub(super) fn stream_of(
    draft: &Draft<'_>,
    step: &ScenarioStep,
    name: &'static str,
    id: Option<&str>,
) -> Result<Ix<FundingStream>, StepProblem> {
    named(step, name, id, |id| draft.base.funding_streams.find(id))
}

pub(super) fn stream_row<'d>(
    draft: &'d Draft<'_>,
    stream: Ix<FundingStream>,
) -> Option<&'d FundingStream> {
    draft.funding_streams().get(stream.position())
}

pub(super) fn check_stream_lasts(
    draft: &Draft<'_>,
    step: &ScenarioStep,
    name: &'static str,
    stream: Ix<FundingStream>,
    year: u32,
) -> Result<(), StepProblem> {
    let row = draft.base.funding_streams.get(stream);
    if lasts_into(row.starts_on, row.ends_on, year) {
        return Ok(());
    }
    let told = |date: Option<PartialDate>| date.map_or("…".to_owned(), |date| date.to_string());
    let message = format!(
        "'{}' runs from {} to {}, not in the financial year {year}",
        row.name,
        told(row.starts_on),
        told(row.ends_on)
    );
    Err(StepProblem::new(step, name, StepFault::NotOnDay, message))
}

/// A stream lasts into the year and has the money left, as far as is on record.
pub(super) fn check_left(
    draft: &Draft<'_>,
    step: &ScenarioStep,
    stream: Ix<FundingStream>,
    year: u32,
    pence: i64,
) -> Result<(), StepProblem> {
    check_stream_lasts(draft, step, field::STREAM, stream, year)?;
    let rows = Rows {
        years: draft.funding_years(),
        allocations: draft.funding_allocations(),
        transfers: draft.pool_transfers(),
    };
    let left = stream_row(draft, stream).and_then(|row| rows.balance(row, year).left());
    match left {
        Some(left) if left < pence => {
            let message = format!(
                "'{}' has {} left in the financial year {year}, and {} is more",
                draft.base.funding_streams.get(stream).name,
                pounds(left),
                pounds(pence)
            );
            Err(StepProblem::new(
                step,
                field::AMOUNT,
                StepFault::OutOfRange,
                message,
            ))
        }
        _ => Ok(()),
    }
}

pub(super) fn check_pool_lasts(
    draft: &Draft<'_>,
    step: &ScenarioStep,
    pool: Ix<Pool>,
    year: u32,
) -> Result<(), StepProblem> {
    let row = draft.base.pools.get(pool);
    if lasts_into(Some(row.starts_on), row.ends_on, year) {
        return Ok(());
    }
    let message = format!("'{}' does not run in the financial year {year}", row.name);
    Err(StepProblem::new(
        step,
        field::POOL,
        StepFault::NotOnDay,
        message,
    ))
}

/// An account of a pooled budget holds the money.
pub(super) fn check_account(
    draft: &Draft<'_>,
    step: &ScenarioStep,
    (pool, year): (Ix<Pool>, u32),
    account: PoolAccount,
    pence: i64,
) -> Result<(), StepProblem> {
    let row = draft.base.pools.get(pool);
    let rows = draft
        .pool_transfers()
        .iter()
        .filter(|other| other.pool == row.id);
    let balance = pool_balance(rows, year);
    let held = balance.accounts.get(&account).copied().unwrap_or(0);
    if pence <= held {
        return Ok(());
    }
    let message = format!(
        "'{}' has {} that is not allocated by the end of the financial year {year}, and {} is more",
        row.name,
        pounds(held),
        pounds(pence)
    );
    Err(StepProblem::new(
        step,
        field::AMOUNT,
        StepFault::OutOfRange,
        message,
    ))
}
