//! Fetches what a provider publishes.

use std::{error::Error, time::Duration};

use reqwest::{Client, Response, StatusCode, Url, redirect};

/// How long a provider may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// Bytes of the longest answer that is read.
pub const LONGEST: usize = 262_144;
/// Redirects that are followed, all of them to the same host.
const REDIRECTS: usize = 3;

/// The text at an address; or what went wrong, for the log.
pub async fn fetch(url: &Url) -> Result<String, String> {
    let client = client(url, same_host(url)).map_err(|error| causes(&error))?;
    let response = client
        .get(url.clone())
        .header("accept", "application/json")
        .send()
        .await
        .map_err(|error| causes(&error.without_url()))?;
    if response.status() != StatusCode::OK {
        return Err(format!("it answered {}", response.status()));
    }
    let body = body(response).await?;
    String::from_utf8(body).map_err(|_| "its answer is not UTF-8".to_owned())
}

/// What a provider answers to a form, by status and text; or what went wrong, for the log. It is led
/// nowhere else by the answer, since a form holds secrets. `known_as` is a name and a password.
pub async fn post(
    url: &Url,
    form: &[(&str, &str)],
    known_as: Option<(&str, &str)>,
) -> Result<(StatusCode, String), String> {
    let client = client(url, redirect::Policy::none()).map_err(|error| causes(&error))?;
    let mut request = client
        .post(url.clone())
        .header("accept", "application/json")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(encoded(form));
    if let Some((name, password)) = known_as {
        // RFC 6749, section 2.3.1: both are written as in a form first.
        let alone = |text| encoded(&[(text, "")]).trim_end_matches('=').to_owned();
        request = request.basic_auth(alone(name), Some(alone(password)));
    }
    let response = request
        .send()
        .await
        .map_err(|error| causes(&error.without_url()))?;
    let status = response.status();
    let body = body(response).await?;
    let text = String::from_utf8(body).map_err(|_| "its answer is not UTF-8".to_owned())?;
    Ok((status, text))
}

/// A form as browsers write it.
fn encoded(form: &[(&str, &str)]) -> String {
    let mut url = Url::parse("http://form.invalid/").expect("an address");
    url.query_pairs_mut().extend_pairs(form);
    url.query().unwrap_or_default().to_owned()
}

async fn body(mut response: Response) -> Result<Vec<u8>, String> {
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
    Ok(body)
}

/// Redirects on the same host only, and not for ever.
fn same_host(url: &Url) -> redirect::Policy {
    let origin = url.origin();
    redirect::Policy::custom(move |attempt| {
        if attempt.previous().len() > REDIRECTS || attempt.url().origin() != origin {
            attempt.stop()
        } else {
            attempt.follow()
        }
    })
}

/// A client of its own each time: they are minutes apart, and the machine's list of authorities
/// may have changed.
fn client(url: &Url, redirects: redirect::Policy) -> Result<Client, reqwest::Error> {
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        // It fails where another thread was quicker, with the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
    }
    let builder = Client::builder()
        .timeout(PATIENCE)
        .redirect(redirects)
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

    #[test]
    fn a_form_is_written_as_browsers_do() {
        let form = [("code", "a b&c=d"), ("of", "é/~")];
        assert_eq!(encoded(&form), "code=a+b%26c%3Dd&of=%C3%A9%2F%7E");
    }

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
