//! What all tables of records have in common, so that one function can write any of them.

use std::future::Future;

use entity::*;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel,
    Iterable, QueryFilter, QuerySelect,
};
use serde::Serialize;

/// Values bound in one statement: well under the 32,766 of SQLite and the 65,535 of PostgreSQL.
const BINDS: usize = 16_000;

/// What stands on every row about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The row.
    pub id: String,
    /// Where it came from.
    pub origin: String,
    /// Hash of the shipped row that it was last made from; empty if none.
    pub fingerprint: String,
    /// Counts its writes.
    pub version: i64,
}

/// A row of a table of records.
pub trait Record: Clone + PartialEq + Serialize + Send + Sync + Sized + 'static {
    /// The name of its table.
    const TABLE: &'static str;

    /// Its id.
    fn id(&self) -> &str;
    /// Says which shipped row it is made from and how often it was written.
    fn stamp(&mut self, fingerprint: &str, version: i64);

    #[doc(hidden)]
    fn marks(txn: &DatabaseTransaction) -> impl Future<Output = Result<Vec<Mark>, DbErr>> + Send;
    #[doc(hidden)]
    fn find(
        txn: &DatabaseTransaction,
        ids: Vec<String>,
    ) -> impl Future<Output = Result<Vec<Self>, DbErr>> + Send;
    #[doc(hidden)]
    fn insert(
        txn: &DatabaseTransaction,
        rows: Vec<Self>,
    ) -> impl Future<Output = Result<(), DbErr>> + Send;
    #[doc(hidden)]
    fn replace(
        txn: &DatabaseTransaction,
        row: Self,
    ) -> impl Future<Output = Result<(), DbErr>> + Send;
}

macro_rules! records {
    ($($table:ident),+ $(,)?) => {$(
        impl Record for $table::Model {
            const TABLE: &'static str = stringify!($table);

            fn id(&self) -> &str {
                &self.id
            }

            fn stamp(&mut self, fingerprint: &str, version: i64) {
                self.fingerprint = fingerprint.to_owned();
                self.version = version;
            }

            async fn marks(txn: &DatabaseTransaction) -> Result<Vec<Mark>, DbErr> {
                use $table::Column::{Fingerprint, Id, Origin, Version};
                let rows: Vec<(String, String, String, i64)> = $table::Entity::find()
                    .select_only()
                    .columns([Id, Origin, Fingerprint, Version])
                    .into_tuple()
                    .all(txn)
                    .await?;
                let mark = |(id, origin, fingerprint, version)| Mark { id, origin, fingerprint, version };
                Ok(rows.into_iter().map(mark).collect())
            }

            async fn find(txn: &DatabaseTransaction, ids: Vec<String>) -> Result<Vec<Self>, DbErr> {
                let mut rows = Vec::new();
                for some in ids.chunks(BINDS) {
                    let found = $table::Entity::find().filter($table::Column::Id.is_in(some));
                    rows.extend(found.all(txn).await?);
                }
                Ok(rows)
            }

            async fn insert(txn: &DatabaseTransaction, mut rows: Vec<Self>) -> Result<(), DbErr> {
                let size = BINDS / $table::Column::iter().count();
                while !rows.is_empty() {
                    let rest = rows.split_off(size.min(rows.len()));
                    let active = rows.into_iter().map(IntoActiveModel::into_active_model);
                    $table::Entity::insert_many::<$table::ActiveModel, _>(active)
                        .exec_without_returning(txn)
                        .await?;
                    rows = rest;
                }
                Ok(())
            }

            async fn replace(txn: &DatabaseTransaction, row: Self) -> Result<(), DbErr> {
                row.into_active_model().reset_all().update(txn).await?;
                Ok(())
            }
        }
    )+};
}

records!(
    source,
    area,
    area_code,
    area_name,
    area_succession,
    district_part,
    area_part,
    area_basis,
    population,
    place,
    census_group,
    cohort,
    community,
    system,
    offer,
    body,
    body_name,
    body_succession,
    evidence,
    service,
    service_body,
    coverage,
    contract,
    search,
    claim,
    statement,
    figure,
    starter_row,
);
