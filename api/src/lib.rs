//! The Throughcare server.
//!
//! `http → graphql → app → store → entity`, `graphql → planning`,
//! `store → planning`. See `docs/ARCHITECTURE.md`.

pub mod app;
pub mod clock;
pub mod graphql;
pub mod starter;
pub mod store;
