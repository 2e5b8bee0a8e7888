//! The other way round: the openings and funding streams whose conditions fit a
//! gap.

use chrono::NaiveDate;

use crate::atlas::{Atlas, within};
use crate::closed::{FundingConditionKind, PoolAccount};
use crate::facts::{Area, Body, Cohort, FundingCondition, FundingStream, Offer, Opening};
use crate::table::Ix;

use super::cohorts::{Relation, relation};
use super::judge::Verdict;
use super::overlap::{Overlap, Reached, overlap};
use super::standing::{Standing, When, when};

/// A gap: one offer, in one area, for some people, on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Where.
    pub area: Ix<Area>,
    /// Of what.
    pub offer: Ix<Offer>,
    /// For whom.
    pub cohort: Ix<Cohort>,
    /// On which day.
    pub day: NaiveDate,
}

/// What could pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Funding {
    /// Something to apply for.
    Opening(Ix<Opening>),
    /// Money that its funder may spend.
    Stream(Ix<FundingStream>),
}

/// What a line of a fit is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FitKind {
    /// Where.
    Area,
    /// What.
    Offer,
    /// For whom.
    Cohort,
    /// At which justice stage.
    Stage,
    /// When.
    Period,
    /// Who receives it.
    Body,
}

/// One condition held against a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FitLine {
    /// What it is about.
    pub kind: FitKind,
    /// Whether it fits; not stated where the source is silent.
    pub verdict: Verdict,
    /// Why, in a sentence.
    pub reason: String,
    /// How much of the gap's area it reaches, of a line on areas.
    pub overlap: Option<Overlap>,
}

/// What a funding stream has left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headroom {
    /// All that it has, pence; `None`: not on record.
    pub amount_pence: Option<i64>,
    /// What is committed of it: allocations to services, and what it gave to
    /// pooled budgets and did not get back, pence; `None`: none is on record.
    pub committed_pence: Option<i64>,
    /// What is left, pence, below zero where more is committed than there is;
    /// `None` where either is not on record.
    pub left_pence: Option<i64>,
}

/// What could pay for a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// What it is.
    pub funding: Funding,
    /// Whose money it is.
    pub funder: Option<Ix<Body>>,
    /// Eligible: every condition fits. Not stated: some are silent, none is
    /// against it.
    pub overall: Verdict,
    /// Condition by condition.
    pub lines: Vec<FitLine>,
    /// What can be done about it on the day, of an opening.
    pub when: Option<When>,
    /// What is left, of a funding stream.
    pub headroom: Option<Headroom>,
}

/// The openings and funding streams with no condition against a gap: what fits
/// before what is not stated, what can be had before what is closed, more
/// conditions that fit first; then streams after openings, by id.
pub fn funders_for(atlas: &Atlas, wanted: &Wanted) -> Vec<Fit> {
    let openings = atlas.openings.iter().map(|(ix, row)| {
        let lines = lines_of_opening(atlas, row, wanted);
        Fit {
            funding: Funding::Opening(ix),
            funder: atlas.bodies.find(&row.funder),
            overall: overall(&lines),
            lines,
            when: Some(when(row, wanted.day)),
            headroom: None,
        }
    });
    let streams = atlas.funding_streams.iter().map(|(ix, row)| {
        let lines = lines_of_stream(atlas, ix, wanted);
        Fit {
            funding: Funding::Stream(ix),
            funder: atlas.bodies.find(&row.funder),
            overall: overall(&lines),
            lines,
            when: None,
            headroom: Some(headroom(atlas, ix)),
        }
    });
    let mut fits: Vec<Fit> = openings
        .chain(streams)
        .filter(|fit| fit.overall != Verdict::NotEligible)
        .collect();
    fits.sort_by_key(|fit| {
        let met = fit.lines.iter().filter(|l| l.verdict == Verdict::Eligible);
        let standing = fit.when.map_or(Standing::Open, |when| when.standing);
        let silent = fit.overall == Verdict::NotStated;
        (
            standing == Standing::Closed,
            silent,
            std::cmp::Reverse(met.count()),
            standing,
            fit.funding,
        )
    });
    fits
}

