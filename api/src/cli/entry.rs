//! Options about who is let in, and how much of it.

use clap::Args;

use super::given;
use crate::config::layers::Texts;

pub(super) const DOCUMENTS_EXAMPLES: &str = "\
Examples:
  throughcare documents queries/*.graphql > documents.json
  throughcare serve --documents-file documents.json --documents-public trusted";

/// Who is let in, and how much of it.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Callers")]
pub struct EntryOptions {
    /// Queries that run at one time; one more is answered with 503
    /// [default: 64] [variable: THROUGHCARE_MAX_CONCURRENT]
    #[arg(long, value_name = "QUERIES")]
    pub max_concurrent: Option<String>,
    /// What one caller's queries may cost in a minute; 0 for no limit
    /// [default: 2000000] [variable: THROUGHCARE_RATE_COST]
    #[arg(long, value_name = "COST")]
    pub rate_cost: Option<String>,
    /// What they may cost at once, after a pause
    /// [default: 500000] [variable: THROUGHCARE_RATE_BURST]
    #[arg(long, value_name = "COST")]
    pub rate_burst: Option<String>,
    /// Seconds until a caller over a WebSocket has to have begun
    /// [default: 3] [variable: THROUGHCARE_SOCKET_INIT_SECONDS]
    #[arg(long, value_name = "SECONDS")]
    pub socket_init_seconds: Option<String>,
    /// Operations at one time on one WebSocket
    /// [default: 20] [variable: THROUGHCARE_SOCKET_OPERATIONS]
    #[arg(long, value_name = "OPERATIONS")]
    pub socket_operations: Option<String>,
    /// Seconds of silence until a WebSocket is pinged; it is dropped after twice as many
    /// [default: 25] [variable: THROUGHCARE_SOCKET_PING_SECONDS]
    #[arg(long, value_name = "SECONDS")]
    pub socket_ping_seconds: Option<String>,
    /// WebSockets in all; 0 for none [default: 1000] [variable: THROUGHCARE_MAX_SOCKETS]
    #[arg(long, value_name = "SOCKETS")]
    pub max_sockets: Option<String>,
    /// WebSockets of one address [default: 50] [variable: THROUGHCARE_MAX_SOCKETS_EACH]
    #[arg(long, value_name = "SOCKETS")]
    pub max_sockets_each: Option<String>,
    /// Hosts whose pages may ask, such as `https://care.example`, between commas
    /// [default: none] [variable: THROUGHCARE_CORS_ORIGINS]
    #[arg(long, value_name = "ORIGINS")]
    pub cors_origins: Option<String>,
    /// Proxies that tell truly whom they speak for, such as 10.1.0.0/16, between commas
    /// [default: none] [variable: THROUGHCARE_TRUSTED_PROXIES]
    #[arg(long, value_name = "ADDRESSES")]
    pub trusted_proxies: Option<String>,
    /// A JSON file of documents that may be asked by their hash; `throughcare documents`
    /// writes one [default: none] [variable: THROUGHCARE_DOCUMENTS_FILE]
    #[arg(long, value_name = "FILE")]
    pub documents_file: Option<String>,
    /// What somebody without a token may ask: any document, or trusted ones of the file
    /// [default: any] [variable: THROUGHCARE_DOCUMENTS_PUBLIC]
    #[arg(long, value_name = "any|trusted")]
    pub documents_public: Option<String>,
    /// Boundaries for the map: a GeoJSON file, or a folder of files *.geojson
    /// [default: none] [variable: THROUGHCARE_BOUNDARIES]
    #[arg(long, value_name = "FILE|FOLDER", help_heading = "Dashboard")]
    pub boundaries: Option<String>,
}

impl EntryOptions {
    /// The flags that were given, by setting name.
    pub(super) fn flags(self) -> Texts {
        given([
            ("max_concurrent", self.max_concurrent),
            ("rate_cost", self.rate_cost),
            ("rate_burst", self.rate_burst),
            ("socket_init_seconds", self.socket_init_seconds),
            ("socket_operations", self.socket_operations),
            ("socket_ping_seconds", self.socket_ping_seconds),
            ("max_sockets", self.max_sockets),
            ("max_sockets_each", self.max_sockets_each),
            ("cors_origins", self.cors_origins),
            ("trusted_proxies", self.trusted_proxies),
            ("documents_file", self.documents_file),
            ("documents_public", self.documents_public),
            ("boundaries", self.boundaries),
        ])
    }
}
