//! What a query could cost, before anything of it is run.
//!
//! Each fragment is weighed once, however often it is spread, so that fragments that spread each
//! other twice take no longer to refuse than to read.

use std::collections::HashMap;

use async_graphql::{
    Name, Pos, Positioned,
    parser::types::{ExecutableDocument, Field, Selection, SelectionSet},
};
use serde_json::{Map, Value as Json};

mod arguments;
mod weight;
mod work;

pub use self::weight::Bounds;
use self::{arguments::Arguments, weight::Weight};
use super::{
    code::{Code, Refusal},
    shape::Shape,
};
use crate::graphql::page::DEFAULT_PAGE;

/// Rows that a list without pages is taken to have.
const LISTED: u64 = 10;
/// What a field costs that computes over the whole register: 50 of them fit into the default.
const COMPUTED: u64 = 1_000;
/// What a change costs: the register is built anew.
const WRITTEN: u64 = 2_000;
/// What it costs to optimise: seconds of arithmetic for a national question.
const OPTIMISED: u64 = 20_000;
/// What it costs to ask of a past register, which may have to be replayed.
const REPLAYED: u64 = 15_000;
/// What it costs to play a scenario, for each of whose steps something of the register changes.
const PLAYED: u64 = 2_000;
/// Fields that play scenarios.
const PLAYING: [(&str, &str); 2] = [("Query", "compareScenarios"), ("Scenario", "stepsLeftOut")];
/// Fields that ask a past register.
const REPLAYING: [(&str, &str); 1] = [("FrozenScenario", "recomputes")];
/// Root fields that the database answers.
const READ_FROM_DATABASE: [&str; 3] = ["changes", "history", "proposals"];
/// What it costs to ask something of related rows.
const QUANTIFIED: u64 = 500;
/// Related rows of related rows of related rows: each step takes ten times longer or so.
const DEEPEST_QUANTIFIED: u32 = 4;
/// Selections inside selections, fragments counted: async-graphql's own limit.
const DEEPEST_SELECTION: u32 = 32;
/// Lists inside lists of the schema's description: a type's fields' types' fields are two.
const DEEPEST_DESCRIPTION: u32 = 2;
const DIRECTIVES: [&str; 2] = ["skip", "include"];
const DESCRIPTION_LISTS: [&str; 4] = ["fields", "inputFields", "interfaces", "possibleTypes"];

/// What the costliest operation could cost: the fields of its answer, in the main.
///
/// A field counts one, and what it holds counts as often as `first` or `last` says; a list in
/// pages without either counts its 20 rows. Any other list counts ten: a guess, which is there
/// for lists inside lists inside lists. What arguments ask is added.
pub fn weigh(
    document: &ExecutableDocument,
    variables: &Map<String, Json>,
    shape: &Shape,
    bounds: Bounds,
) -> Result<u64, Refusal> {
    let mut costliest = 0;
    for (_, operation) in document.operations.iter() {
        let scale = Scale {
            document,
            arguments: Arguments::new(variables, &operation.node),
            shape,
            bounds,
        };
        let start = At {
            of: shape.root(operation.node.ty),
            level: 1,
        };
        let set = &operation.node.selection_set;
        let mut weight = scale.selections(set, start, &mut HashMap::new())?;
        if weight.is_past {
            weight.fields = weight.fields.saturating_add(REPLAYED);
        }
        weight.check(bounds, operation.pos)?;
        costliest = costliest.max(weight.fields);
    }
    Ok(costliest)
}

/// The fragments weighed so far; `None` for one that is being weighed.
type Known<'a> = HashMap<&'a Name, Option<Weight>>;

/// Where in a document we are.
#[derive(Clone, Copy)]
struct At<'a> {
    /// The type whose fields are selected; unknown ones have fields of no known kind.
    of: &'a str,
    /// Selections around.
    level: u32,
}

impl<'a> At<'a> {
    fn inside(self, of: Option<&'a str>) -> Self {
        Self {
            of: of.unwrap_or(self.of),
            level: self.level + 1,
        }
    }
}

struct Scale<'a> {
    document: &'a ExecutableDocument,
    arguments: Arguments<'a>,
    shape: &'a Shape,
    bounds: Bounds,
}

