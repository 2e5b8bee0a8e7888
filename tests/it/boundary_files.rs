//! The boundary files of whoever runs the server, from a folder to a browser.

use std::fs;
use std::path::Path;

use actix_web::test::TestRequest;
use serde_json::json;
use tests::served::{self, Answer};
use throughcare::boundaries;
use throughcare::config::Config;

/// Asks a server with the boundaries of a folder, or without any.
fn send(folder: Option<&Path>, requests: Vec<TestRequest>) -> Vec<Answer> {
    let layers = folder.map(|folder| boundaries::read(folder).expect("good files"));
    served::send(
        Config::for_tests(),
        |state| state.with_boundaries(layers.unwrap_or_default()),
        requests,
    )
}

fn get(path: &str) -> TestRequest {
    TestRequest::get().uri(path)
}

/// A folder with the squares of two boards, and what else their file says of them.
fn folder() -> tempfile::TempDir {
    let square = |x: f64| json!([[[x, 51.0], [x + 0.5, 51.0], [x + 0.5, 51.5], [x, 51.0]]]);
    let board = |code: &str, x: f64| {
        json!({
            "type": "Feature",
            "properties": {"ICB24CD": code, "population": 1_000},
            "geometry": {"type": "Polygon", "coordinates": square(x)},
        })
    };
    let boards = json!({
        "type": "FeatureCollection",
        "features": [board("E54000050", -1.0), board("E54000029", 0.0)],
    });
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("icb24.geojson"), boards.to_string()).expect("a file");
    folder
}

#[test]
fn what_was_given_is_listed_and_served_by_code() {
    let folder = folder();
    let answers = send(
        Some(folder.path()),
        vec![get("/boundaries"), get("/boundaries/icb24.geojson")],
    );
    assert_eq!(
        answers[0].json(),
        json!([{
            "name": "icb24",
            "path": "/boundaries/icb24.geojson",
            "codes": ["E54000029", "E54000050"],
        }])
    );
    let file = &answers[1];
    assert_eq!(
        (file.status, file.header("content-type")),
        (200, "application/geo+json")
    );
    let features = file.json()["features"]
        .as_array()
        .expect("features")
        .clone();
    let properties: Vec<_> = features
        .iter()
        .map(|feature| &feature["properties"])
        .collect();
    assert_eq!(
        properties,
        [&json!({"code": "E54000029"}), &json!({"code": "E54000050"})]
    );
    assert_eq!(
        features[1]["geometry"]["coordinates"][0][0],
        json!([-1.0, 51.0])
    );
    for answer in &answers {
        assert_eq!(answer.header("cache-control"), "no-cache");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        assert!(answer.header("etag").starts_with("W/\""));
    }
}

#[test]
fn a_browser_that_has_it_is_told_so_and_one_that_takes_gzip_gets_it() {
    let folder = folder();
    let path = "/boundaries/icb24.geojson";
    let first = send(Some(folder.path()), vec![get(path)]).remove(0);
    let tag = first.header("etag").to_owned();
    let again = || get(path).insert_header(("accept-encoding", "gzip"));
    let answers = send(
        Some(folder.path()),
        vec![
            get(path).insert_header(("if-none-match", tag.clone())),
            get(path).insert_header(("if-none-match", "W/\"other\"")),
            again(),
        ],
    );
    assert_eq!((answers[0].status, answers[0].body.len()), (304, 0));
    assert_eq!(answers[0].header("etag"), tag);
    assert_eq!((answers[1].status, &answers[1].body), (200, &first.body));
    assert_eq!(answers[2].header("content-encoding"), "gzip");
    assert!(answers[2].body.starts_with(&[0x1f, 0x8b]));
}

#[test]
fn nothing_is_served_that_was_not_given() {
    let outside = "/boundaries/..%2Fsecret.geojson";
    let asked = || {
        vec![
            get("/boundaries"),
            get("/boundaries/icb24.geojson"),
            get(outside),
        ]
    };
    let none = send(None, asked());
    assert_eq!((none[0].status, none[0].json()), (200, json!([])));
    assert_eq!((none[1].status, none[2].status), (404, 404));
    let folder = folder();
    fs::write(folder.path().with_extension("geojson"), "secret").expect("a file");
    let one = send(Some(folder.path()), asked());
    assert_eq!((one[1].status, one[2].status), (200, 404));
    fs::remove_file(folder.path().with_extension("geojson")).expect("its own file");
    let written = TestRequest::post().uri("/boundaries/icb24.geojson");
    assert_eq!(send(Some(folder.path()), vec![written])[0].status, 405);
}
