//! Who asks: good tokens are believed, bad ones are all refused alike, and keys change under a
//! running server.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use actix_web::body::to_bytes;
use actix_web::http::header::{AUTHORIZATION, HeaderValue, WWW_AUTHENTICATE};
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::web::Data;
use chrono::TimeDelta;
use ring::rand::SystemRandom;
use serde_json::json;
use tests::app::{clock, run};
use tests::bad_tokens::bad_tokens;
use tests::issuers::{Issuers, Signer, claims, header, now};
use tests::reading;
use throughcare::auth::{Authority, Grant, KeyFile, LocalKey, Refused, Role, Viewer, mint};
use throughcare::config::Config;
use throughcare::http::{AppState, Guard, build};

const ALGORITHMS: [&str; 3] = ["EdDSA", "ES256", "RS256"];

/// Status, what the server says it wants, and the body.
type Answer = (u16, Option<String>, Vec<u8>);

/// Sends a query to one server with each of these headers in turn. `step` is told the number of
/// the request before it is sent.
fn send(
    authority: Arc<Authority>,
    headers: &[Option<HeaderValue>],
    step: impl Fn(usize),
) -> Vec<Answer> {
    let app = reading().app.clone();
    actix_web::rt::System::new().block_on(async move {
        let runtime = tokio::runtime::Handle::current();
        let config = Config::for_tests();
        let guard = Guard::new(&config);
        let state = AppState::new(
            config.limits,
            guard,
            throughcare::graphql::sdl(),
            runtime,
            1,
        )
        .with_authority(authority, Arc::new(clock()));
        state.ready(app);
        let service = init_service(build(Data::new(state))).await;
        let mut answers = Vec::new();
        for (number, header) in headers.iter().enumerate() {
            step(number);
            let mut request = TestRequest::post()
                .uri("/graphql")
                .insert_header(("accept", "application/graphql-response+json"))
                .set_json(json!({"query": "{ __typename }"}));
            if let Some(header) = header {
                request = request.insert_header((AUTHORIZATION, header.clone()));
            }
            let response = call_service(&service, request.to_request()).await;
            let status = response.status().as_u16();
            let wants = response.headers().get(WWW_AUTHENTICATE);
            let wants = wants.map(|value| value.to_str().expect("text").to_owned());
            let body = to_bytes(response.into_body()).await;
            let body = body.map_err(|_| "no body").expect("a body").to_vec();
            answers.push((status, wants, body));
        }
        answers
    })
}

fn bearer(token: &str) -> Option<HeaderValue> {
    HeaderValue::from_bytes(format!("Bearer {token}").as_bytes()).ok()
}

fn statuses(answers: &[Answer]) -> Vec<u16> {
    answers.iter().map(|(status, ..)| *status).collect()
}

#[test]
fn a_bad_token_is_refused_whatever_is_wrong_with_it() {
    let issuers = Issuers::new();
    let authority = issuers.authority(&[]);
    let bad = bad_tokens(&issuers);
    let distinct: BTreeSet<_> = bad.iter().map(|(_, token)| token).collect();
    assert_eq!(distinct.len(), bad.len(), "two bad tokens are the same");
    assert!(bad.len() >= 55, "only {} bad tokens", bad.len());
    for (what, token) in &bad {
        assert_eq!(
            authority.viewer_of_token(token, now()),
            Err(Refused),
            "{what}"
        );
        let header = format!("Bearer {token}");
        assert_eq!(
            authority.viewer(Some(&header), now()),
            Err(Refused),
            "{what}"
        );
    }
    // The table is of no use if what it changes would not have been believed.
    for algorithm in ALGORITHMS {
        let token = issuers.good(algorithm);
        assert!(
            authority.viewer_of_token(&token, now()).is_ok(),
            "{algorithm}"
        );
    }
    println!("{} bad tokens refused by the authority", bad.len());
}

#[test]
fn over_http_all_bad_tokens_get_the_same_answer() {
    let issuers = Issuers::new();
    let authority = Arc::new(issuers.authority(&[]));
    let bad = bad_tokens(&issuers);
    let (mut sent, mut headers) = (Vec::new(), Vec::new());
    for (what, token) in &bad {
        // A header cannot hold a new line: such a token cannot be sent.
        if let Some(header) = bearer(token) {
            sent.push(*what);
            headers.push(Some(header));
        }
    }
    let good = issuers.good("EdDSA");
    for (what, text) in [
        ("no scheme", good.clone()),
        ("another scheme", format!("Basic {good}")),
        ("a longer scheme", format!("Bearers {good}")),
        ("scheme only", "Bearer".to_owned()),
        ("scheme and a space", "Bearer ".to_owned()),
        ("two spaces", format!("Bearer  {good}")),
        ("a tab", format!("Bearer\t{good}")),
        ("a header that is empty", String::new()),
    ] {
        sent.push(what);
        headers.push(HeaderValue::from_str(&text).ok());
    }
    let answers = send(authority, &headers, |_| {});
    for (what, answer) in sent.iter().zip(&answers) {
        assert_eq!(answer, &answers[0], "{what}");
    }
    let (status, wants, body) = &answers[0];
    assert_eq!((*status, wants.as_deref()), (401, Some("Bearer")));
    assert_eq!(
        serde_json::from_slice::<serde_json::Value>(body).expect("JSON"),
        json!({"errors": [{
            "message": "The token is not good.",
            "extensions": {"code": "UNAUTHENTICATED"},
        }]})
    );
    assert!(sent.len() >= 55, "only {} were sent", sent.len());
    println!(
        "{} bad tokens refused over HTTP, in the same bytes",
        sent.len()
    );
}

