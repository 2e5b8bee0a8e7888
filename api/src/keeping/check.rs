//! From the fields of an input to the columns of a row.

use planning::atlas::Atlas;
use planning::closed::AreaKind;
use planning::dates::PartialDate;
use serde_json::{Map, Value};

use super::draft::Fields;
use super::problem::{Problem, ProblemCode as Code, shown};
use super::spec::{Field, Shape, Target};

/// A row under check: its columns, and what is wrong.
pub struct Checked {
    /// The columns.
    pub row: Map<String, Value>,
    /// What is wrong, by field.
    pub problems: Vec<Problem>,
}

/// Sets the columns that the fields name on a row. Fields with a maker beside them are not missed.
pub fn apply(fields: &[Field], given: &Fields, row: Map<String, Value>, atlas: &Atlas) -> Checked {
    let is_new = !row.contains_key("version");
    let mut checked = Checked {
        row,
        problems: Vec::new(),
    };
    // A row keeps the id that it was made with.
    for field in fields.iter().filter(|field| is_new || field.column != "id") {
        let made = field
            .maker
            .is_some_and(|(name, _)| given.get(name).is_some_and(|v| !v.is_null()));
        let value = match given.get(field.name) {
            None if !is_new => continue,
            None | Some(Value::Null) => {
                if made {
                    continue;
                }
                if field.required {
                    let message = format!("{} has to be given", field.name);
                    checked
                        .problems
                        .push(Problem::new(field.name, Code::Required, message));
                    continue;
                }
                match (field.default, field.shape) {
                    (Some(text), _) => Value::from(text),
                    (None, Shape::Flag) => Value::from(false),
                    (None, _) => Value::Null,
                }
            }
            Some(_) if made => {
                let maker = field.maker.map_or("", |(name, _)| name);
                let message = format!("give {} or {maker}, not both", field.name);
                checked
                    .problems
                    .push(Problem::new(field.name, Code::Mismatch, message));
                continue;
            }
            Some(value) => match column(field, value, atlas) {
                Ok(value) => value,
                Err(problem) => {
                    checked.problems.push(problem);
                    continue;
                }
            },
        };
        checked.row.insert(field.column.to_owned(), value);
    }
    checked
}

/// The pairs of dates of a row that lie the wrong way round.
pub fn spans(
    spans: &[(&'static str, &'static str)],
    row: &Map<String, Value>,
    name: impl Fn(&str) -> String,
) -> Vec<Problem> {
    let date = |column: &str| row.get(column)?.as_str()?.parse::<PartialDate>().ok();
    let mut problems = Vec::new();
    for (start, end) in spans {
        if let (Some(from), Some(to)) = (date(start), date(end))
            && to.last() < from.first()
        {
            let message = format!("{to} lies before {} ({from})", name(start));
            problems.push(Problem::new(name(end), Code::EndBeforeStart, message));
        }
    }
    problems
}

fn column(field: &Field, value: &Value, atlas: &Atlas) -> Result<Value, Problem> {
    let bad = |what: String| Problem::new(field.name, Code::BadValue, what);
    match field.shape {
        Shape::Text(most) => text(field.name, value, most).map(Value::from),
        Shape::Url => url(field.name, value).map(Value::from),
        Shape::Slug => slug(field.name, value).map(Value::from),
        Shape::Date => {
            let text = text(field.name, value, 10)?;
            let date: PartialDate = text.parse().map_err(|error| bad(format!("{error}")))?;
            Ok(Value::from(date.to_string()))
        }
        Shape::Code(codes) => code(field.name, value, codes).map(Value::from),
        Shape::Codes(codes) => {
            let words = items(field.name, value)?
                .iter()
                .enumerate()
                .map(|(at, item)| code(&format!("{}.{at}", field.name), item, codes))
                .collect::<Result<Vec<_>, _>>()?;
            Ok(joined(words, field.default.is_none() && !field.required))
        }
        Shape::One(target) => row_of(field.name, value, target, atlas).map(Value::from),
        Shape::Many(target) => {
            let ids = items(field.name, value)?
                .iter()
                .enumerate()
                .map(|(at, item)| row_of(&format!("{}.{at}", field.name), item, target, atlas))
                .collect::<Result<Vec<_>, _>>()?;
            Ok(joined(ids, field.default.is_none() && !field.required))
        }
        Shape::Flag => match value {
            Value::Bool(flag) => Ok(Value::from(*flag)),
            _ => Err(bad("write true or false".to_owned())),
        },
        Shape::Count(most) => match value.as_i64() {
            Some(number) if (0..=most).contains(&number) => Ok(Value::from(number)),
            Some(number) => Err(Problem::new(
                field.name,
                Code::OutOfRange,
                format!("{number} is not from 0 to {most}"),
            )),
            None => Err(bad("write a whole number".to_owned())),
        },
        Shape::Money => pence(field.name, value).map(Value::from),
        Shape::Year => year(field.name, value).map(Value::from),
        Shape::Decimal(most) => decimal(field.name, value, most).map(Value::from),
    }
}

