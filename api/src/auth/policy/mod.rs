//! The policy: everything about who may do what is decided here.
//!
//! `fields` says which role may ask for which root field, `rows` who may see and write which rows,
//! `images` who may read what of the history.

mod concern;
mod fields;
mod images;
mod permit;
mod rows;

pub use concern::Concern;
pub use fields::{FIELDS, Operation, RootField, document, least_role, printed};
pub use images::{Look, Past, needed, sees_change};
pub use permit::Permit;
pub use rows::{Denied, Standing};

use permit::Tables;

/// Leave for the shipped register to bring itself up to date.
pub fn starter(actor: &str) -> Permit {
    Permit::new(actor, Tables::All)
}
