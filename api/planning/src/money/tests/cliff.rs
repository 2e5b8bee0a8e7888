use super::{TODAY, live_to};
use crate::atlas::Atlas;
use crate::closed::{ProcurementProcedure, Role, Status};
use crate::given::{Given, day, ix, live, record};
use crate::money::cliff::{Cliff, Straddles, cliff, left};
use crate::money::endings::{EndFrom, Standing};
use crate::money::on_record::on_record;
use crate::money::scope::Scope;

fn ask(atlas: &Atlas, scope: &Scope) -> Cliff {
    cliff(
        atlas,
        scope,
        day(TODAY),
        day("2026-12-01"),
        day("2027-11-30"),
    )
}

fn of(given: Given) -> (Atlas, Scope) {
    (given.atlas(), Scope::default())
}

/// A service in the north and one in the south with a contract each.
fn two() -> Given {
    let given = Given::two_districts()
        .told(live("mhtr", "north").from("2024-04-01"))
        .told(live("mhtr", "south").from("2024-04-01"));
    let given = live_to(given, "s001", "2027-03-31").worth(100);
    live_to(given, "s002", "2027-03-31").worth(20)
}

#[test]
fn what_ends_in_a_month_is_summed_with_its_people() {
    let (atlas, scope) = of(two());
    let found = ask(&atlas, &scope);
    let march = &found.months[3];
    assert_eq!(march.last, day("2027-03-31"));
    assert_eq!(march.endings.len(), 2);
    assert_eq!(march.stakes.within.base.sum, 12_000);
    assert_eq!(march.stakes.people, 160);
    assert_eq!(found.months.len(), 12);
    assert!(found.months[0].endings.is_empty());
    assert_eq!(found.last_end.unwrap().last(), day("2027-03-31"));
    assert_eq!(found.all[0].notice_months(day(TODAY)), Some(4));
}

#[test]
fn a_contract_without_a_value_is_counted_as_unknown_and_never_as_nothing() {
    let given = two().told(live("mhtr", "north"));
    let (atlas, scope) = of(live_to(given, "s003", "2027-03-31"));
    let march = &ask(&atlas, &scope).months[3].stakes.within;
    assert_eq!(march.base.sum, 12_000);
    assert_eq!((march.base.on_record, march.base.not_stated), (2, 1));
    assert_eq!((march.places.sum, march.places.not_stated), (0, 3));
}

#[test]
fn an_abandoned_procurement_stands_beside_and_adds_nothing() {
    let given = two()
        .told(record(Status::Abandoned, "mhtr", "north"))
        .contract(
            "s003",
            Status::Abandoned,
            ("2024-04-01", None, "2027-03-31"),
        )
        .worth(6_179_998);
    let (atlas, scope) = of(given);
    let found = ask(&atlas, &scope);
    assert_eq!(found.whole.within.base.sum, 12_000);
    assert_eq!(found.whole.within.endings, 2);
    let beside: Vec<_> = found.beside(Standing::Abandoned).collect();
    assert_eq!(beside.len(), 1);
    assert_eq!(beside[0].1.yearly.base.unwrap().pence, 617_999_800);
}

#[test]
fn a_service_that_runs_while_its_award_is_unclear_counts_without_money() {
    let given = Given::two_districts()
        .told(live("mhtr", "north").from("2024-04-01").to("2027-03-31"))
        .contract("s001", Status::Unclear, ("2024-04-01", None, "2027-03-31"))
        .worth(100);
    let (atlas, scope) = of(given);
    let found = ask(&atlas, &scope);
    let march = found.months[3].stakes.within;
    assert_eq!(
        (march.endings, march.base.sum, march.base.not_stated),
        (1, 0, 1)
    );
    assert_eq!(found.beside(Standing::Unclear).count(), 1);
}

#[test]
fn a_contract_inside_another_adds_only_what_the_other_does_not_state() {
    let inside = |outer: Option<i64>| {
        let mut given = two();
        given.facts.contracts[0].annual_base_pence = outer;
        given.facts.contracts[1].part_of = Some("c001".to_owned());
        let (atlas, scope) = of(given);
        let march = ask(&atlas, &scope).months[3].stakes.within;
        assert_eq!(march.inside_others, 1);
        (march.base.sum, march.base.on_record, march.base.not_stated)
    };
    assert_eq!(inside(Some(10_000)), (10_000, 1, 0));
    assert_eq!(inside(None), (2_000, 1, 1));
}

