//! Questions in few words.

use crate::allocate::answer::{Answer, Outcome, Plan};
use crate::allocate::clash::Clash;
use crate::allocate::problem::*;
use crate::allocate::{allocate, reach};

/// Places, people, weights and costs: area, offer, people, weight, pounds a person.
pub(super) fn question(needs: &[(&str, &str, i64, i64, i64)]) -> Problem {
    let mut problem = Problem {
        most_steps: 200,
        ..Problem::default()
    };
    for (area, offer, people, weight, pounds) in needs {
        problem.needs.push(Need {
            place: place(area, offer),
            people: Estimate::exactly(*people),
            weight: weight * ONE,
        });
        let known = |cost: &&UnitCost| cost.offer == *offer && cost.area.as_deref() == Some(*area);
        if problem.costs.iter().find(known).is_none() {
            problem.costs.push(UnitCost {
                offer: (*offer).to_owned(),
                area: Some((*area).to_owned()),
                pence: Estimate::exactly(pounds * 100),
            });
        }
    }
    problem
}

pub(super) fn place(area: &str, offer: &str) -> Place {
    Place {
        area: area.to_owned(),
        offer: offer.to_owned(),
        cohort: None,
    }
}

pub(super) fn areas(names: &[&str]) -> Scope {
    Scope {
        areas: Some(names.iter().map(|name| (*name).to_owned()).collect()),
        ..Scope::default()
    }
}

impl Problem {
    pub(super) fn stream(mut self, id: &str, pounds: i64, conditions: Scope, silo: Scope) -> Self {
        self.streams.push(Stream {
            id: id.to_owned(),
            pence: pounds * 100,
            conditions,
            silo,
            pooled: true,
        });
        self
    }

    pub(super) fn in_units(mut self, offer: &str, people: i64) -> Self {
        self.units.push(Unit {
            offer: offer.to_owned(),
            people,
        });
        self
    }

    pub(super) fn committed(mut self, stream: &str, area: &str, offer: &str, pounds: i64) -> Self {
        self.commitments.push(Commitment {
            stream: stream.to_owned(),
            place: place(area, offer),
            pence: pounds * 100,
        });
        self
    }

    pub(super) fn limit(
        mut self,
        sense: Sense,
        area: Option<&str>,
        offer: Option<&str>,
        people: i64,
    ) -> Self {
        self.limits.push(Limit {
            sense,
            area: area.map(str::to_owned),
            offer: offer.map(str::to_owned),
            cohort: None,
            measure: Measure::People,
            amount: people,
        });
        self
    }

    pub(super) fn minimum(mut self, offer: &str, share: i64) -> Self {
        self.minimums.push(Minimum {
            offer: offer.to_owned(),
            share,
        });
        self
    }

    pub(super) fn equity(mut self, unmet: Option<i64>, gap: Option<i64>) -> Self {
        self.equity.push(Equity {
            between: Between::Areas,
            unmet,
            gap,
        });
        self
    }

    /// Its answer.
    pub(super) fn answer(&self) -> Answer {
        match allocate(self) {
            Outcome::Answered(answer) => *answer,
            other => panic!("no answer: {other:?}"),
        }
    }

    /// What clashes in it.
    pub(super) fn clash(&self) -> Clash {
        match allocate(self) {
            Outcome::Clashing(clash) => clash,
            other => panic!("no clash: {other:?}"),
        }
    }
}

/// People served at a place, in thousandths.
pub(super) fn people(plan: &Plan, area: &str, offer: &str) -> i64 {
    let mut places = plan.places.iter();
    let found = places.find(|served| served.place == place(area, offer));
    found.map_or(-1, |served| served.people)
}

/// Weighted unmet need in whole thousandths, rounded.
pub(super) fn unmet(plan: &Plan) -> i128 {
    (plan.unmet + 500_000) / 1_000_000
}

