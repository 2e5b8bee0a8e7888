use super::side_by_side;
use crate::coverage::State::{Commissioned, NotRecorded};
use crate::given::{Given, day, ix, live};

#[test]
fn offers_stand_side_by_side_in_the_order_asked_and_tell_where_areas_differ() {
    let atlas = Given::two_districts()
        .offer("l_and_d")
        .told(live("mhtr", "south"))
        .atlas();
    let areas = ["south", "north"].map(|id| ix(&atlas.areas, id));
    let offers = ["mhtr", "l_and_d"].map(|id| ix(&atlas.offers, id));
    let everybody = ix(&atlas.cohorts, "all");
    let rows = side_by_side(&atlas, &areas, &offers, Some(everybody), day("2026-11-22"));
    let plain: Vec<_> = rows
        .iter()
        .map(|row| {
            let states: Vec<_> = row.answers.iter().map(|(_, answer)| answer.state).collect();
            (states, row.differs)
        })
        .collect();
    assert_eq!(
        plain,
        [
            (vec![Commissioned, NotRecorded], true),
            (vec![NotRecorded, NotRecorded], false),
        ]
    );
    let asked: Vec<_> = rows.iter().map(|row| row.offer).collect();
    assert_eq!(asked, offers);
}
