//! What holds for any register: a fixed geography with everything that is odd
//! in the real one, and records at random.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;

use crate::apportion::{apportion, overlaps};
use crate::atlas::Atlas;
use crate::closed::{AreaKind, Nation, Status};
use crate::compare::side_by_side;
use crate::conflict::boundary_conflicts;
use crate::coverage::{Answer, Flag, State, matrix};
use crate::culture::{Wanted, claims};
use crate::dates::PartialDate;
use crate::gaps::{completeness, gaps};
use crate::given::{Given, Record, ask, date, day, ix, live, record};
use crate::grid::grid;
use crate::provision;

const AREAS: &[&str] = &[
    "d1", "d2", "d3", "w1", "icb-1", "icb-2", "icb-old", "hb", "police-1", "police-2", "pdu-1",
    "pdu-2", "union", "england", "court", "prison",
];
const OFFERS: &[&str] = &[
    "family", "tier", "member-1", "member-2", "english", "womens",
];
const COHORTS: &[&str] = &["all", "men", "women", "veterans", "young_women"];
const DATES: &[&str] = &[
    "0001-01-01",
    "2020",
    "2024-01-01",
    "2024-11",
    "2025",
    "2025-03-31",
    "2025-04-01",
    "2026-03",
    "2026-11-22",
    "2027-04-01",
    "9999",
    "9999-12-31",
];

fn geography(people: [u64; 4]) -> Given {
    let [one, two, three, wales] = people;
    let everywhere = ["p1", "p2a", "p2b", "p3", "pw"];
    let english = ["p1", "p2a", "p2b", "p3"];
    Given::nothing()
        .district_in_parts("d1", one, &[("p1", 100)])
        .district_in_parts("d2", two, &[("p2a", 7), ("p2b", 5)])
        .district_in_parts("d3", three, &[("p3", 0)])
        .district_in_parts("w1", wales, &[("pw", 80)])
        .in_wales("w1")
        .area(AreaKind::Icb, "icb-1", &["p1", "p2a"])
        .area(AreaKind::Icb, "icb-2", &["p2b", "p3"])
        .area(AreaKind::Icb, "icb-old", &["p1", "p2a", "p2b"])
        .lasting("icb-old", None, Some("2024-12"))
        .area(AreaKind::HealthBoard, "hb", &["pw"])
        .area(AreaKind::PoliceForce, "police-1", &["p1", "p2a", "p2b"])
        .area(AreaKind::PoliceForce, "police-2", &["p3", "pw"])
        .area(AreaKind::Pdu, "pdu-1", &["p1"])
        .shared("pdu-1", "p3")
        .area(AreaKind::Pdu, "pdu-2", &["p2a", "p2b"])
        .shared("pdu-2", "p3")
        .area(AreaKind::Nation, "england", &english)
        .area(AreaKind::Nation, "union", &everywhere)
        .edit_area("union", |a| a.nation = None)
        .area(AreaKind::NhsRegion, "nhs-1", &["p1", "p2a"])
        .area(AreaKind::NhsRegion, "nhs-2", &["p2b", "p3"])
        .area(AreaKind::ProbationRegion, "probation-1", &everywhere)
        .place(AreaKind::Court, "court", "d2")
        .place(AreaKind::Prison, "prison", "d1")
        .family("family", &["member-1"])
        .family("tier", &["member-2"])
        .edit_offer("tier", |o| o.families = vec!["family".to_owned()])
        .offer("english")
        .edit_offer("english", |o| o.nations = vec![Nation::England])
        .offer("womens")
        .edit_offer("womens", |o| o.cohort = "women".to_owned())
}

fn any_date() -> impl Strategy<Value = PartialDate> {
    prop::sample::select(DATES).prop_map(date)
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    any_date().prop_flat_map(|d| prop_oneof![Just(d.first()), Just(d.last())])
}

