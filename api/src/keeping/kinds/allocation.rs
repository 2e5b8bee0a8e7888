//! What funding streams are allocated to, and price indexes.

use chrono::NaiveDate;
use planning::facts::{FundingStream, Service};
use planning::money::conditions::{Broken, broken};
use planning::money::headroom::{AmountOf, has_year, headroom};
use planning::provision::{self, ServiceState};
use planning::table::Ix;

use super::{EVIDENCE, OWNER, VISIBILITY, owned, pounds};
use crate::keeping::Kind;
use crate::keeping::problem::{Problem, ProblemCode};
use crate::keeping::spec::{Field, Look, Shape, Spec, Target};

pub const FUNDING_ALLOCATION: Spec = Spec {
    kind: Kind::FundingAllocation,
    fields: &[
        Field::new("stream", "stream_id", Shape::One(Target::FundingStream)).required(),
        Field::new("service", "service_id", Shape::One(Target::Service)).required(),
        Field::new("contract", "contract_id", Shape::One(Target::Contract)),
        Field::new("financialYear", "financial_year", Shape::Year).required(),
        Field::new("committed", "committed_pence", Shape::Money).required(),
        Field::new("spent", "spent_pence", Shape::Money),
        EVIDENCE,
        VISIBILITY,
        OWNER,
    ],
    children: &[],
    fixed: &[],
    spans: &[],
    rules: allocation_rules,
};

pub const DEFLATOR: Spec = Spec {
    kind: Kind::Deflator,
    fields: &[
        Field::new("series", "series", Shape::Text(200)).required(),
        Field::new("financialYear", "financial_year", Shape::Year).required(),
        Field::new("index", "index_millionths", Shape::Decimal(1000000000)).required(),
        EVIDENCE,
        VISIBILITY,
        OWNER,
    ],
    children: &[],
    fixed: &[],
    spans: &[],
    rules: deflator_rules,
};

fn allocation_rules(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = owned(look);
    let atlas = look.atlas;
    let stream = look
        .text("stream_id")
        .and_then(|id| atlas.funding_streams.find(id));
    let service = look
        .text("service_id")
        .and_then(|id| atlas.services.find(id));
    let year = look.year("financial_year");
    if let Some((stream, year)) = stream.zip(year) {
        problems.extend(outside_period(look, stream, year));
        problems.extend(above_what_is_left(look, stream, year));
    }
    if let Some((service, year)) = service.zip(year) {
        problems.extend(over(look, service, year));
    }
    if let Some((stream, service)) = stream.zip(service) {
        let broken = broken(atlas, stream, service, look.today);
        problems.extend(broken.iter().map(of_condition));
    }
    problems.extend(of_another_service(look));
    problems
}

/// Years that have no day in common with the stream's period.
fn outside_period(look: &Look<'_>, stream: Ix<FundingStream>, year: u32) -> Option<Problem> {
    let row = look.atlas.funding_streams.get(stream);
    if has_year(row, year) {
        return None;
    }
    let open = || "no day on record".to_owned();
    let from = row.starts_on.map_or_else(open, |date| date.to_string());
    let to = row.ends_on.map_or_else(open, |date| date.to_string());
    let message = format!(
        "the stream runs from {from} to {to}: the financial year {year}/{:02} is outside it",
        (year + 1) % 100
    );
    Some(Problem::new(
        "financialYear",
        ProblemCode::OutOfRange,
        message,
    ))
}

/// More than the stream has left of the year, else of all that it has. What is not on record is no
/// bound.
fn above_what_is_left(look: &Look<'_>, stream: Ix<FundingStream>, year: u32) -> Option<Problem> {
    let own = look
        .text("id")
        .and_then(|id| look.atlas.funding_allocations.find(id));
    let found = headroom(look.atlas, stream, year, own);
    let left = found.left?;
    if look.whole("committed_pence")? <= left {
        return None;
    }
    let of = match found.amount_of {
        AmountOf::Year => "of that financial year",
        AmountOf::Rest | AmountOf::NotStated => "of all its years without an amount of their own",
    };
    let message = format!(
        "the stream has {} pounds left {of}: commit no more",
        pounds(left.max(0))
    );
    Some(Problem::new("committed", ProblemCode::OutOfRange, message))
}

/// A service that was over before the year began, or never ran.
fn over(look: &Look<'_>, service: Ix<Service>, year: u32) -> Option<Problem> {
    let atlas = look.atlas;
    let begins = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, 4, 1)?;
    let message = match provision::state_of(atlas, service, look.today) {
        ServiceState::Abandoned => {
            "the procurement of the service was abandoned: it never ran".to_owned()
        }
        ServiceState::Ended => match provision::ends_on(atlas, service, look.today) {
            Some(end) if end.last() >= begins => return None,
            Some(end) => format!("the service ended on {end}, before that financial year"),
            None => "the service has ended; when is not on record".to_owned(),
        },
        _ => return None,
    };
    Some(Problem::new("service", ProblemCode::BadState, message))
}

/// The condition that is broken, and what the service has instead.
fn of_condition(broken: &Broken) -> Problem {
    let what = broken.kind.code().replace('_', " ");
    let message = format!(
        "it breaks the stream's condition on {what}: it allows {}, and the service has {}",
        broken.allowed.join(", "),
        broken.found.join(", ")
    );
    Problem::new("service", ProblemCode::Mismatch, message)
}

fn of_another_service(look: &Look<'_>) -> Option<Problem> {
    let contract = look
        .text("contract_id")
        .and_then(|id| look.atlas.contracts.find(id))?;
    let of = &look.atlas.contracts.get(contract).service;
    (look.text("service_id") != Some(of)).then(|| {
        let message = "the contract is one of another service";
        Problem::new("contract", ProblemCode::Mismatch, message)
    })
}

fn deflator_rules(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = owned(look);
    if look.whole("index_millionths") == Some(0) {
        let message = "an index is more than 0: no price can be divided by it";
        problems.push(Problem::new("index", ProblemCode::OutOfRange, message));
    }
    let (series, year) = (look.text("series"), look.year("financial_year"));
    let is_there = look.atlas.deflators.iter().any(|(_, row)| {
        Some(row.series.as_str()) == series
            && Some(row.financial_year) == year
            && Some(row.id.as_str()) != look.text("id")
    });
    if is_there {
        let message = "the series has an index for that financial year: change that one";
        problems.push(Problem::new(
            "financialYear",
            ProblemCode::Duplicate,
            message,
        ));
    }
    problems
}
