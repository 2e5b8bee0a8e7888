//! Answers of the planning core: coverage states, gaps, comparisons.

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::NaiveDate;
use planning::coverage::{Answer, PlaceAnswer, RecordUse};
use planning::facts as f;
use planning::gaps;
use planning::table::Ix;

use super::area::Area;
use super::offer::{Cohort, Offer};
use super::record::{CoverageRecord, RecordReading};
use super::search::SearchRecord;
use super::{Share, whole};
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{Confidence, CoverageState, Flag, Rule};
use crate::graphql::scalars::{Date, Decimal, PartialDate};

/// The coverage of one area, offer and cohort on a day.
#[derive(Clone)]
pub struct CoverageCell {
    pub(crate) area: Ix<f::Area>,
    pub(crate) offer: Ix<f::Offer>,
    pub(crate) day: NaiveDate,
    pub(crate) answer: Answer,
}

/// What the register knows of one offer in one area for a cohort on a day: the state, everybody's share of it, and why.
#[Object]
impl CoverageCell {
    /// The area.
    async fn area(&self) -> Area {
        Area {
            ix: self.area,
            day: self.day,
        }
    }

    /// The offer.
    async fn offer(&self) -> Offer {
        Offer(self.offer)
    }

    /// For whom.
    async fn cohort(&self) -> Cohort {
        Cohort(self.answer.cohort)
    }

    /// The word for the whole area: one state everywhere; PARTIAL if any of it is live; else the state of most people.
    async fn state(&self) -> CoverageState {
        self.answer.state.into()
    }

    /// Share of the area's people for whom it is live for the whole cohort. Null: a place (counted, not measured) or an area whose people are not known.
    async fn share(&self) -> Option<Share> {
        self.answer.share.map(Into::into)
    }

    /// Every state that some of the area's people are in; the shares sum to the whole. Never averaged.
    async fn states(&self) -> Vec<StateShare> {
        self.answer
            .shares
            .iter()
            .map(|s| StateShare {
                state: s.state.into(),
                share: s.share.map(Into::into),
            })
            .collect()
    }

    /// Prisons and courts of the area with records of their own, in no population share.
    async fn places(&self) -> Vec<PlaceCoverage> {
        let place = |p: &PlaceAnswer| PlaceCoverage::of(p, self.day);
        self.answer.places.iter().map(place).collect()
    }

    /// Why.
    async fn explanation(&self) -> Explanation<'_> {
        Explanation {
            of: &self.answer,
            day: self.day,
        }
    }
}

/// People of the area in one state.
#[derive(SimpleObject, Clone)]
pub struct StateShare {
    /// The state.
    pub state: CoverageState,
    /// Its share of the area's people; null where they are not known.
    pub share: Option<Share>,
}

/// A prison or court with records of its own.
#[derive(SimpleObject, Clone)]
pub struct PlaceCoverage {
    /// The place.
    pub place: Area,
    /// What its own records make.
    pub state: CoverageState,
    /// Those records.
    pub records: Vec<CoverageRecord>,
}

impl PlaceCoverage {
    fn of(answer: &PlaceAnswer, day: NaiveDate) -> Self {
        let record = |ix: &Ix<f::Coverage>| CoverageRecord { ix: *ix, day };
        Self {
            place: Area {
                ix: answer.place,
                day,
            },
            state: answer.state.into(),
            records: answer.records.iter().map(record).collect(),
        }
    }
}

/// Why a state is what it is.
pub struct Explanation<'a> {
    of: &'a Answer,
    day: NaiveDate,
}

/// Why a state is what it is: the rule, the records, and how old and strong the evidence is.
#[Object]
impl Explanation<'_> {
    /// The rule that settled the state.
    async fn rule(&self) -> Rule {
        self.of.explanation.rule.into()
    }

    /// The rule in a sentence.
    async fn sentence(&self) -> &'static str {
        self.of.explanation.rule.sentence()
    }

    /// What to know about the answer.
    async fn flags(&self) -> Vec<Flag> {
        self.of.explanation.flags.iter().map(Into::into).collect()
    }

    /// Every record that speaks of the offer and the area or a part of it, and what each says of the day.
    async fn records(&self) -> Vec<RecordInAnswer> {
        let used = |u: &RecordUse| RecordInAnswer::of(u, self.day);
        self.of.explanation.records.iter().map(used).collect()
    }

    /// Searches that found none, where nothing is recorded: not evidence that there is none.
    async fn searches(&self) -> Vec<SearchRecord> {
        let search = |ix: &Ix<f::Search>| SearchRecord {
            ix: *ix,
            day: self.day,
        };
        self.of.explanation.searches.iter().map(search).collect()
    }

    /// The oldest date among the evidence that settled the state; null: none of it is dated, or no record settled it.
    async fn oldest_evidence(&self) -> Option<PartialDate> {
        self.of.explanation.oldest_evidence.map(PartialDate)
    }

    /// Whether some of that evidence bears no date.
    async fn undated_evidence(&self) -> bool {
        self.of.explanation.undated_evidence
    }

    /// How much the evidence that settled the state can bear; null: no record settled it.
    async fn confidence(&self) -> Option<Confidence> {
        self.of.explanation.confidence.map(Into::into)
    }
}

/// A record in an explanation.
#[derive(SimpleObject, Clone)]
pub struct RecordInAnswer {
    /// The record, with its evidence.
    pub record: CoverageRecord,
    /// What it says of the day.
    pub reading: RecordReading,
    /// People of the area that it speaks of; 0 for a record of a prison or court.
    pub people: i64,
}

