use super::{committed, row, row_for};
use crate::closed::PoolAccount::{Aligned, Allocated, Committed, Member, Pooled, Spent};
use crate::pool::ledger::{Balances, Ledger};

#[test]
fn the_worked_example_of_a_ledger() {
    // £300,000 and £100,000 pooled, £60,000 aligned; £250,000 allocated, of it
    // £200,000 committed, of it £50,000 spent.
    let moves = [
        row("board", Member, Pooled, 30_000_000),
        row("east", Member, Pooled, 10_000_000),
        row("pcc", Member, Aligned, 6_000_000),
        row_for("team", "board", Pooled, Allocated, 19_000_000),
        row_for("team", "pcc", Aligned, Allocated, 6_000_000),
        row_for("team", "board", Allocated, Committed, 14_000_000),
        row_for("team", "pcc", Allocated, Committed, 6_000_000),
        row_for("team", "board", Committed, Spent, 5_000_000),
    ];
    let ledger = Ledger::of(&moves);
    let total = ledger.total();
    assert_eq!(
        total,
        Balances {
            contributed: 46_000_000,
            pooled: 21_000_000,
            aligned: 0,
            allocated: 5_000_000,
            committed: 15_000_000,
            spent: 5_000_000,
        }
    );
    assert!(total.is_balanced());
    assert_eq!(total.unallocated(), 21_000_000);
    assert_eq!(total.allocated_so_far(), 25_000_000);
    assert_eq!(total.committed_so_far(), 20_000_000);
    let by_member = ledger.by(|line| line.member.clone());
    assert_eq!(by_member[&Some("pcc".to_owned())].committed, 6_000_000);
    assert!(by_member.values().all(Balances::is_balanced));
}

#[test]
fn a_correction_takes_back_what_was_moved() {
    let mut moves = committed("team", "board", 500);
    let before = Ledger::of(&moves[..2]);
    moves.push(row_for("team", "board", Committed, Allocated, 500));
    assert_eq!(Ledger::of(&moves).total(), before.total());
}

#[test]
fn an_account_below_zero_is_named() {
    let moves = [row_for("team", "board", Pooled, Allocated, 7)];
    let short = Ledger::of(&moves).shortfalls();
    assert_eq!(short.len(), 1, "{short:?}");
    assert_eq!((short[0].account, short[0].pence), (Pooled, 7));
}