#[test]
fn a_good_token_of_each_algorithm_is_believed() {
    let issuers = Issuers::new();
    let authority = issuers.authority(&[]);
    let mut tokens: Vec<String> = ALGORITHMS.map(|algorithm| issuers.good(algorithm)).into();
    tokens.push(issuers.good_local());
    for token in &tokens {
        let viewer = authority
            .viewer(Some(&format!("bEaReR {token}")), now())
            .expect("a good token");
        assert_eq!(
            (viewer.actor.as_str(), viewer.role),
            ("ann", Role::Commissioner)
        );
        assert!(viewer.bodies.contains("body:nhs-england"));
        assert_eq!(viewer.areas.len(), 2);
        assert_eq!(viewer.expires, Some(now() + TimeDelta::minutes(10)));
        let later = now() + TimeDelta::minutes(11);
        assert_eq!(authority.viewer_of_token(token, later), Err(Refused));
    }
    assert_eq!(authority.viewer(None, now()), Ok(Viewer::public()));
    let mut headers: Vec<_> = tokens.iter().map(|token| bearer(token)).collect();
    headers.push(None);
    let answers = send(Arc::new(authority), &headers, |_| {});
    assert_eq!(statuses(&answers), [200; 5]);
}

#[test]
fn a_minted_token_is_believed() {
    let issuers = Issuers::new();
    let authority = issuers.authority(&[]);
    let keys = KeyFile::at(issuers.key_file()).read().expect("keys");
    let grant = Grant {
        subject: "Ann Example".to_owned(),
        role: Role::Provider,
        bodies: vec!["body:nhs-england".to_owned()],
        areas: Vec::new(),
        life: TimeDelta::hours(12),
    };
    let token = mint(&keys, &grant, now()).expect("a token");
    let viewer = authority
        .viewer_of_token(&token, now())
        .expect("a good token");
    assert_eq!(
        (viewer.actor.as_str(), viewer.role),
        ("Ann Example", Role::Provider)
    );
    assert_eq!(viewer.expires, Some(now() + grant.life));
}

#[test]
fn another_programs_claims_are_mapped() {
    let issuers = Issuers::new();
    let authority = issuers.authority(&[
        ("role_claim", "realm_access.roles"),
        ("role_names", "planner=commissioner"),
        ("bodies_claim", "https://example.org/bodies"),
    ]);
    let mut claims = claims();
    claims["aud"] = json!(["account", claims["aud"]]);
    claims["realm_access"] = json!({"roles": ["offline_access", "admin", "planner"]});
    claims["https://example.org/bodies"] = json!("body:a body:b");
    let token = issuers
        .provider
        .token("ES256", &header("ES256").to_string(), &claims.to_string());
    let viewer = authority
        .viewer_of_token(&token, now())
        .expect("a good token");
    // Their `admin` is not ours.
    assert_eq!(viewer.role, Role::Commissioner);
    assert_eq!(viewer.bodies.len(), 2);
    // The names are the provider's only: a local token has ours.
    assert!(
        authority
            .viewer_of_token(&issuers.good_local(), now())
            .is_ok()
    );
}

#[test]
fn a_name_that_two_keys_have_is_nobodys() {
    let issuers = Issuers::new();
    let mut keys = issuers.provider.published("");
    let more = issuers.stranger.published("")["keys"][0].clone();
    keys["keys"].as_array_mut().expect("keys").push(more);
    issuers.publish(&keys.to_string());
    let authority = issuers.authority(&[]);
    assert_eq!(
        authority.viewer_of_token(&issuers.good("EdDSA"), now()),
        Err(Refused)
    );
    assert!(
        authority
            .viewer_of_token(&issuers.good("ES256"), now())
            .is_ok()
    );
}

#[test]
fn the_providers_keys_are_rotated_without_a_restart() {
    let issuers = Issuers::new();
    let authority = Arc::new(issuers.authority(&[]));
    let next = Signer::new();
    let new_header = json!({"alg": "EdDSA", "kid": "2-ed"}).to_string();
    let new = bearer(&next.token("EdDSA", &new_header, &claims().to_string()));
    let old = bearer(&issuers.good("EdDSA"));
    let headers = [old.clone(), new.clone(), old.clone(), new.clone(), new];
    let refreshed = authority.clone();
    let answers = send(authority, &headers, |number| {
        match number {
            2 => issuers.publish(&next.published("2-").to_string()),
            // Whatever cannot be used leaves what is there.
            4 => issuers.publish("<html>Not found</html>"),
            _ => return,
        }
        refresh_elsewhere(&refreshed, TimeDelta::zero());
    });
    assert_eq!(statuses(&answers), [200, 401, 401, 200, 200]);
}

