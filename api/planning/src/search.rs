//! Finding an area, body or service by a name that may be misspelt.

use crate::atlas::Atlas;
use crate::facts::{Area, Body, Offer, Service};
use crate::table::Ix;

/// Text longer than this is cut before it is compared.
const LONGEST_QUERY: usize = 100;
/// Names less like the text than this are not answered (thousandths).
const LEAST_LIKENESS: u32 = 620;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// An area.
    Area(Ix<Area>),
    /// A body.
    Body(Ix<Body>),
    /// A service.
    Service(Ix<Service>),
    /// An offer.
    Offer(Ix<Offer>),
}

/// A hit, with how like its name is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What was found.
    pub found: Found,
    /// The name that matched.
    pub name: String,
    /// Likeness in thousandths; 1000 is the name itself.
    pub likeness: u32,
}

/// What to look among.
#[derive(Clone, Copy, Debug)]
pub struct Among {
    /// Areas, by name and code.
    pub areas: bool,
    /// Bodies, by name.
    pub bodies: bool,
    /// Services, by title.
    pub services: bool,
    /// Offers, by name and code.
    pub offers: bool,
}

/// The most like names first; ties by kind and id.
pub fn search(atlas: &Atlas, text: &str, among: Among, limit: usize) -> Vec<Hit> {
    let wanted = Words::of(text);
    if wanted.text.is_empty() {
        return Vec::new();
    }
    let mut best: Vec<Hit> = Vec::new();
    let mut offer_hit = |found: Found, names: &mut dyn Iterator<Item = &str>| {
        let top = names
            .map(|name| (likeness(&wanted, &Words::of(name)), name))
            .max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(a.1)));
        if let Some((likeness, name)) = top
            && likeness >= LEAST_LIKENESS
        {
            best.push(Hit {
                found,
                name: name.to_owned(),
                likeness,
            });
        }
    };
    if among.areas {
        for (ix, area) in atlas.areas.iter() {
            let mut names = std::iter::once(area.name.as_str())
                .chain(atlas.names_of(ix).map(|n| n.name.as_str()))
                .chain(atlas.codes_of(ix).map(|c| c.code.as_str()));
            offer_hit(Found::Area(ix), &mut names);
        }
    }
    if among.bodies {
        for (ix, body) in atlas.bodies.iter() {
            let mut names = std::iter::once(body.name.as_str())
                .chain(atlas.names_of_body(ix).map(|n| n.name.as_str()));
            offer_hit(Found::Body(ix), &mut names);
        }
    }
    if among.services {
        for (ix, service) in atlas.services.iter() {
            offer_hit(
                Found::Service(ix),
                &mut std::iter::once(service.title.as_str()),
            );
        }
    }
    if among.offers {
        for (ix, offer) in atlas.offers.iter() {
            let mut names = [offer.name.as_str(), offer.id.as_str()].into_iter();
            offer_hit(Found::Offer(ix), &mut names);
        }
    }
    best.sort_by(|a, b| b.likeness.cmp(&a.likeness).then(a.found.cmp(&b.found)));
    best.truncate(limit);
    best
}

/// The names most like a text that was not found, for an error message.
pub fn suggest(atlas: &Atlas, text: &str, among: Among) -> Vec<String> {
    let mut names: Vec<String> = search(atlas, text, among, 3)
        .into_iter()
        .map(|hit| hit.name)
        .collect();
    names.dedup();
    names
}

/// A text as it is compared: lower case, letters and digits, `&` as `and`.
struct Words {
    text: String,
    words: Vec<String>,
}

impl Words {
    fn of(text: &str) -> Self {
        let plain: String = text
            .chars()
            .take(LONGEST_QUERY)
            .flat_map(char::to_lowercase)
            .filter(|c| *c != '\'' && *c != '’')
            .collect::<String>()
            .replace('&', " and ");
        let words: Vec<String> = plain
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        Self {
            text: words.join(" "),
            words,
        }
    }
}

/// Thousandths of likeness: each wanted word against its best match, weighted
/// by length, then a little for being the whole name.
fn likeness(wanted: &Words, name: &Words) -> u32 {
    if wanted.text == name.text {
        return 1000;
    }
    let mut sum = 0;
    let mut weight = 0;
    for word in &wanted.words {
        let length = u32::try_from(word.chars().count()).unwrap_or(1);
        let best = name
            .words
            .iter()
            .map(|other| word_likeness(word, other))
            .max()
            .unwrap_or(0);
        sum += best * length;
        weight += length;
    }
    let words = sum / weight.max(1);
    // Words missed out or run together still make the same text.
    let whole = edits(&wanted.text, &name.text);
    let extra = u32::try_from(name.words.len().saturating_sub(wanted.words.len())).unwrap_or(0);
    let by_words = (words * 950 / 1000).saturating_sub(extra.min(8) * 12);
    by_words.max(whole * 960 / 1000)
}

fn word_likeness(word: &str, other: &str) -> u32 {
    if word == other {
        return 1000;
    }
    if word.chars().count() >= 3 && other.starts_with(word) {
        return 920;
    }
    let likeness = edits(word, other);
    if likeness < 600 { 0 } else { likeness }
}

/// Thousandths: one less the edits (transpositions too) by the longer length.
fn edits(a: &str, b: &str) -> u32 {
    let longest = a.chars().count().max(b.chars().count());
    let apart = strsim::osa_distance(a, b);
    let kept = longest.saturating_sub(apart);
    u32::try_from(kept * 1000 / longest.max(1)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(a: &str, b: &str) -> u32 {
        likeness(&Words::of(a), &Words::of(b))
    }

    #[test]
    fn a_misspelt_name_is_still_like_it() {
        for (typed, name) in [
            ("Milton Kenyes", "Milton Keynes"),
            ("miltonkeynes", "Milton Keynes"),
            ("northhamptonshire", "Northamptonshire"),
            ("Avon & Somerset", "Avon and Somerset"),
            ("forward trust", "The Forward Trust"),
            ("lancs", "Lancashire"),
        ] {
            let found = alike(typed, name);
            if typed == "lancs" {
                assert!(
                    found < LEAST_LIKENESS,
                    "an abbreviation is not a misspelling"
                );
            } else {
                assert!(found >= LEAST_LIKENESS, "{typed} is {found} like {name}");
            }
        }
    }

    #[test]
    fn the_worked_example_of_likeness() {
        // Two letters changed places: one edit in 13 letters.
        assert_eq!(alike("Milton Kenyes", "Milton Keynes"), 886);
        // The word itself, in a name of two words more.
        assert_eq!(alike("Kent", "Kent and Medway"), 926);
        assert_eq!(alike("Kent", "Kent"), 1000);
        assert_eq!(alike("lancs", "Lancashire"), 480);
    }

    #[test]
    fn the_name_itself_comes_first() {
        assert!(alike("Kent", "Kent") > alike("Kent", "Kent and Medway"));
        assert!(alike("Essex", "Essex") > alike("Essex", "Sussex"));
    }
}