#[test]
fn the_part_of_a_whole_that_is_not_asked_about_counts_itself() {
    let mut given = two();
    given.facts.contracts[1].part_of = Some("c001".to_owned());
    let atlas = given.atlas();
    let scope = Scope {
        area: Some(ix(&atlas.areas, "south")),
        ..Scope::default()
    };
    let found = ask(&atlas, &scope).months[3].stakes;
    assert_eq!(found.within.base.sum, 2_000);
    assert_eq!(found.people, 60);
}

#[test]
fn a_contract_that_reaches_beyond_what_was_asked_is_summed_apart() {
    let given = Given::two_districts()
        .offer("reconnect")
        .told(live("mhtr", "board").of("both").from("2024-04-01"))
        .told(live("reconnect", "board").of("both").from("2024-04-01"));
    let atlas = live_to(given, "both", "2027-03-31").worth(100).atlas();
    let ask_of = |scope: Scope| ask(&atlas, &scope).months[3].stakes;
    let by_offer = ask_of(Scope {
        offer: Some(ix(&atlas.offers, "mhtr")),
        ..Scope::default()
    });
    assert_eq!(by_offer.within.base.sum, 0);
    assert_eq!(by_offer.beyond.base.sum, 10_000);
    let by_area = ask_of(Scope {
        area: Some(ix(&atlas.areas, "north")),
        ..Scope::default()
    });
    assert_eq!((by_area.beyond.base.sum, by_area.people), (10_000, 100));
    let whole = ask_of(Scope {
        area: Some(ix(&atlas.areas, "board")),
        ..Scope::default()
    });
    assert_eq!((whole.within.base.sum, whole.people), (10_000, 160));
}

#[test]
fn an_unconfirmed_extension_ends_with_its_base_term() {
    let given = Given::two_districts()
        .told(live("mhtr", "north").from("2024-04-01"))
        .contract(
            "s001",
            Status::Live,
            ("2024-04-01", Some("2027-03-31"), "2029-03-31"),
        )
        .worth(100);
    let (atlas, scope) = of(given);
    let found = ask(&atlas, &scope);
    assert_eq!(found.months[3].endings, [0]);
    assert_eq!(found.all[0].extension_to.unwrap().last(), day("2029-03-31"));
}

#[test]
fn an_end_known_to_the_year_falls_in_its_last_month() {
    let given = Given::two_districts().told(live("mhtr", "north").from("2024").to("2027"));
    let atlas = given.atlas();
    let found = cliff(
        &atlas,
        &Scope::default(),
        day(TODAY),
        day("2027-12-01"),
        day("2027-12-01"),
    );
    assert_eq!(found.months[0].endings, [0]);
    assert_eq!(found.all[0].end_from, EndFrom::Service);
}

#[test]
fn what_has_no_end_on_record_is_beside_the_months() {
    let given = two()
        .told(live("mhtr", "north"))
        .told(crate::given::ended("mhtr", "south"));
    let (atlas, scope) = of(given);
    let found = ask(&atlas, &scope);
    assert_eq!(found.no_end.within.endings, 1);
    assert_eq!(found.no_end.people, 100);
    assert_eq!(found.ended_undated.within.endings, 1);
    assert_eq!(found.whole.within.endings, 4);
}

/// Its commissioner passes to another on 1 April 2027.
fn passing(last: &str, base: Option<&str>) -> Given {
    Given::two_districts()
        .body("nhs")
        .body("office")
        .passes("nhs", Some("office"), "2027-04-01")
        .told(live("mhtr", "north").from("2024-04-01"))
        .part_in("nhs", "s001", Role::Commissioner)
        .contract("s001", Status::Live, ("2024-04-01", base, last))
        .worth(100)
}

fn crossing(given: Given) -> Vec<(Straddles, i64)> {
    let (atlas, scope) = of(given);
    let found = ask(&atlas, &scope);
    found
        .crossings
        .iter()
        .flat_map(|c| {
            c.endings
                .iter()
                .map(|(_, how)| (*how, c.stakes.within.base.sum))
        })
        .collect()
}

