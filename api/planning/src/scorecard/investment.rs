//! Whether integrated care boards met the Mental Health Investment Standard.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::spending::financial_year;
use super::{Count, Counted, Outcome, Value, Why};
use crate::atlas::Atlas;
use crate::closed::AreaKind;
use crate::facts::{Area, MhisYear};
use crate::table::Ix;

/// One, in the millionths that growth is stated in.
const MILLION: i128 = 1_000_000;

/// The boards of the area that met it.
pub(super) fn met(atlas: &Atlas, area: Ix<Area>, day: NaiveDate) -> Value {
    let boards = boards_of(atlas, area, day);
    if boards.is_empty() {
        return Value::of(Outcome::NotApplicable);
    }
    let mut count = Count {
        denominator: Some(u64::try_from(boards.len()).unwrap_or(u64::MAX)),
        ..Count::default()
    };
    let mut mhis_years: Vec<Ix<MhisYear>> = Vec::new();
    for board in boards {
        let Some((before, year)) = latest_pair(atlas, board, financial_year(day)) else {
            count.unknown += 1;
            continue;
        };
        mhis_years.extend([before, year]);
        match grew_enough(atlas, before, year) {
            Some(true) => count.numerator += 1,
            Some(false) => {}
            None => count.unknown += 1,
        }
    }
    if mhis_years.is_empty() {
        return Value::none(Why::NothingOnRecord);
    }
    mhis_years.sort();
    Value {
        counted: Counted {
            mhis_years,
            ..Counted::default()
        },
        ..Value::of(Outcome::Counted(count))
    }
}

/// The boards that hold a part of the area.
fn boards_of(atlas: &Atlas, area: Ix<Area>, day: NaiveDate) -> BTreeSet<Ix<Area>> {
    if atlas.areas.get(area).kind == AreaKind::Icb {
        return BTreeSet::from([area]);
    }
    atlas
        .parts_of(area, day)
        .flat_map(|member| atlas.homes_of(member.part, day).collect::<Vec<_>>())
        .map(|home| home.area)
        .filter(|home| {
            let row = atlas.areas.get(*home);
            row.kind == AreaKind::Icb && row.exists_on(day)
        })
        .collect()
}

/// The latest financial year up to one of which a board's figures are on record
/// with those of the year before. A year told twice is not settled.
fn latest_pair(atlas: &Atlas, board: Ix<Area>, up_to: u32) -> Option<(Ix<MhisYear>, Ix<MhisYear>)> {
    let id = &atlas.areas.get(board).id;
    let only = |year: u32| {
        let mut rows = atlas
            .mhis_years
            .iter()
            .filter(|(_, row)| &row.area == id && row.financial_year == year)
            .map(|(ix, _)| ix);
        rows.next().filter(|_| rows.next().is_none())
    };
    let mut years: Vec<u32> = atlas
        .mhis_years
        .iter()
        .filter(|(_, row)| &row.area == id && row.financial_year <= up_to)
        .map(|(_, row)| row.financial_year)
        .collect();
    years.sort_unstable();
    let pair = |year: u32| Some((only(year.checked_sub(1)?)?, only(year)?));
    years.into_iter().rev().find_map(pair)
}

/// Whether spending that counts grew by no less than it had to; `None` where
/// lines that do not say whether they count could turn the answer.
fn grew_enough(atlas: &Atlas, before: Ix<MhisYear>, year: Ix<MhisYear>) -> Option<bool> {
    let (row, earlier) = (atlas.mhis_years.get(year), atlas.mhis_years.get(before));
    let (had, has) = match row.target_growth_millionths {
        Some(growth) => (MILLION, MILLION + i128::from(growth)),
        None => (
            i128::from(earlier.allocation_pence),
            i128::from(row.allocation_pence),
        ),
    };
    let enough = |spent: i128, spent_before: i128| spent * had >= spent_before * has;
    let (least, most) = spent(atlas, year)?;
    let (least_before, most_before) = spent(atlas, before)?;
    match (enough(least, most_before), enough(most, least_before)) {
        (true, _) => Some(true),
        (_, false) => Some(false),
        (false, true) => None,
    }
}

/// What counts towards the standard in a year: what is said to, and with what
/// does not say; `None` where no line is on record.
fn spent(atlas: &Atlas, year: Ix<MhisYear>) -> Option<(i128, i128)> {
    let id = &atlas.mhis_years.get(year).id;
    let lines = atlas.mhis_lines.iter().filter(|(_, line)| &line.year == id);
    lines.fold(None, |sums, (_, line)| {
        let (least, most) = sums.unwrap_or((0, 0));
        let pence = i128::from(line.amount_pence);
        Some(match line.inside_mhis {
            Some(true) => (least + pence, most + pence),
            Some(false) => (least, most),
            None => (least, most + pence),
        })
    })
}
