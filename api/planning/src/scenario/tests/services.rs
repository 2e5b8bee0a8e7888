//! Services added, ended, moved and resized, need changed, reforms brought
//! forward.

use super::*;
use crate::closed::{AreaKind, SuccessionKind};
use crate::coverage::State::{self, Absent, Commissioned, Lapsed, NotRecorded, Partial, Planned};
use crate::facts::Succession;
use crate::given::{absent, ask, ended, ix};

fn state(atlas: &Atlas, area: &str, offer: &str, on: &str) -> State {
    ask(atlas, "all", area, offer, day(on)).state
}

fn running(atlas: &Atlas, on: &str) -> (u64, i64, i64, u64, u64) {
    let found = beside(atlas, atlas, on).running.before;
    let places = found.places;
    (
        found.awards,
        found.base.pence,
        found.full.pence,
        found.base.not_stated,
        places.people,
    )
}

#[test]
fn a_service_that_is_added_covers_its_area_from_its_start_to_its_end() {
    let base = given().atlas();
    let added = ScenarioStep {
        ends_on: Some(date("2029-03-31")),
        amount_pence: Some(70_000),
        places: Some(12),
        ..add("l_and_d", "board", "2027-04-01")
    };
    let seen = after(&base, vec![added]);
    assert_eq!(state(&seen, "north", "l_and_d", "2027-04-01"), Commissioned);
    assert_eq!(state(&seen, "south", "l_and_d", "2029-03-31"), Commissioned);
    assert_eq!(state(&seen, "south", "l_and_d", "2029-04-01"), Lapsed);
    assert_eq!(state(&base, "south", "l_and_d", "2029-04-01"), NotRecorded);
    // £1,000 of `s001` on the base reading, £900 on the full one.
    assert_eq!(running(&base, ON), (1, 100_000, 90_000, 1, 20));
    assert_eq!(running(&seen, ON), (2, 170_000, 160_000, 1, 32));
}

#[test]
fn before_it_begins_it_is_planned() {
    let base = given().atlas();
    let seen = after(&base, vec![add("l_and_d", "north", "2027-09-01")]);
    assert_eq!(state(&seen, "north", "l_and_d", ON), Planned);
}

#[test]
fn a_service_that_is_ended_lapses_the_day_after_with_its_award() {
    let base = given().atlas();
    let seen = after(&base, vec![end("s001", "2027-05-31")]);
    assert_eq!(state(&seen, "north", "mhtr", "2027-05-31"), Commissioned);
    assert_eq!(state(&seen, "north", "mhtr", ON), Lapsed);
    assert_eq!(state(&seen, "board", "mhtr", ON), Partial);
    assert_eq!(running(&seen, ON), (0, 0, 0, 1, 0));
    assert_eq!(base.coverage.rows(), given().atlas().coverage.rows());
}

#[test]
fn what_would_have_begun_after_the_end_never_does() {
    let base = given()
        .told(live("l_and_d", "north").of("s001").from("2028-04-01"))
        .atlas();
    assert_eq!(state(&base, "north", "l_and_d", ON), Planned);
    let seen = after(&base, vec![end("s001", "2027-05-31")]);
    assert_eq!(state(&seen, "north", "l_and_d", "2028-05-01"), NotRecorded);
}

#[test]
fn an_end_does_not_revive_what_another_record_has_ended() {
    // Another source says that it ended in 2026, so there is nothing to end.
    let base = given()
        .told(ended("mhtr", "north").of("s001").to("2026-03-31"))
        .atlas();
    assert_eq!(state(&base, "north", "mhtr", ON), Lapsed);
    let applied = apply(&base, &plan(vec![end("s001", "2027-12-31")])).unwrap();
    assert_eq!(faults(&applied), [(1, "service", StepFault::NotOnDay)]);
    assert_eq!(state(&applied.atlas, "north", "mhtr", ON), Lapsed);
}

#[test]
fn a_service_ends_once() {
    let base = given().atlas();
    let twice = plan(vec![end("s001", "2027-05-31"), end("s001", "2027-07-31")]);
    let applied = apply(&base, &twice).unwrap();
    assert_eq!(faults(&applied), [(2, "service", StepFault::NotOnDay)]);
    assert!(
        first(&applied.problems)
            .message
            .contains("has ended on 2027-07-31")
    );
    assert_eq!(state(&applied.atlas, "north", "mhtr", ON), Lapsed);
}

#[test]
fn a_service_that_moves_leaves_one_area_and_covers_the_other() {
    let base = given().atlas();
    let seen = after(
        &base,
        vec![
            end("s002", "2027-04-30"),
            relocate("s001", "south", "2027-05-01"),
        ],
    );
    assert_eq!(state(&seen, "north", "mhtr", "2027-04-30"), Commissioned);
    assert_eq!(state(&seen, "north", "mhtr", "2027-05-01"), Lapsed);
    assert_eq!(state(&seen, "south", "mhtr", "2027-05-01"), Commissioned);
    assert_eq!(running(&seen, ON), (1, 100_000, 90_000, 0, 20));
}