impl<'a> Scale<'a> {
    fn selections(
        &self,
        set: &'a Positioned<SelectionSet>,
        at: At<'a>,
        known: &mut Known<'a>,
    ) -> Result<Weight, Refusal> {
        if at.level > DEEPEST_SELECTION {
            let message = format!(
                "Selections are nested more than {DEEPEST_SELECTION} deep, fragments counted."
            );
            return Err(Refusal::new(Code::QueryTooDeep, message).at(set.pos));
        }
        let mut sum = Weight::default();
        for selection in &set.node.items {
            check_directives(selection)?;
            let mut weight = match &selection.node {
                Selection::Field(field) => self.field(&field.node, field.pos, at, known)?,
                Selection::InlineFragment(fragment) => {
                    let condition = fragment.node.type_condition.as_ref();
                    let of = condition.map(|condition| condition.node.on.node.as_str());
                    self.selections(&fragment.node.selection_set, at.inside(of), known)?
                }
                Selection::FragmentSpread(spread) => {
                    self.fragment(&spread.node.fragment_name, at, known)?
                }
            };
            weight.selections = weight.selections.saturating_add(1);
            sum.add(weight);
        }
        Ok(sum)
    }

    fn fragment(
        &self,
        name: &'a Positioned<Name>,
        at: At<'a>,
        known: &mut Known<'a>,
    ) -> Result<Weight, Refusal> {
        // An unknown fragment is for validation to name.
        let Some(fragment) = self.document.fragments.get(&name.node) else {
            return Ok(Weight::default());
        };
        match known.get(&name.node) {
            Some(Some(weight)) => return Ok(*weight),
            Some(None) => {
                let message = "A fragment spreads itself.";
                return Err(Refusal::new(Code::ValidationError, message).at(name.pos));
            }
            None => {}
        }
        known.insert(&name.node, None);
        let inside = at.inside(Some(fragment.node.type_condition.node.on.node.as_str()));
        let weight = self.selections(&fragment.node.selection_set, inside, known)?;
        known.insert(&name.node, Some(weight));
        Ok(weight)
    }

    fn field(
        &self,
        field: &'a Field,
        position: Pos,
        at: At<'a>,
        known: &mut Known<'a>,
    ) -> Result<Weight, Refusal> {
        let name = field.name.node.as_str();
        let is_page = matches!(name, "nodes" | "edges");
        let known_field = self.shape.field(at.of, name);
        let inside = at.inside(Some(known_field.map_or("", |field| &field.holds)));
        let inner = self.selections(&field.selection_set, inside, known)?;
        let rows = match self.arguments.rows(field) {
            Some(rows) => rows.clamp(1, self.bounds.page),
            None if inner.is_page => u64::from(DEFAULT_PAGE).min(self.bounds.page),
            // The rows of a page are counted around it.
            None if !is_page && known_field.is_some_and(|field| field.is_many) => LISTED,
            None => 1,
        };
        let is_description = matches!(name, "__schema" | "__type");
        if is_description && inner.description > DEEPEST_DESCRIPTION {
            let message = format!(
                "The schema's lists are described {DEEPEST_DESCRIPTION} deep at most; ask again \
                 for the types that you need."
            );
            return Err(Refusal::new(Code::QueryTooDeep, message).at(position));
        }
        let work = self.arguments.work(field);
        if work.nesting > DEEPEST_QUANTIFIED {
            let message = format!(
                "some, every and none are nested more than {DEEPEST_QUANTIFIED} deep in a filter."
            );
            return Err(Refusal::new(Code::QueryTooDeep, message).at(position));
        }
        let own = match known_field {
            Some(_) if at.of == "Mutation" => WRITTEN,
            Some(_) if PLAYING.contains(&(at.of, name)) => PLAYED,
            Some(_) if REPLAYING.contains(&(at.of, name)) => REPLAYED,
            Some(_) if at.of == "Query" && name == "allocate" => OPTIMISED,
            Some(field) if field.is_computed || READ_FROM_DATABASE.contains(&name) => COMPUTED,
            _ => 1,
        };
        let own = if self.arguments.has(field, "scenario") {
            PLAYED.saturating_add(own)
        } else {
            own
        };
        let asked = work
            .values
            .saturating_add(work.quantifiers.saturating_mul(QUANTIFIED));
        let held = inner.fields.saturating_mul(rows);
        Ok(Weight {
            fields: held.saturating_add(own).saturating_add(asked),
            selections: inner.selections,
            aliases: inner
                .aliases
                .saturating_add(u64::from(field.alias.is_some())),
            depth: inner.depth + 1,
            description: inner.description + u32::from(DESCRIPTION_LISTS.contains(&name)),
            is_page,
            is_past: inner.is_past || self.arguments.has(field, "knownAt"),
        })
    }
}

/// async-graphql lets any number of directives pass on `__typename`, known or not.
fn check_directives(selection: &Positioned<Selection>) -> Result<(), Refusal> {
    let mut seen = Vec::new();
    for directive in selection.node.directives() {
        let name = directive.node.name.node.as_str();
        let refuse = |message| Err(Refusal::new(Code::ValidationError, message).at(directive.pos));
        if !DIRECTIVES.contains(&name) {
            return refuse("The only directives here are @skip and @include.");
        }
        if seen.contains(&name) {
            return refuse("A directive is given twice.");
        }
        seen.push(name);
    }
    Ok(())
}
