//! Who asks, and what they may do.

pub mod policy;
mod viewer;

pub use policy::Permit;
pub use viewer::{Role, UnknownRole, Viewer};
