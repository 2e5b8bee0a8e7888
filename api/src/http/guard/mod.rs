//! Who is let in, and how much of it: what the limits have left, shared by all requests.

use std::{net::IpAddr, sync::Arc};

use actix_web::HttpRequest;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

use super::graphql::{Code, Refusal};
use crate::{
    auth::Viewer,
    config::{Config, Documents, Http, Sockets},
    dashboard,
};

mod caller;
mod crowd;
mod rate;

pub use self::crowd::Ticket;
use self::{
    crowd::Crowd,
    rate::{Key, Rates},
};

/// Seconds after which another try may meet fewer others.
const SOON: u64 = 1;

/// What the limits have left.
pub struct Guard {
    http: Http,
    sockets: Sockets,
    documents: Documents,
    rates: Rates,
    places: Arc<Semaphore>,
    crowd: Arc<Crowd>,
    stopping: watch::Sender<bool>,
    #[cfg(test)]
    stand_in: std::sync::OnceLock<Viewer>,
}

impl Guard {
    /// Nothing is spent yet.
    pub fn new(config: &Config) -> Self {
        Self {
            http: config.http.clone(),
            sockets: config.sockets,
            documents: config
                .documents
                .clone()
                .with_built_in(dashboard::documents()),
            rates: Rates::new(&config.limits),
            places: Arc::new(Semaphore::new(config.limits.max_concurrent)),
            crowd: Arc::new(Crowd::new(config.sockets.total, config.sockets.each)),
            stopping: watch::Sender::new(false),
            #[cfg(test)]
            stand_in: std::sync::OnceLock::new(),
        }
    }

    /// Whom a test takes everybody for.
    #[cfg(test)]
    pub(super) fn stand_in(&self) -> &std::sync::OnceLock<Viewer> {
        &self.stand_in
    }

    /// How much a caller over a WebSocket may ask for.
    pub(super) fn sockets(&self) -> Sockets {
        self.sockets
    }

    /// Documents that are known by their hash.
    pub(super) fn documents(&self) -> &Documents {
        &self.documents
    }

    /// Hosts whose pages may ask.
    pub(super) fn cors_origins(&self) -> &[String] {
        &self.http.cors_origins
    }

    /// Whose request this is, as far as an address tells.
    pub(super) fn caller(&self, request: &HttpRequest) -> IpAddr {
        caller::of(request, &self.http.trusted_proxies)
    }

    /// Takes the cost of a query from what its caller has left. Whoever has a token spends on
    /// its name, others on their address.
    ///
    /// # Errors
    ///
    /// `RATE_LIMITED`, with the seconds after which it can be asked.
    pub(super) fn spend(&self, viewer: &Viewer, caller: IpAddr, cost: u64) -> Result<(), Refusal> {
        let key = if *viewer == Viewer::public() {
            Key::of_address(caller)
        } else {
            Key::Subject(viewer.actor.clone())
        };
        self.rates.spend(&key, cost).map_err(|wait| {
            let seconds = wait.as_secs().saturating_add(1);
            let message = format!(
                "Your queries cost more than is allowed in a minute; ask again in {seconds} s, or \
                 ask for less."
            );
            Refusal::new(Code::RateLimited, message).retry_after(seconds)
        })
    }

    /// A place among the queries that run, for as long as it is held.
    ///
    /// # Errors
    ///
    /// `OVERLOADED`, if all are taken.
    pub(super) fn place(&self) -> Result<OwnedSemaphorePermit, Refusal> {
        self.places.clone().try_acquire_owned().map_err(|_| {
            let message = "As many queries run as are allowed at one time; ask again soon.";
            Refusal::new(Code::Overloaded, message).retry_after(SOON)
        })
    }

    /// A place among the sockets, for as long as it is held.
    ///
    /// # Errors
    ///
    /// `OVERLOADED` if all are taken, `RATE_LIMITED` if the caller has its share.
    pub(super) fn socket(&self, caller: IpAddr) -> Result<Ticket, Refusal> {
        let refuse = |code, message: &str| Refusal::new(code, message).retry_after(SOON);
        self.crowd.enter(caller).map_err(|full| match full {
            crowd::Full::Everywhere => refuse(
                Code::Overloaded,
                "As many sockets are open as are allowed; try again soon.",
            ),
            crowd::Full::ForYou => refuse(
                Code::RateLimited,
                "Your address has as many sockets open as are allowed; use one of them.",
            ),
        })
    }

    /// Ends true when the server is told to stop.
    pub(super) fn stopping(&self) -> watch::Receiver<bool> {
        self.stopping.subscribe()
    }

    /// Has every socket closed.
    pub(super) fn stop(&self) {
        self.stopping.send_replace(true);
    }
}
