//! `throughcare keys`: lists, rotates and retires the keys of this install.

use std::fmt::Write;

use ring::rand::SystemRandom;

use super::{Failure, print};
use crate::{
    auth::{KeyFile, LocalKey, LocalKeys},
    cli::KeysOptions,
    clock::{Clock, SystemClock},
    config::Config,
};

/// Does what is asked, in the order rotate, retire; then lists what is there.
pub async fn run(config: Config, options: KeysOptions) -> Result<(), Failure> {
    let (random, now) = (SystemRandom::new(), SystemClock.now());
    let file = key_file(&config)?;
    let failed = |wrong: String| Failure::Failed(format!("{} {wrong}", file.path().display()));
    let (old, _) = file
        .read_or_make(&random, now)
        .map_err(|error| Failure::because(&error))?;
    let mut keys = old.clone();
    if options.rotate {
        keys = keys.rotated(LocalKey::new(&random, now).map_err(failed)?);
    }
    if let Some(kid) = &options.retire {
        keys = keys.without(kid).map_err(failed)?;
    }
    if options.retire_old {
        keys = keys.newest();
    }
    if keys != old {
        file.write(&keys, &random)
            .map_err(|error| Failure::because(&error))?;
    }
    print(&listed(&keys))
}

/// The file of the settings.
pub fn key_file(config: &Config) -> Result<KeyFile, Failure> {
    config.auth.keys.as_ref().map(KeyFile::at).ok_or_else(|| {
        Failure::Failed(
            "There are no local tokens: auth.keys is none. Give the file of the keys with --keys."
                .to_owned(),
        )
    })
}

fn listed(keys: &LocalKeys) -> String {
    let mut text = String::new();
    for (place, key) in keys.all().enumerate() {
        let what = if place == 0 {
            "signs and checks"
        } else {
            "checks"
        };
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}  {what}", key.kid());
    }
    text
}
