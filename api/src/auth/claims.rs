//! From the claims of a good token to a viewer.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value};

use super::{Role, Viewer, token::Reason};

/// The reason of a token that would be good but for its role.
pub const NO_ROLE: Reason = "it has no role that we know";
/// Characters of the longest subject.
const LONGEST_SUBJECT: usize = 200;
/// Seconds from 1970 to the end of the year 9999: no date of a token is later.
const LATEST: f64 = 253_402_300_799.0;

/// What the claims of one issuer mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// Its name, the `iss` of its tokens.
    pub issuer: String,
    /// Our name there, which has to be in `aud`.
    pub audience: String,
    /// The claim that holds the role. A claim of exactly this name, else a path of names with
    /// dots between them; the same holds for the other two.
    pub role: String,
    /// The claim that holds ids of bodies.
    pub bodies: String,
    /// The claim that holds ids of areas.
    pub areas: String,
    /// Its names of roles; empty: they are ours. When there are any, ours mean nothing, so that an
    /// `admin` of something else is not ours.
    pub role_names: BTreeMap<String, Role>,
}

impl Mapping {
    /// Whoever brings these claims at this moment. `leeway` is how far the two clocks may differ.
    pub fn viewer(
        &self,
        claims: &Map<String, Value>,
        now: DateTime<Utc>,
        leeway: TimeDelta,
    ) -> Result<Viewer, Reason> {
        let expires = self.expires(claims, &self.audience, now, leeway)?;
        Ok(Viewer {
            actor: subject(claims)?,
            role: self.role(find(claims, &self.role))?,
            bodies: ids(find(claims, &self.bodies))?,
            areas: ids(find(claims, &self.areas))?,
            expires: Some(expires),
        })
    }

    /// Whether an ID token is from this issuer, for this client and for this sign-in, which has
    /// given it the nonce. What it makes of somebody is another question.
    pub fn is_of_sign_in(
        &self,
        claims: &Map<String, Value>,
        client: &str,
        nonce: &str,
        now: DateTime<Utc>,
        leeway: TimeDelta,
    ) -> Result<(), Reason> {
        self.expires(claims, client, now, leeway)?;
        let text = |name| claims.get(name).map(|claim| claim.as_str());
        if text("azp").is_some_and(|party| party != Some(client)) {
            return Err("it was made for another program");
        }
        if text("nonce") != Some(Some(nonce)) {
            return Err("it is of another sign-in");
        }
        Ok(())
    }

    /// When a token of this issuer for this audience expires, if it is good now.
    fn expires(
        &self,
        claims: &Map<String, Value>,
        audience: &str,
        now: DateTime<Utc>,
        leeway: TimeDelta,
    ) -> Result<DateTime<Utc>, Reason> {
        if claims.get("iss").and_then(Value::as_str) != Some(self.issuer.as_str()) {
            return Err("it is from another issuer");
        }
        if !names(claims.get("aud"), audience) {
            return Err("it is for somebody else");
        }
        let expires = moment(claims, "exp")?.ok_or("it does not say when it expires")?;
        if now >= expires + leeway {
            return Err("it has expired");
        }
        for start in ["nbf", "iat"] {
            if moment(claims, start)?.is_some_and(|start| now + leeway < start) {
                return Err("it is not good yet");
            }
        }
        Ok(expires)
    }

    /// One role, or the highest of a list. Providers list roles of other programs beside ours.
    fn role(&self, claim: Option<&Value>) -> Result<Role, Reason> {
        let known = |name: &str| {
            if self.role_names.is_empty() {
                name.parse().ok()
            } else {
                self.role_names.get(name).copied()
            }
        };
        let role = match claim {
            Some(Value::String(name)) => known(name),
            Some(Value::Array(list)) => {
                let names: Option<Vec<&str>> = list.iter().map(Value::as_str).collect();
                let names = names.ok_or("its roles are not texts")?;
                names.into_iter().filter_map(known).max()
            }
            Some(_) => return Err("its role is not a text"),
            None => return Err(NO_ROLE),
        };
        role.ok_or(NO_ROLE)
    }
}

/// A claim by its name, else by a path.
fn find<'a>(claims: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    if let Some(claim) = claims.get(name) {
        return Some(claim);
    }
    let mut steps = name.split('.');
    let first = claims.get(steps.next()?)?;
    steps.try_fold(first, |value, step| value.get(step))
}

