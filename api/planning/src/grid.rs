//! The provision grid: who commissions and who provides what in an area, by
//! justice stage and intensity.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::closed::{Intensity, Stage};
use crate::coverage::{Flags, Standing, read};
use crate::facts::{Area, Coverage, Offer, Service};
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
    /// records of a prison or court.
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

/// The whole grid: every stage × every intensity that treats or supports
/// people, empty cells included, since an empty cell is an answer.
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

fn entries(atlas: &Atlas, area: Ix<Area>, day: NaiveDate) -> Vec<Placed> {
    let members: Vec<_> = atlas.parts_of(area, day).collect();
    let whole: u64 = members.iter().map(|m| atlas.people_in(m.part)).sum();
    // The records that speak of the area, with the people of it that they do.
    let mut told: BTreeMap<Ix<Coverage>, (u64, Vec<Ix<Area>>)> = BTreeMap::new();
    for (offer, _) in atlas.offers.iter() {
        for member in &members {
            for (record, by) in atlas.spoken(offer, member.part) {
                if by.on(day) || !atlas.areas.get(by.area).exists_on(day) {
                    told.entry(*record).or_default().0 += atlas.people_in(member.part);
                }
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
                    told.entry(*record).or_default().1.push(place);
                }
            }
        }
    }
    let mut grouped: BTreeMap<Key, Entry> = BTreeMap::new();
    for (record, (people, places)) in told {
        let (row, links) = (atlas.coverage.get(record), atlas.coverage_links(record));
        let reading = read(row, links, day);
        if reading.standing == Standing::Silent {
            continue;
        }
        let offer = atlas.offers.get(links.offer);
        let stages = if row.stages.is_empty() {
            offer.stages.clone()
        } else {
            row.stages.clone()
        };
        let intensity = row.intensity.unwrap_or(offer.intensity);
        let share = (places.is_empty() && whole > 0).then_some(Share {
            part: people,
            whole,
        });
        let key = (links.service, links.offer, stages, intensity);
        match grouped.get_mut(&key) {
            None => {
                grouped.insert(
                    key,
                    Entry {
                        service: links.service,
                        offer: links.offer,
                        standing: reading.standing,
                        flags: reading.flags,
                        share,
                        places,
                        records: vec![record],
                    },
                );
            }
            Some(entry) => {
                entry.records.push(record);
                entry.places.extend(places);
                entry.places.sort();
                entry.places.dedup();
                if reading.standing < entry.standing {
                    entry.standing = reading.standing;
                    entry.flags = reading.flags;
                    entry.share = share;
                } else if reading.standing == entry.standing {
                    entry.flags = entry.flags.and(reading.flags);
                    // Two records of one service may speak of the same people.
                    entry.share = entry.share.max_part(share);
                }
            }
        }
    }
    grouped
        .into_iter()
        .map(|((_, _, stages, intensity), entry)| (stages, intensity, entry))
        .collect()
}

trait MaxPart {
    fn max_part(self, other: Self) -> Self;
}

impl MaxPart for Option<Share> {
    fn max_part(self, other: Self) -> Self {
        match (self, other) {
            (Some(a), Some(b)) => Some(if a.part >= b.part { a } else { b }),
            (a, b) => a.or(b),
        }
    }
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
