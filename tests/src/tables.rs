//! What the tables hold, row by row, and what history says that they should hold.

use std::collections::BTreeMap;

use planning::atlas::Atlas;
use serde_json::Value;
use throughcare::clock::Clock;
use throughcare::store::{Occasion, Store, table_named};

use crate::app::clock;

/// Rows by table and id, as JSON.
pub type Rows = BTreeMap<(String, String), Value>;

/// A database at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Tables {
    /// Every row of every table that has a history.
    pub rows: Rows,
    /// How many changes history holds.
    pub changes: usize,
    /// The revision.
    pub revision: u64,
}

impl Tables {
    /// The rows without those of one table.
    pub fn without(&self, table: &str) -> Rows {
        let mut rows = self.rows.clone();
        rows.retain(|(name, _), _| name != table);
        rows
    }
}

macro_rules! each_table {
    ($call:ident: $($table:ident),+ $(,)?) => { $($call!($table);)+ };
}

/// Reads every table, with no writer in between.
pub async fn tables(store: &Store) -> Tables {
    let occasion = Occasion {
        reason: "a look".to_owned(),
        at: clock().now(),
    };
    let writing = store.write(occasion).await.expect("a change to begin");
    let mut rows = Rows::new();
    for table in entity::TABLES.iter().filter_map(|name| table_named(name)) {
        // No row of a small register is a shipped one.
        let found = writing.rows_with(table, "fingerprint", "").await;
        for row in found.expect("rows") {
            let id = row["id"].as_str().unwrap_or_default().to_owned();
            rows.insert((table.to_owned(), id), row);
        }
    }
    let revision = writing.base().await.expect("the revision");
    let changes = writing.changes_since(0).await.expect("history").len();
    writing.abandon().await.expect("the look to end");
    Tables {
        rows,
        changes,
        revision,
    }
}

/// Every row as its last change left it.
pub async fn told_by_history(store: &Store) -> Rows {
    let (changes, _) = store.changes_since(0).await.expect("history");
    let mut rows = Rows::new();
    for change in changes {
        let key = (change.node_kind, change.node_id);
        match change.after {
            Some(row) => rows.insert(key, row),
            None => rows.remove(&key),
        };
    }
    rows
}

/// Stops the test at rows that differ, and prints them.
#[track_caller]
pub fn assert_same_rows(left: &Rows, right: &Rows, rule: &str) {
    let mut differences = Vec::new();
    for key in left.keys().chain(right.keys()) {
        let (one, other) = (left.get(key), right.get(key));
        if one != other {
            let shown = |row: Option<&Value>| row.map_or("no row".to_owned(), Value::to_string);
            let text = format!("{key:?}:\n    {}\n    {}", shown(one), shown(other));
            if !differences.contains(&text) {
                differences.push(text);
            }
        }
    }
    assert!(
        differences.is_empty(),
        "{rule}\n  {}",
        differences.join("\n  ")
    );
}

/// The rows without the count of their writes.
pub fn unversioned(rows: &Rows) -> Rows {
    let without = |(key, row): (&(String, String), &Value)| {
        let mut row = row.clone();
        if let Some(row) = row.as_object_mut() {
            row.remove("version");
        }
        (key.clone(), row)
    };
    rows.iter().map(without).collect()
}

/// Stops the test at the first table in which two Atlases differ.
#[track_caller]
pub fn assert_same_atlas(left: &Atlas, right: &Atlas, rule: &str) {
    macro_rules! same {
        ($table:ident) => {
            assert_eq!(
                left.$table.rows(),
                right.$table.rows(),
                "{rule}: {}",
                stringify!($table)
            );
        };
    }
    each_table!(
        same: sources, areas, area_codes, area_names, successions, parts, area_parts, area_bases,
        populations, places, offers, systems, cohorts, communities, census_groups, bodies,
        body_names, body_successions, evidence, services, service_bodies, coverage, contracts,
        funding_streams, funding_conditions, funding_years, funding_allocations, deflators, openings,
        opening_conditions, pools, pool_members, pool_transfers, needs, unit_costs, mhis_years,
        mhis_lines, scenarios, scenario_steps, standards, standard_lines, searches, claims, statements, figures, starter_rows
    );
    assert_eq!(left.revision, right.revision, "{rule}: revision");
}

/// Stops the test unless history, replayed from nothing, gives the tables as they are.
pub async fn assert_replay(store: &Store) {
    // A change that nobody waits for may still be written between the two looks.
    let (now, told) = loop {
        let now = tables(store).await;
        let told = told_by_history(store).await;
        if tables(store).await.revision == now.revision {
            break (now, told);
        }
    };
    assert_same_rows(
        &now.rows,
        &told,
        "If you are here because rows and history differ: the row, then the last change of it.",
    );
    let loaded = store.load_atlas().await.expect("the register to load");
    let replayed = store.atlas_at(now.revision).await.expect("a replay");
    assert_same_atlas(&loaded, &replayed, "the tables and the replay of history");
}
