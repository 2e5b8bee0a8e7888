//! The moment whose register is asked about.
//!
//! Resolvers declare it as an argument and leave it alone: `roots` reads it before a request runs,
//! and the request is given the Atlas of that moment.

use async_graphql::OneofObject;
use chrono::{DateTime, Utc};

/// The register as it stood at an earlier moment: what it said then, right or wrong. It is not the day asked about, which is `asOf`. Every root field of a request must name the same moment. What is hidden from the viewer today is hidden in what the register used to say, too.
#[derive(OneofObject, Clone, Copy, Debug)]
pub enum KnownAt {
    /// As a revision left it: 1, or later.
    Revision(i64),
    /// As it stood at a moment.
    Time(DateTime<Utc>),
}
