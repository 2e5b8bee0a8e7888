//! Steps on money: moved between streams or to a service, put into a pooled
//! budget and taken out.

use super::balances::{contribution, only_year};
use super::checks::{
    check_account, check_left, check_pool_lasts, check_stream_lasts, reach, stream_of, stream_row,
};
use super::draft::Draft;
use super::problem::{StepFault, StepProblem, pounds};
use super::purse::{allocate, transfer};
use super::services::{missing, named, service_of};
use super::shape::field;
use crate::closed::{PoolAccount, PoolForm, PoolPart};
use crate::dates::PartialDate;
use crate::facts::{FundingStream, Pool, PoolMember, ScenarioStep};
use crate::provision::ServiceState;
use crate::table::Ix;

/// Moves money from a stream to another, or to a service.
pub(super) fn shift(draft: &mut Draft<'_>, step: &ScenarioStep) -> Result<(), StepProblem> {
    let from = stream_of(draft, step, field::STREAM, step.stream.as_deref())?;
    let amount = amount_of(step)?;
    let years = years_of(draft, step)?;
    for year in &years {
        check_left(draft, step, from, *year, amount)?;
    }
    if let Some(id) = step.service.as_deref() {
        let service = service_of(draft, step, Some(id))?;
        let day = step.starts_on.map_or(draft.base_day, PartialDate::first);
        if matches!(
            draft.state_of(service, day),
            ServiceState::Ended | ServiceState::Abandoned
        ) {
            let message = format!("it has ended by {day}: name a service that runs or is to come");
            return Err(StepProblem::new(
                step,
                field::SERVICE,
                StepFault::NotOnDay,
                message,
            ));
        }
        let stream = draft.base.funding_streams.get(from).id.clone();
        for year in years {
            allocate(draft, step, (&stream, id), year, amount);
        }
        return Ok(());
    }
    let to = stream_of(draft, step, field::TO_STREAM, step.to_stream.as_deref())?;
    if from == to {
        let message = "money moves to another stream than it comes from";
        return Err(StepProblem::new(
            step,
            field::TO_STREAM,
            StepFault::Mismatch,
            message,
        ));
    }
    for year in &years {
        check_stream_lasts(draft, step, field::TO_STREAM, to, *year)?;
    }
    for year in years {
        add_to(draft, from, year, amount.saturating_neg());
        add_to(draft, to, year, amount);
    }
    Ok(())
}

/// Puts money of a stream into a pooled budget, or beside it where its funder
/// aligns.
pub(super) fn pool(draft: &mut Draft<'_>, step: &ScenarioStep) -> Result<(), StepProblem> {
    let (stream, pool, account) = partners(draft, step)?;
    let amount = amount_of(step)?;
    let years = years_of(draft, step)?;
    for year in &years {
        check_pool_lasts(draft, step, pool, *year)?;
        check_left(draft, step, stream, *year, amount)?;
    }
    for year in years {
        give(
            draft,
            step,
            (stream, pool),
            year,
            (PoolAccount::Member, account, amount),
        );
    }
    Ok(())
}

/// Takes money of a stream out of a pooled budget: no more than the stream has
/// put in that year, and than is not allocated.
pub(super) fn unpool(draft: &mut Draft<'_>, step: &ScenarioStep) -> Result<(), StepProblem> {
    let (stream, pool, account) = partners(draft, step)?;
    let amount = amount_of(step)?;
    let years = years_of(draft, step)?;
    let (stream_id, pool_id) = (
        &draft.base.funding_streams.get(stream).id,
        &draft.base.pools.get(pool).id,
    );
    let mut before = 0;
    for year in &years {
        let given = draft
            .pool_transfers()
            .iter()
            .filter(|row| row.pool == *pool_id && row.financial_year == *year)
            .filter(|row| row.stream.as_ref() == Some(stream_id))
            .fold(0i64, |sum, row| sum.saturating_add(contribution(row)));
        if given < amount {
            let message = format!(
                "the stream has put {} into it in {year}: take out no more",
                pounds(given)
            );
            return Err(StepProblem::new(
                step,
                field::AMOUNT,
                StepFault::OutOfRange,
                message,
            ));
        }
        check_account(draft, step, (pool, *year), account, before + amount)?;
        before += amount;
    }
    for year in years {
        give(
            draft,
            step,
            (stream, pool),
            year,
            (account, PoolAccount::Member, amount),
        );
    }
    Ok(())
}

