//! HTTP, and nothing else: what comes in, what goes out. All of actix is here.

use std::{
    io,
    net::{SocketAddr, TcpListener},
};

use actix_web::{
    App, Error, HttpRequest, HttpResponse, HttpServer,
    body::MessageBody,
    dev::{Server, ServiceFactory, ServiceRequest, ServiceResponse},
    http::header,
    middleware::{Compress, from_fn},
    web,
};

mod asked;
pub mod backend;
mod boundaries;
mod cors;
mod dashboard;
pub mod graphql;
mod guard;
mod headers;
mod health;
mod metrics;
mod page;
mod request_log;
mod sign_in;
mod state;
mod ws;

pub use self::{guard::Guard, metrics::Metrics, state::AppState};

/// Why an address cannot be listened on.
#[derive(Debug, thiserror::Error)]
#[error("Cannot listen on {address}: {}", remedy(.error))]
pub struct ListenError {
    address: SocketAddr,
    // Not a source: the remedy says all of it.
    error: io::Error,
}

fn remedy(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AddrInUse => "another program listens there. Stop it, or choose another \
             port with --bind (port 0 takes any free one)."
            .to_owned(),
        io::ErrorKind::PermissionDenied => {
            "this user may not. Choose a port from 1024 up with --bind.".to_owned()
        }
        io::ErrorKind::AddrNotAvailable => "this machine has no such address. Choose one of its \
             own with --bind, or 0.0.0.0 for all of them."
            .to_owned(),
        _ => error.to_string(),
    }
}

/// Takes the address. Nothing is answered before [`start`].
///
/// # Errors
///
/// When somebody else has it, or it is not ours to take.
pub fn listen(address: SocketAddr) -> Result<TcpListener, ListenError> {
    TcpListener::bind(address).map_err(|error| ListenError { address, error })
}

/// Starts answering. The server runs while it is polled; when `stop` ends, it takes no more
/// connections and finishes the requests in hand, for `shutdown_time` at most.
///
/// # Errors
///
/// When the listener cannot be used.
pub fn start(
    listener: TcpListener,
    state: web::Data<AppState>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<Server> {
    let shutdown = state.limits().shutdown_time.as_secs();
    let shared = state.clone();
    let stop = async move {
        stop.await;
        // Sockets would be waited for as if they were requests in hand.
        shared.guard().stop();
    };
    let server = HttpServer::new(move || build(state.clone()))
        .shutdown_signal(stop)
        .shutdown_timeout(shutdown)
        .listen(listener)?;
    Ok(server.run())
}

/// Everything that is answered, on one state.
pub fn build(
    state: web::Data<AppState>,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody + 'static>,
        Error = Error,
        InitError = (),
    > + 'static,
> {
    let graphql = web::resource("/graphql")
        .route(
            web::get()
                .guard(actix_web::guard::fn_guard(ws::is_wanted))
                .to(ws::handle),
        )
        .default_service(web::to(graphql::handle))
        .wrap(cors::for_pages_of(state.guard().cors_origins()));
    // The last that wraps is the first that sees a request.
    App::new()
        .app_data(state)
        .service(graphql)
        .configure(health::routes)
        .configure(metrics::routes)
        .configure(page::routes)
        .configure(boundaries::routes)
        .configure(sign_in::routes)
        .configure(dashboard::routes)
        .default_service(web::to(not_found))
        .wrap(Compress::default())
        .wrap(from_fn(headers::secure))
        .wrap(from_fn(request_log::log))
}

async fn not_found(request: HttpRequest) -> HttpResponse {
    if let Some(page) = dashboard::not_found(&request) {
        return page;
    }
    nothing_here()
}

/// The answer to a program that asks for what is not there.
fn nothing_here() -> HttpResponse {
    HttpResponse::NotFound()
        .insert_header(header::ContentType::plaintext())
        .body("Not found. GraphQL is at /graphql, the query page at /query.\n")
}

/// The answer to a method that a path does not know.
async fn get_only() -> HttpResponse {
    HttpResponse::MethodNotAllowed()
        .insert_header((header::ALLOW, "GET, HEAD"))
        .insert_header(header::ContentType::plaintext())
        .body("This address answers GET only.\n")
}

/// A path that answers GET (and HEAD) and refuses the rest.
fn getter<F, Args>(path: &str, handler: F) -> actix_web::Resource
where
    F: actix_web::Handler<Args>,
    Args: actix_web::FromRequest + 'static,
    F::Output: actix_web::Responder + 'static,
{
    use actix_web::guard::{Any, Get, Head};
    web::resource(path)
        .route(web::route().guard(Any(Get()).or(Head())).to(handler))
        .default_service(web::to(get_only))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_named_with_its_remedy() {
        let first = listen(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
        let address = first.local_addr().unwrap();
        let told = listen(address).unwrap_err().to_string();
        assert!(
            told.starts_with(&format!("Cannot listen on {address}: another program")),
            "{told}"
        );
        assert!(told.ends_with("(port 0 takes any free one)."), "{told}");
    }
}