fn overall(lines: &[FitLine]) -> Verdict {
    let any = |verdict| lines.iter().any(|line| line.verdict == verdict);
    if any(Verdict::NotEligible) {
        Verdict::NotEligible
    } else if any(Verdict::NotStated) {
        Verdict::NotStated
    } else {
        Verdict::Eligible
    }
}

fn lines_of_opening(atlas: &Atlas, opening: &Opening, wanted: &Wanted) -> Vec<FitLine> {
    vec![
        by_areas(atlas, &opening.areas, wanted),
        by_offers(atlas, &opening.offers, wanted),
        by_cohorts(atlas, &[opening.cohort.as_str()], wanted),
    ]
}

fn lines_of_stream(atlas: &Atlas, stream: Ix<FundingStream>, wanted: &Wanted) -> Vec<FitLine> {
    let row = atlas.funding_streams.get(stream);
    let conditions: Vec<&FundingCondition> = atlas
        .conditions_of_stream(stream)
        .iter()
        .map(|ix| atlas.funding_conditions.get(*ix))
        .collect();
    let of = |kind| conditions.iter().filter(move |row| row.kind == kind);
    let ids = |kind, pick: fn(&FundingCondition) -> &Option<String>| {
        of(kind)
            .filter_map(|row| pick(row).clone())
            .collect::<Vec<String>>()
    };
    let mut lines = vec![by_areas(atlas, row.area.as_slice(), wanted)];
    if of(FundingConditionKind::Area).next().is_some() {
        let areas = ids(FundingConditionKind::Area, |row| &row.area);
        lines.push(by_areas(atlas, &areas, wanted));
    }
    let offers = ids(FundingConditionKind::Offer, |row| &row.offer);
    lines.push(by_offers(atlas, &offers, wanted));
    lines.push(by_cohorts(atlas, &[row.cohort.as_str()], wanted));
    let cohorts = ids(FundingConditionKind::Cohort, |row| &row.cohort);
    if !cohorts.is_empty() {
        let codes: Vec<&str> = cohorts.iter().map(String::as_str).collect();
        lines.push(by_cohorts(atlas, &codes, wanted));
    }
    let stages: Vec<_> = of(FundingConditionKind::Stage)
        .filter_map(|row| row.stage)
        .collect();
    if !stages.is_empty() {
        let named = &atlas.offers.get(wanted.offer).stages;
        let fits = stages.iter().any(|stage| named.contains(stage));
        lines.push(line(
            FitKind::Stage,
            if fits {
                Verdict::Eligible
            } else {
                Verdict::NotEligible
            },
            match fits {
                true => "It is for a stage at which the offer is given.",
                false => "It is for stages at which the offer is not given.",
            },
        ));
    }
    let receivers = [FundingConditionKind::Body, FundingConditionKind::BodyKind];
    if receivers.into_iter().any(|kind| of(kind).next().is_some()) {
        lines.push(line(
            FitKind::Body,
            Verdict::NotStated,
            "It is for some bodies alone, and a gap does not say who would fill it.",
        ));
    }
    lines.push(by_period(row, wanted.day));
    lines
}

fn by_period(stream: &FundingStream, day: NaiveDate) -> FitLine {
    let (verdict, reason) = if !within(stream.starts_on, stream.ends_on, day) {
        (Verdict::NotEligible, "Its period does not hold the day.")
    } else if stream.starts_on.is_none() || stream.ends_on.is_none() {
        (Verdict::NotStated, "Its period is not all on record.")
    } else {
        (Verdict::Eligible, "Its period holds the day.")
    };
    line(FitKind::Period, verdict, reason)
}

fn by_areas(atlas: &Atlas, areas: &[String], wanted: &Wanted) -> FitLine {
    let found: Vec<Ix<Area>> = areas.iter().filter_map(|id| atlas.areas.find(id)).collect();
    if found.is_empty() {
        return line(
            FitKind::Area,
            Verdict::NotStated,
            "Where it may be spent is not stated.",
        );
    }
    let common = overlap(atlas, &[wanted.area], &found, wanted.day);
    let (verdict, reason) = match common.reached {
        Reached::Yes => (Verdict::Eligible, "It reaches the area."),
        Reached::Unknown => (
            Verdict::NotStated,
            "Whether it reaches the area cannot be told from what is published.",
        ),
        Reached::No => (Verdict::NotEligible, "It does not reach the area."),
    };
    FitLine {
        overlap: Some(common),
        ..line(FitKind::Area, verdict, reason)
    }
}

