//! What loading promises, on the shipped register.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use entity::{coverage, offer};
use planning::closed::Status;

use super::read;
use super::*;
use crate::auth::policy;
use crate::store::{Occasion, Store};

const TABLES: [&str; 12] = [
    "provision",
    "procurement",
    "crs",
    "voice_and_women",
    "cfo_evolution",
    "claims",
    "searches",
    "report_statements",
    "figures",
    "openings",
    "standards",
    "standard_lines",
];

fn at() -> DateTime<Utc> {
    DateTime::<Utc>::UNIX_EPOCH
}

async fn memory() -> Store {
    let store = Store::open("sqlite::memory:").await.unwrap();
    store.migrate().await.unwrap();
    store
}

async fn load_into(store: &Store, files: &Files) -> Result<LoadReport, LoadError> {
    load_files(store, files, at(), &mut |_| {}).await
}

/// The shipped files without those that no other names a row of, so that a test that loads more
/// than once is quick.
static FILES: LazyLock<Files> = LazyLock::new(|| {
    let long = [
        "reference/area_codes.csv",
        "reference/area_names.csv",
        "reference/area_parts.csv",
        "reference/pdu_notes.csv",
        "reference/populations.csv",
    ];
    long.iter().fold(Files::shipped(), |files, file| {
        files.with(file, |text| {
            text.lines().take(2).collect::<Vec<_>>().join("\n")
        })
    })
});

#[tokio::test]
async fn loading_twice_changes_nothing() {
    let store = memory().await;
    let mut last = None;
    let first = load(&store, at(), &mut |progress| last = Some(progress))
        .await
        .unwrap();
    assert!(first.inserted > 10_000);
    assert!(first.kept.is_empty() && first.vanished.is_empty());
    let last = last.unwrap();
    assert_eq!((last.done, last.total), (first.inserted, first.inserted));
    // One for each group of tables.
    assert_eq!((first.revision, store.revision().await.unwrap()), (2, 2));
    let again = load(&store, at(), &mut |_| {}).await.unwrap();
    assert_eq!((again.inserted, again.updated), (0, 0));
    assert_eq!(again.untouched, first.inserted);
    assert!(!again.changed());
    assert!(again.kept.is_empty() && again.vanished.is_empty());
    assert_eq!(store.revision().await.unwrap(), 2);
}

#[tokio::test]
async fn every_written_row_has_one_change_in_the_history() {
    let store = memory().await;
    let report = load_into(&store, &FILES).await.unwrap();
    let writing = store.write(knowing()).await.unwrap();
    let ids: Vec<String> = writing
        .marks::<coverage::Model>()
        .await
        .unwrap()
        .into_iter()
        .map(|mark| mark.id)
        .collect();
    let changes = writing
        .latest_changes::<coverage::Model>(&ids)
        .await
        .unwrap();
    assert_eq!(changes.len(), ids.len());
    assert!(changes.values().all(|change| change.actor == ACTOR));
    assert_eq!(writing.count_history().await.unwrap(), report.inserted);
}

#[tokio::test]
async fn the_atlas_holds_what_was_loaded() {
    let store = memory().await;
    let report = load(&store, at(), &mut |_| {}).await.unwrap();
    let atlas = store.load_atlas().await.unwrap();
    assert_eq!(atlas.revision, 2);
    let shipped = |table: &str| {
        let of = report.tables.iter().find(|count| count.table == table);
        of.unwrap().shipped
    };
    assert_eq!(atlas.areas.len(), shipped("area"));
    assert_eq!(atlas.coverage.len(), shipped("coverage"));
    assert_eq!(atlas.services.len(), shipped("service"));
    // Nothing absent is a service, and nothing else is without one unless a report says so.
    for (_, row) in atlas.coverage.iter() {
        let by_report = row.evidence.starts_with("evidence:report_statements:");
        assert_eq!(
            row.service.is_none(),
            row.status == Status::Absent || by_report,
            "{}",
            row.id
        );
    }
    for (_, row) in atlas.claims.iter() {
        assert_eq!(row.service.is_some(), row.is_provision, "{}", row.id);
    }
}

