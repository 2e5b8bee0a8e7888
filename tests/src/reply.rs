//! A reply, read as data or as errors but never as both by mistake.

use async_graphql::Response;
use serde_json::Value;

/// What came back.
pub struct Reply(pub Response);

impl Reply {
    /// The data; stops the test if there are errors.
    #[track_caller]
    pub fn data(&self) -> Value {
        assert!(
            self.0.errors.is_empty(),
            "the query failed: {:#?}",
            self.0.errors
        );
        serde_json::to_value(&self.0.data).expect("data as JSON")
    }

    /// One value of the data, by JSON pointer.
    #[track_caller]
    pub fn at(&self, pointer: &str) -> Value {
        let data = self.data();
        data.pointer(pointer)
            .unwrap_or_else(|| panic!("nothing at {pointer} in {data:#}"))
            .clone()
    }

    /// `CODE: message` of every error.
    pub fn errors(&self) -> Vec<String> {
        self.0
            .errors
            .iter()
            .map(|error| {
                let code = error
                    .extensions
                    .as_ref()
                    .and_then(|e| e.get("code"))
                    .map_or("-".to_owned(), |code| {
                        code.to_string().trim_matches('"').to_owned()
                    });
                format!("{code}: {}", error.message)
            })
            .collect()
    }
}
