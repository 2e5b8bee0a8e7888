//! Ledgers of pooled budgets balance after any sequence of changes, in the database itself, and
//! however many write at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use planning::closed::PoolAccount;
use planning::pool::ledger::Ledger;
use planning::pool::read::moves_of;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use serde_json::{Value, json};
use tests::app::run;
use tests::db::{Engine, engines, new_small_postgres_database};
use tests::people::{admin, commissioner_a};
use tests::small;
use throughcare::auth::Viewer;
use throughcare::keeping::{Ask, Keeper, Kind, Outcome, ProblemCode, Wish};
use throughcare::store::Store;

use super::steps::save;
use super::world::{FAILED, World};

/// Sequences that are tried on each engine.
const CASES: u32 = 6;

/// A register with a pool, and a way to ask its database by itself.
struct Bench {
    world: World,
    pool: String,
    database: DatabaseConnection,
    address: String,
    _folder: tempfile::TempDir,
}

impl Bench {
    async fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let address = match engine {
            Engine::Sqlite => folder.path().join("register.db").display().to_string(),
            Engine::Postgres => new_small_postgres_database().await,
        };
        let store = Store::open(&address).await.expect("the database to open");
        if engine == Engine::Sqlite {
            store.migrate().await.expect("the migrations to run");
            small::fill(&store).await;
        }
        let own = match engine {
            Engine::Sqlite => format!("sqlite://{address}?mode=ro"),
            Engine::Postgres => address.clone(),
        };
        let database = Database::connect(own).await.expect("a second way in");
        let mut world = World::on(store).await;
        let pool = made(&world.ask(&admin(), new(Kind::Pool, pool("body:a"))).await);
        Self {
            world,
            pool,
            database,
            address,
            _folder: folder,
        }
    }

    /// Rows of numbers, asked of the database.
    async fn numbers(&self, sql: &str, columns: &[&str]) -> Vec<Vec<i64>> {
        let backend = match self.address.starts_with("postgres") {
            true => DbBackend::Postgres,
            false => DbBackend::Sqlite,
        };
        let asked = Statement::from_string(backend, sql);
        let rows = self.database.query_all_raw(asked).await.expect("an answer");
        let read = |row: &sea_orm::QueryResult, column: &&str| {
            row.try_get::<i64>("", column).expect("a number")
        };
        rows.iter()
            .map(|row| columns.iter().map(|column| read(row, column)).collect())
            .collect()
    }

    /// What has to hold of the tables, whoever has written what.
    async fn assert_balanced(&self) {
        let sums = "SELECT CAST(SUM(pence) AS bigint) AS pence FROM pool_balance GROUP BY pool_id";
        for sum in self.numbers(sums, &["pence"]).await {
            assert_eq!(
                sum,
                [0],
                "If you are here because a fund does not sum to nothing: pool_balance, then the last transfer."
            );
        }
        let short = "SELECT CAST(COUNT(*) AS bigint) AS short FROM pool_balance \
                     WHERE account <> 'member' AND pence < 0";
        assert_eq!(self.numbers(short, &["short"]).await, [[0]]);
        let sides = |account: &str, sign: &str| {
            format!(
                "SELECT pool_id, financial_year, {account} AS account, COALESCE(member_id, '') AS member, \
                 COALESCE(stream_id, '') AS stream, CASE WHEN {account} IN ('allocated', 'committed', 'spent') \
                 THEN COALESCE(service_id, '') ELSE '' END AS service, {sign}amount_pence AS pence FROM pool_transfer"
            )
        };
        let each = format!(
            "SELECT CAST(COUNT(*) AS bigint) AS short FROM (SELECT SUM(pence) AS pence FROM ({} UNION ALL {}) AS sides \
             WHERE account <> 'member' GROUP BY pool_id, financial_year, account, member, stream, service) AS sums \
             WHERE pence < 0",
            sides("to_account", ""),
            sides("from_account", "-")
        );
        assert_eq!(
            self.numbers(&each, &["short"]).await,
            [[0]],
            "no money of a member, stream and service is below zero"
        );
        // What planning sums up is what the database sums up.
        let atlas = self.world.app.atlas();
        let mut held = Vec::new();
        for account in PoolAccount::ALL {
            let of_pools = atlas.pools.iter().map(|(ix, _)| {
                let total = Ledger::of(&moves_of(&atlas, ix)).total();
                assert!(total.is_balanced());
                total.of(*account)
            });
            held.push(of_pools.sum::<i128>());
        }
        for (account, sum) in PoolAccount::ALL.iter().zip(held) {
            let sql = format!(
                "SELECT CAST(COALESCE(SUM(pence), 0) AS bigint) AS pence FROM pool_balance WHERE account = '{}'",
                account.code()
            );
            let told = self.numbers(&sql, &["pence"]).await;
            assert_eq!(i128::from(told[0][0]), sum, "{account:?}");
        }
    }

    fn transfer(&self, fields: Value) -> Value {
        let mut row = json!({ "pool": self.pool, "financialYear": 2026, "madeOn": "2026-04-01" });
        for (name, value) in fields.as_object().expect("fields") {
            row[name] = value.clone();
        }
        row
    }

    async fn put(&mut self, viewer: &Viewer, fields: Value) -> Outcome {
        let row = self.transfer(fields);
        self.world.ask(viewer, new(Kind::PoolTransfer, row)).await
    }

    /// Money that stands pooled.
    async fn contribute(&mut self, member: &str, amount: &str) -> Outcome {
        let fields = json!({ "fromAccount": "member", "toAccount": "pooled", "member": member,
            "stream": "funding_stream:f1", "amount": amount });
        self.put(&admin(), fields).await
    }

    async fn archive(&mut self, id: &str) -> Outcome {
        let wish = Wish::Archive {
            kind: Kind::PoolTransfer,
            id: id.to_owned(),
        };
        self.world.ask(&admin(), asked(wish, Some(1))).await
    }
}

