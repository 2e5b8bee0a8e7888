//! The Throughcare server.
//!
//! `http → graphql → app → store → entity`, `graphql → planning`,
//! `store → planning`. See `docs/ARCHITECTURE.md`.

pub mod app;
pub mod auth;
pub mod boundaries;
pub mod cli;
pub mod clock;
pub mod commands;
pub mod config;
pub mod dashboard;
pub mod graphql;
pub mod http;
pub mod keeping;
pub mod starter;
pub mod store;
pub mod telemetry;
pub mod traces;
