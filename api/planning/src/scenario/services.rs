//! Steps on services: added, ended, moved, resized.

use chrono::NaiveDate;

use super::awards::{blank, contract, cut_contract};
use super::draft::{Draft, Told};
use super::problem::{StepFault, StepProblem};
use super::purse::{Purse, draw};
use super::shape::field;
use super::years::financial_year;
use crate::closed::{Status, Visibility};
use crate::coverage::Standing;
use crate::dates::PartialDate;
use crate::facts::{Area, Contract, Coverage, ScenarioStep, Service};
use crate::provision::ServiceState;
use crate::table::Ix;

/// Adds a service, or another record to one: from its start to its end.
pub(super) fn add(draft: &mut Draft<'_>, step: &ScenarioStep) -> Result<(), StepProblem> {
    let from = day_of(step, field::STARTS_ON, step.starts_on)?;
    let offer = named(step, field::OFFER, step.offer.as_deref(), |id| {
        draft.base.offers.find(id)
    })?;
    let area = area_on(draft, step, field::AREA, step.area.as_deref(), from)?;
    let meant = draft.base.meant_for(offer);
    let cohort = match step.cohort.as_deref() {
        None => meant,
        id => named(step, field::COHORT, id, |id| draft.base.cohorts.find(id))?,
    };
    let known = match step.service.as_deref() {
        None => None,
        id => Some(service_of(draft, step, id)?),
    };
    let service = match known {
        Some(ix) => draft.base.services.get(ix).id.clone(),
        None => draft.new_id(step),
    };
    let (offer, area, cohort) = (
        draft.base.offers.get(offer).id.clone(),
        draft.base.areas.get(area).id.clone(),
        draft.base.cohorts.get(cohort).id.clone(),
    );
    let until = step.ends_on.map(PartialDate::last);
    let purse = Purse {
        service: &service,
        from,
        until,
    };
    let drawn = draw(draft, step, &purse)?;
    if known.is_none() {
        draft.services_mut().push(Service {
            id: service.clone(),
            version: 1,
            title: format!("Step {}: {offer} in {area}", step.position),
            cohort: cohort.clone(),
            part_of: None,
            visibility: Visibility::Public,
            owner: None,
        });
    }
    let told = Told {
        offer,
        area,
        cohort,
        status: Status::Live,
        starts_on: step.starts_on,
        ends_on: step.ends_on,
    };
    let row = draft.told(step, service.clone(), told);
    draft.coverage_mut().push(row);
    if step.amount_pence.is_some() || step.places.is_some() {
        let like = Contract {
            ends_on: step.ends_on,
            ..blank(draft, &service)
        };
        contract(draft, step, like);
    }
    drawn.write(draft, step);
    Ok(())
}

/// Ends a service: its last day. What would have begun after it never does.
pub(super) fn end(draft: &mut Draft<'_>, step: &ScenarioStep) -> Result<(), StepProblem> {
    let until = step.ends_on.ok_or_else(|| missing(step, field::ENDS_ON))?;
    let service = running(draft, step, until.last())?;
    let day = until.last();
    for at in draft.records_of(service) {
        let standing = draft.standing(at, day);
        if let Some(row) = draft.coverage_mut().get_mut(at) {
            cut(row, standing, until);
        }
    }
    for at in draft.contracts_of(service) {
        if let Some(row) = draft.contracts_mut().get_mut(at) {
            cut_contract(row, until);
        }
    }
    let id = draft.base.services.get(service).id.clone();
    let last = financial_year(day);
    if draft
        .funding_allocations()
        .iter()
        .any(|row| row.service == id && row.financial_year > last)
    {
        for row in draft.funding_allocations_mut() {
            if row.service == id && row.financial_year > last {
                // What no service is there to spend is the stream's again.
                row.committed_pence = 0;
            }
        }
    }
    Ok(())
}

/// Moves what a service does in an area, or all of it, to another area.
pub(super) fn relocate(draft: &mut Draft<'_>, step: &ScenarioStep) -> Result<(), StepProblem> {
    let from = day_of(step, field::STARTS_ON, step.starts_on)?;
    let service = running(draft, step, from)?;
    let to = area_on(draft, step, field::TO_AREA, step.to_area.as_deref(), from)?;
    let left = match step.area.as_deref() {
        None => None,
        id => Some(named(step, field::AREA, id, |id| {
            draft.base.areas.find(id)
        })?),
    };
    let to = draft.base.areas.get(to).id.clone();
    let left = left.map(|ix| draft.base.areas.get(ix).id.clone());
    let moved: Vec<(usize, Standing)> = draft
        .records_of(service)
        .into_iter()
        .filter_map(|at| Some((at, draft.standing(at, from)?)))
        .filter(|(at, standing)| {
            let row = draft.coverage().get(*at);
            row.is_some_and(|row| {
                row.area != to
                    && left.as_ref().is_none_or(|area| *area == row.area)
                    && (runs(*standing) || begins_after(row, *standing, from))
            })
        })
        .collect();
    if moved.is_empty() {
        let (name, message) = match left {
            Some(_) => (
                field::AREA,
                "no record says that the service runs there on that day",
            ),
            None => (field::TO_AREA, "the service is there already"),
        };
        return Err(StepProblem::new(step, name, StepFault::Mismatch, message));
    }
    let last = from.pred_opt().map(PartialDate::day);
    let mut arrived: Vec<Coverage> = Vec::new();
    for (at, standing) in moved {
        let Some(row) = draft.coverage().get(at).cloned() else {
            continue;
        };
        if begins_after(&row, standing, from) {
            if let Some(row) = draft.coverage_mut().get_mut(at) {
                row.area.clone_from(&to);
            }
            continue;
        }
        let told = Told {
            offer: row.offer.clone(),
            area: to.clone(),
            cohort: row.cohort.clone(),
            status: Status::Live,
            starts_on: step.starts_on,
            ends_on: row.ends_on.or(draft.closed_on(at)),
        };
        let fresh = Coverage {
            base_ends_on: row.base_ends_on,
            stages: row.stages.clone(),
            intensity: row.intensity,
            ..draft.told(step, row.service.clone().unwrap_or_default(), told)
        };
        // Several sources of one thing arrive as one record.
        let same = |other: &Coverage| {
            Coverage {
                id: fresh.id.clone(),
                ..other.clone()
            } == fresh
        };
        if !arrived.iter().any(same) {
            arrived.push(fresh);
        }
        if let (Some(row), Some(last)) = (draft.coverage_mut().get_mut(at), last) {
            cut(row, Some(standing), last);
        }
    }
    draft.coverage_mut().extend(arrived);
    Ok(())
}

