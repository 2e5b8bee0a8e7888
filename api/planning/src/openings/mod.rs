//! Openings: what an organisation can apply for, held condition by condition
//! against its profile, and the funders whose conditions fit a gap.
//!
//! Three answers and no guess: a condition is met, is not met, or is not
//! stated, by the notice or by the profile. `judge` gives the lines of one
//! opening, `standing` says whether it can be applied for on a day, `board`
//! ranks many, `work` says who holds the work now, `gap` asks the other way
//! round. The rules are written out in `docs/CALCULATIONS.md`.

mod board;
mod cohorts;
mod community;
mod gap;
mod judge;
mod overlap;
mod profile;
mod size;
mod standing;
#[cfg(test)]
mod tests;
mod words;
mod work;

pub use board::{Board, Entry, InCommon, Month, board};
pub use gap::{Fit, FitKind, FitLine, Funding, Headroom, Wanted, funders_for};
pub use judge::{Line, Silent, Verdict, lines, overall};
pub use overlap::{Overlap, Reached, overlap};
pub use profile::{Profile, Share};
pub use size::{YearlyValue, yearly_value};
pub use standing::{Standing, When, when};
pub use work::{Holder, gaps_filled, holders, scope};
