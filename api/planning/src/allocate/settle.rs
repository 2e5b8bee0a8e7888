//! From what the solver would buy to a plan in whole pence. Pence that rounding leaves over go to the
//! cells where they serve most.
#![expect(
    clippy::indexing_slicing,
    reason = "positions in lists that the case has numbered"
)]

use super::case::Case;
use super::demand::{Sum, shortfall};
use super::making::Making;
use super::model::Wanted;
use super::number::{above, below, nearest};
use super::problem::{Measure, Sense};
use super::reach::priced;

/// Settles what the solver would buy. With whole units: how many each cell has; `None`: they
/// cannot be paid for.
pub fn settle<'a>(case: &'a Case, wanted: &Wanted, units: Option<&[i64]>) -> Option<Making<'a>> {
    let mut making = Making::new(case);
    let mut whole = vec![false; case.cells.len()];
    if let Some(units) = units {
        for (at, cell) in case.cells.iter().enumerate() {
            let Some(price) = cell.unit else {
                continue;
            };
            whole[at] = true;
            let extra = units[at].saturating_mul(price);
            if extra > 0 && making.pay(at, cell.committed.saturating_add(extra)) < extra {
                return None;
            }
        }
    }
    let mut floored = vec![false; case.cells.len()];
    for row in &case.rows {
        if let Sum::Limit {
            sense: Sense::Floor,
            cells,
            ..
        } = &row.sum
        {
            for cell in cells {
                floored[*cell] = true;
            }
        }
    }
    // Cells with a floor are rounded up and paid first.
    for is_floored in [true, false] {
        for at in 0..case.cells.len() {
            if whole[at] || floored[at] != is_floored {
                continue;
            }
            // What people cost, rather than what the solver says of money: their waste is its slack.
            let pence = if is_floored {
                above(wanted.pence[at], 0.01)
            } else {
                below(wanted.pence[at], 0.01)
            };
            making.pay(at, pence);
        }
    }
    for at in 0..case.cells.len() {
        if making.is_held(at) {
            making.serve_some(at, nearest(wanted.milli[at]));
        } else {
            making.serve_all(at);
        }
    }
    raise(case, &mut making, &whole);
    making.top_up(&whole);
    Some(making)
}

/// Pays the pence that rounding took from floors.
fn raise(case: &Case, making: &mut Making, skip: &[bool]) {
    for row in &case.rows {
        let Sum::Limit {
            measure,
            sense: Sense::Floor,
            cells,
            ..
        } = &row.sum
        else {
            continue;
        };
        for cell in cells {
            let short = shortfall(row, making.pence(), making.served());
            if short == 0 {
                break;
            }
            if skip[*cell] || making.is_held(*cell) {
                continue;
            }
            let wanted = match measure {
                Measure::Pence => making.pence()[*cell] + short,
                Measure::People => {
                    let pieces = &case.cells[*cell].pieces;
                    priced(pieces, making.served()[*cell] + short)
                }
            };
            making.pay(*cell, wanted);
            making.serve_all(*cell);
        }
    }
}
