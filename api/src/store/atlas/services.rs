//! Services, where they are on record, their contracts and the evidence.

use planning::facts::{Contract, Coverage, Evidence, FundingStream, Service, ServiceBody};

use super::RowFault;
use super::fact::At;

pub(super) fn evidence(row: entity::evidence::Model) -> Result<Evidence, RowFault> {
    let at = At {
        table: "evidence",
        row: &row.id,
    };
    Ok(Evidence {
        grade: at.code("grade", &row.grade)?,
        as_of: at.date_if("as_of", row.as_of.as_deref())?,
        review_on: at.date_if("review_on", row.review_on.as_deref())?,
        confidence: match row.confidence.as_str() {
            "not_stated" => None,
            stated => Some(at.code("confidence", stated)?),
        },
        version: row.version,
        id: row.id,
        source: row.source_id,
        asserted_by: row.asserted_by,
        statement: row.statement,
        starter_table: row.starter_table,
        starter_row: row.starter_row,
        asserter: row.asserter_id,
    })
}

pub(super) fn service(row: entity::service::Model) -> Result<Service, RowFault> {
    let at = At {
        table: "service",
        row: &row.id,
    };
    Ok(Service {
        visibility: at.code("visibility", &row.visibility)?,
        version: row.version,
        id: row.id,
        title: row.title,
        cohort: row.cohort_id,
        part_of: row.part_of_id,
        owner: row.owner_id,
    })
}

pub(super) fn service_body(row: entity::service_body::Model) -> Result<ServiceBody, RowFault> {
    let at = At {
        table: "service_body",
        row: &row.id,
    };
    Ok(ServiceBody {
        role: at.code("role", &row.role)?,
        version: row.version,
        id: row.id,
        service: row.service_id,
        body: row.body_id,
    })
}

pub(super) fn coverage(row: entity::coverage::Model) -> Result<Coverage, RowFault> {
    let at = At {
        table: "coverage",
        row: &row.id,
    };
    Ok(Coverage {
        visibility: at.code("visibility", &row.visibility)?,
        status: at.code("status", &row.status)?,
        starts_on: at.date_if("starts_on", row.starts_on.as_deref())?,
        ends_on: at.date_if("ends_on", row.ends_on.as_deref())?,
        base_ends_on: at.date_if("base_ends_on", row.base_ends_on.as_deref())?,
        stages: at.codes("stages", row.stages.as_deref().unwrap_or_default())?,
        intensity: at.code_if("intensity", row.intensity.as_deref())?,
        version: row.version,
        id: row.id,
        service: row.service_id,
        offer: row.offer_id,
        area: row.area_id,
        cohort: row.cohort_id,
        evidence: row.evidence_id,
        owner: row.owner_id,
    })
}

pub(super) fn contract(row: entity::contract::Model) -> Result<Contract, RowFault> {
    let at = At {
        table: "contract",
        row: &row.id,
    };
    Ok(Contract {
        visibility: at.code("visibility", &row.visibility)?,
        status: at.code("status", &row.status)?,
        starts_on: at.date_if("starts_on", row.starts_on.as_deref())?,
        ends_on: at.date_if("ends_on", row.ends_on.as_deref())?,
        base_ends_on: at.date_if("base_ends_on", row.base_ends_on.as_deref())?,
        base_months: at.count_if("base_months", row.base_months)?,
        extension_months: at.count_if("extension_months", row.extension_months)?,
        places: at.count_if("places", row.places)?,
        procedure: at.code_if("procedure", row.procedure.as_deref())?,
        version: row.version,
        id: row.id,
        service: row.service_id,
        reference: row.reference,
        value_pence: row.value_pence,
        value_basis: row.value_basis,
        vat: row.vat,
        annual_base_pence: row.annual_base_pence,
        annual_full_pence: row.annual_full_pence,
        part_of: row.part_of_id,
        lot: row.lot,
        evidence: row.evidence_id,
        owner: row.owner_id,
    })
}

pub(super) fn funding_stream(
    row: entity::funding_stream::Model,
) -> Result<FundingStream, RowFault> {
    let at = At {
        table: "funding_stream",
        row: &row.id,
    };
    Ok(FundingStream {
        ring_fenced: at.stated("ring_fenced", &row.ring_fenced)?,
        recurrent: at.stated("recurrent", &row.recurrent)?,
        inside_mhis: at.stated("inside_mhis", &row.inside_mhis)?,
        starts_on: at.date_if("starts_on", row.starts_on.as_deref())?,
        ends_on: at.date_if("ends_on", row.ends_on.as_deref())?,
        visibility: at.code("visibility", &row.visibility)?,
        version: row.version,
        id: row.id,
        name: row.name,
        funder: row.funder_id,
        purpose: row.purpose,
        area: row.area_id,
        cohort: row.cohort_id,
        amount_pence: row.amount_pence,
        evidence: row.evidence_id,
        owner: row.owner_id,
    })
}
