//! A question as the solver sees it: in one order, whatever the order in which it was asked.
#![expect(
    clippy::indexing_slicing,
    reason = "positions in lists that this file has numbered itself"
)]

use std::collections::BTreeMap;

use super::demand::{Demand, DemandRow, demand_rows};
use super::number::MILLI;
use super::problem::{Estimate, ONE, Place, Problem, Stream};
use super::reach::{Piece, pieces, steps};

/// Which end of a range is reckoned with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Level {
    /// The least.
    Low,
    /// What was given as most likely.
    #[default]
    Central,
    /// The most.
    High,
}

impl Level {
    /// The number at this end.
    pub const fn of(self, estimate: Estimate) -> i64 {
        match self {
            Self::Low => estimate.low,
            Self::Central => estimate.central,
            Self::High => estimate.high,
        }
    }
}

/// One thing that a question can be asked without.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// Where a stream may be spent.
    Areas(String),
    /// What a stream may be spent on.
    Offers(String),
    /// For whom a stream may be spent.
    Cohorts(String),
    /// The silo of a stream outside the pool.
    Silo(String),
    /// A floor or ceiling, by its place in the question.
    Limit(usize),
    /// A minimum offer, by its place in the question.
    Minimum(usize),
    /// An equity limit, by its place in the question.
    Equity(usize),
    /// A commitment, by its place in the question.
    Commitment(usize),
}

/// From where a question is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct View {
    /// Whether the streams of the pool give up their silos.
    pub pooled: bool,
    /// Unit costs of these offers at this end of their range.
    pub costs: BTreeMap<String, Level>,
    /// Unit costs of the others.
    pub other_costs: Level,
    /// Needs.
    pub needs: Level,
    /// The condition that is left out.
    pub lifted: Option<Condition>,
}

impl View {
    /// With the pool, at the central numbers.
    pub fn pooled() -> Self {
        Self {
            pooled: true,
            ..Self::default()
        }
    }

    /// Each funder alone.
    pub fn siloed() -> Self {
        Self::default()
    }

    /// Whether a stream may pay for a place.
    pub fn allows(&self, stream: &Stream, place: &Place) -> bool {
        let mut conditions = stream.conditions.clone();
        let mut silo = (!(self.pooled && stream.pooled)).then(|| stream.silo.clone());
        match &self.lifted {
            Some(Condition::Areas(id)) if *id == stream.id => conditions.areas = None,
            Some(Condition::Offers(id)) if *id == stream.id => conditions.offers = None,
            Some(Condition::Cohorts(id)) if *id == stream.id => conditions.cohorts = None,
            Some(Condition::Silo(id)) if *id == stream.id => silo = None,
            _ => {}
        }
        conditions.holds(place) && silo.is_none_or(|silo| silo.holds(place))
    }
}

/// One offer in one area for one cohort.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What, where, for whom.
    pub place: Place,
    /// People in need, in thousandths.
    pub milli: i64,
    /// What an unmet one counts, in millionths.
    pub weight: i64,
    /// How reach diminishes.
    pub pieces: Vec<Piece>,
    /// Pence promised.
    pub committed: i64,
    /// Price of a whole unit in pence; `None`: money of any size.
    pub unit: Option<i64>,
    /// The cells that the same streams may pay for; `None`: no stream may.
    pub class: Option<usize>,
}

/// One stream.
#[derive(Clone, Debug)]
pub struct Purse {
    /// Its name.
    pub id: String,
    /// Pence in it.
    pub pence: i64,
    /// Pence not promised; below zero where more is promised than there is.
    pub free: i64,
}

/// Streams that may pay for the same cells.
#[derive(Clone, Debug)]
pub struct Group {
    /// The streams.
    pub streams: Vec<usize>,
    /// What they may pay for.
    pub classes: Vec<usize>,
    /// Their free pence together.
    pub free: i64,
}

/// A promise.
#[derive(Clone, Copy, Debug)]
pub struct Promise {
    /// Its place in the question.
    pub asked: usize,
    /// The stream.
    pub stream: usize,
    /// The cell.
    pub cell: usize,
    /// Pence.
    pub pence: i64,
}

/// The question from one view.
#[derive(Clone, Debug)]
pub struct Case {
    /// By place.
    pub cells: Vec<Cell>,
    /// By name.
    pub streams: Vec<Purse>,
    /// Streams, put together.
    pub groups: Vec<Group>,
    /// Cells, put together.
    pub classes: Vec<Vec<usize>>,
    /// By stream and place.
    pub promises: Vec<Promise>,
    /// What is demanded of the answer, beyond money and promises.
    pub rows: Vec<DemandRow>,
    /// Steps that the solver may take.
    pub most_steps: u32,
}

/// Puts a question that has been checked into order.
pub fn case(problem: &Problem, view: &View) -> Case {
    let mut streams: Vec<&Stream> = problem.streams.iter().collect();
    streams.sort_by(|a, b| a.id.cmp(&b.id));
    let mut cells = cells(problem, view);
    cells.sort_by(|a, b| a.place.cmp(&b.place));
    let mut promises = promises(problem, view, &streams, &cells);
    let mut purses: Vec<Purse> = streams
        .iter()
        .map(|stream| Purse {
            id: stream.id.clone(),
            pence: stream.pence,
            free: stream.pence,
        })
        .collect();
    for promise in &promises {
        purses[promise.stream].free -= promise.pence;
        cells[promise.cell].committed += promise.pence;
    }
    promises.sort_by_key(|promise| (promise.stream, promise.cell, promise.pence, promise.asked));
    let (classes, by_stream) = classes(&streams, view, &mut cells);
    let groups = groups(&purses, by_stream);
    let rows = demand_rows(problem, view.lifted.as_ref(), &cells);
    Case {
        cells,
        streams: purses,
        groups,
        classes,
        promises,
        rows,
        most_steps: problem.most_steps,
    }
}

