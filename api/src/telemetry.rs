//! The log: structured, to standard error, so that standard output stays the
//! answer of a command. Traces are beside it.

use std::io::{IsTerminal, stderr};

use tokio::runtime::Handle;
use tracing_subscriber::{
    EnvFilter, Layer, Registry, fmt, layer::SubscriberExt, util::SubscriberInitExt,
};

use crate::{
    config::{Telemetry, telemetry::LogFormat},
    traces::{Traces, TracesError},
};

/// Whether a person is watching.
pub fn on_terminal() -> bool {
    stderr().is_terminal()
}

/// Starts the log, and the traces if they are wanted. `runtime` sends them; see [`Traces`] for
/// how they end. A second start, as in tests, changes nothing.
///
/// # Errors
///
/// When no traces can be sent; the log is started all the same.
pub fn start(telemetry: &Telemetry, runtime: &Handle) -> Result<Option<Traces>, TracesError> {
    let traces = telemetry
        .otlp_endpoint
        .as_ref()
        .map(|endpoint| Traces::start(endpoint, runtime.clone()))
        .transpose();
    let mut layers = vec![lines(telemetry)];
    if let Ok(Some(traces)) = &traces {
        layers.push(traces.layer().boxed());
    }
    if let Err(error) = tracing_subscriber::registry().with(layers).try_init() {
        tracing::debug!(%error, "The log was started before");
    }
    traces
}

fn lines(telemetry: &Telemetry) -> Box<dyn Layer<Registry> + Send + Sync> {
    let filter = EnvFilter::new(with_quiet_libraries(&telemetry.log));
    let json = match telemetry.log_format {
        LogFormat::Auto => !on_terminal(),
        LogFormat::Text => false,
        LogFormat::Json => true,
    };
    let lines = fmt::layer().with_writer(stderr);
    if json {
        lines.json().flatten_event(true).with_filter(filter).boxed()
    } else if on_terminal() {
        lines.with_filter(filter).boxed()
    } else {
        // Colours belong on a terminal, not in a file of text.
        lines.with_ansi(false).with_filter(filter).boxed()
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
