//! Whether money may pay for a service: the conditions of a stream against what
//! the register says of the service.

use std::collections::BTreeSet;

use super::FundingConditionKind;

/// One demand: any of these has to hold. Demands add up: all of them have to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Demand {
    /// What it is about.
    pub kind: FundingConditionKind,
    /// Ids or codes, any of which does.
    pub any_of: BTreeSet<String>,
}

/// What something is held to be, for one kind of demand.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Stands {
    /// What it is wholly within: a ward within a borough within a region.
    pub within: BTreeSet<String>,
    /// What it touches, and reaches beyond.
    pub touches: BTreeSet<String>,
}

/// One record of what a service offers; `None`: the record does not say.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Offered {
    /// The offer, and the family that it is of.
    pub offer: Option<Stands>,
    /// Its stages.
    pub stage: Option<Stands>,
    /// Where.
    pub area: Option<Stands>,
    /// For whom.
    pub cohort: Option<Stands>,
}

/// What the register says of a service.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Served {
    /// What it offers, record by record.
    pub records: Vec<Offered>,
    /// Who provides it; `None`: not on record.
    pub bodies: Option<Stands>,
    /// Of what kinds they are; `None`: not on record.
    pub body_kinds: Option<Stands>,
}

/// Whether money may pay for a service.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Every demand is met.
    Fits,
    /// These are met in part: the service reaches beyond them.
    InPart(Vec<FundingConditionKind>),
    /// The register does not say whether these are met.
    NotStated(Vec<FundingConditionKind>),
    /// These are not met.
    Outside(Vec<FundingConditionKind>),
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Met {
    Wholly,
    InPart,
    NotStated,
    No,
}

/// Holds a service against demands. A record has to meet all demands together;
/// the record that comes nearest counts.
pub fn fit(demands: &[Demand], served: &Served) -> Fit {
    let silent = Offered::default();
    let records = match served.records.is_empty() {
        true => std::slice::from_ref(&silent),
        false => &served.records,
    };
    let of_record = |record: &Offered| {
        let met: Vec<(FundingConditionKind, Met)> = demands
            .iter()
            .map(|demand| (demand.kind, met(demand, record, served)))
            .collect();
        let worst = met.iter().map(|(_, met)| *met).max();
        let worst = worst.unwrap_or(Met::Wholly);
        let mut kinds: Vec<FundingConditionKind> = met
            .into_iter()
            .filter(|(_, met)| *met == worst)
            .map(|(kind, _)| kind)
            .collect();
        kinds.sort();
        kinds.dedup();
        match worst {
            Met::Wholly => Fit::Fits,
            Met::InPart => Fit::InPart(kinds),
            Met::NotStated => Fit::NotStated(kinds),
            Met::No => Fit::Outside(kinds),
        }
    };
    // Variants of `Fit` are in order of nearness.
    records.iter().map(of_record).min().unwrap_or(Fit::Fits)
}

fn met(demand: &Demand, record: &Offered, served: &Served) -> Met {
    let stands = match demand.kind {
        FundingConditionKind::Offer => &record.offer,
        FundingConditionKind::Stage => &record.stage,
        FundingConditionKind::Area => &record.area,
        FundingConditionKind::Cohort => &record.cohort,
        FundingConditionKind::Body => &served.bodies,
        FundingConditionKind::BodyKind => &served.body_kinds,
    };
    match stands {
        None => Met::NotStated,
        Some(stands) if !stands.within.is_disjoint(&demand.any_of) => Met::Wholly,
        Some(stands) if !stands.touches.is_disjoint(&demand.any_of) => Met::InPart,
        Some(_) => Met::No,
    }
}

/// Kinds of demands in words: `offer and area`.
pub fn in_words(kinds: &[FundingConditionKind]) -> String {
    let words: Vec<String> = kinds
        .iter()
        .map(|kind| kind.code().replace('_', " "))
        .collect();
    words.join(" and ")
}
