//! Questions to the planning core.

use std::collections::BTreeMap;

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::coverage::{Question, answer, matrix};
use planning::culture::{self, Wanted};
use planning::facts as f;
use planning::table::Ix;
use planning::{apportion, compare, conflict, gaps, grid};

use super::find;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{AreaKind, WorksWithJustice};
use crate::graphql::error::Fault;
use crate::graphql::known_at::KnownAt;
use crate::graphql::object::answer::{
    ApportionedFigure, ApportionedFigures, BoundaryConflict, ComparisonRow, CoverageCell,
    CoverageMatrix, Gap, GapList,
};
use crate::graphql::object::area::Area;
use crate::graphql::object::claim::Claim;
use crate::graphql::object::culture::{
    AreaCulturalProvision, CommunityProvision, CulturalProvision,
};
use crate::graphql::object::grid::{GridCell, ProvisionGrid};
use crate::graphql::object::offer::{Cohort, Community, Offer};
use crate::graphql::object::whole;
use crate::graphql::scalars::Date;

/// Cells (areas × offers) that one answer holds at most: the nation's
/// districts over the whole vocabulary.
const MOST_CELLS: usize = 22_000;
/// Areas that can be set side by side.
const MOST_COMPARED: usize = 8;
/// The largest sum of figures: what the schema can count to.
const MOST_COUNTED: u64 = 2_147_483_647;
/// Figures that can be apportioned at once.
const MOST_FIGURES: usize = 1_000;

/// Which areas a question is about.
#[derive(InputObject, Clone, Debug)]
pub struct AreaSelection {
    /// All areas of this kind that exist on the day.
    pub kind: Option<AreaKind>,
    /// The areas with these official codes; with `kind`, codes of that kind.
    pub codes: Option<Vec<String>>,
}

/// Which offers a question is about; all of the vocabulary if empty.
#[derive(InputObject, Clone, Debug, Default)]
pub struct OfferSelection {
    /// The offers with these codes.
    pub codes: Option<Vec<String>>,
    /// A family and its members, for example `cstr` for every treatment requirement.
    pub family: Option<String>,
}

/// A figure of one area.
#[derive(InputObject, Clone, Debug)]
pub struct AreaFigure {
    /// Official code of the area.
    pub code: String,
    /// Kind of area, for a code that several kinds share.
    pub kind: Option<AreaKind>,
    /// The figure: a whole count, 0 or more.
    pub figure: i32,
}

/// Questions to the planning core.
#[derive(Default)]
pub struct CoverageQuery;

