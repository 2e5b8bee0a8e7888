//! The file of a local install's keys: only its owner may read it.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Read, Write},
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use ring::rand::SecureRandom;

use super::keys::{LocalKey, LocalKeys, Wrong, by_chance};

/// Bytes of the longest file that is read.
const LONGEST: u64 = 262_144;

/// Why the key file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The key file {} {wrong}", .path.display())]
pub struct KeyFileError {
    path: PathBuf,
    wrong: Wrong,
}

/// The file, there or not.
#[derive(Clone, Debug)]
pub struct KeyFile(PathBuf);

impl KeyFile {
    /// The file at this path.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Its keys.
    ///
    /// # Errors
    ///
    /// When it is not there, others may read it, or it holds something else.
    pub fn read(&self) -> Result<LocalKeys, KeyFileError> {
        self.find()?
            .ok_or_else(|| self.wrong("is not there: `throughcare serve` and `token` make it"))
    }

    /// Its keys; where there is no file, one is made with a new key. Says whether it was made.
    ///
    /// # Errors
    ///
    /// As with [`Self::read`], and when it cannot be made.
    pub fn read_or_make(
        &self,
        random: &dyn SecureRandom,
        now: DateTime<Utc>,
    ) -> Result<(LocalKeys, bool), KeyFileError> {
        if let Some(keys) = self.find()? {
            return Ok((keys, false));
        }
        let key = LocalKey::new(random, now).map_err(|wrong| self.wrong(wrong))?;
        let keys = LocalKeys::of(key);
        let new = self.write_beside(&keys, random)?;
        // A link is made only where nothing is: of two programs that start at once, one makes the
        // file and the other takes it up. Some file systems have no links.
        let made = match fs::hard_link(&new, &self.0) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => fs::rename(&new, &self.0),
            made => made,
        };
        let _ = fs::remove_file(&new);
        match made {
            Ok(()) => Ok((keys, true)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                self.read().map(|keys| (keys, false))
            }
            Err(error) => Err(self.failed("cannot be made", &error)),
        }
    }

    /// Puts these keys in place of what it has, at once: whoever reads finds all of the old or all
    /// of the new.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn write(&self, keys: &LocalKeys, random: &dyn SecureRandom) -> Result<(), KeyFileError> {
        let new = self.write_beside(keys, random)?;
        fs::rename(&new, &self.0).map_err(|error| {
            let _ = fs::remove_file(&new);
            self.failed("cannot be replaced", &error)
        })
    }

    fn find(&self) -> Result<Option<LocalKeys>, KeyFileError> {
        let file = match File::open(&self.0) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(self.failed("cannot be read", &error)),
        };
        self.check_owner(&file)?;
        let mut text = String::new();
        file.take(LONGEST)
            .read_to_string(&mut text)
            .map_err(|error| self.failed("cannot be read", &error))?;
        let keys = LocalKeys::parse(&text).map_err(|wrong| self.wrong(wrong))?;
        Ok(Some(keys))
    }

    /// Whoever can read it can be anybody.
    #[cfg(unix)]
    fn check_owner(&self, file: &File) -> Result<(), KeyFileError> {
        use std::os::unix::fs::PermissionsExt;
        let of_file = file
            .metadata()
            .map_err(|error| self.failed("cannot be read", &error))?;
        let mode = of_file.permissions().mode() & 0o777;
        if mode & 0o077 == 0 {
            return Ok(());
        }
        let path = self.0.display();
        Err(self.wrong(format!(
            "may be read or changed by others (its mode is {mode:o}). Run: chmod 600 {path}; and \
             if somebody may have read it: throughcare keys --rotate, and then --retire-old"
        )))
    }

    #[cfg(not(unix))]
    fn check_owner(&self, _: &File) -> Result<(), KeyFileError> {
        Ok(())
    }

    /// Writes a new file in the same folder, for its owner only from the first moment.
    fn write_beside(
        &self,
        keys: &LocalKeys,
        random: &dyn SecureRandom,
    ) -> Result<PathBuf, KeyFileError> {
        let suffix = by_chance(random).map_err(|wrong| self.wrong(wrong))?;
        let mut name = self.0.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{suffix}"));
        let new = self.0.with_file_name(name);
        let written = create(&new).and_then(|mut file| {
            file.write_all(keys.text().as_bytes())?;
            file.sync_all()
        });
        written.map(|()| new.clone()).map_err(|error| {
            let _ = fs::remove_file(&new);
            let told = self.failed("cannot be written", &error);
            let remedy = "Name another place with --keys, or none for no local tokens";
            self.wrong(format!("{}. {remedy}", told.wrong))
        })
    }

    fn failed(&self, what: &str, error: &io::Error) -> KeyFileError {
        self.wrong(format!("{what}: {error}"))
    }

    fn wrong(&self, wrong: impl Into<Wrong>) -> KeyFileError {
        KeyFileError {
            path: self.0.clone(),
            wrong: wrong.into(),
        }
    }
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    use ring::rand::SystemRandom;

    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-11-22T12:00:00Z".parse().unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    #[test]
    fn it_is_made_once_and_then_read() {
        let folder = tempfile::tempdir().unwrap();
        let file = KeyFile::at(folder.path().join("care.keys"));
        let random = SystemRandom::new();
        assert!(
            file.read()
                .unwrap_err()
                .to_string()
                .contains("is not there")
        );
        let (made, is_new) = file.read_or_make(&random, now()).unwrap();
        assert!(is_new);
        assert_eq!(
            file.read_or_make(&random, now()).unwrap(),
            (made.clone(), false)
        );
        let rotated = made.rotated(LocalKey::new(&random, now()).unwrap());
        file.write(&rotated, &random).unwrap();
        assert_eq!(file.read().unwrap(), rotated);
        assert_eq!(names(folder.path()), ["care.keys"]);
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = KeyFile::at(folder.path().join("care.keys"));
        let random = SystemRandom::new();
        let (keys, _) = file.read_or_make(&random, now()).unwrap();
        let mode = || fs::metadata(file.path()).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(), 0o600);
        file.write(&keys, &random).unwrap();
        assert_eq!(mode(), 0o600);
        for mode in [0o640, 0o604, 0o620] {
            fs::set_permissions(file.path(), fs::Permissions::from_mode(mode)).unwrap();
            let told = file.read().unwrap_err().to_string();
            let remedy = format!("chmod 600 {}", file.path().display());
            assert!(told.contains(&remedy), "{told}");
        }
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = KeyFile::at(folder.path().join("no/such.keys"));
        let told = file.read_or_make(&SystemRandom::new(), now()).unwrap_err();
        assert!(told.to_string().contains("cannot be written"), "{told}");
    }
}
