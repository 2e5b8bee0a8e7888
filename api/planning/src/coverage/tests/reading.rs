//! One record, read on different days.

use crate::closed::Status;
use crate::coverage::Flag::{
    AbandonedProcurement, EndNotOnRecord, ImpreciseDate, LapsedUnlessExtended, Overdue, Stale,
    StartNotOnRecord, Undated,
};
use crate::coverage::State::{Absent, Commissioned, Lapsed, NotRecorded, Planned};
use crate::coverage::{Flag, Standing, State};
use crate::given::{Given, Record, absent, ended, flags, live, record};

/// What one record of `mhtr` in North makes of each day.
fn on_days(record: Record, expected: &[(&str, State, &[Flag])]) {
    let given = Given::two_districts().told(record);
    for (day, state, flagged) in expected {
        let answer = given.ask("north", "mhtr", day);
        let found = (answer.state, flags(answer.explanation.flags));
        assert_eq!(found, (*state, flagged.to_vec()), "on {day}");
    }
}

#[test]
fn live_with_a_start_holds_from_it_to_its_end() {
    on_days(
        live("mhtr", "north").from("2025-04-01").to("2027-03-31"),
        &[
            ("2024-12-31", NotRecorded, &[]),
            ("2025-03-31", Planned, &[]),
            ("2025-04-01", Commissioned, &[]),
            ("2027-03-31", Commissioned, &[]),
            ("2027-04-01", Lapsed, &[]),
        ],
    );
}

#[test]
fn live_without_a_start_holds_from_its_source_and_is_stale_after_24_months() {
    on_days(
        live("mhtr", "north").told("2024-11-22"),
        &[
            ("2024-11-21", NotRecorded, &[]),
            ("2024-11-22", Commissioned, &[]),
            ("2026-11-22", Commissioned, &[]),
            ("2026-11-23", Commissioned, &[Stale]),
        ],
    );
}

#[test]
fn live_without_a_start_but_with_an_end_is_never_stale() {
    on_days(
        live("mhtr", "north").told("2020-01-01").to("2026-12-31"),
        &[("2026-11-22", Commissioned, &[])],
    );
}

#[test]
fn live_without_any_date_counts_and_is_flagged_undated() {
    on_days(
        live("mhtr", "north").undated(),
        &[
            ("0001-01-01", Commissioned, &[Undated]),
            ("2026-11-22", Commissioned, &[Undated]),
        ],
    );
}

#[test]
fn a_start_known_to_the_year_counts_from_its_first_day_and_is_flagged_within_it() {
    on_days(
        live("mhtr", "north").from("2025"),
        &[
            ("2025-01-01", Commissioned, &[ImpreciseDate]),
            ("2025-12-30", Commissioned, &[ImpreciseDate]),
            ("2025-12-31", Commissioned, &[]),
        ],
    );
}

#[test]
fn an_end_known_to_the_month_counts_to_its_last_day_and_is_flagged_within_it() {
    on_days(
        live("mhtr", "north").from("2024-01-01").to("2026-03"),
        &[
            ("2026-02-28", Commissioned, &[]),
            ("2026-03-31", Commissioned, &[ImpreciseDate]),
            ("2026-04-01", Lapsed, &[]),
        ],
    );
}

#[test]
fn an_unconfirmed_extension_is_lapsed_unless_extended_after_the_base_term() {
    on_days(
        live("mhtr", "north")
            .from("2024-10-01")
            .base_to("2026-09-30")
            .to("2028-09-30"),
        &[
            ("2026-09-30", Commissioned, &[]),
            ("2026-10-01", Lapsed, &[LapsedUnlessExtended]),
            ("2028-09-30", Lapsed, &[LapsedUnlessExtended]),
            ("2028-10-01", Lapsed, &[]),
        ],
    );
    on_days(
        live("mhtr", "north").base_to("2026-09-30"),
        &[("9999-12-31", Lapsed, &[LapsedUnlessExtended])],
    );
}

#[test]
fn a_live_record_whose_end_precedes_its_start_is_never_live() {
    on_days(
        live("mhtr", "north").from("2026-06-01").to("2025-06-01"),
        &[
            ("2025-06-01", Planned, &[]),
            ("2025-06-02", Lapsed, &[]),
            ("2026-06-01", Lapsed, &[]),
        ],
    );
}

