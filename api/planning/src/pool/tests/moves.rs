use super::{committed, row, row_for, terms};
use crate::closed::FundingConditionKind;
use crate::closed::PoolAccount::{Aligned, Allocated, Committed, Member, Pooled, Spent};
use crate::given::date;
use crate::pool::account::onward;
use crate::pool::check::{MoveProblem, Part, Why, may_move};
use crate::pool::condition::Fit;
use crate::pool::room::{Running, ServiceRoom, StreamRoom, left_of};
use crate::pool::{Move, PoolAccount, PoolForm};

fn stream(left: Option<i128>) -> StreamRoom {
    StreamRoom {
        name: "dual diagnosis grant".to_owned(),
        starts_on: Some(date("2026-04-01")),
        ends_on: Some(date("2027-03-31")),
        left,
    }
}

fn service(fit: Fit, running: Running) -> ServiceRoom {
    ServiceRoom {
        name: "dual diagnosis team".to_owned(),
        fit,
        running,
    }
}

fn problems(existing: &[Move], new: &Move) -> Vec<MoveProblem> {
    let stream = stream(Some(1_000));
    let service = service(Fit::Fits, Running::Open);
    may_move(&terms(), existing, new, Some(&stream), Some(&service))
}

fn parts(found: &[MoveProblem]) -> Vec<(Part, Why)> {
    found.iter().map(|one| (one.part, one.why)).collect()
}

#[test]
fn money_goes_one_step_on_or_back() {
    for from in PoolAccount::ALL {
        for to in PoolAccount::ALL {
            let back = onward(*to).contains(from);
            assert_eq!(
                onward(*from).contains(to),
                back,
                "{from:?} to {to:?} and its correction go together"
            );
        }
    }
    let found = problems(&[], &row_for("team", "board", Spent, Member, 5));
    assert!(found.iter().any(|one| one.part == Part::To
        && one.words == "money does not go from spent to member: from there it goes to committed"));
}

#[test]
fn a_move_that_is_in_order_has_no_problems() {
    assert_eq!(problems(&[], &row("board", Member, Pooled, 1_000)), []);
    let put_in = [row("board", Member, Pooled, 1_000)];
    let allocate = row_for("team", "board", Pooled, Allocated, 1_000);
    assert_eq!(problems(&put_in, &allocate), []);
}

#[test]
fn a_contribution_is_no_more_than_its_stream_has_left() {
    let found = problems(&[], &row("board", Member, Pooled, 1_001));
    assert_eq!(parts(&found), [(Part::Amount, Why::OutOfRange)]);
    assert_eq!(
        found[0].words,
        "the funding stream 'dual diagnosis grant' has £10.00 left for 2026-27"
    );
    // No amount on record is not nothing.
    let none = stream(None);
    let new = row("board", Member, Pooled, 1_001);
    assert_eq!(may_move(&terms(), &[], &new, Some(&none), None), []);
}

#[test]
fn what_is_left_is_of_the_year_or_else_of_the_whole() {
    let taken = [(2026, 40), (2027, 10)];
    assert_eq!(left_of(2026, &[(2026, 100)], Some(500), &taken), Some(60));
    // 500 in all, 100 set aside for 2026-27, 10 taken of the rest.
    assert_eq!(left_of(2027, &[(2026, 100)], Some(500), &taken), Some(390));
    assert_eq!(left_of(2027, &[(2026, 100)], None, &taken), None);
    assert_eq!(left_of(2026, &[], Some(45), &taken), Some(-5));
}

#[test]
fn an_aligned_members_money_never_enters_the_pooled_account() {
    let found = problems(&[], &row("pcc", Member, Pooled, 10));
    assert_eq!(parts(&found), [(Part::To, Why::Mismatch)]);
    assert!(found[0].words.contains("move it to aligned"), "{found:?}");
    assert_eq!(problems(&[], &row("pcc", Member, Aligned, 10)), []);
    let mut terms = terms();
    terms.form = PoolForm::AlignedBudgets;
    let stream = stream(None);
    let new = row("board", Member, Pooled, 10);
    let found = may_move(&terms, &[], &new, Some(&stream), None);
    assert_eq!(parts(&found), [(Part::To, Why::Mismatch)]);
}

