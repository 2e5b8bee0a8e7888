//! What an organisation says of itself, read into what planning asks.

use std::collections::BTreeSet;

use async_graphql::{ID, InputObject};
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::closed::OpeningConditionKind;
use planning::facts as f;
use planning::openings::{Profile, Share};
use planning::table::Ix;
use serde_json::Value;

use super::find;
use crate::graphql::enums::{ApplyingAs, LegalForm};
use crate::graphql::error::{Fault, cut};
use crate::graphql::id::NodeType;
use crate::keeping::pence;

/// Codes or ids that one field of a profile may hold.
const MOST_GIVEN: usize = 200;

/// What an organisation says of itself. Every field may be left out: what is left out is not held against it, and nothing is counted for it. Nothing of it is kept.
#[derive(InputObject, Clone, Debug, Default)]
pub struct OrganisationProfileInput {
    /// What it is in law; several where several hold. At least one, or leave it out.
    pub legal_forms: Option<Vec<LegalForm>>,
    /// Yearly turnover in pounds sterling, as text: `300000.00`.
    pub turnover: Option<String>,
    /// Where it works: official codes of areas, prisons or courts. At least one, or leave it out.
    pub areas: Option<Vec<String>>,
    /// Whom it serves: codes of cohorts. At least one, or leave it out.
    pub cohorts: Option<Vec<String>>,
    /// The communities that it is led by and for, by code; empty: none.
    pub led_by_and_for: Option<Vec<String>>,
    /// How much of its board is from those communities, in thousandths, 0 to 1000.
    pub board_permille: Option<i32>,
    /// How much of its staff is from those communities, in thousandths, 0 to 1000.
    pub staff_permille: Option<i32>,
    /// What it gives: codes of offers. At least one, or leave it out.
    pub offers: Option<Vec<String>>,
    /// As what it would apply. At least one, or leave it out.
    pub applying_as: Option<Vec<ApplyingAs>>,
    /// The frameworks that it is a supplier of, by the codes that conditions name; empty: none.
    pub frameworks: Option<Vec<String>>,
    /// The services that it provides now, by id; empty: none.
    pub services: Option<Vec<ID>>,
}

/// Reads a profile; the first field that cannot be read is the error.
pub fn read(
    atlas: &Atlas,
    given: &OrganisationProfileInput,
    day: NaiveDate,
) -> Result<Profile, Fault> {
    let turnover = given.turnover.as_ref().map(|text| {
        pence("profile.turnover", &Value::from(text.as_str())).map_err(|problem| Fault::BadInput {
            field: problem.field,
            what: format!("'{}': {}", cut(text), problem.message),
        })
    });
    Ok(Profile {
        legal_forms: several("profile.legalForms", &given.legal_forms, |form| {
            Ok((*form).into())
        })?,
        turnover_pence: turnover.transpose()?,
        areas: several("profile.areas", &given.areas, |code| {
            find::area_on(atlas, "profile.areas", code, None, day)
        })?,
        cohorts: several("profile.cohorts", &given.cohorts, |code| {
            cohort(atlas, "profile.cohorts", code)
        })?,
        led_by_and_for: any("profile.ledByAndFor", &given.led_by_and_for, |code| {
            community(atlas, "profile.ledByAndFor", code)
        })?,
        board: share("profile.boardPermille", given.board_permille)?,
        staff: share("profile.staffPermille", given.staff_permille)?,
        offers: several("profile.offers", &given.offers, |code| {
            find::offer(atlas, "profile.offers", code)
        })?,
        joining: several("profile.applyingAs", &given.applying_as, |way| {
            Ok((*way).into())
        })?,
        frameworks: any("profile.frameworks", &given.frameworks, |code| {
            framework(atlas, "profile.frameworks", code)
        })?,
        services: any("profile.services", &given.services, |id| {
            service(atlas, "profile.services", id)
        })?,
    })
}

/// A list of which an empty one says nothing, so that it is a mistake.
fn several<G, T, C: FromIterator<T>>(
    field: &str,
    given: &Option<Vec<G>>,
    read: impl Fn(&G) -> Result<T, Fault>,
) -> Result<Option<C>, Fault> {
    if given.as_ref().is_some_and(Vec::is_empty) {
        return Err(Fault::BadInput {
            field: field.to_owned(),
            what: "the list is empty: name at least one, or leave the field out".to_owned(),
        });
    }
    any(field, given, read)
}

/// A list of which an empty one says: none.
fn any<G, T, C: FromIterator<T>>(
    field: &str,
    given: &Option<Vec<G>>,
    read: impl Fn(&G) -> Result<T, Fault>,
) -> Result<Option<C>, Fault> {
    let Some(given) = given else {
        return Ok(None);
    };
    if given.len() > MOST_GIVEN {
        return Err(Fault::BadInput {
            field: field.to_owned(),
            what: format!("{} are given: name at most {MOST_GIVEN}", given.len()),
        });
    }
    given.iter().map(read).collect::<Result<C, _>>().map(Some)
}

fn share(field: &str, given: Option<i32>) -> Result<Option<Share>, Fault> {
    let Some(given) = given else {
        return Ok(None);
    };
    let share = u16::try_from(given).ok().and_then(Share::of_thousand);
    share.map(Some).ok_or_else(|| Fault::BadInput {
        field: field.to_owned(),
        what: format!("{given} is no number of thousandths: give 0 to 1000"),
    })
}

fn cohort(atlas: &Atlas, field: &str, code: &str) -> Result<Ix<f::Cohort>, Fault> {
    let found = find::cohort(atlas, field, Some(code))?;
    found.ok_or(Fault::NoScope)
}

fn community(atlas: &Atlas, field: &str, code: &str) -> Result<Ix<f::Community>, Fault> {
    let found = find::community(atlas, field, Some(code))?;
    found.ok_or(Fault::NoScope)
}

fn framework(atlas: &Atlas, field: &str, code: &str) -> Result<String, Fault> {
    let known: BTreeSet<&str> = atlas
        .opening_conditions
        .rows()
        .iter()
        .filter(|row| row.kind == OpeningConditionKind::Framework)
        .flat_map(|row| row.words.as_deref().unwrap_or_default().split(';'))
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .collect();
    if known.contains(code) {
        return Ok(code.to_owned());
    }
    Err(Fault::UnknownCode {
        field: field.to_owned(),
        given: cut(code),
        suggestions: known.into_iter().map(str::to_owned).collect(),
    })
}

fn service(atlas: &Atlas, field: &str, id: &str) -> Result<Ix<f::Service>, Fault> {
    let row = NodeType::Service.parse(field, id)?;
    atlas.services.find(&row).ok_or_else(|| Fault::UnknownCode {
        field: field.to_owned(),
        given: cut(id),
        suggestions: Vec::new(),
    })
}
