//! What stands in the way of a move of money.

use super::account::{is_of_service, may_be_pooled, onward};
use super::condition::{Fit, in_words};
use super::ledger::{Ledger, Line};
use super::room::{Running, ServiceRoom, StreamRoom};
use super::{Move, PoolAccount, Terms, pounds, year_in_words, year_touches};

/// The part of a move that a problem is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is named after the part of a move")]
pub enum Part {
    Year,
    From,
    To,
    Member,
    Stream,
    Service,
    Amount,
}

/// Why a move cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It has to be said.
    Missing,
    /// It lies outside what there is.
    OutOfRange,
    /// It does not go with the rest of the move, the pool, the stream or the
    /// service.
    Mismatch,
}

/// One thing that stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MoveProblem {
    /// Of which part of the move.
    pub part: Part,
    /// Why.
    pub why: Why,
    /// What is wrong, and what would be right.
    pub words: String,
}

fn problem(part: Part, why: Why, words: impl Into<String>) -> MoveProblem {
    MoveProblem {
        part,
        why,
        words: words.into(),
    }
}

/// Everything that stands in the way of a new move, beside those that have been
/// made. `stream` and `service` are those that the move names.
pub fn may_move<'a>(
    terms: &Terms,
    existing: impl IntoIterator<Item = &'a Move>,
    new: &Move,
    stream: Option<&StreamRoom>,
    service: Option<&ServiceRoom>,
) -> Vec<MoveProblem> {
    let mut found = Vec::new();
    found.extend(of_route(new));
    found.extend(of_member(terms, new));
    found.extend(of_year(terms, new, stream));
    found.extend(of_stream(new, stream));
    found.extend(of_service(new, service));
    found.extend(of_balance(existing, new));
    found.sort();
    found
}

/// A move goes one step on or back, and says what the accounts need.
fn of_route(new: &Move) -> Vec<MoveProblem> {
    let mut found = Vec::new();
    if new.pence < 1 {
        let words = "an amount is above zero: to take something back, move it the other way";
        found.push(problem(Part::Amount, Why::OutOfRange, words));
    }
    let ways = onward(new.from);
    if !ways.contains(&new.to) {
        let codes: Vec<&str> = ways.iter().map(|way| way.code()).collect();
        let words = format!(
            "money does not go from {} to {}: from there it goes to {}",
            new.from.code(),
            new.to.code(),
            codes.join(" or ")
        );
        found.push(problem(Part::To, Why::Mismatch, words));
    }
    let needs_service = is_of_service(new.from) || is_of_service(new.to);
    match (&new.service, needs_service) {
        (None, true) => {
            let words = "say which service the money is for";
            found.push(problem(Part::Service, Why::Missing, words));
        }
        (Some(_), false) => {
            let words = "money that is not allocated is for no service: leave it out";
            found.push(problem(Part::Service, Why::Mismatch, words));
        }
        _ => {}
    }
    found
}

/// The money is a member's, who may put it there and has not left.
fn of_member(terms: &Terms, new: &Move) -> Option<MoveProblem> {
    let Some(body) = &new.member else {
        let words = "say whose money it is: a member of the pool";
        return Some(problem(Part::Member, Why::Missing, words));
    };
    let Some(partner) = terms.partners.iter().find(|one| one.body == *body) else {
        let words = "this body is no member of the pool: add it to the pool first";
        return Some(problem(Part::Member, Why::Mismatch, words));
    };
    if new.to == PoolAccount::Pooled && !may_be_pooled(terms.form, partner.part) {
        let words = format!(
            "money of {}, whose part is {}, does not enter the pooled account of a {}: move it to aligned",
            partner.name,
            partner.part.code(),
            terms.form.code().replace('_', " ")
        );
        return Some(problem(Part::To, Why::Mismatch, words));
    }
    let has_left = !year_touches(new.year, None, partner.leaves_on);
    if new.from == PoolAccount::Member && has_left {
        let words = format!(
            "{} leaves the pool before {} begins",
            partner.name,
            year_in_words(new.year)
        );
        return Some(problem(Part::Year, Why::OutOfRange, words));
    }
    None
}

/// The year is one of the pool's and of the stream's.
fn of_year(terms: &Terms, new: &Move, stream: Option<&StreamRoom>) -> Vec<MoveProblem> {
    let mut found = Vec::new();
    let mut look = |whose: &str, from, to| {
        if !year_touches(new.year, from, to) {
            let words = format!(
                "{} lies outside the period of the {whose}",
                year_in_words(new.year)
            );
            found.push(problem(Part::Year, Why::OutOfRange, words));
        }
    };
    look("pool", terms.starts_on, terms.ends_on);
    if let Some(stream) = stream {
        look("funding stream", stream.starts_on, stream.ends_on);
    }
    found
}

/// A stream gives no more than it has left.
fn of_stream(new: &Move, stream: Option<&StreamRoom>) -> Option<MoveProblem> {
    let stream = stream.filter(|_| new.from == PoolAccount::Member)?;
    let left = stream.left?;
    (i128::from(new.pence) > left).then(|| {
        let words = format!(
            "the funding stream '{}' has {} left for {}",
            stream.name,
            pounds(left.max(0)),
            year_in_words(new.year)
        );
        problem(Part::Amount, Why::OutOfRange, words)
    })
}

/// Money is allocated only to a service that is there and that it may pay for.
fn of_service(new: &Move, service: Option<&ServiceRoom>) -> Vec<MoveProblem> {
    let from_fund = matches!(new.from, PoolAccount::Pooled | PoolAccount::Aligned);
    let Some(service) = service.filter(|_| from_fund && new.to == PoolAccount::Allocated) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    if service.running.ended_before(new.year) {
        let when = match service.running {
            Running::Until(last) => format!("ended on {last}"),
            _ => "has ended".to_owned(),
        };
        let words = format!(
            "the service '{}' {when}, before {} begins",
            service.name,
            year_in_words(new.year)
        );
        found.push(problem(Part::Service, Why::Mismatch, words));
    }
    if let Fit::Outside(kinds) = &service.fit {
        let words = format!(
            "the service '{}' lies outside the conditions of the funding stream: its {}",
            service.name,
            in_words(kinds)
        );
        found.push(problem(Part::Service, Why::Mismatch, words));
    }
    found
}

/// No account falls below zero, and nothing goes back to an account that it did
/// not come from.
fn of_balance<'a>(existing: impl IntoIterator<Item = &'a Move>, new: &Move) -> Option<MoveProblem> {
    if new.pence < 1 || new.from == PoolAccount::Member {
        return None;
    }
    let ledger = Ledger::of(existing);
    let line = |account| Line {
        year: new.year,
        member: new.member.clone(),
        stream: new.stream.clone(),
        service: new.service.clone().filter(|_| is_of_service(account)),
    };
    let held = ledger.line(&line(new.from)).of(new.from);
    let came = ledger.came_from(&line(PoolAccount::Allocated));
    let back = match (new.from, new.to) {
        (PoolAccount::Allocated, PoolAccount::Pooled) => Some(came.0),
        (PoolAccount::Allocated, PoolAccount::Aligned) => Some(came.1),
        _ => None,
    };
    let words = match back {
        _ if i128::from(new.pence) > held => format!(
            "{} of this member, stream, service and year has {}",
            new.from.code(),
            pounds(held.max(0))
        ),
        Some(back) if i128::from(new.pence) > back => format!(
            "only {} of this money came from {}",
            pounds(back.max(0)),
            new.to.code()
        ),
        _ => return None,
    };
    Some(problem(Part::Amount, Why::OutOfRange, words))
}
