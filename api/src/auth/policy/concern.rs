//! What the policy has to know of a row to decide on it.

use std::collections::BTreeSet;

/// Whom one row concerns, as it was or as it would be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concern {
    /// The table of the row.
    pub table: &'static str,
    /// Whether the row is only now made.
    pub is_new: bool,
    /// Whether the row is taken out.
    pub is_gone: bool,
    /// Bodies whose row it is: commissioners and funders, the owner.
    pub bodies: BTreeSet<String>,
    /// Areas that it speaks of.
    pub areas: BTreeSet<String>,
    /// Every body that takes part in it.
    pub parties: BTreeSet<String>,
    /// The body that is to own what is not public.
    pub owner: Option<String>,
}
