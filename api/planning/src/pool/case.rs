//! A pool with everything that is asked of it, as plain values.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::condition::Fit;
use super::exit::{Commitment, ExitQuestion};
use super::ledger::Ledger;
use super::liability::{Bearer, Sharing};
use super::room::Running;
use super::{Move, RiskShare, Terms, finding_of_law};
use crate::dates::PartialDate;

/// A stream as a pool sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreamTerms {
    /// Its name.
    pub name: String,
    /// From when it runs.
    pub starts_on: Option<PartialDate>,
    /// Until when.
    pub ends_on: Option<PartialDate>,
    /// What is left of it, by the years that the pool moves money in; below
    /// zero: it has given more than it has; `None`: no amount is on record.
    pub left: BTreeMap<u32, Option<i128>>,
}

/// A service as a pool sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceTerms {
    /// Its name.
    pub name: String,
    /// Whether it is still there.
    pub running: Running,
    /// Whether each stream may pay for it.
    pub fits: BTreeMap<String, Fit>,
    /// The last day of its contracts; `None`: not on record.
    pub contract_ends: Option<PartialDate>,
}

/// A pool with everything that is asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its form, period and partners.
    pub terms: Terms,
    /// Who holds it.
    pub host: String,
    /// The functions that it is about, by code.
    pub functions: Vec<String>,
    /// Who bears an overspend.
    pub risk_share: RiskShare,
    /// Up to where it is borne equally, pence.
    pub tier: Option<u64>,
    /// Notice to leave, months.
    pub exit_notice_months: Option<u32>,
    /// When those affected were consulted.
    pub consulted_on: Option<PartialDate>,
    /// Who decides.
    pub decision_body: Option<String>,
    /// Who manages.
    pub manager_role: Option<String>,
    /// How VAT is treated.
    pub vat_status: Option<String>,
    /// Every move.
    pub moves: Vec<Move>,
    /// Their sums.
    pub ledger: Ledger,
    /// The streams that they name.
    pub streams: BTreeMap<String, StreamTerms>,
    /// The services that they name.
    pub services: BTreeMap<String, ServiceTerms>,
}

impl Case {
    /// How an overspend of a year is shared, `without` somebody where they
    /// leave. Limits are not part of a pool: whoever asks states them.
    pub fn sharing(&self, year: u32, without: Option<&str>) -> Sharing {
        let bearers = finding_of_law::bearers(self)
            .filter(|one| without != Some(one.body.as_str()))
            .map(|one| {
                let put_in = self.pooled_by(&one.body, year);
                Bearer {
                    body: one.body.clone(),
                    contribution: u64::try_from(put_in.max(0)).unwrap_or(u64::MAX),
                    share: one.share,
                    cap: None,
                    is_host: one.body == self.host,
                }
            })
            .collect();
        Sharing {
            rule: self.risk_share,
            tier: self.tier,
            bearers,
        }
    }

    /// What a member has put into the pooled account in a year, less what went
    /// back to it.
    pub fn pooled_by(&self, body: &str, year: u32) -> i128 {
        use super::PoolAccount::{Member, Pooled};
        let mine = |one: &&Move| one.year == year && one.member.as_deref() == Some(body);
        self.moves
            .iter()
            .filter(mine)
            .map(|one| match (one.from, one.to) {
                (Member, Pooled) => i128::from(one.pence),
                (Pooled, Member) => -i128::from(one.pence),
                _ => 0,
            })
            .sum()
    }

    /// What stands beside the pooled account in a year: put in by members that
    /// bear nothing of an overspend, or by others outside the fund.
    pub fn aligned_in(&self, year: u32) -> u64 {
        let all = self.ledger.sum(|line| line.year == year).contributed;
        let pooled: i128 = finding_of_law::bearers(self)
            .map(|one| self.pooled_by(&one.body, year))
            .sum();
        u64::try_from((all - pooled).max(0)).unwrap_or(u64::MAX)
    }

    /// What to ask when somebody leaves after a day: those who stay share as in
    /// the last year in which any of them has put something in.
    pub fn exit_of(&self, body: &str, last_day: NaiveDate) -> ExitQuestion {
        let mut committed: BTreeMap<(&str, u32), (i128, i128)> = BTreeMap::new();
        for (line, sums) in self.ledger.lines() {
            if let Some(service) = &line.service
                && line.member.as_deref() == Some(body)
            {
                let sum = committed.entry((service, line.year)).or_default();
                sum.0 += sums.committed_so_far();
                sum.1 += sums.committed;
            }
        }
        let whole = |pence: i128| u64::try_from(pence.max(0)).unwrap_or(u64::MAX);
        let commitments = committed
            .into_iter()
            .filter(|(_, (all, _))| *all > 0)
            .map(|((service, year), (all, unspent))| Commitment {
                service: service.to_owned(),
                year,
                committed: whole(all),
                unspent: whole(unspent),
            })
            .collect();
        let ends = self.services.iter().filter_map(|(id, service)| {
            let end = service.contract_ends?;
            Some((id.clone(), end))
        });
        let mut years: Vec<u32> = self.moves.iter().map(|one| one.year).collect();
        years.sort_unstable();
        let shared = years
            .iter()
            .rev()
            .map(|year| self.sharing(*year, Some(body)));
        let has_put_in = |sharing: &Sharing| sharing.bearers.iter().any(|one| one.contribution > 0);
        let staying = shared
            .into_iter()
            .find(has_put_in)
            .unwrap_or_else(|| self.sharing(0, Some(body)));
        ExitQuestion {
            last_day,
            pool_ends: self.terms.ends_on,
            commitments,
            contracts_end: ends.collect(),
            staying,
        }
    }
}
