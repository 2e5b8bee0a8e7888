//! How an indicator is counted.

use crate::atlas::Atlas;
use crate::closed::{AreaKind, Stage};

/// What money is counted as spent on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpentOn {
    /// Services that run by records of one of these offers.
    Offers(&'static [&'static str]),
    /// Services of which a claim of this kind is made.
    Claims(&'static str),
}

/// How an indicator is counted. Offers are codes of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// People for whom an offer is live.
    People {
        /// The offer.
        offer: &'static str,
        /// At which stage; `None`: at any.
        stage: Option<Stage>,
    },
    /// People for whom each of several offers is live.
    PeopleWithAll(&'static [&'static str]),
    /// Prisons or courts that have an offer.
    Places {
        /// The offer.
        offer: &'static str,
        /// The kind of place.
        kind: AreaKind,
        /// At which stage; `None`: at any.
        stage: Option<Stage>,
    },
    /// Live services of an offer that a voluntary organisation provides.
    VoluntaryProviders(&'static str),
    /// Live services of one offer that give another one too.
    ServicesWith {
        /// The one.
        offer: &'static str,
        /// The other.
        also: &'static str,
    },
    /// Communities for whom somebody claims that a service runs, by these kinds
    /// of claim; empty: any.
    Communities(&'static [&'static str]),
    /// Pence committed in the financial year.
    Committed(SpentOn),
    /// Pooled budgets in force that may buy one of these offers.
    Pools(&'static [&'static str]),
    /// Minimum offers on record.
    Standards,
    /// Integrated care boards that met the Mental Health Investment Standard.
    InvestmentStandard,
    /// The register does not hold it.
    NotHeld,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    /// Whatever the source would count it in.
    NotHeld,
}

impl Unit {
    /// Every unit, in order.
    pub const ALL: &'static [Self] = &[
        Self::People,
        Self::Prisons,
        Self::Courts,
        Self::Services,
        Self::Communities,
        Self::Pence,
        Self::Pools,
        Self::Standards,
        Self::Boards,
        Self::NotHeld,
    ];
}

impl Measure {
    /// What it counts.
    pub const fn unit(self) -> Unit {
        match self {
            Self::People { .. } | Self::PeopleWithAll(_) => Unit::People,
            Self::Places { kind, .. } => match kind {
                AreaKind::Prison => Unit::Prisons,
                _ => Unit::Courts,
            },
            Self::VoluntaryProviders(_) | Self::ServicesWith { .. } => Unit::Services,
            Self::Communities(_) => Unit::Communities,
            Self::Committed(_) => Unit::Pence,
            Self::Pools(_) => Unit::Pools,
            Self::Standards => Unit::Standards,
            Self::InvestmentStandard => Unit::Boards,
            Self::NotHeld => Unit::NotHeld,
        }
    }

    /// The formula in words.
    pub fn formula(self, atlas: &Atlas) -> String {
        let name = |code: &str| name_of(atlas, code);
        match self {
            Self::People { offer, stage } => format!(
                "Residents of the area for whom a record says that this is live{}: {}; of all its residents where the offer exists. Unknown: those of whom no record speaks, records disagree, or a part of the cohort is reached.",
                at(stage),
                name(offer),
            ),
            Self::PeopleWithAll(offers) => format!(
                "Residents of the area for whom records say that each of these is live: {}; of all its residents where they exist. Unknown: those for whom one of them is unknown and none is on record as missing.",
                names(atlas, offers),
            ),
            Self::Places { offer, kind, stage } => format!(
                "{} of the area that have this by their own records{}{}: {}; of all {} that lie in it. Unknown: those of which no record speaks or records disagree.",
                if kind == AreaKind::Prison { "Prisons" } else { "Courts" },
                if kind == AreaKind::Prison { "" } else { ", or by those of the area around them" },
                at(stage),
                name(offer),
                kind_in_words(kind),
            ),
            Self::VoluntaryProviders(offer) => format!(
                "Services that run in the area by records of this: {}, and that a voluntary organisation provides; of all of them. Unknown: those whose provider is not named, or whose kind is not known.",
                name(offer),
            ),
            Self::ServicesWith { offer, also } => format!(
                "Services that run in the area by records of this: {}, and that by a record run this too: {}; of all of them. Unknown: the others, of which no record says that it is missing.",
                name(offer),
                name(also),
            ),
            Self::Communities(kinds) => format!(
                "Communities for whom a service runs in the area or a part of it, as somebody claims of it ({}). A count and no share: communities overlap, and for some nobody publishes how many people they are.",
                if kinds.is_empty() { "any kind of claim".to_owned() } else { kinds.join(", ").replace('_', " ") },
            ),
            Self::Committed(SpentOn::Offers(offers)) => format!(
                "Pence on record as committed in the financial year of the day to services that run in the area alone by records of: {}; of all that is on record as committed that year to services that run in the area alone.",
                names(atlas, offers),
            ),
            Self::Committed(SpentOn::Claims(kind)) => format!(
                "Pence on record as committed in the financial year of the day to services that run in the area alone and of which a claim says: {}; of all that is on record as committed that year to services that run in the area alone.",
                kind.replace('_', " "),
            ),
            Self::Pools(offers) => format!(
                "Pooled budgets in force on the day, for the area or a part of it, that may buy one of these: {}. Unknown: those in force whose area is not stated.",
                names(atlas, offers),
            ),
            Self::Standards => "Minimum offers on record. How an area stands against one is the question `minimumOffer`.".to_owned(),
            Self::InvestmentStandard => "Integrated care boards of the area that met the Mental Health Investment Standard in the latest financial year begun by the day of which figures of it and the year before were entered; of all boards of the area. Met: spending that counts grew by no less than the growth set, or, where none is entered, than the programme allocation grew. Unknown: boards without both years, or whose answer hangs on a line that does not say whether it counts.".to_owned(),
            Self::NotHeld => "Not counted: the register does not hold it.".to_owned(),
        }
    }

    /// The offers that it asks about, by code.
    pub fn offers(self) -> Vec<&'static str> {
        match self {
            Self::People { offer, .. }
            | Self::Places { offer, .. }
            | Self::VoluntaryProviders(offer) => vec![offer],
            Self::ServicesWith { offer, also } => vec![offer, also],
            Self::PeopleWithAll(offers)
            | Self::Pools(offers)
            | Self::Committed(SpentOn::Offers(offers)) => offers.to_vec(),
            Self::Communities(_) => vec![crate::culture::OFFER],
            Self::Committed(SpentOn::Claims(_))
            | Self::Standards
            | Self::InvestmentStandard
            | Self::NotHeld => Vec::new(),
        }
    }
}

fn name_of(atlas: &Atlas, code: &str) -> String {
    match atlas.offers.find(code) {
        Some(offer) => atlas.offers.get(offer).name.clone(),
        None => code.to_owned(),
    }
}

fn names(atlas: &Atlas, codes: &[&str]) -> String {
    let names: Vec<String> = codes.iter().map(|code| name_of(atlas, code)).collect();
    names.join("; ")
}

fn at(stage: Option<Stage>) -> String {
    stage.map_or_else(String::new, |stage| {
        format!(" at the stage {}", stage.code().replace('_', " "))
    })
}

const fn kind_in_words(kind: AreaKind) -> &'static str {
    match kind {
        AreaKind::Prison => "prisons",
        _ => "courts",
    }
}
