//! Who bears an overspend, under the risk share that a pool states.

use std::fmt;

use super::RiskShare;
use super::split::within_limits;

/// The whole of the stated shares.
pub const ALL_SHARES: u64 = 1_000_000;

/// A partner as a bearer of risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearer {
    /// The body.
    pub body: String,
    /// What it has put into the pool that year, pence.
    pub contribution: u64,
    /// Its stated share, millionths; `None`: not stated.
    pub share: Option<u64>,
    /// What it bears at most, pence; `None`: no limit is stated.
    pub cap: Option<u64>,
    /// Whether it hosts the pool.
    pub is_host: bool,
}

/// How an overspend is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// The rule.
    pub rule: RiskShare,
    /// Under `Tiered`, the first part of the overspend, which all bear equally,
    /// pence.
    pub tier: Option<u64>,
    /// Who bears.
    pub bearers: Vec<Bearer>,
}

/// Why a sharing cannot be reckoned with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsound {
    /// Nobody bears.
    NoBearers,
    /// Under `StatedShares`, somebody's share is not stated.
    ShareMissing(String),
    /// Under `StatedShares`, they sum to this.
    SharesSumTo(u64),
    /// Under `HostBears`, no bearer is the host.
    NoHost,
    /// Under `Tiered`, no tier is stated.
    NoTier,
    /// Under a rule by contribution, nobody has put anything in.
    NoContributions,
}

impl fmt::Display for Unsound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBearers => f.write_str("nobody bears the risk: a pool needs a pooling member"),
            Self::ShareMissing(body) => write!(f, "the share of {body} is not stated"),
            Self::SharesSumTo(sum) => write!(
                f,
                "the stated shares sum to {}.{:06}: they have to sum to 1",
                sum / ALL_SHARES,
                sum % ALL_SHARES
            ),
            Self::NoHost => f.write_str("the host is to bear, and is no pooling member"),
            Self::NoTier => f.write_str("the first tier, which all bear equally, is not stated"),
            Self::NoContributions => {
                f.write_str("shares are by contribution, and nobody has contributed")
            }
        }
    }
}

/// What each bears of an overspend, in the order of the bearers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Liability {
    /// Pence of each.
    pub parts: Vec<u64>,
    /// Pence that are above everybody's limit: the agreement gives them to
    /// nobody.
    pub unshared: u64,
}

impl Sharing {
    /// What is wrong with it.
    pub fn check(&self) -> Result<(), Unsound> {
        if self.bearers.is_empty() {
            return Err(Unsound::NoBearers);
        }
        let contributed = self.bearers.iter().any(|one| one.contribution > 0);
        match self.rule {
            RiskShare::StatedShares => self.check_shares(),
            RiskShare::HostBears if !self.bearers.iter().any(|one| one.is_host) => {
                Err(Unsound::NoHost)
            }
            RiskShare::Tiered if self.tier.is_none() => Err(Unsound::NoTier),
            RiskShare::ByContribution | RiskShare::Tiered if !contributed => {
                Err(Unsound::NoContributions)
            }
            _ => Ok(()),
        }
    }

    fn check_shares(&self) -> Result<(), Unsound> {
        let missing = self.bearers.iter().find(|one| one.share.is_none());
        if let Some(one) = missing {
            return Err(Unsound::ShareMissing(one.body.clone()));
        }
        let shares = self.bearers.iter().filter_map(|one| one.share);
        match shares.fold(0_u64, u64::saturating_add) {
            ALL_SHARES => Ok(()),
            sum => Err(Unsound::SharesSumTo(sum)),
        }
    }

    /// Splits an overspend; parts and what is unshared sum to it.
    pub fn split(&self, overspend: u64) -> Liability {
        let by =
            |weight: fn(&Bearer) -> u64| -> Vec<u64> { self.bearers.iter().map(weight).collect() };
        let limits: Vec<Option<u64>> = self.bearers.iter().map(|one| one.cap).collect();
        let (parts, unshared) = match self.rule {
            RiskShare::ByContribution => within_limits(overspend, &by(|b| b.contribution), &limits),
            RiskShare::StatedShares => {
                within_limits(overspend, &by(|b| b.share.unwrap_or(0)), &limits)
            }
            RiskShare::HostBears => {
                within_limits(overspend, &by(|b| u64::from(b.is_host)), &limits)
            }
            RiskShare::Tiered => self.split_in_tiers(overspend, &limits),
        };
        Liability { parts, unshared }
    }

    /// The first tier equally, what is above it by contribution; limits hold for
    /// both together.
    fn split_in_tiers(&self, overspend: u64, limits: &[Option<u64>]) -> (Vec<u64>, u64) {
        let first = overspend.min(self.tier.unwrap_or(0));
        let equal = vec![1; self.bearers.len()];
        let (mut parts, left) = within_limits(first, &equal, limits);
        let after: Vec<Option<u64>> = limits
            .iter()
            .zip(&parts)
            .map(|(limit, part)| limit.map(|limit| limit.saturating_sub(*part)))
            .collect();
        let contributions: Vec<u64> = self.bearers.iter().map(|one| one.contribution).collect();
        let (second, unshared) =
            within_limits(overspend.saturating_sub(first), &contributions, &after);
        for (part, more) in parts.iter_mut().zip(second) {
            *part += more;
        }
        (parts, left + unshared)
    }
}
