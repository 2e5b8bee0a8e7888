//! Signing in through an OpenID provider: the authorization code flow with PKCE. The server does
//! all of it, so that a page loads nothing from elsewhere and is given the token once.

mod exchange;
mod waiting;

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use reqwest::Url;
use ring::rand::{SecureRandom, SystemRandom};
use serde::Deserialize;

use self::{
    exchange::{Provider, Tokens, Unexchanged},
    waiting::{Person, Waiting},
};
use super::{Authority, claims::NO_ROLE, token::Reason};
use crate::{clock::Clock, config};

pub use self::waiting::Arrived;

/// How long somebody may take at the provider.
pub const PATIENCE: TimeDelta = TimeDelta::minutes(10);
/// How long a token waits for the page that fetches it.
const FOR_PAGE: TimeDelta = TimeDelta::minutes(1);

/// Signs people in through one provider.
pub struct SignIn {
    provider: Provider,
    authority: Arc<Authority>,
    clock: Arc<dyn Clock>,
    random: SystemRandom,
    waiting: Mutex<Waiting>,
}

/// Where a browser is sent, and what it is known by when it comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The provider's page.
    pub to: Url,
    /// The secret that only this browser has, for a cookie.
    pub browser: String,
}

/// What the provider sends a browser back with.
#[derive(Debug, Default, Deserialize)]
pub struct Answer {
    state: Option<String>,
    code: Option<String>,
    error: Option<String>,
    iss: Option<String>,
}

/// Why nobody was signed in, and the page that they came from, if that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotSignedIn {
    /// Why.
    pub why: Why,
    /// An address of ours.
    pub back: Option<String>,
}

/// Why nobody was signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was not begun in this browser, or too long ago, or it has been answered before.
    Stale,
    /// The provider said no.
    Denied,
    /// The provider knows the person and gives them no role here.
    NoRole,
    /// The provider's token is not good.
    BadToken,
    /// The provider does not answer, or what it answers is no token.
    Unreachable,
}

impl Why {
    /// Its name in the address of the page that tells of it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::Denied => "denied",
            Self::NoRole => "role",
            Self::BadToken => "token",
            Self::Unreachable => "unreachable",
        }
    }
}

/// The machine gives no randomness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the machine gives no randomness")]
pub struct NoRandomness;

impl SignIn {
    /// Signs people in as these settings say. What their tokens are worth, `authority` says.
    pub fn new(
        settings: &config::SignIn,
        authority: Arc<Authority>,
        clock: Arc<dyn Clock>,
        random: SystemRandom,
    ) -> Self {
        Self {
            provider: Provider::new(settings),
            authority,
            clock,
            random,
            waiting: Mutex::default(),
        }
    }

    /// Where browsers reach this server.
    pub fn address(&self) -> &Url {
        self.provider.address()
    }

    /// Begins. `browser` is what this browser is known by already, `back` the page of ours to go
    /// to afterwards.
    ///
    /// # Errors
    ///
    /// When the machine gives no randomness.
    pub fn begin(&self, browser: Option<&str>, back: String) -> Result<Sent, NoRandomness> {
        let (state, nonce, verifier) = (self.secret()?, self.secret()?, self.secret()?);
        let to = self.provider.page(&state, &nonce, &verifier);
        let fresh = self.secret()?;
        let now = self.clock.now();
        let mut waiting = self.waiting();
        // Two tabs of one browser may be on their way at one time.
        let browser = browser
            .filter(|browser| waiting.knows(browser, now))
            .map_or(fresh, str::to_owned);
        let person = Person {
            nonce,
            verifier,
            back,
        };
        waiting.leaves(&state, &browser, person, now + PATIENCE);
        Ok(Sent { to, browser })
    }

