//! Where two registers can answer differently: only there are they asked.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::atlas::{Atlas, Closing};
use crate::facts::{Area, Coverage, Offer, Part};
use crate::table::{Ix, Row, Table};

/// A record that one of two registers lacks, or that they tell differently.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Touch {
    /// Its service, by id: only one of the two may have it.
    pub service: Option<String>,
    /// Its offer.
    pub offer: Ix<Offer>,
    /// Its area.
    pub area: Ix<Area>,
}

/// The offers, parts and places of which two registers may say different
/// things.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Touched {
    geography: bool,
    parts: BTreeMap<Ix<Offer>, BTreeSet<Ix<Part>>>,
    places: BTreeMap<Ix<Offer>, BTreeSet<Ix<Area>>>,
}

impl Touched {
    /// What records touch; everything, where the geography itself differs.
    pub fn by(atlas: &Atlas, touches: &[Touch], geography: bool) -> Self {
        let mut touched = Self {
            geography,
            ..Self::default()
        };
        for touch in touches {
            if atlas.areas.get(touch.area).kind.is_place() {
                let places = touched.places.entry(touch.offer).or_default();
                places.insert(touch.area);
            } else {
                let parts = touched.parts.entry(touch.offer).or_default();
                parts.extend(atlas.parts_ever_of(touch.area));
            }
        }
        touched
    }

    /// The areas, of those asked, in which the answer for an offer may differ.
    pub fn areas<'a>(
        &'a self,
        atlas: &'a Atlas,
        offer: Ix<Offer>,
        asked: &'a [Ix<Area>],
        day: NaiveDate,
    ) -> impl Iterator<Item = Ix<Area>> + 'a {
        let answering = atlas.answering_for(offer);
        let own = answering.iter().chain(atlas.families_of(offer));
        let mut parts: BTreeSet<Ix<Part>> = BTreeSet::new();
        let mut places: BTreeSet<Ix<Area>> = BTreeSet::new();
        for offer in own {
            parts.extend(self.parts.get(offer).into_iter().flatten());
            places.extend(self.places.get(offer).into_iter().flatten());
        }
        let nothing = parts.is_empty() && places.is_empty() && !self.geography;
        let asked = if nothing { &[] } else { asked };
        asked.iter().copied().filter(move |area| {
            // A court answers for the district that it stands in.
            let ground = atlas.home_of_place(*area).unwrap_or(*area);
            self.geography
                || places.contains(area)
                || atlas.parts_of(ground, day).any(|m| parts.contains(&m.part))
                || places.iter().any(|p| atlas.place_lies_in(*p, *area, day))
        })
    }
}

/// Whether two registers have different areas, or areas of different parts.
pub(super) fn geography_differs(before: &Atlas, after: &Atlas) -> bool {
    !before.areas.same_as(&after.areas) || !before.area_parts.same_as(&after.area_parts)
}

/// The records that two registers tell differently, of either.
pub(super) fn touches(before: &Atlas, after: &Atlas) -> Vec<Touch> {
    let mut found = Vec::new();
    differing(&before.coverage, &after.coverage, |one, other| {
        let alike = one
            .zip(other)
            .is_some_and(|(one, other)| reads_alike((before, one), (after, other)));
        if !alike {
            found.extend(one.map(|ix| touch(before, ix)));
            found.extend(other.map(|ix| touch(after, ix)));
        }
    });
    found.sort();
    found.dedup();
    found
}

fn touch(atlas: &Atlas, record: Ix<Coverage>) -> Touch {
    let links = atlas.coverage_links(record);
    Touch {
        service: atlas.coverage.get(record).service.clone(),
        offer: links.offer,
        area: links.area,
    }
}

fn reads_alike(one: (&Atlas, Ix<Coverage>), other: (&Atlas, Ix<Coverage>)) -> bool {
    let read = |(atlas, ix): (&Atlas, Ix<Coverage>)| {
        let links = atlas.coverage_links(ix);
        let closing = match links.closing {
            None => None,
            Some(Closing::EndsOn(date, _)) => Some((0, Some(date))),
            Some(Closing::BaseEndsOn(date, _)) => Some((1, Some(date))),
            Some(Closing::Contradicted(_)) => Some((2, None)),
        };
        (links.told_on, closing)
    };
    one.0.coverage.get(one.1) == other.0.coverage.get(other.1) && read(one) == read(other)
}

/// Walks two tables by id and tells of each row of either, with its partner.
pub(super) fn differing<T: Row>(
    before: &Table<T>,
    after: &Table<T>,
    mut tell: impl FnMut(Option<Ix<T>>, Option<Ix<T>>),
) {
    let (mut left, mut right) = (before.iter().peekable(), after.iter().peekable());
    loop {
        let order = match (left.peek(), right.peek()) {
            (None, None) => return,
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some((_, one)), Some((_, other))) => one.id().cmp(other.id()),
        };
        let one = order.is_le().then(|| left.next()).flatten();
        let other = order.is_ge().then(|| right.next()).flatten();
        tell(one.map(|(ix, _)| ix), other.map(|(ix, _)| ix));
    }
}
