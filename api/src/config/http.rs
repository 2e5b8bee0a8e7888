//! Where the server listens, whom it believes, and who may read its metrics.

use std::net::{Ipv4Addr, SocketAddr};

use super::{fault::Wrong, layers::Layers, network::Network, setting::Setting};

/// The address to listen on.
pub const BIND: Setting = Setting::new("bind", "127.0.0.1:8080");
/// Who may read the metrics.
pub const METRICS: Setting = Setting::within("http", "metrics", "local");
/// The hosts whose pages may ask.
pub const CORS_ORIGINS: Setting = Setting::within("http", "cors_origins", "");
/// The proxies whose word on a caller's address is taken.
pub const TRUSTED_PROXIES: Setting = Setting::within("http", "trusted_proxies", "");

/// Where the server listens, whom it believes, and who may read its metrics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Http {
    /// Address and port; port 0 lets the machine choose.
    pub bind: SocketAddr,
    /// Who may read the metrics.
    pub metrics: Exposure,
    /// Origins (`https://care.example`) whose pages may ask; a page of our own always may.
    pub cors_origins: Vec<String>,
    /// Proxies that tell truly whom they speak for.
    pub trusted_proxies: Vec<Network>,
}

/// Who may read something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exposure {
    /// Programs on the same machine.
    Local,
    /// Whoever reaches the port.
    Open,
    /// Nobody.
    Off,
}

impl Http {
    pub(super) fn read(layers: &mut Layers) -> Self {
        Self {
            bind: layers.read(&BIND, parse),
            metrics: layers.read(&METRICS, exposure),
            cors_origins: layers.read(&CORS_ORIGINS, |text| list(text, origin)),
            trusted_proxies: layers.read(&TRUSTED_PROXIES, |text| list(text, proxy)),
        }
    }
}

fn parse(text: &str) -> Result<SocketAddr, Wrong> {
    let named = text
        .strip_prefix("localhost:")
        .and_then(|port| port.parse().ok());
    if let Some(port) = named {
        return Ok(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    }
    text.parse().map_err(|_| {
        Wrong::new(
            format!("is {text:?}, which is not an address and a port"),
            "127.0.0.1:8080 for this machine only, 0.0.0.0:8080 for every network; port 0 for \
             any free port",
        )
    })
}

fn exposure(text: &str) -> Result<Exposure, Wrong> {
    match text {
        "local" => Ok(Exposure::Local),
        "open" => Ok(Exposure::Open),
        "off" => Ok(Exposure::Off),
        _ => Err(Wrong::new(format!("is {text:?}"), "local, open or off")),
    }
}

/// Entries between commas; an empty text has none.
fn list<T>(text: &str, entry: impl Fn(&str) -> Result<T, Wrong>) -> Result<Vec<T>, Wrong> {
    let entries = text.split(',').map(str::trim);
    entries.filter(|text| !text.is_empty()).map(entry).collect()
}

/// An origin as browsers write it, so that it can be compared as it is.
fn origin(text: &str) -> Result<String, Wrong> {
    let right = "origins such as https://care.example, http://localhost:3000, between commas";
    if text.contains('*') {
        let wrong =
            format!("has {text:?}; each host is named in full, so that no page is let in unawares");
        return Err(Wrong::new(wrong, right));
    }
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let is_host = host.is_some_and(|host| {
        let is_known = |byte: u8| byte.is_ascii_alphanumeric() || b"-.:[]_".contains(&byte);
        !host.is_empty() && host.bytes().all(is_known)
    });
    if !is_host {
        let wrong = format!("has {text:?}, which is not a scheme and a host without a path");
        return Err(Wrong::new(wrong, right));
    }
    Ok(text.to_ascii_lowercase())
}

fn proxy(text: &str) -> Result<Network, Wrong> {
    text.parse().map_err(|_| {
        Wrong::new(
            format!("has {text:?}, which is not an address or a network"),
            "addresses or networks such as 10.0.0.7, 10.1.0.0/16, between commas",
        )
    })
}
