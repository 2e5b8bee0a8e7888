//! Districts whose NHS and justice parents disagree.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::closed::AreaKind;
use crate::facts::Area;
use crate::table::Ix;

/// A district whose NHS region is not the one that most of its probation
/// region belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoundaryConflict {
    /// The district.
    pub district: Ix<Area>,
    /// The NHS region of most of its people.
    pub nhs_region: Ix<Area>,
    /// Its probation region.
    pub probation_region: Ix<Area>,
    /// The NHS region of most people of that probation region.
    pub probation_regions_nhs_region: Ix<Area>,
    /// Its police force area.
    pub police_force: Option<Ix<Area>>,
    /// The integrated care board of most of its people.
    pub icb: Option<Ix<Area>>,
}

/// Every such district on a day, by id.
pub fn boundary_conflicts(atlas: &Atlas, day: NaiveDate) -> Vec<BoundaryConflict> {
    let mut main_region: BTreeMap<Ix<Area>, Ix<Area>> = BTreeMap::new();
    for (region, _) in atlas.areas_of_kind(AreaKind::ProbationRegion, day) {
        if let Some(nhs) = home_of_most(atlas, region, AreaKind::NhsRegion, day) {
            main_region.insert(region, nhs);
        }
    }
    atlas
        .areas_of_kind(AreaKind::District, day)
        .filter_map(|(district, _)| {
            let nhs_region = home_of_most(atlas, district, AreaKind::NhsRegion, day)?;
            let probation_region = home_of_most(atlas, district, AreaKind::ProbationRegion, day)?;
            let expected = *main_region.get(&probation_region)?;
            (expected != nhs_region).then_some(BoundaryConflict {
                district,
                nhs_region,
                probation_region,
                probation_regions_nhs_region: expected,
                police_force: home_of_most(atlas, district, AreaKind::PoliceForce, day),
                icb: home_of_most(atlas, district, AreaKind::Icb, day),
            })
        })
        .collect()
}

/// The area of a kind that holds most of an area's people; ties to the first
/// by id.
pub fn home_of_most(
    atlas: &Atlas,
    area: Ix<Area>,
    kind: AreaKind,
    day: NaiveDate,
) -> Option<Ix<Area>> {
    let mut people: BTreeMap<Ix<Area>, u64> = BTreeMap::new();
    for member in atlas.parts_of(area, day) {
        for home in atlas.homes_of(member.part, day) {
            if atlas.areas.get(home.area).kind == kind {
                *people.entry(home.area).or_default() += atlas.people_in(member.part);
            }
        }
    }
    people
        .into_iter()
        .max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)))
        .map(|(area, _)| area)
}

#[cfg(test)]
mod tests;
