//! Small registers for tests, written as literals.
//!
//! Areas, offers and cohorts are named by their ids. A record is by default of a
//! service of its own, for everybody, told by a source of 1 January 2025.

use chrono::NaiveDate;

use crate::atlas::{Atlas, PEOPLE_MEASURE};
use crate::closed::{
    AreaKind, Confidence, FamilyRole, Grade, Intensity, Nation, Role, Stage, Status, Visibility,
    WorksWithJustice,
};
use crate::coverage::{Answer, Flag, Flags, Question, State, answer};
use crate::dates::PartialDate;
use crate::facts::{
    Area, AreaPart, Body, BodySuccession, CensusGroup, Claim, Cohort, Community, Contract,
    Coverage, Evidence, Facts, Offer, Part, Place, Population, Search, Service, ServiceBody,
    Source,
};
use crate::table::{Ix, Row, Table};

/// A register under construction.
#[derive(Clone)]
pub(crate) struct Given {
    pub(crate) facts: Facts,
}

/// A failing property prints what varies.
impl std::fmt::Debug for Given {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for row in &self.facts.populations {
            write!(f, "{}={} ", row.area, row.count)?;
        }
        for (row, source) in self.facts.coverage.iter().zip(&self.facts.sources) {
            let told = source.date.map(|date| date.to_string());
            write!(f, "\n{row:?} told {told:?}")?;
        }
        write!(f, "\n{:?}", self.facts.searches)
    }
}

/// A record under construction.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    row: Coverage,
    told: Option<PartialDate>,
    grade: Grade,
}

pub(crate) fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    date(text).first()
}

pub(crate) fn ix<T: Row>(table: &Table<T>, id: &str) -> Ix<T> {
    table.find(id).unwrap_or_else(|| panic!("no row '{id}'"))
}

/// A record of a service that is live.
pub(crate) fn live(offer: &str, area: &str) -> Record {
    record(Status::Live, offer, area)
}

/// A record that there is none.
pub(crate) fn absent(offer: &str, area: &str) -> Record {
    record(Status::Absent, offer, area)
}

/// A record of a service that has ended.
pub(crate) fn ended(offer: &str, area: &str) -> Record {
    record(Status::Ended, offer, area)
}

/// Any record.
pub(crate) fn record(status: Status, offer: &str, area: &str) -> Record {
    Record {
        row: Coverage {
            version: 1,
            id: String::new(),
            service: None,
            offer: offer.to_owned(),
            area: area.to_owned(),
            cohort: "all".to_owned(),
            status,
            starts_on: None,
            ends_on: None,
            base_ends_on: None,
            stages: Vec::new(),
            intensity: None,
            evidence: String::new(),
            visibility: Visibility::Public,
            owner: None,
        },
        told: Some(date("2025-01-01")),
        grade: Grade::OfficialNotice,
    }
}

impl Record {
    pub(crate) fn from(mut self, start: &str) -> Self {
        self.row.starts_on = Some(date(start));
        self
    }
    pub(crate) fn to(mut self, end: &str) -> Self {
        self.row.ends_on = Some(date(end));
        self
    }
    pub(crate) fn base_to(mut self, end: &str) -> Self {
        self.row.base_ends_on = Some(date(end));
        self
    }
    pub(crate) fn told(mut self, on: &str) -> Self {
        self.told = Some(date(on));
        self
    }
    pub(crate) fn undated(mut self) -> Self {
        self.told = None;
        self
    }
    pub(crate) fn told_on(mut self, on: Option<PartialDate>) -> Self {
        self.told = on;
        self
    }
    pub(crate) fn dated(
        mut self,
        start: Option<PartialDate>,
        end: Option<PartialDate>,
        base: Option<PartialDate>,
    ) -> Self {
        self.row.starts_on = start;
        self.row.ends_on = end;
        self.row.base_ends_on = base;
        self
    }
    pub(crate) fn cohort(mut self, cohort: &str) -> Self {
        self.row.cohort = cohort.to_owned();
        self
    }
    pub(crate) fn of(mut self, service: &str) -> Self {
        self.row.service = Some(service.to_owned());
        self
    }
    pub(crate) fn stages(mut self, stages: &[Stage]) -> Self {
        self.row.stages = stages.to_vec();
        self
    }
    pub(crate) fn intensity(mut self, intensity: Intensity) -> Self {
        self.row.intensity = Some(intensity);
        self
    }
    pub(crate) fn grade(mut self, grade: Grade) -> Self {
        self.grade = grade;
        self
    }
}