impl RecordInAnswer {
    fn of(used: &RecordUse, day: NaiveDate) -> Self {
        Self {
            record: CoverageRecord {
                ix: used.record,
                day,
            },
            reading: RecordReading::of(used.reading),
            people: whole(used.people),
        }
    }
}

/// The coverage of many areas and offers on one day.
#[derive(SimpleObject, Clone)]
pub struct CoverageMatrix {
    /// The day.
    pub as_of: Date,
    /// The cohort asked about; null: for each offer the people that it is meant for.
    pub cohort: Option<Cohort>,
    /// The areas, by id.
    pub areas: Vec<Area>,
    /// The offers, by code.
    pub offers: Vec<Offer>,
    /// One cell for each area and offer, areas outermost.
    pub cells: Vec<CoverageCell>,
    /// How much of it the register can answer.
    pub completeness: Completeness,
}

/// How much of a question the register can answer. What is not recorded is reported here and never as a gap.
#[derive(SimpleObject, Clone)]
pub struct Completeness {
    /// Cells (area × offer) asked, those of nations without the offer left out.
    pub cells: i64,
    /// Cells of which no record speaks anywhere in the area.
    pub cells_not_recorded: i64,
    /// Share of people-cells (people × offers) of which some record speaks, six digits; null where nobody is asked about.
    pub recorded_fraction: Option<Decimal>,
}

impl From<gaps::Completeness> for Completeness {
    fn from(c: gaps::Completeness) -> Self {
        Self {
            cells: whole(c.cells),
            cells_not_recorded: whole(c.cells_not_recorded),
            recorded_fraction: c.recorded.decimal().map(Decimal),
        }
    }
}

/// The gaps over many areas and offers on one day.
#[derive(SimpleObject, Clone)]
pub struct GapList {
    /// The day.
    pub as_of: Date,
    /// The cohort asked about; null: for each offer the people that it is meant for.
    pub cohort: Option<Cohort>,
    /// The gaps, most people first.
    pub gaps: Vec<Gap>,
    /// How much of the question the register can answer.
    pub completeness: Completeness,
}

/// An area and offer in which somebody is uncovered by what a record says: absent, or lapsed.
#[derive(SimpleObject, Clone)]
pub struct Gap {
    /// The area.
    pub area: Area,
    /// The offer.
    pub offer: Offer,
    /// People absent or lapsed, of the area's people.
    pub uncovered: Share,
    /// The whole answer, with its evidence.
    pub coverage: CoverageCell,
}

impl Gap {
    pub(crate) fn of(gap: gaps::Gap, day: NaiveDate) -> Self {
        Self {
            area: Area { ix: gap.area, day },
            offer: Offer(gap.offer),
            uncovered: gap.gap.into(),
            coverage: CoverageCell {
                area: gap.area,
                offer: gap.offer,
                day,
                answer: gap.answer,
            },
        }
    }
}

/// Areas side by side on one offer.
#[derive(SimpleObject, Clone)]
pub struct ComparisonRow {
    /// The offer.
    pub offer: Offer,
    /// One cell for each area, in the order asked.
    pub cells: Vec<CoverageCell>,
    /// Whether the areas' states differ.
    pub differs: bool,
}

/// Figures moved from one geography to another: apportioned, not observed.
#[derive(SimpleObject, Clone)]
pub struct ApportionedFigures {
    /// One row for each area of the target kind.
    pub figures: Vec<ApportionedFigure>,
    /// What belongs to no area of the target kind, or to an area whose split nobody publishes: never spread.
    pub unallocated: i64,
    /// The sum of the figures given: the rows and the unallocated sum to it.
    pub total: i64,
    /// How it was done.
    pub method: String,
}

/// One apportioned figure.
#[derive(SimpleObject, Clone)]
pub struct ApportionedFigure {
    /// The area.
    pub area: Area,
    /// The figure.
    pub figure: i64,
}

/// A district whose NHS region is not the one that most of its probation region belongs to.
#[derive(Clone, Copy)]
pub struct BoundaryConflict {
    pub(crate) conflict: planning::conflict::BoundaryConflict,
    pub(crate) day: NaiveDate,
}

impl BoundaryConflict {
    fn area(&self, ix: Ix<f::Area>) -> Area {
        Area { ix, day: self.day }
    }
}

/// A district whose NHS and justice parents disagree: its NHS region is not the one that most people of its probation region belong to.
#[Object]
impl BoundaryConflict {
    /// The district.
    async fn district(&self) -> Area {
        self.area(self.conflict.district)
    }

    /// The NHS region of most of its people.
    async fn nhs_region(&self) -> Area {
        self.area(self.conflict.nhs_region)
    }

    /// Its probation region.
    async fn probation_region(&self) -> Area {
        self.area(self.conflict.probation_region)
    }

    /// The NHS region of most people of that probation region.
    async fn nhs_region_of_probation_region(&self) -> Area {
        self.area(self.conflict.probation_regions_nhs_region)
    }

    /// Its police force area.
    async fn police_force(&self) -> Option<Area> {
        self.conflict.police_force.map(|ix| self.area(ix))
    }

    /// The integrated care board of most of its people.
    async fn icb(&self) -> Option<Area> {
        self.conflict.icb.map(|ix| self.area(ix))
    }

    /// In a sentence.
    async fn sentence(&self, ctx: &Context<'_>) -> Result<String> {
        let atlas = ctx.atlas()?;
        let name = |ix| atlas.areas.get(ix).name.as_str();
        Ok(format!(
            "{} is in {} for the NHS and in {} for probation, whose people are mostly in {}.",
            name(self.conflict.district),
            name(self.conflict.nhs_region),
            name(self.conflict.probation_region),
            name(self.conflict.probation_regions_nhs_region),
        ))
    }
}
