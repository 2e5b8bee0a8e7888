//! Where the server listens.

use std::net::{Ipv4Addr, SocketAddr};

use super::{fault::Wrong, layers::Layers, setting::Setting};

/// The address to listen on.
pub const BIND: Setting = Setting::new("bind", "127.0.0.1:8080");

/// Where the server listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Http {
    /// Address and port; port 0 lets the machine choose.
    pub bind: SocketAddr,
}

impl Http {
    pub(super) fn read(layers: &mut Layers) -> Self {
        Self {
            bind: layers.read(&BIND, parse),
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
