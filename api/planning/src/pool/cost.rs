//! What a year may cost: a stated range, and draws from it.

use rand_pcg::Pcg64;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// The largest sum that a cost may be, pence: £100 billion. Within it every
/// product below fits into 128 bits.
pub const MOST_PENCE: u64 = 10_000_000_000_000;

/// One line of cost, such as a service: at least `low`, most likely `central`,
/// at most `high`. Between them its chance rises and falls in a straight line
/// (a triangular distribution).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostLine {
    /// What it is the cost of.
    pub name: String,
    /// The least that it can be, pence.
    pub low: u64,
    /// The most likely, pence.
    pub central: u64,
    /// The most that it can be, pence.
    pub high: u64,
}

impl CostLine {
    /// Whether it can be drawn from: low ≤ central ≤ high ≤ the largest sum.
    pub const fn is_sound(&self) -> bool {
        self.low <= self.central && self.central <= self.high && self.high <= MOST_PENCE
    }

    /// The cost at a chance, given as a part of 2^32: what costs at most this
    /// has that chance. Whole pence, rounded towards `low`.
    pub fn at(&self, chance: u32) -> u64 {
        let below = u128::from(self.central.saturating_sub(self.low));
        let above = u128::from(self.high.saturating_sub(self.central));
        let width = below + above;
        let chance = u128::from(chance);
        // F(central) = below / width; compared without dividing.
        let side = |part: u128, share: u128| {
            let root = ((width * part * share) >> 32).isqrt();
            u64::try_from(root).unwrap_or(u64::MAX)
        };
        if chance * width < below << 32 {
            self.low.saturating_add(side(below, chance))
        } else {
            let rest = (1_u128 << 32) - chance;
            // Rounded towards `low` on this side too.
            let back = side(above, rest);
            let exact = (u128::from(back) * u128::from(back)) << 32 == width * above * rest;
            let back = if exact || above == 0 { back } else { back + 1 };
            self.high.saturating_sub(back).max(self.central)
        }
    }
}

/// Draws of the cost of all lines together. The same seed gives the same draws,
/// on every machine: whole numbers only, and a generator whose values are fixed.
#[derive(Debug)]
pub struct Draws<'a> {
    lines: &'a [CostLine],
    together: bool,
    generator: Pcg64,
}

impl<'a> Draws<'a> {
    /// Draws from a seed. `together`: dear lines are dear at the same time;
    /// otherwise each is drawn for itself.
    pub fn new(lines: &'a [CostLine], together: bool, seed: u64) -> Self {
        Self {
            lines,
            together,
            generator: Pcg64::seed_from_u64(seed),
        }
    }
}

impl Iterator for Draws<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        let common = self.generator.next_u32();
        let mut sum: u64 = 0;
        for (position, line) in self.lines.iter().enumerate() {
            let chance = match self.together || position == 0 {
                true => common,
                false => self.generator.next_u32(),
            };
            sum = sum.saturating_add(line.at(chance));
        }
        Some(sum)
    }
}
