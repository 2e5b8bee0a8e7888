//! Conditions on how an organisation applies and what it has already.

use crate::closed::Joining;
use crate::facts::OpeningCondition;
use crate::openings::profile::Profile;
use crate::openings::size::{basis, readings};
use crate::openings::words::{WHOLE, percent, pounds};

use super::{Found, Question, unreadable, words};

/// Whether some award of the opening is small enough for the turnover. An award
/// whose year the notice leaves open is held against both readings.
pub(super) fn award_to_turnover(question: &Question<'_>, row: &OpeningCondition) -> Found {
    let Some(permille) = row.permille else {
        return unreadable(row);
    };
    let Some(turnover) = question.profile.turnover_pence else {
        return Found::profile_silent("The profile gives no turnover.");
    };
    let limit = i128::from(turnover) * i128::from(permille) / i128::from(WHOLE);
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let share = percent(permille);
    if limit <= 0 {
        return Found::not_met(format!("There is no turnover of which to ask {share}."));
    }
    let least = question.opening.min_award_pence;
    let year = least.map(|least| {
        let months = question.opening.duration_months;
        (least, readings(least, basis(question.opening), months))
    });
    let most = format!(
        "Turnover is {}, so up to {} a year may be asked ({share}).",
        pounds(turnover),
        pounds(limit)
    );
    match year {
        None => Found::met(most),
        Some((_, Some(year))) if year.most_pence <= limit => Found::met(most),
        Some((_, Some(year))) if year.least_pence > limit => Found::not_met(format!(
            "The least award is {} a year; {share} of turnover is {}.",
            pounds(year.least_pence),
            pounds(limit)
        )),
        Some((least, _)) if least <= limit => Found::met(most),
        Some((least, _)) => Found::notice_silent(format!(
            "The notice does not say what the least award, {}, is for a year; {share} of turnover is {}.",
            pounds(least),
            pounds(limit)
        )),
    }
}

/// Whether it would apply in a way that the notice lets in.
pub(super) fn consortium(profile: &Profile, row: &OpeningCondition) -> Found {
    let ways: &[Joining] = match words(row).next() {
        Some("allowed") => Joining::ALL,
        Some("refused") => &[Joining::Alone],
        Some("required") => &[Joining::Lead, Joining::Partner],
        Some("lead") => &[Joining::Lead],
        Some("partner") => &[Joining::Partner],
        _ => return unreadable(row),
    };
    let Some(ours) = profile.joining.as_ref().filter(|ours| !ours.is_empty()) else {
        return Found::profile_silent(
            "The profile does not say whether the organisation would apply alone, as lead or as partner.",
        );
    };
    match ours.iter().find(|way| ways.contains(way)) {
        Some(way) => Found::met(format!(
            "The organisation would apply {}. {}",
            plain(*way),
            row.statement
        )),
        None => Found::not_met(row.statement.clone()),
    }
}

fn plain(way: Joining) -> &'static str {
    match way {
        Joining::Alone => "alone",
        Joining::Lead => "as lead",
        Joining::Partner => "as partner",
    }
}

/// Whether it is a supplier of the framework that the notice names.
pub(super) fn framework(profile: &Profile, row: &OpeningCondition) -> Found {
    if words(row).next().is_none() {
        return unreadable(row);
    }
    match &profile.frameworks {
        None => Found::profile_silent(
            "The profile does not say which frameworks the organisation is a supplier of.",
        ),
        Some(ours) if words(row).any(|word| ours.contains(word)) => {
            Found::met("The organisation is a supplier of the framework.")
        }
        Some(_) => Found::not_met(row.statement.clone()),
    }
}

/// Whether it provides the service that the opening is about.
pub(super) fn existing_provider(question: &Question<'_>) -> Found {
    let Some(ours) = &question.profile.services else {
        return Found::profile_silent(
            "The profile does not say which services the organisation provides now.",
        );
    };
    let service = question.opening.service.as_deref();
    match service.and_then(|id| question.atlas.services.find(id)) {
        None => Found::notice_silent("Who has the work is not on record."),
        Some(service) if ours.contains(&service) => {
            Found::met("The organisation provides the service now.")
        }
        Some(_) => Found::not_met("Another organisation provides the service now."),
    }
}
