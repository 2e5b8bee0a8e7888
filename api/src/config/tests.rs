use std::{net::SocketAddr, path::Path, time::Duration};

use super::*;

fn texts(pairs: &[(&str, &str)]) -> Texts {
    pairs
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect()
}

fn read(flags: &[(&str, &str)], variables: &[(&str, &str)], file: &str) -> Result<Config, Faults> {
    let mut layers = Layers {
        flags: texts(flags),
        variables: texts(variables),
        ..Layers::default()
    };
    layers.set_file(Path::new("care.toml").to_owned(), file);
    Config::from_layers(layers)
}

fn port(config: &Config) -> u16 {
    config.http.bind.port()
}

#[test]
fn the_defaults_are_as_documented() {
    let config = read(&[], &[], "").unwrap();
    assert_eq!(
        config.http.bind,
        "127.0.0.1:8080".parse::<SocketAddr>().unwrap()
    );
    assert_eq!(config.database.address(), "throughcare.db");
    assert_eq!(config.telemetry.log, "info");
    assert_eq!(config.telemetry.log_format, telemetry::LogFormat::Auto);
    assert_eq!(config.telemetry.otlp_endpoint, None);
    assert_eq!(config.http.metrics, http::Exposure::Local);
    assert_eq!(config.limits.max_page, 200);
    assert_eq!(config.limits.request_time, Duration::from_secs(20));
    assert_eq!(config.auth.keys, Some("throughcare.keys".into()));
    assert_eq!(config.auth.provider, None);

    let page = include_str!("../../../docs/SETTINGS.md");
    for setting in ALL {
        for part in [
            setting.key(),
            setting.flag(),
            setting.variable(),
            setting.default_shown().to_owned(),
        ] {
            assert!(
                page.contains(&format!("`{part}`")),
                "docs/SETTINGS.md does not have `{part}`"
            );
        }
    }
}

#[test]
fn a_flag_goes_before_a_variable_before_the_file_before_the_default() {
    let file = "bind = '127.0.0.1:3'\n[limits]\nmax_page = 30";
    let variables = [("THROUGHCARE_BIND", "127.0.0.1:2")];
    let flags = [("bind", "localhost:1")];
    assert_eq!(port(&read(&flags, &variables, file).unwrap()), 1);
    assert_eq!(port(&read(&[], &variables, file).unwrap()), 2);
    assert_eq!(port(&read(&[], &[], file).unwrap()), 3);
    assert_eq!(
        port(&read(&[], &[("THROUGHCARE_BIND", "")], file).unwrap()),
        3
    );
    assert_eq!(port(&read(&[], &[], "").unwrap()), 8080);
    assert_eq!(read(&flags, &variables, file).unwrap().limits.max_page, 30);
}

#[test]
fn every_fault_is_listed_with_its_place_and_its_remedy() {
    let faults = read(
        &[("bind", "nowhere")],
        &[
            ("THROUGHCARE_MAX_PAGE", "lots"),
            ("THROUGHCARE_LOG_FORMAT", "xml"),
        ],
        "log = 'inof'\ncolour = 'red'\n[limits]\nmax_depth = 0\nmax_rows = 3\nbody_bytes = 1.5",
    )
    .unwrap_err();
    let told = faults.to_string();
    assert!(told.starts_with("8 settings are wrong:"), "{told}");
    for part in [
        "bind (from the flag --bind) is \"nowhere\", which is not an address and a port",
        "limits.max_page (from the variable THROUGHCARE_MAX_PAGE) is \"lots\", not a whole number",
        "log_format (from the variable THROUGHCARE_LOG_FORMAT) is \"xml\"",
        "right: auto, text or json",
        "log (from the file care.toml) has \"inof\", which is not a level",
        "colour (from the file care.toml) is not a setting",
        "limits.max_depth (from the file care.toml) is 0, out of range",
        "right: a whole number from 5 to 30",
        "limits.max_rows (from the file care.toml) is not a setting",
        "limits.body_bytes (from the file care.toml) is a number with a fraction",
    ] {
        assert!(told.contains(part), "{part:?} is missing from\n{told}");
    }
}

#[test]
fn keys_are_beside_the_database_unless_they_are_named() {
    let keys = |file| read(&[], &[], file).unwrap().auth.keys;
    let folder = std::env::temp_dir();
    let database = format!("database = '{}'\n", folder.join("care.db").display());
    assert_eq!(keys(&database), Some(folder.join("throughcare.keys")));
    let named = format!("{database}[auth]\nkeys = 'our.keys'");
    assert_eq!(keys(&named), Some("our.keys".into()));
    assert_eq!(keys("[auth]\nkeys = 'none'"), None);
    assert_eq!(
        keys("database = 'postgres://db/care'"),
        Some("throughcare.keys".into())
    );
}

