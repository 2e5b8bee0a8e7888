//! Where an opening reaches the areas in which an organisation works.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::facts::{Area, Part};
use crate::share::Share;
use crate::table::Ix;

/// How much of some areas others reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reached {
    /// People, or a prison or court, lie in both.
    Yes,
    /// They share a district whose split nobody publishes, or a place that no
    /// rule places.
    Unknown,
    /// Nobody lies in both.
    No,
}

/// What two lists of areas have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// Whether they have anything in common.
    pub reached: Reached,
    /// People in both, of those in the first; `None` where the first has a place
    /// or a shared district, whose people are not known.
    pub of_first: Option<Share>,
    /// People in both, of those in the second.
    pub of_second: Option<Share>,
}

/// What some areas are made of.
struct Ground {
    whole: BTreeSet<Ix<Part>>,
    shared: BTreeSet<Ix<Part>>,
    places: BTreeSet<Ix<Area>>,
}

impl Ground {
    fn of(atlas: &Atlas, areas: &[Ix<Area>], day: NaiveDate) -> Self {
        let mut ground = Self {
            whole: BTreeSet::new(),
            shared: BTreeSet::new(),
            places: BTreeSet::new(),
        };
        for area in areas {
            if atlas.areas.get(*area).kind.is_place() {
                ground.places.insert(*area);
            }
            for member in atlas.parts_of(*area, day) {
                let list = if member.whole {
                    &mut ground.whole
                } else {
                    &mut ground.shared
                };
                list.insert(member.part);
            }
        }
        ground.shared.retain(|part| !ground.whole.contains(part));
        ground
    }

    fn people(&self, atlas: &Atlas) -> Option<u64> {
        let measured = self.shared.is_empty() && self.places.is_empty() && !self.whole.is_empty();
        measured.then(|| self.whole.iter().map(|part| atlas.people_in(*part)).sum())
    }
}

/// What two lists of areas have in common on a day.
pub fn overlap(atlas: &Atlas, first: &[Ix<Area>], second: &[Ix<Area>], day: NaiveDate) -> Overlap {
    let (one, other) = (
        Ground::of(atlas, first, day),
        Ground::of(atlas, second, day),
    );
    let common: u64 = one
        .whole
        .intersection(&other.whole)
        .map(|part| atlas.people_in(*part))
        .sum();
    let reached = [
        by_parts(&one, &other),
        by_places(atlas, &one.places, second, day),
        by_places(atlas, &other.places, first, day),
    ];
    let share = |ground: &Ground| {
        let known = one.shared.is_empty() && other.shared.is_empty();
        let whole = ground.people(atlas).filter(|_| known)?;
        Some(Share {
            part: common,
            whole,
        })
    };
    Overlap {
        reached: reached.into_iter().min().unwrap_or(Reached::No),
        of_first: share(&one),
        of_second: share(&other),
    }
}

fn by_parts(one: &Ground, other: &Ground) -> Reached {
    let meets = |a: &BTreeSet<Ix<Part>>, b: &BTreeSet<Ix<Part>>| !a.is_disjoint(b);
    if meets(&one.whole, &other.whole) {
        Reached::Yes
    } else if meets(&one.shared, &other.whole)
        || meets(&one.whole, &other.shared)
        || meets(&one.shared, &other.shared)
    {
        Reached::Unknown
    } else {
        Reached::No
    }
}

/// A place whose home is partly inside may lie in that part: not known.
fn by_places(
    atlas: &Atlas,
    places: &BTreeSet<Ix<Area>>,
    areas: &[Ix<Area>],
    day: NaiveDate,
) -> Reached {
    let ground = Ground::of(atlas, areas, day);
    let reached = |place: &Ix<Area>| {
        let lies_in = |area: &Ix<Area>| area == place || atlas.place_lies_in(*place, *area, day);
        if areas.iter().any(lies_in) {
            return Reached::Yes;
        }
        let meets = match atlas.home_of_place(*place) {
            Some(home) => by_parts(&Ground::of(atlas, &[home], day), &ground),
            None if ground.whole.is_empty() && ground.shared.is_empty() => Reached::No,
            None => Reached::Unknown,
        };
        meets.max(Reached::Unknown)
    };
    places.iter().map(reached).min().unwrap_or(Reached::No)
}
