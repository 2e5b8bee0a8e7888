//! What was acknowledged is there after a kill -9, and nothing is there by half.
//!
//! The real server, under load, killed at a random moment and started again, round by round; in
//! some rounds PostgreSQL is killed with it.

mod load;
mod postgres;
mod server;

use std::collections::BTreeMap;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use planning::atlas::Atlas;
use tests::app::run;
use tests::db::{Engine, engines};
use tests::small;
use tests::tables::assert_replay;
use throughcare::store::Store;

use load::{Asked, client, send};
use postgres::Postgres;
use server::{Server, is_ready, token};

/// Rounds on each engine.
const ROUNDS: u64 = 50;
/// Every so many rounds PostgreSQL goes down too.
const DATABASE_TOO: u64 = 5;
const CLIENTS: usize = 4;
/// Twice so many changes are acknowledged in every other round before the kill.
const AT_LEAST: u64 = 3;

/// What the rounds have done.
#[derive(Default)]
struct Tally {
    acknowledged: usize,
    unknown: usize,
    found_done: usize,
}

#[test]
fn a_killed_server_keeps_what_it_acknowledged_on_sqlite() {
    let began = Instant::now();
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let prepared = path("prepared.db");
    run(prepare(&prepared));
    let keys = path("keys");
    let token = token(&prepared, &keys);
    let mut tally = Tally::default();
    for round in 0..ROUNDS {
        let database = path(&format!("{round}.db"));
        std::fs::copy(&prepared, &database).expect("a copy");
        let server = Server::start(&database, &keys);
        let address = server.address.clone();
        let asked = under_load(&address, &token, round, || server.kill());
        let again = Server::start(&database, &keys);
        check(&again, &token, &database, &asked, &mut tally, round);
    }
    tell(Engine::Sqlite, &tally, began);
}

#[test]
fn a_killed_server_keeps_what_it_acknowledged_on_postgresql() {
    if !engines().contains(&Engine::Postgres) {
        return;
    }
    let began = Instant::now();
    let mut postgres = Postgres::new().expect("initdb and postgres in /usr/lib/postgresql");
    let folder = tempfile::tempdir().expect("a folder");
    let keys = folder.path().join("keys").display().to_string();
    postgres.run("CREATE DATABASE prepared");
    run(prepare(&postgres.address("prepared")));
    let token = token(&postgres.address("prepared"), &keys);
    let mut tally = Tally::default();
    for round in 0..ROUNDS {
        postgres.run(&format!("CREATE DATABASE r{round} TEMPLATE prepared"));
        // A copied sequence counts on for up to 32 numbers that are in nobody's log, and a crash
        // would hand them out again; after a checkpoint PostgreSQL logs the first one.
        postgres.run("CHECKPOINT");
        let database = postgres.address(&format!("r{round}"));
        let server = Server::start(&database, &keys);
        let address = server.address.clone();
        let with_database = round % DATABASE_TOO == 0;
        let asked = under_load(&address, &token, round, || {
            if with_database {
                postgres.crash(round % (2 * DATABASE_TOO) == 0);
            }
            server.kill();
        });
        if with_database {
            postgres.restart();
        }
        let again = Server::start(&database, &keys);
        check(&again, &token, &database, &asked, &mut tally, round);
        drop(again);
        postgres.run(&format!("DROP DATABASE r{round} WITH (FORCE)"));
    }
    tell(Engine::Postgres, &tally, began);
}

/// A small register: a round is short.
async fn prepare(address: &str) {
    let store = Store::open(address).await.expect("the database to open");
    store.migrate().await.expect("the migrations to run");
    small::fill(&store).await;
    store.close().await.expect("the database to close");
}

/// Lets clients write, and kills at the round's own moment.
fn under_load(address: &str, token: &str, round: u64, kill: impl FnOnce()) -> Vec<Asked> {
    let (done, dones) = channel();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|number| {
            client(
                address.to_owned(),
                token.to_owned(),
                format!("{round}-{number}"),
                done.clone(),
            )
        })
        .collect();
    drop(done);
    // On a slow machine too, something is acknowledged in every other round.
    for _ in 0..round % 2 * AT_LEAST {
        dones.recv().expect("a server that writes");
    }
    // From 30 to 330 ms in, another moment each round and the same on every run.
    let moment = 30_000 + round.wrapping_mul(0x9E37_79B9_7F4A_7C15) % 300_000;
    std::thread::sleep(Duration::from_micros(moment));
    kill();
    clients
        .into_iter()
        .flat_map(|client| client.join().expect("a client to end"))
        .collect()
}

