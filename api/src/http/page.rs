//! The query page: our own three files, the questions to pick from, and the schema.

use actix_web::{
    HttpResponse,
    http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue},
    web::{Data, ServiceConfig},
};
use serde_json::{Value, json};

use super::{AppState, getter};

const HTML: &str = include_str!("page/index.html");
const WITHOUT: &str = include_str!("page/without.html");
const CSS: &str = include_str!("page/page.css");
const JS: &str = include_str!("page/page.js");

/// A question of `page/questions/`: its name and its query, and the variables beside it.
macro_rules! question {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!("page/questions/", $name, ".graphql")),
            "{}",
        )
    };
    ($name:literal, with variables) => {
        (
            $name,
            include_str!(concat!("page/questions/", $name, ".graphql")),
            include_str!(concat!("page/questions/", $name, ".json")),
        )
    };
}

/// The questions, in the order of the page.
const QUESTIONS: &[(&str, &str, &str)] = &[
    question!("01-milton-keynes-by-stage"),
    question!("02-treatment-requirements"),
    question!("03-ending-before-april-2030"),
    question!("04-cultural-provision"),
    question!("05-gaps"),
    question!("06-one-state", with variables),
    question!("07-search", with variables),
    question!("08-register"),
    question!("09-money-on-record"),
];

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(getter("/query", async || {
            file("text/html; charset=utf-8", HTML)
        }))
        .service(getter("/page.css", async || {
            file("text/css; charset=utf-8", CSS)
        }))
        .service(getter("/page.js", async || {
            file("text/javascript; charset=utf-8", JS)
        }))
        .service(getter("/questions.json", async || {
            file("application/json; charset=utf-8", questions().to_string())
        }))
        .service(getter("/schema.graphql", async |state: Data<AppState>| {
            file("text/plain; charset=utf-8", state.sdl().to_owned())
        }));
}

/// The first page of a server that was built without the dashboard.
pub fn without_dashboard() -> HttpResponse {
    file("text/html; charset=utf-8", WITHOUT)
}

fn file(kind: &'static str, body: impl Into<String>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, HeaderValue::from_static(kind)))
        .insert_header((CACHE_CONTROL, HeaderValue::from_static("no-cache")))
        .body(body.into())
}

fn questions() -> Value {
    let list = QUESTIONS.iter().map(|&(id, text, variables)| {
        let (title, query) = titled(text).unwrap_or((id, text));
        json!({ "id": id, "title": title, "query": query, "variables": variables.trim() })
    });
    list.collect()
}

/// The first line is `# Title`; the query is the rest.
fn titled(text: &'static str) -> Option<(&'static str, &'static str)> {
    let (title, query) = text.strip_prefix("# ")?.split_once('\n')?;
    Some((title.trim(), query.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_whole_and_has_nothing_inline() {
        for text in [HTML, WITHOUT, CSS, JS] {
            for outside in ["http://", "https://", "//cdn", "@import", "url("] {
                assert!(
                    !text.contains(outside),
                    "{outside} leads to another host, or out of the policy"
                );
            }
        }
        assert!(
            !HTML.contains("<style") && !HTML.contains("style="),
            "no inline style"
        );
        for script in HTML.split("<script").skip(1) {
            assert!(
                script.contains("src=") && script.contains("></script>"),
                "no inline script"
            );
        }
        let words: Vec<_> = HTML.split([' ', '\n', '<']).collect();
        assert!(
            !words
                .iter()
                .any(|word| word.starts_with("on") && word.contains('=')),
            "no handler"
        );
        assert!(
            !JS.contains("innerHTML") && !JS.contains("eval("),
            "an answer is text, not code"
        );
    }

    #[test]
    fn a_server_without_the_dashboard_says_how_to_get_it() {
        let package: Value =
            serde_json::from_str(include_str!("../../dashboard/package.json")).unwrap();
        let node = package["engines"]["node"].as_str().unwrap();
        let node = node.trim_start_matches(">=");
        for part in [node, "npm", "touch api/build.rs", "cargo run", "\"/query\""] {
            assert!(WITHOUT.contains(part), "{part}");
        }
    }

    #[test]
    fn what_the_page_asks_for_is_served() {
        for part in ["/page.css", "/page.js", "/schema.graphql"] {
            assert!(HTML.contains(&format!("\"{part}\"")), "{part}");
        }
        assert!(JS.contains("\"/questions.json\"") && JS.contains("\"/graphql\""));
        for id in JS
            .split("byId(\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            assert!(
                HTML.contains(&format!("id=\"{id}\"")),
                "page.js looks for {id}"
            );
        }
    }

    #[test]
    fn every_question_has_a_title_reads_and_is_listed() {
        for (name, text, variables) in QUESTIONS {
            let (title, query) =
                titled(text).unwrap_or_else(|| panic!("{name}: begin with `# Title`"));
            assert!(!title.is_empty(), "{name}");
            assert!(
                async_graphql::parser::parse_query(query).is_ok(),
                "{name} does not parse"
            );
            let variables: Value = serde_json::from_str(variables).unwrap();
            assert!(variables.is_object(), "{name}: the variables are an object");
        }
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/http/page/questions");
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap();
            let has_variables = path.with_extension("json").exists();
            let listed = QUESTIONS.iter().find(|(listed, ..)| *listed == name);
            let (_, _, variables) = listed.unwrap_or_else(|| panic!("add {name} to QUESTIONS"));
            assert_eq!(
                has_variables,
                *variables != "{}",
                "{name}: say `with variables`, or not"
            );
        }
    }
}
