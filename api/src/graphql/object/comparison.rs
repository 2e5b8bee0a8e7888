//! What differs between two scenarios, or a scenario and the register.

use async_graphql::{Object, SimpleObject};
use planning::coverage::Answer;
use planning::scenario as s;

use super::answer::StateShare;
use super::area::Area;
use super::body::Body;
use super::comparison_money::{PoolDifference, RunningDifference, StreamDifference};
use super::funding::FundingStream;
use super::offer::{Cohort, Community, Offer};
use super::pool::Pool;
use super::scenario::{Scenario, ScenarioStepProblem};
use super::{Share, whole};
use crate::graphql::enums::{CoverageState, Flag, Rule};
use crate::graphql::scalars::Date;

/// Two registers side by side.
pub struct ScenarioComparison {
    pub(crate) base: Option<Scenario>,
    pub(crate) with: Option<Scenario>,
    pub(crate) base_steps_left_out: Vec<ScenarioStepProblem>,
    pub(crate) with_steps_left_out: Vec<ScenarioStepProblem>,
    pub(crate) of: s::Comparison,
}

/// What differs between two scenarios, or between one and the register as it is. Only what differs is listed.
#[Object]
impl ScenarioComparison {
    /// The day.
    async fn as_of(&self) -> Date {
        Date(self.of.day)
    }

    /// The financial year of the day, of which the balances are: 2026 is April 2026 to March 2027.
    async fn financial_year(&self) -> u32 {
        self.of.year
    }

    /// The scenario before; null: the register as it is.
    async fn base(&self) -> Option<Scenario> {
        self.base
    }

    /// The scenario after; null: the register as it is.
    async fn with(&self) -> Option<Scenario> {
        self.with
    }

    /// Steps of the scenario before that do not hold and were left out.
    async fn base_steps_left_out(&self) -> &[ScenarioStepProblem] {
        &self.base_steps_left_out
    }

    /// Steps of the scenario after that do not hold and were left out.
    async fn with_steps_left_out(&self) -> &[ScenarioStepProblem] {
        &self.with_steps_left_out
    }

    /// Whether nothing differs.
    async fn is_equal(&self) -> bool {
        self.of.is_equal()
    }

    /// Areas × offers that were compared.
    async fn cells_compared(&self) -> i64 {
        whole(self.of.cells_asked)
    }

    /// Areas × offers whose coverage differs: the word, the shares or the words of its places. By area and offer.
    async fn coverage(&self) -> Vec<CoverageDifference> {
        let cells = self.of.cells.iter();
        let told = cells.map(|cell| CoverageDifference {
            area: Area {
                ix: cell.area,
                day: self.of.day,
            },
            offer: Offer(cell.offer),
            cohort: Cohort(cell.before.cohort),
            before: ScenarioCoverage::of(&cell.before, self.of.day),
            after: ScenarioCoverage::of(&cell.after, self.of.day),
        });
        told.collect()
    }

    /// Gaps that differ, most people first.
    async fn gaps(&self) -> Vec<GapDifference> {
        let gaps = self.of.gaps.iter();
        let told = gaps.map(|gap| GapDifference {
            area: Area {
                ix: gap.area,
                day: self.of.day,
            },
            offer: Offer(gap.offer),
            cohort: Cohort(gap.cohort),
            before: whole(gap.people.before),
            after: whole(gap.people.after),
            gained: whole(gap.gained()),
            closed: whole(gap.closed()),
        });
        told.collect()
    }

    /// All that runs on the day, wherever: services, awards, pounds and places.
    async fn running(&self) -> RunningDifference {
        (&self.of.running).into()
    }

    /// What runs by who answers for it on the day, where it differs. A service of several commissioners is theirs together, never split.
    async fn by_commissioner(&self) -> Vec<CommissionerDifference> {
        let day = self.of.day;
        let rows = self.of.commissioners.iter();
        let told = rows.map(|(bodies, change)| CommissionerDifference {
            commissioners: bodies.iter().map(|ix| Body { ix: *ix, day }).collect(),
            running: change.into(),
        });
        told.collect()
    }

