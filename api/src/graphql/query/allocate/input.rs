//! What an allocation is asked about, as it is sent.

use async_graphql::{Enum, InputObject};
use planning::allocate::problem;

/// What to commission where: money with its conditions, needs, what they cost, and what is demanded. Everything is for one year.
#[derive(InputObject, Clone, Debug)]
pub struct AllocateInput {
    /// The money. At most 400 streams, and streams times needs at most 200,000.
    pub streams: Vec<AllocateStreamInput>,
    /// Whom it could serve. At most 2,000.
    pub needs: Vec<AllocateNeedInput>,
    /// What it costs to serve one of them.
    pub unit_costs: Vec<AllocateUnitCostInput>,
    /// How reach diminishes. An offer that is not here costs the same for the last person as for the first, up to everybody.
    pub curves: Option<Vec<AllocateCurveInput>>,
    /// Offers that are bought in whole units. The answer has a plan in whole units beside that in money of any size.
    pub units: Option<Vec<AllocateUnitInput>>,
    /// Money that is already promised: it is paid first, and serves whom it reaches.
    pub commitments: Option<Vec<AllocateCommitmentInput>>,
    /// Floors and ceilings on people or money.
    pub limits: Option<Vec<AllocateLimitInput>>,
    /// A share of the need for an offer that is to be met in every area with such a need.
    pub minimum_offers: Option<Vec<AllocateMinimumInput>>,
    /// How unequally areas or cohorts may be left.
    pub equity: Option<Vec<AllocateEquityInput>>,
    /// Steps after which the solver stops with what it has, 1 to 200; most questions need fewer than 40.
    #[graphql(default = 200)]
    pub most_steps: i32,
}

/// Which areas, offers and cohorts. What is left out is any; an empty list is none.
#[derive(InputObject, Clone, Debug, Default)]
pub struct AllocateScopeInput {
    /// Any of these areas, by official code; an area that lies in one of them is in it too.
    pub areas: Option<Vec<String>>,
    /// Any of these offers, by code; a family stands for its members too.
    pub offers: Option<Vec<String>>,
    /// Any of these cohorts, by code. A need that names no cohort is everybody's: money for one cohort cannot pay for it.
    pub cohorts: Option<Vec<String>>,
}

/// Money with its conditions.
#[derive(InputObject, Clone, Debug)]
pub struct AllocateStreamInput {
    /// Your name for it, once in the question.
    pub id: String,
    /// What is in it for the year, in pounds: "1234.50". Needed.
    pub amount: Option<String>,
    /// Its currency. Only pounds sterling are reckoned with.
    #[graphql(default_with = "\"GBP\".to_owned()")]
    pub currency: String,
    /// What the law or the funder allows; never broken.
    pub conditions: Option<AllocateScopeInput>,
    /// What its funder pays for while it acts alone, within the conditions; all that they allow by default.
    pub silo: Option<AllocateScopeInput>,
    /// Whether it is in the pool, where it gives up its silo; outside it keeps to it.
    #[graphql(default = true)]
    pub pooled: bool,
}

/// People who need an offer.
#[derive(InputObject, Clone, Debug)]
pub struct AllocateNeedInput {
    /// Official code of their area. Needed.
    pub area: Option<String>,
    /// Code of the offer. Needed.
    pub offer: Option<String>,
    /// Code of the cohort; everybody whom the offer is for by default.
    pub cohort: Option<String>,
    /// How many a year, as most likely.
    pub people: i64,
    /// The fewest that they may be; as many as most likely by default.
    pub people_low: Option<i64>,
    /// The most that they may be; as many as most likely by default.
    pub people_high: Option<i64>,
    /// How much one of them counts when unmet: "1" by default, "2" twice as much.
    #[graphql(default_with = "\"1\".to_owned()")]
    pub weight: String,
}

