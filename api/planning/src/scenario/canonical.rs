//! The one way to write a value as bytes: JSON as RFC 8785 has it, of texts,
//! whole numbers, lists and objects.
//!
//! Keys stand in order, nothing stands between, a text is escaped only where it
//! must be. There is no number with a point and no null: what is not on record
//! is left out. So equal values have equal bytes on every machine.

use std::collections::BTreeMap;
use std::fmt::Write;

/// A value to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Number(i64),
    Text(String),
    List(Vec<Value>),
    Object(BTreeMap<&'static str, Value>),
}

impl Value {
    /// A count; one beyond what fits is written as the largest that does.
    pub fn count(count: u64) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    pub fn text(text: impl ToString) -> Self {
        Self::Text(text.to_string())
    }

    pub fn list(values: impl IntoIterator<Item = Value>) -> Self {
        Self::List(values.into_iter().collect())
    }

    /// An object of what is on record.
    pub fn object(fields: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Self {
        let known = fields
            .into_iter()
            .filter_map(|(key, value)| Some((key, value?)));
        Self::Object(known.collect())
    }

    /// Its bytes.
    pub fn written(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::Text(text) => quote(text, out),
            Self::List(values) => {
                out.push('[');
                for (at, value) in values.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    value.write(out);
                }
                out.push(']');
            }
            Self::Object(fields) => {
                out.push('{');
                for (at, (key, value)) in fields.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    quote(key, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{9}' => out.push_str("\\t"),
            '\u{a}' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\u{d}' => out.push_str("\\r"),
            c if c < '\u{20}' => {
                // Writing to a text cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn a_value_has_one_way_to_be_written() {
        let value = Value::object([
            ("b", Some(Value::list([Value::Number(-1), Value::count(2)]))),
            ("a", Some(Value::text("a \"quote\"\\\n\u{1}é\u{2028}"))),
            ("nothing", None),
            ("c", Some(Value::object([]))),
        ]);
        let expected = "{\"a\":\"a \\\"quote\\\"\\\\\\n\\u0001é\u{2028}\",\"b\":[-1,2],\"c\":{}}";
        assert_eq!(value.written(), expected);
    }
}
