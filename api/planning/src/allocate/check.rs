//! What is wrong with a question, by field, all at once.

use std::collections::{BTreeMap, BTreeSet};

use super::problem::{Curve, Estimate, Limit, Measure, ONE, Place, Problem, Reach, Sense};

/// Most needs: 36 boards by 20 offers by two cohorts, and some.
pub const MOST_NEEDS: usize = 2_000;
/// Most streams.
pub const MOST_STREAMS: usize = 400;
/// Most demands of any one kind.
pub const MOST_DEMANDS: usize = 400;
/// Most unit costs, curves or units.
pub const MOST_COSTS: usize = 4_000;
/// Most pieces of one curve.
pub const MOST_PIECES: usize = 12;
/// Most streams times needs: what the programme links at worst.
pub const MOST_LINKS: usize = 200_000;
/// Most steps that the solver may be allowed.
pub const MOST_STEPS: u32 = 200;
/// A thousand million pounds, in pence.
pub const MOST_PENCE: i64 = 100_000_000_000;
/// More people than there are.
pub const MOST_PEOPLE: i64 = 100_000_000;
/// A thousand times the weight one, in millionths.
pub const MOST_WEIGHT: i64 = 1_000 * ONE;

/// Why something cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// It has to be given.
    Required,
    /// It names nothing in the question.
    NotFound,
    /// It lies outside its bounds.
    OutOfRange,
    /// It is said twice.
    Duplicate,
    /// It does not fit with another field.
    Mismatch,
    /// The question is larger than is answered.
    TooLarge,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// The field, such as `needs.3.weight`.
    pub field: String,
    /// Why.
    pub wrong: Wrong,
    /// What is wrong and what would be right.
    pub message: String,
}

struct Found(Vec<Mistake>);

impl Found {
    fn add(&mut self, field: String, wrong: Wrong, message: impl Into<String>) {
        self.0.push(Mistake {
            field,
            wrong,
            message: message.into(),
        });
    }

    fn too_many(&mut self, field: &str, given: usize, most: usize) {
        if given > most {
            let message = format!("{given} are more than one answer takes: at most {most}");
            self.add(field.to_owned(), Wrong::TooLarge, message);
        }
    }

    fn within(&mut self, field: String, value: i64, least: i64, most: i64, words: &str) {
        if !(least..=most).contains(&value) {
            self.add(field, Wrong::OutOfRange, words);
        }
    }

    fn estimate(&mut self, field: &str, estimate: Estimate, least: i64, most: i64, words: &str) {
        let Estimate { low, central, high } = estimate;
        self.within(field.to_owned(), central, least, most, words);
        // An end that was not given is the central number, of which it is told already.
        for (name, end) in [("Low", low), ("High", high)] {
            if end != central {
                self.within(format!("{field}{name}"), end, least, most, words);
            }
        }
        if low > central {
            let message = "the low end lies above the central number: give low ≤ central ≤ high";
            self.add(format!("{field}Low"), Wrong::Mismatch, message);
        }
        if high < central {
            let message = "the high end lies below the central number: give low ≤ central ≤ high";
            self.add(format!("{field}High"), Wrong::Mismatch, message);
        }
    }

    fn twice<K: Ord>(&mut self, seen: &mut BTreeSet<K>, key: K, field: String, what: &str) {
        if !seen.insert(key) {
            let message = format!("{what} is given twice: give it once");
            self.add(field, Wrong::Duplicate, message);
        }
    }
}

/// All that is wrong with a question; empty: it can be answered.
pub fn mistakes(problem: &Problem) -> Vec<Mistake> {
    let mut found = Found(Vec::new());
    sizes(problem, &mut found);
    if !found.0.is_empty() {
        return found.0;
    }
    streams(problem, &mut found);
    needs(problem, &mut found);
    costs(problem, &mut found);
    shapes(problem, &mut found);
    let places: BTreeSet<&Place> = problem.needs.iter().map(|need| &need.place).collect();
    commitments(problem, &places, &mut found);
    for (at, limit) in problem.limits.iter().enumerate() {
        check_limit(at, limit, &places, &mut found);
    }
    demands(problem, &mut found);
    let words = format!("a solve may take 1 to {MOST_STEPS} steps");
    let steps = i64::from(problem.most_steps);
    found.within(
        "mostSteps".to_owned(),
        steps,
        1,
        i64::from(MOST_STEPS),
        &words,
    );
    found.0
}

