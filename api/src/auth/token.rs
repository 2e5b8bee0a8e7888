//! A token: what it says of itself, and what it says once its signature is known to be good.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, Validation, errors::ErrorKind};
use serde_json::{Map, Value};

use super::{jwks::Key, strict::Strict};

/// Bytes of the longest token. Those of providers have one or two thousand.
pub const LONGEST: usize = 8_192;
/// Bytes of the longest name of a key.
const LONGEST_KID: usize = 200;

/// Why a token is refused. For the log only, and of our own words only: nothing of a token or a
/// key can be in it.
pub type Reason = &'static str;

/// What a token says of itself. Nobody has vouched for it yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The algorithm, one of the four that are allowed.
    pub algorithm: Algorithm,
    /// Which key has signed it.
    pub kid: String,
}

/// Reads the header of a token that has the right shape. Where to find keys (`jku`, `x5u`, `jwk`)
/// is not for a token to say: it is not read.
pub fn header(token: &str) -> Result<Header, Reason> {
    if token.len() > LONGEST {
        return Err("it is too long");
    }
    let mut parts = token.split('.');
    let (Some(header), Some(_), Some(_), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err("it has not three parts");
    };
    let header = URL_SAFE_NO_PAD
        .decode(header)
        .map_err(|_| "its header is not base64url")?;
    let Ok(Strict(Value::Object(header))) = serde_json::from_slice(&header) else {
        return Err("its header is not a JSON object");
    };
    let text = |name| header.get(name).and_then(Value::as_str);
    let algorithm = match text("alg") {
        Some("EdDSA") => Algorithm::EdDSA,
        Some("ES256") => Algorithm::ES256,
        Some("RS256") => Algorithm::RS256,
        Some("HS256") => Algorithm::HS256,
        _ => return Err("its algorithm is not allowed"),
    };
    // What must be understood is not: we know no extension. `b64` is one.
    if ["crit", "b64", "enc", "zip"]
        .iter()
        .any(|name| header.contains_key(*name))
    {
        return Err("it asks for an extension");
    }
    // A token for another purpose, such as logging out, is signed by the same key.
    let is_for_access = match header.get("typ") {
        None => true,
        Some(Value::String(typ)) => ["JWT", "at+jwt", "application/at+jwt"]
            .iter()
            .any(|ours| typ.eq_ignore_ascii_case(ours)),
        Some(_) => false,
    };
    if !is_for_access {
        return Err("it is of another type");
    }
    match text("kid") {
        Some(kid) if (1..=LONGEST_KID).contains(&kid.len()) => Ok(Header {
            algorithm,
            kid: kid.to_owned(),
        }),
        _ => Err("it does not name its key"),
    }
}

/// The claims of a token that this key has signed. Nothing about them is checked.
pub fn claims(token: &str, key: &Key) -> Result<Map<String, Value>, Reason> {
    let mut validation = Validation::new(key.algorithm);
    // Ours to check, by the clock that we are given; see `claims`.
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation.validate_aud = false;
    validation.required_spec_claims.clear();
    let read =
        jsonwebtoken::decode::<Strict>(token, &key.key, &validation).map_err(
            |error| match error.kind() {
                ErrorKind::InvalidSignature => "its signature is not good",
                _ => "its signature or its claims cannot be read",
            },
        )?;
    match read.claims.0 {
        Value::Object(claims) => Ok(claims),
        _ => Err("its claims are not a JSON object"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(value: &Value) -> Result<Header, Reason> {
        header(&format!(
            "{}.e30.",
            URL_SAFE_NO_PAD.encode(value.to_string())
        ))
    }

    #[test]
    fn four_algorithms_are_allowed() {
        for alg in ["EdDSA", "ES256", "RS256", "HS256"] {
            let read = read(&json!({"alg": alg, "kid": "k", "typ": "at+JWT", "jku": "x"}));
            assert_eq!(read.unwrap().kid, "k", "{alg}");
        }
        for alg in ["none", "None", "hs256", "HS512", "PS256", "ES384", ""] {
            assert!(read(&json!({"alg": alg, "kid": "k"})).is_err(), "{alg}");
        }
    }

    #[test]
    fn an_extension_or_another_purpose_is_refused() {
        for extra in [
            json!({"crit": []}),
            json!({"b64": false}),
            json!({"typ": "logout+jwt"}),
            json!({"typ": 1}),
            json!({"kid": ""}),
            json!({"kid": 1}),
            json!({"kid": "k".repeat(201)}),
        ] {
            let mut header = json!({"alg": "ES256", "kid": "k"});
            header
                .as_object_mut()
                .unwrap()
                .extend(extra.as_object().unwrap().clone());
            assert!(read(&header).is_err(), "{header}");
        }
    }
}