#[test]
fn the_local_keys_are_rotated_without_a_restart() {
    let issuers = Issuers::new();
    let authority = Arc::new(issuers.authority(&[]));
    let file = KeyFile::at(issuers.key_file());
    let (old_keys, random) = (file.read().expect("keys"), SystemRandom::new());
    let rotated = old_keys
        .clone()
        .rotated(LocalKey::new(&random, now()).expect("a key"));
    let grant = Grant {
        subject: "ann".to_owned(),
        role: Role::Analyst,
        bodies: Vec::new(),
        areas: Vec::new(),
        life: TimeDelta::hours(1),
    };
    let old = bearer(&mint(&old_keys, &grant, now()).expect("a token"));
    let new = bearer(&mint(&rotated, &grant, now()).expect("a token"));
    let headers = [&old, &new, &old, &new, &old, &new].map(Clone::clone);
    let refreshed = authority.clone();
    let answers = send(authority, &headers, |number| {
        let keys = match number {
            2 => rotated.clone(),
            4 => rotated.clone().newest(),
            _ => return,
        };
        file.write(&keys, &random).expect("to write the keys");
        refresh_elsewhere(&refreshed, TimeDelta::zero());
    });
    assert_eq!(statuses(&answers), [200, 401, 200, 200, 401, 200]);
}

#[test]
fn keys_are_fetched_again_when_one_is_missing_and_kept_when_none_come() {
    let issuers = Issuers::new();
    let next = Signer::new();
    let (first, second) = (issuers.provider.published(""), next.published("2-"));
    let (address, asked) = provider(vec![
        ok(&first.to_string()),
        ok(&second.to_string()),
        "HTTP/1.1 500 Oh\r\ncontent-length: 0\r\n\r\n".to_owned(),
        "HTTP/1.1 302 Found\r\nlocation: http://localhost:1/\r\ncontent-length: 0\r\n\r\n"
            .to_owned(),
        ok(&" ".repeat(300_000)),
    ]);
    let authority = issuers.authority(&[("jwks", &address)]);
    let asked = || asked.load(Ordering::SeqCst);
    let header = json!({"alg": "EdDSA", "kid": "2-ed"}).to_string();
    let mut claims = claims();
    claims["exp"] = json!(now().timestamp() + 86_400);
    let new = next.token("EdDSA", &header, &claims.to_string());
    let is_good = |token: &str| authority.viewer_of_token(token, now()).is_ok();

    assert!(is_good(&issuers.good("RS256")) && !is_good(&new));
    assert_eq!(asked(), 1);
    run(authority.refresh(now() + TimeDelta::seconds(29)));
    assert_eq!(asked(), 1, "asked too soon");
    run(authority.refresh(now() + TimeDelta::seconds(30)));
    assert_eq!(asked(), 2);
    assert!(is_good(&new) && !is_good(&issuers.good("RS256")));
    for (seconds, expected) in [(330, 3), (360, 4), (390, 5), (419, 5)] {
        run(authority.refresh(now() + TimeDelta::seconds(seconds)));
        assert_eq!(asked(), expected, "after {seconds} seconds");
        assert!(is_good(&new), "after {seconds} seconds");
    }
}

#[test]
fn without_a_provider_that_answers_the_public_is_served() {
    let issuers = Issuers::new();
    let authority = issuers.authority(&[("jwks", "http://127.0.0.1:1/nobody")]);
    assert_eq!(authority.viewer(None, now()), Ok(Viewer::public()));
    assert_eq!(
        authority.viewer_of_token(&issuers.good("EdDSA"), now()),
        Err(Refused)
    );
    assert!(
        authority
            .viewer_of_token(&issuers.good_local(), now())
            .is_ok()
    );
}

/// Refreshes from another thread: the server's own has a runtime that cannot be entered twice.
fn refresh_elsewhere(authority: &Arc<Authority>, later: TimeDelta) {
    let authority = authority.clone();
    std::thread::spawn(move || run(authority.refresh(now() + later)))
        .join()
        .expect("a refresh");
}

fn ok(body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}")
}

/// A provider that gives these answers, one after another. Says how often it was asked.
fn provider(answers: Vec<String>) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    std::thread::spawn(move || {
        for answer in answers {
            let (mut stream, _) = listener.accept().expect("a connection");
            count.fetch_add(1, Ordering::SeqCst);
            let _ = stream.read(&mut [0; 4_096]);
            // Whoever has read enough hangs up.
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    (format!("http://{address}/certs"), asked)
}
