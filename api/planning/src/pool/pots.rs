//! Which money of a pool may pay for a service, and how an allocation is split
//! over it.

use std::collections::BTreeMap;

use super::PoolAccount;
use super::condition::Fit;
use super::ledger::{Ledger, Line};
use super::split::from_pots;

/// Money of one member and stream that is for no service yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pot {
    /// Whose, of which stream and year.
    pub line: Line,
    /// Where it stands: `Pooled` or `Aligned`.
    pub account: PoolAccount,
    /// Pence.
    pub held: u64,
    /// Whether its stream may pay for the service. Money that names no stream
    /// has no conditions on record: `NotStated` of nothing.
    pub fit: Fit,
    /// What it is proposed to give, pence.
    pub gives: u64,
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Every pot of the year, in order; only those that fit give.
    pub pots: Vec<Pot>,
    /// What those that fit hold together, pence.
    pub held: u64,
    /// Pence that they cannot give; with any, nothing is proposed.
    pub short: u64,
}

/// Splits an allocation over the money that may pay for a service, in proportion
/// to what each pot holds, to the penny. Pots whose conditions are met in part,
/// or are not on record, are shown and give nothing.
pub fn propose(ledger: &Ledger, year: u32, pence: u64, fits: &BTreeMap<String, Fit>) -> Proposal {
    let mut pots = Vec::new();
    let lines = ledger.lines().filter(|(line, _)| line.year == year);
    for (line, sums) in lines {
        for account in [PoolAccount::Pooled, PoolAccount::Aligned] {
            let held = u64::try_from(sums.of(account)).unwrap_or(0);
            if held == 0 {
                continue;
            }
            let fit = line.stream.as_ref().and_then(|stream| fits.get(stream));
            pots.push(Pot {
                line: line.clone(),
                account,
                held,
                fit: fit.cloned().unwrap_or(Fit::NotStated(Vec::new())),
                gives: 0,
            });
        }
    }
    let fitting = |pot: &Pot| pot.fit == Fit::Fits;
    let each: Vec<u64> = pots
        .iter()
        .map(|pot| if fitting(pot) { pot.held } else { 0 })
        .collect();
    let held = each.iter().fold(0_u64, |sum, one| sum.saturating_add(*one));
    for (pot, gives) in pots
        .iter_mut()
        .zip(from_pots(pence, &each).unwrap_or_default())
    {
        pot.gives = gives;
    }
    Proposal {
        pots,
        held,
        short: pence.saturating_sub(held),
    }
}
