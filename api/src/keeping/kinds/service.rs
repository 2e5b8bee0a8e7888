//! Services and the bodies that take part in them.

use planning::closed::Role;

use super::{OWNER, VISIBILITY, owned};
use crate::keeping::Kind;
use crate::keeping::problem::{Problem, ProblemCode};
use crate::keeping::spec::{Children, Field, Look, Shape, Spec, Target};

pub const SERVICE: Spec = Spec {
    kind: Kind::Service,
    fields: &[
        Field::new("title", "title", Shape::Text(300)).required(),
        Field::new("cohort", "cohort_id", Shape::One(Target::Cohort)).or("all"),
        Field::new("partOf", "part_of_id", Shape::One(Target::Service)),
        VISIBILITY,
        OWNER,
    ],
    children: &[Children {
        name: "bodies",
        table: "service_body",
        parent: "service_id",
        fields: &[
            Field::new("body", "body_id", Shape::One(Target::Body)).required(),
            Field::new("role", "role", Shape::Code(Role::CODES)).required(),
        ],
    }],
    fixed: &[],
    spans: &[],
    rules,
};

fn rules(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = owned(look);
    problems.extend(no_circle(look));
    problems
}

/// A service lies inside another that does not lie inside it.
fn no_circle(look: &Look<'_>) -> Option<Problem> {
    let own = look.text("id")?;
    let mut whole = look.text("part_of_id");
    // No chain is longer than there are services.
    for _ in 0..=look.atlas.services.len() {
        let id = whole?;
        if id == own {
            return Some(Problem::new(
                "partOf",
                ProblemCode::Mismatch,
                "a service cannot lie inside itself: name the one around it",
            ));
        }
        let ix = look.atlas.services.find(id)?;
        whole = look.atlas.services.get(ix).part_of.as_deref();
    }
    None
}
