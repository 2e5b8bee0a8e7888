//! Which role may ask for which root field. A field that is not here is refused to everybody, and a
//! test fails until it is.

use crate::auth::Role;

/// What a root field belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Operation {
    /// Reads.
    Query,
    /// Writes, or proposes to.
    Mutation,
    /// Is told of changes.
    Subscription,
}

impl Operation {
    /// The name of its type in the schema.
    pub const fn type_name(self) -> &'static str {
        match self {
            Self::Query => "Query",
            Self::Mutation => "Mutation",
            Self::Subscription => "Subscription",
        }
    }
}

/// A row of the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RootField {
    /// Where it is.
    pub operation: Operation,
    /// Its name.
    pub name: &'static str,
    /// The least role that may ask for it; those above may too.
    pub least: Role,
    /// What each role gets, beyond being let in.
    pub rows: &'static str,
}

/// What may be seen decides what is answered.
const SEEN: &str = "what the viewer may see";
/// Direct writes are for those who keep the row, proposals for those who take part.
const KEPT: &str = "own rows written, others proposed";
/// Plans and estimates, which analysts make.
const PLANS: &str = "rows of own bodies written, by analysts too; others proposed";
/// What the whole register rests on.
const WHOLE: &str = "written by admin, else proposed";

const fn query(name: &'static str, least: Role) -> RootField {
    RootField {
        operation: Operation::Query,
        name,
        least,
        rows: SEEN,
    }
}

const fn mutation(name: &'static str, least: Role, rows: &'static str) -> RootField {
    RootField {
        operation: Operation::Mutation,
        name,
        least,
        rows,
    }
}

const fn subscription(name: &'static str, least: Role) -> RootField {
    RootField {
        operation: Operation::Subscription,
        name,
        least,
        rows: SEEN,
    }
}

/// The policy on root fields.
pub const FIELDS: &[RootField] = &[
    query("allocate", Role::Public),
    query("apportion", Role::Public),
    query("area", Role::Public),
    query("areas", Role::Public),
    query("bodies", Role::Public),
    query("boundaryConflicts", Role::Public),
    query("changes", Role::Analyst),
    query("claims", Role::Public),
    query("cliff", Role::Public),
    query("compare", Role::Public),
    query("compareScenarios", Role::Public),
    query("contracts", Role::Public),
    query("coverage", Role::Public),
    query("coverageMatrix", Role::Public),
    query("culturalProvision", Role::Public),
    query("deflators", Role::Public),
    query("evidence", Role::Public),
    query("figures", Role::Public),
    query("fundersForGap", Role::Public),
    query("fundingAllocations", Role::Public),
    query("fundingStreams", Role::Public),
    query("gaps", Role::Public),
    query("history", Role::Public),
    query("mhis", Role::Public),
    query("minimumOffer", Role::Public),
    query("moneyOnRecord", Role::Public),
    query("needs", Role::Public),
    query("node", Role::Public),
    query("offer", Role::Public),
    query("offers", Role::Public),
    query("openings", Role::Public),
    query("openingsFor", Role::Public),
    query("poolExit", Role::Public),
    query("poolFunctions", Role::Public),
    query("poolRisk", Role::Public),
    query("poolSplit", Role::Public),
    query("pools", Role::Public),
    query("proposal", Role::Provider),
    query("proposals", Role::Provider),
    query("provisionGrid", Role::Public),
    query("records", Role::Public),
    query("register", Role::Public),
    query("scorecard", Role::Public),
    query("scenarios", Role::Public),
    query("search", Role::Public),
    query("services", Role::Public),
    query("standards", Role::Public),
    query("statements", Role::Public),
    query("unitCosts", Role::Public),
    query("viewer", Role::Public),
    mutation(
        "acceptProposal",
        Role::Commissioner,
        "proposals about own rows",
    ),
    mutation("archive", Role::Provider, KEPT),
    mutation(
        "declineProposal",
        Role::Commissioner,
        "proposals about own rows",
    ),
    mutation("freezeScenario", Role::Analyst, PLANS),
    mutation("revert", Role::Commissioner, "revisions of own rows only"),
    mutation("saveAbsence", Role::Analyst, KEPT),
    mutation("saveArea", Role::Analyst, WHOLE),
    mutation("saveAreaSuccession", Role::Analyst, WHOLE),
    mutation("saveBody", Role::Provider, KEPT),
    mutation("saveBodySuccession", Role::Analyst, KEPT),
    mutation("saveClaim", Role::Provider, KEPT),
    mutation("saveContract", Role::Provider, KEPT),
    mutation("saveCoverageRecord", Role::Provider, KEPT),
    mutation("saveDeflator", Role::Analyst, KEPT),
    mutation("saveEvidence", Role::Provider, KEPT),
    mutation("saveFundingAllocation", Role::Analyst, KEPT),
    mutation("saveFundingStream", Role::Analyst, KEPT),
    mutation("saveMhisYear", Role::Analyst, KEPT),
    mutation("saveNeed", Role::Analyst, PLANS),
    mutation("saveOffer", Role::Analyst, WHOLE),
    mutation("saveOpening", Role::Analyst, KEPT),
    mutation("savePool", Role::Analyst, KEPT),
    mutation("savePoolTransfer", Role::Analyst, KEPT),
    mutation("saveScenario", Role::Analyst, PLANS),
    mutation("saveSearch", Role::Analyst, KEPT),
    mutation("saveService", Role::Provider, KEPT),
    mutation("saveSource", Role::Provider, KEPT),
    mutation("saveStandard", Role::Analyst, PLANS),
    mutation("saveUnitCost", Role::Analyst, PLANS),
    mutation("withdrawProposal", Role::Provider, "own proposals"),
    subscription("coverageChanged", Role::Public),
    subscription("gapsChanged", Role::Public),
    subscription("proposalsChanged", Role::Provider),
];

/// The least role that may ask for a root field; `None`: there is no such field, and nobody may.
pub fn least_role(operation: Operation, name: &str) -> Option<Role> {
    // Every schema tells of itself.
    if operation == Operation::Query && matches!(name, "__schema" | "__type")
        || name == "__typename"
    {
        return Some(Role::Public);
    }
    let row = FIELDS
        .iter()
        .find(|row| row.operation == operation && row.name == name);
    row.map(|row| row.least)
}

/// The policy as a table in Markdown: every root field and role.
pub fn printed() -> String {
    let mut text =
        String::from("| field | public | provider | analyst | commissioner | admin | rows |\n");
    text.push_str("|---|---|---|---|---|---|---|\n");
    for row in FIELDS {
        text.push_str(&format!("| `{}.{}` |", row.operation.type_name(), row.name));
        for role in Role::ALL {
            text.push_str(if role >= row.least {
                " allowed |"
            } else {
                " refused |"
            });
        }
        text.push_str(&format!(" {} |\n", row.rows));
    }
    text
}

/// `docs/POLICY.md`: the table, and what it does not say.
pub fn document() -> String {
    format!("{BEFORE}{}", printed())
}

const BEFORE: &str = "\
# Policy

Who may ask for which root field. Every role may do what those before it may; a field that is not here is
refused to everybody. Without a token a request is public.

This file is printed from `api/src/auth/policy/fields.rs` and a test compares it. Change it there, then run
`cargo run -- policy > docs/POLICY.md`, and read the difference.

What a role is let in for is not all: each row says who may see it, and whoever may not is answered as if it
were not there. The last column says what a role gets of the rows.

";