/// What a plan has to hold whatever it was asked, read from the question and not from the case.
pub(super) fn breaches(problem: &Problem, plan: &Plan, pooled: bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut say = |holds: bool, what: String| {
        if !holds {
            found.push(what);
        }
    };
    for stream in &problem.streams {
        let paid = plan.payments.iter().filter(|paid| paid.stream == stream.id);
        let sum: i64 = paid.clone().map(|paid| paid.pence).sum();
        say(sum <= stream.pence, format!("{} overspends", stream.id));
        for paid in paid {
            let in_silo = stream.silo.holds(&paid.place) || (pooled && stream.pooled);
            let allowed = stream.conditions.holds(&paid.place);
            let is_promised = paid.pence == paid.committed;
            say(
                allowed && (in_silo || is_promised),
                format!("{} may not pay for {:?}", stream.id, paid.place),
            );
        }
    }
    for served in &plan.places {
        let paid = plan
            .payments
            .iter()
            .filter(|paid| paid.place == served.place);
        let sum: i64 = paid.clone().map(|paid| paid.pence).sum();
        let committed: i64 = paid.map(|paid| paid.committed).sum();
        say(sum == served.pence, format!("{:?} does not add up", served));
        say(committed == served.committed, format!("{served:?}"));
        say(served.people <= served.need, format!("{served:?}"));
        say(served.people >= 0, format!("{served:?}"));
        say(
            served.people <= bought(problem, served.pence, &served.place),
            format!("more served than paid for: {served:?}"),
        );
    }
    for limit in &problem.limits {
        let counted = plan.places.iter().filter(|of| limit.counts(&of.place));
        let sum: i64 = match limit.measure {
            Measure::People => counted.map(|of| of.people).sum(),
            Measure::Pence => counted.map(|of| of.pence).sum(),
        };
        let bound = match limit.measure {
            Measure::People => limit.amount * 1_000,
            Measure::Pence => limit.amount,
        };
        let holds = match limit.sense {
            Sense::Ceiling => sum <= bound,
            Sense::Floor => sum >= bound - 20 - bound / 100_000,
        };
        say(holds, format!("{limit:?} has {sum}"));
    }
    let of_area = |area: &str, offer: Option<&str>| {
        let mut sums = (0, 0);
        for served in &plan.places {
            if served.place.area == area && offer.is_none_or(|offer| served.place.offer == offer) {
                sums = (sums.0 + served.people, sums.1 + served.need);
            }
        }
        sums
    };
    let areas: std::collections::BTreeSet<&str> = problem
        .needs
        .iter()
        .map(|need| need.place.area.as_str())
        .collect();
    for minimum in &problem.minimums {
        for area in &areas {
            let (people, need) = of_area(area, Some(&minimum.offer));
            let holds = people + 20 + need / 100_000 >= need * minimum.share / ONE;
            say(holds, format!("{minimum:?} in {area}: {people} of {need}"));
        }
    }
    let shares: Vec<i64> = areas
        .iter()
        .map(|area| of_area(area, None))
        .filter(|(_, need)| *need > 0)
        .map(|(people, need)| (need - people) * ONE / need)
        .collect();
    for equity in &problem.equity {
        if equity.between == Between::Areas {
            let most = shares.iter().max().copied().unwrap_or(0);
            let least = shares.iter().min().copied().unwrap_or(0);
            let fits = |limit: Option<i64>, share: i64| limit.is_none_or(|l| share <= l + 5_000);
            say(fits(equity.unmet, most), format!("{equity:?} has {most}"));
            say(fits(equity.gap, most - least), format!("{equity:?}"));
        }
    }
    found
}

/// Whom the money of a place reaches at the central cost.
fn bought(problem: &Problem, pence: i64, place: &Place) -> i64 {
    let need = problem.needs.iter().find(|need| need.place == *place);
    let of_offer = || problem.costs.iter().filter(|of| of.offer == place.offer);
    let cost = of_offer()
        .find(|of| of.area.as_ref() == Some(&place.area))
        .or_else(|| of_offer().find(|of| of.area.is_none()));
    let curve = problem.curves.iter().find(|of| of.offer == place.offer);
    let steps = reach::steps(curve.map(|curve| &curve.reach));
    let pieces = reach::pieces(
        &steps,
        need.map_or(0, |need| need.people.central),
        cost.map_or(1, |cost| cost.pence.central),
    );
    reach::reached(&pieces, pence)
}
