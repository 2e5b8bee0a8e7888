//! What one record says of one day.

use chrono::NaiveDate;

use crate::atlas::{Atlas, Closing, CoverageLinks};
use crate::closed::Status;
use crate::dates::{PartialDate, months_after};
use crate::facts::Coverage;
use crate::table::Ix;

/// A record without a start is stale so long after its source's date.
pub const STALE_AFTER_MONTHS: u32 = 24;

/// What a record says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The offer runs.
    Live,
    /// It runs, unless the imprecise start lies later.
    PerhapsLive,
    /// Another record of the same service says that it has ended, and no date
    /// tells which is later.
    Disputed,
    /// There is none.
    Absent,
    /// It ran and has ended.
    Lapsed,
    /// It is contracted or announced.
    Planned,
    /// The procurement was abandoned: covers nothing.
    Abandoned,
    /// Worth following up: covers nothing.
    Lead,
    /// Nothing about this day.
    Silent,
}

impl Standing {
    /// Whether it says that the offer runs.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Live | Self::PerhapsLive)
    }
}

macro_rules! flags {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $code:literal;)+) => {
        /// Something to know about a record or an answer.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Flag { $($(#[$doc])* $name),+ }

        impl Flag {
            /// Every flag, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            const fn bit(self) -> u32 {
                match self { $(Self::$name => 1 << $bit),+ }
            }
        }
    };
}

flags! {
    /// Neither a period nor a source date is on record.
    Undated = 0, "UNDATED";
    /// No start, and the source is more than 24 months older than the date.
    Stale = 1, "STALE";
    /// Planned to have begun by now; nobody says that it has.
    Overdue = 2, "OVERDUE";
    /// The base term has ended and no extension is confirmed.
    LapsedUnlessExtended = 3, "LAPSED_UNLESS_EXTENDED";
    /// The date falls in a start or end known to the month or year only.
    ImpreciseDate = 4, "IMPRECISE_DATE";
    /// The record holds up to its end; when it began is not on record.
    StartNotOnRecord = 5, "START_NOT_ON_RECORD";
    /// It has ended; when is not on record.
    EndNotOnRecord = 6, "END_NOT_ON_RECORD";
    /// Its end is stated by another record of the same service.
    EndFromSibling = 7, "END_FROM_ANOTHER_RECORD";
    /// It speaks of an unknown share of a district.
    ShareUnknown = 8, "SHARE_UNKNOWN";
    /// It evidences the family of offers, not this one.
    FamilyEvidence = 9, "FAMILY_EVIDENCE_ONLY";
    /// It covers a part of the cohort asked about.
    PartOfCohort = 10, "PART_OF_COHORT";
    /// An absence overtaken by a later start.
    Overtaken = 11, "OVERTAKEN_BY_A_LATER_START";
    /// It speaks of an area around the prison, not of the prison.
    AreaAroundPlace = 12, "AREA_AROUND_THE_PLACE";
    /// A follow-on is planned.
    PlannedFollows = 13, "PLANNED_FOLLOWS";
    /// Somebody looked and found none.
    LookedForNoneFound = 14, "LOOKED_FOR_NONE_FOUND";
    /// A procurement for it was abandoned.
    AbandonedProcurement = 15, "ABANDONED_PROCUREMENT";
    /// It speaks of another stage than the one asked about.
    AnotherStage = 16, "ANOTHER_STAGE";
}

/// A set of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(u32);

impl Flags {
    /// No flag.
    pub const NONE: Self = Self(0);

    /// One flag.
    pub const fn one(flag: Flag) -> Self {
        Self(flag.bit())
    }

    /// Both sets.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set with a flag more.
    pub const fn with(self, flag: Flag) -> Self {
        Self(self.0 | flag.bit())
    }

    /// Whether it holds a flag.
    pub const fn has(self, flag: Flag) -> bool {
        self.0 & flag.bit() != 0
    }

