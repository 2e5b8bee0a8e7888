//! Who may use whom, and documents that must not drift.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    above.expect("the workspace").to_owned()
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn refuse(folder: &str, words: &[&str], except: &[&str]) {
    for path in files(folder, ".rs") {
        let name = path.to_string_lossy().into_owned();
        if except.iter().any(|e| name.contains(e)) {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a file");
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for word in words {
                assert!(
                    !code.contains(word),
                    "{name}:{}: {folder} must not use {word}: see docs/ARCHITECTURE.md, \"Who may use whom\"",
                    number + 1
                );
            }
        }
    }
}

#[test]
fn planning_is_pure() {
    refuse(
        "api/planning/src",
        &[
            "sea_orm",
            "entity::",
            "async_graphql",
            "actix",
            "tokio",
            "async fn",
            "std::fs",
            "std::env",
            "std::net",
            "now()",
            "HashMap",
            "HashSet",
        ],
        &[],
    );
}

#[test]
fn sql_stays_in_the_store() {
    // The log names the library that it keeps quiet.
    refuse(
        "api/src",
        &["sea_orm"],
        &["/src/store/", "/src/starter/", "/src/telemetry.rs"],
    );
    refuse(
        "api/src/starter",
        &["sea_orm::Statement", "execute_unprepared"],
        &["tests"],
    );
}

#[test]
fn http_stays_in_http() {
    refuse("api/src", &["actix_web"], &["/src/http/", "/src/commands/"]);
}

#[test]
fn graphql_stays_at_the_edge() {
    refuse(
        "api/src",
        &["async_graphql"],
        &["/src/graphql/", "/src/http/", "/src/app.rs"],
    );
    refuse("entity/src", &["async_graphql", "actix"], &[]);
    refuse("migration/src", &["entity::"], &["tests"]);
}

#[test]
fn documents_name_files_that_exist() {
    let mut documents = files("docs", ".md");
    documents.push(root().join("README.md"));
    for document in documents {
        let text = fs::read_to_string(&document).expect("a document");
        for quoted in text.split('`').skip(1).step_by(2) {
            let looks_like_a_path = ["docs/", "api/", "tests/", "entity/", "migration/", ".ci/"]
                .iter()
                .any(|start| quoted.starts_with(start))
                && !quoted.contains(['*', ' ', '<', '{', '…', ':'])
                && !quoted.contains("…");
            assert!(
                !looks_like_a_path || root().join(quoted).exists(),
                "{} names `{quoted}`, which is not there",
                document.display()
            );
        }
    }
}

#[test]
fn worked_examples_are_tests() {
    let mut code = String::new();
    for folder in ["api/planning/src", "tests/it"] {
        for path in files(folder, ".rs") {
            code.push_str(&fs::read_to_string(&path).expect("a file"));
        }
    }
    let text = fs::read_to_string(root().join("docs/CALCULATIONS.md")).expect("the document");
    let mut named = 0;
    for section in text.split("Test").skip(1) {
        let paragraph = section.split("\n\n").next().unwrap_or_default();
        for name in paragraph.split('`').skip(1).step_by(2) {
            let is_a_test = name.matches('_').count() >= 3
                && name
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
            if is_a_test {
                named += 1;
                assert!(
                    code.contains(&format!("fn {name}(")),
                    "docs/CALCULATIONS.md names the test {name}, which is not there"
                );
            }
        }
    }
    assert!(named >= 20, "only {named} tests are named");
}

#[test]
fn the_repository_names_no_machine() {
    let mut all = files("docs", ".md");
    all.extend(files("api/register", ".py"));
    all.extend(files("api/src", ".rs"));
    all.extend(files(".ci", ""));
    all.push(root().join("README.md"));
    for path in all {
        let text = fs::read_to_string(&path).unwrap_or_default();
        for word in ["/root/", "/home/"] {
            assert!(!text.contains(word), "{} names {word}", path.display());
        }
    }
}

#[test]
fn no_file_has_outgrown_its_name() {
    // May only shrink: files over 400 lines, with the reason.
    let known = [
        (
            "api/planning/src/atlas.rs",
            "one type, its indexes and how they are built",
        ),
        ("api/planning/src/facts.rs", "one struct for each table"),
        (
            "api/planning/src/closed.rs",
            "one enum for each closed list",
        ),
        ("api/planning/src/matching.rs", "the rules and their tests"),
        (
            "api/planning/src/coverage/state.rs",
            "the rules that make a state, in their order",
        ),
        ("api/planning/src/given.rs", "one builder for all tests"),
        ("api/src/cli.rs", "one flag for each setting"),
        ("api/src/graphql/enums.rs", "one enum for each closed list"),
        (
            "api/src/graphql/query/coverage.rs",
            "the planning questions",
        ),
        (
            "api/src/graphql/filter/rows.rs",
            "one filter for each kind of row",
        ),
    ];
    for folder in [
        "api/src",
        "api/planning/src",
        "entity/src",
        "migration/src",
        "tests/src",
    ] {
        for path in files(folder, ".rs") {
            let name = path.to_string_lossy().replace('\\', "/");
            let lines = fs::read_to_string(&path).expect("a file").lines().count();
            let in_root = path.strip_prefix(root()).expect("a file of ours");
            let is_test = in_root
                .iter()
                .any(|part| part == "tests" || part == "tests.rs");
            let excused = known.iter().any(|(file, _)| name.ends_with(file)) || is_test;
            assert!(
                lines <= 400 || excused,
                "{name} has {lines} lines: look for the second subject"
            );
        }
    }
}
