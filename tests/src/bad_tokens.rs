//! Tokens that are to be refused, all alike: forged, expired, mis-scoped and malformed.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use crate::issuers::{
    AUDIENCE, ISSUER, Issuers, claims, header, local_claims, message, now, with_secret,
};

/// What is wrong, and the token. Each is a good token but for that.
pub type BadToken = (&'static str, String);

/// Every bad token, for authorities of `issuers` with the leeway of 30 seconds.
pub fn bad_tokens(issuers: &Issuers) -> Vec<BadToken> {
    let mut bad = without_signature(issuers);
    bad.extend(forged(issuers));
    bad.extend(of_other_keys(issuers));
    bad.extend(with_bad_headers(issuers));
    bad.extend(with_bad_claims(issuers));
    bad.extend(with_bad_texts(issuers));
    bad.extend(of_bad_shape(issuers));
    bad
}

/// A JSON object with some of its values changed; null takes one out.
fn with(mut object: Value, changes: Value) -> Value {
    let fields = object.as_object_mut().expect("an object");
    for (name, value) in changes.as_object().expect("an object") {
        if value.is_null() {
            fields.remove(name);
        } else {
            fields.insert(name.clone(), value.clone());
        }
    }
    object
}

fn signed(issuers: &Issuers, header: &Value, claims: &Value) -> String {
    let (header, claims) = (header.to_string(), claims.to_string());
    issuers.provider.token("EdDSA", &header, &claims)
}

fn without_signature(issuers: &Issuers) -> Vec<BadToken> {
    let good = issuers.good("EdDSA");
    let (signed, _) = good.rsplit_once('.').expect("three parts");
    let mut bad = Vec::new();
    for (what, alg) in [
        ("alg none", "none"),
        ("alg None", "None"),
        ("alg NONE", "NONE"),
        ("alg nOnE", "nOnE"),
        ("alg empty", ""),
    ] {
        let header = with(header("EdDSA"), json!({ "alg": alg }));
        let unsigned = message(&header.to_string(), &claims().to_string());
        bad.push((what, format!("{unsigned}.")));
    }
    let none = with(header("EdDSA"), json!({"alg": "none"}));
    bad.push(("alg none, signed", self::signed(issuers, &none, &claims())));
    bad.push(("signature stripped", format!("{signed}.")));
    bad.push(("signature left out with its dot", signed.to_owned()));
    bad.push((
        "signature of zeros",
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode([0; 64])),
    ));
    bad
}

fn forged(issuers: &Issuers) -> Vec<BadToken> {
    let mut bad = Vec::new();
    let raised = with(claims(), json!({"throughcare_role": "admin"})).to_string();
    for (what, algorithm) in [
        ("payload changed, EdDSA", "EdDSA"),
        ("payload changed, ES256", "ES256"),
        ("payload changed, RS256", "RS256"),
    ] {
        let good = issuers.good(algorithm);
        let signature = good.rsplit('.').next().expect("a signature");
        let changed = message(&header(algorithm).to_string(), &raised);
        bad.push((what, format!("{changed}.{signature}")));
    }
    let good = issuers.good("ES256");
    let signature = good.rsplit('.').next().expect("a signature");
    let changed = with(header("ES256"), json!({"typ": "at+jwt"})).to_string();
    let changed = message(&changed, &claims().to_string());
    bad.push(("header changed", format!("{changed}.{signature}")));
    let (signed, signature) = good.rsplit_once('.').expect("three parts");
    let mut bytes = URL_SAFE_NO_PAD.decode(signature).expect("base64");
    bytes[10] ^= 1;
    bad.push((
        "one bit of the signature changed",
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(&bytes)),
    ));
    bad.push((
        "signature cut short",
        format!("{signed}.{}", &signature[..40]),
    ));
    // The very first signature that an attacker tries on ECDSA (CVE-2022-21449).
    bad.push((
        "signature r = s = 0",
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode([0; 64])),
    ));
    let (_, secret) = issuers.local();
    let (header, claims) = (header("EdDSA").to_string(), claims().to_string());
    bad.push((
        "HMAC under the name of EdDSA",
        with_secret(&secret, &header, &claims),
    ));
    bad
}

