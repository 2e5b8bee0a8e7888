use super::TODAY;
use crate::closed::{AreaKind, FundingConditionKind, PoolAccount, Role, Visibility};
use crate::facts::{
    FundingAllocation, FundingCondition, FundingStream, FundingYear, Pool, PoolTransfer,
};
use crate::given::{Given, date, day, ix, live};
use crate::money::conditions::{Broken, broken};
use crate::money::headroom::{AmountOf, Headroom, has_year, headroom};

/// A stream of a funder for April 2026 to March 2029.
fn stream(given: Given, pounds: Option<i64>) -> Given {
    let mut given = given.body("funder");
    given.facts.funding_streams.push(FundingStream {
        id: "stream".to_owned(),
        version: 1,
        name: "stream".to_owned(),
        funder: "funder".to_owned(),
        purpose: String::new(),
        area: None,
        cohort: "all".to_owned(),
        ring_fenced: None,
        recurrent: None,
        inside_mhis: None,
        starts_on: Some(date("2026-04-01")),
        ends_on: Some(date("2029-03-31")),
        amount_pence: pounds.map(|pounds| pounds * 100),
        evidence: given.facts.evidence[0].id.clone(),
        visibility: Visibility::Public,
        owner: None,
    });
    given
}

fn given() -> Given {
    Given::two_districts()
        .told(live("mhtr", "north").from("2024-04-01"))
        .part_in("charity", "s001", Role::Provider)
        .body("charity")
}

trait Streams {
    fn year(self, year: u32, pounds: i64) -> Self;
    fn allocated(self, year: u32, pounds: i64, spent: Option<i64>) -> Self;
    fn condition(self, kind: FundingConditionKind, of: &str) -> Self;
}

impl Streams for Given {
    fn year(mut self, year: u32, pounds: i64) -> Self {
        self.facts.funding_years.push(FundingYear {
            id: format!("y{year}"),
            version: 1,
            stream: "stream".to_owned(),
            financial_year: year,
            amount_pence: pounds * 100,
        });
        self
    }

    fn allocated(mut self, year: u32, pounds: i64, spent: Option<i64>) -> Self {
        self.facts.funding_allocations.push(FundingAllocation {
            id: format!("a{:03}", self.facts.funding_allocations.len() + 1),
            version: 1,
            stream: "stream".to_owned(),
            service: "s001".to_owned(),
            contract: None,
            financial_year: year,
            committed_pence: pounds * 100,
            spent_pence: spent.map(|pounds| pounds * 100),
            evidence: self.facts.evidence[0].id.clone(),
            visibility: Visibility::Public,
            owner: None,
        });
        self
    }

    fn condition(mut self, kind: FundingConditionKind, of: &str) -> Self {
        let own = |wanted| (kind == wanted).then(|| of.to_owned());
        self.facts.funding_conditions.push(FundingCondition {
            id: format!("c{:03}", self.facts.funding_conditions.len() + 1),
            version: 1,
            stream: "stream".to_owned(),
            kind,
            offer: own(FundingConditionKind::Offer),
            stage: own(FundingConditionKind::Stage).map(|code| code.parse().unwrap()),
            area: own(FundingConditionKind::Area),
            cohort: own(FundingConditionKind::Cohort),
            body: own(FundingConditionKind::Body),
            body_kind: own(FundingConditionKind::BodyKind),
        });
        self
    }
}

fn left(given: Given, year: u32) -> Headroom {
    let atlas = given.atlas();
    headroom(&atlas, ix(&atlas.funding_streams, "stream"), year, None)
}

#[test]
fn what_is_left_of_a_year_is_its_amount_less_what_is_committed() {
    let given = stream(given(), Some(900))
        .year(2026, 300)
        .allocated(2026, 120, Some(100))
        .allocated(2026, 30, None)
        .allocated(2027, 500, None);
    let found = left(given, 2026);
    assert_eq!(found.amount_of, AmountOf::Year);
    assert_eq!((found.amount, found.left), (Some(30_000), Some(15_000)));
    assert_eq!((found.spent.sum, found.spent.not_stated), (10_000, 1));
}

#[test]
fn years_that_are_not_stated_share_what_the_stated_ones_leave() {
    let given = stream(given(), Some(900))
        .year(2026, 300)
        .allocated(2027, 400, None)
        .allocated(2028, 250, None);
    let found = left(given, 2028);
    assert_eq!(found.amount_of, AmountOf::Rest);
    assert_eq!((found.amount, found.left), (Some(60_000), Some(-5_000)));
}

#[test]
fn an_amount_that_is_not_on_record_leaves_nothing_known() {
    let found = left(stream(given(), None).allocated(2026, 120, None), 2026);
    assert_eq!(found.amount_of, AmountOf::NotStated);
    assert_eq!((found.committed, found.left), (12_000, None));
}

