//! From the fields of an input to the rows that they make: the node, its lists, and what is made with
//! it.

use chrono::Days;
use planning::dates::PartialDate;
use serde_json::Value;

use super::Kind;
use super::check;
use super::draft::Fields;
use super::kinds::area;
use super::plan::{Ground, Plan, conflict, found, needs_version};
use super::problem::{Problem, ProblemCode as Code};
use super::row::{Row, count_up, created, object, stamp, text};
use super::spec::{Children, Look, Spec};
use crate::store::{Edit, StoreError};

/// Plans a row to be made or changed.
pub(super) struct Maker<'a> {
    ground: &'a Ground<'a>,
    pub(super) plan: Plan,
    made: usize,
}

impl<'a> Maker<'a> {
    pub(super) fn new(ground: &'a Ground<'a>) -> Self {
        Self {
            ground,
            plan: Plan::default(),
            made: 0,
        }
    }

    /// Adds what a save would write to the plan.
    pub(super) async fn save(
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

fn before_or_given(fields: &Fields, list: &Children) -> bool {
    fields.get(list.name).is_some_and(|value| !value.is_null())
}
