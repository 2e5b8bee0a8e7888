mod cliff;
mod deflate;
mod per_adult;
mod properties;
mod renewal;
mod streams;
mod yearly;

use crate::closed::Status;
use crate::facts::Contract;
use crate::given::{Given, day};

/// The day that the examples are asked on.
pub(super) const TODAY: &str = "2026-11-22";

impl Given {
    /// Changes the contract given last.
    fn edit_contract(mut self, edit: impl FnOnce(&mut Contract)) -> Self {
        edit(self.facts.contracts.last_mut().unwrap());
        self
    }

    /// The contract given last is worth so many pounds a year on both readings.
    fn worth(self, pounds: i64) -> Self {
        self.edit_contract(|row| {
            row.annual_base_pence = Some(pounds * 100);
            row.annual_full_pence = Some(pounds * 100);
        })
    }
}

/// A live contract of a service, from 1 April 2024 to a last day.
pub(super) fn live_to(given: Given, service: &str, last: &str) -> Given {
    given.contract(service, Status::Live, ("2024-04-01", None, last))
}

/// A contract as its facts are.
pub(super) fn contract(edit: impl FnOnce(&mut Contract)) -> Contract {
    let given = live_to(Given::nothing().service("s"), "s", "2031-03-31");
    let mut row = given.facts.contracts.into_iter().next().unwrap();
    row.starts_on = None;
    row.ends_on = None;
    edit(&mut row);
    row
}

#[test]
fn a_financial_year_begins_in_april() {
    assert_eq!(super::financial_year(day("2026-03-31")), 2025);
    assert_eq!(super::financial_year(day("2026-04-01")), 2026);
    assert_eq!(super::financial_year(day("2026-12-31")), 2026);
}