    /// What differs by area, of the areas asked.
    async fn by_area(&self) -> Vec<AreaDifference> {
        let rows = self.of.areas.iter();
        let told = rows.map(|row| AreaDifference {
            area: Area {
                ix: row.area,
                day: self.of.day,
            },
            offers: whole(row.cells),
            gained: whole(row.gained),
            closed: whole(row.closed),
            running: (&row.running).into(),
        });
        told.collect()
    }

    /// What differs by the people that offers were asked about for.
    async fn by_cohort(&self) -> Vec<CohortDifference> {
        let rows = self.of.cohorts.iter();
        let told = rows.map(|row| CohortDifference {
            cohort: Cohort(row.cohort),
            cells: whole(row.cells),
            gained: whole(row.gained),
            closed: whole(row.closed),
        });
        told.collect()
    }

    /// What differs for each community, as far as the register's claims say which services are for whom. Every community, in code order.
    async fn by_community(&self) -> Vec<CommunityDifference> {
        let day = self.of.day;
        let rows = self.of.groups.iter();
        let told = rows.map(|row| CommunityDifference {
            community: Community(row.community),
            services: whole(row.services),
            coverage: row
                .cells
                .iter()
                .map(|cell| CommunityCoverageDifference {
                    area: Area { ix: cell.area, day },
                    offer: Offer(cell.offer),
                    before: ScenarioCoverage::of(&cell.before, day),
                    after: ScenarioCoverage::of(&cell.after, day),
                    census_people: cell.census_people.map(whole),
                })
                .collect(),
        });
        told.collect()
    }

    /// Funding streams whose money of the financial year differs.
    async fn streams(&self) -> Vec<StreamDifference> {
        let day = self.of.day;
        let rows = self.of.streams.iter();
        let told = rows.map(|(ix, change)| StreamDifference {
            stream: FundingStream { ix: *ix, day },
            before: change.before.into(),
            after: change.after.into(),
        });
        told.collect()
    }

    /// Pooled budgets whose money differs.
    async fn pools(&self) -> Vec<PoolDifference> {
        let day = self.of.day;
        let rows = self.of.pools.iter();
        let told = rows.map(|(ix, change)| PoolDifference {
            pool: Pool { ix: *ix, day },
            before: (&change.before).into(),
            after: (&change.after).into(),
        });
        told.collect()
    }

    /// Need that differs.
    async fn need(&self) -> Vec<NeedDifference> {
        let people = |of: &[u64]| of.iter().copied().map(whole).collect();
        let rows = self.of.needs.iter();
        let told = rows.map(|row| NeedDifference {
            area: Area {
                ix: row.area,
                day: self.of.day,
            },
            offer: Offer(row.offer),
            cohort: Cohort(row.cohort),
            before: people(&row.before),
            after: people(&row.after),
        });
        told.collect()
    }
}

/// The coverage of one offer in one area in both registers.
#[derive(SimpleObject, Clone)]
pub struct CoverageDifference {
    /// The area.
    pub area: Area,
    /// The offer.
    pub offer: Offer,
    /// For whom.
    pub cohort: Cohort,
    /// Before.
    pub before: ScenarioCoverage,
    /// After.
    pub after: ScenarioCoverage,
}

/// A coverage state with its reason. For the records behind it ask `coverage` with the scenario.
#[derive(SimpleObject, Clone)]
pub struct ScenarioCoverage {
    /// The word for the whole area.
    pub state: CoverageState,
    /// Share of the area's people for whom it is live for the whole cohort; null: a place, or an area whose people are not known.
    pub share: Option<Share>,
    /// Every state that some of the area's people are in.
    pub states: Vec<StateShare>,
    /// Prisons and courts of the area with records of their own.
    pub places: Vec<ScenarioPlace>,
    /// The rule that settled the state.
    pub rule: Rule,
    /// The rule in a sentence.
    pub sentence: String,
    /// What to know about it.
    pub flags: Vec<Flag>,
}