fn check(
    server: &Server,
    token: &str,
    database: &str,
    asked: &[Asked],
    tally: &mut Tally,
    round: u64,
) {
    assert!(
        is_ready(&server.address),
        "round {round}: started, and not ready"
    );
    let atlas = run(whole(database, round));
    let written = written(&atlas);
    for Asked { sent, answer } in asked {
        let found = written.get(&sent.words).copied().unwrap_or(0);
        match answer {
            Some(answer) => {
                assert_eq!(
                    found, 1,
                    "round {round}: acknowledged and not there: {sent:?} {answer}"
                );
                tally.acknowledged += 1;
            }
            None => {
                assert!(found <= 1, "round {round}: twice there: {sent:?}");
                tally.unknown += 1;
                tally.found_done += found;
            }
        }
    }
    // A client that does not know sends it again, and one that knows is told the same.
    let mut latest: Vec<&Asked> = asked.iter().filter(|one| one.answer.is_none()).collect();
    latest.extend(
        asked
            .iter()
            .rev()
            .filter(|one| one.answer.is_some())
            .take(3),
    );
    for one in &latest {
        let again = send(&server.address, token, &one.sent);
        let again = again.unwrap_or_else(|why| panic!("round {round}: {why}"));
        assert_eq!(again["written"], true, "round {round}: {again}");
        if let Some(answer) = &one.answer {
            assert_eq!(&again, answer, "round {round}: sent again");
        }
    }
    let atlas = run(whole(database, round));
    for one in latest {
        let times = self::written(&atlas).get(&one.sent.words).copied();
        assert_eq!(times, Some(1), "round {round}: sent again, {:?}", one.sent);
    }
}

/// The register as the database has it: no change by half, and history as it says.
async fn whole(database: &str, round: u64) -> Atlas {
    let store = Store::open(database).await.expect("the database to open");
    assert_replay(&store).await;
    let atlas = store.load_atlas().await.expect("the register");
    store.close().await.expect("the database to close");
    for (ix, service) in atlas.services.iter() {
        if service.title.starts_with("Service ") {
            let bodies = atlas.bodies_of_service(ix).len();
            assert_eq!(bodies, 2, "round {round}: the bodies of {}", service.title);
        }
    }
    let words = |text: &str| text.starts_with("Record ");
    let evidence = atlas
        .evidence
        .rows()
        .iter()
        .filter(|row| words(&row.statement));
    let sources = atlas
        .sources
        .rows()
        .iter()
        .filter(|row| words(&row.title))
        .count();
    let mut records = 0;
    for row in evidence {
        let of = atlas
            .coverage
            .rows()
            .iter()
            .filter(|record| record.evidence == row.id);
        assert_eq!(
            of.count(),
            1,
            "round {round}: the records of {}",
            row.statement
        );
        records += 1;
    }
    assert_eq!(sources, records, "round {round}: sources and records");
    atlas
}

/// How often each request's own words stand in the register.
fn written(atlas: &Atlas) -> BTreeMap<String, usize> {
    let mut times = BTreeMap::new();
    let titles = atlas.services.rows().iter().map(|row| &row.title);
    let statements = atlas.evidence.rows().iter().map(|row| &row.statement);
    for words in titles.chain(statements) {
        *times.entry(words.clone()).or_default() += 1;
    }
    times
}

fn tell(engine: Engine, tally: &Tally, began: Instant) {
    let Tally {
        acknowledged,
        unknown,
        found_done,
    } = tally;
    assert!(
        *acknowledged > 100,
        "too little was written to show anything"
    );
    println!(
        "killed {ROUNDS} times on {engine:?}: {acknowledged} changes acknowledged and all there, \
         {unknown} cut off of which {found_done} were done, in {:.1} s",
        began.elapsed().as_secs_f32()
    );
}
