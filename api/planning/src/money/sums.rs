//! Sums of what is known, with the number of which it is not.

/// The sum of what is on record, and of how many nothing is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The sum of those on record.
    pub sum: i64,
    /// How many are on record.
    pub on_record: u64,
    /// How many are not: their amount is unknown, never nothing.
    pub not_stated: u64,
}

impl Known {
    /// Adds one amount, or one of which none is on record.
    pub fn add(&mut self, amount: Option<i64>) {
        match amount {
            Some(amount) => {
                self.sum = self.sum.saturating_add(amount);
                self.on_record += 1;
            }
            None => self.not_stated += 1,
        }
    }

    /// Both sums in one.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            sum: self.sum.saturating_add(other.sum),
            on_record: self.on_record + other.on_record,
            not_stated: self.not_stated + other.not_stated,
        }
    }
}

/// What some endings have at stake together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AtStake {
    /// How many end.
    pub endings: u64,
    /// How many of them lie inside another that is counted, and so add nothing.
    pub inside_others: u64,
    /// Pounds a year, in pence, if values are for the base term.
    pub base: Known,
    /// Pounds a year, in pence, if they are for the full term.
    pub full: Known,
    /// People that they are to reach a year.
    pub places: Known,
}

impl AtStake {
    /// Both in one.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            endings: self.endings + other.endings,
            inside_others: self.inside_others + other.inside_others,
            base: self.base.and(other.base),
            full: self.full.and(other.full),
            places: self.places.and(other.places),
        }
    }
}
