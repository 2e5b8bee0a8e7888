//! Sources, areas, their parts, residents and places.

use entity::{
    area, area_basis, area_code, area_name, area_part, area_succession, district_part, place,
    population, source,
};
use planning::closed::{AreaKind, Nation, SuccessionKind};

use super::{Known, Records};
use crate::starter::files::Files;
use crate::starter::read::{BrokenRow, rows};
use crate::starter::{origin, words};

pub(super) fn sources(
    files: &Files,
    known: &mut Known,
    records: &mut Records,
) -> Result<(), BrokenRow> {
    let file = "reference/sources.csv";
    for row in rows(files, file)? {
        records.sources.push(source::Model {
            id: known.sources.add(&row, "id")?,
            origin: origin::of_file(file),
            fingerprint: String::new(),
            version: 1,
            title: row.text("title")?,
            url: row.text_if("url")?,
            publisher: row.text_if("publisher")?,
            licence: row.text_if("licence")?,
            vintage: row.text_if("vintage")?,
            date: None,
            note: row.text_if("note")?,
        });
    }
    for row in rows(files, "starter/sources.csv")? {
        let id = known.sources.add(&row, "id")?;
        records.sources.push(source::Model {
            origin: format!("starter:sources:{id}"),
            id,
            fingerprint: String::new(),
            version: 1,
            title: row.text("title")?,
            url: row.text_if("url")?,
            publisher: None,
            licence: None,
            vintage: None,
            date: row.date_if("date")?,
            note: None,
        });
    }
    Ok(())
}

pub(super) fn areas(
    files: &Files,
    known: &mut Known,
    records: &mut Records,
) -> Result<(), BrokenRow> {
    let file = "reference/areas.csv";
    for row in rows(files, file)? {
        records.areas.push(area::Model {
            id: known.areas.add(&row, "id")?,
            origin: origin::of_file(file),
            fingerprint: String::new(),
            version: 1,
            kind: row.code::<AreaKind>("kind")?,
            name: row.text("name")?,
            nation: row.code_if::<Nation>("nation")?,
            valid_from: row.date_if("valid_from")?,
            valid_to: row.date_if("valid_to")?,
            source_id: row.id("source", &known.sources)?,
        });
    }
    let file = "reference/area_codes.csv";
    for row in rows(files, file)? {
        let area_id = row.id("area", &known.areas)?;
        let scheme = row.word("scheme", words::SCHEMES)?;
        let code = row.text("code")?;
        records.area_codes.push(area_code::Model {
            id: format!("{area_id}/{scheme}/{code}"),
            origin: origin::of_file(file),
            fingerprint: String::new(),
            version: 1,
            area_id,
            scheme,
            code,
            valid_from: row.date_if("valid_from")?,
            valid_to: row.date_if("valid_to")?,
        });
    }
    let file = "reference/area_names.csv";
    for row in rows(files, file)? {
        let area_id = row.id("area", &known.areas)?;
        let name = row.text("name")?;
        records.area_names.push(area_name::Model {
            id: format!("{area_id}/name/{name}"),
            origin: origin::of_file(file),
            fingerprint: String::new(),
            version: 1,
            area_id,
            name,
            note: row.word("note", words::NAME_NOTES)?,
        });
    }
    successions(files, known, records)
}

fn successions(files: &Files, known: &Known, records: &mut Records) -> Result<(), BrokenRow> {
    let file = "reference/area_successions.csv";
    for row in rows(files, file)? {
        let predecessor_id = row.id("predecessor", &known.areas)?;
        let successor_id = row.id("successor", &known.areas)?;
        let date = row.date_if("date")?.ok_or_else(|| {
            row.fault(
                "date",
                "is empty: write the first day of the successor, as YYYY, YYYY-MM or YYYY-MM-DD",
            )
        })?;
        records.area_successions.push(area_succession::Model {
            id: format!("{predecessor_id}/{successor_id}/{date}"),
            origin: origin::of_file(file),
            fingerprint: String::new(),
            version: 1,
            predecessor_id,
            successor_id,
            kind: row.code::<SuccessionKind>("kind")?,
            date,
        });
    }
    Ok(())
}

pub(super) fn parts(
    files: &Files,
    known: &mut Known,
    records: &mut Records,
) -> Result<(), BrokenRow> {
    let file = "reference/district_parts.csv";
    for row in rows(files, file)? {
        records.district_parts.push(district_part::Model {
            id: known.parts.add(&row, "part")?,
            origin: origin::of_file(file),
            fingerprint: String::new(),
            version: 1,
            district_id: row.id("district", &known.areas)?,
            residents_2021: row.number("residents_2021")?,
        });
    }
    let file = "reference/area_parts.csv";
    for row in rows(files, file)? {
        let area_id = row.id("area", &known.areas)?;
        let part_id = row.id("part", &known.parts)?;
        let valid_from = row.date_if("valid_from")?;
        // A part may leave an area and come back.
        let since = valid_from.as_ref().map(|day| format!("/{day}"));
        records.area_parts.push(area_part::Model {
            id: format!("{area_id}/{part_id}{}", since.unwrap_or_default()),
            origin: origin::of_file(file),
            fingerprint: String::new(),
            version: 1,
            area_id,
            part_id,
            residents: row.number_if("residents")?,
            valid_from,
            valid_to: row.date_if("valid_to")?,
        });
    }
    let file = "reference/pdu_notes.csv";
    for row in rows(files, file)? {
        let area_id = row.id("area", &known.areas)?;
        let district_id = row.id("district", &known.areas)?;
        records.area_bases.push(area_basis::Model {
            id: format!("{area_id}/{district_id}"),
            origin: origin::of_file(file),
            fingerprint: String::new(),
            version: 1,
            area_id,
            district_id,
            basis: row.word("basis", words::BASES)?,
        });
    }
    Ok(())
}

pub(super) fn people(files: &Files, known: &Known, records: &mut Records) -> Result<(), BrokenRow> {
    let tables = [
        ("reference/populations.csv", "district"),
        ("reference/police_force_populations.csv", "area"),
    ];
    for (file, column) in tables {
        for row in rows(files, file)? {
            let area_id = row.id(column, &known.areas)?;
            let (measure, group_code) = (row.text("measure")?, row.text("group")?);
            records.populations.push(population::Model {
                id: format!("{area_id}/{measure}/{group_code}"),
                origin: origin::of_file(file),
                fingerprint: String::new(),
                version: 1,
                area_id,
                measure,
                group_code,
                count: row.number("count")?,
                source_id: row.id("source", &known.sources)?,
            });
        }
    }
    Ok(())
}

pub(super) fn places(files: &Files, known: &Known, records: &mut Records) -> Result<(), BrokenRow> {
    let file = "reference/places.csv";
    for row in rows(files, file)? {
        let area_id = row.id("area", &known.areas)?;
        records.places.push(place::Model {
            id: area_id.clone(),
            origin: origin::of_file(file),
            fingerprint: String::new(),
            version: 1,
            area_id,
            town: row.text_if("town")?,
            county: row.text_if("county")?,
            district_id: row.id_if("district", &known.areas)?,
            police_force_id: row.id_if("police_force", &known.areas)?,
            placed_by: row.text("placed_by")?,
        });
    }
    Ok(())
}