/// A fund of two boards and a trust, with a funder that aligns.
fn pool(host: &str) -> Value {
    json!({ "name": "Dual diagnosis", "legalForm": "section_75_pooled_fund", "host": host,
        "purpose": "Made up.", "startsOn": "2026-04-01", "endsOn": "2028-03-31",
        "riskShare": "by_contribution", "visibility": "public",
        "members": [
            { "body": "body:a", "part": "pooling" }, { "body": "body:b", "part": "pooling" },
            { "body": "body:trust", "part": "pooling" }, { "body": "body:funder", "part": "aligning" },
        ] })
}

fn asked(wish: Wish, expected_version: Option<i64>) -> Ask {
    Ask {
        wish,
        reason: "a ledger".to_owned(),
        expected_version,
        idempotency_key: None,
        dry_run: false,
        propose: false,
        accepts: None,
    }
}

fn new(kind: Kind, fields: Value) -> Ask {
    asked(save(kind, None, fields), None)
}

/// The id of what was made.
#[track_caller]
fn made(outcome: &Outcome) -> String {
    assert!(outcome.written, "{outcome:?}");
    outcome.node.clone().expect("a row").1
}

/// The fields that were complained of.
fn fields(outcome: &Outcome) -> Vec<(&str, ProblemCode)> {
    assert!(!outcome.written);
    let problems = outcome.problems.iter();
    problems.map(|one| (one.field.as_str(), one.code)).collect()
}

/// One change of a ledger; it names rows by number.
#[derive(Clone, Debug)]
struct Turn {
    what: u8,
    way: usize,
    pick: [usize; 4],
    pence: i64,
}