#[Object]
impl CoverageQuery {
    /// The coverage of one offer in one area for a cohort on a day.
    #[expect(
        clippy::too_many_arguments,
        reason = "a question of many parts, each with a default"
    )]
    async fn coverage(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the area, prison or court.")] area: String,
        #[graphql(desc = "Kind of area, for a code that several kinds share.")] kind: Option<
            AreaKind,
        >,
        #[graphql(desc = "Code of the offer; a family is answered by any of its members.")]
        offer: String,
        #[graphql(
            desc = "Code of the cohort; by default the people that each offer is meant for."
        )]
        cohort: Option<String>,
        #[graphql(
            desc = "Code of a community: only services that a claim says are for it count, and they are asked about for it alone."
        )]
        community: Option<String>,
        #[graphql(desc = "The day; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
        #[graphql(
            name = "scenario",
            desc = "The register after the steps of this scenario; as it is by default. Every root field of a request names the same."
        )]
        _scenario: Option<ID>,
    ) -> Result<Option<CoverageCell>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let offer = find::offer(atlas, "offer", &offer)?;
        let cohort = find::cohort(atlas, "cohort", cohort.as_deref())?;
        let community = find::community(atlas, "community", community.as_deref())?;
        let among = community.map(|ix| culture::services_for(atlas, ix));
        // A service for a community that its claim names is for it alone.
        let named = community.and_then(|_| atlas.cohorts.find(culture::NAMED_COMMUNITY));
        let question = Question {
            area: find::area_on(atlas, "area", &area, kind.map(Into::into), day)?,
            offer,
            cohort: cohort.or(named).unwrap_or_else(|| atlas.meant_for(offer)),
            day,
            among: among.as_ref(),
            stage: None,
        };
        Ok(Some(CoverageCell {
            area: question.area,
            offer: question.offer,
            day,
            answer: answer(atlas, &question),
        }))
    }

    /// The coverage of many areas and offers on a day: national in one query. At most 22,000 cells.
    #[expect(
        clippy::too_many_arguments,
        reason = "each is an argument of the field"
    )]
    async fn coverage_matrix(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The areas.")] areas: AreaSelection,
        #[graphql(desc = "The offers; all by default.")] offers: Option<OfferSelection>,
        #[graphql(
            desc = "Code of the cohort; by default the people that each offer is meant for."
        )]
        cohort: Option<String>,
        #[graphql(desc = "The day; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
        #[graphql(
            name = "scenario",
            desc = "The register after the steps of this scenario; as it is by default. Every root field of a request names the same."
        )]
        _scenario: Option<ID>,
    ) -> Result<Option<CoverageMatrix>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let areas = select_areas(atlas, &areas, day)?;
        let offers = select_offers(atlas, offers.as_ref())?;
        let cohort = find::cohort(atlas, "cohort", cohort.as_deref())?;
        check_size(&areas, &offers)?;
        let cells = matrix(atlas, &areas, &offers, cohort, day);
        let completeness = gaps::completeness(cells.iter().map(|(_, _, answer)| answer));
        Ok(Some(CoverageMatrix {
            as_of: Date(day),
            cohort: cohort.map(Cohort),
            areas: areas.into_iter().map(|ix| Area { ix, day }).collect(),
            offers: offers.into_iter().map(Offer).collect(),
            cells: cells
                .into_iter()
                .map(|(area, offer, answer)| CoverageCell {
                    area,
                    offer,
                    day,
                    answer,
                })
                .collect(),
            completeness: completeness.into(),
        }))
    }

    /// The gaps over many areas and offers: people whom a record says are uncovered (absent) or whose last service has ended (lapsed). What is not recorded is never a gap: see completeness.
    #[expect(
        clippy::too_many_arguments,
        reason = "each is an argument of the field"
    )]
    async fn gaps(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The areas.")] areas: AreaSelection,
        #[graphql(desc = "The offers; all by default.")] offers: Option<OfferSelection>,
        #[graphql(
            desc = "Code of the cohort; by default the people that each offer is meant for."
        )]
        cohort: Option<String>,
        #[graphql(
            desc = "The day; today by default. A later day shows what is left if nothing is renewed."
        )]
        as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
        #[graphql(
            name = "scenario",
            desc = "The register after the steps of this scenario; as it is by default. Every root field of a request names the same."
        )]
        _scenario: Option<ID>,
    ) -> Result<Option<GapList>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let areas = select_areas(atlas, &areas, day)?;
        let offers = select_offers(atlas, offers.as_ref())?;
        let cohort = find::cohort(atlas, "cohort", cohort.as_deref())?;
        check_size(&areas, &offers)?;
        let found = gaps::gaps(atlas, &areas, &offers, cohort, day);
        Ok(Some(GapList {
            as_of: Date(day),
            cohort: cohort.map(Cohort),
            gaps: found
                .gaps
                .into_iter()
                .map(|gap| Gap::of(gap, day))
                .collect(),
            completeness: found.completeness.into(),
        }))
    }

    /// Who commissions and who provides what in an area, by justice stage and intensity.
    #[expect(
        clippy::too_many_arguments,
        reason = "each is an argument of the field"
    )]
    async fn provision_grid(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the area.")] area: String,
        #[graphql(desc = "Kind of area, for a code that several kinds share.")] kind: Option<
            AreaKind,
        >,
        #[graphql(desc = "Leave out cells of which nothing is on record.", default)] recorded_only: bool,
        #[graphql(desc = "The day; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
        #[graphql(
            name = "scenario",
            desc = "The register after the steps of this scenario; as it is by default. Every root field of a request names the same."
        )]
        _scenario: Option<ID>,
    ) -> Result<Option<ProvisionGrid>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let area = find::area_on(atlas, "area", &area, kind.map(Into::into), day)?;
        Ok(Some(ProvisionGrid {
            area: Area { ix: area, day },
            as_of: Date(day),
            cells: grid::grid(atlas, area, day)
                .into_iter()
                .filter(|cell| !recorded_only || !cell.entries.is_empty())
                .map(|cell| GridCell::of(cell, day))
                .collect(),
        }))
    }

    /// Two to eight areas side by side, offer by offer.
    #[expect(
        clippy::too_many_arguments,
        reason = "a question of many parts, each with a default"
    )]
    async fn compare(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official codes of two to eight areas, of any kinds.")] areas: Vec<String>,
        #[graphql(desc = "The offers; all by default.")] offers: Option<OfferSelection>,
        #[graphql(
            desc = "Code of the cohort; by default the people that each offer is meant for."
        )]
        cohort: Option<String>,
        #[graphql(
            desc = "Leave out offers on which the areas' states are the same.",
            default
        )]
        differing_only: bool,
        #[graphql(desc = "The day; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
        #[graphql(
            name = "scenario",
            desc = "The register after the steps of this scenario; as it is by default. Every root field of a request names the same."
        )]
        _scenario: Option<ID>,
    ) -> Result<Option<Vec<ComparisonRow>>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        if areas.len() < 2 || areas.len() > MOST_COMPARED {
            return Err(Fault::BadInput {
                field: "areas".to_owned(),
                what: format!("{} areas: give two to {MOST_COMPARED}", areas.len()),
            }
            .into());
        }
        let areas = areas
            .iter()
            .map(|code| find::area_on(atlas, "areas", code, None, day))
            .collect::<Result<Vec<_>, _>>()?;
        let offers = select_offers(atlas, offers.as_ref())?;
        let cohort = find::cohort(atlas, "cohort", cohort.as_deref())?;
        Ok(Some(
            compare::side_by_side(atlas, &areas, &offers, cohort, day)
                .into_iter()
                .filter(|row| !differing_only || row.differs)
                .map(|row| ComparisonRow {
                    offer: Offer(row.offer),
                    differs: row.differs,
                    cells: row
                        .answers
                        .into_iter()
                        .map(|(area, answer)| CoverageCell {
                            area,
                            offer: row.offer,
                            day,
                            answer,
                        })
                        .collect(),
                })
                .collect(),
        ))
    }

    /// Culturally informed, faith-based and led-by-and-for provision by area and community, each with who claims it; national claims apart.
    async fn cultural_provision(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The areas, for example every police force area.")] areas: AreaSelection,
        #[graphql(
            desc = "Only these kinds of claim, for example `led_by_and_for`; all by default."
        )]
        kinds: Option<Vec<String>>,
        #[graphql(
            desc = "Only claims that are so about working with people in the justice system."
        )]
        works_with_justice: Option<WorksWithJustice>,
        #[graphql(desc = "The day; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<CulturalProvision>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let areas = select_areas(atlas, &areas, day)?;
        let kinds = kinds.unwrap_or_default();
        let wanted = Wanted {
            kinds: &kinds,
            works_with_justice: works_with_justice.map(Into::into),
            day,
        };
        let found = culture::claims(atlas, &areas, &wanted);
        Ok(Some(CulturalProvision {
            as_of: Date(day),
            areas: found
                .areas
                .into_iter()
                .map(|row| area_claims(atlas, row, day))
                .collect(),
            national: found
                .national
                .into_iter()
                .map(|ix| Claim { ix, day })
                .collect(),
        }))
    }

    /// Districts whose NHS and justice parents disagree.
    async fn boundary_conflicts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The day; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<Vec<BoundaryConflict>>> {
        let day = ctx.day(as_of)?;
        Ok(Some(
            conflict::boundary_conflicts(ctx.atlas()?, day)
                .into_iter()
                .map(|conflict| BoundaryConflict { conflict, day })
                .collect(),
        ))
    }

    /// Moves counts from one geography to another by people. The result is apportioned, not observed; what cannot be placed stays in an unallocated row.
    async fn apportion(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "One count for each source area.")] figures: Vec<AreaFigure>,
        #[graphql(desc = "The geography to move them to.")] to: AreaKind,
        #[graphql(desc = "The day; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<ApportionedFigures>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let sources = read_figures(atlas, &figures, day)?;
        let found = apportion::apportion(atlas, &sources, to.into(), day);
        Ok(Some(ApportionedFigures {
            total: whole(sources.values().sum()),
            unallocated: whole(found.unallocated),
            figures: found
                .figures
                .into_iter()
                .map(|(ix, figure)| ApportionedFigure {
                    area: Area { ix, day },
                    figure: whole(figure),
                })
                .collect(),
            method: "Each count is split over the parts of its area by people (mid-2022 estimate), whole people by largest remainder, and added up in the other geography: apportioned, not observed.".to_owned(),
        }))
    }
}

