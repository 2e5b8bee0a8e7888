//! Reading a database address.

use std::fmt;
use std::path::{Path, PathBuf};

use super::error::StoreError;

/// Where the database is. It prints without a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// A SQLite database that is gone when the program ends.
    Memory,
    /// A SQLite file.
    File(PathBuf),
    /// A PostgreSQL database.
    Postgres(Secret),
}

/// An address that may hold a password.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Secret(String);

impl Secret {
    /// The whole address, for the driver only.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&without_password(&self.0))
    }
}

impl Address {
    /// A file path, `sqlite:PATH`, `sqlite::memory:`, `postgres://…` or `postgresql://…`.
    pub(super) fn parse(text: &str) -> Result<Self, StoreError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(StoreError::EmptyAddress);
        }
        if text == ":memory:" {
            return Ok(Self::Memory);
        }
        if let Some(rest) = text.strip_prefix("sqlite:") {
            return Self::sqlite(rest);
        }
        match text.split_once("://") {
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres(Secret(text.to_owned()))),
            Some((scheme, _)) => Err(StoreError::UnknownScheme {
                scheme: scheme.to_owned(),
            }),
            None => Ok(Self::File(PathBuf::from(text))),
        }
    }

    fn sqlite(rest: &str) -> Result<Self, StoreError> {
        // `?mode=rwc` and its like are how we open every file anyhow.
        let path = rest.split_once('?').map_or(rest, |(path, _)| path);
        let path = path.strip_prefix("//").unwrap_or(path);
        match path {
            "" => Err(StoreError::EmptyAddress),
            ":memory:" => Ok(Self::Memory),
            path => Ok(Self::File(PathBuf::from(path))),
        }
    }

    /// The folder that a file lies in.
    pub(super) fn folder(path: &Path) -> &Path {
        match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Memory => f.write_str("the database in memory"),
            Self::File(path) => write!(f, "the database {}", path.display()),
            Self::Postgres(secret) => write!(f, "the database {secret:?}"),
        }
    }
}

/// Keeps scheme, host and database; drops the user's password and the query,
/// which may hold it too.
fn without_password(address: &str) -> String {
    let address = address
        .split_once('?')
        .map_or(address, |(before, _)| before);
    let Some((scheme, rest)) = address.split_once("://") else {
        return "(hidden)".to_owned();
    };
    // A password may hold any character, so the host begins after the last `@`.
    match rest.rsplit_once('@') {
        None => format!("{scheme}://{rest}"),
        Some((user, host)) => {
            let user = user.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}@{host}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_file() {
        for text in [
            "a/b.db",
            "sqlite:a/b.db",
            "sqlite://a/b.db",
            "sqlite:a/b.db?mode=rwc",
        ] {
            assert_eq!(
                Address::parse(text).unwrap(),
                Address::File(PathBuf::from("a/b.db")),
                "{text}"
            );
        }
        assert_eq!(
            Address::parse("sqlite:///a.db").unwrap(),
            Address::File(PathBuf::from("/a.db"))
        );
        assert_eq!(Address::parse("sqlite::memory:").unwrap(), Address::Memory);
    }

    #[test]
    fn another_scheme_is_refused_by_name() {
        let error = Address::parse("mysql://root:secret@host/db").unwrap_err();
        assert!(error.to_string().contains("mysql"));
        assert!(!error.to_string().contains("secret"));
    }

    #[test]
    fn a_password_is_never_printed() {
        for text in [
            "postgres://me:se@cret@host:5432/db",
            "postgres://me@host:5432/db?password=secret",
        ] {
            let address = Address::parse(text).unwrap();
            let printed = format!("{address} {address:?}");
            assert!(printed.contains("postgres://me@host:5432/db"), "{printed}");
            assert!(!printed.contains("cret"), "{printed}");
        }
    }
}
