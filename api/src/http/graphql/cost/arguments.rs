//! The arguments of a field, with what variables put into them.

use std::collections::HashMap;

use async_graphql::{
    Name, Value,
    parser::types::{Field, OperationDefinition},
};
use serde_json::{Map, Value as Json};

use super::work::Work;

/// What variables hold.
pub struct Arguments<'a> {
    given: &'a Map<String, Json>,
    /// Of each variable given: it may be used many times.
    work: HashMap<&'a str, Work>,
    operation: &'a OperationDefinition,
}

impl<'a> Arguments<'a> {
    /// The variables given to an operation.
    pub fn new(given: &'a Map<String, Json>, operation: &'a OperationDefinition) -> Self {
        let work = given
            .iter()
            .map(|(name, value)| (name.as_str(), Work::of_json(value)));
        Self {
            given,
            work: work.collect(),
            operation,
        }
    }

    /// The rows that a field asks for, by `first` or `last`.
    pub fn rows(&self, field: &Field) -> Option<u64> {
        let asked = |name| {
            let value = field.get_argument(name)?.node.clone();
            match value.into_const_with(|variable| self.value_of(&variable).ok_or(())) {
                Ok(Value::Number(number)) => number.as_u64(),
                _ => None,
            }
        };
        asked("first").max(asked("last"))
    }

    /// Whether a field has an argument that says anything. A null says nothing, and so does a
    /// variable that is not given, which is how programs leave an argument out.
    pub fn has(&self, field: &Field, name: &str) -> bool {
        let Some(value) = field.get_argument(name) else {
            return false;
        };
        let said = value.node.clone().into_const_with(|variable| {
            Ok::<_, ()>(match self.given.get(variable.as_str()) {
                Some(Json::Null) => Value::Null,
                // Whatever it is, it is something.
                Some(_) => Value::Boolean(true),
                None => self.default_of(&variable).unwrap_or_default(),
            })
        });
        said != Ok(Value::Null)
    }

    /// What a field's arguments ask, those that are in variables included.
    pub fn work(&self, field: &Field) -> Work {
        let mut sum = Work::default();
        for (_, value) in &field.arguments {
            let mut variables = Work::default();
            let said = value.node.clone().into_const_with(|variable| {
                let of = self.work_of(&variable);
                // The null in its place counts for it.
                let values = of.values.saturating_sub(1);
                variables = variables.beside(Work { values, ..of });
                Ok::<_, ()>(Value::Null)
            });
            // How deep in the value a variable stands is not told; so it stands at the deepest.
            let said = said.map_or(Work::default(), |said| Work::of_value(&said));
            sum = sum.beside(said.inside(variables));
        }
        // A plain argument, `first: 20`, is no work.
        sum.values = sum.values.saturating_sub(field.arguments.len() as u64);
        sum
    }

    fn work_of(&self, variable: &Name) -> Work {
        let given = self.work.get(variable.as_str()).copied();
        given.unwrap_or_else(|| {
            self.default_of(variable)
                .map_or(Work::default(), |value| Work::of_value(&value))
        })
    }

    /// A variable's number, given or by default.
    fn value_of(&self, variable: &Name) -> Option<Value> {
        if let Some(value) = self.given.get(variable.as_str()) {
            return value.as_u64().map(Value::from);
        }
        self.default_of(variable)
    }

    fn default_of(&self, variable: &Name) -> Option<Value> {
        let definitions = &self.operation.variable_definitions;
        let definition = definitions
            .iter()
            .find(|given| given.node.name.node == *variable)?;
        Some(definition.node.default_value.as_ref()?.node.clone())
    }
}
