//! The closed lists of pooled budgets, as GraphQL enums.

use async_graphql::Enum;

/// A function that a pooled budget is about.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::pool::functions::PoolFunction")]
pub enum PoolFunctionCode {
    /// Arranging or providing health services, mental health services among them.
    HealthServices,
    /// Rehabilitation services and services intended to avoid admission to hospital.
    Rehabilitation,
    /// After-care under section 117 of the Mental Health Act 1983, the NHS part.
    AftercareNhs,
    /// Surgery.
    Surgery,
    /// Radiotherapy.
    Radiotherapy,
    /// Termination of pregnancies.
    TerminationOfPregnancies,
    /// Endoscopy.
    Endoscopy,
    /// The use of Class 4 laser treatments.
    #[graphql(name = "CLASS_4_LASER_TREATMENTS")]
    ClassFourLaser,
    /// Other invasive treatments.
    #[graphql(name = "OTHER_INVASIVE_TREATMENTS")]
    OtherInvasive,
    /// Emergency ambulance services.
    EmergencyAmbulance,
    /// Health services for people in prison and other places of detention, which NHS England arranges.
    #[graphql(name = "HEALTH_IN_CUSTODY")]
    CustodyHealth,
    /// Social services functions of a local authority, after-care among them.
    SocialServices,
    /// Public health functions of a local authority, drug and alcohol treatment among them.
    PublicHealth,
    /// Housing and homelessness functions of a local authority.
    Housing,
    /// Education functions of a local authority.
    Education,
    /// Approving mental health professionals and their powers of entry (sections 114 and 115 of the Mental Health Act 1983).
    #[graphql(name = "APPROVED_MENTAL_HEALTH_PROFESSIONALS")]
    MentalHealthProfessionals,
    /// Adoption.
    Adoption,
    /// The appointment of a director of social services.
    DirectorOfSocialServices,
    /// Charging people for care and accommodation.
    #[graphql(name = "CHARGING_FOR_CARE")]
    Charging,
    /// Policing and police and crime commissioning.
    Policing,
    /// Probation.
    Probation,
    /// Running prisons.
    Prisons,
    /// The administration of courts.
    Courts,
}

/// Whether section 75 partners may arrange for a function.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::pool::functions::Delegation")]
pub enum Delegation {
    /// The regulations prescribe it.
    May,
    /// They leave it out, or it is no function of such a partner.
    MayNot,
    /// It depends on amendments or terms that have to be read: take advice.
    Check,
}

/// Whose function it is.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::pool::functions::Whose")]
pub enum FunctionHolder {
    /// Of an NHS body.
    Nhs,
    /// Of a local authority.
    LocalAuthority,
    /// Of somebody else.
    Other,
}

/// How a finding is meant.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::pool::finding::Severity")]
pub enum FindingSeverity {
    /// A rule is broken.
    Breach,
    /// Somebody has to look or take advice: the register cannot settle it.
    Check,
    /// What the rule asks for is not on record.
    NotRecorded,
}

/// The kinds of findings on a pooled budget.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::pool::finding::FindingCode")]
pub enum PoolFindingCode {
    /// A member pools that the regulations do not name.
    NotAPartner,
    /// Whether a member may pool needs advice.
    PartnerUnclear,
    /// No NHS body pools.
    NoNhsPartner,
    /// No local authority pools.
    NoLocalAuthorityPartner,
    /// The host is no partner.
    HostNotPartner,
    /// An NHS trust pools.
    TrustNeedsConsent,
    /// A member's part is not one of the legal form.
    PartNotOfForm,
    /// A function that is left out.
    FunctionNotDelegable,
    /// A function whose standing needs advice.
    FunctionUnclear,
    /// No NHS function, or none of a local authority.
    FunctionsOneSided,
    /// No functions at all.
    NoFunctions,
    /// Nobody was consulted.
    NoConsultation,
    /// No deciding committee.
    NoDecisionBody,
    /// No manager.
    NoManager,
    /// No exit clause.
    NoExitClause,
    /// No end.
    NoEnd,
    /// VAT is open.
    NoVatStatus,
    /// Conditions of a payment.
    PaymentConditions,
    /// Stated shares are missing.
    SharesMissing,
    /// Stated shares do not make one.
    SharesDoNotSum,
    /// No tier.
    NoTier,
    /// Host bears, and does not pool.
    HostBearsOutside,
    /// Money in the fund that may not be there.
    PooledByOther,
    /// A contribution without a stream.
    StreamNotNamed,
    /// Money for a service that it may not pay for.
    OutsideConditions,
    /// Money for a service that reaches further.
    InsideConditionsInPart,
    /// The register cannot tell.
    ConditionsNotStated,
    /// More than the stream has.
    AboveStream,
    /// A year outside.
    OutsidePeriod,
    /// A service that has ended.
    ServiceEnded,
    /// Nothing more to spend it on.
    BelowZero,
    /// An exit.
    ExitUnfunded,
    /// A member ends.
    MemberEnds,
}

/// Whether money may pay for a service, by the conditions of its funding stream.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConditionFit {
    /// Every condition is met.
    Fits,
    /// Some are met in part: the service reaches beyond them.
    InPart,
    /// The register does not say whether some are met.
    NotStated,
    /// Some are not met.
    Outside,
}

/// What lines of a ledger are told apart by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum PoolLineKey {
    /// The financial year.
    Year,
    /// The member whose money it is.
    Member,
    /// The funding stream that it was given under.
    Stream,
    /// The service that it is for.
    Service,
}
