//! What a part of a query costs, and how much is allowed.

use async_graphql::Pos;

use super::super::code::{Code, Refusal};

/// Selections after every fragment is put in its place. Validation visits each.
const MOST_SELECTIONS: u64 = 10_000;
/// Fields that are given another name, fragments in their places.
const MOST_ALIASES: u64 = 500;

/// How much is allowed.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Fields inside fields.
    pub depth: u32,
    /// Fields of the answer.
    pub fields: u64,
    /// Rows of the longest page.
    pub page: u64,
}

/// What a part of a query costs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Weight {
    /// Fields of the answer, rows counted.
    pub fields: u64,
    /// Selections with fragments in their places, rows not counted.
    pub selections: u64,
    /// Of them, fields that are given another name.
    pub aliases: u64,
    /// Fields inside fields.
    pub depth: u32,
    /// Lists inside lists of the schema's description.
    pub description: u32,
    /// Whether these are fields of a list in pages.
    pub is_page: bool,
    /// Whether a past register is asked: one for the whole request.
    pub is_past: bool,
}

impl Weight {
    /// Adds a part beside it.
    pub fn add(&mut self, other: Self) {
        self.fields = self.fields.saturating_add(other.fields);
        self.selections = self.selections.saturating_add(other.selections);
        self.aliases = self.aliases.saturating_add(other.aliases);
        self.depth = self.depth.max(other.depth);
        self.description = self.description.max(other.description);
        self.is_page |= other.is_page;
        self.is_past |= other.is_past;
    }

    /// Refuses what is beyond the bounds.
    pub fn check(self, bounds: Bounds, position: Pos) -> Result<(), Refusal> {
        let Weight {
            fields,
            selections,
            aliases,
            depth,
            ..
        } = self;
        let refuse = |code, message| Err(Refusal::new(code, message).at(position));
        if depth > bounds.depth {
            let most = bounds.depth;
            let message = format!("The query is {depth} fields deep; {most} are allowed.");
            return refuse(Code::QueryTooDeep, message);
        }
        if selections > MOST_SELECTIONS {
            let message = format!(
                "The query selects more than {MOST_SELECTIONS} fields, fragments counted wherever \
                 they are spread."
            );
            return refuse(Code::QueryTooCostly, message);
        }
        if aliases > MOST_ALIASES {
            let message = format!(
                "The query gives other names to {aliases} fields; {MOST_ALIASES} are allowed."
            );
            return refuse(Code::QueryTooCostly, message);
        }
        if fields > bounds.fields {
            let most = bounds.fields;
            let message = format!(
                "The query costs {fields}; {most} is allowed. Ask for fewer rows with first, for fewer \
                 fields, or less of filters."
            );
            return refuse(Code::QueryTooCostly, message);
        }
        Ok(())
    }
}