fn joined(words: Vec<String>, nothing_if_empty: bool) -> Value {
    if words.is_empty() && nothing_if_empty {
        return Value::Null;
    }
    Value::from(words.join(";"))
}

fn items<'a>(field: &str, value: &'a Value) -> Result<&'a [Value], Problem> {
    match value {
        Value::Array(items) if items.len() <= 100 => Ok(items),
        Value::Array(items) => Err(Problem::new(
            field,
            Code::TooLong,
            format!("{} are more than the 100 that it holds", items.len()),
        )),
        _ => Err(Problem::new(field, Code::BadValue, "write a list")),
    }
}

/// A text that can be shown, without space around it.
pub fn text(field: &str, value: &Value, most: usize) -> Result<String, Problem> {
    let Value::String(text) = value else {
        return Err(Problem::new(field, Code::BadValue, "write a text"));
    };
    let text = text.trim();
    // Bytes first: nobody counts the characters of ten megabytes.
    if text.len() > most.saturating_mul(4) || text.chars().count() > most {
        let message = format!("it is longer than the {most} characters that it may have");
        return Err(Problem::new(field, Code::TooLong, message));
    }
    let is_odd = |c: char| c.is_control() || is_direction(c);
    if let Some(odd) = text.chars().find(|c| is_odd(*c) && *c != '\n') {
        let message = format!(
            "it holds U+{:04X}, which cannot be shown: take it out",
            u32::from(odd)
        );
        return Err(Problem::new(field, Code::ControlCharacter, message));
    }
    if text.is_empty() {
        return Err(Problem::new(
            field,
            Code::Required,
            "it is empty: write something, or null for nothing",
        ));
    }
    Ok(text.to_owned())
}

/// Marks that turn the direction of what follows: a text could show what it does not say.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn url(field: &str, value: &Value) -> Result<String, Problem> {
    let text = text(field, value, 2_000)?;
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        let host = text
            .strip_prefix(scheme)
            .and_then(|rest| rest.split('/').next());
        host.is_some_and(|host| host.contains('.') && !host.contains(['@', ' ']))
    });
    if is_web && !text.contains(|c: char| c.is_whitespace() || "<>\"".contains(c)) {
        return Ok(text);
    }
    let message = "write a public web address that begins with https:// or http://";
    Err(Problem::new(field, Code::BadValue, message))
}

fn slug(field: &str, value: &Value) -> Result<String, Problem> {
    let text = text(field, value, 60)?;
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if text.bytes().all(plain) && text.starts_with(|c: char| c.is_ascii_lowercase()) {
        return Ok(text);
    }
    let message = "write small letters, digits and _, a letter first";
    Err(Problem::new(field, Code::BadValue, message))
}

/// The code of a closed list, however its letters are written.
fn code(field: &str, value: &Value, codes: &[&str]) -> Result<String, Problem> {
    let given = value.as_str().unwrap_or_default();
    // The schema calls this one by a shorter name.
    let given = if given == "RECODE" {
        "recode_or_rename"
    } else {
        given
    };
    let found = codes.iter().find(|code| code.eq_ignore_ascii_case(given));
    found.map(|code| (*code).to_owned()).ok_or_else(|| {
        let message = format!("'{}' is none of {}", shown(given), codes.join(", "));
        Problem::new(field, Code::BadValue, message)
    })
}

