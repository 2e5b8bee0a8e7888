//! Pages of a list: Relay connections with keyset cursors that are bound to
//! the list, its filter and its order.

use async_graphql::{Enum, InputObject};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::error::Fault;

/// Rows of a page when none are asked for.
pub const DEFAULT_PAGE: u8 = 20;

/// Which rows of a list.
#[derive(Clone, Debug, Default)]
pub struct PageArgs {
    /// So many from the start, or after the cursor.
    pub first: Option<i32>,
    /// Rows after this cursor.
    pub after: Option<String>,
    /// So many from the end, or before the cursor.
    pub last: Option<i32>,
    /// Rows before this cursor.
    pub before: Option<String>,
}

/// The direction of an order.
#[derive(Enum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Smallest, earliest or A first; rows without a value last.
    #[default]
    Asc,
    /// Largest, latest or Z first; rows without a value last.
    Desc,
}

/// A value that rows are ordered by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SortValue {
    /// Text, compared by its characters.
    Text(String),
    /// A number.
    Number(i64),
    /// No value: last in both directions.
    Missing,
}

impl SortValue {
    /// Text, or nothing.
    pub fn text(value: Option<impl ToString>) -> Self {
        value.map_or(Self::Missing, |text| Self::Text(text.to_string()))
    }
}

/// A row's place in an order: its values, then its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Key {
    values: Vec<SortValue>,
    id: String,
}

impl Key {
    fn compare(&self, other: &Self, directions: &[Direction]) -> std::cmp::Ordering {
        let pairs = self.values.iter().zip(&other.values);
        for ((a, b), direction) in pairs.zip(directions) {
            let missing = |v: &SortValue| *v == SortValue::Missing;
            let order = match (missing(a), missing(b), direction) {
                (false, false, Direction::Desc) => b.cmp(a),
                _ => a.cmp(b),
            };
            if order.is_ne() {
                return order;
            }
        }
        self.id.cmp(&other.id)
    }
}

/// A row of a list before it is cut into pages.
pub struct Listed<T> {
    /// The row.
    pub row: T,
    /// Its id, the last tiebreak.
    pub id: String,
    /// One value for each key of the order.
    pub values: Vec<SortValue>,
}

/// One page.
pub struct Page<T> {
    /// Its rows, each with its cursor.
    pub rows: Vec<(String, T)>,
    /// Rows of the whole list.
    pub total: usize,
    /// Whether rows follow.
    pub has_next: bool,
    /// Whether rows precede.
    pub has_previous: bool,
}

/// Where a list goes on.
#[derive(async_graphql::SimpleObject, Clone, Debug, PartialEq, Eq)]
#[graphql(name = "PageInfo")]
pub struct PageInfo {
    /// Whether rows follow this page.
    pub has_next_page: bool,
    /// Whether rows precede this page.
    pub has_previous_page: bool,
    /// Cursor of the first row; null for an empty page.
    pub start_cursor: Option<String>,
    /// Cursor of the last row; null for an empty page.
    pub end_cursor: Option<String>,
}

impl<T> Page<T> {
    /// Its page information.
    pub fn info(&self) -> PageInfo {
        PageInfo {
            has_next_page: self.has_next,
            has_previous_page: self.has_previous,
            start_cursor: self.rows.first().map(|(cursor, _)| cursor.clone()),
            end_cursor: self.rows.last().map(|(cursor, _)| cursor.clone()),
        }
    }
}

