//! What an organisation can apply for.

use std::sync::Arc;

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::NaiveDate;
use planning::facts as f;
use planning::openings::{
    Board, Entry, Holder, InCommon, Line, Month, Profile, gaps_filled, holders, scope,
};
use planning::table::Ix;

use super::answer::Gap;
use super::area::Area;
use super::body::Body;
use super::evidence::Evidence;
use super::offer::Offer;
use super::opening::{Opening, OpeningCondition};
use super::service::Service;
use super::{Share, whole};
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{
    Eligibility, OpeningConditionKind, OpeningStanding, ServiceState, SilentParty, Stated,
};
use crate::graphql::error::Fault;
use crate::graphql::scalars::{Date, PartialDate};

/// Openings as a profile sees them on a day.
pub struct OpeningBoard {
    pub(crate) board: Board,
    pub(crate) profile: Arc<Profile>,
    pub(crate) day: NaiveDate,
}

impl OpeningBoard {
    fn list(&self, entries: &[Entry], first: Option<i32>) -> Result<Vec<OpeningEntry>, Fault> {
        let entries = top(entries, "first", first)?.iter();
        Ok(entries
            .map(|entry| OpeningEntry {
                entry: entry.clone(),
                profile: Arc::clone(&self.profile),
                day: self.day,
            })
            .collect())
    }
}

/// The first so many of a list that has the best first; all by default.
pub(crate) fn top<'a, T>(list: &'a [T], field: &str, first: Option<i32>) -> Result<&'a [T], Fault> {
    let most = match first {
        None => list.len(),
        Some(first) => usize::try_from(first).map_err(|_| Fault::BadInput {
            field: field.to_owned(),
            what: format!("{first} is no count: give 0 or more"),
        })?,
    };
    Ok(list.get(..most).unwrap_or(list))
}

/// What an organisation can apply for, by what can be done on the day. Each list has the best first: by the verdict on all conditions, whether the opening would buy what the organisation gives, how many conditions are met and how few the profile leaves open; then by value against turnover, days left and id. A value or a day that is not on record comes last.
#[Object]
impl OpeningBoard {
    /// The day.
    async fn as_of(&self) -> Date {
        Date(self.day)
    }

    /// Can be applied for until a day on record.
    async fn open(
        &self,
        #[graphql(desc = "Only so many, the best; all by default.")] first: Option<i32>,
    ) -> Result<Vec<OpeningEntry>> {
        Ok(self.list(&self.board.open, first)?)
    }

    /// Open later, or announced.
    async fn forthcoming(
        &self,
        #[graphql(desc = "Only so many, the best; all by default.")] first: Option<i32>,
    ) -> Result<Vec<OpeningEntry>> {
        Ok(self.list(&self.board.forthcoming, first)?)
    }

    /// Without a closing date on record, and not said to be closed: ask the funder.
    async fn undated(
        &self,
        #[graphql(desc = "Only so many, the best; all by default.")] first: Option<i32>,
    ) -> Result<Vec<OpeningEntry>> {
        Ok(self.list(&self.board.undated, first)?)
    }

    /// Closed: the pattern of what to expect again.
    async fn closed(
        &self,
        #[graphql(desc = "Only so many, the best; all by default.")] first: Option<i32>,
    ) -> Result<Vec<OpeningEntry>> {
        Ok(self.list(&self.board.closed, first)?)
    }

    /// How many are in each list.
    async fn totals(&self) -> OpeningTotals {
        OpeningTotals {
            open: count(&self.board.open),
            forthcoming: count(&self.board.forthcoming),
            undated: count(&self.board.undated),
            closed: count(&self.board.closed),
        }
    }

    /// The months of the year in which closed ones opened and closed, in order; months without one are left out. A lot is counted with what it is a lot of.
    async fn months(&self) -> Vec<OpeningMonth> {
        let months = self.board.months.iter();
        months
            .map(|month| OpeningMonth::of(month, self.day))
            .collect()
    }