fn sizes(problem: &Problem, found: &mut Found) {
    found.too_many("streams", problem.streams.len(), MOST_STREAMS);
    found.too_many("needs", problem.needs.len(), MOST_NEEDS);
    found.too_many("unitCosts", problem.costs.len(), MOST_COSTS);
    found.too_many("curves", problem.curves.len(), MOST_COSTS);
    found.too_many("units", problem.units.len(), MOST_COSTS);
    found.too_many("commitments", problem.commitments.len(), MOST_DEMANDS);
    found.too_many("limits", problem.limits.len(), MOST_DEMANDS);
    found.too_many("minimumOffers", problem.minimums.len(), MOST_DEMANDS);
    found.too_many("equity", problem.equity.len(), 4);
    let links = problem.streams.len() * problem.needs.len();
    if found.0.is_empty() && links > MOST_LINKS {
        let message = format!(
            "{} streams × {} needs are {links} links, more than one answer takes ({MOST_LINKS}): \
             put streams with equal conditions together, or ask about fewer areas",
            problem.streams.len(),
            problem.needs.len()
        );
        found.add("streams".to_owned(), Wrong::TooLarge, message);
    }
}

fn streams(problem: &Problem, found: &mut Found) {
    let mut seen = BTreeSet::new();
    if problem.streams.is_empty() {
        let message = "give at least one stream: there is no money to allocate";
        found.add("streams".to_owned(), Wrong::Required, message);
    }
    for (at, stream) in problem.streams.iter().enumerate() {
        if stream.id.is_empty() {
            let message = "name the stream, so that the answer can say what it pays for";
            found.add(format!("streams.{at}.id"), Wrong::Required, message);
        }
        let field = format!("streams.{at}.id");
        found.twice(&mut seen, &stream.id, field, "this stream");
        let words = "an amount is between £0 and £1,000,000,000";
        let field = format!("streams.{at}.amount");
        found.within(field, stream.pence, 0, MOST_PENCE, words);
    }
}

fn needs(problem: &Problem, found: &mut Found) {
    let mut seen = BTreeSet::new();
    if problem.needs.is_empty() {
        let message = "give at least one need: there is nobody to serve";
        found.add("needs".to_owned(), Wrong::Required, message);
    }
    let mut costed: BTreeMap<&str, BTreeSet<Option<&str>>> = BTreeMap::new();
    for cost in &problem.costs {
        let areas = costed.entry(&cost.offer).or_default();
        areas.insert(cost.area.as_deref());
    }
    for (at, need) in problem.needs.iter().enumerate() {
        let Place { area, offer, .. } = &need.place;
        if area.is_empty() {
            let message = "a need has an area: say where these people are";
            found.add(format!("needs.{at}.area"), Wrong::Required, message);
        }
        if offer.is_empty() {
            let message = "a need has an offer: say what these people need";
            found.add(format!("needs.{at}.offer"), Wrong::Required, message);
        } else {
            let areas = costed.get(offer.as_str());
            let is_costed = areas
                .is_some_and(|areas| areas.contains(&None) || areas.contains(&Some(area.as_str())));
            if !is_costed {
                let message = format!(
                    "no unit cost is given for {offer} in {area}: give one in unitCosts, for the \
                     area or for all"
                );
                found.add(format!("needs.{at}.offer"), Wrong::Required, message);
            }
        }
        let what = "the need of this area, offer and cohort";
        found.twice(&mut seen, &need.place, format!("needs.{at}"), what);
        let words = "people are between 0 and 100,000,000";
        let field = format!("needs.{at}.people");
        found.estimate(&field, need.people, 0, MOST_PEOPLE, words);
        let words = "a weight is between 0 and 1000: 0 counts nothing, 2 counts twice as much as 1";
        let field = format!("needs.{at}.weight");
        found.within(field, need.weight, 0, MOST_WEIGHT, words);
    }
}

fn costs(problem: &Problem, found: &mut Found) {
    let mut seen = BTreeSet::new();
    for (at, cost) in problem.costs.iter().enumerate() {
        let field = format!("unitCosts.{at}");
        let key = (&cost.offer, &cost.area);
        found.twice(&mut seen, key, field, "the cost of this offer and area");
        let words = "what a person costs is between £0.01 and £1,000,000,000";
        let field = format!("unitCosts.{at}.cost");
        found.estimate(&field, cost.pence, 1, MOST_PENCE, words);
    }
}

fn shapes(problem: &Problem, found: &mut Found) {
    let mut seen = BTreeSet::new();
    for (at, curve) in problem.curves.iter().enumerate() {
        let field = format!("curves.{at}.offer");
        found.twice(&mut seen, &curve.offer, field, "the curve of this offer");
        check_curve(at, curve, found);
    }
    let mut seen = BTreeSet::new();
    for (at, unit) in problem.units.iter().enumerate() {
        let field = format!("units.{at}.offer");
        found.twice(&mut seen, &unit.offer, field, "the unit of this offer");
        let words = "a unit is for at least one person, and for no more than 100,000";
        found.within(format!("units.{at}.people"), unit.people, 1, 100_000, words);
    }
}