/// The row that an id or a code means.
fn row_of(field: &str, value: &Value, target: Target, atlas: &Atlas) -> Result<String, Problem> {
    let given = value.as_str().unwrap_or_default().trim();
    macro_rules! find {
        ($table:ident) => {
            atlas
                .$table
                .find(given)
                .map(|ix| atlas.$table.get(ix).id.clone())
        };
    }
    let found = match target {
        Target::Source => find!(sources),
        Target::Evidence => find!(evidence),
        Target::Area => find!(areas).or_else(|| area_with_code(atlas, given)),
        Target::Offer => find!(offers),
        Target::Cohort => find!(cohorts),
        Target::Community => find!(communities),
        Target::Body => find!(bodies),
        Target::Service => find!(services),
        Target::Contract => find!(contracts),
        Target::FundingStream => find!(funding_streams),
        Target::Opening => find!(openings),
        Target::Pool => find!(pools),
        Target::BodySuccession => find!(body_successions),
    };
    found.ok_or_else(|| {
        let what = target.table().replace('_', " ");
        let how = match target {
            Target::Area => "an id or an official code",
            Target::Offer | Target::Cohort | Target::Community => "its id or code",
            _ => "its id",
        };
        let message = format!(
            "'{}' is no {what} of the register: give {how}",
            shown(given)
        );
        Problem::new(field, Code::NotFound, message)
    })
}

/// The area with an official code: a district before its upper tier, one that exists before one
/// that has ended.
fn area_with_code(atlas: &Atlas, code: &str) -> Option<String> {
    let mut found = atlas.areas_by_code(code);
    found.sort_by_key(|(ix, _)| {
        let row = atlas.areas.get(*ix);
        (
            row.valid_to.is_some(),
            row.kind == AreaKind::UpperTier,
            row.kind,
            *ix,
        )
    });
    found.first().map(|(ix, _)| atlas.areas.get(*ix).id.clone())
}

/// Pounds and pence from 0, to pence.
pub(crate) fn pence(field: &str, value: &Value) -> Result<i64, Problem> {
    let bad = || {
        let message = "write pounds sterling from 0 with two places, such as \"1234.50\"";
        Problem::new(field, Code::BadValue, message)
    };
    let text = value.as_str().ok_or_else(bad)?.trim();
    if text
        .chars()
        .any(|c| !c.is_ascii_digit() && !"+-.,' ".contains(c))
    {
        let message = format!(
            "'{}' names a currency or a unit: write pounds sterling, the number alone, such as \"1234.50\"",
            shown(text)
        );
        return Err(Problem::new(field, Code::BadValue, message));
    }
    let (pounds, pence) = text.split_once('.').unwrap_or((text, "00"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(pounds) || !digits(pence) || pence.len() != 2 {
        return Err(bad());
    }
    let too_much = || {
        let message = "it is more than 1,000,000,000,000 pounds";
        Problem::new(field, Code::OutOfRange, message)
    };
    let pounds: i64 = pounds.parse().map_err(|_| too_much())?;
    let pence: i64 = pence.parse().map_err(|_| bad())?;
    if pounds > 1_000_000_000_000 {
        return Err(too_much());
    }
    Ok(pounds * 100 + pence)
}

/// The year in which a financial year begins.
fn year(field: &str, value: &Value) -> Result<i64, Problem> {
    let found = value.as_i64().filter(|year| (1990..=2100).contains(year));
    found.ok_or_else(|| {
        let message = "write the year in which the financial year begins, from 1990 to 2100: 2026 is April 2026 to March 2027";
        Problem::new(field, Code::OutOfRange, message)
    })
}

/// A decimal from 0, in millionths.
fn decimal(field: &str, value: &Value, most: i64) -> Result<i64, Problem> {
    let bad = || {
        let message = "write a decimal from 0 with at most six places, such as \"0.25\"";
        Problem::new(field, Code::BadValue, message)
    };
    let text = value.as_str().ok_or_else(bad)?.trim();
    let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(places) || places.len() > 6 || whole.len() > 9 {
        return Err(bad());
    }
    let whole: i64 = whole.parse().map_err(|_| bad())?;
    let places: i64 = format!("{places:0<6}").parse().map_err(|_| bad())?;
    let found = whole * 1_000_000 + places;
    if found > most {
        let message = format!("{text} is more than {}", most / 1_000_000);
        return Err(Problem::new(field, Code::OutOfRange, message));
    }
    Ok(found)
}
