//! What holds for any register.

use proptest::prelude::*;

use super::super::{Line, Tally, Verdict, hold};
use super::{TODAY, line};
use crate::atlas::Atlas;
use crate::closed::{AreaKind, Status};
use crate::given::{Given, day, ix, live, record};

const AREAS: &[&str] = &["north", "south", "board", "gaol"];
const OFFERS: &[&str] = &["mhtr", "lounge", "other"];

fn geography() -> Given {
    Given::two_districts()
        .offer("lounge")
        .edit_offer("lounge", |o| o.geography = vec![AreaKind::Prison])
        .offer("other")
        .offer("unrelated")
        .place(AreaKind::Prison, "gaol", "north")
}

fn records() -> impl Strategy<Value = Given> {
    let one = (
        prop::sample::select(Status::ALL),
        prop::sample::select(OFFERS),
        prop::sample::select(AREAS),
        any::<bool>(),
    );
    prop::collection::vec(one, 0..8).prop_map(|picks| {
        picks
            .into_iter()
            .fold(geography(), |given, (status, offer, area, over)| {
                let told = record(status, offer, area);
                given.told(if over {
                    told.from("2024-04-01").to("2026-03-31")
                } else {
                    told
                })
            })
    })
}

fn ask(atlas: &Atlas, offers: &[&str]) -> Vec<super::Cell> {
    let lines: Vec<Line> = offers.iter().map(|offer| line(atlas, offer)).collect();
    let areas: Vec<_> = AREAS.iter().map(|id| ix(&atlas.areas, id)).collect();
    hold(atlas, &lines, &areas, day(TODAY))
}

proptest! {
    #[test]
    fn verdicts_sum_to_areas_times_lines(given in records()) {
        let cells = ask(&given.atlas(), OFFERS);
        let tally = Tally::of(&cells);
        let whole = u64::try_from(AREAS.len() * OFFERS.len()).unwrap();
        prop_assert_eq!(tally.verdicts.values().sum::<u64>(), whole);
        prop_assert_eq!(tally.amounts.values().sum::<u64>(), whole);
        prop_assert!(tally.known.people.part <= tally.known.people.whole);
        prop_assert!(tally.known.places.part <= tally.known.places.whole);
    }

    #[test]
    fn the_order_of_lines_does_not_matter(given in records(), turn in 0usize..3) {
        let atlas = given.atlas();
        let mut turned = OFFERS.to_vec();
        turned.rotate_left(turn);
        let (cells, others) = (ask(&atlas, OFFERS), ask(&atlas, &turned));
        prop_assert_eq!(Tally::of(&cells), Tally::of(&others));
        for cell in cells {
            let same = others.iter().find(|c| {
                c.area == cell.area && turned.get(c.line) == OFFERS.get(cell.line)
            });
            prop_assert_eq!(same.map(|c| (c.verdict, &c.answer)), Some((cell.verdict, &cell.answer)));
        }
    }

    #[test]
    fn records_of_other_offers_change_nothing(given in records(), area in prop::sample::select(AREAS)) {
        let before = Tally::of(&ask(&given.clone().atlas(), OFFERS));
        let more = given.told(live("unrelated", area));
        prop_assert_eq!(before, Tally::of(&ask(&more.atlas(), OFFERS)));
    }

    #[test]
    fn what_is_not_recorded_is_never_not_met(given in records()) {
        for cell in ask(&given.atlas(), OFFERS) {
            let standing = |wanted: &[crate::coverage::Standing]| {
                let own = cell.answer.explanation.records.iter();
                let of_places = cell.places.iter().flat_map(|p| &p.answer.explanation.records);
                own.chain(of_places).any(|used| wanted.contains(&used.reading.standing))
            };
            use crate::coverage::Standing::{Absent, Lapsed};
            if cell.verdict == Verdict::NotMet {
                prop_assert!(standing(&[Absent, Lapsed]), "a record says so");
            }
        }
    }
}