/// Cuts a page out of a list. `shape` names the list, its filter, order and
/// date: a cursor holds only for the same shape.
pub fn cut_page<T>(
    mut rows: Vec<Listed<T>>,
    directions: &[Direction],
    shape: &impl std::fmt::Debug,
    args: &PageArgs,
    max_page: usize,
) -> Result<Page<T>, Fault> {
    let shape = fingerprint(shape);
    let forward = size("first", args.first, max_page)?;
    let backward = size("last", args.last, max_page)?;
    if forward.is_some() && backward.is_some() {
        return Err(Fault::BadInput {
            field: "last".to_owned(),
            what: "ask for first or last, not both".to_owned(),
        });
    }
    let after = read_cursor("after", args.after.as_deref(), &shape, directions.len())?;
    let before = read_cursor("before", args.before.as_deref(), &shape, directions.len())?;
    let total = rows.len();
    let key_of = |row: &Listed<T>| Key {
        values: row.values.clone(),
        id: row.id.clone(),
    };
    rows.sort_by_cached_key(|row| row.id.clone());
    rows.sort_by(|a, b| key_of(a).compare(&key_of(b), directions));
    let start = after.map_or(0, |key| {
        rows.partition_point(|row| key_of(row).compare(&key, directions).is_le())
    });
    let end = before.map_or(total, |key| {
        rows.partition_point(|row| key_of(row).compare(&key, directions).is_lt())
    });
    let end = end.max(start);
    let (from, to) = match (forward, backward) {
        (_, Some(last)) => (end.saturating_sub(last).max(start), end),
        (first, None) => (
            start,
            end.min(start + first.unwrap_or(usize::from(DEFAULT_PAGE).min(max_page))),
        ),
    };
    let rows = rows
        .into_iter()
        .skip(from)
        .take(to - from)
        .map(|row| {
            let key = Key {
                values: row.values,
                id: row.id,
            };
            (write_cursor(&shape, &key), row.row)
        })
        .collect();
    Ok(Page {
        rows,
        total,
        has_next: to < total,
        has_previous: from > 0,
    })
}

fn size(field: &str, asked: Option<i32>, most: usize) -> Result<Option<usize>, Fault> {
    let Some(asked) = asked else {
        return Ok(None);
    };
    match usize::try_from(asked) {
        Ok(size) if size <= most => Ok(Some(size)),
        Ok(_) => Err(Fault::PageTooLarge {
            field: field.to_owned(),
            given: i64::from(asked),
            most,
        }),
        Err(_) => Err(Fault::BadInput {
            field: field.to_owned(),
            what: format!("{asked} is below zero; ask for 0 to {most}"),
        }),
    }
}

/// Rows of a page: what is asked for, or the default.
pub fn page_size(field: &str, asked: Option<i32>, most: usize) -> Result<usize, Fault> {
    let asked = size(field, asked, most)?;
    Ok(asked.unwrap_or(usize::from(DEFAULT_PAGE).min(most)))
}

/// The cursor of a row that has a number, in a list that is read by it.
pub fn place_of(shape: &impl std::fmt::Debug, number: i64) -> String {
    let key = Key {
        values: vec![SortValue::Number(number)],
        id: String::new(),
    };
    write_cursor(&fingerprint(shape), &key)
}

/// The number behind such a cursor, if it is of this list.
pub fn place_after(
    field: &str,
    cursor: Option<&str>,
    shape: &impl std::fmt::Debug,
) -> Result<Option<i64>, Fault> {
    let key = read_cursor(field, cursor, &fingerprint(shape), 1)?;
    match key.map(|key| key.values) {
        None => Ok(None),
        Some(values) => match values.as_slice() {
            [SortValue::Number(number)] => Ok(Some(*number)),
            _ => Err(Fault::BadCursor {
                field: field.to_owned(),
            }),
        },
    }
}

fn fingerprint(shape: &impl std::fmt::Debug) -> String {
    let digest = Sha256::digest(format!("{shape:?}").as_bytes());
    URL_SAFE_NO_PAD.encode(digest.iter().take(9).copied().collect::<Vec<u8>>())
}

fn write_cursor(shape: &str, key: &Key) -> String {
    let text = serde_json::to_string(&(shape, key)).unwrap_or_default();
    URL_SAFE_NO_PAD.encode(text)
}

