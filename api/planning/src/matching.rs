//! Which records tell of the same service.
//!
//! One pass of readable rules over what sources tell. Two tellings that a rule
//! joins become one service with both pieces of evidence; nothing is averaged
//! and no telling is lost. Rules in the order tried are [`Rule::ALL`].

use std::collections::{BTreeMap, BTreeSet};

use crate::dates::PartialDate;

/// One source's telling of one service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Telling {
    /// `table:row`, unique.
    pub row: String,
    /// The offers told of.
    pub offers: BTreeSet<String>,
    /// The areas told of.
    pub areas: BTreeSet<String>,
    /// The cohort told of.
    pub cohort: String,
    /// `live`, `ended`, `abandoned`, …
    pub status: String,
    /// From when.
    pub start: Option<PartialDate>,
    /// Until when.
    pub end: Option<PartialDate>,
    /// Lead providers.
    pub providers: BTreeSet<String>,
    /// Subcontractors.
    pub subcontractors: BTreeSet<String>,
    /// Commissioners.
    pub commissioners: BTreeSet<String>,
    /// Notice or contract reference; empty where none is on record.
    pub reference: String,
    /// Public address of the source; empty where none is on record.
    pub url: String,
    /// Whether it stands for a contract in a register: two of those are never
    /// one service.
    pub is_contract: bool,
}

/// Why two tellings are of one service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The same notice (reference or address) for the same area, offers in
    /// common, and not one abandoned and the other not.
    SameNotice,
    /// The same contract reference, lead provider and period, wherever and for
    /// whomever: the places of one contract.
    SameContract,
    /// The same commissioner, area, offer and period, and no provider to tell
    /// them apart.
    SameAward,
    /// The same lead provider, area and offer, and periods that do not exclude
    /// each other.
    SameProvider,
    /// A named subcontractor of a contract in the same area and offer.
    SupplyChain,
    /// Neither names a provider: the same offer and area, and starts that do
    /// not differ.
    NobodyNamed,
}

impl Rule {
    /// Every rule, in the order tried.
    pub const ALL: &'static [Self] = &[
        Self::SameNotice,
        Self::SameContract,
        Self::SameAward,
        Self::SameProvider,
        Self::SupplyChain,
        Self::NobodyNamed,
    ];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SameNotice => "same_notice",
            Self::SameContract => "same_contract",
            Self::SameAward => "same_award",
            Self::SameProvider => "same_provider",
            Self::SupplyChain => "supply_chain",
            Self::NobodyNamed => "nobody_named",
        }
    }

    fn joins(self, a: &Telling, b: &Telling) -> bool {
        if a.is_contract && b.is_contract {
            return false;
        }
        let same_area = a.areas == b.areas && !a.areas.is_empty();
        let common_offer = !a.offers.is_disjoint(&b.offers);
        let both_or_neither_abandoned = (a.status == "abandoned") == (b.status == "abandoned");
        let same_cohort = a.cohort == b.cohort || self == Self::SameContract;
        if !common_offer || !both_or_neither_abandoned || !same_cohort {
            return false;
        }
        let area_overlap = !a.areas.is_disjoint(&b.areas);
        match self {
            Self::SameNotice => {
                let notice = (!a.reference.is_empty() && a.reference == b.reference)
                    || (!a.url.is_empty() && a.url == b.url);
                notice && area_overlap && compatible(a, b) && providers_compatible(a, b)
            }
            Self::SameContract => {
                !a.reference.is_empty()
                    && a.reference == b.reference
                    && !a.providers.is_empty()
                    && a.providers == b.providers
                    && a.start.is_some()
                    && (a.start, a.end) == (b.start, b.end)
            }
            Self::SameAward => {
                same_area
                    && a.start.is_some()
                    && a.start == b.start
                    && a.end == b.end
                    && !a.commissioners.is_disjoint(&b.commissioners)
                    && providers_compatible(a, b)
            }
            Self::SameProvider => {
                same_area
                    && !a.providers.is_disjoint(&b.providers)
                    && a.status != "abandoned"
                    && compatible(a, b)
            }
            Self::SupplyChain => {
                let named = |x: &Telling, y: &Telling| {
                    x.is_contract
                        && y.providers
                            .iter()
                            .chain(&y.subcontractors)
                            .any(|p| x.subcontractors.contains(p))
                        && (y.providers.is_empty()
                            || y.providers
                                .iter()
                                .any(|p| x.providers.contains(p) || x.subcontractors.contains(p)))
                };
                same_area && (named(a, b) || named(b, a)) && compatible(a, b)
            }
            Self::NobodyNamed => {
                same_area
                    && a.offers == b.offers
                    && a.providers.is_empty()
                    && b.providers.is_empty()
                    && starts_compatible(a, b)
                    && compatible(a, b)
            }
        }
    }
}

