//! Areas held against a minimum offer.

use async_graphql::{Enum, Object, SimpleObject};
use chrono::NaiveDate;
use planning::facts as f;
use planning::standard as s;
use planning::table::Ix;

use super::answer::CoverageCell;
use super::area::Area;
use super::contract::Contract;
use super::need::Need;
use super::service::Service;
use super::standard::{Standard, StandardLine};
use super::{Share, whole};
use crate::graphql::enums::CoverageState;
use crate::graphql::scalars::Date;

/// Whether an area meets a line.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::standard::Verdict")]
pub enum Verdict {
    /// On record as live for everybody asked about.
    Met,
    /// Live for a part of the area, of its prisons or courts, or of the cohort.
    PartlyMet,
    /// Records disagree.
    Contested,
    /// A record says that there is none, or the last one has ended.
    NotMet,
    /// Contracted or announced, not begun.
    Planned,
    /// No record speaks of it: a question to ask, never a failure.
    NotRecorded,
    /// The offer does not exist in that nation, or the area has no prison or court for it.
    NotApplicable,
}

/// What a verdict counts.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::standard::Basis", name = "VerdictBasis")]
pub enum Basis {
    /// The people of the area.
    People,
    /// Its prisons or courts, since the offer is commissioned for those alone.
    Places,
    /// Records of the area as a whole, where none speaks of one prison or court of it.
    AreaRecords,
    /// The area has no prison or court to which the offer could belong.
    NoPlace,
}

/// Whether the places on record are as many as a line asks for.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::standard::AmountVerdict")]
pub enum AmountVerdict {
    /// As many as the highest need asks for, or more.
    Enough,
    /// As many as the lowest need asks for, and fewer than the highest.
    WithinRange,
    /// Fewer than the lowest need asks for, and every place is on record.
    Short,
    /// The needs on record lead to different verdicts.
    NeedsDisagree,
    /// No need is on record, or not every place is.
    NotRecorded,
    /// The line states no amount, or does not apply.
    NotAsked,
}

/// Areas held against a minimum offer on a day. Verdicts are counted apart; there is no share of lines met, since it would hide what is not recorded.
#[derive(SimpleObject, Clone)]
pub struct MinimumOffer {
    /// The day.
    pub as_of: Date,
    /// The minimum offer.
    pub standard: Standard,
    /// By line, in its own order.
    pub lines: Vec<LineTally>,
    /// By area, by id.
    pub areas: Vec<AreaTally>,
    /// One cell for each area and line, areas outermost.
    pub cells: Vec<MinimumOfferCell>,
    /// All cells.
    pub tally: VerdictTally,
}

/// One line over the areas asked.
#[derive(SimpleObject, Clone)]
pub struct LineTally {
    /// The line.
    pub line: StandardLine,
    /// Its cells.
    pub tally: VerdictTally,
}

/// One area over the lines.
#[derive(SimpleObject, Clone)]
pub struct AreaTally {
    /// The area.
    pub area: Area,
    /// Its cells.
    pub tally: VerdictTally,
}

/// Cells counted by verdict, each apart.
#[derive(SimpleObject, Clone)]
pub struct VerdictTally {
    /// Cells by verdict; every verdict is there.
    pub verdicts: Vec<VerdictCount>,
    /// Cells by whether the amount is enough; every verdict is there.
    pub amounts: Vec<AmountCount>,
    /// People by state, of the cells that count people and know them. Areas that overlap, and lines, count their people each.
    pub people: Vec<StatePeople>,
    /// Prisons and courts by verdict, of the cells that count those.
    pub places: Vec<VerdictCount>,
    /// How much of it rests on any record.
    pub completeness: VerdictCompleteness,
}

/// So many cells, prisons or courts with one verdict.
#[derive(SimpleObject, Clone)]
pub struct VerdictCount {
    /// The verdict.
    pub verdict: Verdict,
    /// How many.
    pub count: i64,
}

/// So many cells with one word on the amount.
#[derive(SimpleObject, Clone)]
pub struct AmountCount {
    /// The word.
    pub verdict: AmountVerdict,
    /// How many.
    pub count: i64,
}

/// So many people in one state.
#[derive(SimpleObject, Clone)]
pub struct StatePeople {
    /// The state.
    pub state: CoverageState,
    /// People.
    pub people: i64,
}

/// How much of a tally rests on any record.
#[derive(SimpleObject, Clone)]
pub struct VerdictCompleteness {
    /// Cells to which a line applies.
    pub cells: i64,
    /// Cells of which nothing is on record.
    pub cells_not_recorded: i64,
    /// People-cells of which some record speaks, of all where the offer exists.
    pub people_recorded: Share,
    /// Prisons and courts of which some record speaks.
    pub places_recorded: i64,
    /// Prisons and courts counted.
    pub places: i64,
}

