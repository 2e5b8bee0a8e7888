//! What a load did, for people.

use std::fmt::Write;

use crate::starter::{LoadReport, RowRef, accounting};

/// Rows that are named one by one; the rest are counted.
const NAMED: usize = 20;

/// The report as `throughcare load` prints it.
pub fn told(report: &LoadReport) -> String {
    let LoadReport {
        revision,
        inserted,
        updated,
        untouched,
        kept,
        vanished,
        ..
    } = report;
    let mut text = format!(
        "The register is at revision {revision}.\n\n\
         inserted   {inserted:>6}  rows that were new\n\
         updated    {updated:>6}  rows that nobody had changed and that the edition has otherwise\n\
         untouched  {untouched:>6}  rows that were as the edition has them\n\
         kept       {:>6}  rows that somebody changed or removed, left as they are\n\
         vanished   {:>6}  rows of an earlier edition that this one does not have, left alone\n",
        kept.len(),
        vanished.len(),
    );
    name(&mut text, "Kept", kept);
    name(&mut text, "Vanished", vanished);
    text.push_str("\nRows of the starter tables, and what became of them:\n");
    // Writing to a String cannot fail.
    let _ = writeln!(
        text,
        "{:28}{:>8}{:>8}{:>9}",
        "table", "record", "merged", "unplaced"
    );
    for of in accounting(report) {
        let _ = writeln!(
            text,
            "{:28}{:>8}{:>8}{:>9}",
            of.table, of.record, of.merged, of.unplaced
        );
    }
    text
}

fn name(text: &mut String, what: &str, rows: &[RowRef]) {
    if rows.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{what}:");
    for row in rows.iter().take(NAMED) {
        let _ = writeln!(text, "  {} {}", row.table, row.id);
    }
    if let Some(more) = rows.len().checked_sub(NAMED).filter(|more| *more > 0) {
        let _ = writeln!(text, "  and {more} more");
    }
}
