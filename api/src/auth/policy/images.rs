//! Who may read which changes of the history, by the rows that it keeps: as they were and as they
//! became.

use std::collections::BTreeMap;

use planning::atlas::Atlas;
use planning::closed::Visibility;
use planning::sight::{Sight, parties_of};
use serde_json::Value;

use crate::store::Change;

/// What a viewer looks from.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// What they may see.
    pub sight: &'a Sight,
    /// The register as it stands, whole.
    pub whole: &'a Atlas,
    /// The same, as they see it.
    pub seen: &'a Atlas,
}

/// The images of some rows in the order of their changes, by table and id, each with the revision
/// that took leave of it or made it.
#[derive(Clone, Debug, Default)]
pub struct Past {
    images: BTreeMap<(String, String), Vec<(i64, Value)>>,
}

impl Past {
    /// Whether a row's images are here.
    pub fn has(&self, table: &str, id: &str) -> bool {
        self.images.contains_key(&(table.to_owned(), id.to_owned()))
    }

    /// Takes in a row's changes, oldest first.
    pub fn take(&mut self, table: &str, id: &str, changes: &[Change]) {
        let own = changes
            .iter()
            .filter(|change| change.node_kind == table && change.node_id == id);
        let images = own
            .filter_map(|change| {
                let image = change.after.as_ref().or(change.before.as_ref())?;
                Some((change.revision, image.clone()))
            })
            .collect();
        self.images
            .insert((table.to_owned(), id.to_owned()), images);
    }

    /// The last image of a row up to a revision.
    fn at(&self, table: &str, id: &str, revision: i64) -> Option<&Value> {
        let images = self.images.get(&(table.to_owned(), id.to_owned()))?;
        let up_to = images.iter().rev().find(|(made, _)| *made <= revision);
        up_to.map(|(_, image)| image)
    }
}

/// The rows whose past has to be known before it can be said who sees a change: the row itself, if
/// it is archived, and the services that it hangs on.
pub fn needed(look: Look<'_>, change: &Change) -> Vec<(String, String)> {
    if look.sight.everything {
        return Vec::new();
    }
    let mut rows = Vec::new();
    let (table, id) = (change.node_kind.as_str(), change.node_id.as_str());
    if has_visibility(table) && stands(look.whole, table, id) == Some(false) {
        rows.push((table.to_owned(), id.to_owned()));
    }
    for (table, id) in wholes_of(change) {
        if version_of(look.whole, table, id) != Some(1) {
            rows.push((table.to_owned(), id.to_owned()));
        }
    }
    rows
}

/// Whether somebody may read a change. All of these hold:
///
/// - Both images, the row before and after, would have been seen by their own visibility and owner.
/// - The row is seen today; of an archived row, its last image is.
/// - The service, stream, pooled budget or plan that an image hangs on is seen today (of an archived
///   one, its last image), and was at the revision of the change.
/// - It is evidence or a source that is archived only if it was shipped: what rested on it is no
///   longer known, and may have been hidden.
///
/// Of proposals only administrators are told here; others ask who keeps them. Whoever takes part
/// in a service is taken from the register as it stands: nobody takes part in an archived one.
/// `past` holds what [`needed`] names.
pub fn sees_change(look: Look<'_>, change: &Change, past: &Past) -> bool {
    if look.sight.everything {
        return true;
    }
    let (table, id) = (change.node_kind.as_str(), change.node_id.as_str());
    if table == "proposal" {
        return false;
    }
    let mut images = [&change.before, &change.after].into_iter().flatten();
    images.clone().all(|image| sees_image(look, table, image))
        && match stands(look.whole, table, id) {
            Some(true) => stands(look.seen, table, id) == Some(true),
            Some(false) if matches!(table, "evidence" | "source") => {
                images.all(|image| text(image, "origin").is_some_and(|origin| origin != "user"))
            }
            Some(false) if has_visibility(table) => past
                .at(table, id, i64::MAX)
                .is_some_and(|last| sees_image(look, table, last)),
            // Codes, names, parts and the like are as public as what they belong to.
            Some(false) | None => true,
        }
        && wholes_of(change)
            .into_iter()
            .all(|(table, id)| sees_whole(look, table, id, change.revision, past))
}

