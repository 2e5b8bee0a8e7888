//! The ledger: balances as sums of moves, by whose money, what for and when.

use std::collections::BTreeMap;

use super::account::is_of_service;
use super::{Move, PoolAccount};

/// Whose money, of which stream and year, for which service.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Line {
    /// The financial year.
    pub year: u32,
    /// Whose money; `None`: not stated.
    pub member: Option<String>,
    /// Of which stream; `None`: not stated.
    pub stream: Option<String>,
    /// For which service; `None` before it is allocated.
    pub service: Option<String>,
}

/// Pence by account. What came from members is where it stands now:
/// `contributed` is the sum of the other five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Balances {
    /// What members have put in, less what went back to them.
    pub contributed: i128,
    /// Held in common, for no service yet.
    pub pooled: i128,
    /// Held by its member beside the pool, for no service yet.
    pub aligned: i128,
    /// For a service, not committed.
    pub allocated: i128,
    /// Committed, not spent.
    pub committed: i128,
    /// Spent.
    pub spent: i128,
}

impl Balances {
    /// What stands in an account. That of members is what they are out of
    /// pocket, below zero.
    pub const fn of(&self, account: PoolAccount) -> i128 {
        match account {
            PoolAccount::Member => -self.contributed,
            PoolAccount::Pooled => self.pooled,
            PoolAccount::Aligned => self.aligned,
            PoolAccount::Allocated => self.allocated,
            PoolAccount::Committed => self.committed,
            PoolAccount::Spent => self.spent,
        }
    }

    fn change(&mut self, account: PoolAccount, by: i128) {
        let of = match account {
            PoolAccount::Member => {
                self.contributed -= by;
                return;
            }
            PoolAccount::Pooled => &mut self.pooled,
            PoolAccount::Aligned => &mut self.aligned,
            PoolAccount::Allocated => &mut self.allocated,
            PoolAccount::Committed => &mut self.committed,
            PoolAccount::Spent => &mut self.spent,
        };
        *of += by;
    }

    fn add(&mut self, other: &Self) {
        for account in PoolAccount::ALL {
            self.change(*account, other.of(*account));
        }
    }

    /// Put in and for no service yet.
    pub const fn unallocated(&self) -> i128 {
        self.pooled + self.aligned
    }

    /// For services: committed and spent included.
    pub const fn allocated_so_far(&self) -> i128 {
        self.allocated + self.committed + self.spent
    }

    /// Committed: spent included.
    pub const fn committed_so_far(&self) -> i128 {
        self.committed + self.spent
    }

    /// Whether where the money stands sums to what was put in.
    pub const fn is_balanced(&self) -> bool {
        self.contributed == self.unallocated() + self.allocated_so_far()
    }
}

/// An account below zero.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shortfall {
    /// Of which line.
    pub line: Line,
    /// Which account; for `Pooled` and `Aligned` with a service: more went back
    /// there from the service than had come from there.
    pub account: PoolAccount,
    /// By how much.
    pub pence: i128,
}

/// Balances of every line.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Ledger {
    lines: BTreeMap<Line, Balances>,
    // What came to a service from the pooled and from the aligned account.
    came: BTreeMap<Line, (i128, i128)>,
}

impl Ledger {
    /// The ledger of moves, in whatever order they are told.
    pub fn of<'a>(moves: impl IntoIterator<Item = &'a Move>) -> Self {
        let mut ledger = Self::default();
        for one in moves {
            ledger.post(one);
        }
        ledger
    }

    /// Adds a move.
    pub fn post(&mut self, one: &Move) {
        let pence = i128::from(one.pence);
        let line = |account| Line {
            year: one.year,
            member: one.member.clone(),
            stream: one.stream.clone(),
            service: one.service.clone().filter(|_| is_of_service(account)),
        };
        for (account, by) in [(one.from, -pence), (one.to, pence)] {
            let balances = self.lines.entry(line(account)).or_default();
            balances.change(account, by);
        }
        let (side, by) = match (one.from, one.to) {
            (side, PoolAccount::Allocated) => (side, pence),
            (PoolAccount::Allocated, side) => (side, -pence),
            _ => return,
        };
        let came = self.came.entry(line(PoolAccount::Allocated)).or_default();
        match side {
            PoolAccount::Pooled => came.0 += by,
            PoolAccount::Aligned => came.1 += by,
            _ => {}
        }
    }

    /// Every line with its balances, in order.
    pub fn lines(&self) -> impl Iterator<Item = (&Line, &Balances)> {
        self.lines.iter()
    }

    /// The balances of one line.
    pub fn line(&self, line: &Line) -> Balances {
        self.lines.get(line).copied().unwrap_or_default()
    }

    /// All of it.
    pub fn total(&self) -> Balances {
        self.sum(|_| true)
    }

    /// The sum of some lines.
    pub fn sum(&self, of: impl Fn(&Line) -> bool) -> Balances {
        let mut sum = Balances::default();
        for (_, balances) in self.lines.iter().filter(|(line, _)| of(line)) {
            sum.add(balances);
        }
        sum
    }

    /// Sums by what a line is of, in order.
    pub fn by<K: Ord>(&self, key: impl Fn(&Line) -> K) -> BTreeMap<K, Balances> {
        let mut sums: BTreeMap<K, Balances> = BTreeMap::new();
        for (line, balances) in &self.lines {
            sums.entry(key(line)).or_default().add(balances);
        }
        sums
    }

    /// What of a service's money came from the pooled and from the aligned
    /// account.
    pub fn came_from(&self, line: &Line) -> (i128, i128) {
        self.came.get(line).copied().unwrap_or_default()
    }

    /// Every account that is below zero, in order. A ledger that the rules have
    /// kept has none.
    pub fn shortfalls(&self) -> Vec<Shortfall> {
        let mut found = Vec::new();
        let mut look = |line: &Line, account, pence: i128| {
            if pence < 0 {
                found.push(Shortfall {
                    line: line.clone(),
                    account,
                    pence: -pence,
                });
            }
        };
        for (line, balances) in &self.lines {
            for account in PoolAccount::ALL {
                if *account != PoolAccount::Member {
                    look(line, *account, balances.of(*account));
                }
            }
        }
        for (line, (pooled, aligned)) in &self.came {
            look(line, PoolAccount::Pooled, *pooled);
            look(line, PoolAccount::Aligned, *aligned);
        }
        found.sort();
        found
    }
}
