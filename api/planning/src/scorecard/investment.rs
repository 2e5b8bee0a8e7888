//! Whether integrated care boards met the Mental Health Investment Standard.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Count, Counted, Outcome, Value, Why};
use crate::atlas::Atlas;
use crate::closed::AreaKind;
use crate::facts::{Area, MhisYear};
use crate::mhis::{self, Line, Verdict, Year};
use crate::money::financial_year;
use crate::table::Ix;

/// The boards of the area that met it, by the growth test of [`mhis::test`] on
/// what they spent themselves.
pub(super) fn met(atlas: &Atlas, area: Ix<Area>, day: NaiveDate) -> Value {
    let boards = boards_of(atlas, area, day);
    if boards.is_empty() {
        return Value::of(Outcome::NotApplicable);
    }
    let mut count = Count {
        denominator: Some(u64::try_from(boards.len()).unwrap_or(u64::MAX)),
        ..Count::default()
    };
    let arrives_in = mhis::arrival(atlas).map(|(_, year)| year);
    let mut mhis_years: Vec<Ix<MhisYear>> = Vec::new();
    for board in boards {
        let Some((rows, verdict)) = latest(atlas, board, arrives_in, financial_year(day)) else {
            count.unknown += 1;
            continue;
        };
        mhis_years.extend(rows);
        match verdict {
            Verdict::Met => count.numerator += 1,
            Verdict::NotMet => {}
            Verdict::NotStated(_) => count.unknown += 1,
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

/// The test of a board's latest financial year up to one of which figures of it
/// and the year before were entered, with their reports.
fn latest(
    atlas: &Atlas,
    board: Ix<Area>,
    arrives_in: Option<u32>,
    up_to: u32,
) -> Option<(Vec<Ix<MhisYear>>, Verdict)> {
    let id = &atlas.areas.get(board).id;
    // A report without a line says nothing of what was spent.
    let rows = || {
        atlas.mhis_years.iter().filter(|(ix, row)| {
            let has_lines = !atlas.lines_of_mhis_year(*ix).is_empty();
            &row.area == id && row.financial_year <= up_to && has_lines
        })
    };
    let entered = rows().map(|(ix, row)| Year {
        year: row.financial_year,
        allocation_pence: row.allocation_pence,
        target_millionths: row.target_growth_millionths,
        lines: atlas
            .lines_of_mhis_year(ix)
            .iter()
            .map(|line| Line::from(atlas.mhis_lines.get(*line)))
            .collect(),
    });
    let tested = mhis::test(entered.collect(), arrives_in);
    let lacks_year_before = Verdict::NotStated(mhis::Why::NoYearBefore);
    let last = tested
        .iter()
        .rev()
        .find(|tested| tested.growth.verdict != lacks_year_before)?;
    let year = last.entered.year;
    let of_both = rows().filter(|(_, row)| {
        row.financial_year == year || row.financial_year.checked_add(1) == Some(year)
    });
    Some((of_both.map(|(ix, _)| ix).collect(), last.growth.verdict))
}
