//! What is logged, and in which shape.

use tracing_subscriber::EnvFilter;

use super::{fault::Wrong, layers::Layers, setting::Setting};

/// The filter.
pub const LOG: Setting = Setting::new("log", "info");
/// The shape.
pub const LOG_FORMAT: Setting = Setting::new("log_format", "auto");

const LEVELS: [&str; 6] = ["off", "error", "warn", "info", "debug", "trace"];

/// What is logged, and in which shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telemetry {
    /// A filter that [`EnvFilter`] can read.
    pub log: String,
    /// The shape of a line.
    pub log_format: LogFormat,
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
