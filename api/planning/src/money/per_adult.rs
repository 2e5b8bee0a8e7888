//! Pounds a year for each adult of the areas that a contract covers.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::endings::Footprint;
use crate::atlas::Atlas;
use crate::closed::AreaKind;
use crate::facts::{Area, Part, Population};
use crate::table::Ix;

/// The published count that pounds are divided by: residents aged 20 and over
/// at the census of 2021, counted by police force area.
pub const ADULTS_MEASURE: &str = "census_2021_aged_20_plus";

/// The adults of some parts, and the published counts that they are the sum of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adults {
    /// How many.
    pub count: u64,
    /// The police force areas that together are just those parts, by id.
    pub areas: Vec<Ix<Area>>,
    /// The sources of their counts, by id, each once.
    pub sources: Vec<String>,
}

impl Adults {
    /// Pence a year for each adult, to the nearest penny, halves up; `None`:
    /// nobody to divide by.
    pub fn each(&self, pence: i64) -> Option<i64> {
        if self.count == 0 {
            return None;
        }
        let (pence, adults) = (i128::from(pence), i128::from(self.count));
        let each = (2 * pence + adults).div_euclid(2 * adults);
        i64::try_from(each).ok()
    }
}

/// The adults who live where a contract is. `None`: it is not in just the parts of
/// whole police force areas, the only ones of which adults are counted.
pub fn adults(atlas: &Atlas, footprint: &Footprint, day: NaiveDate) -> Option<Adults> {
    if footprint.shares_parts || !footprint.sites.is_empty() {
        return None;
    }
    let mut left = footprint.parts.clone();
    let mut found = Adults {
        count: 0,
        areas: Vec::new(),
        sources: Vec::new(),
    };
    for (area, _) in atlas.areas_of_kind(AreaKind::PoliceForce, day) {
        let own: BTreeSet<Ix<Part>> = atlas
            .parts_of(area, day)
            .map(|member| member.part)
            .collect();
        if own.is_empty() || !own.is_subset(&left) {
            continue;
        }
        let Some(count) = count_of(atlas, area) else {
            continue;
        };
        left.retain(|part| !own.contains(part));
        found.count += count.count;
        found.areas.push(area);
        if !found.sources.contains(&count.source) {
            found.sources.push(count.source.clone());
        }
    }
    (left.is_empty() && !found.areas.is_empty()).then_some(found)
}

fn count_of(atlas: &Atlas, area: Ix<Area>) -> Option<&Population> {
    let mut counts = atlas.populations_of(area);
    counts.find(|row| row.measure == ADULTS_MEASURE && row.group == "all")
}