#[tokio::test]
async fn what_is_for_one_community_never_counts_for_everybody() {
    let store = memory().await;
    load_into(&store, &FILES).await.unwrap();
    let atlas = store.load_atlas().await.unwrap();
    let mut seen = 0;
    for (_, row) in atlas.coverage.iter() {
        if row.evidence.starts_with("evidence:claims:") {
            seen += 1;
            let cohort = atlas.cohorts.find(&row.cohort).unwrap();
            assert!(atlas.cohorts.get(cohort).narrow, "{}", row.id);
        }
    }
    assert!(seen > 90);
}

#[test]
fn every_starter_row_is_accounted_for() {
    let files = Files::shipped();
    let records = records::records(&files).unwrap();
    let mut outcomes = std::collections::BTreeMap::new();
    for row in &records.starter_rows {
        let key = (row.table_name.clone(), row.outcome.clone());
        *outcomes.entry(key).or_insert(0) += 1;
        let has_reason = row.reason.is_some();
        assert!(has_reason || row.outcome == "record", "{}", row.id);
        assert_eq!(row.record_id.is_none(), row.outcome == "unplaced");
    }
    let report = LoadReport {
        outcomes,
        ..LoadReport::default()
    };
    let accounts = accounting(&report);
    assert_eq!(accounts.len(), TABLES.len());
    for table in TABLES {
        let rows = read::rows(&files, &format!("starter/{table}.csv")).unwrap();
        let of = accounts.iter().find(|of| of.table == table).unwrap();
        assert_eq!(of.rows(), rows.len(), "{table}");
    }
    let ids: BTreeSet<_> = records.starter_rows.iter().map(|row| &row.id).collect();
    assert_eq!(ids.len(), records.starter_rows.len());
}

fn knowing() -> Occasion {
    Occasion {
        reason: "they know better".to_owned(),
        at: at(),
    }
}

#[tokio::test]
async fn what_somebody_changed_survives_a_newer_edition() {
    let store = memory().await;
    load_into(&store, &FILES).await.unwrap();
    let mut writing = store.write(knowing()).await.unwrap();
    let before = writing
        .find::<offer::Model>(vec!["reconnect".to_owned()])
        .await
        .unwrap()
        .remove(0);
    let after = offer::Model {
        name: "Our RECONNECT".to_owned(),
        version: before.version + 1,
        ..before.clone()
    };
    let permit = policy::starter("somebody");
    writing
        .update(&permit, &before, after.clone())
        .await
        .unwrap();
    writing.commit().await.unwrap();

    let newer = FILES.clone().with("vocabulary/offers.csv", |text| {
        text.replace(",2026-11", ",2027-03")
    });
    let report = load_into(&store, &newer).await.unwrap();
    let kept: Vec<_> = report.kept.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(kept, ["reconnect"]);
    let offers = report.tables.iter().find(|count| count.table == "offer");
    let offers = offers.unwrap();
    assert_eq!((offers.inserted, offers.updated), (0, offers.shipped - 1));
    assert_eq!(report.updated, offers.updated);

    let writing = store.write(knowing()).await.unwrap();
    let ids = vec!["mhtr".to_owned(), "reconnect".to_owned()];
    let rows = writing.find::<offer::Model>(ids).await.unwrap();
    let of = |id: &str| rows.iter().find(|row| row.id == id).unwrap();
    assert_eq!(*of("reconnect"), after);
    assert_eq!(of("mhtr").vocabulary_version, "2027-03");
    assert_eq!(of("mhtr").version, 2);
    writing.abandon().await.unwrap();

    // Coming back to the edition follows it again, and still keeps theirs as it has it.
    let back = load_into(&store, &FILES).await.unwrap();
    assert_eq!(back.updated, offers.updated);
    assert!(back.kept.is_empty());
}

