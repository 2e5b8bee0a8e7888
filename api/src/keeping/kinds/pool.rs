//! Pooled budgets with their members, and their transfers.

use planning::closed::{PoolAccount, PoolForm, PoolPart, RiskShare, Visibility};
use planning::pool::functions::PoolFunction;

use super::{OWNER, nothing_more, owned};
use crate::keeping::Kind;
use crate::keeping::problem::{Problem, ProblemCode};
use crate::keeping::spec::{Children, Field, Look, Shape, Spec, Target};

pub const POOL: Spec = Spec {
    kind: Kind::Pool,
    fields: &[
        Field::new("name", "name", Shape::Text(300)).required(),
        Field::new("legalForm", "legal_form", Shape::Code(PoolForm::CODES)).required(),
        Field::new("host", "host_id", Shape::One(Target::Body)).required(),
        Field::new("area", "area_id", Shape::One(Target::Area)),
        Field::new("purpose", "purpose", Shape::Text(2000)).required(),
        Field::new("offers", "offers", Shape::Many(Target::Offer)).or(""),
        Field::new("functions", "functions", Shape::Codes(PoolFunction::CODES)),
        Field::new("startsOn", "starts_on", Shape::Date).required(),
        Field::new("endsOn", "ends_on", Shape::Date),
        Field::new("riskShare", "risk_share", Shape::Code(RiskShare::CODES)).required(),
        Field::new("tier", "tier_pence", Shape::Money),
        Field::new("exitNoticeMonths", "exit_notice_months", Shape::Count(120)),
        Field::new("consultedOn", "consulted_on", Shape::Date),
        Field::new("decisionBody", "decision_body", Shape::Text(300)),
        Field::new("managerRole", "manager_role", Shape::Text(200)),
        Field::new("vatStatus", "vat_status", Shape::Text(200)),
        Field::new("visibility", "visibility", Shape::Code(Visibility::CODES)).or("restricted"),
        OWNER,
    ],
    children: &[Children {
        name: "members",
        table: "pool_member",
        parent: "pool_id",
        fields: &[
            Field::new("body", "body_id", Shape::One(Target::Body)).required(),
            Field::new("part", "part", Shape::Code(PoolPart::CODES)).required(),
            Field::new(
                "riskShare",
                "risk_share_millionths",
                Shape::Decimal(1000000),
            ),
            Field::new("leavesOn", "leaves_on", Shape::Date),
        ],
    }],
    fixed: &[],
    spans: &[("starts_on", "ends_on")],
    rules: pool_rules,
};

pub const POOL_TRANSFER: Spec = Spec {
    kind: Kind::PoolTransfer,
    fields: &[
        Field::new("pool", "pool_id", Shape::One(Target::Pool)).required(),
        Field::new("financialYear", "financial_year", Shape::Year).required(),
        Field::new("madeOn", "made_on", Shape::Date).required(),
        Field::new(
            "fromAccount",
            "from_account",
            Shape::Code(PoolAccount::CODES),
        )
        .required(),
        Field::new("toAccount", "to_account", Shape::Code(PoolAccount::CODES)).required(),
        Field::new("member", "member_id", Shape::One(Target::Body)),
        Field::new("stream", "stream_id", Shape::One(Target::FundingStream)),
        Field::new("service", "service_id", Shape::One(Target::Service)),
        Field::new("amount", "amount_pence", Shape::Money).required(),
        Field::new("reference", "reference", Shape::Text(200)),
        Field::new("note", "note", Shape::Text(1000)),
    ],
    children: &[],
    fixed: &[],
    spans: &[],
    rules: nothing_more,
};

/// A body takes part once: one that pools may align other money by its transfers.
fn pool_rules(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = owned(look);
    let members = look.children.iter().filter(|(name, _)| *name == "members");
    let bodies = members.flat_map(|(_, rows)| rows.iter().map(|row| row.get("body_id")));
    let bodies: Vec<_> = bodies.collect();
    for (at, body) in bodies.iter().enumerate() {
        if bodies.iter().take(at).any(|other| other == body) {
            problems.push(Problem::new(
                format!("members.{at}.body"),
                ProblemCode::Duplicate,
                "a body is a member once: give the part that is most of its money, and align the rest by transfers",
            ));
        }
    }
    problems
}
