//! The `throughcare` program: the one place that reads the environment.

use std::process::ExitCode;

use clap::Parser;
use throughcare::{
    cli::Cli,
    commands,
    config::{layers::Texts, setting::PREFIX},
};

fn main() -> ExitCode {
    let cli = Cli::parse();
    match commands::run(cli, variables()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("throughcare: {failure}");
            failure.exit_code()
        }
    }
}

/// Our variables. One that is not UTF-8 keeps a mark by which `config` refuses it;
/// `std::env::vars` would panic at anybody's.
fn variables() -> Texts {
    std::env::vars_os()
        .map(|(name, text)| {
            (
                name.to_string_lossy().into_owned(),
                text.to_string_lossy().into_owned(),
            )
        })
        .filter(|(name, _)| name.starts_with(PREFIX))
        .collect()
}
