//! What is told of the past, of proposals and of money, and to whom.

use std::sync::OnceLock;

use async_graphql::{Request, Variables};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use tests::app::run;
use tests::db::Engine;
use tests::{Reply, TestApp};
use throughcare::auth::{Role, Viewer};
use throughcare::graphql::id::NodeType;
use throughcare::keeping::{Ask, Kind, Wish};

/// A register in which a service was renamed, hidden for a while, and shown again, with a stream
/// of each visibility, one stream archived, and a proposal.
struct Written {
    test: TestApp,
    /// The register before anything was written.
    start: u64,
    service: String,
    title: String,
    streams: Vec<String>,
}

const OWNER: &str = "owner";
const PARTNER: &str = "partner";
const STRANGER: &str = "stranger";

impl Written {
    fn viewer(&self, name: &str) -> Viewer {
        let atlas = self.test.atlas();
        let service = atlas.services.find(&self.service).expect("the service");
        let part = atlas.bodies_of_service(service)[0];
        let partner = atlas.service_bodies.get(part).body.clone();
        let (role, body) = match name {
            "public" => return Viewer::public(),
            "admin" => (Role::Admin, None),
            "analyst" => (Role::Analyst, None),
            OWNER => (Role::Commissioner, Some(owner_of(&self.test, &partner))),
            PARTNER => (Role::Provider, Some(partner)),
            _ => (Role::Provider, None),
        };
        viewer(name, role, body)
    }

    fn ask(&self, name: &str, query: &str) -> Reply {
        Reply(run(self
            .test
            .app
            .execute(Request::new(query), self.viewer(name))))
    }

    fn service_id(&self) -> String {
        let query = format!(
            "{{ services(filter: {{title: {{eq: {}}}}}) {{ nodes {{ id }} }} }}",
            json!("Open title")
        );
        let id = self.ask("public", &query).at("/services/nodes/0/id");
        id.as_str().expect("an id").to_owned()
    }

    /// `before>after` of every change of the title that somebody is told of, newest first.
    fn titles(&self, name: &str) -> Vec<String> {
        let query = format!(
            "{{ history(node: {}, first: 100) {{ nodes {{ nodeKind fields {{ field before after }} }} }} }}",
            json!(self.service_id())
        );
        let nodes = self.ask(name, &query).at("/history/nodes");
        let fields = nodes
            .as_array()
            .expect("changes")
            .iter()
            .flat_map(|node| node["fields"].as_array().expect("fields"));
        fields
            .filter(|field| field["field"] == "title")
            .map(|field| {
                let text = |side: &str| field[side].as_str().unwrap_or("-").to_owned();
                format!("{}>{}", text("before"), text("after"))
            })
            .collect()
    }
}

fn viewer(actor: &str, role: Role, body: Option<String>) -> Viewer {
    Viewer {
        actor: actor.to_owned(),
        role,
        bodies: body.into_iter().collect(),
        ..Viewer::public()
    }
}

/// A body that takes no part in the service.
fn owner_of(test: &TestApp, partner: &str) -> String {
    let atlas = test.atlas();
    let other = atlas.bodies.rows().iter().find(|body| body.id != partner);
    other.expect("another body").id.clone()
}

