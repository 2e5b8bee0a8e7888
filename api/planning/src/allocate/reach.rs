//! Whom money reaches: straight pieces, each dearer than the one before.
#![expect(
    clippy::float_arithmetic,
    reason = "a logarithm, rounded to millionths before anything rests on it"
)]

use super::number::{float, nearest};
use super::problem::{ONE, Reach, Step};

/// Where the curve `M (1 - exp(-b / k))` is cut: shares of `M`, in millionths. What lies beyond
/// the last would cost without end.
pub const CUTS: [i64; 6] = [200_000, 400_000, 600_000, 800_000, 900_000, 950_000];

/// The pieces of a curve. Of none: everybody at the unit cost.
///
/// The last person of `M (1 - exp(-b / k))` at share `u` of `M` has cost `-k ln(1 - u)`, so
/// the chord between two cuts costs `k (ln(1 - u0) - ln(1 - u1)) / (u1 - u0)` a share of `M`.
pub fn steps(reach: Option<&Reach>) -> Vec<Step> {
    match reach {
        None => vec![Step {
            up_to: ONE,
            costs: ONE,
        }],
        Some(Reach::Steps(steps)) => steps.clone(),
        Some(Reach::Saturating { reachable, first }) => {
            let mut from = 0;
            let mut steps = Vec::new();
            for cut in CUTS {
                let log = |share: i64| (float(ONE - share) / float(ONE)).ln();
                let chord = (log(from) - log(cut)) / (float(cut - from) / float(ONE));
                steps.push(Step {
                    up_to: nearest(float(*reachable) * float(cut) / float(ONE)),
                    costs: nearest(float(*first) * chord),
                });
                from = cut;
            }
            steps
        }
    }
}

/// One piece at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// People in it, in thousandths.
    pub milli: i64,
    /// What one of them costs, in millionths of a penny.
    pub price: i128,
}

/// The pieces for a need at a unit cost in pence.
pub fn pieces(steps: &[Step], people: i64, pence: i64) -> Vec<Piece> {
    let mut from = 0;
    let mut pieces = Vec::new();
    for step in steps {
        let milli = i128::from(people) * 1_000 * i128::from(step.up_to) / i128::from(ONE);
        let milli = i64::try_from(milli).unwrap_or(i64::MAX);
        if milli > from {
            pieces.push(Piece {
                milli: milli - from,
                price: i128::from(pence) * i128::from(step.costs),
            });
        }
        from = from.max(milli);
    }
    pieces
}

/// Thousandths of people whom so many pence reach, rounded down.
pub fn reached(pieces: &[Piece], pence: i64) -> i64 {
    let mut left = i128::from(pence.max(0)) * i128::from(ONE) * 1_000;
    let mut milli: i64 = 0;
    for piece in pieces {
        let whole = piece.price * i128::from(piece.milli);
        if left >= whole {
            left -= whole;
            milli = milli.saturating_add(piece.milli);
        } else {
            let part = left.checked_div(piece.price).unwrap_or(0);
            return milli.saturating_add(i64::try_from(part).unwrap_or(0));
        }
    }
    milli
}

/// The fewest pence that reach so many thousandths of people; all within reach, where that is fewer.
pub fn priced(pieces: &[Piece], milli: i64) -> i64 {
    let mut left = milli;
    let mut sum: i128 = 0;
    for piece in pieces {
        let taken = left.clamp(0, piece.milli);
        sum += piece.price * i128::from(taken);
        left -= taken;
    }
    let unit = i128::from(ONE) * 1_000;
    i64::try_from((sum + unit - 1) / unit).unwrap_or(i64::MAX)
}

/// The price of the next person after so many pence, and the pence left in that piece, rounded up;
/// `None`: nobody more is within reach.
pub fn next(pieces: &[Piece], pence: i64) -> Option<(i128, i64)> {
    let unit = i128::from(ONE) * 1_000;
    let mut left = i128::from(pence.max(0)) * unit;
    for piece in pieces {
        let whole = piece.price * i128::from(piece.milli);
        if left < whole {
            let room = (whole - left + unit - 1) / unit;
            return Some((piece.price, i64::try_from(room).unwrap_or(i64::MAX)));
        }
        left -= whole;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reach_diminishes_as_the_worked_example_says() {
        // 100 people at £50: 60 of them at £50, the next 30 at £100, the last 10 out of reach.
        let steps = [(600_000, ONE), (900_000, 2 * ONE)];
        let steps = steps.map(|(up_to, costs)| Step { up_to, costs });
        let pieces = pieces(&steps, 100, 5_000);
        assert_eq!(reached(&pieces, 300_000), 60_000);
        assert_eq!(reached(&pieces, 350_000), 65_000);
        assert_eq!(reached(&pieces, 999_999_999), 90_000);
        assert_eq!(priced(&pieces, 90_000), 600_000);
        assert_eq!(next(&pieces, 299_999), Some((5_000_000_000, 1)));
        assert_eq!(next(&pieces, 300_000), Some((10_000_000_000, 300_000)));
        assert_eq!(next(&pieces, 600_000), None);
    }

    #[test]
    fn the_saturating_curve_is_cut_into_these_pieces() {
        let reach = Reach::Saturating {
            reachable: 800_000,
            first: ONE,
        };
        let steps = steps(Some(&reach));
        let costs: Vec<_> = steps.iter().map(|step| step.costs).collect();
        // -ln(0.8) / 0.2 and on: the chord of the logarithm between the cuts.
        assert_eq!(
            costs,
            [
                1_115_718, 1_438_410, 2_027_326, 3_465_736, 6_931_472, 13_862_944
            ]
        );
        let shares: Vec<_> = steps.iter().map(|step| step.up_to).collect();
        assert_eq!(
            shares,
            [160_000, 320_000, 480_000, 640_000, 720_000, 760_000]
        );
    }

    proptest! {
        #[test]
        fn what_people_cost_reaches_them(people in 1_i64..5_000, pence in 1_i64..1_000_000, share in 0_i64..=ONE) {
            let reach = Reach::Saturating { reachable: 900_000, first: 1_200_000 };
            let pieces = pieces(&steps(Some(&reach)), people, pence);
            let all: i64 = pieces.iter().map(|piece| piece.milli).sum();
            let milli = all * share / ONE;
            let price = priced(&pieces, milli);
            prop_assert!(reached(&pieces, price) >= milli);
            prop_assert!(price == 0 || reached(&pieces, price - 1) <= milli);
        }
    }
}
