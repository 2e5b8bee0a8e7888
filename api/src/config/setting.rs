//! The name of a setting, from which its flag, variable and file key follow.

/// The prefix of every variable.
pub const PREFIX: &str = "THROUGHCARE_";

/// One setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The table of the file that holds it, if any.
    pub section: Option<&'static str>,
    /// Its name, in snake case, unique among all settings.
    pub name: &'static str,
    /// What holds when nobody says otherwise.
    pub default: &'static str,
}

impl Setting {
    /// A setting at the top of the file.
    pub const fn new(name: &'static str, default: &'static str) -> Self {
        Self {
            section: None,
            name,
            default,
        }
    }

    /// A setting in a table of the file.
    pub const fn within(section: &'static str, name: &'static str, default: &'static str) -> Self {
        Self {
            section: Some(section),
            name,
            default,
        }
    }

    /// `--max-page`
    pub fn flag(&self) -> String {
        format!("--{}", self.name.replace('_', "-"))
    }

    /// `THROUGHCARE_MAX_PAGE`
    pub fn variable(&self) -> String {
        format!("{PREFIX}{}", self.name.to_uppercase())
    }

    /// `limits.max_page`
    pub fn key(&self) -> String {
        self.section.map_or_else(
            || self.name.to_owned(),
            |section| format!("{section}.{}", self.name),
        )
    }
}
