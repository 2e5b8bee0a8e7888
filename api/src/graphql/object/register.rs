//! The register itself: revision, counts, and what became of every starter row.

use async_graphql::SimpleObject;

use super::offer::{Cohort, Community, System};

/// The register that answers.
#[derive(SimpleObject, Clone)]
pub struct Register {
    /// The revision that every answer of this request was read from.
    pub revision: i64,
    /// How many rows each kind has.
    pub counts: Vec<KindCount>,
    /// What became of every row of every starter table.
    pub starter_tables: Vec<StarterTable>,
    /// The cohorts that records can be for.
    pub cohorts: Vec<Cohort>,
    /// The communities that claims can name.
    pub communities: Vec<Community>,
    /// The 164 systems that the vocabulary was drawn from, and what each is.
    pub systems: Vec<System>,
}

/// How many rows a kind has.
#[derive(SimpleObject, Clone)]
pub struct KindCount {
    /// The kind.
    pub kind: String,
    /// Rows.
    pub count: i64,
}

/// What became of the rows of one starter table: record + merged + unplaced = rows.
#[derive(SimpleObject, Clone)]
pub struct StarterTable {
    /// The table.
    pub table: String,
    /// Its rows.
    pub rows: i64,
    /// Rows that are a record of their own.
    pub records: i64,
    /// Rows that tell of something that another row leads, kept as further evidence of it.
    pub merged: i64,
    /// Rows that could not be placed.
    pub unplaced: i64,
    /// Every row merged or unplaced, with the reason.
    pub exceptions: Vec<StarterRow>,
}

/// A row of a starter table that is no record of its own.
#[derive(SimpleObject, Clone)]
pub struct StarterRow {
    /// The row.
    pub row: String,
    /// `merged` or `unplaced`.
    pub outcome: String,
    /// The record that it is in; null for an unplaced row.
    pub record: Option<String>,
    /// Why.
    pub reason: Option<String>,
}
