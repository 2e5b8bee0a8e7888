//! The settings: read once, in `main`, and checked together.
//!
//! A flag goes before a variable, a variable before the file, the file before the
//! default. `docs/SETTINGS.md` lists them.

use std::path::PathBuf;

pub mod auth;
pub mod dashboard;
pub mod database;
pub mod documents;
pub mod fault;
pub mod file;
pub mod http;
pub mod layers;
pub mod limits;
pub mod network;
pub mod setting;
pub mod sign_in;
pub mod sockets;
pub mod telemetry;
#[cfg(test)]
mod tests;

pub use self::{
    auth::Auth, dashboard::Dashboard, database::Database, documents::Documents, fault::Faults,
    http::Http, limits::Limits, sign_in::SignIn, sockets::Sockets, telemetry::Telemetry,
};
use self::{
    fault::Fault,
    layers::{Layers, Source, Texts},
    setting::{PREFIX, Setting},
};

/// Every setting, in the order in which they are documented.
pub const ALL: [&Setting; 41] = [
    &http::BIND,
    &http::METRICS,
    &database::DATABASE,
    &telemetry::LOG,
    &telemetry::LOG_FORMAT,
    &telemetry::OTLP_ENDPOINT,
    &limits::MAX_PAGE,
    &limits::MAX_DEPTH,
    &limits::MAX_COMPLEXITY,
    &limits::BODY_BYTES,
    &limits::REQUEST_SECONDS,
    &limits::SHUTDOWN_SECONDS,
    &auth::KEYS,
    &auth::JWKS,
    &auth::JWKS_SECONDS,
    &auth::ISSUER,
    &auth::AUDIENCE,
    &auth::ROLE_CLAIM,
    &auth::BODIES_CLAIM,
    &auth::AREAS_CLAIM,
    &auth::ROLE_NAMES,
    &auth::LEEWAY_SECONDS,
    &limits::MAX_CONCURRENT,
    &limits::RATE_COST,
    &limits::RATE_BURST,
    &sockets::INIT_SECONDS,
    &sockets::OPERATIONS,
    &sockets::PING_SECONDS,
    &sockets::MAX_SOCKETS,
    &sockets::MAX_SOCKETS_EACH,
    &http::CORS_ORIGINS,
    &http::TRUSTED_PROXIES,
    &documents::FILE,
    &documents::PUBLIC,
    &dashboard::BOUNDARIES,
    &sign_in::ADDRESS,
    &sign_in::AUTHORIZATION_ENDPOINT,
    &sign_in::TOKEN_ENDPOINT,
    &sign_in::CLIENT_ID,
    &sign_in::CLIENT_SECRET,
    &sign_in::SCOPES,
];

/// Where the file is; it cannot be said in the file.
pub const CONFIG: Setting = Setting::new("config", "");

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Where the server listens, and who may read its metrics.
    pub http: Http,
    /// Which database.
    pub database: Database,
    /// What is logged, and where traces go.
    pub telemetry: Telemetry,
    /// How much a request may ask for.
    pub limits: Limits,
    /// Whose tokens are believed.
    pub auth: Auth,
    /// How much a caller over a WebSocket may ask for.
    pub sockets: Sockets,
    /// Documents that are known by their hash.
    pub documents: Documents,
    /// What the dashboard is given beside the register.
    pub dashboard: Dashboard,
    /// Signing in to the dashboard through an OpenID provider; `None`: it was not set up.
    pub sign_in: Option<SignIn>,
    /// Variables that look like ours and are not, to be warned of. They are no
    /// fault: Kubernetes sets `THROUGHCARE_PORT` beside a service of our name.
    pub unknown_variables: Vec<String>,
}

impl Config {
    /// Reads every setting. `flags` are by setting name, `variables` by variable.
    ///
    /// # Errors
    ///
    /// All faults, not only the first.
    pub fn read(flags: Texts, variables: Texts) -> Result<Self, Faults> {
        let mut layers = Layers {
            flags,
            variables,
            ..Layers::default()
        };
        let (path, source) = layers.find(&CONFIG);
        if source != Source::Default {
            let path = PathBuf::from(path);
            match std::fs::read_to_string(&path) {
                Ok(text) => layers.set_file(path, &text),
                Err(error) => layers.faults.push(Fault {
                    setting: CONFIG.key(),
                    source,
                    wrong: format!("is {}, which cannot be read: {error}", path.display()),
                    right: "a TOML file as in docs/SETTINGS.md".to_owned(),
                }),
            }
        }
        Self::from_layers(layers)
    }

    /// The defaults, on a free port, a database in memory and without local keys.
    pub fn for_tests() -> Self {
        let mut layers = Layers::default();
        layers
            .flags
            .insert("bind".to_owned(), "127.0.0.1:0".to_owned());
        layers
            .flags
            .insert("database".to_owned(), "sqlite::memory:".to_owned());
        layers.flags.insert("keys".to_owned(), "none".to_owned());
        Self::from_layers(layers).expect("the defaults are right")
    }

    fn from_layers(mut layers: Layers) -> Result<Self, Faults> {
        let database = Database::read(&mut layers);
        let auth = Auth::read(&mut layers, &database);
        let config = Self {
            http: Http::read(&mut layers),
            sign_in: SignIn::read(&mut layers, &auth),
            auth,
            database,
            telemetry: Telemetry::read(&mut layers),
            limits: Limits::read(&mut layers),
            sockets: Sockets::read(&mut layers),
            documents: Documents::read(&mut layers),
            dashboard: Dashboard::read(&mut layers),
            unknown_variables: unknown(&layers.variables),
        };
        if layers.faults.is_empty() {
            Ok(config)
        } else {
            Err(Faults(layers.faults))
        }
    }
}

impl Layers {
    fn set_file(&mut self, path: PathBuf, text: &str) {
        let values = file::parse(&path, text, &mut self.faults);
        self.file = Some((path, values));
    }
}

fn unknown(variables: &Texts) -> Vec<String> {
    let ours = |name: &str| {
        name == CONFIG.variable() || ALL.iter().any(|setting| setting.variable() == name)
    };
    variables
        .keys()
        .filter(|name| name.starts_with(PREFIX) && !ours(name))
        .cloned()
        .collect()
}
