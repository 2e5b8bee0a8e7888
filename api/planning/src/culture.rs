//! Culturally informed, faith-based and led-by-and-for provision, by community:
//! claims, each with who makes it, never a bare yes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::atlas::{Atlas, within};
use crate::closed::{AreaKind, Status, WorksWithJustice};
use crate::coverage::{Answer, Question, answer};
use crate::facts::{Area, Claim, Community, Service};
use crate::table::{Ix, Row};

/// The offer under which claimed services are recorded.
pub const OFFER: &str = "culturally_informed_service";
/// The cohort of a service for a community that its claim names.
pub const NAMED_COMMUNITY: &str = "community_named";

/// Which claims are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Only these kinds of claim; empty: all.
    pub kinds: &'a [String],
    /// Only claims whose work with people in the justice system is so.
    pub works_with_justice: Option<WorksWithJustice>,
    /// On which day.
    pub day: NaiveDate,
}

/// The claims for one community in one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByCommunity {
    /// The community; `None`: the claim names none that is coded.
    pub community: Option<Ix<Community>>,
    /// Claims about the area or a part of it, by id.
    pub claims: Vec<Ix<Claim>>,
    /// People of the nearest published census groups in the area; `None`: no
    /// population of that community is published.
    pub census_people: Option<u64>,
    /// What the records of the services claimed make of the area; `None` where
    /// the vocabulary has no offer of culturally informed services.
    pub coverage: Option<Answer>,
}

/// One area's claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaClaims {
    /// The area.
    pub area: Ix<Area>,
    /// By community, in community order; empty: none on record, which is no
    /// gap.
    pub communities: Vec<ByCommunity>,
}

/// Claims by area, and those that are national apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// One row for each area asked.
    pub areas: Vec<AreaClaims>,
    /// Claims about a nation, by id.
    pub national: Vec<Ix<Claim>>,
}

/// Claims of provision for each area asked, by community.
pub fn claims(atlas: &Atlas, areas: &[Ix<Area>], wanted: &Wanted<'_>) -> Claims {
    let mut local: Vec<(Ix<Claim>, Ix<Area>)> = Vec::new();
    let mut national = Vec::new();
    for (ix, claim) in atlas.claims.iter() {
        if !matches(claim, wanted) {
            continue;
        }
        let Some(area) = claim.area.as_ref().and_then(|id| atlas.areas.find(id)) else {
            continue;
        };
        if atlas.areas.get(area).kind == AreaKind::Nation {
            national.push(ix);
        } else {
            local.push((ix, area));
        }
    }
    let areas = areas
        .iter()
        .map(|area| {
            let here: Vec<Ix<Claim>> = local
                .iter()
                .filter(|(_, of)| touches(atlas, *of, *area, wanted.day))
                .map(|(claim, _)| *claim)
                .collect();
            AreaClaims {
                area: *area,
                communities: by_community(atlas, *area, &here, wanted.day),
            }
        })
        .collect();
    Claims { areas, national }
}

fn matches(claim: &Claim, wanted: &Wanted<'_>) -> bool {
    claim.is_provision
        && (wanted.kinds.is_empty() || wanted.kinds.contains(&claim.kind))
        && wanted
            .works_with_justice
            .is_none_or(|works| works == claim.works_with_justice)
        && matches!(
            claim.status,
            Status::Live | Status::Unclear | Status::Planned | Status::Ended
        )
        && (claim.status != Status::Ended || claim.ends_on.is_some())
        && within(claim.starts_on, claim.ends_on, wanted.day)
}

/// Whether a claim about one area says something of another.
fn touches(atlas: &Atlas, of: Ix<Area>, area: Ix<Area>, day: NaiveDate) -> bool {
    if of == area {
        return true;
    }
    let parts: BTreeSet<_> = atlas.parts_of(area, day).map(|m| m.part).collect();
    let of = if atlas.areas.get(of).kind.is_place() {
        match atlas.home_of_place(of) {
            Some(home) => home,
            None => return false,
        }
    } else {
        of
    };
    of == area || atlas.parts_of(of, day).any(|m| parts.contains(&m.part))
}

