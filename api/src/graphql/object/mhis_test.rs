//! The growth test of the Mental Health Investment Standard, and its two ledgers.

use async_graphql::{Enum, SimpleObject};
use chrono::NaiveDate;
use planning::facts as f;
use planning::mhis::{self, Bounds, Placing, Target, Tested, Verdict, Why};
use planning::table::Ix;

use super::area::Area;
use super::mhis::{MhisLine, MhisYear};
use super::succession::BodySuccession;
use super::whole;
use crate::graphql::enums::Stated;
use crate::graphql::scalars::{Decimal, Money};

/// Where it is said what the standard leaves out and how it is tested.
pub const RULE: &str = "Spending of a year over spending of the year before, less one, is at least the target growth: that which was set, else the growth of the programme allocation. NHS England: Mental Health Investment Standard, frequently asked questions and assurance engagement guidance, 2023/24; statement of 27 March 2025.";
/// What is no rule on record.
pub const INFERENCE: &str = "Inference: no rule on record says that the baseline is restated when health and justice commissioning arrives. Unless it is, whatever arrives looks like growth; so each answer is given.";

/// The answer of the growth test.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum MhisVerdict {
    /// Met, whatever the lines that do not say turn out to be.
    Met,
    /// Not met, whatever they turn out to be.
    NotMet,
    /// It cannot be said: see `why`.
    NotStated,
}

/// Why the growth test cannot be answered.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::mhis::Why")]
pub enum MhisWhy {
    /// Nothing is entered of the year before.
    NoYearBefore,
    /// Two reports are entered of the year, or of the one before.
    SeveralReports,
    /// Nothing counted in the year before: growth from nothing has no meaning.
    NothingBefore,
    /// The year before had no allocation, and no target is stated.
    NoAllocationBefore,
    /// It depends on lines that do not say whether they count.
    DependsOnUnstatedLines,
    /// Nobody has entered what the other body spent in the year before: a line of that year that is marked as transferred.
    NoRestatedBaseline,
}

/// Why a line stands where it does in the ledger of the standard.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum MhisPlacing {
    /// The board says that it counts.
    Counts,
    /// The board says that it does not.
    DoesNotCount,
    /// It is of a kind that never counts: learning disability, autism, dementia, specialised commissioning.
    Excluded,
    /// The board leaves it out for a reason that the guidance does not name.
    LeftOut,
    /// The board says that it counts, and names an exclusion: it does not count.
    Contradicted,
    /// The board does not say: it is out of the least and in the most.
    NotStated,
}

impl From<Placing> for MhisPlacing {
    fn from(placing: Placing) -> Self {
        match placing {
            Placing::Counts => Self::Counts,
            Placing::DoesNotCount => Self::DoesNotCount,
            Placing::Excluded(_) => Self::Excluded,
            Placing::LeftOut => Self::LeftOut,
            Placing::Contradicted => Self::Contradicted,
            Placing::NotStated => Self::NotStated,
        }
    }
}

/// The least and the most that a sum can be: lines that do not say are out of the one and in the other.
#[derive(SimpleObject, Clone)]
pub struct MoneyBounds {
    /// Without the lines that do not say.
    pub least: Money,
    /// With them.
    pub most: Money,
}

impl From<Bounds> for MoneyBounds {
    fn from(bounds: Bounds) -> Self {
        Self {
            least: Money(bounds.low),
            most: Money(bounds.high),
        }
    }
}

/// The growth test of one year.
#[derive(SimpleObject, Clone)]
pub struct MhisGrowth {
    /// The answer: compared in whole pence, nothing rounded before.
    pub verdict: MhisVerdict,
    /// Why it cannot be said; null: it can.
    pub why: Option<MhisWhy>,
    /// What counted in the year.
    pub spend: MoneyBounds,
    /// What counted in the year before; null: nothing is entered of it.
    pub before: Option<MoneyBounds>,
    /// Growth, rounded to six digits; null: lines do not say, or there was nothing before.
    pub growth: Option<String>,
    /// The growth that was to be reached, rounded to six digits; null: not stated, and nothing gives it.
    pub target: Option<String>,
    /// Whether the target was set: else it is the growth of the programme allocation. Null: there is none.
    pub target_was_set: Option<bool>,
    /// The least spending that would have met it.
    pub required: Option<MoneyBounds>,
}

impl From<mhis::Growth> for MhisGrowth {
    fn from(growth: mhis::Growth) -> Self {
        let (verdict, why) = match growth.verdict {
            Verdict::Met => (MhisVerdict::Met, None),
            Verdict::NotMet => (MhisVerdict::NotMet, None),
            Verdict::NotStated(why) => (MhisVerdict::NotStated, Some(why)),
        };
        Self {
            verdict,
            why: why.map(<MhisWhy as From<Why>>::from),
            spend: growth.spend.into(),
            before: growth.before.map(Into::into),
            growth: growth.millionths().map(signed),
            target: growth.target.and_then(Target::millionths).map(signed),
            target_was_set: growth
                .target
                .map(|target| matches!(target, Target::Stated(_))),
            required: growth.required.map(Into::into),
        }
    }
}