    /// Closed ones, lots not counted, of which no month is on record.
    async fn without_month(&self) -> i64 {
        whole(self.board.without_month)
    }
}

fn count<T>(list: &[T]) -> i64 {
    i64::try_from(list.len()).unwrap_or(i64::MAX)
}

/// How many openings are in each list.
#[derive(SimpleObject, Clone, Copy)]
pub struct OpeningTotals {
    /// Can be applied for.
    pub open: i64,
    /// Open later.
    pub forthcoming: i64,
    /// Without a closing date.
    pub undated: i64,
    /// Closed.
    pub closed: i64,
}

/// What happened in one month of the year in earlier rounds.
#[derive(SimpleObject, Clone)]
pub struct OpeningMonth {
    /// 1 for January to 12 for December.
    pub month: i32,
    /// Openings that opened in that month, of any year, by id.
    pub opened: Vec<Opening>,
    /// Openings that closed in that month, of any year, by id.
    pub closed: Vec<Opening>,
}

impl OpeningMonth {
    fn of(month: &Month, day: NaiveDate) -> Self {
        let seen =
            |list: &[Ix<f::Opening>]| list.iter().map(|ix| Opening { ix: *ix, day }).collect();
        Self {
            month: i32::try_from(month.month).unwrap_or_default(),
            opened: seen(&month.opened),
            closed: seen(&month.closed),
        }
    }
}

/// One opening as a profile sees it.
pub struct OpeningEntry {
    entry: Entry,
    profile: Arc<Profile>,
    day: NaiveDate,
}

/// One opening as a profile sees it, condition by condition.
#[Object]
impl OpeningEntry {
    /// The opening.
    async fn opening(&self) -> Opening {
        Opening {
            ix: self.entry.opening,
            day: self.day,
        }
    }

    /// What can be done about it.
    async fn standing(&self) -> OpeningStanding {
        self.entry.when.standing.into()
    }

    /// Days until the last day of applications; null unless it is open.
    async fn days_left(&self) -> Option<i64> {
        self.entry.when.days_left
    }

    /// All conditions together: NOT_ELIGIBLE if one is not met, ELIGIBLE if every condition that the notice states is met, else NOT_STATED.
    async fn verdict(&self) -> Eligibility {
        self.entry.overall.into()
    }

    /// For each kind of condition, in the order of the kinds, one line for each that the notice states, or one that says that it states none.
    async fn lines(&self) -> Vec<OpeningLine> {
        let lines = self.entry.lines.iter().cloned();
        lines
            .map(|line| OpeningLine {
                line,
                day: self.day,
            })
            .collect()
    }

    /// Whether it would buy what the organisation gives; not stated where either names no offer.
    async fn buys_what_it_gives(&self) -> Stated {
        match self.entry.in_common {
            InCommon::Yes => Stated::Yes,
            InCommon::NotStated => Stated::NotStated,
            InCommon::No => Stated::No,
        }
    }

    /// What a year of it is worth at most, in thousandths of the yearly turnover; null where value, term or turnover is not stated. See `Opening.yearlyValue` for both readings.
    async fn value_to_turnover_permille(&self) -> Option<i64> {
        self.entry.value_to_turnover
    }

    /// Who does the work now: the service that the notice names, then services that run with one of its offers where the opening and the profile meet.
    async fn held_by(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only so many; all by default.")] first: Option<i32>,
    ) -> Result<Vec<WorkHolder>> {
        let atlas = ctx.atlas()?;
        let row = atlas.openings.get(self.entry.opening);
        let areas = scope(atlas, row, &self.profile, self.day);
        let found = holders(atlas, row, &areas, self.day);
        let found = top(&found, "first", first)?.iter();
        Ok(found
            .map(|holder| WorkHolder::of(holder, self.day))
            .collect())
    }

