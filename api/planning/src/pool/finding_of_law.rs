//! Findings on who takes part, with what functions, and how the risk is shared.

use super::account::{is_section_75, may_be_pooled};
use super::case::Case;
use super::finding::{Finding, FindingCode as Code, functions_source, source_of};
use super::functions::{Delegation, PoolFunction, Whose};
use super::law::{REGULATION_3, REGULATION_4, REGULATION_7, REVIEW};
use super::liability::ALL_SHARES;
use super::partner::{Standing, ruling_on};
use super::{Partner, PoolForm, PoolPart, RiskShare};

/// Who takes part.
pub(super) fn partners(case: &Case) -> Vec<Finding> {
    let mut found = Vec::new();
    for one in &case.terms.partners {
        found.extend(part_of_form(case.terms.form, one));
    }
    if !is_section_75(case.terms.form) {
        return found;
    }
    let pooling: Vec<&Partner> = of_part(case, PoolPart::Pooling).collect();
    for one in &pooling {
        let ruling = ruling_on(&one.kind);
        let code = match ruling.standing {
            Standing::NotNamed => Code::NotAPartner,
            Standing::Check => Code::PartnerUnclear,
            Standing::NhsBody | Standing::LocalAuthority => continue,
        };
        let words = format!("{} pools: {}", one.name, ruling.words);
        let finding = Finding::by(code, ruling.source, words).beside(ruling.instead);
        found.push(finding.of_member(&one.body));
    }
    for one in pooling.iter().filter(|one| one.kind == "nhs_trust") {
        let words = format!("{}: {}", one.name, ruling_on(&one.kind).words);
        found.push(Finding::by(Code::TrustNeedsConsent, REGULATION_7, words).of_member(&one.body));
    }
    let has = |standing| {
        pooling
            .iter()
            .any(|one| ruling_on(&one.kind).standing == standing)
    };
    // A member whose standing is open may be the one that is looked for.
    let is_open = has(Standing::Check);
    for (standing, code, words) in [
        (
            Standing::NhsBody,
            Code::NoNhsPartner,
            "no NHS body pools: without one there is no section 75 arrangement",
        ),
        (
            Standing::LocalAuthority,
            Code::NoLocalAuthorityPartner,
            "no local authority pools: without one there is no section 75 arrangement",
        ),
    ] {
        if !has(standing) && !is_open {
            found.push(Finding::by(code, REGULATION_3, words));
        }
    }
    if !pooling.iter().any(|one| one.body == case.host) {
        let words = "the host is no member that pools: add it as one, or name another host";
        let finding = Finding::by(Code::HostNotPartner, REGULATION_7, words);
        found.push(finding.of_member(&case.host));
    }
    found
}

/// Members of one part.
pub(super) fn of_part(case: &Case, part: PoolPart) -> impl Iterator<Item = &Partner> {
    case.terms
        .partners
        .iter()
        .filter(move |one| one.part == part)
}

/// Whether a member's part is one that the form provides for. Aligning always
/// is: it changes nothing of whose the money is.
fn part_of_form(form: PoolForm, one: &Partner) -> Option<Finding> {
    let standing = ruling_on(&one.kind).standing;
    let words = match (form, one.part) {
        (_, PoolPart::Aligning) => return None,
        (PoolForm::Section256Transfer, PoolPart::Transferring) => match one.kind.as_str() {
            "icb" | "nhs_england" => return None,
            _ => "only NHS England and integrated care boards pay under section 256",
        },
        (PoolForm::Section76Transfer, PoolPart::Transferring) => match standing {
            Standing::LocalAuthority => return None,
            _ => "only local authorities pay under section 76",
        },
        (form, part) if may_be_pooled(form, part) => return None,
        // A partner may grant or transfer beside a section 75 fund, and money of
        // it is kept apart from the fund.
        (form, PoolPart::Granting | PoolPart::Transferring) if is_section_75(form) => return None,
        _ => "the legal form does not provide for this part: change the part or the form",
    };
    let words = format!("{} is {}: {words}", one.name, one.part.code());
    Some(Finding::by(Code::PartNotOfForm, source_of(form), words).of_member(&one.body))
}

