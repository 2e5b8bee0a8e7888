use proptest::prelude::*;

use crate::money::deflate::{Index, NoPrices, prices};

fn index(series: &'static str, year: u32, millionths: i64) -> Index<'static> {
    Index {
        series,
        year,
        millionths,
        row: "d",
    }
}

/// An example series: 100 in 2022/23, 106.5 in 2023/24, 110.25 in 2024/25.
fn example() -> Vec<Index<'static>> {
    vec![
        index("example", 2022, 100_000_000),
        index("example", 2023, 106_500_000),
        index("example", 2024, 110_250_000),
    ]
}

#[test]
fn pounds_are_moved_by_the_ratio_of_two_indices() {
    let found = prices(example(), None, Some(2022), 2024).unwrap();
    assert_eq!(found.of(31_876_400), Some(35_143_731));
    assert_eq!((found.from.year, found.to.year), (2022, 2024));
    let back = prices(example(), Some("example"), Some(2024), 2022).unwrap();
    assert_eq!(back.of(35_143_731), Some(31_876_400));
}

#[test]
fn no_series_is_never_guessed() {
    let error = prices([], None, Some(2022), 2024).unwrap_err();
    assert_eq!(error, NoPrices::NoneEntered);
    assert!(error.to_string().contains("no deflator series is entered"));
}

#[test]
fn what_is_wrong_names_what_would_be_right() {
    let two = || example().into_iter().chain([index("other", 2022, 1)]);
    let says = |error: NoPrices| error.to_string();
    let unnamed = says(prices(two(), None, Some(2022), 2024).unwrap_err());
    assert!(unnamed.contains("name one of example, other"), "{unnamed}");
    let unknown = says(prices(two(), Some("cpi"), Some(2022), 2024).unwrap_err());
    assert!(unknown.contains("use one of example, other"), "{unknown}");
    let missing = says(prices(example(), None, Some(2022), 2030).unwrap_err());
    assert!(missing.contains("2030") && missing.contains("2022, 2023, 2024"));
    let undated = prices(example(), None, None, 2024).unwrap_err();
    assert_eq!(undated, NoPrices::YearNotOnRecord);
    let zero = prices([index("z", 2022, 0)], None, Some(2022), 2022).unwrap_err();
    assert!(matches!(zero, NoPrices::NoIndex(_, 2022, _)));
}

proptest! {
    #[test]
    fn the_prices_of_the_same_year_change_nothing(pence in -1_000_000_000_000i64..1_000_000_000_000, at in 1i64..1_000_000_000) {
        let found = prices([index("s", 2024, at)], None, Some(2024), 2024).unwrap();
        prop_assert_eq!(found.of(pence), Some(pence));
    }

    #[test]
    fn there_and_back_is_the_same_to_the_penny(pence in 0i64..1_000_000_000_000, from in 1i64..1_000_000, more in 0i64..1_000_000) {
        let both = [index("s", 2022, from), index("s", 2024, from + more)];
        let there = prices(both, None, Some(2022), 2024).unwrap().of(pence).unwrap();
        let back = prices(both, None, Some(2024), 2022).unwrap().of(there).unwrap();
        prop_assert!(back.abs_diff(pence) <= 1, "{} {}", back, pence);
    }
}
