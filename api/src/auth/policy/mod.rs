//! The policy: everything about who may do what is decided here.

mod permit;

pub use permit::Permit;

use permit::Tables;

/// Leave for the shipped register to bring itself up to date.
pub fn starter(actor: &str) -> Permit {
    Permit::new(actor, Tables::All)
}
