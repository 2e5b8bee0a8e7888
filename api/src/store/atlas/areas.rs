//! Sources, areas and what belongs to them.

use planning::facts::{
    Area, AreaBasis, AreaCode, AreaName, AreaPart, Part, Place, Population, Source, Succession,
};

use super::RowFault;
use super::fact::At;

pub(super) fn source(row: entity::source::Model) -> Result<Source, RowFault> {
    let at = At {
        table: "source",
        row: &row.id,
    };
    Ok(Source {
        date: at.date_if("date", row.date.as_deref())?,
        version: row.version,
        id: row.id,
        title: row.title,
        url: row.url,
        publisher: row.publisher,
        licence: row.licence,
        vintage: row.vintage,
        note: row.note,
    })
}

pub(super) fn area(row: entity::area::Model) -> Result<Area, RowFault> {
    let at = At {
        table: "area",
        row: &row.id,
    };
    Ok(Area {
        kind: at.code("kind", &row.kind)?,
        nation: at.code_if("nation", row.nation.as_deref())?,
        valid_from: at.date_if("valid_from", row.valid_from.as_deref())?,
        valid_to: at.date_if("valid_to", row.valid_to.as_deref())?,
        version: row.version,
        id: row.id,
        name: row.name,
        source: row.source_id,
    })
}

pub(super) fn code(row: entity::area_code::Model) -> Result<AreaCode, RowFault> {
    let at = At {
        table: "area_code",
        row: &row.id,
    };
    Ok(AreaCode {
        valid_from: at.date_if("valid_from", row.valid_from.as_deref())?,
        valid_to: at.date_if("valid_to", row.valid_to.as_deref())?,
        version: row.version,
        id: row.id,
        area: row.area_id,
        scheme: row.scheme,
        code: row.code,
    })
}

pub(super) fn name(row: entity::area_name::Model) -> Result<AreaName, RowFault> {
    Ok(AreaName {
        version: row.version,
        id: row.id,
        area: row.area_id,
        name: row.name,
        note: row.note,
    })
}

pub(super) fn succession(row: entity::area_succession::Model) -> Result<Succession, RowFault> {
    let at = At {
        table: "area_succession",
        row: &row.id,
    };
    Ok(Succession {
        kind: at.code("kind", &row.kind)?,
        date: at.date("date", &row.date)?,
        version: row.version,
        id: row.id,
        predecessor: row.predecessor_id,
        successor: row.successor_id,
    })
}

pub(super) fn part(row: entity::district_part::Model) -> Result<Part, RowFault> {
    let at = At {
        table: "district_part",
        row: &row.id,
    };
    Ok(Part {
        residents: at.count("residents_2021", row.residents_2021)?,
        version: row.version,
        id: row.id,
        district: row.district_id,
    })
}

pub(super) fn area_part(row: entity::area_part::Model) -> Result<AreaPart, RowFault> {
    let at = At {
        table: "area_part",
        row: &row.id,
    };
    Ok(AreaPart {
        residents: at.count_if("residents", row.residents)?,
        valid_from: at.date_if("valid_from", row.valid_from.as_deref())?,
        valid_to: at.date_if("valid_to", row.valid_to.as_deref())?,
        version: row.version,
        id: row.id,
        area: row.area_id,
        part: row.part_id,
    })
}

pub(super) fn basis(row: entity::area_basis::Model) -> Result<AreaBasis, RowFault> {
    Ok(AreaBasis {
        version: row.version,
        id: row.id,
        area: row.area_id,
        district: row.district_id,
        basis: row.basis,
    })
}

pub(super) fn population(row: entity::population::Model) -> Result<Population, RowFault> {
    let at = At {
        table: "population",
        row: &row.id,
    };
    Ok(Population {
        count: at.count("count", row.count)?,
        version: row.version,
        id: row.id,
        area: row.area_id,
        measure: row.measure,
        group: row.group_code,
        source: row.source_id,
    })
}

pub(super) fn place(row: entity::place::Model) -> Result<Place, RowFault> {
    Ok(Place {
        version: row.version,
        id: row.id,
        area: row.area_id,
        town: row.town,
        county: row.county,
        district: row.district_id,
        police_force: row.police_force_id,
        placed_by: row.placed_by,
    })
}
