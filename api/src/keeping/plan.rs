//! From a wish to the rows that would be written, and what stands in the way.

use chrono::{Days, NaiveDate};
use planning::atlas::Atlas;
use planning::dates::PartialDate;
use planning::sight::Sight;
use serde_json::{Map, Value};

use super::check;
use super::diff;
use super::draft::{Ask, Fields, Wish};
use super::kinds::area;
use super::outcome::{Conflict, FieldChange};
use super::problem::{Problem, ProblemCode as Code};
use super::spec::{Children, Look, Spec};
use super::{Kind, undo};
use crate::store::{Edit, StoreError, Writing};

/// What would be written.
#[derive(Debug, Default)]
pub struct Plan {
    /// The rows, in an order in which they can be written.
    pub edits: Vec<Edit>,
    /// The row that the wish is about.
    pub node: Option<(Kind, String)>,
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// What somebody else changed meanwhile.
    pub conflict: Option<Conflict>,
}

/// What planning looks at.
pub struct Ground<'a> {
    /// The change under way: nobody else writes.
    pub writing: &'a Writing,
    /// The register as the asker sees it.
    pub seen: &'a Atlas,
    /// What the asker may see.
    pub sight: &'a Sight,
    /// The revision that the change starts from.
    pub base: u64,
    /// Today.
    pub today: NaiveDate,
}

/// Plans a wish.
pub async fn plan(ground: &Ground<'_>, ask: &Ask) -> Result<Plan, StoreError> {
    match &ask.wish {
        Wish::Save { kind, id, fields } => {
            let mut maker = Maker::new(ground);
            maker
                .save(*kind, id.as_deref(), fields, ask.expected_version)
                .await?;
            Ok(maker.plan)
        }
        Wish::Archive { kind, id } => undo::archive(ground, *kind, id, ask.expected_version).await,
        Wish::Revert { revision } => undo::revert(ground, *revision).await,
    }
}

struct Maker<'a> {
    ground: &'a Ground<'a>,
    plan: Plan,
    made: usize,
}

type Row = Map<String, Value>;

impl<'a> Maker<'a> {
    fn new(ground: &'a Ground<'a>) -> Self {
        Self {
            ground,
            plan: Plan::default(),
            made: 0,
        }
    }

    async fn save(
        &mut self,
        kind: Kind,
        id: Option<&str>,
        fields: &Fields,
        expected: Option<i64>,
    ) -> Result<(), StoreError> {
        let spec = Spec::of(kind);
        let before = match id {
            None => None,
            Some(id) => match found(self.ground, kind, id).await? {
                Ok(row) => Some(row),
                Err(problem) => {
                    self.plan.problems.push(problem);
                    return Ok(());
                }
            },
        };
        let (made, new_evidence) = self.make(spec, fields);
        let mut row = before.clone().unwrap_or_default();
        row.extend(made);
        let checked = check::apply(spec.fields, fields, row, self.ground.seen);
        self.plan.problems.extend(checked.problems);
        let mut row = checked.row;
        let id = match &before {
            Some(_) => id.unwrap_or_default().to_owned(),
            None => self.begin(spec, &mut row),
        };
        self.plan.node = Some((kind, id.clone()));
        let children = self
            .children(spec, fields, &row, before.is_none(), &id)
            .await?;
        let look = Look {
            row: &row,
            children: &children,
            new_evidence: new_evidence.as_ref(),
            atlas: self.ground.seen,
            today: self.ground.today,
        };
        let name = |column: &str| spec.name_of(column).unwrap_or(column).to_owned();
        self.plan
            .problems
            .extend(check::spans(spec.spans, &row, name));
        // A rule that looks at what is broken would only say so twice.
        if self.plan.problems.is_empty() {
            self.plan.problems.extend((spec.rules)(&look));
        }
        self.finish(kind, &id, before.clone(), row);
        for (list, rows) in spec.children.iter().zip(children) {
            if before_or_given(fields, list) {
                self.replace(list, &id, rows.1).await?;
            }
        }
        self.end_predecessor(kind, fields).await?;
        if let Some(before) = before {
            self.count_node(kind, &id, before);
            match expected {
                None => self.plan.problems.push(needs_version()),
                Some(expected) => {
                    let edits = &self.plan.edits;
                    self.plan.conflict = conflict(self.ground, kind, &id, expected, edits).await?;
                }
            }
        }
        Ok(())
    }

