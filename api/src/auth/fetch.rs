//! Fetches what a provider publishes.

use std::{error::Error, time::Duration};

use reqwest::{Client, StatusCode, Url, redirect};

/// How long a provider may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// Bytes of the longest answer that is read.
pub const LONGEST: usize = 262_144;
/// Redirects that are followed, all of them to the same host.
const REDIRECTS: usize = 3;

/// The text at an address; or what went wrong, for the log.
pub async fn fetch(url: &Url) -> Result<String, String> {
    let client = client(url).map_err(|error| causes(&error))?;
    let mut response = client
        .get(url.clone())
        .header("accept", "application/json")
        .send()
        .await
        .map_err(|error| causes(&error.without_url()))?;
    if response.status() != StatusCode::OK {
        return Err(format!("it answered {}", response.status()));
    }
    let mut body = Vec::new();
    while let Some(chunk) = response
        .chunk()
        .await
        .map_err(|error| causes(&error.without_url()))?
    {
        if body.len() + chunk.len() > LONGEST {
            return Err(format!("its answer is longer than {LONGEST} bytes"));
        }
        body.extend_from_slice(&chunk);
    }
    String::from_utf8(body).map_err(|_| "its answer is not UTF-8".to_owned())
}

/// A client of its own each time: they are minutes apart, and the machine's list of authorities
/// may have changed.
fn client(url: &Url) -> Result<Client, reqwest::Error> {
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        // It fails where another thread was quicker, with the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
    }
    let origin = url.origin();
    let same_host = redirect::Policy::custom(move |attempt| {
        if attempt.previous().len() > REDIRECTS || attempt.url().origin() != origin {
            attempt.stop()
        } else {
            attempt.follow()
        }
    });
    let builder = Client::builder()
        .timeout(PATIENCE)
        .redirect(same_host)
        .referer(false)
        .user_agent("throughcare");
    if url.scheme() == "http" {
        // This machine only: a proxy has no part in it, nor have authorities.
        return builder.no_proxy().tls_certs_only([]).build();
    }
    builder.https_only(true).build()
}

fn causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(&format!(": {error}"));
        cause = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_does_not_answer_is_an_error_either_way() {
        for url in [
            "https://127.0.0.1:1/?code=s3cret",
            "http://127.0.0.1:1/?code=s3cret",
        ] {
            let wrong = fetch(&url.parse().unwrap()).await.unwrap_err();
            assert!(!wrong.contains("s3cret"), "{wrong}");
            assert!(wrong.contains("error sending request"), "{wrong}");
        }
    }
}
