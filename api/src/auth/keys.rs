//! The keys of a local install: secrets that sign and check its own tokens.

use std::fmt;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use ring::rand::SecureRandom;
use serde::{Deserialize, Serialize};

use super::jwks::{Key, KeySet};

/// Bytes of a new secret, and the fewest of any.
const SECRET: usize = 32;
/// Bytes of the longest secret and of the longest name.
const LONGEST: usize = 128;

/// What says why keys cannot be used, continuing "the key file …".
pub type Wrong = String;

/// One secret and its name. It prints without the secret.
#[derive(Clone, PartialEq, Eq)]
pub struct LocalKey {
    kid: String,
    secret: Vec<u8>,
}

/// The keys of a local install, at least one. The first signs, all check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalKeys {
    first: LocalKey,
    others: Vec<LocalKey>,
}

impl LocalKey {
    /// A new key, named by the day and by chance.
    ///
    /// # Errors
    ///
    /// When the machine has no randomness to give.
    pub fn new(random: &dyn SecureRandom, now: DateTime<Utc>) -> Result<Self, Wrong> {
        let mut secret = vec![0; SECRET];
        let day = now.format("%Y-%m-%d");
        random
            .fill(&mut secret)
            .map_err(|_| "cannot have a new key: the machine gives no randomness".to_owned())?;
        Ok(Self {
            kid: format!("{day}-{}", by_chance(random)?),
            secret,
        })
    }

    /// Its name.
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// What signs.
    pub fn signing(&self) -> EncodingKey {
        EncodingKey::from_secret(&self.secret)
    }
}

/// Eight characters that nobody can foresee.
pub fn by_chance(random: &dyn SecureRandom) -> Result<String, Wrong> {
    let mut bytes = [0; 4];
    random
        .fill(&mut bytes)
        .map_err(|_| "cannot be named: the machine gives no randomness".to_owned())?;
    Ok(format!("{:08x}", u32::from_be_bytes(bytes)))
}

impl LocalKeys {
    /// One key alone.
    pub fn of(key: LocalKey) -> Self {
        let (first, others) = (key, Vec::new());
        Self { first, others }
    }

    /// Reads the text of a key file.
    ///
    /// # Errors
    ///
    /// What is wrong. It does not quote the text, which holds secrets.
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let written: Written = serde_json::from_str(text).map_err(|error| {
            format!(
                "is not a set of keys of ours (line {}): move it away, and a new one is made",
                error.line()
            )
        })?;
        let mut keys = Vec::new();
        for (place, jwk) in (1..).zip(written.keys) {
            let key = jwk
                .key()
                .map_err(|wrong| format!("has {wrong} in its key {place}"))?;
            if keys.iter().any(|other: &LocalKey| other.kid == key.kid) {
                return Err(format!("has two keys of the name of key {place}"));
            }
            keys.push(key);
        }
        let mut keys = keys.into_iter();
        match keys.next() {
            Some(first) => Ok(Self {
                first,
                others: keys.collect(),
            }),
            None => Err("has no key: move it away, and a new one is made".to_owned()),
        }
    }

    /// The text of a key file, secrets and all.
    pub fn text(&self) -> String {
        let keys = self.all().map(Jwk::of).collect();
        // Texts only, which always can be written.
        let mut text = serde_json::to_string_pretty(&Written { keys }).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The key that signs, then those that only check.
    pub fn all(&self) -> impl Iterator<Item = &LocalKey> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// The key that signs.
    pub fn first(&self) -> &LocalKey {
        &self.first
    }

    /// With a new first key. What the older have signed stays good.
    pub fn rotated(self, first: LocalKey) -> Self {
        let others = std::iter::once(self.first).chain(self.others).collect();
        Self { first, others }
    }

    /// Without a key. What it has signed is refused from now on.
    ///
    /// # Errors
    ///
    /// When it is not there, or when it is the only one.
    pub fn without(self, kid: &str) -> Result<Self, Wrong> {
        let names: Vec<&str> = self.all().map(LocalKey::kid).collect();
        if !names.contains(&kid) {
            return Err(format!(
                "has no key of that name: it has {}",
                names.join(", ")
            ));
        }
        let mut kept = self.all().filter(|key| key.kid != kid).cloned();
        let Some(first) = kept.next() else {
            return Err(
                "would have no key left: make another first, with `throughcare keys --rotate`"
                    .to_owned(),
            );
        };
        Ok(Self {
            first,
            others: kept.collect(),
        })
    }

    /// Only the key that signs.
    pub fn newest(self) -> Self {
        Self::of(self.first)
    }

    /// What checks tokens.
    pub fn key_set(&self) -> KeySet {
        let keys = self.all().map(|key| Key {
            kid: key.kid.clone(),
            algorithm: Algorithm::HS256,
            key: DecodingKey::from_secret(&key.secret),
        });
        KeySet::new(keys.collect())
    }
}