/// Whether what a row hangs on is seen today and was seen at a revision.
fn sees_whole(look: Look<'_>, table: &str, id: &str, revision: i64, past: &Past) -> bool {
    let sees = |image: Option<&Value>| image.is_some_and(|image| sees_image(look, table, image));
    match stands(look.whole, table, id) {
        Some(true) if stands(look.seen, table, id) != Some(true) => false,
        Some(true) if !past.has(table, id) => true,
        Some(true) => sees(past.at(table, id, revision)),
        _ => sees(past.at(table, id, i64::MAX)) && sees(past.at(table, id, revision)),
    }
}

/// Whether a row as it was would have been seen by its own visibility and owner. A visibility that
/// cannot be read hides it.
fn sees_image(look: Look<'_>, table: &str, image: &Value) -> bool {
    let visibility = match text(image, "visibility") {
        None => Visibility::Public,
        Some(word) => word.parse().unwrap_or(Visibility::Private),
    };
    let service = match table {
        "service" => text(image, "id"),
        _ => text(image, "service_id"),
    };
    let service = service.and_then(|id| look.whole.services.find(id));
    let mut parties: Vec<&str> = service
        .into_iter()
        .flat_map(|ix| parties_of(look.whole, ix))
        .collect();
    parties.extend(text(image, "funder_id"));
    look.sight
        .sees(visibility, text(image, "owner_id"), parties)
}

