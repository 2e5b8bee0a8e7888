//! The Atlas: every row of the register with the indexes that reads need,
//! immutable once built.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::closed::{AreaKind, FamilyRole, Nation, Status};
use crate::dates::PartialDate;
use crate::facts::{
    Area, AreaBasis, AreaCode, AreaName, AreaPart, Body, BodyName, BodySuccession, CensusGroup,
    Claim, Cohort, Community, Contract, Coverage, Deflator, Evidence, Facts, Figure,
    FundingAllocation, FundingCondition, FundingStream, FundingYear, MhisLine, MhisYear, Need,
    Offer, Opening, OpeningCondition, Part, Place, Pool, PoolMember, PoolTransfer, Population,
    Scenario, ScenarioStep, Search, Service, ServiceBody, Source, Standard, StandardLine,
    StarterRow, Statement, Succession, System, UnitCost,
};
use crate::share::largest_remainder;
use crate::table::{Ix, Lists, Row, Table, TwiceTheSameId};

/// The count that shares of people are taken of.
pub const PEOPLE_MEASURE: &str = "mid_2022";

/// The register at one revision. A copy shares its tables.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each field is the table of its type")]
pub struct Atlas {
    /// The revision of the register that it was built from.
    pub revision: u64,
    pub sources: Table<Source>,
    pub areas: Table<Area>,
    pub area_codes: Table<AreaCode>,
    pub area_names: Table<AreaName>,
    pub successions: Table<Succession>,
    pub parts: Table<Part>,
    pub area_parts: Table<AreaPart>,
    pub area_bases: Table<AreaBasis>,
    pub populations: Table<Population>,
    pub places: Table<Place>,
    pub offers: Table<Offer>,
    pub systems: Table<System>,
    pub cohorts: Table<Cohort>,
    pub communities: Table<Community>,
    pub census_groups: Table<CensusGroup>,
    pub bodies: Table<Body>,
    pub body_names: Table<BodyName>,
    pub body_successions: Table<BodySuccession>,
    pub evidence: Table<Evidence>,
    pub services: Table<Service>,
    pub service_bodies: Table<ServiceBody>,
    pub coverage: Table<Coverage>,
    pub contracts: Table<Contract>,
    pub funding_streams: Table<FundingStream>,
    pub funding_conditions: Table<FundingCondition>,
    pub funding_years: Table<FundingYear>,
    pub funding_allocations: Table<FundingAllocation>,
    pub deflators: Table<Deflator>,
    pub openings: Table<Opening>,
    pub opening_conditions: Table<OpeningCondition>,
    pub pools: Table<Pool>,
    pub pool_members: Table<PoolMember>,
    pub pool_transfers: Table<PoolTransfer>,
    pub needs: Table<Need>,
    pub unit_costs: Table<UnitCost>,
    pub mhis_years: Table<MhisYear>,
    pub mhis_lines: Table<MhisLine>,
    pub scenarios: Table<Scenario>,
    pub scenario_steps: Table<ScenarioStep>,
    pub standards: Table<Standard>,
    pub standard_lines: Table<StandardLine>,
    pub searches: Table<Search>,
    pub claims: Table<Claim>,
    pub statements: Table<Statement>,
    pub figures: Table<Figure>,
    pub starter_rows: Table<StarterRow>,
    links: Links,
    people: Vec<u64>,
}

/// A part's membership of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// The part.
    pub part: Ix<Part>,
    /// The area.
    pub area: Ix<Area>,
    /// Whether the whole part lies inside; `false`: shared with another area
    /// of the kind, and nobody publishes the split.
    pub whole: bool,
    valid_from: Option<PartialDate>,
    valid_to: Option<PartialDate>,
}

impl Member {
    /// A place is whole in itself.
    pub(crate) fn of_place(place: Ix<Area>) -> Self {
        Self {
            part: Ix::FIRST,
            area: place,
            whole: true,
            valid_from: None,
            valid_to: None,
        }
    }

    /// Whether it holds on a day.
    pub fn on(&self, day: NaiveDate) -> bool {
        within(self.valid_from, self.valid_to, day)
    }
}

/// A coverage record's links, resolved.
#[derive(Clone, Copy, Debug)]
pub struct CoverageLinks {
    /// The service.
    pub service: Option<Ix<Service>>,
    /// The offer.
    pub offer: Ix<Offer>,
    /// The area.
    pub area: Ix<Area>,
    /// The cohort.
    pub cohort: Ix<Cohort>,
    /// The evidence.
    pub evidence: Ix<Evidence>,
    /// The date of the evidence.
    pub told_on: Option<PartialDate>,
    /// What another record of the same service does to it.
    pub closing: Option<Closing>,
}

