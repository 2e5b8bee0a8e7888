//! The Mental Health Investment Standard: whether an integrated care board's
//! spending grew at least as its programme allocation did, what counts towards
//! it, and what services that arrive from another body do to the answer.
//!
//! All figures are a board's own, as its user enters them. Growth is compared
//! in whole pence, crosswise, so that nothing is rounded before the answer.

mod ledger;

#[cfg(test)]
#[expect(
    clippy::indexing_slicing,
    reason = "a test that finds too little fails by it"
)]
mod tests;

pub use ledger::{Bounds, EXCLUSIONS, Exclusion, LedgerLine, Ledgers, Placing, ledgers};

use crate::atlas::Atlas;
use crate::closed::Role;
use crate::facts::{self, Body, BodySuccession};
use crate::money::financial_year;
use crate::table::Ix;

/// One line of a board's spending in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// What the money is spent on.
    pub label: &'a str,
    /// How much, pence.
    pub pence: i64,
    /// Whether it counts towards the standard; `None`: not stated.
    pub inside_mhis: Option<bool>,
    /// Whether it is paid from the programme allocation; `None`: not stated.
    pub in_allocation: Option<bool>,
    /// Whether it comes again each year; `None`: not stated.
    pub recurrent: Option<bool>,
    /// Whether it is money of functions that another body hands over; `None`:
    /// not stated.
    pub transferred: Option<bool>,
    /// Why it does not count.
    pub exclusion: Option<&'a str>,
}

impl<'a> From<&'a facts::MhisLine> for Line<'a> {
    fn from(row: &'a facts::MhisLine) -> Self {
        Self {
            label: &row.label,
            pence: row.amount_pence,
            inside_mhis: row.inside_mhis,
            in_allocation: row.in_allocation,
            recurrent: row.recurrent,
            transferred: row.transferred,
            exclusion: row.exclusion.as_deref(),
        }
    }
}

/// What a board enters of one financial year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year<'a> {
    /// The financial year: 2026 is 2026/27.
    pub year: u32,
    /// Its programme allocation, pence.
    pub allocation_pence: i64,
    /// The growth that it was set, millionths; `None`: that of its allocation.
    pub target_millionths: Option<i64>,
    /// Its spending.
    pub lines: Vec<Line<'a>>,
}

/// Which lines of services that another body hands over are counted. A line of
/// such a service in a year before it arrives is what the other body spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Baseline {
    /// What the board itself spent in each year: arriving services jump in.
    AsRecorded,
    /// The year before holds what the other body spent on them.
    Restated,
    /// They are left out of both years.
    LeftOut,
}

impl Baseline {
    /// Each, in order.
    pub const ALL: &'static [Self] = &[Self::AsRecorded, Self::Restated, Self::LeftOut];
}

/// The growth that spending has to reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// As it was set, millionths.
    Stated(i64),
    /// That of the programme allocation.
    OfAllocation {
        /// This year's, pence.
        now: i64,
        /// The year before's, pence.
        before: i64,
    },
}

impl Target {
    /// The growth in millionths, rounded to the nearest, halves up; `None`: more
    /// than can be counted.
    pub fn millionths(self) -> Option<i64> {
        match self {
            Self::Stated(millionths) => Some(millionths),
            Self::OfAllocation { now, before } => growth(now, before),
        }
    }
}

/// Growth in millionths, rounded to the nearest, halves up; `None`: there was
/// nothing before.
fn growth(now: i64, before: i64) -> Option<i64> {
    if before <= 0 {
        return None;
    }
    let (now, before) = (i128::from(now), i128::from(before));
    let grown = (2 * (now - before) * MILLION + before).div_euclid(2 * before);
    i64::try_from(grown).ok()
}

/// The answer of the growth test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Whatever the lines that do not say turn out to be.
    Met,
    /// Whatever they turn out to be.
    NotMet,
    /// It cannot be said.
    NotStated(Why),
}

/// Why the growth test cannot be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Nothing is entered of the year before.
    NoYearBefore,
    /// Two reports are entered of the year, or of the one before.
    SeveralReports,
    /// Nothing counted in the year before: growth from nothing has no meaning.
    NothingBefore,
    /// The year before had no allocation, and no target is stated.
    NoAllocationBefore,
    /// It depends on lines that do not say whether they count.
    DependsOnUnstatedLines,
    /// Nobody has entered what the other body spent in the year before.
    NoRestatedBaseline,
}

