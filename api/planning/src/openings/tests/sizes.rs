//! What an opening is worth against a turnover.

use super::*;

/// An award of so many pence, with its basis and months, against £300,000.
fn award(least: i64, basis: Option<&str>, months: Option<u64>) -> (Verdict, Option<Silent>) {
    let given = given()
        .opening("a", |_| {})
        .asks_for("o", Kind::AwardToTurnover, |row| row.permille = Some(500));
    let mut given = given;
    let row = given
        .facts
        .openings
        .iter_mut()
        .find(|o| o.id == "o")
        .unwrap();
    row.min_award_pence = Some(least);
    row.award_basis = basis.map(str::to_owned);
    row.duration_months = months;
    given.of(Kind::AwardToTurnover, centre).remove(0)
}

#[test]
fn half_of_turnover_is_held_against_the_least_award_of_a_year() {
    assert_eq!(award(15_000_000, Some("a_year"), None), MET);
    assert_eq!(award(15_000_001, Some("a_year"), None), NOT_MET);
    // £450,000 over three years is £150,000 a year.
    assert_eq!(award(45_000_000, Some("whole_award"), Some(36)), MET);
    assert_eq!(award(45_000_100, Some("whole_award"), Some(36)), NOT_MET);
    // Nobody says of what it is: both readings have to agree.
    assert_eq!(award(45_000_000, None, Some(36)), NOTICE);
    assert_eq!(award(15_000_000, None, Some(36)), MET);
    assert_eq!(award(45_000_100, None, Some(36)), NOT_MET);
    assert_eq!(award(45_000_000, None, None), NOTICE);
    assert_eq!(award(15_000_000, Some("whole_award"), None), MET);
}

#[test]
fn without_a_least_award_something_can_be_asked() {
    let given = given().asks_for("o", Kind::AwardToTurnover, |row| row.permille = Some(500));
    assert_eq!(given.clone().of(Kind::AwardToTurnover, centre), [MET]);
    let nothing = |atlas: &crate::atlas::Atlas| Profile {
        turnover_pence: Some(0),
        ..centre(atlas)
    };
    assert_eq!(given.of(Kind::AwardToTurnover, nothing), [NOT_MET]);
}

fn value(edit: impl FnOnce(&mut Opening)) -> Option<(i64, i64)> {
    let atlas = given().opening("v", edit).atlas();
    let row = atlas.openings.get(ix(&atlas.openings, "v"));
    yearly_value(row).map(|value| (value.least_pence, value.most_pence))
}

#[test]
fn the_worked_example() {
    // The women's diversion grants: up to £475,000, 27 months, of what is not
    // said: £211,111.11 or £475,000 a year, at most 1,583 thousandths of £300,000.
    let atlas = given()
        .opening("v", |o| {
            o.min_award_pence = Some(6_000_000);
            o.max_award_pence = Some(47_500_000);
            o.duration_months = Some(27);
        })
        .atlas();
    let value = yearly_value(atlas.openings.get(ix(&atlas.openings, "v"))).unwrap();
    assert_eq!(
        (value.least_pence, value.most_pence),
        (21_111_111, 47_500_000)
    );
    assert_eq!(value.of_turnover(30_000_000), Some(1_583));
}

#[test]
fn a_year_of_a_value_is_given_on_each_reading_that_is_open() {
    let of = |basis: Option<&'static str>, months| {
        value(|o| {
            o.max_award_pence = Some(36_000);
            o.award_basis = basis.map(str::to_owned);
            o.duration_months = months;
        })
    };
    assert_eq!(of(Some("a_year"), Some(36)), Some((36_000, 36_000)));
    assert_eq!(of(Some("whole_award"), Some(36)), Some((12_000, 12_000)));
    assert_eq!(of(None, Some(36)), Some((12_000, 36_000)));
    assert_eq!(
        of(Some("lot"), None),
        None,
        "a term that is not on record has no year"
    );
    assert_eq!(
        of(None, Some(6)),
        Some((36_000, 36_000)),
        "half a year is spent within one"
    );
}

#[test]
fn all_of_a_programme_is_no_applicants_and_all_of_a_contract_is() {
    let of = |kind| {
        value(|o| {
            o.kind = kind;
            o.total_pence = Some(24_000);
            o.duration_months = Some(24);
        })
    };
    assert_eq!(of(OpeningKind::Grant), None);
    assert_eq!(of(OpeningKind::Framework), None);
    assert_eq!(of(OpeningKind::Lot), Some((12_000, 12_000)));
    assert_eq!(value(|_| {}), None);
}

#[test]
fn money_and_shares_in_words() {
    use crate::openings::words::{listed, percent, pounds};
    assert_eq!(pounds(30_000_000), "£300,000");
    assert_eq!(pounds(85_444_683_186), "£854,446,831.86");
    assert_eq!(pounds(5), "£0.05");
    assert_eq!(pounds(-100), "-£1");
    assert_eq!(
        (percent(500), percent(501)),
        ("50%".to_owned(), "50.1%".to_owned())
    );
    assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
}