fn fields(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

fn write(test: &TestApp, viewer: &Viewer, wish: Wish, propose: bool) -> Option<String> {
    let version = wish.node().map(|(kind, id)| {
        let atlas = test.atlas();
        match kind {
            Kind::Service => {
                let ix = atlas.services.find(id).expect("the service");
                atlas.services.get(ix).version
            }
            _ => {
                let ix = atlas.funding_streams.find(id).expect("the stream");
                atlas.funding_streams.get(ix).version
            }
        }
    });
    let ask = Ask {
        wish,
        reason: "a test".to_owned(),
        expected_version: version,
        idempotency_key: None,
        dry_run: false,
        propose,
        accepts: None,
    };
    let outcome = run(test.app.keeper().clone().ask(viewer.clone(), ask)).expect("an outcome");
    assert!(outcome.written, "nothing was written: {outcome:?}");
    outcome.node.map(|(_, id)| id)
}

fn written() -> &'static Written {
    static WRITTEN: OnceLock<Written> = OnceLock::new();
    WRITTEN.get_or_init(|| {
        let test = run(TestApp::start(Engine::Sqlite));
        let atlas = test.atlas();
        let (_, service) = atlas
            .services
            .iter()
            .find(|(ix, _)| {
                !atlas.coverage_of_service(*ix).is_empty()
                    && atlas.bodies_of_service(*ix).len() == 1
            })
            .expect("a service with a record and a body");
        let part = atlas.bodies_of_service(atlas.services.find(&service.id).expect("it"))[0];
        let partner = atlas.service_bodies.get(part).body.clone();
        let owner = owner_of(&test, &partner);
        let evidence = atlas.evidence.rows()[0].id.clone();
        let admin = viewer("admin", Role::Admin, None);
        let save = |kind, id: Option<&str>, value| Wish::Save {
            kind,
            id: id.map(str::to_owned),
            fields: fields(value),
        };
        for value in [
            json!({"title": "First title"}),
            json!({"visibility": "private", "owner": owner}),
            json!({"title": "Secret title"}),
            json!({"title": "Open title", "visibility": "public"}),
        ] {
            let wish = save(Kind::Service, Some(&service.id), value);
            write(&test, &admin, wish, false);
        }
        let streams: Vec<String> = ["public", "restricted", "private", "private"]
            .into_iter()
            .enumerate()
            .map(|(number, visibility)| {
                let value = json!({
                    "name": format!("Stream {number}"), "funder": partner, "purpose": "To test",
                    "cohort": "all", "recurrent": "yes", "endsOn": "2027-03-31",
                    "amount": format!("{}.00", 10_000 + number), "evidence": evidence,
                    "visibility": visibility, "owner": owner,
                });
                let made = write(&test, &admin, save(Kind::FundingStream, None, value), false);
                made.expect("a stream")
            })
            .collect();
        let archived = Wish::Archive {
            kind: Kind::FundingStream,
            id: streams[3].clone(),
        };
        write(&test, &admin, archived, false);
        let proposer = viewer(PARTNER, Role::Provider, Some(partner));
        let wish = save(
            Kind::Service,
            Some(&service.id),
            json!({"title": "Proposed title"}),
        );
        write(&test, &proposer, wish, true);
        Written {
            start: atlas.revision,
            service: service.id.clone(),
            title: service.title.clone(),
            streams,
            test,
        }
    })
}

#[test]
fn a_changed_service_tells_its_history_newest_first() {
    let register = written();
    let made = format!("->{}", register.title);
    let renamed = format!("{}>First title", register.title);
    let all = [
        "Secret title>Open title",
        "First title>Secret title",
        &renamed,
        &made,
    ];
    assert_eq!(register.titles("admin"), all);
    assert_eq!(register.titles(OWNER), all);
}

#[test]
fn what_was_hidden_then_is_not_told_now() {
    let register = written();
    let made = format!("->{}", register.title);
    let renamed = format!("{}>First title", register.title);
    for name in ["public", "analyst", PARTNER, STRANGER] {
        assert_eq!(register.titles(name), [renamed.as_str(), &made], "{name}");
    }
    let told = register.ask(
        "analyst",
        "{ changes(first: 200, sinceRevision: 2) { nodes { fields { before after } } } }",
    );
    let told = told.data().to_string();
    assert!(!told.contains("Secret title"), "{told}");
    assert!(told.contains("First title"), "{told}");
    assert!(!told.contains("Stream 2"), "{told}");
    assert!(told.contains("Stream 1"), "{told}");
    assert!(!told.contains("Proposed title"), "{told}");
}

