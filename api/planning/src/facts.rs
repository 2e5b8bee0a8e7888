//! What the Atlas is built from: the rows of every table, ids still as text.
//!
//! `store` fills these from the database and a test from literals; neither
//! needs to know an index.

use crate::closed::{
    AreaKind, Confidence, FamilyRole, Grade, Intensity, Nation, ProcurementProcedure, Role, Stage,
    Status, SuccessionKind, Visibility, WorksWithJustice,
};
use crate::dates::PartialDate;
use crate::table::Row;

/// Every table.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field is the table of its type")]
pub struct Facts {
    pub sources: Vec<Source>,
    pub areas: Vec<Area>,
    pub area_codes: Vec<AreaCode>,
    pub area_names: Vec<AreaName>,
    pub successions: Vec<Succession>,
    pub parts: Vec<Part>,
    pub area_parts: Vec<AreaPart>,
    pub area_bases: Vec<AreaBasis>,
    pub populations: Vec<Population>,
    pub places: Vec<Place>,
    pub offers: Vec<Offer>,
    pub systems: Vec<System>,
    pub cohorts: Vec<Cohort>,
    pub communities: Vec<Community>,
    pub census_groups: Vec<CensusGroup>,
    pub bodies: Vec<Body>,
    pub body_names: Vec<BodyName>,
    pub body_successions: Vec<BodySuccession>,
    pub evidence: Vec<Evidence>,
    pub services: Vec<Service>,
    pub service_bodies: Vec<ServiceBody>,
    pub coverage: Vec<Coverage>,
    pub contracts: Vec<Contract>,
    pub funding_streams: Vec<FundingStream>,
    pub funding_conditions: Vec<FundingCondition>,
    pub funding_years: Vec<FundingYear>,
    pub funding_allocations: Vec<FundingAllocation>,
    pub deflators: Vec<Deflator>,
    pub openings: Vec<Opening>,
    pub opening_conditions: Vec<OpeningCondition>,
    pub pools: Vec<Pool>,
    pub pool_members: Vec<PoolMember>,
    pub pool_transfers: Vec<PoolTransfer>,
    pub needs: Vec<Need>,
    pub unit_costs: Vec<UnitCost>,
    pub mhis_years: Vec<MhisYear>,
    pub mhis_lines: Vec<MhisLine>,
    pub scenarios: Vec<Scenario>,
    pub scenario_steps: Vec<ScenarioStep>,
    pub standards: Vec<Standard>,
    pub standard_lines: Vec<StandardLine>,
    pub searches: Vec<Search>,
    pub claims: Vec<Claim>,
    pub statements: Vec<Statement>,
    pub figures: Vec<Figure>,
    pub starter_rows: Vec<StarterRow>,
}

macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),+ $(,)? })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq)]
            pub struct $name {
                /// The id of the row.
                pub id: String,
                /// Counts its writes, from 1.
                pub version: i64,
                $($(#[$field_doc])* pub $field: $type),+
            }
            impl Row for $name {
                fn id(&self) -> &str { &self.id }
            }
        )+
    };
}

mod money;

pub use money::{
    Deflator, FundingAllocation, FundingCondition, FundingYear, MhisLine, MhisYear, Need, Opening,
    OpeningCondition, Pool, PoolMember, PoolTransfer, Scenario, ScenarioStep, Standard,
    StandardLine, UnitCost,
};

