//! The rows of money: what streams may be spent on, openings, pooled budgets and plans.

use crate::closed::{
    CostUnit, FundingConditionKind, OpeningConditionKind, OpeningKind, OpeningStatus, PoolAccount,
    PoolForm, PoolPart, RiskShare, Stage, StepKind, Visibility,
};
use crate::dates::PartialDate;
use crate::table::Row;

rows! {
    /// A condition of a funding stream. Those of one kind are alternatives; all kinds hold.
    FundingCondition {
        /// The stream.
        stream: String,
        /// What it is on.
        kind: FundingConditionKind,
        /// The offer, of a condition on offers.
        offer: Option<String>,
        /// The stage, of a condition on stages.
        stage: Option<Stage>,
        /// The area, of a condition on areas.
        area: Option<String>,
        /// The cohort, of a condition on cohorts.
        cohort: Option<String>,
        /// The body, of a condition on bodies.
        body: Option<String>,
        /// The kind of body, of a condition on kinds of bodies.
        body_kind: Option<String>,
    }
    /// What a funding stream has in one financial year.
    FundingYear {
        /// The stream.
        stream: String,
        /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
        financial_year: u32,
        /// What it has that year, pence.
        amount_pence: i64,
    }
    /// Money of a funding stream set aside for a service in one financial year.
    FundingAllocation {
        /// The stream.
        stream: String,
        /// The service.
        service: String,
        /// The contract or grant by which it is committed; `None`: not on record.
        contract: Option<String>,
        /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
        financial_year: u32,
        /// What is committed, pence.
        committed_pence: i64,
        /// What was spent, pence; `None`: not on record, which is not nothing.
        spent_pence: Option<i64>,
        /// What it rests on.
        evidence: String,
        /// Who may see it.
        visibility: Visibility,
        /// The body that keeps it; `None`: the register.
        owner: Option<String>,
    }
    /// How high prices stood in a financial year by one index, as somebody entered it.
    Deflator {
        /// The index, such as the GDP deflator, with its release.
        series: String,
        /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
        financial_year: u32,
        /// Where the index stood, millionths; any base year, the same for the whole series.
        index_millionths: i64,
        /// What it rests on.
        evidence: String,
        /// Who may see it.
        visibility: Visibility,
        /// The body that keeps it; `None`: the register.
        owner: Option<String>,
    }
    /// A grant, tender, lot or other funding that organisations can, could or will be able to apply for.
    Opening {
        /// What its funder calls it.
        title: String,
        /// Whose money it is.
        funder: String,
        /// The funder in the words of the source.
        funder_as_stated: Option<String>,
        /// What kind of funding it is.
        kind: OpeningKind,
        /// What it is for, in your own words.
        purpose: String,
        /// For whom, by code.
        cohort: String,
        /// For whom, in the words of the source.
        cohort_as_stated: Option<String>,
        /// Where it may be spent; empty: not stated.
        areas: Vec<String>,
        /// What it would buy, by code; empty: not stated.
        offers: Vec<String>,
        /// First day of applications.
        opens_on: Option<PartialDate>,
        /// Last day of applications.
        closes_on: Option<PartialDate>,
        /// First day of the work.
        starts_on: Option<PartialDate>,
        /// How long the work lasts, months.
        duration_months: Option<u64>,
        /// Least award, pence.
        min_award_pence: Option<i64>,
        /// Greatest award, pence.
        max_award_pence: Option<i64>,
        /// What least and greatest award are of: a year, or the whole term.
        award_basis: Option<String>,
        /// All that is to be given, pence.
        total_pence: Option<i64>,
        /// What the source says of it.
        status: OpeningStatus,
        /// The reference of its notice.
        reference: Option<String>,
        /// The opening that it is a lot of.
        part_of: Option<String>,
        /// The service that does the work now.
        service: Option<String>,
        /// What it rests on.
        evidence: String,
        /// Who may see it.
        visibility: Visibility,
        /// The body that keeps it; `None`: the register.
        owner: Option<String>,
    }
    /// What a notice asks of those who apply.
    OpeningCondition {
        /// The opening.
        opening: String,
        /// What it is about.
        kind: OpeningConditionKind,
        /// The codes that it allows, joined with `;`: legal forms, cohorts, communities, a framework, a specialism, or how to apply together; see docs/VOCABULARY.md.
        words: Option<String>,
        /// The turnover that it names, pence.
        pence: Option<i64>,
        /// The share that it names, in thousandths.
        permille: Option<u64>,
        /// The areas that it names.
        areas: Vec<String>,
        /// The cohort that it names.
        cohort: Option<String>,
        /// What it asks, in your own words.
        statement: String,
    }
    /// Money that several bodies plan together, in whatever legal form.
    Pool {
        /// What it is called.
        name: String,
        /// Its legal form.
        legal_form: PoolForm,
        /// The body that holds it.
        host: String,
        /// Where it is for.
        area: Option<String>,
        /// What it is for.
        purpose: String,
        /// What it may buy, by code; empty: not stated.
        offers: Vec<String>,
        /// The functions that partners exercise for each other, by code, joined with `;`.
        functions: Option<String>,
        /// First day.
        starts_on: PartialDate,
        /// Last day; `None`: not stated.
        ends_on: Option<PartialDate>,
        /// Who bears an overspend.
        risk_share: RiskShare,
        /// Up to where an overspend is borne in equal parts, pence.
        tier_pence: Option<i64>,
        /// Notice that a member gives to leave, months; `None`: not stated.
        exit_notice_months: Option<u64>,
        /// When those affected were consulted jointly; `None`: not on record.
        consulted_on: Option<PartialDate>,
        /// The committee that decides; `None`: not on record.
        decision_body: Option<String>,
        /// The post that manages the fund, never a name; `None`: not on record.
        manager_role: Option<String>,
        /// How value added tax is treated; `None`: not on record.
        vat_status: Option<String>,
        /// Who may see it.
        visibility: Visibility,
        /// The body that keeps it; `None`: the register.
        owner: Option<String>,
    }
    /// A body that takes part in a pooled budget.
    PoolMember {
        /// The pooled budget.
        pool: String,
        /// The body.
        body: String,
        /// What it does with its money.
        part: PoolPart,
        /// Its stated share of an overspend, from 0 to 1, millionths.
        risk_share_millionths: Option<i64>,
        /// Last day of its membership, if it leaves before the end.
        leaves_on: Option<PartialDate>,
    }
    /// One move of money of a pooled budget: from one account to another, so that both sides always balance.
    PoolTransfer {
        /// The pooled budget.
        pool: String,
        /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
        financial_year: u32,
        /// When it was made.
        made_on: PartialDate,
        /// Where the money stood.
        from_account: PoolAccount,
        /// Where it stands now.
        to_account: PoolAccount,
        /// The member whose money it is: it keeps its name wherever it stands.
        member: Option<String>,
        /// The funding stream that it comes from; `None`: not stated.
        stream: Option<String>,
        /// The service. Needed to or from `allocated`, `committed` and `spent`.
        service: Option<String>,
        /// How much, pence; more than nothing.
        amount_pence: i64,
        /// The reference of the contract, invoice or minute.
        reference: Option<String>,
        /// What to know of it.
        note: Option<String>,
    }
    /// How many people need an offer in an area, as somebody estimated it.
    Need {
        /// The area.
        area: String,
        /// What they need, by code.
        offer: String,
        /// Of whom, by code.
        cohort: String,
        /// Low estimate.
        people_low: u64,
        /// Central estimate.
        people: u64,
        /// High estimate.
        people_high: u64,
        /// What is counted: people in a year, people on a day, orders in a year.
        period: String,
        /// How it was estimated, with the year of the survey that it rests on.
        method: String,
        /// What it rests on.
        evidence: String,
        /// Who may see it.
        visibility: Visibility,
        /// The body that keeps it; `None`: the register.
        owner: Option<String>,
    }
    /// What one unit of an offer costs, as a range.
    UnitCost {
        /// The offer, by code.
        offer: String,
        /// Where; `None`: anywhere.
        area: Option<String>,
        /// What one unit is.
        unit: CostUnit,
        /// Low estimate, pence.
        low_pence: i64,
        /// Central estimate, pence.
        central_pence: i64,
        /// High estimate, pence.
        high_pence: i64,
        /// What it rests on.
        evidence: String,
        /// Who may see it.
        visibility: Visibility,
        /// The body that keeps it; `None`: the register.
        owner: Option<String>,
    }
    /// What an integrated care board reports for the Mental Health Investment Standard in one financial year.
    MhisYear {
        /// The integrated care board.
        area: String,
        /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
        financial_year: u32,
        /// Its programme allocation, base, before convergence, pence.
        allocation_pence: i64,
        /// The growth that it was set, such as `0.0345`, millionths; `None`: that of its allocation.
        target_growth_millionths: Option<i64>,
        /// What it rests on.
        evidence: String,
        /// Who may see it.
        visibility: Visibility,
        /// The body that keeps it; `None`: the register.
        owner: Option<String>,
    }
    /// A line of spending in such a report.
    MhisLine {
        /// The report.
        year: String,
        /// What the money is spent on.
        label: String,
        /// The service, where it is one of the register.
        service: Option<String>,
        /// How much, pence.
        amount_pence: i64,
        /// Whether it counts towards the standard; `None`: not stated.
        inside_mhis: Option<bool>,
        /// Whether it is paid from the programme allocation; `None`: not stated.
        in_allocation: Option<bool>,
        /// Whether it comes again each year; `None`: not stated.
        recurrent: Option<bool>,
        /// Whether it is money that came with functions of another body; `None`: not stated.
        transferred: Option<bool>,
        /// Why it does not count: such as learning disability, autism, dementia or specialised commissioning.
        exclusion: Option<String>,
    }
    /// A named plan: steps on a copy of the register, which stays as it is.
    Scenario {
        /// What it is called.
        name: String,
        /// What it is to show.
        purpose: Option<String>,
        /// The day on which it is compared.
        base_day: PartialDate,
        /// When it was frozen; `None`: it can still be changed.
        frozen_on: Option<PartialDate>,
        /// The revision of the register that it was frozen against.
        frozen_revision: Option<u64>,
        /// The hash of what it was frozen with.
        frozen_hash: Option<String>,
        /// What it was frozen with, as the bytes that the hash is of.
        frozen_body: Option<String>,
        /// Who may see it.
        visibility: Visibility,
        /// The body that keeps it; `None`: the register.
        owner: Option<String>,
    }
    /// A step of a scenario.
    ScenarioStep {
        /// The scenario.
        scenario: String,
        /// Its place, from 1; steps are taken in this order.
        position: u64,
        /// What it does.
        kind: StepKind,
        /// The service that it changes.
        service: Option<String>,
        /// The offer that it adds, or that need is of.
        offer: Option<String>,
        /// Where.
        area: Option<String>,
        /// Where a service moves to.
        to_area: Option<String>,
        /// For whom.
        cohort: Option<String>,
        /// The stream that money comes from.
        stream: Option<String>,
        /// The stream that money goes to.
        to_stream: Option<String>,
        /// The pooled budget.
        pool: Option<String>,
        /// The reform.
        succession: Option<String>,
        /// From when.
        starts_on: Option<PartialDate>,
        /// Until when.
        ends_on: Option<PartialDate>,
        /// Pounds a year of a service, or what is moved, pence.
        amount_pence: Option<i64>,
        /// People that a service reaches a year.
        places: Option<u64>,
        /// People in need.
        people: Option<u64>,
        /// What to know of it.
        note: Option<String>,
    }
    /// A minimum offer: what every area should have.
    Standard {
        /// What it is called.
        name: String,
        /// What it is for.
        purpose: String,
        /// What it rests on.
        evidence: String,
        /// Who may see it.
        visibility: Visibility,
        /// The body that keeps it; `None`: the register.
        owner: Option<String>,
    }
    /// One thing that a minimum offer asks of every area.
    StandardLine {
        /// The minimum offer.
        standard: String,
        /// Its place, from 1.
        position: u64,
        /// The offer, by code.
        offer: String,
        /// For whom, by code.
        cohort: String,
        /// At which justice stage; `None`: wherever the offer is made.
        stage: Option<Stage>,
        /// Places for every thousand people in need, millionths; `None`: any provision meets it.
        per_thousand_millionths: Option<i64>,
        /// What it rests on.
        note: Option<String>,
    }
}
