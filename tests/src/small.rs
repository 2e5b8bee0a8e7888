//! A register of a few rows, for tests that write: six districts in two integrated care boards and
//! two police forces that do not share their border, four offers, five bodies, four services.
//!
//! It is written through the store with its history, so that a replay from nothing gives it.

use entity::*;
use planning::atlas::PEOPLE_MEASURE;
use serde_json::{Value, json};
use throughcare::auth::{Permit, policy};
use throughcare::clock::Clock;
use throughcare::store::{Occasion, Record, Store, Writing};

use crate::app::clock;

/// Districts with their people, board and police force.
pub const DISTRICTS: [(&str, i64, &str, &str); 6] = [
    ("d1", 100, "icb:a", "police_force:x"),
    ("d2", 200, "icb:a", "police_force:x"),
    ("d3", 300, "icb:a", "police_force:y"),
    ("d4", 400, "icb:b", "police_force:y"),
    ("d5", 500, "icb:b", "police_force:y"),
    ("d6", 600, "icb:b", "police_force:y"),
];

/// Fills a migrated database without a row.
pub async fn fill(store: &Store) {
    let occasion = Occasion {
        reason: "a small register".to_owned(),
        at: clock().now(),
    };
    let mut writing = store.write(occasion).await.expect("a change to begin");
    areas(&mut writing).await;
    vocabulary(&mut writing).await;
    bodies(&mut writing).await;
    services(&mut writing).await;
    belongings(&mut writing).await;
    writing.commit().await.expect("the small register");
}

/// Writes rows given as JSON, without what stands on every row.
async fn make<R: Record>(writing: &mut Writing, rows: Vec<Value>) {
    let permit: Permit = policy::starter("harness");
    let rows = rows.into_iter().map(|mut row| {
        row["origin"] = json!("user");
        row["fingerprint"] = json!("");
        row["version"] = json!(1);
        serde_json::from_value(row).expect("a row of its table")
    });
    let rows: Vec<R> = rows.collect();
    writing.create(&permit, rows).await.expect("rows to go in");
}

async fn areas(writing: &mut Writing) {
    let source = json!({ "id": "atlas-of-nowhere", "title": "An atlas of nowhere" });
    make::<source::Model>(writing, vec![source]).await;
    let area = |id: &str, kind: &str| {
        json!({ "id": id, "kind": kind, "name": format!("Area {id}"), "nation": "England",
                "source_id": "atlas-of-nowhere" })
    };
    let homes = ["icb:a", "icb:b", "police_force:x", "police_force:y"];
    let mut rows: Vec<Value> = DISTRICTS
        .iter()
        .map(|(id, ..)| area(id, "district"))
        .collect();
    rows.extend(homes.map(|id| area(id, id.split(':').next().unwrap_or_default())));
    rows.push(area("prison:p", "prison"));
    make::<area::Model>(writing, rows.clone()).await;
    let codes = rows.iter().map(|row| {
        let id = row["id"].as_str().unwrap_or_default();
        json!({ "id": format!("{id}/gss"), "area_id": id, "scheme": "gss",
                "code": id.replace(':', "").to_uppercase() })
    });
    make::<area_code::Model>(writing, codes.collect()).await;
    let parts = DISTRICTS.map(|(id, people, ..)| {
        json!({ "id": format!("part-{id}"), "district_id": id, "residents_2021": people })
    });
    make::<district_part::Model>(writing, parts.to_vec()).await;
    let members = DISTRICTS.iter().flat_map(|(id, people, board, force)| {
        [*id, *board, *force].map(|area| {
            json!({ "id": format!("{area}/{id}"), "area_id": area,
                    "part_id": format!("part-{id}"), "residents": people })
        })
    });
    make::<area_part::Model>(writing, members.collect()).await;
    let people = DISTRICTS.map(|(id, people, ..)| {
        json!({ "id": format!("{id}/people"), "area_id": id, "measure": PEOPLE_MEASURE,
                "group_code": "all", "count": people, "source_id": "atlas-of-nowhere" })
    });
    make::<population::Model>(writing, people.to_vec()).await;
    let place = json!({ "id": "prison:p/place", "area_id": "prison:p", "district_id": "d4",
                        "police_force_id": "police_force:y", "placed_by": "postcode" });
    make::<place::Model>(writing, vec![place]).await;
}

