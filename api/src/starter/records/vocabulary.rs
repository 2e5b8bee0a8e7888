//! Census groups, cohorts, communities, systems and offers.

use entity::{census_group, cohort, community, offer, system};
use planning::closed::{AreaKind, FamilyRole, Intensity, Nation, Stage};

use super::{Known, Records};
use crate::starter::files::Files;
use crate::starter::read::{BrokenRow, Ids, Row, rows};
use crate::starter::{origin, words};

pub(super) fn people(
    files: &Files,
    known: &mut Known,
    records: &mut Records,
) -> Result<(), BrokenRow> {
    let file = "vocabulary/census_groups.csv";
    for row in rows(files, file)? {
        records.census_groups.push(census_group::Model {
            id: known.census_groups.add(&row, "code")?,
            origin: origin::of_file(file),
            fingerprint: String::new(),
            version: 1,
            label: row.text("label")?,
        });
    }
    let file = "vocabulary/cohorts.csv";
    for row in rows(files, file)? {
        records.cohorts.push(cohort::Model {
            id: known.cohorts.add(&row, "code")?,
            origin: origin::of_file(file),
            fingerprint: String::new(),
            version: 1,
            name: row.text("name")?,
            sex: row.word("sex", words::SEXES)?,
            narrow: row.flag("narrow")?,
        });
    }
    let file = "vocabulary/communities.csv";
    for row in rows(files, file)? {
        records.communities.push(community::Model {
            id: known.communities.add(&row, "code")?,
            origin: origin::of_file(file),
            fingerprint: String::new(),
            version: 1,
            name: row.text("name")?,
            census_groups: row.ids("census_groups", &known.census_groups)?.join(";"),
            note: row.any("note")?,
        });
    }
    Ok(())
}

pub(super) fn offers(
    files: &Files,
    known: &mut Known,
    records: &mut Records,
) -> Result<(), BrokenRow> {
    let file = "vocabulary/offers.csv";
    let all = rows(files, file)?;
    for row in &all {
        known.offers.add(row, "code")?;
    }
    let systems = systems(files, known, records)?;
    for row in &all {
        records.offers.push(offer::Model {
            id: row.text("code")?,
            origin: origin::of_file(file),
            fingerprint: String::new(),
            version: 1,
            name: row.text("name")?,
            kind: row.word("kind", words::OFFER_KINDS)?,
            description: row.text("description")?,
            stages: row.codes::<Stage>("stages")?,
            intensity: row.code::<Intensity>("intensity")?,
            cohort: row.id("cohort", &known.cohorts)?,
            geography: row.codes::<AreaKind>("geography")?,
            nations: nations(row)?,
            families: row.ids("family", &known.offers)?.join(";"),
            family_role: row.code::<FamilyRole>("member_of_family_evidence")?,
            counts_as_treatment: row.flag("counts_as_treatment")?,
            system_numbers: row.ids("system_number", &systems)?.join(";"),
            vocabulary_version: row.text("version")?,
        });
    }
    Ok(())
}

fn systems(files: &Files, known: &Known, records: &mut Records) -> Result<Ids, BrokenRow> {
    let file = "vocabulary/systems.csv";
    let mut numbers = Ids::of("systems.csv");
    for row in rows(files, file)? {
        records.systems.push(system::Model {
            id: format!("system:{}", numbers.add(&row, "number")?),
            origin: origin::of_file(file),
            fingerprint: String::new(),
            version: 1,
            number: row.number("number")?,
            name: row.text("name")?,
            class: row.word("class", words::CLASSES)?,
            offers: row.ids("offer", &known.offers)?.join(";"),
            reason: row.text("reason")?,
        });
    }
    Ok(numbers)
}

/// `none` is written where an offer is in no nation of the register, so that an empty cell cannot
/// be taken for one that was forgotten.
fn nations(row: &Row) -> Result<String, BrokenRow> {
    match row.text("nations")?.as_str() {
        "none" => Ok(String::new()),
        _ => row.codes::<Nation>("nations"),
    }
}
