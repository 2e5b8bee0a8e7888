//! How much work the values of an argument are: a filter asks something of every row, and
//! `some`, `every` and `none` ask it of every related row of every row.

use async_graphql::Value;
use serde_json::Value as Json;

const QUANTIFIERS: [&str; 3] = ["some", "every", "none"];

/// The work of a value. Those of several are added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Values in it, itself included.
    pub values: u64,
    /// Questions about related rows.
    pub quantifiers: u64,
    /// Questions about related rows of related rows.
    pub nesting: u32,
}

impl Work {
    /// Of what a variable holds.
    pub fn of_json(value: &Json) -> Self {
        match value {
            Json::Array(items) => Self::of_list(items.iter().map(Self::of_json)),
            Json::Object(entries) => Self::of_object(
                entries
                    .iter()
                    .map(|(key, value)| (key.as_str(), Self::of_json(value))),
            ),
            _ => Self::one(),
        }
    }

    /// Of what a query says itself.
    pub fn of_value(value: &Value) -> Self {
        match value {
            Value::List(items) => Self::of_list(items.iter().map(Self::of_value)),
            Value::Object(entries) => Self::of_object(
                entries
                    .iter()
                    .map(|(key, value)| (key.as_str(), Self::of_value(value))),
            ),
            _ => Self::one(),
        }
    }

    /// Of one value inside another, wherever it is.
    pub fn inside(self, other: Self) -> Self {
        Self {
            nesting: self.nesting + other.nesting,
            ..self.beside(other)
        }
    }

    /// Of two values beside each other.
    pub fn beside(self, other: Self) -> Self {
        Self {
            values: self.values + other.values,
            quantifiers: self.quantifiers + other.quantifiers,
            nesting: self.nesting.max(other.nesting),
        }
    }

    const fn one() -> Self {
        Self {
            values: 1,
            quantifiers: 0,
            nesting: 0,
        }
    }

    fn of_list(items: impl Iterator<Item = Self>) -> Self {
        items.fold(Self::one(), Self::beside)
    }

    fn of_object<'a>(entries: impl Iterator<Item = (&'a str, Self)>) -> Self {
        entries.fold(Self::one(), |sum, (key, mut of)| {
            if QUANTIFIERS.contains(&key) {
                of.quantifiers += 1;
                of.nesting += 1;
            }
            sum.beside(of)
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn questions_about_related_rows_are_counted_and_their_nesting_told() {
        let filter = json!({
            "title": { "eq": "x" },
            "or": [
                { "records": { "some": { "area": { "records": { "none": {} } } } } },
                { "contracts": { "none": {} } },
            ],
        });
        let work = Work::of_json(&filter);
        assert_eq!((work.quantifiers, work.nesting), (3, 2));
        let value = Value::from_json(filter).unwrap();
        assert_eq!(Work::of_value(&value), work);
    }
}
