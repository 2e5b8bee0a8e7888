//! Reading the columns of a row, with a fault that names the column.

use std::fmt::Display;
use std::str::FromStr;

use planning::closed::{self, UnknownCode};
use planning::dates::PartialDate;

use super::RowFault;

/// The row that is being read.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) table: &'static str,
    pub(super) row: &'a str,
}

impl At<'_> {
    /// One of a closed list.
    pub(super) fn code<T: FromStr<Err = UnknownCode>>(
        self,
        column: &'static str,
        text: &str,
    ) -> Result<T, RowFault> {
        text.parse().map_err(|error| self.fault(column, error))
    }

    /// One of a closed list, or nothing.
    pub(super) fn code_if<T: FromStr<Err = UnknownCode>>(
        self,
        column: &'static str,
        text: Option<&str>,
    ) -> Result<Option<T>, RowFault> {
        text.map(|text| self.code(column, text)).transpose()
    }

    /// Codes of a closed list joined with `;`.
    pub(super) fn codes<T: FromStr<Err = UnknownCode>>(
        self,
        column: &'static str,
        text: &str,
    ) -> Result<Vec<T>, RowFault> {
        closed::list(text).map_err(|error| self.fault(column, error))
    }

    /// A date to the day, month or year.
    pub(super) fn date(self, column: &'static str, text: &str) -> Result<PartialDate, RowFault> {
        text.parse().map_err(|error| self.fault(column, error))
    }

    /// A date, or nothing.
    pub(super) fn date_if(
        self,
        column: &'static str,
        text: Option<&str>,
    ) -> Result<Option<PartialDate>, RowFault> {
        text.map(|text| self.date(column, text)).transpose()
    }

    /// A number that is not below zero.
    pub(super) fn count<N, T>(self, column: &'static str, number: N) -> Result<T, RowFault>
    where
        N: Display + Copy,
        T: TryFrom<N>,
    {
        let fault = format!("{number} is no count: write a whole number from 0 upwards");
        T::try_from(number).map_err(|_| self.fault(column, fault))
    }

    /// A number that is not below zero, or nothing.
    pub(super) fn count_if<N, T>(
        self,
        column: &'static str,
        number: Option<N>,
    ) -> Result<Option<T>, RowFault>
    where
        N: Display + Copy,
        T: TryFrom<N>,
    {
        number.map(|number| self.count(column, number)).transpose()
    }

    /// `yes`, `no`, or nothing where it is not stated.
    pub(super) fn stated(self, column: &'static str, text: &str) -> Result<Option<bool>, RowFault> {
        match text {
            "yes" => Ok(Some(true)),
            "no" => Ok(Some(false)),
            "not_stated" => Ok(None),
            other => Err(self.fault(column, format!("'{other}' is none of yes, no, not_stated"))),
        }
    }

    fn fault(self, column: &'static str, fault: impl Display) -> RowFault {
        RowFault {
            table: self.table,
            row: self.row.to_owned(),
            column,
            fault: fault.to_string(),
        }
    }
}

/// Ids or words joined with `;`.
pub(super) fn list(text: &str) -> Vec<String> {
    text.split(';')
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
