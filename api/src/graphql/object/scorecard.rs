//! The report's recommendations as indicators.

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::facts as f;
use planning::scorecard as s;
use planning::share::Share;
use planning::table::Ix;

use super::area::Area;
use super::claim::Claim;
use super::offer::{Community, Offer};
use super::record::CoverageRecord;
use super::service::Service;
use super::whole;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::CoverageState;
use crate::graphql::id::NodeType;
use crate::graphql::scalars::{Date, Decimal, Money};

/// What an indicator counts.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::scorecard::Unit", name = "IndicatorUnit")]
pub enum Unit {
    /// Residents.
    People,
    /// Prisons.
    Prisons,
    /// Courts.
    Courts,
    /// Services.
    Services,
    /// Communities.
    Communities,
    /// Pence.
    Pence,
    /// Pooled budgets.
    Pools,
    /// Minimum offers.
    Standards,
    /// Integrated care boards.
    Boards,
    /// The register does not hold it.
    NotHeld,
}

/// Why there is no count.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::scorecard::Why", name = "NotRecordedReason")]
pub enum Why {
    /// No record speaks of it.
    NothingOnRecord,
    /// Records speak of the area and not of one prison or court of it.
    NotByPlace,
    /// The area's people are not known.
    PeopleNotKnown,
    /// The register has no table for it.
    NotHeld,
}

/// What became of an indicator in an area.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndicatorOutcome {
    /// Counted.
    Counted,
    /// Not on record: see the reason, and what the indicator says is missing.
    NotRecorded,
    /// There is nothing there to count it of.
    NotApplicable,
}

/// The report's recommendations as indicators on a day. Each stands for itself: there is no overall score, and nothing is averaged.
#[derive(SimpleObject, Clone)]
pub struct Scorecard {
    /// The day.
    pub as_of: Date,
    /// The areas, by id.
    pub areas: Vec<Area>,
    /// The indicators, in the report's order.
    pub indicators: Vec<Indicator>,
}

/// An indicator with its values.
#[derive(Clone)]
pub struct Indicator {
    pub(crate) scored: s::Scored,
    pub(crate) day: NaiveDate,
}

/// Something counted for a recommendation, in every area asked.
#[Object]
impl Indicator {
    /// Its code, which never changes its meaning.
    async fn code(&self) -> &'static str {
        self.scored.indicator.code
    }

    /// What it tells.
    async fn name(&self) -> &'static str {
        self.scored.indicator.name
    }

    /// The recommendation that it is for.
    async fn recommendation(&self) -> Option<Recommendation> {
        let number = self.scored.indicator.recommendation;
        let of = |row: &&s::Recommendation| row.number == number;
        s::RECOMMENDATIONS.iter().find(of).map(Recommendation::of)
    }

    /// The formula in words.
    async fn formula(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(self.scored.indicator.measure.formula(ctx.atlas()?))
    }

    /// What it counts.
    async fn unit(&self) -> Unit {
        self.scored.indicator.measure.unit().into()
    }

    /// The offers that it asks about.
    async fn offers(&self, ctx: &Context<'_>) -> Result<Vec<Offer>> {
        let atlas = ctx.atlas()?;
        let codes = self.scored.indicator.measure.offers();
        let offers = codes.into_iter().filter_map(|code| atlas.offers.find(code));
        Ok(offers.map(Offer).collect())
    }

    /// What the register does not hold of it.
    async fn missing(&self) -> &'static str {
        self.scored.indicator.missing
    }

    /// Whom to ask for it, and what for.
    async fn request(&self) -> &'static str {
        self.scored.indicator.request
    }

    /// One value for each area, in their order.
    async fn values(&self) -> Vec<IndicatorValue> {
        let unit = self.scored.indicator.measure.unit();
        let value = |(area, value): &(Ix<f::Area>, s::Value)| IndicatorValue {
            area: *area,
            unit,
            day: self.day,
            value: value.clone(),
        };
        self.scored.values.iter().map(value).collect()
    }
}

/// One of the report's recommendations, in our own words.
#[derive(SimpleObject, Clone)]
pub struct Recommendation {
    /// Section and place in it, for example `4.3`.
    pub number: String,
    /// The section, in our own words.
    pub section: String,
    /// What it asks for.
    pub asks: String,
}

impl Recommendation {
    fn of(row: &s::Recommendation) -> Self {
        let section = row
            .number
            .split('.')
            .next()
            .and_then(|n| n.parse::<usize>().ok());
        let title = section.and_then(|n| s::SECTIONS.get(n.checked_sub(1)?));
        Self {
            number: row.number.to_owned(),
            section: title.copied().unwrap_or_default().to_owned(),
            asks: row.asks.to_owned(),
        }
    }
}

/// An indicator in one area.
#[derive(Clone)]
pub struct IndicatorValue {
    area: Ix<f::Area>,
    unit: s::Unit,
    day: NaiveDate,
    value: s::Value,
}

impl IndicatorValue {
    fn count(&self) -> Option<s::Count> {
        match self.value.outcome {
            s::Outcome::Counted(count) => Some(count),
            s::Outcome::NotRecorded(_) | s::Outcome::NotApplicable => None,
        }
    }

    fn why(&self) -> Option<s::Why> {
        match self.value.outcome {
            s::Outcome::NotRecorded(why) => Some(why),
            s::Outcome::Counted(_) | s::Outcome::NotApplicable => None,
        }
    }

