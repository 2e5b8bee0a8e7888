//! The Atlas and every calculation on it.
//!
//! What belongs here: plain functions from one input value to one result value.
//! No database, no clock, no network, no async, no framework: whoever calls has
//! fetched the input and will present the result. A question's date, cohort and
//! tolerances are fields of the question.
#![deny(
    clippy::float_arithmetic,
    clippy::as_conversions,
    clippy::indexing_slicing
)]

pub mod allocate;
pub mod apportion;
pub mod atlas;
pub mod closed;
pub mod compare;
pub mod confidence;
pub mod conflict;
pub mod coverage;
pub mod culture;
pub mod dates;
pub mod facts;
pub mod gaps;
#[cfg(test)]
mod given;
pub mod grid;
pub mod matching;
pub mod mhis;
pub mod money;
pub mod openings;
pub mod pool;
pub mod provision;
pub mod scenario;
pub mod scorecard;
pub mod search;
pub mod share;
pub mod sight;
pub mod standard;
pub mod table;
pub mod watch;
