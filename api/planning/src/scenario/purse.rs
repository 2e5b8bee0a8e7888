//! What pays for a service that a step adds.

use chrono::NaiveDate;

use super::checks::{check_account, check_left, check_pool_lasts, reach, stream_of, stream_row};
use super::draft::Draft;
use super::problem::StepProblem;
use super::services::named;
use super::shape::field;
use super::years::{days_of, financial_year as year_of, part_of_year};
use crate::closed::{PoolAccount, Visibility};
use crate::dates::PartialDate;
use crate::facts::{FundingAllocation, PoolTransfer, ScenarioStep};

/// A new service that a stream or a pooled budget pays for.
pub(super) struct Purse<'a> {
    pub service: &'a str,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

/// What a step takes from a stream or a pooled budget, year by year: checked,
/// and not yet written.
pub(super) struct Drawn {
    from: Option<Spring>,
    service: String,
    years: Vec<(u32, i64)>,
}

#[derive(Clone)]
enum Spring {
    Stream(String),
    Pool(String),
}

/// Checks that a new service can be paid as its step says.
pub(super) fn draw(
    draft: &Draft<'_>,
    step: &ScenarioStep,
    purse: &Purse<'_>,
) -> Result<Drawn, StepProblem> {
    let mut drawn = Drawn {
        from: None,
        service: purse.service.to_owned(),
        years: Vec::new(),
    };
    let amount = step.amount_pence.unwrap_or(0);
    if let Some(id) = step.stream.as_deref() {
        let stream = stream_of(draft, step, field::STREAM, Some(id))?;
        let row = stream_row(draft, stream);
        let end = purse
            .until
            .or(row.and_then(|row| row.ends_on).map(PartialDate::last));
        for year in reach(step, purse.from, end.unwrap_or(purse.from))? {
            let pence = part_of_year(amount, year, purse.from, end);
            check_left(draft, step, stream, year, pence)?;
            drawn.years.push((year, pence));
        }
        drawn.from = Some(Spring::Stream(id.to_owned()));
    } else if let Some(id) = step.pool.as_deref() {
        let pool = named(step, field::POOL, Some(id), |id| draft.base.pools.find(id))?;
        let end = purse
            .until
            .or(draft.base.pools.get(pool).ends_on.map(PartialDate::last));
        let mut before = 0;
        for year in reach(step, purse.from, end.unwrap_or(purse.from))? {
            check_pool_lasts(draft, step, pool, year)?;
            let pence = part_of_year(amount, year, purse.from, end);
            check_account(
                draft,
                step,
                (pool, year),
                PoolAccount::Pooled,
                before + pence,
            )?;
            before += pence;
            drawn.years.push((year, pence));
        }
        drawn.from = Some(Spring::Pool(id.to_owned()));
    }
    Ok(drawn)
}

impl Drawn {
    /// Writes it.
    pub fn write(self, draft: &mut Draft<'_>, step: &ScenarioStep) {
        for (year, pence) in self.years {
            match self.from.clone() {
                None => {}
                Some(Spring::Stream(stream)) => {
                    allocate(draft, step, (&stream, &self.service), year, pence);
                }
                Some(Spring::Pool(pool)) if pence > 0 => {
                    let accounts = (PoolAccount::Pooled, PoolAccount::Allocated);
                    let mut row = transfer(draft, step, pool, year, accounts);
                    row.amount_pence = pence;
                    row.service = Some(self.service.clone());
                    draft.pool_transfers_mut().push(row);
                }
                Some(Spring::Pool(_)) => {}
            }
        }
    }
}

pub(super) fn allocate(
    draft: &mut Draft<'_>,
    step: &ScenarioStep,
    (stream, service): (&str, &str),
    year: u32,
    pence: i64,
) {
    let own = |row: &&mut FundingAllocation| {
        row.stream == stream && row.service == service && row.financial_year == year
    };
    if let Some(row) = draft.funding_allocations_mut().iter_mut().find(own) {
        row.committed_pence = row.committed_pence.saturating_add(pence);
        return;
    }
    let row = FundingAllocation {
        id: draft.new_id(step),
        version: 1,
        stream: stream.to_owned(),
        service: service.to_owned(),
        contract: None,
        financial_year: year,
        committed_pence: pence,
        spent_pence: None,
        evidence: draft.evidence(),
        visibility: Visibility::Public,
        owner: None,
    };
    draft.funding_allocations_mut().push(row);
}

pub(super) fn transfer(
    draft: &mut Draft<'_>,
    step: &ScenarioStep,
    pool: String,
    financial_year: u32,
    (from_account, to_account): (PoolAccount, PoolAccount),
) -> PoolTransfer {
    let day = draft.base_day;
    let elsewhere = year_of(day) != financial_year;
    let first = days_of(financial_year).filter(|_| elsewhere);
    let day = first.map_or(day, |(first, _)| first);
    PoolTransfer {
        id: draft.new_id(step),
        version: 1,
        pool,
        financial_year,
        made_on: PartialDate::day(day),
        from_account,
        to_account,
        member: None,
        stream: None,
        service: None,
        amount_pence: 0,
        reference: None,
        note: None,
    }
}
