//! What somebody is told when they write: nothing of rows that they may not see.

use serde_json::json;
use tests::app::run;
use tests::db::Engine;
use tests::people::{admin, analyst, commissioner_a, commissioner_b};
use throughcare::keeping::{Ask, Kind, Outcome, ProblemCode, Wish};

use super::steps::save;
use super::world::World;

fn ask(wish: Wish, expected_version: Option<i64>) -> Ask {
    Ask {
        wish,
        reason: "a try".to_owned(),
        expected_version,
        idempotency_key: None,
        dry_run: false,
        propose: false,
        accepts: None,
    }
}

fn archive(kind: Kind, id: &str, version: i64) -> Ask {
    let id = id.to_owned();
    ask(Wish::Archive { kind, id }, Some(version))
}

#[track_caller]
fn tells_nothing_of(outcome: &Outcome, words: &[&str]) {
    let text = serde_json::to_string(outcome).expect("an outcome as JSON");
    for word in words {
        assert!(!text.contains(word), "it tells of {word}: {outcome:#?}");
    }
}

#[test]
fn a_refused_archive_does_not_list_what_is_hidden() {
    run(async {
        let mut world = World::new(Engine::Sqlite).await;
        // A private record and contract of board A belong to the public service of the trust.
        let wish = archive(Kind::Service, "service:s1", 1);
        let outcome = world.ask(&commissioner_b(), wish).await;
        assert!(!outcome.written);
        tells_nothing_of(&outcome, &["coverage:c5", "contract:k2"]);
    });
}

#[test]
fn a_row_that_is_still_used_does_not_name_a_hidden_user() {
    run(async {
        let mut world = World::new(Engine::Sqlite).await;
        let wish = archive(Kind::Service, "service:s2", 1);
        let outcome = world.ask(&analyst(), wish).await;
        assert!(!outcome.written);
        tells_nothing_of(&outcome, &["service:s4"]);
    });
}

#[test]
fn a_refused_revert_does_not_tell_what_was_changed() {
    run(async {
        let mut world = World::new(Engine::Sqlite).await;
        let secret = json!({ "title": "Not for the others" });
        let wish = ask(save(Kind::Service, Some("service:s4"), secret), Some(1));
        let done = world.ask(&admin(), wish).await;
        assert!(done.written);
        let revision = done.revision;
        let wish = ask(Wish::Revert { revision }, None);
        let outcome = world.ask(&commissioner_a(), wish.clone()).await;
        assert!(!outcome.written);
        tells_nothing_of(&outcome, &["service:s4", "Not for the others"]);
        // Archived, and so hidden from nobody's list: what it was is still not for everybody.
        let gone = world
            .ask(&admin(), archive(Kind::Service, "service:s4", 2))
            .await;
        assert!(gone.written, "{:?}", gone.problems);
        let revision = gone.revision;
        let wish = ask(Wish::Revert { revision }, None);
        let outcome = world.ask(&commissioner_a(), wish).await;
        assert!(!outcome.written);
        tells_nothing_of(&outcome, &["service:s4", "Not for the others", "claim:m3"]);
    });
}

#[test]
fn a_commissioner_takes_back_and_archives_what_they_made() {
    run(async {
        let mut world = World::new(Engine::Sqlite).await;
        let fields = json!({ "service": "service:s1", "offer": "talking", "area": "d1",
            "status": "live", "newEvidence": { "grade": "press", "assertedBy": "provider",
                "statement": "It says so", "newSource": { "title": "A paper" } } });
        let made = ask(save(Kind::CoverageRecord, None, fields), None);
        let first = world.ask(&commissioner_a(), made.clone()).await;
        assert!(first.written, "{:?}", first.problems);
        let revision = first.revision;
        let back = world
            .ask(&commissioner_a(), ask(Wish::Revert { revision }, None))
            .await;
        assert!(back.written, "{:?}", back.problems);
        let again = world.ask(&commissioner_a(), made).await;
        let (kind, id) = again.node.expect("a record");
        let gone = world.ask(&commissioner_a(), archive(kind, &id, 1)).await;
        assert!(gone.written, "{:?}", gone.problems);
    });
}

#[test]
fn a_revert_onto_what_is_gone_is_refused() {
    run(async {
        let mut world = World::new(Engine::Sqlite).await;
        let gone = world
            .ask(&admin(), archive(Kind::Claim, "claim:m1", 1))
            .await;
        assert!(gone.written, "{:?}", gone.problems);
        // Nothing else rests on this evidence's body once the services have let go of it.
        let fields = json!({ "bodies": [{ "body": "body:b", "role": "commissioner" }] });
        for service in ["service:s2", "service:s3"] {
            let wish = ask(save(Kind::Service, Some(service), fields.clone()), Some(1));
            assert!(world.ask(&admin(), wish).await.written);
        }
        let body = world
            .ask(&admin(), archive(Kind::Body, "body:charity", 1))
            .await;
        assert!(body.written, "{:?}", body.problems);
        let revision = gone.revision;
        let outcome = world
            .ask(&admin(), ask(Wish::Revert { revision }, None))
            .await;
        assert!(!outcome.written);
        let codes: Vec<_> = outcome
            .problems
            .iter()
            .map(|problem| problem.code)
            .collect();
        assert_eq!(codes, [ProblemCode::BadState], "{:?}", outcome.problems);
    });
}

#[test]
fn an_offer_with_members_cannot_be_archived() {
    run(async {
        let mut world = World::new(Engine::Sqlite).await;
        let offer = |code: &str, role: &str, families: &[&str]| {
            let fields = json!({ "code": code, "name": code, "kind": "service",
                "description": "Made up.", "stages": ["court"], "intensity": "low",
                "geographies": ["district"], "nations": ["England"], "familyRole": role,
                "families": families, "countsAsTreatment": false, "vocabularyVersion": "small" });
            ask(save(Kind::Offer, None, fields), None)
        };
        assert!(
            world
                .ask(&admin(), offer("family", "family", &[]))
                .await
                .written
        );
        assert!(
            world
                .ask(&admin(), offer("member", "member", &["family"]))
                .await
                .written
        );
        let outcome = world.ask(&admin(), archive(Kind::Offer, "family", 1)).await;
        let codes: Vec<_> = outcome
            .problems
            .iter()
            .map(|problem| problem.code)
            .collect();
        assert_eq!(codes, [ProblemCode::StillUsed]);
    });
}
