//! How reasons are put into words.

use crate::atlas::Atlas;
use crate::facts::Cohort;
use crate::table::Ix;

/// Thousandths of a whole.
pub(super) const WHOLE: i64 = 1000;

/// An amount of pence as pounds, with pence only where there are some.
pub(super) fn pounds(pence: i64) -> String {
    let digits = (pence.unsigned_abs() / 100).to_string();
    let count = digits.len();
    let mut whole = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (count - place).is_multiple_of(3) {
            whole.push(',');
        }
        whole.push(digit);
    }
    let sign = if pence < 0 { "-" } else { "" };
    match pence.unsigned_abs() % 100 {
        0 => format!("{sign}£{whole}"),
        rest => format!("{sign}£{whole}.{rest:02}"),
    }
}

/// Thousandths as a percentage.
pub(super) fn percent(thousandths: u64) -> String {
    match thousandths % 10 {
        0 => format!("{}%", thousandths / 10),
        rest => format!("{}.{rest}%", thousandths / 10),
    }
}

/// The names of cohorts as they stand inside a sentence.
pub(super) fn cohort_names(atlas: &Atlas, cohorts: &[Ix<Cohort>]) -> String {
    let names: Vec<String> = cohorts
        .iter()
        .map(|ix| inside(&atlas.cohorts.get(*ix).name))
        .collect();
    listed(&names)
}

/// A name with a small first letter.
pub(super) fn inside(name: &str) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// One phrase of several: a, b and c.
pub(super) fn listed<T: AsRef<str>>(names: &[T]) -> String {
    match names {
        [] => "nobody".to_owned(),
        [one] => one.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", most.join(", "), last.as_ref())
        }
    }
}
