//! The worked examples, brute force on small cases, and what holds for any question.

#![expect(
    clippy::indexing_slicing,
    reason = "a test that looks past the end fails, as it should"
)]

mod brute;
mod clashing;
mod examples;
mod given;
mod properties;
