//! The entities and the migrated tables say the same, and `TABLES` is an order to write in.

use std::collections::BTreeMap;

use migration::{Migrator, MigratorTrait};
use sea_orm::sea_query::ColumnType;
use sea_orm::{
    ColumnTrait, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, EntityTrait,
    IdenStatic, Iterable, RelationTrait, Statement,
};

/// What an entity expects of its table.
struct Expected {
    table: &'static str,
    /// Column name to its type and whether it may be null.
    columns: BTreeMap<String, (&'static str, bool)>,
    /// From which column to which table.
    parents: Vec<(String, String)>,
}

fn expected<E: EntityTrait>(entity: E) -> Expected {
    let columns = E::Column::iter().map(|column| {
        let def = column.def();
        let kind = match def.get_column_type() {
            ColumnType::String(_) => "text",
            // SQLite has one kind of integer, of up to 64 bits.
            ColumnType::BigInteger | ColumnType::Integer => "integer",
            ColumnType::Boolean => "boolean",
            ColumnType::Json => "json_text",
            other => panic!("a column type that this test does not know: {other:?}"),
        };
        (column.as_str().to_owned(), (kind, def.is_null()))
    });
    let parents = E::Relation::iter().map(|relation| {
        let def = relation.def();
        let from = def.from_col.into_iter().next();
        let column = from.map(|iden| iden.to_string()).unwrap_or_default();
        (column, def.to_tbl.sea_orm_table().to_string())
    });
    Expected {
        table: entity.table_name(),
        columns: columns.collect(),
        parents: parents.collect(),
    }
}

macro_rules! expected_of {
    ($($table:ident)*) => { vec![$(expected(entity::$table::Entity)),*] };
}

fn all() -> Vec<Expected> {
    expected_of![
        area area_basis area_code area_name area_part area_succession body body_name
        body_succession census_group change claim cohort community contract coverage
        district_part evidence figure funding_stream installation offer place population
        proposal receipt revision search
        service service_body source starter_row statement system
        funding_condition funding_year funding_allocation deflator opening opening_condition
        pool pool_member pool_transfer need unit_cost mhis_year
        mhis_line scenario scenario_step standard standard_line
    ]
}

async fn migrated_database() -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new("sqlite::memory:");
    options.max_connections(1).min_connections(1);
    let db = Database::connect(options).await?;
    Migrator::up(&db, None).await?;
    Ok(db)
}

#[test]
fn every_table_is_in_the_list_once() {
    let mut listed = entity::TABLES.to_vec();
    listed.sort_unstable();
    let mut tables: Vec<_> = all().iter().map(|entity| entity.table).collect();
    tables.sort_unstable();
    assert_eq!(listed, tables);
}

#[test]
fn parents_stand_before_their_children() {
    let place = |name: &str| entity::TABLES.iter().position(|table| *table == name);
    for child in all() {
        for (column, parent) in child.parents {
            assert!(
                place(&parent) <= place(child.table),
                "{}.{column}: move {parent} before {} in TABLES",
                child.table,
                child.table
            );
        }
    }
}

#[tokio::test]
async fn every_entity_has_the_columns_of_its_table() -> Result<(), DbErr> {
    let db = migrated_database().await?;
    for entity in all() {
        let query = Statement::from_string(
            db.get_database_backend(),
            format!(
                "SELECT name, type, \"notnull\" FROM pragma_table_info('{}')",
                entity.table
            ),
        );
        let mut found = BTreeMap::new();
        for row in db.query_all_raw(query).await? {
            let kind: String = row.try_get("", "type")?;
            let not_null: bool = row.try_get("", "notnull")?;
            found.insert(row.try_get("", "name")?, (kind.to_lowercase(), !not_null));
        }
        let wanted: BTreeMap<String, (String, bool)> = entity
            .columns
            .into_iter()
            .map(|(name, (kind, null))| (name, (kind.to_owned(), null)))
            .collect();
        assert_eq!(
            found, wanted,
            "{}: left is the migrated table, right the entity; bring them in step",
            entity.table
        );
    }
    Ok(())
}

#[tokio::test]
async fn every_foreign_key_is_a_relation() -> Result<(), DbErr> {
    let db = migrated_database().await?;
    for entity in all() {
        let query = Statement::from_string(
            db.get_database_backend(),
            format!(
                "SELECT \"from\", \"table\" FROM pragma_foreign_key_list('{}')",
                entity.table
            ),
        );
        let mut found: Vec<(String, String)> = Vec::new();
        for row in db.query_all_raw(query).await? {
            found.push((row.try_get("", "from")?, row.try_get("", "table")?));
        }
        found.sort();
        let mut wanted = entity.parents;
        wanted.sort();
        assert_eq!(found, wanted, "{}", entity.table);
    }
    Ok(())
}
