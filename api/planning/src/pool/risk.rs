//! The risk of an overspend: what each partner may have to find, at chosen
//! chances.

use std::fmt;

use super::cost::{CostLine, Draws, MOST_PENCE};
use super::liability::{Sharing, Unsound};

/// Draws that one question may ask for.
pub const MOST_DRAWS: u32 = 100_000;
/// Draws times bearers and lines that one question may ask for.
pub const MOST_WORK: u64 = 1_000_000;
/// Chances and sums that one question may ask about, each.
pub const MOST_POINTS: usize = 20;
/// A chance of one, in millionths.
pub const CERTAIN: u32 = 1_000_000;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskQuestion {
    /// What the year may cost.
    pub costs: Vec<CostLine>,
    /// Whether the lines are dear at the same time.
    pub together: bool,
    /// Put in beside the pool by members that bear nothing of an overspend, pence.
    pub aligned: u64,
    /// Who bears what is above the contributions.
    pub sharing: Sharing,
    /// How many draws.
    pub draws: u32,
    /// What the draws begin from.
    pub seed: u64,
    /// Chances in millionths: what is not exceeded with that chance is asked.
    pub chances: Vec<u32>,
    /// Sums in pence: the chance of more is asked.
    pub sums: Vec<u64>,
}

/// Why a question cannot be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RiskFault {
    /// There is nothing that costs.
    NoCosts,
    /// A line whose numbers are not low ≤ central ≤ high ≤ the largest sum.
    BadCost(String),
    /// More or fewer draws than may be asked for.
    Draws,
    /// More draws of more lines and partners than one answer holds.
    TooMuch,
    /// A chance that lies outside 0 to 1, or too many of them.
    Chances,
    /// Too many sums.
    Sums,
    /// The risk share does not hold together.
    Sharing(Unsound),
}

impl fmt::Display for RiskFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCosts => f.write_str("say what the year may cost: one line at least"),
            Self::BadCost(name) => write!(
                f,
                "the cost of '{name}' has to be low ≤ central ≤ high, and at most £100 billion"
            ),
            Self::Draws => write!(f, "ask for 1 to {MOST_DRAWS} draws"),
            Self::TooMuch => write!(
                f,
                "draws × (cost lines + members) is more than {MOST_WORK}: ask for fewer draws"
            ),
            Self::Chances => write!(
                f,
                "ask about {MOST_POINTS} chances at most, each from 0 to 1"
            ),
            Self::Sums => write!(f, "ask about {MOST_POINTS} sums at most"),
            Self::Sharing(unsound) => unsound.fmt(f),
        }
    }
}

/// How often something happened, of how many draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Often {
    /// Draws in which it did.
    pub times: u32,
    /// All draws.
    pub of: u32,
}

/// What sums came to over the draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// For each chance asked, in its order: the least sum that was not exceeded
    /// in at least that share of the draws, pence.
    pub at: Vec<(u32, u64)>,
    /// For each sum asked, in its order: how often it was exceeded.
    pub above: Vec<(u64, Often)>,
}

/// What one partner may have to find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exposure {
    /// The body.
    pub body: String,
    /// What it has put in, pence.
    pub contribution: u64,
    /// What it bears of the overspend.
    pub bears: Spread,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Risk {
    /// What all members have put in, pence: those that align too.
    pub contributed: u64,
    /// What the year cost.
    pub cost: Spread,
    /// What it cost above the contributions.
    pub overspend: Spread,
    /// How often it cost more than that.
    pub overspent: Often,
    /// What each partner may have to find, in the order of the bearers.
    pub partners: Vec<Exposure>,
    /// What lies above every partner's limit.
    pub unshared: Spread,
}

/// Draws the cost and shares what is above the contributions, as often as asked.
pub fn answer(question: &RiskQuestion) -> Result<Risk, RiskFault> {
    check(question)?;
    let bearers = &question.sharing.bearers;
    let contributed = bearers.iter().fold(question.aligned, |sum, one| {
        sum.saturating_add(one.contribution)
    });
    let draws = usize::try_from(question.draws).unwrap_or(usize::MAX);
    let mut costs = Vec::with_capacity(draws);
    let mut overspends = Vec::with_capacity(draws);
    let mut unshared = Vec::with_capacity(draws);
    let mut borne: Vec<Vec<u64>> = vec![Vec::with_capacity(draws); bearers.len()];
    for cost in Draws::new(&question.costs, question.together, question.seed).take(draws) {
        let overspend = cost.saturating_sub(contributed);
        let liability = question.sharing.split(overspend);
        costs.push(cost);
        overspends.push(overspend);
        unshared.push(liability.unshared);
        for (all, part) in borne.iter_mut().zip(liability.parts) {
            all.push(part);
        }
    }
    let times = overspends.iter().filter(|pence| **pence > 0).count();
    let spread = |sums: Vec<u64>| spread(sums, &question.chances, &question.sums);
    Ok(Risk {
        contributed,
        cost: spread(costs),
        overspend: spread(overspends),
        overspent: Often {
            times: u32::try_from(times).unwrap_or(u32::MAX),
            of: question.draws,
        },
        partners: bearers
            .iter()
            .zip(borne)
            .map(|(one, sums)| Exposure {
                body: one.body.clone(),
                contribution: one.contribution,
                bears: spread(sums),
            })
            .collect(),
        unshared: spread(unshared),
    })
}

fn check(question: &RiskQuestion) -> Result<(), RiskFault> {
    if question.costs.is_empty() {
        return Err(RiskFault::NoCosts);
    }
    if let Some(line) = question.costs.iter().find(|line| !line.is_sound()) {
        return Err(RiskFault::BadCost(line.name.clone()));
    }
    if question.draws == 0 || question.draws > MOST_DRAWS {
        return Err(RiskFault::Draws);
    }
    let each = question
        .costs
        .len()
        .saturating_add(question.sharing.bearers.len());
    let work = u64::try_from(each)
        .unwrap_or(u64::MAX)
        .saturating_mul(u64::from(question.draws));
    if work > MOST_WORK {
        return Err(RiskFault::TooMuch);
    }
    let is_chance = |chance: &u32| *chance <= CERTAIN;
    if question.chances.len() > MOST_POINTS || !question.chances.iter().all(is_chance) {
        return Err(RiskFault::Chances);
    }
    if question.sums.len() > MOST_POINTS || question.sums.iter().any(|sum| *sum > MOST_PENCE) {
        return Err(RiskFault::Sums);
    }
    question.sharing.check().map_err(RiskFault::Sharing)
}

fn spread(mut sums: Vec<u64>, chances: &[u32], above: &[u64]) -> Spread {
    sums.sort_unstable();
    let draws = u64::try_from(sums.len()).unwrap_or(u64::MAX);
    let at = |chance: u32| {
        let needed = (draws.saturating_mul(u64::from(chance))).div_ceil(u64::from(CERTAIN));
        let position = usize::try_from(needed.saturating_sub(1)).unwrap_or(usize::MAX);
        (chance, sums.get(position).copied().unwrap_or(0))
    };
    let often = |sum: u64| {
        let up_to = sums.partition_point(|one| *one <= sum);
        let times = sums.len() - up_to;
        let often = Often {
            times: u32::try_from(times).unwrap_or(u32::MAX),
            of: u32::try_from(sums.len()).unwrap_or(u32::MAX),
        };
        (sum, often)
    };
    Spread {
        at: chances.iter().copied().map(at).collect(),
        above: above.iter().copied().map(often).collect(),
    }
}
