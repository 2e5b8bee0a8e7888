//! What is said to the provider: where a browser is sent, and how a code becomes tokens
//! (RFC 6749 and 7636, OpenID Connect Core).

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use reqwest::{StatusCode, Url};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::super::fetch::post;
use crate::config;

/// Where a browser comes back to, under the address of this server.
const BACK: &str = "/sign-in/openid/back";

/// What the provider may say when it refuses.
const CODES: [&str; 15] = [
    "access_denied",
    "account_selection_required",
    "consent_required",
    "interaction_required",
    "invalid_client",
    "invalid_grant",
    "invalid_request",
    "invalid_scope",
    "login_required",
    "server_error",
    "temporarily_unavailable",
    "unauthorized_client",
    "unmet_authentication_requirements",
    "unsupported_grant_type",
    "unsupported_response_type",
];

/// The provider, as its settings name it.
pub struct Provider {
    settings: config::SignIn,
    back: Url,
}

/// What the provider gives for a code.
#[derive(Deserialize)]
pub struct Tokens {
    /// For programs such as this one; it may be of a kind that only the provider can read.
    #[serde(rename = "access_token")]
    pub access: String,
    /// Who signed in.
    #[serde(rename = "id_token")]
    pub id: Option<String>,
}

/// Why there are no tokens.
pub enum Unexchanged {
    /// The provider said no: its code.
    Denied(&'static str),
    /// It did not answer, or not with tokens: what went wrong, in words of ours.
    Failed(String),
}

#[derive(Deserialize)]
struct Refusal {
    error: String,
}

impl Provider {
    pub fn new(settings: &config::SignIn) -> Self {
        let mut back = settings.address.clone();
        back.set_path(BACK);
        let settings = settings.clone();
        Self { settings, back }
    }

    /// Where browsers reach this server.
    pub fn address(&self) -> &Url {
        &self.settings.address
    }

    /// What it calls this server.
    pub fn client_id(&self) -> &str {
        &self.settings.client_id
    }

    /// The page where somebody signs in, who comes back with this state and a code for whoever
    /// has the verifier.
    pub fn page(&self, state: &str, nonce: &str, verifier: &str) -> Url {
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier));
        let scopes = self.settings.scopes.join(" ");
        let mut page = self.settings.authorization_endpoint.clone();
        page.query_pairs_mut().extend_pairs([
            ("response_type", "code"),
            ("client_id", self.client_id()),
            ("redirect_uri", self.back.as_str()),
            ("scope", scopes.as_str()),
            ("state", state),
            ("nonce", nonce),
            ("code_challenge", challenge.as_str()),
            ("code_challenge_method", "S256"),
        ]);
        page
    }

    pub async fn exchange(&self, code: &str, verifier: &str) -> Result<Tokens, Unexchanged> {
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", self.back.as_str()),
            ("code_verifier", verifier),
        ];
        let secret = self.settings.client_secret.as_ref();
        let known_as = secret.map(|secret| (self.client_id(), secret.reveal()));
        if known_as.is_none() {
            form.push(("client_id", self.client_id()));
        }
        let (status, text) = post(&self.settings.token_endpoint, &form, known_as)
            .await
            .map_err(Unexchanged::Failed)?;
        // What it answers may hold a token: it is not repeated.
        if status == StatusCode::OK {
            return serde_json::from_str(&text).map_err(|_| {
                Unexchanged::Failed("what it answers is no token response".to_owned())
            });
        }
        match serde_json::from_str::<Refusal>(&text) {
            Ok(refusal) if status.is_client_error() => {
                Err(Unexchanged::Denied(known(&refusal.error)))
            }
            _ => Err(Unexchanged::Failed(format!("it answered {status}"))),
        }
    }
}

/// A code of the closed list: nothing that others write goes into the log.
pub fn known(code: &str) -> &'static str {
    CODES
        .into_iter()
        .find(|known| *known == code)
        .unwrap_or("something else")
}