/// What the pool is about.
pub(super) fn functions(case: &Case) -> Vec<Finding> {
    let is_75 = is_section_75(case.terms.form);
    let other = functions_source(case.terms.form);
    if !is_75 && other.is_none() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut known = Vec::new();
    for code in &case.functions {
        let Some(function) = PoolFunction::find(code) else {
            let words = format!(
                "'{code}' is no function of the list: use one of {}",
                PoolFunction::CODES.join(", ")
            );
            found.push(Finding::by(Code::FunctionUnclear, REGULATION_4, words));
            continue;
        };
        known.push(function);
        // Under section 76 only NHS functions are paid for; what is left out of
        // them is the same list.
        if !is_75 && function.whose() != Whose::Nhs {
            continue;
        }
        let (code, what) = match function.may_be_delegated() {
            Delegation::May => continue,
            Delegation::MayNot => (
                Code::FunctionNotDelegable,
                "cannot be a subject of the arrangements: take it out, and commission it apart",
            ),
            Delegation::Check => (
                Code::FunctionUnclear,
                "depends on who has the function and on amendments: take legal advice",
            ),
        };
        let source = other.unwrap_or_else(|| function.source());
        let words = format!("{} {what}", function.words());
        found.push(Finding::by(code, source, words));
    }
    if case.functions.is_empty() {
        let words =
            "no functions are on record: name those of the NHS and of the local authorities";
        found.push(Finding::by(Code::NoFunctions, REGULATION_7, words));
    } else if is_75 {
        found.extend(one_sided(&known));
    }
    found
}

fn one_sided(known: &[PoolFunction]) -> Option<Finding> {
    let has = |whose| known.iter().any(|one| one.whose() == whose);
    let words = match (has(Whose::Nhs), has(Whose::LocalAuthority)) {
        (true, false) => "only NHS functions are named: name those of the local authorities too",
        (false, true) => "only functions of local authorities are named: name those of the NHS too",
        _ => return None,
    };
    Some(Finding::by(Code::FunctionsOneSided, REGULATION_7, words))
}

/// Who bears what is spent above the contributions.
pub(super) fn sharing(case: &Case) -> Vec<Finding> {
    let mut found = Vec::new();
    let bearing: Vec<&Partner> = bearers(case).collect();
    match case.risk_share {
        RiskShare::StatedShares => {
            let missing = bearing.iter().filter(|one| one.share.is_none());
            found.extend(missing.map(|one| {
                let words = format!("the share of {} is not on record", one.name);
                Finding::by(Code::SharesMissing, REVIEW, words).of_member(&one.body)
            }));
            let sum: u64 = bearing.iter().filter_map(|one| one.share).sum();
            if sum != ALL_SHARES && bearing.iter().all(|one| one.share.is_some()) {
                let words = format!(
                    "the stated shares sum to {}.{:06}: they have to sum to 1",
                    sum / ALL_SHARES,
                    sum % ALL_SHARES
                );
                found.push(Finding::by(Code::SharesDoNotSum, REVIEW, words));
            }
        }
        RiskShare::Tiered if case.tier.is_none() => {
            let words = "the part of an overspend that all bear equally is not on record";
            found.push(Finding::by(Code::NoTier, REVIEW, words));
        }
        RiskShare::HostBears if !bearing.iter().any(|one| one.body == case.host) => {
            let words = "the host is to bear the overspend and does not pool";
            let finding = Finding::by(Code::HostBearsOutside, REVIEW, words);
            found.push(finding.of_member(&case.host));
        }
        RiskShare::ByContribution | RiskShare::Tiered | RiskShare::HostBears => {}
    }
    found
}

/// Who bears risk: members whose money is held in common.
pub(super) fn bearers(case: &Case) -> impl Iterator<Item = &Partner> {
    let form = case.terms.form;
    case.terms
        .partners
        .iter()
        .filter(move |one| may_be_pooled(form, one.part))
}
