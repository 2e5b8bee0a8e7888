//! Scalars: dates, decimals and money.

use std::fmt;

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::NaiveDate;
use planning::dates::PartialDate as Partial;

/// A calendar day, `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub NaiveDate);

/// A calendar day in ISO 8601, for example `2026-11-22`. Years 1 to 9999.
#[Scalar(name = "Date")]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else {
            return Err(InputValueError::expected_type(value));
        };
        match text.parse::<Partial>() {
            Ok(date) if date.is_exact() && text.len() == 10 => Ok(Self(date.first())),
            _ => Err(InputValueError::custom(
                "a date is written YYYY-MM-DD, for example 2026-11-22",
            )),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// A date as precisely as its source gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartialDate(pub Partial);

/// A date as precisely as its source gives it: `2025`, `2025-11` or
/// `2025-11-10`.
#[Scalar(name = "PartialDate")]
impl ScalarType for PartialDate {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else {
            return Err(InputValueError::expected_type(value));
        };
        text.parse()
            .map(Self)
            .map_err(|error: planning::dates::BadDate| InputValueError::custom(error.to_string()))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// A decimal fraction as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal(pub String);

impl Decimal {
    /// The decimal of so many millionths, from 0.
    pub fn of_millionths(count: i64) -> Self {
        let (whole, rest) = (count / 1_000_000, count % 1_000_000);
        let text = format!("{whole}.{rest:06}");
        Self(text.trim_end_matches('0').trim_end_matches('.').to_owned())
    }
}

/// An exact decimal number as text, for example `0.144213`.
#[Scalar(name = "Decimal")]
impl ScalarType for Decimal {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) if text.bytes().all(|b| b.is_ascii_digit() || b == b'.') => {
                Ok(Self(text.clone()))
            }
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.clone())
    }
}

/// Pounds and pence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money(pub i64);

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let pence = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", pence / 100, pence % 100)
    }
}

/// An exact amount in pounds sterling, to the penny, as text: `"1234.50"`.
#[Scalar(name = "Money")]
impl ScalarType for Money {
    fn parse(value: Value) -> InputValueResult<Self> {
        let wrong = || InputValueError::custom("money is written in pounds and pence: \"1234.50\"");
        let Value::String(text) = &value else {
            return Err(wrong());
        };
        let (pounds, pence) = text.split_once('.').ok_or_else(wrong)?;
        if pence.len() != 2 || pounds.is_empty() || !pence.bytes().all(|b| b.is_ascii_digit()) {
            return Err(wrong());
        }
        let negative = pounds.starts_with('-');
        let pounds: i64 = pounds.parse().map_err(|_| wrong())?;
        let pence: i64 = pence.parse().map_err(|_| wrong())?;
        let whole = pounds.checked_mul(100).ok_or_else(wrong)?;
        let sum = if negative {
            whole.checked_sub(pence)
        } else {
            whole.checked_add(pence)
        };
        sum.map(Self).ok_or_else(wrong)
    }

    fn to_value(&self) -> Value {
        Value::String(self.to_string())
    }
}
