//! `throughcare restore`: puts a backup in the place of the database, also while it serves.

use std::path::Path;

use super::{
    Failure,
    backup::{holding, told},
    print,
};
use crate::{
    config::Config,
    store::{Backup, Found},
};

/// Without `is_sure` only a database that holds nothing is written to.
pub async fn run(config: Config, file: &Path, is_sure: bool) -> Result<(), Failure> {
    let failed = |error: crate::store::BackupError| Failure::because(&error);
    let database = &config.database;
    let backup = Backup::open(database.address(), file)
        .await
        .map_err(failed)?;
    let target = backup.target().await.map_err(failed)?;
    if target != Found::Nothing && !is_sure {
        return Err(Failure::Failed(format!(
            "all that {database} holds would be replaced, and nothing was changed.\n  \
             it holds: {}\n  \
             {} holds: {}\n\
             To replace it, run this again with --yes. To keep what it holds, run first: \
             throughcare backup OTHER-FILE",
            told(&target),
            file.display(),
            holding(backup.holds())
        )));
    }
    let holds = backup.restore().await.map_err(failed)?;
    print(&format!(
        "Restored {database} from {}: {}.\n",
        file.display(),
        holding(&holds)
    ))
}
