//! How much work an answer may take: counted, never timed, so that the same question has the same
//! answer on every machine.

use linear::{Program, Solved};

/// Columns, rows and coefficients of all programmes that may be solved to explain a plan, beside the two
/// main ones. That of a national question has some 10,000, and takes a twentieth of a second.
pub const MOST_EXPLAINED: u64 = 240_000;
/// The same for the branches of one plan in whole units.
pub const MOST_BRANCHED: u64 = 200_000;

/// The work that is left.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    left: u64,
}

impl Effort {
    /// So much.
    pub const fn new(left: u64) -> Self {
        Self { left }
    }

    /// Solves a programme if there is enough left.
    pub fn solve(&mut self, program: &Program, most_steps: u32) -> Option<Solved> {
        let size = u64::try_from(program.size()).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(size)?;
        Some(program.solve(most_steps))
    }
}
