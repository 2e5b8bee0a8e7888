//! The filter of openings.

use async_graphql::InputObject;
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::facts as f;
use planning::openings::when;
use planning::table::Ix;

use super::rows::{AreaFilter, BodyFilter, OfferFilter};
use super::{DateFilter, Filter, ListFilter, MoneyFilter, TextFilter, combine, given, one_of};
use crate::graphql::enums::{OpeningKind, OpeningStanding, OpeningStatus};

/// Conditions on an opening.
#[derive(InputObject, Clone, Debug, Default)]
pub struct OpeningFilter {
    /// All of these hold.
    pub and: Option<Vec<OpeningFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<OpeningFilter>>,
    /// This does not hold.
    pub not: Option<Box<OpeningFilter>>,
    /// What its funder calls it.
    pub title: Option<TextFilter>,
    /// What kind of funding it is: one of these.
    pub kind: Option<Vec<OpeningKind>>,
    /// What the source says of it: one of these.
    pub status: Option<Vec<OpeningStatus>>,
    /// What can be done about it on the day asked about: one of these.
    pub standing: Option<Vec<OpeningStanding>>,
    /// Whose money it is.
    pub funder: Option<Box<BodyFilter>>,
    /// The areas that it names.
    pub areas: Option<ListFilter<AreaFilter>>,
    /// The offers that it would buy.
    pub offers: Option<ListFilter<OfferFilter>>,
    /// First day of applications.
    pub opens_on: Option<DateFilter>,
    /// Last day of applications.
    pub closes_on: Option<DateFilter>,
    /// Greatest award.
    pub max_award: Option<MoneyFilter>,
    /// All that is to be given.
    pub total: Option<MoneyFilter>,
    /// True: it is a lot or other part of another opening. False: it stands by itself.
    pub is_part: Option<bool>,
}

impl Filter<Ix<f::Opening>> for OpeningFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Opening>, day: NaiveDate) -> bool {
        let row = atlas.openings.get(ix);
        let own = given(&self.title, |c| c.holds(Some(&row.title)))
            && one_of(&self.kind, row.kind.into())
            && one_of(&self.status, row.status.into())
            && one_of(&self.standing, when(row, day).standing.into())
            && given(&self.funder, |c| {
                let funder = atlas.bodies.find(&row.funder);
                funder.is_some_and(|body| c.passes(atlas, body, day))
            })
            && given(&self.areas, |c| {
                let areas = row.areas.iter().filter_map(|id| atlas.areas.find(id));
                c.holds(areas, atlas, day)
            })
            && given(&self.offers, |c| {
                let offers = row.offers.iter().filter_map(|id| atlas.offers.find(id));
                c.holds(offers, atlas, day)
            })
            && given(&self.opens_on, |c| c.holds(row.opens_on))
            && given(&self.closes_on, |c| c.holds(row.closes_on))
            && given(&self.max_award, |c| c.holds(row.max_award_pence))
            && given(&self.total, |c| c.holds(row.total_pence))
            && given(&self.is_part, |wanted| row.part_of.is_some() == *wanted);
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}