    /// Makes the rows that fields bring with them; gives the columns that name them, and the new
    /// evidence if there is some.
    fn make(&mut self, spec: &Spec, fields: &Fields) -> (Row, Option<Row>) {
        let mut columns = Row::new();
        let mut evidence = None;
        for field in spec.fields {
            let Some((name, kind)) = field.maker else {
                continue;
            };
            let Some(Value::Object(given)) = fields.get(name) else {
                continue;
            };
            let inner = Spec::of(kind);
            let already = self.plan.problems.len();
            let (made, _) = self.make(inner, given);
            for problem in self.plan.problems.iter_mut().skip(already) {
                *problem = problem.clone().within(name);
            }
            let checked = check::apply(inner.fields, given, made, self.ground.seen);
            let mut row = checked.row;
            let mut problems = checked.problems;
            let id = self.begin(inner, &mut row);
            let named = |column: &str| inner.name_of(column).unwrap_or(column).to_owned();
            problems.extend(check::spans(inner.spans, &row, named));
            if problems.is_empty() {
                let look = Look {
                    row: &row,
                    children: &[],
                    new_evidence: None,
                    atlas: self.ground.seen,
                    today: self.ground.today,
                };
                problems.extend((inner.rules)(&look));
            }
            self.plan
                .problems
                .extend(problems.into_iter().map(|p| p.within(name)));
            columns.insert(field.column.to_owned(), Value::from(id.clone()));
            self.plan
                .edits
                .push(created(kind.table(), &id, row.clone()));
            if kind == Kind::Evidence {
                evidence = Some(row);
            }
        }
        (columns, evidence)
    }

    /// Gives a new row its id and what every new row has.
    fn begin(&mut self, spec: &Spec, row: &mut Row) -> String {
        let table = spec.kind.table();
        // An offer is known by its code.
        let own = (spec.kind == Kind::Offer)
            .then(|| row.get("id").cloned())
            .flatten();
        let id = match own.as_ref().and_then(Value::as_str) {
            Some(code) => code.to_owned(),
            None => self.new_id(table),
        };
        for (column, text) in spec.fixed {
            row.insert((*column).to_owned(), Value::from(*text));
        }
        stamp(row, &id);
        if spec.kind == Kind::Offer && self.ground.seen.offers.find(&id).is_some() {
            let message = format!("there is an offer '{id}' already: change it by its id");
            self.plan
                .problems
                .push(Problem::new("code", Code::Duplicate, message));
        }
        id
    }

    /// An id that no row has: no two changes start from one revision.
    fn new_id(&mut self, table: &str) -> String {
        self.made += 1;
        format!("{table}:r{}.{}", self.ground.base + 1, self.made)
    }

    fn finish(&mut self, kind: Kind, id: &str, before: Option<Row>, mut row: Row) {
        match before {
            None => self.plan.edits.push(created(kind.table(), id, row)),
            Some(before) if before != row => {
                count_up(&mut row, &before);
                self.plan.edits.push(Edit {
                    table: kind.table(),
                    id: id.to_owned(),
                    before: Some(Value::Object(before)),
                    after: Some(Value::Object(row)),
                });
            }
            Some(_) => {}
        }
    }

    /// A node whose lists change is a new version of itself.
    fn count_node(&mut self, kind: Kind, id: &str, before: Row) {
        let is_counted = self.plan.edits.iter().any(|edit| edit.id == id);
        let lists = Spec::of(kind).children;
        let in_lists = |edit: &Edit| lists.iter().any(|list| list.table == edit.table);
        if is_counted || !self.plan.edits.iter().any(in_lists) {
            return;
        }
        let mut after = before.clone();
        count_up(&mut after, &before);
        self.plan.edits.push(Edit {
            table: kind.table(),
            id: id.to_owned(),
            before: Some(Value::Object(before)),
            after: Some(Value::Object(after)),
        });
    }

    /// The lists that belong to the node as they would be.
    async fn children(
        &mut self,
        spec: &Spec,
        fields: &Fields,
        row: &Row,
        is_new: bool,
        id: &str,
    ) -> Result<Vec<(&'static str, Vec<Row>)>, StoreError> {
        let mut lists = Vec::new();
        for list in spec.children {
            let rows = match fields.get(list.name) {
                None | Some(Value::Null) if is_new => Vec::new(),
                None | Some(Value::Null) => {
                    let found = self
                        .ground
                        .writing
                        .rows_with(list.table, list.parent, id)
                        .await?;
                    found.into_iter().filter_map(object).collect()
                }
                Some(given) => self.given_children(list, given, row),
            };
            lists.push((list.name, rows));
        }
        Ok(lists)
    }

