//! The leave to write, which only the policy gives.

/// Leave to write rows of some tables, in somebody's name. The store takes nothing without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit {
    actor: String,
    tables: Tables,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tables {
    All,
    These(&'static [&'static str]),
}

impl Permit {
    pub(super) fn new(actor: &str, tables: Tables) -> Self {
        Self {
            actor: actor.to_owned(),
            tables,
        }
    }

    /// Whom history names.
    pub fn actor(&self) -> &str {
        &self.actor
    }

    /// Whether it is leave to write rows of a table.
    pub fn covers(&self, table: &str) -> bool {
        match self.tables {
            Tables::All => true,
            Tables::These(tables) => tables.contains(&table),
        }
    }
}