#[test]
fn a_provider_is_named_in_full_or_not_at_all() {
    let file = "[auth]\njwks = 'https://id.example.org/certs'\nissuer = 'https://id.example.org'\n\
                audience = 'throughcare'\nrole_claim = 'realm_access.roles'\n\
                role_names = 'planner=commissioner'\nleeway_seconds = 5";
    let auth = read(&[], &[], file).unwrap().auth;
    let provider = auth.provider.unwrap();
    assert_eq!(provider.mapping.role, "realm_access.roles");
    assert_eq!(provider.mapping.role_names.len(), 1);
    assert_eq!(auth.leeway.num_seconds(), 5);

    let told = read(&[("issuer", "https://id.example.org")], &[], "")
        .unwrap_err()
        .to_string();
    for part in [
        "auth.jwks (from the default) is not set, and auth.issuer is",
        "auth.audience (from the default) is not set, and auth.issuer is",
        "the name in `aud`",
    ] {
        assert!(told.contains(part), "{part:?} is missing from\n{told}");
    }
    let file = "[auth]\njwks = 'http://id.example.org'\nissuer = 'a b'\naudience = 'x'\n\
                role_names = 'x=boss'\njwks_seconds = 1\nleeway_seconds = 301\nrole_claim = ''";
    let told = read(&[], &[], file).unwrap_err().to_string();
    assert!(told.starts_with("6 settings are wrong:"), "{told}");
}

#[test]
fn a_broken_file_is_named_by_line_and_not_quoted() {
    let told = read(&[], &[], "log = 'info'\ndatabase = 's3cret")
        .unwrap_err()
        .to_string();
    assert!(told.contains("is not TOML at line 2"), "{told}");
    assert!(!told.contains("s3cret"), "{told}");
    let told = read(&[], &[], "limits = 3").unwrap_err().to_string();
    assert!(
        told.contains("limits (from the file care.toml) is a whole number, not a table"),
        "{told}"
    );
}

#[test]
fn a_missing_file_is_a_fault() {
    let told = Config::read(texts(&[("config", "no/such.toml")]), Texts::new()).unwrap_err();
    assert!(
        told.to_string()
            .contains("config (from the flag --config) is no/such.toml"),
        "{told}"
    );
}

#[test]
fn a_variable_that_is_not_ours_is_told_and_no_fault() {
    let config = read(
        &[],
        &[("THROUGHCARE_BNID", "x"), ("THROUGHCARE_CONFIG", "")],
        "",
    )
    .unwrap();
    assert_eq!(config.unknown_variables, ["THROUGHCARE_BNID"]);
}

#[test]
fn a_collector_is_named_by_its_base_and_without_a_password() {
    let endpoint = |text| {
        let read = read(&[("otlp_endpoint", text)], &[], "");
        read.map(|config| config.telemetry.otlp_endpoint)
    };
    for text in [
        "http://localhost:4318",
        "http://localhost:4318/",
        "http://localhost:4318/v1/traces",
    ] {
        let expected = "http://localhost:4318/v1/traces".to_owned();
        assert_eq!(endpoint(text), Ok(Some(expected)), "{text}");
    }
    for text in [
        "localhost:4318",
        "https://",
        "https://ann:s3cret@collector",
        "http://collector/?key=s3cret",
    ] {
        let told = endpoint(text).unwrap_err().to_string();
        assert!(told.contains("telemetry.otlp_endpoint (from"), "{told}");
        assert!(!told.contains("s3cret"), "{told}");
    }
}

#[test]
fn metrics_are_for_a_known_audience() {
    let faults = read(&[("metrics", "everybody")], &[], "").unwrap_err();
    assert!(
        faults.to_string().contains("right: local, open or off"),
        "{faults}"
    );
    let config = read(&[], &[], "[http]\nmetrics = 'off'").unwrap();
    assert_eq!(config.http.metrics, http::Exposure::Off);
}

