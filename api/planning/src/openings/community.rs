//! Whether an organisation that is led by and for some communities is what a
//! notice asks for.

use std::collections::BTreeSet;

use crate::atlas::Atlas;
use crate::facts::Community;
use crate::table::Ix;

/// How communities that lead an organisation stand to those that a notice names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Led {
    /// One of them is named, or part of one that is.
    Yes,
    /// One of them may be; the register does not say.
    Unknown,
    /// None of them is.
    No,
}

/// The best of any community of the organisation. Two are compared by the census
/// groups nearest to them; what has none is compared by name alone.
pub(super) fn led(atlas: &Atlas, ours: &[Ix<Community>], named: &[Ix<Community>]) -> Led {
    let compare = |our: Ix<Community>, their: Ix<Community>| {
        if our == their {
            return Led::Yes;
        }
        let (mine, theirs) = (groups(atlas, our), groups(atlas, their));
        if mine.is_empty() || theirs.is_empty() {
            Led::Unknown
        } else if mine.is_subset(&theirs) {
            Led::Yes
        } else if mine.is_disjoint(&theirs) {
            Led::No
        } else {
            Led::Unknown
        }
    };
    ours.iter()
        .flat_map(|our| named.iter().map(move |their| compare(*our, *their)))
        .min()
        .unwrap_or(Led::No)
}

fn groups(atlas: &Atlas, community: Ix<Community>) -> BTreeSet<&str> {
    let row = atlas.communities.get(community);
    row.census_groups.iter().map(String::as_str).collect()
}
