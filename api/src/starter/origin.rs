//! Where a record comes from, and whether the shipped row behind it has changed.

use std::collections::BTreeMap;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::store::Record;

/// The first words of the origin of every shipped row.
const SHIPPED: &[&str] = &["reference:", "vocabulary:", "starter:"];

/// Whether a row with this origin was shipped, rather than made by a user or an import.
pub(super) fn is_shipped(origin: &str) -> bool {
    SHIPPED.iter().any(|start| origin.starts_with(start))
}

/// The origin of the rows of a shipped file: `reference/areas.csv` → `reference:areas`.
pub(super) fn of_file(file: &str) -> String {
    file.trim_end_matches(".csv").replacen('/', ":", 1)
}

/// A hash of everything that the shipped tables say of a record. It is taken of the record and
/// not of one row of a table, because several rows may make one record.
pub(super) fn fingerprint<R: Record>(record: &R) -> Result<String, serde_json::Error> {
    let mut bare = record.clone();
    bare.stamp("", 0);
    // Columns in the order of their names, whatever order they are declared in.
    let columns: BTreeMap<String, Value> = match serde_json::to_value(&bare)? {
        Value::Object(columns) => columns.into_iter().collect(),
        other => BTreeMap::from([(String::new(), other)]),
    };
    let hash = Sha256::digest(serde_json::to_vec(&columns)?);
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(hex.chars().take(32).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_sees_what_was_shipped_and_not_what_was_counted() {
        let row = entity::census_group::Model {
            id: "roma".to_owned(),
            origin: "vocabulary:census_groups".to_owned(),
            fingerprint: String::new(),
            version: 1,
            label: "Roma".to_owned(),
        };
        let print = fingerprint(&row).unwrap();
        assert_eq!(print.len(), 32);
        let mut written = row.clone();
        written.stamp(&print, 7);
        assert_eq!(fingerprint(&written).unwrap(), print);
        written.label = "Another".to_owned();
        assert_ne!(fingerprint(&written).unwrap(), print);
    }

    #[test]
    fn an_origin_names_the_file() {
        assert_eq!(of_file("reference/areas.csv"), "reference:areas");
        assert!(is_shipped("starter:crs:PRJ_1"));
        assert!(!is_shipped("user"));
    }
}
