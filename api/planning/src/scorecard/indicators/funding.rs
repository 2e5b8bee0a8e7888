use super::Indicator;
use crate::scorecard::Measure;

pub(super) const INDICATORS: &[Indicator] = &[Indicator {
    code: "mental_health_investment_standard",
    recommendation: "7.1",
    name: "Boards that met the Mental Health Investment Standard",
    measure: Measure::InvestmentStandard,
    missing: "Each board's spending that counts, and its programme allocation, in two years running. None is shipped with the register.",
    request: "Ask each integrated care board for its reviewed statement on the standard of the last two years, with the lines that count and its programme allocation.",
}];
