//! The name of a setting, from which its flag, variable and file key follow.

/// The prefix of every variable.
pub const PREFIX: &str = "THROUGHCARE_";

/// One setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The table of the file that holds it, if any.
    pub section: Option<&'static str>,
    /// Its name in the file, in snake case.
    pub name: &'static str,
    /// Its name among flags and variables, unique: `name`, unless that says too little there.
    pub long_name: &'static str,
    /// What holds when nobody says otherwise.
    pub default: &'static str,
}

impl Setting {
    /// A setting at the top of the file.
    pub const fn new(name: &'static str, default: &'static str) -> Self {
        Self {
            section: None,
            name,
            long_name: name,
            default,
        }
    }

    /// A setting in a table of the file.
    pub const fn within(section: &'static str, name: &'static str, default: &'static str) -> Self {
        Self {
            section: Some(section),
            name,
            long_name: name,
            default,
        }
    }

    /// The same setting, with another name among flags and variables.
    pub const fn called(self, long_name: &'static str) -> Self {
        Self { long_name, ..self }
    }

    /// The default, for people.
    pub const fn default_shown(&self) -> &'static str {
        if self.default.is_empty() {
            "none"
        } else {
            self.default
        }
    }

    /// `--max-page`
    pub fn flag(&self) -> String {
        format!("--{}", self.long_name.replace('_', "-"))
    }

    /// `THROUGHCARE_MAX_PAGE`
    pub fn variable(&self) -> String {
        format!("{PREFIX}{}", self.long_name.to_uppercase())
    }

    /// `limits.max_page`
    pub fn key(&self) -> String {
        self.section.map_or_else(
            || self.name.to_owned(),
            |section| format!("{section}.{}", self.name),
        )
    }
}
