//! The cliff: what ends in each month.

use std::sync::Arc;

use async_graphql::{Context, Enum, Object, Result, SimpleObject};
use chrono::{Datelike, NaiveDate};
use planning::dates::PartialDate as Partial;
use planning::facts as f;
use planning::money::cliff as p;
use planning::money::endings::{Ending as Planned, Standing};
use planning::money::renewal;
use planning::table::Ix;

use super::Share;
use super::area::Area;
use super::contract::Contract;
use super::left::LeftMonth;
use super::offer::Offer;
use super::service::Service;
use super::stakes::Stakes;
use super::succession::BodySuccession;
use super::whole;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::ProcurementProcedure;
use crate::graphql::query::coverage::{AreaSelection, OfferSelection, select_areas, select_offers};
use crate::graphql::query::money::check_months;
use crate::graphql::scalars::{Date, PartialDate};

/// Whether an ending counts.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::money::endings::Standing")]
pub enum EndingStanding {
    /// It runs, or ran.
    Counts,
    /// Contracted or announced, not begun: nothing is at stake yet.
    Planned,
    /// The procurement was abandoned: it never ran, and adds nothing.
    Abandoned,
    /// Its source does not settle whether it was awarded: adds nothing.
    Unclear,
}

/// Where the date of an end comes from.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::money::endings::EndFrom")]
pub enum EndFrom {
    /// The contract states it.
    Contract,
    /// Other records of the service state it.
    Service,
    /// It has ended; when is not on record.
    EndedUndated,
    /// None is on record, which is not "without end".
    NotOnRecord,
}

/// Whether an ending straddles a change.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::money::cliff::Straddles")]
pub enum Straddles {
    /// It runs across the day.
    Yes,
    /// Only if an extension is taken up that nobody has confirmed.
    IfExtended,
    /// It runs, and no end is on record.
    EndNotOnRecord,
}

/// The cliff of a scope over a span of months.
#[derive(Clone)]
pub struct Cliff {
    pub(crate) found: Arc<p::Cliff>,
    pub(crate) area: Option<Ix<f::Area>>,
    pub(crate) as_of: NaiveDate,
}

impl Cliff {
    fn ending(&self, at: usize) -> Ending {
        Ending {
            cliff: self.clone(),
            at,
        }
    }

    fn beside(&self, standing: Standing) -> Vec<Ending> {
        let found = self.found.beside(standing);
        found.map(|(at, _)| self.ending(at)).collect()
    }
}

/// What ends month by month, and what is at stake. Sums say how much is known and of how many nothing is on record; the months, what lies before and after them and what has no date make up the whole.
#[Object]
impl Cliff {
    /// The day from which notice is counted.
    async fn as_of(&self) -> Date {
        Date(self.as_of)
    }

    /// Each month of the span, those in which nothing ends included.
    async fn months(&self) -> Vec<CliffMonth> {
        let months = 0..self.found.months.len();
        let month = |at| CliffMonth {
            cliff: self.clone(),
            at,
        };
        months.map(month).collect()
    }

    /// What ended before the span.
    async fn before(&self) -> Stakes {
        self.found.before.into()
    }

    /// What ends after it.
    async fn after(&self) -> Stakes {
        self.found.after.into()
    }

    /// What has ended, nobody says when.
    async fn ended_undated(&self) -> Stakes {
        self.found.ended_undated.into()
    }

    /// What runs, and has no end on record.
    async fn no_end_on_record(&self) -> Stakes {
        self.found.no_end.into()
    }

    /// All of these together.
    async fn whole(&self) -> Stakes {
        self.found.whole.into()
    }

    /// The last end on record: when the last secured pound runs out; null: none is.
    async fn last_end(&self) -> Option<PartialDate> {
        self.found.last_end.map(PartialDate)
    }

    /// Abandoned procurements: beside the sums, and in none of them.
    async fn abandoned(&self) -> Vec<Ending> {
        self.beside(Standing::Abandoned)
    }

    /// Contracts that have not begun: beside the sums, and in none of them.
    async fn planned(&self) -> Vec<Ending> {
        self.beside(Standing::Planned)
    }

    /// Notices of which nobody says whether they were awarded: beside the sums, and in none of them.
    async fn unclear(&self) -> Vec<Ending> {
        self.beside(Standing::Unclear)
    }

    /// Urgent awards, direct awards and extensions that run on the day or end in the span, those of which nobody says whether they still run included.
    async fn bridging(&self) -> Vec<Ending> {
        let found = self.found.bridging(self.as_of);
        found.map(|(at, _)| self.ending(at)).collect()
    }

    /// Changes of commissioner to come, by date, with what runs across each. One contract may straddle several: their sums are not to be added.
    async fn crossings(&self) -> Vec<Crossing> {
        let crossings = self.found.crossings.iter();
        crossings
            .map(|crossing| Crossing {
                change: BodySuccession {
                    ix: crossing.change,
                    day: self.as_of,
                },
                stakes: crossing.stakes.into(),
                endings: crossing
                    .endings
                    .iter()
                    .map(|(at, how)| CrossingEnding {
                        straddles: (*how).into(),
                        ending: self.ending(*at),
                    })
                    .collect(),
            })
            .collect()
    }

    /// The coverage that is left at the end of each month if nothing is renewed: a record without an end stays as it is, a plan is no service. At most 22,000 cells (areas × offers × months).
    async fn left(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The areas.")] areas: AreaSelection,
        #[graphql(desc = "The offers; all by default.")] offers: Option<OfferSelection>,
    ) -> Result<Vec<LeftMonth>> {
        let atlas = ctx.atlas()?;
        let areas = select_areas(atlas, &areas, self.as_of)?;
        let offers = select_offers(atlas, offers.as_ref())?;
        check_months(&areas, &offers, self.found.months.len())?;
        let left = p::left(atlas, &areas, &offers, &self.found.months);
        Ok(left.into_iter().map(LeftMonth::of).collect())
    }
}

