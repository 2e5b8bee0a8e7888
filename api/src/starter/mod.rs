//! The register that the program comes with, and loading it.
//!
//! It is loaded into an empty database at the first start, and again when a newer version of the
//! program brings a newer edition: what nobody touched follows the edition, what somebody changed
//! stays as they left it.

mod files;
mod load;
mod origin;
mod read;
mod records;
mod report;
#[cfg(test)]
mod tests;
mod words;

pub use files::{EDITION, Files, NOT_LOADED};
pub use load::{ACTOR, LoadError, load, load_files};
pub use read::BrokenRow;
pub use report::{Accounted, LoadReport, Progress, RowRef, TableCount, accounting};
