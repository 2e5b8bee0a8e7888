//! Keys by which tokens are checked.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, DecodingKey};
use serde::Deserialize;
use serde_json::Value;

/// Bytes of the shortest RSA modulus: 2,048 bits.
const SHORTEST_MODULUS: usize = 256;
/// Bytes of the longest RSA modulus that ring takes: 8,192 bits.
const LONGEST_MODULUS: usize = 1_024;

/// One key. It checks tokens of one algorithm only, whatever they say of themselves.
#[derive(Clone, Debug)]
pub struct Key {
    /// Its name.
    pub kid: String,
    /// The one algorithm that it is for.
    pub algorithm: Algorithm,
    /// The key itself; it prints as `[redacted]`.
    pub key: DecodingKey,
}

/// Keys, by name.
#[derive(Clone, Debug, Default)]
pub struct KeySet(Vec<Key>);

/// Why a text is no set of keys.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadKeys {
    /// It has another shape.
    #[error("is not a JSON object with a list `keys`")]
    Shape,
    /// A provider without keys has more likely a fault than no keys.
    #[error(
        "has no key to check tokens with: an RSA key of 2,048 bits or more (RS256), a P-256 key \
         (ES256) or an Ed25519 key (EdDSA), each with a `kid`"
    )]
    None,
}

impl KeySet {
    /// The keys that a text in the form of RFC 7517 publishes. Those that are for something else,
    /// such as encryption or another algorithm, are left out; so is every secret: whoever can read
    /// what is published could sign with it.
    ///
    /// # Errors
    ///
    /// When no key is left.
    pub fn published(text: &str) -> Result<Self, BadKeys> {
        let set: Published = serde_json::from_str(text).map_err(|_| BadKeys::Shape)?;
        let keys: Vec<Key> = set.keys.into_iter().filter_map(usable).collect();
        if keys.is_empty() {
            return Err(BadKeys::None);
        }
        Ok(Self(keys))
    }

    /// A set of these keys.
    pub fn new(keys: Vec<Key>) -> Self {
        Self(keys)
    }

    /// Every key of that name; more than one is a fault of the set.
    pub fn named(&self, kid: &str) -> impl Iterator<Item = &Key> {
        self.0.iter().filter(move |key| key.kid == kid)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[derive(Deserialize)]
struct Published {
    keys: Vec<Value>,
}

#[derive(Deserialize)]
struct Jwk {
    kty: String,
    kid: String,
    #[serde(rename = "use")]
    purpose: Option<String>,
    key_ops: Option<Vec<String>>,
    alg: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

fn usable(value: Value) -> Option<Key> {
    let jwk: Jwk = serde_json::from_value(value).ok()?;
    let is_for_signatures = jwk
        .purpose
        .as_deref()
        .is_none_or(|purpose| purpose == "sig")
        && jwk
            .key_ops
            .as_ref()
            .is_none_or(|ops| ops.iter().any(|op| op == "verify"));
    if jwk.kid.is_empty() || !is_for_signatures {
        return None;
    }
    let (algorithm, name, key) = match (jwk.kty.as_str(), jwk.crv.as_deref()) {
        ("RSA", None) => {
            let (n, e) = (bytes(jwk.n.as_deref()?)?, bytes(jwk.e.as_deref()?)?);
            // ring wants numbers without leading zeros, which some programs write.
            let (n, e) = (without_zeros(&n), without_zeros(&e));
            let is_long_enough = (SHORTEST_MODULUS..=LONGEST_MODULUS).contains(&n.len());
            let key = is_long_enough.then(|| DecodingKey::from_rsa_raw_components(n, e))?;
            (Algorithm::RS256, "RS256", key)
        }
        ("EC", Some("P-256")) => {
            let (x, y) = (bytes(jwk.x.as_deref()?)?, bytes(jwk.y.as_deref()?)?);
            let is_a_point = x.len() == 32 && y.len() == 32;
            let point = [&[4], x.as_slice(), y.as_slice()].concat();
            let key = is_a_point.then(|| DecodingKey::from_ec_der(&point))?;
            (Algorithm::ES256, "ES256", key)
        }
        ("OKP", Some("Ed25519")) => {
            let x = bytes(jwk.x.as_deref()?)?;
            let key = (x.len() == 32).then(|| DecodingKey::from_ed_der(&x))?;
            (Algorithm::EdDSA, "EdDSA", key)
        }
        _ => return None,
    };
    let is_meant = jwk.alg.as_deref().is_none_or(|alg| alg == name);
    is_meant.then_some(Key {
        kid: jwk.kid,
        algorithm,
        key,
    })
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

fn without_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|&&byte| byte == 0).count();
    &number[zeros..]
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn kids(keys: &Value) -> Result<Vec<String>, BadKeys> {
        KeySet::published(&json!({ "keys": keys }).to_string())
            .map(|set| set.0.into_iter().map(|key| key.kid).collect())
    }

    #[test]
    fn keys_for_something_else_are_left_out() {
        let coordinate = URL_SAFE_NO_PAD.encode([7; 32]);
        let modulus = URL_SAFE_NO_PAD.encode([[0].as_slice(), &[9; 256]].concat());
        let short = URL_SAFE_NO_PAD.encode([9; 128]);
        let keys = json!([
            {"kty": "OKP", "crv": "Ed25519", "kid": "ed", "x": coordinate, "unheard": 1},
            {"kty": "EC", "crv": "P-256", "kid": "ec", "x": coordinate, "y": coordinate, "use": "sig"},
            {"kty": "RSA", "kid": "rsa", "n": modulus, "e": "AQAB", "alg": "RS256"},
            {"kty": "RSA", "kid": "other algorithm", "n": modulus, "e": "AQAB", "alg": "PS256"},
            {"kty": "RSA", "kid": "encryption", "n": modulus, "e": "AQAB", "use": "enc"},
            {"kty": "RSA", "kid": "encryption", "n": modulus, "e": "AQAB", "key_ops": ["wrapKey"]},
            {"kty": "RSA", "kid": "short", "n": short, "e": "AQAB"},
            {"kty": "RSA", "n": modulus, "e": "AQAB"},
            {"kty": "EC", "crv": "P-384", "kid": "curve", "x": coordinate, "y": coordinate},
            {"kty": "EC", "crv": "P-256", "kid": "half", "x": coordinate},
            {"kty": "OKP", "crv": "X25519", "kid": "exchange", "x": coordinate},
            {"kty": "oct", "kid": "secret", "k": coordinate, "alg": "HS256"},
            "no key", null,
        ]);
        assert_eq!(kids(&keys).unwrap(), ["ed", "ec", "rsa"]);
    }

    #[test]
    fn a_set_without_a_usable_key_is_told() {
        assert_eq!(kids(&json!([])), Err(BadKeys::None));
        for text in ["", "[]", "{}", r#"{"keys": 1}"#, "<html>"] {
            assert_eq!(
                KeySet::published(text).err(),
                Some(BadKeys::Shape),
                "{text}"
            );
        }
    }
}
