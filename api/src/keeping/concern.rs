//! Whom a change concerns: the bodies and areas of each row, before and after.

use std::collections::BTreeSet;

use planning::atlas::Atlas;
use planning::closed::{Role, Visibility};
use serde_json::{Map, Value};

use super::Kind;
use crate::auth::policy::Concern;
use crate::store::Edit;

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

    fn of_stream(&self, concern: &mut Concern, id: Option<String>) {
        let Some(id) = id else { return };
        let found = self.atlas.funding_streams.find(&id);
        let funder = match found.map(|ix| self.atlas.funding_streams.get(ix)) {
            Some(row) => Some(row.funder.clone()),
            None => self.made("funding_stream", &id, "funder_id"),
        };
        concern.bodies.extend(funder.clone());
        concern.parties.extend(funder);
    }

    fn of_opening(&self, concern: &mut Concern, id: Option<String>) {
        let Some(id) = id else { return };
        let found = self.atlas.openings.find(&id);
        let funder = match found.map(|ix| self.atlas.openings.get(ix)) {
            Some(row) => Some(row.funder.clone()),
            None => self.made("opening", &id, "funder_id"),
        };
        concern.bodies.extend(funder.clone());
        concern.parties.extend(funder);
    }

    /// A pooled budget as it was, or as the edits leave it.
    fn pool(&self, id: Option<String>, then: Then) -> Option<(String, Value)> {
        let id = id?;
        let edited = self.edits.iter().find(|e| e.table == "pool" && e.id == id);
        let image = edited.and_then(|edit| match then {
            Then::Before => edit.before.clone(),
            Then::After => edit.after.clone(),
        });
        if let Some(image) = image {
            return Some((id, image));
        }
        let row = self.atlas.pools.get(self.atlas.pools.find(&id)?);
        let image = serde_json::json!({ "host_id": row.host, "owner_id": row.owner,
            "visibility": row.visibility.code() });
        Some((id, image))
    }

    /// A pooled budget is its host's; its members take part.
    fn of_pool(&self, concern: &mut Concern, row: &Value, id: &str, then: Then) {
        let text = |column: &str| row.get(column).and_then(Value::as_str).map(str::to_owned);
        concern.bodies.extend(text("host_id"));
        concern.parties.extend(text("host_id"));
        if let Some(owner) = text("owner_id") {
            concern.bodies.insert(owner.clone());
            let is_public = text("visibility").is_none_or(|word| word == "public");
            concern.owner = (!is_public).then_some(owner);
        }
        if let Some(ix) = self.atlas.pools.find(id) {
            for member in self.atlas.members_of_pool(ix) {
                let member = self.atlas.pool_members.get(*member);
                if then == Then::Before || !self.is_archived("pool_member", &member.id) {
                    concern.parties.insert(member.body.clone());
                }
            }
        }
    }

    /// A line or step is whose its plan is.
    fn of_plan(&self, concern: &mut Concern, table: &str, id: Option<String>, then: Then) {
        let Some(id) = id else { return };
        let edited = self.edits.iter().find(|e| e.table == table && e.id == id);
        let image = edited.and_then(|edit| match then {
            Then::Before => edit.before.as_ref(),
            Then::After => edit.after.as_ref(),
        });
        if let Some(image) = image {
            self.read(concern, table, &id, image, then);
            return;
        }
        macro_rules! row {
            ($table:ident) => {{
                let found = self.atlas.$table.find(&id);
                found.map(|ix| {
                    let row = self.atlas.$table.get(ix);
                    (row.owner.clone(), row.visibility)
                })
            }};
        }
        let found = match table {
            "mhis_year" => row!(mhis_years),
            "scenario" => row!(scenarios),
            "standard" => row!(standards),
            _ => None,
        };
        if let Some((Some(owner), visibility)) = found {
            concern.bodies.insert(owner.clone());
            concern.owner = (visibility != Visibility::Public).then_some(owner);
        }
    }

    /// What the edits leave in a column of a row that is not in the register yet.
    fn made(&self, table: &str, id: &str, column: &str) -> Option<String> {
        let edit = self.edits.iter().find(|e| e.table == table && e.id == id)?;
        let row = edit.after.as_ref().or(edit.before.as_ref())?;
        row.get(column).and_then(Value::as_str).map(str::to_owned)
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

/// What links a row of the register to others, as columns.
pub fn links_of(kind: Kind, id: &str, atlas: &Atlas) -> Map<String, Value> {
    let mut row = Map::new();
    let mut link = |column: &str, value: Option<&String>| {
        if let Some(value) = value {
            row.insert(column.to_owned(), Value::from(value.as_str()));
        }
    };
    match kind {
        Kind::CoverageRecord | Kind::Absence => {
            if let Some(fact) = atlas.coverage.find(id).map(|ix| atlas.coverage.get(ix)) {
                link("service_id", fact.service.as_ref());
                link("area_id", Some(&fact.area));
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::Contract => {
            if let Some(fact) = atlas.contracts.find(id).map(|ix| atlas.contracts.get(ix)) {
                link("service_id", Some(&fact.service));
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::Claim => {
            if let Some(fact) = atlas.claims.find(id).map(|ix| atlas.claims.get(ix)) {
                link("service_id", fact.service.as_ref());
                link("body_id", fact.body.as_ref());
                link("area_id", fact.area.as_ref());
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::FundingStream => {
            let ix = atlas.funding_streams.find(id);
            if let Some(fact) = ix.map(|ix| atlas.funding_streams.get(ix)) {
                link("funder_id", Some(&fact.funder));
                link("area_id", fact.area.as_ref());
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::FundingAllocation => {
            let ix = atlas.funding_allocations.find(id);
            if let Some(fact) = ix.map(|ix| atlas.funding_allocations.get(ix)) {
                link("stream_id", Some(&fact.stream));
                link("service_id", Some(&fact.service));
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::Opening => {
            if let Some(fact) = atlas.openings.find(id).map(|ix| atlas.openings.get(ix)) {
                link("funder_id", Some(&fact.funder));
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::Pool => {
            if let Some(fact) = atlas.pools.find(id).map(|ix| atlas.pools.get(ix)) {
                link("host_id", Some(&fact.host));
                link("area_id", fact.area.as_ref());
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::PoolTransfer => {
            let ix = atlas.pool_transfers.find(id);
            if let Some(fact) = ix.map(|ix| atlas.pool_transfers.get(ix)) {
                link("pool_id", Some(&fact.pool));
                link("member_id", fact.member.as_ref());
            }
        }
        Kind::Need => {
            if let Some(fact) = atlas.needs.find(id).map(|ix| atlas.needs.get(ix)) {
                link("area_id", Some(&fact.area));
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::UnitCost => {
            if let Some(fact) = atlas.unit_costs.find(id).map(|ix| atlas.unit_costs.get(ix)) {
                link("area_id", fact.area.as_ref());
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::MhisYear => {
            if let Some(fact) = atlas.mhis_years.find(id).map(|ix| atlas.mhis_years.get(ix)) {
                link("area_id", Some(&fact.area));
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::Deflator => {
            let ix = atlas.deflators.find(id);
            link(
                "owner_id",
                ix.and_then(|ix| atlas.deflators.get(ix).owner.as_ref()),
            );
        }
        Kind::Scenario => {
            let ix = atlas.scenarios.find(id);
            link(
                "owner_id",
                ix.and_then(|ix| atlas.scenarios.get(ix).owner.as_ref()),
            );
        }
        Kind::Standard => {
            let ix = atlas.standards.find(id);
            link(
                "owner_id",
                ix.and_then(|ix| atlas.standards.get(ix).owner.as_ref()),
            );
        }
        Kind::Search => {
            if let Some(fact) = atlas.searches.find(id).map(|ix| atlas.searches.get(ix)) {
                link("area_id", Some(&fact.area));
            }
        }
        Kind::BodySuccession => {
            let ix = atlas.body_successions.find(id);
            if let Some(fact) = ix.map(|ix| atlas.body_successions.get(ix)) {
                link("predecessor_id", Some(&fact.predecessor));
            }
        }
        // The row itself says whom it concerns.
        Kind::Service
        | Kind::Evidence
        | Kind::Source
        | Kind::Area
        | Kind::AreaSuccession
        | Kind::Offer
        | Kind::Body => {}
    }
    row
}
