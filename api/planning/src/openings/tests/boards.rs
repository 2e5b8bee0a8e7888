//! Many openings on a day.

use super::*;

fn on(day_asked: &str, edit: impl FnOnce(&mut Opening)) -> (Standing, Option<i64>, Option<i64>) {
    let atlas = given().opening("d", edit).atlas();
    let found = when(atlas.openings.get(ix(&atlas.openings, "d")), day(day_asked));
    (found.standing, found.days_left, found.days_until_open)
}

fn dated<'a>(
    opens: Option<&'a str>,
    closes: Option<&'a str>,
    status: OpeningStatus,
) -> impl FnOnce(&mut Opening) + use<'a> {
    move |o| {
        o.opens_on = opens.map(date);
        o.closes_on = closes.map(date);
        o.status = status;
    }
}

#[test]
fn dates_go_before_the_word_of_the_source() {
    use OpeningStatus::{Abandoned, Closed, Forthcoming, Open, Unclear};
    let round = |status| dated(Some("2025-09-22"), Some("2025-10-06"), status);
    for status in [Closed, Open, Unclear, Forthcoming, Abandoned] {
        assert_eq!(
            on("2025-09-21", round(status)),
            (Standing::Forthcoming, None, Some(1))
        );
        assert_eq!(
            on("2025-09-22", round(status)),
            (Standing::Open, Some(14), None)
        );
        assert_eq!(
            on("2025-10-06", round(status)),
            (Standing::Open, Some(0), None)
        );
        assert_eq!(
            on("2025-10-07", round(status)),
            (Standing::Closed, None, None)
        );
    }
}

#[test]
fn without_dates_the_word_counts_and_open_is_not_taken_for_dated() {
    use OpeningStatus::{Abandoned, Closed, Forthcoming, Open, Unclear};
    let of = |status| on("2026-11-22", dated(None, None, status)).0;
    assert_eq!(
        [Open, Unclear, Forthcoming, Closed, Abandoned].map(of),
        [
            Standing::Undated,
            Standing::Undated,
            Standing::Forthcoming,
            Standing::Closed,
            Standing::Closed
        ]
    );
    // It opened, and nobody says until when.
    assert_eq!(
        on("2026-11-22", dated(Some("2025-11"), None, Unclear)).0,
        Standing::Undated
    );
    assert_eq!(
        on("2026-11-22", dated(Some("2026"), None, Forthcoming)).0,
        Standing::Undated
    );
    assert_eq!(
        on("2026-11-22", dated(Some("2025-11"), None, Closed)).0,
        Standing::Closed
    );
}

#[test]
fn a_partial_date_opens_on_its_first_day_and_closes_on_its_last() {
    let of = |asked| {
        on(
            asked,
            dated(Some("2026-11"), Some("2026-12"), OpeningStatus::Unclear),
        )
    };
    assert_eq!(of("2026-10-31").0, Standing::Forthcoming);
    assert_eq!(of("2026-11-01"), (Standing::Open, Some(60), None));
    assert_eq!(of("2027-01-01").0, Standing::Closed);
}

fn ids(atlas: &crate::atlas::Atlas, entries: &[Entry]) -> Vec<String> {
    entries
        .iter()
        .map(|entry| atlas.openings.get(entry.opening).id.clone())
        .collect()
}

#[test]
fn each_list_has_the_best_first() {
    let open = |o: &mut Opening| o.closes_on = Some(date("2026-12-31"));
    let given = given()
        .opening("a_fits", open)
        .opening("b_smaller", |o| {
            open(o);
            o.max_award_pence = Some(100);
            o.award_basis = Some("a_year".to_owned());
        })
        .opening("c_sooner", |o| o.closes_on = Some(date("2026-12-01")))
        .opening("d_ours", |o| {
            open(o);
            o.offers = vec!["womens_centre".to_owned()];
        })
        .opening("e_not_ours", |o| {
            open(o);
            o.offers = vec!["mhtr".to_owned()];
        })
        .opening("f_open_question", open)
        .asks("f_open_question", Kind::Other, "")
        .opening("g_elsewhere", |o| {
            open(o);
            o.areas = vec!["west".to_owned()];
        })
        .opening("h_closed", |o| o.closes_on = Some(date("2024-06-10")));
    let atlas = given.atlas();
    let all: Vec<_> = atlas.openings.iter().map(|(ix, _)| ix).collect();
    let board = board(&atlas, &all, &centre(&atlas), day("2026-11-22"));
    assert_eq!(
        ids(&atlas, &board.open),
        [
            "d_ours",
            "b_smaller",
            "c_sooner",
            "a_fits",
            "e_not_ours",
            "f_open_question",
            "g_elsewhere"
        ]
    );
    assert_eq!(ids(&atlas, &board.undated), ["o"]);
    assert_eq!(ids(&atlas, &board.closed), ["h_closed"]);
    assert!(board.forthcoming.is_empty());
}

