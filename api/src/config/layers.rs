//! Which of four places a setting's value comes from: flag, variable, file,
//! default, the first that has it.

use std::{collections::BTreeMap, fmt, path::PathBuf};

use super::{
    fault::{Fault, Wrong},
    file,
    setting::Setting,
};

/// Where a value came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The command line, with the flag.
    Flag(String),
    /// The environment, with the variable.
    Variable(String),
    /// The settings file.
    File(PathBuf),
    /// Nobody said anything.
    Default,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(flag) => write!(f, "the flag {flag}"),
            Self::Variable(variable) => write!(f, "the variable {variable}"),
            Self::File(path) => write!(f, "the file {}", path.display()),
            Self::Default => write!(f, "the default"),
        }
    }
}

/// Values by setting name (flags) or by variable (environment).
pub type Texts = BTreeMap<String, String>;

/// The four places, and the faults found so far.
#[derive(Debug, Default)]
pub struct Layers {
    /// By setting name: `max_page`.
    pub flags: Texts,
    /// By variable: `THROUGHCARE_MAX_PAGE`.
    pub variables: Texts,
    /// The file's path and its values by key.
    pub file: Option<(PathBuf, file::Values)>,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

impl Layers {
    /// The text of a setting and where it came from. An empty variable says nothing.
    pub fn find(&self, setting: &Setting) -> (String, Source) {
        if let Some(text) = self.flags.get(setting.long_name) {
            return (text.clone(), Source::Flag(setting.flag()));
        }
        let variable = setting.variable();
        if let Some(text) = self
            .variables
            .get(&variable)
            .filter(|text| !text.is_empty())
        {
            return (text.clone(), Source::Variable(variable));
        }
        if let Some((path, values)) = &self.file
            && let Some(text) = values.get(&setting.key())
        {
            return (text.clone(), Source::File(path.clone()));
        }
        (setting.default.to_owned(), Source::Default)
    }

    /// The value of a setting. Text that does not parse becomes a fault and the
    /// default stands in, so that reading goes on and finds the other faults.
    pub fn read<T>(&mut self, setting: &Setting, parse: impl Fn(&str) -> Result<T, Wrong>) -> T {
        let (text, source) = self.find(setting);
        let value = if text.contains(char::REPLACEMENT_CHARACTER) {
            Err(Wrong::new("is not UTF-8", "a text in UTF-8"))
        } else {
            parse(text.trim())
        };
        value.unwrap_or_else(|wrong| {
            self.refuse(setting, source, wrong);
            parse(setting.default).expect("a default is right; a test reads them all")
        })
    }

    /// Notes a fault.
    pub fn refuse(&mut self, setting: &Setting, source: Source, wrong: Wrong) {
        let Wrong { wrong, right } = wrong;
        self.faults.push(Fault {
            setting: setting.key(),
            source,
            wrong,
            right,
        });
    }
}
