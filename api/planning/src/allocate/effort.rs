//! How much work an answer may take: counted, never timed, so that the same question has the same
//! answer on every machine.

use linear::{Program, Solved};

/// Columns, rows and coefficients of all programmes that may be solved beside the two main ones. The
/// programme of a national question has some 50,000.
pub const MOST_WORK: u64 = 2_000_000;

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
