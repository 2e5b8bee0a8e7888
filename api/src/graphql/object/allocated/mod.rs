//! What an allocation answers.

mod corner;
mod explained;
mod lifted;
mod plan;
mod total;
mod words;

use std::sync::Arc;

use async_graphql::{Context, Enum, Object, Result, SimpleObject};
use chrono::NaiveDate;
use planning::allocate::answer::{Advice, Answer, Outcome, Status};
use planning::allocate::clash::Clash;
use planning::allocate::demand::Demand;
use planning::allocate::number::decimal;
use planning::allocate::problem::{ONE, Problem as Question};
use planning::atlas::Atlas;

use self::corner::{AllocationCorner, AllocationReason};
use self::explained::{AllocationBinding, AllocationGain, AllocationPound};
use self::lifted::AllocationLifted;
use self::plan::AllocationPlan;
use super::area::Area;
use super::change::Problem;
use super::offer::{Cohort, Offer};
use crate::graphql::context::ContextExt;
use crate::graphql::scalars::{Decimal, Money};
use crate::keeping;

/// The question, and the day on which its areas are seen: what every part of the answer needs.
#[derive(Clone)]
pub(super) struct Asked {
    question: Arc<Question>,
    day: NaiveDate,
}

impl Asked {
    fn area(&self, atlas: &Atlas, id: &str) -> Option<Area> {
        let ix = atlas.areas.find(id)?;
        Some(Area { ix, day: self.day })
    }
}

/// What became of a question of what to commission where.
pub struct AllocationOutcome {
    problems: Vec<keeping::Problem>,
    clash: Option<(Asked, Clash)>,
    answer: Option<AllocationAnswer>,
}

impl AllocationOutcome {
    /// A question that cannot be answered as it was asked.
    pub fn refused(problems: Vec<keeping::Problem>) -> Self {
        Self {
            problems,
            clash: None,
            answer: None,
        }
    }

    /// What `planning` answered.
    pub fn answered(question: Question, outcome: Outcome, day: NaiveDate) -> Self {
        let asked = Asked {
            question: Arc::new(question),
            day,
        };
        let mut this = Self::refused(Vec::new());
        match outcome {
            Outcome::Answered(answer) => this.answer = Some(AllocationAnswer { asked, answer }),
            Outcome::Clashing(clash) => this.clash = Some((asked, clash)),
            Outcome::Refused(mistakes) => {
                let problem = |mistake: planning::allocate::check::Mistake| {
                    let code = keeping::ProblemCode::BadValue;
                    keeping::Problem::new(mistake.field, code, mistake.message)
                };
                this.problems = mistakes.into_iter().map(problem).collect();
            }
        }
        this
    }
}

/// What became of a question of what to commission where: what is wrong with it, or what in it clashes, or its answer. Just one of the three is there.
#[Object]
impl AllocationOutcome {
    /// What is wrong with the question, by field, all at once; empty: nothing is.
    async fn problems(&self) -> Vec<Problem> {
        self.problems.iter().cloned().map(Into::into).collect()
    }

    /// What is demanded and cannot be held together; null: it can, or the question has problems.
    async fn clash(&self) -> Option<AllocationClash> {
        let (asked, clash) = self.clash.clone()?;
        Some(AllocationClash { asked, clash })
    }

    /// The answer; null: the question has problems or a clash.
    async fn answer(&self) -> Option<&AllocationAnswer> {
        self.answer.as_ref()
    }
}

/// Demands that clash.
#[derive(Clone)]
pub struct AllocationClash {
    asked: Asked,
    clash: Clash,
}

/// Demands that no plan can hold together with the money there is. Without any one of them the others can be held.
#[Object]
impl AllocationClash {
    /// Them.
    async fn demands(&self) -> Vec<AllocationDemand> {
        let demands = self.clash.demands.iter().cloned();
        demands
            .map(|demand| AllocationDemand {
                asked: self.asked.clone(),
                demand,
            })
            .collect()
    }

    /// Whether no smaller set clashes. False: the search for one was ended at its limit.
    async fn is_smallest(&self) -> bool {
        self.clash.is_smallest
    }

    /// The same in a sentence.
    async fn sentence(&self, ctx: &Context<'_>) -> Result<String> {
        let atlas = ctx.atlas()?;
        let question = &self.asked.question;
        let demands = self.clash.demands.iter();
        let words: Vec<String> = demands
            .map(|demand| words::demand(atlas, question, demand))
            .collect();
        Ok(format!(
            "With the money of the question, these cannot hold together: {}.",
            words.join("; ")
        ))
    }
}

