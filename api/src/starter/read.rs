//! Reading a shipped table: a broken row is told by file, line and column.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::str::FromStr;
use std::sync::Arc;

use csv::{ErrorKind, ReaderBuilder, StringRecord};
use planning::closed::{self, UnknownCode};
use planning::dates::PartialDate;

use super::files::Files;

/// A row that cannot be loaded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file} line {line}, column {column}: {fault}")]
pub struct BrokenRow {
    /// The file, such as `starter/provision.csv`.
    pub file: String,
    /// The line on which the row begins; the header is line 1.
    pub line: u64,
    /// The column.
    pub column: String,
    /// What is wrong and what would be right.
    pub fault: String,
}

/// A row of a shipped table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    head: Arc<Head>,
    line: u64,
    cells: StringRecord,
}

#[derive(Debug)]
struct Head {
    file: String,
    columns: BTreeMap<String, usize>,
}

/// The rows of a table, in its order.
pub(super) fn rows(files: &Files, file: &str) -> Result<Vec<Row>, BrokenRow> {
    let mut reader = ReaderBuilder::new().from_reader(files.text(file).as_bytes());
    let head = reader.headers().map_err(|error| broken(file, &error))?;
    let columns = head
        .iter()
        .enumerate()
        .map(|(position, name)| (name.to_owned(), position))
        .collect();
    let head = Arc::new(Head {
        file: file.to_owned(),
        columns,
    });
    reader
        .into_records()
        .map(|cells| {
            let cells = cells.map_err(|error| broken(file, &error))?;
            let line = cells.position().map_or(0, csv::Position::line);
            let head = Arc::clone(&head);
            Ok(Row { head, line, cells })
        })
        .collect()
}

fn broken(file: &str, error: &csv::Error) -> BrokenRow {
    let fault = match error.kind() {
        ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => format!("there are {len} cells where the header names {expected_len} columns"),
        _ => error.to_string(),
    };
    BrokenRow {
        file: file.to_owned(),
        line: error.position().map_or(0, csv::Position::line),
        column: "(all)".to_owned(),
        fault,
    }
}

impl Row {
    /// A fault in one of its cells.
    pub(super) fn fault(&self, column: &str, fault: impl Display) -> BrokenRow {
        BrokenRow {
            file: self.head.file.clone(),
            line: self.line,
            column: column.to_owned(),
            fault: fault.to_string(),
        }
    }

    /// A cell, which may be empty.
    pub(super) fn cell(&self, column: &str) -> Result<&str, BrokenRow> {
        self.head
            .columns
            .get(column)
            .and_then(|position| self.cells.get(*position))
            .ok_or_else(|| self.fault(column, "the header does not name this column"))
    }

    /// Text, which may be empty.
    pub(super) fn any(&self, column: &str) -> Result<String, BrokenRow> {
        self.cell(column).map(str::to_owned)
    }

    /// Text that is not empty.
    pub(super) fn text(&self, column: &str) -> Result<String, BrokenRow> {
        match self.cell(column)? {
            "" => Err(self.fault(column, "is empty: it must be filled")),
            text => Ok(text.to_owned()),
        }
    }

    /// Text or nothing.
    pub(super) fn text_if(&self, column: &str) -> Result<Option<String>, BrokenRow> {
        let text = self.cell(column)?;
        Ok((!text.is_empty()).then(|| text.to_owned()))
    }

    /// Words joined with `;`.
    pub(super) fn list(&self, column: &str) -> Result<Vec<String>, BrokenRow> {
        let words = self.cell(column)?.split(';').map(str::trim);
        Ok(words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect())
    }

    /// A date as found, or nothing.
    pub(super) fn date_if(&self, column: &str) -> Result<Option<String>, BrokenRow> {
        let text = self.text_if(column)?;
        if let Some(text) = &text {
            PartialDate::from_str(text).map_err(|error| self.fault(column, error))?;
        }
        Ok(text)
    }

