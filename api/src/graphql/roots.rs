//! The root fields of an operation, before it runs: who may ask for them, and of which moment.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{
    DocumentOperations, ExecutableDocument, Field, OperationDefinition, OperationType, Selection,
    SelectionSet, TypeKind, TypeSystemDefinition,
};
use async_graphql::{Value as ConstValue, Variables};
use chrono::{DateTime, Utc};

use crate::auth::Role;
use crate::auth::policy::{Operation, least_role};

/// The moment whose register is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownAt {
    /// As it stood at a revision.
    Revision(u64),
    /// As it stood at a moment.
    Time(DateTime<Utc>),
}

/// Why an operation is not run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A root field that the role may not ask for.
    Role {
        /// The field.
        field: String,
        /// The least role that may; `None`: nobody.
        least: Option<Role>,
    },
    /// Root fields that ask about several moments, or about none that can be read.
    KnownAt(String),
    /// Root fields that ask about several scenarios, or about none that can be read.
    Scenario(String),
}

/// What is known of an operation before it runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roots {
    /// Whether it writes.
    pub is_mutation: bool,
    /// The moment asked about; `None`: now.
    pub known_at: Option<KnownAt>,
    /// The opaque id of the scenario asked about; `None`: the register itself.
    pub scenario: Option<String>,
}

/// Looks at every root field that an operation may ask for, fragments followed. What `@skip` and
/// `@include` say is not looked at: a field that may be asked for has to be allowed.
pub fn look(
    document: &ExecutableDocument,
    name: Option<&str>,
    variables: &Variables,
    role: Role,
) -> Result<Roots, Refused> {
    let nothing = Roots {
        is_mutation: false,
        known_at: None,
        scenario: None,
    };
    // A document whose operation cannot be found is refused when it is run.
    let Some(definition) = operation(document, name) else {
        return Ok(nothing);
    };
    let operation = match definition.ty {
        OperationType::Query => Operation::Query,
        OperationType::Mutation => Operation::Mutation,
        OperationType::Subscription => Operation::Subscription,
    };
    let mut fields = Vec::new();
    let mut followed = BTreeSet::new();
    collect(
        document,
        &definition.selection_set.node,
        &mut followed,
        &mut fields,
    );
    let mut moments = Vec::new();
    let mut scenarios = Vec::new();
    for field in &fields {
        let name = field.name.node.as_str();
        match least_role(operation, name) {
            Some(least) if role >= least => {}
            // Validation says what is wrong with a field that there is none of.
            None if !in_schema(operation, name) => {}
            least => {
                let field = format!("{}.{name}", operation.type_name());
                return Err(Refused::Role { field, least });
            }
        }
        // Every schema can be asked about at any moment.
        if !name.starts_with("__") {
            moments.push(known_at(field, definition, variables)?);
            scenarios.push(scenario(field, definition, variables)?);
        }
    }
    moments.dedup();
    if moments.len() > 1 {
        let message = "ask about one moment in a request: give every root field the same knownAt";
        return Err(Refused::KnownAt(message.to_owned()));
    }
    scenarios.dedup();
    if scenarios.len() > 1 {
        let message = "ask about one scenario in a request: give every root field the same, and \
                       ask about the register itself in another";
        return Err(Refused::Scenario(message.to_owned()));
    }
    Ok(Roots {
        is_mutation: operation == Operation::Mutation,
        known_at: moments.into_iter().next().flatten(),
        scenario: scenarios.into_iter().next().flatten(),
    })
}

fn operation<'a>(
    document: &'a ExecutableDocument,
    name: Option<&str>,
) -> Option<&'a OperationDefinition> {
    match (&document.operations, name) {
        (DocumentOperations::Single(operation), _) => Some(&operation.node),
        (DocumentOperations::Multiple(operations), Some(name)) => operations
            .iter()
            .find(|(key, _)| key.as_str() == name)
            .map(|(_, o)| &o.node),
        (DocumentOperations::Multiple(operations), None) => match operations.values().next() {
            Some(only) if operations.len() == 1 => Some(&only.node),
            _ => None,
        },
    }
}