/// What a change's images hang on: its table and id. A row that only mentions a service, such as a
/// transfer, shows it by id and hangs on its pooled budget.
fn wholes_of(change: &Change) -> Vec<(&'static str, &str)> {
    let columns: &[(&'static str, &str)] = match change.node_kind.as_str() {
        "funding_condition" | "funding_year" => &[("funding_stream", "stream_id")],
        "funding_allocation" => &[("funding_stream", "stream_id"), ("service", "service_id")],
        "opening_condition" => &[("opening", "opening_id")],
        "pool_member" | "pool_transfer" => &[("pool", "pool_id")],
        "mhis_line" => &[("mhis_year", "year_id")],
        "scenario_step" => &[("scenario", "scenario_id")],
        "standard_line" => &[("standard", "standard_id")],
        "opening" => &[],
        _ => &[("service", "service_id")],
    };
    let images = [&change.before, &change.after].into_iter().flatten();
    let mut wholes: Vec<(&'static str, &str)> = images
        .flat_map(|image| {
            let named = columns.iter();
            named.filter_map(|(table, column)| Some((*table, text(image, column)?)))
        })
        .collect();
    wholes.sort_unstable();
    wholes.dedup();
    wholes
}

/// How often a row that others hang on was written.
fn version_of(atlas: &Atlas, table: &str, id: &str) -> Option<i64> {
    macro_rules! version {
        ($table:ident) => {
            atlas.$table.find(id).map(|ix| atlas.$table.get(ix).version)
        };
    }
    match table {
        "service" => version!(services),
        "funding_stream" => version!(funding_streams),
        "opening" => version!(openings),
        "pool" => version!(pools),
        "mhis_year" => version!(mhis_years),
        "scenario" => version!(scenarios),
        "standard" => version!(standards),
        _ => None,
    }
}

/// Whether rows of a table say themselves who may see them.
fn has_visibility(table: &str) -> bool {
    matches!(
        table,
        "service"
            | "coverage"
            | "contract"
            | "claim"
            | "funding_stream"
            | "funding_allocation"
            | "deflator"
            | "opening"
            | "pool"
            | "need"
            | "unit_cost"
            | "mhis_year"
            | "scenario"
            | "standard"
    )
}

/// Whether a row stands in an Atlas; `None` for tables in which nothing is ever hidden by itself.
fn stands(atlas: &Atlas, table: &str, id: &str) -> Option<bool> {
    Some(match table {
        "service" => atlas.services.find(id).is_some(),
        "coverage" => atlas.coverage.find(id).is_some(),
        "contract" => atlas.contracts.find(id).is_some(),
        "claim" => atlas.claims.find(id).is_some(),
        "funding_stream" => atlas.funding_streams.find(id).is_some(),
        "funding_condition" => atlas.funding_conditions.find(id).is_some(),
        "funding_year" => atlas.funding_years.find(id).is_some(),
        "funding_allocation" => atlas.funding_allocations.find(id).is_some(),
        "deflator" => atlas.deflators.find(id).is_some(),
        "opening" => atlas.openings.find(id).is_some(),
        "opening_condition" => atlas.opening_conditions.find(id).is_some(),
        "pool" => atlas.pools.find(id).is_some(),
        "pool_member" => atlas.pool_members.find(id).is_some(),
        "pool_transfer" => atlas.pool_transfers.find(id).is_some(),
        "need" => atlas.needs.find(id).is_some(),
        "unit_cost" => atlas.unit_costs.find(id).is_some(),
        "mhis_year" => atlas.mhis_years.find(id).is_some(),
        "mhis_line" => atlas.mhis_lines.find(id).is_some(),
        "scenario" => atlas.scenarios.find(id).is_some(),
        "scenario_step" => atlas.scenario_steps.find(id).is_some(),
        "standard" => atlas.standards.find(id).is_some(),
        "standard_line" => atlas.standard_lines.find(id).is_some(),
        "evidence" => atlas.evidence.find(id).is_some(),
        "source" => atlas.sources.find(id).is_some(),
        "statement" => atlas.statements.find(id).is_some(),
        "starter_row" => atlas.starter_rows.find(id).is_some(),
        _ => return None,
    })
}

fn text<'a>(image: &'a Value, column: &str) -> Option<&'a str> {
    image.get(column).and_then(Value::as_str)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use planning::facts::Facts;
    use serde_json::json;

    use super::*;

    fn sight(restricted: bool, body: Option<&str>) -> Sight {
        Sight {
            everything: false,
            restricted,
            bodies: body.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(),
        }
    }

    fn change(table: &str, revision: i64, before: Option<Value>, after: Option<Value>) -> Change {
        Change {
            id: revision,
            revision,
            at: "2026-11-22T12:00:00Z".to_owned(),
            actor: "somebody".to_owned(),
            reason: "a test".to_owned(),
            node_kind: table.to_owned(),
            node_id: "x".to_owned(),
            root_kind: table.to_owned(),
            root_id: "x".to_owned(),
            action: "update".to_owned(),
            before,
            after,
        }
    }

    fn row(visibility: &str) -> Option<Value> {
        Some(json!({"id": "x", "visibility": visibility, "owner_id": "owner"}))
    }

    /// Asks about the last of the changes of an archived row.
    fn sees(sight: &Sight, table: &str, changes: &[Change]) -> bool {
        let atlas = Atlas::build(Facts::default(), 1).unwrap();
        let look = Look {
            sight,
            whole: &atlas,
            seen: &atlas,
        };
        let asked = &changes[0];
        let mut past = Past::default();
        for (kind, id) in needed(look, asked) {
            assert_eq!((kind.as_str(), id.as_str()), (table, "x"));
            past.take(&kind, &id, changes);
        }
        sees_change(look, asked, &past)
    }

    #[test]
    fn an_image_is_seen_by_its_own_visibility_and_owner() {
        for (visibility, expected) in [
            ("public", [true, true, true]),
            ("restricted", [false, true, true]),
            ("private", [false, false, true]),
            ("nonsense", [false, false, true]),
        ] {
            let archived = [change("funding_stream", 1, row(visibility), None)];
            let viewers = [
                sight(false, None),
                sight(true, None),
                sight(false, Some("owner")),
            ];
            let found = viewers.map(|viewer| sees(&viewer, "funding_stream", &archived));
            assert_eq!(found, expected, "{visibility}");
        }
    }

    #[test]
    fn a_change_is_hidden_by_either_image_and_by_the_last() {
        let public = sight(false, None);
        let opened = change("service", 2, row("private"), row("public"));
        let closed = change("service", 2, row("public"), row("private"));
        let gone = change("service", 3, row("public"), None);
        assert!(!sees(&public, "service", &[opened, gone.clone()]));
        assert!(!sees(&public, "service", &[closed.clone(), gone.clone()]));
        let made = change("service", 1, None, row("public"));
        assert!(sees(&public, "service", &[made.clone(), gone]));
        assert!(!sees(&public, "service", &[made, closed]));
    }

    #[test]
    fn of_archived_evidence_only_the_shipped_is_told() {
        let public = sight(true, None);
        let of = |origin: &str| change("evidence", 2, Some(json!({"origin": origin})), None);
        assert!(sees(&public, "evidence", &[of("starter")]));
        assert!(!sees(&public, "evidence", &[of("user")]));
        assert!(sees(&Sight::all(), "evidence", &[of("user")]));
    }

    #[test]
    fn proposals_are_not_told_here() {
        let proposed = [change("proposal", 1, None, Some(json!({"id": "x"})))];
        assert!(!sees(&sight(true, Some("owner")), "proposal", &proposed));
        assert!(sees(&Sight::all(), "proposal", &proposed));
    }
}