fn cells(problem: &Problem, view: &View) -> Vec<Cell> {
    let mut costs = BTreeMap::new();
    for cost in &problem.costs {
        costs.insert((cost.offer.as_str(), cost.area.as_deref()), cost.pence);
    }
    let curves: BTreeMap<_, _> = problem
        .curves
        .iter()
        .map(|curve| (curve.offer.as_str(), steps(Some(&curve.reach))))
        .collect();
    let straight = steps(None);
    let units: BTreeMap<_, _> = problem
        .units
        .iter()
        .map(|unit| (unit.offer.as_str(), unit.people))
        .collect();
    problem
        .needs
        .iter()
        .map(|need| {
            let offer = need.place.offer.as_str();
            let level = view.costs.get(offer).copied().unwrap_or(view.other_costs);
            let cost = costs
                .get(&(offer, Some(need.place.area.as_str())))
                .or_else(|| costs.get(&(offer, None)));
            let pence = level.of(cost.copied().unwrap_or(Estimate::exactly(1)));
            let people = view.needs.of(need.people);
            Cell {
                place: need.place.clone(),
                milli: people.saturating_mul(MILLI),
                weight: need.weight,
                pieces: pieces(curves.get(offer).unwrap_or(&straight), people, pence),
                committed: 0,
                unit: units.get(offer).map(|people| people.saturating_mul(pence)),
                class: None,
            }
        })
        .collect()
}

fn promises(problem: &Problem, view: &View, streams: &[&Stream], cells: &[Cell]) -> Vec<Promise> {
    let of_stream = |id: &str| {
        streams
            .binary_search_by(|stream| stream.id.as_str().cmp(id))
            .ok()
    };
    let of_cell = |place: &Place| cells.binary_search_by(|cell| cell.place.cmp(place)).ok();
    problem
        .commitments
        .iter()
        .enumerate()
        .filter(|(asked, _)| view.lifted != Some(Condition::Commitment(*asked)))
        .filter_map(|(asked, commitment)| {
            Some(Promise {
                asked,
                stream: of_stream(&commitment.stream)?,
                cell: of_cell(&commitment.place)?,
                pence: commitment.pence,
            })
        })
        .collect()
}

/// Cells by the streams that may pay for them, and for each stream its classes.
fn classes(
    streams: &[&Stream],
    view: &View,
    cells: &mut [Cell],
) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let mut known: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    let mut classes: Vec<Vec<usize>> = Vec::new();
    let mut by_stream = vec![Vec::new(); streams.len()];
    for (at, cell) in cells.iter_mut().enumerate() {
        let payers: Vec<usize> = (0..streams.len())
            .filter(|stream| view.allows(streams[*stream], &cell.place))
            .collect();
        if payers.is_empty() {
            continue;
        }
        let class = *known.entry(payers).or_insert_with_key(|payers| {
            for stream in payers {
                by_stream[*stream].push(classes.len());
            }
            classes.push(Vec::new());
            classes.len() - 1
        });
        classes[class].push(at);
        cell.class = Some(class);
    }
    (classes, by_stream)
}

/// Streams by the classes that they may pay for. One that has promised more than it has stays alone:
/// no other may make up for it.
fn groups(streams: &[Purse], by_stream: Vec<Vec<usize>>) -> Vec<Group> {
    let mut known: BTreeMap<(Vec<usize>, Option<usize>), usize> = BTreeMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for (at, classes) in by_stream.into_iter().enumerate() {
        let alone = (streams[at].free < 0).then_some(at);
        if classes.is_empty() && alone.is_none() {
            continue;
        }
        let group = *known
            .entry((classes.clone(), alone))
            .or_insert_with(|| groups.len());
        if group == groups.len() {
            groups.push(Group {
                streams: Vec::new(),
                classes,
                free: 0,
            });
        }
        groups[group].streams.push(at);
        groups[group].free = groups[group].free.saturating_add(streams[at].free);
    }
    groups
}

impl Case {
    /// All that is demanded, promises included.
    pub fn demands(&self) -> Vec<Demand> {
        let promised = self
            .promises
            .iter()
            .map(|promise| Demand::Commitment(promise.asked));
        self.rows
            .iter()
            .map(|row| row.demand.clone())
            .chain(promised)
            .collect()
    }

    /// Unmet need that a plan leaves, in millionths of a weight times thousandths of a person.
    pub fn unmet(&self, served: &[i64]) -> i128 {
        self.cells
            .iter()
            .zip(served)
            .map(|(cell, served)| i128::from(cell.weight) * i128::from(cell.milli - served))
            .sum()
    }
}

/// The weight one, times a person.
pub const WHOLE: i128 = 1_000_000_000;
const _: () = assert!(ONE == 1_000_000 && MILLI == 1_000);