/// Whether the schema has a root field.
fn in_schema(operation: Operation, name: &str) -> bool {
    static ROOTS: LazyLock<BTreeSet<(Operation, String)>> = LazyLock::new(root_fields);
    ROOTS.contains(&(operation, name.to_owned()))
}

/// Every root field of the schema.
fn root_fields() -> BTreeSet<(Operation, String)> {
    let operations = [
        Operation::Query,
        Operation::Mutation,
        Operation::Subscription,
    ];
    let Ok(document) = parse_schema(super::sdl()) else {
        return BTreeSet::new();
    };
    let mut roots = BTreeSet::new();
    for definition in document.definitions {
        let TypeSystemDefinition::Type(definition) = definition else {
            continue;
        };
        let name = definition.node.name.node.as_str();
        let operation = operations.into_iter().find(|o| o.type_name() == name);
        if let (Some(operation), TypeKind::Object(object)) = (operation, definition.node.kind) {
            let names = object.fields.into_iter().map(|field| field.node.name.node);
            roots.extend(names.map(|name| (operation, name.to_string())));
        }
    }
    roots
}

/// Each fragment is followed once: a second spread asks for nothing new.
fn collect<'a>(
    document: &'a ExecutableDocument,
    set: &'a SelectionSet,
    followed: &mut BTreeSet<&'a str>,
    fields: &mut Vec<&'a Field>,
) {
    for selection in &set.items {
        match &selection.node {
            Selection::Field(field) => fields.push(&field.node),
            Selection::InlineFragment(fragment) => {
                collect(
                    document,
                    &fragment.node.selection_set.node,
                    followed,
                    fields,
                );
            }
            Selection::FragmentSpread(spread) => {
                let name = &spread.node.fragment_name.node;
                if let Some(fragment) = document.fragments.get(name)
                    && followed.insert(name.as_str())
                {
                    collect(
                        document,
                        &fragment.node.selection_set.node,
                        followed,
                        fields,
                    );
                }
            }
        }
    }
}

/// What an argument says, with its variable in place; `None`: it is not given.
fn argument(
    field: &Field,
    name: &str,
    definition: &OperationDefinition,
    variables: &Variables,
) -> Option<ConstValue> {
    let value = field.get_argument(name)?;
    let said = value.node.clone().into_const_with(|name| {
        let default = || {
            let declared = definition
                .variable_definitions
                .iter()
                .find(|v| v.node.name.node == name);
            declared
                .and_then(|v| v.node.default_value.as_ref())
                .map(|v| v.node.clone())
        };
        let given = variables.get(&name).cloned().or_else(default);
        Ok::<_, std::convert::Infallible>(given.unwrap_or(ConstValue::Null))
    });
    said.ok()
}

fn scenario(
    field: &Field,
    definition: &OperationDefinition,
    variables: &Variables,
) -> Result<Option<String>, Refused> {
    match argument(field, "scenario", definition, variables) {
        None | Some(ConstValue::Null) => Ok(None),
        Some(ConstValue::String(id)) => Ok(Some(id)),
        Some(_) => Err(Refused::Scenario("give the id of a scenario".to_owned())),
    }
}

fn known_at(
    field: &Field,
    definition: &OperationDefinition,
    variables: &Variables,
) -> Result<Option<KnownAt>, Refused> {
    let Some(value) = argument(field, "knownAt", definition, variables) else {
        return Ok(None);
    };
    let bad = || {
        let message = "knownAt: write { revision: 12 } or { time: \"2026-11-22T09:30:00Z\" }";
        Refused::KnownAt(message.to_owned())
    };
    let ConstValue::Object(moment) = value else {
        return match value {
            ConstValue::Null => Ok(None),
            _ => Err(bad()),
        };
    };
    match (moment.get("revision"), moment.get("time")) {
        (Some(ConstValue::Number(number)), None) => number
            .as_u64()
            .map(|n| Some(KnownAt::Revision(n)))
            .ok_or_else(bad),
        (None, Some(ConstValue::String(time))) => {
            let time = DateTime::parse_from_rfc3339(time).map_err(|_| bad())?;
            Ok(Some(KnownAt::Time(time.with_timezone(&Utc))))
        }
        _ => Err(bad()),
    }
}
