//! The command line. Values stay text here: `config` reads them together with the
//! variables and the file, so that every fault is told at once.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::config::layers::Texts;

mod access;
mod entry;
mod sign_in;

pub use self::access::{AccessOptions, KeysOptions, TokenOptions};
use self::access::{KEYS_EXAMPLES, TOKEN_EXAMPLES};
use self::entry::DOCUMENTS_EXAMPLES;
pub use self::entry::EntryOptions;
pub use self::sign_in::SignInOptions;

const EXAMPLES: &str = "\
Examples:
  throughcare
      Serve on http://127.0.0.1:8080 with the file throughcare.db, which is made
      and filled with the starter register on the first start.
  throughcare --bind 0.0.0.0:8080 --database postgres://care@db/care
      Serve every network, from PostgreSQL. Give the password in a variable:
      THROUGHCARE_DATABASE=postgres://care:password@db/care
  throughcare schema > schema.graphql
      Write the GraphQL schema.

A setting is taken from its flag, else from its variable, else from the file of
--config, else it has its default. docs/SETTINGS.md lists all of them.

Exit codes: 0 done, 1 failed, 2 a setting or an argument is wrong.";

const SERVE_EXAMPLES: &str = "\
Examples:
  throughcare serve
  throughcare serve --bind 127.0.0.1:0
      Take any free port; the line `Listening on http://…` names it.
  throughcare serve --config /etc/throughcare.toml --log info,throughcare=debug
  THROUGHCARE_REQUEST_SECONDS=5 throughcare serve

SIGTERM and SIGINT (Ctrl+C) stop it: the requests in hand are finished first.";

const MIGRATE_EXAMPLES: &str = "\
Examples:
  throughcare migrate
  throughcare migrate --database postgres://care@db/care";

const LOAD_EXAMPLES: &str = "\
Examples:
  throughcare load
      After an update: rows of the starter register that are new or changed are
      written, and rows that somebody has edited since are kept.
  throughcare load --database /var/lib/throughcare/care.db";

const BACKUP_EXAMPLES: &str = "\
Examples:
  throughcare backup care-monday.db
  throughcare backup --force --database /var/lib/throughcare/care.db latest.db

The server may go on serving. FILE is whole or not there: it is checked before it
gets its name. PostgreSQL has pg_dump for this.";

const RESTORE_EXAMPLES: &str = "\
Examples:
  throughcare restore care-monday.db
      Check the file and say what would be replaced; replace only a database that
      is not there or holds nothing.
  throughcare restore --yes care-monday.db
      Replace it. A server that serves the database goes on, and answers from what
      was restored within a second or so.

PostgreSQL has pg_restore for this.";

const SCHEMA_EXAMPLES: &str = "\
Examples:
  throughcare schema > schema.graphql
  throughcare schema | grep 'type Query' -A 20";

const POLICY_EXAMPLES: &str = "\
Examples:
  throughcare policy > docs/POLICY.md
  throughcare policy | grep Mutation";