/// What a record of the same service does to an open-ended live record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// It states the end that this record lacks.
    EndsOn(PartialDate, Ix<Coverage>),
    /// It states the end of a base term whose extension nobody has confirmed.
    BaseEndsOn(PartialDate, Ix<Coverage>),
    /// It says that the service has ended, and no date tells which is later.
    Contradicted(Ix<Coverage>),
}

/// A row names an id that is not there, or an id stands twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    /// The table of the row.
    pub table: &'static str,
    /// The row.
    pub row: String,
    /// What is wrong.
    pub fault: String,
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} row '{}': {}", self.table, self.row, self.fault)
    }
}

impl std::error::Error for BuildError {}

mod money;
mod overlay;

pub use money::MoneyLinks;
pub use overlay::Changed;

type Spoken = Vec<(Ix<Coverage>, Member)>;
type CodeHolders = Vec<(Ix<Area>, Ix<AreaCode>)>;
type RecordsOfPlace = BTreeMap<(Ix<Offer>, Ix<Area>), Vec<Ix<Coverage>>>;

#[derive(Clone, Debug)]
struct Links {
    members: Lists<Area, Member>,
    homes: Lists<Part, Member>,
    place_of: BTreeMap<Ix<Area>, Ix<Place>>,
    area_codes: Arc<BTreeMap<String, CodeHolders>>,
    codes_of: Lists<Area, Ix<AreaCode>>,
    names_of: Lists<Area, Ix<AreaName>>,
    populations_of: Lists<Area, Ix<Population>>,
    successors: Lists<Area, Ix<Succession>>,
    predecessors: Lists<Area, Ix<Succession>>,
    coverage: Vec<CoverageLinks>,
    // For each offer and each part, the records that speak of it; one list of
    // all offers' parts, offer by offer.
    spoken: Arc<Vec<Spoken>>,
    spoken_of_place: RecordsOfPlace,
    places_with_records: Lists<Offer, Ix<Area>>,
    searched: Lists<Offer, Ix<Search>>,
    members_of_family: Lists<Offer, Ix<Offer>>,
    families_of: Lists<Offer, Ix<Offer>>,
    meant_for: Vec<Ix<Cohort>>,
    nations: Vec<Option<Nation>>,
    coverage_of_service: Lists<Service, Ix<Coverage>>,
    contracts_of_service: Lists<Service, Ix<Contract>>,
    claims_of_service: Lists<Service, Ix<Claim>>,
    bodies_of_service: Lists<Service, Ix<ServiceBody>>,
    services_of_body: Lists<Body, Ix<ServiceBody>>,
    claims_of_body: Lists<Body, Ix<Claim>>,
    names_of_body: Lists<Body, Ix<BodyName>>,
    coverage_of_area: Lists<Area, Ix<Coverage>>,
    part_count: usize,
    money: MoneyLinks,
}

fn unspoken(offers: &Table<Offer>, parts: &Table<Part>) -> Arc<Vec<Spoken>> {
    let lists = std::iter::repeat_with(Vec::new).take(offers.len() * parts.len());
    Arc::new(lists.collect())
}

/// Whether a day lies in a span whose ends may be open.
pub fn within(from: Option<PartialDate>, to: Option<PartialDate>, day: NaiveDate) -> bool {
    from.is_none_or(|f| f.first() <= day) && to.is_none_or(|t| day <= t.last())
}