async fn vocabulary(writing: &mut Writing) {
    let cohorts = [
        ("all", "any", false),
        ("men", "male", false),
        ("women", "female", false),
        ("veterans", "any", true),
    ];
    let cohorts = cohorts
        .map(|(id, sex, narrow)| json!({ "id": id, "name": id, "sex": sex, "narrow": narrow }));
    make::<cohort::Model>(writing, cohorts.to_vec()).await;
    let group = json!({ "id": "group", "label": "A census group" });
    make::<census_group::Model>(writing, vec![group]).await;
    let community = json!({ "id": "community", "name": "A community",
                            "census_groups": "group", "note": "Made up." });
    make::<community::Model>(writing, vec![community]).await;
    let offers = [
        ("liaison", "police_custody;court", "low"),
        ("mhtr", "community_sentence", "treatment"),
        ("reconnect", "release_day;post_release", "signposting"),
        ("talking", "custody", "treatment"),
    ];
    let offers = offers.map(|(id, stages, intensity)| {
        json!({ "id": id, "name": format!("Offer {id}"), "kind": "service",
                "description": "Made up.", "stages": stages, "intensity": intensity,
                "cohort": "all", "geography": "district;icb;police_force;prison",
                "nations": "England;Wales", "families": "", "family_role": "own",
                "counts_as_treatment": true, "system_numbers": "", "vocabulary_version": "small" })
    });
    make::<offer::Model>(writing, offers.to_vec()).await;
}

async fn bodies(writing: &mut Writing) {
    let bodies = [
        ("body:a", "icb"),
        ("body:b", "icb"),
        ("body:trust", "nhs_trust"),
        ("body:charity", "vcse"),
        ("body:funder", "funder"),
    ];
    let bodies =
        bodies.map(|(id, kind)| json!({ "id": id, "name": format!("The {id}"), "kind": kind }));
    make::<body::Model>(writing, bodies.to_vec()).await;
}

/// Each row that may be hidden rests on evidence and a source of its own, whose words name it.
async fn evidence(writing: &mut Writing, rows: &[Value]) {
    let id = |row: &Value| row["id"].as_str().unwrap_or_default().to_owned();
    let sources = rows.iter().map(|row| {
        json!({ "id": format!("source/{}", id(row)), "title": format!("Source of {}", id(row)),
                "date": "2026-01-01" })
    });
    make::<source::Model>(writing, sources.collect()).await;
    let evidence = rows.iter().map(|row| {
        json!({ "id": format!("evidence/{}", id(row)), "source_id": format!("source/{}", id(row)),
                "grade": "official_register", "asserted_by": "commissioner",
                "confidence": "high", "statement": format!("Statement about {}", id(row)),
                "starter_table": "small", "starter_row": id(row) })
    });
    make::<entity::evidence::Model>(writing, evidence.collect()).await;
}

fn resting(rows: Vec<Value>) -> Vec<Value> {
    let on_evidence = |mut row: Value| {
        row["evidence_id"] = json!(format!(
            "evidence/{}",
            row["id"].as_str().unwrap_or_default()
        ));
        row
    };
    rows.into_iter().map(on_evidence).collect()
}

async fn services(writing: &mut Writing) {
    let service = |id: &str, visibility: &str, owner: Option<&str>, part_of: Option<&str>| {
        json!({ "id": id, "title": format!("Title of {id}"), "cohort_id": "all",
                "part_of_id": part_of, "visibility": visibility, "owner_id": owner })
    };
    let rows = vec![
        service("service:s1", "public", None, None),
        service("service:s2", "public", Some("body:b"), None),
        service("service:s3", "restricted", Some("body:a"), None),
        service("service:s4", "private", Some("body:b"), Some("service:s2")),
    ];
    make::<service::Model>(writing, rows).await;
    let parts = [
        ("s1", "body:a", "commissioner"),
        ("s1", "body:trust", "provider"),
        ("s2", "body:b", "commissioner"),
        ("s2", "body:charity", "provider"),
        ("s2", "body:funder", "funder"),
        ("s3", "body:a", "commissioner"),
        ("s3", "body:charity", "provider"),
        ("s4", "body:b", "commissioner"),
        ("s4", "body:trust", "provider"),
    ];
    let parts = parts.map(|(service, body, role)| {
        json!({ "id": format!("service:{service}/{body}/{role}"),
                "service_id": format!("service:{service}"), "body_id": body, "role": role })
    });
    make::<service_body::Model>(writing, parts.to_vec()).await;
}

