//! The keys of an OpenID provider, kept fresh.

use std::{
    fs::File,
    io::Read,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use arc_swap::ArcSwap;
use chrono::{DateTime, TimeDelta, Utc};

use super::{
    fetch::{LONGEST, fetch},
    jwks::KeySet,
};
use crate::config::auth::JwksSource;

/// An unknown key has the provider asked at most this often: anybody can name one.
const LEAST_PAUSE: TimeDelta = TimeDelta::seconds(30);

/// The keys that a provider publishes: the last good set.
#[derive(Debug)]
pub struct Provider {
    source: JwksSource,
    /// How often its address is asked.
    every: TimeDelta,
    keys: ArcSwap<KeySet>,
    /// Somebody has named a key that we do not have.
    is_wanted: AtomicBool,
    past: Mutex<Past>,
}

#[derive(Debug, Default)]
struct Past {
    asked: Option<DateTime<Utc>>,
    text: Option<String>,
    is_in_trouble: bool,
}

impl Provider {
    /// Without keys, until the first [`Self::refresh`].
    pub fn new(source: JwksSource, every: TimeDelta) -> Self {
        Self {
            source,
            every,
            keys: ArcSwap::default(),
            is_wanted: AtomicBool::new(false),
            past: Mutex::default(),
        }
    }

    /// The last good set.
    pub fn keys(&self) -> Arc<KeySet> {
        self.keys.load_full()
    }

    /// Asks for the keys soon: one was named that is not among them.
    pub fn want(&self) {
        self.is_wanted.store(true, Ordering::Relaxed);
    }

    /// Reads or fetches the keys, if it is time to. A file is looked at each time, an address in
    /// its intervals, and 30 seconds after the last time when a key is wanted or there was trouble.
    pub async fn refresh(&self, now: DateTime<Utc>) {
        let found = match &self.source {
            JwksSource::File(path) => read(path),
            JwksSource::Address(url) => {
                if !self.is_due(now) {
                    return;
                }
                fetch(url).await
            }
        };
        self.take(found);
    }

    fn is_due(&self, now: DateTime<Utc>) -> bool {
        let mut past = self.past();
        let is_due = past.asked.is_none_or(|asked| {
            let hurries = past.is_in_trouble || self.is_wanted.load(Ordering::Relaxed);
            let pause = if hurries {
                self.every.min(LEAST_PAUSE)
            } else {
                self.every
            };
            // A clock that was set back would keep us waiting.
            now - asked >= pause || now < asked
        });
        if is_due {
            past.asked = Some(now);
            self.is_wanted.store(false, Ordering::Relaxed);
        }
        is_due
    }

    /// Takes up a good set and keeps the last one otherwise. Trouble is told when it begins and
    /// when it ends.
    fn take(&self, found: Result<String, String>) {
        let mut past = self.past();
        if let Ok(text) = &found
            && past.text.as_ref() == Some(text)
            && !past.is_in_trouble
        {
            return;
        }
        let read = found.and_then(|text| match KeySet::published(&text) {
            Ok(keys) => Ok((text, keys)),
            Err(wrong) => Err(format!("it {wrong}")),
        });
        let source = &self.source;
        match read {
            Ok((text, keys)) => {
                let count = keys.len();
                tracing::info!(count, "Took up {count} keys from {source}");
                self.keys.store(Arc::new(keys));
                past.text = Some(text);
                past.is_in_trouble = false;
            }
            Err(wrong) if !past.is_in_trouble => {
                let count = self.keys.load().len();
                tracing::warn!(
                    count,
                    "No keys can be had from {source}: {wrong}. Going on with the {count} from before"
                );
                past.is_in_trouble = true;
            }
            Err(_) => {}
        }
    }

    fn past(&self) -> std::sync::MutexGuard<'_, Past> {
        self.past.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn read(path: &Path) -> Result<String, String> {
    let mut text = String::new();
    // One byte more than allowed tells that there are more.
    let most = u64::try_from(LONGEST).unwrap_or(u64::MAX);
    File::open(path)
        .and_then(|file| file.take(most.saturating_add(1)).read_to_string(&mut text))
        .map_err(|error| error.to_string())?;
    if text.len() > LONGEST {
        return Err(format!("it is longer than {LONGEST} bytes"));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000 + seconds, 0).unwrap()
    }

    #[test]
    fn an_address_is_asked_in_its_intervals_and_sooner_when_a_key_is_wanted() {
        let url = "https://example.org/keys".parse().unwrap();
        let provider = Provider::new(JwksSource::Address(url), TimeDelta::seconds(300));
        assert!(provider.is_due(at(0)));
        assert!(!provider.is_due(at(299)));
        assert!(provider.is_due(at(300)));
        provider.want();
        assert!(!provider.is_due(at(329)));
        assert!(provider.is_due(at(330)));
        assert!(!provider.is_due(at(361)), "it is wanted no longer");
        assert!(provider.is_due(at(-5)), "the clock was set back");
    }

    #[test]
    fn a_bad_set_leaves_the_last_good_one() {
        let url = "https://example.org/keys".parse().unwrap();
        let provider = Provider::new(JwksSource::Address(url), TimeDelta::seconds(300));
        let x = "A".repeat(43);
        let good = format!(r#"{{"keys":[{{"kty":"OKP","crv":"Ed25519","kid":"one","x":"{x}"}}]}}"#);
        provider.take(Ok(good.clone()));
        for bad in [
            Err("no answer".to_owned()),
            Ok("<html>".to_owned()),
            Ok(r#"{"keys":[]}"#.to_owned()),
        ] {
            provider.take(bad);
            assert_eq!(provider.keys().named("one").count(), 1);
            assert!(provider.past().is_in_trouble);
        }
        provider.take(Ok(good));
        assert!(!provider.past().is_in_trouble);
    }
}
