//! The settings file: TOML, every key known.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use toml::{Table, Value};

use super::{ALL, fault::Fault, layers::Source};

/// The values of a file, by key (`limits.max_page`), as text.
pub type Values = BTreeMap<String, String>;

/// Reads a file's text. What cannot be used is a fault; the rest stands.
pub fn parse(path: &std::path::Path, text: &str, faults: &mut Vec<Fault>) -> Values {
    let mut values = Values::new();
    match text.parse::<Table>() {
        Ok(table) => gather(path, None, &table, &mut values, faults),
        // The error's own text quotes the line, which may hold a password.
        Err(error) => faults.push(Fault {
            setting: "config".to_owned(),
            source: Source::File(path.to_owned()),
            wrong: format!(
                "is not TOML at line {}: {}",
                line_of(text, &error),
                error.message()
            ),
            right: "`name = value` lines, as in docs/SETTINGS.md".to_owned(),
        }),
    }
    values
}

fn line_of(text: &str, error: &toml::de::Error) -> usize {
    let start = error.span().map_or(0, |span| span.start).min(text.len());
    text.as_bytes()[..start]
        .iter()
        .filter(|&&byte| byte == b'\n')
        .count()
        + 1
}

fn gather(
    path: &std::path::Path,
    section: Option<&str>,
    table: &Table,
    values: &mut Values,
    faults: &mut Vec<Fault>,
) {
    for (name, value) in table {
        let key = section.map_or_else(|| name.clone(), |section| format!("{section}.{name}"));
        let is_setting = ALL.iter().any(|setting| setting.key() == key);
        let is_section = ALL.iter().any(|setting| setting.section == Some(&key));
        let mut refuse = |wrong: String, right: String| {
            let source = Source::File(PathBuf::from(path));
            faults.push(Fault {
                setting: key.clone(),
                source,
                wrong,
                right,
            });
        };
        match value {
            Value::Table(inner) if is_section => gather(path, Some(&key), inner, values, faults),
            _ if is_section => {
                refuse(
                    format!("is {}, not a table", kind(value)),
                    format!("[{key}], and its settings below"),
                );
            }
            _ if !is_setting => refuse("is not a setting".to_owned(), known(section)),
            Value::String(text) => {
                values.insert(key, text.clone());
            }
            Value::Integer(number) => {
                values.insert(key, number.to_string());
            }
            // A list is its entries between commas, as in a variable.
            Value::Array(entries) if entries.iter().all(Value::is_str) => {
                let texts: Vec<_> = entries.iter().filter_map(Value::as_str).collect();
                values.insert(key, texts.join(", "));
            }
            _ => refuse(
                format!("is {}", kind(value)),
                "a text in quotes or a whole number".to_owned(),
            ),
        }
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::String(_) => "a text",
        Value::Integer(_) => "a whole number",
        Value::Float(_) => "a number with a fraction",
        Value::Boolean(_) => "true or false",
        Value::Datetime(_) => "a date",
        Value::Array(_) => "a list",
        Value::Table(_) => "a table",
    }
}

fn known(section: Option<&str>) -> String {
    let names: Vec<_> = ALL
        .iter()
        .filter(|setting| setting.section == section)
        .map(|setting| setting.name)
        .collect();
    let mut names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    if section.is_none() {
        let sections: BTreeSet<_> = ALL.iter().filter_map(|setting| setting.section).collect();
        names.extend(sections.into_iter().map(|section| format!("[{section}]")));
    }
    format!("one of {}", names.join(", "))
}
