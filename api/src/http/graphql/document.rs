//! From parameters to a request that may be run: parsed, its operation found, its variables
//! there, its cost known.

use async_graphql::{
    Name, Positioned, Request, Variables,
    parser::{
        Error as ParseError, parse_query,
        types::{DocumentOperations, ExecutableDocument, OperationDefinition, OperationType},
    },
};
use serde_json::{Map, Value};

use super::{
    code::{Code, Refusal},
    cost::{self, Bounds},
    params::Params,
    shape::Shape,
    tokens,
};
use crate::config::Limits;

/// A request that may be run.
#[derive(Debug)]
pub struct Prepared {
    /// The request, parsed.
    pub request: Request,
    /// The name of its operation.
    pub name: Option<String>,
    /// What it does.
    pub kind: OperationType,
    /// Fields that its answer could hold.
    pub cost: u64,
}

/// How a request came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// By POST or GET: one answer.
    Http,
    /// Over a WebSocket: any number.
    Socket,
}

/// Reads the document and refuses what it can without the schema.
pub fn prepare(
    query: String,
    params: Params,
    transport: Transport,
    shape: &Shape,
    limits: &Limits,
) -> Result<Prepared, Refusal> {
    let Params {
        operation_name,
        variables,
        ..
    } = params;
    tokens::check(&query)?;
    let document = parse_query(&query).map_err(|error| unreadable(&error))?;
    let (name, operation) = choose(&document, operation_name.as_deref())?;
    let name = name.map(ToString::to_string);
    let kind = operation.node.ty;
    if kind == OperationType::Subscription {
        check_subscription(operation, transport)?;
    }
    check_variables(&operation.node, &variables)?;
    let bounds = Bounds {
        depth: limits.max_depth,
        fields: limits.max_complexity.into(),
        page: limits.max_page.into(),
    };
    let cost = cost::weigh(&document, &variables, shape, bounds)?;
    let mut request = Request::new(query).variables(Variables::from_json(Value::Object(variables)));
    if let Some(name) = operation_name {
        request = request.operation_name(name);
    }
    request.set_parsed_query(document);
    Ok(Prepared {
        request,
        name,
        kind,
        cost,
    })
}

/// The parser's message quotes the query; only the words after `=`, which name what would be
/// right, are ours to repeat.
fn unreadable(error: &ParseError) -> Refusal {
    let message = match error {
        ParseError::Syntax { message, start, .. } => {
            let expected = message
                .rsplit_once("\n  = ")
                .map_or("", |(_, expected)| expected);
            let expected = expected
                .lines()
                .next()
                .unwrap_or_default()
                .replace('_', " ");
            let what = if expected.is_empty() {
                String::new()
            } else {
                format!(": {expected}")
            };
            format!(
                "Syntax error at line {}, column {}{what}.",
                start.line, start.column
            )
        }
        ParseError::RecursionLimitExceeded => {
            return Refusal::new(Code::QueryTooDeep, "Selections are nested too deep.");
        }
        ParseError::MissingOperation => "The document holds no operation.".to_owned(),
        ParseError::MultipleOperations { .. } => {
            "An operation without a name stands alone in its document.".to_owned()
        }
        ParseError::OperationDuplicated { .. } => "Two operations have one name.".to_owned(),
        ParseError::FragmentDuplicated { .. } => "Two fragments have one name.".to_owned(),
        _ => "The document cannot be read.".to_owned(),
    };
    let refusal = Refusal::new(Code::ParseError, message);
    match error.positions().next() {
        Some(position) => refusal.at(position),
        None => refusal,
    }
}

fn choose<'a>(
    document: &'a ExecutableDocument,
    name: Option<&str>,
) -> Result<(Option<&'a Name>, &'a Positioned<OperationDefinition>), Refusal> {
    let refuse = |message| Err(Refusal::new(Code::ValidationError, message));
    match (&document.operations, name) {
        (DocumentOperations::Single(operation), None) => Ok((None, operation)),
        (DocumentOperations::Single(_), Some(_)) => {
            refuse("The operation has no name, but operationName was given.")
        }
        (DocumentOperations::Multiple(operations), Some(name)) => {
            match operations.get_key_value(&Name::new(name)) {
                Some((name, operation)) => Ok((Some(name), operation)),
                None => refuse("The document has no operation of the name in operationName."),
            }
        }
        (DocumentOperations::Multiple(operations), None) => match operations.iter().next() {
            Some((name, operation)) if operations.len() == 1 => Ok((Some(name), operation)),
            _ => refuse("The document has several operations; choose one with operationName."),
        },
    }
}

fn check_subscription(
    operation: &Positioned<OperationDefinition>,
    transport: Transport,
) -> Result<(), Refusal> {
    let refuse = |message| Err(Refusal::new(Code::ValidationError, message).at(operation.pos));
    match (transport, operation.node.selection_set.node.items.len()) {
        (Transport::Http, _) => refuse(
            "Subscriptions are answered over a WebSocket at this address, by \
             graphql-transport-ws.",
        ),
        (Transport::Socket, 1) => Ok(()),
        // async-graphql would run all of them in one stream.
        (Transport::Socket, _) => refuse("A subscription asks one field; send one for each."),
    }
}

/// A variable that may not be null needs a value. async-graphql would find out while running.
fn check_variables(
    operation: &OperationDefinition,
    variables: &Map<String, Value>,
) -> Result<(), Refusal> {
    for definition in &operation.variable_definitions {
        let declared = &definition.node;
        let given = variables.get(declared.name.node.as_str());
        let is_missing = match given {
            None => declared.default_value.is_none(),
            Some(value) => value.is_null(),
        };
        if is_missing && !declared.var_type.node.nullable {
            let message = "A variable whose type ends in ! has no value.";
            return Err(Refusal::new(Code::ValidationError, message).at(definition.pos));
        }
    }
    Ok(())
}