const fn runs(standing: Standing) -> bool {
    matches!(
        standing,
        Standing::Live | Standing::PerhapsLive | Standing::Disputed
    )
}

/// Whether a record is of something that has not begun on a day.
fn begins_after(row: &Coverage, standing: Standing, day: NaiveDate) -> bool {
    let later = row.starts_on.is_some_and(|start| day < start.first());
    standing == Standing::Planned || standing == Standing::Silent && later
}

/// Ends a record on a day; one of what has not begun by then covers nothing.
fn cut(row: &mut Coverage, standing: Option<Standing>, until: PartialDate) {
    match standing {
        Some(standing) if begins_after(row, standing, until.last()) => {
            row.status = Status::Abandoned;
        }
        Some(standing) if runs(standing) => {
            (row.base_ends_on, row.ends_on) = sooner(row.base_ends_on, row.ends_on, until);
        }
        _ => {}
    }
}

/// The ends of a term that is cut short. An extension that nobody has confirmed
/// is not needed any more.
pub(super) fn sooner(
    base: Option<PartialDate>,
    end: Option<PartialDate>,
    until: PartialDate,
) -> (Option<PartialDate>, Option<PartialDate>) {
    if base.or(end).is_none_or(|end| until.last() < end.last()) {
        (None, Some(until))
    } else {
        (base, end)
    }
}

/// The service of a step, which runs or is planned on a day.
pub(super) fn running(
    draft: &Draft<'_>,
    step: &ScenarioStep,
    day: NaiveDate,
) -> Result<Ix<Service>, StepProblem> {
    let service = service_of(draft, step, step.service.as_deref())?;
    let problem = |what: &str| {
        let title = &draft.base.services.get(service).title;
        let message = format!(
            "'{title}' {what} on {day}: name a service that runs or is planned on that day"
        );
        StepProblem::new(step, field::SERVICE, StepFault::NotOnDay, message)
    };
    match draft.state_of(service, day) {
        ServiceState::Live | ServiceState::Contested | ServiceState::Planned => Ok(service),
        ServiceState::Ended => Err(problem("has ended")),
        ServiceState::Abandoned => Err(problem("is abandoned")),
        ServiceState::Unclear | ServiceState::NotRecorded => {
            Err(problem("is not recorded as running"))
        }
    }
}

/// The service that a step names.
pub(super) fn service_of(
    draft: &Draft<'_>,
    step: &ScenarioStep,
    id: Option<&str>,
) -> Result<Ix<Service>, StepProblem> {
    named(step, field::SERVICE, id, |id| draft.base.services.find(id))
}

/// The area that a step names, which exists on a day.
fn area_on(
    draft: &Draft<'_>,
    step: &ScenarioStep,
    name: &'static str,
    id: Option<&str>,
    day: NaiveDate,
) -> Result<Ix<Area>, StepProblem> {
    let area = named(step, name, id, |id| draft.base.areas.find(id))?;
    let there = draft
        .areas()
        .get(area.position())
        .is_some_and(|row| row.exists_on(day));
    if there {
        return Ok(area);
    }
    let message = format!(
        "{} does not exist on {day}: name an area of that day",
        draft.base.areas.get(area).name
    );
    Err(StepProblem::new(step, name, StepFault::NotOnDay, message))
}

/// What an id names.
pub(super) fn named<T>(
    step: &ScenarioStep,
    name: &'static str,
    id: Option<&str>,
    find: impl Fn(&str) -> Option<T>,
) -> Result<T, StepProblem> {
    let id = id.ok_or_else(|| missing(step, name))?;
    find(id).ok_or_else(|| {
        let message = format!("'{id}' is not in the register");
        StepProblem::new(step, name, StepFault::NotFound, message)
    })
}

pub(super) fn day_of(
    step: &ScenarioStep,
    name: &'static str,
    date: Option<PartialDate>,
) -> Result<NaiveDate, StepProblem> {
    date.map(PartialDate::first)
        .ok_or_else(|| missing(step, name))
}

pub(super) fn missing(step: &ScenarioStep, name: &'static str) -> StepProblem {
    let message = format!("{} needs it", step.kind.code().to_uppercase());
    StepProblem::new(step, name, StepFault::Required, message)
}