#[test]
fn planned_past_its_start_stays_planned_and_is_flagged_overdue() {
    on_days(
        record(Status::Planned, "mhtr", "north").from("2025-04-01"),
        &[
            ("2024-12-31", NotRecorded, &[]),
            ("2025-04-01", Planned, &[]),
            ("2025-04-02", Planned, &[Overdue]),
            ("2035-01-01", Planned, &[Overdue]),
        ],
    );
}

#[test]
fn a_plan_whose_whole_term_has_passed_is_only_a_lead() {
    let given = Given::two_districts().told(
        record(Status::Planned, "mhtr", "north")
            .from("2025-04-01")
            .to("2026-03-31"),
    );
    let answer = given.ask("north", "mhtr", "2026-04-01");
    assert_eq!(answer.state, NotRecorded);
    let standings: Vec<_> = answer
        .explanation
        .records
        .iter()
        .map(|r| r.reading.standing)
        .collect();
    assert_eq!(standings, [Standing::Lead]);
}

#[test]
fn abandoned_covers_nothing_and_is_flagged() {
    on_days(
        record(Status::Abandoned, "mhtr", "north").from("2024-04-01"),
        &[("2026-11-22", NotRecorded, &[AbandonedProcurement])],
    );
}

#[test]
fn unclear_covers_nothing_and_is_shown_as_a_lead() {
    let given = Given::two_districts().told(record(Status::Unclear, "mhtr", "north"));
    let answer = given.ask("north", "mhtr", "2026-11-22");
    assert_eq!(answer.state, NotRecorded);
    assert_eq!(answer.people_in_gap(), 0);
    let standings: Vec<_> = answer
        .explanation
        .records
        .iter()
        .map(|r| r.reading.standing)
        .collect();
    assert_eq!(standings, [Standing::Lead]);
}

#[test]
fn ended_without_an_end_has_lapsed_from_its_source_on_and_is_a_lead_before() {
    on_days(
        ended("mhtr", "north").told("2025-01-01"),
        &[
            ("2024-12-31", NotRecorded, &[]),
            ("2025-01-01", Lapsed, &[EndNotOnRecord]),
        ],
    );
    on_days(
        ended("mhtr", "north").undated(),
        &[("2025-01-01", Lapsed, &[Undated, EndNotOnRecord])],
    );
}

#[test]
fn ended_with_an_end_was_live_until_then() {
    on_days(
        ended("mhtr", "north").from("2020-01-01").to("2024-06-30"),
        &[
            ("2019-12-31", NotRecorded, &[]),
            ("2024-06-30", Commissioned, &[]),
            ("2024-07-01", Lapsed, &[]),
        ],
    );
}

#[test]
fn what_is_told_after_its_end_without_a_start_held_up_to_its_end() {
    on_days(
        ended("mhtr", "north").to("2024-06-30").told("2025-01-01"),
        &[
            ("2024-01-01", Commissioned, &[StartNotOnRecord]),
            ("2024-07-01", Lapsed, &[]),
        ],
    );
    on_days(
        absent("mhtr", "north").to("2024-06-30").told("2025-01-01"),
        &[
            ("2024-01-01", Absent, &[StartNotOnRecord]),
            ("2024-07-01", NotRecorded, &[]),
        ],
    );
}

#[test]
fn absent_holds_from_its_source_and_is_stale_after_24_months() {
    on_days(
        absent("mhtr", "north").told("2024-11-22"),
        &[
            ("2024-11-21", NotRecorded, &[]),
            ("2024-11-22", Absent, &[]),
            ("2026-11-23", Absent, &[Stale]),
        ],
    );
    on_days(
        absent("mhtr", "north").undated(),
        &[("2026-11-23", Absent, &[Undated])],
    );
}

#[test]
fn absent_from_a_month_holds_once_the_month_is_over() {
    on_days(
        absent("mhtr", "north").from("2025-06"),
        &[
            ("2025-06-29", NotRecorded, &[]),
            ("2025-06-30", Absent, &[]),
        ],
    );
}
