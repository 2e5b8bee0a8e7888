//! What holds a plan back, and what one more pound would buy.
#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    reason = "worths from the solver, and positions that the case has numbered"
)]

use super::answer::{Binding, Held, OnePound};
use super::case::Case;
use super::demand::Demand;
use super::plan::Best;
use super::problem::ONE;
use super::reach::next;
use super::worth::{Worths, pound, told};

/// What holds the plan back: money first, then demands, in the order of the question.
pub fn binding(case: &Case, best: &Best) -> Vec<Binding> {
    let worths = Worths::new(case, best);
    let mut found = Vec::new();
    let mut add = |what: Held, worth: f64| {
        if worth > 0.0 {
            let worth = told(worth);
            found.push(Binding { what, worth });
        }
    };
    for (at, group) in case.groups.iter().enumerate() {
        for stream in &group.streams {
            let purse = &case.streams[*stream];
            add(Held::Stream(purse.id.clone()), worths.group(at));
        }
    }
    for (at, row) in case.rows.iter().enumerate() {
        add(Held::Demand(row.demand.clone()), worths.demand(at));
    }
    for (at, promise) in case.promises.iter().enumerate() {
        let demand = Demand::Commitment(promise.asked);
        add(Held::Demand(demand), worths.promise(at));
    }
    found.sort_by(|a, b| a.what.cmp(&b.what));
    found
}

/// What one more pound in each stream would do.
///
/// Where no demand holds the plan back, it ends in the best cell that a chain of streams leads to, and
/// that is told exactly. Where one does, the solver's worth of the stream is told, and a cell only if
/// that cell accounts for all of it.
pub fn pounds(case: &Case, best: &Best) -> Vec<OnePound> {
    let worths = Worths::new(case, best);
    let is_held = worths.is_held();
    let mut spent = vec![0_i64; case.streams.len()];
    for (stream, _, pence) in &best.settled.shares {
        spent[*stream] += pence;
    }
    let mut found = Vec::new();
    for (at, stream) in case.streams.iter().enumerate() {
        let group = case
            .groups
            .iter()
            .position(|group| group.streams.contains(&at));
        let mut of = OnePound {
            stream: stream.id.clone(),
            unspent: stream.free - spent[at],
            worth: 0,
            people: Some(0),
            place: None,
        };
        if let Some(group) = group {
            let end = end_of(case, best, group);
            let solver = worths.group(group);
            let exact = end.map_or(0.0, |(cell, price)| pound(case.cells[cell].weight, price));
            let agrees = (exact - solver).abs() <= solver.abs() * 1e-3;
            if !is_held || agrees {
                of.worth = told(exact);
                of.place = end.map(|(cell, _)| case.cells[cell].place.clone());
                // A pound at a price in millionths of a penny, in millionths of a person.
                let people = |price: i128| 100 * i128::from(ONE) * i128::from(ONE) / price.max(1);
                of.people = end.map_or(Some(0), |(_, price)| i64::try_from(people(price)).ok());
            } else {
                of.worth = told(solver);
                of.people = (solver == 0.0).then_some(0);
            }
        }
        found.push(of);
    }
    found
}

/// The cell where a further pound of a group would serve most, and the price there.
fn end_of(case: &Case, best: &Best, group: usize) -> Option<(usize, i128)> {
    let classes = best.flow.ends_of(group);
    let cells = classes.iter().flat_map(|class| &case.classes[*class]);
    let mut found: Option<(usize, i128)> = None;
    for at in cells {
        let cell = &case.cells[*at];
        let Some((price, _)) = next(&cell.pieces, best.settled.pence[*at]) else {
            continue;
        };
        if cell.weight == 0 {
            continue;
        }
        let is_better = found.is_none_or(|(other, of)| {
            let (here, there) = (
                i128::from(cell.weight) * of,
                i128::from(case.cells[other].weight) * price,
            );
            here > there || (here == there && *at < other)
        });
        if is_better {
            found = Some((*at, price));
        }
    }
    found
}