#[test]
fn a_year_outside_the_pool_or_the_stream_is_refused() {
    let mut new = row("board", Member, Pooled, 10);
    new.year = 2027;
    assert_eq!(parts(&problems(&[], &new)), [(Part::Year, Why::OutOfRange)]);
    new.year = 2028;
    let found = problems(&[], &new);
    assert_eq!(found.len(), 2);
    assert!(
        found
            .iter()
            .all(|one| one.words.starts_with("2028-29 lies outside the period"))
    );
}

#[test]
fn a_member_that_has_left_puts_nothing_in() {
    let mut terms = terms();
    terms.partners[0].leaves_on = Some(date("2026-03-31"));
    let new = row("board", Member, Pooled, 10);
    let found = may_move(&terms, &[], &new, None, None);
    assert_eq!(parts(&found), [(Part::Year, Why::OutOfRange)]);
}

#[test]
fn nothing_is_allocated_to_a_service_that_has_ended() {
    let put_in = [row("board", Member, Pooled, 10)];
    let new = row_for("team", "board", Pooled, Allocated, 10);
    for (running, is_fine) in [
        (Running::Until(date("2026-03-31")), false),
        (Running::Ended, false),
        (Running::Until(date("2026-04")), true),
        (Running::Open, true),
    ] {
        let service = service(Fit::Fits, running);
        let found = may_move(&terms(), &put_in, &new, None, Some(&service));
        assert_eq!(found.is_empty(), is_fine, "{running:?}: {found:?}");
    }
}

#[test]
fn nothing_is_allocated_outside_the_conditions_of_its_stream() {
    let put_in = [row("board", Member, Pooled, 10)];
    let new = row_for("team", "board", Pooled, Allocated, 10);
    let outside = Fit::Outside(vec![
        FundingConditionKind::Offer,
        FundingConditionKind::Area,
    ]);
    let found = may_move(
        &terms(),
        &put_in,
        &new,
        None,
        Some(&service(outside, Running::Open)),
    );
    assert_eq!(parts(&found), [(Part::Service, Why::Mismatch)]);
    assert!(found[0].words.ends_with("its offer and area"), "{found:?}");
    let unknown = Fit::NotStated(vec![FundingConditionKind::Stage]);
    let service = service(unknown, Running::Open);
    assert_eq!(may_move(&terms(), &put_in, &new, None, Some(&service)), []);
}

#[test]
fn no_account_falls_below_zero() {
    let moves = committed("team", "board", 100);
    let found = problems(&moves, &row_for("team", "board", Committed, Spent, 101));
    assert_eq!(parts(&found), [(Part::Amount, Why::OutOfRange)]);
    assert!(found[0].words.ends_with("has £1.00"), "{found:?}");
    // The money of another member, stream, service or year is another account's.
    let other = row_for("hostel", "board", Committed, Spent, 1);
    assert_eq!(
        parts(&problems(&moves, &other)),
        [(Part::Amount, Why::OutOfRange)]
    );
}

#[test]
fn money_goes_back_only_to_where_it_came_from() {
    let moves = [
        row("board", Member, Aligned, 100),
        row_for("team", "board", Aligned, Allocated, 100),
    ];
    let found = problems(&moves, &row_for("team", "board", Allocated, Pooled, 1));
    assert_eq!(parts(&found), [(Part::Amount, Why::OutOfRange)]);
    assert_eq!(
        problems(&moves, &row_for("team", "board", Allocated, Aligned, 100)),
        []
    );
}

#[test]
fn a_move_says_whose_money_it_is_and_what_it_is_for() {
    let mut new = row("board", Pooled, Allocated, 1);
    new.member = None;
    let found = problems(&[row("board", Member, Pooled, 1)], &new);
    let missing: Vec<Part> = found
        .iter()
        .filter(|one| one.why == Why::Missing)
        .map(|one| one.part)
        .collect();
    assert_eq!(missing, [Part::Member, Part::Service]);
    let stranger = row("charity", Member, Pooled, 1);
    assert_eq!(
        parts(&problems(&[], &stranger)),
        [(Part::Member, Why::Mismatch)]
    );
    let early = row_for("team", "board", Member, Pooled, 1);
    assert_eq!(
        parts(&problems(&[], &early)),
        [(Part::Service, Why::Mismatch)]
    );
    let nothing = row("board", Member, Pooled, 0);
    assert_eq!(
        parts(&problems(&[], &nothing)),
        [(Part::Amount, Why::OutOfRange)]
    );
}
