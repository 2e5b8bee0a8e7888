//! What the schema tells of its fields: which hold many things, and of which type those are.

use std::collections::{BTreeMap, BTreeSet};

use async_graphql::Positioned;
use async_graphql::parser::{
    parse_schema,
    types::{
        BaseType, FieldDefinition, OperationType, Type, TypeDefinition, TypeKind,
        TypeSystemDefinition,
    },
};

/// A field of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldShape {
    /// The type of what it holds.
    pub holds: String,
    /// Whether it holds any number of things that have fields themselves.
    pub is_many: bool,
    /// Whether it has to be told what to compute over, by a value with parts, or gives the best
    /// of many, `first` without pages: both look at everything.
    pub is_computed: bool,
}

/// The fields of each type.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    types: BTreeMap<String, BTreeMap<String, FieldShape>>,
    mutation: Option<String>,
    query: Option<String>,
    subscription: Option<String>,
}

impl Shape {
    /// Reads a schema's text. Of one that cannot be read nothing is known.
    pub fn read(sdl: &str) -> Self {
        let mut shape = Self::default();
        let document = match parse_schema(sdl) {
            Ok(document) => document,
            Err(error) => {
                tracing::error!(%error, "Our own schema cannot be read; lists cannot be counted");
                return shape;
            }
        };
        for definition in &document.definitions {
            match definition {
                TypeSystemDefinition::Schema(schema) => {
                    let name =
                        |root: &Option<Positioned<_>>| root.as_ref().map(ToString::to_string);
                    shape.query = name(&schema.node.query);
                    shape.mutation = name(&schema.node.mutation);
                    shape.subscription = name(&schema.node.subscription);
                }
                TypeSystemDefinition::Type(of) => {
                    let fields = match &of.node.kind {
                        TypeKind::Object(object) => &object.fields,
                        TypeKind::Interface(interface) => &interface.fields,
                        TypeKind::Union(_) => &Vec::new(),
                        _ => continue,
                    };
                    let fields = fields.iter().map(|field| read(&field.node)).collect();
                    shape.types.insert(of.node.name.to_string(), fields);
                }
                TypeSystemDefinition::Directive(_) => {}
            }
        }
        shape.mark_computed(&document.definitions);
        let composite: BTreeSet<String> = shape.types.keys().cloned().collect();
        for field in shape.types.values_mut().flat_map(BTreeMap::values_mut) {
            field.is_many &= composite.contains(&field.holds);
        }
        shape
    }

    /// Needs to know which types are input objects, which may stand behind their use.
    fn mark_computed(&mut self, definitions: &[TypeSystemDefinition]) {
        let types = definitions
            .iter()
            .filter_map(|definition| match definition {
                TypeSystemDefinition::Type(of) => Some(&of.node),
                _ => None,
            });
        let is_input = |of: &&TypeDefinition| matches!(of.kind, TypeKind::InputObject(_));
        let inputs: BTreeSet<_> = types
            .clone()
            .filter(is_input)
            .map(|of| of.name.to_string())
            .collect();
        for of in types {
            let TypeKind::Object(object) = &of.kind else {
                continue;
            };
            for field in &object.fields {
                let arguments = &field.node.arguments;
                let needs_parts = arguments.iter().any(|argument| {
                    let ty = &argument.node.ty.node;
                    !ty.nullable && inputs.contains(&innermost(ty).0)
                });
                let has_first = arguments
                    .iter()
                    .any(|argument| argument.node.name.node == "first");
                let fields = self.types.get_mut(of.name.node.as_str());
                if let Some(known) =
                    fields.and_then(|fields| fields.get_mut(field.node.name.node.as_str()))
                {
                    known.is_computed = needs_parts || (has_first && known.is_many);
                }
            }
        }
    }

    /// The type that an operation begins with.
    pub fn root(&self, kind: OperationType) -> &str {
        let (named, usual) = match kind {
            OperationType::Query => (&self.query, "Query"),
            OperationType::Mutation => (&self.mutation, "Mutation"),
            OperationType::Subscription => (&self.subscription, "Subscription"),
        };
        named.as_deref().unwrap_or(usual)
    }

    /// A field of a type; `None` if the type does not have it, or is not ours.
    pub fn field(&self, of: &str, name: &str) -> Option<&FieldShape> {
        self.types.get(of)?.get(name)
    }
}

fn read(field: &FieldDefinition) -> (String, FieldShape) {
    let (holds, is_many) = innermost(&field.ty.node);
    (
        field.name.to_string(),
        FieldShape {
            holds,
            is_many,
            is_computed: false,
        },
    )
}

fn innermost(of: &Type) -> (String, bool) {
    match &of.base {
        BaseType::Named(name) => (name.to_string(), false),
        BaseType::List(inner) => (innermost(inner).0, true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_things_are_told_from_lists_of_words() {
        let shape = Shape::read(
            "type Root { a: [A!]! b: [String!] c: A } type A { d: [[Any]] } union Any = A \
             schema { query: Root }",
        );
        let field = |of, name| {
            shape
                .field(of, name)
                .map(|field| (field.holds.as_str(), field.is_many))
        };
        assert_eq!(shape.root(OperationType::Query), "Root");
        assert_eq!(field("Root", "a"), Some(("A", true)));
        assert_eq!(field("Root", "b"), Some(("String", false)));
        assert_eq!(field("Root", "c"), Some(("A", false)));
        assert_eq!(field("A", "d"), Some(("Any", true)));
        assert_eq!(field("A", "e"), None);
    }

    #[test]
    fn our_own_schema_is_read() {
        let shape = Shape::read(&crate::graphql::sdl());
        let root = shape.root(OperationType::Query).to_owned();
        let is_computed = |name| shape.field(&root, name).map(|field| field.is_computed);
        for name in ["coverageMatrix", "gaps", "search"] {
            assert_eq!(is_computed(name), Some(true), "{name}");
        }
        for name in ["area", "areas", "coverage"] {
            assert_eq!(is_computed(name), Some(false), "{name}");
        }
    }
}
