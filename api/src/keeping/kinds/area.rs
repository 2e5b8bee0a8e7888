//! Areas with their codes, names and parts, and which follows which.

use planning::closed::{AreaKind, Nation, SuccessionKind};
use planning::dates::PartialDate;
use planning::facts::Part;
use planning::table::Ix;
use serde_json::{Map, Value};

use super::coverage::overlap;
use super::nothing_more;
use crate::keeping::Kind;
use crate::keeping::problem::{Problem, ProblemCode};
use crate::keeping::spec::{Children, Field, Look, Shape, Spec, Target};

/// The table of the parts that an area is made of.
pub const PARTS: &str = "area_part";

const FROM: Field = Field::new("validFrom", "valid_from", Shape::Date);
const TO: Field = Field::new("validTo", "valid_to", Shape::Date);

pub const AREA: Spec = Spec {
    kind: Kind::Area,
    fields: &[
        Field::new("kind", "kind", Shape::Code(AreaKind::CODES)).required(),
        Field::new("name", "name", Shape::Text(200)).required(),
        Field::new("nation", "nation", Shape::Code(Nation::CODES)),
        FROM,
        TO,
        Field::new("source", "source_id", Shape::One(Target::Source))
            .required()
            .made_by("newSource", Kind::Source),
    ],
    children: &[
        Children {
            name: "codes",
            table: "area_code",
            parent: "area_id",
            fields: &[
                Field::new("scheme", "scheme", Shape::Code(SCHEMES)).required(),
                Field::new("code", "code", Shape::Text(20)).required(),
                FROM,
                TO,
            ],
        },
        Children {
            name: "otherNames",
            table: "area_name",
            parent: "area_id",
            fields: &[
                Field::new("name", "name", Shape::Text(200)).required(),
                Field::new(
                    "note",
                    "note",
                    Shape::Code(&["former", "short", "spelling", "alternative"]),
                )
                .or("alternative"),
            ],
        },
        Children {
            name: "members",
            table: PARTS,
            parent: "area_id",
            fields: &[
                // Columns of the input, not of the table: `members` makes rows of them.
                Field::new("area", "member", Shape::One(Target::Area)).required(),
                Field::new("share", "share", Shape::Text(20)),
                Field::new("shareUnknown", "share_unknown", Shape::Flag),
                FROM,
                TO,
            ],
        },
    ],
    fixed: &[],
    spans: &[("valid_from", "valid_to")],
    rules,
};

const SCHEMES: &[&str] = &[
    "gss",
    "ods",
    "ndelius",
    "pcc",
    "prison",
    "court",
    "nps_region",
];

pub const SUCCESSION: Spec = Spec {
    kind: Kind::AreaSuccession,
    fields: &[
        Field::new("predecessor", "predecessor_id", Shape::One(Target::Area)).required(),
        Field::new("successor", "successor_id", Shape::One(Target::Area)).required(),
        Field::new("kind", "kind", Shape::Code(SuccessionKind::CODES)).required(),
        Field::new("date", "date", Shape::Date).required(),
    ],
    children: &[],
    fixed: &[],
    spans: &[],
    rules: |look| {
        if look.text("predecessor_id") == look.text("successor_id") {
            return vec![Problem::new(
                "successor",
                ProblemCode::Mismatch,
                "an area cannot follow itself: name another",
            )];
        }
        nothing_more(look)
    },
};

/// The parts that a member brings: those of the area that it names, whole or by a share.
pub fn parts_of_member(
    look: &Look<'_>,
    member: &Map<String, Value>,
) -> Result<Vec<Map<String, Value>>, Problem> {
    let text = |column: &str| member.get(column).and_then(Value::as_str);
    let id = text("member").unwrap_or_default();
    let Some(area) = look.atlas.areas.find(id) else {
        return Ok(Vec::new());
    };
    let is_unknown = member.get("share_unknown").and_then(Value::as_bool) == Some(true);
    let share = text("share").map(millionths).transpose()?;
    if is_unknown && share.is_some() {
        return Err(Problem::new(
            "shareUnknown",
            ProblemCode::Mismatch,
            "give a share, or say that it is unknown, not both",
        ));
    }
    let parts: Vec<Ix<Part>> = look
        .atlas
        .parts_of(area, look.today)
        .map(|m| m.part)
        .collect();
    if parts.is_empty() {
        return Err(Problem::new(
            "area",
            ProblemCode::Mismatch,
            "this area has no parts on record: name districts",
        ));
    }
    let row = |part: Ix<Part>| {
        let part = look.atlas.parts.get(part);
        let residents = match (is_unknown, share) {
            (true, _) => None,
            (false, None) => Some(part.residents),
            // Rounded down: shares of several areas never make more people than there are.
            (false, Some(share)) => Some(part.residents * share / MILLION),
        };
        Map::from_iter([
            ("part_id".to_owned(), Value::from(part.id.clone())),
            ("residents".to_owned(), Value::from(residents)),
            ("valid_from".to_owned(), Value::from(text("valid_from"))),
            ("valid_to".to_owned(), Value::from(text("valid_to"))),
        ])
    };
    Ok(parts.into_iter().map(row).collect())
}

