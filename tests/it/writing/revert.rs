//! Reverting a revision puts back what it changed.

use tests::people::admin;
use tests::tables::{assert_same_rows, unversioned};
use throughcare::keeping::{Ask, Wish};

use super::holds;

#[test]
fn a_reverted_revision_leaves_the_rows_as_they_were_but_for_their_versions() {
    holds(
        "a reverted revision leaves the rows as they were",
        async |_, world, steps| {
            for (number, step) in steps.iter().enumerate() {
                let before = world.tables().await;
                let Some(outcome) = world.step(step).await else {
                    continue;
                };
                let after = world.tables().await;
                let is_record = before.without("proposal") != after.without("proposal");
                if !is_record || number % 2 == 1 {
                    continue;
                }
                let ask = Ask {
                    wish: Wish::Revert {
                        revision: outcome.revision,
                    },
                    reason: "it was wrong".to_owned(),
                    expected_version: None,
                    idempotency_key: None,
                    dry_run: false,
                    propose: false,
                    accepts: None,
                };
                let reverted = world.ask(&admin(), ask).await;
                assert!(reverted.written, "{:?}", reverted.problems);
                let back = world.tables().await;
                let rule = "before the change, and after it was reverted";
                let (was, is) = (before.without("proposal"), back.without("proposal"));
                assert_same_rows(&unversioned(&was), &unversioned(&is), rule);
            }
        },
    );
}
