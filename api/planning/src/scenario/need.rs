//! Need: changed by a step, and what differs between two registers.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::problem::{StepFault, StepProblem};
use super::services::{missing, named};
use super::shape::field;
use crate::atlas::Atlas;
use crate::closed::Visibility;
use crate::facts::{Area, Cohort, Need, Offer, ScenarioStep};
use crate::table::Ix;

/// How many people need an offer in an area, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedChange {
    /// Where.
    pub area: Ix<Area>,
    /// What they need.
    pub offer: Ix<Offer>,
    /// Of whom.
    pub cohort: Ix<Cohort>,
    /// The central estimates on record before, by size; none: no estimate.
    pub before: Vec<u64>,
    /// The central estimates after.
    pub after: Vec<u64>,
}

/// Lets so many people need an offer. Every estimate on record says it then;
/// where there is none the scenario's own is the only one.
pub(super) fn change(draft: &mut Draft<'_>, step: &ScenarioStep) -> Result<(), StepProblem> {
    let area = named(step, field::AREA, step.area.as_deref(), |id| {
        draft.base.areas.find(id)
    })?;
    let offer = named(step, field::OFFER, step.offer.as_deref(), |id| {
        draft.base.offers.find(id)
    })?;
    let cohort = match step.cohort.as_deref() {
        None => draft.base.meant_for(offer),
        id => named(step, field::COHORT, id, |id| draft.base.cohorts.find(id))?,
    };
    let people = step.people.ok_or_else(|| missing(step, field::PEOPLE))?;
    let day = draft.base_day;
    if !draft
        .areas()
        .get(area.position())
        .is_some_and(|row| row.exists_on(day))
    {
        let message = format!("it does not exist on {day}, the base day of the scenario");
        return Err(StepProblem::new(
            step,
            field::AREA,
            StepFault::NotOnDay,
            message,
        ));
    }
    let (area, offer, cohort) = (
        draft.base.areas.get(area).id.clone(),
        draft.base.offers.get(offer).id.clone(),
        draft.base.cohorts.get(cohort).id.clone(),
    );
    let mut found = false;
    for row in draft.needs_mut() {
        if row.area == area && row.offer == offer && row.cohort == cohort {
            (row.people_low, row.people, row.people_high) = (people, people, people);
            found = true;
        }
    }
    if !found {
        let row = Need {
            id: draft.new_id(step),
            version: 1,
            area,
            offer,
            cohort,
            people_low: people,
            people,
            people_high: people,
            period: "people in a year".to_owned(),
            method: "as the scenario has it".to_owned(),
            evidence: draft.evidence(),
            visibility: Visibility::Public,
            owner: None,
        };
        draft.needs_mut().push(row);
    }
    Ok(())
}

/// Every area, offer and cohort of which two registers estimate need
/// differently, in that order.
pub(super) fn changes(before: &Atlas, after: &Atlas) -> Vec<NeedChange> {
    type Key = (Ix<Area>, Ix<Offer>, Ix<Cohort>);
    if before.needs.same_as(&after.needs) {
        return Vec::new();
    }
    let estimates = |atlas: &Atlas| {
        let mut found: BTreeMap<Key, Vec<u64>> = BTreeMap::new();
        for (_, row) in atlas.needs.iter() {
            let key = (
                atlas.areas.find(&row.area),
                atlas.offers.find(&row.offer),
                atlas.cohorts.find(&row.cohort),
            );
            if let (Some(area), Some(offer), Some(cohort)) = key {
                found
                    .entry((area, offer, cohort))
                    .or_default()
                    .push(row.people);
            }
        }
        found.values_mut().for_each(|people| people.sort_unstable());
        found
    };
    let (before, mut after) = (estimates(before), estimates(after));
    let mut found: BTreeMap<Key, (Vec<u64>, Vec<u64>)> = BTreeMap::new();
    for (key, people) in before {
        let then = after.remove(&key).unwrap_or_default();
        found.insert(key, (people, then));
    }
    for (key, people) in after {
        found.insert(key, (Vec::new(), people));
    }
    found
        .into_iter()
        .filter(|(_, (before, after))| before != after)
        .map(|((area, offer, cohort), (before, after))| NeedChange {
            area,
            offer,
            cohort,
            before,
            after,
        })
        .collect()
}
