//! A scenario of a hundred changes to the starter register.

use planning::atlas::Atlas;
use planning::closed::{AreaKind, StepKind};
use planning::dates::PartialDate;
use planning::facts::ScenarioStep;
use planning::provision::{ServiceState, state_of};
use planning::scenario::Plan;
use planning::table::Row;

/// The day on which it is compared.
pub const BASE_DAY: &str = "2027-06-01";

/// Forty services added all over England, twenty ended, twenty resized, ten moved, need changed in
/// nine places, and a reform brought forward: a hundred changes that all hold.
pub fn hundred(atlas: &Atlas) -> Plan {
    let base_day = date(BASE_DAY).first();
    let boards: Vec<&str> = atlas
        .areas_of_kind(AreaKind::Icb, base_day)
        .map(|(_, row)| row.id())
        .collect();
    let offers: Vec<&str> = atlas.offers.rows().iter().map(Row::id).collect();
    let running: Vec<&str> = atlas
        .services
        .iter()
        .filter(|(ix, _)| state_of(atlas, *ix, base_day) == ServiceState::Live)
        .map(|(_, row)| row.id())
        .collect();
    let area = |at: usize| Some(boards[at % boards.len()].to_owned());
    let offer = |at: usize| Some(offers[at * 7 % offers.len()].to_owned());
    let service = |at: usize| Some(running[at * 5 % running.len()].to_owned());
    let from = Some(date("2027-04-01"));
    let mut steps = Vec::new();
    for at in 0..40 {
        steps.push(ScenarioStep {
            area: area(at),
            offer: offer(at),
            starts_on: from,
            amount_pence: Some(10_000_000),
            places: Some(150),
            ..step(StepKind::AddService)
        });
    }
    for at in 0..20 {
        steps.push(ScenarioStep {
            service: service(at),
            ends_on: Some(date("2027-06-01")),
            ..step(StepKind::EndService)
        });
    }
    for at in 20..40 {
        steps.push(ScenarioStep {
            service: service(at),
            starts_on: Some(date(BASE_DAY)),
            amount_pence: Some(25_000_000),
            places: Some(90),
            ..step(StepKind::ResizeService)
        });
    }
    for at in 40..50 {
        steps.push(ScenarioStep {
            service: service(at),
            to_area: area(at),
            starts_on: Some(date(BASE_DAY)),
            ..step(StepKind::MoveService)
        });
    }
    for at in 0..9 {
        steps.push(ScenarioStep {
            area: area(at),
            offer: offer(at),
            people: Some(500),
            ..step(StepKind::ChangeNeed)
        });
    }
    let due = atlas
        .body_successions
        .rows()
        .iter()
        .find(|row| row.date.is_some_and(|date| date.first() > base_day));
    steps.push(ScenarioStep {
        succession: due.map(|row| row.id.clone()),
        starts_on: Some(date("2027-05-01")),
        ..step(StepKind::BringForward)
    });
    let places = steps.into_iter().zip(1..);
    Plan {
        id: "hundred".to_owned(),
        name: "A hundred changes".to_owned(),
        base_day,
        steps: places
            .map(|(step, position)| ScenarioStep {
                id: format!("hundred:{position:03}"),
                position,
                ..step
            })
            .collect(),
    }
}

fn date(text: &str) -> PartialDate {
    text.parse().expect("a date")
}

fn step(kind: StepKind) -> ScenarioStep {
    ScenarioStep {
        id: String::new(),
        version: 1,
        scenario: "hundred".to_owned(),
        position: 0,
        kind,
        service: None,
        offer: None,
        area: None,
        to_area: None,
        cohort: None,
        stream: None,
        to_stream: None,
        pool: None,
        succession: None,
        starts_on: None,
        ends_on: None,
        amount_pence: None,
        places: None,
        people: None,
        note: None,
    }
}
