//! Every row of every starter table is in a record, merged, or listed as
//! unplaced with the reason.

use std::collections::BTreeMap;

use tests::each_engine;

const TABLES: [(&str, &str); 12] = [
    (
        "provision",
        include_str!("../../api/register/starter/provision.csv"),
    ),
    (
        "procurement",
        include_str!("../../api/register/starter/procurement.csv"),
    ),
    ("crs", include_str!("../../api/register/starter/crs.csv")),
    (
        "voice_and_women",
        include_str!("../../api/register/starter/voice_and_women.csv"),
    ),
    (
        "cfo_evolution",
        include_str!("../../api/register/starter/cfo_evolution.csv"),
    ),
    (
        "claims",
        include_str!("../../api/register/starter/claims.csv"),
    ),
    (
        "searches",
        include_str!("../../api/register/starter/searches.csv"),
    ),
    (
        "report_statements",
        include_str!("../../api/register/starter/report_statements.csv"),
    ),
    (
        "figures",
        include_str!("../../api/register/starter/figures.csv"),
    ),
    (
        "standards",
        include_str!("../../api/register/starter/standards.csv"),
    ),
    (
        "standard_lines",
        include_str!("../../api/register/starter/standard_lines.csv"),
    ),
    (
        "openings",
        include_str!("../../api/register/starter/openings.csv"),
    ),
];

fn rows_of(csv_text: &str) -> Vec<String> {
    csv::Reader::from_reader(csv_text.as_bytes())
        .records()
        .map(|row| row.expect("a row").get(0).expect("an id").to_owned())
        .collect()
}

#[test]
fn every_starter_row_is_accounted_for() {
    for app in each_engine() {
        let reply = app.ask(
            "{ register { starterTables { table rows records merged unplaced exceptions { row outcome reason record } } } }",
        );
        let tables = reply.at("/register/starterTables");
        let tables = tables.as_array().expect("tables");
        assert_eq!(tables.len(), TABLES.len());
        let atlas = app.atlas();
        for (name, text) in TABLES {
            let table = tables
                .iter()
                .find(|t| t["table"] == name)
                .expect("the table");
            let count = |key: &str| table[key].as_u64().expect("a count");
            let mut shipped = rows_of(text);
            assert_eq!(count("rows"), shipped.len() as u64, "{name}");
            assert_eq!(
                count("records") + count("merged") + count("unplaced"),
                count("rows"),
                "{name}"
            );
            for exception in table["exceptions"].as_array().expect("exceptions") {
                let reason = exception["reason"].as_str().unwrap_or_default();
                assert!(!reason.is_empty(), "{name} {exception} has no reason");
            }
            let mut listed: Vec<String> = atlas
                .starter_rows
                .iter()
                .filter(|(_, row)| row.table == name)
                .map(|(_, row)| row.row.clone())
                .collect();
            listed.sort();
            shipped.sort();
            assert_eq!(listed, shipped, "{name}");
        }
    }
}

#[test]
fn the_readme_states_the_same_counts() {
    let reply = tests::reading()
        .ask("{ register { starterTables { table rows records merged unplaced } } }");
    let readme = include_str!("../../README.md");
    for table in reply
        .at("/register/starterTables")
        .as_array()
        .expect("tables")
    {
        let row = format!(
            "| `{}` | {} | {} | {} | {} |",
            table["table"].as_str().expect("a name"),
            table["rows"],
            table["records"],
            table["merged"],
            table["unplaced"],
        );
        assert!(
            readme.contains(&row),
            "If you are here because the starter register changed: the README's table of counts must hold\n{row}"
        );
    }
}

#[test]
fn all_164_systems_are_accounted_for() {
    let reply = tests::reading().ask("{ register { systems { number class offers } } }");
    let systems = reply.at("/register/systems");
    let systems = systems.as_array().expect("systems");
    let numbers: Vec<u64> = systems
        .iter()
        .map(|s| s["number"].as_u64().expect("a number"))
        .collect();
    assert_eq!(numbers, (1..=164).collect::<Vec<u64>>());
    let mut classes: BTreeMap<&str, usize> = BTreeMap::new();
    for system in systems {
        let class = system["class"].as_str().expect("a class");
        *classes.entry(class).or_default() += 1;
        let offered = !system["offers"].as_array().expect("offers").is_empty();
        assert_eq!(
            offered,
            ["service", "order", "pathway"].contains(&class),
            "{system}"
        );
    }
    assert_eq!(classes.values().sum::<usize>(), 164);
}
