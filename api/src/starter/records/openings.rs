//! Openings and what their notices ask of those who apply.

use std::collections::BTreeMap;

use entity::{evidence, opening, opening_condition};
use planning::closed::{Grade, OpeningConditionKind, OpeningKind, OpeningStatus};

use super::matched::Placed;
use super::outcome::{in_record, starter_row, unplaced};
use super::told::evidence_of;
use super::{Known, Records};
use crate::starter::files::Files;
use crate::starter::read::{BrokenRow, Ids, Row, rows};
use crate::starter::words;

/// Openings with their evidence, wholes before their lots, and then the conditions.
pub(super) fn openings(
    files: &Files,
    known: &Known,
    placed: &Placed,
    records: &mut Records,
) -> Result<(), BrokenRow> {
    let shipped = rows(files, "starter/openings.csv")?;
    let mut ids = Ids::of("openings.csv");
    for row in &shipped {
        ids.add(row, "row")?;
    }
    let mut made = Vec::new();
    for row in &shipped {
        let name = row.text("row")?;
        let noted = starter_row("openings", &name);
        if let Some(why) = row.text_if("unplaced")? {
            records.starter_rows.push(unplaced(noted, why));
            continue;
        }
        let evidence = evidence::Model {
            grade: row.code::<Grade>("grade")?,
            asserted_by: row.word("asserted_by", words::ASSERTERS)?,
            ..evidence_of("openings", &name, row, known)?
        };
        let noted = in_record(noted, "opening", id(&name));
        made.push(opening(row, &name, &evidence.id, known, &ids, placed)?);
        records.evidence.push(evidence);
        records.starter_rows.push(noted);
    }
    wholes_first(&shipped, &mut made)?;
    records.openings = made;
    conditions(files, known, &ids, records)
}

fn id(row: &str) -> String {
    format!("opening:{row}")
}

fn opening(
    row: &Row,
    name: &str,
    evidence: &str,
    known: &Known,
    ids: &Ids,
    placed: &Placed,
) -> Result<opening::Model, BrokenRow> {
    Ok(opening::Model {
        id: id(name),
        origin: format!("starter:openings:{name}"),
        fingerprint: String::new(),
        version: 1,
        title: row.text("title")?,
        funder_id: row.id("funder", &known.bodies)?,
        funder_as_stated: row.text_if("funder_as_stated")?,
        kind: row.code::<OpeningKind>("kind")?,
        purpose: row.text("purpose")?,
        cohort_id: row.id("cohort", &known.cohorts)?,
        cohort_as_stated: row.text_if("cohort_as_stated")?,
        areas: row.ids("areas", &known.areas)?.join(";"),
        offers: row.ids("offers", &known.offers)?.join(";"),
        opens_on: row.date_if("opens")?,
        closes_on: row.date_if("closes")?,
        starts_on: row.date_if("starts")?,
        duration_months: row.number_if("duration_months")?,
        min_award_pence: row.number_if("min_award_pence")?,
        max_award_pence: row.number_if("max_award_pence")?,
        award_basis: match row.text_if("award_basis")? {
            Some(_) => Some(row.word("award_basis", words::AWARD_BASES)?),
            None => None,
        },
        total_pence: row.number_if("total_pence")?,
        status: row.code::<OpeningStatus>("status")?,
        reference: row.text_if("reference")?,
        part_of_id: row.id_if("part_of", ids)?.map(|whole| id(&whole)),
        service_id: service(row, placed)?,
        evidence_id: evidence.to_owned(),
        visibility: "public".to_owned(),
        owner_id: None,
    })
}

/// The service of the row of another table that tells of the same work.
fn service(row: &Row, placed: &Placed) -> Result<Option<String>, BrokenRow> {
    let Some(key) = row.text_if("service_row")? else {
        return Ok(None);
    };
    match placed.service(&key) {
        Some(service) => Ok(Some(service.to_owned())),
        None => {
            let why = format!("'{key}' tells of no service: name a row that does, as table:row");
            Err(row.fault("service_row", why))
        }
    }
}

/// Sorts openings so that the whole is written before its lots.
fn wholes_first(shipped: &[Row], made: &mut [opening::Model]) -> Result<(), BrokenRow> {
    let wholes: BTreeMap<String, String> = made
        .iter()
        .filter_map(|row| Some((row.id.clone(), row.part_of_id.clone()?)))
        .collect();
    let depth = |id: &str| {
        let mut at = id;
        (0..=wholes.len()).find(|_| match wholes.get(at) {
            Some(whole) => {
                at = whole;
                false
            }
            None => true,
        })
    };
    for row in shipped {
        if depth(&id(&row.text("row")?)).is_none() {
            let why = "goes round in a circle: an opening is no lot of itself";
            return Err(row.fault("part_of", why));
        }
    }
    made.sort_by_cached_key(|row| (depth(&row.id), row.id.clone()));
    Ok(())
}

fn conditions(
    files: &Files,
    known: &Known,
    ids: &Ids,
    records: &mut Records,
) -> Result<(), BrokenRow> {
    for row in rows(files, "starter/opening_conditions.csv")? {
        let opening = row.id("opening", ids)?;
        let number: u32 = row.number("number")?;
        records.opening_conditions.push(opening_condition::Model {
            id: format!("{}/{number:02}", id(&opening)),
            origin: format!("starter:openings:{opening}"),
            fingerprint: String::new(),
            version: 1,
            opening_id: id(&opening),
            kind: row.code::<OpeningConditionKind>("kind")?,
            words: row.text_if("words")?,
            pence: row.number_if("pence")?,
            permille: row.number_if("permille")?,
            areas: row.ids("areas", &known.areas)?.join(";"),
            cohort_id: row.id_if("cohort", &known.cohorts)?,
            statement: row.text("statement")?,
        });
    }
    Ok(())
}