/// Where mental-health provision in the justice system of England and Wales is
/// commissioned, where it is not, and where nobody knows.
///
/// Serves a register of areas, services and what is commissioned for whom, as GraphQL
/// over HTTP with a page for asking. Without a command it serves.
#[derive(Debug, Parser)]
#[command(
    name = "throughcare",
    version,
    args_conflicts_with_subcommands = true,
    after_long_help = EXAMPLES
)]
pub struct Cli {
    /// What to do; `serve` when nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The options of `serve`.
    #[command(flatten)]
    pub serve: ServeOptions,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the register (what happens without a command).
    ///
    /// Brings the tables up to date, loads the starter register when there is
    /// nothing yet, reads everything into memory and answers: the dashboard at /, GraphQL
    /// at /graphql, its schema at /schema.graphql, and /healthz and /readyz for
    /// whoever watches over it.
    #[command(after_long_help = SERVE_EXAMPLES)]
    Serve(Box<ServeOptions>),
    /// Bring the database's tables up to date and say what was applied.
    ///
    /// `serve` does it too. It can be run again at any time.
    #[command(after_long_help = MIGRATE_EXAMPLES)]
    Migrate(CommonOptions),
    /// Load the starter register and report on it.
    ///
    /// `serve` does it when the register is empty. Run it again after an update;
    /// it brings the tables up to date first.
    #[command(after_long_help = LOAD_EXAMPLES)]
    Load(CommonOptions),
    /// Make a token of this install and print it.
    ///
    /// Whoever sends it as `Authorization: Bearer …` has its role, for its bodies and areas, until
    /// it expires. The key that signs it is made if there is none.
    #[command(after_long_help = TOKEN_EXAMPLES)]
    Token(TokenOptions),
    /// List, rotate and retire the keys that sign this install's tokens.
    #[command(after_long_help = KEYS_EXAMPLES)]
    Keys(KeysOptions),
    /// Copy the database (a SQLite file) as it is at this moment, while it serves.
    #[command(after_long_help = BACKUP_EXAMPLES)]
    Backup(BackupOptions),
    /// Put a backup in the place of the database (a SQLite file), also while it serves.
    #[command(after_long_help = RESTORE_EXAMPLES)]
    Restore(RestoreOptions),
    /// Print the GraphQL schema.
    ///
    /// Needs no database and reads no setting.
    #[command(after_long_help = SCHEMA_EXAMPLES)]
    Schema,
    /// Print a file of trusted documents, for the setting documents.file.
    ///
    /// Each file is one document, known by the SHA-256 of its bytes. Each is checked against
    /// the schema; needs no database and reads no setting.
    #[command(after_long_help = DOCUMENTS_EXAMPLES)]
    Documents {
        /// Files of GraphQL, one document each
        #[arg(required = true, value_name = "FILE.graphql")]
        files: Vec<PathBuf>,
    },
    /// Print who may ask for what: every root field and role.
    ///
    /// Needs no database and reads no setting.
    #[command(after_long_help = POLICY_EXAMPLES)]
    Policy,
}

/// Options of every command that touches the database.
#[derive(Args, Clone, Debug, Default)]
pub struct CommonOptions {
    /// A TOML file with settings [default: none] [variable: THROUGHCARE_CONFIG]
    #[arg(long, value_name = "FILE")]
    pub config: Option<String>,
    /// The database: a SQLite file, or a postgres:// address
    /// [default: throughcare.db] [variable: THROUGHCARE_DATABASE]
    ///
    /// A password is better given in the variable or in the file: other users of
    /// the machine can see a command line.
    #[arg(long, value_name = "FILE|ADDRESS")]
    pub database: Option<String>,
    /// What to log: a level, or filters such as info,throughcare=debug
    /// [default: info] [variable: THROUGHCARE_LOG]
    #[arg(long, value_name = "FILTER")]
    pub log: Option<String>,
    /// The shape of the log: auto, text or json; auto is text on a terminal and JSON
    /// otherwise [default: auto] [variable: THROUGHCARE_LOG_FORMAT]
    #[arg(long, value_name = "SHAPE")]
    pub log_format: Option<String>,
}

/// Options of `backup`.
#[derive(Args, Clone, Debug, Default)]
pub struct BackupOptions {
    /// The options of every command.
    #[command(flatten)]
    pub common: CommonOptions,
    /// Where the backup goes
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Write over FILE if it is there
    #[arg(long)]
    pub force: bool,
}

/// Options of `restore`.
#[derive(Args, Clone, Debug, Default)]
pub struct RestoreOptions {
    /// The options of every command.
    #[command(flatten)]
    pub common: CommonOptions,
    /// A file that `backup` made
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Replace what the database holds
    #[arg(long)]
    pub yes: bool,
}

/// Options of `serve`.
#[derive(Args, Clone, Debug, Default)]
pub struct ServeOptions {
    /// The options of every command.
    #[command(flatten)]
    pub common: CommonOptions,
    /// Where to listen; port 0 takes any free one
    /// [default: 127.0.0.1:8080] [variable: THROUGHCARE_BIND]
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub bind: Option<String>,
    /// Who may read /metrics: local (programs on this machine), open or off
    /// [default: local] [variable: THROUGHCARE_METRICS]
    #[arg(long, value_name = "WHO")]
    pub metrics: Option<String>,
    /// Where traces are sent: an OpenTelemetry collector that speaks OTLP over HTTP
    /// [default: none] [variable: THROUGHCARE_OTLP_ENDPOINT]
    #[arg(long, value_name = "ADDRESS")]
    pub otlp_endpoint: Option<String>,
    /// How much one request may ask for.
    #[command(flatten)]
    pub limits: LimitOptions,
    /// Whose tokens are believed.
    #[command(flatten)]
    pub access: AccessOptions,
    /// Who is let in, and how much of it.
    #[command(flatten)]
    pub entry: EntryOptions,
    /// Signing in to the dashboard.
    #[command(flatten)]
    pub sign_in: SignInOptions,
}