/// Whether `aud` is this name, or a list of names with it.
fn names(claim: Option<&Value>, audience: &str) -> bool {
    match claim {
        Some(Value::String(name)) => name == audience,
        Some(Value::Array(list)) => {
            list.iter().all(Value::is_string)
                && list.iter().any(|name| name.as_str() == Some(audience))
        }
        _ => false,
    }
}

/// Seconds since 1970, perhaps with a fraction (RFC 7519, section 2).
fn moment(claims: &Map<String, Value>, name: &str) -> Result<Option<DateTime<Utc>>, Reason> {
    let Some(claim) = claims.get(name) else {
        return Ok(None);
    };
    let seconds = claim.as_f64().ok_or("one of its times is not a number")?;
    if !(0.0..=LATEST).contains(&seconds) {
        return Err("one of its times is out of range");
    }
    // In range, so that nothing is cut off but parts of a millisecond.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it was compared with bounds"
    )]
    let milliseconds = (seconds * 1_000.0) as i64;
    DateTime::from_timestamp_millis(milliseconds)
        .map(Some)
        .ok_or("one of its times is out of range")
}

fn subject(claims: &Map<String, Value>) -> Result<String, Reason> {
    match claims.get("sub") {
        Some(Value::String(name))
            if (1..=LONGEST_SUBJECT).contains(&name.chars().count()) && is_plain(name) =>
        {
            Ok(name.clone())
        }
        _ => Err("its subject is not a short text"),
    }
}

/// A list of ids, or one text with spaces or commas between them. They stay text: whether there is
/// such a body or area, the register knows.
fn ids(claim: Option<&Value>) -> Result<BTreeSet<String>, Reason> {
    let ids: BTreeSet<String> = match claim {
        None => return Ok(BTreeSet::new()),
        Some(Value::String(text)) => text
            .split([' ', ','])
            .filter(|id| !id.is_empty())
            .map(str::to_owned)
            .collect(),
        Some(Value::Array(list)) => {
            let ids = list.iter().map(|id| id.as_str().map(str::to_owned));
            let ids: Option<_> = ids.collect();
            ids.ok_or("its bodies or areas are not texts")?
        }
        Some(_) => return Err("its bodies or areas are not a list"),
    };
    if ids.iter().any(|id| id.is_empty() || !is_plain(id)) {
        return Err("an id of its bodies or areas is not plain");
    }
    Ok(ids)
}