const WAYS: [(&str, &str); 14] = [
    ("member", "pooled"),
    ("member", "aligned"),
    ("pooled", "allocated"),
    ("pooled", "allocated"),
    ("aligned", "allocated"),
    ("allocated", "committed"),
    ("committed", "spent"),
    ("spent", "committed"),
    ("committed", "allocated"),
    ("allocated", "pooled"),
    ("allocated", "aligned"),
    ("pooled", "member"),
    ("aligned", "member"),
    ("spent", "member"),
];

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let turn = (
        0..12u8,
        0..WAYS.len(),
        any::<[prop::sample::Index; 4]>(),
        1..900i64,
    );
    let turn = turn.prop_map(|(what, way, pick, pence)| Turn {
        what,
        way,
        pick: pick.map(|index| index.index(1_000)),
        pence,
    });
    prop::collection::vec(turn, 24..40)
}

impl Turn {
    fn choose<'a, T>(&self, rows: &'a [T], number: usize) -> Option<&'a T> {
        rows.get(self.pick[number].checked_rem(rows.len())?)
    }

    fn ask(&self, bench: &Bench) -> Option<Ask> {
        let atlas = bench.world.app.atlas();
        let rows = atlas.pool_transfers.rows();
        match self.what {
            0 => {
                let row = self.choose(rows, 0)?;
                let wish = Wish::Archive {
                    kind: Kind::PoolTransfer,
                    id: row.id.clone(),
                };
                Some(asked(wish, Some(row.version)))
            }
            1 => {
                let row = self.choose(rows, 0)?;
                let wish = save(
                    Kind::PoolTransfer,
                    Some(&row.id),
                    json!({ "amount": pounds(self.pence) }),
                );
                Some(asked(wish, Some(row.version)))
            }
            2 => {
                let revision = atlas.revision.saturating_sub(self.pick[0] as u64 % 4);
                Some(asked(Wish::Revert { revision }, None))
            }
            _ => {
                let (from, to) = WAYS[self.way];
                let for_service = |account| matches!(account, "allocated" | "committed" | "spent");
                let members = ["body:a", "body:a", "body:b", "body:funder"];
                let mut fields = json!({ "fromAccount": from, "toAccount": to,
                    "member": self.choose(&members, 1)?, "amount": pounds(self.pence),
                    "stream": self.choose(&["funding_stream:f1", "funding_stream:f1", "funding_stream:f2"], 2)? });
                if for_service(from) || for_service(to) {
                    fields["service"] = json!("service:s1");
                }
                Some(new(Kind::PoolTransfer, bench.transfer(fields)))
            }
        }
    }
}

fn pounds(pence: i64) -> String {
    format!("{}.{:02}", pence / 100, pence % 100)
}

#[test]
fn ledgers_balance_in_the_database_after_any_sequence() {
    for engine in engines() {
        let (taken, refused) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let config = Config {
            cases: CASES,
            max_shrink_iters: 40,
            failure_persistence: None,
            ..Config::default()
        };
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[26; 32]);
        let mut runner = TestRunner::new_with_rng(config, rng);
        let outcome = runner.run(&turns(), |turns| {
            run(async {
                let mut bench = Bench::new(engine).await;
                made(&bench.contribute("body:a", "15.00").await);
                made(&bench.contribute("body:b", "10.00").await);
                for turn in &turns {
                    let Some(ask) = turn.ask(&bench) else {
                        continue;
                    };
                    let outcome = bench.world.ask(&admin(), ask).await;
                    let count = if outcome.written { &taken } else { &refused };
                    count.fetch_add(1, Ordering::Relaxed);
                    bench.assert_balanced().await;
                }
                tests::tables::assert_replay(bench.world.store()).await;
            });
            Ok(())
        });
        if let Err(error) = outcome {
            let done = FAILED.with_borrow(|done| done.join("\n  "));
            panic!("a ledger on {engine:?}: {error}\nWhat was done:\n  {done}");
        }
        let (taken, refused) = (taken.into_inner(), refused.into_inner());
        println!("ledgers on {engine:?}: {taken} changes taken, {refused} refused");
        assert!(
            taken > 60 && refused > 30,
            "{taken} taken, {refused} refused"
        );
    }
}

