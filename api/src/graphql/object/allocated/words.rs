//! Demands and conditions in words.

use planning::allocate::case::Condition;
use planning::allocate::demand::Demand;
use planning::allocate::problem::{Between, Measure, Place, Problem as Question, Sense};
use planning::atlas::Atlas;

use crate::graphql::scalars::Money;

fn area(atlas: &Atlas, id: &str) -> String {
    let found = atlas.areas.find(id);
    found.map_or_else(|| id.to_owned(), |ix| atlas.areas.get(ix).name.clone())
}

fn offer(atlas: &Atlas, code: &str) -> String {
    let found = atlas.offers.find(code);
    found.map_or_else(|| code.to_owned(), |ix| atlas.offers.get(ix).name.clone())
}

fn cohort(atlas: &Atlas, code: &str) -> String {
    let found = atlas.cohorts.find(code);
    found.map_or_else(|| code.to_owned(), |ix| atlas.cohorts.get(ix).name.clone())
}

fn place(atlas: &Atlas, of: &Place) -> String {
    let whom = of.cohort.as_ref().map(|code| cohort(atlas, code));
    let whom = whom.map_or_else(String::new, |whom| format!(" for {whom}"));
    format!(
        "{} in {}{whom}",
        offer(atlas, &of.offer),
        area(atlas, &of.area)
    )
}

/// Millionths as a percentage without needless digits.
fn percent(millionths: i64) -> String {
    let (whole, part) = (millionths / 10_000, millionths % 10_000);
    if part == 0 {
        return format!("{whole} %");
    }
    let part = format!("{part:04}");
    format!("{whole}.{} %", part.trim_end_matches('0'))
}

/// A demand in words.
pub fn demand(atlas: &Atlas, question: &Question, of: &Demand) -> String {
    let found = match of {
        Demand::Commitment(at) => question.commitments.get(*at).map(|of| {
            let amount = Money(of.pence);
            let what = place(atlas, &of.place);
            format!("£{amount} of '{}' promised to {what}", of.stream)
        }),
        Demand::Limit(at) => question.limits.get(*at).map(|of| {
            let sense = match of.sense {
                Sense::Floor => "at least",
                Sense::Ceiling => "at most",
            };
            let amount = match of.measure {
                Measure::People => format!("{} people", of.amount),
                Measure::Pence => format!("£{}", Money(of.amount)),
            };
            let mut scope: Vec<String> = Vec::new();
            scope.extend(of.offer.as_ref().map(|code| offer(atlas, code)));
            scope.extend(of.area.as_ref().map(|id| area(atlas, id)));
            scope.extend(of.cohort.as_ref().map(|code| cohort(atlas, code)));
            let scope = if scope.is_empty() {
                "everything together".to_owned()
            } else {
                scope.join(", ")
            };
            format!("{sense} {amount} for {scope}")
        }),
        Demand::Minimum(at, id) => question.minimums.get(*at).map(|of| {
            let (share, what) = (percent(of.share), offer(atlas, &of.offer));
            format!("{share} of the need for {what} met in {}", area(atlas, id))
        }),
        Demand::Unmet(at, party) => question.equity.get(*at).map(|of| {
            let share = percent(of.unmet.unwrap_or(0));
            let whose = match (of.between, party) {
                (Between::Areas, Some(id)) => format!("in {}", area(atlas, id)),
                (Between::Cohorts, Some(code)) => format!("of {}", cohort(atlas, code)),
                (_, None) => "of those for whom no cohort is named".to_owned(),
            };
            format!("at most {share} of the need {whose} left unmet")
        }),
        Demand::Gap(at) => question.equity.get(*at).map(|of| {
            let share = percent(of.gap.unwrap_or(0));
            let whom = match of.between {
                Between::Areas => "areas",
                Between::Cohorts => "cohorts",
            };
            format!("unmet shares of {whom} at most {share} apart")
        }),
    };
    found.unwrap_or_default()
}

/// A condition in words.
pub fn condition(atlas: &Atlas, question: &Question, of: &Condition) -> String {
    let said = |demand_of: Demand| demand(atlas, question, &demand_of);
    match of {
        Condition::Areas(stream) => format!("where '{stream}' may be spent"),
        Condition::Offers(stream) => format!("what '{stream}' may be spent on"),
        Condition::Cohorts(stream) => format!("for whom '{stream}' may be spent"),
        Condition::Silo(stream) => format!("that '{stream}' stays outside the pool"),
        Condition::Limit(at) => said(Demand::Limit(*at)),
        Condition::Commitment(at) => said(Demand::Commitment(*at)),
        Condition::Minimum(at) => question.minimums.get(*at).map_or_else(String::new, |of| {
            let (share, what) = (percent(of.share), offer(atlas, &of.offer));
            format!("{share} of the need for {what} met in every area")
        }),
        Condition::Equity(at) => {
            let whom = question.equity.get(*at).map(|of| of.between);
            match whom {
                Some(Between::Cohorts) => "how unequally cohorts may be left".to_owned(),
                _ => "how unequally areas may be left".to_owned(),
            }
        }
    }
}