    /// A number or nothing.
    pub(super) fn number_if<N: FromStr + PartialOrd + Default>(
        &self,
        column: &str,
    ) -> Result<Option<N>, BrokenRow> {
        let Some(text) = self.text_if(column)? else {
            return Ok(None);
        };
        match text.parse::<N>() {
            Ok(number) if number >= N::default() => Ok(Some(number)),
            _ => Err(self.fault(
                column,
                format!("'{text}' is no count: write a whole number from 0 upwards"),
            )),
        }
    }

    /// A number.
    pub(super) fn number<N: FromStr + PartialOrd + Default>(
        &self,
        column: &str,
    ) -> Result<N, BrokenRow> {
        self.number_if(column)?
            .ok_or_else(|| self.fault(column, "is empty: write a whole number from 0 upwards"))
    }

    /// `true` or `false`.
    pub(super) fn flag(&self, column: &str) -> Result<bool, BrokenRow> {
        match self.cell(column)? {
            "true" => Ok(true),
            "false" => Ok(false),
            text => Err(self.fault(
                column,
                format!("'{text}' is no answer: write true or false"),
            )),
        }
    }

    /// A code of one of the register's closed lists.
    pub(super) fn code<T: FromStr<Err = UnknownCode>>(
        &self,
        column: &str,
    ) -> Result<String, BrokenRow> {
        let text = self.cell(column)?;
        text.parse::<T>()
            .map_err(|error| self.fault(column, error))?;
        Ok(text.to_owned())
    }

    /// Such a code, or nothing.
    pub(super) fn code_if<T: FromStr<Err = UnknownCode>>(
        &self,
        column: &str,
    ) -> Result<Option<String>, BrokenRow> {
        match self.cell(column)? {
            "" => Ok(None),
            _ => self.code::<T>(column).map(Some),
        }
    }

    /// Codes of a closed list joined with `;`.
    pub(super) fn codes<T: FromStr<Err = UnknownCode>>(
        &self,
        column: &str,
    ) -> Result<String, BrokenRow> {
        let text = self.cell(column)?;
        closed::list::<T>(text).map_err(|error| self.fault(column, error))?;
        Ok(text.to_owned())
    }

    /// One of a few words.
    pub(super) fn word(&self, column: &str, words: &[&str]) -> Result<String, BrokenRow> {
        let text = self.cell(column)?;
        if words.contains(&text) {
            return Ok(text.to_owned());
        }
        let fault = format!(
            "'{text}' is not known here: use one of {}",
            words.join(", ")
        );
        Err(self.fault(column, fault))
    }

    /// The id of a row of another table.
    pub(super) fn id(&self, column: &str, of: &Ids) -> Result<String, BrokenRow> {
        self.known(column, &self.text(column)?, of)
    }

    /// Such an id, or nothing.
    pub(super) fn id_if(&self, column: &str, of: &Ids) -> Result<Option<String>, BrokenRow> {
        self.text_if(column)?
            .map(|id| self.known(column, &id, of))
            .transpose()
    }

    /// Such ids joined with `;`.
    pub(super) fn ids(&self, column: &str, of: &Ids) -> Result<Vec<String>, BrokenRow> {
        self.list(column)?
            .iter()
            .map(|id| self.known(column, id, of))
            .collect()
    }

    fn known(&self, column: &str, id: &str, of: &Ids) -> Result<String, BrokenRow> {
        if of.ids.contains(id) {
            return Ok(id.to_owned());
        }
        let fault = format!("'{id}' is not in {}: name a row of it", of.file);
        Err(self.fault(column, fault))
    }
}

/// The ids of a table that other tables name.
#[derive(Debug)]
pub(super) struct Ids {
    file: &'static str,
    ids: BTreeSet<String>,
}

impl Ids {
    /// The ids of a file, none yet.
    pub(super) fn of(file: &'static str) -> Self {
        Self {
            file,
            ids: BTreeSet::new(),
        }
    }

    /// Takes up a row's own id, which must be new.
    pub(super) fn add(&mut self, row: &Row, column: &str) -> Result<String, BrokenRow> {
        let id = row.text(column)?;
        if self.ids.insert(id.clone()) {
            Ok(id)
        } else {
            Err(row.fault(column, format!("'{id}' stands twice: each id stands once")))
        }
    }
}
