//! What holds for any scenario.

use proptest::prelude::*;

use super::*;
use crate::scenario::{Change, Frozen};

const AREAS: &[&str] = &["north", "south", "board"];
const OFFERS: &[&str] = &["mhtr", "l_and_d"];
const SERVICES: &[&str] = &["s001", "s002", "s003", "nowhere"];
const STREAMS: &[&str] = &["health", "justice", "care"];
const DATES: &[&str] = &[
    "2024",
    "2027-03-31",
    "2027-04-01",
    "2027-06",
    "2027-06-02",
    "2028-04-01",
];

fn pick(of: &'static [&'static str]) -> impl Strategy<Value = Option<String>> {
    prop::sample::select(of).prop_map(id)
}

fn any_date() -> impl Strategy<Value = Option<crate::dates::PartialDate>> {
    prop::sample::select(DATES).prop_map(|text| Some(date(text)))
}

fn any_step() -> impl Strategy<Value = ScenarioStep> {
    let where_and_what = (pick(AREAS), pick(AREAS), pick(OFFERS), pick(SERVICES));
    let money = (pick(STREAMS), pick(STREAMS), 0i64..300_000, 0u64..50);
    (
        prop::sample::select(StepKind::ALL),
        where_and_what,
        money,
        (any_date(), any_date(), any::<bool>()),
    )
        .prop_map(
            |(kind, (area, to_area, offer, service), money, (from, to, some))| {
                let (stream, to_stream, pence, people) = money;
                let bare = step(kind);
                let amount_pence = Some(pence);
                match kind {
                    StepKind::AddService => ScenarioStep {
                        area,
                        offer,
                        starts_on: from,
                        ends_on: to.filter(|_| some),
                        stream: stream.filter(|_| some),
                        amount_pence,
                        ..bare
                    },
                    StepKind::EndService => ScenarioStep {
                        service,
                        ends_on: to,
                        ..bare
                    },
                    StepKind::MoveService => ScenarioStep {
                        service,
                        to_area,
                        area: area.filter(|_| some),
                        starts_on: from,
                        ..bare
                    },
                    StepKind::ResizeService => ScenarioStep {
                        service,
                        starts_on: from,
                        amount_pence,
                        places: Some(people),
                        ..bare
                    },
                    StepKind::ChangeNeed => ScenarioStep {
                        area,
                        offer,
                        people: Some(people),
                        ..bare
                    },
                    StepKind::MoveMoney if some => ScenarioStep {
                        stream,
                        to_stream,
                        amount_pence,
                        ..bare
                    },
                    StepKind::MoveMoney => ScenarioStep {
                        stream,
                        service,
                        amount_pence,
                        ..bare
                    },
                    StepKind::PoolMoney | StepKind::UnpoolMoney => ScenarioStep {
                        stream,
                        pool: id("pool"),
                        amount_pence,
                        ..bare
                    },
                    StepKind::BringForward => ScenarioStep {
                        succession: id("t001"),
                        starts_on: from,
                        ..bare
                    },
                }
            },
        )
}

fn any_plan() -> impl Strategy<Value = Plan> {
    prop::collection::vec(any_step(), 0..8).prop_map(plan)
}

fn register() -> Atlas {
    given()
        .told(live("l_and_d", "board").of("s003").from("2028-01-01"))
        .told(live("mhtr", "north").of("s001"))
        .claim("north", &[])
        .atlas()
}

fn mirrored(found: Comparison) -> Comparison {
    fn swap<T>(change: Change<T>) -> Change<T> {
        Change {
            before: change.after,
            after: change.before,
        }
    }
    let mut found = found;
    for cell in &mut found.cells {
        std::mem::swap(&mut cell.before, &mut cell.after);
    }
    for gap in &mut found.gaps {
        (gap.people, gap.is_gap) = (swap(gap.people), swap(gap.is_gap));
    }
    found.running = swap(found.running);
    for (_, change) in &mut found.commissioners {
        *change = swap(*change);
    }
    for area in &mut found.areas {
        std::mem::swap(&mut area.gained, &mut area.closed);
        area.running = swap(area.running);
    }
    for cohort in &mut found.cohorts {
        std::mem::swap(&mut cohort.gained, &mut cohort.closed);
    }
    for cell in found.groups.iter_mut().flat_map(|group| &mut group.cells) {
        std::mem::swap(&mut cell.before, &mut cell.after);
    }
    for (_, change) in &mut found.streams {
        *change = swap(*change);
    }
    for (_, change) in &mut found.pools {
        *change = swap(change.clone());
    }
    for need in &mut found.needs {
        std::mem::swap(&mut need.before, &mut need.after);
    }
    found
}

/// The comparison as bytes, without the steps: what it says, whatever records
/// it rests on.
fn said(base: &Atlas, after: &Atlas) -> String {
    Frozen {
        base,
        plan: &plan(Vec::new()),
        problems: &[],
        comparison: &beside(base, after, ON),
    }
    .body()
}

