//! What holds for any register.

use proptest::prelude::*;

use super::super::{INDICATORS, Outcome, Scored, Why, scorecard};
use super::TODAY;
use crate::closed::{AreaKind, Status};
use crate::coverage::State;
use crate::given::{Given, day, ix, live, record};

const AREAS: &[&str] = &["north", "south", "board"];
const WHERE: &[&str] = &["north", "south", "board", "gaol", "court"];

/// The offers that some indicator asks about.
fn offers() -> Vec<&'static str> {
    let mut offers: Vec<&str> = INDICATORS
        .iter()
        .flat_map(|section| section.iter())
        .flat_map(|indicator| indicator.measure.offers())
        .collect();
    offers.sort_unstable();
    offers.dedup();
    offers
}

fn geography() -> Given {
    let start = Given::two_districts()
        .offer("unrelated")
        .place(AreaKind::Prison, "gaol", "north")
        .place(AreaKind::Court, "court", "north");
    let more = offers().into_iter().filter(|offer| *offer != "mhtr");
    more.fold(start, Given::offer)
}

fn records() -> impl Strategy<Value = Given> {
    let one = (
        prop::sample::select(Status::ALL),
        prop::sample::select(offers()),
        prop::sample::select(WHERE),
    );
    prop::collection::vec(one, 0..12).prop_map(|picks| {
        picks
            .into_iter()
            .fold(geography(), |given, (status, offer, area)| {
                given.told(record(status, offer, area))
            })
    })
}

fn card(given: &Given) -> Vec<Scored> {
    let atlas = given.clone().atlas();
    let areas: Vec<_> = AREAS.iter().map(|id| ix(&atlas.areas, id)).collect();
    scorecard(&atlas, &areas, day(TODAY))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_fulfils_and_what_is_unknown_never_exceed_the_whole(given in records()) {
        for scored in card(&given) {
            for (_, value) in &scored.values {
                let Outcome::Counted(count) = value.outcome else { continue };
                if let Some(whole) = count.denominator {
                    prop_assert!(count.at_most() <= whole, "{}", scored.indicator.code);
                }
            }
        }
    }

    #[test]
    fn what_is_counted_by_state_sums_to_the_whole(given in records()) {
        for scored in card(&given) {
            for (_, value) in &scored.values {
                let Outcome::Counted(count) = value.outcome else { continue };
                if value.by_state.is_empty() {
                    continue;
                }
                let applies = value.by_state.iter().filter(|(s, _)| *s != State::NotApplicable);
                prop_assert_eq!(Some(applies.map(|(_, n)| n).sum::<u64>()), count.denominator);
            }
        }
    }

    #[test]
    fn records_of_other_offers_change_nothing(given in records(), area in prop::sample::select(WHERE)) {
        let values = |given: &Given| -> Vec<_> {
            let card = card(given).into_iter();
            card.map(|s| s.values.into_iter().map(|(_, v)| (v.outcome, v.by_state)).collect::<Vec<_>>()).collect()
        };
        let before: Vec<_> = values(&given);
        prop_assert_eq!(before, values(&given.told(live("unrelated", area))));
    }
}

#[test]
fn without_records_nothing_is_counted() {
    for scored in card(&geography()) {
        for (_, value) in scored.values {
            assert!(
                matches!(
                    value.outcome,
                    Outcome::NotRecorded(Why::NothingOnRecord | Why::NotHeld)
                        | Outcome::NotApplicable
                ),
                "{}",
                scored.indicator.code
            );
        }
    }
}
