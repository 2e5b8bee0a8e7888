//! The end-to-end tests, one binary: the starter register is loaded once and
//! shared by all that only read.

mod accounting;
mod allocation;
mod backup;
mod bad_input;
mod bad_writes;
mod boundaries;
mod boundary_files;
mod coverage;
mod culture;
mod dashboard;
mod http;
mod live;
mod migrations;
mod money;
mod money_writes;
mod nested_read;
mod openings;
mod paging;
mod policy;
mod pooled_budget;
mod populations;
mod questions;
mod scenarios;
mod schema;
mod scorecard;
mod search;
mod sign_in;
mod standard;
mod telling;
mod tidy;
mod tokens;
mod writing;