fn is_plain(text: &str) -> bool {
    !text.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NOW: i64 = 1_795_000_000;

    fn mapping(role: &str, names: &[(&str, Role)]) -> Mapping {
        Mapping {
            issuer: "us".to_owned(),
            audience: "throughcare".to_owned(),
            role: role.to_owned(),
            bodies: "bodies".to_owned(),
            areas: "where.areas".to_owned(),
            role_names: names
                .iter()
                .map(|(name, role)| ((*name).to_owned(), *role))
                .collect(),
        }
    }

    fn viewer(mapping: &Mapping, change: Value) -> Result<Viewer, Reason> {
        let mut claims = json!({
            "iss": "us", "aud": "throughcare", "sub": "ann", "role": "analyst", "exp": NOW + 60,
        });
        let claims = claims.as_object_mut().unwrap();
        for (name, value) in change.as_object().unwrap() {
            claims.insert(name.clone(), value.clone());
        }
        let now = DateTime::from_timestamp(NOW, 0).unwrap();
        mapping.viewer(claims, now, TimeDelta::seconds(30))
    }

    fn role(mapping: &Mapping, change: Value) -> Option<Role> {
        viewer(mapping, change).ok().map(|viewer| viewer.role)
    }

    #[test]
    fn a_claim_is_found_by_its_name_before_its_path() {
        let path = mapping("realm.roles", &[]);
        let inside = json!({"realm": {"roles": ["offline", "analyst", "commissioner"]}});
        assert_eq!(role(&path, inside), Some(Role::Commissioner));
        let both = json!({"realm.roles": "public", "realm": {"roles": "admin"}});
        assert_eq!(role(&path, both), Some(Role::Public));
        let address = mapping("https://example.org/role", &[]);
        let claim = json!({"https://example.org/role": "admin"});
        assert_eq!(role(&address, claim), Some(Role::Admin));
        assert_eq!(role(&address, json!({})), None);
    }

    #[test]
    fn with_names_of_their_own_ours_mean_nothing() {
        let theirs = mapping(
            "role",
            &[("planner", Role::Commissioner), ("boss", Role::Admin)],
        );
        assert_eq!(
            role(&theirs, json!({"role": "planner"})),
            Some(Role::Commissioner)
        );
        assert_eq!(
            role(&theirs, json!({"role": ["planner", "boss"]})),
            Some(Role::Admin)
        );
        assert_eq!(role(&theirs, json!({"role": "admin"})), None);
    }

    #[test]
    fn ids_are_a_list_or_a_text() {
        let ours = mapping("role", &[]);
        let change =
            json!({"bodies": "body:a, body:b  E54000050", "where": {"areas": ["icb:QHM"]}});
        let viewer = viewer(&ours, change).unwrap();
        assert_eq!(
            viewer.bodies.into_iter().collect::<Vec<_>>(),
            ["E54000050", "body:a", "body:b"]
        );
        assert_eq!(viewer.areas.into_iter().collect::<Vec<_>>(), ["icb:QHM"]);
        for bad in [
            json!(1),
            json!({}),
            json!(null),
            json!([1]),
            json!([""]),
            json!("a\n"),
        ] {
            assert!(
                self::viewer(&ours, json!({ "bodies": bad })).is_err(),
                "{bad}"
            );
        }
    }

    #[test]
    fn times_are_compared_with_leeway() {
        let ours = mapping("role", &[]);
        let is_good = |change: Value| viewer(&ours, change).is_ok();
        assert!(is_good(json!({"exp": NOW - 29})));
        assert!(is_good(json!({"exp": NOW as f64 - 29.5})));
        assert!(!is_good(json!({"exp": NOW - 30})));
        assert!(is_good(json!({"nbf": NOW + 30, "iat": NOW + 30})));
        assert!(!is_good(json!({"nbf": NOW + 31})));
        assert!(!is_good(json!({"iat": NOW as f64 + 30.5})));
        for bad in [
            json!(null),
            json!("1"),
            json!(-1),
            json!(1e300),
            json!(u64::MAX),
            json!([]),
        ] {
            for name in ["exp", "nbf", "iat"] {
                assert!(!is_good(json!({ name: bad })), "{name} {bad}");
            }
        }
    }

    #[test]
    fn the_subject_is_short_and_plain() {
        let ours = mapping("role", &[]);
        let long = "é".repeat(200);
        assert_eq!(viewer(&ours, json!({"sub": long})).unwrap().actor, long);
        for bad in [
            json!("é".repeat(201)),
            json!(""),
            json!("a\u{0}b"),
            json!(7),
            json!(null),
        ] {
            assert!(viewer(&ours, json!({ "sub": bad })).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_token_is_for_us() {
        let ours = mapping("role", &[]);
        assert!(viewer(&ours, json!({"aud": ["other", "throughcare"]})).is_ok());
        for bad in [
            json!(["other"]),
            json!([]),
            json!(["throughcare", 1]),
            json!(null),
            json!("Throughcare"),
        ] {
            assert!(viewer(&ours, json!({ "aud": bad })).is_err(), "{bad}");
        }
        assert!(viewer(&ours, json!({"iss": ["us"]})).is_err());
    }

    #[test]
    fn an_id_token_is_for_one_client_and_one_sign_in() {
        let mapping = mapping("role", &[]);
        let check = |change: Value| {
            let mut claims = json!({
                "iss": "us", "aud": "dashboard", "exp": NOW + 60, "nonce": "n", "sub": "ann",
            });
            let claims = claims.as_object_mut().unwrap();
            for (name, value) in change.as_object().unwrap() {
                claims.insert(name.clone(), value.clone());
            }
            let now = DateTime::from_timestamp(NOW, 0).unwrap();
            mapping.is_of_sign_in(claims, "dashboard", "n", now, TimeDelta::zero())
        };
        assert_eq!(check(json!({})), Ok(()), "its role is another question");
        assert_eq!(
            check(json!({"aud": ["other", "dashboard"], "azp": "dashboard"})),
            Ok(())
        );
        for bad in [
            json!({"iss": "them"}),
            json!({"aud": "throughcare"}),
            json!({"aud": ["other", "dashboard"], "azp": "other"}),
            json!({"azp": null}),
            json!({"nonce": "m"}),
            json!({"nonce": null}),
            json!({"nonce": ["n"]}),
            json!({"exp": NOW}),
            json!({"iat": NOW + 1}),
        ] {
            assert!(check(bad.clone()).is_err(), "{bad}");
        }
    }
}