/// How much one request may ask for.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Limits")]
pub struct LimitOptions {
    /// Rows of the longest page [default: 200] [variable: THROUGHCARE_MAX_PAGE]
    #[arg(long, value_name = "ROWS")]
    pub max_page: Option<String>,
    /// Fields inside fields; introspection by usual tools needs 15
    /// [default: 15] [variable: THROUGHCARE_MAX_DEPTH]
    #[arg(long, value_name = "LEVELS")]
    pub max_depth: Option<String>,
    /// What a query may cost: the fields of its answer, rows counted, and what its filters ask
    /// [default: 50000] [variable: THROUGHCARE_MAX_COMPLEXITY]
    #[arg(long, value_name = "FIELDS")]
    pub max_complexity: Option<String>,
    /// Bytes of a request's body [default: 262144] [variable: THROUGHCARE_BODY_BYTES]
    #[arg(long, value_name = "BYTES")]
    pub body_bytes: Option<String>,
    /// Seconds until a request is given up
    /// [default: 20] [variable: THROUGHCARE_REQUEST_SECONDS]
    #[arg(long, value_name = "SECONDS")]
    pub request_seconds: Option<String>,
    /// Seconds that a stopping server gives to the requests in hand
    /// [default: 10] [variable: THROUGHCARE_SHUTDOWN_SECONDS]
    #[arg(long, value_name = "SECONDS")]
    pub shutdown_seconds: Option<String>,
}

impl CommonOptions {
    /// The flags that were given, by setting name.
    pub fn flags(self) -> Texts {
        let Self {
            config,
            database,
            log,
            log_format,
        } = self;
        given([
            ("config", config),
            ("database", database),
            ("log", log),
            ("log_format", log_format),
        ])
    }
}

impl ServeOptions {
    /// The flags that were given, by setting name.
    pub fn flags(self) -> Texts {
        let Self {
            common,
            bind,
            metrics,
            otlp_endpoint,
            limits,
            access,
            entry,
            sign_in,
        } = self;
        let mut flags = common.flags();
        flags.extend(given([
            ("bind", bind),
            ("metrics", metrics),
            ("otlp_endpoint", otlp_endpoint),
        ]));
        flags.extend(limits.flags());
        flags.extend(access.flags());
        flags.extend(entry.flags());
        flags.extend(sign_in.flags());
        flags
    }
}

impl LimitOptions {
    fn flags(self) -> Texts {
        let Self {
            max_page,
            max_depth,
            max_complexity,
            body_bytes,
            request_seconds,
            shutdown_seconds,
        } = self;
        given([
            ("max_page", max_page),
            ("max_depth", max_depth),
            ("max_complexity", max_complexity),
            ("body_bytes", body_bytes),
            ("request_seconds", request_seconds),
            ("shutdown_seconds", shutdown_seconds),
        ])
    }
}

fn given<const N: usize>(flags: [(&str, Option<String>); N]) -> Texts {
    flags
        .into_iter()
        .filter_map(|(name, text)| Some((name.to_owned(), text?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::config::ALL;

    #[test]
    fn the_declaration_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_setting_is_in_the_help_with_its_default_and_variable() {
        let mut command = Cli::command().term_width(1000);
        let mut serve = command
            .find_subcommand_mut("serve")
            .unwrap()
            .clone()
            .term_width(1000);
        for help in [
            command.render_long_help().to_string(),
            serve.render_long_help().to_string(),
        ] {
            for setting in ALL {
                let end = format!(
                    "[default: {}] [variable: {}]",
                    setting.default_shown(),
                    setting.variable()
                );
                assert!(
                    help.contains(&format!("{} <", setting.flag())),
                    "{}",
                    setting.flag()
                );
                assert!(help.contains(&end), "{end} is missing from\n{help}");
            }
        }
    }

    #[test]
    fn every_flag_reaches_its_setting() {
        for setting in ALL {
            let cli = Cli::try_parse_from(["throughcare", &setting.flag(), "x"]).unwrap();
            assert_eq!(
                cli.serve.flags().get(setting.long_name).map(String::as_str),
                Some("x")
            );
            let cli = Cli::try_parse_from(["throughcare", "serve", &setting.flag(), "y"]).unwrap();
            let Some(Command::Serve(options)) = cli.command else {
                panic!("not serve")
            };
            assert_eq!(
                options.flags().get(setting.long_name).map(String::as_str),
                Some("y")
            );
        }
    }
}
