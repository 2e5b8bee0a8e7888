//! What a query may cost.

use serde_json::{Value, json};

use super::{RESPONSE, post, query, send};

#[actix_web::test]
async fn a_costly_query_is_refused_before_it_is_run() {
    let doubling = |n: usize| {
        let pair = |i| format!(" fragment f{i} on Query{{...f{0} ...f{0}}}", i + 1);
        let middle: String = (0..n).map(pair).collect();
        format!("{{...f0}}{middle} fragment f{n} on Query{{__typename}}")
    };
    let deep = |n: usize| format!("{}{{hello}}{}", "{again".repeat(n), "}".repeat(n));
    let circle = "{...a} fragment a on Query{hello ...b} fragment b on Query{...a}";
    let described = "{__schema{types{fields{type{fields{type{fields{name}}}}}}}}";
    let aliases: String = (0..600).map(|number| format!("a{number}:hello ")).collect();
    let rows = "{again(first:200){nodes{again(first:200){nodes{again{nodes{hello}}}}}}}";
    for (text, code) in [
        (doubling(16), "QUERY_TOO_COSTLY"),
        (doubling(24), "QUERY_TOO_COSTLY"),
        (doubling(40), "QUERY_TOO_DEEP"),
        (deep(15), "QUERY_TOO_DEEP"),
        (deep(13), "none"),
        (circle.to_owned(), "VALIDATION_ERROR"),
        (described.to_owned(), "QUERY_TOO_DEEP"),
        (rows.to_owned(), "QUERY_TOO_COSTLY"),
        (
            format!("{}{{hello}}{}", "{parts".repeat(5), "}".repeat(5)),
            "QUERY_TOO_COSTLY",
        ),
        (
            "{parts{...p}} fragment p on Query{parts{... on Query{parts{hello}}}}".to_owned(),
            "none",
        ),
        (format!("{{{aliases}}}"), "QUERY_TOO_COSTLY"),
        (
            format!("{{__typename {}}}", "@aa".repeat(1_000)),
            "VALIDATION_ERROR",
        ),
        (
            format!("{{__typename {}}}", "@skip(if:false)".repeat(2)),
            "VALIDATION_ERROR",
        ),
        (
            "{__typename @skip(if:false) @include(if:true)}".to_owned(),
            "none",
        ),
    ] {
        let reply = send(post(RESPONSE, query(&text))).await;
        assert_eq!(reply.code(), code, "{text:.60}: {}", reply.text);
        assert!(reply.text.len() < 2_000);
    }
    let body = json!({
        "query": "query($n: Int = 3){again(first:$n){nodes{hello}} again(last:2){nodes{hello}}}",
        "variables": { "n": 10 },
    });
    // Each of the two: itself, and for each row the row and its field.
    assert_eq!(
        send(post(RESPONSE, body.to_string()))
            .await
            .header("x-throughcare-cost"),
        "26"
    );
}

#[actix_web::test]
async fn a_filter_costs_what_it_asks_wherever_it_is_said() {
    let nested = |n: usize| format!("{}{{}}{}", "{some:".repeat(n), "}".repeat(n));
    let literal = |n| format!("{{found(filter:{}){{hello}}}}", nested(n));
    let wide = format!(
        "{{found(filter:{{or:[{}]}}){{hello}}}}",
        "{some:{}}".repeat(110)
    );
    for (text, code) in [
        (literal(4), "none"),
        (literal(5), "QUERY_TOO_DEEP"),
        (wide, "QUERY_TOO_COSTLY"),
    ] {
        let reply = send(post(RESPONSE, query(&text))).await;
        assert_eq!(reply.code(), code, "{text:.60}: {}", reply.text);
    }
    // By a variable, inside a value, and by the variable's default.
    for (text, variables, code) in [
        (
            "query($f: Filter){found(filter:$f){hello}}",
            json!({ "f": deep(4) }),
            "none",
        ),
        (
            "query($f: Filter){found(filter:$f){hello}}",
            json!({ "f": deep(5) }),
            "QUERY_TOO_DEEP",
        ),
        (
            "query($f: Filter){found(filter:{some:{or:[$f]}}){hello}}",
            json!({ "f": deep(4) }),
            "QUERY_TOO_DEEP",
        ),
        (
            "query($f: Filter = {some:{some:{some:{some:{some:{}}}}}}){found(filter:$f){hello}}",
            json!({}),
            "QUERY_TOO_DEEP",
        ),
    ] {
        let body = json!({ "query": text, "variables": variables }).to_string();
        let reply = send(post(RESPONSE, body)).await;
        assert_eq!(reply.code(), code, "{text}: {}", reply.text);
    }
}

#[actix_web::test]
async fn a_past_register_costs_once_and_only_where_one_is_asked() {
    let two = "query($k: Int){a: past(knownAt: $k) b: past(knownAt: $k)}";
    for (text, variables, cost) in [
        ("{past}", json!({}), "1"),
        ("{past(knownAt: null)}", json!({}), "1"),
        ("{past(knownAt: 3)}", json!({}), "15001"),
        (two, json!({}), "2"),
        (two, json!({ "k": null }), "2"),
        (two, json!({ "k": 3 }), "15002"),
        ("query($k: Int = 3){past(knownAt: $k)}", json!({}), "15001"),
        (
            "query($k: Int = 3){past(knownAt: $k)}",
            json!({ "k": null }),
            "1",
        ),
        (
            "{...p} fragment p on Query{past(knownAt: 3)}",
            json!({}),
            "15001",
        ),
    ] {
        let body = json!({ "query": text, "variables": variables }).to_string();
        let reply = send(post(RESPONSE, body)).await;
        assert_eq!(
            reply.header("x-throughcare-cost"),
            cost,
            "{text}: {}",
            reply.text
        );
    }
}

fn deep(n: usize) -> Value {
    (0..n).fold(json!({}), |inner, _| json!({ "some": inner }))
}