    fn given_children(&mut self, list: &Children, given: &Value, row: &Row) -> Vec<Row> {
        let Value::Array(items) = given else {
            return Vec::new();
        };
        let mut rows = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let Value::Object(item) = item else { continue };
            let within = format!("{}.{at}", list.name);
            let checked = check::apply(list.fields, item, Row::new(), self.ground.seen);
            let named = |column: &str| {
                let field = list.fields.iter().find(|field| field.column == column);
                field.map_or(column, |field| field.name).to_owned()
            };
            let spans = check::spans(&[("valid_from", "valid_to")], &checked.row, named);
            let problems = checked.problems.into_iter().chain(spans);
            self.plan
                .problems
                .extend(problems.map(|p| p.within(&within)));
            if list.table != area::PARTS {
                rows.push(checked.row);
                continue;
            }
            let look = Look {
                row,
                children: &[],
                new_evidence: None,
                atlas: self.ground.seen,
                today: self.ground.today,
            };
            match area::parts_of_member(&look, &checked.row) {
                Ok(parts) => rows.extend(parts),
                Err(problem) => self.plan.problems.push(problem.within(&within)),
            }
        }
        let twice = rows
            .iter()
            .enumerate()
            .find(|(at, row)| rows.iter().take(*at).any(|other| other == *row));
        if let Some((at, _)) = twice {
            let message = "it stands twice in the list";
            let field = format!("{}.{at}", list.name);
            self.plan
                .problems
                .push(Problem::new(field, Code::Duplicate, message));
        }
        rows
    }

    /// Makes the rows of a list that are new and archives those that are gone.
    async fn replace(
        &mut self,
        list: &Children,
        id: &str,
        rows: Vec<Row>,
    ) -> Result<(), StoreError> {
        let found = self
            .ground
            .writing
            .rows_with(list.table, list.parent, id)
            .await?;
        let mut old: Vec<Row> = found.into_iter().filter_map(object).collect();
        let mut created_rows = Vec::new();
        for row in rows {
            let same = |before: &Row| {
                row.iter()
                    .all(|(column, value)| before.get(column) == Some(value))
            };
            if let Some(at) = old.iter().position(same) {
                old.remove(at);
                continue;
            }
            let mut row = row;
            let new = self.new_id(list.table);
            row.insert(list.parent.to_owned(), Value::from(id));
            stamp(&mut row, &new);
            created_rows.push(created(list.table, &new, row));
        }
        for row in old {
            let id = text(&row, "id");
            self.plan.edits.push(Edit {
                table: list.table,
                id,
                before: Some(Value::Object(row)),
                after: None,
            });
        }
        self.plan.edits.extend(created_rows);
        Ok(())
    }

    /// With an area that follows another, the other may end the day before.
    async fn end_predecessor(&mut self, kind: Kind, fields: &Fields) -> Result<(), StoreError> {
        let wanted = fields.get("endPredecessor").and_then(Value::as_bool) == Some(true);
        if kind != Kind::AreaSuccession || !wanted {
            return Ok(());
        }
        let Some(Value::Object(row)) = self.plan.edits.last().and_then(|edit| edit.after.clone())
        else {
            return Ok(());
        };
        let date = text(&row, "date")
            .parse::<PartialDate>()
            .ok()
            .filter(|date| date.is_exact());
        let end = date.and_then(|date| date.first().checked_sub_days(Days::new(1)));
        let Some(end) = end else {
            let message = "a predecessor ends the day before: give the date to the day";
            self.plan
                .problems
                .push(Problem::new("date", Code::BadValue, message));
            return Ok(());
        };
        let id = text(&row, "predecessor_id");
        let found = self.ground.writing.rows_with("area", "id", &id).await?;
        for before in found.into_iter().filter_map(object) {
            let mut after = before.clone();
            after.insert("valid_to".to_owned(), Value::from(end.to_string()));
            let starts = before.get("valid_from").and_then(Value::as_str);
            let starts = starts.and_then(|text| text.parse::<PartialDate>().ok());
            if starts.is_some_and(|from| from.first() > end) {
                let message = "the predecessor would end before it began";
                self.plan
                    .problems
                    .push(Problem::new("date", Code::EndBeforeStart, message));
            }
            if after != before {
                count_up(&mut after, &before);
                self.plan.edits.push(Edit {
                    table: "area",
                    id: id.clone(),
                    before: Some(Value::Object(before)),
                    after: Some(Value::Object(after)),
                });
            }
        }
        Ok(())
    }
}

/// The row behind an id, if the asker may see it and it is of the kind.
pub(super) async fn found(
    ground: &Ground<'_>,
    kind: Kind,
    id: &str,
) -> Result<Result<Row, Problem>, StoreError> {
    let rows = ground.writing.rows_with(kind.table(), "id", id).await?;
    let row = rows.into_iter().find_map(object);
    let absent = row
        .as_ref()
        .is_some_and(|row| text(row, "status") == "absent");
    let fits = match kind {
        Kind::Absence => absent,
        Kind::CoverageRecord => !absent,
        _ => true,
    };
    match row {
        Some(row) if fits && is_seen(ground.seen, kind, id) => Ok(Ok(row)),
        _ => {
            let message = format!("there is no {} with this id", kind.words());
            Ok(Err(Problem::new("id", Code::NotFound, message)))
        }
    }
}