fn any_record() -> impl Strategy<Value = Record> {
    let maybe = || prop::option::of(any_date());
    (
        prop::sample::select(Status::ALL),
        prop::sample::select(OFFERS),
        prop::sample::select(AREAS),
        prop::sample::select(COHORTS),
        (
            maybe(),
            maybe(),
            prop::option::weighted(0.2, any_date()),
            maybe(),
        ),
        prop::option::of(prop::sample::select(&["one", "two"][..])),
    )
        .prop_map(|(status, offer, area, cohort, dates, service)| {
            let (start, end, base, told) = dates;
            let told = record(status, offer, area)
                .cohort(cohort)
                .dated(start, end, base)
                .told_on(told);
            match service {
                Some(service) => told.of(service),
                None => told,
            }
        })
}

fn any_register() -> impl Strategy<Value = Given> {
    (
        prop::array::uniform4(0u64..500),
        prop::collection::vec(any_record(), 0..10),
        prop::collection::vec(
            (prop::sample::select(OFFERS), prop::sample::select(AREAS)),
            0..3,
        ),
    )
        .prop_map(|(people, records, searches)| {
            let start = geography(people);
            let told = records.into_iter().fold(start, Given::told);
            searches.into_iter().fold(told, |given, (offer, area)| {
                given.searched(offer, area, "2025-06-01")
            })
        })
}

type Cells = Vec<(&'static str, &'static str, Answer)>;

fn every_answer(atlas: &Atlas, cohort: &str, day: NaiveDate) -> Cells {
    AREAS
        .iter()
        .flat_map(|area| OFFERS.iter().map(move |offer| (*area, *offer)))
        .map(|(area, offer)| (area, offer, ask(atlas, cohort, area, offer, day)))
        .collect()
}

fn people_of(atlas: &Atlas, area: &str, day: NaiveDate) -> Option<u64> {
    atlas.people_of(ix(&atlas.areas, area), day)
}

const fn is_live(state: State) -> bool {
    matches!(
        state,
        State::Commissioned | State::Partial | State::Contested
    )
}

fn kinds() -> [(AreaKind, &'static [&'static str]); 3] {
    [
        (AreaKind::District, &["d1", "d2", "d3", "w1"]),
        (AreaKind::Icb, &["icb-1", "icb-2"]),
        (AreaKind::PoliceForce, &["police-1", "police-2"]),
    ]
}

