//! What an allocation answers.

use super::case::Condition;
use super::check::Mistake;
use super::clash::Clash;
use super::demand::Demand;
use super::problem::Place;

/// What became of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It cannot be answered as it was asked.
    Refused(Vec<Mistake>),
    /// No plan holds all that is demanded.
    Clashing(Clash),
    /// It has an answer.
    Answered(Box<Answer>),
}

/// A plan and what explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Whether the solver reached the optimum.
    pub status: Status,
    /// The best plan with the pool, in money of any size.
    pub pooled: Plan,
    /// The best plan with each funder alone; `Err`: alone, they cannot hold all that is demanded.
    pub siloed: Result<Plan, Clash>,
    /// What is promised, and nothing else.
    pub nothing: Plan,
    /// Each stream's free money by head of the need that it may pay for.
    pub equal_share: Plan,
    /// The best plan found in whole units; `None`: nothing is bought in units.
    pub whole: Option<WholePlan>,
    /// The same with each funder alone; `None` as well where they cannot hold what is demanded.
    pub siloed_whole: Option<WholePlan>,
    /// What holds the plan back.
    pub binding: Vec<Binding>,
    /// What one more pound in each stream would do, by stream.
    pub pounds: Vec<OnePound>,
    /// What one condition lifted would do, most first.
    pub lifted: Vec<Lifted>,
    /// The plan at the ends of the ranges.
    pub corners: Vec<Corner>,
    /// Offers whose cost was given without a range, so that nothing says how far it can be off.
    pub without_range: Vec<String>,
    /// Whether a plan is recommended, and if not why.
    pub advice: Advice,
}

/// How a solve ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// At the optimum.
    Optimal,
    /// At the limit of steps, with what it had: no plan leaves less unmet than the bound.
    StoppedEarly,
}

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What is done for each need, by area, offer and cohort.
    pub places: Vec<Served>,
    /// Which stream pays for what, promises included, by stream and place.
    pub payments: Vec<Payment>,
    /// Weighted unmet need in thousand-millionths: the weight one and one person are 1,000,000,000.
    pub unmet: i128,
    /// No plan leaves less weighted need unmet; `None` for plans that nobody optimised.
    pub bound: Option<i128>,
    /// What it does not hold, and by how much: pence, thousandths of people, or millionths of a share.
    pub broken: Vec<(Demand, i64)>,
}

/// What is done for one need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// What, where, for whom.
    pub place: Place,
    /// People in need, in thousandths.
    pub need: i64,
    /// People served, in thousandths, rounded down.
    pub people: i64,
    /// Money, in pence.
    pub pence: i64,
    /// Of it, what was promised.
    pub committed: i64,
    /// Whole units beyond promises; `None`: bought in money of any size.
    pub units: Option<i64>,
    /// What an unmet person counts, in millionths.
    pub weight: i64,
}

/// What one stream pays for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Payment {
    /// The stream.
    pub stream: String,
    /// What, where, for whom.
    pub place: Place,
    /// Pence, promises included.
    pub pence: i64,
    /// Of it, what was promised.
    pub committed: i64,
}

/// A plan in whole units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholePlan {
    /// The plan; its bound is that of plans in whole units.
    pub plan: Plan,
    /// Branches that were looked at for it.
    pub branches: usize,
}

/// What holds a plan back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// What.
    pub what: Held,
    /// Weighted need in thousand-millionths that one more unit of it would meet: a pound, or a person.
    pub worth: i128,
}

/// Something that can hold a plan back.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// The money of a stream.
    Stream(String),
    /// A demand.
    Demand(Demand),
}

/// What one more pound in a stream would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnePound {
    /// The stream.
    pub stream: String,
    /// Pence that the plan leaves in it.
    pub unspent: i64,
    /// Weighted need that it would meet, in thousand-millionths.
    pub worth: i128,
    /// Millionths of a person whom it would serve; `None`: it works through a demand, so that several
    /// needs change.
    pub people: Option<i64>,
    /// Where; `None` as well where it would serve nobody.
    pub place: Option<Place>,
}

/// What a question without one condition would come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lifted {
    /// The condition.
    pub condition: Condition,
    /// Weighted need that would be met in addition, at most: from the worth of what it frees.
    pub at_most: i128,
    /// What it comes to when solved without the condition; `None`: only the bound was reckoned.
    pub solved: Option<Gain>,
}

/// What one plan does beyond another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Gain {
    /// Weighted need that is met in addition, in thousand-millionths.
    pub weighted: i128,
    /// People served in addition, in thousandths; fewer where they weigh more.
    pub people: i64,
}

/// Which end of which range.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// One offer at its low cost, the others central.
    OfferLow(String),
    /// One offer at its high cost, the others central.
    OfferHigh(String),
    /// All offers at their low cost.
    AllLow,
    /// All offers at their high cost.
    AllHigh,
    /// What the plan buys at its high cost, what it does not at its low.
    AgainstThePlan,
    /// All needs at their low number.
    NeedsLow,
    /// All needs at their high number.
    NeedsHigh,
}

/// The plan at one end of a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corner {
    /// Which.
    pub end: End,
    /// What becomes of the plan there.
    pub finding: Finding,
}

/// What becomes of a plan at one end of a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// There another plan for the same money leaves less unmet, or not.
    Compared {
        /// What the plan leaves unmet there.
        plan: i128,
        /// What the best plan there leaves unmet.
        best: i128,
        /// Pence that the two spend differently: what has to move.
        moved: i64,
        /// Whether the difference is more than a hundredth of what the plan meets.
        flips: bool,
    },
    /// There no other plan for the same money can leave less unmet by more than a hundredth of what the
    /// plan meets: shown by a bound, without looking for the best.
    Stands {
        /// What the plan leaves unmet there.
        plan: i128,
        /// No plan there leaves less.
        bound: i128,
    },
    /// There no plan holds all that is demanded.
    Clashing,
    /// It was not reckoned: the question is too large for every corner.
    NotReckoned,
}

/// Whether a plan is recommended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// The pooled plan.
    Pooled,
    /// The pooled plan in whole units.
    PooledWhole,
    /// None, and why.
    Withheld(Vec<Reason>),
}

/// Why nothing is recommended.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Inside the range of what was given another plan does better.
    Flips(End),
    /// Inside the range no plan holds all that is demanded.
    Clashes(End),
    /// The solver stopped before the optimum.
    StoppedEarly,
    /// Not every end of a range was reckoned.
    NotAllReckoned,
    /// No plan in whole units was found that holds all that is demanded.
    NoWholePlan,
}
