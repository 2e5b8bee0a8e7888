//! What differs for communities, as far as the register's claims say which
//! services are for whom.

use std::collections::BTreeSet;

use super::compare::{Wanted, differ};
use super::touched::{Touch, Touched};
use crate::atlas::Atlas;
use crate::coverage::{Answer, Question, answer};
use crate::culture::{NAMED_COMMUNITY, census_people, services_for};
use crate::facts::{Area, Community, Offer, Service};
use crate::table::{Ix, Row};

/// What differs for one community.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupChange {
    /// The community.
    pub community: Ix<Community>,
    /// Services that claims say are for it. None: not recorded, which is not
    /// none.
    pub services: u64,
    /// Areas × offers whose coverage by those services differs.
    pub cells: Vec<GroupCell>,
}

/// One area and offer, by the services for a community alone.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupCell {
    /// Where.
    pub area: Ix<Area>,
    /// Of what.
    pub offer: Ix<Offer>,
    /// What they make of it before.
    pub before: Answer,
    /// What they make of it after.
    pub after: Answer,
    /// People of the nearest census groups there; `None`: not recorded.
    pub census_people: Option<u64>,
}

/// Every community, by id, with what differs for it.
pub(super) fn by_community(
    (before, after): (&Atlas, &Atlas),
    wanted: &Wanted<'_>,
    touches: &[Touch],
    geography: bool,
) -> Vec<GroupChange> {
    let communities = before.communities.iter().map(|(ix, _)| ix);
    communities
        .map(|community| {
            let (ours, theirs) = (
                services_for(before, community),
                services_for(after, community),
            );
            let ids: BTreeSet<&str> = ours
                .iter()
                .map(|ix| before.services.get(*ix).id())
                .chain(theirs.iter().map(|ix| after.services.get(*ix).id()))
                .collect();
            let own: Vec<Touch> = touches
                .iter()
                .filter(|touch| touch.service.as_deref().is_some_and(|id| ids.contains(id)))
                .cloned()
                .collect();
            let touched = Touched::by(before, &own, geography && !ids.is_empty());
            GroupChange {
                community,
                services: u64::try_from(ids.len()).unwrap_or(u64::MAX),
                cells: cells(
                    (before, &ours),
                    (after, &theirs),
                    wanted,
                    community,
                    &touched,
                ),
            }
        })
        .collect()
}

type Side<'a> = (&'a Atlas, &'a BTreeSet<Ix<Service>>);

fn cells(
    before: Side<'_>,
    after: Side<'_>,
    wanted: &Wanted<'_>,
    community: Ix<Community>,
    touched: &Touched,
) -> Vec<GroupCell> {
    let mut found = Vec::new();
    for offer in wanted.offers {
        for area in touched.areas(before.0, *offer, wanted.areas, wanted.day) {
            let ask = |(atlas, among): Side<'_>| {
                let named = atlas.cohorts.find(NAMED_COMMUNITY);
                let question = Question {
                    area,
                    offer: *offer,
                    cohort: named.unwrap_or_else(|| atlas.meant_for(*offer)),
                    day: wanted.day,
                    among: Some(among),
                    stage: None,
                };
                answer(atlas, &question)
            };
            let (one, other) = (ask(before), ask(after));
            if differ(&one, &other) {
                found.push(GroupCell {
                    area,
                    offer: *offer,
                    before: one,
                    after: other,
                    census_people: census_people(before.0, area, community, wanted.day),
                });
            }
        }
    }
    found.sort_by_key(|cell| (cell.area, cell.offer));
    found
}
