//! Who may write which rows.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::facts::{Area, Part};
use planning::sight::Sight;
use planning::table::Ix;

use super::concern::Concern;
use super::permit::{Permit, Tables};
use crate::auth::{Role, Viewer};

/// What analysts make: plans, and the estimates that they are made from.
const PLANS: &[&str] = &[
    "need",
    "scenario",
    "scenario_step",
    "standard",
    "standard_line",
    "unit_cost",
];

/// Why somebody may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// They may put it to those who may.
    MayPropose,
    /// Nor that.
    Refused,
}

/// Somebody's standing in the register: what the names in their token mean there.
#[derive(Clone, Debug)]
pub struct Standing {
    actor: String,
    role: Role,
    bodies: BTreeSet<String>,
    areas: BTreeSet<Ix<Area>>,
    parts: BTreeSet<Ix<Part>>,
    day: NaiveDate,
}

impl Standing {
    /// What a viewer is to this register on a day. A body may be named by id, ODS code, charity or
    /// company number, an area by id or official code; a name that the register does not know
    /// stands for nothing.
    pub fn of(viewer: &Viewer, atlas: &Atlas, day: NaiveDate) -> Self {
        let named = |name: &String| {
            let by_number = || {
                atlas.bodies.rows().iter().find(|body| {
                    [&body.ods_code, &body.charity_number, &body.company_number]
                        .into_iter()
                        .any(|number| number.as_ref() == Some(name))
                })
            };
            match atlas.bodies.find(name) {
                Some(ix) => Some(atlas.bodies.get(ix).id.clone()),
                None => by_number().map(|body| body.id.clone()),
            }
        };
        let areas: BTreeSet<Ix<Area>> = viewer
            .areas
            .iter()
            .flat_map(|name| match atlas.areas.find(name) {
                Some(ix) => vec![ix],
                None => atlas
                    .areas_by_code(name)
                    .into_iter()
                    .map(|(ix, _)| ix)
                    .collect(),
            })
            .collect();
        let parts = areas
            .iter()
            .flat_map(|area| atlas.parts_of(*area, day))
            .filter(|member| member.whole)
            .map(|member| member.part)
            .collect();
        Self {
            actor: viewer.actor.clone(),
            role: viewer.role,
            bodies: viewer.bodies.iter().filter_map(named).collect(),
            areas,
            parts,
            day,
        }
    }

    /// Their role.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The bodies that they act for.
    pub fn bodies(&self) -> &BTreeSet<String> {
        &self.bodies
    }

    /// The areas that they act in, as the register that they were read against numbers them.
    pub fn areas(&self) -> &BTreeSet<Ix<Area>> {
        &self.areas
    }

    /// What they may see.
    pub fn sight(&self) -> Sight {
        Sight {
            everything: self.role == Role::Admin,
            restricted: self.role >= Role::Analyst,
            bodies: match self.role {
                Role::Public => BTreeSet::new(),
                _ => self.bodies.clone(),
            },
        }
    }

    /// Leave to write what concerns these, in these tables; or why not.
    pub fn may_write(
        &self,
        concerns: &[Concern],
        tables: &'static [&'static str],
        atlas: &Atlas,
    ) -> Result<Permit, Denied> {
        let may = match self.role {
            Role::Admin => true,
            Role::Commissioner => concerns.iter().all(|concern| self.keeps(concern, atlas)),
            Role::Analyst => self.analyses(concerns),
            Role::Public | Role::Provider => false,
        };
        if may {
            return Ok(Permit::new(&self.actor, Tables::These(tables)));
        }
        let may_propose = match self.role {
            Role::Public => false,
            Role::Provider => concerns.iter().all(|concern| self.takes_part(concern)),
            _ => true,
        };
        Err(if may_propose {
            Denied::MayPropose
        } else {
            Denied::Refused
        })
    }

    /// Leave to put back or take out rows of any table: only with leave for each of them.
    pub fn may_write_all(&self, concerns: &[Concern], atlas: &Atlas) -> Result<Permit, Denied> {
        self.may_write(concerns, &[], atlas)
            .map(|_| Permit::new(&self.actor, Tables::All))
    }

    /// Leave to keep a proposal, of one who may propose or decide.
    pub fn proposal_permit(&self) -> Option<Permit> {
        (self.role >= Role::Provider)
            .then(|| Permit::new(&self.actor, Tables::These(&["proposal"])))
    }

    /// An analyst keeps the plans of their bodies: scenarios, minimum offers, estimates of need and
    /// cost, and what only these rest on. What the register says of provision and money is others'.
    fn analyses(&self, concerns: &[Concern]) -> bool {
        let is_plan = |concern: &Concern| PLANS.contains(&concern.table);
        let ours = |concern: &Concern| {
            !concern.bodies.is_empty() && concern.bodies.is_subset(&self.bodies)
        };
        concerns.iter().any(is_plan)
            && concerns.iter().all(|concern| match concern.table {
                "source" | "evidence" if concern.is_new => true,
                "source" | "evidence" => {
                    let alone = concern.areas.is_empty() && concern.parties.is_empty();
                    concern.is_gone && alone && ours(concern)
                }
                _ => is_plan(concern) && ours(concern),
            })
    }

    /// A commissioner keeps what is their bodies' or lies in their areas. What the whole register
    /// rests on (areas, offers, shared sources) is kept by its administrators.
    fn keeps(&self, concern: &Concern, atlas: &Atlas) -> bool {
        if concern
            .owner
            .as_ref()
            .is_some_and(|owner| !self.bodies.contains(owner))
        {
            return false;
        }
        match concern.table {
            "source" | "evidence" | "body" | "body_name" if concern.is_new => true,
            "area" | "area_code" | "area_name" | "area_part" | "area_succession" | "offer" => false,
            // A source goes with the last row that rests on it.
            "source" if !concern.is_gone => false,
            _ => {
                let ours = !concern.bodies.is_disjoint(&self.bodies);
                let here = !concern.areas.is_empty()
                    && concern.areas.iter().all(|area| self.is_here(area, atlas));
                ours || here
            }
        }
    }

    /// Whether an area lies in those that they act in.
    fn is_here(&self, id: &str, atlas: &Atlas) -> bool {
        let Some(ix) = atlas.areas.find(id) else {
            return false;
        };
        if self.areas.contains(&ix) {
            return true;
        }
        // A prison or court stands in its district.
        let place = atlas.places.rows().iter().find(|place| place.area == id);
        if let Some(place) = place {
            return place
                .district
                .as_ref()
                .is_some_and(|district| self.is_here(district, atlas));
        }
        let mut parts = atlas.parts_of(ix, self.day).peekable();
        parts.peek().is_some() && parts.all(|member| self.parts.contains(&member.part))
    }

    /// A provider speaks of the services in which it takes part, and of itself.
    fn takes_part(&self, concern: &Concern) -> bool {
        match concern.table {
            "source" | "evidence" if concern.is_new => true,
            _ => !concern.parties.is_disjoint(&self.bodies),
        }
    }
}