#[test]
fn what_a_pooled_budget_takes_is_taken_and_what_it_gives_back_is_not() {
    let mut given = stream(given(), Some(900));
    given.facts.pools.push(Pool {
        host: "funder".to_owned(),
        ..pool()
    });
    for (number, (from, to, pounds)) in [
        (PoolAccount::Member, PoolAccount::Pooled, 400),
        (PoolAccount::Pooled, PoolAccount::Allocated, 300),
        (PoolAccount::Pooled, PoolAccount::Member, 50),
    ]
    .into_iter()
    .enumerate()
    {
        given.facts.pool_transfers.push(PoolTransfer {
            id: format!("t{number}"),
            version: 1,
            pool: "pool".to_owned(),
            financial_year: 2026,
            made_on: date("2026-04-01"),
            from_account: from,
            to_account: to,
            member: Some("funder".to_owned()),
            stream: Some("stream".to_owned()),
            service: None,
            amount_pence: pounds * 100,
            reference: None,
            note: None,
        });
    }
    let found = left(given, 2026);
    assert_eq!((found.pooled, found.left), (35_000, Some(55_000)));
}

fn pool() -> Pool {
    Pool {
        id: "pool".to_owned(),
        version: 1,
        name: "pool".to_owned(),
        legal_form: crate::closed::PoolForm::AlignedBudgets,
        host: String::new(),
        area: None,
        purpose: String::new(),
        offers: Vec::new(),
        functions: None,
        starts_on: date("2026-04-01"),
        ends_on: None,
        risk_share: crate::closed::RiskShare::HostBears,
        tier_pence: None,
        exit_notice_months: None,
        consulted_on: None,
        decision_body: None,
        manager_role: None,
        vat_status: None,
        visibility: Visibility::Public,
        owner: None,
    }
}

#[test]
fn a_year_outside_the_period_is_not_the_streams() {
    let given = stream(given(), None);
    let row = &given.facts.funding_streams[0];
    assert!(!has_year(row, 2025));
    assert!(has_year(row, 2026) && has_year(row, 2028));
    assert!(!has_year(row, 2029));
}

fn breaks(given: Given) -> Vec<FundingConditionKind> {
    let atlas = given.atlas();
    let stream = ix(&atlas.funding_streams, "stream");
    let found = broken(&atlas, stream, ix(&atlas.services, "s001"), day(TODAY));
    found.into_iter().map(|broken| broken.kind).collect()
}

#[test]
fn a_service_breaks_the_condition_that_nothing_of_it_fits() {
    use FundingConditionKind as Kind;
    let with = |kind, of: &str| {
        let given = stream(given().offer("other"), None);
        let given = given.area(AreaKind::Icb, "other-board", &["south"]);
        breaks(given.condition(kind, of))
    };
    for (kind, fits, not) in [
        (Kind::Offer, "mhtr", "other"),
        (Kind::Stage, "court", "custody"),
        (Kind::Area, "board", "other-board"),
        (Kind::Body, "charity", "funder"),
        (Kind::BodyKind, "icb", "vcse"),
    ] {
        assert_eq!(with(kind, fits), [], "{kind:?}");
        assert_eq!(with(kind, not), [kind]);
    }
}

#[test]
fn alternatives_of_one_kind_are_any_of_them_and_kinds_add_up() {
    use FundingConditionKind as Kind;
    let given = stream(given().offer("other"), None)
        .condition(Kind::Offer, "other")
        .condition(Kind::Offer, "mhtr")
        .condition(Kind::Area, "south");
    assert_eq!(breaks(given), [Kind::Area]);
}

#[test]
fn the_streams_own_area_and_cohort_are_conditions() {
    use FundingConditionKind as Kind;
    let mut given = stream(given(), None);
    given.facts.funding_streams[0].area = Some("south".to_owned());
    given.facts.funding_streams[0].cohort = "women".to_owned();
    assert_eq!(breaks(given.clone()), [Kind::Area]);
    given.facts.services[0].cohort = "men".to_owned();
    let atlas = given.atlas();
    let stream = ix(&atlas.funding_streams, "stream");
    let found = broken(&atlas, stream, ix(&atlas.services, "s001"), day(TODAY));
    let cohort = Broken {
        kind: Kind::Cohort,
        allowed: vec!["women".to_owned()],
        found: vec!["men".to_owned()],
    };
    assert_eq!(found.last(), Some(&cohort));
}

#[test]
fn what_is_not_on_record_breaks_nothing() {
    use FundingConditionKind as Kind;
    let mut given = stream(given(), None).condition(Kind::Body, "funder");
    given.facts.service_bodies.clear();
    assert_eq!(breaks(given), []);
}
