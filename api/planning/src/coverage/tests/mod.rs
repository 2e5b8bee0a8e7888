//! Each test is one rule of `docs/CALCULATIONS.md`, named in words.

mod area;
mod cohort;
mod family;
mod place;
mod properties;
mod reading;
mod record_pairs;
mod stage;
