//! Claims, each with who makes it, and what a row says that is no provision.

use entity::{claim, statement};

use super::Records;
use super::matched::Placed;
use super::told::{Claimed, Told};

/// One claim for each organisation and area of a row; one without a body where the row names no
/// organisation. What another table tells that is no provision is a statement about its area.
pub(super) fn claims(told: &[Told], placed: &Placed, records: &mut Records) {
    for told in told.iter().filter(|told| told.unplaced.is_none()) {
        match &told.claim {
            Some(claimed) => {
                let service = placed.of(told).map(|place| place.service.clone());
                claim(told, claimed, service.as_ref(), records);
            }
            None if !told.is_provision => statements(told, records),
            None => {}
        }
    }
}

fn claim(told: &Told, claimed: &Claimed, service: Option<&String>, records: &mut Records) {
    let mut bodies: Vec<Option<&String>> = claimed.organisations.iter().map(Some).collect();
    if bodies.is_empty() {
        bodies.push(None);
    }
    for area in &told.areas {
        for body in &bodies {
            let mut id = format!("claim:{}", told.row);
            if told.areas.len() > 1 {
                id = format!("{id}/{area}");
            }
            if let (Some(body), true) = (body, bodies.len() > 1) {
                id = format!("{id}/{body}");
            }
            records.claims.push(claim::Model {
                visibility: "public".to_owned(),
                owner_id: None,
                id,
                origin: told.origin(),
                fingerprint: String::new(),
                version: 1,
                service_id: service.cloned(),
                body_id: body.cloned(),
                kind: claimed.kind.clone(),
                communities: claimed.communities.clone(),
                communities_as_stated: claimed.communities_as_stated.clone(),
                area_id: Some(area.clone()),
                works_with_justice: claimed.works_with_justice.clone(),
                status: told.status.clone(),
                starts_on: told.starts_on.clone(),
                ends_on: told.ends_on.clone(),
                is_provision: told.is_provision,
                evidence_id: told.evidence.id.clone(),
            });
        }
    }
}

fn statements(told: &Told, records: &mut Records) {
    for offer in &told.offers {
        for area in &told.areas {
            records.statements.push(statement::Model {
                id: format!("statement:{}/{offer}/{area}", told.key()),
                origin: told.origin(),
                fingerprint: String::new(),
                version: 1,
                kind: "area_statement".to_owned(),
                offer_id: Some(offer.clone()),
                area_id: Some(area.clone()),
                cohort_id: told.cohort.clone(),
                as_of: told.starts_on.clone(),
                evidence_id: told.evidence.id.clone(),
            });
        }
    }
}
