//! Signing in through an OpenID provider, as a browser sees it. Nothing that lets anybody in is in
//! an address of ours: the provider's code is used up before the page is shown, and the page
//! fetches the token with a request that only it can send.

use actix_web::{
    HttpRequest, HttpResponse, HttpResponseBuilder,
    http::header::{ALLOW, CACHE_CONTROL, COOKIE, LOCATION, ORIGIN, SET_COOKIE},
    web::{self, Data, Query, ServiceConfig},
};
use reqwest::Url;
use serde::Deserialize;
use serde_json::json;

use super::{AppState, get_only, getter, not_found};
use crate::auth::{Answer, Arrived, NotSignedIn, PATIENCE, SignIn, Why};

/// What a browser is known by while somebody signs in. Under `__Host-` no other host of the same
/// domain can set it, which takes https.
const COOKIE_NAME: &str = "throughcare-sign-in";
/// Our page about it.
const PAGE: &str = "/sign-in";
/// Bytes of the longest address that is gone back to.
const LONGEST_BACK: usize = 2_000;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(getter("/sign-in/methods", async |state: Data<AppState>| {
            HttpResponse::Ok()
                .insert_header((CACHE_CONTROL, "no-cache"))
                .json(json!({ "openid": state.sign_in().is_some() }))
        }))
        .service(only_get("/sign-in/openid").route(web::get().to(begin)))
        .service(only_get("/sign-in/openid/back").route(web::get().to(finish)))
        .service(
            web::resource("/sign-in/openid/token")
                .route(web::post().to(collect))
                .default_service(web::to(post_only)),
        );
}

/// Without HEAD: whoever only looks must not use anything up.
fn only_get(path: &str) -> actix_web::Resource {
    web::resource(path).default_service(web::to(get_only))
}

async fn post_only() -> HttpResponse {
    HttpResponse::MethodNotAllowed()
        .insert_header((ALLOW, "POST"))
        .body("This address answers POST only.\n")
}

#[derive(Deserialize)]
struct Wanted {
    back: Option<String>,
}

async fn begin(
    request: HttpRequest,
    from: Option<Query<Wanted>>,
    state: Data<AppState>,
) -> HttpResponse {
    let Some(sign_in) = state.sign_in() else {
        return not_found(request).await;
    };
    let asked = from.and_then(|Query(from)| from.back);
    let back = asked.and_then(|back| own_page(&back));
    let cookie = Cookie::of(sign_in);
    let known = cookie.read(&request);
    match sign_in.begin(known.as_deref(), back.unwrap_or_else(|| "/".to_owned())) {
        Ok(sent) => see_other(sent.to.as_str())
            .insert_header((SET_COOKIE, cookie.set(&sent.browser)))
            .finish(),
        Err(error) => {
            tracing::error!(%error, "Nobody can sign in: {error}");
            HttpResponse::InternalServerError().finish()
        }
    }
}

async fn finish(
    request: HttpRequest,
    answer: Option<Query<Answer>>,
    state: Data<AppState>,
) -> HttpResponse {
    let Some(sign_in) = state.sign_in() else {
        return not_found(request).await;
    };
    let browser = Cookie::of(sign_in).read(&request);
    let answer = answer.map(Query::into_inner).unwrap_or_default();
    let page = match sign_in.finish(browser.as_deref(), answer).await {
        Ok(()) => page(&[("openid", "done")]),
        Err(NotSignedIn {
            why,
            back: Some(back),
        }) => page(&[("openid", why.code()), ("back", &back)]),
        Err(NotSignedIn { why, back: None }) => page(&[("openid", why.code())]),
    };
    see_other(&page).finish()
}

async fn collect(request: HttpRequest, state: Data<AppState>) -> HttpResponse {
    let Some(sign_in) = state.sign_in() else {
        return not_found(request).await;
    };
    let origin = sign_in.address().origin().ascii_serialization();
    let theirs = request.headers().get(ORIGIN);
    if theirs.is_none_or(|theirs| theirs.as_bytes() != origin.as_bytes()) {
        return no_store(HttpResponse::Forbidden())
            .json(json!({ "error": "Only a page of this server may ask this." }));
    }
    let cookie = Cookie::of(sign_in);
    let browser = cookie.read(&request);
    match sign_in.collect(browser.as_deref()) {
        Some(Arrived { token, back }) => no_store(HttpResponse::Ok())
            .insert_header((SET_COOKIE, cookie.end()))
            .json(json!({ "token": token, "back": back })),
        None => no_store(HttpResponse::NotFound()).json(json!({ "error": Why::Stale.code() })),
    }
}

