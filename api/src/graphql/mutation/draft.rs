//! From the argument of a change to a wish.
//!
//! The argument is read as it was sent, because "left out" and "null" mean different things and an
//! input struct cannot tell them apart. The structs in `inputs` are what the schema promises.

use async_graphql::{Context, Result};
use serde_json::{Map, Value};

use super::inputs::How;
use crate::graphql::error::Fault;
use crate::graphql::id::{NodeType, split};
use crate::keeping::spec::{Field, Shape, Spec, Target};
use crate::keeping::{Ask, Fields, Kind, Wish};

/// Characters of an idempotency key.
const LONGEST_KEY: usize = 200;

/// The `input` of the field as it was sent.
pub fn sent(ctx: &Context<'_>) -> Result<Fields> {
    let arguments = ctx.field().arguments()?;
    let input = arguments.into_iter().find(|(name, _)| name == "input");
    match input.map(|(_, value)| value.into_json()) {
        Some(Ok(Value::Object(fields))) => Ok(fields),
        _ => Ok(Map::new()),
    }
}

/// A row to be made or changed.
pub fn save(kind: Kind, mut fields: Fields, how: How) -> Result<Ask, Fault> {
    let id = match fields.remove("id") {
        None | Some(Value::Null) => None,
        Some(id) => Some(row_of(kind, id.as_str().unwrap_or_default())?),
    };
    for name in HOW {
        fields.remove(*name);
    }
    in_register_terms(Spec::of(kind), &mut fields);
    ask(Wish::Save { kind, id, fields }, how)
}

/// A wish and how it is to be treated.
pub fn ask(wish: Wish, how: How) -> Result<Ask, Fault> {
    let key = how.idempotency_key;
    let key_is_odd = key.as_ref().is_some_and(|key| {
        key.is_empty() || key.len() > LONGEST_KEY || key.chars().any(char::is_control)
    });
    if key_is_odd {
        return Err(Fault::BadInput {
            field: "idempotencyKey".to_owned(),
            what: format!("write 1 to {LONGEST_KEY} characters"),
        });
    }
    let accepts = how.accepts_proposal.map(|id| proposal(&id)).transpose()?;
    Ok(Ask {
        wish,
        reason: how.reason,
        expected_version: how.expected_version,
        idempotency_key: key,
        dry_run: how.dry_run.unwrap_or(false),
        propose: how.propose.unwrap_or(false),
        accepts,
    })
}

/// The row behind the id of a proposal.
pub fn proposal(id: &str) -> Result<String, Fault> {
    NodeType::Proposal.parse("id", id)
}

/// The kind and row behind the id of something that people keep.
pub fn kept(id: &str) -> Result<(Kind, String), Fault> {
    let bad = || Fault::BadId {
        field: "id".to_owned(),
        given: crate::graphql::error::cut(id),
        expected: "row that people keep".to_owned(),
    };
    let (node, row) = split(id).ok_or_else(bad)?;
    let kind = Kind::ALL
        .iter()
        .copied()
        .find(|kind| node_type(*kind) == node);
    Ok((kind.ok_or_else(bad)?, row))
}

fn row_of(kind: Kind, id: &str) -> Result<String, Fault> {
    node_type(kind).parse("id", id)
}

/// The type whose ids name rows of a kind.
pub fn node_type(kind: Kind) -> NodeType {
    match kind {
        Kind::Source => NodeType::Source,
        Kind::Evidence => NodeType::Evidence,
        Kind::Area => NodeType::Area,
        Kind::AreaSuccession => NodeType::AreaSuccession,
        Kind::Offer => NodeType::Offer,
        Kind::Body => NodeType::Body,
        Kind::BodySuccession => NodeType::BodySuccession,
        Kind::Service => NodeType::Service,
        Kind::CoverageRecord | Kind::Absence => NodeType::CoverageRecord,
        Kind::Search => NodeType::Search,
        Kind::Contract => NodeType::Contract,
        Kind::FundingStream => NodeType::FundingStream,
        Kind::FundingAllocation => NodeType::FundingAllocation,
        Kind::Deflator => NodeType::Deflator,
        Kind::Opening => NodeType::Opening,
        Kind::Pool => NodeType::Pool,
        Kind::PoolTransfer => NodeType::PoolTransfer,
        Kind::Need => NodeType::Need,
        Kind::UnitCost => NodeType::UnitCost,
        Kind::MhisYear => NodeType::MhisYear,
        Kind::Scenario => NodeType::Scenario,
        Kind::Standard => NodeType::Standard,
        Kind::Claim => NodeType::Claim,
    }
}

/// Fields that say how, not what.
const HOW: &[&str] = &[
    "reason",
    "expectedVersion",
    "idempotencyKey",
    "dryRun",
    "propose",
    "acceptsProposal",
];

/// Puts the ids of the register in the place of the opaque ones, so that a wish can be kept and
/// carried out by anybody.
fn in_register_terms(spec: &Spec, fields: &mut Fields) {
    ids_of(spec.fields, fields);
    for list in spec.children {
        let Some(Value::Array(items)) = fields.get_mut(list.name) else {
            continue;
        };
        for item in items.iter_mut().filter_map(Value::as_object_mut) {
            ids_of(list.fields, item);
        }
    }
    for field in spec.fields {
        let Some((name, kind)) = field.maker else {
            continue;
        };
        if let Some(Value::Object(inner)) = fields.get_mut(name) {
            in_register_terms(Spec::of(kind), inner);
        }
    }
}

fn ids_of(spec: &[Field], fields: &mut Fields) {
    for field in spec {
        let (target, value) = match (field.shape, fields.get_mut(field.name)) {
            (Shape::One(target) | Shape::Many(target), Some(value)) => (target, value),
            _ => continue,
        };
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| plain(target, item)),
            one => plain(target, one),
        }
    }
}

fn plain(target: Target, value: &mut Value) {
    let expected = match target {
        Target::Source => NodeType::Source,
        Target::Evidence => NodeType::Evidence,
        Target::Area => NodeType::Area,
        Target::Offer => NodeType::Offer,
        Target::Body => NodeType::Body,
        Target::Service => NodeType::Service,
        Target::Contract => NodeType::Contract,
        Target::FundingStream => NodeType::FundingStream,
        Target::Opening => NodeType::Opening,
        Target::Pool => NodeType::Pool,
        Target::BodySuccession => NodeType::BodySuccession,
        // They have codes and no ids of their own.
        Target::Cohort | Target::Community => return,
    };
    if let Some((found, row)) = value.as_str().and_then(split)
        && found == expected
    {
        *value = Value::from(row);
    }
}
