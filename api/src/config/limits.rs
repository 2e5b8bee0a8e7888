//! How much one request may ask for.

use std::{ops::RangeInclusive, time::Duration};

use super::{fault::Wrong, layers::Layers, setting::Setting};

/// Rows of the longest page.
pub const MAX_PAGE: Setting = Setting::within("limits", "max_page", "200");
/// Fields inside fields.
pub const MAX_DEPTH: Setting = Setting::within("limits", "max_depth", "15");
/// Fields in the answer.
pub const MAX_COMPLEXITY: Setting = Setting::within("limits", "max_complexity", "50000");
/// Bytes of a request's body.
pub const BODY_BYTES: Setting = Setting::within("limits", "body_bytes", "262144");
/// Seconds for a request.
pub const REQUEST_SECONDS: Setting = Setting::within("limits", "request_seconds", "20");
/// Seconds for the requests in hand when the server is told to stop.
pub const SHUTDOWN_SECONDS: Setting = Setting::within("limits", "shutdown_seconds", "10");
/// Queries that run at one time.
pub const MAX_CONCURRENT: Setting = Setting::within("limits", "max_concurrent", "64");
/// What a caller's queries may cost in a minute.
pub const RATE_COST: Setting = Setting::within("limits", "rate_cost", "2000000");
/// What they may cost at once.
pub const RATE_BURST: Setting = Setting::within("limits", "rate_burst", "500000");

/// How much one request may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Rows of the longest page.
    pub max_page: u32,
    /// Fields inside fields; introspection by usual tools needs 15.
    pub max_depth: u32,
    /// Fields that the answer might hold, rows counted.
    pub max_complexity: u32,
    /// Bytes of a request's body.
    pub body_bytes: usize,
    /// After this, a request is answered with 503.
    pub request_time: Duration,
    /// How long a stopping server waits for the requests in hand.
    pub shutdown_time: Duration,
    /// Queries that run at one time; one more is answered with 503.
    pub max_concurrent: usize,
    /// What a caller's queries may cost in a minute; 0 for no limit.
    pub rate_cost: u32,
    /// What they may cost at once, after a pause. It is never taken to be less than
    /// `max_complexity`, so that every query that is allowed can be asked.
    pub rate_burst: u32,
}

impl Limits {
    pub(super) fn read(layers: &mut Layers) -> Self {
        Self {
            max_page: whole(layers, &MAX_PAGE, 1..=1_000),
            max_depth: whole(layers, &MAX_DEPTH, 5..=30),
            max_complexity: whole(layers, &MAX_COMPLEXITY, 100..=10_000_000),
            body_bytes: whole(layers, &BODY_BYTES, 1_024..=16_777_216),
            request_time: Duration::from_secs(whole(layers, &REQUEST_SECONDS, 1..=600)),
            shutdown_time: Duration::from_secs(whole(layers, &SHUTDOWN_SECONDS, 0..=600)),
            max_concurrent: whole(layers, &MAX_CONCURRENT, 1..=10_000),
            rate_cost: whole(layers, &RATE_COST, 0..=1_000_000_000),
            rate_burst: whole(layers, &RATE_BURST, 100..=1_000_000_000),
        }
    }
}

/// A whole number within bounds.
pub(super) fn whole<T: TryFrom<u64>>(
    layers: &mut Layers,
    setting: &Setting,
    range: RangeInclusive<u64>,
) -> T {
    layers.read(setting, |text| {
        let (least, most) = (range.start(), range.end());
        let right = format!("a whole number from {least} to {most}");
        let number: u64 = text
            .replace('_', "")
            .parse()
            .map_err(|_| Wrong::new(format!("is {text:?}, not a whole number"), right.clone()))?;
        if !range.contains(&number) {
            return Err(Wrong::new(format!("is {number}, out of range"), right));
        }
        T::try_from(number).map_err(|_| Wrong::new(format!("is {number}, out of range"), right))
    })
}
