//! What the dashboard is given beside the register.

use std::path::PathBuf;

use super::{fault::Wrong, layers::Layers, setting::Setting};

/// Boundaries for its map.
pub const BOUNDARIES: Setting = Setting::within("dashboard", "boundaries", "");

/// What the dashboard is given beside the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dashboard {
    /// A GeoJSON file, or a folder of them; `None`: the map has the tiles of its own only.
    pub boundaries: Option<PathBuf>,
}

impl Dashboard {
    pub(super) fn read(layers: &mut Layers) -> Self {
        Self {
            boundaries: layers.read(&BOUNDARIES, |text| {
                let path = PathBuf::from(text);
                match path.try_exists() {
                    _ if text.is_empty() => Ok(None),
                    Ok(true) => Ok(Some(path)),
                    Ok(false) => Err(wrong(text, "is not there")),
                    Err(error) => Err(wrong(text, &format!("cannot be read: {error}"))),
                }
            }),
        }
    }
}

fn wrong(text: &str, what: &str) -> Wrong {
    Wrong::new(
        format!("is {text:?}, which {what}"),
        "a GeoJSON file, or a folder with files *.geojson",
    )
}
