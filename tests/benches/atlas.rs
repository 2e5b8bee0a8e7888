//! `cargo bench`: the Atlas and the planning core on the starter register, and
//! on a generated one of 10,000 services and 100,000 coverage records.

use std::hint::black_box;
use std::sync::Arc;

use async_graphql::Request;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use planning::atlas::Atlas;
use planning::closed::AreaKind;
use planning::coverage::{Question, answer, matrix};
use planning::scenario::{Wanted, apply, compare};
use serde_json::json;
use tests::app::{MAX_PAGE, clock, run};
use tests::generated;
use tests::hundred::hundred;
use tests::people::admin;
use throughcare::app::App;
use throughcare::auth::Viewer;
use throughcare::keeping::{Ask, Kind, Wish};
use throughcare::store::Store;

const ICB_MATRIX: &str = r#"{ coverageMatrix(areas: {kind: ICB}, asOf: "2026-11-22") {
    cells { area { name } offer { code } state share { fraction } explanation { rule sentence } } } }"#;

struct Register {
    name: &'static str,
    app: App,
    _folder: tempfile::TempDir,
}

fn starter(name: &'static str) -> (tempfile::TempDir, String, App) {
    let folder = tempfile::tempdir().expect("a folder");
    let address = format!(
        "sqlite:{}",
        folder.path().join(format!("{name}.db")).display()
    );
    let app = run(start(&address));
    (folder, address, app)
}

async fn start(address: &str) -> App {
    let store = Store::open(address).await.expect("a database");
    store.migrate().await.expect("the migrations");
    let (app, _) = App::start(store, Arc::new(clock()), MAX_PAGE, &mut |_| {})
        .await
        .expect("the application");
    app
}

fn registers() -> Vec<Register> {
    let (folder, _, app) = starter("starter");
    let small = Register {
        name: "starter",
        app,
        _folder: folder,
    };
    let (folder, address, app) = starter("generated");
    run(generated::fill(&address, &app.atlas()));
    drop(app);
    let large = Register {
        name: "generated",
        app: run(start(&address)),
        _folder: folder,
    };
    vec![small, large]
}

/// Kilobytes that the process holds.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|rest| rest.split_whitespace().next())
        .and_then(|kilobytes| kilobytes.parse().ok())
        .unwrap_or(0)
}

fn report_size(register: &Register) {
    let before = resident();
    let atlas = run(register.app.store().load_atlas()).expect("an Atlas");
    let after = resident();
    println!(
        "{}: {} services, {} coverage records, {} areas; a further Atlas takes about {} MB resident",
        register.name,
        atlas.services.len(),
        atlas.coverage.len(),
        atlas.areas.len(),
        after.saturating_sub(before) / 1024,
    );
    drop(atlas);
}

fn question(atlas: &Atlas) -> Question<'static> {
    Question {
        area: atlas.areas.find("icb:E54000065").expect("an ICB"),
        offer: atlas.offers.find("mhtr_primary_care").expect("an offer"),
        cohort: atlas.cohorts.find("all").expect("everybody"),
        day: "2026-11-22".parse().expect("a day"),
        among: None,
        stage: None,
    }
}

fn benches(criterion: &mut Criterion) {
    for register in registers() {
        report_size(&register);
        let atlas = register.app.atlas();
        let one = question(&atlas);
        let mut group = criterion.benchmark_group("atlas");
        group.sample_size(10);
        group.bench_function(BenchmarkId::new("load", register.name), |b| {
            b.iter(|| run(register.app.store().load_atlas()).expect("an Atlas"));
        });
        group.bench_function(BenchmarkId::new("one coverage state", register.name), |b| {
            b.iter(|| answer(&atlas, black_box(&one)));
        });
        let districts: Vec<_> = atlas
            .areas_of_kind(AreaKind::District, one.day)
            .map(|(ix, _)| ix)
            .collect();
        let offers: Vec<_> = atlas.offers.iter().map(|(ix, _)| ix).collect();
        let name = format!(
            "matrix of {} districts x {} offers",
            districts.len(),
            offers.len()
        );
        group.bench_function(BenchmarkId::new(name, register.name), |b| {
            b.iter(|| matrix(&atlas, black_box(&districts), &offers, None, one.day));
        });
        group.bench_function(
            BenchmarkId::new("matrix of 36 ICBs through the schema", register.name),
            |b| {
                b.iter(|| {
                    let response = run(register
                        .app
                        .execute(Request::new(ICB_MATRIX), Viewer::public()));
                    assert!(response.errors.is_empty(), "{:?}", response.errors);
                    response
                });
            },
        );
        group.bench_function(
            BenchmarkId::new("a change until it is seen", register.name),
            |b| {
                b.iter(|| run(change(&register.app)));
            },
        );
        let plan = hundred(&atlas);
        let wanted = Wanted {
            areas: &districts,
            offers: &offers,
            cohort: None,
            day: plan.base_day,
        };
        group.bench_function(
            BenchmarkId::new("a scenario of 100 changes taken", register.name),
            |b| {
                b.iter(|| apply(&atlas, black_box(&plan)).expect("a register"));
            },
        );
        group.bench_function(
            BenchmarkId::new(
                "a scenario of 100 changes compared with live",
                register.name,
            ),
            |b| {
                b.iter(|| {
                    let applied = apply(&atlas, black_box(&plan)).expect("a register");
                    let all_hold = applied.problems.is_empty();
                    assert!(all_hold || register.name != "starter");
                    compare(&atlas, &applied.atlas, &wanted)
                });
            },
        );
        if register.name == "starter" {
            group.bench_function(
                BenchmarkId::new("replay of all history", register.name),
                |b| {
                    b.iter(|| run(register.app.store().atlas_at(2)).expect("an Atlas"));
                },
            );
        }
        group.finish();
    }
}

/// Makes a source and gives the register with it in it.
async fn change(app: &App) -> Arc<Atlas> {
    let before = app.atlas();
    let fields = json!({ "title": "A source of a benchmark" });
    let ask = Ask {
        wish: Wish::Save {
            kind: Kind::Source,
            id: None,
            fields: fields.as_object().cloned().unwrap_or_default(),
        },
        reason: "a benchmark".to_owned(),
        expected_version: None,
        idempotency_key: None,
        dry_run: false,
        propose: false,
        accepts: None,
    };
    let outcome = app
        .keeper()
        .clone()
        .ask(admin(), ask)
        .await
        .expect("an outcome");
    assert!(outcome.written, "{:?}", outcome.problems);
    let after = app.atlas();
    assert_eq!(after.sources.len(), before.sources.len() + 1);
    after
}

criterion_group!(all, benches);
criterion_main!(all);
