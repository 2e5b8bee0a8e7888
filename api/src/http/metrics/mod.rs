//! What is counted and measured, for Prometheus to fetch.

use std::{
    collections::BTreeSet,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use async_graphql::parser::parse_query;
use prometheus_client::{
    encoding::{EncodeLabelSet, text},
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::{Registry, Unit},
};

mod scrape;

pub(super) use self::scrape::routes;

/// Names of operations that are told apart; the others are counted as `other`.
const MOST_NAMES: usize = 200;
/// Characters of a name.
const LONGEST_NAME: usize = 60;
const SECONDS: [f64; 14] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0,
];
const COSTS: [f64; 9] = [
    10.0,
    100.0,
    1_000.0,
    5_000.0,
    10_000.0,
    25_000.0,
    50_000.0,
    250_000.0,
    1_000_000.0,
];

/// What became of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was answered without an error.
    Ok,
    /// The fault was the caller's.
    Refused,
    /// The fault was ours.
    Failed,
    /// It took too long.
    TimedOut,
    /// The caller went away before the answer.
    Gone,
}

impl Outcome {
    const fn label(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Refused => "refused",
            Self::Failed => "failed",
            Self::TimedOut => "timed_out",
            Self::Gone => "gone",
        }
    }
}

/// What is counted and measured. A clone counts into the same numbers.
#[derive(Clone)]
pub struct Metrics(Arc<Numbers>);

struct Numbers {
    registry: Registry,
    /// Names of operations that have numbers of their own.
    names: Mutex<BTreeSet<String>>,
    operations: Family<Answered, Counter>,
    seconds: Family<Asked, Histogram, fn() -> Histogram>,
    cost: Family<Kind, Histogram, fn() -> Histogram>,
    in_flight: Gauge,
    sockets: Gauge,
    revision: Gauge,
    database_errors: Counter,
    since_follow: Gauge,
    memory: Option<Gauge>,
    followed: Mutex<Instant>,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Answered {
    operation: String,
    kind: &'static str,
    outcome: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Asked {
    operation: String,
    kind: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Kind {
    kind: &'static str,
}

impl Metrics {
    /// Nothing counted yet. The operations of `names`, those of trusted documents, have numbers of
    /// their own whoever else asks; there is room for 200 names in all.
    pub fn new(names: impl IntoIterator<Item = String>) -> Self {
        let names = names.into_iter().map(|name| plain(&name));
        let seconds: fn() -> Histogram = || Histogram::new(SECONDS);
        let cost: fn() -> Histogram = || Histogram::new(COSTS);
        let mut numbers = Numbers {
            registry: Registry::default(),
            names: Mutex::new(names.take(MOST_NAMES).collect()),
            operations: Family::default(),
            seconds: Family::new_with_constructor(seconds),
            cost: Family::new_with_constructor(cost),
            in_flight: Gauge::default(),
            sockets: Gauge::default(),
            revision: Gauge::default(),
            database_errors: Counter::default(),
            since_follow: Gauge::default(),
            memory: resident_bytes().map(|_| Gauge::default()),
            followed: Mutex::new(Instant::now()),
        };
        numbers.register();
        Self(Arc::new(numbers))
    }

    /// The same, with the operations of these documents told apart.
    pub fn of_documents<'a>(documents: impl IntoIterator<Item = &'a str>) -> Self {
        let documents = documents.into_iter();
        let read = documents.filter_map(|text| parse_query(text).ok());
        Self::new(read.flat_map(|document| {
            let names = document.operations.iter().filter_map(|(name, _)| name);
            names.map(ToString::to_string).collect::<Vec<_>>()
        }))
    }

    /// An operation began: it is in flight until [`Metrics::ended`].
    pub(super) fn began(&self) {
        self.0.in_flight.inc();
    }

    /// An operation ended. `name` is told apart if there is room for it.
    pub(super) fn ended(&self, of: Ended<'_>) {
        let numbers = &self.0;
        numbers.in_flight.dec();
        let operation = match of.kind {
            "unknown" => "unknown".to_owned(),
            _ => numbers.label(of.name),
        };
        let (kind, outcome) = (of.kind, of.outcome.label());
        let asked = Asked {
            operation: operation.clone(),
            kind,
        };
        let seconds = of.took.as_secs_f64();
        numbers.seconds.get_or_create(&asked).observe(seconds);
        let answered = Answered {
            operation,
            kind,
            outcome,
        };
        numbers.operations.get_or_create(&answered).inc();
        if let Some(cost) = of.cost {
            // A cost beyond 2^53 has long been refused.
            numbers
                .cost
                .get_or_create(&Kind { kind })
                .observe(cost as f64);
        }
    }

    /// A WebSocket was opened.
    pub fn socket_opened(&self) {
        self.0.sockets.inc();
    }

    /// A WebSocket was closed.
    pub fn socket_closed(&self) {
        self.0.sockets.dec();
    }

    /// The database was asked for its revision, and answered.
    pub fn followed(&self) {
        *lock(&self.0.followed) = Instant::now();
    }

    /// The database did not do what it was asked.
    pub fn database_failed(&self) {
        self.0.database_errors.inc();
    }

    /// Everything, as text; `revision` is that of the Atlas, if there is one.
    fn text(&self, revision: Option<u64>) -> Result<String, fmt::Error> {
        let numbers = &self.0;
        let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        numbers.revision.set(whole(revision.unwrap_or(0)));
        let since = lock(&numbers.followed).elapsed();
        numbers.since_follow.set(whole(since.as_secs()));
        if let (Some(gauge), Some(bytes)) = (&numbers.memory, resident_bytes()) {
            gauge.set(whole(bytes));
        }
        let mut text = String::new();
        text::encode(&mut text, &numbers.registry)?;
        Ok(text)
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new([])
    }
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metrics").finish_non_exhaustive()
    }
}

/// An operation that ended.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ended<'a> {
    /// Its name in the document.
    pub name: Option<&'a str>,
    /// `query`, `mutation`, `subscription`, or `unknown` where the document could not be used.
    pub kind: &'static str,
    /// What became of it.
    pub outcome: Outcome,
    /// What it cost, where that is known.
    pub cost: Option<u64>,
    /// How long it took.
    pub took: Duration,
}

