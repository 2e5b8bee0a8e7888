//! Whole people and integer shares: largest-remainder rounding.

/// An exact share: `part` of `whole` people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Share {
    /// People in the part.
    pub part: u64,
    /// People in the whole.
    pub whole: u64,
}

impl Share {
    /// The share as a decimal fraction of six digits ("0.144213"); `None` when
    /// the whole has nobody.
    pub fn decimal(self) -> Option<String> {
        if self.whole == 0 {
            return None;
        }
        let scaled = (u128::from(self.part) * 1_000_000 + u128::from(self.whole) / 2)
            / u128::from(self.whole);
        Some(format!("{}.{:06}", scaled / 1_000_000, scaled % 1_000_000))
    }
}

/// Splits a whole number in proportion to weights so that the parts sum to it.
///
/// Each part gets its quotient rounded down; what is left goes one by one to
/// the largest remainders, ties to the earlier position. Weights that are all
/// zero split evenly by the same rule. No weights: nothing to give it to, so
/// the result is empty.
pub fn largest_remainder(whole: u64, weights: &[u64]) -> Vec<u64> {
    let sum: u128 = weights.iter().map(|w| u128::from(*w)).sum();
    if weights.is_empty() {
        return Vec::new();
    }
    if sum == 0 {
        return largest_remainder(whole, &vec![1; weights.len()]);
    }
    let mut parts: Vec<(u64, u128, usize)> = weights
        .iter()
        .enumerate()
        .map(|(position, weight)| {
            let product = u128::from(whole) * u128::from(*weight);
            let quotient = u64::try_from(product / sum).unwrap_or(u64::MAX);
            (quotient, product % sum, position)
        })
        .collect();
    let given: u64 = parts.iter().map(|(quotient, _, _)| quotient).sum();
    let left = usize::try_from(whole.saturating_sub(given)).unwrap_or(usize::MAX);
    parts.sort_by(|a, b| b.1.cmp(&a.1).then(a.2.cmp(&b.2)));
    for part in parts.iter_mut().take(left) {
        part.0 += 1;
    }
    parts.sort_by_key(|part| part.2);
    parts.into_iter().map(|part| part.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_worked_example() {
        // 100 people over parts of 1, 1 and 1 residents: 34, 33, 33.
        assert_eq!(largest_remainder(100, &[1, 1, 1]), [34, 33, 33]);
        assert_eq!(largest_remainder(10, &[6, 3, 1]), [6, 3, 1]);
        assert_eq!(largest_remainder(7, &[0, 0]), [4, 3]);
        assert!(largest_remainder(7, &[]).is_empty());
    }

    #[test]
    fn a_share_prints_to_six_digits() {
        let share = Share { part: 1, whole: 3 };
        assert_eq!(share.decimal().as_deref(), Some("0.333333"));
        assert_eq!(
            Share { part: 3, whole: 3 }.decimal().as_deref(),
            Some("1.000000")
        );
        assert_eq!(Share { part: 0, whole: 0 }.decimal(), None);
    }

    proptest! {
        #[test]
        fn parts_sum_to_the_whole(whole in 0u64..100_000_000, weights in prop::collection::vec(0u64..1_000_000, 1..12)) {
            prop_assert_eq!(largest_remainder(whole, &weights).iter().sum::<u64>(), whole);
        }

        #[test]
        fn scaling_all_weights_changes_nothing(whole in 0u64..1_000_000, weights in prop::collection::vec(0u64..10_000, 1..8), by in 1u64..50) {
            let scaled: Vec<u64> = weights.iter().map(|w| w * by).collect();
            prop_assert_eq!(largest_remainder(whole, &weights), largest_remainder(whole, &scaled));
        }

        #[test]
        fn no_part_is_a_person_off_its_quota(whole in 0u64..1_000_000, weights in prop::collection::vec(1u64..10_000, 1..8)) {
            let sum: u64 = weights.iter().sum();
            for (part, weight) in largest_remainder(whole, &weights).iter().zip(&weights) {
                let floor = whole * weight / sum;
                prop_assert!(*part == floor || *part == floor + 1);
            }
        }
    }
}
