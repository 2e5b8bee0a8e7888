//! Options of signing in to the dashboard.

use clap::Args;

use super::given;
use crate::config::layers::Texts;

/// Signing in to the dashboard through an OpenID provider.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Sign-in to the dashboard")]
pub struct SignInOptions {
    /// Where browsers reach this server, such as `https://care.example`
    /// [default: none] [variable: THROUGHCARE_SIGN_IN_ADDRESS]
    #[arg(long, value_name = "ADDRESS")]
    pub sign_in_address: Option<String>,
    /// Where the OpenID provider signs people in
    /// [default: none] [variable: THROUGHCARE_SIGN_IN_AUTHORIZATION_ENDPOINT]
    #[arg(long, value_name = "ADDRESS")]
    pub sign_in_authorization_endpoint: Option<String>,
    /// Where it gives tokens
    /// [default: none] [variable: THROUGHCARE_SIGN_IN_TOKEN_ENDPOINT]
    #[arg(long, value_name = "ADDRESS")]
    pub sign_in_token_endpoint: Option<String>,
    /// What it calls this server [default: none] [variable: THROUGHCARE_SIGN_IN_CLIENT_ID]
    #[arg(long, value_name = "NAME")]
    pub sign_in_client_id: Option<String>,
    /// By what it knows it [default: none] [variable: THROUGHCARE_SIGN_IN_CLIENT_SECRET]
    ///
    /// Better given in the variable or in the file: other users of the machine can see a
    /// command line.
    #[arg(long, value_name = "SECRET")]
    pub sign_in_client_secret: Option<String>,
    /// What is asked of it, openid among it
    /// [default: openid] [variable: THROUGHCARE_SIGN_IN_SCOPES]
    #[arg(long, value_name = "SCOPES")]
    pub sign_in_scopes: Option<String>,
}

impl SignInOptions {
    /// The flags that were given, by setting name.
    pub(super) fn flags(self) -> Texts {
        given([
            ("sign_in_address", self.sign_in_address),
            (
                "sign_in_authorization_endpoint",
                self.sign_in_authorization_endpoint,
            ),
            ("sign_in_token_endpoint", self.sign_in_token_endpoint),
            ("sign_in_client_id", self.sign_in_client_id),
            ("sign_in_client_secret", self.sign_in_client_secret),
            ("sign_in_scopes", self.sign_in_scopes),
        ])
    }
}
