//! The log: structured, to standard error, so that standard output stays the
//! answer of a command.

use std::io::{IsTerminal, stderr};

use tracing_subscriber::{EnvFilter, fmt};

use crate::config::{Telemetry, telemetry::LogFormat};

/// Whether a person is watching.
pub fn on_terminal() -> bool {
    stderr().is_terminal()
}

/// Starts the log. A second start, as in tests, changes nothing.
pub fn start(telemetry: &Telemetry) {
    let filter = EnvFilter::new(with_quiet_libraries(&telemetry.log));
    let json = match telemetry.log_format {
        LogFormat::Auto => !on_terminal(),
        LogFormat::Text => false,
        LogFormat::Json => true,
    };
    let lines = fmt().with_env_filter(filter).with_writer(stderr);
    let started = if json {
        lines.json().flatten_event(true).try_init()
    } else {
        // Colours belong on a terminal, not in a file of text.
        if on_terminal() {
            lines.try_init()
        } else {
            lines.with_ansi(false).try_init()
        }
    };
    if let Err(error) = started {
        tracing::debug!(%error, "The log was started before");
    }
}

/// At `info`, libraries tell of each step that they take; we tell of those that matter. Whoever
/// asks for more, or names a library, gets it.
fn with_quiet_libraries(log: &str) -> String {
    let is_info = log
        .split(',')
        .any(|part| part.trim().eq_ignore_ascii_case("info"));
    let quiet = if is_info {
        "actix_server=warn,sea_orm_migration=warn,"
    } else {
        ""
    };
    format!("{quiet}{log}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_are_quiet_at_info_only() {
        let filter = |log| EnvFilter::new(with_quiet_libraries(log)).to_string();
        assert!(filter("info").contains("actix_server=warn"));
        assert!(filter("info,actix_server=info").contains("actix_server=info"));
        for log in ["off", "error", "debug", "throughcare=info"] {
            assert_eq!(filter(log), log);
        }
    }
}