fn by_offers(atlas: &Atlas, offers: &[String], wanted: &Wanted) -> FitLine {
    let found: Vec<Ix<Offer>> = (offers.iter())
        .filter_map(|id| atlas.offers.find(id))
        .collect();
    let buys = |offer: &Ix<Offer>| atlas.answering_for(*offer).contains(&wanted.offer);
    let family = |offer: &Ix<Offer>| atlas.answering_for(wanted.offer).contains(offer);
    let (verdict, reason) = if found.is_empty() {
        (Verdict::NotStated, "What it would buy is not stated.")
    } else if found.iter().any(|offer| buys(offer) || family(offer)) {
        (Verdict::Eligible, "It would buy the offer.")
    } else {
        (Verdict::NotEligible, "It would buy something else.")
    };
    line(FitKind::Offer, verdict, reason)
}

fn by_cohorts(atlas: &Atlas, cohorts: &[&str], wanted: &Wanted) -> FitLine {
    let found = cohorts.iter().filter_map(|code| atlas.cohorts.find(code));
    let nearest = found
        .map(|cohort| relation(atlas, cohort, wanted.cohort))
        .min();
    let (verdict, reason) = match nearest {
        Some(Relation::Holds) => (Verdict::Eligible, "It is for these people."),
        Some(Relation::PartOf) => (Verdict::Eligible, "It is for a part of these people."),
        Some(Relation::Apart) => (Verdict::NotEligible, "It is for other people."),
        Some(Relation::Unknown) => (
            Verdict::NotStated,
            "Whether it is for these people is not stated.",
        ),
        None => (Verdict::NotStated, "For whom it is, is not stated."),
    };
    line(FitKind::Cohort, verdict, reason)
}

fn line(kind: FitKind, verdict: Verdict, reason: &str) -> FitLine {
    FitLine {
        kind,
        verdict,
        reason: reason.to_owned(),
        overlap: None,
    }
}

/// What a funding stream has left: its amount, else the sum of its years, less
/// what is committed. Where nothing committed is on record, what is left is not
/// stated: silence is not a nought.
fn headroom(atlas: &Atlas, stream: Ix<FundingStream>) -> Headroom {
    let row = atlas.funding_streams.get(stream);
    let years = atlas.years_of_stream(stream);
    let of_years = || {
        let amounts = years
            .iter()
            .map(|ix| atlas.funding_years.get(*ix).amount_pence);
        (!years.is_empty()).then(|| sum(amounts))?
    };
    let allocations = atlas.allocations_of_stream(stream);
    let allocated = allocations
        .iter()
        .map(|ix| atlas.funding_allocations.get(*ix).committed_pence);
    let pooled: Vec<i64> = atlas
        .pool_transfers
        .rows()
        .iter()
        .filter(|transfer| transfer.stream.as_ref() == Some(&row.id))
        .filter_map(|transfer| {
            let out = transfer.from_account == PoolAccount::Member;
            let back = transfer.to_account == PoolAccount::Member;
            match (out, back) {
                (true, false) => Some(transfer.amount_pence),
                (false, true) => transfer.amount_pence.checked_neg(),
                _ => None,
            }
        })
        .collect();
    let any = !allocations.is_empty() || !pooled.is_empty();
    let committed_pence = if any {
        sum(allocated.chain(pooled))
    } else {
        None
    };
    let amount_pence = row.amount_pence.or_else(of_years);
    Headroom {
        amount_pence,
        committed_pence,
        left_pence: amount_pence
            .zip(committed_pence)
            .and_then(|(amount, committed)| amount.checked_sub(committed)),
    }
}

/// `None` for a sum that no number of ours holds.
fn sum(mut pence: impl Iterator<Item = i64>) -> Option<i64> {
    pence.try_fold(0i64, i64::checked_add)
}
