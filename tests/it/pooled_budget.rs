//! The worked pooled budget of the documents: its steps, run in order, answer what the page prints.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use async_graphql::{Request, Value, Variables};
use serde_json::{Map, Value as Json};
use tests::app::{TestApp, run};
use tests::db::{Engine, engines};
use tests::people::admin;
use tests::reply::Reply;
use throughcare::auth::Viewer;

const OPEN: &str = "```graphql\n";
const ANSWER: &str = "```json\n";
const CLOSE: &str = "```\n";
/// An answer that is no longer than this stands in one line.
const WIDTH: usize = 130;

/// A document, what the page says that it answers, and the words after it.
struct Step<'a> {
    document: &'a str,
    answer: Json,
    words: &'a str,
}

/// The page's first words, and its fenced blocks two by two.
fn steps(page: &str) -> (&str, Vec<Step<'_>>) {
    let (first, rest) = page.split_once(OPEN).expect("a step");
    let steps = rest.split(OPEN).map(|rest| {
        let (document, rest) = rest.split_once(CLOSE).expect("the end of a document");
        let (_, rest) = rest.split_once(ANSWER).expect("an answer to each");
        let (answer, words) = rest.split_once(CLOSE).expect("the end of an answer");
        Step {
            document,
            answer: serde_json::from_str(answer).expect("an answer as JSON"),
            words,
        }
    });
    (first, steps.collect())
}

/// The ids that the page gives a name, by that name.
type Names = BTreeMap<String, String>;

/// Takes up the ids that stand where the page has a name.
fn bind(page: &Json, answer: &Value, names: &mut Names) {
    match (page, answer) {
        (Json::String(text), Value::String(id)) => {
            let name = text
                .strip_prefix('«')
                .and_then(|rest| rest.strip_suffix('»'));
            if let Some(name) = name {
                names.entry(name.to_owned()).or_insert(id.clone());
            }
        }
        (Json::Array(page), Value::List(answer)) => {
            for (page, answer) in page.iter().zip(answer) {
                bind(page, answer, names);
            }
        }
        (Json::Object(page), Value::Object(answer)) => {
            for (name, value) in page {
                if let Some(answer) = answer.get(name.as_str()) {
                    bind(value, answer, names);
                }
            }
        }
        _ => {}
    }
}

/// An answer as the page prints it: ids by their names, fields as they were asked for.
fn shown(value: &Value, names: &Names, indent: usize) -> String {
    let line = in_a_line(value, names);
    if line.chars().count() + indent <= WIDTH {
        return line;
    }
    let inner = indent + 2;
    let (open, items, close) = match value {
        Value::List(items) => {
            let items = items.iter().map(|item| shown(item, names, inner));
            ("[", items.collect::<Vec<_>>(), "]")
        }
        Value::Object(fields) => {
            let field = |(name, item): (&async_graphql::Name, &Value)| {
                format!("\"{name}\": {}", shown(item, names, inner))
            };
            ("{", fields.iter().map(field).collect(), "}")
        }
        _ => return line,
    };
    let lines: Vec<String> = items
        .into_iter()
        .map(|item| format!("{}{item}", " ".repeat(inner)))
        .collect();
    format!(
        "{open}\n{}\n{}{close}",
        lines.join(",\n"),
        " ".repeat(indent)
    )
}

fn in_a_line(value: &Value, names: &Names) -> String {
    match value {
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(|item| in_a_line(item, names)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(fields) => {
            let field = |(name, item): (&async_graphql::Name, &Value)| {
                format!("\"{name}\": {}", in_a_line(item, names))
            };
            let fields: Vec<String> = fields.iter().map(field).collect();
            format!("{{ {} }}", fields.join(", "))
        }
        Value::String(text) => {
            let name = names.iter().find(|(_, id)| *id == text);
            let text = name.map_or(text.clone(), |(name, _)| format!("«{name}»"));
            Json::from(text).to_string()
        }
        Value::Enum(name) => format!("\"{name}\""),
        other => other.to_string(),
    }
}

/// The variables that a document declares.
fn variables(document: &str, names: &Names) -> Variables {
    let declared = names
        .iter()
        .filter(|(name, _)| document.contains(&format!("${name}:")));
    let values: Map<String, Json> = declared
        .map(|(name, id)| (name.clone(), Json::from(id.clone())))
        .collect();
    Variables::from_json(Json::Object(values))
}

#[test]
fn the_worked_pooled_budget_answers_what_its_page_prints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/POOLED-BUDGET.md");
    let page = fs::read_to_string(path).expect("the page");
    for engine in engines() {
        let test = run(TestApp::start(engine));
        let (first, steps) = steps(&page);
        assert!(steps.len() > 15, "only {} steps", steps.len());
        let mut names = Names::new();
        let mut told = first.to_owned();
        for step in &steps {
            let request = Request::new(step.document).variables(variables(step.document, &names));
            let response = run(test.app.execute(request, admin()));
            assert!(
                response.errors.is_empty(),
                "{}\n{:#?}",
                step.document,
                response.errors
            );
            bind(&step.answer, &response.data, &mut names);
            let answer = shown(&response.data, &names, 0);
            let document = step.document;
            told += &format!(
                "{OPEN}{document}{CLOSE}\n{ANSWER}{answer}\n{CLOSE}{}",
                step.words
            );
        }
        assert!(
            told == page,
            "If you are here because docs/POOLED-BUDGET.md prints other answers than {engine:?} gives: it would be\n{told}"
        );
    }
}

