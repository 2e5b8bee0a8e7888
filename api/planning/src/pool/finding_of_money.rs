//! Findings on the ledger: conditions, limits, years, ended services and exits.

use std::collections::{BTreeMap, BTreeSet};

use super::account::may_be_pooled;
use super::case::Case;
use super::condition::{Fit, in_words};
use super::exit;
use super::finding::{About, Basis, Finding, FindingCode as Code};
use super::law::{REGULATION_7, SECTION_75};
use super::ledger::Line;
use super::{Move, PoolAccount, pounds, year_in_words, year_touches};

pub(super) fn findings(case: &Case) -> Vec<Finding> {
    let mut found = below_zero(case);
    found.extend(pooled_by_other(case));
    found.extend(streams(case));
    found.extend(services(case));
    found.extend(years(case));
    found.extend(leaving(case));
    found
}

fn of_line(code: Code, basis: Basis, line: &Line, moves: Vec<String>, words: String) -> Finding {
    Finding {
        code,
        about: About {
            member: line.member.clone(),
            stream: line.stream.clone(),
            service: line.service.clone(),
            year: Some(line.year),
            transfers: moves,
        },
        words,
        basis,
    }
}

/// The ids of moves, in order.
fn ids<'a>(moves: impl Iterator<Item = &'a Move>) -> Vec<String> {
    let ids: BTreeSet<&str> = moves.map(|one| one.id.as_str()).collect();
    ids.into_iter().map(str::to_owned).collect()
}

fn below_zero(case: &Case) -> Vec<Finding> {
    let short = case.ledger.shortfalls();
    short
        .into_iter()
        .map(|one| {
            let words = format!(
                "{} is {} below zero for {}",
                one.account.code(),
                pounds(one.pence),
                year_in_words(one.line.year)
            );
            of_line(Code::BelowZero, Basis::Pool, &one.line, Vec::new(), words)
        })
        .collect()
}

fn pooled_by_other(case: &Case) -> Vec<Finding> {
    let mut found = Vec::new();
    for one in &case.terms.partners {
        if may_be_pooled(case.terms.form, one.part) {
            continue;
        }
        let is_it =
            |row: &&Move| row.to == PoolAccount::Pooled && row.member.as_deref() == Some(&one.body);
        let moves = ids(case.moves.iter().filter(is_it));
        if moves.is_empty() {
            continue;
        }
        let words = format!(
            "money of {}, whose part is {}, was moved to the pooled account: move it back, and to aligned",
            one.name,
            one.part.code()
        );
        let mut finding = Finding::by(Code::PooledByOther, SECTION_75, words).of_member(&one.body);
        finding.about.transfers = moves;
        found.push(finding);
    }
    found
}

/// Contributions without a stream, and streams that gave more than they have.
fn streams(case: &Case) -> Vec<Finding> {
    let mut found = Vec::new();
    let by_giver = case.ledger.by(|line| Line {
        service: None,
        ..line.clone()
    });
    for (line, sums) in &by_giver {
        if line.stream.is_none() && sums.contributed > 0 {
            let moves = case.moves.iter().filter(|one| {
                one.from == PoolAccount::Member
                    && one.stream.is_none()
                    && one.member == line.member
                    && one.year == line.year
            });
            let words = format!(
                "{} for {} names no funding stream that you may see: its conditions are not known",
                pounds(sums.contributed),
                year_in_words(line.year)
            );
            let moves = ids(moves);
            found.push(of_line(
                Code::StreamNotNamed,
                Basis::Pool,
                line,
                moves,
                words,
            ));
        }
    }
    let by_stream = case.ledger.by(|line| (line.stream.clone(), line.year));
    for ((stream, year), sums) in &by_stream {
        let Some((id, terms)) = stream
            .as_ref()
            .and_then(|id| case.streams.get_key_value(id))
        else {
            continue;
        };
        let line = Line {
            year: *year,
            stream: Some(id.clone()),
            ..Line::default()
        };
        let left = terms.left.get(year).copied().flatten();
        if let Some(over) = left.filter(|left| *left < 0 && sums.contributed > 0) {
            let words = format!(
                "'{}' has given {} more than it has for {}",
                terms.name,
                pounds(-over),
                year_in_words(*year)
            );
            let basis = Basis::Stream(id.clone());
            found.push(of_line(Code::AboveStream, basis, &line, Vec::new(), words));
        }
    }
    found
}

