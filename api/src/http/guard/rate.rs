//! What each caller may still spend.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    num::NonZeroU32,
    sync::Mutex,
    time::{Duration, Instant},
};

use governor::{
    Quota, RateLimiter, clock::Clock as _, clock::DefaultClock,
    state::keyed::DefaultKeyedStateStore,
};

use super::caller::neighbourhood;
use crate::config::Limits;

/// Callers that we keep apart. Beyond it, strangers are counted by the large network that they
/// are of, so that addresses without number do not fill our memory.
const MOST_KEYS: usize = 100_000;
/// Callers who have all of their allowance again are forgotten so often.
const SWEEP: Duration = Duration::from_secs(60);
/// And so often when there are too many of them: it takes some milliseconds.
const SWEEP_FULL: Duration = Duration::from_secs(1);

/// On whose account a query goes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// Somebody with a token, by its subject.
    Subject(String),
    /// Somebody without.
    Address(IpAddr),
    /// Everybody without of a large network.
    Network(IpAddr),
}

impl Key {
    /// The account of an address.
    pub fn of_address(address: IpAddr) -> Self {
        Self::Address(neighbourhood(address))
    }

    /// The account that there is always room for. Subjects are as many as somebody has signed
    /// tokens for.
    fn coarse(&self) -> Self {
        match self {
            Self::Address(IpAddr::V4(address)) => {
                let bits = address.to_bits() & (u32::MAX << 16);
                Self::Network(IpAddr::V4(Ipv4Addr::from_bits(bits)))
            }
            Self::Address(IpAddr::V6(address)) => {
                let bits = address.to_bits() & (u128::MAX << 112);
                Self::Network(IpAddr::V6(Ipv6Addr::from_bits(bits)))
            }
            other => other.clone(),
        }
    }
}

type Accounts = RateLimiter<Key, DefaultKeyedStateStore<Key>, DefaultClock>;

/// What each caller may still spend.
pub struct Rates {
    // None: as much as they like.
    accounts: Option<Accounts>,
    swept: Mutex<Instant>,
}

impl Rates {
    /// Everybody has all of the allowance.
    pub fn new(limits: &Limits) -> Self {
        let burst = limits.rate_burst.max(limits.max_complexity);
        let quota = NonZeroU32::new(limits.rate_cost)
            .zip(NonZeroU32::new(burst))
            .map(|(rate, burst)| Quota::per_minute(rate).allow_burst(burst));
        Self {
            accounts: quota.map(RateLimiter::keyed),
            swept: Mutex::new(Instant::now()),
        }
    }

    /// Takes a cost from an account. Otherwise says how long it takes until there is enough.
    pub fn spend(&self, key: &Key, cost: u64) -> Result<(), Duration> {
        let Some(accounts) = &self.accounts else {
            return Ok(());
        };
        let is_full = self.sweep(accounts);
        let cost = u32::try_from(cost).unwrap_or(u32::MAX).max(1);
        let cost = NonZeroU32::new(cost).unwrap_or(NonZeroU32::MIN);
        let coarse;
        let key = if is_full {
            coarse = key.coarse();
            &coarse
        } else {
            key
        };
        match accounts.check_key_n(key, cost) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(not_until)) => Err(not_until.wait_time_from(accounts.clock().now())),
            // More than an account ever holds; no query may cost that much.
            Err(_) => Err(SWEEP),
        }
    }

    /// Forgets those who have spent nothing lately; says whether there are too many all the same.
    fn sweep(&self, accounts: &Accounts) -> bool {
        let is_full = accounts.len() >= MOST_KEYS;
        let pause = if is_full { SWEEP_FULL } else { SWEEP };
        // Whoever comes while another sweeps goes on.
        if let Ok(mut swept) = self.swept.try_lock()
            && swept.elapsed() >= pause
        {
            *swept = Instant::now();
            accounts.retain_recent();
            accounts.shrink_to_fit();
        }
        accounts.len() >= MOST_KEYS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn rates(rate_cost: u32) -> Rates {
        let limits = Config::for_tests().limits;
        Rates::new(&Limits {
            rate_cost,
            rate_burst: 100,
            max_complexity: 150,
            ..limits
        })
    }

    fn of(text: &str) -> Key {
        Key::of_address(text.parse().unwrap())
    }

    #[test]
    fn whoever_has_spent_all_waits_and_others_do_not() {
        let rates = rates(60);
        assert_eq!(rates.spend(&of("192.0.2.1"), 150), Ok(()));
        let wait = rates.spend(&of("192.0.2.1"), 100).unwrap_err();
        assert!((98..=100).contains(&wait.as_secs()), "{wait:?}");
        assert_eq!(rates.spend(&of("192.0.2.2"), 100), Ok(()));
        assert_eq!(rates.spend(&Key::Subject("ann".to_owned()), 100), Ok(()));
    }

    #[test]
    fn nothing_is_counted_without_a_limit() {
        let rates = rates(0);
        for _ in 0..100 {
            assert_eq!(rates.spend(&of("192.0.2.1"), u64::MAX), Ok(()));
        }
    }

    #[test]
    fn addresses_without_number_do_not_fill_memory() {
        let rates = rates(1);
        for number in 0..150_000_u128 {
            let address = Ipv6Addr::from_bits((0x2001_0db8 << 96) | (number << 64));
            let _ = rates.spend(&Key::of_address(IpAddr::V6(address)), 1);
        }
        let kept = rates.accounts.as_ref().map_or(0, RateLimiter::len);
        assert!(kept <= MOST_KEYS + 1, "{kept} accounts are kept");
    }
}