/// What kind of demand.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllocationDemandKind {
    /// Money that is promised.
    Commitment,
    /// A floor or ceiling.
    Limit,
    /// A minimum offer, in one area.
    MinimumOffer,
    /// The most of the need of one area or cohort that may stay unmet.
    MostUnmet,
    /// The most by which unmet shares may differ.
    MostGap,
}

/// A demand of the question.
#[derive(Clone)]
pub struct AllocationDemand {
    asked: Asked,
    demand: Demand,
}

/// A demand of the question, in one area or for one cohort where it holds in each.
#[Object]
impl AllocationDemand {
    /// What kind.
    async fn kind(&self) -> AllocationDemandKind {
        match self.demand {
            Demand::Commitment(_) => AllocationDemandKind::Commitment,
            Demand::Limit(_) => AllocationDemandKind::Limit,
            Demand::Minimum(..) => AllocationDemandKind::MinimumOffer,
            Demand::Unmet(..) => AllocationDemandKind::MostUnmet,
            Demand::Gap(_) => AllocationDemandKind::MostGap,
        }
    }

    /// Where in the input it stands, such as `limits.2`.
    async fn field(&self) -> String {
        match &self.demand {
            Demand::Commitment(at) => format!("commitments.{at}"),
            Demand::Limit(at) => format!("limits.{at}"),
            Demand::Minimum(at, _) => format!("minimumOffers.{at}"),
            Demand::Unmet(at, _) => format!("equity.{at}.mostUnmet"),
            Demand::Gap(at) => format!("equity.{at}.mostGap"),
        }
    }

    /// The area in which it is looked at; null: it is not looked at by area.
    async fn area(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        let atlas = ctx.atlas()?;
        Ok(match &self.demand {
            Demand::Minimum(_, area) | Demand::Unmet(_, Some(area)) => self.asked.area(atlas, area),
            _ => None,
        })
    }

    /// The cohort for which it is looked at; null: it is not looked at by cohort, or for needs that name none.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Option<Cohort>> {
        let atlas = ctx.atlas()?;
        Ok(match &self.demand {
            Demand::Unmet(_, Some(cohort)) => atlas.cohorts.find(cohort).map(Cohort),
            _ => None,
        })
    }

    /// In words.
    async fn sentence(&self, ctx: &Context<'_>) -> Result<String> {
        let atlas = ctx.atlas()?;
        Ok(words::demand(atlas, &self.asked.question, &self.demand))
    }
}

/// How a solve ended.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllocationStatus {
    /// At the optimum.
    Optimal,
    /// At the limit of steps, with what it had: see the bound of the plan.
    StoppedEarly,
}

/// A plan that can be recommended.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllocationRecommendation {
    /// `pooled`.
    Pooled,
    /// `pooledWholeUnits`.
    PooledWholeUnits,
}

/// Money that is promised.
#[derive(SimpleObject, Clone, Debug)]
pub struct AllocationLocked {
    /// Pounds that commitments lock.
    pub amount: Money,
    /// Pounds in all streams.
    pub of: Money,
    /// Their share, six digits; null where there is no money.
    pub fraction: Option<Decimal>,
}

/// The answer.
pub struct AllocationAnswer {
    asked: Asked,
    answer: Box<Answer>,
}

/// What to commission where, what holds it back, and what it is to be held against. Weighted need is people times their weight.
#[Object]
impl AllocationAnswer {
    /// Whether the solver reached the optimum of the pooled plan.
    async fn status(&self) -> AllocationStatus {
        match self.answer.status {
            Status::Optimal => AllocationStatus::Optimal,
            Status::StoppedEarly => AllocationStatus::StoppedEarly,
        }
    }

    /// The plan that is recommended; null: none is, and `reasons` say why.
    async fn recommendation(&self) -> Option<AllocationRecommendation> {
        match self.answer.advice {
            Advice::Pooled => Some(AllocationRecommendation::Pooled),
            Advice::PooledWhole => Some(AllocationRecommendation::PooledWholeUnits),
            Advice::Withheld(_) => None,
        }
    }

    /// Why nothing is recommended; empty: a plan is.
    async fn reasons(&self) -> Vec<AllocationReason> {
        match &self.answer.advice {
            Advice::Withheld(reasons) => reasons.iter().map(AllocationReason::new).collect(),
            _ => Vec::new(),
        }
    }

