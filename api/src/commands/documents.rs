//! `throughcare documents`: makes the file of trusted documents.

use std::{collections::BTreeMap, fs, path::PathBuf};

use super::{Failure, print};
use crate::{config::documents::hash, graphql::check};

/// Prints the documents of files by their hashes, if all of them fit the schema.
pub fn run(files: &[PathBuf]) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|error| Failure::because(&error))?;
    let (mut known, mut wrong) = (BTreeMap::new(), Vec::new());
    for file in files {
        let name = file.display();
        let document = match fs::read_to_string(file) {
            Ok(document) => document,
            Err(error) => {
                wrong.push(format!("{name} cannot be read: {error}"));
                continue;
            }
        };
        for fault in runtime.block_on(check::faults(&document)) {
            let (line, column, what) = (fault.line, fault.column, fault.wrong);
            wrong.push(format!("{name}:{line}:{column}: {what}"));
        }
        known.insert(hash(&document), document);
    }
    if !wrong.is_empty() {
        let list = wrong.join("\n  ");
        return Err(Failure::Failed(format!(
            "Not every document fits the schema, so that no file was made:\n  {list}"
        )));
    }
    let text = serde_json::to_string_pretty(&known).map_err(|error| Failure::because(&error))?;
    print(&format!("{text}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_faulty_document_is_named_by_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            path
        };
        let good = file("good.graphql", "{ __typename }\n");
        assert!(run(std::slice::from_ref(&good)).is_ok());
        let bad = file("bad.graphql", "{\n  nothing\n}\n");
        let missing = folder.path().join("none.graphql");
        let told = run(&[good, bad, missing]).unwrap_err().to_string();
        assert!(told.contains("bad.graphql:2:3: "), "{told}");
        assert!(told.contains("none.graphql cannot be read"), "{told}");
        assert!(!told.contains("good.graphql"), "{told}");
    }
}
