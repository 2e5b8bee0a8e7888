//! Condition by condition.

use super::*;

#[test]
fn a_silent_notice_is_silent_on_every_kind_but_where_and_for_whom() {
    let atlas = given().atlas();
    let profile = centre(&atlas);
    let found = lines(
        &atlas,
        ix(&atlas.openings, "o"),
        &profile,
        day("2026-11-22"),
    );
    let kinds: Vec<Kind> = found.iter().map(|line| line.kind).collect();
    assert_eq!(kinds, Kind::ALL, "one line for each kind, in their order");
    for line in &found {
        let own = matches!(line.kind, Kind::Area | Kind::Cohort);
        assert_eq!(line.stated, own, "{:?}", line.kind);
        assert_eq!(line.silent == Some(Silent::Notice), !own, "{:?}", line.kind);
    }
}

#[test]
fn a_legal_form_is_met_by_any_that_the_organisation_has() {
    let of = |words: &str| {
        given()
            .asks("o", Kind::LegalForm, words)
            .of(Kind::LegalForm, centre)
    };
    assert_eq!(of("cio;registered_charity"), [MET]);
    assert_eq!(of("cio;cic"), [NOT_MET]);
    assert_eq!(
        of("cio;uncoded"),
        [PROFILE],
        "others than the codes name may apply"
    );
    let silent = given()
        .asks("o", Kind::LegalForm, "cio")
        .of(Kind::LegalForm, nobody);
    assert_eq!(silent, [PROFILE]);
}

#[test]
fn turnover_at_the_limit_is_within_it() {
    let of = |kind, pence| {
        given()
            .asks_for("o", kind, |row| row.pence = Some(pence))
            .of(kind, centre)
    };
    assert_eq!(of(Kind::MinTurnover, 30_000_000), [MET]);
    assert_eq!(of(Kind::MinTurnover, 30_000_001), [NOT_MET]);
    assert_eq!(of(Kind::MaxTurnover, 30_000_000), [MET]);
    assert_eq!(of(Kind::MaxTurnover, 29_999_999), [NOT_MET]);
}

#[test]
fn where_is_met_by_any_overlap_and_the_share_is_said() {
    let found = |areas: &[&str]| {
        let areas = areas.iter().map(|a| (*a).to_owned()).collect();
        let atlas = given().opening("p", |o| o.areas = areas).atlas();
        let lines = lines(
            &atlas,
            ix(&atlas.openings, "p"),
            &centre(&atlas),
            day("2026-11-22"),
        );
        let line = lines
            .into_iter()
            .find(|line| line.kind == Kind::Area)
            .unwrap();
        let share = |share: Option<crate::share::Share>| share.map(|s| (s.part, s.whole));
        let common = line
            .overlap
            .map(|o| (share(o.of_first), share(o.of_second)));
        (line.verdict, common)
    };
    // 100 people of the board's 160, and all 100 of the north.
    assert_eq!(
        found(&["board"]),
        (
            Verdict::Eligible,
            Some((Some((100, 160)), Some((100, 100))))
        )
    );
    assert_eq!(
        found(&["south", "west"]),
        (Verdict::NotEligible, Some((Some((0, 100)), Some((0, 100)))))
    );
    assert_eq!(found(&[]), (Verdict::NotStated, None));
}

#[test]
fn a_prison_is_where_its_district_is() {
    use crate::closed::AreaKind;
    let of = |district: &str| {
        given()
            .place(AreaKind::Prison, "prison", district)
            .opening("p", |_| {})
            .edit_opening("o", |o| o.areas = vec!["prison".to_owned()])
            .of(Kind::Area, centre)
    };
    assert_eq!(of("north"), [MET]);
    assert_eq!(of("west"), [NOT_MET]);
}

#[test]
fn a_shared_district_and_an_unplaced_prison_are_not_decided() {
    use crate::closed::AreaKind;
    let shared = given()
        .area(AreaKind::Pdu, "unit", &[])
        .shared("unit", "north")
        .edit_opening("o", |o| o.areas = vec!["unit".to_owned()]);
    assert_eq!(shared.of(Kind::Area, centre), [PROFILE]);
    let unplaced = given()
        .area(AreaKind::Prison, "prison", &[])
        .edit_opening("o", |o| o.areas = vec!["prison".to_owned()]);
    assert_eq!(unplaced.of(Kind::Area, centre), [PROFILE]);
}

