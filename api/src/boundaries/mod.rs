//! Boundaries of areas, for the map. Whoever runs the server gives them as GeoJSON; they are read
//! and checked once, at the start. None are part of the program.

mod collection;
mod files;

use std::{fmt, path::PathBuf};

pub use self::files::read;

/// What one file has: the boundaries of areas of one kind, as it is served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// The name of its file, without the ending.
    pub name: String,
    /// The property of its features that holds their official codes.
    pub property: String,
    /// The codes of its areas, sorted; each is there once.
    pub codes: Vec<String>,
    /// A FeatureCollection: of each area its code and its geometry, and nothing else.
    pub geojson: String,
}

/// Why files cannot be used: one reason for each that is wrong, never none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadBoundaries(Vec<BadFile>);

/// Why one file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
struct BadFile {
    path: PathBuf,
    wrong: Wrong,
}

/// What is wrong with a file, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wrong {
    wrong: String,
    right: String,
}

impl Wrong {
    fn new(wrong: impl Into<String>, right: impl Into<String>) -> Self {
        Self {
            wrong: wrong.into(),
            right: right.into(),
        }
    }
}

impl fmt::Display for BadBoundaries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("The boundaries (dashboard.boundaries) cannot be used:")?;
        for BadFile { path, wrong } in &self.0 {
            let Wrong { wrong, right } = wrong;
            write!(f, "\n  {}: {wrong}\n    right: {right}", path.display())?;
        }
        Ok(())
    }
}

impl std::error::Error for BadBoundaries {}
