//! A dry run says what would happen, and nothing happens.

use tests::tables::assert_same_rows;
use throughcare::keeping::Ask;

use super::holds;

#[test]
fn a_dry_run_changes_nothing_and_says_what_the_write_does() {
    holds("a dry run changes nothing", async |_, world, steps| {
        for step in steps {
            let viewer = step.viewer();
            let Some(ask) = step.ask(&world.seen(&viewer)) else {
                world.step(step).await;
                continue;
            };
            let before = world.tables().await;
            let dry = Ask {
                dry_run: true,
                ..ask.clone()
            };
            let said = world.ask(&viewer, dry).await;
            assert!(!said.written, "{said:?}");
            let after = world.tables().await;
            assert_same_rows(&before.rows, &after.rows, "a dry run changed rows");
            assert_eq!(
                (before.changes, before.revision),
                (after.changes, after.revision)
            );
            let done = world.ask(&viewer, ask).await;
            assert_eq!(
                said.changes, done.changes,
                "what was said, and what was done"
            );
            assert_eq!(said.problems, done.problems);
            assert_eq!(said.conflict, done.conflict);
        }
    });
}