#[test]
fn an_area_that_is_narrower_or_wider_than_its_codes_is_not_guessed() {
    let of = |area: &str, words: &str| {
        let mut found = given()
            .asks_for("o", Kind::Area, |row| {
                row.areas = vec![area.to_owned()];
                row.words = (!words.is_empty()).then(|| words.to_owned());
            })
            .of(Kind::Area, centre);
        found.remove(1)
    };
    assert_eq!((of("north", ""), of("west", "")), (MET, NOT_MET));
    assert_eq!(
        (of("north", "narrower"), of("west", "narrower")),
        (PROFILE, NOT_MET)
    );
    assert_eq!(
        (of("north", "uncoded"), of("west", "uncoded")),
        (MET, PROFILE)
    );
}

#[test]
fn for_whom_is_met_by_whoever_serves_all_of_them() {
    let of = |kind, opening: &str, ours: &'static str| {
        let mut found = given()
            .edit_opening("o", |o| {
                o.cohort = opening.to_owned();
                o.kind = kind;
            })
            .of(Kind::Cohort, |atlas| Profile {
                cohorts: Some(vec![ix(&atlas.cohorts, ours)]),
                ..Profile::default()
            });
        found.remove(0)
    };
    for kind in [OpeningKind::Grant, OpeningKind::Lot] {
        assert_eq!(of(kind, "women", "women"), MET);
        assert_eq!(of(kind, "women", "all"), MET);
        assert_eq!(of(kind, "men", "women"), NOT_MET);
        assert_eq!(of(kind, "veterans", "women"), PROFILE);
        assert_eq!(of(kind, "veterans", "young_women"), PROFILE);
    }
    // A women's project is within a grant for everybody; a lot is for all of them.
    assert_eq!(of(OpeningKind::Grant, "all", "women"), MET);
    assert_eq!(of(OpeningKind::Lot, "all", "women"), NOTICE);
}

#[test]
fn a_condition_on_people_is_met_by_any_that_it_names() {
    let of = |cohort: Option<&str>, words: &str| {
        let mut found = given()
            .asks_for("o", Kind::Cohort, |row| {
                row.cohort = cohort.map(str::to_owned);
                row.words = Some(words.to_owned());
            })
            .of(Kind::Cohort, centre);
        found.remove(1)
    };
    assert_eq!(of(Some("men"), "women"), MET);
    assert_eq!(of(Some("men"), ""), NOT_MET);
    assert_eq!(of(Some("men"), "uncoded"), PROFILE);
    assert_eq!(of(None, "uncoded"), PROFILE);
}

#[test]
fn applying_together() {
    let of = |words: &str, ours: &'static [Joining]| {
        let mut found = given()
            .asks("o", Kind::Consortium, words)
            .of(Kind::Consortium, |_| Profile {
                joining: Some(ours.iter().copied().collect()),
                ..Profile::default()
            });
        found.remove(0)
    };
    assert_eq!(of("allowed", &[Joining::Alone]), MET);
    assert_eq!(of("refused", &[Joining::Partner]), NOT_MET);
    assert_eq!(of("refused", &[Joining::Partner, Joining::Alone]), MET);
    assert_eq!(of("required", &[Joining::Alone]), NOT_MET);
    assert_eq!(of("required", &[Joining::Partner]), MET);
    assert_eq!(of("lead", &[Joining::Partner]), NOT_MET);
    assert_eq!(of("partner", &[Joining::Partner]), MET);
    assert_eq!(of("a riddle", &[Joining::Partner]), PROFILE);
}

#[test]
fn who_leads_is_compared_by_census_groups_and_by_share() {
    let of = |words: &str, permille, ours: &'static [&'static str]| {
        let mut found = given()
            .asks_for("o", Kind::LedByAndFor, |row| {
                row.words = Some(words.to_owned());
                row.permille = permille;
            })
            .of(Kind::LedByAndFor, |atlas| Profile {
                led_by_and_for: Some(ours.iter().map(|c| ix(&atlas.communities, c)).collect()),
                ..centre(atlas)
            });
        found.remove(0)
    };
    assert_eq!(of("ethnic_minority", None, &["black"]), MET);
    assert_eq!(
        of("black", None, &["ethnic_minority"]),
        PROFILE,
        "of which community is not said"
    );
    assert_eq!(of("black", None, &["white"]), NOT_MET);
    assert_eq!(
        of("black", None, &["muslim"]),
        PROFILE,
        "faith is no census group here"
    );
    assert_eq!(of("muslim", None, &["muslim"]), MET);
    assert_eq!(of("black", None, &[]), NOT_MET, "led by and for none");
    assert_eq!(of("black;uncoded", None, &[]), PROFILE);
    // 40% of the board and 60% of the staff.
    assert_eq!(of("black;board", Some(400), &["black"]), MET);
    assert_eq!(of("black;board", Some(501), &["black"]), NOT_MET);
    assert_eq!(of("black;staff", Some(501), &["black"]), MET);
}

