//! Issuers of tokens: this install, a provider with a key of each kind, and a stranger.

use std::fs;
use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use ring::hmac;
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256,
    RsaKeyPair, RsaPublicKeyComponents,
};
use serde_json::{Value, json};
use throughcare::auth::Authority;
use throughcare::clock::Clock;
use throughcare::config::Config;

use crate::app::clock;

/// The provider's `iss`.
pub const ISSUER: &str = "https://id.example.org/realms/justice";
/// Our name at the provider.
pub const AUDIENCE: &str = "throughcare-api";

/// Made for these tests with `openssl genpkey`; it signs nothing else. ring makes no RSA keys.
const TEST_ONLY_RSA: &str = include_str!("../fixtures/test-only-rsa-2048.pem");

/// Whoever signs: one key of each kind.
pub struct Signer {
    ed: Ed25519KeyPair,
    ec: EcdsaKeyPair,
    rsa: RsaKeyPair,
}

/// A folder with a key file and a provider's keys, and whoever could have signed.
pub struct Issuers {
    folder: tempfile::TempDir,
    /// Whose keys the settings name.
    pub provider: Signer,
    /// Whose keys they do not name.
    pub stranger: Signer,
}

impl Signer {
    /// New keys; only the RSA key is the same each time.
    pub fn new() -> Self {
        let random = SystemRandom::new();
        let ed = Ed25519KeyPair::generate_pkcs8(&random).expect("an Ed25519 key");
        let kind = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let ec = EcdsaKeyPair::generate_pkcs8(kind, &random).expect("a P-256 key");
        let rsa: String = TEST_ONLY_RSA
            .lines()
            .filter(|line| !line.starts_with('-'))
            .collect();
        let rsa = STANDARD.decode(rsa).expect("base64");
        Self {
            ed: Ed25519KeyPair::from_pkcs8(ed.as_ref()).expect("its own key"),
            ec: EcdsaKeyPair::from_pkcs8(kind, ec.as_ref(), &random).expect("its own key"),
            rsa: RsaKeyPair::from_pkcs8(&rsa).expect("the fixture"),
        }
    }

    /// What it publishes: the keys `ed`, `ec` and `rsa`, each with this prefix.
    pub fn published(&self, prefix: &str) -> Value {
        let encode = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let (x, y) = self.ec.public_key().as_ref()[1..].split_at(32);
        let rsa: RsaPublicKeyComponents<Vec<u8>> = self.rsa.public().into();
        json!({"keys": [
            {"kty": "OKP", "crv": "Ed25519", "kid": format!("{prefix}ed"), "use": "sig",
             "x": encode(self.ed.public_key().as_ref())},
            {"kty": "EC", "crv": "P-256", "kid": format!("{prefix}ec"), "alg": "ES256",
             "x": encode(x), "y": encode(y)},
            {"kty": "RSA", "kid": format!("{prefix}rsa"), "alg": "RS256", "use": "sig",
             "n": encode(&rsa.n), "e": encode(&rsa.e)},
        ]})
    }

    /// The public RSA key in its usual form, which an attacker has and may use as a secret.
    pub fn public_rsa(&self) -> &[u8] {
        self.rsa.public().as_ref()
    }

    /// The signature that an algorithm gives.
    pub fn signature(&self, algorithm: &str, message: &str) -> Vec<u8> {
        let (random, message) = (SystemRandom::new(), message.as_bytes());
        match algorithm {
            "EdDSA" => self.ed.sign(message).as_ref().to_vec(),
            "ES256" => {
                let signed = self.ec.sign(&random, message);
                signed.expect("a signature").as_ref().to_vec()
            }
            "RS256" => {
                let mut signed = vec![0; self.rsa.public().modulus_len()];
                self.rsa
                    .sign(&RSA_PKCS1_SHA256, &random, message, &mut signed)
                    .expect("a signature");
                signed
            }
            other => panic!("nobody signs with {other} here"),
        }
    }