#[test]
fn an_archived_row_is_told_of_to_whoever_could_see_it() {
    let register = written();
    let changes = register.ask(
        "admin",
        "{ changes(first: 2) { nodes { action nodeId node { id } } } }",
    );
    let archived = changes.at("/changes/nodes/1");
    assert_eq!(archived["action"], "ARCHIVED");
    assert_eq!(archived["node"], Value::Null);
    let query = format!(
        "{{ history(node: {}) {{ nodes {{ action actor }} }} }}",
        archived["nodeId"]
    );
    for (name, seen) in [("public", false), ("analyst", false), (OWNER, true)] {
        let history = register.ask(name, &query).at("/history");
        assert_eq!(!history.is_null(), seen, "{name}: {history}");
    }
    let public = r#"{ history(node: "service_bm90aGluZw") { nodes { id } } }"#;
    assert_eq!(register.ask("public", public).at("/history"), Value::Null);
}

#[test]
fn history_pages_join_without_gap_or_repeat() {
    let register = written();
    let page = |after: Option<&str>| {
        let after = after.map_or(String::new(), |cursor| {
            format!(", after: {}", json!(cursor))
        });
        let query = format!(
            "{{ changes(first: 3, sinceRevision: {}{after}) {{ nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}",
            register.start
        );
        register.ask("admin", &query).at("/changes")
    };
    let (mut ids, mut after): (Vec<i64>, Option<String>) = (Vec::new(), None);
    loop {
        let found = page(after.as_deref());
        let nodes = found["nodes"].as_array().expect("nodes");
        ids.extend(
            nodes
                .iter()
                .filter_map(|node| node["id"].as_str()?.parse::<i64>().ok()),
        );
        if found["pageInfo"]["hasNextPage"] == false {
            break;
        }
        after = found["pageInfo"]["endCursor"].as_str().map(str::to_owned);
    }
    // Four of the service, four streams made and one archived, one proposal; evidence may be touched too.
    assert!(ids.len() >= 10, "{ids:?}");
    assert!(ids.is_sorted_by(|a, b| a > b), "{ids:?}");
    let other = register.ask(
        "admin",
        &format!(
            "{{ changes(actor: \"x\", after: {}) {{ nodes {{ id }} }} }}",
            json!(after)
        ),
    );
    assert!(
        other.errors()[0].starts_with("BAD_CURSOR"),
        "{:?}",
        other.errors()
    );
}

#[test]
fn the_actor_is_named_to_those_who_say_who_they_are() {
    let register = written();
    let query = format!(
        "{{ history(node: {}, first: 1) {{ nodes {{ actor reason }} }} }}",
        json!(register.service_id())
    );
    let of = |name| register.ask(name, &query).at("/history/nodes/0");
    assert_eq!(of("public"), json!({"actor": null, "reason": "a test"}));
    assert_eq!(of("analyst"), json!({"actor": "admin", "reason": "a test"}));
}

#[test]
fn known_at_answers_as_the_register_stood() {
    let register = written();
    let id = json!(register.service_id());
    let title = |name: &str, known_at: &str| {
        let query =
            format!("{{ node(id: {id}{known_at}) {{ ... on Service {{ title version }} }} }}");
        register.ask(name, &query).at("/node")
    };
    let then = format!(", knownAt: {{revision: {}}}", register.start);
    assert_eq!(
        title("public", ""),
        json!({"title": "Open title", "version": 5})
    );
    assert_eq!(
        title("public", &then),
        json!({"title": register.title, "version": 1})
    );
    let hidden = format!(", knownAt: {{revision: {}}}", register.start + 3);
    assert_eq!(title("public", &hidden), Value::Null);
    assert_eq!(title("admin", &hidden)["title"], "Secret title");
    let two = format!("{{ a: node(id: {id}{then}) {{ id }} b: node(id: {id}) {{ id }} }}");
    let errors = register.ask("public", &two).errors();
    assert!(errors[0].contains("one moment"), "{errors:?}");
    let both = format!(
        "{{ register(knownAt: {{revision: 1, time: \"2026-11-22T12:00:00Z\"}}) {{ revision }} other: node(id: {id}) {{ id }} }}"
    );
    assert!(!register.ask("public", &both).errors().is_empty());
    let counted = format!(
        "{{ fundingStreams(knownAt: {{revision: {}}}) {{ totalCount }} services(knownAt: {{revision: {}}}, first: 0) {{ totalCount }} }}",
        register.start, register.start
    );
    let counted = register.ask("admin", &counted);
    assert_eq!(counted.at("/fundingStreams/totalCount"), 0);
}

