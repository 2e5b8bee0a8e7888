//! Areas and which follows which.

use async_graphql::{ID, InputObject};

use super::{How, SourceInput};
use crate::graphql::enums::{AreaKind, Nation, SuccessionKind};

/// An official code of an area.
#[derive(InputObject, Clone, Debug)]
pub struct AreaCodeInput {
    /// Who gives it out: `gss`, `ods`, `ndelius`, `pcc`, `prison`, `court` or `nps_region`.
    pub scheme: String,
    /// The code.
    pub code: String,
    /// Its first day.
    pub valid_from: Option<String>,
    /// Its last day.
    pub valid_to: Option<String>,
}

/// Another name of an area.
#[derive(InputObject, Clone, Debug)]
pub struct AreaNameInput {
    /// The name.
    pub name: String,
    /// What kind of name: `former`, `short`, `spelling` or `alternative` (the default).
    pub note: Option<String>,
}

/// An area whose people belong to another area, all of them or a share.
#[derive(InputObject, Clone, Debug)]
pub struct AreaMemberInput {
    /// The area, by id or official code: usually a district.
    pub area: String,
    /// The share of its residents of 2021, from `0` to `1` with at most six places; none: all.
    pub share: Option<String>,
    /// True: some of it, and nobody publishes how much.
    pub share_unknown: Option<bool>,
    /// First day of the membership; none: that of the area.
    pub valid_from: Option<String>,
    /// Last day of the membership; none: that of the area.
    pub valid_to: Option<String>,
}

/// An area to make or, with its id, to change. Lists are given whole.
#[derive(InputObject, Clone, Debug)]
pub struct SaveAreaInput {
    /// The area; none: a new one.
    pub id: Option<ID>,
    /// Its geography. Needed.
    pub kind: Option<AreaKind>,
    /// Its official name. Needed.
    pub name: Option<String>,
    /// Its nation; none: it reaches over both.
    pub nation: Option<Nation>,
    /// Its first day.
    pub valid_from: Option<String>,
    /// Its last day.
    pub valid_to: Option<String>,
    /// Where it is on record. Needed, or newSource.
    pub source: Option<ID>,
    /// A source that is not in the register yet.
    pub new_source: Option<SourceInput>,
    /// All of its official codes.
    pub codes: Option<Vec<AreaCodeInput>>,
    /// All of its other names.
    pub other_names: Option<Vec<AreaNameInput>>,
    /// All of the areas that it is made of. Areas of one kind may not hold anybody twice at a time.
    pub members: Option<Vec<AreaMemberInput>>,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}

/// That one area follows another.
#[derive(InputObject, Clone, Debug)]
pub struct SaveAreaSuccessionInput {
    /// The succession; none: a new one.
    pub id: Option<ID>,
    /// What was, by id or code. Needed.
    pub predecessor: Option<String>,
    /// What took over, by id or code. Needed.
    pub successor: Option<String>,
    /// How. Needed.
    pub kind: Option<SuccessionKind>,
    /// First day of the successor. Needed.
    pub date: Option<String>,
    /// True: the predecessor ends the day before, in the same change.
    pub end_predecessor: Option<bool>,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}
