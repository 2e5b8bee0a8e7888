//! Whose tokens are believed, and what they mean.

use std::{collections::BTreeMap, fmt, path::PathBuf};

use chrono::TimeDelta;
use reqwest::Url;

use super::{
    Database,
    fault::Wrong,
    layers::{Layers, Source},
    limits::whole,
    setting::Setting,
};
use crate::auth::{Mapping, Role};

/// The file of the local keys.
pub const KEYS: Setting = Setting::within("auth", "keys", "throughcare.keys");
/// Where an OpenID provider's keys are.
pub const JWKS: Setting = Setting::within("auth", "jwks", "none");
/// How often its address is asked.
pub const JWKS_SECONDS: Setting = Setting::within("auth", "jwks_seconds", "300");
/// The provider's name.
pub const ISSUER: Setting = Setting::within("auth", "issuer", "none");
/// Our name at the provider.
pub const AUDIENCE: Setting = Setting::within("auth", "audience", "none");
/// The claim of the role.
pub const ROLE_CLAIM: Setting = Setting::within("auth", "role_claim", "throughcare_role");
/// The claim of the bodies.
pub const BODIES_CLAIM: Setting = Setting::within("auth", "bodies_claim", "throughcare_bodies");
/// The claim of the areas.
pub const AREAS_CLAIM: Setting = Setting::within("auth", "areas_claim", "throughcare_areas");
/// The provider's names of roles.
pub const ROLE_NAMES: Setting = Setting::within("auth", "role_names", "none");
/// How far clocks may differ.
pub const LEEWAY_SECONDS: Setting = Setting::within("auth", "leeway_seconds", "30");

/// What stands for nothing, where there may be nothing.
const NONE: &str = "none";

/// Whose tokens are believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Auth {
    /// The file of the local keys; `None`: there are no local tokens.
    pub keys: Option<PathBuf>,
    /// An OpenID provider; `None`: its settings were not given.
    pub provider: Option<Provider>,
    /// How far our clock and the issuer's may differ.
    pub leeway: TimeDelta,
}

/// An OpenID provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider {
    /// Where its keys are.
    pub jwks: JwksSource,
    /// How often an address is asked.
    pub every: TimeDelta,
    /// What its claims mean.
    pub mapping: Mapping,
}

/// Where keys are published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JwksSource {
    /// In a file.
    File(PathBuf),
    /// At an address: https, or http on this machine.
    Address(Url),
}

impl fmt::Display for JwksSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            // Without parameters: they may hold a secret.
            Self::Address(url) => {
                let host = url.host_str().unwrap_or_default();
                write!(f, "{}://{host}{}", url.scheme(), url.path())
            }
        }
    }
}

impl Auth {
    pub(super) fn read(layers: &mut Layers, database: &Database) -> Self {
        Self {
            keys: keys(layers, database),
            provider: provider(layers),
            leeway: TimeDelta::seconds(whole(layers, &LEEWAY_SECONDS, 0..=300)),
        }
    }
}

/// By default beside the database, which is the other thing that an install keeps.
fn keys(layers: &mut Layers, database: &Database) -> Option<PathBuf> {
    let (_, source) = layers.find(&KEYS);
    let path = layers.read(&KEYS, |text| match text {
        "" => Err(Wrong::new(
            "is empty",
            "a file, or none for no local tokens",
        )),
        NONE => Ok(None),
        text if PathBuf::from(text).is_dir() => Err(Wrong::new(
            format!("is {text:?}, which is a folder"),
            "a file, or none for no local tokens",
        )),
        text => Ok(Some(PathBuf::from(text))),
    });
    match (source, database.folder()) {
        (Source::Default, Some(folder)) => path.map(|path| folder.join(path)),
        _ => path,
    }
}

fn provider(layers: &mut Layers) -> Option<Provider> {
    let jwks = layers.read(&JWKS, jwks);
    let every = TimeDelta::seconds(whole(layers, &JWKS_SECONDS, 30..=86_400));
    let issuer = layers.read(&ISSUER, optional);
    let audience = layers.read(&AUDIENCE, optional);
    let role = layers.read(&ROLE_CLAIM, claim);
    let bodies = layers.read(&BODIES_CLAIM, claim);
    let areas = layers.read(&AREAS_CLAIM, claim);
    let role_names = layers.read(&ROLE_NAMES, role_names);
    let is_given = |setting| layers.find(setting).1 != Source::Default;
    let needed = [
        (
            &JWKS,
            "the file or the https address of the provider's keys",
        ),
        (&ISSUER, "the `iss` of the provider's tokens"),
        (
            &AUDIENCE,
            "the name in `aud` that the provider has for this server",
        ),
    ];
    let given = needed.iter().filter(|(setting, _)| is_given(setting));
    if let Some((other, _)) = given.clone().next() {
        let missing: Vec<_> = needed
            .iter()
            .filter(|(setting, _)| !is_given(setting))
            .collect();
        let (other, right) = (other.key(), "; the three are given together");
        for (setting, what) in missing {
            let wrong = Wrong::new(
                format!("is not set, and {other} is"),
                format!("{what}{right}"),
            );
            layers.refuse(setting, Source::Default, wrong);
        }
    }
    Some(Provider {
        jwks: jwks?,
        every,
        mapping: Mapping {
            issuer: issuer?,
            audience: audience?,
            role,
            bodies,
            areas,
            role_names,
        },
    })
}