fn figures(
    atlas: &Atlas,
    areas: &[&str],
    amounts: &[u64],
) -> BTreeMap<crate::table::Ix<crate::facts::Area>, u64> {
    areas
        .iter()
        .zip(amounts)
        .map(|(area, amount)| (ix(&atlas.areas, area), *amount))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shares_sum_to_the_people_of_the_area(
        given in any_register(), day in any_day(), cohort in prop::sample::select(COHORTS),
    ) {
        let atlas = given.atlas();
        for (area, offer, answer) in every_answer(&atlas, cohort, day) {
            match people_of(&atlas, area, day) {
                Some(people) => {
                    prop_assert_eq!(answer.people_where(|_| true), people, "{} {}", area, offer);
                    for share in &answer.shares {
                        prop_assert_eq!(share.share.map(|s| s.whole), Some(people));
                    }
                }
                None => prop_assert!(answer.shares.iter().all(|s| s.share.is_none())),
            }
        }
    }

    #[test]
    fn every_person_is_either_in_the_gap_or_out_of_it(
        given in any_register(), day in any_day(), cohort in prop::sample::select(COHORTS),
    ) {
        let atlas = given.atlas();
        let areas: Vec<_> = AREAS.iter().map(|id| ix(&atlas.areas, id)).collect();
        let offers: Vec<_> = OFFERS.iter().map(|id| ix(&atlas.offers, id)).collect();
        let found = gaps(&atlas, &areas, &offers, Some(ix(&atlas.cohorts, cohort)), day);
        for (area, offer, answer) in every_answer(&atlas, cohort, day) {
            let out = answer.people_where(|state| !state.is_gap());
            let people = people_of(&atlas, area, day).unwrap_or(0);
            prop_assert_eq!(answer.people_in_gap() + out, people);
            let named = (ix(&atlas.areas, area), ix(&atlas.offers, offer));
            let listed = found.gaps.iter().filter(|g| (g.area, g.offer) == named).count();
            let in_gap = answer.people_in_gap() > 0 || answer.state.is_gap();
            prop_assert_eq!(listed, usize::from(in_gap), "{} {}", area, offer);
        }
    }

    #[test]
    fn people_of_whom_no_record_speaks_are_never_in_a_gap(
        given in any_register(), day in any_day(),
    ) {
        let atlas = given.clone().atlas();
        for (area, offer, answer) in every_answer(&atlas, "all", day) {
            let spoken = answer.explanation.records.len() + answer.places.len();
            if spoken == 0 {
                prop_assert_eq!(answer.people_in_gap(), 0, "{} {}", area, offer);
                prop_assert!(!answer.state.is_gap());
            }
        }
    }

    #[test]
    fn a_live_record_for_everybody_never_opens_a_gap_nor_changes_another_offer(
        given in any_register(), day in any_day(), cohort in prop::sample::select(COHORTS),
        offer in prop::sample::select(OFFERS), place in prop::sample::select(AREAS),
    ) {
        let more = given
            .clone()
            .told(live(offer, place).of("new").dated(Some(PartialDate::day(day)), None, None));
        let (before, after) = (given.atlas(), more.atlas());
        let answering = |asked: &str| {
            let offers = after.answering_for(ix(&after.offers, asked));
            offers.contains(&ix(&after.offers, offer))
        };
        let pairs = every_answer(&before, cohort, day)
            .into_iter()
            .zip(every_answer(&after, cohort, day));
        for ((area, asked, was), (_, _, is)) in pairs {
            if answering(asked) {
                prop_assert!(is.people_in_gap() <= was.people_in_gap(), "{} {}", area, asked);
                // Where records now disagree the word may be that of the others.
                let disagree = is.shares.iter().any(|share| share.state == State::Contested);
                let opened = !was.state.is_gap() && is.state.is_gap();
                prop_assert!(disagree || !opened, "{} {}", area, asked);
            } else {
                prop_assert_eq!(was.shares, is.shares);
            }
        }
        // Unless records disagree, the people that it covers are in no gap.
        if !["prison", "court"].contains(&place) {
            let is = ask(&after, "all", place, offer, day);
            prop_assert_eq!(is.people_in_gap(), 0);
        }
    }

    #[test]
    fn a_record_of_one_area_changes_nothing_where_it_has_no_people(
        given in any_register(), added in any_record(), day in any_day(),
    ) {
        let more = given.clone().told(added.of("new"));
        let place = more.facts.coverage.last().unwrap().area.clone();
        let (before, after) = (given.atlas(), more.atlas());
        let parts = |area: &str| -> Vec<_> {
            after.parts_of(ix(&after.areas, area), day).map(|m| m.part).collect()
        };
        let own = parts(&place);
        let pairs = every_answer(&before, "all", day)
            .into_iter()
            .zip(every_answer(&after, "all", day));
        for ((area, offer, was), (_, _, is)) in pairs {
            let apart = !["prison", "court"].contains(&area)
                && !parts(area).iter().any(|part| own.contains(part));
            if apart {
                prop_assert_eq!(was.shares, is.shares, "{} {}", area, offer);
            }
        }
    }

    #[test]
    fn the_order_of_the_facts_changes_no_answer_and_neither_does_asking_again(
        given in any_register(), day in any_day(),
    ) {
        let mut turned = given.clone();
        let facts = &mut turned.facts;
        facts.areas.reverse();
        facts.parts.reverse();
        facts.area_parts.reverse();
        facts.populations.reverse();
        facts.places.reverse();
        facts.offers.reverse();
        facts.cohorts.reverse();
        facts.sources.reverse();
        facts.evidence.reverse();
        facts.services.reverse();
        facts.coverage.reverse();
        facts.searches.reverse();
        let (one, other) = (given.atlas(), turned.atlas());
        let answers = every_answer(&one, "all", day);
        prop_assert_eq!(&answers, &every_answer(&one, "all", day));
        prop_assert_eq!(&answers, &every_answer(&other, "all", day));
        for area in AREAS {
            let of = |atlas: &Atlas| grid(atlas, ix(&atlas.areas, area), day);
            prop_assert_eq!(of(&one), of(&other));
        }
    }

    #[test]
    fn the_matrix_is_the_single_answers(given in any_register(), day in any_day()) {
        let atlas = given.atlas();
        let areas: Vec<_> = AREAS.iter().map(|id| ix(&atlas.areas, id)).collect();
        let offers: Vec<_> = OFFERS.iter().map(|id| ix(&atlas.offers, id)).collect();
        let everybody = ix(&atlas.cohorts, "all");
        let cells = matrix(&atlas, &areas, &offers, Some(everybody), day);
        let single = every_answer(&atlas, "all", day);
        prop_assert_eq!(cells.len(), single.len());
        for ((_, _, cell), (_, _, one)) in cells.iter().zip(&single) {
            prop_assert_eq!(cell, one);
        }
        for row in side_by_side(&atlas, &areas, &offers, Some(everybody), day) {
            for (area, answer) in row.answers {
                let cell = cells.iter().find(|c| (c.0, c.1) == (area, row.offer));
                prop_assert_eq!(cell.map(|c| &c.2), Some(&answer));
            }
        }
    }

    #[test]
    fn a_family_is_live_wherever_a_member_is(
        given in any_register(), day in any_day(), cohort in prop::sample::select(COHORTS),
    ) {
        let atlas = given.atlas();
        // A court has one word for two sides and its own records go first, so
        // examples tell of it.
        let areas = || AREAS.iter().filter(|area| **area != "court");
        for (family, member) in [("family", "member-1"), ("family", "tier"), ("tier", "member-2")] {
            for area in areas() {
                let one = ask(&atlas, cohort, area, member, day);
                // A start that may lie later gives way to a stated absence.
                if is_live(one.state) && !one.explanation.flags.has(Flag::ImpreciseDate) {
                    let all = ask(&atlas, cohort, area, family, day);
                    let somewhere = all.shares.iter().any(|share| is_live(share.state));
                    prop_assert!(somewhere, "{} {} {:?}", area, family, all.state);
                    prop_assert!(all.people_where(is_live) >= one.people_where(is_live));
                }
            }
        }
    }

    #[test]
    fn completeness_is_never_above_one(given in any_register(), day in any_day()) {
        let atlas = given.atlas();
        let answers = every_answer(&atlas, "all", day);
        let sum = completeness(answers.iter().map(|(_, _, answer)| answer));
        prop_assert!(sum.recorded.part <= sum.recorded.whole);
        prop_assert!(sum.cells_not_recorded <= sum.cells);
        let in_gap: u64 = answers.iter().map(|(_, _, answer)| answer.people_in_gap()).sum();
        prop_assert!(in_gap <= sum.recorded.part);
    }

    #[test]
    fn no_date_and_no_inverted_period_stops_an_answer(
        given in any_register(),
        day in prop_oneof![any_day(), Just(NaiveDate::MIN), Just(NaiveDate::MAX)],
    ) {
        let atlas = given
            .community("black", &["african"])
            .claim("icb-1", &["black"])
            .edit_claim(|c| {
                c.starts_on = Some(date("9999"));
                c.ends_on = Some(date("0001"));
            })
            .body("nhse")
            .passes("nhse", Some("nhse"), "0001")
            .atlas();
        for cohort in COHORTS {
            every_answer(&atlas, cohort, day);
        }
        boundary_conflicts(&atlas, day);
        provision::responsible(&atlas, ix(&atlas.bodies, "nhse"), day);
        for (service, _) in atlas.services.iter() {
            provision::state_of(&atlas, service, day);
            provision::starts_on(&atlas, service);
            provision::ends_on(&atlas, service, day);
        }
        let areas: Vec<_> = AREAS.iter().map(|id| ix(&atlas.areas, id)).collect();
        claims(&atlas, &areas, &Wanted { kinds: &[], works_with_justice: None, day });
        for area in areas {
            for cell in grid(&atlas, area, day) {
                for share in cell.entries.iter().filter_map(|entry| entry.share) {
                    prop_assert!(share.part <= share.whole);
                }
            }
        }
    }

    #[test]
    fn overlaps_of_a_kind_that_tiles_sum_to_the_people_of_the_area(
        people in prop::array::uniform4(0u64..5000), on in any_day(),
    ) {
        let atlas = geography(people).atlas();
        for area in ["d1", "d2", "d3", "icb-1", "icb-2", "police-1", "england"] {
            for kind in [AreaKind::District, AreaKind::PoliceForce] {
                let found = overlaps(&atlas, ix(&atlas.areas, area), kind, on);
                let sum: u64 = found.iter().filter_map(|o| o.people).sum();
                prop_assert_eq!(Some(sum), people_of(&atlas, area, on));
            }
        }
    }

    #[test]
    fn apportioned_figures_and_the_unallocated_sum_to_what_was_given(
        people in prop::array::uniform4(0u64..5000),
        amounts in prop::collection::vec(0u64..1_000_000_000, 4),
        to in prop::sample::select(AreaKind::ALL),
    ) {
        let atlas = geography(people).atlas();
        let on = day("2026-11-22");
        let sources = [&["pdu-1", "pdu-2"][..], &["union", "court", "icb-old", "hb"][..]];
        for areas in kinds().iter().map(|(_, areas)| *areas).chain(sources) {
            let given = figures(&atlas, areas, &amounts);
            let found = apportion(&atlas, &given, to, on);
            let sum: u64 = found.figures.iter().map(|(_, figure)| figure).sum();
            prop_assert_eq!(sum + found.unallocated, given.values().sum::<u64>());
        }
    }

    #[test]
    fn a_geography_apportioned_to_itself_is_unchanged(
        people in prop::array::uniform4(0u64..5000),
        amounts in prop::collection::vec(0u64..1_000_000_000, 4),
    ) {
        let atlas = geography(people).atlas();
        for (kind, areas) in kinds() {
            let given = figures(&atlas, areas, &amounts);
            let found = apportion(&atlas, &given, kind, day("2026-11-22"));
            prop_assert_eq!(found.figures.into_iter().collect::<BTreeMap<_, _>>(), given);
            prop_assert_eq!(found.unallocated, 0);
        }
    }

    #[test]
    fn there_and_back_again_keeps_the_total(
        people in prop::array::uniform4(0u64..5000),
        amounts in prop::collection::vec(0u64..1_000_000_000, 2),
    ) {
        let atlas = geography(people).atlas();
        let on = day("2026-11-22");
        let given = figures(&atlas, &["police-1", "police-2"], &amounts);
        let there = apportion(&atlas, &given, AreaKind::Icb, on);
        let on_the_way: BTreeMap<_, _> = there.figures.into_iter().collect();
        let back = apportion(&atlas, &on_the_way, AreaKind::PoliceForce, on);
        let sum: u64 = back.figures.iter().map(|(_, figure)| figure).sum();
        prop_assert_eq!(
            sum + back.unallocated + there.unallocated,
            given.values().sum::<u64>()
        );
    }
}
