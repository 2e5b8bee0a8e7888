//! A FeatureCollection of areas: what each feature has to be, and which property names its area.

use std::collections::BTreeSet;

use geojson::{Feature, Geometry, GeometryValue, Position};
use serde_json::{Value, json};

use super::Wrong;

/// Degrees of longitude from the west of St Kilda to the east of Suffolk.
const LONGITUDES: std::ops::RangeInclusive<f64> = -9.0..=2.5;
/// Degrees of latitude from the south of Scilly to the north of Shetland.
const LATITUDES: std::ops::RangeInclusive<f64> = 49.0..=61.5;

const COLLECTION: &str =
    "a GeoJSON FeatureCollection: {\"type\": \"FeatureCollection\", \"features\": […]}";
const DEGREES: &str = "longitude and latitude of Great Britain in degrees (WGS 84), such as \
     [-0.76, 52.04]; ogr2ogr -t_srs EPSG:4326 makes them of the National Grid";
const CODED: &str = "one property whose values are the official codes of the areas, such as \
     E54000050: E, W or K and eight digits, each once";

/// Features that have the shape of an area.
pub struct Collection(Vec<Feature>);

/// The same, by their codes.
pub struct Coded {
    /// The property that holds the codes.
    pub property: String,
    /// The codes, sorted.
    pub codes: Vec<String>,
    /// The collection as text: codes and geometries only.
    pub geojson: String,
}

impl Collection {
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let mut collection: Value = serde_json::from_str(text).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            let wrong = format!("it is not JSON at line {line}, column {column}");
            Wrong::new(wrong, COLLECTION)
        })?;
        match collection["type"].as_str() {
            Some("FeatureCollection") => {}
            Some("Topology") => {
                let right = "GeoJSON; mapshaper -o format=geojson makes it of TopoJSON";
                return Err(Wrong::new("it is TopoJSON", right));
            }
            Some(other) => {
                let other: String = other.chars().take(60).collect();
                return Err(Wrong::new(format!("it is a {other:?}"), COLLECTION));
            }
            None => return Err(Wrong::new("it has no type", COLLECTION)),
        }
        let Value::Array(features) = collection["features"].take() else {
            return Err(Wrong::new("it has no list of features", COLLECTION));
        };
        if features.is_empty() {
            return Err(Wrong::new("it has no features", COLLECTION));
        }
        let features = features.into_iter().enumerate();
        let features = features.map(|(index, value)| {
            let called = called(index, &value);
            feature(value).map_err(|Wrong { wrong, right }| {
                let wrong = format!("{called} {wrong}");
                Wrong { wrong, right }
            })
        });
        features.collect::<Result<_, _>>().map(Self)
    }

    /// Finds the one property whose values are codes, each another.
    pub fn coded(self) -> Result<Coded, Wrong> {
        let names: BTreeSet<&str> = self
            .0
            .iter()
            .flat_map(|feature| feature.properties_iter())
            .map(|(name, _)| name.as_str())
            .collect();
        let candidates: Vec<Candidate> = names
            .into_iter()
            .map(|name| Candidate::new(name, &self.0))
            .collect();
        let good: Vec<_> = candidates
            .iter()
            .filter(|one| one.fault.is_none())
            .collect();
        let property = match good[..] {
            [one] => one.name.to_owned(),
            [] => return Err(uncoded(&candidates)),
            _ => {
                let names: Vec<_> = good.iter().map(|one| one.name).collect();
                let names = names.join(", ");
                let wrong = format!("several properties hold codes in every feature: {names}");
                return Err(Wrong::new(wrong, format!("{CODED}; take out the others")));
            }
        };
        Ok(self.by(property))
    }

    fn by(self, property: String) -> Coded {
        let mut features: Vec<(String, Value)> = self
            .0
            .into_iter()
            .map(|feature| {
                let code = code(&feature, &property).unwrap_or_default().to_owned();
                let feature = json!({
                    "type": "Feature",
                    "properties": { "code": code },
                    "geometry": feature.geometry,
                });
                (code, feature)
            })
            .collect();
        features.sort_by(|(a, _), (b, _)| a.cmp(b));
        let (codes, features): (Vec<_>, Vec<_>) = features.into_iter().unzip();
        let geojson = json!({ "type": "FeatureCollection", "features": features });
        Coded {
            property,
            codes,
            geojson: geojson.to_string(),
        }
    }
}

/// A property that might hold the codes.
struct Candidate<'a> {
    name: &'a str,
    /// How many features have a code there.
    count: usize,
    /// The first thing that is wrong with it; `None`: it holds a code of its own for each feature.
    fault: Option<String>,
}