impl Given {
    /// Cohorts only: `all`, `men`, `women`, and the narrow `veterans` and
    /// `young_women`.
    pub(crate) fn nothing() -> Self {
        let cohort = |id: &str, sex: &str, narrow| Cohort {
            version: 1,
            id: id.to_owned(),
            name: id.to_owned(),
            sex: sex.to_owned(),
            narrow,
        };
        Self {
            facts: Facts {
                cohorts: vec![
                    cohort("all", "any", false),
                    cohort("men", "male", false),
                    cohort("women", "female", false),
                    cohort("veterans", "any", true),
                    cohort("young_women", "female", true),
                ],
                ..Facts::default()
            },
        }
    }

    /// North (100 people) and South (60) in one board, force and offer `mhtr`.
    pub(crate) fn two_districts() -> Self {
        Self::nothing()
            .district("north", 100)
            .district("south", 60)
            .area(AreaKind::Icb, "board", &["north", "south"])
            .offer("mhtr")
    }

    /// An English district of one part with the district's id.
    pub(crate) fn district(self, id: &str, people: u64) -> Self {
        self.district_in_parts(id, people, &[(id, people)])
    }

    /// A district cut by some other geography into parts of so many residents.
    pub(crate) fn district_in_parts(
        mut self,
        id: &str,
        people: u64,
        parts: &[(&str, u64)],
    ) -> Self {
        let facts = &mut self.facts;
        facts.populations.push(Population {
            version: 1,
            id: format!("{id}:people"),
            area: id.to_owned(),
            measure: PEOPLE_MEASURE.to_owned(),
            group: "all".to_owned(),
            count: people,
            source: String::new(),
        });
        for (part, residents) in parts {
            facts.parts.push(Part {
                version: 1,
                id: (*part).to_owned(),
                district: id.to_owned(),
                residents: *residents,
            });
        }
        let names: Vec<&str> = parts.iter().map(|(part, _)| *part).collect();
        self.area(AreaKind::District, id, &names)
    }

    /// An area of whole parts.
    pub(crate) fn area(mut self, kind: AreaKind, id: &str, parts: &[&str]) -> Self {
        self.facts.areas.push(Area {
            version: 1,
            id: id.to_owned(),
            kind,
            name: id.to_owned(),
            nation: Some(Nation::England),
            valid_from: None,
            valid_to: None,
            source: String::new(),
        });
        for part in parts {
            self.join(id, part, Some(1));
        }
        self
    }

    /// The part lies in the area by a share that nobody publishes.
    pub(crate) fn shared(mut self, area: &str, part: &str) -> Self {
        self.join(area, part, None);
        self
    }

    fn join(&mut self, area: &str, part: &str, residents: Option<u64>) {
        self.facts.area_parts.push(AreaPart {
            version: 1,
            id: format!("{area}:{part}"),
            area: area.to_owned(),
            part: part.to_owned(),
            residents,
            valid_from: None,
            valid_to: None,
        });
    }

    /// Changes an area already given.
    pub(crate) fn edit_area(mut self, id: &str, edit: impl FnOnce(&mut Area)) -> Self {
        edit(self.facts.areas.iter_mut().find(|a| a.id == id).unwrap());
        self
    }

    /// Changes an offer already given.
    pub(crate) fn edit_offer(mut self, id: &str, edit: impl FnOnce(&mut Offer)) -> Self {
        edit(self.facts.offers.iter_mut().find(|o| o.id == id).unwrap());
        self
    }

    pub(crate) fn in_wales(self, area: &str) -> Self {
        self.edit_area(area, |a| a.nation = Some(Nation::Wales))
    }

    pub(crate) fn lasting(self, area: &str, from: Option<&str>, to: Option<&str>) -> Self {
        self.edit_area(area, |a| {
            a.valid_from = from.map(date);
            a.valid_to = to.map(date);
        })
    }

    /// A prison or court, placed in a district.
    pub(crate) fn place(mut self, kind: AreaKind, id: &str, district: &str) -> Self {
        self = self.area(kind, id, &[]);
        self.facts.places.push(Place {
            version: 1,
            id: id.to_owned(),
            area: id.to_owned(),
            town: None,
            county: None,
            district: Some(district.to_owned()),
            police_force: None,
            placed_by: String::new(),
        });
        self
    }

