//! Makes tokens of a local install.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, Header};
use serde_json::{Map, Value, json};

use super::{
    Role,
    claims::Mapping,
    crypto,
    keys::LocalKeys,
    token::{LONGEST, Reason},
};

/// The longest life of a token.
pub const LONGEST_LIFE: TimeDelta = TimeDelta::days(31);

/// What a token is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Whose it is: the name that history keeps.
    pub subject: String,
    /// The role.
    pub role: Role,
    /// Ids of bodies.
    pub bodies: Vec<String>,
    /// Ids of areas.
    pub areas: Vec<String>,
    /// How long it is good.
    pub life: TimeDelta,
}

/// Why a token cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MintError {
    /// It would be refused.
    #[error(
        "Such a token would be refused: {0}. Give a subject of 1 to 200 characters, and ids as the \
         register has them, such as body:nhs-england or E54000050."
    )]
    Refused(Reason),
    /// It would be too long.
    #[error("The token would be longer than {LONGEST} bytes: give it fewer bodies and areas.")]
    Long,
    /// The key did not sign.
    #[error("The token could not be signed.")]
    Unsigned,
}

/// What the claims of local tokens mean. Fixed, so that no setting makes old tokens mean more.
pub fn mapping() -> Mapping {
    Mapping {
        issuer: "throughcare-local".to_owned(),
        audience: "throughcare".to_owned(),
        role: "throughcare_role".to_owned(),
        bodies: "throughcare_bodies".to_owned(),
        areas: "throughcare_areas".to_owned(),
        role_names: BTreeMap::new(),
    }
}

/// A token that says this, signed by the first key.
///
/// # Errors
///
/// When it would not be accepted.
pub fn mint(keys: &LocalKeys, grant: &Grant, now: DateTime<Utc>) -> Result<String, MintError> {
    crypto::install();
    let mapping = mapping();
    let claims = claims(&mapping, grant, now);
    mapping
        .viewer(&claims, now, TimeDelta::zero())
        .map_err(MintError::Refused)?;
    let mut header = Header::new(Algorithm::HS256);
    header.kid = Some(keys.first().kid().to_owned());
    let token = jsonwebtoken::encode(&header, &claims, &keys.first().signing())
        .map_err(|_| MintError::Unsigned)?;
    if token.len() > LONGEST {
        return Err(MintError::Long);
    }
    Ok(token)
}

/// How long a token is good: `90s`, `30m`, `12h`, `7d`.
///
/// # Errors
///
/// When it is something else, nothing, or more than 31 days.
pub fn life(text: &str) -> Result<TimeDelta, String> {
    let right = "a whole number with s, m, h or d, of 31 days at most, such as 30m, 12h or 7d";
    let seconds = |text: &str| {
        let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
        let unit = match unit {
            "s" => 1,
            "m" => 60,
            "h" => 3_600,
            "d" => 86_400,
            _ => return None,
        };
        let is_plain = number.bytes().all(|byte| byte.is_ascii_digit());
        let number: i64 = number.parse().ok().filter(|_| is_plain)?;
        TimeDelta::try_seconds(number.checked_mul(unit)?)
    };
    seconds(text)
        .filter(|life| (TimeDelta::seconds(1)..=LONGEST_LIFE).contains(life))
        .ok_or_else(|| format!("right: {right}"))
}

fn claims(mapping: &Mapping, grant: &Grant, now: DateTime<Utc>) -> Map<String, Value> {
    let seconds = now.timestamp();
    let mut claims = Map::new();
    for (name, value) in [
        ("iss", json!(mapping.issuer)),
        ("aud", json!(mapping.audience)),
        ("sub", json!(grant.subject)),
        ("iat", json!(seconds)),
        ("nbf", json!(seconds)),
        ("exp", json!(seconds + grant.life.num_seconds())),
        (&mapping.role, json!(grant.role.code())),
        (&mapping.bodies, json!(grant.bodies)),
        (&mapping.areas, json!(grant.areas)),
    ] {
        claims.insert(name.to_owned(), value);
    }
    claims
}

#[cfg(test)]
mod tests {
    use ring::rand::SystemRandom;

    use super::*;
    use crate::auth::keys::LocalKey;

    fn grant() -> Grant {
        Grant {
            subject: "ann".to_owned(),
            role: Role::Commissioner,
            bodies: vec!["body:nhs-england".to_owned()],
            areas: Vec::new(),
            life: TimeDelta::hours(12),
        }
    }

    #[test]
    fn a_life_is_a_number_and_a_unit() {
        assert_eq!(life("90s"), Ok(TimeDelta::seconds(90)));
        assert_eq!(life("12h"), Ok(TimeDelta::hours(12)));
        assert_eq!(life("31d"), Ok(LONGEST_LIFE));
        for text in [
            "",
            "h",
            "12",
            "0h",
            "-1h",
            "+1h",
            "32d",
            "1.5h",
            "1w",
            "12 h",
            "9999999999999999d",
            "é",
        ] {
            assert!(life(text).unwrap_err().contains("12h"), "{text}");
        }
    }

    #[test]
    fn what_would_be_refused_is_not_made() {
        let now = "2026-11-22T12:00:00Z".parse().unwrap();
        let keys = LocalKeys::of(LocalKey::new(&SystemRandom::new(), now).unwrap());
        assert!(mint(&keys, &grant(), now).is_ok());
        let nobody = Grant {
            subject: String::new(),
            ..grant()
        };
        assert!(matches!(
            mint(&keys, &nobody, now),
            Err(MintError::Refused(_))
        ));
        let empty = Grant {
            bodies: vec![String::new()],
            ..grant()
        };
        assert!(matches!(
            mint(&keys, &empty, now),
            Err(MintError::Refused(_))
        ));
        let many = Grant {
            areas: (0..2_000).map(|n| format!("area:{n}")).collect(),
            ..grant()
        };
        assert_eq!(mint(&keys, &many, now), Err(MintError::Long));
    }
}
