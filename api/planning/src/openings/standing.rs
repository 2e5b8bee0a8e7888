//! Whether an opening can be applied for on a day.

use chrono::NaiveDate;

use crate::closed::OpeningStatus;
use crate::facts::Opening;

/// What can be done about an opening on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It can be applied for.
    Open,
    /// It opens later.
    Forthcoming,
    /// No closing date is on record, and nobody says that it has closed.
    Undated,
    /// It has closed.
    Closed,
}

/// An opening's standing on a day, and how long is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// What can be done.
    pub standing: Standing,
    /// Days until the last day of applications, that day not counted; `None`
    /// unless it is open.
    pub days_left: Option<i64>,
    /// Days until the first day of applications; `None` unless it opens later
    /// on a day on record.
    pub days_until_open: Option<i64>,
}

/// What can be done about an opening on a day. Its dates go before the word of
/// its source, which was said on another day: a start counts from the first day
/// that it may mean and an end to the last.
pub fn when(opening: &Opening, day: NaiveDate) -> When {
    let days = |until: NaiveDate| (until - day).num_days();
    let opens = opening.opens_on.map(|date| date.first());
    let closes = opening.closes_on.map(|date| date.last());
    let closed = When {
        standing: Standing::Closed,
        days_left: None,
        days_until_open: None,
    };
    if closes.is_some_and(|last| last < day) {
        return closed;
    }
    if let Some(first) = opens.filter(|first| *first > day) {
        return When {
            standing: Standing::Forthcoming,
            days_until_open: Some(days(first)),
            ..closed
        };
    }
    let over = matches!(
        opening.status,
        OpeningStatus::Closed | OpeningStatus::Abandoned
    );
    match (opens, closes) {
        (Some(_), Some(last)) => When {
            standing: Standing::Open,
            days_left: Some(days(last)),
            ..closed
        },
        _ if over => closed,
        (None, _) if opening.status == OpeningStatus::Forthcoming => When {
            standing: Standing::Forthcoming,
            ..closed
        },
        (None, Some(last)) => When {
            standing: Standing::Open,
            days_left: Some(days(last)),
            ..closed
        },
        (_, None) => When {
            standing: Standing::Undated,
            ..closed
        },
    }
}
