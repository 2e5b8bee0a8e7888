//! Everybody's counts, shares and lists are those of the rows that they may page through, and what
//! they may not page through is found nowhere.

use std::collections::BTreeSet;
use std::sync::Arc;

use planning::atlas::Atlas;
use planning::facts::Facts;
use planning::sight::Sight;
use planning::table::Row;
use serde_json::Value;
use tests::people::everybody;
use tests::tables::assert_same_atlas;
use throughcare::auth::Viewer;
use throughcare::graphql::id::{NodeType, split};

use super::answers::answer;
use super::holds;
use super::world::World;

/// What is counted, added up and found.
const COUNTED: &str = r#"
  fragment M on CoverageMatrix {
    completeness { cells cellsNotRecorded }
    cells { area { code } offer { code } state share { people of } states { state share { people of } }
      places { place { code } state records { id } }
      explanation { sentence rule flags oldestEvidence records { record { id } people } searches { whatWasSearched } } }
  }
  fragment G on ProvisionGrid { cells { stage intensity
    entries { standing offer { code } service { id } records { id } share { people of } } } }
  {
    register { counts { kind count } starterTables { table rows records merged exceptions { row record reason } } }
    d: coverageMatrix(areas: { kind: DISTRICT }) { ...M }
    i: coverageMatrix(areas: { kind: ICB }) { ...M }
    p: coverageMatrix(areas: { kind: POLICE_FORCE }) { ...M }
    gaps(areas: { kind: DISTRICT }) { completeness { cells cellsNotRecorded }
      gaps { area { code } offer { code } uncovered { people of } coverage { state } } }
    compare(areas: ["D1", "ICBA", "POLICE_FORCEY"]) { differs offer { code } cells { state } }
    g1: provisionGrid(area: "D2") { ...G }
    g2: provisionGrid(area: "ICBB", kind: ICB) { ...G }
    culturalProvision(areas: { kind: ICB }) { national { id }
      areas { onRecord sentence area { code } communities { claims { id } } } }
    search(text: "Title of service", first: 50) { likeness name found { __typename } }
    service: search(text: "Service", first: 50) { likeness name found { __typename } }
  }"#;

/// Rows, and all that hangs on them.
const NESTED: &str = r#"{
  services(first: 200) { totalCount nodes { id title state startsOn endsOn
    partOf { id title } areas { code } offers { code } providers { id } commissioners { id }
    responsibleCommissioners { body { id } }
    records { id evidence { id statement source { id title } } }
    contracts { id reference partOf { id reference } evidence { statement } }
    claims { id communitiesAsStated evidence { statement } } } }
  records(first: 200) { nodes { id service { id title } evidence { id } reading { standing flags } } }
  contracts(first: 200) { nodes { id reference partOf { id reference } service { id title } } }
  claims(first: 200) { nodes { id communitiesAsStated service { id title } evidence { statement } } }
  evidence(first: 200) { totalCount nodes { id statement starterRow source { id title } } }
  statements(first: 200) { nodes { id evidence { statement } } }
  areas(first: 200) { nodes { code records(first: 100) { totalCount nodes { id } }
    services(first: 100) { totalCount nodes { id title } } } }
  bodies(first: 200) { nodes { name claims { id } services(first: 100) { totalCount nodes { id } } } }
}"#;

#[test]
fn counts_are_those_of_the_rows_that_each_may_page_through() {
    holds(
        "counts are those of the rows that each may page through",
        async |_, world, steps| {
            for step in steps {
                world.step(step).await;
            }
            let whole = world.app.atlas();
            for viewer in everybody() {
                let seen = world.seen(&viewer);
                let paged = paged_through(world, &viewer, &seen).await;
                let rebuilt = rebuilt(&whole, &viewer, &paged, world);
                assert_same_atlas(&seen, &rebuilt, "the rows that each sees");
                for query in [COUNTED, NESTED] {
                    let own = answer(world, &viewer, seen.clone(), query).await;
                    let built = answer(world, &viewer, rebuilt.clone(), query).await;
                    assert_eq!(own, built, "what {} is told", viewer.actor);
                    let text = own.to_string();
                    for word in hidden_words(&whole, &paged) {
                        assert!(
                            !stands_in(&text, &word),
                            "{} is told of {word}",
                            viewer.actor
                        );
                    }
                }
                nothing_by_id_or_name(world, &viewer, &whole, &paged).await;
            }
        },
    );
}

