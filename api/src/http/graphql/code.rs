//! Why a request is refused: the closed list of codes that this layer gives.

use actix_web::http::StatusCode;
use async_graphql::Pos;

/// A code, stable; messages may improve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The request is not a GraphQL request.
    BadRequest,
    /// The token, or what stands in its place, is not good.
    Unauthenticated,
    /// The query is not GraphQL.
    ParseError,
    /// The query does not fit the schema, or its variables do not fit the query.
    ValidationError,
    /// A value has the right kind and means nothing: `2026-02-30`.
    BadInput,
    /// Fields inside fields inside fields.
    QueryTooDeep,
    /// The answer could be larger than allowed.
    QueryTooCostly,
    /// Not GET or POST, or GET for something else than a query.
    MethodNotAllowed,
    /// No type that we can answer in is accepted.
    NotAcceptable,
    /// The body came too slowly.
    RequestTimeout,
    /// The body is too long.
    PayloadTooLarge,
    /// The body is not `application/json`.
    UnsupportedMediaType,
    /// No document of the file has the hash.
    PersistedQueryNotFound,
    /// Without a token only documents of the file may be asked.
    DocumentNotTrusted,
    /// A page of a host that may not ask.
    OriginNotAllowed,
    /// The caller's queries cost more than is allowed in a while.
    RateLimited,
    /// More operations on one socket than are allowed.
    TooManyOperations,
    /// As much runs as is allowed at one time.
    Overloaded,
    /// The register is still being loaded.
    NotReady,
    /// The query ran out of time.
    TimedOut,
    /// Our own fault; the log has the reason under the request's id.
    Internal,
}

impl Code {
    /// As it is written in `extensions.code`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BadRequest => "BAD_REQUEST",
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::ParseError => "PARSE_ERROR",
            Self::ValidationError => "VALIDATION_ERROR",
            Self::BadInput => "BAD_INPUT",
            Self::QueryTooDeep => "QUERY_TOO_DEEP",
            Self::QueryTooCostly => "QUERY_TOO_COSTLY",
            Self::MethodNotAllowed => "METHOD_NOT_ALLOWED",
            Self::NotAcceptable => "NOT_ACCEPTABLE",
            Self::RequestTimeout => "REQUEST_TIMEOUT",
            Self::PayloadTooLarge => "PAYLOAD_TOO_LARGE",
            Self::UnsupportedMediaType => "UNSUPPORTED_MEDIA_TYPE",
            Self::PersistedQueryNotFound => "PERSISTED_QUERY_NOT_FOUND",
            Self::DocumentNotTrusted => "DOCUMENT_NOT_TRUSTED",
            Self::OriginNotAllowed => "ORIGIN_NOT_ALLOWED",
            Self::RateLimited => "RATE_LIMITED",
            Self::TooManyOperations => "TOO_MANY_OPERATIONS",
            Self::Overloaded => "OVERLOADED",
            Self::NotReady => "NOT_READY",
            Self::TimedOut => "TIMED_OUT",
            Self::Internal => "INTERNAL",
        }
    }

    /// The status under `application/graphql-response+json`.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::Unauthenticated => StatusCode::UNAUTHORIZED,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Self::RequestTimeout => StatusCode::REQUEST_TIMEOUT,
            Self::PayloadTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::DocumentNotTrusted | Self::OriginNotAllowed => StatusCode::FORBIDDEN,
            Self::RateLimited | Self::TooManyOperations => StatusCode::TOO_MANY_REQUESTS,
            Self::Overloaded | Self::NotReady | Self::TimedOut => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::BAD_REQUEST,
        }
    }

    /// Whether the request was well made and only its document is refused. Older clients, which
    /// accept `application/json`, expect 200 then.
    pub const fn is_of_the_document(self) -> bool {
        matches!(
            self,
            Self::ParseError | Self::ValidationError | Self::QueryTooDeep | Self::QueryTooCostly
        )
    }
}

/// A request refused before it was run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub code: Code,
    /// For people. It never repeats the query.
    pub message: String,
    /// Where in the query.
    pub locations: Vec<Pos>,
    /// The methods that are allowed, with `MethodNotAllowed`.
    pub allow: Option<&'static str>,
    /// Seconds after which the same may be answered.
    pub retry_after: Option<u64>,
}

impl Refusal {
    /// A refusal of the whole request.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            locations: Vec::new(),
            allow: None,
            retry_after: None,
        }
    }

    /// Says when to come again.
    pub fn retry_after(self, seconds: u64) -> Self {
        Self {
            retry_after: Some(seconds),
            ..self
        }
    }

    /// Says where in the query.
    pub fn at(self, position: Pos) -> Self {
        Self {
            locations: vec![position],
            ..self
        }
    }

    /// 405, with the methods that would do.
    pub fn method(allow: &'static str, message: &str) -> Self {
        Self {
            allow: Some(allow),
            ..Self::new(Code::MethodNotAllowed, message)
        }
    }
}
