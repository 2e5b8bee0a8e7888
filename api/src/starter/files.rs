//! The shipped register, part of the program.

use std::borrow::Cow;

/// The edition of the shipped register: the reason that history gives for its rows.
pub const EDITION: &str = "starter register 2026-11";

/// Files of the register's folder that are not loaded, and why.
pub const NOT_LOADED: &[(&str, &str)] = &[
    ("vocabulary/stages.csv", "a closed list of the program"),
    ("vocabulary/intensities.csv", "a closed list of the program"),
    (
        "starter/crs_rules.csv",
        "how each row of crs.csv was restated",
    ),
];

macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../register/", $name)))),+]
    };
}

/// The tables of one edition, by name (`reference/areas.csv`).
#[derive(Clone, Debug)]
pub struct Files(Vec<(&'static str, Cow<'static, str>)>);

impl Files {
    /// The tables that are part of the program.
    pub fn shipped() -> Self {
        let files = shipped![
            "reference/sources.csv",
            "reference/areas.csv",
            "reference/area_codes.csv",
            "reference/area_names.csv",
            "reference/area_successions.csv",
            "reference/district_parts.csv",
            "reference/area_parts.csv",
            "reference/pdu_notes.csv",
            "reference/populations.csv",
            "reference/police_force_populations.csv",
            "reference/places.csv",
            "vocabulary/census_groups.csv",
            "vocabulary/cohorts.csv",
            "vocabulary/communities.csv",
            "vocabulary/systems.csv",
            "vocabulary/offers.csv",
            "starter/sources.csv",
            "starter/bodies.csv",
            "starter/body_successions.csv",
            "starter/provision.csv",
            "starter/procurement.csv",
            "starter/crs.csv",
            "starter/voice_and_women.csv",
            "starter/cfo_evolution.csv",
            "starter/claims.csv",
            "starter/searches.csv",
            "starter/report_statements.csv",
            "starter/figures.csv",
            "starter/standards.csv",
            "starter/standard_lines.csv",
            "starter/openings.csv",
            "starter/opening_conditions.csv",
        ];
        Self(
            files
                .into_iter()
                .map(|(name, text)| (name, Cow::Borrowed(text)))
                .collect(),
        )
    }

    /// The same with one table changed: how a test makes another edition.
    #[must_use]
    pub fn with(mut self, name: &str, change: impl FnOnce(&str) -> String) -> Self {
        if let Some((_, text)) = self.0.iter_mut().find(|(known, _)| *known == name) {
            *text = Cow::Owned(change(text));
        }
        self
    }

    /// The names of the tables.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.iter().map(|(name, _)| *name)
    }

    /// The text of a table; empty if there is none of that name.
    pub(super) fn text(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(known, _)| *known == name)
            .map_or("", |(_, text)| text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_register_is_loaded_or_says_why_not() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/register");
        let files = Files::shipped();
        for folder in ["reference", "vocabulary", "starter"] {
            for entry in std::fs::read_dir(format!("{root}/{folder}")).unwrap() {
                let name = format!("{folder}/{}", entry.unwrap().file_name().display());
                let listed = files.names().any(|known| known == name)
                    || NOT_LOADED.iter().any(|(known, _)| *known == name);
                assert!(
                    listed,
                    "{name} is new: load it in starter/records, or list it in NOT_LOADED"
                );
            }
        }
    }
}
