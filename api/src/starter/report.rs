//! What a load tells while it runs and when it is done.

use std::collections::BTreeMap;

/// How far a load has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The table that was written last.
    pub table: &'static str,
    /// Rows looked at so far.
    pub done: usize,
    /// Rows in all.
    pub total: usize,
}

/// A row of the database.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowRef {
    /// Its table.
    pub table: &'static str,
    /// Its id.
    pub id: String,
}

/// What was done to a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableCount {
    /// The table.
    pub table: &'static str,
    /// Rows of the edition.
    pub shipped: usize,
    /// Rows that were new.
    pub inserted: usize,
    /// Rows that followed the edition.
    pub updated: usize,
}

/// What a load did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoadReport {
    /// The revision of the register afterwards.
    pub revision: u64,
    /// Rows that were new.
    pub inserted: usize,
    /// Rows that followed the edition.
    pub updated: usize,
    /// Rows that were as the edition has them.
    pub untouched: usize,
    /// Rows that the edition has otherwise and that were left as somebody else made or removed
    /// them.
    pub kept: Vec<RowRef>,
    /// Rows of an earlier edition that this one does not have; they were left alone.
    pub vanished: Vec<RowRef>,
    /// Table by table, in the order of writing.
    pub tables: Vec<TableCount>,
    /// Rows of each starter table by outcome.
    pub outcomes: BTreeMap<(String, String), usize>,
}

impl LoadReport {
    /// Whether anything was written.
    pub fn changed(&self) -> bool {
        self.inserted + self.updated > 0
    }
}

/// What became of the rows of one starter table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accounted {
    /// The table.
    pub table: String,
    /// Rows that are a record, or lead one.
    pub record: usize,
    /// Rows that tell of a service that another row leads.
    pub merged: usize,
    /// Rows that could be no record.
    pub unplaced: usize,
}

impl Accounted {
    /// Every row of the table.
    pub fn rows(&self) -> usize {
        self.record + self.merged + self.unplaced
    }
}

/// The rows of each starter table by outcome, in the order of the tables' names.
pub fn accounting(report: &LoadReport) -> Vec<Accounted> {
    let mut tables: BTreeMap<&str, Accounted> = BTreeMap::new();
    for ((table, outcome), count) in &report.outcomes {
        let of = tables.entry(table).or_insert_with(|| Accounted {
            table: table.clone(),
            ..Accounted::default()
        });
        match outcome.as_str() {
            "merged" => of.merged += count,
            "unplaced" => of.unplaced += count,
            _ => of.record += count,
        }
    }
    tables.into_values().collect()
}
