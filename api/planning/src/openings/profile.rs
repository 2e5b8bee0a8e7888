//! Who applies.

use std::collections::BTreeSet;

use crate::closed::{Joining, LegalForm};
use crate::facts::{Area, Cohort, Community, Offer, Service};
use crate::table::Ix;

/// What an organisation says of itself. `None` is silence, never a no: whatever
/// it leaves out is not held against it and not counted for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// What it is in law; it may be several.
    pub legal_forms: Option<BTreeSet<LegalForm>>,
    /// Yearly turnover, pence.
    pub turnover_pence: Option<i64>,
    /// Where it works.
    pub areas: Option<Vec<Ix<Area>>>,
    /// Whom it serves.
    pub cohorts: Option<Vec<Ix<Cohort>>>,
    /// The communities that it is led by and for; empty: none.
    pub led_by_and_for: Option<Vec<Ix<Community>>>,
    /// How much of its board is from those communities.
    pub board: Option<Share>,
    /// How much of its staff is from those communities.
    pub staff: Option<Share>,
    /// What it gives.
    pub offers: Option<Vec<Ix<Offer>>>,
    /// As what it would apply.
    pub joining: Option<BTreeSet<Joining>>,
    /// The frameworks that it is a supplier of, by code; empty: none.
    pub frameworks: Option<BTreeSet<String>>,
    /// The services that it provides now; empty: none.
    pub services: Option<Vec<Ix<Service>>>,
}

/// Thousandths of a whole, 0 to 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u16);

impl Share {
    /// So many thousandths; `None` above the whole.
    pub fn of_thousand(part: u16) -> Option<Self> {
        (part <= 1000).then_some(Self(part))
    }

    /// The thousandths.
    pub fn thousandths(self) -> u64 {
        u64::from(self.0)
    }
}
