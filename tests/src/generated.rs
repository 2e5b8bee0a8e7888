//! A register ten times the field's size, for benchmarks: the real areas and
//! offers with made-up services, the same on every run.

use entity::{coverage, evidence, service, service_body, source};
use planning::atlas::Atlas;
use planning::closed::AreaKind;
use sea_orm::{ConnectionTrait, Database, EntityTrait, IntoActiveModel, TransactionTrait};

/// Services to make.
pub const SERVICES: usize = 10_000;
/// Coverage records to make for each.
pub const RECORDS_EACH: usize = 10;
const CHUNK: usize = 500;

/// A small generator of numbers, seeded: the same on every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        // xorshift64*, enough to spread rows over areas and offers.
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).unwrap_or(0) % limit.max(1)
    }
}

/// Writes the services into a database that holds the reference tables.
pub async fn fill(address: &str, atlas: &Atlas) {
    let day = "2026-11-22".parse().expect("a day");
    let areas: Vec<String> = [AreaKind::District, AreaKind::PoliceForce, AreaKind::Icb]
        .iter()
        .flat_map(|kind| atlas.areas_of_kind(*kind, day))
        .map(|(_, area)| area.id.clone())
        .collect();
    let offers: Vec<String> = atlas.offers.iter().map(|(_, o)| o.id.clone()).collect();
    let bodies: Vec<String> = atlas.bodies.iter().map(|(_, b)| b.id.clone()).collect();
    let db = Database::connect(address).await.expect("the database");
    let txn = db.begin().await.expect("a transaction");
    let mut numbers = Numbers(20_261_122);
    insert(&txn, vec![a_source()]).await;
    for start in (0..SERVICES).step_by(CHUNK) {
        let range = start..(start + CHUNK).min(SERVICES);
        insert(&txn, range.clone().map(an_evidence).collect()).await;
        insert(&txn, range.clone().map(a_service).collect()).await;
        insert(
            &txn,
            range
                .clone()
                .map(|n| a_part(n, "provider", &bodies[numbers.below(bodies.len())]))
                .collect(),
        )
        .await;
        insert(
            &txn,
            range
                .clone()
                .map(|n| a_part(n, "commissioner", &bodies[numbers.below(bodies.len())]))
                .collect(),
        )
        .await;
        for record in 0..RECORDS_EACH {
            insert(
                &txn,
                range
                    .clone()
                    .map(|n| {
                        let area = &areas[numbers.below(areas.len())];
                        let offer = &offers[numbers.below(offers.len())];
                        a_record(n, record, area, offer, numbers.below(10))
                    })
                    .collect(),
            )
            .await;
        }
    }
    txn.commit().await.expect("the rows to be written");
    db.close().await.expect("the connection to close");
}

async fn insert<C, M>(db: &C, rows: Vec<M>)
where
    C: ConnectionTrait,
    M: IntoActiveModel<<<M as sea_orm::ModelTrait>::Entity as GeneratedEntity>::Active>
        + sea_orm::ModelTrait,
    <M as sea_orm::ModelTrait>::Entity: GeneratedEntity,
    <<M as sea_orm::ModelTrait>::Entity as GeneratedEntity>::Active:
        sea_orm::ActiveModelTrait<Entity = <M as sea_orm::ModelTrait>::Entity>,
{
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    <M as sea_orm::ModelTrait>::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await
        .expect("the rows to go in");
}

/// Ties an entity to its active model.
pub trait GeneratedEntity: EntityTrait {
    /// The active model.
    type Active;
}

macro_rules! generated {
    ($($table:ident),+) => {
        $(impl GeneratedEntity for $table::Entity { type Active = $table::ActiveModel; })+
    };
}
generated!(coverage, evidence, service, service_body, source);

const ORIGIN: &str = "generated";

fn a_source() -> source::Model {
    source::Model {
        id: "generated".to_owned(),
        origin: ORIGIN.to_owned(),
        fingerprint: String::new(),
        version: 1,
        title: "Generated for a benchmark".to_owned(),
        url: None,
        publisher: None,
        licence: None,
        vintage: None,
        date: Some("2026-01".to_owned()),
        note: None,
    }
}

fn an_evidence(n: usize) -> evidence::Model {
    evidence::Model {
        as_of: None,
        review_on: None,
        asserter_id: None,
        id: format!("evidence:generated:{n}"),
        origin: ORIGIN.to_owned(),
        fingerprint: String::new(),
        version: 1,
        source_id: "generated".to_owned(),
        grade: "official_register".to_owned(),
        asserted_by: "commissioner".to_owned(),
        confidence: "high".to_owned(),
        statement: String::new(),
        starter_table: "generated".to_owned(),
        starter_row: n.to_string(),
    }
}

fn a_service(n: usize) -> service::Model {
    service::Model {
        visibility: "public".to_owned(),
        owner_id: None,
        id: format!("service:generated:{n}"),
        origin: ORIGIN.to_owned(),
        fingerprint: String::new(),
        version: 1,
        title: format!("Generated service {n}"),
        cohort_id: "all".to_owned(),
        part_of_id: None,
    }
}

fn a_part(n: usize, role: &str, body: &str) -> service_body::Model {
    service_body::Model {
        id: format!("service:generated:{n}/{role}"),
        origin: ORIGIN.to_owned(),
        fingerprint: String::new(),
        version: 1,
        service_id: format!("service:generated:{n}"),
        body_id: body.to_owned(),
        role: role.to_owned(),
    }
}

fn a_record(n: usize, record: usize, area: &str, offer: &str, kind: usize) -> coverage::Model {
    let status = match kind {
        0..=6 => "live",
        7 => "planned",
        8 => "ended",
        _ => "unclear",
    };
    coverage::Model {
        visibility: "public".to_owned(),
        owner_id: None,
        id: format!("coverage:generated:{n}/{record}"),
        origin: ORIGIN.to_owned(),
        fingerprint: String::new(),
        version: 1,
        service_id: Some(format!("service:generated:{n}")),
        offer_id: offer.to_owned(),
        area_id: area.to_owned(),
        cohort_id: ["all", "men", "women"][record % 3].to_owned(),
        status: status.to_owned(),
        starts_on: Some(format!("20{:02}-04-01", 20 + n % 8)),
        ends_on: record
            .is_multiple_of(2)
            .then(|| format!("20{:02}-03-31", 28 + n % 6)),
        base_ends_on: None,
        stages: None,
        intensity: None,
        evidence_id: format!("evidence:generated:{n}"),
    }
}
