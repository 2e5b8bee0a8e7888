//! `throughcare load`: loads the starter register.

use super::{Failure, migrate::migrated, print, progress::Meter, report};
use crate::{
    clock::{Clock, SystemClock},
    config::Config,
    starter,
};

pub async fn run(config: Config) -> Result<(), Failure> {
    let (store, applied) = migrated(&config)
        .await
        .map_err(|error| Failure::because(&error))?;
    if !applied.is_empty() {
        print(&format!("Migrations applied first: {}.\n\n", applied.len()))?;
    }
    let mut meter = Meter::new();
    let loaded = starter::load(&store, SystemClock.now(), &mut |step| meter.show(step)).await;
    meter.finish();
    let loaded = loaded.map_err(|error| Failure::because(&error))?;
    print(&report::told(&loaded))
}
