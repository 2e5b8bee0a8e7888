//! Signing in through an OpenID provider: a real server, a browser's requests, and a provider of
//! our own that checks what it is asked.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use serde_json::{Value, json};
use tests::app::run;
use tests::issuers::{AUDIENCE, Issuers, claims, header, now};
use throughcare::auth::{Authority, SignIn};
use throughcare::clock::Clock;
use throughcare::http::{self, AppState, Guard};

/// What the provider calls the server.
const CLIENT: &str = "dashboard";

/// A clock that is moved by hand.
struct Moved(AtomicI64);

impl Clock for Moved {
    fn now(&self) -> DateTime<Utc> {
        now() + TimeDelta::seconds(self.0.load(Ordering::SeqCst))
    }
}

/// Codes that the provider has given: whose challenge they answer, and the tokens for them.
type Codes = Arc<Mutex<BTreeMap<String, (String, Value)>>>;

/// A server, its provider and their clock.
struct World {
    address: String,
    issuers: Issuers,
    codes: Codes,
    clock: Arc<Moved>,
}

/// One browser.
struct Browser<'a> {
    world: &'a World,
    cookie: Option<String>,
}

/// What a browser is told.
struct Told {
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
}

impl Told {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("not JSON: {}", self.body))
    }
}

/// Somebody's way to the provider, as the address says that the server sends them to.
struct Asked(BTreeMap<String, String>);

impl Asked {
    fn of(told: &Told) -> Self {
        assert_eq!(told.status, 303, "{}", told.body);
        let (_, query) = told.header("location").split_once('?').expect("parameters");
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        Self(
            pairs
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        )
    }

    fn get(&self, name: &str) -> &str {
        self.0
            .get(name)
            .unwrap_or_else(|| panic!("it is asked without {name}"))
    }
}

impl World {
    fn new(more: &[(&str, &str)]) -> Self {
        let codes = Codes::default();
        let listener = http::listen(([127, 0, 0, 1], 0).into()).expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let tokens = token_endpoint(codes.clone(), &address);
        let issuers = Issuers::new();
        let mut settings = vec![
            ("sign_in_address", address.as_str()),
            (
                "sign_in_authorization_endpoint",
                "https://id.example.org/auth?tenant=1",
            ),
            ("sign_in_token_endpoint", tokens.as_str()),
            ("sign_in_client_id", CLIENT),
            ("sign_in_client_secret", "s3cret & more"),
            ("sign_in_scopes", "openid roles"),
        ];
        settings.extend(more);
        let config = issuers.config(&settings);
        let random = SystemRandom::new();
        let authority = Authority::open(&config.auth, &random, now()).expect("a key file");
        run(authority.refresh(now()));
        let (authority, clock) = (Arc::new(authority), Arc::new(Moved(AtomicI64::new(0))));
        let settings = config.sign_in.clone().expect("sign-in is set");
        let sign_in = SignIn::new(&settings, authority.clone(), clock.clone(), random);
        serve(listener, move |runtime| {
            let sdl = throughcare::graphql::sdl();
            AppState::new(config.limits, Guard::new(&config), sdl, runtime, 1)
                .with_sign_in(Some(sign_in))
        });
        Self {
            address,
            issuers,
            codes,
            clock,
        }
    }

