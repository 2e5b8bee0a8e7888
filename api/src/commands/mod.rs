//! What the program does: one file a command.

use std::{
    fmt,
    future::Future,
    io::{ErrorKind, Write},
    process::ExitCode,
};

use crate::{
    cli::{Cli, Command, CommonOptions},
    config::{Config, Faults, layers::Texts},
    telemetry,
};

mod backup;
mod documents;
mod keys;
mod load;
mod migrate;
mod policy;
mod progress;
mod report;
mod restore;
mod schema;
mod serve;
mod token;

/// Why a command did not do what it was asked. It prints as one message.
#[derive(Debug)]
pub enum Failure {
    /// Settings are wrong: exit code 2.
    Settings(Faults),
    /// Something else went wrong: exit code 1.
    Failed(String),
}

impl Failure {
    /// An error with its causes, as far as it does not name them itself.
    fn because(error: &dyn std::error::Error) -> Self {
        let mut text = error.to_string();
        let mut cause = error.source();
        while let Some(error) = cause {
            let why = error.to_string();
            if !text.contains(&why) {
                text.push_str(&format!(": {why}"));
            }
            cause = error.source();
        }
        Self::Failed(text)
    }

    /// 2 for settings, 1 otherwise.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Settings(_) => ExitCode::from(2),
            Self::Failed(_) => ExitCode::from(1),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings(faults) => faults.fmt(f),
            Self::Failed(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for Failure {}

/// Does what the command line says.
///
/// # Errors
///
/// See [`Failure`].
pub fn run(cli: Cli, variables: Texts) -> Result<(), Failure> {
    let common = |options: CommonOptions| options.flags();
    match cli.command.unwrap_or(Command::Serve(Box::new(cli.serve))) {
        Command::Schema => schema::run(),
        Command::Documents { files } => documents::run(&files),
        Command::Policy => policy::run(),
        Command::Serve(options) => with(options.flags(), variables, serve::run),
        Command::Migrate(options) => with(common(options), variables, migrate::run),
        Command::Load(options) => with(common(options), variables, load::run),
        Command::Token(options) => with(options.flags(), variables, |config| {
            token::run(config, options)
        }),
        Command::Keys(options) => with(options.flags(), variables, |config| {
            keys::run(config, options)
        }),
        Command::Backup(options) => with(common(options.common), variables, async |config| {
            backup::run(config, &options.file, options.force).await
        }),
        Command::Restore(options) => with(common(options.common), variables, async |config| {
            restore::run(config, &options.file, options.yes).await
        }),
    }
}

/// Writes a command's answer. Not by `print!`, which panics when the reader of a pipe has gone:
/// nothing is wrong when it has.
fn print(text: &str) -> Result<(), Failure> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::because(&error)),
        _ => Ok(()),
    }
}

/// Reads the settings, starts the log and the runtime, and runs a command on them.
fn with<F>(flags: Texts, variables: Texts, command: impl FnOnce(Config) -> F) -> Result<(), Failure>
where
    F: Future<Output = Result<(), Failure>>,
{
    let config = Config::read(flags, variables).map_err(Failure::Settings)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::because(&error))?;
    let traces = telemetry::start(&config.telemetry, runtime.handle())
        .map_err(|error| Failure::because(&error))?;
    for variable in &config.unknown_variables {
        tracing::warn!(
            variable,
            "There is no setting for {variable}; see docs/SETTINGS.md"
        );
    }
    let outcome = runtime.block_on(command(config));
    if let Some(traces) = traces {
        traces.finish();
    }
    outcome
}
