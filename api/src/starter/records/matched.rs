//! Which rows tell of one service, and which service is a part of which.

use std::collections::BTreeMap;

use planning::closed::Role;
use planning::dates::PartialDate;
use planning::matching::{self, Rule, Telling};

use super::telling::is_contract_table;
use super::told::Told;
use crate::starter::read::BrokenRow;

/// The service of each row, by the row's key.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) services: Vec<Service>,
    of_row: BTreeMap<String, Place>,
}

/// Where a row went.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The service.
    pub(super) service: String,
    /// The rule and the leading row, if another row leads.
    pub(super) joined: Option<(Rule, String)>,
}

/// One service.
#[derive(Debug)]
pub(super) struct Service {
    pub(super) id: String,
    /// The key of the row that names it.
    pub(super) lead: String,
    /// The service that it lies inside.
    pub(super) part_of: Option<String>,
    /// The keys of the rows that tell of it, the leading one first.
    pub(super) rows: Vec<String>,
}

impl Placed {
    /// Where a row went; `None` if it tells of no service.
    pub(super) fn of(&self, told: &Told) -> Option<&Place> {
        self.of_row.get(&told.key())
    }

    /// The service of a row, by the row's key; `None` if it tells of no service.
    pub(super) fn service(&self, key: &str) -> Option<&str> {
        self.of_row.get(key).map(|place| place.service.as_str())
    }
}

/// Finds the services.
pub(super) fn place(told: &[Told]) -> Result<Placed, BrokenRow> {
    let tellings: Vec<Telling> = told
        .iter()
        .filter(|told| told.tells_of_service())
        .map(telling)
        .collect();
    let mut placed = Placed {
        services: Vec::new(),
        of_row: BTreeMap::new(),
    };
    for matched in matching::services(&tellings) {
        let id = format!("service:{}", matched.lead);
        let mut rows = vec![matched.lead.clone()];
        let own = Place {
            service: id.clone(),
            joined: None,
        };
        placed.of_row.insert(matched.lead.clone(), own);
        for (row, rule) in matched.joined {
            let place = Place {
                service: id.clone(),
                joined: Some((rule, matched.lead.clone())),
            };
            placed.of_row.insert(row.clone(), place);
            rows.push(row);
        }
        placed.services.push(Service {
            id,
            lead: matched.lead,
            part_of: None,
            rows,
        });
    }
    name_wholes(told, &mut placed)?;
    wholes_first(told, &mut placed)?;
    Ok(placed)
}

fn telling(told: &Told) -> Telling {
    let of = |wanted: Role| {
        told.bodies
            .iter()
            .filter(|(role, _)| *role == wanted)
            .map(|(_, body)| body.clone())
            .collect()
    };
    let date = |text: &Option<String>| text.as_deref().and_then(|t| t.parse::<PartialDate>().ok());
    Telling {
        row: told.key(),
        offers: told.offers.iter().cloned().collect(),
        areas: told.areas.iter().cloned().collect(),
        cohort: told.matched_as.clone(),
        status: told.status.clone(),
        start: date(&told.starts_on),
        end: date(&told.ends_on),
        providers: of(Role::Provider),
        subcontractors: of(Role::Subcontractor),
        commissioners: of(Role::Commissioner),
        // `crs` says which family of contracts a row belongs to, not which one.
        reference: told
            .reference
            .clone()
            .filter(|reference| reference != "crs")
            .unwrap_or_default(),
        url: told.url.clone().unwrap_or_default(),
        is_contract: is_contract_table(told.table),
    }
}

/// Rows by their keys.
pub(super) fn by_key(told: &[Told]) -> BTreeMap<String, &Told> {
    told.iter().map(|told| (told.key(), told)).collect()
}

/// The row that another one names: of its own table first, then of any.
pub(super) fn find<'a>(
    by_key: &BTreeMap<String, &'a Told>,
    from: &Told,
    row: &str,
) -> Option<&'a Told> {
    by_key
        .get(&format!("{}:{row}", from.table))
        .or_else(|| by_key.values().find(|told| told.row == row))
        .copied()
}

/// The service that each service is a part of, by what its leading row says.
fn name_wholes(told: &[Told], placed: &mut Placed) -> Result<(), BrokenRow> {
    let by_key = by_key(told);
    let mut wholes = Vec::new();
    for found in &placed.services {
        let whole = match by_key.get(&found.lead) {
            Some(lead) => whole_of(lead, &by_key)?,
            None => None,
        };
        wholes.push(
            whole
                .and_then(|whole| placed.service(&whole.key()))
                .filter(|whole| *whole != found.id)
                .map(str::to_owned),
        );
    }
    for (found, whole) in placed.services.iter_mut().zip(wholes) {
        found.part_of = whole;
    }
    Ok(())
}

fn whole_of<'a>(
    told: &Told,
    by_key: &BTreeMap<String, &'a Told>,
) -> Result<Option<&'a Told>, BrokenRow> {
    let Some(row) = &told.part_of else {
        return Ok(None);
    };
    match find(by_key, told, row) {
        Some(whole) => Ok(Some(whole)),
        None => {
            let why =
                format!("'{row}' is no row of the starter tables: name one or leave it empty");
            Err(told.shipped.fault("part_of", why))
        }
    }
}

/// Sorts services so that the whole is written before its parts.
fn wholes_first(told: &[Told], placed: &mut Placed) -> Result<(), BrokenRow> {
    let part_of: BTreeMap<String, String> = placed
        .services
        .iter()
        .filter_map(|found| Some((found.id.clone(), found.part_of.clone()?)))
        .collect();
    let depth = |id: &str| {
        let mut at = id;
        (0..=part_of.len()).find(|_| match part_of.get(at) {
            Some(whole) => {
                at = whole;
                false
            }
            None => true,
        })
    };
    let by_key = by_key(told);
    for found in &placed.services {
        if depth(&found.id).is_none()
            && let Some(lead) = by_key.get(&found.lead)
        {
            return Err(lead.shipped.fault(
                "part_of",
                "goes round in a circle: a service is no part of itself",
            ));
        }
    }
    placed
        .services
        .sort_by_cached_key(|found| (depth(&found.id), found.id.clone()));
    Ok(())
}
