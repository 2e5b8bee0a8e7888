//! Conditions on whom an organisation serves and who leads it.

use crate::closed::OpeningKind;
use crate::facts::{Cohort, Community, OpeningCondition};
use crate::openings::cohorts::{Relation, best, relation};
use crate::openings::community::{Led, led};
use crate::openings::profile::Share;
use crate::openings::words::{cohort_names, inside, listed, percent};
use crate::table::Ix;

use super::{Found, Question, UNCODED, unreadable, words};

/// Words that name of whom a share is.
const BOARD: &str = "board";
const STAFF: &str = "staff";

/// Whether the organisation serves those whom the opening is for.
pub(super) fn of_opening(question: &Question<'_>) -> Found {
    match question.atlas.cohorts.find(&question.opening.cohort) {
        Some(cohort) => serves(question, &[cohort], true),
        None => Found::notice_silent("The notice does not say for whom."),
    }
}

/// Whether it serves those whom a condition names, any of them.
pub(super) fn of_condition(question: &Question<'_>, row: &OpeningCondition) -> Found {
    let codes = row.cohort.as_deref().into_iter().chain(words(row));
    let cohorts = &question.atlas.cohorts;
    let named: Vec<Ix<Cohort>> = codes.filter_map(|code| cohorts.find(code)).collect();
    if named.is_empty() {
        return unreadable(row);
    }
    let uncoded = words(row).any(|word| cohorts.find(word).is_none());
    serves(question, &named, !uncoded)
}

fn serves(question: &Question<'_>, named: &[Ix<Cohort>], all_coded: bool) -> Found {
    let atlas = question.atlas;
    let profile = question.profile.cohorts.as_ref();
    let Some(ours) = profile.filter(|ours| !ours.is_empty()) else {
        return Found::profile_silent("The profile does not say whom the organisation serves.");
    };
    let theirs = cohort_names(atlas, named);
    let nearest = named.iter().map(|cohort| best(atlas, ours, *cohort)).min();
    match nearest {
        Some(Relation::Holds) => {
            Found::met(format!("It is for {theirs}, whom the organisation serves."))
        }
        // A project for some of them is within a grant for all of them; a
        // contract is for all of them.
        Some(Relation::PartOf) if question.opening.kind == OpeningKind::Grant => {
            Found::met(format!(
                "It is for {theirs}; the organisation serves a part of them, {}.",
                cohort_names(atlas, ours)
            ))
        }
        Some(Relation::PartOf) => Found::notice_silent(format!(
            "It is for {theirs}; the notice does not say whether an organisation for {} alone may apply.",
            cohort_names(atlas, ours)
        )),
        Some(Relation::Apart) if all_coded => Found::not_met(format!(
            "It is for {theirs}; the organisation serves {}.",
            cohort_names(atlas, ours)
        )),
        _ => Found::profile_silent(format!(
            "It is for {theirs}; the profile does not say whether the organisation serves them."
        )),
    }
}

/// Whether the communities that a condition names lead the organisation, and by
/// the share of board or staff that it asks.
pub(super) fn led_by_and_for(question: &Question<'_>, row: &OpeningCondition) -> Found {
    let communities = &question.atlas.communities;
    let named: Vec<Ix<Community>> = words(row)
        .filter_map(|word| communities.find(word))
        .collect();
    if named.is_empty() {
        return unreadable(row);
    }
    let uncoded = words(row).any(|word| word == UNCODED);
    let Some(ours) = &question.profile.led_by_and_for else {
        return Found::profile_silent(
            "The profile does not say which communities the organisation is led by and for.",
        );
    };
    let names: Vec<String> = named
        .iter()
        .map(|ix| inside(&communities.get(*ix).name))
        .collect();
    let names = listed(&names);
    match led(question.atlas, ours, &named) {
        Led::No if uncoded => Found::profile_silent(format!(
            "Others than {names} are meant too, so read it: {}",
            row.statement
        )),
        Led::No => Found::not_met(format!(
            "The organisation is not led by and for {names}. {}",
            row.statement
        )),
        Led::Unknown => Found::profile_silent(format!(
            "The profile does not say whether the organisation is led by and for {names}."
        )),
        Led::Yes => by_share(question, row, &names),
    }
}

fn by_share(question: &Question<'_>, row: &OpeningCondition, names: &str) -> Found {
    let Some(asked) = row.permille else {
        return Found::met(format!("The organisation is led by and for {names}."));
    };
    let (whose, ours): (&str, Option<Share>) = if words(row).any(|word| word == STAFF) {
        (STAFF, question.profile.staff)
    } else {
        (BOARD, question.profile.board)
    };
    let Some(ours) = ours else {
        return Found::profile_silent(format!(
            "The profile does not say how much of the {whose} is from the communities. {}",
            row.statement
        ));
    };
    let reason = format!(
        "{} of the {whose} is from the communities; at least {} is asked.",
        percent(ours.thousandths()),
        percent(asked)
    );
    if ours.thousandths() >= asked {
        Found::met(reason)
    } else {
        Found::not_met(reason)
    }
}

/// Whether it is the organisation's main work to serve a cohort (`cohort:…`) or
/// to give an offer (`offer:…`), any of those named.
pub(super) fn specialism(question: &Question<'_>, row: &OpeningCondition) -> Found {
    let found: Vec<Found> = words(row)
        .filter_map(|word| match word.split_once(':') {
            Some(("cohort", code)) => for_cohort(question, row, code),
            Some(("offer", code)) => for_offer(question, row, code),
            _ => None,
        })
        .collect();
    let best = found.into_iter().min_by_key(|found| match found.verdict {
        super::Verdict::Eligible => 0,
        super::Verdict::NotStated => 1,
        super::Verdict::NotEligible => 2,
    });
    best.unwrap_or_else(|| unreadable(row))
}

fn for_cohort(question: &Question<'_>, row: &OpeningCondition, code: &str) -> Option<Found> {
    let atlas = question.atlas;
    let named = atlas.cohorts.find(code)?;
    let profile = question.profile.cohorts.as_ref();
    let Some(ours) = profile.filter(|ours| !ours.is_empty()) else {
        return Some(Found::profile_silent(
            "The profile does not say whom the organisation serves.",
        ));
    };
    let within = |cohort: &Ix<Cohort>| {
        *cohort == named || relation(atlas, *cohort, named) == Relation::PartOf
    };
    let apart = |cohort: &Ix<Cohort>| relation(atlas, *cohort, named) == Relation::Apart;
    Some(if ours.iter().all(within) {
        Found::met(format!(
            "The organisation serves {} alone.",
            cohort_names(atlas, ours)
        ))
    } else if ours.iter().all(apart) {
        Found::not_met(format!(
            "The organisation serves {}. {}",
            cohort_names(atlas, ours),
            row.statement
        ))
    } else {
        Found::profile_silent(format!(
            "The organisation serves others too; the profile does not say what its main work is. {}",
            row.statement
        ))
    })
}

fn for_offer(question: &Question<'_>, row: &OpeningCondition, code: &str) -> Option<Found> {
    let named = question.atlas.offers.find(code)?;
    let profile = question.profile.offers.as_ref();
    Some(match profile.filter(|ours| !ours.is_empty()) {
        None => Found::profile_silent("The profile does not say what the organisation gives."),
        Some(ours) if ours.contains(&named) => Found::met(format!(
            "The organisation gives {}.",
            inside(&question.atlas.offers.get(named).name)
        )),
        Some(_) => Found::not_met(format!(
            "The organisation does not give {}. {}",
            inside(&question.atlas.offers.get(named).name),
            row.statement
        )),
    })
}
