use proptest::prelude::*;

use super::{case, terms};
use crate::closed::{PoolAccount, RiskShare};
use crate::pool::check::may_move;
use crate::pool::finding::findings;
use crate::pool::ledger::{Balances, Ledger};
use crate::pool::liability::{Bearer, Sharing};
use crate::pool::split::{from_pots, within_limits};
use crate::pool::{Move, PoolPart};

prop_compose! {
    /// Any move, most of them refused.
    fn any_move()(
        year in 2025u32..2029,
        from in prop::sample::select(PoolAccount::ALL),
        to in prop::sample::select(PoolAccount::ALL),
        member in prop::option::weighted(0.95, prop::sample::select(vec!["board", "east", "west", "pcc", "nobody"])),
        stream in prop::option::weighted(0.8, prop::sample::select(vec!["one", "two"])),
        service in prop::option::weighted(0.6, prop::sample::select(vec!["team", "hostel"])),
        pence in -5i64..500,
    ) -> Move {
        Move {
            id: String::new(),
            year,
            from,
            to,
            member: member.map(str::to_owned),
            stream: stream.map(str::to_owned),
            service: service.map(str::to_owned),
            pence,
        }
    }
}

/// Moves that are likely to be taken: on from where money is.
fn likely_move() -> impl Strategy<Value = Move> {
    use PoolAccount::{Aligned, Allocated, Committed, Member, Pooled, Spent};
    let steps = vec![
        (Member, Pooled),
        (Member, Aligned),
        (Pooled, Allocated),
        (Aligned, Allocated),
        (Allocated, Committed),
        (Committed, Spent),
        (Spent, Committed),
        (Committed, Allocated),
        (Allocated, Pooled),
        (Allocated, Aligned),
        (Pooled, Member),
        (Aligned, Member),
    ];
    (any_move(), prop::sample::select(steps), 1i64..200).prop_map(|(one, (from, to), pence)| {
        let for_service = |account| crate::pool::account::is_of_service(account);
        let service = for_service(from) || for_service(to);
        Move {
            year: 2026,
            from,
            to,
            pence,
            member: Some(one.member.unwrap_or_else(|| "board".to_owned())),
            service: service.then(|| "team".to_owned()),
            stream: Some("one".to_owned()),
            ..one
        }
    })
}

proptest! {
    #[test]
    fn a_ledger_balances_after_any_moves(moves in prop::collection::vec(any_move(), 0..60)) {
        let ledger = Ledger::of(&moves);
        prop_assert!(ledger.total().is_balanced());
        for sums in [
            ledger.by(|line| line.member.clone()).into_values().collect::<Vec<_>>(),
            ledger.by(|line| line.stream.clone()).into_values().collect(),
            ledger.by(|line| Some(line.year.to_string())).into_values().collect(),
        ] {
            prop_assert!(sums.iter().all(Balances::is_balanced));
            for account in PoolAccount::ALL {
                let parts: i128 = sums.iter().map(|one| one.of(*account)).sum();
                prop_assert_eq!(parts, ledger.total().of(*account));
            }
        }
    }

    #[test]
    fn moves_that_are_taken_leave_no_account_below_zero(
        moves in prop::collection::vec(prop_oneof![likely_move(), any_move()], 0..80),
    ) {
        let mut taken: Vec<Move> = Vec::new();
        for one in moves {
            if may_move(&terms(), &taken, &one, None, None).is_empty() {
                taken.push(one);
            }
        }
        let ledger = Ledger::of(&taken);
        prop_assert_eq!(ledger.shortfalls(), []);
        prop_assert!(ledger.total().is_balanced());
        let theirs = ledger.sum(|line| line.member.as_deref() == Some("pcc"));
        prop_assert_eq!(theirs.pooled, 0, "an aligned member's money is never pooled");
    }

    #[test]
    fn order_changes_neither_ledger_nor_findings(
        moves in prop::collection::vec(any_move(), 0..30),
        turns in 0usize..30,
    ) {
        let numbered: Vec<Move> = moves
            .into_iter()
            .enumerate()
            .map(|(position, one)| Move { id: format!("m{position:03}"), ..one })
            .collect();
        let mut turned = numbered.clone();
        if !turned.is_empty() {
            let by = turns % turned.len();
            turned.rotate_left(by);
            turned.reverse();
        }
        let mut other = case(turned);
        other.terms.partners.reverse();
        let first = case(numbered);
        prop_assert_eq!(&first.ledger, &other.ledger);
        prop_assert_eq!(findings(&first), findings(&other));
    }

    #[test]
    fn what_is_borne_sums_to_the_overspend(
        over in 0u64..1_000_000_000_000,
        rule in prop::sample::select(RiskShare::ALL),
        tier in prop::option::of(0u64..1_000_000_000),
        bearers in prop::collection::vec(
            (0u64..1_000_000_000, prop::option::of(0u64..1_000_000), prop::option::of(0u64..1_000_000_000)),
            0..8,
        ),
        host in 0usize..8,
    ) {
        let bearers: Vec<Bearer> = bearers
            .into_iter()
            .enumerate()
            .map(|(position, (contribution, share, cap))| Bearer {
                body: position.to_string(),
                contribution,
                share,
                cap,
                is_host: position == host,
            })
            .collect();
        let sharing = Sharing { rule, tier, bearers };
        let split = sharing.split(over);
        prop_assert_eq!(split.parts.iter().sum::<u64>() + split.unshared, over);
        for (part, one) in split.parts.iter().zip(&sharing.bearers) {
            prop_assert!(one.cap.is_none_or(|cap| *part <= cap));
        }
        // A sharing that is sound and has no limits leaves nothing over.
        let unlimited = sharing.bearers.iter().all(|one| one.cap.is_none());
        if sharing.check().is_ok() && unlimited {
            prop_assert_eq!(split.unshared, 0);
        }
    }

    #[test]
    fn a_split_loses_no_penny(
        pence in 0u64..1_000_000_000,
        pots in prop::collection::vec((0u64..1_000_000_000, prop::option::of(0u64..500_000_000)), 1..10),
    ) {
        let held: Vec<u64> = pots.iter().map(|(held, _)| *held).collect();
        match from_pots(pence, &held) {
            None => prop_assert!(held.iter().sum::<u64>() < pence),
            Some(parts) => {
                prop_assert_eq!(parts.iter().sum::<u64>(), pence);
                prop_assert!(parts.iter().zip(&held).all(|(part, held)| part <= held));
            }
        }
        let limits: Vec<Option<u64>> = pots.iter().map(|(_, limit)| *limit).collect();
        let (parts, left) = within_limits(pence, &held, &limits);
        prop_assert_eq!(parts.iter().sum::<u64>() + left, pence);
        let is_open = |(part, (weight, limit)): (&u64, &(u64, Option<u64>))| {
            *weight > 0 && limit.is_none_or(|limit| *part < limit)
        };
        prop_assert!(left == 0 || !parts.iter().zip(&pots).any(is_open));
    }

    #[test]
    fn a_member_that_aligns_bears_nothing(over in 1u64..1_000_000) {
        let pool = case(Vec::new());
        let bearers = pool.sharing(2026, None).bearers;
        let aligns = |body: &str| {
            pool.terms.partners.iter().any(|one| one.body == body && one.part == PoolPart::Aligning)
        };
        prop_assert!(bearers.iter().all(|one| !aligns(&one.body)));
        prop_assert_eq!(pool.sharing(2026, None).split(over).unshared, over);
    }
}
