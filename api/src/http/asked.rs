//! One GraphQL operation from its first byte to its answer: counted, timed, traced, and found
//! again by its request's id.

use std::time::Instant;

use async_graphql::{
    ErrorExtensionValues, Response, ServerError, Value, parser::types::OperationType,
};
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt;

use super::{
    graphql::Code,
    metrics::{Ended, Metrics, Outcome, plain},
};

/// An operation in hand. When it is dropped, it is counted.
#[derive(Debug)]
pub(super) struct Asked {
    metrics: Metrics,
    request_id: String,
    began: Instant,
    name: Option<String>,
    kind: &'static str,
    cost: Option<u64>,
    outcome: Outcome,
    span: Span,
}

impl Asked {
    /// An operation begins, of which nothing is known yet. `request_id` is what a user can quote.
    pub fn new(metrics: Metrics, request_id: String) -> Self {
        metrics.began();
        Self {
            metrics,
            request_id,
            began: Instant::now(),
            name: None,
            kind: "unknown",
            cost: None,
            outcome: Outcome::Gone,
            span: Span::none(),
        }
    }

    /// What it is, now that its document is read. Neither its text nor its variables are kept. It
    /// is to run in the span.
    pub fn is(&mut self, name: Option<String>, kind: OperationType, cost: u64) -> Span {
        self.kind = match kind {
            OperationType::Query => "query",
            OperationType::Mutation => "mutation",
            OperationType::Subscription => "subscription",
        };
        self.cost = Some(cost);
        self.span = tracing::info_span!("operation");
        let span = &self.span;
        if let Some(name) = &name {
            span.set_attribute("graphql.operation.name", plain(name));
        }
        span.set_attribute("graphql.operation.type", self.kind);
        span.set_attribute("throughcare.cost", signed(cost));
        self.name = name;
        span.clone()
    }

    /// It was answered; errors that are ours name the request.
    pub fn answered(&mut self, response: &mut Response) {
        let mut is_ours = false;
        for error in &mut response.errors {
            is_ours |= self.quote(error);
        }
        if let Some(Value::Number(revision)) = response.extensions.get("revision") {
            let revision = revision.as_u64().unwrap_or(0);
            self.span
                .set_attribute("throughcare.revision", signed(revision));
        }
        self.outcome = match (is_ours, response.errors.is_empty()) {
            (true, _) => Outcome::Failed,
            (false, true) => Outcome::Ok,
            (false, false) => Outcome::Refused,
        };
    }

    /// It was refused with this error, which names the request if the fault is ours.
    pub fn refused(&mut self, code: Code, error: &mut ServerError) {
        self.quote(error);
        self.outcome = match code {
            Code::TimedOut => Outcome::TimedOut,
            Code::Internal | Code::NotReady => Outcome::Failed,
            _ => Outcome::Refused,
        };
    }

    /// Puts the request's id into an error of ours; whether it is one.
    fn quote(&self, error: &mut ServerError) -> bool {
        let code = error
            .extensions
            .as_ref()
            .and_then(|extensions| extensions.get("code"));
        let is_ours = matches!(code, Some(Value::String(code)) if code == Code::Internal.as_str());
        if is_ours {
            error
                .extensions
                .get_or_insert_with(ErrorExtensionValues::default)
                .set("requestId", self.request_id.as_str());
        }
        is_ours
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        self.metrics.ended(Ended {
            name: self.name.as_deref(),
            kind: self.kind,
            outcome: self.outcome,
            cost: self.cost,
            took: self.began.elapsed(),
        });
    }
}

/// Attributes of spans are signed.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
