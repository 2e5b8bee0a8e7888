//! The worked examples, brute force on small cases, and what holds for any question.

mod brute;
mod clashing;
mod examples;
mod given;
mod properties;