proptest! {
    #[test]
    fn a_scenario_with_no_change_equals_live(on in prop::sample::select(DATES)) {
        let base = register();
        let applied = apply(&base, &plan(Vec::new())).unwrap();
        prop_assert_eq!(format!("{:?}", &applied.atlas), format!("{base:?}"));
        prop_assert!(beside(&base, &applied.atlas, on).is_equal());
    }

    #[test]
    fn steps_that_do_not_hold_change_nothing(plan in any_plan()) {
        let base = register();
        let all = apply(&base, &plan).unwrap();
        let amiss: Vec<u64> = all.problems.iter().map(|problem| problem.position).collect();
        let mut rest = plan.clone();
        rest.steps.retain(|step| !amiss.contains(&step.position));
        let without = apply(&base, &rest).unwrap();
        prop_assert_eq!(without.problems, vec![]);
        prop_assert_eq!(format!("{:?}", all.atlas), format!("{:?}", without.atlas));
        if rest.steps.is_empty() {
            prop_assert!(beside(&base, &all.atlas, ON).is_equal());
        }
    }

    #[test]
    fn the_overlay_equals_a_register_built_of_the_changed_facts(plan in any_plan()) {
        let base = register();
        let before = format!("{base:?}");
        let applied = apply(&base, &plan).unwrap();
        let built = Atlas::build(applied.atlas.facts(), base.revision).unwrap();
        prop_assert_eq!(format!("{:?}", applied.atlas), format!("{built:?}"));
        prop_assert_eq!(format!("{base:?}"), before);
    }

    #[test]
    fn comparing_the_other_way_round_is_the_mirror(one in any_plan(), other in any_plan(), on in prop::sample::select(DATES)) {
        let base = register();
        let (one, other) = (apply(&base, &one).unwrap().atlas, apply(&base, &other).unwrap().atlas);
        prop_assert_eq!(beside(&other, &one, on), mirrored(beside(&one, &other, on)));
    }

    #[test]
    fn only_what_is_asked_everywhere_differs_where_the_comparison_says(plan in any_plan(), on in prop::sample::select(DATES)) {
        // The comparison looks only where a record was touched; asking everywhere finds no more.
        let base = register();
        let seen = apply(&base, &plan).unwrap().atlas;
        let found = beside(&base, &seen, on);
        for (area, row) in base.areas.iter() {
            for (offer, _) in base.offers.iter() {
                let ask = |atlas: &Atlas| crate::given::ask(atlas, "all", &row.id, &base.offers.get(offer).id, day(on));
                let (one, other) = (ask(&base), ask(&seen));
                let differs = (one.state, &one.shares) != (other.state, &other.shares);
                let told = found.cells.iter().any(|cell| cell.area == area && cell.offer == offer);
                prop_assert_eq!(differs, told, "{} {:?}", row.id, offer);
            }
        }
    }

    #[test]
    fn the_order_of_independent_steps_does_not_matter(shuffled in Just(independent()).prop_shuffle()) {
        let base = register();
        let in_order = apply(&base, &Plan { steps: independent(), ..plan(Vec::new()) }).unwrap();
        let other = apply(&base, &Plan { steps: shuffled, ..plan(Vec::new()) }).unwrap();
        prop_assert_eq!(&in_order.problems, &vec![]);
        prop_assert_eq!(&other.problems, &vec![]);
        prop_assert_eq!(format!("{:?}", &in_order.atlas), format!("{:?}", &other.atlas));
        prop_assert_eq!(said(&base, &in_order.atlas), said(&base, &other.atlas));
    }

    #[test]
    fn a_frozen_body_is_the_same_each_time(plan in any_plan()) {
        let base = register();
        let body = || {
            let applied = apply(&base, &plan).unwrap();
            let comparison = beside(&base, &applied.atlas, ON);
            Frozen { base: &base, plan: &plan, problems: &applied.problems, comparison: &comparison }.body()
        };
        prop_assert_eq!(body(), body());
    }
}

/// Steps of which none touches what another does.
fn independent() -> Vec<ScenarioStep> {
    let money = |kind, stream: &str, pence| ScenarioStep {
        stream: id(stream),
        amount_pence: Some(pence),
        ..step(kind)
    };
    let steps = vec![
        add("l_and_d", "north", "2027-04-01"),
        end("s002", "2027-05-31"),
        relocate("s001", "south", "2027-04-01"),
        need("north", "mhtr", 12),
        ScenarioStep {
            to_stream: id("care"),
            ..money(StepKind::MoveMoney, "health", 1_000)
        },
        ScenarioStep {
            pool: id("pool"),
            ..money(StepKind::UnpoolMoney, "health", 500)
        },
        ScenarioStep {
            succession: id("t001"),
            starts_on: Some(date("2027-04-01")),
            ..step(StepKind::BringForward)
        },
    ];
    plan(steps).steps
}
