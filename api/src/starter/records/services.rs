//! The records of services: bodies, coverage, contracts and the evidence.

use std::collections::{BTreeMap, BTreeSet};

use entity::{contract, coverage, service, service_body};
use planning::closed::Role;

use super::Records;
use super::matched::{Placed, Service, by_key, find};
use super::told::Told;

/// The records of the services and of the absences.
pub(super) fn records(told: &[Told], placed: &Placed, records: &mut Records) {
    let by_key = by_key(told);
    for found in &placed.services {
        let Some(lead) = by_key.get(&found.lead) else {
            continue;
        };
        records.services.push(service::Model {
            visibility: "public".to_owned(),
            owner_id: None,
            id: found.id.clone(),
            origin: lead.origin(),
            fingerprint: String::new(),
            version: 1,
            title: lead.title.clone(),
            cohort_id: cohort_of(found, &by_key),
            part_of_id: found.part_of.clone(),
        });
        let bodies: BTreeSet<&(Role, String)> = found
            .rows
            .iter()
            .filter_map(|row| by_key.get(row))
            .flat_map(|told| &told.bodies)
            .collect();
        for (role, body) in bodies {
            records.service_bodies.push(service_body::Model {
                id: format!("{}/{body}/{}", found.id, role.code()),
                origin: lead.origin(),
                fingerprint: String::new(),
                version: 1,
                service_id: found.id.clone(),
                body_id: body.clone(),
                role: role.code().to_owned(),
            });
        }
        for told in found.rows.iter().filter_map(|row| by_key.get(row)) {
            contract(told, &found.id, &by_key, placed, records);
        }
    }
    for told in told {
        let place = placed.of(told);
        if place.is_some() || told.tells_of_absence() {
            coverage(told, place.map(|place| place.service.as_str()), records);
        }
        if told.unplaced.is_none() {
            records.evidence.push(told.evidence.clone());
        }
    }
}

/// The cohort that every row tells of; everybody where they differ.
fn cohort_of(service: &Service, by_key: &BTreeMap<String, &Told>) -> String {
    let told = service.rows.iter().filter_map(|row| by_key.get(row));
    let cohorts: BTreeSet<&String> = told.map(|told| &told.cohort).collect();
    match cohorts.first() {
        Some(only) if cohorts.len() == 1 => (*only).clone(),
        _ => "all".to_owned(),
    }
}

/// One row for each offer in each area. A claim about a nation is kept as a
/// claim and covers no place in it.
fn coverage(told: &Told, service: Option<&str>, records: &mut Records) {
    let is_local = |area: &&String| told.claim.is_none() || !area.starts_with("nation:");
    for offer in &told.offers {
        for area in told.areas.iter().filter(is_local) {
            records.coverage.push(coverage::Model {
                visibility: "public".to_owned(),
                owner_id: None,
                id: format!("coverage:{}/{offer}/{area}", told.key()),
                origin: told.origin(),
                fingerprint: String::new(),
                version: 1,
                service_id: service.map(str::to_owned),
                offer_id: offer.clone(),
                area_id: area.clone(),
                cohort_id: told.cohort.clone(),
                status: told.status.clone(),
                starts_on: told.starts_on.clone(),
                ends_on: told.ends_on.clone(),
                base_ends_on: told.base_ends_on.clone(),
                stages: told.stages.clone(),
                intensity: told.intensity.clone(),
                evidence_id: told.evidence.id.clone(),
            });
        }
    }
}

fn contract(
    told: &Told,
    service: &str,
    by_key: &BTreeMap<String, &Told>,
    placed: &Placed,
    records: &mut Records,
) {
    let Some(money) = &told.contract else {
        return;
    };
    let whole = told
        .part_of
        .as_deref()
        .and_then(|row| find(by_key, told, row))
        .filter(|whole| whole.contract.is_some() && placed.of(whole).is_some());
    records.contracts.push(contract::Model {
        visibility: "public".to_owned(),
        owner_id: None,
        id: format!("contract:{}", told.key()),
        origin: told.origin(),
        fingerprint: String::new(),
        version: 1,
        service_id: service.to_owned(),
        reference: told.reference.clone(),
        status: told.status.clone(),
        starts_on: told.starts_on.clone(),
        ends_on: told.ends_on.clone(),
        base_ends_on: told.base_ends_on.clone(),
        base_months: money.base_months,
        extension_months: money.extension_months,
        value_pence: money.value_pence,
        value_basis: money.value_basis.clone(),
        vat: money.vat.clone(),
        annual_base_pence: money.annual_base_pence,
        annual_full_pence: money.annual_full_pence,
        part_of_id: whole.map(|whole| format!("contract:{}", whole.key())),
        places: None,
        lot: money.lot.clone(),
        procedure: money.procedure.clone(),
        evidence_id: told.evidence.id.clone(),
    });
}
