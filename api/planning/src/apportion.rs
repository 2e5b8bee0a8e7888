//! Figures from one geography to another.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::closed::AreaKind;
use crate::facts::{Area, Part};
use crate::share::{Share, largest_remainder};
use crate::table::Ix;

/// An overlap of two areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The other area.
    pub area: Ix<Area>,
    /// The people in both; `None`: they share a district whose split nobody
    /// publishes.
    pub people: Option<u64>,
    /// Share of the first area's people.
    pub of_this: Option<Share>,
    /// Share of the other area's people.
    pub of_other: Option<Share>,
}

/// The areas of a kind that an area overlaps on a day, by id.
pub fn overlaps(atlas: &Atlas, area: Ix<Area>, kind: AreaKind, day: NaiveDate) -> Vec<Overlap> {
    let mut found: BTreeMap<Ix<Area>, Option<u64>> = BTreeMap::new();
    for member in atlas.parts_of(area, day) {
        for home in atlas.homes_of(member.part, day) {
            if atlas.areas.get(home.area).kind != kind {
                continue;
            }
            let people = (member.whole && home.whole).then(|| atlas.people_in(member.part));
            let sum = found.entry(home.area).or_insert(Some(0));
            *sum = sum.zip(people).map(|(a, b)| a + b);
        }
    }
    let this = atlas.people_of(area, day);
    found
        .into_iter()
        .map(|(other, people)| Overlap {
            area: other,
            people,
            of_this: people.zip(this).map(|(part, whole)| Share { part, whole }),
            of_other: people
                .zip(atlas.people_of(other, day))
                .map(|(part, whole)| Share { part, whole }),
        })
        .collect()
}

/// Figures moved to another geography.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apportioned {
    /// One figure for each area of the target kind, by id.
    pub figures: Vec<(Ix<Area>, u64)>,
    /// What belongs to no area of the target kind, or to an area whose split
    /// nobody publishes: never spread.
    pub unallocated: u64,
}

/// Splits each source area's figure over its parts by people, and adds the
/// parts up again in the target geography. Source figures sum to the result. A
/// union of nations is no target: its people are those of its nations.
pub fn apportion(
    atlas: &Atlas,
    figures: &BTreeMap<Ix<Area>, u64>,
    kind: AreaKind,
    day: NaiveDate,
) -> Apportioned {
    let mut sums: BTreeMap<Ix<Area>, u64> = atlas
        .areas_of_kind(kind, day)
        .filter(|(_, area)| is_target(area, kind))
        .map(|(area, _)| (area, 0))
        .collect();
    let mut unallocated = 0;
    for (source, figure) in figures {
        let members: Vec<_> = atlas.parts_of(*source, day).collect();
        let target_of = |part: Ix<Part>| {
            let mut homes = atlas
                .homes_of(part, day)
                .filter(|home| is_target(atlas.areas.get(home.area), kind));
            let first = homes.next().filter(|home| home.whole);
            // A part in two areas of the kind is shared, and so not whole.
            first.map(|home| home.area)
        };
        let targets: Vec<Option<Ix<Area>>> = members.iter().map(|m| target_of(m.part)).collect();
        let one_target = targets.windows(2).all(|pair| pair.first() == pair.last());
        if !members.iter().all(|member| member.whole) && !one_target {
            unallocated += figure;
            continue;
        }
        let weights: Vec<u64> = members.iter().map(|m| atlas.people_in(m.part)).collect();
        let split = largest_remainder(*figure, &weights);
        if split.is_empty() {
            unallocated += figure;
        }
        for (target, part) in targets.into_iter().zip(split) {
            match target.and_then(|area| sums.get_mut(&area)) {
                Some(sum) => *sum += part,
                None => unallocated += part,
            }
        }
    }
    Apportioned {
        figures: sums.into_iter().collect(),
        unallocated,
    }
}

fn is_target(area: &Area, kind: AreaKind) -> bool {
    area.kind == kind && (kind != AreaKind::Nation || area.nation.is_some())
}

#[cfg(test)]
mod tests;
