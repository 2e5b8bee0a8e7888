//! Where the server listens, and who may read its metrics.

use std::net::{Ipv4Addr, SocketAddr};

use super::{fault::Wrong, layers::Layers, setting::Setting};

/// The address to listen on.
pub const BIND: Setting = Setting::new("bind", "127.0.0.1:8080");
/// Who may read the metrics.
pub const METRICS: Setting = Setting::within("http", "metrics", "local");

/// Where the server listens, and who may read its metrics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Http {
    /// Address and port; port 0 lets the machine choose.
    pub bind: SocketAddr,
    /// Who may read the metrics.
    pub metrics: Exposure,
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