/// One month of a cliff.
#[derive(Clone)]
pub struct CliffMonth {
    cliff: Cliff,
    at: usize,
}

impl CliffMonth {
    fn found(&self) -> Option<&p::Month> {
        self.cliff.found.months.get(self.at)
    }
}

/// What ends in one month.
#[Object]
impl CliffMonth {
    /// The month, such as `2027-03`.
    async fn month(&self) -> Result<PartialDate> {
        let first = self.found().map_or(self.cliff.as_of, |month| month.first);
        let text = format!("{:04}-{:02}", first.year(), first.month());
        Ok(PartialDate(
            text.parse().unwrap_or_else(|_| Partial::day(first)),
        ))
    }

    /// What ends in it: first the earliest.
    async fn endings(&self) -> Vec<Ending> {
        let own = self.found().map(|month| month.endings.as_slice());
        let own = own.unwrap_or_default().iter();
        own.map(|at| self.cliff.ending(*at)).collect()
    }

    /// What is at stake.
    async fn stakes(&self) -> Option<Stakes> {
        self.found().map(|month| month.stakes.into())
    }
}

/// A change of commissioner, and what runs across it.
#[derive(SimpleObject, Clone)]
pub struct Crossing {
    /// The change: when, from whom, to whom, and whether that is done or due.
    pub change: BodySuccession,
    /// What those that surely straddle it have at stake.
    pub stakes: Stakes,
    /// What straddles it, or may.
    pub endings: Vec<CrossingEnding>,
}

/// One ending across a change of commissioner.
#[derive(SimpleObject, Clone)]
pub struct CrossingEnding {
    /// Whether it surely does.
    pub straddles: Straddles,
    /// What ends.
    pub ending: Ending,
}

/// What a renewal keeps of one offer.
#[derive(SimpleObject, Clone)]
pub struct RenewalKeeps {
    /// The offer.
    pub offer: Offer,
    /// People who have it by this service alone on the day after its end, of those in the area asked about, else of those whom it covers; null: it covers no measured area.
    pub people: Option<Share>,
    /// Prisons and courts that have it by this service alone.
    pub places: Vec<Area>,
}

/// One thing that ends.
#[derive(Clone)]
pub struct Ending {
    cliff: Cliff,
    at: usize,
}

impl Ending {
    fn get(&self) -> Option<&Planned> {
        self.cliff.found.all.get(self.at)
    }
}

/// A contract that ends, or a service of which no contract is on record, or none that counts.
#[Object]
impl Ending {
    /// The service.
    async fn service(&self) -> Option<Service> {
        let day = self.cliff.as_of;
        self.get().map(|e| Service { ix: e.service, day })
    }

    /// Its contract, with both readings of its year; null: none is on record.
    async fn contract(&self) -> Option<Contract> {
        let ix = self.get()?.contract?;
        let day = self.cliff.as_of;
        Some(Contract { ix, day })
    }

    /// Whether it counts.
    async fn standing(&self) -> Option<EndingStanding> {
        self.get().map(|e| e.standing.into())
    }

    /// First day on record; null: none is.
    async fn starts_on(&self) -> Option<PartialDate> {
        self.get()?.starts_on.map(PartialDate)
    }

    /// The last day that counts: that of the base term while an extension is not confirmed; null: none is on record.
    async fn ends_on(&self) -> Option<PartialDate> {
        self.get()?.ends_on.map(PartialDate)
    }

    /// Where that day comes from.
    async fn end_from(&self) -> Option<EndFrom> {
        self.get().map(|e| e.end_from.into())
    }

    /// Last day of an extension that nobody has confirmed; null: none is possible, or not on record.
    async fn extension_to(&self) -> Option<PartialDate> {
        self.get()?.extension_to.map(PartialDate)
    }

    /// Whole months from the day asked on to the end; null: it is past, or not on record.
    async fn notice_months(&self) -> Option<u32> {
        self.get()?.notice_months(self.cliff.as_of)
    }

    /// People that it is to reach a year; null: not on record.
    async fn places(&self) -> Option<i64> {
        self.get()?.places.map(whole)
    }

    /// How it came about; null: not stated.
    async fn procedure(&self) -> Option<ProcurementProcedure> {
        self.get()?.procedure.map(Into::into)
    }

    /// Whether it also covers areas or offers that were not asked about.
    async fn reaches_beyond(&self) -> Option<bool> {
        self.get().map(|e| e.reaches_beyond)
    }

    /// The contract in the same answer that it lies inside; null: none.
    async fn inside(&self) -> Option<Contract> {
        let ix = self.get()?.inside?;
        let day = self.cliff.as_of;
        Some(Contract { ix, day })
    }

    /// What renewing it, and nothing else, keeps: offer by offer. Empty: no end is on record.
    async fn renewal_keeps(&self, ctx: &Context<'_>) -> Result<Vec<RenewalKeeps>> {
        let atlas = ctx.atlas()?;
        let kept = self.get().map(|e| renewal::kept(atlas, e, self.cliff.area));
        let day = self.cliff.as_of;
        Ok(kept
            .unwrap_or_default()
            .into_iter()
            .map(|kept| RenewalKeeps {
                offer: Offer(kept.offer),
                people: kept.people.map(Into::into),
                places: kept.places.into_iter().map(|ix| Area { ix, day }).collect(),
            })
            .collect())
    }
}
