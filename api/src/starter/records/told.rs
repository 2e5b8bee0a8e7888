//! What the starter tables tell of services: one shape for the five tables of provision and for
//! claims.

use std::collections::{BTreeMap, BTreeSet};

use entity::evidence;
use planning::closed::{Role, Status};

use super::telling::{of_claim, of_provision};
use super::{Known, Records};
use crate::starter::files::Files;
use crate::starter::read::{BrokenRow, Row, rows};
use crate::starter::words;

/// The tables that share one layout.
const TABLES: &[&str] = &[
    "provision",
    "procurement",
    "crs",
    "voice_and_women",
    "cfo_evolution",
];

/// A row of one of the tables.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) table: &'static str,
    pub(super) row: String,
    /// The shipped row, to name it in a fault.
    pub(super) shipped: Row,
    pub(super) title: String,
    pub(super) offers: Vec<String>,
    pub(super) areas: Vec<String>,
    /// The cohort of its records.
    pub(super) cohort: String,
    /// The cohort by which it is matched with other rows.
    pub(super) matched_as: String,
    pub(super) status: String,
    pub(super) starts_on: Option<String>,
    pub(super) ends_on: Option<String>,
    pub(super) base_ends_on: Option<String>,
    pub(super) stages: Option<String>,
    pub(super) intensity: Option<String>,
    pub(super) bodies: BTreeSet<(Role, String)>,
    pub(super) reference: Option<String>,
    /// Address of the source.
    pub(super) url: Option<String>,
    pub(super) part_of: Option<String>,
    /// Whether it tells of a service, present, past or to come.
    pub(super) is_provision: bool,
    pub(super) evidence: evidence::Model,
    pub(super) contract: Option<Money>,
    pub(super) claim: Option<Claimed>,
    /// Why it can be no record.
    pub(super) unplaced: Option<String>,
}

/// What a row says as a contract.
#[derive(Debug)]
pub(super) struct Money {
    pub(super) base_months: Option<i32>,
    pub(super) extension_months: Option<i32>,
    pub(super) value_pence: Option<i64>,
    pub(super) value_basis: Option<String>,
    pub(super) vat: String,
    pub(super) annual_base_pence: Option<i64>,
    pub(super) annual_full_pence: Option<i64>,
    pub(super) lot: Option<String>,
    pub(super) procedure: Option<String>,
}

/// What a row says as a claim.
#[derive(Debug)]
pub(super) struct Claimed {
    pub(super) kind: String,
    pub(super) organisations: Vec<String>,
    pub(super) communities: String,
    pub(super) communities_as_stated: String,
    pub(super) works_with_justice: String,
}

impl Told {
    /// Its name over all tables.
    pub(super) fn key(&self) -> String {
        format!("{}:{}", self.table, self.row)
    }

    /// Where its records come from.
    pub(super) fn origin(&self) -> String {
        format!("starter:{}:{}", self.table, self.row)
    }

    /// Whether it is a service of its own or tells of one that others tell of.
    pub(super) fn tells_of_service(&self) -> bool {
        self.unplaced.is_none() && self.is_provision && self.status != Status::Absent.code()
    }

    /// Whether it says that there is none.
    pub(super) fn tells_of_absence(&self) -> bool {
        self.unplaced.is_none() && self.is_provision && self.status == Status::Absent.code()
    }
}

/// Every row, table by table.
pub(super) fn all(files: &Files, known: &Known, records: &Records) -> Result<Vec<Told>, BrokenRow> {
    let urls: BTreeMap<&str, &str> = records
        .sources
        .iter()
        .filter_map(|source| Some((source.id.as_str(), source.url.as_deref()?)))
        .collect();
    let mut told = Vec::new();
    for table in TABLES.iter().copied() {
        for row in rows(files, &format!("starter/{table}.csv"))? {
            told.push(of_provision(table, row, known, &urls)?);
        }
    }
    let for_whom: BTreeMap<&str, &str> = records
        .offers
        .iter()
        .map(|offer| (offer.id.as_str(), offer.cohort.as_str()))
        .collect();
    for row in rows(files, "starter/claims.csv")? {
        told.push(of_claim(row, known, &for_whom)?);
    }
    Ok(told)
}

/// The evidence of a row, without its grade and who asserts it.
pub(super) fn evidence_of(
    table: &str,
    name: &str,
    row: &Row,
    known: &Known,
) -> Result<evidence::Model, BrokenRow> {
    let confidence = match table {
        "report_statements" | "standards" => "not_stated".to_owned(),
        _ => row.word("confidence", words::CONFIDENCES)?,
    };
    Ok(evidence::Model {
        as_of: None,
        review_on: None,
        asserter_id: None,
        id: format!("evidence:{table}:{name}"),
        origin: format!("starter:{table}:{name}"),
        fingerprint: String::new(),
        version: 1,
        source_id: row.id("source", &known.sources)?,
        grade: String::new(),
        asserted_by: String::new(),
        confidence,
        statement: row.any("statement")?,
        starter_table: table.to_owned(),
        starter_row: name.to_owned(),
    })
}

/// A list that may only be empty where the row says why it is not placed.
pub(super) fn some(
    row: &Row,
    column: &str,
    ids: Vec<String>,
    unplaced: &Option<String>,
) -> Result<Vec<String>, BrokenRow> {
    if ids.is_empty() && unplaced.is_none() {
        let why = "is empty: name at least one, or say under 'unplaced' why there is none";
        return Err(row.fault(column, why));
    }
    Ok(ids)
}

/// Text, or nothing.
pub(super) fn non_empty(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