/// The ids that somebody finds page by page, each list as long as it says.
async fn paged_through(world: &World, viewer: &Viewer, seen: &Arc<Atlas>) -> BTreeSet<String> {
    let mut paged = BTreeSet::new();
    for list in ["services", "records", "contracts", "claims", "evidence"] {
        let (mut after, mut rows) = (Value::Null, 0);
        loop {
            let query = format!(
                "{{ list: {list}(first: 3, after: {after}) {{ totalCount nodes {{ id }} \
                   pageInfo {{ endCursor hasNextPage }} }} }}"
            );
            let page = answer(world, viewer, seen.clone(), &query).await;
            let page = &page["list"];
            for node in page["nodes"].as_array().into_iter().flatten() {
                let (_, id) = split(node["id"].as_str().unwrap_or_default()).expect("an id");
                assert!(paged.insert(id), "{list}: a row on two pages");
                rows += 1;
            }
            if page["pageInfo"]["hasNextPage"] != true {
                assert_eq!(page["totalCount"], rows, "{list} of {}", viewer.actor);
                break;
            }
            after = page["pageInfo"]["endCursor"].clone();
        }
    }
    paged
}

/// An Atlas of the rows that were paged through. Of money and plans, the rule of visibility itself
/// says which are there.
fn rebuilt(whole: &Atlas, viewer: &Viewer, paged: &BTreeSet<String>, world: &World) -> Arc<Atlas> {
    let mut facts: Facts = whole.facts();
    let sight = world.keeper().standing(viewer).sight();
    macro_rules! keep {
        ($($table:ident),+) => { $(facts.$table.retain(|row| paged.contains(row.id()));)+ };
    }
    let dropped: Vec<_> = facts
        .evidence
        .iter()
        .filter(|row| !paged.contains(&row.id))
        .collect();
    let mut sources: BTreeSet<String> = dropped.iter().map(|row| row.source.clone()).collect();
    keep!(services, coverage, contracts, claims, evidence);
    for row in &facts.evidence {
        sources.remove(&row.source);
    }
    sources.remove("atlas-of-nowhere");
    facts.sources.retain(|row| !sources.contains(&row.id));
    facts.funding_streams.retain(|row| {
        let funder = [row.funder.as_str()];
        sight.sees(row.visibility, row.owner.as_deref(), funder)
    });
    keep_plans(&mut facts, &sight);
    facts
        .service_bodies
        .retain(|row| paged.contains(&row.service));
    for row in &mut facts.services {
        row.part_of.take_if(|whole| !paged.contains(whole));
    }
    for row in &mut facts.contracts {
        row.part_of.take_if(|whole| !paged.contains(whole));
    }
    let is_gone = |id: &String| hidden_ids(whole, paged).contains(id);
    facts
        .starter_rows
        .retain(|row| !row.record.as_ref().is_some_and(is_gone));
    Arc::new(Atlas::build(facts, whole.revision).expect("rows that stand by themselves"))
}

/// Leaves the money and plans that somebody may see by the rule of visibility, whose evidence and
/// service they see too. The services, evidence and streams are already theirs.
fn keep_plans(facts: &mut Facts, sight: &Sight) {
    let ids = |rows: Vec<&String>| -> BTreeSet<String> { rows.into_iter().cloned().collect() };
    let services = ids(facts.services.iter().map(|row| &row.id).collect());
    let streams = ids(facts.funding_streams.iter().map(|row| &row.id).collect());
    let evidence = ids(facts.evidence.iter().map(|row| &row.id).collect());
    let bodies_of = |service: &String| -> Vec<String> {
        let parts = facts.service_bodies.iter();
        let parts = parts.filter(|part| part.service == *service);
        parts.map(|part| part.body.clone()).collect()
    };
    facts.funding_allocations.retain(|row| {
        let mut parties = bodies_of(&row.service);
        let stream = facts.funding_streams.iter().find(|s| s.id == row.stream);
        parties.extend(stream.map(|stream| stream.funder.clone()));
        let parties = parties.iter().map(String::as_str);
        services.contains(&row.service)
            && streams.contains(&row.stream)
            && sight.sees(row.visibility, row.owner.as_deref(), parties)
    });
    facts.openings.retain(|row| {
        let funder = [row.funder.as_str()];
        sight.sees(row.visibility, row.owner.as_deref(), funder)
    });
    for row in &mut facts.openings {
        row.service.take_if(|id| !services.contains(id));
    }
    let members = facts.pool_members.clone();
    facts.pools.retain(|row| {
        let members = members.iter().filter(|member| member.pool == row.id);
        let parties = members.map(|member| member.body.as_str());
        let parties = parties.chain([row.host.as_str()]);
        sight.sees(row.visibility, row.owner.as_deref(), parties)
    });
    macro_rules! owned {
        ($($table:ident),+) => {
            $(facts.$table.retain(|row| sight.sees(row.visibility, row.owner.as_deref(), []));)+
        };
    }
    owned!(
        deflators, needs, unit_costs, mhis_years, standards, scenarios
    );
    let steps = facts.scenario_steps.clone();
    facts.scenarios.retain(|row| {
        let mut own = steps.iter().filter(|step| step.scenario == row.id);
        own.all(|step| step.service.iter().all(|id| services.contains(id)))
    });
    macro_rules! belong {
        ($($children:ident to $parents:ident by $column:ident),+ $(,)?) => {$(
            let kept = ids(facts.$parents.iter().map(|row| &row.id).collect());
            facts.$children.retain(|row| kept.contains(&row.$column));
        )+};
    }
    belong!(
        funding_conditions to funding_streams by stream,
        funding_years to funding_streams by stream,
        opening_conditions to openings by opening,
        pool_members to pools by pool,
        pool_transfers to pools by pool,
        mhis_lines to mhis_years by year,
        scenario_steps to scenarios by scenario,
        standard_lines to standards by standard,
    );
    let rests = |id: &String| assert!(evidence.contains(id), "what is seen shows its evidence");
    facts.openings.iter().for_each(|row| rests(&row.evidence));
    facts.needs.iter().for_each(|row| rests(&row.evidence));
    facts.mhis_years.iter().for_each(|row| rests(&row.evidence));
}

