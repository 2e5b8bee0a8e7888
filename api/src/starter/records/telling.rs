//! Reading a row of the tables of provision, and a row of claims.

use std::collections::{BTreeMap, BTreeSet};

use entity::evidence;
use planning::closed::{
    Grade, Intensity, ProcurementProcedure, Role, Stage, Status, WorksWithJustice,
};

use super::told::{Claimed, Money, Told, evidence_of, non_empty, some};
use super::{COMMUNITY_NAMED, Known};
use crate::starter::read::{BrokenRow, Row};
use crate::starter::words;

/// A row of one of the five tables that share a layout.
pub(super) fn of_provision(
    table: &'static str,
    row: Row,
    known: &Known,
    urls: &BTreeMap<&str, &str>,
) -> Result<Told, BrokenRow> {
    let name = row.text("row")?;
    let cohort = row.id("cohort", &known.cohorts)?;
    let status = row.word("status", words::STATUSES)?;
    // A stated value is kept as a contract also where the row tells of a service.
    let has_terms = is_contract_table(table) || row.text_if("value_pence")?.is_some();
    let evidence = evidence::Model {
        grade: row.code::<Grade>("grade")?,
        asserted_by: row.word("asserted_by", words::ASSERTERS)?,
        ..evidence_of(table, &name, &row, known)?
    };
    let mut bodies = BTreeSet::new();
    for (column, role) in [
        ("commissioners", Role::Commissioner),
        ("providers", Role::Provider),
        ("subcontractors", Role::Subcontractor),
    ] {
        let ids = row.ids(column, &known.bodies)?;
        bodies.extend(ids.into_iter().map(|body| (role, body)));
    }
    let unplaced = row.text_if("unplaced")?;
    Ok(Told {
        table,
        title: row.text("title")?,
        offers: some(&row, "offers", row.ids("offers", &known.offers)?, &unplaced)?,
        areas: some(&row, "areas", row.ids("areas", &known.areas)?, &unplaced)?,
        matched_as: cohort.clone(),
        cohort,
        starts_on: row.date_if("start")?,
        ends_on: row.date_if("end")?,
        base_ends_on: row.date_if("base_end")?,
        stages: non_empty(row.codes::<Stage>("stages")?),
        intensity: row.code_if::<Intensity>("intensity")?,
        bodies,
        reference: row.text_if("reference")?,
        // A page that a provider or the press made may speak of many services;
        // a notice speaks of its own.
        url: (table == "procurement" || evidence.grade == Grade::OfficialNotice.code())
            .then(|| urls.get(evidence.source_id.as_str()))
            .flatten()
            .map(|url| (*url).to_owned()),
        part_of: row.text_if("part_of")?,
        is_provision: status != "not_provision",
        status,
        contract: has_terms.then(|| money(&row)).transpose()?,
        claim: None,
        unplaced,
        evidence,
        row: name,
        shipped: row,
    })
}

/// Tables of which each row is a contract of its own: two are never one service.
pub(super) fn is_contract_table(table: &str) -> bool {
    matches!(table, "procurement" | "crs")
}

fn money(row: &Row) -> Result<Money, BrokenRow> {
    let vat = row.word("vat", words::VAT)?;
    Ok(Money {
        base_months: row.number_if("base_months")?,
        extension_months: row.number_if("extension_months")?,
        value_pence: row.number_if("value_pence")?,
        value_basis: row.text_if("value_basis")?,
        vat: non_empty(vat).unwrap_or_else(|| "not_stated".to_owned()),
        annual_base_pence: row.number_if("annual_base_pence")?,
        annual_full_pence: row.number_if("annual_full_pence")?,
        lot: row.text_if("lot")?,
        procedure: row.code_if::<ProcurementProcedure>("procedure")?,
    })
}

/// A row of claims.
pub(super) fn of_claim(
    row: Row,
    known: &Known,
    for_whom: &BTreeMap<&str, &str>,
) -> Result<Told, BrokenRow> {
    let name = row.text("row")?;
    let unplaced = row.text_if("unplaced")?;
    let offers = some(&row, "offers", row.ids("offers", &known.offers)?, &unplaced)?;
    let organisations = row.ids("organisation", &known.bodies)?;
    let funders = row.ids("funders", &known.bodies)?;
    let bodies = (organisations.iter().map(|id| (Role::Provider, id.clone())))
        .chain(funders.into_iter().map(|id| (Role::Funder, id)))
        .collect();
    // The table gives no grade: who makes the claim decides what kind of word it is.
    let (grade, asserted_by) = match row.word("asserted_by", words::CLAIMANTS)?.as_str() {
        "itself" => (Grade::ProviderPage, "provider"),
        "commissioner" => (Grade::ResponsibleBody, "commissioner"),
        "funder" => (Grade::Other, "funder"),
        _ => (Grade::Other, "third_party"),
    };
    Ok(Told {
        table: "claims",
        title: row.text("title")?,
        areas: some(&row, "areas", row.ids("areas", &known.areas)?, &unplaced)?,
        cohort: COMMUNITY_NAMED.to_owned(),
        matched_as: matched_as(&offers, for_whom),
        offers,
        status: row.code::<Status>("status")?,
        starts_on: row.date_if("start")?,
        ends_on: row.date_if("end")?,
        base_ends_on: None,
        stages: non_empty(row.codes::<Stage>("stages")?),
        intensity: row.code_if::<Intensity>("intensity")?,
        bodies,
        reference: None,
        url: None,
        part_of: None,
        is_provision: row.flag("is_provision")?,
        evidence: evidence::Model {
            grade: grade.code().to_owned(),
            asserted_by: asserted_by.to_owned(),
            ..evidence_of("claims", &name, &row, known)?
        },
        contract: None,
        claim: Some(Claimed {
            kind: row
                .word("claim_kind", words::CLAIM_KINDS)?
                .replace('-', "_"),
            organisations,
            communities: row.ids("communities", &known.communities)?.join(";"),
            communities_as_stated: row.any("communities_as_stated")?,
            works_with_justice: row.code::<WorksWithJustice>("works_with_justice")?,
        }),
        unplaced,
        row: name,
        shipped: row,
    })
}

/// A claim about an offer that is for women is matched with the services for women: that a
/// community is named too narrows its records, not what it is a part of.
fn matched_as(offers: &[String], for_whom: &BTreeMap<&str, &str>) -> String {
    let cohorts: BTreeSet<&str> = offers
        .iter()
        .filter_map(|offer| for_whom.get(offer.as_str()).copied())
        .filter(|cohort| *cohort != "all")
        .collect();
    match (cohorts.first(), cohorts.len()) {
        (Some(cohort), 1) => (*cohort).to_owned(),
        _ => COMMUNITY_NAMED.to_owned(),
    }
}
