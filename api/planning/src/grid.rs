//! The provision grid: who commissions and who provides what in an area, by
//! justice stage and intensity.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::closed::{Intensity, Stage};
use crate::coverage::{Flag, Flags, Standing, read};
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
    let mut cells: BTreeMap<(Stage, Intensity), Vec<Entry>> = BTreeMap::new();
    for stage in Stage::ALL {
        for intensity in Intensity::ALL {
            cells.insert((*stage, *intensity), Vec::new());
        }
    }
    for (stages, intensity, entry) in entries(atlas, area, day) {
        for stage in stages {
            if let Some(cell) = cells.get_mut(&(stage, intensity)) {
                cell.push(entry.clone());
            }
        }
    }
    cells
        .into_iter()
        .map(|((stage, intensity), mut entries)| {
            entries.sort_by_key(|e| (e.standing, e.offer, e.service));
            Cell {
                stage,
                intensity,
                entries,
            }
        })
        .collect()
}

type Placed = (Vec<Stage>, Intensity, Entry);
/// One service for one offer; a record may narrow its stages or intensity.
type Key = (Option<Ix<Service>>, Ix<Offer>, Vec<Stage>, Intensity);

/// The parts and places of an area that a record speaks of.
#[derive(Default)]
struct Told {
    parts: BTreeSet<Ix<Part>>,
    share_unknown: bool,
    places: Vec<Ix<Area>>,
}

fn entries(atlas: &Atlas, area: Ix<Area>, day: NaiveDate) -> Vec<Placed> {
    let members: Vec<_> = atlas.parts_of(area, day).collect();
    let whole: u64 = members.iter().map(|m| atlas.people_in(m.part)).sum();
    let measured = members.iter().all(|member| member.whole);
    // The records that speak of the area, with the people of it that they do.
    let mut told: BTreeMap<Ix<Coverage>, Told> = BTreeMap::new();
    for (offer, _) in atlas.offers.iter() {
        for member in &members {
            for (record, by) in atlas.spoken(offer, member.part) {
                if !atlas.speaks(by, day) {
                    continue;
                }
                let told = told.entry(*record).or_default();
                if by.whole || by.area == area {
                    told.parts.insert(member.part);
                }
                told.share_unknown |= !by.whole && by.area != area;
            }
        }
        for (place, records) in atlas.places_with_records(offer) {
            let here = place == area || {
                let home = atlas.place_of(place);
                home.is_some_and(|p| {
                    p.district
                        .as_ref()
                        .or(p.police_force.as_ref())
                        .and_then(|home| atlas.areas.find(home))
                        .is_some_and(|home| inside(atlas, home, area, day))
                })
            };
            if here {
                for record in records {
                    told.entry(*record).or_default().places.push(place);
                }
            }
        }
    }
    let mut grouped: BTreeMap<Key, (Entry, Told)> = BTreeMap::new();
    for (record, told) in told {
        let (row, links) = (atlas.coverage.get(record), atlas.coverage_links(record));
        let mut reading = read(row, links, day);
        if reading.standing == Standing::Silent {
            continue;
        }
        if told.share_unknown {
            reading.flags = reading.flags.with(Flag::ShareUnknown);
            if told.parts.is_empty() {
                reading.standing = Standing::Lead;
            }
        }
        let offer = atlas.offers.get(links.offer);
        let stages = if row.stages.is_empty() {
            offer.stages.clone()
        } else {
            row.stages.clone()
        };
        let intensity = row.intensity.unwrap_or(offer.intensity);
        let key = (links.service, links.offer, stages, intensity);
        let (entry, whole_told) = grouped.entry(key).or_insert_with(|| {
            let entry = Entry {
                service: links.service,
                offer: links.offer,
                standing: reading.standing,
                flags: Flags::NONE,
                share: None,
                places: Vec::new(),
                records: Vec::new(),
            };
            (entry, Told::default())
        });
        entry.records.push(record);
        whole_told.places.extend(told.places);
        if reading.standing < entry.standing {
            entry.standing = reading.standing;
            entry.flags = Flags::NONE;
            whole_told.parts.clear();
            whole_told.share_unknown = false;
        }
        if reading.standing == entry.standing {
            entry.flags = entry.flags.and(reading.flags);
            // Two records of one service may speak of the same people.
            whole_told.parts.extend(told.parts);
            whole_told.share_unknown |= told.share_unknown;
        }
    }
    grouped
        .into_iter()
        .map(|((_, _, stages, intensity), (mut entry, mut told))| {
            told.places.sort();
            told.places.dedup();
            entry.places = told.places;
            let known = measured && whole > 0 && !told.parts.is_empty() && !told.share_unknown;
            entry.share = known.then(|| Share {
                part: told.parts.iter().map(|part| atlas.people_in(*part)).sum(),
                whole,
            });
            (stages, intensity, entry)
        })
        .collect()
}

fn inside(atlas: &Atlas, home: Ix<Area>, area: Ix<Area>, day: NaiveDate) -> bool {
    if home == area {
        return true;
    }
    let mut members = atlas.parts_of(home, day).peekable();
    members.peek().is_some()
        && members.all(|m| {
            atlas
                .homes_of(m.part, day)
                .any(|h| h.area == area && h.whole)
        })
}

#[cfg(test)]
mod tests;