fn of_other_keys(issuers: &Issuers) -> Vec<BadToken> {
    let (stranger, provider) = (&issuers.stranger, &issuers.provider);
    let text = claims().to_string();
    let mut bad = Vec::new();
    for (what, algorithm) in [
        ("signed by a stranger, EdDSA", "EdDSA"),
        ("signed by a stranger, ES256", "ES256"),
    ] {
        bad.push((
            what,
            stranger.token(algorithm, &header(algorithm).to_string(), &text),
        ));
    }
    for (what, member, value) in [
        (
            "own key in the header (jwk)",
            "jwk",
            stranger.published("")["keys"][0].clone(),
        ),
        (
            "own address in the header (jku)",
            "jku",
            json!("https://evil.example.org/jwks.json"),
        ),
        (
            "own certificate in the header (x5u)",
            "x5u",
            json!("https://evil.example.org/cert.pem"),
        ),
        (
            "own certificate in the header (x5c)",
            "x5c",
            json!(["MIIB"]),
        ),
    ] {
        let header = with(header("EdDSA"), json!({ member: value }));
        bad.push((what, stranger.token("EdDSA", &header.to_string(), &text)));
    }
    // What everybody knows of the provider, used as a secret.
    let confused = with(header("RS256"), json!({"alg": "HS256"})).to_string();
    bad.push((
        "RSA public key as a secret",
        with_secret(provider.public_rsa(), &confused, &text),
    ));
    let modulus = provider.published("")["keys"][2]["n"]
        .as_str()
        .expect("n")
        .to_owned();
    bad.push((
        "RSA modulus as a secret",
        with_secret(modulus.as_bytes(), &confused, &text),
    ));
    let confused = with(header("EdDSA"), json!({"alg": "HS256"})).to_string();
    let x = provider.published("")["keys"][0]["x"]
        .as_str()
        .expect("x")
        .to_owned();
    let x = URL_SAFE_NO_PAD.decode(x).expect("base64");
    bad.push((
        "Ed25519 public key as a secret",
        with_secret(&x, &confused, &text),
    ));
    // A key is for one algorithm.
    let other = with(header("ES256"), json!({"kid": "ed"})).to_string();
    bad.push((
        "ES256 with the key of EdDSA",
        provider.token("ES256", &other, &text),
    ));
    let other = with(header("EdDSA"), json!({"kid": "rsa"})).to_string();
    bad.push((
        "EdDSA with the key of RS256",
        provider.token("EdDSA", &other, &text),
    ));
    // The two issuers do not speak for each other.
    let (kid, secret) = issuers.local();
    let local = json!({"alg": "HS256", "typ": "JWT", "kid": kid}).to_string();
    bad.push((
        "provider's claims signed by this install",
        with_secret(&secret, &local, &text),
    ));
    let ours = local_claims();
    bad.push((
        "this install's claims signed by the provider",
        signed(issuers, &header("EdDSA"), &ours),
    ));
    bad.push((
        "local key, empty secret",
        with_secret(b"", &local, &ours.to_string()),
    ));
    bad.push((
        "local key, guessed secret",
        with_secret(b"secret", &local, &ours.to_string()),
    ));
    let larger = json!({"alg": "HS512", "typ": "JWT", "kid": kid}).to_string();
    bad.push((
        "local key, HS512",
        with_secret(&secret, &larger, &ours.to_string()),
    ));
    let expired = with(ours, json!({"exp": now().timestamp() - 31}));
    bad.push((
        "local key, expired",
        with_secret(&secret, &local, &expired.to_string()),
    ));
    bad
}

fn with_bad_headers(issuers: &Issuers) -> Vec<BadToken> {
    let changed = |what, changes| {
        let header = with(header("EdDSA"), changes);
        (what, signed(issuers, &header, &claims()))
    };
    vec![
        changed("alg missing", json!({"alg": null})),
        changed("alg a number", json!({"alg": 1})),
        changed("alg in lower case", json!({"alg": "eddsa"})),
        changed(
            "alg not allowed (PS256)",
            json!({"alg": "PS256", "kid": "rsa"}),
        ),
        changed(
            "alg not allowed (ES384)",
            json!({"alg": "ES384", "kid": "ec"}),
        ),
        changed("kid missing", json!({"kid": null})),
        changed("kid empty", json!({"kid": ""})),
        changed("kid a number", json!({"kid": 1})),
        changed("kid a list", json!({"kid": ["ed"]})),
        changed("kid unknown", json!({"kid": "other"})),
        changed("kid in another case", json!({"kid": "ED"})),
        changed("kid with a zero byte", json!({"kid": "ed\u{0}"})),
        changed("kid a path", json!({"kid": "../../../../../../dev/null"})),
        changed("kid SQL", json!({"kid": "ed' OR '1'='1"})),
        changed("kid huge", json!({"kid": "k".repeat(5_000)})),
        changed(
            "crit unknown",
            json!({"crit": ["exp-soon"], "exp-soon": true}),
        ),
        changed("crit empty", json!({"crit": []})),
        changed("crit b64", json!({"crit": ["b64"], "b64": false})),
        changed("compressed", json!({"zip": "DEF"})),
        changed("typ for logging out", json!({"typ": "logout+jwt"})),
        changed("typ a number", json!({"typ": 1})),
    ]
}

