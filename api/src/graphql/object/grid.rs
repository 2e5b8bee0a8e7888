//! The provision grid: justice stage × intensity.

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use planning::grid;

use super::Share;
use super::area::Area;
use super::offer::Offer;
use super::record::CoverageRecord;
use super::service::Service;
use crate::graphql::enums::{Flag, Intensity, Stage, Standing};
use crate::graphql::scalars::Date;

/// Who commissions and provides what in an area, by justice stage and intensity.
#[derive(SimpleObject, Clone)]
pub struct ProvisionGrid {
    /// The area.
    pub area: Area,
    /// The day.
    pub as_of: Date,
    /// Every stage × intensity, stages outermost, empty cells included unless left out: an empty cell says that nothing is on record there, not that there is nothing.
    pub cells: Vec<GridCell>,
}

/// One stage × intensity.
#[derive(SimpleObject, Clone)]
pub struct GridCell {
    /// The stage.
    pub stage: Stage,
    /// The intensity.
    pub intensity: Intensity,
    /// Services, stated absences, abandoned procurements and leads: live first.
    pub entries: Vec<GridEntry>,
}

/// One service, or one stated absence, for one offer.
#[derive(SimpleObject, Clone)]
pub struct GridEntry {
    /// The offer.
    pub offer: Offer,
    /// The service, with its commissioners and providers; null: a statement that there is none.
    pub service: Option<Service>,
    /// What its records say of the day; the strongest where several tell.
    pub standing: Standing,
    /// What to know of it.
    pub flags: Vec<Flag>,
    /// Share of the area's people that its records speak of; null for records of prisons and courts.
    pub share: Option<Share>,
    /// Prisons and courts of the area that its records name.
    pub places: Vec<Area>,
    /// The records, each with its evidence.
    pub records: Vec<CoverageRecord>,
}

impl GridCell {
    pub(crate) fn of(cell: grid::Cell, day: NaiveDate) -> Self {
        Self {
            stage: cell.stage.into(),
            intensity: cell.intensity.into(),
            entries: cell
                .entries
                .into_iter()
                .map(|entry| GridEntry {
                    offer: Offer(entry.offer),
                    service: entry.service.map(|ix| Service { ix, day }),
                    standing: entry.standing.into(),
                    flags: entry.flags.iter().map(Into::into).collect(),
                    share: entry.share.map(Into::into),
                    places: entry
                        .places
                        .into_iter()
                        .map(|ix| Area { ix, day })
                        .collect(),
                    records: entry
                        .records
                        .into_iter()
                        .map(|ix| CoverageRecord { ix, day })
                        .collect(),
                })
                .collect(),
        }
    }
}
