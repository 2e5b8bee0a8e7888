//! Who may say who somebody is: the keys of this install, and those of an OpenID provider.

use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;
use chrono::{DateTime, TimeDelta, Utc};
use ring::rand::SecureRandom;
use serde_json::{Map, Value};

use super::{
    Viewer,
    claims::Mapping,
    crypto,
    jwks::{Key, KeySet},
    key_file::{KeyFile, KeyFileError},
    keys::LocalKeys,
    mint,
    provider::Provider,
    token::{self, Reason},
};
use crate::config::Auth;

/// A token, or what stands in its place, that is not good. Why is in the log at `debug` and told
/// to nobody: whoever tries tokens learns nothing from one answer that another does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The token is not good.")]
pub struct Refused;

/// Says who asks. It reads the time from its arguments and keys from memory, so that asking is
/// cheap and never waits.
#[derive(Debug)]
pub struct Authority {
    local: Option<Local>,
    provider: Option<(Mapping, Provider)>,
    leeway: TimeDelta,
}

#[derive(Debug)]
struct Local {
    file: KeyFile,
    mapping: Mapping,
    set: ArcSwap<KeySet>,
    past: Mutex<Past>,
}

#[derive(Debug)]
struct Past {
    keys: LocalKeys,
    is_in_trouble: bool,
}

impl Authority {
    /// Opens the local key file, which is made where it is missing. The provider's keys come with
    /// the first [`Self::refresh`].
    ///
    /// # Errors
    ///
    /// When the key file cannot be used.
    pub fn open(
        settings: &Auth,
        random: &dyn SecureRandom,
        now: DateTime<Utc>,
    ) -> Result<Self, KeyFileError> {
        crypto::install();
        let local = match &settings.keys {
            Some(path) => Some(Local::open(KeyFile::at(path), random, now)?),
            None => None,
        };
        let provider = settings.provider.as_ref().map(|provider| {
            let keys = Provider::new(provider.jwks.clone(), provider.every);
            (provider.mapping.clone(), keys)
        });
        Ok(Self {
            local,
            provider,
            leeway: settings.leeway,
        })
    }

    /// Knows no keys: every token is refused, and everybody without one is the public.
    pub fn closed() -> Self {
        Self {
            local: None,
            provider: None,
            leeway: TimeDelta::zero(),
        }
    }

    /// Whoever sends a request with this `Authorization`; the public if there is none.
    ///
    /// # Errors
    ///
    /// When it is anything but a good bearer token.
    pub fn viewer(
        &self,
        authorization: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<Viewer, Refused> {
        match authorization.map(|text| text.split_once(' ')) {
            None => Ok(Viewer::public()),
            Some(Some((scheme, token))) if scheme.eq_ignore_ascii_case("bearer") => {
                self.viewer_of_token(token, now)
            }
            Some(_) => Err(refuse("it is not a bearer token")),
        }
    }

    /// Whoever brings this token.
    ///
    /// # Errors
    ///
    /// When it is not good, now.
    pub fn viewer_of_token(&self, token: &str, now: DateTime<Utc>) -> Result<Viewer, Refused> {
        self.check(token, now).map_err(refuse)
    }

    /// Takes up keys that have changed. Called every second, and cheap when nothing is due; only
    /// an address that does not answer holds it up, for 10 seconds at most.
    pub async fn refresh(&self, now: DateTime<Utc>) {
        if let Some(local) = &self.local {
            local.refresh();
        }
        if let Some((_, provider)) = &self.provider {
            provider.refresh(now).await;
        }
    }

    /// The name of the OpenID provider, if there is one.
    pub(super) fn issuer(&self) -> Option<&str> {
        let (mapping, _) = self.provider.as_ref()?;
        Some(&mapping.issuer)
    }

    /// Whether the provider has made an ID token for this client in the sign-in of this nonce.
    pub(super) fn check_id_token(
        &self,
        token: &str,
        client: &str,
        nonce: &str,
        now: DateTime<Utc>,
    ) -> Result<(), Reason> {
        let (mapping, claims) = self.signed(token)?;
        let provider = self.provider.as_ref().map(|(mapping, _)| mapping);
        if !provider.is_some_and(|provider| std::ptr::eq(provider, mapping)) {
            return Err("it is not signed by the provider");
        }
        mapping.is_of_sign_in(&claims, client, nonce, now, self.leeway)
    }

    /// Whoever brings this token, or why it is not good.
    pub(super) fn check(&self, token: &str, now: DateTime<Utc>) -> Result<Viewer, Reason> {
        let (mapping, claims) = self.signed(token)?;
        mapping.viewer(&claims, now, self.leeway)
    }

    /// The claims of a token whose signature is good, and what they mean.
    fn signed(&self, token: &str) -> Result<(&Mapping, Map<String, Value>), Reason> {
        let header = token::header(token)?;
        let (mapping, key) = self.find(&header.kid)?;
        // The key says what it is for. The token has no say in it.
        if key.algorithm != header.algorithm {
            return Err("its key is for another algorithm");
        }
        Ok((mapping, token::claims(token, &key)?))
    }

    /// The one key of that name, and what its tokens mean.
    fn find(&self, kid: &str) -> Result<(&Mapping, Key), Reason> {
        let local = self.local.iter();
        let local = local.map(|local| (&local.mapping, local.set.load_full()));
        let provider = self.provider.iter();
        let provider = provider.map(|(mapping, provider)| (mapping, provider.keys()));
        let mut found = Vec::new();
        for (mapping, set) in local.chain(provider) {
            found.extend(set.named(kid).map(|key| (mapping, key.clone())));
        }
        match (found.pop(), found.is_empty()) {
            (Some(found), true) => Ok(found),
            (Some(_), false) => Err("several keys have the name that it gives"),
            (None, _) => {
                if let Some((_, provider)) = &self.provider {
                    provider.want();
                }
                Err("no key has the name that it gives")
            }
        }
    }
}

impl Local {
    fn open(
        file: KeyFile,
        random: &dyn SecureRandom,
        now: DateTime<Utc>,
    ) -> Result<Self, KeyFileError> {
        let (keys, is_new) = file.read_or_make(random, now)?;
        if is_new {
            let path = file.path().display();
            tracing::info!(%path, "Made a key for local tokens in {path}");
        }
        let past = Past {
            keys: keys.clone(),
            is_in_trouble: false,
        };
        Ok(Self {
            file,
            mapping: mint::mapping(),
            set: ArcSwap::from_pointee(keys.key_set()),
            past: Mutex::new(past),
        })
    }

    /// Reads the file, which is a few hundred bytes. One that cannot be used changes nothing.
    fn refresh(&self) {
        let mut past = self.past.lock().unwrap_or_else(PoisonError::into_inner);
        match self.file.read() {
            Ok(keys) => {
                past.is_in_trouble = false;
                if keys != past.keys {
                    self.set.store(Arc::new(keys.key_set()));
                    past.keys = keys;
                    let path = self.file.path().display();
                    tracing::info!(%path, "Took up the keys of {path}");
                }
            }
            Err(error) if !past.is_in_trouble => {
                past.is_in_trouble = true;
                tracing::warn!(%error, "Going on with the keys from before: {error}");
            }
            Err(_) => {}
        }
    }
}

fn refuse(reason: Reason) -> Refused {
    tracing::debug!(reason, "Refused a token: {reason}");
    Refused
}
