//! A hundred changes to the starter register.

use planning::atlas::Atlas;
use planning::closed::AreaKind;
use planning::scenario::{Plan, Wanted, apply, compare};
use tests::hundred::hundred;
use tests::reading;

#[test]
fn a_hundred_changes_hold_and_make_the_register_that_their_facts_would() {
    let base = reading().atlas();
    let plan = hundred(&base);
    assert_eq!(plan.steps.len(), 100);
    let applied = apply(&base, &plan).expect("a register");
    assert_eq!(applied.problems, []);
    let built = Atlas::build(applied.atlas.facts(), base.revision).expect("a register");
    assert!(
        format!("{:?}", applied.atlas) == format!("{built:?}"),
        "they differ"
    );
}

#[test]
fn a_scenario_with_no_change_equals_the_starter_register() {
    let base = reading().atlas();
    let idle = Plan {
        steps: Vec::new(),
        ..hundred(&base)
    };
    let applied = apply(&base, &idle).expect("a register");
    let districts: Vec<_> = base
        .areas_of_kind(AreaKind::District, idle.base_day)
        .map(|(ix, _)| ix)
        .collect();
    let offers: Vec<_> = base.offers.iter().map(|(ix, _)| ix).collect();
    let wanted = Wanted {
        areas: &districts,
        offers: &offers,
        cohort: None,
        day: idle.base_day,
    };
    assert!(compare(&base, &applied.atlas, &wanted).is_equal());
    let played = apply(&base, &hundred(&base)).expect("a register");
    let found = compare(&base, &played.atlas, &wanted);
    assert!(!found.is_equal());
    assert!(
        found.cells.len() > 100,
        "{} cells differ",
        found.cells.len()
    );
}
