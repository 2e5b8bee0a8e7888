//! Who is at the provider, and what waits for a page. In memory and for minutes only.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::config::documents::hash;

/// The most of each that are kept: then whoever has waited longest goes. Anybody can begin.
const MOST: usize = 10_000;

/// Somebody at the provider.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// What the ID token has to repeat.
    pub nonce: String,
    /// What proves that whoever exchanges the code has asked for it.
    pub verifier: String,
    /// The page of ours that they came from.
    pub back: String,
}

/// What came for a browser.
#[derive(Clone, PartialEq, Eq)]
pub struct Arrived {
    /// A token that this server accepts.
    pub token: String,
    /// The page of ours to go back to.
    pub back: String,
}

/// Who waits. What a browser is known by is kept as its hash: nothing here lets anybody in.
#[derive(Default)]
pub struct Waiting {
    people: Kept<(String, Person)>,
    tokens: Kept<Arrived>,
}

impl Waiting {
    /// Whether this browser has somebody at the provider.
    pub fn knows(&mut self, browser: &str, now: DateTime<Utc>) -> bool {
        let browser = hash(browser);
        self.people
            .living(now)
            .any(|(theirs, _)| *theirs == browser)
    }

    /// Somebody leaves for the provider, who will give this `state` back.
    pub fn leaves(&mut self, state: &str, browser: &str, person: Person, until: DateTime<Utc>) {
        self.people.put(hash(state), (hash(browser), person), until);
    }

    /// Somebody comes back, once. In another browser they are not found, and cannot come again:
    /// whoever tries a state that is not theirs ends it.
    pub fn comes_back(&mut self, state: &str, browser: &str, now: DateTime<Utc>) -> Option<Person> {
        let (theirs, person) = self.people.take(&hash(state), now)?;
        (theirs == hash(browser)).then_some(person)
    }

    /// A token waits for this browser.
    pub fn arrives(&mut self, browser: &str, arrived: Arrived, until: DateTime<Utc>) {
        self.tokens.put(hash(browser), arrived, until);
    }

    /// The token that waits for this browser, once.
    pub fn is_fetched(&mut self, browser: &str, now: DateTime<Utc>) -> Option<Arrived> {
        self.tokens.take(&hash(browser), now)
    }
}

/// Things that are good until a moment.
struct Kept<T>(BTreeMap<String, (DateTime<Utc>, T)>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T> Kept<T> {
    fn living(&mut self, now: DateTime<Utc>) -> impl Iterator<Item = &T> {
        self.0.retain(|_, (until, _)| now < *until);
        self.0.values().map(|(_, thing)| thing)
    }

    fn put(&mut self, name: String, thing: T, until: DateTime<Utc>) {
        if self.0.len() >= MOST {
            let first = self.0.iter().min_by_key(|(_, (until, _))| *until);
            let first = first.map(|(name, _)| name.clone());
            first.and_then(|name| self.0.remove(&name));
        }
        self.0.insert(name, (until, thing));
    }

    fn take(&mut self, name: &str, now: DateTime<Utc>) -> Option<T> {
        let (until, thing) = self.0.remove(name)?;
        (now < until).then_some(thing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000 + seconds, 0).unwrap()
    }

    fn person(back: &str) -> Person {
        Person {
            nonce: String::new(),
            verifier: String::new(),
            back: back.to_owned(),
        }
    }

    #[test]
    fn somebody_comes_back_once_in_their_browser_and_in_time() {
        let mut waiting = Waiting::default();
        for state in ["a", "b", "c"] {
            waiting.leaves(state, "mine", person("/areas"), at(600));
        }
        assert!(waiting.knows("mine", at(0)) && !waiting.knows("theirs", at(0)));
        let back = waiting
            .comes_back("a", "mine", at(599))
            .map(|person| person.back);
        assert_eq!(back.as_deref(), Some("/areas"));
        assert!(waiting.comes_back("a", "mine", at(599)).is_none(), "once");
        assert!(waiting.comes_back("b", "theirs", at(1)).is_none());
        assert!(
            waiting.comes_back("b", "mine", at(1)).is_none(),
            "somebody tried it"
        );
        assert!(
            waiting.comes_back("c", "mine", at(600)).is_none(),
            "too late"
        );
        assert!(!waiting.knows("mine", at(600)));
    }

    #[test]
    fn of_too_many_the_first_goes() {
        let mut waiting = Waiting::default();
        for number in 0..=MOST {
            let until = at(i64::try_from(number).unwrap() + 600);
            waiting.leaves(&number.to_string(), "mine", person("/"), until);
        }
        assert_eq!(waiting.people.0.len(), MOST);
        assert!(waiting.comes_back("0", "mine", at(0)).is_none());
        assert!(waiting.comes_back("1", "mine", at(0)).is_some());
    }
}
