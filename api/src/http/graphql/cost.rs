//! What a query could cost, before anything of it is run.
//!
//! Each fragment is weighed once, however often it is spread, so that fragments that spread each
//! other twice take no longer to refuse than to read.

use std::collections::HashMap;

use async_graphql::{
    Name, Pos, Positioned, Value,
    parser::types::{ExecutableDocument, Field, OperationDefinition, Selection, SelectionSet},
};
use serde_json::{Map, Value as Json};

use super::{
    code::{Code, Refusal},
    shape::Shape,
};

/// Rows of a page when the query does not say.
const DEFAULT_PAGE: u64 = 20;
/// Rows that a list without pages is taken to have.
const LISTED: u64 = 10;
/// Selections after every fragment is put in its place. Validation visits each.
const MOST_SELECTIONS: u64 = 10_000;
/// Fields that are given another name, fragments in their places.
const MOST_ALIASES: u64 = 500;
/// Selections inside selections, fragments counted: async-graphql's own limit.
const DEEPEST_SELECTION: u32 = 32;
/// Lists inside lists of the schema's description: a type's fields' types' fields are two.
const DEEPEST_DESCRIPTION: u32 = 2;
const DIRECTIVES: [&str; 2] = ["skip", "include"];
const DESCRIPTION_LISTS: [&str; 4] = ["fields", "inputFields", "interfaces", "possibleTypes"];

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

/// Fields that the answer of the costliest operation could hold.
///
/// A field counts one, and what it holds counts as often as `first` or `last` says; a list in
/// pages without either counts its 20 rows. Any other list counts ten: a guess, which is there
/// for lists inside lists inside lists.
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
            variables,
            operation: &operation.node,
            shape,
            bounds,
        };
        let start = At {
            of: shape.root(operation.node.ty),
            level: 1,
        };
        let set = &operation.node.selection_set;
        let weight = scale.selections(set, start, &mut HashMap::new())?;
        scale.check(weight, operation.pos)?;
        costliest = costliest.max(weight.fields);
    }
    Ok(costliest)
}

#[derive(Clone, Copy, Default)]
struct Weight {
    /// Fields of the answer, rows counted.
    fields: u64,
    /// Selections with fragments in their places, rows not counted.
    selections: u64,
    /// Of them, fields that are given another name.
    aliases: u64,
    depth: u32,
    /// Lists inside lists of the schema's description.
    description: u32,
    /// Whether these are fields of a list in pages.
    is_page: bool,
}

impl Weight {
    fn add(&mut self, other: Self) {
        self.fields = self.fields.saturating_add(other.fields);
        self.selections = self.selections.saturating_add(other.selections);
        self.aliases = self.aliases.saturating_add(other.aliases);
        self.depth = self.depth.max(other.depth);
        self.description = self.description.max(other.description);
        self.is_page |= other.is_page;
    }
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
    variables: &'a Map<String, Json>,
    operation: &'a OperationDefinition,
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
        let rows = match self.rows(field) {
            Some(rows) => rows.clamp(1, self.bounds.page),
            None if inner.is_page => DEFAULT_PAGE.min(self.bounds.page),
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
        Ok(Weight {
            fields: inner.fields.saturating_mul(rows).saturating_add(1),
            selections: inner.selections,
            aliases: inner
                .aliases
                .saturating_add(u64::from(field.alias.is_some())),
            depth: inner.depth + 1,
            description: inner.description + u32::from(DESCRIPTION_LISTS.contains(&name)),
            is_page,
        })
    }

    /// The rows that a field asks for, by `first` or `last`.
    fn rows(&self, field: &Field) -> Option<u64> {
        let asked = |name| {
            let value = field.get_argument(name)?.node.clone();
            match value.into_const_with(|variable| self.value_of(&variable).ok_or(())) {
                Ok(Value::Number(number)) => number.as_u64(),
                _ => None,
            }
        };
        asked("first").max(asked("last"))
    }

    /// A variable's number, given or by default.
    fn value_of(&self, variable: &Name) -> Option<Value> {
        if let Some(value) = self.variables.get(variable.as_str()) {
            return value.as_u64().map(Value::from);
        }
        let definitions = &self.operation.variable_definitions;
        let definition = definitions
            .iter()
            .find(|given| given.node.name.node == *variable)?;
        Some(definition.node.default_value.as_ref()?.node.clone())
    }

    fn check(&self, weight: Weight, position: Pos) -> Result<(), Refusal> {
        let Weight {
            fields,
            selections,
            aliases,
            depth,
            ..
        } = weight;
        let refuse = |code, message| Err(Refusal::new(code, message).at(position));
        if depth > self.bounds.depth {
            let most = self.bounds.depth;
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
        if fields > self.bounds.fields {
            let most = self.bounds.fields;
            let message = format!(
                "The answer could hold {fields} fields; {most} are allowed. Ask for fewer rows \
                 with first, or for fewer fields."
            );
            return refuse(Code::QueryTooCostly, message);
        }
        Ok(())
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
