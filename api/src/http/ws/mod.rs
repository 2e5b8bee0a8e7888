//! GraphQL over a WebSocket, by the protocol graphql-transport-ws
//! (`docs/adr/0007-websocket-and-limits.md`).

use actix_web::{
    HttpRequest, HttpResponse,
    guard::GuardContext,
    http::header::{AUTHORIZATION, SEC_WEBSOCKET_PROTOCOL, UPGRADE},
    web::{Data, Payload},
};

mod close;
mod conversation;
mod frames;
mod message;
mod operation;
#[cfg(test)]
mod tests;

use self::{
    close::Close,
    conversation::{Conversation, Origin},
    frames::Frames,
};
use super::{
    AppState,
    asked::Asked,
    cors,
    graphql::{self, Code, Refusal},
    request_log,
};

const PROTOCOL: &str = "graphql-transport-ws";

/// Whether a request wants to become a WebSocket.
pub fn is_wanted(context: &GuardContext) -> bool {
    let upgrade = context.head().headers().get(UPGRADE);
    upgrade.is_some_and(|upgrade| upgrade.as_bytes().eq_ignore_ascii_case(b"websocket"))
}

/// Opens a WebSocket, if whoever asks may have one.
pub async fn handle(state: Data<AppState>, request: HttpRequest, body: Payload) -> HttpResponse {
    open(&state, &request, body).unwrap_or_else(|refusal| {
        let request_id = request_log::id_of(&request);
        let mut asked = Asked::new(state.metrics().clone(), request_id);
        graphql::refuse(refusal, request.headers(), &mut asked)
    })
}

fn open(
    state: &Data<AppState>,
    request: &HttpRequest,
    body: Payload,
) -> Result<HttpResponse, Refusal> {
    let (guard, headers) = (state.guard(), request.headers());
    if !cors::may_connect(headers, guard.cors_origins()) {
        let message = "Pages of this Origin may not connect.";
        return Err(Refusal::new(Code::OriginNotAllowed, message));
    }
    let address = guard.caller(request);
    let ticket = guard.socket(address)?;
    let (response, session, messages) = actix_ws::handle_with_protocols(request, body, &[PROTOCOL])
        .map_err(|_| {
            let message = "The request is no handshake of a WebSocket, version 13.";
            Refusal::new(Code::BadRequest, message)
        })?;
    let frames = Frames::new(messages, state.limits().body_bytes);
    let mut given = headers.get_all(AUTHORIZATION);
    let authorization = match (given.next(), given.next()) {
        (None, _) => None,
        (Some(value), None) => Some(value.to_str().unwrap_or_default()),
        // Which of two would be meant?
        (Some(_), Some(_)) => Some(""),
    };
    let origin = Origin {
        address,
        authorization: authorization.map(str::to_owned),
        request_id: request_log::id_of(request),
    };
    let conversation = Conversation::new(state.clone(), session, origin);
    let is_spoken = response.headers().contains_key(SEC_WEBSOCKET_PROTOCOL);
    actix_web::rt::spawn(async move {
        if is_spoken {
            conversation.hold(frames).await;
        } else {
            conversation.refuse(frames, Close::NoProtocol).await;
        }
        drop(ticket);
    });
    Ok(response)
}
