//! `throughcare token`: makes a token of this install.

use ring::rand::SystemRandom;

use super::{Failure, keys::key_file, print};
use crate::{
    auth::{Grant, mint},
    cli::TokenOptions,
    clock::{Clock, SystemClock},
    config::Config,
};

/// Prints the token and nothing else, so that it can be put to use at once.
pub async fn run(config: Config, options: TokenOptions) -> Result<(), Failure> {
    let now = SystemClock.now();
    let (keys, _) = key_file(&config)?
        .read_or_make(&SystemRandom::new(), now)
        .map_err(|error| Failure::because(&error))?;
    let grant = Grant {
        subject: options.subject,
        role: options.role,
        bodies: options.body,
        areas: options.area,
        life: options.life,
    };
    let token = mint(&keys, &grant, now).map_err(|error| Failure::because(&error))?;
    print(&format!("{token}\n"))
}
