//! The awards of services that steps add, end and resize.

use super::draft::Draft;
use super::problem::StepProblem;
use super::services::{day_of, running, sooner};
use super::shape::field;
use crate::closed::{Status, Visibility};
use crate::dates::PartialDate;
use crate::facts::{Contract, ScenarioStep};
use chrono::NaiveDate;

/// Gives a service other money a year, or other places, from a day on: one
/// award in the place of those that run.
pub(super) fn resize(draft: &mut Draft<'_>, step: &ScenarioStep) -> Result<(), StepProblem> {
    let from = day_of(step, field::STARTS_ON, step.starts_on)?;
    let service = running(draft, step, from)?;
    let id = draft.base.services.get(service).id.clone();
    let current: Vec<usize> = draft
        .contracts_of(service)
        .into_iter()
        .filter(|at| {
            draft
                .contracts()
                .get(*at)
                .is_some_and(|row| runs_from(row, from))
        })
        .collect();
    let rows: Vec<Contract> = current
        .iter()
        .filter_map(|at| draft.contracts().get(*at).cloned())
        .collect();
    let is_inside = |row: &Contract| {
        let whole = row.part_of.as_ref();
        whole.is_some_and(|whole| rows.iter().any(|other| other.id == *whole))
    };
    let tops: Vec<&Contract> = rows.iter().filter(|row| !is_inside(row)).collect();
    let mut like = match tops.first() {
        Some(first) => Contract {
            part_of: None,
            ..(*first).clone()
        },
        None => blank(draft, &id),
    };
    if tops.len() > 1 {
        // Several awards become one, which ends when the last of them does.
        like.ends_on = all(&tops, |row| row.base_ends_on.or(row.ends_on))
            .and_then(|ends| ends.into_iter().max_by_key(|end| end.last()));
        like.base_ends_on = None;
    }
    like.annual_base_pence = total(&tops, |row| row.annual_base_pence);
    like.annual_full_pence = total(&tops, |row| row.annual_full_pence);
    like.places = all(&tops, |row| row.places)
        .filter(|places| !places.is_empty())
        .map(|places| places.into_iter().sum());
    let last = from.pred_opt().map(PartialDate::day);
    for at in current {
        if let (Some(row), Some(last)) = (draft.contracts_mut().get_mut(at), last) {
            cut_contract(row, last);
        }
    }
    contract(draft, step, like);
    Ok(())
}

/// The award that a step makes, like another.
pub(super) fn contract(draft: &mut Draft<'_>, step: &ScenarioStep, like: Contract) {
    let row = Contract {
        id: draft.new_id(step),
        version: 1,
        status: Status::Live,
        starts_on: step.starts_on,
        base_months: None,
        extension_months: None,
        value_pence: None,
        value_basis: None,
        annual_base_pence: step.amount_pence.or(like.annual_base_pence),
        annual_full_pence: step.amount_pence.or(like.annual_full_pence),
        places: step.places.or(like.places),
        visibility: Visibility::Public,
        owner: None,
        ..like
    };
    draft.contracts_mut().push(row);
}

/// An award of which nothing is said.
pub(super) fn blank(draft: &mut Draft<'_>, service: &str) -> Contract {
    Contract {
        id: String::new(),
        version: 1,
        service: service.to_owned(),
        reference: None,
        status: Status::Live,
        starts_on: None,
        ends_on: None,
        base_ends_on: None,
        base_months: None,
        extension_months: None,
        value_pence: None,
        value_basis: None,
        vat: "not_stated".to_owned(),
        annual_base_pence: None,
        annual_full_pence: None,
        part_of: None,
        places: None,
        lot: None,
        procedure: None,
        evidence: draft.evidence(),
        visibility: Visibility::Public,
        owner: None,
    }
}

pub(super) fn cut_contract(row: &mut Contract, until: PartialDate) {
    if !runs_from(row, until.last()) {
        return;
    }
    if row
        .starts_on
        .is_some_and(|start| until.last() < start.first())
    {
        row.status = Status::Abandoned;
    } else {
        (row.base_ends_on, row.ends_on) = sooner(row.base_ends_on, row.ends_on, until);
    }
}

/// Whether an award runs on a day or begins after it.
pub(super) fn runs_from(row: &Contract, day: NaiveDate) -> bool {
    let end = row.base_ends_on.or(row.ends_on);
    let open = matches!(row.status, Status::Live | Status::Planned)
        || row.status == Status::Ended && end.is_some();
    open && end.is_none_or(|end| day <= end.last())
}

/// The sum of a value of several awards; `None`: of one of them it is not on
/// record, or there is none.
pub(super) fn total(rows: &[&Contract], value: impl Fn(&Contract) -> Option<i64>) -> Option<i64> {
    let values = all(rows, value).filter(|values| !values.is_empty())?;
    values.into_iter().try_fold(0i64, i64::checked_add)
}

pub(super) fn all<T>(rows: &[&Contract], value: impl Fn(&Contract) -> Option<T>) -> Option<Vec<T>> {
    rows.iter().map(|row| value(row)).collect()
}
