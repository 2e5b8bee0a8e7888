//! Free-text search forgives a misspelling.

use tests::each_engine;

#[test]
fn a_misspelling_finds_the_place_the_body_and_the_offer() {
    for app in each_engine() {
        for (text, among, name) in [
            ("Milton Kenyes", "AREAS", "Milton Keynes"),
            ("northhamptonshire", "AREAS", "Northamptonshire"),
            ("Avon and Somerst", "AREAS", "Avon and Somerset"),
            ("E06000042", "AREAS", "Milton Keynes"),
            ("forwrd trust", "BODIES", "The Forward Trust"),
            ("liason and diversion", "OFFERS", "Liaison and Diversion"),
        ] {
            let reply = app.ask(&format!(
                r#"{{ search(text: "{text}", among: [{among}], first: 3) {{ likeness found {{ ... on Area {{ name }} ... on Body {{ name }} ... on Offer {{ name }} }} }} }}"#
            ));
            let found = reply.at("/search/0/found/name");
            let found = found.as_str().expect("a name").to_lowercase();
            assert!(
                found.contains(&name.to_lowercase()),
                "{text} found {:#}",
                reply.data()
            );
        }
    }
}

#[test]
fn nothing_like_it_finds_nothing() {
    let reply = tests::reading().ask(r#"{ search(text: "zzqxv", first: 3) { name } }"#);
    assert_eq!(reply.at("/search"), serde_json::json!([]));
}