fn check_curve(at: usize, curve: &Curve, found: &mut Found) {
    let share = "a share is above 0 and at most 1";
    let multiple = "a multiple of the unit cost is above 0 and at most 1000";
    match &curve.reach {
        Reach::Steps(steps) => {
            if steps.is_empty() {
                let message = "give at least one piece: the share of need up to which it goes, and what \
                               a person costs in it";
                found.add(format!("curves.{at}.pieces"), Wrong::Required, message);
            }
            found.too_many(&format!("curves.{at}.pieces"), steps.len(), MOST_PIECES);
            let (mut before, mut cheaper) = (0, 0);
            for (piece, step) in steps.iter().enumerate() {
                let field = format!("curves.{at}.pieces.{piece}");
                found.within(format!("{field}.upTo"), step.up_to, 1, ONE, share);
                found.within(
                    format!("{field}.costs"),
                    step.costs,
                    1,
                    MOST_WEIGHT,
                    multiple,
                );
                if step.up_to <= before {
                    let message =
                        "each piece goes further than the one before: give shares that rise";
                    found.add(format!("{field}.upTo"), Wrong::Mismatch, message);
                }
                if step.costs < cheaper {
                    let message = "reach diminishes: a later piece costs at least as much a person as the \
                                   one before";
                    found.add(format!("{field}.costs"), Wrong::Mismatch, message);
                }
                (before, cheaper) = (step.up_to, step.costs);
            }
        }
        Reach::Saturating { reachable, first } => {
            let field = format!("curves.{at}.saturating");
            found.within(format!("{field}.reachable"), *reachable, 1, ONE, share);
            let name = format!("{field}.firstCosts");
            found.within(name, *first, 1, MOST_WEIGHT, multiple);
        }
    }
}

fn commitments(problem: &Problem, places: &BTreeSet<&Place>, found: &mut Found) {
    for (at, commitment) in problem.commitments.iter().enumerate() {
        let words = "a commitment is between £0 and £1,000,000,000";
        let field = format!("commitments.{at}.amount");
        found.within(field, commitment.pence, 0, MOST_PENCE, words);
        if !places.contains(&commitment.place) {
            let message = "no need has this area, offer and cohort: give one, with 0 people if nobody \
                           needs it";
            found.add(format!("commitments.{at}"), Wrong::NotFound, message);
        }
        let mut streams = problem.streams.iter();
        match streams.find(|stream| stream.id == commitment.stream) {
            None => {
                let message = format!("'{}' is no stream of the question", commitment.stream);
                found.add(format!("commitments.{at}.stream"), Wrong::NotFound, message);
            }
            Some(stream) if !stream.conditions.holds(&commitment.place) => {
                let message = format!(
                    "the conditions of '{}' do not allow it to pay for this",
                    stream.id
                );
                found.add(format!("commitments.{at}.stream"), Wrong::Mismatch, message);
            }
            Some(_) => {}
        }
    }
}

fn check_limit(at: usize, limit: &Limit, places: &BTreeSet<&Place>, found: &mut Found) {
    let field = match limit.measure {
        Measure::People => format!("limits.{at}.people"),
        Measure::Pence => format!("limits.{at}.amount"),
    };
    let most = match limit.measure {
        Measure::People => MOST_PEOPLE,
        Measure::Pence => MOST_PENCE,
    };
    let words = "a limit is not negative, and no more than 100,000,000 people or £1,000,000,000";
    found.within(field, limit.amount, 0, most, words);
    let is_floor = limit.sense == Sense::Floor;
    if is_floor && !places.iter().any(|place| limit.counts(place)) {
        let message = "no need has this area, offer and cohort, so that the floor could never hold";
        found.add(format!("limits.{at}"), Wrong::NotFound, message);
    }
}

fn demands(problem: &Problem, found: &mut Found) {
    let share = "a share is between 0 and 1";
    let mut seen = BTreeSet::new();
    for (at, minimum) in problem.minimums.iter().enumerate() {
        let field = format!("minimumOffers.{at}.share");
        found.within(field, minimum.share, 0, ONE, share);
        let field = format!("minimumOffers.{at}.offer");
        let mut needs = problem.needs.iter();
        if !needs.any(|need| need.place.offer == minimum.offer) {
            let message = format!("no need is for {}", minimum.offer);
            found.add(field.clone(), Wrong::NotFound, message);
        }
        found.twice(
            &mut seen,
            &minimum.offer,
            field,
            "the minimum of this offer",
        );
    }
    for (at, equity) in problem.equity.iter().enumerate() {
        if equity.unmet.is_none() && equity.gap.is_none() {
            let message = "give mostUnmet, mostGap or both";
            found.add(format!("equity.{at}"), Wrong::Required, message);
        }
        for (name, value) in [("mostUnmet", equity.unmet), ("mostGap", equity.gap)] {
            if let Some(value) = value {
                found.within(format!("equity.{at}.{name}"), value, 0, ONE, share);
            }
        }
    }
}
