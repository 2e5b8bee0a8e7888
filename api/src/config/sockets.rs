//! How much callers over a WebSocket may ask for.

use std::time::Duration;

use super::{layers::Layers, limits::whole, setting::Setting};

/// Seconds until a caller has to have begun.
pub const INIT_SECONDS: Setting = Setting::within("limits", "socket_init_seconds", "3");
/// Operations at one time on one socket.
pub const OPERATIONS: Setting = Setting::within("limits", "socket_operations", "20");
/// Seconds of silence after which a socket is asked whether it is there.
pub const PING_SECONDS: Setting = Setting::within("limits", "socket_ping_seconds", "25");
/// Sockets in all.
pub const MAX_SOCKETS: Setting = Setting::within("limits", "max_sockets", "1000");
/// Sockets of one address.
pub const MAX_SOCKETS_EACH: Setting = Setting::within("limits", "max_sockets_each", "50");

/// How much callers over a WebSocket may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sockets {
    /// After this without `connection_init` a socket is closed.
    pub init_time: Duration,
    /// Operations at one time on one socket.
    pub operations: usize,
    /// After this much silence a socket is pinged; after twice as much it is dropped.
    pub ping_time: Duration,
    /// Sockets in all.
    pub total: usize,
    /// Sockets of one address.
    pub each: usize,
}

impl Sockets {
    pub(super) fn read(layers: &mut Layers) -> Self {
        Self {
            init_time: Duration::from_secs(whole(layers, &INIT_SECONDS, 1..=60)),
            operations: whole(layers, &OPERATIONS, 1..=1_000),
            ping_time: Duration::from_secs(whole(layers, &PING_SECONDS, 1..=600)),
            total: whole(layers, &MAX_SOCKETS, 0..=100_000),
            each: whole(layers, &MAX_SOCKETS_EACH, 1..=100_000),
        }
    }
}