fn with_bad_claims(issuers: &Issuers) -> Vec<BadToken> {
    let now = now().timestamp();
    let half = |seconds: i64| json!(seconds as f64 + 0.5);
    let long: String = "s".repeat(5_500);
    let changes = [
        ("iss missing", json!({"iss": null})),
        ("iss of another", json!({"iss": "https://evil.example.org"})),
        (
            "iss with a slash more",
            json!({"iss": format!("{ISSUER}/")}),
        ),
        ("iss in a list", json!({"iss": [ISSUER]})),
        ("aud missing", json!({"aud": null})),
        ("aud of another", json!({"aud": "payroll"})),
        (
            "aud a list without us",
            json!({"aud": ["payroll", "account"]}),
        ),
        ("aud an empty list", json!({"aud": []})),
        ("aud a list with a number", json!({"aud": [AUDIENCE, 1]})),
        ("aud only the beginning", json!({"aud": &AUDIENCE[..5]})),
        ("exp missing", json!({"exp": null})),
        ("exp long ago", json!({"exp": now - 86_400})),
        ("exp at the edge of the leeway", json!({"exp": now - 30})),
        ("exp beyond the leeway", json!({"exp": now - 31})),
        (
            "exp beyond the leeway by half a second",
            json!({"exp": half(now - 31)}),
        ),
        ("exp a text", json!({"exp": (now + 600).to_string()})),
        ("exp negative", json!({"exp": -1})),
        ("exp huge", json!({"exp": 1e300})),
        ("exp in milliseconds", json!({"exp": (now + 600) * 1_000})),
        ("exp the largest number", json!({"exp": u64::MAX})),
        ("exp true", json!({"exp": true})),
        ("exp a list", json!({"exp": [now + 600]})),
        ("nbf to come", json!({"nbf": now + 300})),
        ("nbf beyond the leeway", json!({"nbf": now + 31})),
        ("nbf a text", json!({"nbf": "soon"})),
        ("nbf huge", json!({"nbf": 1e300})),
        ("iat to come", json!({"iat": now + 300})),
        ("iat negative", json!({"iat": -1})),
        ("iat a text", json!({"iat": "now"})),
        ("sub missing", json!({"sub": null})),
        ("sub empty", json!({"sub": ""})),
        ("sub a number", json!({"sub": 7})),
        ("sub with a new line", json!({"sub": "ann\nadmin"})),
        ("sub with an escape", json!({"sub": "\u{1b}[31mann"})),
        ("sub of 201 characters", json!({"sub": "s".repeat(201)})),
        ("sub of thousands of characters", json!({ "sub": long })),
        ("role missing", json!({"throughcare_role": null})),
        ("role unknown", json!({"throughcare_role": "boss"})),
        ("role empty", json!({"throughcare_role": ""})),
        ("role in upper case", json!({"throughcare_role": "ADMIN"})),
        (
            "role two in one text",
            json!({"throughcare_role": "analyst admin"}),
        ),
        ("role a number", json!({"throughcare_role": 4})),
        ("role true", json!({"throughcare_role": true})),
        (
            "role an object",
            json!({"throughcare_role": {"admin": true}}),
        ),
        ("role an empty list", json!({"throughcare_role": []})),
        (
            "role a list of unknown ones",
            json!({"throughcare_role": ["boss", "offline_access"]}),
        ),
        (
            "role a list with a number",
            json!({"throughcare_role": ["admin", 1]}),
        ),
        (
            "role under another name",
            json!({"throughcare_role": null, "role": "admin"}),
        ),
        ("bodies a number", json!({"throughcare_bodies": 1})),
        (
            "bodies an object",
            json!({"throughcare_bodies": {"body:a": true}}),
        ),
        (
            "bodies a list with a number",
            json!({"throughcare_bodies": ["body:a", 1]}),
        ),
        (
            "bodies with an empty id",
            json!({"throughcare_bodies": [""]}),
        ),
        ("areas true", json!({"throughcare_areas": true})),
        (
            "areas with a zero byte",
            json!({"throughcare_areas": ["icb:QHM\u{0}"]}),
        ),
        (
            "areas a list in a list",
            json!({"throughcare_areas": [["icb:QHM"]]}),
        ),
    ];
    changes
        .into_iter()
        .map(|(what, changes)| {
            (
                what,
                signed(issuers, &header("EdDSA"), &with(claims(), changes)),
            )
        })
        .collect()
}

