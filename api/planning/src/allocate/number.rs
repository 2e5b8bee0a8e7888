//! Between whole numbers and the solver's, and text for the exact ones.
#![expect(
    clippy::as_conversions,
    clippy::float_arithmetic,
    reason = "the solver computes in floats; what it finds is made whole here and nowhere else"
)]

/// Thousandths of a person in a person.
pub const MILLI: i64 = 1_000;

/// A whole number for the solver. Exact up to 2^53.
pub fn float(whole: i64) -> f64 {
    whole as f64
}

/// The same, of a wider one.
pub fn wide(whole: i128) -> f64 {
    whole as f64
}

/// A count for the solver.
pub fn count(whole: usize) -> f64 {
    whole as f64
}

/// The whole number below, allowing for what the solver leaves undone.
pub fn below(value: f64, slip: f64) -> i64 {
    (value + slip).floor() as i64
}

/// The whole number above, allowing for what the solver leaves undone.
pub fn above(value: f64, slip: f64) -> i64 {
    (value - slip).ceil() as i64
}

/// The nearest whole number.
pub fn nearest(value: f64) -> i64 {
    value.round() as i64
}

/// The nearest whole number, of a wider kind.
pub fn nearest_wide(value: f64) -> i128 {
    value.round() as i128
}

/// A whole count of parts as a decimal: `(1500, 3)` is "1.500".
pub fn decimal(value: i128, digits: u32) -> String {
    let one = 10_u128.pow(digits);
    let sign = if value < 0 { "-" } else { "" };
    let value = value.unsigned_abs();
    if digits == 0 {
        return format!("{sign}{value}");
    }
    let width = usize::try_from(digits).unwrap_or(0);
    format!("{sign}{}.{:0width$}", value / one, value % one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_print_with_all_their_digits() {
        assert_eq!(decimal(1500, 3), "1.500");
        assert_eq!(decimal(-7, 3), "-0.007");
        assert_eq!(decimal(12, 0), "12");
    }
}