rows! {
    /// Where a row comes from.
    Source {
        /// Its title.
        title: String,
        /// Its public address.
        url: Option<String>,
        /// Who published it.
        publisher: Option<String>,
        /// The licence that it is restated under.
        licence: Option<String>,
        /// The period or version that it describes.
        vintage: Option<String>,
        /// The date that it bears.
        date: Option<PartialDate>,
        /// What to know before quoting it.
        note: Option<String>,
    }
    /// A dated place in one geography.
    Area {
        /// Its geography.
        kind: AreaKind,
        /// Its official name.
        name: String,
        /// Its nation; `None` for what spans both.
        nation: Option<Nation>,
        /// First day that it existed; `None` where the sources do not go back.
        valid_from: Option<PartialDate>,
        /// Last day that it existed; `None` while it does.
        valid_to: Option<PartialDate>,
        /// Source of the row.
        source: String,
    }
    /// An official code of an area.
    AreaCode {
        /// The area.
        area: String,
        /// `gss`, `ods`, `ndelius`, …
        scheme: String,
        /// The code.
        code: String,
        /// First day of the code.
        valid_from: Option<PartialDate>,
        /// Last day of the code.
        valid_to: Option<PartialDate>,
    }
    /// Another name under which an area is found.
    AreaName {
        /// The area.
        area: String,
        /// The name.
        name: String,
        /// `former`, `short`, `spelling` or `alternative`.
        note: String,
    }
    /// One area followed by another.
    Succession {
        /// What ended or gave.
        predecessor: String,
        /// What began or took.
        successor: String,
        /// How.
        kind: SuccessionKind,
        /// First day of the successor.
        date: PartialDate,
    }
    /// The building block: a part of one district that no other geography cuts,
    /// except delivery units whose split nobody publishes.
    Part {
        /// The district.
        district: String,
        /// Usual residents at the census of 2021.
        residents: u64,
    }
    /// A part belongs to an area.
    AreaPart {
        /// The area.
        area: String,
        /// The part.
        part: String,
        /// Residents of the part inside the area; `None`: shared, and nobody
        /// publishes the split.
        residents: Option<u64>,
        /// First day of the membership.
        valid_from: Option<PartialDate>,
        /// Last day of the membership.
        valid_to: Option<PartialDate>,
    }
    /// How a district came to be counted to an area where no register says so.
    AreaBasis {
        /// The area.
        area: String,
        /// The district.
        district: String,
        /// `named`, `county`, `shared` or `assumed`.
        basis: String,
    }
    /// A count of people in an area.
    Population {
        /// The area.
        area: String,
        /// `mid_2022`, `census_2021`, `census_2021_ethnic_group`, …
        measure: String,
        /// `all` or the code of a group.
        group: String,
        /// People.
        count: u64,
        /// Source of the count.
        source: String,
    }
    /// Where a prison or court lies.
    Place {
        /// The prison or court.
        area: String,
        /// Post town.
        town: Option<String>,
        /// County as its register gives it.
        county: Option<String>,
        /// The district; `None` where no rule settles it.
        district: Option<String>,
        /// The police force area; `None` where no rule settles it.
        police_force: Option<String>,
        /// The rule that placed it, or `unplaced: ` and why.
        placed_by: String,
    }
    /// A kind of service, order or pathway.
    Offer {
        /// Its name.
        name: String,
        /// `service`, `order` or `pathway`.
        kind: String,
        /// What it is and is not.
        description: String,
        /// The justice stages that it serves.
        stages: Vec<Stage>,
        /// Its rung on the ladder.
        intensity: Intensity,
        /// Whom it is for.
        cohort: String,
        /// The geographies on which it is commissioned.
        geography: Vec<AreaKind>,
        /// The nations in which it exists.
        nations: Vec<Nation>,
        /// The families that it belongs to.
        families: Vec<String>,
        /// Whether it is a family itself.
        family_role: FamilyRole,
        /// Whether it may count as treatment.
        counts_as_treatment: bool,
        /// Rows of the list of systems that it was drawn from.
        systems: String,
        /// Version of the vocabulary.
        vocabulary_version: String,
    }
    /// A row of the list of systems, and what it is.
    System {
        /// Its number, 1 to 164.
        number: u32,
        /// Its name.
        name: String,
        /// `service`, `order`, `pathway`, `body`, `statute`, …
        class: String,
        /// The offers that it became.
        offers: Vec<String>,
        /// Why it is of that class.
        reason: String,
    }
    /// A group of people that an offer is for.
    Cohort {
        /// Its name.
        name: String,
        /// `any`, `male` or `female`.
        sex: String,
        /// Whether it is less than everybody of that sex.
        narrow: bool,
    }
    /// A community that a service is made for or led by.
    Community {
        /// Its name.
        name: String,
        /// The nearest published census groups; empty: no published population.
        census_groups: Vec<String>,
        /// Why they are only near.
        note: String,
    }
    /// An ethnic group of the census of 2021.
    CensusGroup {
        /// Its label.
        label: String,
    }
    /// A commissioner or provider.
    Body {
        /// Its name.
        name: String,
        /// `nhs_trust`, `vcse`, `council`, …
        kind: String,
        /// Charity number.
        charity_number: Option<String>,
        /// Company number.
        company_number: Option<String>,
        /// ODS code.
        ods_code: Option<String>,
        /// First day.
        valid_from: Option<PartialDate>,
        /// Last day.
        valid_to: Option<PartialDate>,
        /// What to know of it.
        note: Option<String>,
    }
    /// Another name of a body.
    BodyName {
        /// The body.
        body: String,
        /// The name.
        name: String,
    }
    /// One body followed by another in a function.
    BodySuccession {
        /// Who hands over.
        predecessor: String,
        /// Who takes over; `None`: not settled.
        successor: Option<String>,
        /// When; `None`: not on record.
        date: Option<PartialDate>,
        /// What passes.
        kind: String,
        /// `done` or `due`.
        certainty: String,
        /// Source.
        source: Option<String>,
        /// What to know of it.
        note: Option<String>,
    }
    /// One source's word for one record.
    Evidence {
        /// The source.
        source: String,
        /// What kind of source it is.
        grade: Grade,
        /// Who says so: commissioner, provider, third party, ….
        asserted_by: String,
        /// How sure the maker of the record was; `None`: not stated.
        confidence: Option<Confidence>,
        /// What it says, in our words; empty where the source's words may not
        /// be restated.
        statement: String,
        /// Starter table that it came with.
        starter_table: String,
        /// Row of that table.
        starter_row: String,
        /// The day that it speaks of; `None`: that of its source.
        as_of: Option<PartialDate>,
        /// When somebody should look again.
        review_on: Option<PartialDate>,
        /// The body that says so; `None`: only its kind is known.
        asserter: Option<String>,
    }
    /// Something that is provided, however many sources tell of it.
    Service {
        /// Its name, in our words.
        title: String,
        /// Whom it is for.
        cohort: String,
        /// The service that it lies inside.
        part_of: Option<String>,
        /// Who may see it.
        visibility: Visibility,
        /// The body that keeps it; `None`: the register.
        owner: Option<String>,
    }
    /// A body's part in a service.
    ServiceBody {
        /// The service.
        service: String,
        /// The body.
        body: String,
        /// Its role.
        role: Role,
    }
    /// One source's record of one offer in one area.
    Coverage {
        /// The service; `None` for an absence.
        service: Option<String>,
        /// The offer.
        offer: String,
        /// The area or place.
        area: String,
        /// For whom.
        cohort: String,
        /// What the record says.
        status: Status,
        /// From when.
        starts_on: Option<PartialDate>,
        /// Until when.
        ends_on: Option<PartialDate>,
        /// End of the base term, where an extension is possible and nobody has
        /// confirmed it.
        base_ends_on: Option<PartialDate>,
        /// Stages, where the record narrows or widens those of the offer.
        stages: Vec<Stage>,
        /// Intensity, where the record differs from the offer.
        intensity: Option<Intensity>,
        /// Evidence.
        evidence: String,
        /// Who may see it.
        visibility: Visibility,
        /// The body that keeps it; `None`: the register.
        owner: Option<String>,
    }
    /// A contract, grant or award for a service.
    Contract {
        /// The service.
        service: String,
        /// Notice or contract reference.
        reference: Option<String>,
        /// What the record says.
        status: Status,
        /// From when.
        starts_on: Option<PartialDate>,
        /// Until when, extensions included where they are confirmed.
        ends_on: Option<PartialDate>,
        /// End of the base term.
        base_ends_on: Option<PartialDate>,
        /// Base term, months.
        base_months: Option<u32>,
        /// Possible extension, months.
        extension_months: Option<u32>,
        /// Stated value, pence.
        value_pence: Option<i64>,
        /// What the value is of.
        value_basis: Option<String>,
        /// `included`, `excluded` or `not_stated`.
        vat: String,
        /// Yearly value if the value is for the base term, pence.
        annual_base_pence: Option<i64>,
        /// Yearly value if it is for the full term, pence.
        annual_full_pence: Option<i64>,
        /// The contract that it lies inside: never added to it.
        part_of: Option<String>,
        /// People that it is to reach a year; `None`: not on record.
        places: Option<u64>,
        /// The lot of its procurement.
        lot: Option<String>,
        /// How it came about; `None`: not stated.
        procedure: Option<ProcurementProcedure>,
        /// Evidence.
        evidence: String,
        /// Who may see it.
        visibility: Visibility,
        /// The body that keeps it; `None`: the register.
        owner: Option<String>,
    }
    /// Money that can be spent on services, under conditions and for a time.
    FundingStream {
        /// What its funder calls it.
        name: String,
        /// Whose money it is.
        funder: String,
        /// What it is for.
        purpose: String,
        /// Where it may be spent; `None`: no area is stated.
        area: Option<String>,
        /// For whom.
        cohort: String,
        /// Whether it is ring-fenced; `None`: not stated.
        ring_fenced: Option<bool>,
        /// Whether it comes again each year; `None`: not stated.
        recurrent: Option<bool>,
        /// Whether it counts towards the Mental Health Investment Standard;
        /// `None`: not stated.
        inside_mhis: Option<bool>,
        /// From when.
        starts_on: Option<PartialDate>,
        /// Until when.
        ends_on: Option<PartialDate>,
        /// All of it over its period, pence; `None`: not on record.
        amount_pence: Option<i64>,
        /// Evidence.
        evidence: String,
        /// Who may see it.
        visibility: Visibility,
        /// The body that keeps it; `None`: the register.
        owner: Option<String>,
    }
    /// Somebody looked for an offer in an area and found none.
    Search {
        /// The offer.
        offer: String,
        /// The area.
        area: String,
        /// Where they looked.
        what_was_searched: String,
        /// When.
        searched_on: Option<PartialDate>,
    }
    /// A claim that a service is culturally informed, faith-based or led by and
    /// for a community.
    Claim {
        /// The service; `None` where nothing is provided.
        service: Option<String>,
        /// The organisation; `None`: the source names none.
        body: Option<String>,
        /// What is claimed.
        kind: String,
        /// The communities, coded.
        communities: Vec<String>,
        /// The communities in the source's terms.
        communities_as_stated: String,
        /// Where.
        area: Option<String>,
        /// Whether it works with people in the justice system.
        works_with_justice: WorksWithJustice,
        /// What the claim says of its running.
        status: Status,
        /// From when.
        starts_on: Option<PartialDate>,
        /// Until when.
        ends_on: Option<PartialDate>,
        /// Whether it is provision for people (not a finding, map or campaign).
        is_provision: bool,
        /// Evidence.
        evidence: String,
        /// Who may see it.
        visibility: Visibility,
        /// The body that keeps it; `None`: the register.
        owner: Option<String>,
    }
    /// What a report or body says that is no coverage record.
    Statement {
        /// `practice`, `claim_without_place`, `overlap`, ….
        kind: String,
        /// The offer that it speaks of.
        offer: Option<String>,
        /// The place that it speaks of.
        area: Option<String>,
        /// Of whom.
        cohort: String,
        /// As of when.
        as_of: Option<PartialDate>,
        /// Evidence.
        evidence: String,
    }
    /// A published figure, with its definition.
    Figure {
        /// What it counts.
        statement: String,
        /// The value as published.
        value: String,
        /// Its unit.
        unit: String,
        /// Its year.
        year: String,
        /// Its geography.
        geography: String,
        /// Its population.
        population: String,
        /// Its source.
        source: String,
    }
    /// What became of a row of a starter table.
    StarterRow {
        /// The table.
        table: String,
        /// The row.
        row: String,
        /// `record`, `merged` or `unplaced`.
        outcome: String,
        /// The kind of record that it is in.
        record_kind: Option<String>,
        /// The record that it is in.
        record: Option<String>,
        /// Why it was merged or not placed.
        reason: Option<String>,
    }
}