    /// The best plan with the pool, in money of any size.
    async fn pooled(&self) -> AllocationPlan {
        AllocationPlan::new(&self.asked, &self.answer.pooled)
    }

    /// The best plan with each funder keeping to its silo, together, on the same money; null: alone they cannot hold what is demanded, see `silosClash`.
    async fn siloed(&self) -> Option<AllocationPlan> {
        let plan = self.answer.siloed.as_ref().ok()?;
        Some(AllocationPlan::new(&self.asked, plan))
    }

    /// What clashes while each funder keeps to its silo; null: nothing does.
    async fn silos_clash(&self) -> Option<AllocationClash> {
        let clash = self.answer.siloed.as_ref().err()?.clone();
        let asked = self.asked.clone();
        Some(AllocationClash { asked, clash })
    }

    /// What pooling buys with the same money, in money of any size; null: alone the funders cannot hold what is demanded.
    async fn pooling_buys(&self) -> Option<AllocationGain> {
        let siloed = self.answer.siloed.as_ref().ok()?;
        Some(AllocationGain::between(siloed, &self.answer.pooled))
    }

    /// The best plan with the pool that was found in whole units; null: nothing is bought in units.
    async fn pooled_whole_units(&self) -> Option<AllocationPlan> {
        let whole = self.answer.whole.as_ref()?;
        Some(AllocationPlan::new(&self.asked, &whole.plan))
    }

    /// The same with each funder keeping to its silo; null as well where alone they cannot hold what is demanded.
    async fn siloed_whole_units(&self) -> Option<AllocationPlan> {
        let whole = self.answer.siloed_whole.as_ref()?;
        Some(AllocationPlan::new(&self.asked, &whole.plan))
    }

    /// What is promised, and nothing else. It may break what is demanded: see `broken`.
    async fn do_nothing(&self) -> AllocationPlan {
        AllocationPlan::new(&self.asked, &self.answer.nothing)
    }

    /// Each stream's free money by head of the need that it may pay for; what a need cannot use stays unspent. It may break what is demanded: see `broken`.
    async fn equal_share(&self) -> AllocationPlan {
        AllocationPlan::new(&self.asked, &self.answer.equal_share)
    }

    /// What holds the pooled plan back, with what one more unit of it would meet.
    async fn binding(&self) -> Vec<AllocationBinding> {
        let found = self.answer.binding.iter();
        found
            .map(|binding| AllocationBinding::new(&self.asked, binding))
            .collect()
    }

    /// What one more pound in each stream would buy, by stream.
    async fn one_more_pound(&self) -> Vec<AllocationPound> {
        let found = self.answer.pounds.iter();
        found
            .map(|pound| AllocationPound::new(&self.asked, pound))
            .collect()
    }

    /// What one condition lifted would buy, most promising first, at most 20. What is not here would buy nothing.
    async fn lifted(&self) -> Vec<AllocationLifted> {
        let found = self.answer.lifted.iter();
        found
            .map(|lifted| AllocationLifted::new(&self.asked, lifted))
            .collect()
    }

    /// The pooled plan at the ends of the ranges of costs and needs; empty: nothing has a range.
    async fn corners(&self) -> Vec<AllocationCorner> {
        let found = self.answer.corners.iter();
        found
            .map(|corner| AllocationCorner::new(corner.clone()))
            .collect()
    }

    /// Offers whose cost was given without a range, so that nothing says how far it can be off.
    async fn costs_without_range(&self, ctx: &Context<'_>) -> Result<Vec<Offer>> {
        let atlas = ctx.atlas()?;
        let found = self.answer.without_range.iter();
        Ok(found
            .filter_map(|code| atlas.offers.find(code))
            .map(Offer)
            .collect())
    }

    /// Of all the money, what commitments lock.
    async fn locked(&self) -> AllocationLocked {
        let question = &self.asked.question;
        let amount: i64 = question.commitments.iter().map(|of| of.pence).sum();
        let of: i64 = question.streams.iter().map(|stream| stream.pence).sum();
        let share =
            (i128::from(amount) * i128::from(ONE) + i128::from(of) / 2).checked_div(i128::from(of));
        AllocationLocked {
            amount: Money(amount),
            of: Money(of),
            fraction: share.map(|share| Decimal(decimal(share, 6))),
        }
    }
}
