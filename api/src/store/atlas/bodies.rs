//! Commissioners, providers and funders.

use planning::facts::{Body, BodyName, BodySuccession};

use super::RowFault;
use super::fact::At;

pub(super) fn body(row: entity::body::Model) -> Result<Body, RowFault> {
    let at = At {
        table: "body",
        row: &row.id,
    };
    Ok(Body {
        valid_from: at.date_if("valid_from", row.valid_from.as_deref())?,
        valid_to: at.date_if("valid_to", row.valid_to.as_deref())?,
        version: row.version,
        id: row.id,
        name: row.name,
        kind: row.kind,
        charity_number: row.charity_number,
        company_number: row.company_number,
        ods_code: row.ods_code,
        note: row.note,
    })
}

pub(super) fn name(row: entity::body_name::Model) -> Result<BodyName, RowFault> {
    Ok(BodyName {
        version: row.version,
        id: row.id,
        body: row.body_id,
        name: row.name,
    })
}

pub(super) fn succession(row: entity::body_succession::Model) -> Result<BodySuccession, RowFault> {
    let at = At {
        table: "body_succession",
        row: &row.id,
    };
    Ok(BodySuccession {
        date: at.date_if("date", row.date.as_deref())?,
        version: row.version,
        id: row.id,
        predecessor: row.predecessor_id,
        successor: row.successor_id,
        kind: row.kind,
        certainty: row.certainty,
        source: row.source_id,
        note: row.note,
    })
}