async fn allocate(keeper: Arc<Keeper>, pool: String, service: &'static str) -> Outcome {
    let row = json!({ "pool": pool, "financialYear": 2026, "madeOn": "2026-04-02",
        "fromAccount": "pooled", "toAccount": "allocated", "member": "body:a",
        "stream": "funding_stream:f1", "service": service, "amount": "7.00" });
    let outcome = keeper.ask(admin(), new(Kind::PoolTransfer, row)).await;
    outcome.expect("an outcome, however many write")
}

#[test]
fn writers_at_once_never_spend_the_same_money() {
    for engine in engines() {
        run(async {
            let mut bench = Bench::new(engine).await;
            made(&bench.contribute("body:a", "50.00").await);
            let other = Store::open(&bench.address).await.expect("a second process");
            let other = World::on(other).await;
            // £50 is seven times £7; eight writers in two processes ask for twelve.
            let mut tasks = Vec::new();
            for number in 0..12 {
                let keeper = if number % 2 == 0 {
                    bench.world.keeper()
                } else {
                    other.keeper()
                };
                let service = ["service:s1", "service:s3"][number % 3 % 2];
                tasks.push(tokio::spawn(allocate(keeper, bench.pool.clone(), service)));
            }
            let mut taken = 0;
            for task in tasks {
                let outcome = task.await.expect("a writer to end");
                match outcome.written {
                    true => taken += 1,
                    false => assert_eq!(fields(&outcome), [("amount", ProblemCode::OutOfRange)]),
                }
            }
            assert_eq!(taken, 7, "on {engine:?}");
            bench.world.app.follow().await.expect("to follow");
            bench.assert_balanced().await;
        });
    }
}

#[test]
fn what_cannot_be_moved_comes_back_by_field_and_nothing_is_written() {
    run(async {
        let mut bench = Bench::new(Engine::Sqlite).await;
        let before = bench.world.tables().await;
        let contribution = json!({ "fromAccount": "member", "toAccount": "pooled",
            "member": "body:a", "stream": "funding_stream:f1", "amount": "50.00" });
        let with = |name: &str, value: Value| {
            let mut fields = contribution.clone();
            fields[name] = value;
            fields
        };
        use ProblemCode::{BadValue, Mismatch, OutOfRange, Required};
        for (bad, expected) in [
            (with("amount", json!("50.01")), ("amount", OutOfRange)),
            (with("amount", json!("0.00")), ("amount", OutOfRange)),
            (with("amount", json!("€50.00")), ("amount", BadValue)),
            (with("amount", json!("50 EUR")), ("amount", BadValue)),
            (
                with("financialYear", json!(2028)),
                ("financialYear", OutOfRange),
            ),
            (
                with("financialYear", json!(2025)),
                ("financialYear", OutOfRange),
            ),
            (with("toAccount", json!("spent")), ("service", Required)),
            (with("member", json!("body:charity")), ("member", Mismatch)),
            (
                with("member", json!("body:funder")),
                ("toAccount", Mismatch),
            ),
            (with("member", Value::Null), ("member", Required)),
            (with("service", json!("service:s1")), ("service", Mismatch)),
        ] {
            let outcome = bench.put(&admin(), bad.clone()).await;
            assert!(
                fields(&outcome).contains(&expected),
                "{bad}: {:?}",
                outcome.problems
            );
        }
        for (name, value, expected) in [
            ("host", Value::Null, ("host", Required)),
            ("functions", json!(["healing"]), ("functions.0", BadValue)),
            ("tier", json!("$5"), ("tier", BadValue)),
        ] {
            let mut row = pool("body:a");
            row[name] = value;
            let outcome = bench.world.ask(&admin(), new(Kind::Pool, row)).await;
            assert!(
                fields(&outcome).contains(&expected),
                "{name}: {:?}",
                outcome.problems
            );
        }
        let mut twice = pool("body:a");
        twice["members"][1]["body"] = json!("body:a");
        twice["members"][1]["part"] = json!("aligning");
        let outcome = bench.world.ask(&admin(), new(Kind::Pool, twice)).await;
        assert_eq!(
            fields(&outcome),
            [("members.1.body", ProblemCode::Duplicate)]
        );
        assert_eq!(before, bench.world.tables().await);
    });
}

