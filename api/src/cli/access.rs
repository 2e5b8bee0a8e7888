//! Options of access: whose tokens are believed, and the commands that make tokens and keys.

use chrono::TimeDelta;
use clap::Args;

use super::{CommonOptions, given};
use crate::{
    auth::{Role, life},
    config::layers::Texts,
};

pub(super) const TOKEN_EXAMPLES: &str = "\
Examples:
  throughcare token --role analyst
  throughcare token --role commissioner --body body:nhs-england --area E54000050 \\
      --subject ann --for 7d
  curl -H \"Authorization: Bearer $(throughcare token --role admin --for 5m)\" …";

pub(super) const KEYS_EXAMPLES: &str = "\
Examples:
  throughcare keys
      List the names of the keys, the one that signs first.
  throughcare keys --rotate
      Sign with a new key from now on. What the older have signed stays good.
  throughcare keys --retire 2026-11-22-5f3a09c1
      Refuse what this key has signed.
  throughcare keys --rotate --retire-old
      Refuse every token that was ever made here, as after a leak.

A running server takes up the change within seconds.";

/// Whose tokens are believed.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Access")]
pub struct AccessOptions {
    /// The file with this install's own keys, made if missing; none for no local tokens
    /// [default: throughcare.keys] [variable: THROUGHCARE_KEYS]
    ///
    /// By default it is beside a SQLite database, else in the working folder.
    #[arg(long, value_name = "FILE")]
    pub keys: Option<String>,
    /// The keys of an OpenID provider: a file or an https:// address
    /// [default: none] [variable: THROUGHCARE_JWKS]
    #[arg(long, value_name = "FILE|ADDRESS")]
    pub jwks: Option<String>,
    /// Seconds until that address is asked again
    /// [default: 300] [variable: THROUGHCARE_JWKS_SECONDS]
    #[arg(long, value_name = "SECONDS")]
    pub jwks_seconds: Option<String>,
    /// The `iss` of the provider's tokens [default: none] [variable: THROUGHCARE_ISSUER]
    #[arg(long, value_name = "NAME")]
    pub issuer: Option<String>,
    /// The name in `aud` that the provider has for this server
    /// [default: none] [variable: THROUGHCARE_AUDIENCE]
    #[arg(long, value_name = "NAME")]
    pub audience: Option<String>,
    /// The provider's claim that holds the role: its name, or a path with dots
    /// [default: throughcare_role] [variable: THROUGHCARE_ROLE_CLAIM]
    #[arg(long, value_name = "CLAIM")]
    pub role_claim: Option<String>,
    /// The claim that holds ids of bodies
    /// [default: throughcare_bodies] [variable: THROUGHCARE_BODIES_CLAIM]
    #[arg(long, value_name = "CLAIM")]
    pub bodies_claim: Option<String>,
    /// The claim that holds ids of areas
    /// [default: throughcare_areas] [variable: THROUGHCARE_AREAS_CLAIM]
    #[arg(long, value_name = "CLAIM")]
    pub areas_claim: Option<String>,
    /// The provider's names of our roles, such as planner=commissioner,boss=admin
    /// [default: none] [variable: THROUGHCARE_ROLE_NAMES]
    #[arg(long, value_name = "PAIRS")]
    pub role_names: Option<String>,
    /// Seconds that the issuer's clock and ours may differ
    /// [default: 30] [variable: THROUGHCARE_LEEWAY_SECONDS]
    #[arg(long, value_name = "SECONDS")]
    pub leeway_seconds: Option<String>,
}

