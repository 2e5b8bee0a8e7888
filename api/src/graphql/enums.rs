//! The closed lists of planning, as GraphQL enums.

use async_graphql::Enum;

mod money;
mod openings;
mod pool;

pub use money::{
    CostUnit, FundingConditionKind, OpeningConditionKind, OpeningKind, OpeningStatus, PoolAccount,
    PoolForm, PoolPart, ProcurementProcedure, RiskShare, StepKind,
};
pub use openings::{
    ApplyingAs, Eligibility, FundingFitKind, LegalForm, OpeningStanding, SilentParty,
};
pub use pool::{
    ConditionFit, Delegation, FindingSeverity, FunctionHolder, PoolFindingCode, PoolFunctionCode,
    PoolLineKey,
};

/// The geography that an area belongs to.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::AreaKind")]
pub enum AreaKind {
    /// Local authority district: lower tier or unitary. The building block of every other geography.
    District,
    /// Upper-tier local authority: county, unitary, metropolitan borough or London borough.
    UpperTier,
    /// Integrated care board (England): 42 to 31 March 2026, 36 since.
    Icb,
    /// Local health board (Wales).
    HealthBoard,
    /// NHS England region.
    NhsRegion,
    /// Police force area, which is also the area of a police and crime commissioner.
    PoliceForce,
    /// Probation region.
    ProbationRegion,
    /// Probation delivery unit.
    Pdu,
    /// English region.
    Region,
    /// England, Wales, England and Wales, or the United Kingdom.
    Nation,
    /// Prison: a place, without residents.
    Prison,
    /// Court: a place, without residents.
    Court,
}

/// Nations that an offer can exist in.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::Nation")]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
}

/// Where in the justice pathway somebody stands, in order.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::Stage")]
pub enum Stage {
    /// Before arrest.
    PreArrest,
    /// Police custody suite.
    PoliceCustody,
    /// Out-of-court disposal.
    Oocd,
    /// Court.
    Court,
    /// Community order or suspended sentence order.
    CommunitySentence,
    /// Prison.
    Custody,
    /// In prison, preparing for release.
    PreRelease,
    /// The day of release.
    ReleaseDay,
    /// On licence or after supervision.
    PostRelease,
    /// Recalled to prison.
    Recall,
}

/// The ladder of intensity. Personal wellbeing is low and never counts as treatment.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::Intensity")]
pub enum Intensity {
    /// Not on the ladder: a forum, a plan, accommodation.
    None,
    /// Identifies need and refers on.
    Signposting,
    /// Low-level support.
    Low,
    /// Treatment.
    Treatment,
    /// Specialist treatment.
    Specialist,
}

/// What a record says of an offer in a place, whatever the date.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::Status")]
pub enum RecordStatus {
    /// The source says that it runs.
    Live,
    /// Contracted or announced, not begun.
    Planned,
    /// It ran and has ended.
    Ended,
    /// The procurement was abandoned: it covers nothing and adds no money.
    Abandoned,
    /// The source says that there is none.
    Absent,
    /// The source does not settle it: covers nothing, worth following up.
    Unclear,
}

/// What kind of source a piece of evidence is.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::Grade")]
pub enum EvidenceGrade {
    /// A notice under procurement law.
    OfficialNotice,
    /// A register or contract file kept by the commissioner.
    OfficialRegister,
    /// An inspectorate.
    Inspectorate,
    /// The body responsible for the service.
    ResponsibleBody,
    /// The provider's own page.
    ProviderPage,
    /// A published report.
    Report,
    /// The press.
    Press,
    /// Anything else.
    Other,
}

/// How much evidence can bear.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::Confidence")]
pub enum Confidence {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
}

/// How one area followed another.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::SuccessionKind")]
pub enum SuccessionKind {
    /// Several became one.
    Merger,
    /// One became several.
    Split,
    /// One took in a part of another.
    Enlargement,
    /// The code or name changed, the place did not.
    Recode,
    /// The boundary moved.
    Boundary,
}

/// What a body does for a service.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::Role")]
pub enum Role {
    /// Buys it.
    Commissioner,
    /// Pays for it without buying it.
    Funder,
    /// Delivers it, as lead.
    Provider,
    /// Delivers a part of it.
    Subcontractor,
}

/// How an offer stands to a family of offers.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::FamilyRole")]
pub enum FamilyRole {
    /// It stands for itself.
    Own,
    /// It belongs to a family.
    Member,
    /// It is a family: a record of it evidences the family, none of its members.
    Family,
}

/// Whether a service works with people in the justice system.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::WorksWithJustice")]
pub enum WorksWithJustice {
    /// The source says so.
    Yes,
    /// The source says that it does not.
    No,
    /// The source does not say.
    Unknown,
}

