//! Traces: spans of requests and operations, sent to an OpenTelemetry collector. Only our own
//! spans, and nothing that a caller wrote but the name of an operation.

use std::{
    future::Future,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use opentelemetry::{KeyValue, trace::TracerProvider};
use opentelemetry_http::{Bytes, HttpClient, HttpError, Request, Response};
use opentelemetry_otlp::{ExporterBuildError, SpanExporter, WithExportConfig, WithHttpConfig};
use opentelemetry_sdk::{Resource, trace::SdkTracerProvider};
use tokio::runtime::Handle;
use tracing::{Level, Subscriber};
use tracing_subscriber::{Layer, filter::filter_fn, registry::LookupSpan};

/// A collector that takes longer has not got it.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long the end of the program waits for a collector.
const LAST_PATIENCE: Duration = Duration::from_secs(5);

/// Why no traces can be sent.
#[derive(Debug, thiserror::Error)]
pub enum TracesError {
    /// The client could not be made.
    #[error("cannot prepare to send traces: {0}")]
    Client(#[from] reqwest::Error),
    /// The address, or a variable of OpenTelemetry's own, cannot be used.
    #[error("telemetry.otlp_endpoint cannot be used: {0}")]
    Exporter(#[from] ExporterBuildError),
}

/// Traces on their way to a collector, in batches, every few seconds.
#[derive(Debug)]
pub struct Traces(SdkTracerProvider);

impl Traces {
    /// Prepares to send to `endpoint`, a whole address. Batches are gathered on a thread of their
    /// own and sent on `runtime`, which has to live until [`Traces::finish`].
    ///
    /// # Errors
    ///
    /// See [`TracesError`]. A collector that does not answer is none: it may come later.
    pub fn start(endpoint: &str, runtime: Handle) -> Result<Self, TracesError> {
        // It fails where TLS was prepared before, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder().timeout(PATIENCE).build()?;
        let client = Client {
            client,
            runtime,
            is_in_trouble: Arc::default(),
        };
        let exporter = SpanExporter::builder()
            .with_http()
            .with_http_client(client)
            .with_endpoint(endpoint)
            .with_timeout(PATIENCE)
            .build()?;
        let version = KeyValue::new("service.version", env!("CARGO_PKG_VERSION"));
        let resource = Resource::builder()
            .with_service_name("throughcare")
            .with_attribute(version)
            .build();
        let provider = SdkTracerProvider::builder()
            .with_batch_exporter(exporter)
            .with_resource(resource)
            .build();
        Ok(Self(provider))
    }

    /// Takes the spans of requests and operations, whatever is logged of them.
    pub fn layer<S>(&self) -> impl Layer<S> + Send + Sync + 'static
    where
        S: Subscriber + for<'a> LookupSpan<'a> + Send + Sync,
    {
        let is_ours = filter_fn(|metadata| {
            metadata.is_span()
                && *metadata.level() <= Level::INFO
                && metadata.target().starts_with("throughcare::http")
        });
        tracing_opentelemetry::layer()
            .with_tracer(self.0.tracer("throughcare"))
            // Where in our code a span began is for us, and changes with each version.
            .with_location(false)
            .with_threads(false)
            .with_target(false)
            .with_tracked_inactivity(false)
            .with_filter(is_ours)
    }

    /// Sends what is left. It waits, so no thread of the runtime may call it.
    pub fn finish(self) {
        if let Err(error) = self.0.shutdown_with_timeout(LAST_PATIENCE) {
            tracing::warn!(%error, "The last traces were not sent: {error}");
        }
    }
}

/// Sends on our runtime: the thread that gathers batches has none.
#[derive(Clone, Debug)]
struct Client {
    client: reqwest::Client,
    runtime: Handle,
    is_in_trouble: Arc<AtomicBool>,
}

impl HttpClient for Client {
    fn send_bytes<'client, 'sending>(
        &'client self,
        request: Request<Bytes>,
    ) -> Pin<Box<dyn Future<Output = Result<Response<Bytes>, HttpError>> + Send + 'sending>>
    where
        'client: 'sending,
        Self: 'sending,
    {
        let Self {
            client,
            runtime,
            is_in_trouble,
        } = self.clone();
        Box::pin(async move {
            let sent = runtime.spawn(async move { client.send_bytes(request).await });
            let outcome = match sent.await {
                Ok(outcome) => outcome,
                Err(error) => Err(error.into()),
            };
            let fault = match &outcome {
                Ok(reply) if reply.status().is_success() => None,
                Ok(reply) => Some(format!("it answered {}", reply.status())),
                Err(error) => Some(error.to_string()),
            };
            tell(&is_in_trouble, fault);
            outcome
        })
    }
}

/// Trouble is told when it begins and when it ends, not with each batch.
fn tell(is_in_trouble: &AtomicBool, fault: Option<String>) {
    let was = is_in_trouble.swap(fault.is_some(), Ordering::Relaxed);
    match fault {
        Some(fault) if !was => {
            tracing::warn!(fault, "The collector does not take traces: {fault}");
        }
        None if was => tracing::info!("The collector takes traces again"),
        _ => {}
    }
}
