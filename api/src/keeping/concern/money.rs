//! Whom a change of money concerns: funders, hosts and members, and who keeps a plan.

use planning::closed::Visibility;
use serde_json::Value;

use super::{Reader, Then};
use crate::auth::policy::Concern;

impl Reader<'_> {
    pub(super) fn of_stream(&self, concern: &mut Concern, id: Option<String>) {
        let Some(id) = id else { return };
        let found = self.atlas.funding_streams.find(&id);
        let funder = match found.map(|ix| self.atlas.funding_streams.get(ix)) {
            Some(row) => Some(row.funder.clone()),
            None => self.made("funding_stream", &id, "funder_id"),
        };
        concern.bodies.extend(funder.clone());
        concern.parties.extend(funder);
    }

    pub(super) fn of_opening(&self, concern: &mut Concern, id: Option<String>) {
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
    pub(super) fn pool(&self, id: Option<String>, then: Then) -> Option<(String, Value)> {
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
    pub(super) fn of_pool(&self, concern: &mut Concern, row: &Value, id: &str, then: Then) {
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
    pub(super) fn of_plan(
        &self,
        concern: &mut Concern,
        table: &str,
        id: Option<String>,
        then: Then,
    ) {
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
}