impl fmt::Debug for LocalKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LocalKey({})", self.kid)
    }
}

#[derive(Deserialize, Serialize)]
struct Written {
    keys: Vec<Jwk>,
}

#[derive(Deserialize, Serialize)]
struct Jwk {
    kty: String,
    kid: String,
    alg: String,
    k: String,
}

impl Jwk {
    fn of(key: &LocalKey) -> Self {
        Self {
            kty: "oct".to_owned(),
            kid: key.kid.clone(),
            alg: "HS256".to_owned(),
            k: URL_SAFE_NO_PAD.encode(&key.secret),
        }
    }

    fn key(self) -> Result<LocalKey, &'static str> {
        let Self { kty, kid, alg, k } = self;
        if kty != "oct" || alg != "HS256" {
            return Err("another kind than `oct` for HS256");
        }
        if !(1..=LONGEST).contains(&kid.len()) || kid.chars().any(char::is_control) {
            return Err("a name that is empty or too long");
        }
        let secret = URL_SAFE_NO_PAD.decode(k);
        match secret {
            Ok(secret) if (SECRET..=LONGEST).contains(&secret.len()) => {
                Ok(LocalKey { kid, secret })
            }
            _ => Err("a secret that is not 32 to 128 bytes of base64url"),
        }
    }
}

#[cfg(test)]
mod tests {
    use ring::rand::SystemRandom;

    use super::*;

    fn key() -> LocalKey {
        let now = "2026-11-22T12:00:00Z".parse().unwrap();
        LocalKey::new(&SystemRandom::new(), now).unwrap()
    }

    fn kids(keys: &LocalKeys) -> Vec<&str> {
        keys.all().map(LocalKey::kid).collect()
    }

    #[test]
    fn the_first_signs_and_the_older_stay_until_they_are_retired() {
        let (old, new) = (key(), key());
        assert!(old.kid.starts_with("2026-11-22-"), "{}", old.kid);
        let keys = LocalKeys::of(old.clone()).rotated(new.clone());
        assert_eq!(kids(&keys), [new.kid(), old.kid()]);
        assert_eq!(LocalKeys::parse(&keys.text()), Ok(keys.clone()));
        assert_eq!(keys.key_set().len(), 2);
        assert_eq!(kids(&keys.clone().newest()), [new.kid()]);
        let kept = keys.without(new.kid()).unwrap();
        assert_eq!(kids(&kept), [old.kid()]);
        let wrong = kept.clone().without(old.kid()).unwrap_err();
        assert!(wrong.contains("no key left"), "{wrong}");
        let wrong = kept.without("x").unwrap_err();
        assert!(wrong.contains(old.kid()), "{wrong}");
    }

    #[test]
    fn a_secret_is_never_printed() {
        let keys = LocalKeys::of(key());
        let secret = URL_SAFE_NO_PAD.encode(&keys.first.secret);
        assert!(keys.text().contains(&secret));
        let numbers = format!("{:?}", keys.first.secret);
        let shown = format!("{keys:?} {:?}", keys.key_set());
        assert!(
            !shown.contains(&secret) && !shown.contains(&numbers),
            "{shown}"
        );
    }

    #[test]
    fn what_is_no_key_of_ours_is_refused_and_not_quoted() {
        let long = URL_SAFE_NO_PAD.encode([7; 32]);
        for (text, told) in [
            (String::new(), "line 1"),
            (r#"{"keys": []}"#.to_owned(), "has no key"),
            (
                format!(r#"{{"keys": [{{"kty":"oct","kid":"a","alg":"HS512","k":"{long}"}}]}}"#),
                "in its key 1",
            ),
            (
                r#"{"keys": [{"kty":"oct","kid":"a","alg":"HS256","k":"c2hvcnQ"}]}"#.to_owned(),
                "32 to 128 bytes",
            ),
            (
                format!(r#"{{"keys": [{{"kty":"oct","kid":"","alg":"HS256","k":"{long}"}}]}}"#),
                "a name that is empty",
            ),
        ] {
            let wrong = LocalKeys::parse(&text).unwrap_err();
            assert!(
                wrong.contains(told) && !wrong.contains("c2hvcnQ"),
                "{wrong}"
            );
        }
        let one = format!(r#"{{"kty":"oct","kid":"a","alg":"HS256","k":"{long}"}}"#);
        let twice = LocalKeys::parse(&format!(r#"{{"keys":[{one},{one}]}}"#)).unwrap_err();
        assert!(twice.contains("two keys"), "{twice}");
    }
}
