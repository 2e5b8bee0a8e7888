//! The closed lists of the shipped tables that no calculation needs; the database holds them too.

pub(super) const SCHEMES: &[&str] = &[
    "gss",
    "ods",
    "ndelius",
    "pcc",
    "prison",
    "court",
    "nps_region",
];
pub(super) const NAME_NOTES: &[&str] = &["former", "short", "spelling", "alternative"];
pub(super) const BASES: &[&str] = &["named", "county", "shared", "assumed"];
pub(super) const CLASSES: &[&str] = &[
    "service",
    "order",
    "pathway",
    "body",
    "statute",
    "measure",
    "event",
    "instrument",
    "attribute",
    "recommendation",
    "network",
];
pub(super) const OFFER_KINDS: &[&str] = &["service", "order", "pathway"];
pub(super) const SEXES: &[&str] = &["any", "male", "female"];
pub(super) const BODY_KINDS: &[&str] = &[
    "nhs_trust",
    "vcse",
    "private",
    "council",
    "nhs_england",
    "icb",
    "pcc",
    "hmpps",
    "moj",
    "government",
    "police",
    "partnership",
    "health_board",
    "prison_operator",
    "probation_provider",
    "funder",
    "unknown",
];
pub(super) const ASSERTERS: &[&str] = &[
    "commissioner",
    "provider",
    "third_party",
    "funder",
    "inspectorate",
    "report",
];
pub(super) const CONFIDENCES: &[&str] = &["high", "medium", "low", "not_stated"];
pub(super) const VAT: &[&str] = &["", "included", "excluded", "not_stated"];
/// What a starter row may say: what a record may, and that it is no provision.
pub(super) const STATUSES: &[&str] = &[
    "live",
    "planned",
    "ended",
    "abandoned",
    "absent",
    "unclear",
    "not_provision",
];
pub(super) const CLAIM_KINDS: &[&str] = &[
    "led_by_and_for",
    "culturally_informed_service",
    "co-produced",
    "faith_based",
    "interpreter_or_language",
    "other",
];
pub(super) const CLAIMANTS: &[&str] = &["itself", "commissioner", "funder", "third_party"];
pub(super) const STATEMENT_KINDS: &[&str] = &[
    "absent",
    "ended",
    "practice",
    "overlap",
    "claim_without_place",
];
/// What the least and the greatest award of an opening are of.
pub(super) const AWARD_BASES: &[&str] = &["a_year", "whole_award", "lot"];
