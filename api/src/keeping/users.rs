//! Which rows name which.

use planning::atlas::Atlas;

use super::Kind;
use super::plan::{Ground, may_be_told};
use super::row::{object, text};
use super::spec::{Shape, Spec, Target};
use crate::store::{Edit, StoreError};

/// A row that names another.
pub(super) struct User {
    pub(super) table: &'static str,
    pub(super) id: String,
    pub(super) is_told: bool,
}

impl User {
    /// Whether an edit is of it.
    pub(super) fn is(&self, edit: &Edit) -> bool {
        (edit.table, &edit.id) == (self.table, &self.id)
    }
}

/// Rows that name a row.
pub(super) async fn users(
    ground: &Ground<'_>,
    kind: Kind,
    id: &str,
) -> Result<Vec<User>, StoreError> {
    let mut found = Vec::new();
    for (table, column) in columns_naming(kind) {
        for row in ground.writing.rows_with(table, column, id).await? {
            let is_told = may_be_told(ground.seen, table, &row);
            let id = text(&object(row).unwrap_or_default(), "id");
            found.push(User { table, id, is_told });
        }
    }
    if kind == Kind::Offer {
        let offers = ground.seen.offers.rows().iter();
        let members = offers.filter(|offer| offer.families.iter().any(|family| family == id));
        found.extend(members.map(|offer| User {
            table: "offer",
            id: offer.id.clone(),
            is_told: true,
        }));
    }
    found.extend(in_lists(ground.seen, kind, id));
    Ok(found)
}

/// Rows that name an area or offer in a list.
fn in_lists(seen: &Atlas, kind: Kind, id: &str) -> Vec<User> {
    let names = |ids: &[String]| ids.iter().any(|one| one == id);
    let user = |table, id: &String| User {
        table,
        id: id.clone(),
        is_told: true,
    };
    let mut found = Vec::new();
    match kind {
        Kind::Area => {
            let rows = seen.openings.rows().iter();
            let rows = rows.filter(|row| names(&row.areas));
            found.extend(rows.map(|row| user("opening", &row.id)));
            let rows = seen.opening_conditions.rows().iter();
            let rows = rows.filter(|row| names(&row.areas));
            found.extend(rows.map(|row| user("opening_condition", &row.id)));
        }
        Kind::Offer => {
            let rows = seen.openings.rows().iter();
            let rows = rows.filter(|row| names(&row.offers));
            found.extend(rows.map(|row| user("opening", &row.id)));
            let rows = seen.pools.rows().iter();
            let rows = rows.filter(|row| names(&row.offers));
            found.extend(rows.map(|row| user("pool", &row.id)));
        }
        _ => {}
    }
    found
}

/// The columns that may name a row of a kind, of every table.
fn columns_naming(kind: Kind) -> Vec<(&'static str, &'static str)> {
    let target = match kind {
        Kind::Source => Target::Source,
        Kind::Evidence => Target::Evidence,
        Kind::Area => Target::Area,
        Kind::Offer => Target::Offer,
        Kind::Body => Target::Body,
        Kind::Service => Target::Service,
        Kind::Contract => Target::Contract,
        Kind::FundingStream => Target::FundingStream,
        Kind::Opening => Target::Opening,
        Kind::Pool => Target::Pool,
        Kind::BodySuccession => Target::BodySuccession,
        _ => return Vec::new(),
    };
    let mut columns: Vec<(&'static str, &'static str)> = Vec::new();
    for other in Kind::ALL {
        let spec = Spec::of(*other);
        let named = spec
            .fields
            .iter()
            .filter(|field| field.shape == Shape::One(target));
        columns.extend(named.map(|field| (other.table(), field.column)));
        for list in spec
            .children
            .iter()
            .filter(|list| list.table != "area_part")
        {
            let named = list
                .fields
                .iter()
                .filter(|field| field.shape == Shape::One(target));
            columns.extend(named.map(|field| (list.table, field.column)));
        }
    }
    columns.extend(match kind {
        Kind::Area => [
            ("district_part", "district_id"),
            ("area_basis", "area_id"),
            ("area_basis", "district_id"),
            ("population", "area_id"),
            ("place", "area_id"),
            ("place", "district_id"),
            ("place", "police_force_id"),
            ("statement", "area_id"),
        ]
        .as_slice(),
        Kind::Source => [("population", "source_id"), ("figure", "source_id")].as_slice(),
        Kind::Offer => [("statement", "offer_id")].as_slice(),
        Kind::Evidence => [("statement", "evidence_id")].as_slice(),
        _ => [].as_slice(),
    });
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// The columns of a table that name a row of another: the other, and the column.
pub(super) fn columns_of(table: &str) -> Vec<(&'static str, &'static str)> {
    let mut columns = Vec::new();
    for kind in Kind::ALL {
        let spec = Spec::of(*kind);
        let lists = spec.children.iter().filter(|list| list.table == table);
        let of_lists = lists.flat_map(|list| {
            columns.push((kind.table(), list.parent));
            list.fields
        });
        let of_lists: Vec<_> = of_lists.collect();
        let own = spec.fields.iter().filter(|_| kind.table() == table);
        for field in own.chain(of_lists) {
            if let Shape::One(target) = field.shape
                && table != "area_part"
            {
                columns.push((target.table(), field.column));
            }
        }
    }
    columns.sort_unstable();
    columns.dedup();
    columns
}
