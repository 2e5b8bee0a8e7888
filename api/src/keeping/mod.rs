//! Keeping the register: what people write, from a wish to rows, checked and decided on.
//!
//! A wish becomes a plan (`plan`), field by field as each kind's `Spec` says (`kinds`); the policy
//! decides on it (`concern`, `crate::auth::policy`); the `Keeper` writes it, or keeps it as a
//! proposal.

mod carry_out;
mod check;
pub mod concern;
pub mod diff;
pub mod draft;
mod freeze;
mod keeper;
mod kind;
mod kinds;
mod known;
mod ledger;
mod maker;
pub mod outcome;
mod plan;
mod played;
pub mod problem;
mod proposals;
mod row;
pub mod spec;
mod telling;
mod undo;
mod users;
mod views;

pub(crate) use check::pence;
pub use draft::{Ask, Fields, Wish};
pub use freeze::FrozenState;
pub use keeper::{KeepError, Keeper};
pub use kind::Kind;
pub use kinds::scenario::problem_of;
pub use outcome::{Conflict, FieldChange, Outcome};
pub use plan::is_seen;
pub use played::Played;
pub use problem::{Problem, ProblemCode};
pub use proposals::Decision;
pub use telling::Changes;
