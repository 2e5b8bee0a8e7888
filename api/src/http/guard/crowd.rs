//! How many sockets are open, in all and of each address.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use super::caller::neighbourhood;

/// How many sockets are open.
#[derive(Debug)]
pub struct Crowd {
    total: usize,
    each: usize,
    open: Mutex<Open>,
}

/// Why one more is too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// All places are taken.
    Everywhere,
    /// The address has its share.
    ForYou,
}

/// A socket's place; it is free again when this is dropped.
#[derive(Debug)]
pub struct Ticket {
    crowd: Arc<Crowd>,
    of: IpAddr,
}

#[derive(Debug, Default)]
struct Open {
    total: usize,
    // Addresses without a socket are not in it, so that it is never longer than `total`.
    of: HashMap<IpAddr, usize>,
}

impl Crowd {
    /// Nobody is here yet.
    pub fn new(total: usize, each: usize) -> Self {
        let open = Mutex::default();
        Self { total, each, open }
    }

    /// Takes a place.
    pub fn enter(self: &Arc<Self>, address: IpAddr) -> Result<Ticket, Full> {
        let of = neighbourhood(address);
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.total >= self.total {
            return Err(Full::Everywhere);
        }
        if open.of.get(&of).is_some_and(|&count| count >= self.each) {
            return Err(Full::ForYou);
        }
        open.total += 1;
        *open.of.entry(of).or_default() += 1;
        let crowd = Arc::clone(self);
        Ok(Ticket { crowd, of })
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let mut open = self
            .crowd
            .open
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        open.total = open.total.saturating_sub(1);
        if let Some(count) = open.of.get_mut(&self.of) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                open.of.remove(&self.of);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_free_again_when_its_ticket_is_dropped() {
        let crowd = Arc::new(Crowd::new(3, 2));
        let at = |text: &str| crowd.enter(text.parse().unwrap());
        let first = at("2001:db8::1").unwrap();
        let _second = at("2001:db8::2").unwrap();
        assert_eq!(at("2001:db8::3").unwrap_err(), Full::ForYou);
        let third = at("192.0.2.1").unwrap();
        assert_eq!(at("192.0.2.2").unwrap_err(), Full::Everywhere);
        drop(first);
        assert!(at("2001:db8::3").is_ok());
        drop(third);
        assert_eq!(crowd.open.lock().unwrap().of.len(), 1);
    }
}
