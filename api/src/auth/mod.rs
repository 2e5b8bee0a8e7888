//! Who asks, and what they may do.

mod authority;
mod claims;
mod crypto;
mod fetch;
mod jwks;
mod key_file;
mod keys;
mod mint;
pub mod policy;
mod provider;
mod sign_in;
mod strict;
mod token;
mod viewer;

pub use authority::{Authority, Refused};
pub use claims::Mapping;
pub use key_file::{KeyFile, KeyFileError};
pub use keys::{LocalKey, LocalKeys};
pub use mint::{Grant, MintError, life, mint};
pub use policy::Permit;
pub use sign_in::{Answer, Arrived, NotSignedIn, PATIENCE, Sent, SignIn, Why};
pub use viewer::{Role, UnknownRole, Viewer};
