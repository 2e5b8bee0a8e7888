//! What holds of every notice and every profile.
#![expect(clippy::indexing_slicing, reason = "a test picks from its own lists")]

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::atlas::Atlas;

use super::*;

/// What a notice may ask: kind, words, number.
const ASKED: &[(Kind, &str, u64)] = &[
    (Kind::LegalForm, "cic;cio", 0),
    (Kind::LegalForm, "registered_charity", 0),
    (Kind::MinTurnover, "", 20_000_000),
    (Kind::MaxTurnover, "", 20_000_000),
    (Kind::AwardToTurnover, "", 500),
    (Kind::Area, "", 0),
    (Kind::Cohort, "men", 0),
    (Kind::Consortium, "required", 0),
    (Kind::LedByAndFor, "black;board", 501),
    (Kind::LedByAndFor, "ethnic_minority", 0),
    (Kind::Framework, "other", 0),
    (Kind::ExistingProvider, "", 0),
    (Kind::Specialism, "cohort:women", 0),
    (Kind::Specialism, "offer:mhtr", 0),
    (Kind::Other, "", 0),
];

fn atlas(asked: &BTreeSet<usize>, service: bool) -> Atlas {
    let mut given = given().opening("p", |o| {
        o.service = service.then(|| "held".to_owned());
        o.closes_on = Some(date("2026-12-31"));
        o.min_award_pence = Some(16_000_000);
        o.award_basis = Some("a_year".to_owned());
    });
    for number in asked {
        let (kind, words, amount) = ASKED[*number];
        given = given.asks_for("p", kind, |row| {
            row.words = (!words.is_empty()).then(|| words.to_owned());
            row.pence = i64::try_from(amount).ok().filter(|pence| *pence > 1_000);
            row.permille = (1..=1_000).contains(&amount).then_some(amount);
            row.areas = if kind == Kind::Area {
                vec!["board".to_owned()]
            } else {
                Vec::new()
            };
        });
    }
    given.atlas()
}

/// The fields of a profile, each with another value and the kinds of condition
/// that are held against it.
type Change = (&'static str, fn(&mut Profile, &Atlas), &'static [Kind]);

const FIELDS: &[Change] = &[
    (
        "legal forms",
        |p, _| p.legal_forms = Some([LegalForm::Cic].into()),
        &[Kind::LegalForm],
    ),
    (
        "turnover",
        |p, _| p.turnover_pence = Some(1_000_000),
        &[Kind::MinTurnover, Kind::MaxTurnover, Kind::AwardToTurnover],
    ),
    (
        "areas",
        |p, a| p.areas = Some(vec![ix(&a.areas, "west")]),
        &[Kind::Area],
    ),
    (
        "cohorts",
        |p, a| p.cohorts = Some(vec![ix(&a.cohorts, "men")]),
        &[Kind::Cohort, Kind::Specialism],
    ),
    (
        "led by and for",
        |p, a| p.led_by_and_for = Some(vec![ix(&a.communities, "black")]),
        &[Kind::LedByAndFor],
    ),
    (
        "board",
        |p, _| p.board = Share::of_thousand(900),
        &[Kind::LedByAndFor],
    ),
    (
        "staff",
        |p, _| p.staff = Share::of_thousand(900),
        &[Kind::LedByAndFor],
    ),
    (
        "offers",
        |p, a| p.offers = Some(vec![ix(&a.offers, "mhtr")]),
        &[Kind::Specialism],
    ),
    (
        "joining",
        |p, _| p.joining = Some([Joining::Alone].into()),
        &[Kind::Consortium],
    ),
    (
        "frameworks",
        |p, _| p.frameworks = Some(["other".to_owned()].into()),
        &[Kind::Framework],
    ),
    (
        "services",
        |p, a| p.services = Some(vec![ix(&a.services, "held")]),
        &[Kind::ExistingProvider],
    ),
];

fn profile(atlas: &Atlas, said: &BTreeSet<usize>) -> Profile {
    let mut profile = Profile::default();
    for (number, (_, set, _)) in FIELDS.iter().enumerate() {
        if said.contains(&number) {
            set(&mut profile, atlas);
        }
    }
    profile
}

