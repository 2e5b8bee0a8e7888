//! Claims about culture, faith, and who leads.

use planning::closed::WorksWithJustice;

use super::{OWNER, STATUSES, VISIBILITY, owned};
use crate::keeping::Kind;
use crate::keeping::problem::{Problem, ProblemCode};
use crate::keeping::spec::{Field, Look, Shape, Spec, Target};

const KINDS: &[&str] = &[
    "led_by_and_for",
    "culturally_informed_service",
    "co_produced",
    "faith_based",
    "interpreter_or_language",
    "other",
];

pub const CLAIM: Spec = Spec {
    kind: Kind::Claim,
    fields: &[
        Field::new("service", "service_id", Shape::One(Target::Service)),
        Field::new("body", "body_id", Shape::One(Target::Body)),
        Field::new("kind", "kind", Shape::Code(KINDS)).required(),
        Field::new("communities", "communities", Shape::Many(Target::Community)).or(""),
        Field::new(
            "communitiesAsStated",
            "communities_as_stated",
            Shape::Text(500),
        )
        .required(),
        Field::new("area", "area_id", Shape::One(Target::Area)),
        Field::new(
            "worksWithJustice",
            "works_with_justice",
            Shape::Code(WorksWithJustice::CODES),
        )
        .or("unknown"),
        Field::new("status", "status", Shape::Code(STATUSES)).required(),
        Field::new("startsOn", "starts_on", Shape::Date),
        Field::new("endsOn", "ends_on", Shape::Date),
        Field::new("isProvision", "is_provision", Shape::Flag).required(),
        Field::new("evidence", "evidence_id", Shape::One(Target::Evidence))
            .required()
            .made_by("newEvidence", Kind::Evidence),
        VISIBILITY,
        OWNER,
    ],
    children: &[],
    fixed: &[],
    spans: &[("starts_on", "ends_on")],
    rules,
};

fn rules(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = owned(look);
    if look.text("service_id").is_none() && look.text("body_id").is_none() {
        problems.push(Problem::new(
            "body",
            ProblemCode::Required,
            "name the service or the body that the claim is about",
        ));
    }
    problems.extend(to_be_reviewed(look));
    problems
}

/// "Culturally informed" and "led by and for" are never a bare yes: who says so is known, and when
/// somebody will look again.
fn to_be_reviewed(look: &Look<'_>) -> Vec<Problem> {
    let is_bare = matches!(
        look.text("kind"),
        Some("led_by_and_for" | "culturally_informed_service")
    );
    let (has_asserter, has_review, prefix) = match look.new_evidence {
        Some(row) => {
            let has = |column: &str| row.get(column).is_some_and(|value| !value.is_null());
            (has("asserter_id"), has("review_on"), "newEvidence.")
        }
        None => {
            let ix = look
                .text("evidence_id")
                .and_then(|id| look.atlas.evidence.find(id));
            let Some(row) = ix.map(|ix| look.atlas.evidence.get(ix)) else {
                return Vec::new();
            };
            // What the starter register brought has neither, and is shown without.
            if !row.starter_table.is_empty() {
                return Vec::new();
            }
            (row.asserter.is_some(), row.review_on.is_some(), "evidence.")
        }
    };
    let mut problems = Vec::new();
    if is_bare && !has_asserter {
        problems.push(Problem::new(
            format!("{prefix}asserter"),
            ProblemCode::Required,
            "name the body that makes the claim",
        ));
    }
    if is_bare && !has_review {
        problems.push(Problem::new(
            format!("{prefix}reviewOn"),
            ProblemCode::Required,
            "say when somebody should look again",
        ));
    }
    problems
}