#[tokio::test]
async fn a_row_that_the_edition_dropped_is_left_alone_and_listed() {
    let store = memory().await;
    load_into(&store, &FILES).await.unwrap();
    let fewer = FILES.clone().with("starter/figures.csv", |text| {
        let lines: Vec<&str> = text.lines().filter(|l| !l.starts_with("F001,")).collect();
        lines.join("\n")
    });
    let report = load_into(&store, &fewer).await.unwrap();
    assert_eq!((report.inserted, report.updated), (0, 0));
    let vanished: Vec<_> = report.vanished.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(vanished, ["figure:F001", "starter_row:figures:F001"]);
}

#[tokio::test]
async fn a_broken_row_is_named_and_leaves_nothing_behind() {
    let broken: [(&str, &str, &str, &str, &str); 6] = [
        (
            "starter/provision.csv",
            ",live,",
            ",alive,",
            "status",
            "use one of live, planned",
        ),
        (
            "starter/procurement.csv",
            "2025-04-01",
            "1 April 2025",
            "start",
            "YYYY-MM-DD",
        ),
        (
            "starter/crs.csv",
            "body:ministry-of-justice",
            "body:ministry",
            "commissioners",
            "bodies.csv",
        ),
        (
            "reference/area_parts.csv",
            ",92341,",
            ",-1,",
            "residents",
            "whole number",
        ),
        (
            "vocabulary/cohorts.csv",
            ",false",
            ",no",
            "narrow",
            "true or false",
        ),
        (
            "starter/figures.csv",
            "statement,value",
            "statement,worth",
            "value",
            "header",
        ),
    ];
    let store = memory().await;
    for (file, right, wrong, column, hint) in broken {
        let files = Files::shipped().with(file, |text| text.replacen(right, wrong, 1));
        let error = load_into(&store, &files).await.unwrap_err();
        let LoadError::Broken(row) = &error else {
            panic!("{file}: {error}");
        };
        assert_eq!((row.file.as_str(), row.column.as_str()), (file, column));
        assert!(row.line > 1, "{error}");
        assert!(row.fault.contains(hint), "{error}");
        assert!(store.is_empty().await.unwrap());
        assert_eq!(store.revision().await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_row_with_a_cell_too_many_is_named() {
    let store = memory().await;
    let files = Files::shipped().with("starter/searches.csv", |text| format!("{text}S99,a,b\n"));
    let error = load_into(&store, &files).await.unwrap_err().to_string();
    assert!(error.starts_with("starter/searches.csv line "), "{error}");
    assert!(error.contains("3 cells"), "{error}");
}

#[tokio::test]
async fn a_failure_of_the_database_leaves_nothing_behind() {
    let store = memory().await;
    // Twice the same alias: the same record, found when half is written.
    let files = FILES.clone().with("starter/bodies.csv", |text| {
        text.replacen(",A_WAY_OUT,", ",A_WAY_OUT;A_WAY_OUT,", 1)
    });
    let error = load_into(&store, &files).await.unwrap_err();
    assert!(
        matches!(
            error,
            LoadError::Twice {
                table: "body_name",
                ..
            }
        ),
        "{error}"
    );
    assert!(store.is_empty().await.unwrap());
    assert_eq!(store.revision().await.unwrap(), 0);
}

#[test]
fn a_supply_chain_is_part_of_its_contract() {
    let records = records::records(&FILES).unwrap();
    let of = |row: &str| {
        let row = records
            .starter_rows
            .iter()
            .find(|r| r.row_id == row)
            .unwrap();
        (
            row.outcome.as_str(),
            row.record_id.clone().unwrap_or_default(),
        )
    };
    assert_eq!(of("CI109"), ("merged", "service:crs:PRJ_5789".to_owned()));
    assert_eq!(of("VW101"), ("merged", "service:crs:PRJ_5751".to_owned()));
    assert_eq!(of("PRJ_5751").0, "record");
    let part = records
        .contracts
        .iter()
        .find(|c| c.id == "contract:procurement:P37");
    assert_eq!(
        part.unwrap().part_of_id.as_deref(),
        Some("contract:procurement:P02")
    );
    assert!(records.contracts.iter().all(|c| !c.id.contains(":cfo")));
}
