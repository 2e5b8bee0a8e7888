//! Signing in to the dashboard through an OpenID provider.

use std::fmt;

use reqwest::Url;

use super::{
    Auth, auth,
    auth::safe_address,
    fault::Wrong,
    layers::{Layers, Source},
    setting::Setting,
};

/// Where browsers reach this server.
pub const ADDRESS: Setting =
    Setting::within("sign_in", "address", "none").called("sign_in_address");
/// Where the provider signs people in.
pub const AUTHORIZATION_ENDPOINT: Setting =
    Setting::within("sign_in", "authorization_endpoint", "none")
        .called("sign_in_authorization_endpoint");
/// Where the provider gives tokens.
pub const TOKEN_ENDPOINT: Setting =
    Setting::within("sign_in", "token_endpoint", "none").called("sign_in_token_endpoint");
/// What the provider calls this server.
pub const CLIENT_ID: Setting =
    Setting::within("sign_in", "client_id", "none").called("sign_in_client_id");
/// By what the provider knows it.
pub const CLIENT_SECRET: Setting =
    Setting::within("sign_in", "client_secret", "").called("sign_in_client_secret");
/// What is asked of the provider.
pub const SCOPES: Setting = Setting::within("sign_in", "scopes", "openid").called("sign_in_scopes");

/// What stands for nothing, where there may be nothing.
const NONE: &str = "none";

/// Signing in to the dashboard through an OpenID provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// Where browsers reach this server: scheme, host and port.
    pub address: Url,
    /// Where the provider signs people in.
    pub authorization_endpoint: Url,
    /// Where the provider gives tokens for codes.
    pub token_endpoint: Url,
    /// What the provider calls this server.
    pub client_id: String,
    /// By what the provider knows it; `None`: the provider asks for none.
    pub client_secret: Option<Secret>,
    /// What is asked of the provider, `openid` among it.
    pub scopes: Vec<String>,
}

/// A text that is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The text itself: for the provider only.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl SignIn {
    /// `None`: nobody signs in that way, since none of the four that it takes was given.
    pub(super) fn read(layers: &mut Layers, auth: &Auth) -> Option<Self> {
        let address = layers.read(&ADDRESS, own_address);
        let authorization_endpoint = layers.read(&AUTHORIZATION_ENDPOINT, endpoint);
        let token_endpoint = layers.read(&TOKEN_ENDPOINT, endpoint);
        let client_id = layers.read(&CLIENT_ID, |text| match text {
            NONE => Ok(None),
            "" => Err(Wrong::new(
                "is empty",
                "the name of this server at the provider",
            )),
            text => Ok(Some(text.to_owned())),
        });
        let client_secret = layers.read(&CLIENT_SECRET, |text| {
            Ok((!text.is_empty()).then(|| Secret(text.to_owned())))
        });
        let scopes = layers.read(&SCOPES, scopes);
        whole(layers, auth);
        Some(Self {
            address: address?,
            authorization_endpoint: authorization_endpoint?,
            token_endpoint: token_endpoint?,
            client_id: client_id?,
            client_secret,
            scopes,
        })
    }
}

/// All that it takes is there, or none of it.
fn whole(layers: &mut Layers, auth: &Auth) {
    let needed = [
        (
            &ADDRESS,
            "where browsers reach this server, such as https://care.example",
        ),
        (
            &AUTHORIZATION_ENDPOINT,
            "the https address where the provider signs people in",
        ),
        (
            &TOKEN_ENDPOINT,
            "the https address where the provider gives tokens",
        ),
        (&CLIENT_ID, "the name of this server at the provider"),
    ];
    let is_given = |layers: &Layers, setting| layers.find(setting).1 != Source::Default;
    let Some((other, _)) = needed.iter().find(|(setting, _)| is_given(layers, setting)) else {
        return;
    };
    for (setting, right) in &needed {
        if !is_given(layers, setting) {
            let wrong = format!("is not set, and {} is", other.key());
            let right = format!("{right}; the four of sign_in are given together");
            layers.refuse(setting, Source::Default, Wrong::new(wrong, right));
        }
    }
    if auth.provider.is_none() && !is_given(layers, &auth::JWKS) {
        let wrong = format!("is not set, and {} is", other.key());
        let right = "the keys of that provider, with auth.issuer and auth.audience: its tokens \
                     are checked as any others";
        layers.refuse(&auth::JWKS, Source::Default, Wrong::new(wrong, right));
    }
}

fn endpoint(text: &str) -> Result<Option<Url>, Wrong> {
    let right = "an https:// address without a password; http:// for this machine only";
    match text {
        NONE => Ok(None),
        text => safe_address(text, right).map(Some),
    }
}

fn own_address(text: &str) -> Result<Option<Url>, Wrong> {
    let right = "where browsers reach this server, without a path: https://care.example, or \
                 http://localhost:8080 for this machine only";
    if text == NONE {
        return Ok(None);
    }
    let address = safe_address(text, right)?;
    if address.path() != "/" || address.query().is_some() || address.fragment().is_some() {
        return Err(Wrong::new("has more than a host and a port", right));
    }
    Ok(Some(address))
}

fn scopes(text: &str) -> Result<Vec<String>, Wrong> {
    let scopes: Vec<String> = text
        .split([' ', ','])
        .filter(|scope| !scope.is_empty())
        .map(str::to_owned)
        .collect();
    if !scopes.iter().any(|scope| scope == "openid") {
        return Err(Wrong::new(
            format!("is {text:?}"),
            "openid, and others with spaces or commas between: openid profile",
        ));
    }
    Ok(scopes)
}
