use proptest::prelude::*;

use super::contract;
use crate::given::date;
use crate::money::yearly::{Origin, of, of_months};

#[test]
fn one_lot_read_on_its_base_and_on_its_full_term() {
    // Lot 1 of Lancashire and Cumbria: £30,899,992 for five years and three more.
    let row = contract(|row| {
        row.value_pence = Some(3_089_999_200);
        row.base_months = Some(60);
        row.extension_months = Some(36);
    });
    let found = of(&row);
    let base = found.base.unwrap();
    assert_eq!((base.pence, base.months), (617_999_840, Some(60)));
    assert_eq!(base.origin, Origin::Computed);
    let full = found.full.unwrap();
    assert_eq!((full.pence, full.months), (386_249_900, Some(96)));
}

#[test]
fn a_stated_year_goes_first_and_is_compared_with_value_and_months() {
    let stated = |pence| {
        let row = contract(|row| {
            row.value_pence = Some(1_000_000);
            row.base_months = Some(36);
            row.annual_base_pence = Some(pence);
            row.annual_full_pence = Some(pence);
        });
        let base = of(&row).base.unwrap();
        assert_eq!((base.pence, base.origin), (pence, Origin::Stated));
        assert_eq!(base.computed, Some(333_333));
        base.agrees()
    };
    assert_eq!(stated(333_300), Some(true), "rounded to the pound");
    assert_eq!(stated(333_232), Some(false));
}

#[test]
fn a_value_that_is_stated_of_one_term_is_not_read_on_the_other() {
    let row = contract(|row| {
        row.value_pence = Some(978_513_200);
        row.base_months = Some(60);
        row.extension_months = Some(24);
        row.annual_full_pence = Some(139_787_600);
    });
    let found = of(&row);
    assert_eq!(found.base, None);
    assert_eq!(found.full.unwrap().agrees(), Some(true));
}

#[test]
fn without_a_value_or_a_term_there_is_no_year() {
    assert_eq!(of(&contract(|row| row.base_months = Some(60))).base, None);
    let worth = |row: &mut crate::facts::Contract| row.value_pence = Some(5_000_000);
    assert_eq!(of(&contract(worth)).full, None);
    let no_months = contract(|row| {
        worth(row);
        row.base_months = Some(0);
    });
    assert_eq!(of(&no_months).base, None);
}

#[test]
fn a_term_not_stated_in_months_is_read_from_days_of_whole_months() {
    let over = |from: &str, to: &str| {
        let row = contract(|row| {
            row.value_pence = Some(7_000_000);
            row.starts_on = Some(date(from));
            row.ends_on = Some(date(to));
        });
        of(&row).full.map(|full| (full.months, full.pence))
    };
    assert_eq!(
        over("2025-04-01", "2032-03-31"),
        Some((Some(84), 1_000_000))
    );
    assert_eq!(over("2025-04-01", "2032-03-30"), None);
    assert_eq!(over("2022", "2025"), None);
    assert_eq!(over("2025-04-01", "2025-03-31"), None);
    assert_eq!(over("2025-04-01", "2024-03-31"), None);
}

#[test]
fn halves_of_a_penny_are_rounded_up() {
    assert_eq!(of_months(1, 24), Some(1));
    assert_eq!(of_months(1, 25), Some(0));
    assert_eq!(of_months(100, 0), None);
    assert_eq!(of_months(i64::MAX, 1), None);
}

proptest! {
    #[test]
    fn a_year_of_twelve_months_is_the_value(pence in 0i64..1_000_000_000_000) {
        prop_assert_eq!(of_months(pence, 12), Some(pence));
    }

    #[test]
    fn the_years_of_a_term_are_its_value_but_for_rounding(pence in 0i64..1_000_000_000_000, years in 1u32..20) {
        let yearly = of_months(pence, years * 12).unwrap();
        prop_assert!((yearly * i64::from(years)).abs_diff(pence) <= u64::from(years));
    }
}
