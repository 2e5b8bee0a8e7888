//! What is wrong with a pool, what needs somebody's judgement, and what is not
//! on record: each with its rule and its source.

use super::account::is_section_75;
use super::case::Case;
use super::law::{
    Authority, JOINT_WORKING, PAYMENT_CONDITIONS, REGULATION_3, REGULATION_4, REGULATION_7, REVIEW,
    SECTION_75, SECTION_76, SECTION_76_FUNCTIONS, SECTION_256, VAT,
};
use super::{PoolForm, finding_of_law, finding_of_money};

/// How a finding is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A rule is broken.
    Breach,
    /// Somebody has to look or take advice: the register cannot settle it.
    Check,
    /// What the rule asks for is not on record.
    NotRecorded,
}

macro_rules! findings {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $severity:ident, $rule:literal;)+) => {
        /// The kinds of findings.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FindingCode { $($(#[$doc])* $name),+ }

        impl FindingCode {
            /// Every kind, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// How it is meant.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),+ }
            }

            /// The rule, in words.
            pub const fn rule(self) -> &'static str {
                match self { $(Self::$name => $rule),+ }
            }
        }
    };
}

findings!(
    /// A member pools that the regulations do not name.
    NotAPartner = "not_a_partner", Breach, "Only prescribed NHS bodies and local authorities may be partners in section 75 arrangements.";
    /// Whether a member may pool needs advice.
    PartnerUnclear = "partner_unclear", Check, "Only prescribed NHS bodies and local authorities may be partners in section 75 arrangements.";
    /// No NHS body pools.
    NoNhsPartner = "no_nhs_partner", Breach, "Section 75 partners are one or more NHS bodies and one or more local authorities.";
    /// No local authority pools.
    NoLocalAuthorityPartner = "no_local_authority_partner", Breach, "Section 75 partners are one or more NHS bodies and one or more local authorities.";
    /// The host is no partner.
    HostNotPartner = "host_not_partner", Breach, "One of the partners hosts the pooled fund: it accounts for it and has it audited.";
    /// An NHS trust pools.
    TrustNeedsConsent = "trust_needs_consent", Check, "An NHS trust enters pooled fund arrangements only with the consent of each commissioner with which it has an NHS contract for the people concerned.";
    /// A member's part is not one of the legal form.
    PartNotOfForm = "part_not_of_form", Check, "What a member does with its money is what the legal form provides for.";
    /// A function that is left out.
    FunctionNotDelegable = "function_not_delegable", Breach, "Only functions that the regulations prescribe may be the subject of the arrangements.";
    /// A function whose standing needs advice.
    FunctionUnclear = "function_unclear", Check, "Only functions that the regulations prescribe may be the subject of the arrangements.";
    /// No NHS function, or none of a local authority.
    FunctionsOneSided = "functions_one_sided", Breach, "The agreement names both the NHS functions and the health-related functions of local authorities that it is about.";
    /// No functions at all.
    NoFunctions = "no_functions", NotRecorded, "The agreement names both the NHS functions and the health-related functions of local authorities that it is about.";
    /// Nobody was consulted.
    NoConsultation = "no_consultation", NotRecorded, "Partners consult jointly whoever appears to them to be affected before they enter the arrangements.";
    /// No deciding committee.
    NoDecisionBody = "no_decision_body", NotRecorded, "The agreement says who decides: a joint committee or a named board.";
    /// No manager.
    NoManager = "no_manager", NotRecorded, "The host appoints an officer who manages the pooled fund and reports on it to the partners.";
    /// No exit clause.
    NoExitClause = "no_exit_clause", NotRecorded, "The agreement provides for its termination: how much notice a partner gives to leave.";
    /// No end.
    NoEnd = "no_end", NotRecorded, "The agreement says how long the arrangements last.";
    /// VAT is open.
    NoVatStatus = "no_vat_status", NotRecorded, "VAT is recovered under the rules of the body that delivers: the agreement says whose they are.";
    /// Conditions of a payment.
    PaymentConditions = "payment_conditions", Check, "A payment under section 256 or 76 is made on the conditions of the directions: among them that it uses public money better than the payer could, and is certified each year.";
    /// Stated shares are missing.
    SharesMissing = "shares_missing", NotRecorded, "Where overspend is borne by stated shares, each member that pools has one.";
    /// Stated shares do not make one.
    SharesDoNotSum = "shares_do_not_sum", Breach, "Stated shares sum to 1.";
    /// No tier.
    NoTier = "no_tier", NotRecorded, "Where overspend is borne in tiers, the first tier is stated.";
    /// Host bears, and does not pool.
    HostBearsOutside = "host_bears_outside", Breach, "Where the host bears the overspend, the host is one of the members that pool.";
    /// Money in the fund that may not be there.
    PooledByOther = "pooled_by_other", Breach, "The pooled account holds only the money of members that pool: an aligned member's money stays its own.";
    /// A contribution without a stream.
    StreamNotNamed = "stream_not_named", NotRecorded, "Each contribution names its funding stream, so that the stream's conditions go with the money.";
    /// Money for a service that it may not pay for.
    OutsideConditions = "outside_conditions", Breach, "A contribution is spent within the conditions of its funding stream.";
    /// Money for a service that reaches further.
    InsideConditionsInPart = "inside_conditions_in_part", Check, "A contribution is spent within the conditions of its funding stream.";
    /// The register cannot tell.
    ConditionsNotStated = "conditions_not_stated", NotRecorded, "A contribution is spent within the conditions of its funding stream.";
    /// More than the stream has.
    AboveStream = "above_stream", Breach, "Contributions and allocations of a funding stream are no more than it has.";
    /// A year outside.
    OutsidePeriod = "outside_period", Breach, "Money moves in the years of the pool and of its funding stream.";
    /// A service that has ended.
    ServiceEnded = "service_ended", Breach, "Money is for services that run in the year.";
    /// Nothing more to spend it on.
    BelowZero = "below_zero", Breach, "No account of the ledger is below zero.";
    /// An exit.
    ExitUnfunded = "exit_unfunded", Breach, "A member leaves only when what it has committed to is paid for by somebody.";
    /// A member ends.
    MemberEnds = "member_ends", Check, "A member is there for as long as the pool is, or its successor takes its place.";
);

