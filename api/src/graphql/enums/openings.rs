//! Who applies for an opening, and what comes of it.

use async_graphql::Enum;

/// What an organisation is in law. One may be several: a charitable company that is registered is a registered charity too.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::LegalForm")]
pub enum LegalForm {
    /// On the register of charities.
    RegisteredCharity,
    /// A charity that need not register.
    ExemptCharity,
    /// A charitable incorporated organisation: always registered.
    Cio,
    /// A community interest company: always a social enterprise.
    Cic,
    /// A company with charitable objects.
    CharitableCompany,
    /// A business that trades for a social purpose.
    SocialEnterprise,
    /// A company that may distribute profit.
    Company,
    /// A group with a constitution and no legal personality.
    ConstitutedGroup,
    /// A group without a constitution.
    UnregisteredGroup,
    /// A council, NHS body, school or other public body.
    StatutoryBody,
    /// One person.
    Individual,
}

/// As what an organisation would apply.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::closed::Joining")]
pub enum ApplyingAs {
    /// By itself.
    Alone,
    /// As the lead of others.
    Lead,
    /// As a partner or subcontractor of a lead.
    Partner,
}

/// What a condition makes of a profile or a gap. Nothing is guessed.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::openings::Verdict")]
pub enum Eligibility {
    /// The condition is met.
    Eligible,
    /// The condition is not met.
    NotEligible,
    /// Somebody is silent: nobody knows.
    NotStated,
}

/// Who is silent.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::openings::Silent")]
pub enum SilentParty {
    /// The notice, as the register has it: ask the funder.
    Notice,
    /// The profile: say more, or read the condition.
    Profile,
}

/// What can be done about an opening on a day, by its dates before the word of its source.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::openings::Standing")]
pub enum OpeningStanding {
    /// It can be applied for until a day on record.
    Open,
    /// It opens later, or is announced.
    Forthcoming,
    /// No closing date is on record, and nobody says that it has closed.
    Undated,
    /// It has closed: what to expect again.
    Closed,
}

/// What a line of a gap's funding is about.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::openings::FitKind")]
pub enum FundingFitKind {
    /// Where it may be spent.
    Area,
    /// What it would buy.
    Offer,
    /// For whom it is.
    Cohort,
    /// For which justice stage it is.
    Stage,
    /// When it may be spent.
    Period,
    /// Who may receive it.
    Body,
}
