use std::collections::BTreeSet;

use super::super::{
    INDICATORS, Indicator, Measure, RECOMMENDATIONS, SECTIONS, Unit, indicators_of, scorecard,
};
use super::TODAY;
use crate::given::{Given, day, ix};

fn all() -> impl Iterator<Item = &'static Indicator> {
    INDICATORS.iter().flat_map(|section| section.iter())
}

#[test]
fn every_recommendation_has_an_indicator_in_its_section() {
    let numbers: Vec<&str> = RECOMMENDATIONS.iter().map(|r| r.number).collect();
    assert_eq!(numbers.len(), 30, "the bullets of the report");
    for number in &numbers {
        assert!(
            indicators_of(number).next().is_some(),
            "{number} has no indicator"
        );
    }
    assert_eq!(INDICATORS.len(), SECTIONS.len());
    for (position, section) in INDICATORS.iter().enumerate() {
        for indicator in *section {
            assert!(
                numbers.contains(&indicator.recommendation),
                "{}",
                indicator.code
            );
            let own = format!("{}.", position + 1);
            assert!(
                indicator.recommendation.starts_with(&own),
                "{}",
                indicator.code
            );
        }
    }
    let asked: Vec<&str> = all().map(|i| i.recommendation).collect();
    assert!(
        asked.is_sorted_by_key(|n| numbers.iter().position(|m| m == n)),
        "the report's order"
    );
}

#[test]
fn every_indicator_has_a_code_of_its_own_and_says_what_it_lacks_and_whom_to_ask() {
    let codes: BTreeSet<&str> = all().map(|i| i.code).collect();
    assert_eq!(codes.len(), all().count());
    let atlas = Given::two_districts().atlas();
    for indicator in all() {
        assert!(indicator.missing.ends_with('.'), "{}", indicator.code);
        assert!(indicator.request.starts_with("A"), "{}", indicator.code);
        assert!(
            indicator.measure.formula(&atlas).ends_with('.'),
            "{}",
            indicator.code
        );
        let held = indicator.measure != Measure::NotHeld;
        assert_eq!(held, indicator.measure.unit() != Unit::NotHeld);
    }
}

#[test]
fn a_scorecard_has_one_value_for_each_indicator_and_area_and_no_score() {
    let atlas = Given::two_districts().atlas();
    let areas = ["south", "board"].map(|id| ix(&atlas.areas, id));
    let card = scorecard(&atlas, &areas, day(TODAY));
    assert_eq!(card.len(), all().count());
    for scored in card {
        let asked: Vec<_> = scored.values.iter().map(|(area, _)| *area).collect();
        assert_eq!(asked, areas);
    }
}