#[test]
fn earlier_rounds_are_told_by_month_and_a_lot_with_its_tender() {
    let given = given()
        .opening("a", |o| {
            o.opens_on = Some(date("2022-09-21"));
            o.closes_on = Some(date("2022-11"));
        })
        .opening("b", |o| {
            o.opens_on = Some(date("2025-09"));
            o.status = OpeningStatus::Closed;
        })
        .opening("c", |o| {
            o.closes_on = Some(date("2024"));
        })
        .opening("lot", |o| {
            o.opens_on = Some(date("2022-09-21"));
            o.closes_on = Some(date("2022-11"));
            o.part_of = Some("a".to_owned());
        });
    let atlas = given.atlas();
    let all: Vec<_> = atlas.openings.iter().map(|(ix, _)| ix).collect();
    let board = board(&atlas, &all, &Profile::default(), day("2026-11-22"));
    let months: Vec<(u32, usize, usize)> = board
        .months
        .iter()
        .map(|m| (m.month, m.opened.len(), m.closed.len()))
        .collect();
    assert_eq!(months, [(9, 2, 0), (11, 0, 1)]);
    assert_eq!(board.without_month, 1, "a year is no month");
}

#[test]
fn who_has_the_work_is_named_first_and_then_whoever_gives_the_same_there() {
    use crate::closed::Role;
    use crate::given::{ended, live};
    let given = given()
        .body("prime")
        .body("under")
        .told(live("womens_centre", "board").of("same").to("2027-03-31"))
        .told(live("womens_centre", "west").of("elsewhere"))
        .told(live("mhtr", "north").of("other_work"))
        .told(
            live("womens_centre", "north")
                .of("other_people")
                .cohort("men"),
        )
        .told(ended("womens_centre", "north").of("over").to("2020-01-01"))
        .part_in("prime", "same", Role::Provider)
        .part_in("under", "same", Role::Subcontractor)
        .opening("p", |o| {
            o.areas = vec!["board".to_owned()];
            o.offers = vec!["womens_centre".to_owned()];
            o.service = Some("held".to_owned());
            o.cohort = "women".to_owned();
        });
    let atlas = given.atlas();
    let opening = atlas.openings.get(ix(&atlas.openings, "p"));
    let asked = day("2026-11-22");
    let areas = scope(&atlas, opening, &centre(&atlas), asked);
    assert_eq!(
        areas,
        [ix(&atlas.areas, "north")],
        "the smaller of board and north"
    );
    let found = holders(&atlas, opening, &areas, asked);
    let named: Vec<(&str, bool)> = found
        .iter()
        .map(|holder| (atlas.services.get(holder.service).id.as_str(), holder.named))
        .collect();
    assert_eq!(named, [("held", true), ("same", false)]);
    let same = found.last().unwrap();
    assert_eq!(same.providers, [ix(&atlas.bodies, "prime")]);
    assert_eq!(same.subcontractors, [ix(&atlas.bodies, "under")]);
    assert_eq!(same.ends_on, Some(date("2027-03-31")));
}

#[test]
fn a_gap_that_it_would_fill_is_one_where_the_organisation_works() {
    use crate::given::absent;
    let given = given()
        .told(absent("womens_centre", "board"))
        .opening("p", |o| {
            o.areas = vec!["board".to_owned()];
            o.offers = vec!["mhtr".to_owned(), "womens_centre".to_owned()];
        });
    let atlas = given.atlas();
    let (opening, profile) = (atlas.openings.get(ix(&atlas.openings, "p")), centre(&atlas));
    let asked = day("2026-11-22");
    let areas = scope(&atlas, opening, &profile, asked);
    let found = gaps_filled(&atlas, opening, &profile, &areas, asked).gaps;
    let gaps: Vec<(&str, u64)> = found
        .iter()
        .map(|gap| (atlas.areas.get(gap.area).id.as_str(), gap.gap.part))
        .collect();
    assert_eq!(gaps, [("north", 100)], "not the 60 of the south");
}
