//! The few kinds of column that our tables are made of.
//!
//! Released migrations are built with this, so what a method here makes never changes; a new kind of
//! column is a new method. Names are fixed too: `fk_<table>_<column>`, `ck_<table>_<column>` and
//! `ix_<table>_<columns>`, so that a later migration can drop one by name.

use sea_orm_migration::prelude::*;

/// A table under construction, with its indexes.
pub(crate) struct NewTable {
    name: &'static str,
    table: TableCreateStatement,
    indexes: Vec<IndexCreateStatement>,
}

impl NewTable {
    /// A table with no columns yet.
    pub(crate) fn bare(name: &'static str) -> Self {
        Self {
            name,
            table: Table::create().table(name).take(),
            indexes: Vec::new(),
        }
    }

    /// A table of records: a text id, where the row came from and how often it was changed.
    pub(crate) fn record(name: &'static str) -> Self {
        Self::bare(name)
            .text_key("id")
            .text("origin")
            .text("fingerprint")
            .number("version", 1)
    }

    /// The primary key, made by the caller.
    pub(crate) fn text_key(self, column: &'static str) -> Self {
        self.column(ColumnDef::new(column).text().not_null().primary_key())
    }

    /// The primary key, one of a closed list.
    pub(crate) fn key_one_of(self, column: &'static str, words: &[&'static str]) -> Self {
        let check = self.check(column, is_one_of(column, words));
        let mut key = ColumnDef::new(column);
        self.column(key.text().not_null().primary_key().check(check))
    }

    /// The primary key, counted up by the database.
    pub(crate) fn counted_key(self, column: &'static str) -> Self {
        let mut key = ColumnDef::new(column);
        self.column(key.big_integer().not_null().auto_increment().primary_key())
    }

    pub(crate) fn text(self, column: &'static str) -> Self {
        self.column(ColumnDef::new(column).text().not_null())
    }

    pub(crate) fn text_null(self, column: &'static str) -> Self {
        self.column(ColumnDef::new(column).text().null())
    }

    /// Text that is one of a closed list.
    pub(crate) fn one_of(self, column: &'static str, words: &[&'static str]) -> Self {
        let check = self.check(column, is_one_of(column, words));
        self.column(ColumnDef::new(column).text().not_null().check(check))
    }

    /// Text that is one of a closed list, or not on record.
    pub(crate) fn one_of_null(self, column: &'static str, words: &[&'static str]) -> Self {
        let check = self.check(column, is_one_of(column, words));
        self.column(ColumnDef::new(column).text().null().check(check))
    }

    pub(crate) fn flag(self, column: &'static str) -> Self {
        self.column(ColumnDef::new(column).boolean().not_null())
    }

    /// A 64-bit whole number that is never below `least`.
    pub(crate) fn number(self, column: &'static str, least: i64) -> Self {
        let check = self.check(column, Expr::col(column).gte(least));
        self.column(ColumnDef::new(column).big_integer().not_null().check(check))
    }

    /// A 64-bit whole number from zero upwards, or not on record.
    pub(crate) fn number_null(self, column: &'static str) -> Self {
        let check = self.check(column, Expr::col(column).gte(0));
        self.column(ColumnDef::new(column).big_integer().null().check(check))
    }

    /// A 32-bit whole number from one upwards.
    pub(crate) fn small_number(self, column: &'static str) -> Self {
        let check = self.check(column, Expr::col(column).gte(1));
        self.column(ColumnDef::new(column).integer().not_null().check(check))
    }

    /// A 32-bit whole number from zero upwards, or not on record.
    pub(crate) fn small_number_null(self, column: &'static str) -> Self {
        let check = self.check(column, Expr::col(column).gte(0));
        self.column(ColumnDef::new(column).integer().null().check(check))
    }

    pub(crate) fn json(self, column: &'static str) -> Self {
        self.column(ColumnDef::new(column).json().not_null())
    }

    pub(crate) fn json_null(self, column: &'static str) -> Self {
        self.column(ColumnDef::new(column).json().null())
    }

    /// The id of a row of `parent`, with an index.
    pub(crate) fn belongs_to(self, column: &'static str, parent: &'static str) -> Self {
        self.text(column)
            .foreign_key(column, parent)
            .index([column])
    }

    /// The id of a row of `parent` or nothing, with an index.
    pub(crate) fn belongs_to_null(self, column: &'static str, parent: &'static str) -> Self {
        self.text_null(column)
            .foreign_key(column, parent)
            .index([column])
    }

    /// The id of a row of `parent` that no other row of this table has.
    pub(crate) fn extends(self, column: &'static str, parent: &'static str) -> Self {
        self.text(column)
            .foreign_key(column, parent)
            .unique([column])
    }

    /// Two columns that never hold the same.
    pub(crate) fn differ(mut self, one: &'static str, other: &'static str) -> Self {
        let rule = Expr::col(one).ne(Expr::col(other));
        self.table
            .check((format!("ck_{}_{one}_{other}", self.name), rule));
        self
    }

    /// An index for the reads that filter by these columns.
    pub(crate) fn index<const N: usize>(mut self, columns: [&'static str; N]) -> Self {
        self.indexes.push(index_over(self.name, &columns));
        self
    }

    /// An index that also refuses a second row with the same values.
    pub(crate) fn unique<const N: usize>(mut self, columns: [&'static str; N]) -> Self {
        self.indexes
            .push(index_over(self.name, &columns).unique().take());
        self
    }

    /// Makes the table, then its indexes.
    pub(crate) async fn create(self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        manager.create_table(self.table).await?;
        for index in self.indexes {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    fn column(mut self, column: &mut ColumnDef) -> Self {
        self.table.col(column.take());
        self
    }

    fn foreign_key(mut self, column: &'static str, parent: &'static str) -> Self {
        self.table.foreign_key(
            ForeignKey::create()
                .name(format!("fk_{}_{column}", self.name))
                .from(self.name, column)
                .to(parent, "id"),
        );
        self
    }

    fn check(&self, column: &str, rule: Expr) -> (String, Expr) {
        (format!("ck_{}_{column}", self.name), rule)
    }
}

/// Drops tables in the order given, so children come first.
pub(crate) async fn drop_all(
    manager: &SchemaManager<'_>,
    names: &[&'static str],
) -> Result<(), DbErr> {
    for name in names {
        manager
            .drop_table(Table::drop().table(*name).take())
            .await?;
    }
    Ok(())
}

fn is_one_of(column: &'static str, words: &[&'static str]) -> Expr {
    Expr::col(column).is_in(words.iter().copied())
}

fn index_over(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create()
        .name(format!("ix_{table}_{}", columns.join("_")))
        .table(table)
        .take();
    for column in columns {
        index.col(*column);
    }
    index
}
