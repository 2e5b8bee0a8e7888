//! Commissioners, providers and funders.

use entity::{body, body_name, body_succession};

use super::{Known, Records};
use crate::starter::files::Files;
use crate::starter::read::{BrokenRow, rows};
use crate::starter::words;

pub(super) fn bodies(
    files: &Files,
    known: &mut Known,
    records: &mut Records,
) -> Result<(), BrokenRow> {
    for row in rows(files, "starter/bodies.csv")? {
        let id = known.bodies.add(&row, "id")?;
        let origin = format!("starter:bodies:{id}");
        for name in row.list("aliases")? {
            records.body_names.push(body_name::Model {
                id: format!("{id}/name/{name}"),
                origin: origin.clone(),
                fingerprint: String::new(),
                version: 1,
                body_id: id.clone(),
                name,
            });
        }
        records.bodies.push(body::Model {
            id,
            origin,
            fingerprint: String::new(),
            version: 1,
            name: row.text("name")?,
            kind: row.word("kind", words::BODY_KINDS)?,
            charity_number: row.text_if("charity_number")?,
            company_number: row.text_if("company_number")?,
            ods_code: row.text_if("ods_code")?,
            valid_from: row.date_if("valid_from")?,
            valid_to: row.date_if("valid_to")?,
            note: row.text_if("note")?,
        });
    }
    successions(files, known, records)
}

fn successions(files: &Files, known: &Known, records: &mut Records) -> Result<(), BrokenRow> {
    for row in rows(files, "starter/body_successions.csv")? {
        let predecessor_id = row.id("predecessor", &known.bodies)?;
        let successor_id = row.id_if("successor", &known.bodies)?;
        let date = row.date_if("date")?;
        let successor = successor_id.as_deref().unwrap_or("nobody");
        let when = date.as_deref().unwrap_or("undated");
        let key = format!("{predecessor_id}/{successor}/{when}");
        records.body_successions.push(body_succession::Model {
            origin: format!("starter:body_successions:{key}"),
            id: key,
            fingerprint: String::new(),
            version: 1,
            predecessor_id,
            successor_id,
            date,
            kind: row.text("kind")?,
            certainty: row.text("certainty")?,
            source_id: row.id_if("source", &known.sources)?,
            note: row.text_if("note")?,
        });
    }
    Ok(())
}
