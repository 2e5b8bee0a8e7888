//! Another register made of one, for what stays the same shared with it.

use super::{Atlas, BuildError, MoneyLinks, table, unspoken};
use crate::facts::{
    Area, AreaPart, BodySuccession, Contract, Coverage, Evidence, Facts, FundingAllocation,
    FundingStream, FundingYear, Need, PoolTransfer, Service, Source, Succession,
};
use crate::table::Lists;

macro_rules! changed {
    ($($table:ident: $row:ty = $name:literal),+ $(,)?) => {
        /// Tables to put in the place of those of a register; `None`: as they are.
        #[derive(Clone, Debug, Default)]
        #[expect(missing_docs, reason = "each field is the table of its type")]
        pub struct Changed {
            $(pub $table: Option<Vec<$row>>),+
        }

        impl Changed {
            fn into_facts(self, facts: &mut Facts) {
                $(if let Some(rows) = self.$table { facts.$table = rows; })+
            }

            fn into_tables(self, atlas: &mut Atlas) -> Result<(), BuildError> {
                $(if let Some(rows) = self.$table { atlas.$table = table($name, rows)?; })+
                Ok(())
            }
        }
    };
}

changed!(
    areas: Area = "area",
    area_parts: AreaPart = "area_part",
    successions: Succession = "area_succession",
    body_successions: BodySuccession = "body_succession",
    sources: Source = "source",
    evidence: Evidence = "evidence",
    services: Service = "service",
    coverage: Coverage = "coverage",
    contracts: Contract = "contract",
    funding_streams: FundingStream = "funding_stream",
    funding_years: FundingYear = "funding_year",
    funding_allocations: FundingAllocation = "funding_allocation",
    pool_transfers: PoolTransfer = "pool_transfer",
    needs: Need = "need",
);

impl Changed {
    fn is_of_geography(&self) -> bool {
        self.areas.is_some() || self.area_parts.is_some() || self.successions.is_some()
    }

    fn is_of_provision(&self) -> bool {
        self.sources.is_some()
            || self.evidence.is_some()
            || self.services.is_some()
            || self.coverage.is_some()
            || self.contracts.is_some()
    }
}

impl Atlas {
    /// The register with other tables in the place of some: the same as if it
    /// were built anew from its facts, in the time that the tables changed
    /// take. Where they change the geography, it is built anew.
    pub fn with(&self, changed: Changed) -> Result<Self, BuildError> {
        if changed.is_of_geography() {
            let mut facts = self.facts();
            changed.into_facts(&mut facts);
            return Self::build(facts, self.revision);
        }
        let provision = changed.is_of_provision();
        let mut atlas = self.clone();
        changed.into_tables(&mut atlas)?;
        if provision {
            atlas.link_provision_anew()?;
        }
        atlas.links.money = MoneyLinks::of(&atlas)?;
        atlas.check_the_rest()?;
        Ok(atlas)
    }

    fn link_provision_anew(&mut self) -> Result<(), BuildError> {
        let links = &mut self.links;
        links.coverage = Vec::new();
        links.spoken = unspoken(&self.offers, &self.parts);
        links.spoken_of_place.clear();
        links.places_with_records = Lists::of(&self.offers);
        links.coverage_of_service = Lists::of(&self.services);
        links.contracts_of_service = Lists::of(&self.services);
        links.claims_of_service = Lists::of(&self.services);
        links.bodies_of_service = Lists::of(&self.services);
        links.services_of_body = Lists::of(&self.bodies);
        links.claims_of_body = Lists::of(&self.bodies);
        links.names_of_body = Lists::of(&self.bodies);
        links.coverage_of_area = Lists::of(&self.areas);
        self.link_services()?;
        self.link_coverage()
    }
}