fn read_cursor(
    field: &str,
    cursor: Option<&str>,
    shape: &str,
    keys: usize,
) -> Result<Option<Key>, Fault> {
    let Some(cursor) = cursor else {
        return Ok(None);
    };
    let read = || {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let (theirs, key): (String, Key) = serde_json::from_slice(&bytes).ok()?;
        (theirs == shape && key.values.len() == keys).then_some(key)
    };
    read().map(Some).ok_or_else(|| Fault::BadCursor {
        field: field.to_owned(),
    })
}

/// Declares a connection and its edge for a node type.
macro_rules! connection {
    ($(#[$doc:meta])* $connection:ident, $(#[$edge_doc:meta])* $edge:ident, $node:ty) => {
        $(#[$doc])*
        #[derive(async_graphql::SimpleObject)]
        pub struct $connection {
            /// The rows of this page, each with its cursor.
            pub edges: Vec<$edge>,
            /// The rows of this page.
            pub nodes: Vec<$node>,
            /// Where the list goes on.
            pub page_info: $crate::graphql::page::PageInfo,
            /// Rows of the whole list that the filter lets through.
            pub total_count: i32,
        }

        $(#[$edge_doc])*
        #[derive(async_graphql::SimpleObject)]
        pub struct $edge {
            /// Marks this row's place in the list; holds for the same filter and order only.
            pub cursor: String,
            /// The row.
            pub node: $node,
        }

        impl From<$crate::graphql::page::Page<$node>> for $connection {
            fn from(page: $crate::graphql::page::Page<$node>) -> Self {
                let page_info = page.info();
                let total_count = i32::try_from(page.total).unwrap_or(i32::MAX);
                Self {
                    nodes: page.rows.iter().map(|(_, node)| node.clone()).collect(),
                    edges: page
                        .rows
                        .into_iter()
                        .map(|(cursor, node)| $edge { cursor, node })
                        .collect(),
                    page_info,
                    total_count,
                }
            }
        }
    };
}
pub(crate) use connection;

/// One key of an order.
#[derive(InputObject, Clone, Copy, Debug)]
#[graphql(concrete(name = "AreaOrder", params(super::object::area::AreaOrderField)))]
#[graphql(concrete(name = "BodyOrder", params(super::object::body::BodyOrderField)))]
#[graphql(concrete(name = "OfferOrder", params(super::object::offer::OfferOrderField)))]
#[graphql(concrete(
    name = "ServiceOrder",
    params(super::object::service::ServiceOrderField)
))]
#[graphql(concrete(
    name = "ContractOrder",
    params(super::object::contract::ContractOrderField)
))]
#[graphql(concrete(
    name = "CoverageRecordOrder",
    params(super::object::record::CoverageRecordOrderField)
))]
#[graphql(concrete(name = "ClaimOrder", params(super::object::claim::ClaimOrderField)))]
#[graphql(concrete(
    name = "EvidenceOrder",
    params(super::object::evidence::EvidenceOrderField)
))]
#[graphql(concrete(
    name = "DeflatorOrder",
    params(super::object::deflator::DeflatorOrderField)
))]
#[graphql(concrete(
    name = "FundingAllocationOrder",
    params(super::object::allocation::FundingAllocationOrderField)
))]
#[graphql(concrete(
    name = "FundingStreamOrder",
    params(super::object::funding::FundingStreamOrderField)
))]
#[graphql(concrete(
    name = "OpeningOrder",
    params(super::object::opening::OpeningOrderField)
))]
#[graphql(concrete(
    name = "ScenarioOrder",
    params(super::object::scenario::ScenarioOrderField)
))]
#[graphql(concrete(name = "PoolOrder", params(super::object::pool::PoolOrderField)))]
#[graphql(concrete(
    name = "PoolTransferOrder",
    params(super::object::pool::PoolTransferOrderField)
))]
pub struct Order<F: async_graphql::InputType> {
    /// What to order by.
    pub field: F,
    /// Which way; ascending by default.
    #[graphql(default)]
    pub direction: Direction,
}