/// What the register knows of an offer in an area for a cohort on a day.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::coverage::State")]
pub enum CoverageState {
    /// Live on that day for everybody asked about, evidenced.
    Commissioned,
    /// Live over part of the area, or for part of the cohort.
    Partial,
    /// Two records about the same offer, place and time disagree; both are shown.
    Contested,
    /// A record with evidence says that none is commissioned. A gap.
    Absent,
    /// Was live, has ended, nothing followed. A gap.
    Lapsed,
    /// Contracted or announced, not yet live.
    Planned,
    /// No record speaks of it: a question, never a gap.
    NotRecorded,
    /// The offer does not exist in that nation.
    NotApplicable,
}

/// What one record says of one day.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::coverage::Standing")]
pub enum Standing {
    /// It runs.
    Live,
    /// It runs, unless its imprecise start lies later.
    PerhapsLive,
    /// Another record of the same service says that it has ended, and no date tells which is later.
    Disputed,
    /// There is none.
    Absent,
    /// It ran and has ended.
    Lapsed,
    /// It is contracted or announced.
    Planned,
    /// The procurement was abandoned.
    Abandoned,
    /// It settles nothing: worth following up.
    Lead,
    /// It says nothing about this day.
    Silent,
}

/// Something to know about a record or an answer.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::coverage::Flag")]
pub enum Flag {
    /// Neither a period nor a source date is on record.
    Undated,
    /// No start on record, and the source is more than 24 months older than the date asked about.
    Stale,
    /// Planned to have begun by now; nobody says that it has.
    Overdue,
    /// The base term has ended and no extension is confirmed.
    LapsedUnlessExtended,
    /// The date asked about falls in a start or end known to the month or year only.
    ImpreciseDate,
    /// It holds up to its end; when it began is not on record.
    StartNotOnRecord,
    /// It has ended; when is not on record.
    EndNotOnRecord,
    /// Its end is stated by another record of the same service.
    EndFromSibling,
    /// It speaks of an unknown share of a district.
    ShareUnknown,
    /// It evidences the family of offers, not this one.
    FamilyEvidence,
    /// It covers a part of the cohort asked about.
    PartOfCohort,
    /// A statement of absence, overtaken by a service that began later.
    Overtaken,
    /// It speaks of the area around the prison, not of the prison.
    AreaAroundPlace,
    /// In a gap on that day, with a follow-on planned.
    PlannedFollows,
    /// Somebody looked and found none, which is not evidence that there is none.
    LookedForNoneFound,
    /// A procurement for it was abandoned.
    AbandonedProcurement,
    /// It speaks of another stage than the one asked about.
    AnotherStage,
}

/// The rule that settled a state.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::coverage::Rule")]
pub enum Rule {
    /// Records of live services cover everybody asked about.
    LiveEverywhere,
    /// Records of live services cover part of the area's people.
    LiveInPart,
    /// Records of live services cover part of the cohort.
    LiveForPartOfCohort,
    /// Records about the same offer, place and time disagree.
    RecordsDisagree,
    /// A record with evidence says that there is none.
    StatedAbsent,
    /// The last service on record has ended and none followed.
    EndedNothingFollowed,
    /// Contracted or announced, not begun.
    NotYetBegun,
    /// No record speaks of it; somebody looked and found none.
    LookedForNoneFound,
    /// No record speaks of it.
    NothingOnRecord,
    /// The offer does not exist in this nation.
    NotInThisNation,
    /// Parts of the area are in different states, none of them live.
    StatesDiffer,
}

/// What a service is on a day.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::provision::ServiceState")]
pub enum ServiceState {
    /// A record says that it runs.
    Live,
    /// Its records disagree about whether it runs.
    Contested,
    /// Contracted or announced, not begun.
    Planned,
    /// It has ended.
    Ended,
    /// The procurement was abandoned.
    Abandoned,
    /// The records do not settle it.
    Unclear,
    /// No record speaks of that day.
    NotRecorded,
}

/// Who may see a row.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::Visibility")]
pub enum Visibility {
    /// Everybody.
    Public,
    /// Analysts, commissioners and the bodies that take part in it.
    Restricted,
    /// The body that keeps it, and administrators.
    Private,
}

/// What a source says to a question that it may leave open.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stated {
    /// It says so.
    Yes,
    /// It says that it is not so.
    No,
    /// It does not say.
    NotStated,
}

impl From<Option<bool>> for Stated {
    fn from(said: Option<bool>) -> Self {
        match said {
            Some(true) => Self::Yes,
            Some(false) => Self::No,
            None => Self::NotStated,
        }
    }
}
