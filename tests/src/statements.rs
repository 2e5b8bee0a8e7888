//! Counts the SQL statements that run meanwhile, from the database driver's
//! own log.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tracing::subscriber::DefaultGuard;
use tracing_subscriber::Layer;
use tracing_subscriber::layer::{Context, SubscriberExt};

/// Counts statements on this thread until it is dropped.
pub struct StatementCount {
    count: Arc<AtomicUsize>,
    _guard: DefaultGuard,
}

struct Counting(Arc<AtomicUsize>);

impl<S: tracing::Subscriber> Layer<S> for Counting {
    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        if event.metadata().target().starts_with("sqlx::query") {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }
}

impl StatementCount {
    /// Begins to count.
    pub fn begin() -> Self {
        let count = Arc::new(AtomicUsize::new(0));
        let layer = Counting(Arc::clone(&count));
        let subscriber = tracing_subscriber::registry().with(layer);
        Self {
            count,
            _guard: tracing::subscriber::set_default(subscriber),
        }
    }

    /// Statements so far.
    pub fn so_far(&self) -> usize {
        self.count.load(Ordering::SeqCst)
    }
}
