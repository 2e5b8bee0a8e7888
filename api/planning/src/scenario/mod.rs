//! Scenarios: ordered steps on a copy of the register, which itself stays as
//! it is.
//!
//! `shape` says which fields each kind of step needs, `apply` takes the steps
//! one after another, `compare` sets two registers side by side, and `freeze`
//! writes what was found as bytes that can be made again. The rules are written
//! out in `docs/CALCULATIONS.md`.

mod apply;
mod awards;
mod balances;
mod canonical;
mod changes;
mod checks;
mod compare;
mod draft;
mod freeze;
mod groups;
mod money;
mod need;
mod pounds;
mod problem;
mod purse;
mod reform;
mod services;
mod shape;
#[cfg(test)]
mod tests;
mod touched;
mod years;

pub use apply::{Applied, Plan, apply};
pub use balances::{PoolBalance, StreamBalance, pool_balances, stream_balances};
pub use changes::{AreaChange, Change, CohortChange, GapChange};
pub use compare::{Cell, Comparison, Wanted, compare};
pub use freeze::{FORMAT, Frozen};
pub use groups::{GroupCell, GroupChange};
pub use need::NeedChange;
pub use pounds::{Places, Reading, Running};
pub use problem::{StepFault, StepProblem};
pub use shape::misshapen;
pub use years::financial_year;