    fn fraction(&self, part: impl Fn(s::Count) -> u64) -> Option<Decimal> {
        let count = self.count()?;
        let share = Share {
            part: part(count),
            whole: count.denominator?,
        };
        share.decimal().map(Decimal)
    }
}

/// An indicator in one area: a count and what of it is unknown, or why there is none.
#[Object]
impl IndicatorValue {
    /// The area.
    async fn area(&self) -> Area {
        Area {
            ix: self.area,
            day: self.day,
        }
    }

    /// What became of it.
    async fn outcome(&self) -> IndicatorOutcome {
        match self.value.outcome {
            s::Outcome::Counted(_) => IndicatorOutcome::Counted,
            s::Outcome::NotRecorded(_) => IndicatorOutcome::NotRecorded,
            s::Outcome::NotApplicable => IndicatorOutcome::NotApplicable,
        }
    }

    /// What fulfils it by a record: the least that it is. Null: not counted.
    async fn numerator(&self) -> Option<i64> {
        self.count().map(|count| whole(count.numerator))
    }

    /// All that could fulfil it. Null: not counted, or a count and no share.
    async fn denominator(&self) -> Option<i64> {
        self.count().and_then(|count| count.denominator).map(whole)
    }

    /// How much of it no record settles: it may fulfil it or not. Null: not counted.
    async fn unknown(&self) -> Option<i64> {
        self.count().map(|count| whole(count.unknown))
    }

    /// The least share that it is, six digits: the numerator of the denominator.
    async fn fraction_at_least(&self) -> Option<Decimal> {
        self.fraction(|count| count.numerator)
    }

    /// The greatest share that it could be, six digits: if all that is unknown fulfilled it.
    async fn fraction_at_most(&self) -> Option<Decimal> {
        self.fraction(|count| count.at_most())
    }

    /// The numerator in pounds, of an indicator that counts pence.
    async fn money(&self) -> Option<Money> {
        let count = self.count().filter(|_| self.unit == s::Unit::Pence)?;
        Some(Money(whole(count.numerator)))
    }

    /// Why it is not recorded.
    async fn reason(&self) -> Option<Why> {
        self.why().map(Into::into)
    }

    /// The same in a sentence.
    async fn sentence(&self) -> Option<&'static str> {
        self.why().map(s::Why::sentence)
    }

    /// What is counted, by state; empty where states do not apply.
    async fn states(&self) -> Vec<IndicatorState> {
        let state = |(state, count): &(planning::coverage::State, u64)| IndicatorState {
            state: (*state).into(),
            count: whole(*count),
        };
        self.value.by_state.iter().map(state).collect()
    }

    /// By community; empty where communities do not apply.
    async fn communities(&self) -> Vec<IndicatorCommunity> {
        let community = |row: &s::OfCommunity| IndicatorCommunity {
            community: row.community.map(Community),
            state: row.state.into(),
            census_people: row.census_people.map(whole),
            claims: row
                .claims
                .iter()
                .map(|ix| Claim {
                    ix: *ix,
                    day: self.day,
                })
                .collect(),
        };
        self.value.by_community.iter().map(community).collect()
    }

    /// The coverage records that it counts.
    async fn records(&self) -> Vec<CoverageRecord> {
        let record = |ix: &Ix<f::Coverage>| CoverageRecord {
            ix: *ix,
            day: self.day,
        };
        self.value.counted.coverage.iter().map(record).collect()
    }

    /// The services that it counts.
    async fn services(&self) -> Vec<Service> {
        let service = |ix: &Ix<f::Service>| Service {
            ix: *ix,
            day: self.day,
        };
        self.value.counted.services.iter().map(service).collect()
    }

    /// Ids of every other row that it counts: claims, allocations of money, pooled budgets, reports on the Mental Health Investment Standard, minimum offers. `node` gives each.
    async fn row_ids(&self, ctx: &Context<'_>) -> Result<Vec<ID>> {
        Ok(row_ids(ctx.atlas()?, &self.value.counted))
    }
}

fn row_ids(atlas: &Atlas, counted: &s::Counted) -> Vec<ID> {
    let mut ids = Vec::new();
    macro_rules! add {
        ($($field:ident in $table:ident as $node:ident),+ $(,)?) => {
            $(ids.extend(counted.$field.iter().map(|ix| NodeType::$node.id(&atlas.$table.get(*ix).id)));)+
        };
    }
    add!(
        claims in claims as Claim,
        allocations in funding_allocations as FundingAllocation,
        pools in pools as Pool,
        mhis_years in mhis_years as MhisYear,
        standards in standards as Standard,
    );
    ids
}

/// So many of what is counted in one state.
#[derive(SimpleObject, Clone)]
pub struct IndicatorState {
    /// The state.
    pub state: CoverageState,
    /// How many.
    pub count: i64,
}

/// One community's share in an indicator.
#[derive(SimpleObject, Clone)]
pub struct IndicatorCommunity {
    /// The community; null: the claims name none that is coded.
    pub community: Option<Community>,
    /// What the services claimed for it make of the area.
    pub state: CoverageState,
    /// People of its nearest census groups in the area, census of 2021; null: not published.
    pub census_people: Option<i64>,
    /// The claims, each with who makes it.
    pub claims: Vec<Claim>,
}
