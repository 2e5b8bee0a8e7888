//! Several writers at once, in two processes' worth of applications on one database.

use std::sync::Arc;
use std::time::Instant;

use serde_json::json;
use tests::app::run;
use tests::db::{Engine, engines, new_postgres_database};
use tests::people::{admin, commissioner_a};
use tests::small;
use tests::tables::{assert_replay, tables};
use throughcare::keeping::{Ask, Keeper, Kind, Outcome, ProblemCode};
use throughcare::store::Store;

use super::steps::save;
use super::world::World;

/// Writers in each application.
const WRITERS: usize = 4;
/// Changes that each of them gets through.
const EACH: usize = 8;

/// Two applications on one new database; the folder keeps a file until the end.
async fn two(engine: Engine) -> ([World; 2], tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let address = match engine {
        Engine::Sqlite => folder.path().join("register.db").display().to_string(),
        Engine::Postgres => new_postgres_database().await,
    };
    let open = async || Store::open(&address).await.expect("the database to open");
    let first = open().await;
    first.migrate().await.expect("the migrations to run");
    small::fill(&first).await;
    let second = open().await;
    ([World::on(first).await, World::on(second).await], folder)
}

fn rename(service: &str, title: String, version: i64) -> Ask {
    Ask {
        wish: save(Kind::Service, Some(service), json!({ "title": title })),
        reason: "a race".to_owned(),
        expected_version: Some(version),
        idempotency_key: None,
        dry_run: false,
        propose: false,
        accepts: None,
    }
}

async fn done(keeper: &Arc<Keeper>, ask: Ask) -> Outcome {
    let outcome = keeper.clone().ask(admin(), ask).await;
    outcome.expect("an outcome, however many write")
}

/// Reads, changes and writes until so many changes are acknowledged; gives the titles written.
async fn write_on(keeper: Arc<Keeper>, service: &'static str, name: String) -> Vec<String> {
    let mut written = Vec::new();
    while written.len() < EACH {
        let atlas = keeper.atlas();
        let row = atlas
            .services
            .get(atlas.services.find(service).expect("the service"));
        let title = format!("{} {name}.{}", row.title, written.len());
        let outcome = done(&keeper, rename(service, title, row.version)).await;
        match (outcome.written, outcome.conflict) {
            (true, None) => written.push(format!("{name}.{}", written.len())),
            (false, Some(conflict)) => assert!(conflict.current_version > row.version),
            other => panic!("neither written nor a conflict: {other:?}"),
        }
    }
    written
}

#[test]
fn no_update_is_lost_among_writers_in_two_processes() {
    for engine in engines() {
        let began = Instant::now();
        run(async {
            let (worlds, _folder) = two(engine).await;
            let mut tasks = Vec::new();
            for (number, world) in worlds.iter().enumerate() {
                for writer in 0..WRITERS {
                    let service = ["service:s1", "service:s2"][writer % 2];
                    let name = format!("{number}{writer}");
                    tasks.push((
                        service,
                        tokio::spawn(write_on(world.keeper(), service, name)),
                    ));
                }
            }
            let mut all = Vec::new();
            for (service, task) in tasks {
                let written = task.await.expect("a writer to end");
                all.extend(written.into_iter().map(|word| (service, word)));
            }
            let atlas = worlds[0].store().load_atlas().await.expect("the register");
            for service in ["service:s1", "service:s2"] {
                let row = atlas
                    .services
                    .get(atlas.services.find(service).expect("it"));
                let own = all.iter().filter(|(of, _)| *of == service);
                assert_eq!(
                    row.version,
                    1 + i64::try_from(own.clone().count()).expect("few")
                );
                let words: Vec<&str> = row.title.split(' ').collect();
                for (_, word) in own {
                    let times = words.iter().filter(|other| *other == word).count();
                    assert_eq!(times, 1, "{word} in {}", row.title);
                }
            }
            assert_eq!(all.len(), 2 * WRITERS * EACH);
            assert_replay(worlds[1].store()).await;
            for world in &worlds {
                world.app.follow().await.expect("to follow");
                let own = world.app.atlas();
                tests::tables::assert_same_atlas(&own, &atlas, "each process and the tables");
            }
        });
        let (seconds, changes) = (began.elapsed().as_secs_f32(), 2 * WRITERS * EACH);
        println!(
            "no lost update on {engine:?}: {changes} changes by {} writers in {seconds:.1} s",
            2 * WRITERS
        );
    }
}