fn read_figures(
    atlas: &Atlas,
    figures: &[AreaFigure],
    day: NaiveDate,
) -> Result<BTreeMap<Ix<f::Area>, u64>, Fault> {
    if figures.len() > MOST_FIGURES {
        return Err(Fault::BadInput {
            field: "figures".to_owned(),
            what: format!("{} figures: give at most {MOST_FIGURES}", figures.len()),
        });
    }
    let mut sources = BTreeMap::new();
    let mut total = 0;
    for given in figures {
        let field = "figures.code";
        let area = find::area_on(atlas, field, &given.code, given.kind.map(Into::into), day)?;
        let bad = |what: String| Fault::BadInput {
            field: "figures.figure".to_owned(),
            what,
        };
        let figure = u64::try_from(given.figure).map_err(|_| {
            bad(format!(
                "{} for {}: give a count of 0 or more",
                given.figure, given.code
            ))
        })?;
        total += figure;
        if total > MOST_COUNTED {
            return Err(bad(format!("they sum to more than {MOST_COUNTED}")));
        }
        if sources.insert(area, figure).is_some() {
            return Err(Fault::BadInput {
                field: field.to_owned(),
                what: format!("{} stands twice", given.code),
            });
        }
    }
    Ok(sources)
}

pub(crate) fn check_size(areas: &[Ix<f::Area>], offers: &[Ix<f::Offer>]) -> Result<(), Fault> {
    check_cells(areas.len() * offers.len())
}