    /// A token of these two texts.
    pub fn token(&self, algorithm: &str, header: &str, claims: &str) -> String {
        let message = message(header, claims);
        let signature = self.signature(algorithm, &message);
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

impl Default for Signer {
    fn default() -> Self {
        Self::new()
    }
}

/// Header and claims as they are signed.
pub fn message(header: &str, claims: &str) -> String {
    format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(header),
        URL_SAFE_NO_PAD.encode(claims)
    )
}

/// A token signed with a shared secret.
pub fn with_secret(secret: &[u8], header: &str, claims: &str) -> String {
    let message = message(header, claims);
    let signed = hmac::sign(
        &hmac::Key::new(hmac::HMAC_SHA256, secret),
        message.as_bytes(),
    );
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(signed))
}

impl Issuers {
    /// A new folder, new keys.
    pub fn new() -> Self {
        let issuers = Self {
            folder: tempfile::tempdir().expect("a folder"),
            provider: Signer::new(),
            stranger: Signer::new(),
        };
        issuers.publish(&issuers.provider.published("").to_string());
        issuers
    }

    /// Replaces what the provider publishes.
    pub fn publish(&self, text: &str) {
        fs::write(self.folder.path().join("jwks.json"), text).expect("to write the keys");
    }

    /// The file of the local keys.
    pub fn key_file(&self) -> PathBuf {
        self.folder.path().join("throughcare.keys")
    }

    /// Settings that name both; `more` is set beside them.
    pub fn config(&self, more: &[(&str, &str)]) -> Config {
        let jwks = self.folder.path().join("jwks.json");
        let mut flags = [
            ("database", "sqlite::memory:".to_owned()),
            ("keys", self.key_file().display().to_string()),
            ("jwks", jwks.display().to_string()),
            ("issuer", ISSUER.to_owned()),
            ("audience", AUDIENCE.to_owned()),
        ]
        .map(|(name, text)| (name.to_owned(), text))
        .into_iter()
        .collect::<std::collections::BTreeMap<_, _>>();
        for (name, text) in more {
            flags.insert((*name).to_owned(), (*text).to_owned());
        }
        Config::read(flags, Default::default()).expect("good settings")
    }

    /// An authority by these settings. It has read its keys.
    pub fn authority(&self, more: &[(&str, &str)]) -> Authority {
        let config = self.config(more);
        let random = SystemRandom::new();
        let authority = Authority::open(&config.auth, &random, now()).expect("a key file");
        crate::app::run(authority.refresh(now()));
        authority
    }

    /// The name and the secret of the first local key.
    pub fn local(&self) -> (String, Vec<u8>) {
        let text = fs::read_to_string(self.key_file()).expect("the key file");
        let keys: Value = serde_json::from_str(&text).expect("JSON");
        let first = &keys["keys"][0];
        let secret = URL_SAFE_NO_PAD.decode(first["k"].as_str().expect("a secret"));
        let kid = first["kid"].as_str().expect("a name").to_owned();
        (kid, secret.expect("base64"))
    }

    /// A good token of the provider, by algorithm.
    pub fn good(&self, algorithm: &str) -> String {
        let header = header(algorithm);
        let claims = claims().to_string();
        self.provider.token(algorithm, &header.to_string(), &claims)
    }

    /// A good token of this install.
    pub fn good_local(&self) -> String {
        let (kid, secret) = self.local();
        let header = json!({"alg": "HS256", "typ": "JWT", "kid": kid});
        with_secret(&secret, &header.to_string(), &local_claims().to_string())
    }
}

impl Default for Issuers {
    fn default() -> Self {
        Self::new()
    }
}

/// The time of these tests.
pub fn now() -> DateTime<Utc> {
    clock().now()
}

/// The header of a good token of the provider.
pub fn header(algorithm: &str) -> Value {
    let kid = match algorithm {
        "EdDSA" => "ed",
        "ES256" => "ec",
        _ => "rsa",
    };
    json!({"alg": algorithm, "typ": "JWT", "kid": kid})
}

/// The claims of a good token of the provider.
pub fn claims() -> Value {
    let now = now().timestamp();
    json!({
        "iss": ISSUER, "aud": AUDIENCE, "sub": "ann", "iat": now, "nbf": now, "exp": now + 600,
        "throughcare_role": "commissioner",
        "throughcare_bodies": ["body:nhs-england"],
        "throughcare_areas": ["icb:QHM", "E54000050"],
    })
}

/// The claims of a good token of this install.
pub fn local_claims() -> Value {
    let mut claims = claims();
    claims["iss"] = json!("throughcare-local");
    claims["aud"] = json!("throughcare");
    claims
}