fn by_community(
    atlas: &Atlas,
    area: Ix<Area>,
    claims: &[Ix<Claim>],
    day: NaiveDate,
) -> Vec<ByCommunity> {
    let mut grouped: BTreeMap<Option<Ix<Community>>, Vec<Ix<Claim>>> = BTreeMap::new();
    for ix in claims {
        let coded: Vec<Option<Ix<Community>>> = atlas
            .claims
            .get(*ix)
            .communities
            .iter()
            .map(|code| atlas.communities.find(code))
            .collect();
        if coded.is_empty() {
            grouped.entry(None).or_default().push(*ix);
        }
        for community in coded {
            grouped.entry(community).or_default().push(*ix);
        }
    }
    grouped
        .into_iter()
        .map(|(community, claims)| ByCommunity {
            coverage: coverage_of(atlas, area, &claims, day),
            community,
            claims,
            census_people: community.and_then(|c| census_people(atlas, area, c, day)),
        })
        .collect()
}

/// The services that claims say are for a community.
pub fn services_for(atlas: &Atlas, community: Ix<Community>) -> BTreeSet<Ix<Service>> {
    let code = atlas.communities.get(community).id();
    let named = atlas
        .claims
        .iter()
        .filter(|(_, claim)| claim.communities.iter().any(|c| c == code));
    named
        .filter_map(|(_, claim)| atlas.services.find(claim.service.as_ref()?))
        .collect()
}

/// The coverage state that the services of some claims make of an area.
fn coverage_of(
    atlas: &Atlas,
    area: Ix<Area>,
    claims: &[Ix<Claim>],
    day: NaiveDate,
) -> Option<Answer> {
    let services: BTreeSet<Ix<Service>> = claims
        .iter()
        .filter_map(|claim| {
            atlas
                .services
                .find(atlas.claims.get(*claim).service.as_ref()?)
        })
        .collect();
    let question = Question {
        area,
        offer: atlas.offers.find(OFFER)?,
        cohort: atlas.cohorts.find(NAMED_COMMUNITY)?,
        day,
        among: Some(&services),
        stage: None,
    };
    Some(answer(atlas, &question))
}

/// People of a community's nearest census groups in an area; `None` where no
/// group is published for it, the area is not made of whole districts, or one
/// of them has no count.
pub fn census_people(
    atlas: &Atlas,
    area: Ix<Area>,
    community: Ix<Community>,
    day: NaiveDate,
) -> Option<u64> {
    let groups = &atlas.communities.get(community).census_groups;
    if groups.is_empty() {
        return None;
    }
    let mut sum = 0;
    for district in districts_of(atlas, area, day)? {
        let mut counted = false;
        for row in atlas.populations_of(district) {
            if row.measure == "census_2021_ethnic_group" && groups.contains(&row.group) {
                sum += row.count;
                counted = true;
            }
        }
        if !counted {
            return None;
        }
    }
    Some(sum)
}

/// The districts of an area, if it is made of whole ones.
fn districts_of(atlas: &Atlas, area: Ix<Area>, day: NaiveDate) -> Option<BTreeSet<Ix<Area>>> {
    let members: Vec<_> = atlas.parts_of(area, day).collect();
    if members.is_empty() {
        return None;
    }
    let own: BTreeSet<_> = members.iter().map(|m| m.part).collect();
    let mut districts = BTreeSet::new();
    for member in &members {
        let district = atlas.areas.find(&atlas.parts.get(member.part).district)?;
        if !member.whole
            || atlas
                .parts_of(district, day)
                .any(|m| !own.contains(&m.part))
        {
            return None;
        }
        districts.insert(district);
    }
    Some(districts)
}

#[cfg(test)]
mod tests;
