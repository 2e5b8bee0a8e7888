//! Plans in whole units made better: units added, and exchanged one at a time while that helps.
#![expect(
    clippy::indexing_slicing,
    reason = "positions in lists that the case has numbered"
)]

use super::case::Case;
use super::demand::{Sum, shortfall, slip};
use super::making::Making;
use super::problem::{Measure, Sense};
use super::reach::reached;

/// Adds what can be added, then exchanges one unit at a time while that helps.
pub fn improved<'a>(case: &'a Case, making: Making<'a>, tries: &mut usize) -> Making<'a> {
    let mut making = making;
    fill(case, &mut making, None, tries);
    let mut again = true;
    while again && *tries > 0 {
        again = false;
        for cell in 0..case.cells.len() {
            if *tries == 0 {
                break;
            }
            let mut other = making.clone();
            if !other.drop_unit(cell) {
                continue;
            }
            *tries = tries.saturating_sub(1);
            fill(case, &mut other, Some(cell), tries);
            fill(case, &mut other, None, tries);
            let rank = |making: &Making| (making.distance(), making.unmet());
            if rank(&other) < rank(&making) {
                making = other;
                again = true;
            }
        }
    }
    making
}

/// Adds whole units where they raise floors, then where a pound serves most weighted need, until no more
/// can be paid; what is left goes to cells that take any sum.
fn fill(case: &Case, making: &mut Making, except: Option<usize>, tries: &mut usize) {
    raise(case, making, except, tries);
    let mut rows = case.rows.iter();
    let has_gap = rows.any(|row| matches!(row.sum, Sum::Gap { .. }));
    // Of each cell: what one more unit would count, and its price.
    let worth = |making: &Making, cell: usize| {
        let of = &case.cells[cell];
        let more = gain(case, making, cell)?;
        (more > 0 && of.weight > 0).then_some((i128::from(more) * i128::from(of.weight), of.unit?))
    };
    let mut open: Vec<(usize, (i128, i64))> = (0..case.cells.len())
        .filter(|cell| Some(*cell) != except)
        .filter_map(|cell| Some((cell, worth(making, cell)?)))
        .collect();
    while *tries > 0 {
        let best = open.iter().enumerate().reduce(|a, b| {
            let (left, right) = (a.1.1.0 * i128::from(b.1.1.1), b.1.1.0 * i128::from(a.1.1.1));
            if right > left { b } else { a }
        });
        let Some((at, cell)) = best.map(|(at, (cell, _))| (at, *cell)) else {
            break;
        };
        *tries = tries.saturating_sub(1);
        // A unit can break no floor, and is not paid beyond a ceiling; a gap it can widen.
        let distance = if has_gap { making.distance() } else { 0 };
        let mut added = making.add_unit(cell);
        if added && has_gap && making.distance() > distance {
            making.drop_unit(cell);
            added = false;
        }
        match worth(making, cell) {
            Some(worth) if added => open[at].1 = worth,
            _ => {
                open.remove(at);
            }
        }
    }
    let whole: Vec<bool> = case.cells.iter().map(|cell| cell.unit.is_some()).collect();
    making.top_up(&whole);
}

/// Thousandths of people whom one more unit would serve.
fn gain(case: &Case, making: &Making, cell: usize) -> Option<i64> {
    let of = &case.cells[cell];
    let pence = making.pence()[cell] + of.unit?;
    Some(reached(&of.pieces, pence) - making.served()[cell])
}

/// Adds whole units to cells under floors that do not hold yet, where a pound raises them most.
fn raise(case: &Case, making: &mut Making, except: Option<usize>, tries: &mut usize) {
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
        let mut open: Vec<usize> = cells
            .iter()
            .copied()
            .filter(|cell| case.cells[*cell].unit.is_some() && Some(*cell) != except)
            .collect();
        while *tries > 0 && shortfall(row, making.pence(), making.served()) > slip(row) {
            let best = open.iter().filter_map(|cell| {
                let price = case.cells[*cell].unit?;
                let more = match measure {
                    Measure::People => gain(case, making, *cell)?,
                    Measure::Pence => price,
                };
                (more > 0).then_some((*cell, more, price))
            });
            let best = best.reduce(|a, b| {
                let left = i128::from(a.1) * i128::from(b.2);
                let right = i128::from(b.1) * i128::from(a.2);
                if right > left { b } else { a }
            });
            let Some((cell, _, _)) = best else {
                break;
            };
            *tries = tries.saturating_sub(1);
            if !making.add_unit(cell) {
                open.retain(|other| *other != cell);
            }
        }
    }
}
