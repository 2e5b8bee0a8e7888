//! Offers, the systems they come from, and the people they are for.

use planning::facts::{CensusGroup, Cohort, Community, Offer, System};

use super::RowFault;
use super::fact::{At, list};

pub(super) fn offer(row: entity::offer::Model) -> Result<Offer, RowFault> {
    let at = At {
        table: "offer",
        row: &row.id,
    };
    Ok(Offer {
        stages: at.codes("stages", &row.stages)?,
        intensity: at.code("intensity", &row.intensity)?,
        geography: at.codes("geography", &row.geography)?,
        nations: at.codes("nations", &row.nations)?,
        families: list(&row.families),
        family_role: at.code("family_role", &row.family_role)?,
        version: row.version,
        id: row.id,
        name: row.name,
        kind: row.kind,
        description: row.description,
        cohort: row.cohort,
        counts_as_treatment: row.counts_as_treatment,
        systems: row.system_numbers,
        vocabulary_version: row.vocabulary_version,
    })
}

pub(super) fn system(row: entity::system::Model) -> Result<System, RowFault> {
    let at = At {
        table: "system",
        row: &row.id,
    };
    Ok(System {
        number: at.count("number", row.number)?,
        offers: list(&row.offers),
        version: row.version,
        id: row.id,
        name: row.name,
        class: row.class,
        reason: row.reason,
    })
}

pub(super) fn cohort(row: entity::cohort::Model) -> Result<Cohort, RowFault> {
    Ok(Cohort {
        version: row.version,
        id: row.id,
        name: row.name,
        sex: row.sex,
        narrow: row.narrow,
    })
}

pub(super) fn community(row: entity::community::Model) -> Result<Community, RowFault> {
    Ok(Community {
        census_groups: list(&row.census_groups),
        version: row.version,
        id: row.id,
        name: row.name,
        note: row.note,
    })
}

pub(super) fn census_group(row: entity::census_group::Model) -> Result<CensusGroup, RowFault> {
    Ok(CensusGroup {
        version: row.version,
        id: row.id,
        label: row.label,
    })
}