#[test]
fn names_and_boundaries_are_of_the_moment_that_is_cited() {
    let register = written();
    let renamed = json!("Open title");
    let ask = |revision: u64| {
        let query = format!(
            "query($then: KnownAt) {{
               search(text: {renamed}, among: [SERVICES], first: 100, knownAt: $then) {{ name }}
               area(code: \"E06000042\", knownAt: $then) {{ name version }}
               areas(filter: {{code: [\"E06000042\"]}}, knownAt: $then) {{ totalCount }}
               boundaryConflicts(knownAt: $then) {{ district {{ name }} }}
               bodies(first: 1, knownAt: $then) {{ totalCount }}
               offer(code: \"reconnect\", knownAt: $then) {{ name }}
               offers(first: 1, knownAt: $then) {{ totalCount }}
               evidence(first: 1, knownAt: $then) {{ totalCount }}
               figures(first: 1, knownAt: $then) {{ totalCount }}
               statements(first: 1, knownAt: $then) {{ totalCount }} }}"
        );
        let variables = Variables::from_json(json!({"then": {"revision": revision}}));
        let request = Request::new(query).variables(variables);
        let asked = register.test.app.execute(request, Viewer::public());
        Reply(run(asked))
    };
    let names = |reply: &Reply| -> Vec<Value> {
        let hits = reply.at("/search");
        let hits = hits.as_array().expect("hits").iter();
        hits.map(|hit| hit["name"].clone()).collect()
    };
    let (then, now) = (ask(register.start), ask(register.test.atlas().revision));
    assert!(names(&now).contains(&renamed), "{:?}", now.0);
    assert!(!names(&then).contains(&renamed), "{:?}", then.0);
    assert_eq!(then.at("/area/name"), "Milton Keynes");
    // The district and the upper-tier authority have one code.
    assert_eq!(then.at("/areas/totalCount"), 2);
    let conflicts = then.at("/boundaryConflicts");
    assert!(!conflicts.as_array().expect("conflicts").is_empty());
    assert_eq!(
        then.0.extensions["revision"].to_string(),
        register.start.to_string()
    );
}

#[test]
fn funding_streams_are_counted_for_each_viewer() {
    let register = written();
    let query = "{ fundingStreams(orderBy: {field: AMOUNT, direction: DESC}, filter: {recurrent: [YES], name: {startsWith: \"stream\"}}) {
        totalCount nodes { name amount ringFenced visibility owner { name } funder { fundingStreams { totalCount } } } } }";
    for (name, count) in [
        ("public", 1),
        (STRANGER, 1),
        (PARTNER, 2),
        ("analyst", 2),
        (OWNER, 3),
        ("admin", 3),
    ] {
        let reply = register.ask(name, query);
        assert_eq!(reply.at("/fundingStreams/totalCount"), count, "{name}");
        let of_funder = reply.at("/fundingStreams/nodes/0/funder/fundingStreams/totalCount");
        assert_eq!(of_funder, count, "{name}");
    }
    let first = register.ask("admin", query).at("/fundingStreams/nodes/0");
    assert_eq!(first["name"], "Stream 2");
    assert_eq!(first["visibility"], "PRIVATE");
    assert_eq!(first["ringFenced"], "NOT_STATED");
    assert_eq!(register.streams.len(), 4);
}

#[test]
fn a_proposal_is_seen_by_whoever_made_it_and_whoever_decides() {
    let register = written();
    let query = "{ proposals { totalCount nodes { id state kind reason proposedBy mayDecide isAmended
        node { id } changes { field before after } problems { code } conflict { currentVersion } } } }";
    for (name, count) in [(STRANGER, 0), ("analyst", 0), (PARTNER, 1), ("admin", 1)] {
        let reply = register.ask(name, query);
        assert_eq!(reply.at("/proposals/totalCount"), count, "{name}");
    }
    let seen = register.ask("admin", query).at("/proposals/nodes/0");
    assert_eq!(seen["state"], "OPEN");
    assert_eq!(seen["mayDecide"], true);
    assert_eq!(seen["proposedBy"], PARTNER);
    assert_eq!(seen["node"]["id"], register.service_id());
    assert_eq!(
        seen["changes"],
        json!([{"field": "title", "before": "Open title", "after": "Proposed title"}])
    );
    let own = register
        .ask(PARTNER, query)
        .at("/proposals/nodes/0/mayDecide");
    assert_eq!(own, false);
    let by_id = format!(
        "{{ proposal(id: {id}) {{ id }} node(id: {id}) {{ id }} history(node: {id}) {{ nodes {{ action }} }} }}",
        id = seen["id"]
    );
    let found = register.ask(PARTNER, &by_id).data();
    assert_eq!(found["proposal"]["id"], seen["id"]);
    assert_eq!(found["node"]["id"], seen["id"]);
    assert_eq!(found["history"]["nodes"][0]["action"], "CREATED");
    let hidden = register.ask(STRANGER, &by_id).data();
    assert_eq!(
        hidden,
        json!({"proposal": null, "node": null, "history": null})
    );
    let settled =
        "{ proposals(state: DECLINED) { totalCount } all: proposals(state: null) { totalCount } }";
    let settled = register.ask("admin", settled).data();
    assert_eq!(settled["proposals"]["totalCount"], 0);
    assert_eq!(settled["all"]["totalCount"], 1);
}