#[test]
fn money_that_has_moved_on_cannot_be_taken_away_beneath_it() {
    run(async {
        let mut bench = Bench::new(Engine::Sqlite).await;
        let contribution = made(&bench.contribute("body:a", "30.00").await);
        let allocation = json!({ "fromAccount": "pooled", "toAccount": "allocated",
            "member": "body:a", "stream": "funding_stream:f1", "service": "service:s1",
            "amount": "20.00" });
        let allocated = bench.put(&admin(), allocation).await;
        let allocated_in = allocated.revision;
        let allocation = made(&allocated);
        let before = bench.world.tables().await;
        let outcome = bench.archive(&contribution).await;
        assert_eq!(fields(&outcome), [("id", ProblemCode::StillUsed)]);
        let less = save(
            Kind::PoolTransfer,
            Some(&contribution),
            json!({ "amount": "19.99" }),
        );
        let outcome = bench.world.ask(&admin(), asked(less, Some(1))).await;
        assert_eq!(fields(&outcome), [("amount", ProblemCode::StillUsed)]);
        let first = Wish::Revert {
            revision: allocated_in - 1,
        };
        let outcome = bench.world.ask(&admin(), asked(first, None)).await;
        assert_eq!(fields(&outcome), [("revision", ProblemCode::StillUsed)]);
        let members = json!({ "members": [{ "body": "body:b", "part": "pooling" }] });
        let fewer = save(Kind::Pool, Some(&bench.pool), members);
        let outcome = bench.world.ask(&admin(), asked(fewer, Some(1))).await;
        assert_eq!(fields(&outcome), [("members", ProblemCode::StillUsed)]);
        assert_eq!(before, bench.world.tables().await);
        // The other way round it goes.
        made(&bench.archive(&allocation).await);
        made(&bench.archive(&contribution).await);
        bench.assert_balanced().await;
    });
}

#[test]
fn what_others_have_taken_of_a_stream_counts_and_is_not_told() {
    run(async {
        let mut bench = Bench::new(Engine::Sqlite).await;
        let mut hidden = pool("body:b");
        hidden["visibility"] = json!("private");
        hidden["owner"] = json!("body:b");
        hidden["members"] = json!([{ "body": "body:b", "part": "pooling" }]);
        let hidden = made(&bench.world.ask(&admin(), new(Kind::Pool, hidden)).await);
        let taken = json!({ "pool": hidden, "fromAccount": "member", "toAccount": "pooled",
            "member": "body:b", "stream": "funding_stream:f1", "amount": "40.00" });
        made(&bench.put(&admin(), taken).await);
        let contribution = |amount: &str| {
            json!({ "fromAccount": "member", "toAccount": "pooled", "member": "body:a",
                "stream": "funding_stream:f1", "amount": amount })
        };
        let viewer = commissioner_a();
        let seen = bench.world.seen(&viewer);
        assert!(
            seen.pools.find(&hidden).is_none(),
            "the other pool is private"
        );
        let outcome = bench.put(&viewer, contribution("10.01")).await;
        assert_eq!(fields(&outcome), [("amount", ProblemCode::OutOfRange)]);
        let message = &outcome.problems[0].message;
        assert!(message.contains("what you may not see"), "{message}");
        assert!(
            !message.contains("40") && !message.contains("10.00"),
            "{message}"
        );
        made(&bench.put(&viewer, contribution("10.00")).await);
        bench.assert_balanced().await;
    });
}
