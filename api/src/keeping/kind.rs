//! The kinds of things that people keep.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $code:literal in $table:literal with $tables:expr),+ $(,)?) => {
        /// A kind of thing that people keep.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Kind { $($(#[$doc])* $kind),+ }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// Its code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$kind => $code),+ }
            }

            /// Its table.
            pub const fn table(self) -> &'static str {
                match self { $(Self::$kind => $table),+ }
            }

            /// Every table that writing one may touch.
            pub const fn tables(self) -> &'static [&'static str] {
                match self { $(Self::$kind => &$tables),+ }
            }
        }
    };
}

kinds!(
    /// A publication.
    Source = "source" in "source" with ["source"],
    /// What a record rests on.
    Evidence = "evidence" in "evidence" with ["evidence", "source"],
    /// An area, with its codes, names and parts.
    Area = "area" in "area" with ["area", "area_code", "area_name", "area_part"],
    /// One area following another.
    AreaSuccession = "area_succession" in "area_succession" with ["area_succession", "area"],
    /// A kind of provision.
    Offer = "offer" in "offer" with ["offer"],
    /// A commissioner, provider or funder, with its other names.
    Body = "body" in "body" with ["body", "body_name"],
    /// One body following another.
    BodySuccession = "body_succession" in "body_succession" with ["body_succession", "source"],
    /// A service and the bodies that take part in it.
    Service = "service" in "service" with
        ["service", "service_body", "coverage", "contract", "claim", "evidence", "source"],
    /// One source's record of one offer in one area.
    CoverageRecord = "coverage" in "coverage" with ["coverage", "evidence", "source"],
    /// Somebody's word that there is none.
    Absence = "absence" in "coverage" with ["coverage", "evidence", "source"],
    /// Somebody looked and found none.
    Search = "search" in "search" with ["search"],
    /// A contract, grant or award.
    Contract = "contract" in "contract" with ["contract", "evidence", "source"],
    /// Money that can be spent on services.
    FundingStream = "funding_stream" in "funding_stream" with
        ["funding_stream", "funding_condition", "funding_year", "evidence", "source"],
    /// Money of a funding stream set aside for a service in one financial year.
    FundingAllocation = "funding_allocation" in "funding_allocation" with
        ["funding_allocation", "evidence", "source"],
    /// How high prices stood in a financial year by one index, as somebody entered it.
    Deflator = "deflator" in "deflator" with
        ["deflator", "evidence", "source"],
    /// A grant, tender, lot or other funding that organisations can, could or will be able to apply for.
    Opening = "opening" in "opening" with
        ["opening", "opening_condition", "evidence", "source"],
    /// Money that several bodies plan together, in whatever legal form.
    Pool = "pool" in "pool" with
        ["pool", "pool_member"],
    /// One move of money of a pooled budget: from one account to another, so that both sides always balance.
    PoolTransfer = "pool_transfer" in "pool_transfer" with
        ["pool_transfer"],
    /// How many people need an offer in an area, as somebody estimated it.
    Need = "need" in "need" with
        ["need", "evidence", "source"],
    /// What one unit of an offer costs, as a range.
    UnitCost = "unit_cost" in "unit_cost" with
        ["unit_cost", "evidence", "source"],
    /// What an integrated care board reports for the Mental Health Investment Standard in one financial year.
    MhisYear = "mhis_year" in "mhis_year" with
        ["mhis_year", "mhis_line", "evidence", "source"],
    /// A named plan: steps on a copy of the register, which stays as it is.
    Scenario = "scenario" in "scenario" with
        ["scenario", "scenario_step"],
    /// A minimum offer: what every area should have.
    Standard = "standard" in "standard" with
        ["standard", "standard_line", "evidence", "source"],
    /// A claim about culture, faith or who leads.
    Claim = "claim" in "claim" with ["claim", "evidence", "source"],
);

impl Kind {
    /// The kind whose rows a table holds.
    pub fn of_table(table: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.table() == table)
    }

    /// In words.
    pub fn words(self) -> String {
        self.code().replace('_', " ")
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Kind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().copied().find(|kind| kind.code() == text);
        found.ok_or_else(|| format!("'{text}' is no kind of thing that people keep"))
    }
}
