//! The two groups of tables and the revision that each is at.

use entity::revision;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Expr,
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

/// Waits until no other change is under way. From here to the commit the register is ours: what is
/// read is what is, and revisions are given out in the order of the commits. SQLite waits at BEGIN
/// IMMEDIATE already.
pub(super) async fn lock<C: ConnectionTrait>(db: &C) -> Result<(), DbErr> {
    revision::Entity::find()
        .order_by_asc(revision::Column::TableGroup)
        .lock_exclusive()
        .all(db)
        .await?;
    Ok(())
}

/// Counts a group's revision up by one.
pub(super) async fn bump<C: ConnectionTrait>(db: &C, group: Group) -> Result<(), DbErr> {
    revision::Entity::update_many()
        .col_expr(
            revision::Column::Number,
            Expr::col(revision::Column::Number).add(1),
        )
        .filter(revision::Column::TableGroup.eq(group.code()))
        .exec(db)
        .await?;
    Ok(())
}