/// Refuses an answer of too many cells.
pub(crate) fn check_cells(cells: usize) -> Result<(), Fault> {
    if cells > MOST_CELLS {
        return Err(Fault::TooManyCells {
            cells,
            most: MOST_CELLS,
        });
    }
    Ok(())
}

pub(crate) fn select_areas(
    atlas: &Atlas,
    selection: &AreaSelection,
    day: NaiveDate,
) -> Result<Vec<Ix<f::Area>>, Fault> {
    let kind = selection.kind.map(Into::into);
    let mut found = match (&selection.codes, kind) {
        (Some(codes), kind) => codes
            .iter()
            .map(|code| find::area_on(atlas, "areas.codes", code, kind, day))
            .collect::<Result<Vec<_>, _>>()?,
        (None, Some(kind)) => atlas.areas_of_kind(kind, day).map(|(ix, _)| ix).collect(),
        (None, None) => {
            return Err(Fault::BadInput {
                field: "areas".to_owned(),
                what: "give a kind, codes, or both".to_owned(),
            });
        }
    };
    found.sort();
    found.dedup();
    Ok(found)
}

pub(crate) fn select_offers(
    atlas: &Atlas,
    selection: Option<&OfferSelection>,
) -> Result<Vec<Ix<f::Offer>>, Fault> {
    let selection = selection.cloned().unwrap_or_default();
    let mut found = Vec::new();
    if let Some(codes) = &selection.codes {
        for code in codes {
            found.push(find::offer(atlas, "offers.codes", code)?);
        }
    }
    if let Some(family) = &selection.family {
        let family = find::offer(atlas, "offers.family", family)?;
        found.extend(atlas.answering_for(family));
    }
    if selection.codes.is_none() && selection.family.is_none() {
        found.extend(atlas.offers.iter().map(|(ix, _)| ix));
    }
    found.sort();
    found.dedup();
    Ok(found)
}

fn area_claims(atlas: &Atlas, row: culture::AreaClaims, day: NaiveDate) -> AreaCulturalProvision {
    let on_record = !row.communities.is_empty();
    let name = &atlas.areas.get(row.area).name;
    AreaCulturalProvision {
        area: Area { ix: row.area, day },
        on_record,
        sentence: if on_record {
            format!("Claims are on record in {name}; each says who makes it.")
        } else {
            format!("No claim is on record in {name}: a question to ask, not evidence of a gap.")
        },
        communities: row
            .communities
            .into_iter()
            .map(|entry| CommunityProvision {
                census_note: census_note(atlas, &entry),
                community: entry.community.map(Community),
                claims: entry
                    .claims
                    .into_iter()
                    .map(|ix| Claim { ix, day })
                    .collect(),
                census_people: entry.census_people.map(whole),
                coverage: entry.coverage.zip(atlas.offers.find(culture::OFFER)).map(
                    |(answer, offer)| CoverageCell {
                        area: row.area,
                        offer,
                        day,
                        answer,
                    },
                ),
            })
            .collect(),
    }
}

fn census_note(atlas: &Atlas, entry: &culture::ByCommunity) -> String {
    let Some(community) = entry.community.map(|ix| atlas.communities.get(ix)) else {
        return "no community coded".to_owned();
    };
    if community.census_groups.is_empty() {
        return "no published population".to_owned();
    }
    if entry.census_people.is_none() {
        return "no published population for an area that cuts a district".to_owned();
    }
    let labels: Vec<&str> = community
        .census_groups
        .iter()
        .filter_map(|code| atlas.census_groups.find(code))
        .map(|ix| atlas.census_groups.get(ix).label.as_str())
        .collect();
    format!(
        "residents at the census of 2021, all ages and sexes: {}",
        labels.join("; ")
    )
}
