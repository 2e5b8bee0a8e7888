//! Offers and the lists behind them.

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use planning::facts as f;
use planning::table::Ix;

use crate::graphql::context::ContextExt;
use crate::graphql::enums::{AreaKind, FamilyRole, Intensity, Nation, Stage};
use crate::graphql::id::NodeType;
use crate::graphql::page::connection;

/// A kind of service, order or pathway.
#[derive(Clone, Copy)]
pub struct Offer(pub Ix<f::Offer>);

/// A kind of service, order or pathway that can be asked about, coded in a versioned vocabulary.
#[Object]
impl Offer {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Offer.id(&ctx.atlas()?.offers.get(self.0).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.offers.get(self.0).version)
    }

    /// Its code, for example `mhtr_primary_care`.
    async fn code<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.offers.get(self.0).id)
    }

    /// Its name.
    async fn name<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.offers.get(self.0).name)
    }

    /// `service`, `order` or `pathway`.
    async fn kind<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.offers.get(self.0).kind)
    }

    /// What it is, who usually commissions it and what it is not.
    async fn description<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.offers.get(self.0).description)
    }

    /// The justice stages that it serves, in pathway order.
    async fn stages(&self, ctx: &Context<'_>) -> Result<Vec<Stage>> {
        let row = ctx.atlas()?.offers.get(self.0);
        Ok(row.stages.iter().map(|s| (*s).into()).collect())
    }

    /// Its rung on the ladder.
    async fn intensity(&self, ctx: &Context<'_>) -> Result<Intensity> {
        Ok(ctx.atlas()?.offers.get(self.0).intensity.into())
    }

    /// Whom it is meant for.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Option<Cohort>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .cohorts
            .find(&atlas.offers.get(self.0).cohort)
            .map(Cohort))
    }

    /// The geographies on which it is commissioned.
    async fn commissioned_on(&self, ctx: &Context<'_>) -> Result<Vec<AreaKind>> {
        let row = ctx.atlas()?.offers.get(self.0);
        Ok(row.geography.iter().map(|k| (*k).into()).collect())
    }

    /// The nations in which it exists; empty: neither England nor Wales.
    async fn nations(&self, ctx: &Context<'_>) -> Result<Vec<Nation>> {
        let row = ctx.atlas()?.offers.get(self.0);
        Ok(row.nations.iter().map(|n| (*n).into()).collect())
    }

    /// Whether it stands for itself, belongs to a family or is one.
    async fn family_role(&self, ctx: &Context<'_>) -> Result<FamilyRole> {
        Ok(ctx.atlas()?.offers.get(self.0).family_role.into())
    }

    /// The families that it belongs to.
    async fn families(&self, ctx: &Context<'_>) -> Result<Vec<Offer>> {
        let atlas = ctx.atlas()?;
        let row = atlas.offers.get(self.0);
        Ok(row
            .families
            .iter()
            .filter_map(|id| atlas.offers.find(id))
            .map(Offer)
            .collect())
    }

    /// For a family: the offers whose records answer for it, itself left out.
    async fn members(&self, ctx: &Context<'_>) -> Result<Vec<Offer>> {
        let mut members = ctx.atlas()?.answering_for(self.0);
        members.retain(|ix| *ix != self.0);
        Ok(members.into_iter().map(Offer).collect())
    }

    /// Whether it may count as treatment. Personal wellbeing never does.
    async fn counts_as_treatment(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(ctx.atlas()?.offers.get(self.0).counts_as_treatment)
    }

    /// The rows of the list of systems that it was drawn from.
    async fn systems(&self, ctx: &Context<'_>) -> Result<Vec<System>> {
        let atlas = ctx.atlas()?;
        let code = &atlas.offers.get(self.0).id;
        Ok(atlas
            .systems
            .iter()
            .filter(|(_, row)| row.offers.contains(code))
            .map(|(_, row)| System::of(row))
            .collect())
    }

    /// Version of the vocabulary that describes it so.
    async fn vocabulary_version<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.offers.get(self.0).vocabulary_version)
    }
}

connection!(
    /// Offers, page by page.
    OfferConnection,
    /// An offer and its place in the list.
    OfferEdge,
    Offer
);

/// What offers can be ordered by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferOrderField {
    /// Name.
    Name,
    /// Code.
    Code,
    /// First justice stage, in pathway order.
    Stage,
    /// Rung on the ladder.
    Intensity,
}

/// A group of people that an offer or record is for.
#[derive(Clone, Copy)]
pub struct Cohort(pub Ix<f::Cohort>);

/// A group of people that an offer or record is for.
#[Object]
impl Cohort {
    /// Its code, for example `all`, `men`, `women`.
    async fn code<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.cohorts.get(self.0).id)
    }

    /// Its name.
    async fn name<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.cohorts.get(self.0).name)
    }

    /// `any`, `male` or `female`.
    async fn sex<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.cohorts.get(self.0).sex)
    }

    /// Whether it is less than everybody of that sex: a record for it covers a part of anybody else's question.
    async fn narrow(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(ctx.atlas()?.cohorts.get(self.0).narrow)
    }
}

/// A community that a service is made for or led by.
#[derive(Clone, Copy)]
pub struct Community(pub Ix<f::Community>);

/// A community that a service is made for or led by.
#[Object]
impl Community {
    /// Its code, for example `black_caribbean`.
    async fn code<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.communities.get(self.0).id)
    }

    /// Its name.
    async fn name<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.communities.get(self.0).name)
    }

    /// The nearest published ethnic groups of the census of 2021; empty: no published population.
    async fn census_groups(&self, ctx: &Context<'_>) -> Result<Vec<CensusGroup>> {
        let atlas = ctx.atlas()?;
        let row = atlas.communities.get(self.0);
        Ok(row
            .census_groups
            .iter()
            .filter_map(|id| atlas.census_groups.find(id))
            .map(|ix| {
                let group = atlas.census_groups.get(ix);
                CensusGroup {
                    code: group.id.clone(),
                    label: group.label.clone(),
                }
            })
            .collect())
    }

    /// Why those groups are only near.
    async fn note<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.communities.get(self.0).note)
    }
}

/// An ethnic group of the census of 2021.
#[derive(SimpleObject, Clone)]
pub struct CensusGroup {
    /// Its code.
    pub code: String,
    /// Its label in the census.
    pub label: String,
}

/// A row of the list of 164 systems, and what it is.
#[derive(SimpleObject, Clone)]
pub struct System {
    /// Its number, 1 to 164.
    pub number: i32,
    /// Its name.
    pub name: String,
    /// `service`, `order`, `pathway`, `body`, `statute`, `measure`, `event`, …
    pub class: String,
    /// Codes of the offers that it became; empty where it is none.
    pub offers: Vec<String>,
    /// Why it is of that class.
    pub reason: String,
}

impl System {
    pub(crate) fn of(row: &f::System) -> Self {
        Self {
            number: i32::try_from(row.number).unwrap_or(i32::MAX),
            name: row.name.clone(),
            class: row.class.clone(),
            offers: row.offers.clone(),
            reason: row.reason.clone(),
        }
    }
}
