//! A proposal is nothing until it is accepted, and then it is a write.

use tests::people::{admin, analyst, everybody};
use tests::tables::{assert_same_atlas, assert_same_rows};
use throughcare::keeping::{Ask, Decision};

use super::holds;
use super::steps::{Step, What};
use super::world::World;

#[test]
fn nothing_proposed_shows_until_it_is_accepted() {
    holds(
        "nothing proposed shows until it is accepted",
        async |_, world, steps| {
            for (number, step) in steps.iter().enumerate() {
                if number % 2 == 1 {
                    world.step(step).await;
                    continue;
                }
                let before = world.tables().await;
                let views: Vec<_> = everybody().iter().map(|who| world.seen(who)).collect();
                let viewer = step.viewer();
                let Some(ask) = step.ask(&world.seen(&viewer)) else {
                    world.step(step).await;
                    continue;
                };
                let proposed = world
                    .ask(
                        &viewer,
                        Ask {
                            propose: true,
                            ..ask.clone()
                        },
                    )
                    .await;
                let after = world.tables().await;
                let rule = "a proposal changed rows";
                assert_same_rows(
                    &before.without("proposal"),
                    &after.without("proposal"),
                    rule,
                );
                for (who, then) in everybody().iter().zip(views) {
                    let mut now = (*world.seen(who)).clone();
                    now.revision = then.revision;
                    assert_same_atlas(&then, &now, &format!("what {} sees", who.actor));
                }
                if proposed.written {
                    world.ask(&viewer, ask).await;
                }
            }
        },
    );
}

#[test]
fn accepting_gives_the_tables_that_writing_gives() {
    holds(
        "accepting gives the tables that writing gives",
        async |engine, world, steps| {
            // The same sequence on two databases: in one the wish is accepted, in the other it is
            // proposed too, so that revisions agree, and then written.
            let mut other = World::new(engine).await;
            // Which proposals are open differs, and which revision changed what: a decision and a
            // revert would be about something else.
            let decides = |step: &&Step| {
                matches!(
                    step.what,
                    What::Accept | What::Decline | What::Withdraw | What::Revert
                )
            };
            for (number, step) in steps.iter().filter(|step| !decides(step)).enumerate() {
                let ask = step.ask(&world.seen(&admin()));
                let Some(ask) = ask.filter(|_| number % 3 == 0) else {
                    world.step(step).await;
                    other.step(step).await;
                    continue;
                };
                let proposal = Ask {
                    propose: true,
                    ..ask.clone()
                };
                let direct = Ask {
                    propose: false,
                    ..ask
                };
                // An analyst proposes of what they see; of the rest, the administrator.
                let mut by = analyst();
                let mut proposed = world.ask(&by, proposal.clone()).await;
                let mut again = other.ask(&by, proposal.clone()).await;
                if !proposed.written {
                    by = admin();
                    proposed = world.ask(&by, proposal.clone()).await;
                    again = other.ask(&by, proposal).await;
                }
                assert_eq!(proposed, again, "two databases after the same steps");
                let Some(id) = proposed.proposal.filter(|_| proposed.written) else {
                    continue;
                };
                let reason = direct.reason.clone();
                let accepted = world
                    .keeper()
                    .accept(admin(), &id, reason, None, false)
                    .await;
                let accepted = accepted.expect("an outcome");
                let written = other.ask(&admin(), direct).await;
                assert_eq!(accepted.changes, written.changes);
                assert_eq!(
                    (accepted.written, &accepted.problems),
                    (written.written, &written.problems)
                );
                // Settling a proposal may count another group of tables than the write does.
                if world.app.atlas().revision != other.app.atlas().revision {
                    let (keeper, reason) = (other.keeper(), "even");
                    let closed = keeper
                        .close(&admin(), &id, Decision::Declined, reason)
                        .await;
                    assert!(closed.expect("an outcome").written);
                }
                let (one, two) = (world.tables().await, other.tables().await);
                let rule = "accepted here, written there";
                assert_same_rows(&one.without("proposal"), &two.without("proposal"), rule);
                assert_eq!(one.revision, two.revision);
            }
        },
    );
}