/// The growth test of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Growth {
    /// What counted in the year.
    pub spend: Bounds,
    /// What counted in the year before; `None`: nothing is entered of it.
    pub before: Option<Bounds>,
    /// What it had to reach; `None`: no target is stated and nothing gives one.
    pub target: Option<Target>,
    /// The least spending that would have met it, pence, by the bounds of the
    /// year before.
    pub required: Option<Bounds>,
    /// The answer.
    pub verdict: Verdict,
}

impl Growth {
    /// Growth in millionths, rounded to the nearest, halves up; `None`: a bound
    /// is not settled, or there was nothing before.
    pub fn millionths(&self) -> Option<i64> {
        growth(self.spend.settled()?, self.before?.settled()?)
    }
}

const MILLION: i128 = 1_000_000;

/// What a board's report of one year makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tested<'a> {
    /// What was entered.
    pub entered: Year<'a>,
    /// The two ledgers, line by line.
    pub ledgers: Ledgers,
    /// The growth test on what the board itself spent.
    pub growth: Growth,
    /// The same with the year before restated, and with what arrives left out;
    /// `None`: nothing arrives in this year.
    pub arrival: Option<Arrival>,
}

/// What services that arrive in a year do to its test. That the baseline has to
/// be restated is an inference, not a rule on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// With the year before restated.
    pub restated: Growth,
    /// With what arrives left out of both years.
    pub left_out: Growth,
    /// What arrives, by the ledger of the standard.
    pub arrives: Bounds,
    /// What the other body spent on it in the year before.
    pub came_with: Bounds,
    /// Lines of either year that do not say whether they arrive: taken not to.
    pub not_stated: u64,
}

/// The change by which another body's commissioning arrives at the boards, with
/// the financial year of its day: the first dated transfer of a body that
/// commissions a service. `None`: none is on record.
pub fn arrival(atlas: &Atlas) -> Option<(Ix<BodySuccession>, u32)> {
    let commissions = |body: Ix<Body>| {
        let parts = atlas.services_of_body(body).iter();
        parts
            .map(|ix| atlas.service_bodies.get(*ix))
            .any(|part| part.role == Role::Commissioner)
    };
    atlas
        .body_successions
        .iter()
        .filter(|(_, row)| row.kind == TRANSFER)
        .filter(|(_, row)| atlas.bodies.find(&row.predecessor).is_some_and(commissions))
        .filter_map(|(ix, row)| Some((row.date?, ix)))
        .min()
        .map(|(date, ix)| (ix, financial_year(date.first())))
}

/// How a body's functions pass that goes on without them.
const TRANSFER: &str = "transfer";

/// The tests of a board's years, in order. `arrives_in` is the financial year in
/// which another body's functions arrive; `None`: no such change is on record.
pub fn test<'a>(mut years: Vec<Year<'a>>, arrives_in: Option<u32>) -> Vec<Tested<'a>> {
    years.sort_by_key(|year| year.year);
    let of_year = |wanted: u32| -> Vec<&Year<'a>> {
        years.iter().filter(|year| year.year == wanted).collect()
    };
    years
        .iter()
        .map(|year| {
            let same = of_year(year.year);
            let before = year.year.checked_sub(1).map(of_year).unwrap_or_default();
            let growth = |baseline| match (same.as_slice(), before.as_slice()) {
                ([_], [one]) => grown(year, one, baseline, arrives_in),
                ([_], []) => not_told(year, baseline, arrives_in, Why::NoYearBefore),
                _ => not_told(year, baseline, arrives_in, Why::SeveralReports),
            };
            let arrival = (Some(year.year) == arrives_in).then(|| {
                let lines_before = before.iter().flat_map(|year| &year.lines);
                let lines = || year.lines.iter().chain(lines_before.clone());
                let not_stated = lines().filter(|line| line.transferred.is_none()).count();
                Arrival {
                    restated: growth(Baseline::Restated),
                    left_out: growth(Baseline::LeftOut),
                    arrives: transferred(&year.lines),
                    came_with: transferred(before.iter().flat_map(|year| &year.lines)),
                    not_stated: u64::try_from(not_stated).unwrap_or(u64::MAX),
                }
            });
            Tested {
                ledgers: ledgers(year, arrives_in),
                growth: growth(Baseline::AsRecorded),
                arrival,
                entered: year.clone(),
            }
        })
        .collect()
}

/// Whether a line is what another body spent before its functions arrived.
fn is_of_the_other(line: &Line<'_>, year: u32, arrives_in: Option<u32>) -> bool {
    line.transferred == Some(true) && arrives_in.is_some_and(|arrives| year < arrives)
}

