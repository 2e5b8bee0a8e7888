//! What differs between two registers, by area, cohort and gap.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::compare::Cell;
use super::pounds::Running;
use super::touched::differing;
use crate::atlas::Atlas;
use crate::facts::{Area, Cohort, Offer, Part};
use crate::table::Ix;

/// The same thing in both registers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change<T> {
    /// In the one.
    pub before: T,
    /// In the other.
    pub after: T,
}

/// People in a gap, before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GapChange {
    /// Where.
    pub area: Ix<Area>,
    /// Of what.
    pub offer: Ix<Offer>,
    /// For whom.
    pub cohort: Ix<Cohort>,
    /// People in it.
    pub people: Change<u64>,
    /// Whether the area's word is a gap: of a place, which is not measured, it
    /// is all there is.
    pub is_gap: Change<bool>,
}

impl GapChange {
    /// People newly in a gap, net of those for whom it closes.
    pub fn gained(&self) -> u64 {
        self.people.after.saturating_sub(self.people.before)
    }

    /// People for whom it closes, net of those newly in it.
    pub fn closed(&self) -> u64 {
        self.people.before.saturating_sub(self.people.after)
    }
}

/// What differs in one area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaChange {
    /// The area.
    pub area: Ix<Area>,
    /// Offers whose coverage differs.
    pub cells: u64,
    /// People newly in a gap, offer by offer: one of two offers counts twice.
    pub gained: u64,
    /// People for whom a gap closes, offer by offer.
    pub closed: u64,
    /// The services that differ and have a record of the area or a part of it;
    /// one that reaches further is told whole, never split.
    pub running: Change<Running>,
}

/// What differs for one cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CohortChange {
    /// For whom the offers were asked about.
    pub cohort: Ix<Cohort>,
    /// Areas × offers whose coverage differs.
    pub cells: u64,
    /// People newly in a gap, offer by offer.
    pub gained: u64,
    /// People for whom a gap closes, offer by offer.
    pub closed: u64,
}

/// The gaps that differ, most people first, then by area and offer.
pub(super) fn gaps(cells: &[Cell]) -> Vec<GapChange> {
    let mut found: Vec<GapChange> = cells
        .iter()
        .map(|cell| GapChange {
            area: cell.area,
            offer: cell.offer,
            cohort: cell.before.cohort,
            people: Change {
                before: cell.before.people_in_gap(),
                after: cell.after.people_in_gap(),
            },
            is_gap: Change {
                before: cell.before.state.is_gap(),
                after: cell.after.state.is_gap(),
            },
        })
        .filter(|gap| {
            let unmeasured = gap.people == Change::default();
            gap.people.before != gap.people.after
                || unmeasured && gap.is_gap.before != gap.is_gap.after
        })
        .collect();
    found.sort_by_key(|gap| {
        let people = gap.gained().max(gap.closed());
        (std::cmp::Reverse(people), gap.area, gap.offer)
    });
    found
}

pub(super) fn by_cohort(cells: &[Cell], gaps: &[GapChange]) -> Vec<CohortChange> {
    let mut found: BTreeMap<Ix<Cohort>, (u64, u64, u64)> = BTreeMap::new();
    for cell in cells {
        found.entry(cell.before.cohort).or_default().0 += 1;
    }
    for gap in gaps {
        let sums = found.entry(gap.cohort).or_default();
        sums.1 += gap.gained();
        sums.2 += gap.closed();
    }
    found
        .into_iter()
        .map(|(cohort, (cells, gained, closed))| CohortChange {
            cohort,
            cells,
            gained,
            closed,
        })
        .collect()
}

/// What differs by area, of the areas asked, by index.
pub(super) fn by_area(
    (before, after): (&Atlas, &Atlas),
    asked: &[Ix<Area>],
    day: NaiveDate,
    cells: &[Cell],
    gaps: &[GapChange],
) -> Vec<AreaChange> {
    let blank = |area: Ix<Area>| AreaChange {
        area,
        cells: 0,
        gained: 0,
        closed: 0,
        running: Change::default(),
    };
    let mut found: BTreeMap<Ix<Area>, AreaChange> = BTreeMap::new();
    for cell in cells {
        found
            .entry(cell.area)
            .or_insert_with(|| blank(cell.area))
            .cells += 1;
    }
    for gap in gaps {
        let row = found.entry(gap.area).or_insert_with(|| blank(gap.area));
        row.gained += gap.gained();
        row.closed += gap.closed();
    }
    let services = differing_services(before, after);
    let reaches: Vec<(Change<Running>, Reach, Reach)> = services
        .iter()
        .map(|id| {
            let (one, ground) = told(before, id, day);
            let (other, new_ground) = told(after, id, day);
            (
                Change {
                    before: one,
                    after: other,
                },
                ground,
                new_ground,
            )
        })
        .filter(|(running, ..)| *running != Change::default())
        .collect();
    for area in asked {
        let (own_before, own_after) = (Reach::of(before, *area, day), Reach::of(after, *area, day));
        let mut here = Change::default();
        for (running, ground, new_ground) in &reaches {
            if ground.meets(&own_before, before, day) {
                here.before = Running::sum([&here.before, &running.before]);
            }
            if new_ground.meets(&own_after, after, day) {
                here.after = Running::sum([&here.after, &running.after]);
            }
        }
        if here != Change::default() {
            found.entry(*area).or_insert_with(|| blank(*area)).running = here;
        }
    }
    found.into_values().collect()
}

/// The parts and places that something speaks of.
#[derive(Default)]
struct Reach {
    parts: BTreeSet<Ix<Part>>,
    places: BTreeSet<Ix<Area>>,
}

impl Reach {
    fn of(atlas: &Atlas, area: Ix<Area>, day: NaiveDate) -> Self {
        Self {
            parts: atlas
                .parts_of(area, day)
                .map(|member| member.part)
                .collect(),
            places: BTreeSet::from([area]),
        }
    }

    /// Whether it speaks of an area, or of a place in it.
    fn meets(&self, area: &Self, atlas: &Atlas, day: NaiveDate) -> bool {
        !self.parts.is_disjoint(&area.parts)
            || self.places.iter().any(|place| {
                area.places
                    .iter()
                    .any(|own| place == own || atlas.place_lies_in(*place, *own, day))
            })
    }
}

/// What a service is on a day, and where its records speak.
fn told(atlas: &Atlas, service: &str, day: NaiveDate) -> (Running, Reach) {
    let (mut running, mut reach) = (Running::default(), Reach::default());
    let Some(ix) = atlas.services.find(service) else {
        return (running, reach);
    };
    running.add(atlas, ix, day);
    for record in atlas.coverage_of_service(ix) {
        let area = atlas.coverage_links(*record).area;
        if atlas.areas.get(area).kind.is_place() {
            reach.places.insert(area);
        } else {
            reach.parts.extend(atlas.parts_ever_of(area));
        }
    }
    (running, reach)
}

/// The services of which two registers tell differently, by id.
pub(super) fn differing_services(before: &Atlas, after: &Atlas) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    macro_rules! look {
        ($table:ident, $row:ident => $service:expr) => {
            differing(&before.$table, &after.$table, |one, other| {
                let one = one.map(|ix| before.$table.get(ix));
                let other = other.map(|ix| after.$table.get(ix));
                if one != other {
                    found.extend(one.into_iter().chain(other).filter_map(|$row| $service));
                }
            });
        };
    }
    look!(services, row => Some(row.id.clone()));
    look!(contracts, row => Some(row.service.clone()));
    look!(coverage, row => row.service.clone());
    found
}