#[test]
fn frameworks_and_services_are_held_or_not() {
    let framework = |words: &str| {
        given()
            .asks("o", Kind::Framework, words)
            .of(Kind::Framework, centre)
    };
    assert_eq!(framework("dynamic;other"), [MET]);
    assert_eq!(framework("other"), [NOT_MET]);
    let provider = |service: Option<&str>, ours: bool| {
        given()
            .edit_opening("o", |o| o.service = service.map(str::to_owned))
            .asks("o", Kind::ExistingProvider, "")
            .of(Kind::ExistingProvider, |atlas| Profile {
                services: Some(if ours {
                    vec![ix(&atlas.services, "held")]
                } else {
                    Vec::new()
                }),
                ..Profile::default()
            })
    };
    assert_eq!(provider(Some("held"), true), [MET]);
    assert_eq!(provider(Some("held"), false), [NOT_MET]);
    assert_eq!(
        provider(None, true),
        [NOTICE],
        "who has the work is not on record"
    );
}

#[test]
fn a_specialism_is_the_whole_of_the_work() {
    let of = |words: &str, cohorts: &'static [&'static str]| {
        let mut found = given()
            .asks("o", Kind::Specialism, words)
            .of(Kind::Specialism, |atlas| Profile {
                cohorts: Some(cohorts.iter().map(|c| ix(&atlas.cohorts, c)).collect()),
                ..centre(atlas)
            });
        found.remove(0)
    };
    assert_eq!(of("cohort:women", &["women", "young_women"]), MET);
    assert_eq!(of("cohort:women", &["women", "men"]), PROFILE);
    assert_eq!(of("cohort:women", &["men"]), NOT_MET);
    assert_eq!(of("offer:womens_centre", &["women"]), MET);
    assert_eq!(of("offer:mhtr", &["women"]), NOT_MET);
    assert_eq!(
        of("offer:mhtr;cohort:women", &["women"]),
        MET,
        "any of them"
    );
    assert_eq!(of("", &["women"]), PROFILE);
}

#[test]
fn what_no_profile_says_is_never_decided() {
    assert_eq!(
        given().asks("o", Kind::Other, "").of(Kind::Other, centre),
        [PROFILE]
    );
}

#[test]
fn a_lot_asks_what_its_tender_asks_unless_it_asks_otherwise_itself() {
    let given = given()
        .asks("o", Kind::LegalForm, "cic")
        .asks("o", Kind::Framework, "other")
        .opening("lot", |o| o.part_of = Some("o".to_owned()))
        .asks("lot", Kind::LegalForm, "registered_charity");
    let atlas = given.atlas();
    let found = lines(
        &atlas,
        ix(&atlas.openings, "lot"),
        &centre(&atlas),
        day("2026-11-22"),
    );
    let of = |kind| found.iter().find(|line| line.kind == kind).unwrap();
    assert_eq!(of(Kind::LegalForm).verdict, Verdict::Eligible);
    assert_eq!(of(Kind::LegalForm).notice, ix(&atlas.openings, "lot"));
    assert_eq!(of(Kind::Framework).verdict, Verdict::NotEligible);
    assert_eq!(of(Kind::Framework).notice, ix(&atlas.openings, "o"));
}

#[test]
fn all_lines_together() {
    let of = |given: Given| {
        let atlas = given.atlas();
        overall(&lines(
            &atlas,
            ix(&atlas.openings, "o"),
            &centre(&atlas),
            day("2026-11-22"),
        ))
    };
    assert_eq!(
        of(given()),
        Verdict::Eligible,
        "all that the notice states is met"
    );
    let open = given().asks("o", Kind::Other, "");
    assert_eq!(of(open.clone()), Verdict::NotStated);
    assert_eq!(
        of(open.asks("o", Kind::LegalForm, "cic")),
        Verdict::NotEligible
    );
    assert_eq!(
        overall(&[]),
        Verdict::NotStated,
        "nothing stated lets nobody in"
    );
}

impl Given {
    fn edit_opening(mut self, id: &str, edit: impl FnOnce(&mut Opening)) -> Self {
        edit(self.facts.openings.iter_mut().find(|o| o.id == id).unwrap());
        self
    }
}