/// Periods that may be of one service: neither begins after the other ends.
fn compatible(a: &Telling, b: &Telling) -> bool {
    let apart = |x: &Telling, y: &Telling| {
        x.end
            .zip(y.start)
            .is_some_and(|(end, start)| end.last() < start.first())
    };
    !apart(a, b) && !apart(b, a)
}

fn providers_compatible(a: &Telling, b: &Telling) -> bool {
    a.providers.is_empty() || b.providers.is_empty() || !a.providers.is_disjoint(&b.providers)
}

fn starts_compatible(a: &Telling, b: &Telling) -> bool {
    a.start
        .zip(b.start)
        .is_none_or(|(x, y)| x.first() <= y.last() && y.first() <= x.last())
}

/// One service and the rows that tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matched {
    /// The first row, in the order given: the service is named by it.
    pub lead: String,
    /// The other rows, each with the rule that joined it.
    pub joined: Vec<(String, Rule)>,
}

/// Groups tellings into services. Order of input does not matter beyond which
/// row leads: rows are taken in `row` order, contracts first.
pub fn services(tellings: &[Telling]) -> Vec<Matched> {
    let mut order: Vec<&Telling> = tellings.iter().collect();
    order.sort_by(|a, b| b.is_contract.cmp(&a.is_contract).then(a.row.cmp(&b.row)));
    let mut groups: Vec<Vec<(&Telling, Option<Rule>)>> = order
        .into_iter()
        .map(|telling| vec![(telling, None)])
        .collect();
    for rule in Rule::ALL {
        groups = join_by(*rule, groups);
    }
    groups
        .into_iter()
        .filter_map(|group| {
            let mut rows = group.into_iter();
            let (lead, _) = rows.next()?;
            Some(Matched {
                lead: lead.row.clone(),
                joined: rows
                    .map(|(row, rule)| (row.row.clone(), rule.unwrap_or(Rule::SameNotice)))
                    .collect(),
            })
        })
        .collect()
}

type Group<'a> = Vec<(&'a Telling, Option<Rule>)>;

