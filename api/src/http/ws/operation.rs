//! One operation of a socket: asked once, answered once or many times.

use std::{net::IpAddr, sync::Arc};

use actix_web::web::Data;
use async_graphql::{Request, parser::types::OperationType};
use futures_util::StreamExt;
use tokio::{
    sync::mpsc,
    task::{AbortHandle, JoinHandle},
    time::Instant,
};
use tracing::{Instrument, Span};

use super::message;
use crate::{
    auth::Viewer,
    http::{
        AppState,
        asked::Asked,
        backend::Backend,
        graphql::{self, Code, Prepared, Refusal, errors, settle},
    },
};

/// Something that an operation has to say.
#[derive(Debug)]
pub struct Said {
    /// The operation, by the id that the other end gave.
    pub id: Arc<str>,
    /// The operation, by a number that we did not give before: an id may be used again.
    pub serial: u64,
    /// The message.
    pub text: String,
    /// Whether the operation has ended with it.
    pub is_last: bool,
}

/// Who asks, and where answers go.
#[derive(Clone)]
pub struct Asker {
    /// Everything that requests share.
    pub state: Data<AppState>,
    /// Who.
    pub viewer: Viewer,
    /// From where.
    pub address: IpAddr,
    /// Holds few messages; an operation waits until there is room.
    pub out: mpsc::Sender<Said>,
}

/// An operation that runs; it is broken off when this is dropped.
#[derive(Debug)]
pub struct Running {
    /// Its number.
    pub serial: u64,
    task: AbortHandle,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// An operation that may be run. Its first answer is paid for.
pub struct Ready {
    asker: Asker,
    backend: Arc<dyn Backend>,
    request: Request,
    kind: OperationType,
    cost: u64,
    span: Span,
    id: Arc<str>,
    serial: u64,
}

impl Ready {
    /// Pays for the first answer.
    ///
    /// # Errors
    ///
    /// When there is nothing to answer from yet, or the caller has spent what it may.
    pub fn new(
        asker: Asker,
        prepared: Prepared,
        id: &str,
        serial: u64,
        asked: &mut Asked,
    ) -> Result<Self, Refusal> {
        let Prepared {
            request,
            name,
            kind,
            cost,
        } = prepared;
        let span = asked.is(name, kind, cost);
        let Some(backend) = asker.state.backend() else {
            let message = "The register is being loaded; ask again soon.";
            return Err(Refusal::new(Code::NotReady, message));
        };
        let guard = asker.state.guard();
        guard.spend(&asker.viewer, asker.address, cost)?;
        let id = Arc::from(id);
        Ok(Self {
            asker,
            backend,
            request,
            kind,
            cost,
            span,
            id,
            serial,
        })
    }

    /// Starts it. It is counted when it has ended.
    pub fn start(self, asked: Asked) -> Running {
        let (serial, span) = (self.serial, self.span.clone());
        let state = self.asker.state.clone();
        let voice = Voice {
            id: Arc::clone(&self.id),
            serial,
            out: self.asker.out.clone(),
            asked,
        };
        let task: JoinHandle<()> = if self.kind == OperationType::Subscription {
            state.runtime().spawn(follow(self, voice).instrument(span))
        } else {
            let answer = answer(self.asker, self.request, voice);
            state.runtime().spawn(answer.instrument(span))
        };
        Running {
            serial,
            task: task.abort_handle(),
        }
    }
}

/// The voice of an operation. When it cannot be heard any more, its task is about to be broken off.
struct Voice {
    id: Arc<str>,
    serial: u64,
    out: mpsc::Sender<Said>,
    asked: Asked,
}

impl Voice {
    async fn say(&self, text: String, is_last: bool) -> bool {
        let said = Said {
            id: Arc::clone(&self.id),
            serial: self.serial,
            text,
            is_last,
        };
        self.out.send(said).await.is_ok()
    }

    async fn end(&self) {
        self.say(message::complete(&self.id), true).await;
    }

    async fn refuse(&mut self, refusal: Refusal) {
        let errors = errors(refusal, &mut self.asked);
        self.say(message::error(&self.id, &errors), true).await;
    }

    /// Says an answer; false if it is the last, because it is none.
    async fn answer(&mut self, response: async_graphql::Response) -> bool {
        match settle(response, &mut self.asked) {
            Ok(response) => self.say(message::next(&self.id, &response), false).await,
            Err((errors, _)) => {
                self.say(message::error(&self.id, &errors), true).await;
                false
            }
        }
    }
}

async fn answer(asker: Asker, request: Request, mut voice: Voice) {
    let deadline = Instant::now() + asker.state.limits().request_time;
    match graphql::run(&asker.state, request, asker.viewer, deadline).await {
        Ok(response) => {
            if voice.answer(response).await {
                voice.end().await;
            }
        }
        Err(refusal) => voice.refuse(refusal).await,
    }
}

async fn follow(ready: Ready, mut voice: Voice) {
    let Ready { asker, cost, .. } = ready;
    let mut events = ready.backend.subscribe(ready.request, asker.viewer.clone());
    while let Some(response) = events.next().await {
        if !voice.answer(response).await {
            return;
        }
        // The next event is paid for before it is computed.
        let guard = asker.state.guard();
        if let Err(refusal) = guard.spend(&asker.viewer, asker.address, cost) {
            return voice.refuse(refusal).await;
        }
    }
    voice.end().await;
}
