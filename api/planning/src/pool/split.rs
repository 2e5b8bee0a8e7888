//! Splitting whole pence in proportion, with limits.

use crate::share::largest_remainder;

/// Pence to be paid from several pots that hold so much each: in proportion to
/// what they hold, to the penny; `None` where they hold less than that together.
///
/// No pot gives more than it holds: its exact part is at most that, and so is
/// the next whole penny.
pub fn from_pots(pence: u64, pots: &[u64]) -> Option<Vec<u64>> {
    let held: u128 = pots.iter().map(|pot| u128::from(*pot)).sum();
    (u128::from(pence) <= held && !(pots.is_empty() && pence == 0))
        .then(|| largest_remainder(pence, pots))
}

/// Splits pence by weights, none above its limit (`None`: no limit). What a
/// limit keeps from one goes to the others by the same weights; what nobody can
/// take is left, and given back as the second value.
pub fn within_limits(pence: u64, weights: &[u64], limits: &[Option<u64>]) -> (Vec<u64>, u64) {
    let mut parts: Vec<u64> = vec![0; weights.len()];
    let mut left = pence;
    // Each round but the last fills somebody up.
    for _ in 0..=weights.len() {
        let room = |part: u64, limit: &Option<u64>| limit.map(|limit| limit.saturating_sub(part));
        let open: Vec<u64> = parts
            .iter()
            .zip(weights)
            .zip(limits)
            .map(|((part, weight), limit)| match room(*part, limit) {
                Some(0) => 0,
                _ => *weight,
            })
            .collect();
        if left == 0 || open.iter().all(|weight| *weight == 0) {
            break;
        }
        let offered = largest_remainder(left, &open);
        let over = |((part, limit), offer): ((&u64, &Option<u64>), &u64)| {
            room(*part, limit).is_some_and(|room| *offer > room)
        };
        let is_over = parts.iter().zip(limits).zip(&offered).any(over);
        for ((part, limit), offer) in parts.iter_mut().zip(limits).zip(&offered) {
            let take = match room(*part, limit) {
                // Who would go over is filled up; the rest wait for the next
                // round, so that they share what is over by their weights.
                Some(room) if *offer > room => room,
                _ if is_over => 0,
                _ => *offer,
            };
            *part += take;
            left -= take;
        }
    }
    (parts, left)
}