#[test]
fn an_area_has_to_exist_on_the_day() {
    let base = given()
        .area(AreaKind::Icb, "old", &["north"])
        .lasting("old", None, Some("2026-03-31"))
        .atlas();
    let steps = vec![
        add("l_and_d", "old", "2027-04-01"),
        relocate("s001", "old", "2027-04-01"),
        relocate("s001", "north", "2027-04-01"),
        relocate("s002", "north", "2024-04-01"),
    ];
    let applied = apply(&base, &plan(steps)).unwrap();
    assert_eq!(
        faults(&applied),
        [
            (1, "area", StepFault::NotOnDay),
            (2, "toArea", StepFault::NotOnDay),
            (3, "toArea", StepFault::Mismatch),
            (4, "service", StepFault::NotOnDay),
        ]
    );
    assert!(beside(&base, &applied.atlas, ON).is_equal());
}

#[test]
fn a_resized_service_has_one_award_from_that_day_on() {
    let base = given().atlas();
    let seen = after(
        &base,
        vec![resize("s001", "2027-06-01", Some(150_000), None)],
    );
    assert_eq!(running(&seen, "2027-05-31"), (1, 100_000, 90_000, 1, 20));
    assert_eq!(running(&seen, ON), (1, 150_000, 150_000, 1, 20));
    // It ends when the award before would have ended.
    assert_eq!(running(&seen, "2028-04-01"), (0, 0, 0, 2, 0));
    let more = after(&base, vec![resize("s002", ON, None, Some(7))]);
    assert_eq!(running(&more, ON), (2, 100_000, 90_000, 1, 27));
}

#[test]
fn several_awards_become_one_whose_value_is_known_only_if_all_are() {
    let mut with_two = given().contract("s001", Status::Live, ("2026-04-01", None, "2029-03-31"));
    let known = |given: &Given, pence: Option<i64>| {
        let mut given = given.clone();
        for row in given
            .facts
            .contracts
            .iter_mut()
            .filter(|row| row.id == "c002")
        {
            row.annual_base_pence = pence;
        }
        after(&given.atlas(), vec![resize("s001", ON, None, Some(30))])
    };
    for row in &mut with_two.facts.contracts {
        row.annual_full_pence = row.annual_full_pence.or(Some(1));
    }
    assert_eq!(
        running(&known(&with_two, Some(25_000)), ON),
        (1, 125_000, 90_001, 1, 30)
    );
    assert_eq!(running(&known(&with_two, None), ON), (1, 0, 90_001, 2, 30));
    let alike = known(&with_two, Some(25_000));
    assert_eq!(running(&alike, "2029-03-31").0, 1);
}

#[test]
fn changed_need_replaces_every_estimate_or_is_the_first() {
    let base = given().atlas();
    let seen = after(&base, vec![need("north", "mhtr", 40)]);
    let found = beside(&base, &seen, ON).needs;
    assert_eq!(found.len(), 1);
    assert_eq!(estimates(&found), (vec![], vec![40]));
    let again = after(&seen, vec![need("north", "mhtr", 55)]);
    let found = beside(&seen, &again, ON).needs;
    assert_eq!(estimates(&found), (vec![40], vec![55]));
    assert!(beside(&base, &seen, ON).cells.is_empty());
}

/// The central estimates before and after, of the first need that differs.
fn estimates(found: &[crate::scenario::NeedChange]) -> (Vec<u64>, Vec<u64>) {
    let need = first(found);
    (need.before.clone(), need.after.clone())
}

fn forward(succession: &str, on: &str) -> ScenarioStep {
    ScenarioStep {
        succession: id(succession),
        starts_on: Some(date(on)),
        ..step(StepKind::BringForward)
    }
}

#[test]
fn a_reform_brought_forward_moves_what_its_body_answers_for() {
    let base = given().passes("board", None, "2028-04-01").atlas();
    let seen = after(&base, vec![forward("t001", "2027-04-01")]);
    // Both halves of the reform move: who follows is as unsettled as before.
    let dates: Vec<_> = seen
        .body_successions
        .rows()
        .iter()
        .map(|row| row.date)
        .collect();
    assert_eq!(dates, [Some(date("2027-04-01")); 2]);
    let settled = given().atlas();
    let seen = after(&settled, vec![forward("t001", "2027-04-01")]);
    let found = beside(&settled, &seen, ON).commissioners;
    let moved: Vec<_> = found
        .iter()
        .map(|(bodies, change)| {
            let names: Vec<_> = bodies
                .iter()
                .map(|ix| seen.bodies.get(*ix).id.as_str())
                .collect();
            (names, change.before.base.pence, change.after.base.pence)
        })
        .collect();
    assert_eq!(
        moved,
        [(vec!["board"], 100_000, 0), (vec!["successor"], 0, 100_000)]
    );
    let late = apply(&settled, &plan(vec![forward("t001", "2028-04-01")])).unwrap();
    assert_eq!(faults(&late), [(1, "startsOn", StepFault::OutOfRange)]);
}