#[test]
fn a_viewer_is_told_who_they_are_here() {
    let register = written();
    let query = "{ viewer { actor role bodies { id } areas { id } expires may } }";
    let public = register.ask("public", query).at("/viewer");
    assert_eq!(public["actor"], Value::Null);
    assert_eq!(public["role"], "PUBLIC");
    let may = |viewer: &Value, field: &str| {
        let all = viewer["may"].as_array().expect("fields");
        all.contains(&json!(field))
    };
    assert!(may(&public, "Query.coverage") && !may(&public, "Query.changes"));
    let owner = register.ask(OWNER, query).at("/viewer");
    assert_eq!(owner["bodies"].as_array().map(Vec::len), Some(1));
    assert!(may(&owner, "Mutation.saveService"));
    let refused = register
        .ask("public", "{ changes { nodes { id } } }")
        .errors();
    assert!(refused[0].starts_with("UNAUTHENTICATED"), "{refused:?}");
}

#[test]
fn every_kept_kind_is_a_node_with_a_version() {
    let register = written();
    let atlas = register.test.atlas();
    macro_rules! kinds {
        ($($name:literal as $kind:ident in $table:ident),+ $(,)?) => {
            [$(($name, NodeType::$kind.id(&atlas.$table.rows()[0].id))),+]
        };
    }
    for (name, id) in kinds!(
        "Area" as Area in areas,
        "AreaSuccession" as AreaSuccession in successions,
        "Body" as Body in bodies,
        "BodySuccession" as BodySuccession in body_successions,
        "Claim" as Claim in claims,
        "Contract" as Contract in contracts,
        "CoverageRecord" as CoverageRecord in coverage,
        "Evidence" as Evidence in evidence,
        "FundingStream" as FundingStream in funding_streams,
        "Offer" as Offer in offers,
        "SearchRecord" as Search in searches,
        "Service" as Service in services,
        "Source" as Source in sources,
    ) {
        let query = format!(
            "{{ node(id: {}) {{ __typename id ... on {name} {{ version }} }} }}",
            json!(id.as_str())
        );
        let node = register.ask("admin", &query).at("/node");
        assert_eq!(node["__typename"], name);
        assert_eq!(node["id"], id.as_str());
        assert!(node["version"].as_i64() >= Some(1), "{node}");
    }
    let now: DateTime<Utc> = tests::app::TODAY.parse().expect("a moment");
    let query = format!(
        "{{ evidence(first: 1) {{ nodes {{ version asOf reviewOn isStale(asOf: \"{}\") asserter {{ id }} }} }} }}",
        now.date_naive()
    );
    let evidence = register.ask("public", &query).at("/evidence/nodes/0");
    assert_eq!(evidence["isStale"], false);
}