fn some(of: usize) -> impl Strategy<Value = BTreeSet<usize>> {
    prop::collection::btree_set(0..of, 0..of)
}

fn at(atlas: &Atlas, profile: &Profile) -> Vec<Line> {
    lines(atlas, ix(&atlas.openings, "p"), profile, day("2026-11-22"))
}

proptest! {
    #[test]
    fn a_profile_that_says_nothing_is_neither_let_in_nor_turned_away(asked in some(ASKED.len()), service in any::<bool>()) {
        let atlas = atlas(&asked, service);
        for line in at(&atlas, &Profile::default()) {
            prop_assert_eq!(line.verdict, Verdict::NotStated, "{:?}", line);
            prop_assert_eq!(line.silent, Some(if line.stated { Silent::Profile } else { Silent::Notice }));
        }
    }

    #[test]
    fn a_field_that_is_silent_decides_no_line_of_its_own(asked in some(ASKED.len()), said in some(FIELDS.len()), left_out in 0..FIELDS.len()) {
        let atlas = atlas(&asked, true);
        let mut said = said;
        said.remove(&left_out);
        let (name, _, kinds) = FIELDS[left_out];
        // A specialism rests on either of two fields, a share on two of them.
        let alone = |kind: &Kind| !matches!(kind, Kind::Specialism | Kind::LedByAndFor);
        for line in at(&atlas, &profile(&atlas, &said)) {
            if kinds.contains(&line.kind) && alone(&line.kind) {
                prop_assert_eq!(line.verdict, Verdict::NotStated, "{}: {:?}", name, line);
            }
        }
    }

    #[test]
    fn a_changed_field_changes_only_the_lines_held_against_it(asked in some(ASKED.len()), said in some(FIELDS.len()), changed in 0..FIELDS.len()) {
        let atlas = atlas(&asked, true);
        let before = profile(&atlas, &said);
        let mut after = before.clone();
        let (name, set, kinds) = FIELDS[changed];
        set(&mut after, &atlas);
        for (one, other) in at(&atlas, &before).iter().zip(at(&atlas, &after)) {
            prop_assert!(*one == other || kinds.contains(&one.kind), "{name}: {one:?}");
        }
    }

    #[test]
    fn a_silent_notice_decides_nothing(said in some(FIELDS.len())) {
        let atlas = atlas(&BTreeSet::new(), false);
        let found = at(&atlas, &profile(&atlas, &said));
        for line in found.iter().filter(|line| !line.stated) {
            prop_assert_eq!(line.verdict, Verdict::NotStated);
            prop_assert_eq!(line.silent, Some(Silent::Notice));
        }
    }

    #[test]
    fn another_condition_never_makes_it_easier(asked in some(ASKED.len()), said in some(FIELDS.len()), more in 0..ASKED.len()) {
        let rank = |verdict| match verdict {
            Verdict::Eligible => 0,
            Verdict::NotStated => 1,
            Verdict::NotEligible => 2,
        };
        let fewer = atlas(&asked, true);
        let mut asked = asked;
        asked.insert(more);
        let greater = atlas(&asked, true);
        let of = |atlas: &Atlas| rank(overall(&at(atlas, &profile(atlas, &said))));
        prop_assert!(of(&fewer) <= of(&greater));
    }

    #[test]
    fn the_order_in_which_openings_are_given_does_not_matter(asked in some(ASKED.len()), said in some(FIELDS.len()), turn in 0usize..4) {
        let atlas = atlas(&asked, true);
        let profile = profile(&atlas, &said);
        let mut all: Vec<_> = atlas.openings.iter().map(|(ix, _)| ix).collect();
        let one = board(&atlas, &all, &profile, day("2026-11-22"));
        all.reverse();
        let by = turn % all.len();
        all.rotate_left(by);
        prop_assert_eq!(one, board(&atlas, &all, &profile, day("2026-11-22")));
    }
}