/// Joins whole groups: a group joins an earlier one when the rule holds for
/// some pair and no pair of them is two contracts, or told apart by periods
/// that exclude each other.
fn join_by(rule: Rule, groups: Vec<Group<'_>>) -> Vec<Group<'_>> {
    let mut joined: Vec<Group<'_>> = Vec::new();
    // Only groups with an area or a reference in common can join; indexed so
    // that ten thousand services do not compare each with each.
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for group in groups {
        let keys: BTreeSet<&String> = group
            .iter()
            .flat_map(|(t, _)| t.areas.iter().chain([&t.reference]))
            .filter(|key| !key.is_empty())
            .collect();
        let mut candidates: Vec<usize> = keys
            .iter()
            .filter_map(|key| by_key.get(*key))
            .flatten()
            .copied()
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        let home = candidates.into_iter().find(|position| {
            joined.get(*position).is_some_and(|home| {
                let pairs = || {
                    home.iter()
                        .flat_map(|(a, _)| group.iter().map(move |(b, _)| (*a, *b)))
                };
                pairs().any(|(a, b)| rule.joins(a, b))
                    && !pairs().any(|(a, b)| a.is_contract && b.is_contract)
                    && pairs().all(|(a, b)| {
                        providers_compatible(a, b)
                            || home.iter().chain(&group).any(|(c, _)| knows_both(c, a, b))
                    })
            })
        });
        match home.and_then(|position| joined.get_mut(position).map(|g| (position, g))) {
            Some((position, home)) => {
                for key in keys {
                    by_key.entry(key.clone()).or_default().push(position);
                }
                home.extend(
                    group
                        .into_iter()
                        .map(|(telling, by)| (telling, by.or(Some(rule)))),
                );
            }
            None => {
                for key in keys {
                    by_key.entry(key.clone()).or_default().push(joined.len());
                }
                joined.push(group);
            }
        }
    }
    joined
}

/// Whether a contract names a provider of each of two tellings, as lead or as
/// subcontractor: they may then be of one service.
fn knows_both(contract: &Telling, a: &Telling, b: &Telling) -> bool {
    let knows = |telling: &Telling| {
        telling.row == contract.row
            || telling
                .providers
                .iter()
                .any(|p| contract.providers.contains(p) || contract.subcontractors.contains(p))
    };
    contract.is_contract && knows(a) && knows(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn set(text: &str) -> BTreeSet<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    fn telling(row: &str, offers: &str, area: &str, provider: &str) -> Telling {
        Telling {
            row: row.to_owned(),
            offers: set(offers),
            areas: set(area),
            cohort: "all".to_owned(),
            status: "live".to_owned(),
            providers: set(provider),
            commissioners: set("nhse"),
            ..Telling::default()
        }
    }

    fn rules(found: &[Matched]) -> Vec<(String, Vec<(String, &'static str)>)> {
        found
            .iter()
            .map(|m| {
                let joined = m.joined.iter().map(|(r, rule)| (r.clone(), rule.code()));
                (m.lead.clone(), joined.collect())
            })
            .collect()
    }

    #[test]
    fn a_notice_and_its_offers_are_one_service() {
        let mut lot = telling("procurement:P01", "liaison mhtr", "avon", "");
        lot.url = "https://notice/1".to_owned();
        lot.is_contract = true;
        let mut one = telling("provision:V192", "liaison", "avon", "");
        one.url.clone_from(&lot.url);
        let mut other = telling("provision:V193", "mhtr", "avon", "");
        other.url.clone_from(&lot.url);
        let mut elsewhere = telling("provision:V198", "liaison", "dorset", "");
        elsewhere.url.clone_from(&lot.url);
        let found = services(&[one, other, elsewhere, lot]);
        assert_eq!(
            rules(&found),
            [
                (
                    "procurement:P01".to_owned(),
                    vec![
                        ("provision:V192".to_owned(), "same_notice"),
                        ("provision:V193".to_owned(), "same_notice")
                    ]
                ),
                ("provision:V198".to_owned(), vec![])
            ]
        );
    }

    #[test]
    fn the_places_of_one_contract_are_one_service() {
        let mut one = telling("cfo:1", "evolution", "prison-1", "reed");
        one.reference = "con_1".to_owned();
        one.start = Some("2024-08-01".parse().unwrap());
        one.end = Some("2029-03-31".parse().unwrap());
        let mut other = telling("cfo:2", "evolution", "prison-2", "reed");
        other.reference.clone_from(&one.reference);
        (other.start, other.end) = (one.start, one.end);
        other.cohort = "women".to_owned();
        let mut another_term = other.clone();
        another_term.row = "cfo:3".to_owned();
        another_term.start = Some("2029-04-01".parse().unwrap());
        another_term.end = None;
        assert_eq!(services(&[one, other, another_term]).len(), 2);
    }

    #[test]
    fn a_provider_told_of_twice_is_one_service() {
        let found = services(&[
            telling("provision:V1", "liaison", "kent", "trust"),
            telling("provision:V2", "liaison", "kent", "trust"),
            telling("provision:V3", "liaison", "kent", "another"),
            telling("provision:V4", "mhtr", "kent", "trust"),
        ]);
        assert_eq!(found.len(), 3);
    }

    #[test]
    fn successive_terms_stay_apart() {
        let mut before = telling("provision:V1", "liaison", "kent", "trust");
        before.end = Some("2020-06".parse().unwrap());
        let mut after = telling("provision:V2", "liaison", "kent", "trust");
        after.start = Some("2020-07-01".parse().unwrap());
        assert_eq!(services(&[before, after]).len(), 2);
    }

    #[test]
    fn two_contracts_are_never_one_service() {
        let mut a = telling("crs:1", "wellbeing", "kent", "trust");
        let mut b = telling("crs:2", "wellbeing", "kent", "trust");
        (a.is_contract, b.is_contract) = (true, true);
        assert_eq!(services(&[a, b]).len(), 2);
    }

    #[test]
    fn an_abandoned_procurement_never_joins_what_runs() {
        let mut abandoned = telling("provision:V1", "liaison", "kent", "");
        abandoned.status = "abandoned".to_owned();
        assert_eq!(
            services(&[abandoned, telling("provision:V2", "liaison", "kent", "")]).len(),
            2
        );
    }

    #[test]
    fn a_subcontractor_belongs_to_its_contract() {
        let mut contract = telling("crs:1", "women", "beds", "advance");
        contract.is_contract = true;
        contract.subcontractors = set("hibiscus");
        let named = telling("claims:CI108", "women", "beds", "hibiscus");
        let found = services(&[contract, named]);
        let joined = ("claims:CI108".to_owned(), "supply_chain");
        assert_eq!(rules(&found), [("crs:1".to_owned(), vec![joined])]);
    }

    proptest! {
        #[test]
        fn every_row_is_in_one_service_and_order_does_not_matter(
            picks in prop::collection::vec((0usize..4, 0usize..3, 0usize..3, any::<bool>()), 1..14),
            turn in 0usize..14,
        ) {
            let tellings: Vec<Telling> = picks.iter().enumerate().map(|(n, (offer, area, provider, contract))| {
                let mut t = telling(&format!("t:{n:02}"), &format!("o{offer}"), &format!("a{area}"),
                    if *provider == 0 { "" } else if *provider == 1 { "p1" } else { "p2" });
                t.is_contract = *contract;
                t
            }).collect();
            let found = services(&tellings);
            let mut rows: Vec<&String> = found.iter().flat_map(|m| std::iter::once(&m.lead).chain(m.joined.iter().map(|j| &j.0))).collect();
            rows.sort();
            rows.dedup();
            prop_assert_eq!(rows.len(), tellings.len());
            let mut turned = tellings.clone();
            turned.rotate_left(turn % tellings.len());
            prop_assert_eq!(found, services(&turned));
        }
    }
}
