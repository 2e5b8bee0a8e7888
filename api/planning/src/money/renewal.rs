//! What one renewal keeps: the people who would have the offer on the day after
//! the end if this alone went on, and have it by no other record.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::endings::Ending;
use crate::atlas::Atlas;
use crate::coverage::{Question, State, answer, state_of_part};
use crate::facts::{Area, Offer, Part};
use crate::share::Share;
use crate::table::Ix;

/// What a renewal keeps of one offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The offer.
    pub offer: Ix<Offer>,
    /// People who have it by this service alone, of those in the area asked
    /// about, else of those whom the service covers. `None`: nobody lives where
    /// it is measured.
    pub people: Option<Share>,
    /// The prisons and courts that have it by this service alone.
    pub places: Vec<Ix<Area>>,
}

/// What renewing one service keeps, offer by offer. Empty: it has no end on
/// record, so that nothing is to be renewed.
pub fn kept(atlas: &Atlas, ending: &Ending, area: Option<Ix<Area>>) -> Vec<Kept> {
    let Some(end) = ending.ends_on.map(|end| end.last()) else {
        return Vec::new();
    };
    let Some(after) = end.succ_opt() else {
        return Vec::new();
    };
    let inside: Option<BTreeSet<Ix<Part>>> =
        area.map(|area| atlas.parts_of(area, end).map(|m| m.part).collect());
    let alone = BTreeSet::from([ending.service]);
    let mut by_offer: BTreeMap<Ix<Offer>, Found> = BTreeMap::new();
    for record in atlas.coverage_of_service(ending.service) {
        let links = atlas.coverage_links(*record);
        let found = by_offer.entry(links.offer).or_default();
        let question = |among| Question {
            area: links.area,
            offer: links.offer,
            cohort: links.cohort,
            day: if among { end } else { after },
            among: among.then_some(&alone),
            stage: None,
        };
        if atlas.areas.get(links.area).kind.is_place() {
            let is_asked = area.is_none_or(|area| {
                area == links.area || atlas.place_lies_in(links.area, area, end)
            });
            let live = |among| is_live(answer(atlas, &question(among)).state);
            if is_asked && live(true) && !live(false) {
                found.places.insert(links.area);
            }
            continue;
        }
        let offers = atlas.answering_for(links.offer);
        for member in atlas.parts_of(links.area, end).filter(|m| m.whole) {
            if inside
                .as_ref()
                .is_some_and(|parts| !parts.contains(&member.part))
            {
                continue;
            }
            let live =
                |among| is_live(state_of_part(atlas, &question(among), &offers, member.part).state);
            if live(true) {
                found.covered.insert(member.part);
                if !live(false) {
                    found.kept.insert(member.part);
                }
            }
        }
    }
    let whole_area = area.and_then(|area| people_on(atlas, area, end));
    by_offer
        .into_iter()
        .map(|(offer, found)| {
            let people = |parts: &BTreeSet<Ix<Part>>| -> u64 {
                parts.iter().map(|part| atlas.people_in(*part)).sum()
            };
            let whole = whole_area.unwrap_or_else(|| people(&found.covered));
            Kept {
                offer,
                people: (whole > 0).then(|| Share {
                    part: people(&found.kept),
                    whole,
                }),
                places: found.places.into_iter().collect(),
            }
        })
        .collect()
}

#[derive(Default)]
struct Found {
    covered: BTreeSet<Ix<Part>>,
    kept: BTreeSet<Ix<Part>>,
    places: BTreeSet<Ix<Area>>,
}

fn people_on(atlas: &Atlas, area: Ix<Area>, day: NaiveDate) -> Option<u64> {
    atlas.people_of(area, day)
}

const fn is_live(state: State) -> bool {
    matches!(state, State::Commissioned | State::Partial)
}
