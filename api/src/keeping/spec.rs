//! What each kind of thing consists of: its fields, their shapes and columns.

use planning::atlas::Atlas;
use serde_json::{Map, Value};

use super::problem::Problem;
use super::{Kind, kinds};

/// What a field points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after what it points at")]
pub enum Target {
    Source,
    Evidence,
    Area,
    Offer,
    Cohort,
    Community,
    Body,
    Service,
    Contract,
    FundingStream,
    Opening,
    Pool,
    BodySuccession,
}

impl Target {
    /// The table of what is pointed at.
    pub const fn table(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Evidence => "evidence",
            Self::Area => "area",
            Self::Offer => "offer",
            Self::Cohort => "cohort",
            Self::Community => "community",
            Self::Body => "body",
            Self::Service => "service",
            Self::Contract => "contract",
            Self::FundingStream => "funding_stream",
            Self::Opening => "opening",
            Self::Pool => "pool",
            Self::BodySuccession => "body_succession",
        }
    }
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Plain text of so many characters at most.
    Text(usize),
    /// A web address.
    Url,
    /// A short name of small letters, digits and `_`.
    Slug,
    /// A date to the day, month or year.
    Date,
    /// One of a closed list.
    Code(&'static [&'static str]),
    /// Some of a closed list, joined with `;`.
    Codes(&'static [&'static str]),
    /// A row, by id or code.
    One(Target),
    /// Rows, by id or code, joined with `;`.
    Many(Target),
    /// Yes or no.
    Flag,
    /// A whole number from 0 to this.
    Count(i64),
    /// Pounds and pence, from 0.
    Money,
    /// The year in which a financial year begins.
    Year,
    /// A decimal from 0 with at most six places; the bound and the column are in millionths.
    Decimal(i64),
}

/// A field of an input and the column that it fills.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in the input.
    pub name: &'static str,
    /// Its column.
    pub column: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Whether a new row needs it.
    pub required: bool,
    /// What stands in the column where nothing is said; `None`: nothing.
    pub default: Option<&'static str>,
    /// A field beside it that makes the row it points at.
    pub maker: Option<(&'static str, Kind)>,
}

impl Field {
    /// A field that may be left out.
    pub const fn new(name: &'static str, column: &'static str, shape: Shape) -> Self {
        Self {
            name,
            column,
            shape,
            required: false,
            default: None,
            maker: None,
        }
    }

    /// A new row needs it.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// What stands where nothing is said.
    #[must_use]
    pub const fn or(mut self, default: &'static str) -> Self {
        self.default = Some(default);
        self
    }

    /// The row may be made on the way.
    #[must_use]
    pub const fn made_by(mut self, name: &'static str, kind: Kind) -> Self {
        self.maker = Some((name, kind));
        self
    }
}

/// Rows that belong to a node and are given with it, as a whole list.
#[derive(Clone, Copy, Debug)]
pub struct Children {
    /// The field that lists them.
    pub name: &'static str,
    /// Their table.
    pub table: &'static str,
    /// Their column that names the node.
    pub parent: &'static str,
    /// What each consists of.
    pub fields: &'static [Field],
}

/// What a rule of a kind looks at.
pub struct Look<'a> {
    /// The row as it would be.
    pub row: &'a Map<String, Value>,
    /// The lists that belong to it, by field, as they would be.
    pub children: &'a [(&'static str, Vec<Map<String, Value>>)],
    /// The evidence that is made with it.
    pub new_evidence: Option<&'a Map<String, Value>>,
    /// The register as the writer sees it.
    pub atlas: &'a Atlas,
    /// Today.
    pub today: chrono::NaiveDate,
}

impl Look<'_> {
    /// The text in a column.
    pub fn text(&self, column: &str) -> Option<&str> {
        self.row.get(column).and_then(Value::as_str)
    }

    /// The whole number in a column.
    pub fn whole(&self, column: &str) -> Option<i64> {
        self.row.get(column).and_then(Value::as_i64)
    }

    /// The financial year in a column.
    pub fn year(&self, column: &str) -> Option<u32> {
        self.whole(column).and_then(|year| u32::try_from(year).ok())
    }

    /// The rows of a list that belongs to it, as they would be.
    pub fn list(&self, field: &str) -> &[Map<String, Value>] {
        let found = self.children.iter().find(|(name, _)| *name == field);
        found.map_or(&[], |(_, rows)| rows.as_slice())
    }
}

/// What one kind of thing consists of.
#[derive(Clone, Copy)]
pub struct Spec {
    /// Its kind.
    pub kind: Kind,
    /// Its fields.
    pub fields: &'static [Field],
    /// The lists that belong to it.
    pub children: &'static [Children],
    /// Columns that the input does not name, with what stands in a new row.
    pub fixed: &'static [(&'static str, Option<&'static str>)],
    /// Pairs of columns of which the first may not lie after the second.
    pub spans: &'static [(&'static str, &'static str)],
    /// What has to hold beyond shapes.
    pub rules: fn(&Look<'_>) -> Vec<Problem>,
}

impl Spec {
    /// That of a kind.
    pub fn of(kind: Kind) -> &'static Self {
        match kind {
            Kind::Source => &kinds::evidence::SOURCE,
            Kind::Evidence => &kinds::evidence::EVIDENCE,
            Kind::Area => &kinds::area::AREA,
            Kind::AreaSuccession => &kinds::area::SUCCESSION,
            Kind::Offer => &kinds::offer::OFFER,
            Kind::Body => &kinds::body::BODY,
            Kind::BodySuccession => &kinds::body::SUCCESSION,
            Kind::Service => &kinds::service::SERVICE,
            Kind::CoverageRecord => &kinds::coverage::RECORD,
            Kind::Absence => &kinds::coverage::ABSENCE,
            Kind::Search => &kinds::coverage::SEARCH,
            Kind::Contract => &kinds::money::CONTRACT,
            Kind::FundingStream => &kinds::money::FUNDING_STREAM,
            Kind::FundingAllocation => &kinds::allocation::FUNDING_ALLOCATION,
            Kind::Deflator => &kinds::allocation::DEFLATOR,
            Kind::Opening => &kinds::opening::OPENING,
            Kind::Pool => &kinds::pool::POOL,
            Kind::PoolTransfer => &kinds::pool::POOL_TRANSFER,
            Kind::Need => &kinds::need::NEED,
            Kind::UnitCost => &kinds::need::UNIT_COST,
            Kind::MhisYear => &kinds::mhis::MHIS_YEAR,
            Kind::Scenario => &kinds::scenario::SCENARIO,
            Kind::Standard => &kinds::standard::STANDARD,
            Kind::Claim => &kinds::claim::CLAIM,
        }
    }

    /// The field that fills a column.
    pub fn name_of(&self, column: &str) -> Option<&'static str> {
        let field = self.fields.iter().find(|field| field.column == column);
        field.map(|field| field.name)
    }
}
