//! From the codes that a question gives to the rows that they mean.

use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::closed::AreaKind;
use planning::facts as f;
use planning::search::{Among, suggest};
use planning::table::Ix;

use crate::graphql::error::{Fault, cut};
use crate::graphql::id::{NodeType, split};

/// The area behind an official code, ended or not. `kind` settles a code that
/// several kinds share; without it a district comes before its upper tier.
pub fn area(
    atlas: &Atlas,
    field: &str,
    code: &str,
    kind: Option<AreaKind>,
    day: NaiveDate,
) -> Result<Ix<f::Area>, Fault> {
    let mut found: Vec<Ix<f::Area>> = atlas
        .areas_by_code(code.trim())
        .into_iter()
        .map(|(ix, _)| ix)
        .filter(|ix| kind.is_none_or(|kind| atlas.areas.get(*ix).kind == kind))
        .collect();
    found.sort_by_key(|ix| {
        let row = atlas.areas.get(*ix);
        (!row.exists_on(day), row.kind, *ix)
    });
    found
        .first()
        .copied()
        .ok_or_else(|| unknown_area(atlas, field, code, kind))
}

/// The same, but it must exist on the day: the message says since or until
/// when it did, and what stands in its place.
pub fn area_on(
    atlas: &Atlas,
    field: &str,
    code: &str,
    kind: Option<AreaKind>,
    day: NaiveDate,
) -> Result<Ix<f::Area>, Fault> {
    let ix = area(atlas, field, code, kind, day)?;
    let row = atlas.areas.get(ix);
    if row.exists_on(day) {
        return Ok(ix);
    }
    let before = row.valid_from.filter(|from| day < from.first());
    let what = match (before, row.valid_to) {
        (Some(from), _) => format!("did not exist on {day}: it began on {from}"),
        (None, Some(to)) => format!("did not exist on {day}: it ended on {to}"),
        (None, None) => format!("did not exist on {day}"),
    };
    let others: Vec<&str> = if before.is_some() {
        atlas
            .predecessors_of(ix)
            .map(|s| s.predecessor.as_str())
            .collect()
    } else {
        atlas
            .successors_of(ix)
            .map(|s| s.successor.as_str())
            .collect()
    };
    let instead = others
        .into_iter()
        .filter_map(|id| atlas.areas.find(id))
        .map(|other| {
            let code = super::lists::main_code(atlas, other, day).unwrap_or("no code");
            format!("{} ({code})", atlas.areas.get(other).name)
        })
        .collect();
    Err(Fault::NotOnDate {
        field: field.to_owned(),
        name: row.name.clone(),
        code: cut(code),
        what,
        instead,
    })
}

fn unknown_area(atlas: &Atlas, field: &str, code: &str, kind: Option<AreaKind>) -> Fault {
    let among = Among {
        areas: true,
        bodies: false,
        services: false,
        offers: false,
    };
    let mut suggestions: Vec<String> = planning::search::search(atlas, code, among, 3)
        .into_iter()
        .filter_map(|hit| match hit.found {
            planning::search::Found::Area(ix) => Some(ix),
            _ => None,
        })
        .map(|ix| {
            let row = atlas.areas.get(ix);
            let code = atlas
                .codes_of(ix)
                .next()
                .map_or("no code", |c| c.code.as_str());
            format!("{code} ({}, {})", row.name, row.kind.code())
        })
        .collect();
    suggestions.dedup();
    let given = match kind {
        None => cut(code),
        Some(kind) => format!("{} ({})", cut(code), kind.code()),
    };
    Fault::UnknownCode {
        field: field.to_owned(),
        given,
        suggestions,
    }
}

/// The offer behind a code.
pub fn offer(atlas: &Atlas, field: &str, code: &str) -> Result<Ix<f::Offer>, Fault> {
    let among = Among {
        areas: false,
        bodies: false,
        services: false,
        offers: true,
    };
    atlas.offers.find(code).ok_or_else(|| Fault::UnknownCode {
        field: field.to_owned(),
        given: cut(code),
        suggestions: suggest(atlas, &code.replace('_', " "), among)
            .into_iter()
            .filter_map(|name| {
                let found = atlas
                    .offers
                    .iter()
                    .find(|(_, o)| o.name == name || o.id == name);
                found.map(|(_, offer)| offer.id.clone())
            })
            .collect(),
    })
}

/// The body with an id, or else with a name, in whatever case.
pub fn body(atlas: &Atlas, field: &str, given: &str) -> Result<Ix<f::Body>, Fault> {
    let by_id = split(given).filter(|(found, _)| *found == NodeType::Body);
    if let Some(ix) = by_id.and_then(|(_, id)| atlas.bodies.find(&id)) {
        return Ok(ix);
    }
    let name = given.trim().to_lowercase();
    let mut bodies = atlas.bodies.iter();
    let found = bodies.find(|(_, row)| row.name.to_lowercase() == name);
    let among = Among {
        areas: false,
        bodies: true,
        services: false,
        offers: false,
    };
    found.map(|(ix, _)| ix).ok_or_else(|| Fault::UnknownCode {
        field: field.to_owned(),
        given: cut(given),
        suggestions: suggest(atlas, given, among),
    })
}

/// The cohort behind a code, if one is given.
pub fn cohort(
    atlas: &Atlas,
    field: &str,
    code: Option<&str>,
) -> Result<Option<Ix<f::Cohort>>, Fault> {
    let Some(code) = code else {
        return Ok(None);
    };
    let found = atlas.cohorts.find(code);
    found.map(Some).ok_or_else(|| Fault::UnknownCode {
        field: field.to_owned(),
        given: cut(code),
        suggestions: atlas
            .cohorts
            .iter()
            .map(|(_, row)| row.id.clone())
            .collect(),
    })
}

/// The community behind a code, if one is given.
pub fn community(
    atlas: &Atlas,
    field: &str,
    code: Option<&str>,
) -> Result<Option<Ix<f::Community>>, Fault> {
    let Some(code) = code else {
        return Ok(None);
    };
    let found = atlas.communities.find(code);
    found.map(Some).ok_or_else(|| Fault::UnknownCode {
        field: field.to_owned(),
        given: cut(code),
        suggestions: atlas
            .communities
            .iter()
            .map(|(_, row)| row.id.clone())
            .collect(),
    })
}