/// What it costs to serve one person for a year.
#[derive(InputObject, Clone, Debug)]
pub struct AllocateUnitCostInput {
    /// Code of the offer. Needed.
    pub offer: Option<String>,
    /// Official code of the area; wherever no cost of its own is given by default.
    pub area: Option<String>,
    /// Pounds a person, as most likely: "1234.50". Needed.
    pub cost: Option<String>,
    /// The least that it may be. Without a range nothing says how far the cost can be off.
    pub cost_low: Option<String>,
    /// The most that it may be.
    pub cost_high: Option<String>,
    /// Its currency. Only pounds sterling are reckoned with.
    #[graphql(default_with = "\"GBP\".to_owned()")]
    pub currency: String,
}

/// How reach diminishes in one offer: straight pieces, or the curve M (1 - exp(-b / k)).
#[derive(InputObject, Clone, Debug)]
pub struct AllocateCurveInput {
    /// Code of the offer. Needed.
    pub offer: Option<String>,
    /// Straight pieces, each at least as dear as the one before; need beyond the last is out of reach. At most 12.
    pub pieces: Option<Vec<AllocatePieceInput>>,
    /// The curve, cut into straight pieces at 20, 40, 60, 80, 90 and 95 % of M.
    pub saturating: Option<AllocateSaturatingInput>,
}

/// One straight piece.
#[derive(InputObject, Clone, Debug)]
pub struct AllocatePieceInput {
    /// It goes up to this share of the need: "0.6".
    pub up_to: String,
    /// One more person costs this multiple of the unit cost: "1.5".
    pub costs: String,
}

/// The curve M (1 - exp(-b / k)) of people reached for b pounds.
#[derive(InputObject, Clone, Debug)]
pub struct AllocateSaturatingInput {
    /// M: the share of the need that any money could reach, above 0 and up to 1.
    pub reachable: String,
    /// What the first person costs, as a multiple of the unit cost: k is that much a person of M.
    #[graphql(default_with = "\"1\".to_owned()")]
    pub first_costs: String,
}

/// What an offer is bought in.
#[derive(InputObject, Clone, Debug)]
pub struct AllocateUnitInput {
    /// Code of the offer. Needed.
    pub offer: Option<String>,
    /// People a year whom one unit is paid for: it costs that many unit costs.
    pub people: i64,
}

/// Money that is promised.
#[derive(InputObject, Clone, Debug)]
pub struct AllocateCommitmentInput {
    /// The stream, by your name for it.
    pub stream: String,
    /// Official code of the area. Needed.
    pub area: Option<String>,
    /// Code of the offer. Needed.
    pub offer: Option<String>,
    /// Code of the cohort; everybody whom the offer is for by default.
    pub cohort: Option<String>,
    /// Pounds in the year: "1234.50". Needed.
    pub amount: Option<String>,
}

/// Whether a limit is a floor or a ceiling.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "problem::Sense")]
pub enum LimitSense {
    /// At least.
    Floor,
    /// At most.
    Ceiling,
}

/// At least or at most so many people, or so much money, over all needs that fit, together.
#[derive(InputObject, Clone, Debug)]
pub struct AllocateLimitInput {
    /// Floor or ceiling.
    pub sense: LimitSense,
    /// Official code of the area; all of them together by default.
    pub area: Option<String>,
    /// Code of the offer; all of them together by default.
    pub offer: Option<String>,
    /// Code of the cohort; all needs together by default, those that name none included.
    pub cohort: Option<String>,
    /// So many people served. Give people or an amount.
    pub people: Option<i64>,
    /// So many pounds, commitments included. Give people or an amount.
    pub amount: Option<String>,
}

/// What every area is to get.
#[derive(InputObject, Clone, Debug)]
pub struct AllocateMinimumInput {
    /// Code of the offer. Needed.
    pub offer: Option<String>,
    /// The share of its need that is met in every area: "0.25".
    pub share: String,
}

/// Between whom an equity limit looks.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "problem::Between")]
pub enum EquityBetween {
    /// Areas.
    Areas,
    /// Cohorts; needs that name none are one more.
    Cohorts,
}

/// How unequally people may be left, counted by head and not by weight.
#[derive(InputObject, Clone, Debug)]
pub struct AllocateEquityInput {
    /// Between whom.
    pub between: EquityBetween,
    /// The most of the need of any of them that may stay unmet: "0.6".
    pub most_unmet: Option<String>,
    /// The most by which the unmet shares of any two may differ: "0.2".
    pub most_gap: Option<String>,
}
