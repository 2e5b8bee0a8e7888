//! Which database holds the register.

use std::{fmt, path::Path};

use super::{fault::Wrong, layers::Layers, setting::Setting};

/// The database.
pub const DATABASE: Setting = Setting::new("database", "throughcare.db");

const RIGHT: &str = "a file such as throughcare.db, or postgres://user:password@host:5432/name";

/// The address of a database. It prints without its password.
#[derive(Clone, PartialEq, Eq)]
pub struct Database(String);

impl Database {
    pub(super) fn read(layers: &mut Layers) -> Self {
        layers.read(&DATABASE, |text| {
            check(text).map(|()| Self(text.to_owned()))
        })
    }

    /// The address, password and all: for `store` only.
    pub fn address(&self) -> &str {
        &self.0
    }

    /// The folder of a SQLite file; `None` for every other database.
    pub fn folder(&self) -> Option<&Path> {
        let text = self.0.as_str();
        if matches!(text, "sqlite::memory:" | ":memory:") {
            return None;
        }
        let is_address = text
            .split_once("://")
            .is_some_and(|(scheme, _)| scheme != "sqlite");
        if is_address {
            return None;
        }
        Path::new(file_of(text)).parent()
    }
}

fn check(text: &str) -> Result<(), Wrong> {
    match text.split_once("://") {
        _ if matches!(text, "sqlite::memory:" | ":memory:") => Ok(()),
        Some(("postgres" | "postgresql", rest)) if has_host_and_name(rest) => Ok(()),
        Some(("postgres" | "postgresql", _)) => Err(Wrong::new(
            format!("is {}, without a host or a name", redact(text)),
            RIGHT,
        )),
        Some((scheme, _)) if scheme != "sqlite" => Err(Wrong::new(
            format!(
                "is {}, and {scheme:?} is not a database that we know",
                redact(text)
            ),
            RIGHT,
        )),
        _ => check_file(file_of(text)),
    }
}

/// The path in the address of a SQLite file.
fn file_of(text: &str) -> &str {
    text.strip_prefix("sqlite:").map_or(text, |rest| {
        let rest = rest.strip_prefix("//").unwrap_or(rest);
        rest.split('?').next().unwrap_or(rest)
    })
}

/// The folder has to be there already; the file need not be.
fn check_file(path: &str) -> Result<(), Wrong> {
    if path.is_empty() {
        return Err(Wrong::new("is empty", RIGHT));
    }
    if Path::new(path).is_dir() {
        return Err(Wrong::new(format!("is {path:?}, which is a folder"), RIGHT));
    }
    match Path::new(path)
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        Some(folder) if !folder.is_dir() => Err(Wrong::new(
            format!("is {path:?}, and there is no folder {}", folder.display()),
            "a file in a folder that exists",
        )),
        _ => Ok(()),
    }
}

fn has_host_and_name(rest: &str) -> bool {
    let place = rest.rsplit_once('@').map_or(rest, |(_, place)| place);
    let place = place.split('?').next().unwrap_or(place);
    // A socket is given as `postgres:///name?host=/run/postgresql`.
    let by_socket = place.starts_with('/') && rest.contains("host=");
    place
        .split_once('/')
        .is_some_and(|(host, name)| (!host.is_empty() || by_socket) && !name.is_empty())
}

/// The address without what might be secret: the password and the parameters.
fn redact(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    let before = rest.split('?').next().unwrap_or(rest);
    match before.rsplit_once('@') {
        Some((login, place)) => {
            let user = login.split(':').next().unwrap_or_default();
            let password = if login.contains(':') { ":***" } else { "" };
            format!("{scheme}://{user}{password}@{place}")
        }
        // The `?` may be a part of the password, which goes on to the `@`.
        None if rest.contains('@') => format!("{scheme}://***"),
        None => format!("{scheme}://{before}"),
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&redact(&self.0))
    }
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Database({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_printed() {
        for url in [
            "postgres://ann:s3cret@db:5432/care",
            "postgres://ann:s3cret@with@at/s3cret@db/care",
            "postgres://ann@db/care?password=s3cret",
            "postgres://db/care?user=ann&password=s3cret@x",
            "postgres://ann:s3cret?x@db/care",
            "mysql://ann:s3cret@db/care",
            "postgres://ann:s3cret@db",
        ] {
            let database = Database(url.to_owned());
            let refused = check(url).err().map(|wrong| wrong.wrong);
            let shown = format!("{database} {database:?} {refused:?}");
            assert!(!shown.contains("s3cret"), "{url} is shown as {shown}");
        }
    }

    #[test]
    fn a_file_or_an_address_is_taken() {
        for text in [
            "throughcare.db",
            "/tmp/a b%#.db",
            "sqlite:care.db",
            "sqlite://care.db?mode=rwc",
            "sqlite::memory:",
            "postgres://db/care",
            "postgresql://ann:s3cret@db:5432/care?sslmode=require",
            "postgres:///care?host=/run/postgresql",
        ] {
            assert_eq!(check(text), Ok(()), "{text:?}");
        }
    }

    #[test]
    fn only_a_file_has_a_folder() {
        let folder = |text: &str| {
            let database = Database(text.to_owned());
            database.folder().map(Path::to_path_buf)
        };
        assert_eq!(folder("throughcare.db"), Some("".into()));
        assert_eq!(folder("/var/a/b.db"), Some("/var/a".into()));
        assert_eq!(folder("sqlite://a/b.db?mode=rwc"), Some("a".into()));
        for text in [":memory:", "sqlite::memory:", "postgres://db/care"] {
            assert_eq!(folder(text), None, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_opened_is_refused() {
        for text in [
            "",
            "sqlite:",
            "no/such/folder/x.db",
            "/",
            "mysql://db/care",
            "postgres://",
            "postgres://db",
        ] {
            assert!(check(text).is_err(), "{text:?}");
        }
    }
}
