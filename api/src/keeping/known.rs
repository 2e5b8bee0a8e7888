//! The register as it stood, replayed from history and kept.

use std::collections::VecDeque;
use std::sync::Arc;

use planning::atlas::Atlas;
use tokio::sync::Mutex;

use crate::store::{Store, StoreError};

/// Past registers kept at once.
const MOST: usize = 4;

/// Past registers, most recently used last.
#[derive(Debug, Default)]
pub struct Known {
    kept: Mutex<VecDeque<Arc<Atlas>>>,
}

impl Known {
    /// The register at a revision. It never changes again, so it is kept.
    pub async fn at(&self, store: &Store, revision: u64) -> Result<Arc<Atlas>, StoreError> {
        // Held while it is replayed, so that it is replayed once, and one at a time.
        let mut kept = self.kept.lock().await;
        if let Some(at) = kept.iter().position(|atlas| atlas.revision == revision)
            && let Some(found) = kept.remove(at)
        {
            kept.push_back(found.clone());
            return Ok(found);
        }
        let atlas = Arc::new(store.atlas_at(revision).await?);
        if kept.len() >= MOST {
            kept.pop_front();
        }
        kept.push_back(atlas.clone());
        Ok(atlas)
    }

    /// Keeps nothing of before: a restore has given the register another past.
    pub async fn forget(&self) {
        self.kept.lock().await.clear();
    }
}