impl From<s::Tally> for VerdictTally {
    fn from(tally: s::Tally) -> Self {
        let verdict = |(verdict, count): (s::Verdict, u64)| VerdictCount {
            verdict: verdict.into(),
            count: whole(count),
        };
        Self {
            verdicts: tally.verdicts.into_iter().map(verdict).collect(),
            amounts: tally
                .amounts
                .into_iter()
                .map(|(verdict, count)| AmountCount {
                    verdict: verdict.into(),
                    count: whole(count),
                })
                .collect(),
            people: tally
                .people
                .into_iter()
                .map(|(state, people)| StatePeople {
                    state: state.into(),
                    people: whole(people),
                })
                .collect(),
            places: tally.places.into_iter().map(verdict).collect(),
            completeness: VerdictCompleteness {
                cells: whole(tally.known.cells),
                cells_not_recorded: whole(tally.known.cells_not_recorded),
                people_recorded: tally.known.people.into(),
                places_recorded: whole(tally.known.places.part),
                places: whole(tally.known.places.whole),
            },
        }
    }
}

/// One area held against one line.
#[derive(Clone)]
pub struct MinimumOfferCell {
    pub(crate) line: Ix<f::StandardLine>,
    pub(crate) offer: Ix<f::Offer>,
    pub(crate) day: NaiveDate,
    pub(crate) cell: s::Cell,
}

/// One area held against one line: the verdict and what it rests on.
#[Object]
impl MinimumOfferCell {
    /// The line.
    async fn line(&self) -> StandardLine {
        StandardLine(self.line)
    }

    /// The area.
    async fn area(&self) -> Area {
        Area {
            ix: self.cell.area,
            day: self.day,
        }
    }

    /// Whether the line is met: whether there is any, not whether there is enough.
    async fn verdict(&self) -> Verdict {
        self.cell.verdict.into()
    }

    /// What the verdict counts.
    async fn basis(&self) -> Basis {
        self.cell.basis.into()
    }

    /// The answer for the area: the shares of its people, the rule, the records and the oldest evidence.
    async fn coverage(&self) -> CoverageCell {
        CoverageCell {
            area: self.cell.area,
            offer: self.offer,
            day: self.day,
            answer: self.cell.answer.clone(),
        }
    }

    /// For an offer of prisons or courts, each of them in the area.
    async fn places(&self) -> Vec<PlaceVerdict> {
        let place = |place: &s::PlaceVerdict| PlaceVerdict {
            place: Area {
                ix: place.place,
                day: self.day,
            },
            verdict: place.verdict.into(),
            coverage: CoverageCell {
                area: place.place,
                offer: self.offer,
                day: self.day,
                answer: place.answer.clone(),
            },
        };
        self.cell.places.iter().map(place).collect()
    }

    /// Whether as much as the line asks for is on record.
    async fn amount(&self) -> MinimumOfferAmount {
        MinimumOfferAmount::of(&self.cell.amount, self.day)
    }
}

/// One prison or court held against a line.
#[derive(SimpleObject, Clone)]
pub struct PlaceVerdict {
    /// The prison or court.
    pub place: Area,
    /// Whether it meets the line.
    pub verdict: Verdict,
    /// The answer for it.
    pub coverage: CoverageCell,
}

/// Places on record against those that the need asks for.
#[derive(SimpleObject, Clone)]
pub struct MinimumOfferAmount {
    /// Whether they are enough.
    pub verdict: AmountVerdict,
    /// What each need on record of the same area, offer and cohort asks for; never added up. Empty: none is on record, or the line asks for no amount.
    pub required: Vec<RequiredPlaces>,
    /// Places a year that contracts state for this offer in this area alone; null: none states any.
    pub places_on_record: Option<i64>,
    /// Those contracts.
    pub contracts: Vec<Contract>,
    /// Services that run without places on record.
    pub places_not_stated: Vec<Service>,
    /// Services whose places are also for other areas or offers: nobody says how many are for this one.
    pub places_shared: Vec<Service>,
    /// Whether there may be services of which the register does not know, since part of what was asked about is settled by no record.
    pub may_be_more: bool,
}

/// Places a year that a need asks for, rounded up to whole places.
#[derive(SimpleObject, Clone)]
pub struct RequiredPlaces {
    /// The need.
    pub need: Need,
    /// For its low estimate of people.
    pub low: i64,
    /// For its central estimate.
    pub central: i64,
    /// For its high estimate.
    pub high: i64,
}

impl MinimumOfferAmount {
    fn of(amount: &s::Amount, day: NaiveDate) -> Self {
        let service = |ix: &Ix<f::Service>| Service { ix: *ix, day };
        let places = &amount.places;
        Self {
            verdict: amount.verdict.into(),
            required: amount
                .required
                .iter()
                .map(|row| RequiredPlaces {
                    need: Need { ix: row.need, day },
                    low: whole(row.low),
                    central: whole(row.central),
                    high: whole(row.high),
                })
                .collect(),
            places_on_record: (!places.contracts.is_empty()).then(|| whole(places.known)),
            contracts: places
                .contracts
                .iter()
                .map(|ix| Contract { ix: *ix, day })
                .collect(),
            places_not_stated: places.not_stated.iter().map(service).collect(),
            places_shared: places.shared.iter().map(service).collect(),
            may_be_more: places.may_be_more,
        }
    }
}
