use std::collections::BTreeMap;

use super::{case, codes, committed, only, partner, row};
use crate::closed::FundingConditionKind;
use crate::closed::PoolAccount::{Member, Pooled};
use crate::given::date;
use crate::pool::condition::{Demand, Fit, Offered, Served, Stands, fit};
use crate::pool::finding::{Basis, FindingCode as Code, Severity, findings};
use crate::pool::functions::{Delegation, PoolFunction};
use crate::pool::law::{CRIME_GRANT, REGULATION_3};
use crate::pool::partner::{Standing, ruling_on};
use crate::pool::room::Running;
use crate::pool::{PoolForm, PoolPart, RiskShare};

#[test]
fn a_pool_in_order_has_no_findings() {
    assert_eq!(codes(&case(committed("team", "board", 100))), []);
}

#[test]
fn only_nhs_bodies_and_local_authorities_are_section_75_partners() {
    let mut pool = case(Vec::new());
    for (kind, code) in [
        ("pcc", Some(Code::NotAPartner)),
        ("moj", Some(Code::NotAPartner)),
        ("hmpps", Some(Code::NotAPartner)),
        ("vcse", Some(Code::NotAPartner)),
        ("health_board", Some(Code::NotAPartner)),
        ("nhs_england", Some(Code::PartnerUnclear)),
        ("unknown", Some(Code::PartnerUnclear)),
        ("nhs_trust", Some(Code::TrustNeedsConsent)),
        ("council", None),
        ("icb", None),
    ] {
        pool.terms.partners[3] = partner("other", kind, PoolPart::Pooling);
        assert_eq!(codes(&pool), code.into_iter().collect::<Vec<_>>(), "{kind}");
    }
    pool.terms.partners[3] = partner("other", "pcc", PoolPart::Pooling);
    let finding = only(&pool, Code::NotAPartner);
    assert_eq!(finding.about.member.as_deref(), Some("other"));
    let Basis::Public(sources) = finding.basis else {
        panic!("a rule of law names its source");
    };
    assert_eq!(sources, [REGULATION_3, CRIME_GRANT]);
    // The same body aligning is no finding, nor is it under aligned budgets.
    pool.terms.partners[3].part = PoolPart::Aligning;
    assert_eq!(codes(&pool), []);
}

#[test]
fn a_kind_of_body_that_the_register_does_not_settle_is_a_question() {
    for kind in ["partnership", "unknown", "a kind that nobody knows"] {
        assert_eq!(ruling_on(kind).standing, Standing::Check, "{kind}");
    }
    for kind in [
        "pcc",
        "moj",
        "hmpps",
        "police",
        "government",
        "funder",
        "private",
    ] {
        let ruling = ruling_on(kind);
        assert_eq!(ruling.standing, Standing::NotNamed, "{kind}");
        assert!(
            ruling.words.contains("grant"),
            "{kind} is told what it may do"
        );
    }
}

#[test]
fn a_section_75_arrangement_needs_both_sides_and_a_host_among_them() {
    let mut pool = case(Vec::new());
    pool.terms.partners.retain(|one| one.kind != "council");
    assert_eq!(codes(&pool), [Code::NoLocalAuthorityPartner]);
    pool.terms.partners = vec![partner("east", "council", PoolPart::Pooling)];
    assert_eq!(codes(&pool), [Code::NoNhsPartner, Code::HostNotPartner]);
}

#[test]
fn a_function_that_is_left_out_cannot_be_a_subject() {
    let mut pool = case(Vec::new());
    for function in PoolFunction::ALL {
        pool.functions = vec![
            "health_services".to_owned(),
            "social_services".to_owned(),
            function.code().to_owned(),
        ];
        let expected: &[Code] = match function.may_be_delegated() {
            Delegation::May => &[],
            Delegation::MayNot => &[Code::FunctionNotDelegable],
            Delegation::Check => &[Code::FunctionUnclear],
        };
        assert_eq!(codes(&pool), expected, "{function:?}");
    }
    pool.functions = vec!["emergency_ambulance".to_owned()];
    assert_eq!(
        codes(&pool),
        [Code::FunctionNotDelegable, Code::FunctionsOneSided]
    );
    pool.functions = vec!["healing".to_owned()];
    assert_eq!(codes(&pool), [Code::FunctionUnclear]);
    pool.functions.clear();
    assert_eq!(codes(&pool), [Code::NoFunctions]);
}

#[test]
fn what_the_agreement_has_to_say_is_asked_for() {
    let mut pool = case(Vec::new());
    pool.consulted_on = None;
    pool.decision_body = None;
    pool.manager_role = None;
    pool.exit_notice_months = None;
    pool.vat_status = None;
    pool.terms.ends_on = None;
    assert_eq!(
        codes(&pool),
        [
            Code::NoConsultation,
            Code::NoDecisionBody,
            Code::NoManager,
            Code::NoExitClause,
            Code::NoEnd,
            Code::NoVatStatus,
        ]
    );
    assert!(
        findings(&pool)
            .iter()
            .all(|one| one.code.severity() == Severity::NotRecorded)
    );
    // Aligned budgets need neither a joint consultation nor a fund's manager.
    pool.terms.form = PoolForm::AlignedBudgets;
    for one in &mut pool.terms.partners {
        one.part = PoolPart::Aligning;
    }
    assert!(!codes(&pool).contains(&Code::NoConsultation));
    assert!(!codes(&pool).contains(&Code::NoManager));
}