/// Money that is for a service which its stream may not pay for, or which has
/// ended.
fn services(case: &Case) -> Vec<Finding> {
    let mut found = Vec::new();
    let lines = case.ledger.lines();
    for (line, sums) in lines.filter(|(_, sums)| sums.allocated_so_far() > 0) {
        let Some((id, service)) = line
            .service
            .as_ref()
            .and_then(|id| case.services.get_key_value(id))
        else {
            continue;
        };
        let moves = || {
            ids(case.moves.iter().filter(|one| {
                one.service.as_ref() == Some(id)
                    && one.to == PoolAccount::Allocated
                    && one.year == line.year
                    && one.member == line.member
                    && one.stream == line.stream
            }))
        };
        let sum = pounds(sums.allocated_so_far());
        if service.running.ended_before(line.year) {
            let words = format!(
                "{sum} is for '{}', which had ended before {} began",
                service.name,
                year_in_words(line.year)
            );
            found.push(of_line(
                Code::ServiceEnded,
                Basis::Pool,
                line,
                moves(),
                words,
            ));
        }
        let Some(stream) = &line.stream else { continue };
        let (code, what, kinds) = match service.fits.get(stream) {
            None | Some(Fit::Fits) => continue,
            Some(Fit::Outside(kinds)) => (Code::OutsideConditions, "lies outside", kinds),
            Some(Fit::InPart(kinds)) => {
                (Code::InsideConditionsInPart, "reaches further than", kinds)
            }
            Some(Fit::NotStated(kinds)) => (
                Code::ConditionsNotStated,
                "is not on record well enough to be held against",
                kinds,
            ),
        };
        let words = format!(
            "{sum} is for '{}', which {what} the conditions of its funding stream: its {}",
            service.name,
            in_words(kinds)
        );
        let basis = Basis::Stream(stream.clone());
        found.push(of_line(code, basis, line, moves(), words));
    }
    found
}

/// Money in years outside the pool's or the stream's period.
fn years(case: &Case) -> Vec<Finding> {
    let mut moves: BTreeMap<(u32, Option<&str>), Vec<&Move>> = BTreeMap::new();
    for one in &case.moves {
        let key = (one.year, one.stream.as_deref());
        moves.entry(key).or_default().push(one);
    }
    let mut found = Vec::new();
    for ((year, stream), of_year) in moves {
        let line = |stream: Option<&str>| Line {
            year,
            stream: stream.map(str::to_owned),
            ..Line::default()
        };
        let in_pool = year_touches(year, case.terms.starts_on, case.terms.ends_on);
        let told = ids(of_year.into_iter());
        if !in_pool {
            let words = format!("{} is no year of the pool", year_in_words(year));
            let basis = Basis::Pool;
            found.push(of_line(
                Code::OutsidePeriod,
                basis,
                &line(stream),
                told.clone(),
                words,
            ));
        }
        let terms = stream.and_then(|id| case.streams.get(id));
        if let Some((id, terms)) = stream.zip(terms)
            && !year_touches(year, terms.starts_on, terms.ends_on)
        {
            let words = format!("{} is no year of '{}'", year_in_words(year), terms.name);
            let basis = Basis::Stream(id.to_owned());
            found.push(of_line(
                Code::OutsidePeriod,
                basis,
                &line(stream),
                told,
                words,
            ));
        }
    }
    found
}

/// Members that leave, or that end, before the pool does.
fn leaving(case: &Case) -> Vec<Finding> {
    let mut found = Vec::new();
    for one in &case.terms.partners {
        let pool_ends = case.terms.ends_on;
        if let Some(ends) = one.ends_on
            && pool_ends.is_none_or(|pool| ends.last() < pool.last())
        {
            let words = format!("{} ends on {ends}, before the pool does", one.name);
            found.push(Finding::by(Code::MemberEnds, REGULATION_7, words).of_member(&one.body));
        }
        let Some(leaves) = one.leaves_on else {
            continue;
        };
        let answer = exit::answer(&case.exit_of(&one.body, leaves.last()));
        if answer.pence == 0 {
            continue;
        }
        let span = exit::span_in_words(&answer).unwrap_or_default();
        let words = format!(
            "{} leaves on {leaves}: {} of {} services has nobody to pay for it ({span})",
            one.name,
            pounds(i128::from(answer.pence)),
            answer.services.len(),
        );
        found.push(Finding::by(Code::ExitUnfunded, REGULATION_7, words).of_member(&one.body));
    }
    found
}
