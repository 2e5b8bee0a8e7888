//! A scenario and what it was compared with, as bytes that can be made again.
//!
//! The form is laid down in `docs/adr/0011-frozen-scenarios.md`. A change of it
//! is a new `FORMAT`: what was frozen in another cannot be made again.

use super::apply::Plan;
use super::balances::{PoolBalance, StreamBalance};
use super::canonical::Value;
use super::changes::Change;
use super::compare::{Cell, Comparison};
use super::groups::GroupChange;
use super::pounds::{Places, Reading, Running};
use super::problem::StepProblem;
use crate::atlas::Atlas;
use crate::coverage::{Answer, State};
use crate::facts::ScenarioStep;
use crate::table::Row;

/// The version of the form.
pub const FORMAT: &str = "throughcare/scenario/1";

/// What was frozen.
#[derive(Clone, Copy, Debug)]
pub struct Frozen<'a> {
    /// The register that the steps were taken on.
    pub base: &'a Atlas,
    /// The steps.
    pub plan: &'a Plan,
    /// Those that do not hold.
    pub problems: &'a [StepProblem],
    /// The register after them beside the register itself.
    pub comparison: &'a Comparison,
}

impl Frozen<'_> {
    /// Its bytes. They name rows by their ids and hold no id of the scenario or
    /// its steps, so that the same steps on the same register are the same bytes.
    pub fn body(&self) -> String {
        let base = Value::object([
            ("day", Some(Value::text(self.comparison.day))),
            ("revision", Some(Value::count(self.base.revision))),
        ]);
        let steps = self.plan.steps.iter().map(step);
        let problems = self.problems.iter().map(|problem| {
            Value::object([
                ("field", Some(Value::text(problem.field))),
                ("step", Some(Value::count(problem.position))),
            ])
        });
        Value::object([
            ("base", Some(base)),
            ("comparison", Some(comparison(self.base, self.comparison))),
            ("format", Some(Value::text(FORMAT))),
            ("problems", Some(Value::list(problems))),
            ("steps", Some(Value::list(steps))),
        ])
        .written()
    }
}

fn step(row: &ScenarioStep) -> Value {
    let text = |text: &Option<String>| text.as_ref().map(Value::text);
    Value::object([
        ("amountPence", row.amount_pence.map(Value::Number)),
        ("area", text(&row.area)),
        ("succession", text(&row.succession)),
        ("cohort", text(&row.cohort)),
        ("endsOn", row.ends_on.map(Value::text)),
        ("kind", Some(Value::text(row.kind.code()))),
        ("offer", text(&row.offer)),
        ("people", row.people.map(Value::count)),
        ("places", row.places.map(Value::count)),
        ("pool", text(&row.pool)),
        ("position", Some(Value::count(row.position))),
        ("service", text(&row.service)),
        ("startsOn", row.starts_on.map(Value::text)),
        ("stream", text(&row.stream)),
        ("toArea", text(&row.to_area)),
        ("toStream", text(&row.to_stream)),
    ])
}

fn comparison(atlas: &Atlas, found: &Comparison) -> Value {
    let area = |ix| Some(Value::text(atlas.areas.get(ix).id()));
    let offer = |ix| Some(Value::text(atlas.offers.get(ix).id()));
    let cohort = |ix| Some(Value::text(atlas.cohorts.get(ix).id()));
    let cells = found.cells.iter().map(|cell| {
        let Cell { before, after, .. } = cell;
        Value::object([
            ("area", area(cell.area)),
            ("cohort", cohort(before.cohort)),
            ("offer", offer(cell.offer)),
            ("before", Some(answer(atlas, before))),
            ("after", Some(answer(atlas, after))),
        ])
    });
    let commissioners = found.commissioners.iter().map(|(bodies, running)| {
        let bodies = bodies
            .iter()
            .map(|ix| Value::text(atlas.bodies.get(*ix).id()));
        Value::object([
            ("bodies", Some(Value::list(bodies))),
            ("running", Some(both(running, runs))),
        ])
    });
    let areas = found.areas.iter().map(|row| {
        Value::object([
            ("area", area(row.area)),
            ("cells", Some(Value::count(row.cells))),
            ("closed", Some(Value::count(row.closed))),
            ("gained", Some(Value::count(row.gained))),
            ("running", Some(both(&row.running, runs))),
        ])
    });
    let cohorts = found.cohorts.iter().map(|row| {
        Value::object([
            ("cells", Some(Value::count(row.cells))),
            ("closed", Some(Value::count(row.closed))),
            ("cohort", cohort(row.cohort)),
            ("gained", Some(Value::count(row.gained))),
        ])
    });
    let differing = found.groups.iter().filter(|group| !group.cells.is_empty());
    let streams = found.streams.iter().map(|(ix, balance)| {
        Value::object([
            ("balance", Some(both(balance, stream))),
            (
                "stream",
                Some(Value::text(atlas.funding_streams.get(*ix).id())),
            ),
        ])
    });
    let pools = found.pools.iter().map(|(ix, balance)| {
        Value::object([
            ("balance", Some(both(balance, pool))),
            ("pool", Some(Value::text(atlas.pools.get(*ix).id()))),
        ])
    });
    let needs = found.needs.iter().map(|row| {
        let people = |people: &Vec<u64>| Value::list(people.iter().copied().map(Value::count));
        Value::object([
            ("after", Some(people(&row.after))),
            ("area", area(row.area)),
            ("before", Some(people(&row.before))),
            ("cohort", cohort(row.cohort)),
            ("offer", offer(row.offer)),
        ])
    });
    Value::object([
        ("areas", Some(Value::list(areas))),
        ("cells", Some(Value::list(cells))),
        ("cellsAsked", Some(Value::count(found.cells_asked))),
        ("cohorts", Some(Value::list(cohorts))),
        ("commissioners", Some(Value::list(commissioners))),
        (
            "groups",
            Some(Value::list(differing.map(|row| group(atlas, row)))),
        ),
        ("needs", Some(Value::list(needs))),
        ("pools", Some(Value::list(pools))),
        ("running", Some(both(&found.running, runs))),
        ("streams", Some(Value::list(streams))),
        ("year", Some(Value::count(u64::from(found.year)))),
    ])
}