    /// The flags, in order.
    pub fn iter(self) -> impl Iterator<Item = Flag> {
        Flag::ALL
            .iter()
            .copied()
            .filter(move |flag| self.has(*flag))
    }
}

/// What a record says of a day, and what to know about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What it says.
    pub standing: Standing,
    /// What to know.
    pub flags: Flags,
}

/// Reads one record of the Atlas on one day.
pub fn reading_of(atlas: &Atlas, record: Ix<Coverage>, day: NaiveDate) -> Reading {
    let links = atlas.coverage_links(record);
    let reading = read(atlas.coverage.get(record), links, day);
    match (reading.standing, links.closing) {
        // A word that does not speak of the day contradicts nothing on it.
        (Standing::Disputed, Some(Closing::Contradicted(other)))
            if read(atlas.coverage.get(other), atlas.coverage_links(other), day).standing
                != Standing::Lapsed =>
        {
            Reading {
                standing: Standing::Live,
                ..reading
            }
        }
        _ => reading,
    }
}

/// Reads one record on one day, apart from what another may say of that day:
/// see [`reading_of`].
pub fn read(row: &Coverage, links: &CoverageLinks, day: NaiveDate) -> Reading {
    match row.status {
        Status::Live => live(row, links, day),
        Status::Ended => ended(row, links, day),
        Status::Absent => absent(row, links, day),
        Status::Planned => planned(row, links, day),
        Status::Abandoned => noted(Standing::Abandoned, links, day),
        Status::Unclear => noted(Standing::Lead, links, day),
    }
}

const fn plain(standing: Standing) -> Reading {
    flagged(standing, Flags::NONE)
}

const fn flagged(standing: Standing, flags: Flags) -> Reading {
    Reading { standing, flags }
}

/// On record by that day: sources without a date are taken to be.
fn on_record(links: &CoverageLinks, day: NaiveDate) -> bool {
    links.told_on.is_none_or(|told| told.first() <= day)
}

fn noted(standing: Standing, links: &CoverageLinks, day: NaiveDate) -> Reading {
    if on_record(links, day) {
        plain(standing)
    } else {
        plain(Standing::Silent)
    }
}

fn live(row: &Coverage, links: &CoverageLinks, day: NaiveDate) -> Reading {
    let (end, mut flags) = match (row.base_ends_on, row.ends_on, links.closing) {
        // Within the extension that nobody has confirmed.
        (Some(base), full, _) if full.is_none_or(|full| day <= full.last()) => {
            (Some(base), Flags::one(Flag::LapsedUnlessExtended))
        }
        (_, Some(end), _) => (Some(end), Flags::NONE),
        (None, None, Some(Closing::EndsOn(end, _))) => {
            (Some(end), Flags::one(Flag::EndFromSibling))
        }
        (None, None, Some(Closing::BaseEndsOn(end, _))) => {
            let flags = Flags::one(Flag::EndFromSibling);
            (Some(end), flags.with(Flag::LapsedUnlessExtended))
        }
        _ => (None, Flags::NONE),
    };
    if let Some(reading) = after_end(end, flags, day) {
        return reading;
    }
    // The two flags say why it ended, so they say nothing while it runs.
    flags = Flags::NONE;
    let reading = begun(row.starts_on, end, links, flags, day);
    match links.closing {
        Some(Closing::Contradicted(_))
            if matches!(reading.standing, Standing::Live | Standing::PerhapsLive) =>
        {
            flagged(Standing::Disputed, reading.flags)
        }
        _ => reading,
    }
}

/// A record whose end lies before the day has lapsed.
fn after_end(end: Option<PartialDate>, flags: Flags, day: NaiveDate) -> Option<Reading> {
    let end = end?;
    (end.last() < day).then(|| flagged(Standing::Lapsed, flags))
}