    /// An offer of both nations, at court, as treatment, for everybody.
    pub(crate) fn offer(mut self, id: &str) -> Self {
        self.facts.offers.push(Offer {
            version: 1,
            id: id.to_owned(),
            name: id.to_owned(),
            kind: "service".to_owned(),
            description: String::new(),
            stages: vec![Stage::Court],
            intensity: Intensity::Treatment,
            cohort: "all".to_owned(),
            geography: Vec::new(),
            nations: vec![Nation::England, Nation::Wales],
            families: Vec::new(),
            family_role: FamilyRole::Own,
            counts_as_treatment: true,
            systems: String::new(),
            vocabulary_version: String::new(),
        });
        self
    }

    /// A family and its members.
    pub(crate) fn family(self, family: &str, members: &[&str]) -> Self {
        let start = self
            .offer(family)
            .edit_offer(family, |o| o.family_role = FamilyRole::Family);
        members.iter().fold(start, |given, member| {
            given.offer(member).edit_offer(member, |o| {
                o.family_role = FamilyRole::Member;
                o.families = vec![family.to_owned()];
            })
        })
    }

    /// A source of that date and one piece of evidence from it; its id.
    pub(crate) fn evidence(&mut self, told: Option<PartialDate>, grade: Grade) -> String {
        let id = format!("e{:03}", self.facts.evidence.len() + 1);
        self.facts.sources.push(Source {
            version: 1,
            id: id.clone(),
            title: String::new(),
            url: None,
            publisher: None,
            licence: None,
            vintage: None,
            date: told,
            note: None,
        });
        self.facts.evidence.push(Evidence {
            version: 1,
            id: id.clone(),
            source: id.clone(),
            grade,
            asserted_by: String::new(),
            confidence: Some(Confidence::High),
            statement: String::new(),
            starter_table: String::new(),
            starter_row: String::new(),
            as_of: None,
            review_on: None,
            asserter: None,
        });
        id
    }

    /// A service without a record.
    pub(crate) fn service(mut self, id: &str) -> Self {
        if !self.facts.services.iter().any(|s| s.id == id) {
            self.facts.services.push(Service {
                version: 1,
                id: id.to_owned(),
                title: id.to_owned(),
                cohort: "all".to_owned(),
                part_of: None,
                visibility: Visibility::Public,
                owner: None,
            });
        }
        self
    }

    /// A record; the first is `r001` of service `s001`.
    pub(crate) fn told(mut self, record: Record) -> Self {
        let number = self.facts.coverage.len() + 1;
        let mut row = record.row;
        row.id = format!("r{number:03}");
        row.evidence = self.evidence(record.told, record.grade);
        if row.status == Status::Absent {
            row.service = None;
        } else {
            let service = row.service.unwrap_or_else(|| format!("s{number:03}"));
            self = self.service(&service);
            row.service = Some(service);
        }
        self.facts.coverage.push(row);
        self
    }

    /// Somebody looked on that day and found none.
    pub(crate) fn searched(mut self, offer: &str, area: &str, on: &str) -> Self {
        self.facts.searches.push(Search {
            version: 1,
            id: format!("l{:03}", self.facts.searches.len() + 1),
            offer: offer.to_owned(),
            area: area.to_owned(),
            what_was_searched: String::new(),
            searched_on: Some(date(on)),
        });
        self
    }

    pub(crate) fn body(mut self, id: &str) -> Self {
        self.facts.bodies.push(Body {
            version: 1,
            id: id.to_owned(),
            name: id.to_owned(),
            kind: "icb".to_owned(),
            charity_number: None,
            company_number: None,
            ods_code: None,
            valid_from: None,
            valid_to: None,
            note: None,
        });
        self
    }

    /// One body passes its function to another, or to nobody yet named.
    pub(crate) fn passes(mut self, from: &str, to: Option<&str>, on: &str) -> Self {
        self.facts.body_successions.push(BodySuccession {
            version: 1,
            id: format!("t{:03}", self.facts.body_successions.len() + 1),
            predecessor: from.to_owned(),
            successor: to.map(str::to_owned),
            date: Some(date(on)),
            kind: "transfer".to_owned(),
            certainty: "done".to_owned(),
            source: None,
            note: None,
        });
        self
    }

    pub(crate) fn part_in(mut self, body: &str, service: &str, role: Role) -> Self {
        self.facts.service_bodies.push(ServiceBody {
            version: 1,
            id: format!("b{:03}", self.facts.service_bodies.len() + 1),
            service: service.to_owned(),
            body: body.to_owned(),
            role,
        });
        self
    }

