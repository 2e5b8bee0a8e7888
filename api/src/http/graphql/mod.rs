//! GraphQL over HTTP, by its specification (`docs/adr/0002-graphql-over-http.md`).

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        Method,
        header::{AUTHORIZATION, CACHE_CONTROL, HeaderMap, HeaderName, HeaderValue, VARY},
    },
    web::{Data, Payload},
};
use async_graphql::{Response, parser::types::OperationType};
use tokio::time::{Instant, timeout_at};
use tracing::Instrument;

mod accept;
mod code;
mod cost;
mod document;
mod params;
mod reply;
mod shape;
#[cfg(test)]
pub(super) mod tests;
mod tokens;
mod trusted;

use self::accept::Media;
pub(super) use self::reply::{errors, settle};
pub use self::{
    code::{Code, Refusal},
    document::{Prepared, Transport},
    params::{Params, from_object},
    shape::Shape,
};
use super::{AppState, asked::Asked, request_log};
use crate::auth::Viewer;

const REVISION: HeaderName = HeaderName::from_static("x-throughcare-revision");
const COST: HeaderName = HeaderName::from_static("x-throughcare-cost");

/// Answers `/graphql`, whatever the method.
pub async fn handle(state: Data<AppState>, request: HttpRequest, body: Payload) -> HttpResponse {
    let request_id = request_log::id_of(&request);
    let mut asked = Asked::new(state.metrics().clone(), request_id);
    let mut reply = match accept::negotiate(request.headers()) {
        Some(media) => match respond(&state, &request, body, media, &mut asked).await {
            Ok(reply) => reply,
            Err(refusal) => reply::refuse(refusal, media, &mut asked),
        },
        None => {
            let message = "Accept application/graphql-response+json or application/json.";
            let refusal = Refusal::new(Code::NotAcceptable, message);
            reply::refuse(refusal, Media::Json, &mut asked)
        }
    };
    let headers = reply.headers_mut();
    headers.insert(VARY, HeaderValue::from_static("Accept"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let (false, Some(backend)) = (headers.contains_key(REVISION), state.backend()) {
        number(headers, REVISION, backend.revision());
    }
    reply
}

async fn respond(
    state: &AppState,
    request: &HttpRequest,
    body: Payload,
    media: Media,
    asked: &mut Asked,
) -> Result<HttpResponse, Refusal> {
    let deadline = Instant::now() + state.limits().request_time;
    let viewer = viewer(state, request.headers())?;
    let params = read(state, request, body, deadline).await?;
    let Prepared {
        request: query,
        name,
        kind,
        cost,
    } = prepare(state, params, &viewer, Transport::Http)?;
    if request.method() == Method::GET && kind != OperationType::Query {
        let message = "A GET request may only query; send a mutation by POST.";
        return Err(Refusal::method("POST", message));
    }
    let span = asked.is(name, kind, cost);
    let guard = state.guard();
    guard.spend(&viewer, guard.caller(request), cost)?;
    let response = run(state, query, viewer, deadline).instrument(span).await?;
    let revision = response.extensions.get("revision").map(ToString::to_string);
    let mut reply = reply::answer(response, media, asked);
    if let Some(revision) = revision.and_then(|revision| revision.parse().ok()) {
        number(reply.headers_mut(), REVISION, revision);
    }
    number(reply.headers_mut(), COST, cost);
    Ok(reply)
}

/// Whoever asks. One answer to whatever is wrong, before anything else is read.
fn viewer(state: &AppState, headers: &HeaderMap) -> Result<Viewer, Refusal> {
    let mut given = headers.get_all(AUTHORIZATION);
    let text = match (given.next(), given.next()) {
        (None, _) => None,
        (Some(text), None) => Some(text.to_str().unwrap_or_default()),
        // Which of two would be meant?
        (Some(_), Some(_)) => Some(""),
    };
    state
        .viewer(text)
        .map_err(|refused| Refusal::new(Code::Unauthenticated, refused.to_string()))
}

/// A request that may be run, if this viewer may ask it.
///
/// # Errors
///
/// What is wrong with the document, or with who asks it.
pub fn prepare(
    state: &AppState,
    mut params: Params,
    viewer: &Viewer,
    transport: Transport,
) -> Result<Prepared, Refusal> {
    let query = trusted::choose(&mut params, state.guard().documents(), viewer)?;
    document::prepare(query, params, transport, state.shape(), state.limits())
}

/// The answer to a request that is refused before it is read.
pub(super) fn refuse(refusal: Refusal, headers: &HeaderMap, asked: &mut Asked) -> HttpResponse {
    let media = accept::negotiate(headers).unwrap_or(Media::Json);
    reply::refuse(refusal, media, asked)
}

/// The request's parameters, by POST or by GET.
async fn read(
    state: &AppState,
    request: &HttpRequest,
    body: Payload,
    deadline: Instant,
) -> Result<Params, Refusal> {
    if request.method() == Method::GET {
        return params::from_address(request.query_string());
    }
    if request.method() != Method::POST {
        return Err(Refusal::method(
            "GET, POST",
            "Send the request by POST, or a query by GET.",
        ));
    }
    params::check_content_type(request)?;
    let most = state.limits().body_bytes;
    match timeout_at(deadline, body.to_bytes_limited(most)).await {
        Ok(Ok(Ok(bytes))) => params::from_body(&bytes),
        Ok(Ok(Err(_))) => Err(Refusal::new(
            Code::BadRequest,
            "The body did not arrive in one piece.",
        )),
        Ok(Err(_)) => {
            let message = format!("The body is longer than {most} bytes.");
            Err(Refusal::new(Code::PayloadTooLarge, message))
        }
        Err(_) => Err(Refusal::new(
            Code::RequestTimeout,
            "The body came too slowly.",
        )),
    }
}

/// Runs a query on the runtime of queries. Reading from memory never waits, so a query
/// that ran here could not be timed out, and everybody on this thread would wait for it.
///
/// # Errors
///
/// When there is nothing to answer from yet, no place free, or no time left.
pub async fn run(
    state: &AppState,
    query: async_graphql::Request,
    viewer: Viewer,
    deadline: Instant,
) -> Result<Response, Refusal> {
    let Some(backend) = state.backend() else {
        return Err(Refusal::new(
            Code::NotReady,
            "The register is being loaded; ask again soon.",
        ));
    };
    let place = state.guard().place()?;
    let answer = async move {
        // Kept until the query has ended, also when nobody waits for it any more.
        let _place = place;
        backend.execute(query, viewer).await
    };
    let mut running = state.runtime().spawn(answer.in_current_span());
    match timeout_at(deadline, &mut running).await {
        Ok(Ok(response)) => Ok(response),
        Ok(Err(error)) => {
            tracing::error!(%error, "A query broke off");
            Err(Refusal::new(Code::Internal, "internal error"))
        }
        Err(_) => {
            running.abort();
            let seconds = state.limits().request_time.as_secs();
            let message = format!("The query took longer than {seconds} seconds; ask for less.");
            Err(Refusal::new(Code::TimedOut, message))
        }
    }
}

fn number(headers: &mut HeaderMap, name: HeaderName, number: u64) {
    headers.insert(name, HeaderValue::from(number));
}
