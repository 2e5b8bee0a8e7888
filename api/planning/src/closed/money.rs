//! The closed lists of money: streams, openings, pooled budgets and plans.

use std::str::FromStr;

use super::UnknownCode;

closed_list!(
    /// How a contract came about.
    ProcurementProcedure, "procurement procedure", {
        /// Anybody could bid.
        OpenCompetition = "open_competition",
        /// Those who were chosen could bid.
        RestrictedCompetition = "restricted_competition",
        /// Awarded without a competition.
        DirectAward = "direct_award",
        /// Awarded in urgency, to bridge a time.
        UrgentAward = "urgent_award",
        /// Called off a framework.
        FrameworkCallOff = "framework_call_off",
        /// A grant.
        Grant = "grant",
        /// A further term of an earlier contract.
        Extension = "extension",
    }
);

closed_list!(
    /// What a condition of a funding stream is on.
    FundingConditionKind, "kind of funding condition", {
        /// What it may buy.
        Offer = "offer",
        /// At which justice stage.
        Stage = "stage",
        /// Where it may be spent.
        Area = "area",
        /// For whom.
        Cohort = "cohort",
        /// By which body it may be received.
        Body = "body",
        /// By which kind of body it may be received.
        BodyKind = "body_kind",
    }
);

closed_list!(
    /// What kind of funding is open to applicants.
    OpeningKind, "kind of opening", {
        /// A grant programme.
        Grant = "grant",
        /// A contract put out to tender.
        Tender = "tender",
        /// A lot of a tender.
        Lot = "lot",
        /// A list of suppliers that work is called off.
        Framework = "framework",
        /// Work under a lead provider.
        SupplyChain = "supply_chain",
    }
);

closed_list!(
    /// What a source says of an opening.
    OpeningStatus, "status of an opening", {
        /// It can be applied for.
        Open = "open",
        /// It has closed.
        Closed = "closed",
        /// It is announced.
        Forthcoming = "forthcoming",
        /// The source does not say.
        Unclear = "unclear",
        /// The procurement was abandoned.
        Abandoned = "abandoned",
    }
);

closed_list!(
    /// What a condition on applicants is about.
    OpeningConditionKind, "kind of opening condition", {
        /// Which legal forms may apply.
        LegalForm = "legal_form",
        /// Least yearly turnover.
        MinTurnover = "min_turnover",
        /// Greatest yearly turnover.
        MaxTurnover = "max_turnover",
        /// Greatest yearly award as a share of yearly turnover.
        AwardToTurnover = "award_to_turnover",
        /// Where the applicant has to be or to work.
        Area = "area",
        /// Whom the applicant has to serve.
        Cohort = "cohort",
        /// Whether applicants may or have to join.
        Consortium = "consortium",
        /// Which communities have to lead the applicant.
        LedByAndFor = "led_by_and_for",
        /// Only suppliers of a framework.
        Framework = "framework",
        /// Only whoever provides it already.
        ExistingProvider = "existing_provider",
        /// Only organisations whose main work it is.
        Specialism = "specialism",
        /// Anything else that the notice asks.
        Other = "other",
    }
);

closed_list!(
    /// The legal form of money that is planned together.
    PoolForm, "legal form of a pooled budget", {
        /// A pooled fund under section 75 of the National Health Service Act 2006.
        Section75PooledFund = "section_75_pooled_fund",
        /// One partner commissions for both under section 75.
        Section75LeadCommissioning = "section_75_lead_commissioning",
        /// Partners provide as one under section 75.
        Section75IntegratedProvision = "section_75_integrated_provision",
        /// A payment of an NHS body to a council under section 256.
        Section256Transfer = "section_256_transfer",
        /// A payment of a council to an NHS body under section 76.
        Section76Transfer = "section_76_transfer",
        /// Each keeps its own money; the plan is common.
        AlignedBudgets = "aligned_budgets",
        /// One gives the other a grant.
        Grant = "grant",
    }
);

closed_list!(
    /// Who bears what is spent above the contributions.
    RiskShare, "risk share", {
        /// Each in proportion to its contribution.
        ByContribution = "by_contribution",
        /// Each by the share that the agreement states.
        StatedShares = "stated_shares",
        /// The host alone.
        HostBears = "host_bears",
        /// In equal parts up to an amount, in proportion to contributions above it.
        Tiered = "tiered",
    }
);

closed_list!(
    /// What a member does with its money.
    PoolPart, "part in a pooled budget", {
        /// Puts it into the fund.
        Pooling = "pooling",
        /// Keeps it and spends it by the common plan.
        Aligning = "aligning",
        /// Pays it over under section 76 or 256.
        Transferring = "transferring",
        /// Grants it.
        Granting = "granting",
    }
);

closed_list!(
    /// Where money of a pooled budget stands.
    PoolAccount, "account of a pooled budget", {
        /// With a member: outside the fund.
        Member = "member",
        /// In the fund, not yet allocated.
        Pooled = "pooled",
        /// Kept by a member for the common plan, not yet allocated.
        Aligned = "aligned",
        /// Set aside for a service.
        Allocated = "allocated",
        /// Promised to a service by contract or grant.
        Committed = "committed",
        /// Paid.
        Spent = "spent",
    }
);

closed_list!(
    /// What a unit cost is the cost of.
    CostUnit, "unit of a cost", {
        /// One person helped.
        Person = "person",
        /// One place kept for a year.
        PlaceYear = "place_year",
        /// One order of a court.
        Order = "order",
    }
);

closed_list!(
    /// What a step of a scenario does.
    StepKind, "kind of step", {
        /// Adds a service.
        AddService = "add_service",
        /// Ends a service.
        EndService = "end_service",
        /// Moves a service to another area.
        MoveService = "move_service",
        /// Gives a service other money or places.
        ResizeService = "resize_service",
        /// Changes how many people are in need.
        ChangeNeed = "change_need",
        /// Moves money from one funding stream to another.
        MoveMoney = "move_money",
        /// Puts money of a funding stream into a pooled budget.
        PoolMoney = "pool_money",
        /// Takes money of a funding stream out of a pooled budget.
        UnpoolMoney = "unpool_money",
        /// Lets a reform take effect on another date.
        BringForward = "bring_forward",
    }
);
