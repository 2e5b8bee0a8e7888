//! The coverage that is left if nothing is renewed.

use async_graphql::SimpleObject;
use planning::money::cliff::{Changed, Left};

use super::answer::CoverageCell;
use super::{Share, whole};
use crate::graphql::enums::CoverageState;
use crate::graphql::scalars::Date;

/// What is left at the end of a month.
#[derive(SimpleObject, Clone)]
pub struct LeftMonth {
    /// The last day of the month.
    pub day: Date,
    /// Cells (area × offer) in each state, states of which there is none left out.
    pub cells: Vec<StateCells>,
    /// People-cells for whom it is live, of all that are measured.
    pub live: Share,
    /// People-cells in a gap.
    pub in_gap: i64,
    /// What differs from the end of the month before.
    pub changed: Vec<LeftChange>,
}

/// Cells in one state.
#[derive(SimpleObject, Clone)]
pub struct StateCells {
    /// The state.
    pub state: CoverageState,
    /// How many.
    pub cells: i64,
}

/// One area and offer that changes in a month if nothing is renewed.
#[derive(SimpleObject, Clone)]
pub struct LeftChange {
    /// What holds at the end of the month, and why.
    pub now: CoverageCell,
    /// Its state at the end of the month before.
    pub before: CoverageState,
    /// People for whom it was live.
    pub live_before: i64,
}

impl LeftMonth {
    pub(crate) fn of(left: Left) -> Self {
        let day = left.day;
        let changed = |changed: Changed| LeftChange {
            now: CoverageCell {
                area: changed.area,
                offer: changed.offer,
                day,
                answer: changed.after,
            },
            before: changed.before.into(),
            live_before: whole(changed.live_before),
        };
        Self {
            day: Date(day),
            cells: left
                .cells
                .into_iter()
                .map(|(state, cells)| StateCells {
                    state: state.into(),
                    cells: whole(cells),
                })
                .collect(),
            live: left.live.into(),
            in_gap: whole(left.in_gap),
            changed: left.changed.into_iter().map(changed).collect(),
        }
    }
}
