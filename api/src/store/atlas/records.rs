//! Searches, claims, statements, figures, and what became of each starter row.

use planning::facts::{Claim, Figure, Search, StarterRow, Statement};

use super::RowFault;
use super::fact::{At, list};

pub(super) fn search(row: entity::search::Model) -> Result<Search, RowFault> {
    let at = At {
        table: "search",
        row: &row.id,
    };
    Ok(Search {
        searched_on: at.date_if("searched_on", row.searched_on.as_deref())?,
        version: row.version,
        id: row.id,
        offer: row.offer_id,
        area: row.area_id,
        what_was_searched: row.what_was_searched,
    })
}

pub(super) fn claim(row: entity::claim::Model) -> Result<Claim, RowFault> {
    let at = At {
        table: "claim",
        row: &row.id,
    };
    Ok(Claim {
        visibility: at.code("visibility", &row.visibility)?,
        communities: list(&row.communities),
        works_with_justice: at.code("works_with_justice", &row.works_with_justice)?,
        status: at.code("status", &row.status)?,
        starts_on: at.date_if("starts_on", row.starts_on.as_deref())?,
        ends_on: at.date_if("ends_on", row.ends_on.as_deref())?,
        version: row.version,
        id: row.id,
        service: row.service_id,
        body: row.body_id,
        kind: row.kind,
        communities_as_stated: row.communities_as_stated,
        area: row.area_id,
        is_provision: row.is_provision,
        evidence: row.evidence_id,
        owner: row.owner_id,
    })
}

pub(super) fn statement(row: entity::statement::Model) -> Result<Statement, RowFault> {
    let at = At {
        table: "statement",
        row: &row.id,
    };
    Ok(Statement {
        as_of: at.date_if("as_of", row.as_of.as_deref())?,
        version: row.version,
        id: row.id,
        kind: row.kind,
        offer: row.offer_id,
        area: row.area_id,
        cohort: row.cohort_id,
        evidence: row.evidence_id,
    })
}

pub(super) fn figure(row: entity::figure::Model) -> Result<Figure, RowFault> {
    Ok(Figure {
        version: row.version,
        id: row.id,
        statement: row.statement,
        value: row.value,
        unit: row.unit,
        year: row.year.unwrap_or_default(),
        geography: row.geography,
        population: row.population,
        source: row.source_id,
    })
}

pub(super) fn starter_row(row: entity::starter_row::Model) -> Result<StarterRow, RowFault> {
    Ok(StarterRow {
        version: row.version,
        id: row.id,
        table: row.table_name,
        row: row.row_id,
        outcome: row.outcome,
        record_kind: row.record_kind,
        record: row.record_id,
        reason: row.reason,
    })
}
