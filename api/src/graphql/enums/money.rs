//! The closed lists of money, as GraphQL enums.

use async_graphql::Enum;

/// How a contract came about.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::ProcurementProcedure")]
pub enum ProcurementProcedure {
    /// Anybody could bid.
    OpenCompetition,
    /// Those who were chosen could bid.
    RestrictedCompetition,
    /// Awarded without a competition.
    DirectAward,
    /// Awarded in urgency, to bridge a time.
    UrgentAward,
    /// Called off a framework.
    FrameworkCallOff,
    /// A grant.
    Grant,
    /// A further term of an earlier contract.
    Extension,
}

/// What a condition of a funding stream is on.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::FundingConditionKind")]
pub enum FundingConditionKind {
    /// What it may buy.
    Offer,
    /// At which justice stage.
    Stage,
    /// Where it may be spent.
    Area,
    /// For whom.
    Cohort,
    /// By which body it may be received.
    Body,
    /// By which kind of body it may be received.
    BodyKind,
}

/// What kind of funding is open to applicants.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::OpeningKind")]
pub enum OpeningKind {
    /// A grant programme.
    Grant,
    /// A contract put out to tender.
    Tender,
    /// A lot of a tender.
    Lot,
    /// A list of suppliers that work is called off.
    Framework,
    /// Work under a lead provider.
    SupplyChain,
}

/// What a source says of an opening.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::OpeningStatus")]
pub enum OpeningStatus {
    /// It can be applied for.
    Open,
    /// It has closed.
    Closed,
    /// It is announced.
    Forthcoming,
    /// The source does not say.
    Unclear,
    /// The procurement was abandoned.
    Abandoned,
}

/// What a condition on applicants is about.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::OpeningConditionKind")]
pub enum OpeningConditionKind {
    /// Which legal forms may apply.
    LegalForm,
    /// Least yearly turnover.
    MinTurnover,
    /// Greatest yearly turnover.
    MaxTurnover,
    /// Greatest yearly award as a share of yearly turnover.
    AwardToTurnover,
    /// Where the applicant has to be or to work.
    Area,
    /// Whom the applicant has to serve.
    Cohort,
    /// Whether applicants may or have to join.
    Consortium,
    /// Which communities have to lead the applicant.
    LedByAndFor,
    /// Only suppliers of a framework.
    Framework,
    /// Only whoever provides it already.
    ExistingProvider,
    /// Only organisations whose main work it is.
    Specialism,
    /// Anything else that the notice asks.
    Other,
}

/// The legal form of money that is planned together.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::PoolForm")]
pub enum PoolForm {
    /// A pooled fund under section 75 of the National Health Service Act 2006.
    Section75PooledFund,
    /// One partner commissions for both under section 75.
    Section75LeadCommissioning,
    /// Partners provide as one under section 75.
    Section75IntegratedProvision,
    /// A payment of an NHS body to a council under section 256.
    Section256Transfer,
    /// A payment of a council to an NHS body under section 76.
    Section76Transfer,
    /// Each keeps its own money; the plan is common.
    AlignedBudgets,
    /// One gives the other a grant.
    Grant,
}

/// Who bears what is spent above the contributions.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::RiskShare")]
pub enum RiskShare {
    /// Each in proportion to its contribution.
    ByContribution,
    /// Each by the share that the agreement states.
    StatedShares,
    /// The host alone.
    HostBears,
    /// In equal parts up to an amount, in proportion to contributions above it.
    Tiered,
}

/// What a member does with its money.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::PoolPart")]
pub enum PoolPart {
    /// Puts it into the fund.
    Pooling,
    /// Keeps it and spends it by the common plan.
    Aligning,
    /// Pays it over under section 76 or 256.
    Transferring,
    /// Grants it.
    Granting,
}

/// Where money of a pooled budget stands.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::PoolAccount")]
pub enum PoolAccount {
    /// With a member: outside the fund.
    Member,
    /// In the fund, not yet allocated.
    Pooled,
    /// Kept by a member for the common plan, not yet allocated.
    Aligned,
    /// Set aside for a service.
    Allocated,
    /// Promised to a service by contract or grant.
    Committed,
    /// Paid.
    Spent,
}

/// What a unit cost is the cost of.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::CostUnit")]
pub enum CostUnit {
    /// One person helped.
    Person,
    /// One place kept for a year.
    PlaceYear,
    /// One order of a court.
    Order,
}

/// What a step of a scenario does.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::StepKind")]
pub enum StepKind {
    /// Adds a service.
    AddService,
    /// Ends a service.
    EndService,
    /// Moves a service to another area.
    MoveService,
    /// Gives a service other money or places.
    ResizeService,
    /// Changes how many people are in need.
    ChangeNeed,
    /// Moves money from one funding stream to another.
    MoveMoney,
    /// Puts money of a funding stream into a pooled budget.
    PoolMoney,
    /// Takes money of a funding stream out of a pooled budget.
    UnpoolMoney,
    /// Lets a reform take effect on another date.
    BringForward,
}
