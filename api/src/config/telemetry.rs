//! What is logged, and in which shape; where traces go.

use tracing_subscriber::EnvFilter;

use super::{fault::Wrong, layers::Layers, setting::Setting};

/// The filter.
pub const LOG: Setting = Setting::new("log", "info");
/// The shape.
pub const LOG_FORMAT: Setting = Setting::new("log_format", "auto");
/// Where traces go.
pub const OTLP_ENDPOINT: Setting = Setting::within("telemetry", "otlp_endpoint", "");

const LEVELS: [&str; 6] = ["off", "error", "warn", "info", "debug", "trace"];

/// What is logged, and in which shape; where traces go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telemetry {
    /// A filter that [`EnvFilter`] can read.
    pub log: String,
    /// The shape of a line.
    pub log_format: LogFormat,
    /// The whole address that traces are sent to; `None` for no traces.
    pub otlp_endpoint: Option<String>,
}

/// The shape of a line of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// Text on a terminal, JSON otherwise.
    Auto,
    /// For reading.
    Text,
    /// For machines: one object a line.
    Json,
}

impl Telemetry {
    pub(super) fn read(layers: &mut Layers) -> Self {
        Self {
            log: layers.read(&LOG, filter),
            log_format: layers.read(&LOG_FORMAT, format),
            otlp_endpoint: layers.read(&OTLP_ENDPOINT, endpoint),
        }
    }
}

/// A bare word has to be a level: `inof` would be read as a module's name and
/// silence everything.
fn filter(text: &str) -> Result<String, Wrong> {
    let right = "off, error, warn, info, debug or trace, or such as info,throughcare=debug";
    for part in text.split(',').map(str::trim) {
        let bare = !part.contains(['=', '[']);
        if bare && !LEVELS.contains(&part.to_lowercase().as_str()) {
            return Err(Wrong::new(
                format!("has {part:?}, which is not a level"),
                right,
            ));
        }
    }
    match EnvFilter::builder().parse(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(Wrong::new(format!("is {text:?}: {error}"), right)),
    }
}

fn format(text: &str) -> Result<LogFormat, Wrong> {
    match text {
        "auto" => Ok(LogFormat::Auto),
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err(Wrong::new(format!("is {text:?}"), "auto, text or json")),
    }
}

/// A collector is named by its base; the path of traces under it is always the same.
fn endpoint(text: &str) -> Result<Option<String>, Wrong> {
    const PATH: &str = "/v1/traces";
    if text.is_empty() {
        return Ok(None);
    }
    let right = "a collector's address such as http://localhost:4318, or nothing for no traces";
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split('/').next().unwrap_or(rest));
    // The text is not repeated: it may hold what should not be seen.
    match host {
        None => Err(Wrong::new(
            "begins with neither http:// nor https://",
            right,
        )),
        Some(host) if host.contains('@') => Err(Wrong::new(
            "holds a user, which would be seen in logs",
            format!("{right}; credentials go into OTEL_EXPORTER_OTLP_HEADERS"),
        )),
        Some(host) if host.is_empty() || text.contains(['?', '#', ' ']) => Err(Wrong::new(
            "has no host, or more than a path after it",
            right,
        )),
        Some(_) => {
            let base = text.trim_end_matches('/');
            let base = base.strip_suffix(PATH).unwrap_or(base);
            Ok(Some(format!("{base}{PATH}")))
        }
    }
}