fn spend(year: &Year<'_>, baseline: Baseline, arrives_in: Option<u32>) -> Bounds {
    let counted = year.lines.iter().filter(|line| match baseline {
        Baseline::AsRecorded => !is_of_the_other(line, year.year, arrives_in),
        Baseline::Restated => true,
        Baseline::LeftOut => line.transferred != Some(true),
    });
    counted.map(ledger::of_mhis).sum()
}

fn transferred<'a>(lines: impl IntoIterator<Item = &'a Line<'a>>) -> Bounds {
    let arriving = lines
        .into_iter()
        .filter(|line| line.transferred == Some(true));
    arriving.map(ledger::of_mhis).sum()
}

fn not_told(year: &Year<'_>, baseline: Baseline, arrives_in: Option<u32>, why: Why) -> Growth {
    Growth {
        spend: spend(year, baseline, arrives_in),
        before: None,
        target: year.target_millionths.map(Target::Stated),
        required: None,
        verdict: Verdict::NotStated(why),
    }
}

fn grown(
    year: &Year<'_>,
    before: &Year<'_>,
    baseline: Baseline,
    arrives_in: Option<u32>,
) -> Growth {
    let (now, then) = (
        spend(year, baseline, arrives_in),
        spend(before, baseline, arrives_in),
    );
    let target = target(year, before, baseline, arrives_in);
    let required = target.map(|target| Bounds {
        low: required(then.low, target),
        high: required(then.high, target),
    });
    let is_restated = before
        .lines
        .iter()
        .any(|line| line.transferred == Some(true));
    let arrives = year.lines.iter().any(|line| line.transferred == Some(true));
    let verdict = if baseline == Baseline::Restated && arrives && !is_restated {
        Verdict::NotStated(Why::NoRestatedBaseline)
    } else if then.high == 0 {
        Verdict::NotStated(Why::NothingBefore)
    } else {
        match target {
            None => Verdict::NotStated(Why::NoAllocationBefore),
            Some(target) if meets(now.low, then.high, target) => Verdict::Met,
            Some(target) if !meets(now.high, then.low, target) => Verdict::NotMet,
            Some(_) => Verdict::NotStated(Why::DependsOnUnstatedLines),
        }
    };
    Growth {
        spend: now,
        before: Some(then),
        target,
        required,
        verdict,
    }
}

/// The target that was set, else the growth of the allocation. What arrives in
/// the allocation is restated, or left out, with the spending.
fn target(
    year: &Year<'_>,
    before: &Year<'_>,
    baseline: Baseline,
    arrives_in: Option<u32>,
) -> Option<Target> {
    if let Some(millionths) = year.target_millionths {
        return Some(Target::Stated(millionths));
    }
    let arriving = |year: &Year<'_>| -> i64 {
        let lines = year.lines.iter();
        let lines = lines.filter(|l| l.transferred == Some(true) && l.in_allocation == Some(true));
        lines.fold(0, |sum, line| sum.saturating_add(line.pence))
    };
    let before_arrival = arrives_in.is_some_and(|arrives| before.year < arrives);
    let is_arrival = before_arrival && arrives_in == Some(year.year);
    let (now, then) = match baseline {
        Baseline::Restated if is_arrival => (
            year.allocation_pence,
            before.allocation_pence.saturating_add(arriving(before)),
        ),
        Baseline::LeftOut if is_arrival => (
            year.allocation_pence.saturating_sub(arriving(year)),
            before.allocation_pence,
        ),
        _ => (year.allocation_pence, before.allocation_pence),
    };
    (then > 0).then_some(Target::OfAllocation { now, before: then })
}

/// Whether spending grew by the target or more: crosswise, in whole pence.
fn meets(now: i64, before: i64, target: Target) -> bool {
    let (now, before) = (i128::from(now), i128::from(before));
    match target {
        Target::Stated(millionths) => now * MILLION >= before * (MILLION + i128::from(millionths)),
        Target::OfAllocation {
            now: to,
            before: from,
        } => now * i128::from(from) >= before * i128::from(to),
    }
}

/// The least spending, in whole pence, that meets the target.
fn required(before: i64, target: Target) -> i64 {
    let before = i128::from(before);
    let (by, of) = match target {
        Target::Stated(millionths) => (MILLION + i128::from(millionths), MILLION),
        Target::OfAllocation { now, before } => (i128::from(now), i128::from(before)),
    };
    let least = (before * by + of - 1).div_euclid(of);
    i64::try_from(least).unwrap_or(i64::MAX)
}