    pub(crate) fn contract(
        mut self,
        service: &str,
        status: Status,
        (starts_on, base_ends_on, ends_on): (&str, Option<&str>, &str),
    ) -> Self {
        let evidence = self.evidence(None, Grade::OfficialNotice);
        self.facts.contracts.push(Contract {
            version: 1,
            id: format!("c{:03}", self.facts.contracts.len() + 1),
            service: service.to_owned(),
            reference: None,
            status,
            starts_on: Some(date(starts_on)),
            ends_on: Some(date(ends_on)),
            base_ends_on: base_ends_on.map(date),
            base_months: None,
            extension_months: None,
            value_pence: None,
            value_basis: None,
            vat: "not_stated".to_owned(),
            annual_base_pence: None,
            annual_full_pence: None,
            part_of: None,
            places: None,
            lot: None,
            procedure: None,
            evidence,
            visibility: Visibility::Public,
            owner: None,
        });
        self
    }

    /// A community and its nearest census groups.
    pub(crate) fn community(mut self, id: &str, groups: &[&str]) -> Self {
        for group in groups {
            if !self.facts.census_groups.iter().any(|g| g.id == *group) {
                self.facts.census_groups.push(CensusGroup {
                    version: 1,
                    id: (*group).to_owned(),
                    label: (*group).to_owned(),
                });
            }
        }
        self.facts.communities.push(Community {
            version: 1,
            id: id.to_owned(),
            name: id.to_owned(),
            census_groups: groups.iter().map(|g| (*g).to_owned()).collect(),
            note: String::new(),
        });
        self
    }

    /// People of a census group in a district.
    pub(crate) fn census(mut self, district: &str, group: &str, count: u64) -> Self {
        self.facts.populations.push(Population {
            version: 1,
            id: format!("{district}:{group}"),
            area: district.to_owned(),
            measure: "census_2021_ethnic_group".to_owned(),
            group: group.to_owned(),
            count,
            source: String::new(),
        });
        self
    }

    /// A live, led-by-and-for claim about provision in an area.
    pub(crate) fn claim(mut self, area: &str, communities: &[&str]) -> Self {
        let evidence = self.evidence(None, Grade::ProviderPage);
        self.facts.claims.push(Claim {
            version: 1,
            id: format!("k{:03}", self.facts.claims.len() + 1),
            service: None,
            body: None,
            kind: "led_by_and_for".to_owned(),
            communities: communities.iter().map(|c| (*c).to_owned()).collect(),
            communities_as_stated: String::new(),
            area: Some(area.to_owned()),
            works_with_justice: WorksWithJustice::Yes,
            status: Status::Live,
            starts_on: None,
            ends_on: None,
            is_provision: true,
            evidence,
            visibility: Visibility::Public,
            owner: None,
        });
        self
    }

    /// Changes the claim given last.
    pub(crate) fn edit_claim(mut self, edit: impl FnOnce(&mut Claim)) -> Self {
        edit(self.facts.claims.last_mut().unwrap());
        self
    }

    pub(crate) fn atlas(self) -> Atlas {
        Atlas::build(self.facts, 1).unwrap()
    }

    /// The answer for everybody.
    pub(crate) fn ask(&self, area: &str, offer: &str, on: &str) -> Answer {
        self.ask_for("all", area, offer, on)
    }

    /// The answer for a cohort.
    pub(crate) fn ask_for(&self, cohort: &str, area: &str, offer: &str, on: &str) -> Answer {
        ask(&self.clone().atlas(), cohort, area, offer, day(on))
    }
}

/// Asks an Atlas by ids.
pub(crate) fn ask(atlas: &Atlas, cohort: &str, area: &str, offer: &str, day: NaiveDate) -> Answer {
    answer(
        atlas,
        &Question {
            area: ix(&atlas.areas, area),
            offer: ix(&atlas.offers, offer),
            cohort: ix(&atlas.cohorts, cohort),
            day,
            among: None,
            stage: None,
        },
    )
}

/// The shares of an answer in people; `None` where they are not known.
pub(crate) fn people(answer: &Answer) -> Vec<(State, Option<u64>)> {
    answer
        .shares
        .iter()
        .map(|s| (s.state, s.share.map(|share| share.part)))
        .collect()
}

/// The flags of a set.
pub(crate) fn flags(flags: Flags) -> Vec<Flag> {
    flags.iter().collect()
}