async fn belongings(writing: &mut Writing) {
    let record = |id: &str, of: Option<&str>, offer: &str, area: &str, seen: &str, owner: &str| {
        json!({ "id": id, "service_id": of, "offer_id": offer, "area_id": area,
                "cohort_id": "all", "status": if of.is_some() { "live" } else { "absent" },
                "starts_on": "2025-04-01", "visibility": seen,
                "owner_id": (!owner.is_empty()).then_some(owner) })
    };
    let (s1, s2) = (Some("service:s1"), Some("service:s2"));
    let (s3, s4) = (Some("service:s3"), Some("service:s4"));
    let records = resting(vec![
        record("coverage:c1", s1, "liaison", "d1", "public", ""),
        record("coverage:c2", s2, "mhtr", "police_force:y", "public", ""),
        record(
            "coverage:c3",
            s3,
            "reconnect",
            "icb:a",
            "restricted",
            "body:a",
        ),
        record("coverage:c4", s4, "talking", "prison:p", "public", ""),
        record("coverage:c5", s1, "mhtr", "d2", "private", "body:a"),
        record("coverage:c6", None, "liaison", "d6", "public", ""),
        record(
            "coverage:c7",
            None,
            "reconnect",
            "d5",
            "restricted",
            "body:b",
        ),
    ]);
    evidence(writing, &records).await;
    make::<coverage::Model>(writing, records).await;
    let contract = |id: &str, of: &str, part_of: Option<&str>, seen: &str, owner: Option<&str>| {
        json!({ "id": id, "service_id": of, "reference": format!("Reference of {id}"),
                "status": "live", "starts_on": "2025-04-01", "ends_on": "2028-03-31",
                "value_pence": 1_000, "value_basis": "full term", "vat": "not_stated",
                "part_of_id": part_of, "visibility": seen, "owner_id": owner })
    };
    let (a, b) = (Some("body:a"), Some("body:b"));
    let contracts = resting(vec![
        contract("contract:k1", "service:s1", None, "public", None),
        contract(
            "contract:k2",
            "service:s1",
            Some("contract:k1"),
            "private",
            a,
        ),
        contract("contract:k3", "service:s3", None, "public", None),
        contract("contract:k4", "service:s4", None, "private", b),
    ]);
    evidence(writing, &contracts).await;
    make::<contract::Model>(writing, contracts).await;
    let claim =
        |id: &str, of: Option<&str>, body: Option<&str>, seen: &str, owner: Option<&str>| {
            json!({ "id": id, "service_id": of, "body_id": body, "kind": "faith_based",
                "communities": "community", "communities_as_stated": format!("Words of {id}"),
                "works_with_justice": "yes", "status": "live", "is_provision": true,
                "visibility": seen, "owner_id": owner })
        };
    let claims = resting(vec![
        claim("claim:m1", None, Some("body:charity"), "public", None),
        claim("claim:m2", s1, None, "restricted", a),
        claim("claim:m3", s4, None, "public", None),
        claim("claim:m4", None, Some("body:trust"), "private", b),
    ]);
    evidence(writing, &claims).await;
    make::<entity::claim::Model>(writing, claims).await;
    let stream = |id: &str, seen: &str, owner: Option<&str>| {
        json!({ "id": id, "name": format!("Name of {id}"), "funder_id": "body:funder",
                "purpose": "Made up.", "area_id": "icb:a", "cohort_id": "all",
                "ring_fenced": "no", "recurrent": "yes", "inside_mhis": "not_stated",
                "amount_pence": 5_000, "visibility": seen, "owner_id": owner })
    };
    let streams = resting(vec![
        stream("funding_stream:f1", "public", None),
        stream("funding_stream:f2", "restricted", Some("body:funder")),
        stream("funding_stream:f3", "private", b),
    ]);
    evidence(writing, &streams).await;
    make::<funding_stream::Model>(writing, streams).await;
    let search = json!({ "id": "search:l1", "offer_id": "talking", "area_id": "d1",
                         "what_was_searched": "Web pages.", "searched_on": "2026-02-01" });
    make::<search::Model>(writing, vec![search]).await;
    let told = |row: &str, kind: &str, id: &str| {
        json!({ "id": format!("starter:{row}"), "table_name": "small", "row_id": row,
                "outcome": "merged", "record_kind": kind, "record_id": id,
                "reason": format!("It says what {id} says") })
    };
    let rows = vec![
        told("one", "coverage", "coverage:c1"),
        told("two", "service", "service:s3"),
        told("three", "coverage", "coverage:c5"),
        told("four", "claim", "claim:m4"),
    ];
    make::<starter_row::Model>(writing, rows).await;
}
