//! Documents that are known by their hash, and who may ask others.

use std::{collections::BTreeMap, sync::Arc};

use sha2::{Digest, Sha256};

use super::{fault::Wrong, layers::Layers, setting::Setting};

/// The file of trusted documents.
pub const FILE: Setting = Setting::within("documents", "file", "").called("documents_file");
/// What somebody without a token may ask.
pub const PUBLIC: Setting =
    Setting::within("documents", "public", "any").called("documents_public");

/// Documents that are known by their hash, and who may ask others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documents {
    /// Those of the file, by SHA-256 in small hexadecimal digits.
    known: Arc<BTreeMap<String, String>>,
    /// Those that are part of the program, in the same way.
    built_in: Option<&'static BTreeMap<String, String>>,
    /// What somebody without a token may ask.
    pub public: Public,
}

/// What somebody without a token may ask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Public {
    /// Any document.
    #[default]
    Any,
    /// Documents of the file, and those of the dashboard.
    Trusted,
}

impl Documents {
    /// The documents, in the order of their hashes.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.known.values().map(String::as_str)
    }

    pub(super) fn read(layers: &mut Layers) -> Self {
        let known = layers.read(&FILE, |path| match path {
            "" => Ok(BTreeMap::new()),
            path => match std::fs::read_to_string(path) {
                Ok(text) => parse(path, &text),
                Err(error) => Err(Wrong::new(
                    format!("is {path:?}, which cannot be read: {error}"),
                    RIGHT,
                )),
            },
        });
        let public = layers.read(&PUBLIC, |text| match text {
            "any" => Ok(Public::Any),
            "trusted" => Ok(Public::Trusted),
            _ => Err(Wrong::new(format!("is {text:?}"), "any or trusted")),
        });
        Self::of(known, public)
    }

    /// Documents by their hashes.
    pub fn of(known: BTreeMap<String, String>, public: Public) -> Self {
        let known = Arc::new(known);
        let built_in = None;
        Self {
            known,
            built_in,
            public,
        }
    }

    /// With the documents that are part of the program beside those of the file.
    #[must_use]
    pub fn with_built_in(self, documents: &'static BTreeMap<String, String>) -> Self {
        let built_in = Some(documents);
        Self { built_in, ..self }
    }

    /// The document of a hash (64 hexadecimal digits, in either case).
    pub fn find(&self, hash: &str) -> Option<&str> {
        let hash = hash.to_ascii_lowercase();
        let built_in = || self.built_in.and_then(|documents| documents.get(&hash));
        let found = self.known.get(&hash).or_else(built_in);
        found.map(String::as_str)
    }

    /// Whether a document is one of those.
    pub fn trusts(&self, document: &str) -> bool {
        self.find(&hash(document)).is_some()
    }
}

/// The SHA-256 of a document, in small hexadecimal digits.
pub fn hash(document: &str) -> String {
    let digest = Sha256::digest(document.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

const RIGHT: &str = "a JSON file of {\"SHA-256 in hexadecimal\": \"document\"}, as \
     `throughcare documents` writes it";

fn parse(path: &str, text: &str) -> Result<BTreeMap<String, String>, Wrong> {
    let known: BTreeMap<String, String> = serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let wrong =
            format!("is {path:?}, which is no object of texts at line {line}, column {column}");
        Wrong::new(wrong, RIGHT)
    })?;
    for (name, document) in &known {
        let expected = hash(document);
        if *name != expected {
            let name: String = name.chars().take(80).collect();
            let wrong = format!(
                "is {path:?}, where the entry {name:?} is not the hash of its document, which is \
                 {expected}"
            );
            return Err(Wrong::new(wrong, RIGHT));
        }
    }
    Ok(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_found_by_its_own_hash_only() {
        let of_empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(hash(""), of_empty);
        let text = serde_json::json!({ hash("{a}"): "{a}" }).to_string();
        let documents = Documents::of(parse("d.json", &text).unwrap(), Public::Trusted);
        assert_eq!(documents.find(&hash("{a}").to_uppercase()), Some("{a}"));
        assert_eq!(documents.find(&hash("{b}")), None);
        assert!(documents.trusts("{a}") && !documents.trusts("{a} "));
        assert!(!Documents::default().trusts(""));
    }

    #[test]
    fn documents_of_the_program_are_trusted_beside_those_of_the_file() {
        static OURS: std::sync::LazyLock<BTreeMap<String, String>> =
            std::sync::LazyLock::new(|| BTreeMap::from([(hash("{ours}"), "{ours}".to_owned())]));
        let file = BTreeMap::from([(hash("{theirs}"), "{theirs}".to_owned())]);
        let documents = Documents::of(file, Public::Trusted).with_built_in(&OURS);
        assert!(documents.trusts("{ours}") && documents.trusts("{theirs}"));
        assert!(!documents.trusts("{other}"));
        assert_eq!(documents.find(&hash("{ours}")), Some("{ours}"));
        assert_eq!(documents.texts().collect::<Vec<_>>(), ["{theirs}"]);
    }

    #[test]
    fn an_entry_under_another_hash_is_named() {
        let wrong = parse("d.json", r#"{"abc": "{a}"}"#).unwrap_err().wrong;
        assert!(
            wrong.contains("\"d.json\", where the entry \"abc\" is not"),
            "{wrong}"
        );
        assert!(wrong.contains(&hash("{a}")), "{wrong}");
        for text in ["", "[]", "{\"a\": 1}", "{\"a\""] {
            let wrong = parse("d.json", text).unwrap_err().wrong;
            assert!(wrong.contains("at line "), "{wrong}");
        }
    }
}
