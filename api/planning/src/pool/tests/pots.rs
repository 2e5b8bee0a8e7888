use std::collections::BTreeMap;

use super::row;
use crate::closed::FundingConditionKind;
use crate::closed::PoolAccount::{Aligned, Member, Pooled};
use crate::pool::condition::Fit;
use crate::pool::ledger::Ledger;
use crate::pool::pots::propose;

#[test]
fn an_allocation_is_split_over_the_money_that_may_pay_for_it() {
    let ledger = Ledger::of(&[
        row("board", Member, Pooled, 30_000),
        row("east", Member, Pooled, 20_000),
        row("pcc", Member, Aligned, 10_000),
    ]);
    let mut fits = BTreeMap::from([
        ("stream of board".to_owned(), Fit::Fits),
        (
            "stream of east".to_owned(),
            Fit::Outside(vec![FundingConditionKind::Area]),
        ),
        ("stream of pcc".to_owned(), Fit::Fits),
    ]);
    let gives = |pence, fits: &BTreeMap<String, Fit>| {
        let proposal = propose(&ledger, 2026, pence, fits);
        let gives: Vec<u64> = proposal.pots.iter().map(|pot| pot.gives).collect();
        (gives, proposal.held, proposal.short)
    };
    assert_eq!(gives(10_001, &fits), (vec![7_501, 0, 2_500], 40_000, 0));
    assert_eq!(gives(40_001, &fits), (vec![0, 0, 0], 40_000, 1));
    fits.remove("stream of pcc");
    // What is not on record is shown, and is not taken for granted.
    assert_eq!(gives(30_000, &fits), (vec![30_000, 0, 0], 30_000, 0));
    assert!(propose(&ledger, 2027, 1, &fits).pots.is_empty());
}