impl Numbers {
    fn register(&mut self) {
        if let Some(memory) = &self.memory {
            self.registry.register_with_unit(
                "process_resident_memory",
                "Memory of the process that is in RAM",
                Unit::Bytes,
                memory.clone(),
            );
        }
        let ours = self.registry.sub_registry_with_prefix("throughcare");
        let operations = "GraphQL operations, by what became of them";
        ours.register("operations", operations, self.operations.clone());
        ours.register_with_unit(
            "operation_duration",
            "From the request's first byte to its answer",
            Unit::Seconds,
            self.seconds.clone(),
        );
        let cost = "What operations cost, as it is weighed before they run";
        ours.register("operation_cost", cost, self.cost.clone());
        let in_flight = "GraphQL operations in hand";
        ours.register("operations_in_flight", in_flight, self.in_flight.clone());
        ours.register("sockets_open", "WebSockets open", self.sockets.clone());
        let revision = "Revision of the Atlas in memory, 0 before there is one";
        ours.register("atlas_revision", revision, self.revision.clone());
        ours.register_with_unit(
            "since_last_follow",
            "Since the database was last asked for its revision and answered",
            Unit::Seconds,
            self.since_follow.clone(),
        );
        let errors = "Times that the database did not do what it was asked";
        ours.register("database_errors", errors, self.database_errors.clone());
    }

