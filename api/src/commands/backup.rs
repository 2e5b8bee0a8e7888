//! `throughcare backup`: copies the database while it serves.

use std::path::Path;

use super::{Failure, print};
use crate::{
    config::Config,
    store::{self, Found, Holds},
};

pub async fn run(config: Config, file: &Path, force: bool) -> Result<(), Failure> {
    let found = store::backup(config.database.address(), file, force)
        .await
        .map_err(|error| Failure::because(&error))?;
    print(&format!(
        "Backed up {} to {}: {}.\n",
        config.database,
        file.display(),
        told(&found)
    ))
}

/// `revision 3, last changed 2026-11-22T12:00:00Z, 4 rows of history, 5 bytes`.
pub fn told(found: &Found) -> String {
    match found {
        Found::Nothing => "nothing yet".to_owned(),
        Found::Earlier => "a register of an earlier version of Throughcare".to_owned(),
        Found::Register(holds) => holding(holds),
    }
}

/// The same of a register.
pub fn holding(holds: &Holds) -> String {
    let Holds {
        revision,
        history,
        changed,
        bytes,
    } = holds;
    let changed = changed
        .as_ref()
        .map_or_else(String::new, |at| format!(", last changed {at}"));
    format!("revision {revision}{changed}, {history} rows of history, {bytes} bytes")
}
