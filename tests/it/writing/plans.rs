//! Random wishes about money and plans: allocations, openings, pooled budgets, need, costs, reports,
//! scenarios and minimum offers.

use planning::atlas::Atlas;
use serde_json::{Value, json};
use throughcare::keeping::{Kind, Wish};

use super::steps::{Step, extend, save};

const KINDS: u8 = 10;

impl Step {
    /// A new row of one of the kinds.
    pub(super) fn new_plan(&self, seen: &Atlas) -> Option<(Wish, Option<i64>)> {
        let [one, two, three] = self.pick;
        let words = format!("{one}-{two}-{three}");
        let service = || {
            self.choose(seen.services.rows(), 0)
                .map(|row| row.id.clone())
        };
        let stream = || {
            self.choose(seen.funding_streams.rows(), 1)
                .map(|row| row.id.clone())
        };
        let body = |number| {
            self.choose(seen.bodies.rows(), number)
                .map(|row| row.id.clone())
        };
        let offer = self.choose(seen.offers.rows(), 1)?.id.clone();
        let area = self.choose(seen.areas.rows(), 2)?.id.clone();
        let year = 2026 + i64::from(two % 3);
        let (kind, mut fields, rests) = match one % KINDS {
            0 => (
                Kind::FundingAllocation,
                json!({ "stream": stream()?, "service": service()?, "financialYear": year,
                    "committed": "1.23" }),
                true,
            ),
            1 => (
                Kind::Opening,
                json!({ "title": format!("Opening {words}"), "funder": body(1)?, "kind": "grant",
                    "purpose": "Made up.", "areas": [area], "offers": [offer], "status": "open",
                    "service": service()?, "conditions": [
                        { "kind": "max_turnover", "amount": "500000.00", "statement": words },
                    ] }),
                true,
            ),
            2 | 3 => (
                Kind::Pool,
                json!({ "name": format!("Pool {words}"), "legalForm": "aligned_budgets",
                    "host": body(1)?, "purpose": "Made up.", "startsOn": "2026-04-01",
                    "riskShare": "by_contribution",
                    "members": [{ "body": body(2)?, "part": "aligning" }] }),
                false,
            ),
            4 => (
                Kind::Need,
                json!({ "area": area, "offer": offer, "peopleLow": one, "people": one,
                    "peopleHigh": one, "period": "people in a year",
                    "method": format!("Counted {words}") }),
                true,
            ),
            5 => (
                Kind::UnitCost,
                json!({ "offer": offer, "unit": "person", "low": "1.00", "central": "2.00",
                    "high": format!("{}.00", 2 + u16::from(three)) }),
                true,
            ),
            6 => (
                Kind::MhisYear,
                json!({ "area": "icb:a", "financialYear": 2000 + i64::from(three % 90),
                    "allocation": "1000.00",
                    "lines": [{ "label": words, "amount": "10.00", "insideMhis": "yes" }] }),
                true,
            ),
            7 | 8 => (
                Kind::Scenario,
                json!({ "name": format!("Scenario {words}"), "baseDay": "2027-04-01",
                    "steps": [{ "position": 1, "kind": "end_service", "service": service()?,
                        "endsOn": "2027-03-31" }] }),
                false,
            ),
            _ => (
                Kind::Standard,
                json!({ "name": format!("Standard {words}"), "purpose": "Made up.",
                    "lines": [{ "position": 1, "offer": offer }] }),
                true,
            ),
        };
        let mut sight = self.visibility();
        if sight["owner"].is_null() {
            sight["visibility"] = json!("public");
        }
        extend(&mut fields, sight);
        if rests {
            extend(&mut fields, self.evidence(seen)?);
        }
        Some((save(kind, None, fields), None))
    }

    /// A change of such a row: its words, its list, or who may see it.
    pub(super) fn edit_plan(&self, seen: &Atlas) -> Option<(Wish, Option<i64>)> {
        let [one, two, three] = self.pick;
        let words = format!("{one}-{two}-{three}");
        macro_rules! edit {
            ($table:ident, $kind:expr, $fields:expr) => {{
                let row = self.choose(seen.$table.rows(), 0)?;
                let mut fields: Value = $fields;
                if three % 3 == 0 {
                    extend(&mut fields, self.visibility());
                }
                Some((save($kind, Some(&row.id), fields), Some(row.version)))
            }};
        }
        match two % 6 {
            0 => edit!(
                openings,
                Kind::Opening,
                json!({ "conditions": [{ "kind": "other", "statement": words }] })
            ),
            1 => {
                let body = self.choose(seen.bodies.rows(), 1)?.id.clone();
                edit!(
                    pools,
                    Kind::Pool,
                    json!({ "members": [{ "body": body, "part": "pooling" }] })
                )
            }
            2 => edit!(
                scenarios,
                Kind::Scenario,
                json!({ "name": format!("Again {words}"), "steps": [] })
            ),
            3 => edit!(
                mhis_years,
                Kind::MhisYear,
                json!({ "lines": [{ "label": words, "amount": "20.00" }] })
            ),
            4 => edit!(
                needs,
                Kind::Need,
                json!({ "method": format!("Counted again {words}") })
            ),
            _ => edit!(standards, Kind::Standard, json!({ "purpose": words })),
        }
    }

    /// Takes such a row out.
    pub(super) fn archive_plan(&self, seen: &Atlas) -> Option<(Wish, Option<i64>)> {
        macro_rules! archive {
            ($table:ident, $kind:expr) => {{
                let row = self.choose(seen.$table.rows(), 0)?;
                let id = row.id.clone();
                Some((Wish::Archive { kind: $kind, id }, Some(row.version)))
            }};
        }
        match self.pick[1] % 6 {
            0 => archive!(openings, Kind::Opening),
            1 => archive!(pools, Kind::Pool),
            2 => archive!(scenarios, Kind::Scenario),
            3 => archive!(mhis_years, Kind::MhisYear),
            4 => archive!(funding_allocations, Kind::FundingAllocation),
            _ => archive!(standards, Kind::Standard),
        }
    }
}