fn hidden_ids(whole: &Atlas, paged: &BTreeSet<String>) -> BTreeSet<String> {
    let services = whole.services.rows().iter().map(|row| &row.id);
    let records = whole.coverage.rows().iter().map(|row| &row.id);
    let contracts = whole.contracts.rows().iter().map(|row| &row.id);
    let claims = whole.claims.rows().iter().map(|row| &row.id);
    let evidence = whole.evidence.rows().iter().map(|row| &row.id);
    let all = services
        .chain(records)
        .chain(contracts)
        .chain(claims)
        .chain(evidence);
    all.filter(|id| !paged.contains(*id)).cloned().collect()
}

/// What nobody may read who may not page through a row: its ids, and words that only it has.
fn hidden_words(whole: &Atlas, paged: &BTreeSet<String>) -> BTreeSet<String> {
    let mut hidden = BTreeSet::new();
    let mut shown = BTreeSet::new();
    for row in whole.services.rows() {
        let words = if paged.contains(&row.id) {
            &mut shown
        } else {
            &mut hidden
        };
        words.insert(row.title.clone());
    }
    for row in whole.evidence.rows() {
        let words = if paged.contains(&row.id) {
            &mut shown
        } else {
            &mut hidden
        };
        words.insert(row.statement.clone());
    }
    for row in whole.claims.rows() {
        let words = if paged.contains(&row.id) {
            &mut shown
        } else {
            &mut hidden
        };
        words.insert(row.communities_as_stated.clone());
    }
    for id in hidden_ids(whole, paged) {
        for kind in [
            NodeType::Service,
            NodeType::CoverageRecord,
            NodeType::Contract,
            NodeType::Claim,
            NodeType::Evidence,
        ] {
            hidden.insert(kind.id(&id).to_string());
        }
        hidden.insert(id);
    }
    // A source may be named after a hidden row and have other evidence, which is shown.
    let sources = whole
        .evidence
        .rows()
        .iter()
        .filter(|row| paged.contains(&row.id));
    let sources = sources.filter_map(|row| whole.sources.find(&row.source));
    shown.extend(sources.map(|ix| whole.sources.get(ix).title.clone()));
    let is_shown = |word: &String| shown.iter().any(|text| stands_in(text, word));
    hidden.retain(|word| !is_shown(word));
    hidden
}

/// Whether a text holds a word that does not go on.
fn stands_in(text: &str, word: &str) -> bool {
    let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
    text.match_indices(word)
        .any(|(at, _)| !goes_on(&text[at + word.len()..]))
}

async fn nothing_by_id_or_name(
    world: &World,
    viewer: &Viewer,
    whole: &Atlas,
    paged: &BTreeSet<String>,
) {
    let seen = world.seen(viewer);
    for row in whole
        .services
        .rows()
        .iter()
        .filter(|row| !paged.contains(&row.id))
    {
        let id = NodeType::Service.id(&row.id);
        let title = Value::from(row.title.as_str());
        let query = format!(
            "{{ node(id: \"{}\") {{ id }} search(text: {title}, first: 20) {{ name }} \
               services(filter: {{ title: {{ eq: {title} }} }}) {{ totalCount }} }}",
            *id
        );
        let told = answer(world, viewer, seen.clone(), &query).await;
        assert_eq!(
            told["node"],
            Value::Null,
            "{} finds {}",
            viewer.actor,
            row.id
        );
        let names = told["search"].as_array().into_iter().flatten();
        let same = names.filter(|hit| hit["name"] == row.title).count();
        let shown = seen
            .services
            .rows()
            .iter()
            .filter(|other| other.title == row.title)
            .count();
        assert_eq!(same, shown, "{} searches {}", viewer.actor, row.title);
        assert_eq!(
            told["services"]["totalCount"], shown,
            "{} filters",
            viewer.actor
        );
    }
}
