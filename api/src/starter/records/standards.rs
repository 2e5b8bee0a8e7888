//! Minimum offers and their lines.

use entity::{evidence, standard, standard_line};
use planning::closed::{Grade, Stage};

use super::outcome::{in_record, starter_row};
use super::told::evidence_of;
use super::{Known, Records};
use crate::starter::files::Files;
use crate::starter::read::{BrokenRow, Ids, rows};

pub(super) fn standards(
    files: &Files,
    known: &Known,
    records: &mut Records,
) -> Result<(), BrokenRow> {
    let mut names = Ids::of("standards.csv");
    for row in rows(files, "starter/standards.csv")? {
        let name = names.add(&row, "row")?;
        let evidence = evidence::Model {
            grade: row.code::<Grade>("grade")?,
            asserted_by: "report".to_owned(),
            ..evidence_of("standards", &name, &row, known)?
        };
        let noted = in_record(starter_row("standards", &name), "standard", id_of(&name));
        records.standards.push(standard::Model {
            id: id_of(&name),
            origin: noted.origin.clone(),
            fingerprint: String::new(),
            version: 1,
            name: row.text("name")?,
            purpose: row.text("purpose")?,
            evidence_id: evidence.id.clone(),
            visibility: "public".to_owned(),
            owner_id: None,
        });
        records.evidence.push(evidence);
        records.starter_rows.push(noted);
    }
    lines(files, known, &names, records)
}

fn lines(
    files: &Files,
    known: &Known,
    names: &Ids,
    records: &mut Records,
) -> Result<(), BrokenRow> {
    for row in rows(files, "starter/standard_lines.csv")? {
        let name = row.text("row")?;
        let id = format!("standard_line:{name}");
        let noted = starter_row("standard_lines", &name);
        let noted = in_record(noted, "standard_line", id.clone());
        records.standard_lines.push(standard_line::Model {
            id,
            origin: noted.origin.clone(),
            fingerprint: String::new(),
            version: 1,
            standard_id: id_of(&row.id("standard", names)?),
            position: row.number::<i64>("position")?,
            offer_id: row.id("offer", &known.offers)?,
            cohort_id: row.id("cohort", &known.cohorts)?,
            stage: row.code_if::<Stage>("stage")?,
            per_thousand_millionths: row.number_if::<i64>("per_thousand_millionths")?,
            note: Some(format!(
                "Recommendation {}, {}.",
                row.text("recommendation")?,
                row.text("note")?
            )),
        });
        records.starter_rows.push(noted);
    }
    Ok(())
}

fn id_of(name: &str) -> String {
    format!("standard:{name}")
}
