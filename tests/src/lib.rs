//! The harness of the end-to-end tests.
//!
//! The starter register is loaded once for each database engine and shared by
//! every test that only reads: `reading()`. A test that writes makes its own
//! database with `empty_store()`, or a small register of its own with `small::fill()`.

pub mod app;
pub mod bad_tokens;
pub mod db;
pub mod generated;
pub mod hundred;
pub mod issuers;
pub mod people;
pub mod reply;
pub mod served;
pub mod small;
pub mod tables;

pub use app::{TestApp, each_engine, reading};
pub use reply::Reply;