#[test]
fn a_contract_straddles_the_change_that_falls_inside_its_term() {
    assert_eq!(
        crossing(passing("2028-03-31", None)),
        [(Straddles::Yes, 10_000)]
    );
    assert_eq!(
        crossing(passing("2027-04-01", None)),
        [(Straddles::Yes, 10_000)]
    );
    assert_eq!(crossing(passing("2027-03-31", None)), []);
    assert_eq!(
        crossing(passing("2028-03-31", Some("2027-03-31"))),
        [(Straddles::IfExtended, 0)]
    );
}

#[test]
fn a_change_of_the_next_commissioner_is_straddled_too() {
    let given = passing("2031-03-31", None).body("board-of-care").passes(
        "office",
        Some("board-of-care"),
        "2029-04-01",
    );
    assert_eq!(
        crossing(given),
        [(Straddles::Yes, 10_000), (Straddles::Yes, 10_000)]
    );
}

#[test]
fn whoever_will_answer_for_it_finds_what_it_takes_over() {
    let atlas = passing("2028-03-31", None).atlas();
    let of = |body: &str| {
        let scope = Scope {
            body: Some(ix(&atlas.bodies, body)),
            role: Some(Role::Commissioner),
            ..Scope::default()
        };
        ask(&atlas, &scope).all.len()
    };
    assert_eq!((of("nhs"), of("office")), (1, 1));
}

#[test]
fn awards_to_tide_over_are_listed() {
    let given = two().edit_contract(|row| row.procedure = Some(ProcurementProcedure::UrgentAward));
    let (atlas, scope) = of(given);
    let found = ask(&atlas, &scope);
    assert_eq!(found.bridging(day(TODAY)).count(), 1);
}

#[test]
fn coverage_lapses_with_what_is_not_renewed() {
    let given = Given::two_districts()
        .told(live("mhtr", "north").from("2024-04-01").to("2027-03-31"))
        .told(live("mhtr", "south").from("2024-04-01"));
    let (atlas, scope) = of(given);
    let found = ask(&atlas, &scope);
    let areas = [ix(&atlas.areas, "board")];
    let offers = [ix(&atlas.offers, "mhtr")];
    let left = left(&atlas, &areas, &offers, &found.months);
    let live = |at: usize| (left[at].live.part, left[at].in_gap, left[at].changed.len());
    assert_eq!(live(3), (160, 0, 0));
    assert_eq!(live(4), (60, 100, 1));
    assert_eq!(live(11), (60, 100, 0));
}

#[test]
fn the_silence_of_the_record_is_counted() {
    let given = two()
        .told(live("mhtr", "north"))
        .told(live("mhtr", "south").to("2026-12-31"));
    let (atlas, scope) = of(given);
    let found = on_record(&atlas, &scope, day(TODAY), day("2027-03-31"));
    assert_eq!(found.live.services, 4);
    assert_eq!((found.live.no_end, found.live.no_value), (1, 2));
    assert_eq!((found.live.neither, found.live.both), (1, 2));
    assert_eq!(found.ending.len(), 3);
    assert_eq!(found.ending[0], ix(&atlas.services, "s004"));
    assert_eq!(found.ending_stakes.within.base.sum, 12_000);
    assert_eq!(found.running.people, 160);
}

#[test]
fn a_service_that_outlives_its_contract_is_told_and_has_no_money_on_record() {
    let given = Given::two_districts().told(live("mhtr", "north").from("2024-04-01"));
    let (atlas, scope) = of(live_to(given, "s001", "2026-03-31").worth(100));
    let found = on_record(&atlas, &scope, day(TODAY), day("2027-03-31"));
    assert_eq!((found.live.services, found.live.contract_over), (1, 1));
    assert_eq!((found.live.no_value, found.live.no_end), (1, 1));
    assert_eq!(found.running.within.endings, 0);
}

#[test]
fn services_that_straddle_a_change_are_told_with_those_of_which_nobody_knows() {
    let given = passing("2028-03-31", None)
        .told(live("mhtr", "south"))
        .part_in("nhs", "s002", Role::Commissioner);
    let (atlas, scope) = of(given);
    let found = on_record(&atlas, &scope, day(TODAY), day("2027-03-31"));
    let [change] = found.straddling.as_slice() else {
        panic!("one change")
    };
    assert_eq!(change.services, [ix(&atlas.services, "s001")]);
    assert_eq!(change.stakes.within.base.sum, 10_000);
    assert_eq!((change.if_extended, change.end_not_on_record), (0, 1));
}
