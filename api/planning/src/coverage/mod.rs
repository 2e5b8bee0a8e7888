//! Coverage states: what the register knows of an offer in an area on a day.
//!
//! `reading` says what one record says of one day, `part` what all records
//! say of one part of a district, `state` what that makes of an area. The
//! rules are written out in `docs/CALCULATIONS.md`.

mod explain;
mod part;
mod reading;
mod state;
#[cfg(test)]
mod tests;

pub use explain::{Explanation, RecordUse, Rule};
pub(crate) use part::sexes;
pub use part::{PartState, State, state_of_part};
pub use reading::{Flag, Flags, Reading, STALE_AFTER_MONTHS, Standing, read, reading_of};
pub(crate) use state::word_for;
pub use state::{Answer, PlaceAnswer, Question, StateShare, answer, matrix};