    fn browser(&self) -> Browser<'_> {
        let cookie = None;
        Browser {
            world: self,
            cookie,
        }
    }

    /// The provider signs somebody in and gives a code for these tokens.
    fn gives(&self, asked: &Asked, code: &str, tokens: Value) {
        let given = (asked.get("code_challenge").to_owned(), tokens);
        self.codes
            .lock()
            .expect("codes")
            .insert(code.to_owned(), given);
    }

    /// An access token and an ID token of this sign-in.
    fn tokens(&self, asked: &Asked) -> (Value, Value) {
        let (mut access, mut id) = (claims(), claims());
        access["aud"] = json!(AUDIENCE);
        id["aud"] = json!(CLIENT);
        id["nonce"] = json!(asked.get("nonce"));
        (access, id)
    }

    fn signed(&self, access: &Value, id: &Value) -> Value {
        let sign = |claims: &Value| {
            let header = header("EdDSA").to_string();
            self.issuers
                .provider
                .token("EdDSA", &header, &claims.to_string())
        };
        json!({
            "access_token": sign(access), "id_token": sign(id),
            "token_type": "Bearer", "expires_in": 600,
        })
    }

    fn later(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Browser<'_> {
    fn send(&mut self, method: &str, path: &str, more: &[(&str, &str)]) -> Told {
        let host = self.world.address.strip_prefix("http://").expect("http");
        let mut text = format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n");
        for (name, value) in more {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        if let Some(cookie) = &self.cookie {
            text.push_str(&format!("cookie: other=1; {cookie}\r\n"));
        }
        let mut stream = TcpStream::connect(host).expect("the server");
        stream
            .write_all(format!("{text}\r\n").as_bytes())
            .expect("to ask");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
        let mut lines = head.lines();
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1))
            .expect("a status");
        let headers = lines.filter_map(|line| line.split_once(": "));
        let told = Told {
            status: status.parse().expect("a number"),
            headers: headers
                .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
                .collect(),
            body: body.to_owned(),
        };
        if let Some((pair, attributes)) = told.header("set-cookie").split_once(';') {
            assert!(
                attributes.contains("HttpOnly; SameSite=Lax"),
                "{attributes}"
            );
            self.cookie = (!attributes.contains("Max-Age=0")).then(|| pair.to_owned());
        }
        told
    }

    fn get(&mut self, path: &str) -> Told {
        self.send("GET", path, &[])
    }

    fn begin(&mut self, path: &str) -> Asked {
        Asked::of(&self.get(path))
    }

    /// Comes back with a code; gives the address of the page that says how it went.
    fn comes_back(&mut self, asked: &Asked, code: &str) -> String {
        self.answers(&format!("state={}&code={code}", asked.get("state")))
    }

    fn answers(&mut self, query: &str) -> String {
        let told = self.get(&format!("/sign-in/openid/back?{query}"));
        assert_eq!(
            (told.status, told.header("cache-control")),
            (303, "no-store")
        );
        told.header("location").to_owned()
    }

    fn collects(&mut self) -> Told {
        let origin = self.world.address.clone();
        let told = self.send("POST", "/sign-in/openid/token", &[("origin", &origin)]);
        assert_eq!(told.header("cache-control"), "no-store");
        told
    }
}

/// Answers until the tests are over.
fn serve(
    listener: TcpListener,
    state: impl FnOnce(tokio::runtime::Handle) -> AppState + Send + 'static,
) {
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let state = actix_web::web::Data::new(state(tokio::runtime::Handle::current()));
            let server = http::start(listener, state, std::future::pending()).expect("a server");
            server.await.expect("to serve");
        });
    });
}

/// The provider's token endpoint. A code is good once, for whoever can answer its challenge.
fn token_endpoint(codes: Codes, server: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let back = format!("{server}/sign-in/openid/back")
        .replace(':', "%3A")
        .replace('/', "%2F");
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let (status, body) = exchange(&codes, &back, &request(&mut stream));
            let length = body.len();
            let answer = format!(
                "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\
                 connection: close\r\n\r\n{body}"
            );
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    format!("http://{address}/token")
}