fn amount_of(step: &ScenarioStep) -> Result<i64, StepProblem> {
    match step.amount_pence {
        Some(pence) if pence > 0 => Ok(pence),
        Some(_) => {
            let message = "nothing is moved: give more than £0.00";
            Err(StepProblem::new(
                step,
                field::AMOUNT,
                StepFault::OutOfRange,
                message,
            ))
        }
        None => Err(missing(step, field::AMOUNT)),
    }
}

/// The financial years of a step on money: those of its dates, else that of the
/// base day.
fn years_of(draft: &Draft<'_>, step: &ScenarioStep) -> Result<Vec<u32>, StepProblem> {
    let from = step.starts_on.map_or(draft.base_day, PartialDate::first);
    let to = step.ends_on.map_or(from, PartialDate::last);
    reach(step, from, to)
}

/// The stream, the pooled budget, and the account that the stream's funder
/// gives to.
fn partners(
    draft: &Draft<'_>,
    step: &ScenarioStep,
) -> Result<(Ix<FundingStream>, Ix<Pool>, PoolAccount), StepProblem> {
    let stream = stream_of(draft, step, field::STREAM, step.stream.as_deref())?;
    let pool = named(step, field::POOL, step.pool.as_deref(), |id| {
        draft.base.pools.find(id)
    })?;
    let funder = &draft.base.funding_streams.get(stream).funder;
    let day = step.starts_on.map_or(draft.base_day, PartialDate::first);
    let takes_part = |row: &&PoolMember| {
        row.body == *funder && row.leaves_on.is_none_or(|last| day <= last.last())
    };
    let members = draft.base.members_of_pool(pool).iter();
    let member = members
        .map(|ix| draft.base.pool_members.get(*ix))
        .find(takes_part);
    let Some(member) = member else {
        let message = "its funder is no member of the pooled budget: name a stream of a member";
        return Err(StepProblem::new(
            step,
            field::STREAM,
            StepFault::Mismatch,
            message,
        ));
    };
    let form = draft.base.pools.get(pool).legal_form;
    let aligns = member.part == PoolPart::Aligning || form == PoolForm::AlignedBudgets;
    let account = if aligns {
        PoolAccount::Aligned
    } else {
        PoolAccount::Pooled
    };
    Ok((stream, pool, account))
}

/// Adds to what a stream has in a year. Of one whose amount is not on record
/// nothing can be said before or after.
fn add_to(draft: &mut Draft<'_>, stream: Ix<FundingStream>, year: u32, pence: i64) {
    let id = draft.base.funding_streams.get(stream).id.clone();
    let by_year = draft.funding_years().iter().any(|row| row.stream == id);
    let whole = stream_row(draft, stream).and_then(only_year);
    for row in draft.funding_years_mut() {
        if row.stream == id && row.financial_year == year {
            row.amount_pence = row.amount_pence.saturating_add(pence);
        }
    }
    if by_year || whole == Some(year) {
        let row = draft.funding_streams_mut().get_mut(stream.position());
        if let Some(amount) = row.and_then(|row| row.amount_pence.as_mut()) {
            *amount = amount.saturating_add(pence);
        }
    }
}

fn give(
    draft: &mut Draft<'_>,
    step: &ScenarioStep,
    (stream, pool): (Ix<FundingStream>, Ix<Pool>),
    year: u32,
    (from, to, pence): (PoolAccount, PoolAccount, i64),
) {
    let stream = draft.base.funding_streams.get(stream);
    let pool = draft.base.pools.get(pool).id.clone();
    let mut row = transfer(draft, step, pool, year, (from, to));
    row.amount_pence = pence;
    row.stream = Some(stream.id.clone());
    row.member = Some(stream.funder.clone());
    draft.pool_transfers_mut().push(row);
}