#[test]
fn who_is_let_in_is_checked_before_anybody_is() {
    let faults = read(
        &[("documents_public", "some"), ("rate_cost", "-1")],
        &[
            ("THROUGHCARE_TRUSTED_PROXIES", "10.0.0.1, proxy"),
            ("THROUGHCARE_DOCUMENTS_FILE", "no/such.json"),
        ],
        "[limits]\nmax_sockets_each = 0\n[http]\ncors_origins = ['https://care.example', '*']",
    );
    let told = faults.unwrap_err().to_string();
    for part in [
        "documents.public (from the flag --documents-public) is \"some\"",
        "right: any or trusted",
        "limits.rate_cost (from the flag --rate-cost) is \"-1\", not a whole number",
        "http.trusted_proxies (from the variable THROUGHCARE_TRUSTED_PROXIES) has \"proxy\"",
        "documents.file (from the variable THROUGHCARE_DOCUMENTS_FILE) is \"no/such.json\"",
        "limits.max_sockets_each (from the file care.toml) is 0, out of range",
        "http.cors_origins (from the file care.toml) has \"*\"; each host is named in full",
    ] {
        assert!(told.contains(part), "{part:?} is missing from\n{told}");
    }
    let page = "https://care.example/page";
    for origins in [page, "care.example", "https://", "https://a b"] {
        assert!(
            read(&[("cors_origins", origins)], &[], "").is_err(),
            "{origins}"
        );
    }
    let file = "[http]\ncors_origins = ['https://Care.example', 'http://localhost:3000']";
    let config = read(&[], &[], file).unwrap();
    let origins = ["https://care.example", "http://localhost:3000"];
    assert_eq!(config.http.cors_origins, origins);
}

#[test]
fn boundaries_are_a_file_or_a_folder_that_is_there() {
    let folder = std::env::temp_dir();
    let file = format!("[dashboard]\nboundaries = '{}'", folder.display());
    assert_eq!(
        read(&[], &[], &file).unwrap().dashboard.boundaries,
        Some(folder)
    );
    assert_eq!(read(&[], &[], "").unwrap().dashboard.boundaries, None);
    let told = read(&[("boundaries", "no/such.geojson")], &[], "")
        .unwrap_err()
        .to_string();
    assert!(
        told.contains("dashboard.boundaries (from the flag --boundaries) is \"no/such.geojson\", which is not there"),
        "{told}"
    );
}

#[test]
fn signing_in_is_set_up_whole_and_its_secret_is_not_printed() {
    let provider = "[auth]\njwks = 'https://id.example.org/certs'\n\
                    issuer = 'https://id.example.org'\naudience = 'throughcare'\n";
    let sign_in = "[sign_in]\naddress = 'https://care.example'\nclient_id = 'care'\n\
                   authorization_endpoint = 'https://id.example.org/auth?tenant=1'\n\
                   token_endpoint = 'http://127.0.0.1:8180/token'\nscopes = 'openid roles'";
    let variables = [("THROUGHCARE_SIGN_IN_CLIENT_SECRET", "s3cret")];
    let config = read(&[], &variables, &format!("{provider}{sign_in}")).unwrap();
    assert!(!format!("{config:?}").contains("s3cret"));
    let set = config.sign_in.unwrap();
    assert_eq!(
        set.client_secret.map(|secret| secret.reveal().to_owned()),
        Some("s3cret".into())
    );
    assert_eq!(set.scopes, ["openid", "roles"]);
    assert_eq!(read(&[], &variables, provider).unwrap().sign_in, None);

    let told = read(&[], &[], sign_in).unwrap_err().to_string();
    assert!(
        told.contains("auth.jwks (from the default) is not set, and sign_in.address is"),
        "{told}"
    );
    let told = read(&[("sign_in_client_id", "care")], &[], provider)
        .unwrap_err()
        .to_string();
    for part in [
        "sign_in.address (from the default) is not set, and sign_in.client_id is",
        "sign_in.authorization_endpoint (from the default) is not set",
        "sign_in.token_endpoint (from the default) is not set",
        "the four of sign_in are given together",
    ] {
        assert!(told.contains(part), "{part:?} is missing from\n{told}");
    }
    for (flag, text) in [
        ("sign_in_address", "https://care.example/app"),
        ("sign_in_address", "http://care.example"),
        ("sign_in_address", "care.example"),
        ("sign_in_token_endpoint", "http://id.example.org/token"),
        (
            "sign_in_token_endpoint",
            "https://ann:s3cret@id.example.org",
        ),
        ("sign_in_authorization_endpoint", "ftp://id.example.org"),
        ("sign_in_client_id", ""),
        ("sign_in_scopes", "profile"),
    ] {
        let all = format!("{provider}{sign_in}");
        let told = read(&[(flag, text)], &[], &all).unwrap_err().to_string();
        assert!(
            told.starts_with("One setting is wrong:"),
            "{flag} {text}: {told}"
        );
        assert!(!told.contains("s3cret"), "{told}");
    }
}