fn group(atlas: &Atlas, row: &GroupChange) -> Value {
    let cells = row.cells.iter().map(|cell| {
        Value::object([
            ("after", Some(answer(atlas, &cell.after))),
            ("area", Some(Value::text(atlas.areas.get(cell.area).id()))),
            ("before", Some(answer(atlas, &cell.before))),
            ("censusPeople", cell.census_people.map(Value::count)),
            (
                "offer",
                Some(Value::text(atlas.offers.get(cell.offer).id())),
            ),
        ])
    });
    Value::object([
        ("cells", Some(Value::list(cells))),
        (
            "community",
            Some(Value::text(atlas.communities.get(row.community).id())),
        ),
        ("services", Some(Value::count(row.services))),
    ])
}

/// States by name: what they are called elsewhere may change.
fn word(state: State) -> Value {
    Value::text(match state {
        State::Commissioned => "commissioned",
        State::Partial => "partial",
        State::Contested => "contested",
        State::Absent => "absent",
        State::Lapsed => "lapsed",
        State::Planned => "planned",
        State::NotRecorded => "not_recorded",
        State::NotApplicable => "not_applicable",
    })
}

fn answer(atlas: &Atlas, of: &Answer) -> Value {
    let shares = of.shares.iter().map(|row| {
        Value::object([
            ("of", row.share.map(|share| Value::count(share.whole))),
            ("people", row.share.map(|share| Value::count(share.part))),
            ("state", Some(word(row.state))),
        ])
    });
    let places = of.places.iter().map(|row| {
        Value::object([
            ("place", Some(Value::text(atlas.areas.get(row.place).id()))),
            ("state", Some(word(row.state))),
        ])
    });
    Value::object([
        ("places", Some(Value::list(places))),
        ("shares", Some(Value::list(shares))),
        ("state", Some(word(of.state))),
    ])
}

fn both<T>(change: &Change<T>, write: impl Fn(&T) -> Value) -> Value {
    Value::object([
        ("after", Some(write(&change.after))),
        ("before", Some(write(&change.before))),
    ])
}

fn runs(of: &Running) -> Value {
    let Places {
        people,
        stated,
        not_stated,
    } = of.places;
    let places = Value::object([
        ("notStated", Some(Value::count(not_stated))),
        ("people", Some(Value::count(people))),
        ("stated", Some(Value::count(stated))),
    ]);
    Value::object([
        ("awards", Some(Value::count(of.awards))),
        ("base", Some(reading(&of.base))),
        ("full", Some(reading(&of.full))),
        ("places", Some(places)),
        ("services", Some(Value::count(of.services))),
    ])
}

fn reading(of: &Reading) -> Value {
    Value::object([
        ("notStated", Some(Value::count(of.not_stated))),
        ("pence", Some(Value::Number(of.pence))),
        ("stated", Some(Value::count(of.stated))),
    ])
}

fn stream(of: &StreamBalance) -> Value {
    Value::object([
        ("amountPence", of.amount.map(Value::Number)),
        ("committedPence", Some(Value::Number(of.committed))),
        ("leftPence", of.left().map(Value::Number)),
        ("pooledPence", Some(Value::Number(of.pooled))),
    ])
}

fn pool(of: &PoolBalance) -> Value {
    let accounts = of.accounts.iter().map(|(account, pence)| {
        Value::object([
            ("account", Some(Value::text(account.code()))),
            ("pence", Some(Value::Number(*pence))),
        ])
    });
    Value::object([
        ("accounts", Some(Value::list(accounts))),
        ("contributedPence", Some(Value::Number(of.contributed))),
    ])
}
