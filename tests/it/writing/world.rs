//! A small register of its own for each case, and a record of what was done to it.

use std::cell::RefCell;
use std::sync::Arc;

use planning::atlas::Atlas;
use tests::app::{MAX_PAGE, clock};
use tests::db::{Engine, small_store};
use tests::tables;
use throughcare::app::App;
use throughcare::auth::Viewer;
use throughcare::keeping::{Ask, Decision, Keeper, Outcome};
use throughcare::store::Store;

use super::steps::{Step, What};

thread_local! {
    /// What was done in the last case that failed on this thread.
    pub static FAILED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// A register under change.
pub struct World {
    pub app: Arc<App>,
    done: Vec<String>,
}

impl World {
    /// On a database of its own.
    pub async fn new(engine: Engine) -> Self {
        Self::on(small_store(engine).await).await
    }

    /// On a database that holds a register.
    pub async fn on(store: Store) -> Self {
        let (app, report) = App::start(store, Arc::new(clock()), MAX_PAGE, &mut |_| {})
            .await
            .expect("the application to start");
        assert!(report.is_none(), "the small register is a register");
        Self {
            app: Arc::new(app),
            done: Vec::new(),
        }
    }

    pub fn keeper(&self) -> Arc<Keeper> {
        self.app.keeper().clone()
    }

    pub fn store(&self) -> &Store {
        self.app.store()
    }

    pub async fn tables(&self) -> tables::Tables {
        tables::tables(self.store()).await
    }

    /// The register as somebody sees it.
    pub fn seen(&self, viewer: &Viewer) -> Arc<Atlas> {
        let keeper = self.app.keeper();
        keeper.seen(&keeper.standing(viewer)).expect("a view")
    }

    /// Asks, and writes down what came of it.
    pub async fn ask(&mut self, viewer: &Viewer, ask: Ask) -> Outcome {
        let asked = serde_json::to_string(&ask.wish).expect("a wish as JSON");
        self.done.push(format!("{}: {asked}", viewer.actor));
        let outcome = self.keeper().ask(viewer.clone(), ask).await;
        let outcome = outcome.expect("an outcome, whatever was asked");
        self.note(&outcome);
        outcome
    }

    /// Does a step; `None` where there is nothing to do it to.
    pub async fn step(&mut self, step: &Step) -> Option<Outcome> {
        let viewer = step.viewer();
        let decision = match step.what {
            What::Accept => None,
            What::Decline => Some(Decision::Declined),
            What::Withdraw => Some(Decision::Withdrawn),
            _ => {
                let ask = step.ask(&self.seen(&viewer))?;
                return Some(self.ask(&viewer, ask).await);
            }
        };
        let open = self
            .store()
            .proposals(Some("open"), None)
            .await
            .expect("proposals");
        let proposal = step.choose(&open, 0)?.id.clone();
        let reason = "a decision";
        self.done
            .push(format!("{}: {:?} {proposal}", viewer.actor, step.what));
        let keeper = self.keeper();
        let outcome = match decision {
            None => {
                keeper
                    .accept(viewer, &proposal, reason.to_owned(), None, false)
                    .await
            }
            Some(decision) => keeper.close(&viewer, &proposal, decision, reason).await,
        };
        let outcome = outcome.expect("an outcome, whatever is decided");
        self.note(&outcome);
        Some(outcome)
    }

    fn note(&mut self, outcome: &Outcome) {
        let problems = outcome
            .problems
            .iter()
            .map(|p| format!("{}: {}", p.field, p.message));
        let problems: Vec<String> = problems.collect();
        let what = match (outcome.written, &outcome.conflict) {
            (true, _) => format!("written as revision {}", outcome.revision),
            (false, Some(_)) => "a conflict".to_owned(),
            (false, None) => format!("not written: {problems:?}"),
        };
        self.done.push(format!("    {what}"));
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if std::thread::panicking() {
            FAILED.with_borrow_mut(|failed| *failed = std::mem::take(&mut self.done));
        }
    }
}
