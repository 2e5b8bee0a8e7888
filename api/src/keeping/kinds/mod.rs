//! What each kind consists of, and what has to hold of it.

pub mod allocation;
pub mod area;
pub mod body;
pub mod claim;
pub mod coverage;
pub mod evidence;
pub mod mhis;
pub mod money;
pub mod need;
pub mod offer;
pub mod opening;
pub mod pool;
pub mod scenario;
pub mod service;
pub mod standard;

use planning::closed::Visibility;

use super::Kind;
use super::problem::Problem;
use super::spec::{Field, Look, Shape, Target};

/// Who may see a row, and whose it is: fields of every guarded kind.
const VISIBILITY: Field =
    Field::new("visibility", "visibility", Shape::Code(Visibility::CODES)).or("public");
const OWNER: Field = Field::new("owner", "owner_id", Shape::One(Target::Body));
const EVIDENCE: Field = Field::new("evidence", "evidence_id", Shape::One(Target::Evidence))
    .required()
    .made_by("newEvidence", Kind::Evidence);
const STATUSES: &[&str] = &["live", "planned", "ended", "abandoned", "unclear"];
const STATED: &[&str] = &["yes", "no", "not_stated"];

/// Pence as they are written in a message.
fn pounds(pence: i64) -> String {
    format!("{}.{:02}", pence / 100, pence % 100)
}

fn nothing_more(_: &Look<'_>) -> Vec<Problem> {
    Vec::new()
}

/// What is not for everybody has to be somebody's.
fn owned(look: &Look<'_>) -> Vec<Problem> {
    let is_public = look.text("visibility").is_none_or(|word| word == "public");
    if is_public || look.text("owner_id").is_some() {
        return Vec::new();
    }
    vec![Problem::new(
        "owner",
        super::ProblemCode::Required,
        "name the body that keeps what is not public",
    )]
}
