//! Single values of the input: codes, money and decimals, each with what is wrong with it.

use planning::allocate::problem as p;

use super::Reader;
use crate::graphql::error::{Fault, cut};
use crate::graphql::query::find;
use crate::keeping::{Problem, ProblemCode as Code};

/// Unknown codes for which suggestions are looked up, at most: each is a search of the register.
const MOST_SUGGESTED: usize = 10;
/// The cohort that is everybody: a need for it names none.
const EVERYBODY: &str = "all";

impl Reader<'_> {
    pub(super) fn say(&mut self, field: String, code: Code, message: impl Into<String>) {
        self.found.push(Problem::new(field, code, message));
    }

    pub(super) fn required(&mut self, field: String, what: &str) {
        self.say(field, Code::Required, format!("it is needed: give {what}"));
    }

    pub(super) fn currency(&mut self, at: &str, given: &str) {
        if given != "GBP" {
            let message = format!(
                "'{}' is not reckoned with: give pounds sterling, GBP",
                cut(given)
            );
            self.say(format!("{at}.currency"), Code::BadValue, message);
        }
    }

    pub(super) fn area(&mut self, field: &str, code: &str) -> String {
        let (atlas, day) = (self.atlas, self.day);
        self.looked_up(field, code, true, |code| {
            let ix = find::area_on(atlas, "", code, None, day)?;
            Ok(atlas.areas.get(ix).id.clone())
        })
    }

    pub(super) fn offer(&mut self, field: &str, code: &str) -> String {
        let atlas = self.atlas;
        self.looked_up(field, code, false, |code| {
            let ix = find::offer(atlas, "", code)?;
            Ok(atlas.offers.get(ix).id.clone())
        })
    }

    pub(super) fn needed_offer(&mut self, field: &str, code: Option<String>) -> String {
        match code.filter(|code| !code.trim().is_empty()) {
            Some(code) => self.offer(field, &code),
            None => {
                self.required(field.to_owned(), "the code of an offer");
                String::new()
            }
        }
    }

    pub(super) fn cohort(&mut self, field: &str, code: Option<&str>) -> Option<String> {
        let code = code?;
        match find::cohort(self.atlas, "", Some(code)) {
            Ok(_) => (code != EVERYBODY).then(|| code.to_owned()),
            Err(fault) => {
                self.unknown(field, &fault);
                Some(code.to_owned())
            }
        }
    }

    /// The row behind a code, looked up once; the code itself where there is none.
    fn looked_up(
        &mut self,
        field: &str,
        code: &str,
        is_area: bool,
        find: impl Fn(&str) -> Result<String, Fault>,
    ) -> String {
        let key = (is_area, code.to_owned());
        match self.known.get(&key) {
            Some(Some(id)) => return id.clone(),
            Some(None) => {
                let message = format!("'{}' is not in the register", cut(code));
                self.say(field.to_owned(), Code::NotFound, message);
                return code.to_owned();
            }
            None => {}
        }
        if self.suggested >= MOST_SUGGESTED && is_area && self.atlas.areas_by_code(code).is_empty()
        {
            let message = format!("'{}' is not in the register", cut(code));
            self.say(field.to_owned(), Code::NotFound, message);
            self.known.insert(key, None);
            return code.to_owned();
        }
        match find(code) {
            Ok(id) => {
                self.known.insert(key, Some(id.clone()));
                id
            }
            Err(fault) => {
                self.suggested += 1;
                self.unknown(field, &fault);
                self.known.insert(key, None);
                code.to_owned()
            }
        }
    }

    /// What a fault of a code says, without the name of the argument before it.
    fn unknown(&mut self, field: &str, fault: &Fault) {
        let message = fault.to_string();
        let message = message.strip_prefix(": ").unwrap_or(&message).to_owned();
        self.say(field.to_owned(), Code::NotFound, message);
    }

    pub(super) fn needed_money(&mut self, field: &str, given: Option<String>) -> i64 {
        match given {
            Some(text) => self.money(field, &text).unwrap_or(0),
            None => {
                self.required(field.to_owned(), "pounds, such as \"1234.50\"");
                0
            }
        }
    }

    pub(super) fn money(&mut self, field: &str, text: &str) -> Option<i64> {
        let found = parts(text, 2);
        if found.is_none() {
            let message = format!(
                "'{}' is no amount: write pounds sterling from 0 with two places, such as \"1234.50\"",
                cut(text)
            );
            self.say(field.to_owned(), Code::BadValue, message);
        }
        found
    }

    /// A decimal in millionths; what is negative is told as such.
    pub(super) fn decimal(&mut self, field: &str, text: &str) -> i64 {
        if let Some(found) = parts(text, 6) {
            return found;
        }
        let positive = text
            .trim()
            .strip_prefix('-')
            .and_then(|rest| parts(rest, 6));
        if positive.is_some() {
            let message = format!("{} is negative: give 0 or more", cut(text));
            self.say(field.to_owned(), Code::OutOfRange, message);
        } else {
            let message = format!(
                "'{}' is no number: write a decimal with at most six places, such as \"0.25\"",
                cut(text)
            );
            self.say(field.to_owned(), Code::BadValue, message);
        }
        p::ONE / 2
    }
}

/// A decimal from 0 in whole parts: "1.5" with two places is 150.
fn parts(text: &str, places: usize) -> Option<i64> {
    let text = text.trim();
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || whole.len() > 12 || part.len() > places {
        return None;
    }
    format!("{whole}{part:0<places$}").parse().ok()
}
