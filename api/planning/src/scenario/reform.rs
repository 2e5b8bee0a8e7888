//! A reform brought forward: every change that is a part of it happens on an
//! earlier date.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::draft::Draft;
use super::problem::{StepFault, StepProblem};
use super::services::{missing, named};
use super::shape::field;
use crate::dates::PartialDate;
use crate::facts::{BodySuccession, ScenarioStep, Succession};

/// Lets a reform take effect on an earlier date.
pub(super) fn bring_forward(draft: &mut Draft<'_>, step: &ScenarioStep) -> Result<(), StepProblem> {
    let to = step
        .starts_on
        .ok_or_else(|| missing(step, field::STARTS_ON))?;
    match step.succession.as_deref() {
        Some(id) => of_bodies(draft, step, id, to),
        None => of_areas(draft, step, to),
    }
}

/// All that one body hands over on that date, to whomever: a successor alone
/// would look like the only one.
fn of_bodies(
    draft: &mut Draft<'_>,
    step: &ScenarioStep,
    id: &str,
    to: PartialDate,
) -> Result<(), StepProblem> {
    let ix = named(step, field::SUCCESSION, Some(id), |id| {
        draft.base.body_successions.find(id)
    })?;
    let Some(row) = draft.body_successions().get(ix.position()).cloned() else {
        return Err(missing(step, field::SUCCESSION));
    };
    earlier(step, row.date, to)?;
    let own = |other: &BodySuccession| {
        other.predecessor == row.predecessor && other.date == row.date && other.kind == row.kind
    };
    for other in draft.body_successions_mut() {
        if own(other) {
            other.date = Some(to);
        }
    }
    Ok(())
}

/// Every area that begins or ends on that date with one of the two, or with one
/// of those.
fn of_areas(
    draft: &mut Draft<'_>,
    step: &ScenarioStep,
    to: PartialDate,
) -> Result<(), StepProblem> {
    let find = |id: &str| draft.base.areas.find(id);
    let before = named(step, field::AREA, step.area.as_deref(), find)?;
    let after = named(step, field::TO_AREA, step.to_area.as_deref(), find)?;
    let (before, after) = (
        draft.base.areas.get(before).id.clone(),
        draft.base.areas.get(after).id.clone(),
    );
    let follows = |row: &&Succession| row.predecessor == before && row.successor == after;
    let Some(date) = draft.successions().iter().find(follows).map(|row| row.date) else {
        let message = "no record says that it follows the area: name one that does";
        return Err(StepProblem::new(
            step,
            field::TO_AREA,
            StepFault::NotFound,
            message,
        ));
    };
    earlier(step, Some(date), to)?;
    let (old, new) = (date.first(), to.first());
    let (Some(old_last), Some(new_last)) = (old.pred_opt(), new.pred_opt()) else {
        return Err(missing(step, field::STARTS_ON));
    };
    let reform = Reform {
        areas: one_reform(draft.successions(), date, before),
        begins: (old, new),
        ends: (old_last, new_last),
    };
    let stays = draft.areas().iter().find(|row| {
        let ends = reform.areas.contains(&row.id) && reform.is_end(row.valid_to);
        ends && row.valid_from.is_some_and(|from| new_last < from.first())
    });
    if let Some(row) = stays {
        let message = format!("{} would end before it began: give a later date", row.name);
        return Err(StepProblem::new(
            step,
            field::STARTS_ON,
            StepFault::OutOfRange,
            message,
        ));
    }
    for row in draft.successions_mut() {
        if row.date == date && reform.areas.contains(&row.predecessor) {
            row.date = to;
        }
    }
    for row in draft.areas_mut() {
        if reform.areas.contains(&row.id) {
            reform.shift(&mut row.valid_from, &mut row.valid_to);
        }
    }
    for row in draft.area_parts_mut() {
        if reform.areas.contains(&row.area) {
            reform.shift(&mut row.valid_from, &mut row.valid_to);
        }
    }
    Ok(())
}

/// The areas of one reform, and what its date was and is.
struct Reform {
    areas: BTreeSet<String>,
    begins: (NaiveDate, NaiveDate),
    ends: (NaiveDate, NaiveDate),
}

impl Reform {
    fn is_end(&self, date: Option<PartialDate>) -> bool {
        date.is_some_and(|date| date.last() == self.ends.0)
    }

    fn shift(&self, from: &mut Option<PartialDate>, to: &mut Option<PartialDate>) {
        if from.is_some_and(|from| from.first() == self.begins.0) {
            *from = Some(PartialDate::day(self.begins.1));
        }
        if self.is_end(*to) {
            *to = Some(PartialDate::day(self.ends.1));
        }
    }
}

/// The areas that successions of one date tie together, from one of them on.
fn one_reform(successions: &[Succession], date: PartialDate, from: String) -> BTreeSet<String> {
    let mut areas = BTreeSet::from([from]);
    loop {
        let before = areas.len();
        for row in successions.iter().filter(|row| row.date == date) {
            if areas.contains(&row.predecessor) || areas.contains(&row.successor) {
                areas.insert(row.predecessor.clone());
                areas.insert(row.successor.clone());
            }
        }
        if areas.len() == before {
            return areas;
        }
    }
}

/// Forward is to an earlier date. A reform without a date on record may be
/// given any.
fn earlier(
    step: &ScenarioStep,
    date: Option<PartialDate>,
    to: PartialDate,
) -> Result<(), StepProblem> {
    match date {
        Some(date) if date.first() <= to.first() => {
            let message = format!("the reform takes effect on {date} anyway: give an earlier date");
            Err(StepProblem::new(
                step,
                field::STARTS_ON,
                StepFault::OutOfRange,
                message,
            ))
        }
        _ => Ok(()),
    }
}