#[test]
fn a_stale_version_is_a_conflict_and_never_an_overwrite() {
    for engine in engines() {
        run(async {
            let (mut worlds, _folder) = two(engine).await;
            let first = rename("service:s1", "By the first".to_owned(), 1);
            assert!(worlds[0].ask(&admin(), first).await.written);
            let before = tables(worlds[0].store()).await;
            // The second has not followed yet: it finds out as it writes.
            let late = rename("service:s1", "By the second".to_owned(), 1);
            let outcome = worlds[1].ask(&commissioner_a(), late).await;
            let conflict = outcome.conflict.expect("a conflict");
            assert_eq!(
                (conflict.expected_version, conflict.current_version),
                (1, 2)
            );
            let words = |change: &throughcare::keeping::FieldChange| change.after.clone();
            assert_eq!(words(&conflict.theirs[0]).as_deref(), Some("By the first"));
            assert_eq!(words(&conflict.yours[0]).as_deref(), Some("By the second"));
            assert_eq!(before, tables(worlds[1].store()).await);
        });
    }
}

#[test]
fn one_idempotency_key_makes_one_row_however_often_it_is_sent() {
    for engine in engines() {
        run(async {
            let (worlds, _folder) = two(engine).await;
            let new = |title: &str, key: usize| Ask {
                wish: save(Kind::Service, None, json!({ "title": title })),
                expected_version: None,
                idempotency_key: Some(format!("key-{key}")),
                ..rename("", String::new(), 0)
            };
            let before = tables(worlds[0].store()).await;
            let mut tasks = Vec::new();
            for key in 0..6 {
                for turn in 0..6 {
                    let keeper = worlds[turn % 2].keeper();
                    let ask = new(&format!("Only once {key}"), key);
                    tasks.push((key, tokio::spawn(async move { done(&keeper, ask).await })));
                }
            }
            let mut answers: Vec<Vec<Outcome>> = vec![Vec::new(); 6];
            for (key, task) in tasks {
                answers[key].push(task.await.expect("an answer"));
            }
            for same in &answers {
                assert!(
                    same[0].written && same.iter().all(|other| *other == same[0]),
                    "{same:?}"
                );
            }
            let after = tables(worlds[1].store()).await;
            assert_eq!(after.rows.len(), before.rows.len() + 6);
            let other = done(&worlds[1].keeper(), new("Something else", 0)).await;
            assert!(!other.written);
            assert_eq!(other.problems[0].code, ProblemCode::KeyReused);
            assert_eq!(after, tables(worlds[0].store()).await);
        });
    }
}

#[test]
fn a_change_of_several_rows_is_whole_though_nobody_waits_for_it() {
    for engine in engines() {
        run(async {
            let world = World::new(engine).await;
            for number in 0..40u32 {
                let fields = json!({ "service": "service:s1", "offer": "talking", "area": "d1",
                    "status": "live", "newEvidence": { "grade": "press", "assertedBy": "provider",
                        "statement": format!("Told {number}"),
                        "newSource": { "title": format!("Paper {number}") } } });
                let ask = Ask {
                    wish: save(Kind::CoverageRecord, None, fields),
                    expected_version: None,
                    ..rename("", String::new(), 0)
                };
                // Given up after some turns of the runtime, more each time.
                let asking = tokio::spawn(world.keeper().ask(admin(), ask));
                for _ in 0..number {
                    tokio::task::yield_now().await;
                }
                asking.abort();
            }
            let atlas = world.store().load_atlas().await.expect("the register");
            let papers = atlas
                .sources
                .rows()
                .iter()
                .filter(|row| row.title.starts_with("Paper"));
            let told = atlas
                .evidence
                .rows()
                .iter()
                .filter(|row| row.statement.starts_with("Told"));
            let made = atlas
                .coverage
                .rows()
                .iter()
                .filter(|row| row.id.contains(":r"));
            let (papers, told, made) = (papers.count(), told.count(), made.count());
            assert_eq!((papers, told), (made, made));
            assert_replay(world.store()).await;
        });
    }
}