/// Whether a row is in somebody's view of the register.
pub fn is_seen(seen: &Atlas, kind: Kind, id: &str) -> bool {
    match kind {
        Kind::Source => seen.sources.find(id).is_some(),
        Kind::Evidence => seen.evidence.find(id).is_some(),
        Kind::Area => seen.areas.find(id).is_some(),
        Kind::AreaSuccession => seen.successions.find(id).is_some(),
        Kind::Offer => seen.offers.find(id).is_some(),
        Kind::Body => seen.bodies.find(id).is_some(),
        Kind::BodySuccession => seen.body_successions.find(id).is_some(),
        Kind::Service => seen.services.find(id).is_some(),
        Kind::CoverageRecord | Kind::Absence => seen.coverage.find(id).is_some(),
        Kind::Search => seen.searches.find(id).is_some(),
        Kind::Contract => seen.contracts.find(id).is_some(),
        Kind::FundingStream => seen.funding_streams.find(id).is_some(),
        Kind::Claim => seen.claims.find(id).is_some(),
    }
}

/// Whether somebody may be told of a row that stands in a table: it, or what it belongs to, is in
/// their view of the register.
pub(super) fn may_be_told(seen: &Atlas, table: &str, row: &Value) -> bool {
    let text = |column: &str| row.get(column).and_then(Value::as_str).unwrap_or_default();
    match Kind::of_table(table) {
        Some(kind) => is_seen(seen, kind, text("id")),
        None if table == "service_body" => seen.services.find(text("service_id")).is_some(),
        None => true,
    }
}

/// What edits change, of the rows that somebody may be told of.
pub(super) fn told(edits: &[Edit], seen: &Atlas) -> Vec<FieldChange> {
    let told = edits.iter().filter(|edit| {
        let before = edit.before.as_ref();
        before.is_none_or(|row| may_be_told(seen, edit.table, row))
    });
    told.flat_map(diff::of_edit).collect()
}

/// What somebody else changed of a row since the asker saw it, if anything.
pub(super) async fn conflict(
    ground: &Ground<'_>,
    kind: Kind,
    id: &str,
    expected: i64,
    edits: &[Edit],
) -> Result<Option<Conflict>, StoreError> {
    let rows = ground.writing.rows_with(kind.table(), "id", id).await?;
    let Some(current) = rows.into_iter().find_map(object) else {
        return Ok(None);
    };
    let version = current.get("version").and_then(Value::as_i64).unwrap_or(0);
    if version == expected {
        return Ok(None);
    }
    let changes = ground.writing.history_of(kind.table(), id).await?;
    let seen = changes.iter().rev().find(|change| {
        let after = change.after.as_ref().and_then(|row| row.get("version"));
        change.node_id == id && after.and_then(Value::as_i64) == Some(expected)
    });
    let theirs = Edit {
        table: kind.table(),
        id: id.to_owned(),
        before: seen.and_then(|change| change.after.clone()),
        after: Some(Value::Object(current)),
    };
    let last = changes.last();
    Ok(Some(Conflict {
        expected_version: expected,
        current_version: version,
        changed_by: last.map(|change| change.actor.clone()),
        changed_at: last.map(|change| change.at.clone()),
        theirs: diff::of_edit(&theirs),
        yours: told(edits, ground.seen),
    }))
}

/// The problem of a change that does not say what it has seen.
pub(super) fn needs_version() -> Problem {
    let message = "say which version you have seen, so that nobody's change is overwritten";
    Problem::new("expectedVersion", Code::Required, message)
}

fn before_or_given(fields: &Fields, list: &Children) -> bool {
    fields.get(list.name).is_some_and(|value| !value.is_null())
}

fn created(table: &'static str, id: &str, row: Row) -> Edit {
    Edit {
        table,
        id: id.to_owned(),
        before: None,
        after: Some(Value::Object(row)),
    }
}

fn stamp(row: &mut Row, id: &str) {
    row.insert("id".to_owned(), Value::from(id));
    row.insert("origin".to_owned(), Value::from("user"));
    row.insert("fingerprint".to_owned(), Value::from(""));
    row.insert("version".to_owned(), Value::from(1));
}

/// Gives a row the version after that of another.
pub(super) fn count_up(row: &mut Row, before: &Row) {
    let version = before.get("version").and_then(Value::as_i64).unwrap_or(0);
    row.insert("version".to_owned(), Value::from(version + 1));
}

/// The columns of a row.
pub(super) fn object(value: Value) -> Option<Row> {
    match value {
        Value::Object(row) => Some(row),
        _ => None,
    }
}

/// The text in a column; empty where there is none.
pub(super) fn text(row: &Row, column: &str) -> String {
    row.get(column)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}
