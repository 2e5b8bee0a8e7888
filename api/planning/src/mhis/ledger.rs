//! The two ledgers of a board's year: what counts towards the standard, and
//! what is paid from its programme allocation.

use std::iter::Sum;

use super::{Line, Year, is_of_the_other};

/// The least and the most that a sum can be, pence: lines that do not say are
/// out of the one and in the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// Without the lines that do not say.
    pub low: i64,
    /// With them.
    pub high: i64,
}

impl Bounds {
    /// The one sum that it is; `None` while lines do not say.
    pub fn settled(self) -> Option<i64> {
        (self.low == self.high).then_some(self.low)
    }

    fn of(pence: i64, is_in: Option<bool>) -> Self {
        Self {
            low: if is_in == Some(true) { pence } else { 0 },
            high: if is_in == Some(false) { 0 } else { pence },
        }
    }
}

impl Sum for Bounds {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, next| Self {
            low: sum.low.saturating_add(next.low),
            high: sum.high.saturating_add(next.high),
        })
    }
}

/// Spending that never counts towards the standard, however it is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// What it is.
    pub name: &'static str,
    /// How an exclusion that a user writes is known to be this one: it holds
    /// this, in small letters.
    pub known_by: &'static str,
}

/// What NHS England's guidance on the standard leaves out (frequently asked
/// questions and assurance engagement, 2023/24).
pub const EXCLUSIONS: &[Exclusion] = &[
    Exclusion {
        name: "learning disability",
        known_by: "learning disab",
    },
    Exclusion {
        name: "autism",
        known_by: "autis",
    },
    Exclusion {
        name: "dementia",
        known_by: "dementia",
    },
    Exclusion {
        name: "specialised commissioning",
        known_by: "specialised comm",
    },
];

/// Why a line stands where it does in the ledger of the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placing {
    /// The board says that it counts.
    Counts,
    /// The board says that it does not.
    DoesNotCount,
    /// It is of a kind that never counts.
    Excluded(&'static Exclusion),
    /// The board leaves it out for a reason that the guidance does not name.
    LeftOut,
    /// The board says that it counts, and names a kind that never does: it does
    /// not count.
    Contradicted,
    /// The board does not say.
    NotStated,
}

impl Placing {
    /// What it means for the sum.
    pub const fn is_in(self) -> Option<bool> {
        match self {
            Self::Counts => Some(true),
            Self::NotStated => None,
            Self::DoesNotCount | Self::Excluded(_) | Self::LeftOut | Self::Contradicted => {
                Some(false)
            }
        }
    }
}

/// One line, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LedgerLine {
    /// Its place in what was entered.
    pub position: usize,
    /// Whether it counts towards the standard, and why.
    pub placing: Placing,
    /// Whether it is paid from the programme allocation; `None`: not stated.
    pub in_allocation: Option<bool>,
    /// Whether it is what another body spent before its functions arrived: no
    /// spending of the board, and in neither sum.
    pub of_the_other: bool,
}

/// Two ledgers of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledgers {
    /// Each line, in the order entered.
    pub lines: Vec<LedgerLine>,
    /// What counts towards the standard.
    pub mhis: Bounds,
    /// What is paid from the programme allocation.
    pub allocation: Bounds,
    /// Settled to be in both.
    pub both: i64,
    /// Settled to be in the standard alone.
    pub mhis_only: i64,
    /// Settled to be in the allocation alone.
    pub allocation_only: i64,
    /// Settled to be in neither.
    pub neither: i64,
    /// Of which one of the two is not stated.
    pub not_settled: i64,
    /// What counts towards the standard and comes again each year.
    pub recurrent: Bounds,
}

/// Sets out a year's lines in both ledgers.
pub fn ledgers(year: &Year<'_>, arrives_in: Option<u32>) -> Ledgers {
    let mut made = Ledgers {
        lines: Vec::with_capacity(year.lines.len()),
        mhis: Bounds::default(),
        allocation: Bounds::default(),
        both: 0,
        mhis_only: 0,
        allocation_only: 0,
        neither: 0,
        not_settled: 0,
        recurrent: Bounds::default(),
    };
    for (position, line) in year.lines.iter().enumerate() {
        let placing = placing(line);
        let of_the_other = is_of_the_other(line, year.year, arrives_in);
        made.lines.push(LedgerLine {
            position,
            placing,
            in_allocation: line.in_allocation,
            of_the_other,
        });
        if of_the_other {
            continue;
        }
        let counts = placing.is_in();
        made.mhis = [made.mhis, Bounds::of(line.pence, counts)]
            .into_iter()
            .sum();
        let allocated = Bounds::of(line.pence, line.in_allocation);
        made.allocation = [made.allocation, allocated].into_iter().sum();
        let again = match (counts, line.recurrent) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        };
        made.recurrent = [made.recurrent, Bounds::of(line.pence, again)]
            .into_iter()
            .sum();
        let sum = match (counts, line.in_allocation) {
            (Some(true), Some(true)) => &mut made.both,
            (Some(true), Some(false)) => &mut made.mhis_only,
            (Some(false), Some(true)) => &mut made.allocation_only,
            (Some(false), Some(false)) => &mut made.neither,
            _ => &mut made.not_settled,
        };
        *sum = sum.saturating_add(line.pence);
    }
    made
}

/// What a line adds to the sum of the standard.
pub(super) fn of_mhis(line: &Line<'_>) -> Bounds {
    Bounds::of(line.pence, placing(line).is_in())
}

/// Where a line stands: an exclusion goes before what the board says.
fn placing(line: &Line<'_>) -> Placing {
    let excluded = line.exclusion.map(|words| {
        let words = words.to_lowercase().replace('_', " ");
        EXCLUSIONS.iter().find(|e| words.contains(e.known_by))
    });
    match (excluded, line.inside_mhis) {
        (Some(_), Some(true)) => Placing::Contradicted,
        (Some(Some(exclusion)), _) => Placing::Excluded(exclusion),
        (Some(None), _) => Placing::LeftOut,
        (None, Some(true)) => Placing::Counts,
        (None, Some(false)) => Placing::DoesNotCount,
        (None, None) => Placing::NotStated,
    }
}
