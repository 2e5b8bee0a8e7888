//! Searches, what a report states, and figures.

use entity::{coverage, evidence, figure, search, statement};
use planning::closed::{Grade, Stage};

use super::outcome::{in_record, starter_row, unplaced};
use super::told::{evidence_of, some};
use super::{Known, Records};
use crate::starter::files::Files;
use crate::starter::read::{BrokenRow, Row, rows};
use crate::starter::words;

pub(super) fn searches(
    files: &Files,
    known: &Known,
    records: &mut Records,
) -> Result<(), BrokenRow> {
    for row in rows(files, "starter/searches.csv")? {
        let name = row.text("row")?;
        let noted = starter_row("searches", &name);
        if let Some(why) = row.text_if("unplaced")? {
            records.starter_rows.push(unplaced(noted, why));
            continue;
        }
        let areas = some(&row, "areas", row.ids("areas", &known.areas)?, &None)?;
        let offer_id = row.id("offer", &known.offers)?;
        let noted = in_record(noted, "search", search_id(&name, &areas));
        for area_id in areas {
            records.searches.push(search::Model {
                id: format!("search:{name}/{area_id}"),
                origin: noted.origin.clone(),
                fingerprint: String::new(),
                version: 1,
                offer_id: offer_id.clone(),
                area_id,
                what_was_searched: row.text("what_was_searched")?,
                searched_on: row.date_if("searched_on")?,
            });
        }
        records.starter_rows.push(noted);
    }
    Ok(())
}

fn search_id(row: &str, areas: &[String]) -> String {
    let first = areas.first().map(String::as_str).unwrap_or_default();
    format!("search:{row}/{first}")
}

/// A report that names a place where there is none, or no more, is a record of coverage; whatever
/// else it says is a statement, with or without a place.
pub(super) fn statements(
    files: &Files,
    known: &Known,
    records: &mut Records,
) -> Result<(), BrokenRow> {
    for row in rows(files, "starter/report_statements.csv")? {
        let name = row.text("row")?;
        let evidence = evidence::Model {
            grade: row.code::<Grade>("grade")?,
            asserted_by: "report".to_owned(),
            ..evidence_of("report_statements", &name, &row, known)?
        };
        let kind = row.word("kind", words::STATEMENT_KINDS)?;
        let record = match kind.as_str() {
            "absent" | "ended" => coverage(&row, &name, &kind, known, records)?,
            _ => statement(&row, &name, &kind, known, records)?,
        };
        records.evidence.push(evidence);
        let mut noted = starter_row("report_statements", &name);
        // It names no place and is a record all the same.
        noted.reason = row.text_if("unplaced")?;
        if let Some((kind, id)) = record {
            noted = in_record(noted, kind, id);
        }
        records.starter_rows.push(noted);
    }
    Ok(())
}

type MadeRecord = Option<(&'static str, String)>;

fn coverage(
    row: &Row,
    name: &str,
    kind: &str,
    known: &Known,
    records: &mut Records,
) -> Result<MadeRecord, BrokenRow> {
    let stages = row.codes::<Stage>("stages")?;
    let areas = some(row, "areas", row.ids("areas", &known.areas)?, &None)?;
    let mut first = None;
    for offer_id in some(row, "offers", row.ids("offers", &known.offers)?, &None)? {
        for area_id in &areas {
            let id = format!("coverage:report_statements:{name}/{offer_id}/{area_id}");
            first.get_or_insert_with(|| ("coverage", id.clone()));
            records.coverage.push(coverage::Model {
                visibility: "public".to_owned(),
                owner_id: None,
                id,
                origin: format!("starter:report_statements:{name}"),
                fingerprint: String::new(),
                version: 1,
                service_id: None,
                offer_id: offer_id.clone(),
                area_id: area_id.clone(),
                cohort_id: row.id("cohort", &known.cohorts)?,
                status: kind.to_owned(),
                starts_on: None,
                ends_on: None,
                base_ends_on: None,
                stages: (!stages.is_empty()).then(|| stages.clone()),
                intensity: None,
                evidence_id: format!("evidence:report_statements:{name}"),
            });
        }
    }
    Ok(first)
}

fn statement(
    row: &Row,
    name: &str,
    kind: &str,
    known: &Known,
    records: &mut Records,
) -> Result<MadeRecord, BrokenRow> {
    let one_or_none = |ids: Vec<String>| match ids.is_empty() {
        true => vec![None],
        false => ids.into_iter().map(Some).collect(),
    };
    let offers = one_or_none(row.ids("offers", &known.offers)?);
    let areas = one_or_none(row.ids("areas", &known.areas)?);
    let mut first = None;
    for offer_id in &offers {
        for area_id in &areas {
            let mut id = format!("statement:report_statements:{name}");
            for part in [offer_id, area_id].into_iter().flatten() {
                id = format!("{id}/{part}");
            }
            first.get_or_insert_with(|| ("statement", id.clone()));
            records.statements.push(statement::Model {
                id,
                origin: format!("starter:report_statements:{name}"),
                fingerprint: String::new(),
                version: 1,
                kind: kind.to_owned(),
                offer_id: offer_id.clone(),
                area_id: area_id.clone(),
                cohort_id: row.id("cohort", &known.cohorts)?,
                as_of: row.date_if("as_of")?,
                evidence_id: format!("evidence:report_statements:{name}"),
            });
        }
    }
    Ok(first)
}

pub(super) fn figures(
    files: &Files,
    known: &Known,
    records: &mut Records,
) -> Result<(), BrokenRow> {
    for row in rows(files, "starter/figures.csv")? {
        let name = row.text("row")?;
        let id = format!("figure:{name}");
        let noted = in_record(starter_row("figures", &name), "figure", id.clone());
        records.figures.push(figure::Model {
            id,
            origin: noted.origin.clone(),
            fingerprint: String::new(),
            version: 1,
            statement: row.text("statement")?,
            value: row.text("value")?,
            unit: row.any("unit")?,
            year: row.text_if("year")?,
            geography: row.any("geography")?,
            population: row.any("population")?,
            source_id: row.id("source", &known.sources)?,
        });
        records.starter_rows.push(noted);
    }
    Ok(())
}
