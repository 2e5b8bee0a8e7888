//! The register as each viewer sees it, kept while the revision lasts.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use planning::atlas::{Atlas, BuildError};
use planning::sight::{Hidden, Sight, without};

/// Views kept at once. Viewers from whom the same rows are hidden share one.
const MOST: usize = 16;

type Key = (u64, Option<u64>, Hidden);

/// Views of the register, most recently used last.
#[derive(Debug, Default)]
pub struct Views {
    kept: Mutex<VecDeque<(Key, Arc<Atlas>)>>,
}

impl Views {
    /// An Atlas without what somebody may not see. `current` is the register as it is now: a row
    /// that is hidden today is hidden in what the register used to say, too. `past` tells which
    /// earlier revision `atlas` is, if it is one.
    pub fn of(
        &self,
        atlas: &Arc<Atlas>,
        current: &Atlas,
        past: Option<u64>,
        sight: &Sight,
    ) -> Result<Arc<Atlas>, BuildError> {
        let mut hidden = Hidden::from(atlas, sight);
        if past.is_some() {
            hidden = hidden.and(Hidden::from(current, sight));
        }
        if hidden.is_empty() {
            return Ok(atlas.clone());
        }
        let key = (current.revision, past, hidden);
        // Held while it is built, so that it is built once.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = kept.iter().position(|(other, _)| *other == key)
            && let Some(found) = kept.remove(at)
        {
            let view = found.1.clone();
            kept.push_back(found);
            return Ok(view);
        }
        kept.retain(|((revision, ..), _)| *revision == current.revision);
        let view = Arc::new(without(atlas, &key.2)?);
        if kept.len() >= MOST {
            kept.pop_front();
        }
        kept.push_back((key, view.clone()));
        Ok(view)
    }
}
