//! Rows in id order, found by id, pointed at by a small typed index.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// Points at a row of the table that made it.
pub struct Ix<T>(u32, PhantomData<fn() -> T>);

impl<T> Clone for Ix<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ix<T> {}
impl<T> PartialEq for Ix<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Ix<T> {}
impl<T> PartialOrd for Ix<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Ix<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> std::hash::Hash for Ix<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for Ix<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

impl<T> Ix<T> {
    /// The first row of a table.
    pub(crate) const FIRST: Self = Self(0, PhantomData);

    /// Its place in the table, from 0.
    pub fn position(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }

    fn at(position: usize) -> Self {
        Self(u32::try_from(position).unwrap_or(u32::MAX), PhantomData)
    }
}

/// What has an id of its own.
pub trait Row {
    /// The id, unique in its table.
    fn id(&self) -> &str;
}

/// Rows sorted by id. A copy shares them.
#[derive(Clone, Debug)]
pub struct Table<T> {
    rows: Arc<Vec<T>>,
    by_id: Arc<BTreeMap<String, Ix<T>>>,
}

/// Two rows of one table have the same id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwiceTheSameId(pub String);

impl<T: Row> Table<T> {
    /// Sorts the rows by id; ids must differ.
    pub fn new(mut rows: Vec<T>) -> Result<Self, TwiceTheSameId> {
        rows.sort_by(|a, b| a.id().cmp(b.id()));
        let mut by_id = BTreeMap::new();
        for (position, row) in rows.iter().enumerate() {
            if by_id
                .insert(row.id().to_owned(), Ix::at(position))
                .is_some()
            {
                return Err(TwiceTheSameId(row.id().to_owned()));
            }
        }
        Ok(Self {
            rows: Arc::new(rows),
            by_id: Arc::new(by_id),
        })
    }

    /// The row with this id.
    pub fn find(&self, id: &str) -> Option<Ix<T>> {
        self.by_id.get(id).copied()
    }

    /// The row that an index of this table points at.
    #[expect(
        clippy::indexing_slicing,
        reason = "an index is only made by the table that it points into"
    )]
    pub fn get(&self, ix: Ix<T>) -> &T {
        &self.rows[ix.position()]
    }

    /// Every row with its index, in id order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Ix<T>, &T)> + ExactSizeIterator {
        self.rows
            .iter()
            .enumerate()
            .map(|(position, row)| (Ix::at(position), row))
    }

    /// The rows, in id order.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether another table holds the same rows.
    pub fn same_as(&self, other: &Self) -> bool
    where
        T: PartialEq,
    {
        Arc::ptr_eq(&self.rows, &other.rows) || self.rows == other.rows
    }

    /// Whether it has no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// A list for each row of a table. A copy shares them until it is changed.
#[derive(Clone, Debug)]
pub struct Lists<T, V> {
    lists: Arc<Vec<Vec<V>>>,
    of: PhantomData<fn() -> T>,
}

impl<T, V> Default for Lists<T, V> {
    fn default() -> Self {
        Self {
            lists: Arc::default(),
            of: PhantomData,
        }
    }
}

impl<T: Row, V: Clone> Lists<T, V> {
    /// Empty lists for every row of the table.
    pub fn of(table: &Table<T>) -> Self {
        Self {
            lists: Arc::new(std::iter::repeat_with(Vec::new).take(table.len()).collect()),
            of: PhantomData,
        }
    }

    /// The list of a row.
    pub fn get(&self, ix: Ix<T>) -> &[V] {
        self.lists.get(ix.position()).map_or(&[], Vec::as_slice)
    }

    /// Appends to the list of a row.
    pub fn push(&mut self, ix: Ix<T>, value: V) {
        if let Some(list) = Arc::make_mut(&mut self.lists).get_mut(ix.position()) {
            list.push(value);
        }
    }

    /// Sorts every list by a key; what has the same keeps its order.
    pub fn sort_by_key<K: Ord>(&mut self, key: impl Fn(&V) -> K) {
        for list in Arc::make_mut(&mut self.lists) {
            list.sort_by_key(&key);
        }
    }

    /// Sorts every list and drops what stands twice.
    pub fn sort_each(&mut self)
    where
        V: Ord,
    {
        for list in Arc::make_mut(&mut self.lists) {
            list.sort();
            list.dedup();
        }
    }
}