impl<'a> Candidate<'a> {
    fn new(name: &'a str, features: &'a [Feature]) -> Self {
        let (mut count, mut fault, mut seen) = (0, None, BTreeSet::new());
        for (index, feature) in features.iter().enumerate() {
            let wrong = match (code(feature, name), feature.property(name)) {
                (Some(code), _) => {
                    count += 1;
                    (!seen.insert(code)).then(|| format!("has {code}, as another before it"))
                }
                (None, None | Some(Value::Null)) => Some("has none".to_owned()),
                (None, Some(value)) => {
                    let value: String = value.to_string().chars().take(60).collect();
                    Some(format!("has {value}"))
                }
            };
            let wrong = wrong.map(|wrong| format!("feature {} {wrong}", index + 1));
            fault = fault.or(wrong);
        }
        Self { name, count, fault }
    }
}

/// No property will do: says what is wrong with the one that is nearest to it.
fn uncoded(candidates: &[Candidate]) -> Wrong {
    // Of several the first by name.
    let nearest = candidates.iter().rev().max_by_key(|one| one.count);
    let wrong = match nearest {
        Some(Candidate {
            name,
            fault: Some(fault),
            count,
        }) if *count > 0 => {
            format!("no property holds the code of every area: {name:?} comes nearest, but {fault}")
        }
        _ => "no property of its features holds official codes".to_owned(),
    };
    Wrong::new(wrong, CODED)
}

/// The official code in this property.
fn code<'a>(feature: &'a Feature, property: &str) -> Option<&'a str> {
    feature
        .property(property)
        .and_then(Value::as_str)
        .filter(|text| is_code(text))
}

fn is_code(text: &str) -> bool {
    text.len() == 9
        && text.starts_with(['E', 'W', 'K'])
        && text.bytes().skip(1).all(|byte| byte.is_ascii_digit())
}

/// A feature by its place, and by the first code in it.
fn called(index: usize, value: &Value) -> String {
    let properties = value["properties"].as_object();
    let mut values = properties.into_iter().flat_map(|all| all.values());
    let code = values.find_map(|value| value.as_str().filter(|text| is_code(text)));
    let code = code.map(|code| format!(" ({code})")).unwrap_or_default();
    format!("feature {}{code}", index + 1)
}

fn feature(value: Value) -> Result<Feature, Wrong> {
    let mut feature: Feature = serde_json::from_value(value)
        .map_err(|error| Wrong::new(format!("is no feature: {error}"), COLLECTION))?;
    let right = "a Polygon or a MultiPolygon, the boundary of an area";
    let geometry = feature.geometry.take();
    let value = geometry
        .ok_or_else(|| Wrong::new("has no geometry", right))?
        .value;
    let value = match value {
        GeometryValue::Polygon { coordinates } => GeometryValue::Polygon {
            coordinates: polygon(coordinates)?,
        },
        GeometryValue::MultiPolygon { coordinates } if !coordinates.is_empty() => {
            let polygons = coordinates.into_iter().map(polygon);
            GeometryValue::MultiPolygon {
                coordinates: polygons.collect::<Result<_, _>>()?,
            }
        }
        GeometryValue::MultiPolygon { .. } => {
            return Err(Wrong::new("is a MultiPolygon without a polygon", right));
        }
        other => return Err(Wrong::new(format!("is a {}", other.type_name()), right)),
    };
    // Nothing else of it is kept: neither boxes nor members of others' making.
    feature.geometry = Some(Geometry::new(value));
    Ok(feature)
}

fn polygon(rings: Vec<Vec<Position>>) -> Result<Vec<Vec<Position>>, Wrong> {
    if rings.is_empty() {
        let right = "a Polygon of one ring or more";
        return Err(Wrong::new("has a polygon without a ring", right));
    }
    rings.into_iter().map(ring).collect()
}

fn ring(positions: Vec<Position>) -> Result<Vec<Position>, Wrong> {
    let positions: Vec<Position> = positions
        .into_iter()
        .map(position)
        .collect::<Result<_, _>>()?;
    if positions.len() < 4 || positions.first() != positions.last() {
        let right = "rings of four positions or more, of which the last is the first";
        return Err(Wrong::new("has a ring that is not closed", right));
    }
    Ok(positions)
}

/// Longitude and latitude; a height is left out.
fn position(position: Position) -> Result<Position, Wrong> {
    match position.as_slice() {
        &[x, y, ..] if LONGITUDES.contains(&x) && LATITUDES.contains(&y) => Ok([x, y].into()),
        &[x, y, ..] if LONGITUDES.contains(&y) && LATITUDES.contains(&x) => {
            let wrong = format!("has the position [{x}, {y}], which is the wrong way round");
            Err(Wrong::new(wrong, DEGREES))
        }
        other => {
            let wrong = format!("has the position {other:?}, which is not in Great Britain");
            Err(Wrong::new(wrong, DEGREES))
        }
    }
}

#[cfg(test)]
mod tests;
