//! Who asks, and what they may do.

mod viewer;

pub use viewer::{Role, UnknownRole, Viewer};
