//! Bad input gets one clear error that names the field and what would be right.

use tests::reading;

#[test]
fn bad_questions_are_told_what_would_be_right() {
    let questions = [
        r#"{ area(code: "E06000999") { name } }"#,
        r#"{ area(code: "Milton Kenyes") { name } }"#,
        r#"{ area(code: "E54000065", asOf: "2025-11-22") { name } }"#,
        r#"{ coverage(area: "E54000024", offer: "mhtr", asOf: "2026-11-22") { state } }"#,
        r#"{ coverage(area: "E07000026", offer: "mhtr") { state } }"#,
        r#"{ coverage(area: "E06000063", offer: "mhtr", asOf: "2016-05-01") { state } }"#,
        r#"{ coverage(area: "E06000042", offer: "mhtr_primry_care") { state } }"#,
        r#"{ coverage(area: "E06000042", offer: "mhtr", cohort: "man") { state } }"#,
        r#"{ coverage(area: "E06000042", offer: "mhtr", asOf: "2026-02-30") { state } }"#,
        r#"{ coverage(area: "E06000042", offer: "mhtr", asOf: "2026") { state } }"#,
        r#"{ areas(first: 100000) { totalCount } }"#,
        r#"{ areas(first: -1) { totalCount } }"#,
        r#"{ areas(first: 5, last: 5) { totalCount } }"#,
        r#"{ areas(first: 5, after: "nonsense") { totalCount } }"#,
        r#"{ node(id: "area_!!!") { id } }"#,
        r#"{ node(id: "user_MQ") { id } }"#,
        r#"{ coverageMatrix(areas: {}) { asOf } }"#,
        r#"{ coverageMatrix(areas: {kind: PRISON, codes: ["E06000042"]}) { asOf } }"#,
        r#"{ coverageMatrix(areas: {kind: COURT}) { asOf } }"#,
        r#"{ gaps(areas: {kind: ICB}, offers: {family: "mental"}) { asOf } }"#,
        r#"{ compare(areas: ["E06000042"]) { differs } }"#,
        r#"{ apportion(to: ICB, figures: [{code: "E23000026", figure: -5}]) { total } }"#,
        r#"{ apportion(to: ICB, figures: [{code: "E23000026", figure: 5}, {code: "E23000026", figure: 5}]) { total } }"#,
        r#"{ search(text: "Kent", first: 0) { name } }"#,
    ];
    let told: Vec<(String, Vec<String>)> = questions
        .iter()
        .map(|question| {
            let errors = reading().ask(question).errors();
            assert!(!errors.is_empty(), "accepted: {question}");
            ((*question).to_owned(), errors)
        })
        .collect();
    insta::assert_json_snapshot!(told);
}

#[test]
fn a_cursor_of_another_list_is_refused() {
    let cursor = reading().ask("{ areas(first: 1) { pageInfo { endCursor } } }");
    let cursor = cursor.at("/areas/pageInfo/endCursor");
    for list in [
        "bodies(first: 1, after: $after)",
        "areas(first: 1, after: $after, filter: {kind: [PDU]})",
        "areas(first: 1, after: $after, orderBy: [{field: NAME}])",
        r#"areas(first: 1, after: $after, asOf: "2020-01-01")"#,
    ] {
        let query = format!("query($after: String) {{ {list} {{ totalCount }} }}");
        let reply = reading().ask_with(&query, serde_json::json!({ "after": cursor }));
        let errors = reply.errors();
        assert!(
            errors
                .first()
                .is_some_and(|e| e.starts_with("BAD_CURSOR: after:")),
            "{list}: {errors:?}"
        );
    }
}

#[test]
fn an_id_of_the_wrong_kind_is_refused_and_a_vanished_row_is_null() {
    let id = reading()
        .ask(r#"{ area(code: "E06000042") { id } }"#)
        .at("/area/id");
    let node = reading().ask_with(
        "query($id: ID!) { node(id: $id) { id ... on Area { name } } }",
        serde_json::json!({ "id": id }),
    );
    assert_eq!(node.at("/node/name"), "Milton Keynes");
    let gone = reading().ask(r#"{ node(id: "service_bm9uZQ") { id } }"#);
    assert_eq!(gone.at("/node"), serde_json::Value::Null);
}