/// Options of `token`.
#[derive(Args, Clone, Debug)]
pub struct TokenOptions {
    /// The options of every command.
    #[command(flatten)]
    pub common: CommonOptions,
    /// The file of the keys
    /// [default: throughcare.keys beside the database] [variable: THROUGHCARE_KEYS]
    #[arg(long, value_name = "FILE")]
    pub keys: Option<String>,
    /// The role: public, provider, analyst, commissioner or admin
    #[arg(long)]
    pub role: Role,
    /// A body to act for, by its id; may be given again
    #[arg(long, value_name = "ID")]
    pub body: Vec<String>,
    /// An area to act in, by its id or code; may be given again
    #[arg(long, value_name = "ID")]
    pub area: Vec<String>,
    /// How long it is good: a number with s, m, h or d, 31d at most
    #[arg(long = "for", value_name = "TIME", default_value = "12h", value_parser = life)]
    pub life: TimeDelta,
    /// Whose it is: the name that history keeps
    #[arg(long, value_name = "NAME", default_value = "local")]
    pub subject: String,
}

/// Options of `keys`.
#[derive(Args, Clone, Debug)]
pub struct KeysOptions {
    /// The options of every command.
    #[command(flatten)]
    pub common: CommonOptions,
    /// The file of the keys
    /// [default: throughcare.keys beside the database] [variable: THROUGHCARE_KEYS]
    #[arg(long, value_name = "FILE")]
    pub keys: Option<String>,
    /// Make a new key, which signs from now on
    #[arg(long)]
    pub rotate: bool,
    /// Take out the key of this name: what it has signed is refused
    #[arg(long, value_name = "KEY", conflicts_with = "retire_old")]
    pub retire: Option<String>,
    /// Take out every key but the one that signs
    #[arg(long)]
    pub retire_old: bool,
}

impl AccessOptions {
    pub(super) fn flags(self) -> Texts {
        let Self {
            keys,
            jwks,
            jwks_seconds,
            issuer,
            audience,
            role_claim,
            bodies_claim,
            areas_claim,
            role_names,
            leeway_seconds,
        } = self;
        given([
            ("keys", keys),
            ("jwks", jwks),
            ("jwks_seconds", jwks_seconds),
            ("issuer", issuer),
            ("audience", audience),
            ("role_claim", role_claim),
            ("bodies_claim", bodies_claim),
            ("areas_claim", areas_claim),
            ("role_names", role_names),
            ("leeway_seconds", leeway_seconds),
        ])
    }
}

impl TokenOptions {
    /// The flags that were given, by setting name.
    pub fn flags(&self) -> Texts {
        with_keys(self.common.clone(), self.keys.clone())
    }
}

impl KeysOptions {
    /// The flags that were given, by setting name.
    pub fn flags(&self) -> Texts {
        with_keys(self.common.clone(), self.keys.clone())
    }
}

fn with_keys(common: CommonOptions, keys: Option<String>) -> Texts {
    let mut flags = common.flags();
    flags.extend(given([("keys", keys)]));
    flags
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::{Cli, Command};

    fn told(arguments: &[&str]) -> String {
        let words = ["throughcare"].iter().chain(arguments);
        Cli::try_parse_from(words).unwrap_err().to_string()
    }

    #[test]
    fn a_token_is_asked_for_in_words() {
        let words = "throughcare token --role commissioner --body a --body b --area c --for 90m";
        let cli = Cli::try_parse_from(words.split(' ')).unwrap();
        let Some(Command::Token(options)) = cli.command else {
            panic!("not token")
        };
        assert_eq!(options.role, Role::Commissioner);
        assert_eq!(options.body, ["a", "b"]);
        assert_eq!(options.area, ["c"]);
        assert_eq!(options.life, TimeDelta::minutes(90));
        assert_eq!(options.subject, "local");
    }

    #[test]
    fn a_wrong_role_or_time_is_told_what_would_be_right() {
        let role = told(&["token", "--role", "boss"]);
        assert!(role.contains("use one of public, provider"), "{role}");
        let time = told(&["token", "--role", "admin", "--for", "99d"]);
        assert!(time.contains("31 days at most"), "{time}");
        assert!(told(&["token"]).contains("--role"));
    }
}