/// What services that arrive from another body do to the test of their first year.
#[derive(SimpleObject, Clone)]
pub struct MhisArrival {
    /// What arrives, by the ledger of the standard.
    pub arrives: MoneyBounds,
    /// What the other body spent on it in the year before, as entered.
    pub came_with: MoneyBounds,
    /// The test with the year before restated by that.
    pub restated_baseline: MhisGrowth,
    /// The test with what arrives left out of both years.
    pub left_out: MhisGrowth,
    /// Lines of either year that do not say whether they arrive: taken not to.
    pub not_stated: i64,
    /// That this is an inference.
    pub inference: &'static str,
}

/// A line in the two ledgers.
#[derive(SimpleObject, Clone)]
pub struct MhisLedgerLine {
    /// The line as entered.
    pub line: MhisLine,
    /// Whether it counts towards the standard, and why.
    pub placing: MhisPlacing,
    /// The kind that never counts, as the guidance names it; null: none.
    pub excluded_as: Option<&'static str>,
    /// Whether it is paid from the programme allocation.
    pub in_allocation: Stated,
    /// Whether it is what another body spent before its functions arrived: no spending of the board, and in neither sum.
    pub of_another_body: bool,
}

/// The two ledgers of a year: what counts towards the standard, and what is paid from the programme allocation.
#[derive(SimpleObject, Clone)]
pub struct MhisLedgers {
    /// Each line, in the order of the report.
    pub lines: Vec<MhisLedgerLine>,
    /// What counts towards the standard.
    pub mhis: MoneyBounds,
    /// What is paid from the programme allocation.
    pub allocation: MoneyBounds,
    /// Settled to be in both.
    pub both: Money,
    /// Settled to be in the standard alone.
    pub mhis_only: Money,
    /// Settled to be in the allocation alone.
    pub allocation_only: Money,
    /// Settled to be in neither.
    pub neither: Money,
    /// Of which one of the two is not stated.
    pub not_settled: Money,
    /// What counts towards the standard and comes again each year.
    pub recurrent: MoneyBounds,
    /// What counts towards the standard as a share of the programme allocation: the least, six digits; null: there is no allocation.
    pub least_share_of_allocation: Option<Decimal>,
    /// The most.
    pub most_share_of_allocation: Option<Decimal>,
}

/// A board's report of one year, tested.
#[derive(SimpleObject, Clone)]
pub struct MhisTest {
    /// The report.
    pub report: MhisYear,
    /// The growth test on what the board itself spent: services that arrive jump in.
    pub growth: MhisGrowth,
    /// What services that arrive in this year do to it; null: none does.
    pub arrival: Option<MhisArrival>,
    /// Its two ledgers.
    pub ledgers: MhisLedgers,
}

/// An integrated care board's reports for the Mental Health Investment Standard, tested year by year.
#[derive(SimpleObject, Clone)]
pub struct MhisReport {
    /// The board.
    pub area: Area,
    /// The change by which another body's commissioning arrives; null: none is on record.
    pub arrival: Option<BodySuccession>,
    /// The rule, and where it is said.
    pub rule: &'static str,
    /// What never counts.
    pub exclusions: Vec<&'static str>,
    /// Each report, by year. Empty: none is entered, and none comes with the program.
    pub years: Vec<MhisTest>,
}

impl MhisTest {
    pub(crate) fn of(
        tested: &Tested<'_>,
        report: Ix<f::MhisYear>,
        lines: &[Ix<f::MhisLine>],
        day: NaiveDate,
    ) -> Self {
        let ledgers = &tested.ledgers;
        let allocation = tested.entered.allocation_pence;
        let share = |pence: i64| {
            let both = u64::try_from(pence)
                .ok()
                .zip(u64::try_from(allocation).ok());
            let (part, whole) = both?;
            planning::share::Share { part, whole }
                .decimal()
                .map(Decimal)
        };
        let line = |line: &mhis::LedgerLine| {
            let ix = *lines.get(line.position)?;
            Some(MhisLedgerLine {
                line: MhisLine { ix, day },
                placing: line.placing.into(),
                excluded_as: match line.placing {
                    Placing::Excluded(exclusion) => Some(exclusion.name),
                    _ => None,
                },
                in_allocation: line.in_allocation.into(),
                of_another_body: line.of_the_other,
            })
        };
        Self {
            report: MhisYear { ix: report, day },
            growth: tested.growth.into(),
            arrival: tested.arrival.map(|arrival| MhisArrival {
                arrives: arrival.arrives.into(),
                came_with: arrival.came_with.into(),
                restated_baseline: arrival.restated.into(),
                left_out: arrival.left_out.into(),
                not_stated: whole(arrival.not_stated),
                inference: INFERENCE,
            }),
            ledgers: MhisLedgers {
                lines: ledgers.lines.iter().filter_map(line).collect(),
                mhis: ledgers.mhis.into(),
                allocation: ledgers.allocation.into(),
                both: Money(ledgers.both),
                mhis_only: Money(ledgers.mhis_only),
                allocation_only: Money(ledgers.allocation_only),
                neither: Money(ledgers.neither),
                not_settled: Money(ledgers.not_settled),
                recurrent: ledgers.recurrent.into(),
                least_share_of_allocation: share(ledgers.mhis.low),
                most_share_of_allocation: share(ledgers.mhis.high),
            },
        }
    }
}

/// Millionths as a decimal of six digits, below nothing with its sign.
fn signed(millionths: i64) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let size = millionths.unsigned_abs();
    format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000)
}