#[test]
fn stated_shares_sum_to_one() {
    let mut pool = case(Vec::new());
    pool.risk_share = RiskShare::StatedShares;
    assert_eq!(codes(&pool), [Code::SharesMissing; 3]);
    for (partner, share) in pool
        .terms
        .partners
        .iter_mut()
        .zip([500_000, 250_000, 250_000])
    {
        partner.share = Some(share);
    }
    assert_eq!(codes(&pool), []);
    pool.terms.partners[0].share = Some(499_999);
    let words = only(&pool, Code::SharesDoNotSum).words;
    assert_eq!(
        words,
        "the stated shares sum to 0.999999: they have to sum to 1"
    );
}

#[test]
fn other_rules_of_sharing_need_their_numbers() {
    let mut pool = case(Vec::new());
    pool.risk_share = RiskShare::Tiered;
    assert_eq!(codes(&pool), [Code::NoTier]);
    pool.tier = Some(0);
    assert_eq!(codes(&pool), []);
    pool.risk_share = RiskShare::HostBears;
    pool.host = "pcc".to_owned();
    assert_eq!(codes(&pool), [Code::HostNotPartner, Code::HostBearsOutside]);
}

#[test]
fn a_contribution_is_spent_within_its_conditions() {
    let mut pool = case(committed("team", "board", 100));
    let mut with = |fit| {
        let team = pool.services.get_mut("team").unwrap();
        team.fits = BTreeMap::from([("stream of board".to_owned(), fit)]);
        codes(&pool)
    };
    let kinds = || vec![FundingConditionKind::Cohort];
    assert_eq!(with(Fit::Outside(kinds())), [Code::OutsideConditions]);
    assert_eq!(with(Fit::InPart(kinds())), [Code::InsideConditionsInPart]);
    assert_eq!(with(Fit::NotStated(kinds())), [Code::ConditionsNotStated]);
    let finding = only(&pool, Code::ConditionsNotStated);
    assert_eq!(finding.about.transfers, ["board-pooled-allocated-100-team"]);
    assert_eq!(finding.basis, Basis::Stream("stream of board".to_owned()));
}

#[test]
fn a_record_has_to_meet_all_demands_together() {
    let demand = |kind, id: &str| Demand {
        kind,
        any_of: [id.to_owned()].into(),
    };
    let within = |id: &str| {
        Some(Stands {
            within: [id.to_owned()].into(),
            ..Stands::default()
        })
    };
    let demands = [
        demand(FundingConditionKind::Offer, "treatment"),
        demand(FundingConditionKind::Area, "north"),
    ];
    let record = |offer: &str, area: &str| Offered {
        offer: within(offer),
        area: within(area),
        ..Offered::default()
    };
    let mut served = Served {
        records: vec![record("treatment", "south"), record("advice", "north")],
        ..Served::default()
    };
    assert!(matches!(fit(&demands, &served), Fit::Outside(_)));
    served.records.push(record("treatment", "north"));
    assert_eq!(fit(&demands, &served), Fit::Fits);
    served.records.clear();
    assert_eq!(
        fit(&demands, &served),
        Fit::NotStated(vec![
            FundingConditionKind::Offer,
            FundingConditionKind::Area
        ])
    );
    assert_eq!(fit(&[], &served), Fit::Fits);
}

#[test]
fn what_has_changed_since_it_was_written_is_found() {
    let mut pool = case(committed("team", "board", 100));
    pool.services.get_mut("team").unwrap().running = Running::Until(date("2025"));
    assert_eq!(codes(&pool), [Code::ServiceEnded]);
    let stream = pool.streams.get_mut("stream of board").unwrap();
    stream.left.insert(2026, Some(-5));
    stream.ends_on = Some(date("2025-12"));
    assert_eq!(
        codes(&pool),
        [Code::AboveStream, Code::OutsidePeriod, Code::ServiceEnded]
    );
    pool.terms.partners[0].part = PoolPart::Aligning;
    assert!(codes(&pool).contains(&Code::PooledByOther));
    pool.terms.partners[3].ends_on = Some(date("2026-05"));
    assert_eq!(
        only(&pool, Code::MemberEnds).words,
        "pcc ends on 2026-05, before the pool does"
    );
}

#[test]
fn a_contribution_names_its_stream() {
    let mut bare = row("board", Member, Pooled, 5);
    bare.stream = None;
    let finding = only(&case(vec![bare]), Code::StreamNotNamed);
    assert_eq!(finding.about.transfers.len(), 1);
    assert_eq!(finding.code.severity(), Severity::NotRecorded);
}

#[test]
fn a_part_that_the_form_does_not_provide_for_is_found() {
    let mut pool = case(Vec::new());
    pool.terms.form = PoolForm::Section256Transfer;
    pool.terms.partners = vec![
        partner("board", "icb", PoolPart::Transferring),
        partner("east", "council", PoolPart::Transferring),
        partner("pcc", "pcc", PoolPart::Aligning),
    ];
    let finding = only(&pool, Code::PartNotOfForm);
    assert_eq!(finding.about.member.as_deref(), Some("east"));
    assert!(codes(&pool).contains(&Code::PaymentConditions));
}