/// Good signatures over JSON that is none, or that says two things.
fn with_bad_texts(issuers: &Issuers) -> Vec<BadToken> {
    let (header, claims) = (header("EdDSA").to_string(), claims().to_string());
    let token = |header: &str, claims: &str| issuers.provider.token("EdDSA", header, claims);
    let first = |text: &str, more: &str| format!("{{{more},{}", &text[1..]);
    let open = &claims[..claims.len() - 1];
    vec![
        (
            "role given twice",
            token(&header, &first(&claims, r#""throughcare_role":"admin""#)),
        ),
        (
            "exp given twice",
            token(&header, &first(&claims, r#""exp":1"#)),
        ),
        (
            "alg given twice",
            token(&first(&header, r#""alg":"none""#), &claims),
        ),
        (
            "bodies null",
            token(&header, &claims.replace(r#"["body:nhs-england"]"#, "null")),
        ),
        (
            "exp beyond any number",
            token(
                &header,
                &format!(r#"{open},"iat":1e999}}"#).replacen(r#""iat":"#, r#""was":"#, 1),
            ),
        ),
        (
            "exp not a number",
            token(
                &header,
                &claims.replacen(r#""exp":"#, r#""exp":NaN,"x":"#, 1),
            ),
        ),
        ("claims cut short", token(&header, open)),
        ("claims a list", token(&header, "[]")),
        ("claims null", token(&header, "null")),
        ("claims empty", token(&header, "")),
        ("claims not UTF-8 after decoding", {
            let message = format!(
                "{}.{}",
                URL_SAFE_NO_PAD.encode(&header),
                URL_SAFE_NO_PAD.encode([0xff, 0xfe])
            );
            let signature = issuers.provider.signature("EdDSA", &message);
            format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
        }),
        (
            "claims nested without end",
            token(&header, &"[".repeat(2_000)),
        ),
        (
            "claims another token",
            token(&header, &issuers.good("EdDSA")),
        ),
        (
            "claims with something behind",
            token(&header, &format!("{claims}{{}}")),
        ),
        ("header a list", token("[]", &claims)),
        ("header empty", token("", &claims)),
    ]
}

fn of_bad_shape(issuers: &Issuers) -> Vec<BadToken> {
    let good = issuers.good("EdDSA");
    let parts: Vec<&str> = good.split('.').collect();
    let (header, claims, signature) = (parts[0], parts[1], parts[2]);
    // The last character of 64 bytes in base64 has four bits to spare.
    let spare = |last: char| {
        if last == 'A' {
            'B'
        } else {
            char::from(u8::try_from(last).expect("ASCII") + 1)
        }
    };
    let (most, last) = signature.split_at(signature.len() - 1);
    let last = spare(last.chars().next().expect("a character"));
    vec![
        ("empty", String::new()),
        ("null", "null".to_owned()),
        ("undefined", "undefined".to_owned()),
        ("a word", "admin".to_owned()),
        ("dots only", "..".to_owned()),
        ("one part", header.to_owned()),
        ("four parts", format!("{good}.{signature}")),
        (
            "five parts, as if encrypted",
            format!("{good}.{signature}.{signature}"),
        ),
        ("a dot behind", format!("{good}.")),
        ("a dot before", format!(".{good}")),
        ("padded signature", format!("{good}==")),
        ("padded header", format!("{header}=.{claims}.{signature}")),
        (
            "spare bits of the signature set",
            format!("{header}.{claims}.{most}{last}"),
        ),
        ("standard base64 with padding", in_standard_base64(issuers)),
        ("space before", format!(" {good}")),
        ("space inside", good.replacen('.', ". ", 1)),
        ("tab inside", good.replacen('.', "\t.", 1)),
        ("new line inside", good.replacen('.', "\n.", 1)),
        (
            "another header by a new line",
            format!("{good}\r\nx-role: admin"),
        ),
        ("zero byte behind", format!("{good}\0")),
        (
            "letters beyond ASCII",
            format!("{header}é.{claims}.{signature}"),
        ),
        ("dots that only look like dots", good.replace('.', "․")),
        ("in quotes", format!("\"{good}\"")),
        ("two tokens", format!("{good},{good}")),
        (
            "parts in another order",
            format!("{claims}.{header}.{signature}"),
        ),
        ("escaped", good.replace('.', "%2E")),
        ("scheme said twice", format!("Bearer {good}")),
        ("8,193 bytes", "a".repeat(8_193)),
        (
            "a million bytes",
            format!("{header}.{}.{signature}", "A".repeat(1_000_000)),
        ),
        ("a million dots", ".".repeat(1_000_000)),
    ]
}

/// Signed like any other and written with `+` and `/`. Of some signatures both ways of writing them
/// are the same, so one is looked for of which they are not.
fn in_standard_base64(issuers: &Issuers) -> String {
    let tokens = (0..).map(|number| {
        let claims = with(claims(), json!({ "jti": number }));
        signed(issuers, &header("EdDSA"), &claims)
    });
    let mut written = tokens.filter_map(|token| {
        let (message, signature) = token.rsplit_once('.')?;
        let signature = STANDARD.encode(URL_SAFE_NO_PAD.decode(signature).ok()?);
        let differs = signature.contains(['+', '/']);
        differs.then(|| format!("{message}.{signature}"))
    });
    written.next().expect("a signature with + or /")
}
