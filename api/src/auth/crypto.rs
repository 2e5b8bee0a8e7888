//! How tokens are signed and checked: jsonwebtoken asks, ring calculates.
//!
//! jsonwebtoken's own ways to calculate would bring a second native library, or an RSA that is
//! known to leak through timing. ring is here for TLS already. Four algorithms, no more: an
//! algorithm that is not here cannot be asked for by a token either.

use jsonwebtoken::{
    Algorithm, DecodingKey, DecodingKeyKind, EncodingKey,
    crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils},
    errors::{Error, ErrorKind},
    signature::{Error as BadSignature, Signer, Verifier},
};
use ring::{hmac, signature};

static RING: CryptoProvider = CryptoProvider {
    signer_factory: signer,
    verifier_factory: verifier,
    // Only needed to publish keys, which nobody asks of us.
    key_utils: KeyUtils {
        rsa_pub_components_from_private_key: |_| unsupported(),
        rsa_pub_components_from_public_key: |_| unsupported(),
        ec_pub_components_from_private_key: |_, _| unsupported(),
        ed_pub_components_from_private_key: |_, _| unsupported(),
        compute_digest: |_, _| unsupported(),
    },
};

/// Has jsonwebtoken calculate with ring. A second call changes nothing.
pub fn install() {
    // It fails where it was installed before, which is what is wanted.
    let _ = RING.install_default();
}

fn unsupported<T>() -> Result<T, Error> {
    Err(ErrorKind::UnsupportedAlgorithm.into())
}

/// Our own tokens are HS256; other people sign with their own programs.
fn signer(algorithm: &Algorithm, key: &EncodingKey) -> Result<Box<dyn JwtSigner>, Error> {
    if *algorithm != Algorithm::HS256 || key.family() != algorithm.family() {
        return unsupported();
    }
    Ok(Box::new(Secret(hmac::Key::new(
        hmac::HMAC_SHA256,
        key.as_bytes(),
    ))))
}

fn verifier(algorithm: &Algorithm, key: &DecodingKey) -> Result<Box<dyn JwtVerifier>, Error> {
    let is_known = matches!(
        algorithm,
        Algorithm::HS256 | Algorithm::EdDSA | Algorithm::ES256 | Algorithm::RS256
    );
    // A public key is no secret: without this, whoever knows it could sign as HS256.
    if !is_known || key.family() != algorithm.family() {
        return unsupported();
    }
    Ok(Box::new(Check {
        algorithm: *algorithm,
        key: key.clone(),
    }))
}

struct Secret(hmac::Key);

impl Signer<Vec<u8>> for Secret {
    fn try_sign(&self, message: &[u8]) -> Result<Vec<u8>, BadSignature> {
        Ok(hmac::sign(&self.0, message).as_ref().to_vec())
    }
}

impl JwtSigner for Secret {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}

struct Check {
    algorithm: Algorithm,
    key: DecodingKey,
}

impl Verifier<Vec<u8>> for Check {
    fn verify(&self, message: &[u8], given: &Vec<u8>) -> Result<(), BadSignature> {
        use DecodingKeyKind::{RsaModulusExponent, SecretOrDer};
        let public = |algorithm, key| signature::UnparsedPublicKey::new(algorithm, key);
        let checked = match (self.algorithm, self.key.kind()) {
            (Algorithm::HS256, SecretOrDer(key)) => {
                hmac::verify(&hmac::Key::new(hmac::HMAC_SHA256, key), message, given)
            }
            (Algorithm::EdDSA, SecretOrDer(key)) => public(
                &signature::ED25519 as &dyn signature::VerificationAlgorithm,
                key,
            )
            .verify(message, given),
            (Algorithm::ES256, SecretOrDer(key)) => {
                public(&signature::ECDSA_P256_SHA256_FIXED, key).verify(message, given)
            }
            (Algorithm::RS256, RsaModulusExponent { n, e }) => {
                signature::RsaPublicKeyComponents { n, e }.verify(
                    &signature::RSA_PKCS1_2048_8192_SHA256,
                    message,
                    given,
                )
            }
            _ => Err(ring::error::Unspecified),
        };
        checked.map_err(|_| BadSignature::new())
    }
}

impl JwtVerifier for Check {
    fn algorithm(&self) -> Algorithm {
        self.algorithm
    }
}