/// A small pool: a board and a council that pool £100 each, hosted by the council.
fn small_pool(test: &TestApp) -> Names {
    let mut names = Names::new();
    let mut ask = |document: &str, pointers: &[(&str, &str)]| {
        let request = Request::new(document).variables(variables(document, &names));
        let data = Reply(run(test.app.execute(request, admin()))).data();
        for (name, pointer) in pointers {
            let id = data.pointer(pointer).and_then(Json::as_str);
            let id = id.unwrap_or_else(|| panic!("nothing at {pointer} in {data:#}"));
            names.insert((*name).to_owned(), id.to_owned());
        }
    };
    ask(
        r#"mutation { board: saveBody(input: { name: "Board", kind: "icb", reason: "A test." }) { nodeId }
            council: saveBody(input: { name: "Council", kind: "council", reason: "A test." }) { nodeId } }"#,
        &[("board", "/board/nodeId"), ("council", "/council/nodeId")],
    );
    ask(
        r#"mutation A($board: ID!, $council: ID!) { savePool(input: { name: "Pool", host: $council
            legalForm: SECTION_75_POOLED_FUND, purpose: "A test.", startsOn: "2026-04-01"
            riskShare: STATED_SHARES, visibility: PUBLIC, reason: "A test."
            members: [{ body: $board, part: POOLING, riskShare: "0.5" }
              { body: $council, part: POOLING, riskShare: "0.4" }] }) { nodeId } }"#,
        &[("pool", "/savePool/nodeId")],
    );
    for (member, amount) in [("board", "100.00"), ("council", "100.00")] {
        ask(
            &format!(
                r#"mutation A($pool: ID!, ${member}: ID!) {{ savePoolTransfer(input: {{ pool: $pool, member: ${member}
                    financialYear: 2026, madeOn: "2026-04-01", fromAccount: MEMBER, toAccount: POOLED
                    amount: "{amount}", reason: "A test." }}) {{ nodeId }} }}"#
            ),
            &[("transfer", "/savePoolTransfer/nodeId")],
        );
    }
    names
}

#[test]
fn a_question_about_a_pool_that_means_nothing_says_what_would_be_right() {
    let test = run(TestApp::start(Engine::Sqlite));
    let names = small_pool(&test);
    let ask = |document: &str| {
        let request = Request::new(document).variables(variables(document, &names));
        Reply(run(test.app.execute(request, Viewer::public())))
    };
    let risk = |more: &str| {
        format!(
            r#"query A($pool: ID!, $board: ID!, $council: ID!) {{
                b: node(id: $board) {{ id }} c: node(id: $council) {{ id }}
                poolRisk(input: {{ pool: $pool, financialYear: 2026, seed: 1, {more} }}) {{ contributed overspend {{ at {{ amount }} }} }} }}"#
        )
    };
    let costs = r#"costs: [{ name: "A", low: "300.00", central: "300.00", high: "300.00" }]"#;
    let good = ask(&risk(&format!(
        "{costs}, riskShare: BY_CONTRIBUTION, draws: 10"
    )));
    assert_eq!(good.at("/poolRisk/overspend/at/0/amount"), "100.00");
    for (more, expected) in [
        (costs.to_owned(), "the stated shares sum to 0.900000"),
        ("costs: []".to_owned(), "one line at least"),
        (
            costs.replacen("300.00", "301.00", 1),
            "low ≤ central ≤ high",
        ),
        (format!("{costs}, draws: 0"), "1 to 100000 draws"),
        (format!("{costs}, draws: -1"), "1 to 100000 draws"),
        (format!("{costs}, chances: [\"1.1\"]"), "from 0 to 1"),
        (format!("{costs}, chances: [\"0.1234567\"]"), "six decimals"),
        (format!("{costs}, above: [\"-1.00\"]"), "not below zero"),
        (format!("{costs}, riskShare: TIERED"), "the first tier"),
        (
            format!("{costs}, members: [{{ member: $pool }}]"),
            "is not an id of a body",
        ),
    ] {
        let errors = ask(&risk(&more)).errors();
        assert!(
            errors.iter().any(|error| error.contains(expected)),
            "{more}: {errors:?}"
        );
    }
    let exit = |more: &str| {
        ask(&format!(
            r#"query A($pool: ID!, $board: ID!) {{ b: node(id: $board) {{ id }} poolExit(input: {{ pool: $pool, noticeOn: "2026-09-30", {more} }}) {{ amount }} }}"#
        ))
    };
    let errors = exit("member: $board").errors();
    assert!(
        errors[0].contains("the pool states no notice"),
        "{errors:?}"
    );
    assert_eq!(
        exit("member: $board, noticeMonths: 6").at("/poolExit/amount"),
        "0.00"
    );
    // What is listed is what there is, and the closed list of functions says what may be.
    let listed = ask(
        "{ pools(filter: { legalForm: [SECTION_75_POOLED_FUND], member: { kind: { eq: \"council\" } } }) { totalCount nodes { findings { code } transfers(orderBy: [{ field: AMOUNT }]) { totalCount } } } poolFunctions { code mayBeDelegated } }",
    );
    assert_eq!(listed.at("/pools/totalCount"), 1);
    assert_eq!(listed.at("/pools/nodes/0/transfers/totalCount"), 2);
    let codes = listed.at("/pools/nodes/0/findings").to_string();
    assert!(
        codes.contains("SHARES_DO_NOT_SUM") && codes.contains("STREAM_NOT_NAMED"),
        "{codes}"
    );
    assert!(
        listed
            .at("/poolFunctions")
            .as_array()
            .is_some_and(|all| all.len() > 20)
    );
}
