//! Who sees what.
use super::*;
use crate::coverage::State;
use crate::given::{Given, ask, day, ix, live};

/// A live service in the north that only its owner knows of.
fn given(visibility: Visibility) -> Atlas {
    let mut given = Given::two_districts()
        .body("owner")
        .body("partner")
        .body("stranger")
        .told(live("mhtr", "north").from("2024-01-01"))
        .told(live("mhtr", "south").from("2024-01-01"))
        .part_in("partner", "s001", crate::closed::Role::Provider);
    for row in &mut given.facts.services {
        if row.id == "s001" {
            row.visibility = visibility;
            row.owner = Some("owner".to_owned());
        }
    }
    given.atlas()
}

fn of(bodies: &[&str], restricted: bool) -> Sight {
    Sight {
        everything: false,
        restricted,
        bodies: bodies.iter().map(|body| (*body).to_owned()).collect(),
    }
}

fn sees(atlas: &Atlas, sight: &Sight) -> bool {
    let hidden = Hidden::from(atlas, sight);
    let seen = without(atlas, &hidden).unwrap();
    let answer = ask(&seen, "all", "north", "mhtr", day("2026-01-01"));
    let record = seen.coverage.find("r001").is_some();
    let evidence = seen.evidence.find("e001").is_some();
    let source = seen.sources.find("e001").is_some();
    assert_eq!([record, evidence, source], [record; 3]);
    assert_eq!(answer.state == State::Commissioned, record);
    assert!(seen.coverage.find("r002").is_some());
    record
}

#[test]
fn who_sees_what() {
    let public = given(Visibility::Public);
    let restricted = given(Visibility::Restricted);
    let private = given(Visibility::Private);
    for (sight, expected) in [
        (of(&[], false), [true, false, false]),
        (of(&["stranger"], false), [true, false, false]),
        (of(&["partner"], false), [true, true, false]),
        (of(&[], true), [true, true, false]),
        (of(&["owner"], true), [true, true, true]),
        (of(&["owner"], false), [true, true, true]),
        (Sight::all(), [true, true, true]),
    ] {
        let found = [&public, &restricted, &private].map(|atlas| sees(atlas, &sight));
        assert_eq!(found, expected, "{sight:?}");
    }
}

#[test]
fn hiding_nothing_changes_nothing() {
    let atlas = given(Visibility::Public);
    assert!(Hidden::from(&atlas, &of(&[], false)).is_empty());
    let again = without(&atlas, &Hidden::default()).unwrap();
    assert_eq!(again.coverage.rows(), atlas.coverage.rows());
    assert_eq!(ix(&again.offers, "mhtr"), ix(&atlas.offers, "mhtr"));
}