fn optional(text: &str) -> Result<Option<String>, Wrong> {
    match text {
        NONE => Ok(None),
        text if text.is_empty() || text.contains(char::is_whitespace) => Err(Wrong::new(
            format!("is {text:?}, which is empty or has spaces"),
            "the name exactly as the provider's tokens have it",
        )),
        text => Ok(Some(text.to_owned())),
    }
}

fn claim(text: &str) -> Result<String, Wrong> {
    if text.is_empty() {
        let right = "the name of a claim, or a path such as realm_access.roles";
        return Err(Wrong::new("is empty", right));
    }
    Ok(text.to_owned())
}

fn jwks(text: &str) -> Result<Option<JwksSource>, Wrong> {
    let right = "a file, or an https:// address without a password; http:// for this machine only";
    match text {
        "" => Err(Wrong::new("is empty", right)),
        NONE => Ok(None),
        text if !text.contains("://") => Ok(Some(JwksSource::File(PathBuf::from(text)))),
        text => safe_address(text, right).map(|url| Some(JwksSource::Address(url))),
    }
}

/// An address on whose way nobody can change or read what is said: https, or http on this machine.
pub(super) fn safe_address(text: &str, right: &str) -> Result<Url, Wrong> {
    // The address is not repeated: it may hold a password.
    let url: Url = text
        .parse()
        .map_err(|_| Wrong::new("is not an address", right))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Wrong::new("has a name or a password in its address", right));
    }
    let is_here = match url.host_str() {
        Some("localhost" | "[::1]") => true,
        Some(host) => host
            .parse::<std::net::Ipv4Addr>()
            .is_ok_and(|address| address.is_loopback()),
        None => false,
    };
    match url.scheme() {
        "https" => Ok(url),
        "http" if is_here => Ok(url),
        "http" => Err(Wrong::new(
            "is an http:// address of another machine, where anybody between could change what is \
             said",
            right,
        )),
        scheme => Err(Wrong::new(format!("begins with {scheme}:"), right)),
    }
}

fn role_names(text: &str) -> Result<BTreeMap<String, Role>, Wrong> {
    let right = "pairs such as planner=commissioner, boss=admin";
    let mut names = BTreeMap::new();
    if text == NONE {
        return Ok(names);
    }
    for pair in text.split(',').map(str::trim) {
        let (theirs, ours) = pair
            .rsplit_once('=')
            .map(|(theirs, ours)| (theirs.trim(), ours.trim()))
            .filter(|(theirs, _)| !theirs.is_empty())
            .ok_or_else(|| Wrong::new(format!("has {pair:?}, which is no pair"), right))?;
        let role = ours
            .parse()
            .map_err(|error| Wrong::new(format!("has {pair:?}: {error}"), right))?;
        if names.insert(theirs.to_owned(), role).is_some() {
            return Err(Wrong::new(format!("has {theirs:?} twice"), right));
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_from_a_file_or_over_a_safe_way() {
        for text in [
            "provider.json",
            "/etc/keys.json",
            "https://id.example.org/certs?tenant=1",
            "http://localhost:8180/certs",
            "http://127.0.0.1/certs",
            "http://[::1]:8180/certs",
        ] {
            assert!(jwks(text).unwrap().is_some(), "{text}");
        }
        assert_eq!(jwks("none"), Ok(None));
        for text in [
            "",
            "http://id.example.org/certs",
            "http://localhost.example.org/certs",
            "https://ann:s3cret@id.example.org/certs",
            "ftp://id.example.org/certs",
            "https://",
        ] {
            let wrong = jwks(text).unwrap_err();
            assert!(!wrong.wrong.contains("s3cret"), "{text}: {}", wrong.wrong);
        }
    }

    #[test]
    fn an_address_is_printed_without_its_parameters() {
        let source = jwks("https://id.example.org/certs?code=s3cret").unwrap();
        assert_eq!(source.unwrap().to_string(), "https://id.example.org/certs");
    }

    #[test]
    fn role_names_are_pairs() {
        let names = role_names("a=b=admin,planner = commissioner").unwrap();
        assert_eq!(names["a=b"], Role::Admin);
        assert_eq!(names["planner"], Role::Commissioner);
        for text in [
            "",
            "planner",
            "=admin",
            "planner=boss",
            "a=admin,a=public",
            "a=admin,",
        ] {
            assert!(role_names(text).is_err(), "{text:?}");
        }
    }
}
