//! `schema.graphql` is in step, and everything in it is described.

use tests::reading;

#[test]
fn schema_graphql_is_current() {
    let committed = include_str!("../../schema.graphql");
    assert!(
        committed == throughcare::graphql::sdl(),
        "schema.graphql is behind the code. Run `cargo run -- schema > schema.graphql`, read the diff as a client would, commit it with the change."
    );
}

#[test]
fn everything_is_described() {
    let reply = reading().ask(
        "{ __schema { types { name kind description
            fields(includeDeprecated: true) { name description args { name description } }
            inputFields { name description }
            enumValues(includeDeprecated: true) { name description } } } }",
    );
    let mut bare = Vec::new();
    let types = reply.at("/__schema/types");
    for kind in types.as_array().expect("types") {
        let name = kind["name"].as_str().expect("a name");
        // GraphQL's own scalars are described by its specification.
        let built_in = ["ID", "Int", "Float", "String", "Boolean"];
        if name.starts_with("__") || built_in.contains(&name) {
            continue;
        }
        let mut check = |path: String, item: &serde_json::Value| {
            if item["description"]
                .as_str()
                .is_none_or(|d| d.trim().is_empty())
            {
                bare.push(path);
            }
        };
        check(name.to_owned(), kind);
        for list in ["fields", "inputFields", "enumValues"] {
            for item in kind[list].as_array().into_iter().flatten() {
                let item_name = item["name"].as_str().expect("a name");
                check(format!("{name}.{item_name}"), item);
                for argument in item["args"].as_array().into_iter().flatten() {
                    let argument_name = argument["name"].as_str().expect("a name");
                    check(format!("{name}.{item_name}({argument_name})"), argument);
                }
            }
        }
    }
    assert!(bare.is_empty(), "these have no description: {bare:#?}");
}
