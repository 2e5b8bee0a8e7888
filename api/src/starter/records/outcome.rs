//! What became of each row of the starter tables.

use entity::starter_row;

use super::Records;
use super::matched::{Place, Placed};
use super::told::Told;

/// Notes what became of every row that is told of services or claims.
pub(super) fn of_told(told: &[Told], placed: &Placed, records: &mut Records) {
    for told in told {
        let row = starter_row(told.table, &told.row);
        let row = match (&told.unplaced, placed.of(told)) {
            (Some(why), _) => unplaced(row, why.clone()),
            (None, Some(place)) => placed_in(row, place),
            (None, None) => match record(told, records) {
                Some((kind, id)) => in_record(row, kind, id),
                None => unplaced(row, "no table holds what it says".to_owned()),
            },
        };
        records.starter_rows.push(row);
    }
}

/// A row of which nothing is noted yet.
pub(super) fn starter_row(table: &str, row: &str) -> starter_row::Model {
    starter_row::Model {
        id: format!("starter_row:{table}:{row}"),
        origin: format!("starter:{table}:{row}"),
        fingerprint: String::new(),
        version: 1,
        table_name: table.to_owned(),
        row_id: row.to_owned(),
        outcome: "record".to_owned(),
        record_kind: None,
        record_id: None,
        reason: None,
    }
}

/// It became a record of its own.
pub(super) fn in_record(row: starter_row::Model, kind: &str, id: String) -> starter_row::Model {
    starter_row::Model {
        record_kind: Some(kind.to_owned()),
        record_id: Some(id),
        ..row
    }
}

/// It could be no record.
pub(super) fn unplaced(row: starter_row::Model, why: String) -> starter_row::Model {
    starter_row::Model {
        outcome: "unplaced".to_owned(),
        reason: Some(why),
        ..row
    }
}

fn placed_in(row: starter_row::Model, place: &Place) -> starter_row::Model {
    let row = in_record(row, "service", place.service.clone());
    match &place.joined {
        None => row,
        Some((rule, lead)) => starter_row::Model {
            outcome: "merged".to_owned(),
            reason: Some(format!("{}: {lead}", rule.code())),
            ..row
        },
    }
}

/// The first record that a row made which is part of no service.
fn record(told: &Told, records: &Records) -> Option<(&'static str, String)> {
    let origin = told.origin();
    let claim = || {
        let row = records.claims.iter().find(|row| row.origin == origin)?;
        Some(("claim", row.id.clone()))
    };
    let statement = || {
        let row = records.statements.iter().find(|row| row.origin == origin)?;
        Some(("statement", row.id.clone()))
    };
    let coverage = || {
        let row = records.coverage.iter().find(|row| row.origin == origin)?;
        Some(("coverage", row.id.clone()))
    };
    claim().or_else(statement).or_else(coverage)
}