    /// The name that an operation is counted under. What callers make up cannot add numbers
    /// without end: after 200 names, new ones are `other`.
    fn label(&self, name: Option<&str>) -> String {
        let Some(name) = name.map(plain).filter(|name| !name.is_empty()) else {
            return "anonymous".to_owned();
        };
        let mut names = lock(&self.names);
        if names.contains(&name) {
            name
        } else if names.len() < MOST_NAMES {
            names.insert(name.clone());
            name
        } else {
            "other".to_owned()
        }
    }
}

/// A name as labels and spans have it: short, and of letters, digits and `_` only.
pub(super) fn plain(name: &str) -> String {
    let is_plain = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
    name.chars().filter(is_plain).take(LONGEST_NAME).collect()
}

/// Memory of this process that is in RAM; `None` where the system does not say.
fn resident_bytes() -> Option<u64> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    // `statm` counts pages, whose size it leaves open; `status` counts kibibytes.
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    kibibytes.checked_mul(1024)
}

/// What a panic elsewhere left locked is still right: each change is one step.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended<'a>(name: Option<&'a str>, kind: &'static str) -> Ended<'a> {
        Ended {
            name,
            kind,
            outcome: Outcome::Ok,
            cost: Some(12),
            took: Duration::from_millis(3),
        }
    }

    #[test]
    fn names_that_callers_make_up_end_as_other_and_trusted_ones_do_not() {
        let metrics = Metrics::of_documents(["query Trusted { a } query Second { b }", "{ c"]);
        for number in 0..1_000 {
            metrics.began();
            metrics.ended(ended(Some(&format!("Made{number}")), "query"));
        }
        metrics.ended(ended(Some("Trusted"), "query"));
        metrics.ended(ended(None, "mutation"));
        metrics.ended(ended(Some("x"), "unknown"));
        let text = metrics.text(Some(5)).unwrap();
        let count = |start: &str| text.lines().filter(|line| line.starts_with(start)).count();
        // The 199 names asked by, `other`, `anonymous` and `unknown`.
        assert_eq!(count("throughcare_operations_total{"), 202);
        for part in [
            "throughcare_operations_total{operation=\"Trusted\",kind=\"query\",outcome=\"ok\"} 1",
            "throughcare_operations_total{operation=\"other\",kind=\"query\",outcome=\"ok\"} 802",
            "operation=\"anonymous\",kind=\"mutation\"",
            "throughcare_atlas_revision 5",
            "throughcare_operation_duration_seconds_bucket{le=\"0.0025\",operation=\"Trusted\",kind=\"query\"} 0",
            "throughcare_operation_cost_count{kind=\"query\"} 1001",
        ] {
            assert!(text.contains(part), "{part} is missing");
        }
        assert!(text.ends_with("# EOF\n"));
    }

    #[test]
    fn a_name_is_short_and_plain() {
        assert_eq!(plain("Care_9"), "Care_9");
        assert_eq!(plain("a\"} 1\nb{é"), "a1b");
        assert_eq!(plain(&"x".repeat(500)).len(), LONGEST_NAME);
    }

    #[test]
    fn what_is_open_is_counted_up_and_down() {
        let metrics = Metrics::default();
        metrics.socket_opened();
        metrics.socket_opened();
        metrics.socket_closed();
        metrics.began();
        metrics.database_failed();
        metrics.followed();
        let text = metrics.text(None).unwrap();
        for part in [
            "throughcare_sockets_open 1",
            "throughcare_operations_in_flight 1",
            "throughcare_database_errors_total 1",
            "throughcare_since_last_follow_seconds 0",
            "throughcare_atlas_revision 0",
        ] {
            assert!(text.contains(part), "{part} is missing from\n{text}");
        }
        let memory = text
            .lines()
            .find_map(|line| line.strip_prefix("process_resident_memory_bytes "));
        let is_some_memory = memory.is_some_and(|bytes| bytes.parse::<u64>().unwrap() > 1_000_000);
        assert_eq!(is_some_memory, cfg!(target_os = "linux"));
    }
}