    /// The gaps of the register that it would fill where the opening and the profile meet: people whom a record says are without one of its offers. What is not recorded is no gap.
    async fn would_fill(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only so many; all by default.")] first: Option<i32>,
    ) -> Result<Vec<Gap>> {
        let atlas = ctx.atlas()?;
        let row = atlas.openings.get(self.entry.opening);
        let areas = scope(atlas, row, &self.profile, self.day);
        let found = gaps_filled(atlas, row, &self.profile, &areas, self.day).gaps;
        let found = top(&found, "first", first)?.iter().cloned();
        Ok(found.map(|gap| Gap::of(gap, self.day)).collect())
    }

    /// Where the opening and the profile meet: of each pair of areas that overlap the smaller, by id.
    async fn scope(&self, ctx: &Context<'_>) -> Result<Vec<Area>> {
        let atlas = ctx.atlas()?;
        let row = atlas.openings.get(self.entry.opening);
        let areas = scope(atlas, row, &self.profile, self.day).into_iter();
        Ok(areas.map(|ix| Area { ix, day: self.day }).collect())
    }
}

/// One condition held against a profile.
pub struct OpeningLine {
    line: Line,
    day: NaiveDate,
}

/// One condition of one opening, held against a profile.
#[Object]
impl OpeningLine {
    /// What the condition is about.
    async fn kind(&self) -> OpeningConditionKind {
        self.line.kind.into()
    }

    /// Whether it is met.
    async fn verdict(&self) -> Eligibility {
        self.line.verdict.into()
    }

    /// Who is silent; null unless the verdict is NOT_STATED.
    async fn silent(&self) -> Option<SilentParty> {
        self.line.silent.map(Into::into)
    }

    /// Why, in a sentence.
    async fn reason(&self) -> &str {
        &self.line.reason
    }

    /// Whether the notice states a condition of the kind at all.
    async fn stated(&self) -> bool {
        self.line.stated
    }

    /// The condition; null: the notice's own area or cohort, or silence.
    async fn condition(&self) -> Option<OpeningCondition> {
        let day = self.day;
        self.line.condition.map(|ix| OpeningCondition { ix, day })
    }

    /// The opening whose notice it is: the opening itself, or what it is a lot of.
    async fn notice(&self) -> Opening {
        Opening {
            ix: self.line.notice,
            day: self.day,
        }
    }

    /// What the notice's word rests on.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        let atlas = ctx.atlas()?;
        let notice = atlas.openings.get(self.line.notice);
        Ok(atlas.evidence.find(&notice.evidence).map(Evidence))
    }

    /// People where the organisation works, of those that the notice reaches, on a line on areas; null for a prison or court, and where people share a district whose split nobody publishes.
    async fn share_of_opening(&self) -> Option<Share> {
        self.line.overlap?.of_first.map(Into::into)
    }

    /// People whom the notice reaches, of those where the organisation works; null as above.
    async fn share_of_profile(&self) -> Option<Share> {
        self.line.overlap?.of_second.map(Into::into)
    }
}

/// A service that does, now, what an opening would buy.
#[derive(SimpleObject, Clone)]
pub struct WorkHolder {
    /// The service.
    pub service: Service,
    /// Whether the opening names it; otherwise it gives the same offers in the same area.
    pub named: bool,
    /// What it is on the day.
    pub state: ServiceState,
    /// Its offers that the opening would buy.
    pub offers: Vec<Offer>,
    /// Who leads it; empty: not on record.
    pub providers: Vec<Body>,
    /// Who works under them; empty: none on record.
    pub subcontractors: Vec<Body>,
    /// Its last end on record; null: not on record.
    pub ends_on: Option<PartialDate>,
}

impl WorkHolder {
    fn of(holder: &Holder, day: NaiveDate) -> Self {
        let seen = |list: &[Ix<f::Body>]| list.iter().map(|ix| Body { ix: *ix, day }).collect();
        Self {
            service: Service {
                ix: holder.service,
                day,
            },
            named: holder.named,
            state: holder.state.into(),
            offers: holder.offers.iter().copied().map(Offer).collect(),
            providers: seen(&holder.providers),
            subcontractors: seen(&holder.subcontractors),
            ends_on: holder.ends_on.map(PartialDate),
        }
    }
}
