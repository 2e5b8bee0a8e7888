use super::*;

/// A square of this corner, as the coordinates of a polygon.
fn square(x: f64, y: f64) -> Value {
    json!([[
        [x, y],
        [x + 0.1, y],
        [x + 0.1, y + 0.1],
        [x, y + 0.1],
        [x, y]
    ]])
}

fn area(properties: Value, coordinates: Value) -> Value {
    let geometry = json!({ "type": "Polygon", "coordinates": coordinates });
    json!({ "type": "Feature", "properties": properties, "geometry": geometry })
}

fn of(features: Value) -> Result<Coded, Wrong> {
    let collection = json!({ "type": "FeatureCollection", "features": features });
    Collection::parse(&collection.to_string())?.coded()
}

fn told(features: Value) -> String {
    let Wrong { wrong, right } = of(features).err().expect("a reason");
    format!("{wrong} | {right}")
}

#[test]
fn of_each_area_its_code_and_its_geometry_are_left() {
    let mut first = area(
        json!({"CODE": "W11000023", "NAME": "A", "POP": 3}),
        square(-3.0, 52.0),
    );
    first["id"] = json!(7);
    first["bbox"] = json!([-3.0, 52.0, -2.9, 52.1]);
    first["geometry"]["crs"] = json!("mine");
    let two = json!([
        square(-1.0, 51.0),
        [[[0, 51, 90], [1, 51, 90], [1, 52.5, 0], [0, 51, 90]]]
    ]);
    let second = json!({
        "type": "Feature",
        "properties": {"CODE": "E54000050", "REGION": "E40000003"},
        "geometry": {"type": "MultiPolygon", "coordinates": two},
    });
    let coded = of(json!([first, second])).unwrap_or_else(|wrong| panic!("{wrong:?}"));
    assert_eq!(coded.property, "CODE");
    assert_eq!(coded.codes, ["E54000050", "W11000023"]);
    let read: Value = serde_json::from_str(&coded.geojson).unwrap();
    assert_eq!(read["type"], "FeatureCollection");
    let flat = json!([[0.0, 51.0], [1.0, 51.0], [1.0, 52.5], [0.0, 51.0]]);
    assert_eq!(
        read["features"][0]["geometry"]["coordinates"][1][0], flat,
        "without heights"
    );
    assert_eq!(
        read["features"][1],
        json!({
            "type": "Feature",
            "properties": {"code": "W11000023"},
            "geometry": {"type": "Polygon", "coordinates": square(-3.0, 52.0)},
        })
    );
}

#[test]
fn what_is_no_collection_is_told_what_would_be() {
    for (text, part) in [
        ("", "is not JSON at line 1"),
        ("{\"type\": 1", "is not JSON at line 1, column 10"),
        ("[]", "has no type"),
        ("{\"type\": \"Feature\"}", "is a \"Feature\""),
        ("{\"type\": \"Topology\"}", "is TopoJSON"),
        (
            "{\"type\": \"FeatureCollection\"}",
            "has no list of features",
        ),
        (
            "{\"type\": \"FeatureCollection\", \"features\": []}",
            "has no features",
        ),
    ] {
        let Wrong { wrong, right } = Collection::parse(text).err().expect("a reason");
        assert!(wrong.contains(part), "{text}: {wrong}");
        assert!(right.contains("GeoJSON"), "{text}: {right}");
    }
}

#[test]
fn a_feature_that_is_no_area_is_named() {
    let good = || area(json!({"code": "E54000029"}), square(0.0, 51.5));
    let bad = |geometry: Value| {
        let feature = json!({
            "type": "Feature", "properties": {"code": "E54000030"}, "geometry": geometry,
        });
        told(json!([good(), feature]))
    };
    let polygon = |coordinates: Value| bad(json!({"type": "Polygon", "coordinates": coordinates}));
    for (told, part) in [
        (
            bad(Value::Null),
            "feature 2 (E54000030) has no geometry | a Polygon or a",
        ),
        (
            bad(json!({"type": "Point", "coordinates": [0, 51]})),
            "(E54000030) is a Point | a Poly",
        ),
        (
            bad(json!({"type": "MultiPolygon", "coordinates": []})),
            "without a polygon",
        ),
        (
            bad(json!({"type": "Polygon"})),
            "feature 2 (E54000030) is no feature: ",
        ),
        (
            bad(json!({"type": "Polygon", "coordinates": [[["0", 51]]]})),
            "is no feature: ",
        ),
        (polygon(json!([])), "has a polygon without a ring"),
        (
            polygon(json!([[[0, 51], [1, 51], [1, 52], [0, 52]]])),
            "a ring that is not closed",
        ),
        (
            polygon(json!([[[0, 51], [1, 51], [0, 51]]])),
            "a ring that is not closed",
        ),
        (
            polygon(square(485_000.0, 238_000.0)),
            "[485000.0, 238000.0], which is not in Great",
        ),
        (
            polygon(square(52.0, -0.7)),
            "[52, -0.7], which is the wrong way round | longitude and",
        ),
        (
            polygon(square(2.6, 51.0)),
            "not in Great Britain | longitude and latitude",
        ),
    ] {
        assert!(told.contains(part), "{part:?} is missing from {told}");
    }
    assert!(told(json!([good(), {"type": "Polygon", "coordinates": []}])).contains("feature 2 is"));
    assert!(told(json!([null])).starts_with("feature 1 is no feature"));
}

#[test]
fn one_property_holds_the_code_of_every_area() {
    let two = |one: Value, other: Value| {
        told(json!([
            area(one, square(0.0, 51.5)),
            area(other, square(-1.0, 51.5))
        ]))
    };
    for (told, part) in [
        (
            two(json!({"name": "London"}), json!({"name": "Kent"})),
            "no property of its features holds official codes | one property whose",
        ),
        (
            two(
                json!({"code": "E54000029", "ods": "QMF"}),
                json!({"code": "S12000005"}),
            ),
            "\"code\" comes nearest, but feature 2 has \"S12000005\" | one property",
        ),
        (
            two(json!({"code": "E54000029"}), json!({"name": "Kent"})),
            "\"code\" comes nearest, but feature 2 has none",
        ),
        (
            two(json!({"code": "E54000029"}), json!({"code": "E54000029"})),
            "\"code\" comes nearest, but feature 2 has E54000029, as another before it",
        ),
        (
            two(json!({"code": "E5400002"}), json!({"code": "e54000029"})),
            "no property of its features holds official codes",
        ),
        (
            two(
                json!({"new": "E54000029", "old": "E54000001"}),
                json!({"new": "E54000030", "old": "E54000002"}),
            ),
            "several properties hold codes in every feature: new, old | one property",
        ),
    ] {
        assert!(told.contains(part), "{part:?} is missing from {told}");
    }
}