fn request(stream: &mut TcpStream) -> (String, BTreeMap<String, String>) {
    let mut reader = BufReader::new(stream);
    let (mut head, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        if line.trim().is_empty() {
            break;
        }
        if let Some(("content-length", value)) = line.to_lowercase().trim().split_once(": ") {
            length = value.parse().expect("a length");
        }
        head.push_str(&line);
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("a body");
    let body = String::from_utf8(body).expect("a form");
    let pairs = body.split('&').filter_map(|pair| pair.split_once('='));
    let form = pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    (head, form)
}

fn exchange(
    codes: &Codes,
    back: &str,
    (head, form): &(String, BTreeMap<String, String>),
) -> (&'static str, String) {
    let said = |name: &str| form.get(name).map_or("", String::as_str);
    let secret = STANDARD.encode(format!("{CLIENT}:s3cret+%26+more"));
    let is_known = head.contains(&format!("Basic {secret}")) || said("client_id") == AUDIENCE;
    if !is_known || said("grant_type") != "authorization_code" || said("redirect_uri") != back {
        return (
            "401 Unauthorized",
            json!({"error": "invalid_client"}).to_string(),
        );
    }
    let given = codes.lock().expect("codes").remove(said("code"));
    let challenge = URL_SAFE_NO_PAD.encode(digest(&SHA256, said("code_verifier").as_bytes()));
    match given {
        Some((asked, tokens)) if asked == challenge => ("200 OK", tokens.to_string()),
        _ => (
            "400 Bad Request",
            json!({"error": "invalid_grant"}).to_string(),
        ),
    }
}

#[test]
fn somebody_signs_in_and_the_page_is_given_the_token_once() {
    let world = World::new(&[]);
    let mut browser = world.browser();
    assert_eq!(
        browser.get("/sign-in/methods").json(),
        json!({"openid": true})
    );
    let told = browser.get("/sign-in/openid?back=%2Fareas%2FE06000042%3FasOf%3D2030-04-01");
    assert_eq!(told.header("cache-control"), "no-store");
    assert!(
        told.header("location")
            .starts_with("https://id.example.org/auth?tenant=1&")
    );
    let asked = Asked::of(&told);
    assert_eq!(asked.get("response_type"), "code");
    assert_eq!(asked.get("client_id"), CLIENT);
    assert_eq!(asked.get("scope"), "openid+roles");
    assert_eq!(asked.get("code_challenge_method"), "S256");
    assert!(
        asked
            .get("redirect_uri")
            .ends_with("%2Fsign-in%2Fopenid%2Fback")
    );
    let secrets = [
        asked.get("state"),
        asked.get("nonce"),
        asked.get("code_challenge"),
    ];
    assert!(
        secrets.iter().all(|secret| secret.len() == 43),
        "{secrets:?}"
    );

    let (access, id) = world.tokens(&asked);
    let tokens = world.signed(&access, &id);
    world.gives(&asked, "one", tokens.clone());
    assert_eq!(browser.comes_back(&asked, "one"), "/sign-in?openid=done");
    let told = browser.collects();
    assert_eq!(told.status, 200, "{}", told.body);
    assert_eq!(
        told.json(),
        json!({"token": tokens["access_token"], "back": "/areas/E06000042?asOf=2030-04-01"})
    );
    assert_eq!(browser.cookie, None, "the cookie is ended");
    assert_eq!(browser.collects().status, 404);
}

#[test]
fn an_answer_is_for_the_browser_that_asked_and_counts_once() {
    let world = World::new(&[]);
    let (mut browser, mut other) = (world.browser(), world.browser());
    let stale = "/sign-in?openid=stale";
    assert_eq!(
        browser.answers("state=x&code=one"),
        stale,
        "nobody has begun"
    );
    let asked = browser.begin("/sign-in/openid");
    assert_eq!(browser.answers("state=wrong&code=one"), stale);
    assert_eq!(browser.answers("code=one"), stale);
    let begun = other.begin("/sign-in/openid");
    assert_eq!(other.comes_back(&asked, "one"), stale, "it is another's");
    assert_eq!(
        browser.comes_back(&asked, "one"),
        stale,
        "somebody else has tried it"
    );

    let (access, id) = world.tokens(&begun);
    world.gives(&begun, "two", world.signed(&access, &id));
    assert_eq!(other.comes_back(&begun, "two"), "/sign-in?openid=done");
    assert_eq!(
        other.comes_back(&begun, "two"),
        stale,
        "it has come back before"
    );
    assert_eq!(browser.collects().status, 404, "it is not theirs");
    assert_eq!(other.collects().status, 200);
}

#[test]
fn two_tabs_of_one_browser_sign_in_at_one_time() {
    let world = World::new(&[]);
    let mut browser = world.browser();
    let (first, second) = (
        browser.begin("/sign-in/openid?back=/map"),
        browser.begin("/sign-in/openid?back=/gaps"),
    );
    assert_ne!(first.get("state"), second.get("state"));
    for (asked, code, back) in [(&first, "one", "/map"), (&second, "two", "/gaps")] {
        let (access, id) = world.tokens(asked);
        world.gives(asked, code, world.signed(&access, &id));
        let cookie = browser.cookie.clone();
        assert_eq!(browser.comes_back(asked, code), "/sign-in?openid=done");
        assert_eq!(browser.collects().json()["back"], back);
        // The other tab has been on its way since before.
        browser.cookie = cookie;
    }
}

#[test]
fn what_takes_too_long_has_ended() {
    let world = World::new(&[("leeway_seconds", "0")]);
    let mut browser = world.browser();
    let asked = browser.begin("/sign-in/openid");
    world.later(600);
    assert_eq!(browser.comes_back(&asked, "one"), "/sign-in?openid=stale");

    let asked = browser.begin("/sign-in/openid");
    let (mut access, mut id) = world.tokens(&asked);
    for claims in [&mut access, &mut id] {
        claims["exp"] = json!(now().timestamp() + 600);
    }
    world.gives(&asked, "old", world.signed(&access, &id));
    let page = browser.comes_back(&asked, "old");
    assert_eq!(
        page, "/sign-in?openid=token&back=%2F",
        "its tokens have expired"
    );

    let asked = browser.begin("/sign-in/openid");
    for claims in [&mut access, &mut id] {
        claims["exp"] = json!(now().timestamp() + 6_000);
    }
    id["nonce"] = json!(asked.get("nonce"));
    world.gives(&asked, "new", world.signed(&access, &id));
    assert_eq!(browser.comes_back(&asked, "new"), "/sign-in?openid=done");
    world.later(60);
    assert_eq!(browser.collects().status, 404, "nobody has fetched it");
}

#[test]
fn a_refusal_says_why_and_keeps_the_page_one_came_from() {
    let world = World::new(&[]);
    let mut browser = world.browser();
    let mut refusal = |change: &dyn Fn(&mut Value, &mut Value)| {
        let asked = browser.begin("/sign-in/openid?back=/gaps");
        let (mut access, mut id) = world.tokens(&asked);
        change(&mut access, &mut id);
        world.gives(&asked, "code", world.signed(&access, &id));
        let page = browser.comes_back(&asked, "code");
        assert_eq!(browser.collects().status, 404);
        page
    };
    let set = |claims: &mut Value, name: &str, value: Value| claims[name] = value;
    let no_role = refusal(&|access, id| {
        for claims in [access, id] {
            set(claims, "throughcare_role", json!("offline_access"));
        }
    });
    assert_eq!(no_role, "/sign-in?openid=role&back=%2Fgaps");
    let bad = "/sign-in?openid=token&back=%2Fgaps";
    assert_eq!(refusal(&|_, id| set(id, "nonce", json!("another"))), bad);
    assert_eq!(refusal(&|_, id| set(id, "aud", json!(AUDIENCE))), bad);
    assert_eq!(refusal(&|_, id| set(id, "azp", json!("another"))), bad);
    assert_eq!(
        refusal(&|_, id| set(id, "iss", json!("https://evil.example"))),
        bad
    );
    assert_eq!(
        refusal(&|access, _| set(access, "aud", json!("payroll"))),
        bad
    );
    assert_eq!(refusal(&|access, _| set(access, "exp", json!(1))), bad);

    let denied = "/sign-in?openid=denied&back=%2Fgaps";
    for answer in [
        "error=access_denied&error_description=%3Cb%3E",
        "",
        "error=%3Cscript%3E&code=x",
    ] {
        let asked = browser.begin("/sign-in/openid?back=/gaps");
        let state = asked.get("state");
        assert_eq!(
            browser.answers(&format!("state={state}&{answer}")),
            denied,
            "{answer}"
        );
    }
    let asked = browser.begin("/sign-in/openid?back=/gaps");
    assert_eq!(
        browser.comes_back(&asked, "used"),
        denied,
        "the provider knows no such code"
    );
    let asked = browser.begin("/sign-in/openid?back=/gaps");
    let state = asked.get("state");
    let mixed_up = format!("state={state}&code=x&iss=https%3A%2F%2Fevil.example");
    assert_eq!(browser.answers(&mixed_up), bad);
}

#[test]
fn a_code_is_worth_nothing_in_another_sign_in() {
    let world = World::new(&[]);
    let (mut victim, mut attacker) = (world.browser(), world.browser());
    let theirs = victim.begin("/sign-in/openid");
    let (access, id) = world.tokens(&theirs);
    world.gives(&theirs, "stolen", world.signed(&access, &id));
    let own = attacker.begin("/sign-in/openid");
    let page = attacker.comes_back(&own, "stolen");
    assert_eq!(
        page, "/sign-in?openid=denied&back=%2F",
        "the challenge is another"
    );
}

#[test]
fn a_provider_that_is_down_is_told_from_one_that_says_no() {
    let world = World::new(&[("sign_in_token_endpoint", "http://127.0.0.1:1/token")]);
    let mut browser = world.browser();
    let asked = browser.begin("/sign-in/openid");
    let page = browser.comes_back(&asked, "one");
    assert_eq!(page, "/sign-in?openid=unreachable&back=%2F");
    let world = World::new(&[]);
    let mut browser = world.browser();
    let asked = browser.begin("/sign-in/openid");
    world.gives(&asked, "one", json!("<html>"));
    let page = browser.comes_back(&asked, "one");
    assert_eq!(page, "/sign-in?openid=unreachable&back=%2F");
}

#[test]
fn an_access_token_for_others_leaves_the_id_token() {
    let world = World::new(&[
        ("sign_in_client_id", AUDIENCE),
        ("sign_in_client_secret", ""),
    ]);
    let mut browser = world.browser();
    let asked = browser.begin("/sign-in/openid");
    let (access, mut id) = world.tokens(&asked);
    id["aud"] = json!(AUDIENCE);
    let mut tokens = world.signed(&access, &id);
    tokens["access_token"] = json!("opaque");
    world.gives(&asked, "one", tokens.clone());
    assert_eq!(browser.comes_back(&asked, "one"), "/sign-in?openid=done");
    assert_eq!(browser.collects().json()["token"], tokens["id_token"]);
}

#[test]
fn the_token_is_for_a_page_of_this_server_and_one_goes_nowhere_else() {
    let world = World::new(&[]);
    let mut browser = world.browser();
    let asked = browser.begin("/sign-in/openid?back=%2F%2Fevil.example%2Fareas");
    let (access, id) = world.tokens(&asked);
    world.gives(&asked, "one", world.signed(&access, &id));
    assert_eq!(browser.comes_back(&asked, "one"), "/sign-in?openid=done");
    let token = "/sign-in/openid/token";
    assert_eq!(browser.send("POST", token, &[]).status, 403);
    for origin in ["https://evil.example", "null", "http://127.0.0.1"] {
        assert_eq!(
            browser.send("POST", token, &[("origin", origin)]).status,
            403,
            "{origin}"
        );
    }
    assert_eq!(browser.get(token).status, 405);
    assert_eq!(world.browser().collects().status, 404, "without the cookie");
    let told = browser.collects().json();
    assert_eq!(told["back"], "/", "to no other host");
    for path in ["/sign-in/openid", "/sign-in/openid/back?state=x"] {
        assert_eq!(browser.send("HEAD", path, &[]).status, 405, "{path}");
    }
}

#[test]
fn without_its_settings_there_is_no_such_way_in() {
    let listener = http::listen(([127, 0, 0, 1], 0).into()).expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    serve(listener, |runtime| {
        let config = throughcare::config::Config::for_tests();
        let sdl = throughcare::graphql::sdl();
        AppState::new(config.limits, Guard::new(&config), sdl, runtime, 1)
    });
    let world = World {
        address,
        issuers: Issuers::new(),
        codes: Codes::default(),
        clock: Arc::new(Moved(AtomicI64::new(0))),
    };
    let mut browser = world.browser();
    assert_eq!(
        browser.get("/sign-in/methods").json(),
        json!({"openid": false})
    );
    assert_eq!(browser.get("/sign-in/openid").status, 404);
    assert_eq!(
        browser.get("/sign-in/openid/back?state=x&code=y").status,
        404
    );
}
