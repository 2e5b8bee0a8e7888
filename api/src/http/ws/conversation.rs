//! One socket from its opening to its end. Everything is said and heard here, one thing at a
//! time; operations run elsewhere and wait until they are heard.

use std::{collections::HashMap, net::IpAddr, time::Duration};

use actix_web::web::Data;
use actix_ws::Session;
use serde_json::{Map, Value};
use tokio::{
    sync::mpsc,
    time::{Instant, MissedTickBehavior, interval, timeout},
};

use super::{
    close::Close,
    frames::{Came, Frames},
    message::{self, Heard},
    operation::{Asker, Ready, Running, Said},
};
use crate::{
    auth::Viewer,
    config::Sockets,
    http::{
        AppState,
        asked::Asked,
        graphql::{Code, Params, Refusal, Transport, errors, from_object, prepare},
    },
};

/// How often we look at the clock.
const TICK: Duration = Duration::from_millis(500);
/// A message that cannot be handed on for so long is not being read.
const STALLED: Duration = Duration::from_secs(5);
/// Answers that wait to be written; with 32 more in the connection's own keeping.
const WAITING: usize = 8;

/// What the request to open a socket tells of its caller.
#[derive(Clone, Debug)]
pub struct Origin {
    /// From where.
    pub address: IpAddr,
    /// Its `Authorization`.
    pub authorization: Option<String>,
    /// What a user can quote when something goes wrong.
    pub request_id: String,
}

/// One socket.
pub struct Conversation {
    state: Data<AppState>,
    settings: Sockets,
    session: Session,
    origin: Origin,
    // None until `connection_init`.
    viewer: Option<Viewer>,
    running: HashMap<String, Running>,
    serial: u64,
    out: mpsc::Sender<Said>,
    said: mpsc::Receiver<Said>,
    opened: Instant,
    heard: Instant,
    pinged: Instant,
}

/// Goes on, or ends: by our closing, or because the other end has gone (`None`).
type Step = Result<(), Option<Close>>;

impl Conversation {
    /// A socket that has just been opened.
    pub fn new(state: Data<AppState>, session: Session, origin: Origin) -> Self {
        let (out, said) = mpsc::channel(WAITING);
        let now = Instant::now();
        Self {
            settings: state.guard().sockets(),
            state,
            session,
            origin,
            viewer: None,
            running: HashMap::new(),
            serial: 0,
            out,
            said,
            opened: now,
            heard: now,
            pinged: now,
        }
    }

    /// Talks until one of the two ends it.
    pub async fn hold(mut self, mut frames: Frames) {
        let mut stopping = self.state.guard().stopping();
        let mut tick = interval(TICK);
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let close = loop {
            let step = tokio::select! {
                _ = stopping.wait_for(|is_stopping| *is_stopping) => Err(Some(Close::GoingAway)),
                came = frames.next() => self.hear(came).await,
                Some(said) = self.said.recv() => self.pass_on(said).await,
                _ = tick.tick() => self.look_at_the_clock().await,
            };
            if let Err(close) = step {
                break close;
            }
        };
        match close {
            Some(close) => self.refuse(frames, close).await,
            None => tracing::debug!("The other end of a socket has gone"),
        }
    }

    /// Closes the socket and waits until it is gone.
    pub async fn refuse(self, frames: Frames, close: Close) {
        tracing::debug!(code = close.code(), "Closing a socket");
        // Operations end first: nothing is computed for a socket that is closing.
        drop(self.running);
        // Whoever does not read does not learn why.
        let _ = timeout(STALLED, self.session.close(Some(close.into()))).await;
        // It counts until its connection has ended, so that sockets that nobody reads do not
        // pile up uncounted.
        frames.drain().await;
    }

    async fn hear(&mut self, came: Result<Came, Option<Close>>) -> Step {
        self.heard = Instant::now();
        match came? {
            Came::Text(text) => self.follow(&text).await,
            Came::Ping(payload) => {
                let sent = timeout(STALLED, self.session.pong(&payload)).await;
                sent.map_err(|_| Close::TooSlow)?.map_err(|_| None)
            }
            Came::Sign => Ok(()),
        }
    }

