//! The pages that are part of the program: a table of files that `build.rs` made of
//! `api/dashboard`. Where there was no Node to build them the table is empty and says why.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A file of the dashboard.
#[derive(Debug)]
pub struct File {
    /// Where it is served, from the slash on.
    pub path: &'static str,
    /// Its content type.
    pub kind: &'static str,
    /// Its bytes.
    pub plain: &'static [u8],
    /// The same, compressed; `None` where that would not make it smaller.
    pub gzip: Option<&'static [u8]>,
}

mod built {
    use super::File;
    include!(concat!(env!("OUT_DIR"), "/dashboard.rs"));

    /// Addresses of pages, one a line.
    pub fn routes() -> &'static str {
        ROUTES
    }

    /// The documents that the pages ask, as a JSON object of texts by hash.
    pub fn documents() -> &'static str {
        DOCUMENTS
    }
}

/// Why this server has no dashboard; `None`: it has one.
pub fn why_not() -> Option<&'static str> {
    built::WHY_NOT
}

/// Every file.
pub fn files() -> &'static [File] {
    built::FILES
}

/// The page that every address of the dashboard answers with.
pub fn index() -> Option<&'static File> {
    files().iter().find(|file| file.path == "/index.html")
}

/// The addresses of its pages, `:name` for a part that varies.
pub fn routes() -> impl Iterator<Item = &'static str> {
    built::routes().lines().filter(|line| !line.is_empty())
}

/// The documents that its pages ask, by SHA-256 in small hexadecimal digits. They are part of the
/// program, and so known to it without any setting.
pub fn documents() -> &'static BTreeMap<String, String> {
    static READ: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
        serde_json::from_str(built::documents()).unwrap_or_else(|error| {
            tracing::error!(%error, "The dashboard's documents cannot be read");
            BTreeMap::new()
        })
    });
    &READ
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::documents::hash;

    #[test]
    fn every_document_is_known_by_its_own_hash() {
        let read: BTreeMap<String, String> = serde_json::from_str(built::documents()).unwrap();
        for (name, text) in &read {
            assert_eq!(*name, hash(text));
        }
        assert_eq!(why_not().is_none(), !read.is_empty());
    }

    #[test]
    fn there_is_a_whole_dashboard_or_a_reason() {
        assert_eq!(why_not().is_none(), index().is_some());
        assert_eq!(why_not().is_none(), routes().count() > 0);
        for file in files() {
            assert!(
                file.path.starts_with('/') && !file.plain.is_empty(),
                "{}",
                file.path
            );
            assert!(
                file.gzip.is_none_or(|gzip| gzip.starts_with(&[0x1f, 0x8b])),
                "{}",
                file.path
            );
        }
    }
}