impl Atlas {
    /// Builds the Atlas; the first row whose references do not hold is the
    /// error.
    pub fn build(facts: Facts, revision: u64) -> Result<Self, BuildError> {
        let areas = table("area", facts.areas)?;
        let parts = table("district_part", facts.parts)?;
        let offers = table("offer", facts.offers)?;
        let cohorts = table("cohort", facts.cohorts)?;
        let sources = table("source", facts.sources)?;
        let evidence = table("evidence", facts.evidence)?;
        let services = table("service", facts.services)?;
        let bodies = table("body", facts.bodies)?;
        let mut atlas = Self {
            revision,
            links: Links {
                members: Lists::of(&areas),
                homes: Lists::of(&parts),
                place_of: BTreeMap::new(),
                area_codes: Arc::default(),
                codes_of: Lists::of(&areas),
                names_of: Lists::of(&areas),
                populations_of: Lists::of(&areas),
                successors: Lists::of(&areas),
                predecessors: Lists::of(&areas),
                coverage: Vec::new(),
                spoken: unspoken(&offers, &parts),
                spoken_of_place: BTreeMap::new(),
                places_with_records: Lists::of(&offers),
                searched: Lists::of(&offers),
                members_of_family: Lists::of(&offers),
                families_of: Lists::of(&offers),
                meant_for: Vec::new(),
                nations: Vec::new(),
                coverage_of_service: Lists::of(&services),
                contracts_of_service: Lists::of(&services),
                claims_of_service: Lists::of(&services),
                bodies_of_service: Lists::of(&services),
                services_of_body: Lists::of(&bodies),
                claims_of_body: Lists::of(&bodies),
                names_of_body: Lists::of(&bodies),
                coverage_of_area: Lists::of(&areas),
                part_count: parts.len(),
                money: MoneyLinks::default(),
            },
            people: Vec::new(),
            sources,
            areas,
            area_codes: table("area_code", facts.area_codes)?,
            area_names: table("area_name", facts.area_names)?,
            successions: table("area_succession", facts.successions)?,
            parts,
            area_parts: table("area_part", facts.area_parts)?,
            area_bases: table("area_basis", facts.area_bases)?,
            populations: table("population", facts.populations)?,
            places: table("place", facts.places)?,
            offers,
            systems: table("system", facts.systems)?,
            cohorts,
            communities: table("community", facts.communities)?,
            census_groups: table("census_group", facts.census_groups)?,
            bodies,
            body_names: table("body_name", facts.body_names)?,
            body_successions: table("body_succession", facts.body_successions)?,
            evidence,
            services,
            service_bodies: table("service_body", facts.service_bodies)?,
            coverage: table("coverage", facts.coverage)?,
            contracts: table("contract", facts.contracts)?,
            funding_streams: table("funding_stream", facts.funding_streams)?,
            funding_conditions: table("funding_condition", facts.funding_conditions)?,
            funding_years: table("funding_year", facts.funding_years)?,
            funding_allocations: table("funding_allocation", facts.funding_allocations)?,
            deflators: table("deflator", facts.deflators)?,
            openings: table("opening", facts.openings)?,
            opening_conditions: table("opening_condition", facts.opening_conditions)?,
            pools: table("pool", facts.pools)?,
            pool_members: table("pool_member", facts.pool_members)?,
            pool_transfers: table("pool_transfer", facts.pool_transfers)?,
            needs: table("need", facts.needs)?,
            unit_costs: table("unit_cost", facts.unit_costs)?,
            mhis_years: table("mhis_year", facts.mhis_years)?,
            mhis_lines: table("mhis_line", facts.mhis_lines)?,
            scenarios: table("scenario", facts.scenarios)?,
            scenario_steps: table("scenario_step", facts.scenario_steps)?,
            standards: table("standard", facts.standards)?,
            standard_lines: table("standard_line", facts.standard_lines)?,
            searches: table("search", facts.searches)?,
            claims: table("claim", facts.claims)?,
            statements: table("statement", facts.statements)?,
            figures: table("figure", facts.figures)?,
            starter_rows: table("starter_row", facts.starter_rows)?,
        };
        atlas.link_areas()?;
        atlas.link_vocabulary()?;
        atlas.link_services()?;
        atlas.link_coverage()?;
        atlas.check_the_rest()?;
        atlas.links.money = MoneyLinks::of(&atlas)?;
        atlas.count_people();
        Ok(atlas)
    }

    /// The rows that it was built from, to build another one from.
    pub fn facts(&self) -> Facts {
        macro_rules! copied {
            ($($table:ident),+ $(,)?) => { Facts { $($table: self.$table.rows().to_vec()),+ } };
        }
        copied!(
            sources,
            areas,
            area_codes,
            area_names,
            successions,
            parts,
            area_parts,
            area_bases,
            populations,
            places,
            offers,
            systems,
            cohorts,
            communities,
            census_groups,
            bodies,
            body_names,
            body_successions,
            evidence,
            services,
            service_bodies,
            coverage,
            contracts,
            funding_streams,
            funding_conditions,
            funding_years,
            funding_allocations,
            deflators,
            openings,
            opening_conditions,
            pools,
            pool_members,
            pool_transfers,
            needs,
            unit_costs,
            mhis_years,
            mhis_lines,
            scenarios,
            scenario_steps,
            standards,
            standard_lines,
            searches,
            claims,
            statements,
            figures,
            starter_rows,
        )
    }

    /// The areas of a kind that exist on a day, by id.
    pub fn areas_of_kind(
        &self,
        kind: AreaKind,
        day: NaiveDate,
    ) -> impl Iterator<Item = (Ix<Area>, &Area)> {
        self.areas
            .iter()
            .filter(move |(_, area)| area.kind == kind && area.exists_on(day))
    }

