//! Kinds of provision.

use planning::closed::{AreaKind, FamilyRole, Intensity, Nation, Stage};

use super::nothing_more;
use crate::keeping::Kind;
use crate::keeping::spec::{Field, Shape, Spec, Target};

pub const OFFER: Spec = Spec {
    kind: Kind::Offer,
    fields: &[
        // The code is the id: see `plan::new_id`.
        Field::new("code", "id", Shape::Slug).required(),
        Field::new("name", "name", Shape::Text(200)).required(),
        Field::new(
            "kind",
            "kind",
            Shape::Code(&["service", "order", "pathway"]),
        )
        .required(),
        Field::new("description", "description", Shape::Text(2_000)).required(),
        Field::new("stages", "stages", Shape::Codes(Stage::CODES)).required(),
        Field::new("intensity", "intensity", Shape::Code(Intensity::CODES)).required(),
        Field::new("cohort", "cohort", Shape::One(Target::Cohort)).or("all"),
        Field::new("geographies", "geography", Shape::Codes(AreaKind::CODES)).required(),
        Field::new("nations", "nations", Shape::Codes(Nation::CODES)).required(),
        Field::new("families", "families", Shape::Many(Target::Offer)).or(""),
        Field::new("familyRole", "family_role", Shape::Code(FamilyRole::CODES)).or("own"),
        Field::new("countsAsTreatment", "counts_as_treatment", Shape::Flag).required(),
        Field::new("vocabularyVersion", "vocabulary_version", Shape::Text(60)).required(),
    ],
    children: &[],
    fixed: &[("system_numbers", Some(""))],
    spans: &[],
    rules: nothing_more,
};