#[test]
fn areas_brought_forward_end_and_begin_together_with_all_of_their_reform() {
    let mut with_merger = given()
        .area(AreaKind::Icb, "west", &["north"])
        .lasting("west", None, Some("2028-03-31"))
        .area(AreaKind::Icb, "east", &["south"])
        .lasting("east", None, Some("2028-03-31"))
        .area(AreaKind::Icb, "union", &["north", "south"])
        .lasting("union", Some("2028-04-01"), None);
    for predecessor in ["west", "east"] {
        with_merger.facts.successions.push(Succession {
            id: predecessor.to_owned(),
            version: 1,
            predecessor: predecessor.to_owned(),
            successor: "union".to_owned(),
            kind: SuccessionKind::Merger,
            date: date("2028-04-01"),
        });
    }
    let base = with_merger.atlas();
    let earlier = ScenarioStep {
        area: id("west"),
        to_area: id("union"),
        starts_on: Some(date("2027-04-01")),
        ..step(StepKind::BringForward)
    };
    let seen = after(&base, vec![earlier.clone()]);
    let exists = |atlas: &Atlas, area: &str, on: &str| {
        atlas.areas.get(ix(&atlas.areas, area)).exists_on(day(on))
    };
    for (area, before, after_it) in [
        ("west", true, false),
        ("east", true, false),
        ("union", false, true),
    ] {
        assert_eq!(exists(&base, area, ON), before, "{area}");
        assert_eq!(exists(&seen, area, ON), after_it, "{area}");
        assert_eq!(exists(&seen, area, "2027-03-31"), before, "{area}");
    }
    // A service can then be added where there was no area before.
    let in_union = add("l_and_d", "union", "2027-05-01");
    let both = after(&base, vec![earlier, in_union.clone()]);
    assert_eq!(state(&both, "south", "l_and_d", ON), Commissioned);
    let alone = apply(&base, &plan(vec![in_union])).unwrap();
    assert_eq!(faults(&alone), [(1, "area", StepFault::NotOnDay)]);
    let rebuilt = Atlas::build(both.facts(), both.revision).unwrap();
    assert_eq!(format!("{rebuilt:?}"), format!("{both:?}"));
}

#[test]
fn a_stated_absence_is_overtaken_by_a_service_that_is_added() {
    let base = given().told(absent("l_and_d", "north")).atlas();
    assert_eq!(state(&base, "north", "l_and_d", ON), Absent);
    let seen = after(&base, vec![add("l_and_d", "north", "2027-04-01")]);
    assert_eq!(state(&seen, "north", "l_and_d", ON), Commissioned);
    let found = beside(&base, &seen, ON);
    let closed: Vec<_> = found
        .gaps
        .iter()
        .map(|gap| {
            (
                base.areas.get(gap.area).id.as_str(),
                gap.closed(),
                gap.gained(),
            )
        })
        .collect();
    assert_eq!(closed, [("board", 100, 0), ("north", 100, 0)]);
}

#[test]
fn each_kind_of_step_needs_its_own_fields_and_has_no_use_for_others() {
    let base = given().atlas();
    for kind in StepKind::ALL {
        let bare = super::super::misshapen(&step(*kind));
        assert!(!bare.is_empty(), "{kind:?}");
        assert!(
            bare.iter()
                .all(|problem| problem.fault == StepFault::Required),
            "{bare:?}"
        );
        let odd = ScenarioStep {
            people: Some(1),
            succession: id("t001"),
            ..step(*kind)
        };
        let odd = apply(&base, &plan(vec![odd])).unwrap();
        assert!(!odd.problems.is_empty(), "{kind:?}");
        assert!(beside(&base, &odd.atlas, ON).is_equal());
    }
    let strange = ScenarioStep {
        people: Some(3),
        ..end("s001", "2027-05-31")
    };
    let problems = super::super::misshapen(&strange);
    assert_eq!(
        (first(&problems).field, first(&problems).fault),
        ("people", StepFault::Mismatch)
    );
    assert!(first(&problems).message.contains("give service, endsOn"));
    let unknown = apply(&base, &plan(vec![end("nowhere", "2027-05-31")])).unwrap();
    assert_eq!(faults(&unknown), [(1, "service", StepFault::NotFound)]);
}
