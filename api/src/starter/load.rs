//! Bringing a database to the shipped edition, all of it or nothing.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::files::{EDITION, Files};
use super::origin;
use super::read::BrokenRow;
use super::records::{Records, records};
use super::report::{LoadReport, Progress, RowRef, TableCount};
use crate::auth::{Permit, policy};
use crate::store::{Mark, Occasion, Record, Store, StoreError, Writing};

/// Who history names for what a load wrote.
pub const ACTOR: &str = "starter";

/// Why the register could not be loaded. The database is as it was.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A shipped row is broken.
    #[error(transparent)]
    Broken(#[from] BrokenRow),
    /// Two shipped rows make the same record.
    #[error("the shipped register makes the {table} row '{id}' twice")]
    Twice {
        /// The table.
        table: &'static str,
        /// The record.
        id: String,
    },
    /// A record cannot be written as JSON.
    #[error("cannot take the fingerprint of a {table} row: {source}")]
    Fingerprint {
        /// The table.
        table: &'static str,
        /// Why.
        source: serde_json::Error,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Loads the shipped register. A row that is absent is added; one that the starter wrote last
/// follows the edition; one that somebody else changed or removed is kept and listed. Loading
/// twice changes nothing.
pub async fn load(
    store: &Store,
    at: DateTime<Utc>,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<LoadReport, LoadError> {
    load_files(store, &Files::shipped(), at, progress).await
}

/// The same from other tables of the same layout.
pub async fn load_files(
    store: &Store,
    files: &Files,
    at: DateTime<Utc>,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<LoadReport, LoadError> {
    let records = records(files)?;
    let mut report = LoadReport::default();
    for row in &records.starter_rows {
        let key = (row.table_name.clone(), row.outcome.clone());
        *report.outcomes.entry(key).or_default() += 1;
    }
    let occasion = Occasion {
        reason: EDITION.to_owned(),
        at,
    };
    let writing = store.write(occasion).await?;
    let mut load = Load {
        total: total(&records),
        permit: policy::starter(ACTOR),
        writing,
        report,
        progress,
    };
    load.tables(records).await?;
    let Load {
        writing,
        mut report,
        ..
    } = load;
    report.revision = writing.commit().await?;
    Ok(report)
}

struct Load<'a> {
    permit: Permit,
    writing: Writing,
    report: LoadReport,
    progress: &'a mut (dyn FnMut(Progress) + Send),
    total: usize,
}

/// Does the same to every table, parents first.
macro_rules! every_table {
    ($do:ident) => {
        $do!(
            sources,
            areas,
            area_codes,
            area_names,
            area_successions,
            district_parts,
            area_parts,
            area_bases,
            populations,
            places,
            census_groups,
            cohorts,
            communities,
            systems,
            offers,
            bodies,
            body_names,
            body_successions,
            evidence,
            services,
            service_bodies,
            coverage,
            contracts,
            openings,
            opening_conditions,
            searches,
            claims,
            statements,
            figures,
            standards,
            standard_lines,
            starter_rows
        )
    };
}

fn total(records: &Records) -> usize {
    macro_rules! sum {
        ($($table:ident),+) => { 0 $(+ records.$table.len())+ };
    }
    every_table!(sum)
}

impl Load<'_> {
    async fn tables(&mut self, records: Records) -> Result<(), LoadError> {
        macro_rules! settle {
            ($($table:ident),+) => { $(self.settle(records.$table).await?;)+ };
        }
        every_table!(settle);
        Ok(())
    }

    /// Brings one table to the edition.
    async fn settle<R: Record>(&mut self, rows: Vec<R>) -> Result<(), LoadError> {
        let shipped = rows.len();
        let mut marks: BTreeMap<String, Mark> = self
            .writing
            .marks::<R>()
            .await?
            .into_iter()
            .map(|mark| (mark.id.clone(), mark))
            .collect();
        let (mut absent, mut differing) = (Vec::new(), Vec::new());
        let mut seen = BTreeSet::new();
        for mut row in rows {
            if !seen.insert(row.id().to_owned()) {
                return Err(LoadError::Twice {
                    table: R::TABLE,
                    id: row.id().to_owned(),
                });
            }
            let print = origin::fingerprint(&row).map_err(|source| LoadError::Fingerprint {
                table: R::TABLE,
                source,
            })?;
            match marks.remove(row.id()) {
                Some(mark) if mark.fingerprint == print => self.report.untouched += 1,
                Some(mark) => {
                    row.stamp(&print, mark.version + 1);
                    differing.push(row);
                }
                None => {
                    row.stamp(&print, 1);
                    absent.push(row);
                }
            }
        }
        let gone = marks.into_values();
        let gone = gone.filter(|mark| origin::is_shipped(&mark.origin));
        self.report.vanished.extend(gone.map(|mark| RowRef {
            table: R::TABLE,
            id: mark.id,
        }));
        let inserted = self.insert(absent).await?;
        let updated = self.update(differing).await?;
        self.report.tables.push(TableCount {
            table: R::TABLE,
            shipped,
            inserted,
            updated,
        });
        self.report.inserted += inserted;
        self.report.updated += updated;
        let done = self.report.tables.iter().map(|count| count.shipped).sum();
        (self.progress)(Progress {
            table: R::TABLE,
            done,
            total: self.total,
        });
        Ok(())
    }

    async fn insert<R: Record>(&mut self, rows: Vec<R>) -> Result<usize, LoadError> {
        let ids = ids_of(&rows);
        let latest = self.writing.latest_changes::<R>(&ids).await?;
        let (kept, new): (Vec<R>, Vec<R>) = rows.into_iter().partition(|row| {
            // Somebody took it away; it does not come back by itself.
            latest
                .get(row.id())
                .is_some_and(|change| change.archived && change.actor != ACTOR)
        });
        self.keep(kept);
        let count = new.len();
        self.writing.create(&self.permit, new).await?;
        Ok(count)
    }

    async fn update<R: Record>(&mut self, rows: Vec<R>) -> Result<usize, LoadError> {
        let ids = ids_of(&rows);
        let latest = self.writing.latest_changes::<R>(&ids).await?;
        let (ours, theirs): (Vec<R>, Vec<R>) = rows.into_iter().partition(|row| {
            latest
                .get(row.id())
                .is_some_and(|change| change.actor == ACTOR)
        });
        self.keep(theirs);
        let found = self.writing.find::<R>(ids_of(&ours)).await?;
        let before: BTreeMap<&str, &R> = found.iter().map(|row| (row.id(), row)).collect();
        let count = ours.len();
        for row in ours {
            if let Some(before) = before.get(row.id()).copied() {
                self.writing.update(&self.permit, before, row).await?;
            }
        }
        Ok(count)
    }

    fn keep<R: Record>(&mut self, rows: Vec<R>) {
        self.report.kept.extend(rows.iter().map(|row| RowRef {
            table: R::TABLE,
            id: row.id().to_owned(),
        }));
    }
}

fn ids_of<R: Record>(rows: &[R]) -> Vec<String> {
    rows.iter().map(|row| row.id().to_owned()).collect()
}