    async fn follow(&mut self, text: &str) -> Step {
        self.check_token()?;
        match message::read(text)? {
            Heard::Init(payload) => self.begin(&payload).await,
            Heard::Ping(payload) => self.say(message::pong(payload)).await,
            Heard::Pong => Ok(()),
            Heard::Subscribe { id, payload } => self.start(id, payload).await,
            Heard::Complete { id } => {
                // Whatever it has said meanwhile is of a number that runs no more.
                self.running.remove(&id);
                Ok(())
            }
        }
    }

    /// `connection_init`. What it says of who asks goes before what the request said.
    async fn begin(&mut self, payload: &Map<String, Value>) -> Step {
        if self.viewer.is_some() {
            return Err(Some(Close::SecondInit));
        }
        let said = ["authorization", "Authorization"]
            .iter()
            .find_map(|name| payload.get(*name))
            .filter(|value| !value.is_null());
        let authorization = match said {
            Some(Value::String(text)) => Some(text.as_str()),
            Some(_) => return Err(Some(Close::Forbidden)),
            None => self.origin.authorization.as_deref(),
        };
        let viewer = self
            .state
            .viewer(authorization)
            .map_err(|_| Close::Forbidden)?;
        self.viewer = Some(viewer);
        self.check_token()?;
        self.say(message::ack()).await
    }

    async fn start(&mut self, id: String, payload: Map<String, Value>) -> Step {
        let Some(viewer) = self.viewer.clone() else {
            return Err(Some(Close::Unauthorized));
        };
        if self.running.contains_key(&id) {
            return Err(Some(Close::Duplicate(id)));
        }
        let params = from_object(payload)
            .map_err(|_| Close::BadMessage("The payload of subscribe is not a GraphQL request"))?;
        let request_id = self.origin.request_id.clone();
        let mut asked = Asked::new(self.state.metrics().clone(), request_id);
        match self.try_start(&id, params, viewer, &mut asked) {
            Ok(ready) => {
                self.running.insert(id, ready.start(asked));
                Ok(())
            }
            Err(refusal) => {
                let errors = errors(refusal, &mut asked);
                self.say(message::error(&id, &errors)).await
            }
        }
    }

    fn try_start(
        &mut self,
        id: &str,
        params: Params,
        viewer: Viewer,
        asked: &mut Asked,
    ) -> Result<Ready, Refusal> {
        let most = self.settings.operations;
        if self.running.len() >= most {
            let message = format!("{most} operations run on this socket; end one first.");
            return Err(Refusal::new(Code::TooManyOperations, message));
        }
        let prepared = prepare(&self.state, params, &viewer, Transport::Socket)?;
        let asker = Asker {
            state: self.state.clone(),
            viewer,
            address: self.origin.address,
            out: self.out.clone(),
        };
        self.serial += 1;
        Ready::new(asker, prepared, id, self.serial, asked)
    }

    /// Passes on what an operation says, if it still runs.
    async fn pass_on(&mut self, said: Said) -> Step {
        self.check_token()?;
        let running = self.running.get(said.id.as_ref());
        if running.is_none_or(|running| running.serial != said.serial) {
            return Ok(());
        }
        if said.is_last {
            self.running.remove(said.id.as_ref());
        }
        self.say(said.text).await
    }

    async fn say(&mut self, text: String) -> Step {
        let sent = timeout(STALLED, self.session.text(text)).await;
        sent.map_err(|_| Close::TooSlow)?.map_err(|_| None)
    }

    async fn look_at_the_clock(&mut self) -> Step {
        self.check_token()?;
        if self.viewer.is_none() && self.opened.elapsed() >= self.settings.init_time {
            return Err(Some(Close::InitTimeout));
        }
        let silence = self.heard.elapsed();
        if silence >= self.settings.ping_time * 2 {
            return Err(None);
        }
        if silence >= self.settings.ping_time && self.pinged <= self.heard {
            self.pinged = Instant::now();
            let sent = timeout(STALLED, self.session.ping(b"")).await;
            return sent.map_err(|_| Close::TooSlow)?.map_err(|_| None);
        }
        Ok(())
    }

    /// Nothing is said to, or heard from, somebody whose token has run out.
    fn check_token(&self) -> Result<(), Close> {
        let expires = self.viewer.as_ref().and_then(|viewer| viewer.expires);
        match expires {
            Some(expires) if expires <= self.state.now() => Err(Close::Expired),
            _ => Ok(()),
        }
    }
}
