//! The whole server, asked without a socket.

use actix_web::body::to_bytes;
use actix_web::http::header::HeaderMap;
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::web::Data;
use serde_json::Value;
use throughcare::config::Config;
use throughcare::http::{AppState, Guard, build};

use crate::app::runtime;

/// What came back.
pub struct Answer {
    /// The status, as 200.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// The bytes, as they were sent.
    pub body: Vec<u8>,
}

impl Answer {
    /// A header; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().expect("text"))
    }

    /// The body, read.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }
}

/// Asks one server for everything, in this order. `with` gives the server what it serves.
pub fn send(
    config: Config,
    with: impl FnOnce(AppState) -> AppState,
    requests: Vec<TestRequest>,
) -> Vec<Answer> {
    actix_web::rt::System::new().block_on(async move {
        let guard = Guard::new(&config);
        let sdl = throughcare::graphql::sdl();
        let state = with(AppState::new(config.limits, guard, sdl, runtime(), 1));
        let service = init_service(build(Data::new(state))).await;
        let mut answers = Vec::new();
        for request in requests {
            let response = call_service(&service, request.to_request()).await;
            let (status, headers) = (response.status().as_u16(), response.headers().clone());
            let body = to_bytes(response.into_body()).await;
            let body = body.map_err(|_| "no body").expect("a body").to_vec();
            answers.push(Answer {
                status,
                headers,
                body,
            });
        }
        answers
    })
}
