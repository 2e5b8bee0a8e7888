//! Plans that nobody optimised, to hold the answer against.
#![expect(
    clippy::indexing_slicing,
    reason = "positions in lists that the case has numbered"
)]

use super::answer::Plan;
use super::case::Case;
use super::making::{Making, Settled};
use super::plan::plan_of;
use super::reach::{priced, reached};
use crate::share::largest_remainder;

/// What is promised, and nothing else.
pub fn nothing(case: &Case) -> Plan {
    let making = Making::promised(case);
    plan_of(case, &making.settled(), false)
}

/// Each stream's free money over the needs that it may pay for, by head, to the penny by largest remainder.
/// What a need cannot use stays unspent. Nothing that is demanded is looked at: what it breaks is told.
pub fn equal_share(case: &Case) -> Plan {
    let mut pence: Vec<i64> = case.cells.iter().map(|cell| cell.committed).collect();
    let mut shares = Vec::new();
    for group in &case.groups {
        let cells: Vec<usize> = group
            .classes
            .iter()
            .flat_map(|class| &case.classes[*class])
            .copied()
            .collect();
        let heads: Vec<u64> = cells
            .iter()
            .map(|cell| case.cells[*cell].milli.unsigned_abs())
            .collect();
        if heads.iter().all(|heads| *heads == 0) {
            continue;
        }
        for stream in &group.streams {
            let free = case.streams[*stream].free.max(0).unsigned_abs();
            for (cell, part) in cells.iter().zip(largest_remainder(free, &heads)) {
                let of = &case.cells[*cell];
                let part = i64::try_from(part).unwrap_or(0);
                let part = part.min((priced(&of.pieces, of.milli) - pence[*cell]).max(0));
                if part > 0 {
                    pence[*cell] += part;
                    shares.push((*stream, *cell, part));
                }
            }
        }
    }
    shares.sort_unstable();
    let served: Vec<i64> = case
        .cells
        .iter()
        .zip(&pence)
        .map(|(cell, pence)| reached(&cell.pieces, *pence))
        .collect();
    let settled = Settled {
        unmet: case.unmet(&served),
        broken: Settled::broken(case, &pence, &served),
        pence,
        served,
        shares,
    };
    plan_of(case, &settled, false)
}
