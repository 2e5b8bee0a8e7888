//! History tells everything, and goes on telling it.

use std::collections::BTreeSet;

use planning::atlas::Atlas;
use planning::sight::Hidden;
use tests::people::everybody;
use tests::tables::assert_replay;
use throughcare::keeping::Wish;
use throughcare::store::ChangePage;

use super::answers::answer;
use super::holds;

/// Asks for states, gaps, shares, counts and rows.
const BROAD: &str = r#"{
  register { revision counts { kind count } }
  coverageMatrix(areas: { kind: DISTRICT }) {
    completeness { cells cellsNotRecorded }
    cells { area { code } offer { code } state share { people of }
      explanation { sentence flags records { record { id } people } } }
  }
  gaps(areas: { kind: DISTRICT }) { gaps { area { code } offer { code } uncovered { people of } } }
  services(first: 200) { totalCount nodes { id title state endsOn } }
  records(first: 200) { totalCount nodes { id status endsOn } }
  contracts(first: 200) { totalCount nodes { id value } }
  claims(first: 200) { totalCount nodes { id communitiesAsStated } }
}"#;

#[test]
fn history_replayed_from_nothing_gives_the_tables() {
    holds(
        "history replayed from nothing gives the tables",
        async |_, world, steps| {
            for step in steps {
                world.step(step).await;
            }
            assert_replay(world.store()).await;
            let loaded = world.store().load_atlas().await.expect("the register");
            tests::tables::assert_same_atlas(&world.app.atlas(), &loaded, "memory and tables");
        },
    );
}

#[test]
fn what_was_answered_then_is_answered_again() {
    holds(
        "what was answered then is answered again",
        async |_, world, steps| {
            let mut answered = Vec::new();
            for step in steps {
                let was_written = world
                    .step(step)
                    .await
                    .is_some_and(|outcome| outcome.written);
                // Each of so many answers is asked for twice: some revisions will do.
                if !was_written || world.app.atlas().revision % 3 != 0 {
                    continue;
                }
                let atlas = world.app.atlas();
                for viewer in everybody() {
                    let text = answer(world, &viewer, world.seen(&viewer), BROAD)
                        .await
                        .to_string();
                    answered.push((atlas.clone(), viewer, text));
                }
            }
            let now = world.app.atlas();
            let mut compared = 0;
            for (then, viewer, text) in &answered {
                let keeper = world.keeper();
                let standing = keeper.standing(viewer);
                let sight = standing.sight();
                let known = keeper
                    .seen_at(&standing, then.revision)
                    .await
                    .expect("the past");
                let again = answer(world, viewer, known, BROAD).await.to_string();
                let hidden_then = Hidden::from(then, &sight);
                let hidden_now = Hidden::from(&now, &sight);
                if adds_nothing(then, &hidden_then, &hidden_now) {
                    compared += 1;
                    assert_eq!(
                        text, &again,
                        "{} was answered otherwise at revision {}",
                        viewer.actor, then.revision
                    );
                }
            }
            assert!(compared * 2 >= answered.len(), "too little was compared");
        },
    );
}

#[test]
fn what_is_archived_is_still_told_by_history() {
    holds(
        "what is archived is still told by history",
        async |_, world, steps| {
            for step in steps {
                let before = world.tables().await.rows;
                let asked = step.ask(&world.seen(&step.viewer()));
                let Some(outcome) = world.step(step).await else {
                    continue;
                };
                let Some((kind, id)) = outcome.node.clone() else {
                    continue;
                };
                let archives = asked.is_some_and(|ask| matches!(ask.wish, Wish::Archive { .. }));
                if !archives || !outcome.written || outcome.proposal.is_some() {
                    continue;
                }
                let page = ChangePage {
                    of: Some((kind.table().to_owned(), id.clone())),
                    limit: 50,
                    ..ChangePage::default()
                };
                let changes = world.store().history(&page).await.expect("history");
                let own = changes
                    .iter()
                    .find(|change| change.node_id == id)
                    .expect("its history");
                assert_eq!((own.action.as_str(), &own.after), ("archive", &None));
                let key = (kind.table().to_owned(), id.clone());
                assert_eq!(
                    own.before.as_ref(),
                    before.get(&key),
                    "what it was, {key:?}"
                );
                assert_eq!(own.actor, step.viewer().actor);
                let then = world
                    .store()
                    .atlas_at(outcome.revision - 1)
                    .await
                    .expect("the past");
                assert!(
                    throughcare::keeping::is_seen(&then, kind, &id),
                    "{kind} {id}"
                );
            }
        },
    );
}

/// Whether a viewer from whom the first is hidden in an Atlas has nothing more hidden by the second.
fn adds_nothing(then: &Atlas, first: &Hidden, second: &Hidden) -> bool {
    macro_rules! within {
        ($($table:ident),+) => {
            $({
                let more: BTreeSet<_> = second.$table.difference(&first.$table).collect();
                more.into_iter().all(|id| then.$table.find(id).is_none())
            })&&+
        };
    }
    within!(
        services,
        coverage,
        contracts,
        claims,
        funding_streams,
        funding_allocations,
        deflators,
        openings,
        pools,
        pool_transfers,
        needs,
        unit_costs,
        mhis_years,
        scenarios,
        standards,
        evidence,
        sources
    )
}