    /// The parts of an area on a day. An area that has ended keeps the parts
    /// that it had.
    pub fn parts_of(&self, area: Ix<Area>, day: NaiveDate) -> impl Iterator<Item = Member> + '_ {
        let day = self.areas.get(area).nearest_day(day);
        self.links
            .members
            .get(area)
            .iter()
            .copied()
            .filter(move |member| member.on(day))
    }

    /// The parts that an area has, had or will have.
    pub fn parts_ever_of(&self, area: Ix<Area>) -> impl Iterator<Item = Ix<Part>> + '_ {
        self.links
            .members
            .get(area)
            .iter()
            .map(|member| member.part)
    }

    /// Whether a record of an area that a part belongs, belonged or will belong
    /// to speaks of the part on a day: an area that does not exist on the day
    /// speaks of the parts that it had last, or will have first.
    pub fn speaks(&self, member: &Member, day: NaiveDate) -> bool {
        member.on(self.areas.get(member.area).nearest_day(day))
    }

    /// The areas that a part belongs to on a day.
    pub fn homes_of(&self, part: Ix<Part>, day: NaiveDate) -> impl Iterator<Item = Member> + '_ {
        self.links
            .homes
            .get(part)
            .iter()
            .copied()
            .filter(move |member| member.on(day) && self.areas.get(member.area).exists_on(day))
    }

    /// The areas that a part belongs, or belonged, to: records about an area
    /// that has ended still speak of its people.
    pub fn areas_ever_of(&self, part: Ix<Part>) -> impl Iterator<Item = Ix<Area>> + '_ {
        self.links.homes.get(part).iter().map(|member| member.area)
    }

    /// People in a part: its share of the district's mid-2022 estimate, split
    /// by residents at the census with largest remainders.
    pub fn people_in(&self, part: Ix<Part>) -> u64 {
        self.people.get(part.position()).copied().unwrap_or(0)
    }

    /// People in an area on a day; `None` for a place, for an area outside the
    /// register's geography, and where a shared part has no published split.
    pub fn people_of(&self, area: Ix<Area>, day: NaiveDate) -> Option<u64> {
        let mut members = self.parts_of(area, day).peekable();
        members.peek()?;
        members.try_fold(0u64, |sum, member| {
            member.whole.then(|| sum + self.people_in(member.part))
        })
    }

    /// A district's count split over its parts by residents at the census.
    pub fn split_district(&self, district: Ix<Area>, count: u64) -> Vec<(Ix<Part>, u64)> {
        let id = self.areas.get(district).id();
        let own: Vec<(Ix<Part>, u64)> = self
            .parts
            .iter()
            .filter(|(_, part)| part.district == id)
            .map(|(ix, part)| (ix, part.residents))
            .collect();
        let weights: Vec<u64> = own.iter().map(|(_, residents)| *residents).collect();
        own.into_iter()
            .map(|(ix, _)| ix)
            .zip(largest_remainder(count, &weights))
            .collect()
    }

    /// Areas that bear, or bore, an official code; current holders first.
    pub fn areas_by_code(&self, code: &str) -> Vec<(Ix<Area>, &AreaCode)> {
        self.links
            .area_codes
            .get(&code.to_ascii_lowercase())
            .map(|found| {
                found
                    .iter()
                    .map(|(area, row)| (*area, self.area_codes.get(*row)))
                    .collect()
            })
            .unwrap_or_default()
    }

    /// The official codes of an area.
    pub fn codes_of(&self, area: Ix<Area>) -> impl Iterator<Item = &AreaCode> {
        self.links
            .codes_of
            .get(area)
            .iter()
            .map(|ix| self.area_codes.get(*ix))
    }

    /// Other names of an area.
    pub fn names_of(&self, area: Ix<Area>) -> impl Iterator<Item = &AreaName> {
        self.links
            .names_of
            .get(area)
            .iter()
            .map(|ix| self.area_names.get(*ix))
    }

    /// Published counts of people in an area.
    pub fn populations_of(&self, area: Ix<Area>) -> impl Iterator<Item = &Population> {
        self.links
            .populations_of
            .get(area)
            .iter()
            .map(|ix| self.populations.get(*ix))
    }

    /// How an area was followed.
    pub fn successors_of(&self, area: Ix<Area>) -> impl Iterator<Item = &Succession> {
        self.links
            .successors
            .get(area)
            .iter()
            .map(|ix| self.successions.get(*ix))
    }

    /// What an area followed.
    pub fn predecessors_of(&self, area: Ix<Area>) -> impl Iterator<Item = &Succession> {
        self.links
            .predecessors
            .get(area)
            .iter()
            .map(|ix| self.successions.get(*ix))
    }

    /// Where a prison or court lies.
    pub fn place_of(&self, area: Ix<Area>) -> Option<&Place> {
        self.links
            .place_of
            .get(&area)
            .map(|ix| self.places.get(*ix))
    }

    /// The district of a prison or court, else its police force area; `None`
    /// where no rule places it.
    pub fn home_of_place(&self, place: Ix<Area>) -> Option<Ix<Area>> {
        let row = self.place_of(place)?;
        let home = row.district.as_ref().or(row.police_force.as_ref())?;
        self.areas.find(home)
    }

    /// The prisons and courts that lie in an area, by id.
    pub fn places_within(
        &self,
        area: Ix<Area>,
        day: NaiveDate,
    ) -> impl Iterator<Item = Ix<Area>> + '_ {
        self.links
            .place_of
            .keys()
            .copied()
            .filter(move |place| self.place_lies_in(*place, area, day))
    }

    /// Whether a prison or court lies in an area: by its district, else by its
    /// police force area.
    pub fn place_lies_in(&self, place: Ix<Area>, area: Ix<Area>, day: NaiveDate) -> bool {
        let Some(home) = self.home_of_place(place) else {
            return false;
        };
        let mut members = self.parts_of(home, day).peekable();
        home == area
            || members.peek().is_some()
                && members.all(|member| {
                    self.homes_of(member.part, day)
                        .any(|m| m.area == area && m.whole)
                })
    }

    /// A coverage record's links.
    #[expect(
        clippy::indexing_slicing,
        reason = "one entry for each row, made with the table"
    )]
    pub fn coverage_links(&self, ix: Ix<Coverage>) -> &CoverageLinks {
        &self.links.coverage[ix.position()]
    }

    /// The records of one offer that speak of a part, with the membership by
    /// which they do.
    pub fn spoken(&self, offer: Ix<Offer>, part: Ix<Part>) -> &[(Ix<Coverage>, Member)] {
        let at = offer.position() * self.links.part_count + part.position();
        self.links.spoken.get(at).map_or(&[], Vec::as_slice)
    }

    /// The records of one offer at one prison or court.
    pub fn spoken_of_place(&self, offer: Ix<Offer>, place: Ix<Area>) -> &[Ix<Coverage>] {
        self.links
            .spoken_of_place
            .get(&(offer, place))
            .map_or(&[], Vec::as_slice)
    }

    /// The prisons and courts with records of an offer, by id.
    pub fn places_with_records(
        &self,
        offer: Ix<Offer>,
    ) -> impl Iterator<Item = (Ix<Area>, &[Ix<Coverage>])> {
        self.links
            .places_with_records
            .get(offer)
            .iter()
            .map(move |place| (*place, self.spoken_of_place(offer, *place)))
    }

    /// Searches for an offer that found none.
    pub fn searches_for(&self, offer: Ix<Offer>) -> &[Ix<Search>] {
        self.links.searched.get(offer)
    }

    /// The offers whose records answer for an offer: itself and, for a family,
    /// its members and theirs, by id.
    pub fn answering_for(&self, offer: Ix<Offer>) -> Vec<Ix<Offer>> {
        let mut found = vec![offer];
        let mut next = 0;
        while let Some(current) = found.get(next).copied() {
            next += 1;
            for member in self.links.members_of_family.get(current) {
                if !found.contains(member) {
                    found.push(*member);
                }
            }
        }
        found.sort();
        found
    }

    /// The families whose own records are leads for an offer, theirs included.
    pub fn families_of(&self, offer: Ix<Offer>) -> &[Ix<Offer>] {
        self.links.families_of.get(offer)
    }

    /// The nation that a part lies in.
    pub fn nation_of(&self, part: Ix<Part>) -> Option<Nation> {
        self.links.nations.get(part.position()).copied().flatten()
    }

    /// The people that an offer is meant for.
    #[expect(
        clippy::indexing_slicing,
        reason = "one entry for each row, made with the table"
    )]
    pub fn meant_for(&self, offer: Ix<Offer>) -> Ix<Cohort> {
        self.links.meant_for[offer.position()]
    }

    /// The records of a service.
    pub fn coverage_of_service(&self, service: Ix<Service>) -> &[Ix<Coverage>] {
        self.links.coverage_of_service.get(service)
    }

    /// The contracts of a service.
    pub fn contracts_of_service(&self, service: Ix<Service>) -> &[Ix<Contract>] {
        self.links.contracts_of_service.get(service)
    }

    /// The claims about a service.
    pub fn claims_of_service(&self, service: Ix<Service>) -> &[Ix<Claim>] {
        self.links.claims_of_service.get(service)
    }

    /// The bodies of a service with their roles.
    pub fn bodies_of_service(&self, service: Ix<Service>) -> &[Ix<ServiceBody>] {
        self.links.bodies_of_service.get(service)
    }

    /// A body's parts in services.
    pub fn services_of_body(&self, body: Ix<Body>) -> &[Ix<ServiceBody>] {
        self.links.services_of_body.get(body)
    }

    /// The claims made of an organisation.
    pub fn claims_of_body(&self, body: Ix<Body>) -> &[Ix<Claim>] {
        self.links.claims_of_body.get(body)
    }

    /// Other names of a body.
    pub fn names_of_body(&self, body: Ix<Body>) -> impl Iterator<Item = &BodyName> {
        self.links
            .names_of_body
            .get(body)
            .iter()
            .map(|ix| self.body_names.get(*ix))
    }

    /// The records that name an area itself.
    pub fn coverage_of_area(&self, area: Ix<Area>) -> &[Ix<Coverage>] {
        self.links.coverage_of_area.get(area)
    }

    /// The date of a piece of evidence: its source's.
    pub fn told_on(&self, evidence: Ix<Evidence>) -> Option<PartialDate> {
        let row = self.evidence.get(evidence);
        let of_source = || self.sources.get(self.sources.find(&row.source)?).date;
        row.as_of.or_else(of_source)
    }

    fn link_areas(&mut self) -> Result<(), BuildError> {
        for (_, row) in self.area_parts.iter() {
            let member = Member {
                part: find(&self.parts, "area_part", row, "part_id", &row.part)?,
                area: find(&self.areas, "area_part", row, "area_id", &row.area)?,
                whole: row.residents.is_some(),
                valid_from: row.valid_from,
                valid_to: row.valid_to,
            };
            self.links.members.push(member.area, member);
            self.links.homes.push(member.part, member);
        }
        self.links.members.sort_each();
        self.links.homes.sort_each();
        for (_, part) in self.parts.iter() {
            let district = find(
                &self.areas,
                "district_part",
                part,
                "district_id",
                &part.district,
            )?;
            self.links.nations.push(self.areas.get(district).nation);
        }
        for (ix, row) in self.area_codes.iter() {
            let area = find(&self.areas, "area_code", row, "area_id", &row.area)?;
            self.links.codes_of.push(area, ix);
            Arc::make_mut(&mut self.links.area_codes)
                .entry(row.code.to_ascii_lowercase())
                .or_default()
                .push((area, ix));
        }
        let (areas, codes) = (&self.areas, &self.area_codes);
        for found in Arc::make_mut(&mut self.links.area_codes).values_mut() {
            found.sort_by_key(|(area, code)| {
                let ended = areas.get(*area).valid_to.is_some();
                (ended, codes.get(*code).valid_to.is_some(), *area, *code)
            });
        }
        for (ix, row) in self.area_names.iter() {
            let area = find(&self.areas, "area_name", row, "area_id", &row.area)?;
            self.links.names_of.push(area, ix);
        }
        for (ix, row) in self.populations.iter() {
            let area = find(&self.areas, "population", row, "area_id", &row.area)?;
            self.links.populations_of.push(area, ix);
        }
        for (ix, row) in self.successions.iter() {
            let before = find(
                &self.areas,
                "area_succession",
                row,
                "predecessor_id",
                &row.predecessor,
            )?;
            let after = find(
                &self.areas,
                "area_succession",
                row,
                "successor_id",
                &row.successor,
            )?;
            self.links.successors.push(before, ix);
            self.links.predecessors.push(after, ix);
        }
        for (ix, row) in self.places.iter() {
            let area = find(&self.areas, "place", row, "area_id", &row.area)?;
            self.links.place_of.insert(area, ix);
            for (field, home) in [
                ("district_id", &row.district),
                ("police_force_id", &row.police_force),
            ] {
                if let Some(home) = home {
                    find(&self.areas, "place", row, field, home)?;
                }
            }
        }
        Ok(())
    }

    fn link_vocabulary(&mut self) -> Result<(), BuildError> {
        for (ix, offer) in self.offers.iter() {
            let cohort = find(&self.cohorts, "offer", offer, "cohort", &offer.cohort)?;
            self.links.meant_for.push(cohort);
            for family in &offer.families {
                let family_ix = find(&self.offers, "offer", offer, "families", family)?;
                if self.offers.get(family_ix).family_role == FamilyRole::Own {
                    return Err(BuildError {
                        table: "offer",
                        row: offer.id.clone(),
                        fault: format!("families: '{family}' is not a family"),
                    });
                }
                self.links.members_of_family.push(family_ix, ix);
            }
        }
        // A family answers for its members' members too, and is a lead for
        // all of them.
        for (family, _) in self.offers.iter() {
            for member in self.answering_for(family) {
                if member != family {
                    self.links.families_of.push(member, family);
                }
            }
        }
        for (ix, search) in self.searches.iter() {
            let offer = find(&self.offers, "search", search, "offer_id", &search.offer)?;
            find(&self.areas, "search", search, "area_id", &search.area)?;
            self.links.searched.push(offer, ix);
        }
        Ok(())
    }

    fn link_services(&mut self) -> Result<(), BuildError> {
        for (ix, row) in self.service_bodies.iter() {
            let service = find(
                &self.services,
                "service_body",
                row,
                "service_id",
                &row.service,
            )?;
            let body = find(&self.bodies, "service_body", row, "body_id", &row.body)?;
            self.links.bodies_of_service.push(service, ix);
            self.links.services_of_body.push(body, ix);
        }
        for (ix, row) in self.contracts.iter() {
            let service = find(&self.services, "contract", row, "service_id", &row.service)?;
            find(
                &self.evidence,
                "contract",
                row,
                "evidence_id",
                &row.evidence,
            )?;
            self.links.contracts_of_service.push(service, ix);
        }
        for (ix, row) in self.claims.iter() {
            if let Some(service) = &row.service {
                let service = find(&self.services, "claim", row, "service_id", service)?;
                self.links.claims_of_service.push(service, ix);
            }
            if let Some(body) = &row.body {
                let body = find(&self.bodies, "claim", row, "body_id", body)?;
                self.links.claims_of_body.push(body, ix);
            }
            find(&self.evidence, "claim", row, "evidence_id", &row.evidence)?;
            for community in &row.communities {
                find(&self.communities, "claim", row, "communities", community)?;
            }
            if let Some(area) = &row.area {
                find(&self.areas, "claim", row, "area_id", area)?;
            }
        }
        for (ix, row) in self.body_names.iter() {
            let body = find(&self.bodies, "body_name", row, "body_id", &row.body)?;
            self.links.names_of_body.push(body, ix);
        }
        Ok(())
    }

    fn link_coverage(&mut self) -> Result<(), BuildError> {
        for (_, row) in self.coverage.iter() {
            let evidence = find(
                &self.evidence,
                "coverage",
                row,
                "evidence_id",
                &row.evidence,
            )?;
            let service = match &row.service {
                None => None,
                Some(service) => Some(find(
                    &self.services,
                    "coverage",
                    row,
                    "service_id",
                    service,
                )?),
            };
            let links = CoverageLinks {
                service,
                offer: find(&self.offers, "coverage", row, "offer_id", &row.offer)?,
                area: find(&self.areas, "coverage", row, "area_id", &row.area)?,
                cohort: find(&self.cohorts, "coverage", row, "cohort_id", &row.cohort)?,
                evidence,
                told_on: self.told_on(evidence),
                closing: None,
            };
            self.links.coverage.push(links);
        }
        for (ix, _) in self.coverage.iter() {
            let links = *self.coverage_links(ix);
            if let Some(service) = links.service {
                self.links.coverage_of_service.push(service, ix);
            }
            self.links.coverage_of_area.push(links.area, ix);
            if self.areas.get(links.area).kind.is_place() {
                self.links
                    .spoken_of_place
                    .entry((links.offer, links.area))
                    .or_default()
                    .push(ix);
                self.links.places_with_records.push(links.offer, links.area);
                continue;
            }
            for member in self.links.members.get(links.area).to_vec() {
                let at = links.offer.position() * self.links.part_count + member.part.position();
                if let Some(list) = Arc::make_mut(&mut self.links.spoken).get_mut(at) {
                    list.push((ix, member));
                }
            }
        }
        self.links.places_with_records.sort_each();
        self.close_open_ends();
        Ok(())
    }

    /// Where several records tell of one service, the end that one of them
    /// states closes the others that give none.
    fn close_open_ends(&mut self) {
        let mut closings = Vec::new();
        for (service, _) in self.services.iter() {
            let siblings = self.coverage_of_service(service);
            if siblings.len() < 2 {
                continue;
            }
            for open in siblings {
                let row = self.coverage.get(*open);
                if row.status == Status::Live
                    && row.ends_on.is_none()
                    && row.base_ends_on.is_none()
                    && let Some(closing) = self.closing_of(*open, siblings)
                {
                    closings.push((*open, closing));
                }
            }
        }
        for (open, closing) in closings {
            if let Some(links) = self.links.coverage.get_mut(open.position()) {
                links.closing = Some(closing);
            }
        }
    }

    fn closing_of(&self, open: Ix<Coverage>, siblings: &[Ix<Coverage>]) -> Option<Closing> {
        let (row, links) = (self.coverage.get(open), self.coverage_links(open));
        let mut end: Option<(PartialDate, Closing)> = None;
        let mut contradicted = None;
        for other in siblings {
            let (theirs, theirs_links) = (self.coverage.get(*other), self.coverage_links(*other));
            if theirs_links.offer != links.offer
                || theirs_links.cohort != links.cohort
                || !matches!(theirs.status, Status::Live | Status::Ended)
                || !self.covers(theirs_links.area, links.area)
            {
                continue;
            }
            // An extension that nobody has confirmed is not counted on.
            let stated = match (theirs.base_ends_on, theirs.ends_on) {
                (Some(base), _) => Some((base, Closing::BaseEndsOn(base, *other))),
                (None, end) => end.map(|end| (end, Closing::EndsOn(end, *other))),
            };
            match stated {
                Some((date, closing)) => {
                    let begun_after = row.starts_on.is_some_and(|s| s.first() > date.last());
                    let told_after = links.told_on.is_some_and(|t| t.first() > date.last());
                    if !begun_after
                        && !told_after
                        && end.is_none_or(|(e, _)| e.last() < date.last())
                    {
                        end = Some((date, closing));
                    }
                }
                // An undated word gives way to a dated one; two undated ones
                // contradict each other.
                None if theirs.status == Status::Ended => {
                    match (links.told_on, theirs_links.told_on) {
                        (Some(mine), Some(their)) if mine.first() > their.last() => {}
                        (Some(_), None) => {}
                        (_, Some(their)) => {
                            if end.is_none_or(|(e, _)| e.last() < their.last()) {
                                end = Some((their, Closing::EndsOn(their, *other)));
                            }
                        }
                        (None, None) => contradicted = Some(*other),
                    }
                }
                None => {}
            }
        }
        match (contradicted, end) {
            (Some(other), _) => Some(Closing::Contradicted(other)),
            (None, Some((_, closing))) => Some(closing),
            (None, None) => None,
        }
    }

    /// Whether one area holds every part of another: the end of a service in
    /// one district is no end of it in the whole board.
    fn covers(&self, one: Ix<Area>, other: Ix<Area>) -> bool {
        let (ours, theirs) = (self.links.members.get(one), self.links.members.get(other));
        one == other
            || !theirs.is_empty()
                && theirs
                    .iter()
                    .all(|b| ours.iter().any(|a| a.whole && a.part == b.part))
    }

    fn check_the_rest(&self) -> Result<(), BuildError> {
        for (_, row) in self.services.iter() {
            find(&self.cohorts, "service", row, "cohort_id", &row.cohort)?;
            if let Some(whole) = &row.part_of {
                find(&self.services, "service", row, "part_of_id", whole)?;
            }
        }
        for (_, row) in self.evidence.iter() {
            find(&self.sources, "evidence", row, "source_id", &row.source)?;
            if let Some(asserter) = &row.asserter {
                find(&self.bodies, "evidence", row, "asserter_id", asserter)?;
            }
        }
        for (_, row) in self.funding_streams.iter() {
            let name = "funding_stream";
            find(&self.bodies, name, row, "funder_id", &row.funder)?;
            find(&self.cohorts, name, row, "cohort_id", &row.cohort)?;
            find(&self.evidence, name, row, "evidence_id", &row.evidence)?;
            if let Some(area) = &row.area {
                find(&self.areas, name, row, "area_id", area)?;
            }
        }
        for (_, row) in self.statements.iter() {
            find(
                &self.evidence,
                "statement",
                row,
                "evidence_id",
                &row.evidence,
            )?;
        }
        for (_, row) in self.communities.iter() {
            for group in &row.census_groups {
                find(
                    &self.census_groups,
                    "community",
                    row,
                    "census_groups",
                    group,
                )?;
            }
        }
        Ok(())
    }

    fn count_people(&mut self) {
        let mut people = vec![0; self.parts.len()];
        for (_, row) in self.populations.iter() {
            if row.measure != PEOPLE_MEASURE || row.group != "all" {
                continue;
            }
            let Some(district) = self.areas.find(&row.area) else {
                continue;
            };
            for (part, count) in self.split_district(district, row.count) {
                if let Some(slot) = people.get_mut(part.position()) {
                    *slot = count;
                }
            }
        }
        self.people = people;
    }
}

impl Area {
    /// Whether it exists on a day.
    pub fn exists_on(&self, day: NaiveDate) -> bool {
        within(self.valid_from, self.valid_to, day)
    }

    /// The day itself while the area exists; else its first or last day.
    fn nearest_day(&self, day: NaiveDate) -> NaiveDate {
        let not_before = self.valid_from.map_or(day, |from| day.max(from.first()));
        self.valid_to
            .map_or(not_before, |to| not_before.min(to.last()))
    }
}

fn table<T: Row>(name: &'static str, rows: Vec<T>) -> Result<Table<T>, BuildError> {
    Table::new(rows).map_err(|TwiceTheSameId(row)| BuildError {
        table: name,
        row,
        fault: "its id stands twice".to_owned(),
    })
}

fn find<T: Row, R: Row>(
    into: &Table<T>,
    table: &'static str,
    row: &R,
    field: &str,
    id: &str,
) -> Result<Ix<T>, BuildError> {
    into.find(id).ok_or_else(|| BuildError {
        table,
        row: row.id().to_owned(),
        fault: format!("{field}: '{id}' is not in the register"),
    })
}

#[cfg(test)]
mod tests;