/// A prison or court and what its own records make.
#[derive(SimpleObject, Clone)]
pub struct ScenarioPlace {
    /// The place.
    pub place: Area,
    /// What its own records make.
    pub state: CoverageState,
}

impl ScenarioCoverage {
    fn of(answer: &Answer, day: chrono::NaiveDate) -> Self {
        let states = answer.shares.iter().map(|row| StateShare {
            state: row.state.into(),
            share: row.share.map(Into::into),
        });
        let places = answer.places.iter().map(|row| ScenarioPlace {
            place: Area { ix: row.place, day },
            state: row.state.into(),
        });
        Self {
            state: answer.state.into(),
            share: answer.share.map(Into::into),
            states: states.collect(),
            places: places.collect(),
            rule: answer.explanation.rule.into(),
            sentence: answer.explanation.rule.sentence().to_owned(),
            flags: answer.explanation.flags.iter().map(Into::into).collect(),
        }
    }
}

/// People in a gap in both registers. An area whose people are not known has 0 in both, and its state says more.
#[derive(SimpleObject, Clone)]
pub struct GapDifference {
    /// The area.
    pub area: Area,
    /// The offer.
    pub offer: Offer,
    /// For whom.
    pub cohort: Cohort,
    /// People in the gap before.
    pub before: i64,
    /// People in the gap after.
    pub after: i64,
    /// People newly in it, net of those for whom it closes.
    pub gained: i64,
    /// People for whom it closes, net of those newly in it.
    pub closed: i64,
}

/// What the same bodies answer for, before and after.
#[derive(SimpleObject, Clone)]
pub struct CommissionerDifference {
    /// Who answers for it together; none: not on record.
    pub commissioners: Vec<Body>,
    /// What runs.
    pub running: RunningDifference,
}

/// What differs in one area.
#[derive(SimpleObject, Clone)]
pub struct AreaDifference {
    /// The area.
    pub area: Area,
    /// Offers whose coverage differs.
    pub offers: i64,
    /// People newly in a gap, offer by offer: one who lacks two counts twice.
    pub gained: i64,
    /// People for whom a gap closes, offer by offer.
    pub closed: i64,
    /// The services that differ and have a record of the area or a part of it. One that reaches further is told whole, never split.
    pub running: RunningDifference,
}

/// What differs for one cohort.
#[derive(SimpleObject, Clone)]
pub struct CohortDifference {
    /// The people that offers were asked about for.
    pub cohort: Cohort,
    /// Areas × offers whose coverage differs.
    pub cells: i64,
    /// People newly in a gap, offer by offer.
    pub gained: i64,
    /// People for whom a gap closes, offer by offer.
    pub closed: i64,
}

/// What differs for one community.
#[derive(SimpleObject, Clone)]
pub struct CommunityDifference {
    /// The community.
    pub community: Community,
    /// Services that claims say are for it. 0: not recorded, which is not none.
    pub services: i64,
    /// Areas × offers whose coverage by those services alone differs.
    pub coverage: Vec<CommunityCoverageDifference>,
}

/// The coverage of one offer in one area by the services for one community.
#[derive(SimpleObject, Clone)]
pub struct CommunityCoverageDifference {
    /// The area.
    pub area: Area,
    /// The offer.
    pub offer: Offer,
    /// Before.
    pub before: ScenarioCoverage,
    /// After.
    pub after: ScenarioCoverage,
    /// People of the nearest published census groups in the area, census of 2021; null: not recorded.
    pub census_people: Option<i64>,
}

/// How many people need an offer in an area, in both registers.
#[derive(SimpleObject, Clone)]
pub struct NeedDifference {
    /// The area.
    pub area: Area,
    /// The offer.
    pub offer: Offer,
    /// Of whom.
    pub cohort: Cohort,
    /// The central estimates on record before, by size; none: no estimate.
    pub before: Vec<i64>,
    /// The central estimates after.
    pub after: Vec<i64>,
}