/// Whether a record that has not ended has begun by the day.
fn begun(
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    links: &CoverageLinks,
    flags: Flags,
    day: NaiveDate,
) -> Reading {
    let in_end_window = end.is_some_and(|e| e.first() <= day && !e.is_exact());
    let flags = if in_end_window {
        flags.with(Flag::ImpreciseDate)
    } else {
        flags
    };
    match (start, links.told_on) {
        (Some(start), told) => {
            if day < start.first() {
                // Contracted, and known to be by then.
                let known = told.is_some_and(|t| t.first() <= day);
                plain(if known {
                    Standing::Planned
                } else {
                    Standing::Silent
                })
            } else if day < start.last() {
                flagged(Standing::PerhapsLive, flags.with(Flag::ImpreciseDate))
            } else {
                flagged(Standing::Live, flags)
            }
        }
        (None, Some(told)) => {
            if told.first() <= day {
                let stale = end.is_none() && months_after(told.last(), STALE_AFTER_MONTHS) < day;
                flagged(
                    Standing::Live,
                    if stale {
                        flags.with(Flag::Stale)
                    } else {
                        flags
                    },
                )
            } else if end.is_some_and(|e| e.last() < told.first()) {
                // Told looking back: it held up to its end.
                flagged(Standing::Live, flags.with(Flag::StartNotOnRecord))
            } else {
                plain(Standing::Silent)
            }
        }
        (None, None) => flagged(Standing::Live, flags.with(Flag::Undated)),
    }
}

fn ended(row: &Coverage, links: &CoverageLinks, day: NaiveDate) -> Reading {
    if row.ends_on.is_some() {
        return match after_end(row.ends_on, Flags::NONE, day) {
            Some(reading) => reading,
            None => begun(row.starts_on, row.ends_on, links, Flags::NONE, day),
        };
    }
    let begun_by_then = row.starts_on.is_none_or(|s| s.first() <= day);
    match links.told_on {
        _ if !begun_by_then => plain(Standing::Silent),
        Some(told) if day < told.first() => plain(Standing::Lead),
        Some(_) => flagged(Standing::Lapsed, Flags::one(Flag::EndNotOnRecord)),
        None => flagged(
            Standing::Lapsed,
            Flags::one(Flag::EndNotOnRecord).with(Flag::Undated),
        ),
    }
}

fn absent(row: &Coverage, links: &CoverageLinks, day: NaiveDate) -> Reading {
    if row.ends_on.is_some_and(|e| e.last() < day) {
        return plain(Standing::Silent);
    }
    match (row.starts_on, links.told_on, row.ends_on) {
        (Some(start), _, _) if day < start.last() => plain(Standing::Silent),
        (Some(_), _, _) => plain(Standing::Absent),
        (None, Some(told), Some(end)) if end.last() < told.first() => {
            flagged(Standing::Absent, Flags::one(Flag::StartNotOnRecord))
        }
        (None, Some(told), _) if day < told.first() => plain(Standing::Silent),
        (None, Some(told), end) => {
            let stale = end.is_none() && months_after(told.last(), STALE_AFTER_MONTHS) < day;
            flagged(
                Standing::Absent,
                if stale {
                    Flags::one(Flag::Stale)
                } else {
                    Flags::NONE
                },
            )
        }
        (None, None, _) => flagged(Standing::Absent, Flags::one(Flag::Undated)),
    }
}

fn planned(row: &Coverage, links: &CoverageLinks, day: NaiveDate) -> Reading {
    if !on_record(links, day) {
        return plain(Standing::Silent);
    }
    if row.ends_on.is_some_and(|e| e.last() < day) {
        // It was to have run its whole term; nobody says that it did.
        return plain(Standing::Lead);
    }
    match row.starts_on {
        Some(start) if start.last() < day => flagged(Standing::Planned, Flags::one(Flag::Overdue)),
        Some(_) => plain(Standing::Planned),
        None if links.told_on.is_none() => flagged(Standing::Planned, Flags::one(Flag::Undated)),
        None => plain(Standing::Planned),
    }
}
