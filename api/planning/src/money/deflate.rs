//! Pounds of one year in the prices of another, by a series of price indices
//! that somebody has entered with its source. None comes with the program.

use std::collections::BTreeMap;
use std::fmt;

/// One index of one series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Index<'a> {
    /// The series.
    pub series: &'a str,
    /// The financial year: 2026 is 2026/27.
    pub year: u32,
    /// The index in millionths of whatever the series is based on.
    pub millionths: i64,
    /// The row that it stands in.
    pub row: &'a str,
}

/// Why pounds cannot be moved into the prices of another year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPrices {
    /// No series is entered.
    NoneEntered,
    /// Several are, and none was named.
    NameOne(Vec<String>),
    /// The one that was named is not among those entered.
    NoSuchSeries(String, Vec<String>),
    /// The series has no index for the year, or one of zero.
    NoIndex(String, u32, Vec<u32>),
    /// The year of the prices that a value is stated in is not on record.
    YearNotOnRecord,
}

impl fmt::Display for NoPrices {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoneEntered => write!(
                f,
                "no deflator series is entered: enter one with its source, a row for each financial year"
            ),
            Self::NameOne(known) => {
                write!(
                    f,
                    "several deflator series are entered: name one of {}",
                    known.join(", ")
                )
            }
            Self::NoSuchSeries(given, known) => write!(
                f,
                "no deflator series is called '{given}': use one of {}",
                known.join(", ")
            ),
            Self::NoIndex(series, year, known) => {
                let known: Vec<String> = known.iter().map(u32::to_string).collect();
                write!(
                    f,
                    "the series '{series}' has no index for the financial year {year}: it has {}",
                    known.join(", ")
                )
            }
            Self::YearNotOnRecord => write!(
                f,
                "no first day is on record, so the year of its prices is not known"
            ),
        }
    }
}

impl std::error::Error for NoPrices {}

/// From the prices of one year to those of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prices<'a> {
    /// The index of the year that pounds come from.
    pub from: Index<'a>,
    /// The index of the year that they are shown in.
    pub to: Index<'a>,
}

impl Prices<'_> {
    /// Pence in the other year's prices, to the nearest penny, halves up;
    /// `None`: more than can be counted.
    pub fn of(&self, pence: i64) -> Option<i64> {
        let (from, to) = (
            i128::from(self.from.millionths),
            i128::from(self.to.millionths),
        );
        let moved = (2 * i128::from(pence) * to + from).div_euclid(2 * from);
        i64::try_from(moved).ok()
    }
}

/// The indices that lead from one financial year's prices to another's; of the
/// only series where none is named. `from` is `None` where it is not on record.
pub fn prices<'a>(
    entered: impl IntoIterator<Item = Index<'a>>,
    series: Option<&str>,
    from: Option<u32>,
    to: u32,
) -> Result<Prices<'a>, NoPrices> {
    let mut by_series: BTreeMap<&str, BTreeMap<u32, Index<'a>>> = BTreeMap::new();
    for index in entered {
        by_series
            .entry(index.series)
            .or_default()
            .entry(index.year)
            .or_insert(index);
    }
    let known = || by_series.keys().map(|name| (*name).to_owned()).collect();
    let (name, years) = match (series, by_series.len()) {
        (_, 0) => return Err(NoPrices::NoneEntered),
        (None, 1) => by_series.iter().next(),
        (None, _) => return Err(NoPrices::NameOne(known())),
        (Some(wanted), _) => by_series.get_key_value(wanted),
    }
    .ok_or_else(|| NoPrices::NoSuchSeries(series.unwrap_or_default().to_owned(), known()))?;
    let index = |year: u32| {
        let found = years.get(&year).filter(|index| index.millionths > 0);
        found.copied().ok_or_else(|| {
            NoPrices::NoIndex((*name).to_owned(), year, years.keys().copied().collect())
        })
    };
    let to = index(to)?;
    let from = index(from.ok_or(NoPrices::YearNotOnRecord)?)?;
    Ok(Prices { from, to })
}