/// What a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Public sources: that of the rule first, then that of what may be done
    /// instead.
    Public(Vec<Authority>),
    /// The conditions and amounts of a stream, by its own evidence.
    Stream(String),
    /// The pool's own ledger and terms.
    Pool,
}

/// What a finding is about; nothing of it: the pool as a whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct About {
    /// A member.
    pub member: Option<String>,
    /// A stream.
    pub stream: Option<String>,
    /// A service.
    pub service: Option<String>,
    /// A financial year.
    pub year: Option<u32>,
    /// The transfers that it shows in, by id.
    pub transfers: Vec<String>,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind.
    pub code: FindingCode,
    /// What it is about.
    pub about: About,
    /// What was found, and what would be right.
    pub words: String,
    /// What the rule rests on.
    pub basis: Basis,
}

impl Finding {
    /// A finding by a public source.
    pub(super) fn by(code: FindingCode, source: Authority, words: impl Into<String>) -> Self {
        Self {
            code,
            about: About::default(),
            words: words.into(),
            basis: Basis::Public(vec![source]),
        }
    }

    /// The same, with another source beside it.
    pub(super) fn beside(mut self, other: Option<Authority>) -> Self {
        if let Basis::Public(sources) = &mut self.basis {
            sources.extend(other);
        }
        self
    }

    /// The same, about a member.
    pub(super) fn of_member(mut self, body: &str) -> Self {
        self.about.member = Some(body.to_owned());
        self
    }
}

/// Everything that is found of a pool: breaches first, then by kind and by what
/// each is about. The order of rows in the register changes nothing.
pub fn findings(case: &Case) -> Vec<Finding> {
    let mut found = finding_of_law::partners(case);
    found.extend(finding_of_law::functions(case));
    found.extend(papers(case));
    found.extend(finding_of_law::sharing(case));
    found.extend(finding_of_money::findings(case));
    found.sort_by(|a, b| {
        let key = |one: &Finding| (one.code.severity(), one.code);
        key(a)
            .cmp(&key(b))
            .then_with(|| a.about.cmp(&b.about))
            .then_with(|| a.words.cmp(&b.words))
    });
    found
}

/// What has to be written down.
fn papers(case: &Case) -> Vec<Finding> {
    use FindingCode as Code;
    let form = case.terms.form;
    let is_75 = is_section_75(form);
    let of_agreement = if is_75 { REGULATION_7 } else { REVIEW };
    let mut found = Vec::new();
    let mut look = |is_there: bool, code, source, words: &str| {
        if !is_there {
            found.push(Finding::by(code, source, words));
        }
    };
    if is_75 {
        look(
            case.consulted_on.is_some(),
            Code::NoConsultation,
            REGULATION_4,
            "no joint consultation is on record: say when those affected were consulted",
        );
    }
    if form == PoolForm::Section75PooledFund {
        look(
            case.manager_role.is_some(),
            Code::NoManager,
            REGULATION_7,
            "no post is on record that manages the fund: name the post, not the person",
        );
    }
    look(
        case.decision_body.is_some(),
        Code::NoDecisionBody,
        JOINT_WORKING,
        "no deciding body is on record: name the committee or board",
    );
    look(
        case.exit_notice_months.is_some(),
        Code::NoExitClause,
        of_agreement,
        "no notice to leave is on record: say how many months",
    );
    look(
        case.terms.ends_on.is_some(),
        Code::NoEnd,
        of_agreement,
        "no last day is on record",
    );
    look(
        case.vat_status.is_some(),
        Code::NoVatStatus,
        VAT,
        "the treatment of VAT is not on record: councils and NHS bodies recover it under different rules",
    );
    match form {
        PoolForm::Section256Transfer => look(
            false,
            Code::PaymentConditions,
            PAYMENT_CONDITIONS,
            "NHS England or an integrated care board pays a local authority: see that the conditions of the payment are met",
        ),
        PoolForm::Section76Transfer => look(
            false,
            Code::PaymentConditions,
            PAYMENT_CONDITIONS,
            "a local authority pays an NHS body for prescribed functions: see that the conditions of the payment are met",
        ),
        _ => {}
    }
    found
}

/// The source of what a legal form asks of its parties.
pub(super) const fn source_of(form: PoolForm) -> Authority {
    match form {
        PoolForm::Section75PooledFund
        | PoolForm::Section75LeadCommissioning
        | PoolForm::Section75IntegratedProvision => REGULATION_3,
        PoolForm::Section256Transfer => SECTION_256,
        PoolForm::Section76Transfer => SECTION_76,
        PoolForm::AlignedBudgets | PoolForm::Grant => SECTION_75,
    }
}

/// The source of which functions a legal form may be about.
pub(super) const fn functions_source(form: PoolForm) -> Option<Authority> {
    match form {
        PoolForm::Section76Transfer => Some(SECTION_76_FUNCTIONS),
        _ => None,
    }
}
