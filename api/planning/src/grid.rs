//! The provision grid: who commissions and who provides what in an area, by
//! justice stage and intensity.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::closed::{AreaKind, Intensity, Stage};
use crate::coverage::{Flag, Flags, Reading, Standing, reading_of};
use crate::facts::{Area, Coverage, Offer, Part, Service};
use crate::share::Share;
use crate::table::Ix;

/// One service (or stated absence) for one offer, as it stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The service; `None` for a stated absence.
    pub service: Option<Ix<Service>>,
    /// The offer.
    pub offer: Ix<Offer>,
    /// What its records say of the day; the strongest where several tell.
    pub standing: Standing,
    /// What to know of it.
    pub flags: Flags,
    /// The share of the area's people that its records speak of; `None` for
    /// records of a prison or court, and where the split of a district that
    /// they share is not published.
    pub share: Option<Share>,
    /// The prisons and courts of the area that its records name.
    pub places: Vec<Ix<Area>>,
    /// The records.
    pub records: Vec<Ix<Coverage>>,
}

/// One stage × intensity.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The stage.
    pub stage: Stage,
    /// The intensity.
    pub intensity: Intensity,
    /// Live first, then disputed, absent, lapsed, planned, abandoned, leads.
    pub entries: Vec<Entry>,
}

/// The whole grid: every stage × every intensity, empty cells included, since
/// an empty cell is an answer.
pub fn grid(atlas: &Atlas, area: Ix<Area>, day: NaiveDate) -> Vec<Cell> {
    let mut cells: BTreeMap<(Stage, Intensity), BTreeMap<Key, Gathered>> = BTreeMap::new();
    for stage in Stage::ALL {
        for intensity in Intensity::ALL {
            cells.insert((*stage, *intensity), BTreeMap::new());
        }
    }
    for (record, told) in told_of(atlas, area, day) {
        let (row, links) = (atlas.coverage.get(record), atlas.coverage_links(record));
        let offer = atlas.offers.get(links.offer);
        let stages = if row.stages.is_empty() {
            &offer.stages
        } else {
            &row.stages
        };
        let intensity = row.intensity.unwrap_or(offer.intensity);
        for stage in stages {
            if let Some(cell) = cells.get_mut(&(*stage, intensity)) {
                let key = (links.service, links.offer);
                cell.entry(key).or_default().add(record, &told);
            }
        }
    }
    let measure = Measure::of(atlas, area, day);
    cells
        .into_iter()
        .map(|((stage, intensity), gathered)| {
            let mut entries: Vec<Entry> = gathered
                .into_iter()
                .map(|(key, gathered)| gathered.entry(key, &measure))
                .collect();
            entries.sort_by_key(|e| (e.standing, e.offer, e.service));
            Cell {
                stage,
                intensity,
                entries,
            }
        })
        .collect()
}

/// One service for one offer.
type Key = (Option<Ix<Service>>, Ix<Offer>);

/// What a record says of the area on the day: of which parts and places.
#[derive(Clone)]
struct Told {
    reading: Reading,
    parts: BTreeSet<Ix<Part>>,
    share_unknown: bool,
    places: BTreeSet<Ix<Area>>,
}

/// What the records of one service for one offer say in one cell: the
/// strongest of them, united where several say it.
#[derive(Default)]
struct Gathered {
    strongest: Option<Told>,
    places: BTreeSet<Ix<Area>>,
    records: Vec<Ix<Coverage>>,
}

impl Gathered {
    fn add(&mut self, record: Ix<Coverage>, told: &Told) {
        self.records.push(record);
        self.places.extend(&told.places);
        match &mut self.strongest {
            Some(so_far) if so_far.reading.standing < told.reading.standing => {}
            Some(so_far) if so_far.reading.standing == told.reading.standing => {
                so_far.reading.flags = so_far.reading.flags.and(told.reading.flags);
                // Two records of one service may speak of the same people.
                so_far.parts.extend(&told.parts);
                so_far.share_unknown |= told.share_unknown;
            }
            strongest => *strongest = Some(told.clone()),
        }
    }

    fn entry(self, (service, offer): Key, measure: &Measure<'_>) -> Entry {
        let reading = self.strongest.as_ref().map(|told| told.reading);
        Entry {
            service,
            offer,
            standing: reading.map_or(Standing::Silent, |r| r.standing),
            flags: reading.map_or(Flags::NONE, |r| r.flags),
            share: self.strongest.and_then(|told| measure.share(&told)),
            places: self.places.into_iter().collect(),
            records: self.records,
        }
    }
}

/// What shares of the area's people are taken of.
struct Measure<'a> {
    atlas: &'a Atlas,
    whole: u64,
    known: bool,
}

impl<'a> Measure<'a> {
    fn of(atlas: &'a Atlas, area: Ix<Area>, day: NaiveDate) -> Self {
        let whole = atlas.people_of(area, day);
        Self {
            atlas,
            whole: whole.unwrap_or(0),
            known: whole.is_some_and(|people| people > 0),
        }
    }

    fn share(&self, told: &Told) -> Option<Share> {
        let known = self.known && !told.parts.is_empty() && !told.share_unknown;
        known.then(|| Share {
            part: told
                .parts
                .iter()
                .map(|part| self.atlas.people_in(*part))
                .sum(),
            whole: self.whole,
        })
    }
}

/// The records that say something of an area, or of a prison or court in it.
/// What settles nothing for a whole nation says nothing of one place in it, so
/// such leads are left out.
fn told_of(atlas: &Atlas, area: Ix<Area>, day: NaiveDate) -> BTreeMap<Ix<Coverage>, Told> {
    let members: Vec<_> = atlas.parts_of(area, day).collect();
    let is_nation = atlas.areas.get(area).kind == AreaKind::Nation;
    let mut found: BTreeMap<Ix<Coverage>, Told> = BTreeMap::new();
    for (offer, _) in atlas.offers.iter() {
        for member in &members {
            for (record, by) in atlas.spoken(offer, member.part) {
                if !atlas.speaks(by, day) {
                    continue;
                }
                let told = found
                    .entry(*record)
                    .or_insert_with(|| Told::of(atlas, *record, day));
                if by.whole || by.area == area {
                    told.parts.insert(member.part);
                }
                told.share_unknown |= !by.whole && by.area != area;
            }
        }
        for (place, records) in atlas.places_with_records(offer) {
            if place == area || atlas.place_lies_in(place, area, day) {
                for record in records {
                    let told = found
                        .entry(*record)
                        .or_insert_with(|| Told::of(atlas, *record, day));
                    told.places.insert(place);
                }
            }
        }
    }
    for told in found.values_mut() {
        if told.share_unknown {
            told.reading.flags = told.reading.flags.with(Flag::ShareUnknown);
            if told.parts.is_empty() {
                told.reading.standing = Standing::Lead;
            }
        }
    }
    found.retain(|record, told| {
        let of = atlas.areas.get(atlas.coverage_links(*record).area);
        match told.reading.standing {
            Standing::Silent => false,
            Standing::Lead => is_nation || of.kind != AreaKind::Nation,
            _ => true,
        }
    });
    found
}

impl Told {
    fn of(atlas: &Atlas, record: Ix<Coverage>, day: NaiveDate) -> Self {
        Self {
            reading: reading_of(atlas, record, day),
            parts: BTreeSet::new(),
            share_unknown: false,
            places: BTreeSet::new(),
        }
    }
}

#[cfg(test)]
mod tests;
