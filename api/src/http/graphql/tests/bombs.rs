//! Small requests that would be large answers, or long work.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{RESPONSE, post, send};

/// Name, parameters, and the code with which each is refused; `None` where it is answered.
pub(in crate::http) fn bombs() -> Vec<(String, Value, Option<&'static str>)> {
    let query = |text: String| json!({ "query": text });
    let costly = Some("QUERY_TOO_COSTLY");
    let deep = Some("QUERY_TOO_DEEP");
    let mut bombs = Vec::new();
    for (ways, levels) in [(2, 16), (3, 10), (3, 14), (3, 24), (5, 12)] {
        for leaf in ["__typename", "hello"] {
            let name = format!("fragments spread {ways} times, {levels} levels, {leaf}");
            bombs.push((name, query(spreading(ways, levels, leaf)), costly));
        }
    }
    // Written out in full; the answer is one field.
    for (ways, levels, code) in [(2, 9, None), (3, 6, None), (1, 40, deep), (1, 2_000, deep)] {
        let name = format!("inline fragments {ways} wide, {levels} deep");
        bombs.push((name, query(inline(ways, levels)), code));
    }
    let aliased: String = (0..600).map(|n| format!("...{{a{n}:hello}}")).collect();
    bombs.push((
        "aliases in inline fragments".to_owned(),
        query(format!("{{{aliased}}}")),
        costly,
    ));
    let asked = "query($v: Filter){found(filter:$v){hello}}";
    let variable = |name: &str, value: Value, code| {
        let body = json!({ "query": asked, "variables": { "v": value } });
        (name.to_owned(), body, code)
    };
    let some = |levels| (0..levels).fold(json!({}), |inner, _| json!({ "some": inner }));
    let or = |levels| (0..levels).fold(json!({}), |inner, _| json!({ "or": [inner] }));
    let wide: Vec<Value> = (0..300).map(|_| json!({ "some": {} })).collect();
    let bushy = (0..4).fold(
        json!({ "some": {} }),
        |inner, _| json!({ "or": [inner, inner, inner, inner] }),
    );
    bombs.push(variable("a deep variable", some(40), deep));
    bombs.push(variable("a deep list in a variable", or(20), None));
    bombs.push(variable("a wide variable", json!({ "or": wide }), costly));
    bombs.push(variable("a bushy variable", bushy, costly));
    let unasked = json!({ "query": "{hello}", "variables": { "v": vec![1; 5_000] } });
    bombs.push(("a variable that nobody asks for".to_owned(), unasked, None));
    bombs
}

/// Each fragment spreads the next so many times.
fn spreading(ways: usize, levels: usize, leaf: &str) -> String {
    let fragment = |level: usize| {
        let next = format!("...f{} ", level + 1).repeat(ways);
        format!(" fragment f{level} on Query{{{next}}}")
    };
    let middle: String = (0..levels).map(fragment).collect();
    format!("{{...f0}}{middle} fragment f{levels} on Query{{{leaf}}}")
}

/// Inline fragments inside each other, written out.
fn inline(ways: usize, levels: usize) -> String {
    (0..levels).fold("{hello}".to_owned(), |inner, _| {
        format!("{{{}}}", format!("...{inner}").repeat(ways))
    })
}

#[actix_web::test]
async fn bombs_are_refused_or_answered_in_little() {
    for (name, body, code) in bombs() {
        let began = Instant::now();
        let reply = send(post(RESPONSE, body.to_string())).await;
        assert!(began.elapsed() < Duration::from_secs(5), "{name}");
        assert!(reply.text.len() < 2_000, "{name}: {}", reply.text);
        assert_eq!(
            reply.code(),
            code.unwrap_or("none"),
            "{name}: {}",
            reply.text
        );
    }
}

#[actix_web::test]
async fn json_that_is_too_deep_to_read_is_refused() {
    let deep = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
    let body = format!("{{\"query\":\"{{hello}}\",\"variables\":{{\"v\":{deep}}}}}");
    let reply = send(post(RESPONSE, body)).await;
    assert_eq!(
        (reply.status.as_u16(), reply.code().as_str()),
        (400, "BAD_REQUEST")
    );
    assert!(reply.text.len() < 2_000);
}
