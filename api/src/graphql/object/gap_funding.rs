//! What could pay for a gap.

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::NaiveDate;
use planning::coverage::{Question, answer};
use planning::openings::{Fit, FitLine, Funding, Verdict, Wanted};

use super::Share;
use super::answer::CoverageCell;
use super::body::Body;
use super::funding::FundingStream;
use super::opening::Opening;
use super::opening_board::top;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{Eligibility, FundingFitKind, OpeningStanding};
use crate::graphql::scalars::Money;

/// A gap and what could pay for it.
pub struct GapFunding {
    pub(crate) fits: Vec<Fit>,
    pub(crate) wanted: Wanted,
}

/// What could pay for one offer in one area for some people.
#[Object]
impl GapFunding {
    /// What the register knows of the offer there: whether it is a gap at all.
    async fn coverage(&self, ctx: &Context<'_>) -> Result<CoverageCell> {
        let wanted = self.wanted;
        let question = Question {
            area: wanted.area,
            offer: wanted.offer,
            cohort: wanted.cohort,
            day: wanted.day,
            among: None,
            stage: None,
        };
        Ok(CoverageCell {
            area: wanted.area,
            offer: wanted.offer,
            day: wanted.day,
            answer: answer(ctx.atlas()?, &question),
        })
    }

    /// Openings and funding streams with no condition against the gap: what can be had before what is closed, what fits before what is not stated.
    async fn funders(
        &self,
        #[graphql(desc = "Only so many, the best; all by default.")] first: Option<i32>,
    ) -> Result<Vec<GapFunder>> {
        let fits = top(&self.fits, "first", first)?.iter().cloned();
        let day = self.wanted.day;
        Ok(fits.map(|fit| GapFunder { fit, day }).collect())
    }

    /// How many there are.
    async fn total(&self) -> i64 {
        i64::try_from(self.fits.len()).unwrap_or(i64::MAX)
    }
}

/// Something that could pay for a gap.
pub struct GapFunder {
    fit: Fit,
    day: NaiveDate,
}

/// An opening or a funding stream that could pay for a gap.
#[Object]
impl GapFunder {
    /// The opening; null: it is a funding stream.
    async fn opening(&self) -> Option<Opening> {
        match self.fit.funding {
            Funding::Opening(ix) => Some(Opening { ix, day: self.day }),
            Funding::Stream(_) => None,
        }
    }

    /// The funding stream; null: it is an opening.
    async fn stream(&self) -> Option<FundingStream> {
        match self.fit.funding {
            Funding::Stream(ix) => Some(FundingStream { ix, day: self.day }),
            Funding::Opening(_) => None,
        }
    }

    /// Whose money it is.
    async fn funder(&self) -> Option<Body> {
        self.fit.funder.map(|ix| Body { ix, day: self.day })
    }

    /// ELIGIBLE: every condition fits the gap. NOT_STATED: some are silent, none is against it.
    async fn verdict(&self) -> Eligibility {
        self.fit.overall.into()
    }

    /// Condition by condition.
    async fn lines(&self) -> Vec<GapFunderLine> {
        self.fit.lines.iter().map(GapFunderLine::of).collect()
    }

    /// What is not stated.
    async fn not_stated(&self) -> Vec<FundingFitKind> {
        let silent = |line: &&FitLine| line.verdict == Verdict::NotStated;
        let lines = self.fit.lines.iter().filter(silent);
        lines.map(|line| line.kind.into()).collect()
    }

    /// What can be done about an opening on the day; null: it is a funding stream.
    async fn standing(&self) -> Option<OpeningStanding> {
        self.fit.when.map(|when| when.standing.into())
    }

    /// Days until the last day of applications; null unless it is an open opening.
    async fn days_left(&self) -> Option<i64> {
        self.fit.when?.days_left
    }

    /// What a funding stream has left; null: it is an opening.
    async fn headroom(&self) -> Option<FundingHeadroom> {
        let headroom = self.fit.headroom.as_ref()?;
        Some(FundingHeadroom {
            amount: headroom.amount_pence.map(Money),
            committed: headroom.committed_pence.map(Money),
            left: headroom.left_pence.map(Money),
        })
    }
}

/// One condition held against a gap.
#[derive(SimpleObject, Clone)]
pub struct GapFunderLine {
    /// What it is about.
    pub kind: FundingFitKind,
    /// Whether it fits; NOT_STATED where the source is silent.
    pub verdict: Eligibility,
    /// Why, in a sentence.
    pub reason: String,
    /// People that it reaches, of those in the gap's area, on a line on areas; null for a prison or court, and where people share a district whose split nobody publishes.
    pub share_of_gap: Option<Share>,
}

impl GapFunderLine {
    fn of(line: &FitLine) -> Self {
        Self {
            kind: line.kind.into(),
            verdict: line.verdict.into(),
            reason: line.reason.clone(),
            share_of_gap: line.overlap.and_then(|o| o.of_first).map(Into::into),
        }
    }
}

/// What a funding stream has left. Null is not stated, never nought.
#[derive(SimpleObject, Clone, Copy)]
pub struct FundingHeadroom {
    /// All that it has: its amount, else the sum of its years; null: not on record.
    pub amount: Option<Money>,
    /// What is committed of it: allocations to services, and what it gave to pooled budgets and did not get back; null: none is on record, which is not nothing.
    pub committed: Option<Money>,
    /// What is left, below zero where more is committed than there is; null where either of the two is not stated.
    pub left: Option<Money>,
}
