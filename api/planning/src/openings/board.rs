//! Many openings for one profile: by what can be done about them, best first.

use std::cmp::Reverse;

use chrono::{Datelike, NaiveDate};

use crate::atlas::Atlas;
use crate::dates::PartialDate;
use crate::facts::{Offer, Opening};
use crate::table::Ix;

use super::judge::{Line, Silent, Verdict, lines, overall};
use super::profile::Profile;
use super::size::{YearlyValue, yearly_value};
use super::standing::{Standing, When, when};

/// Whether an opening would buy what an organisation gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum InCommon {
    /// It names an offer that the organisation gives, or a family of it.
    Yes,
    /// One of the two names no offer.
    NotStated,
    /// Both name offers, and none is the same.
    No,
}

/// One opening as a profile sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The opening.
    pub opening: Ix<Opening>,
    /// What can be done about it on the day.
    pub when: When,
    /// All conditions together.
    pub overall: Verdict,
    /// Condition by condition.
    pub lines: Vec<Line>,
    /// Whether it would buy what the organisation gives.
    pub in_common: InCommon,
    /// What a year of it is worth; `None`: not on record.
    pub value: Option<YearlyValue>,
    /// Thousandths of the yearly turnover that a year of it is worth at most;
    /// `None` where value or turnover is not stated.
    pub value_to_turnover: Option<i64>,
}

impl Entry {
    /// How many lines have a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        let of = |line: &&Line| line.verdict == verdict;
        self.lines.iter().filter(of).count()
    }

    fn profile_silences(&self) -> usize {
        let of = |line: &&Line| line.stated && line.silent == Some(Silent::Profile);
        self.lines.iter().filter(of).count()
    }

    /// The order of a list: fit, then value against turnover, then days left,
    /// then id. Fit is the verdict on all conditions, whether it buys what the
    /// organisation gives, how many conditions are met and how few the profile
    /// leaves open. A value or a day that is not on record comes last.
    fn rank(&self) -> impl Ord + use<> {
        let verdict = match self.overall {
            Verdict::Eligible => 0,
            Verdict::NotStated => 1,
            Verdict::NotEligible => 2,
        };
        (
            (
                verdict,
                self.in_common,
                Reverse(self.count(Verdict::Eligible)),
                self.profile_silences(),
            ),
            (
                self.value_to_turnover.is_none(),
                self.value_to_turnover,
                self.when.days_left.is_none(),
                self.when.days_left,
                self.opening,
            ),
        )
    }
}

/// What happened in one month of the year in earlier rounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// 1 for January to 12 for December.
    pub month: u32,
    /// Openings that opened in the month, of any year, by id.
    pub opened: Vec<Ix<Opening>>,
    /// Openings that closed in the month, of any year, by id.
    pub closed: Vec<Ix<Opening>>,
}

/// Openings by what can be done about them, each list best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// Can be applied for.
    pub open: Vec<Entry>,
    /// Open later.
    pub forthcoming: Vec<Entry>,
    /// Without a closing date, and not said to be closed.
    pub undated: Vec<Entry>,
    /// Closed: what to expect again.
    pub closed: Vec<Entry>,
    /// When closed ones opened and closed, for every month with one. A lot is
    /// counted with what it is a lot of.
    pub months: Vec<Month>,
    /// Closed ones of which neither month is on record.
    pub without_month: u64,
}

/// Openings on a day as a profile sees them. The order in which they are given
/// does not matter.
pub fn board(atlas: &Atlas, openings: &[Ix<Opening>], profile: &Profile, day: NaiveDate) -> Board {
    let mut entries: Vec<Entry> = openings
        .iter()
        .map(|opening| entry(atlas, *opening, profile, day))
        .collect();
    entries.sort_by_cached_key(Entry::rank);
    entries.dedup_by_key(|entry| entry.opening);
    let mut board = Board {
        open: Vec::new(),
        forthcoming: Vec::new(),
        undated: Vec::new(),
        closed: Vec::new(),
        months: Vec::new(),
        without_month: 0,
    };
    for entry in entries {
        let list = match entry.when.standing {
            Standing::Open => &mut board.open,
            Standing::Forthcoming => &mut board.forthcoming,
            Standing::Undated => &mut board.undated,
            Standing::Closed => &mut board.closed,
        };
        list.push(entry);
    }
    months(atlas, &mut board);
    board
}

fn entry(atlas: &Atlas, opening: Ix<Opening>, profile: &Profile, day: NaiveDate) -> Entry {
    let row = atlas.openings.get(opening);
    let lines = lines(atlas, opening, profile, day);
    let value = yearly_value(row);
    let turnover = profile.turnover_pence;
    Entry {
        opening,
        when: when(row, day),
        overall: overall(&lines),
        lines,
        in_common: in_common(atlas, row, profile),
        value,
        value_to_turnover: value
            .zip(turnover)
            .and_then(|(value, turnover)| value.of_turnover(turnover)),
    }
}

fn in_common(atlas: &Atlas, opening: &Opening, profile: &Profile) -> InCommon {
    let ours = profile.offers.as_deref().unwrap_or_default();
    let theirs: Vec<Ix<Offer>> = (opening.offers.iter())
        .filter_map(|id| atlas.offers.find(id))
        .collect();
    if ours.is_empty() || theirs.is_empty() {
        return InCommon::NotStated;
    }
    let same = |one: &Ix<Offer>, other: &Ix<Offer>| {
        atlas.answering_for(*one).contains(other) || atlas.answering_for(*other).contains(one)
    };
    if ours
        .iter()
        .any(|our| theirs.iter().any(|their| same(our, their)))
    {
        InCommon::Yes
    } else {
        InCommon::No
    }
}

fn months(atlas: &Atlas, board: &mut Board) {
    let mut rounds: Vec<(Ix<Opening>, &Opening)> = board
        .closed
        .iter()
        .map(|entry| (entry.opening, atlas.openings.get(entry.opening)))
        .filter(|(_, row)| row.part_of.is_none())
        .collect();
    rounds.sort_by_key(|(ix, _)| *ix);
    for month in 1..=12 {
        let those = |date: fn(&Opening) -> Option<PartialDate>| {
            rounds
                .iter()
                .filter(|(_, row)| month_of(date(row)) == Some(month))
                .map(|(ix, _)| *ix)
                .collect::<Vec<_>>()
        };
        let (opened, closed) = (those(|row| row.opens_on), those(|row| row.closes_on));
        if !opened.is_empty() || !closed.is_empty() {
            board.months.push(Month {
                month,
                opened,
                closed,
            });
        }
    }
    let without = rounds
        .iter()
        .filter(|(_, row)| month_of(row.opens_on).or(month_of(row.closes_on)).is_none());
    board.without_month = u64::try_from(without.count()).unwrap_or(u64::MAX);
}

/// The month of a date; `None` if it is known to the year alone.
fn month_of(date: Option<PartialDate>) -> Option<u32> {
    let date = date?;
    let one = date.first().month() == date.last().month();
    (one && date.first().year() == date.last().year()).then(|| date.first().month())
}
