//! What all tables of records have in common, so that one function can write any of them.

use std::future::Future;

use entity::*;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, ExprTrait,
    IntoActiveModel, Iterable, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Alias, Expr},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::StoreError;

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

/// One row before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// Its table.
    pub table: &'static str,
    /// Its id.
    pub id: String,
    /// The row as it was; `None` for a new one.
    pub before: Option<Value>,
    /// The row as it will be; `None` to archive it: history keeps what it was.
    pub after: Option<Value>,
}

/// A row of a table of records.
pub trait Record:
    Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + Sized + 'static
{
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
    #[doc(hidden)]
    fn delete(
        txn: &DatabaseTransaction,
        id: String,
    ) -> impl Future<Output = Result<(), DbErr>> + Send;
    #[doc(hidden)]
    fn with(
        txn: &DatabaseTransaction,
        column: &str,
        value: &str,
    ) -> impl Future<Output = Result<Vec<Self>, DbErr>> + Send;
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

            async fn delete(txn: &DatabaseTransaction, id: String) -> Result<(), DbErr> {
                $table::Entity::delete_by_id(id).exec(txn).await?;
                Ok(())
            }

            async fn with(
                txn: &DatabaseTransaction,
                column: &str,
                value: &str,
            ) -> Result<Vec<Self>, DbErr> {
                let column = Alias::new(column);
                $table::Entity::find()
                    .filter(Expr::col(column).eq(value))
                    .order_by_asc($table::Column::Id)
                    .all(txn)
                    .await
            }
        }
    )+

        /// Writes one edit, whichever its table.
        pub(super) async fn write(txn: &DatabaseTransaction, edit: &Edit) -> Result<(), StoreError> {
            match edit.table {
                $(stringify!($table) => write_one::<$table::Model>(txn, edit).await,)+
                other => Err(StoreError::NoTable(other.to_owned())),
            }
        }

        /// The rows of a table with a value in a column, as history would keep them.
        pub(super) async fn rows_with(
            txn: &DatabaseTransaction,
            table: &str,
            column: &str,
            value: &str,
        ) -> Result<Vec<Value>, StoreError> {
            match table {
                $(stringify!($table) => {
                    let rows = <$table::Model as Record>::with(txn, column, value).await?;
                    rows.iter().map(json).collect()
                })+
                other => Err(StoreError::NoTable(other.to_owned())),
            }
        }

        /// The name of a table as the program knows it.
        pub fn table_named(name: &str) -> Option<&'static str> {
            [$(stringify!($table)),+].into_iter().find(|table| *table == name)
        }
    };
}

async fn write_one<R: Record>(txn: &DatabaseTransaction, edit: &Edit) -> Result<(), StoreError> {
    let Some(after) = edit.after.clone() else {
        return Ok(R::delete(txn, edit.id.clone()).await?);
    };
    let row: R = serde_json::from_value(after).map_err(|source| StoreError::History {
        table: R::TABLE,
        row: edit.id.clone(),
        source,
    })?;
    match edit.before {
        Some(_) => Ok(R::replace(txn, row).await?),
        None => Ok(R::insert(txn, vec![row]).await?),
    }
}

/// A row as history keeps it.
pub(super) fn json<R: Record>(row: &R) -> Result<Value, StoreError> {
    serde_json::to_value(row).map_err(|source| StoreError::History {
        table: R::TABLE,
        row: row.id().to_owned(),
        source,
    })
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
    funding_stream,
    funding_condition,
    funding_year,
    funding_allocation,
    deflator,
    opening,
    opening_condition,
    pool,
    pool_member,
    pool_transfer,
    need,
    unit_cost,
    mhis_year,
    mhis_line,
    scenario,
    scenario_step,
    standard,
    standard_line,
    search,
    claim,
    statement,
    figure,
    starter_row,
    proposal,
);