    /// Somebody comes back from the provider. Their token waits for the page; see
    /// [`Self::collect`].
    ///
    /// # Errors
    ///
    /// When they are not signed in.
    pub async fn finish(&self, browser: Option<&str>, answer: Answer) -> Result<(), NotSignedIn> {
        let now = self.clock.now();
        let found = browser
            .zip(answer.state.as_deref())
            .and_then(|(browser, state)| {
                let person = self.waiting().comes_back(state, browser, now)?;
                Some((browser, person))
            });
        let Some((browser, person)) = found else {
            tracing::info!(
                "Nobody waits for the answer of a sign-in: it is too late, or not theirs"
            );
            return Err(NotSignedIn {
                why: Why::Stale,
                back: None,
            });
        };
        match self.token(&person, answer).await {
            Ok(token) => {
                let back = person.back;
                let until = self.clock.now() + FOR_PAGE;
                self.waiting()
                    .arrives(browser, Arrived { token, back }, until);
                Ok(())
            }
            Err(Refused { why, reason }) => {
                // Words of ours and codes of a closed list: no token, no code, no name.
                tracing::warn!(reason, "Nobody was signed in: {reason}");
                Err(NotSignedIn {
                    why,
                    back: Some(person.back),
                })
            }
        }
    }

    /// What came for this browser, once.
    pub fn collect(&self, browser: Option<&str>) -> Option<Arrived> {
        let now = self.clock.now();
        self.waiting().is_fetched(browser?, now)
    }

    async fn token(&self, person: &Person, answer: Answer) -> Result<String, Refused> {
        let issuer = self.authority.issuer();
        if answer.iss.is_some() && answer.iss.as_deref() != issuer {
            return Err(Refused::new(Why::BadToken, "another provider answered"));
        }
        let code = match (answer.error, answer.code) {
            (Some(error), _) => {
                let reason = format!("the provider said {}", exchange::known(&error));
                return Err(Refused::new(Why::Denied, reason));
            }
            (None, Some(code)) => code,
            (None, None) => return Err(Refused::new(Why::Denied, "the provider gave no code")),
        };
        let tokens = self.provider.exchange(&code, &person.verifier).await?;
        self.good(tokens, &person.nonce)
    }

    /// The token for the page: the access token if it is one for us, else the ID token, which is
    /// checked in either case.
    fn good(&self, tokens: Tokens, nonce: &str) -> Result<String, Refused> {
        let now = self.clock.now();
        let bad = |reason| Refused::new(Why::BadToken, format!("of the ID token: {reason}"));
        let id = tokens.id.ok_or_else(|| bad("there is none"))?;
        self.authority
            .check_id_token(&id, self.provider.client_id(), nonce, now)
            .map_err(bad)?;
        let access = self.authority.check(&tokens.access, now);
        let outcomes = match access {
            Ok(_) => return Ok(tokens.access),
            Err(of_access) => match self.authority.check(&id, now) {
                Ok(_) => return Ok(id),
                Err(of_id) => [of_access, of_id],
            },
        };
        let lacks_role = |reason: &Reason| *reason == NO_ROLE;
        let why = if outcomes.iter().any(lacks_role) {
            Why::NoRole
        } else {
            Why::BadToken
        };
        let [of_access, of_id] = outcomes;
        let reason = format!("of the access token: {of_access}; of the ID token: {of_id}");
        Err(Refused::new(why, reason))
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// 256 bits that nobody can guess, in letters that an address can hold.
    fn secret(&self) -> Result<String, NoRandomness> {
        let mut bytes = [0; 32];
        self.random.fill(&mut bytes).map_err(|_| NoRandomness)?;
        Ok(URL_SAFE_NO_PAD.encode(bytes))
    }
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignIn").finish_non_exhaustive()
    }
}

/// Why, for the person and for the log.
struct Refused {
    why: Why,
    reason: String,
}

impl Refused {
    fn new(why: Why, reason: impl Into<String>) -> Self {
        let reason = reason.into();
        Self { why, reason }
    }
}

impl From<Unexchanged> for Refused {
    fn from(wrong: Unexchanged) -> Self {
        match wrong {
            Unexchanged::Denied(code) => Self::new(
                Why::Denied,
                format!("the provider gave no token and said {code}"),
            ),
            Unexchanged::Failed(wrong) => {
                let reason = format!("the provider's token endpoint cannot be asked: {wrong}");
                Self::new(Why::Unreachable, reason)
            }
        }
    }
}