fn no_store(mut answer: HttpResponseBuilder) -> HttpResponseBuilder {
    answer.insert_header((CACHE_CONTROL, "no-store"));
    answer
}

/// Goes there by GET, and is not kept.
fn see_other(to: &str) -> HttpResponseBuilder {
    let mut answer = no_store(HttpResponse::SeeOther());
    answer.insert_header((LOCATION, to));
    answer
}

fn page(parameters: &[(&str, &str)]) -> String {
    let mut url = here();
    url.set_path(PAGE);
    url.query_pairs_mut().extend_pairs(parameters);
    own_address(&url)
}

/// An address of a page of this server, or nothing. It is read as browsers read it: a text that
/// looks like a path may lead to another host.
fn own_page(text: &str) -> Option<String> {
    if !text.starts_with('/') || text.len() > LONGEST_BACK {
        return None;
    }
    let url = here().join(text).ok()?;
    let own = own_address(&url);
    // Steps such as `/.//` leave something that means another host when it is read again.
    let is_ours = url.origin() == here().origin() && here().join(&own).ok()? == url;
    // Whoever comes from there wants to be anywhere else afterwards.
    let begins_again = url.path() == PAGE || url.path().starts_with(&format!("{PAGE}/"));
    (is_ours && !begins_again).then_some(own)
}

/// Path, parameters and part of an address.
fn own_address(url: &Url) -> String {
    let mut own = url.path().to_owned();
    for (mark, part) in [('?', url.query()), ('#', url.fragment())] {
        own.extend(part.map(|part| format!("{mark}{part}")));
    }
    own
}

/// Any host will do: only what follows it is used.
fn here() -> Url {
    Url::parse("http://here.invalid/").expect("an address")
}

/// The cookie, as this server's address allows.
struct Cookie {
    name: String,
    attributes: &'static str,
}

impl Cookie {
    fn of(sign_in: &SignIn) -> Self {
        match sign_in.address().scheme() {
            "https" => Self {
                name: format!("__Host-{COOKIE_NAME}"),
                attributes: "Path=/; HttpOnly; SameSite=Lax; Secure",
            },
            _ => Self {
                name: COOKIE_NAME.to_owned(),
                attributes: "Path=/; HttpOnly; SameSite=Lax",
            },
        }
    }

    fn read(&self, request: &HttpRequest) -> Option<String> {
        let texts = request.headers().get_all(COOKIE);
        let texts = texts.filter_map(|value| value.to_str().ok());
        texts
            .flat_map(|text| text.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find_map(|(name, value)| (name == self.name).then(|| value.to_owned()))
    }

    fn set(&self, value: &str) -> String {
        let (name, attributes) = (&self.name, self.attributes);
        let seconds = PATIENCE.num_seconds();
        format!("{name}={value}; Max-Age={seconds}; {attributes}")
    }

    fn end(&self) -> String {
        let (name, attributes) = (&self.name, self.attributes);
        format!("{name}=; Max-Age=0; {attributes}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_back_to_a_page_of_this_server_only() {
        for (text, own) in [
            ("/", "/"),
            (
                "/areas/E06000042?asOf=2030-04-01#money",
                "/areas/E06000042?asOf=2030-04-01#money",
            ),
            ("/areas/../map", "/map"),
            ("/areas?find=milton keynes", "/areas?find=milton%20keynes"),
            ("/sign-in-guide", "/sign-in-guide"),
        ] {
            assert_eq!(own_page(text).as_deref(), Some(own), "{text}");
        }
        let long = format!("/{}", "a".repeat(LONGEST_BACK));
        for text in [
            "",
            "areas",
            "https://evil.example",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "/.//evil.example",
            "/areas/..//evil.example",
            "/%2e//evil.example",
            "javascript:alert(1)",
            " //evil.example",
            "/sign-in",
            "/sign-in?back=/sign-in",
            "/sign-in/openid",
            "/areas/../sign-in/openid?back=/",
            &long,
        ] {
            assert_eq!(own_page(text), None, "{text:?}");
        }
    }
}
