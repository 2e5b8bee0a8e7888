//! Whom a change concerns: the bodies and areas of each row, before and after.

mod links;
mod money;

use std::collections::BTreeSet;

use planning::atlas::Atlas;
use planning::closed::Role;
use serde_json::Value;

use crate::auth::policy::Concern;
use crate::store::Edit;

pub use links::links_of;

/// Whom the edits of one change concern.
pub fn of(edits: &[Edit], atlas: &Atlas) -> Vec<Concern> {
    let reader = Reader { edits, atlas };
    let mut concerns = Vec::new();
    for edit in edits {
        let is_new = edit.before.is_none();
        for (row, then) in [(&edit.before, Then::Before), (&edit.after, Then::After)] {
            let Some(row) = row else { continue };
            let mut concern = Concern {
                table: edit.table,
                is_new,
                is_gone: edit.after.is_none(),
                ..Concern::default()
            };
            reader.read(&mut concern, edit.table, &edit.id, row, then);
            concerns.push(concern);
        }
    }
    concerns
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Before,
    After,
}

struct Reader<'a> {
    edits: &'a [Edit],
    atlas: &'a Atlas,
}

impl Reader<'_> {
    fn read(&self, concern: &mut Concern, table: &str, id: &str, row: &Value, then: Then) {
        let text = |column: &str| row.get(column).and_then(Value::as_str).map(str::to_owned);
        if let Some(owner) = text("owner_id") {
            concern.bodies.insert(owner.clone());
            let is_public = text("visibility").is_none_or(|word| word == "public");
            concern.owner = (!is_public).then_some(owner);
        }
        concern.areas.extend(text("area_id"));
        match table {
            "service" => self.service(concern, id, then),
            "service_body" | "coverage" | "contract" | "claim" => {
                if let Some(service) = text("service_id") {
                    self.service(concern, &service, then);
                }
                if let Some(body) = text("body_id") {
                    concern.parties.insert(body);
                }
            }
            "body" => {
                concern.bodies.insert(id.to_owned());
                concern.parties.insert(id.to_owned());
            }
            "body_name" => {
                concern.bodies.extend(text("body_id"));
                concern.parties.extend(text("body_id"));
            }
            "body_succession" => concern.bodies.extend(text("predecessor_id")),
            "funding_stream" => {
                concern.bodies.extend(text("funder_id"));
                concern.parties.extend(text("funder_id"));
            }
            "funding_allocation" => {
                self.of_stream(concern, text("stream_id"));
                if let Some(service) = text("service_id") {
                    self.service(concern, &service, then);
                }
            }
            "funding_condition" | "funding_year" => self.of_stream(concern, text("stream_id")),
            "opening" => {
                concern.bodies.extend(text("funder_id"));
                concern.parties.extend(text("funder_id"));
            }
            "opening_condition" => self.of_opening(concern, text("opening_id")),
            "pool" => self.of_pool(concern, row, id, then),
            "pool_member" | "pool_transfer" => {
                if let Some((id, row)) = self.pool(text("pool_id"), then) {
                    self.of_pool(concern, &row, &id, then);
                }
                // What a member puts in or takes out is its own affair.
                concern
                    .parties
                    .extend(text("body_id").or(text("member_id")));
            }
            "mhis_line" => self.of_plan(concern, "mhis_year", text("year_id"), then),
            "scenario_step" => self.of_plan(concern, "scenario", text("scenario_id"), then),
            "standard_line" => self.of_plan(concern, "standard", text("standard_id"), then),
            "evidence" => self.resting(concern, id),
            "source" => {
                let evidence = self.atlas.evidence.rows().iter();
                for row in evidence.filter(|row| row.source == id) {
                    self.resting(concern, &row.id);
                }
            }
            _ => {}
        }
    }

    /// The bodies of a service as it was, or as it would be with the edits.
    fn service(&self, concern: &mut Concern, id: &str, then: Then) {
        let mut roles: Vec<(String, String)> = Vec::new();
        if let Some(ix) = self.atlas.services.find(id) {
            for part in self.atlas.bodies_of_service(ix) {
                let part = self.atlas.service_bodies.get(*part);
                if then == Then::Before || !self.is_archived("service_body", &part.id) {
                    roles.push((part.body.clone(), part.role.code().to_owned()));
                }
            }
            concern
                .bodies
                .extend(self.atlas.services.get(ix).owner.clone());
            for record in self.atlas.coverage_of_service(ix) {
                concern
                    .areas
                    .insert(self.atlas.coverage.get(*record).area.clone());
            }
        }
        if then == Then::After {
            let added = self
                .edits
                .iter()
                .filter(|edit| edit.table == "service_body");
            for row in added.filter_map(|edit| edit.after.as_ref()) {
                let text =
                    |column: &str| row.get(column).and_then(Value::as_str).unwrap_or_default();
                if text("service_id") == id {
                    roles.push((text("body_id").to_owned(), text("role").to_owned()));
                }
            }
        }
        for (body, role) in roles {
            let keeps = role == Role::Commissioner.code() || role == Role::Funder.code();
            if keeps {
                concern.bodies.insert(body.clone());
            }
            concern.parties.insert(body);
        }
    }

    /// Evidence concerns whomever the records that rest on it concern.
    fn resting(&self, concern: &mut Concern, evidence: &str) {
        let mut services = BTreeSet::new();
        for row in self
            .atlas
            .coverage
            .rows()
            .iter()
            .filter(|row| row.evidence == evidence)
        {
            concern.areas.insert(row.area.clone());
            services.extend(row.service.clone());
        }
        let contracts = self.atlas.contracts.rows().iter();
        services.extend(
            contracts
                .filter(|row| row.evidence == evidence)
                .map(|r| r.service.clone()),
        );
        for row in self
            .atlas
            .claims
            .rows()
            .iter()
            .filter(|row| row.evidence == evidence)
        {
            concern.areas.extend(row.area.clone());
            concern.parties.extend(row.body.clone());
            services.extend(row.service.clone());
        }
        for row in self
            .atlas
            .funding_streams
            .rows()
            .iter()
            .filter(|row| row.evidence == evidence)
        {
            concern.bodies.insert(row.funder.clone());
        }
        for row in self
            .atlas
            .openings
            .rows()
            .iter()
            .filter(|row| row.evidence == evidence)
        {
            concern.bodies.insert(row.funder.clone());
        }
        macro_rules! owners {
            ($($table:ident),+) => {$(
                for row in self.atlas.$table.rows().iter().filter(|row| row.evidence == evidence) {
                    concern.bodies.extend(row.owner.clone());
                }
            )+};
        }
        owners!(
            funding_allocations,
            deflators,
            needs,
            unit_costs,
            mhis_years,
            standards
        );
        for service in services {
            self.service(concern, &service, Then::Before);
        }
    }

    fn is_archived(&self, table: &str, id: &str) -> bool {
        self.edits
            .iter()
            .any(|edit| edit.table == table && edit.id == id && edit.after.is_none())
    }
}
