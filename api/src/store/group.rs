//! The two groups of tables and the revision that each is at.

use entity::revision;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    sea_query::Expr,
};

/// Tables that get their revisions together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Sources, areas and vocabulary: what records are about.
    Reference,
    /// The records.
    Register,
}

impl Group {
    /// Its code in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Register => "register",
        }
    }

    /// The group of a table.
    pub fn of(table: &str) -> Self {
        match table {
            "source" | "area" | "area_code" | "area_name" | "area_succession" | "district_part"
            | "area_part" | "area_basis" | "population" | "place" | "census_group" | "cohort"
            | "community" | "system" | "offer" => Self::Reference,
            _ => Self::Register,
        }
    }
}

/// The sum of the revisions: it grows with every committed write, of whichever group.
pub(super) async fn revision<C: ConnectionTrait>(db: &C) -> Result<u64, DbErr> {
    let groups = revision::Entity::find().all(db).await?;
    let sum = groups.iter().map(|group| group.number).sum::<i64>();
    Ok(u64::try_from(sum).unwrap_or(0))
}

/// Counts a group's revision up by one. Another writer of the group waits here until this one is
/// done, so that revisions are given out in the order of the commits.
pub(super) async fn bump<C: ConnectionTrait>(db: &C, group: Group) -> Result<i64, DbErr> {
    let counted = revision::Entity::update_many()
        .col_expr(
            revision::Column::Number,
            Expr::col(revision::Column::Number).add(1),
        )
        .filter(revision::Column::TableGroup.eq(group.code()))
        .exec(db)
        .await?;
    if counted.rows_affected == 0 {
        let first = revision::ActiveModel {
            table_group: Set(group.code().to_owned()),
            number: Set(1),
        };
        revision::Entity::insert(first)
            .exec_without_returning(db)
            .await?;
        return Ok(1);
    }
    let row = revision::Entity::find_by_id(group.code()).one(db).await?;
    Ok(row.map_or(1, |row| row.number))
}