const MILLION: u64 = 1_000_000;

/// A share from 0 to 1, in millionths.
fn millionths(text: &str) -> Result<u64, Problem> {
    let bad = || {
        Problem::new(
            "share",
            ProblemCode::BadValue,
            "write a decimal from 0 to 1 with at most six places, such as 0.25",
        )
    };
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(places) || places.len() > 6 {
        return Err(bad());
    }
    let whole: u64 = whole.parse().map_err(|_| bad())?;
    let places: u64 = format!("{places:0<6}").parse().map_err(|_| bad())?;
    let share = whole.saturating_mul(MILLION).saturating_add(places);
    if share > MILLION {
        return Err(Problem::new(
            "share",
            ProblemCode::OutOfRange,
            format!("{text} is more than all of it: write a share from 0 to 1"),
        ));
    }
    Ok(share)
}

fn rules(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = codes_apart(look);
    problems.extend(codes_its_own(look));
    problems.extend(people_once(look));
    problems
}

type Span = (Option<PartialDate>, Option<PartialDate>);

fn span(row: &Map<String, Value>) -> Span {
    let date = |column: &str| row.get(column)?.as_str()?.parse().ok();
    (date("valid_from"), date("valid_to"))
}

fn list<'a>(look: &'a Look<'_>, name: &str) -> &'a [Map<String, Value>] {
    let found = look.children.iter().find(|(child, _)| *child == name);
    found.map_or(&[], |(_, rows)| rows)
}

/// An area has one code of a scheme at a time.
fn codes_apart(look: &Look<'_>) -> Vec<Problem> {
    let codes = list(look, "codes");
    let mut problems = Vec::new();
    for (at, one) in codes.iter().enumerate() {
        let clash = codes.iter().take(at).find(|other| {
            other.get("scheme") == one.get("scheme") && overlap(span(one), span(other))
        });
        if let Some(other) = clash {
            let code = other
                .get("code")
                .and_then(Value::as_str)
                .unwrap_or_default();
            problems.push(Problem::new(
                format!("codes.{at}.validFrom"),
                ProblemCode::Overlap,
                format!("the area has the code {code} of the same scheme in that time: let one end before the other begins"),
            ));
        }
    }
    problems
}

/// A code of a scheme stands for one area of a kind at a time.
fn codes_its_own(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (at, row) in list(look, "codes").iter().enumerate() {
        let text = |column: &str| row.get(column).and_then(Value::as_str);
        let holder = look.atlas.area_codes.rows().iter().find(|other| {
            let area = look
                .atlas
                .areas
                .find(&other.area)
                .map(|ix| look.atlas.areas.get(ix));
            Some(other.scheme.as_str()) == text("scheme")
                && Some(other.code.as_str()) == text("code")
                && Some(other.area.as_str()) != look.text("id")
                && area.is_some_and(|area| Some(area.kind.code()) == look.text("kind"))
                && overlap(span(row), (other.valid_from, other.valid_to))
        });
        let area = holder.and_then(|other| look.atlas.areas.find(&other.area));
        if let Some(area) = area {
            problems.push(Problem::new(
                format!("codes.{at}.code"),
                ProblemCode::Duplicate,
                format!(
                    "it is the code of {} in that time",
                    look.atlas.areas.get(area).name
                ),
            ));
        }
    }
    problems
}

/// The areas of a kind do not count anybody twice.
fn people_once(look: &Look<'_>) -> Vec<Problem> {
    let own = list(look, "members");
    let lasts = {
        let date = |column: &str| look.text(column).and_then(|text| text.parse().ok());
        (date("valid_from"), date("valid_to"))
    };
    let mut problems = Vec::new();
    for row in own {
        let part = row
            .get("part_id")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let Some(ix) = look.atlas.parts.find(part) else {
            continue;
        };
        let all = look.atlas.parts.get(ix).residents;
        let residents =
            |row: &Map<String, Value>| row.get("residents").and_then(Value::as_u64).unwrap_or(0);
        let ours: u64 = own
            .iter()
            .filter(|other| {
                other.get("part_id") == row.get("part_id") && overlap(span(row), span(other))
            })
            .map(residents)
            .sum();
        let theirs: u64 = look
            .atlas
            .area_parts
            .rows()
            .iter()
            .filter(|other| other.part == part && Some(other.area.as_str()) != look.text("id"))
            .filter(|other| overlap(span(row), (other.valid_from, other.valid_to)))
            .filter(|other| {
                let area = look
                    .atlas
                    .areas
                    .find(&other.area)
                    .map(|ix| look.atlas.areas.get(ix));
                area.is_some_and(|area| {
                    Some(area.kind.code()) == look.text("kind")
                        && overlap(lasts, (area.valid_from, area.valid_to))
                })
            })
            .filter_map(|other| other.residents)
            .sum();
        if ours.saturating_add(theirs) > all {
            problems.push(Problem::new(
                "members",
                ProblemCode::OutOfRange,
                format!(
                    "of the {all} residents of {part}, areas of this kind would hold {}: end the older \
                     area or its membership first, or give a share",
                    ours.saturating_add(theirs)
                ),
            ));
        }
    }
    problems.dedup();
    problems
}
