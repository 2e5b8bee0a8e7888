//! Money: streams, openings, pooled budgets and plans.

use planning::facts::{
    Deflator, FundingAllocation, FundingCondition, FundingYear, MhisLine, MhisYear, Need, Opening,
    OpeningCondition, Pool, PoolMember, PoolTransfer, Scenario, ScenarioStep, Standard,
    StandardLine, UnitCost,
};

use super::RowFault;
use super::fact::{At, list};

pub(super) fn funding_condition(
    row: entity::funding_condition::Model,
) -> Result<FundingCondition, RowFault> {
    let at = At {
        table: "funding_condition",
        row: &row.id,
    };
    Ok(FundingCondition {
        kind: at.code("kind", &row.kind)?,
        stage: at.code_if("stage", row.stage.as_deref())?,
        version: row.version,
        id: row.id,
        stream: row.stream_id,
        offer: row.offer_id,
        area: row.area_id,
        cohort: row.cohort_id,
        body: row.body_id,
        body_kind: row.body_kind,
    })
}

pub(super) fn funding_year(row: entity::funding_year::Model) -> Result<FundingYear, RowFault> {
    let at = At {
        table: "funding_year",
        row: &row.id,
    };
    Ok(FundingYear {
        financial_year: at.count("financial_year", row.financial_year)?,
        version: row.version,
        id: row.id,
        stream: row.stream_id,
        amount_pence: row.amount_pence,
    })
}

pub(super) fn funding_allocation(
    row: entity::funding_allocation::Model,
) -> Result<FundingAllocation, RowFault> {
    let at = At {
        table: "funding_allocation",
        row: &row.id,
    };
    Ok(FundingAllocation {
        visibility: at.code("visibility", &row.visibility)?,
        financial_year: at.count("financial_year", row.financial_year)?,
        version: row.version,
        id: row.id,
        stream: row.stream_id,
        service: row.service_id,
        contract: row.contract_id,
        committed_pence: row.committed_pence,
        spent_pence: row.spent_pence,
        evidence: row.evidence_id,
        owner: row.owner_id,
    })
}

pub(super) fn deflator(row: entity::deflator::Model) -> Result<Deflator, RowFault> {
    let at = At {
        table: "deflator",
        row: &row.id,
    };
    Ok(Deflator {
        visibility: at.code("visibility", &row.visibility)?,
        financial_year: at.count("financial_year", row.financial_year)?,
        version: row.version,
        id: row.id,
        series: row.series,
        index_millionths: row.index_millionths,
        evidence: row.evidence_id,
        owner: row.owner_id,
    })
}

pub(super) fn opening(row: entity::opening::Model) -> Result<Opening, RowFault> {
    let at = At {
        table: "opening",
        row: &row.id,
    };
    Ok(Opening {
        visibility: at.code("visibility", &row.visibility)?,
        kind: at.code("kind", &row.kind)?,
        areas: list(&row.areas),
        offers: list(&row.offers),
        opens_on: at.date_if("opens_on", row.opens_on.as_deref())?,
        closes_on: at.date_if("closes_on", row.closes_on.as_deref())?,
        starts_on: at.date_if("starts_on", row.starts_on.as_deref())?,
        duration_months: at.count_if("duration_months", row.duration_months)?,
        status: at.code("status", &row.status)?,
        version: row.version,
        id: row.id,
        title: row.title,
        funder: row.funder_id,
        funder_as_stated: row.funder_as_stated,
        purpose: row.purpose,
        cohort: row.cohort_id,
        cohort_as_stated: row.cohort_as_stated,
        min_award_pence: row.min_award_pence,
        max_award_pence: row.max_award_pence,
        award_basis: row.award_basis,
        total_pence: row.total_pence,
        reference: row.reference,
        part_of: row.part_of_id,
        service: row.service_id,
        evidence: row.evidence_id,
        owner: row.owner_id,
    })
}

pub(super) fn opening_condition(
    row: entity::opening_condition::Model,
) -> Result<OpeningCondition, RowFault> {
    let at = At {
        table: "opening_condition",
        row: &row.id,
    };
    Ok(OpeningCondition {
        kind: at.code("kind", &row.kind)?,
        permille: at.count_if("permille", row.permille)?,
        areas: list(&row.areas),
        version: row.version,
        id: row.id,
        opening: row.opening_id,
        words: row.words,
        pence: row.pence,
        cohort: row.cohort_id,
        statement: row.statement,
    })
}

pub(super) fn pool(row: entity::pool::Model) -> Result<Pool, RowFault> {
    let at = At {
        table: "pool",
        row: &row.id,
    };
    Ok(Pool {
        visibility: at.code("visibility", &row.visibility)?,
        legal_form: at.code("legal_form", &row.legal_form)?,
        offers: list(&row.offers),
        starts_on: at.date("starts_on", &row.starts_on)?,
        ends_on: at.date_if("ends_on", row.ends_on.as_deref())?,
        risk_share: at.code("risk_share", &row.risk_share)?,
        exit_notice_months: at.count_if("exit_notice_months", row.exit_notice_months)?,
        consulted_on: at.date_if("consulted_on", row.consulted_on.as_deref())?,
        version: row.version,
        id: row.id,
        name: row.name,
        host: row.host_id,
        area: row.area_id,
        purpose: row.purpose,
        functions: row.functions,
        tier_pence: row.tier_pence,
        decision_body: row.decision_body,
        manager_role: row.manager_role,
        vat_status: row.vat_status,
        owner: row.owner_id,
    })
}

pub(super) fn pool_member(row: entity::pool_member::Model) -> Result<PoolMember, RowFault> {
    let at = At {
        table: "pool_member",
        row: &row.id,
    };
    Ok(PoolMember {
        part: at.code("part", &row.part)?,
        leaves_on: at.date_if("leaves_on", row.leaves_on.as_deref())?,
        version: row.version,
        id: row.id,
        pool: row.pool_id,
        body: row.body_id,
        risk_share_millionths: row.risk_share_millionths,
    })
}

pub(super) fn pool_transfer(row: entity::pool_transfer::Model) -> Result<PoolTransfer, RowFault> {
    let at = At {
        table: "pool_transfer",
        row: &row.id,
    };
    Ok(PoolTransfer {
        financial_year: at.count("financial_year", row.financial_year)?,
        made_on: at.date("made_on", &row.made_on)?,
        from_account: at.code("from_account", &row.from_account)?,
        to_account: at.code("to_account", &row.to_account)?,
        version: row.version,
        id: row.id,
        pool: row.pool_id,
        member: row.member_id,
        stream: row.stream_id,
        service: row.service_id,
        amount_pence: row.amount_pence,
        reference: row.reference,
        note: row.note,
    })
}

pub(super) fn need(row: entity::need::Model) -> Result<Need, RowFault> {
    let at = At {
        table: "need",
        row: &row.id,
    };
    Ok(Need {
        visibility: at.code("visibility", &row.visibility)?,
        people_low: at.count("people_low", row.people_low)?,
        people: at.count("people", row.people)?,
        people_high: at.count("people_high", row.people_high)?,
        version: row.version,
        id: row.id,
        area: row.area_id,
        offer: row.offer_id,
        cohort: row.cohort_id,
        period: row.period,
        method: row.method,
        evidence: row.evidence_id,
        owner: row.owner_id,
    })
}

pub(super) fn unit_cost(row: entity::unit_cost::Model) -> Result<UnitCost, RowFault> {
    let at = At {
        table: "unit_cost",
        row: &row.id,
    };
    Ok(UnitCost {
        visibility: at.code("visibility", &row.visibility)?,
        unit: at.code("unit", &row.unit)?,
        version: row.version,
        id: row.id,
        offer: row.offer_id,
        area: row.area_id,
        low_pence: row.low_pence,
        central_pence: row.central_pence,
        high_pence: row.high_pence,
        evidence: row.evidence_id,
        owner: row.owner_id,
    })
}

pub(super) fn mhis_year(row: entity::mhis_year::Model) -> Result<MhisYear, RowFault> {
    let at = At {
        table: "mhis_year",
        row: &row.id,
    };
    Ok(MhisYear {
        visibility: at.code("visibility", &row.visibility)?,
        financial_year: at.count("financial_year", row.financial_year)?,
        version: row.version,
        id: row.id,
        area: row.area_id,
        allocation_pence: row.allocation_pence,
        target_growth_millionths: row.target_growth_millionths,
        evidence: row.evidence_id,
        owner: row.owner_id,
    })
}

pub(super) fn mhis_line(row: entity::mhis_line::Model) -> Result<MhisLine, RowFault> {
    let at = At {
        table: "mhis_line",
        row: &row.id,
    };
    Ok(MhisLine {
        inside_mhis: at.stated("inside_mhis", &row.inside_mhis)?,
        in_allocation: at.stated("in_allocation", &row.in_allocation)?,
        recurrent: at.stated("recurrent", &row.recurrent)?,
        transferred: at.stated("transferred", &row.transferred)?,
        version: row.version,
        id: row.id,
        year: row.year_id,
        label: row.label,
        service: row.service_id,
        amount_pence: row.amount_pence,
        exclusion: row.exclusion,
    })
}

pub(super) fn scenario(row: entity::scenario::Model) -> Result<Scenario, RowFault> {
    let at = At {
        table: "scenario",
        row: &row.id,
    };
    Ok(Scenario {
        visibility: at.code("visibility", &row.visibility)?,
        base_day: at.date("base_day", &row.base_day)?,
        frozen_on: at.date_if("frozen_on", row.frozen_on.as_deref())?,
        frozen_revision: at.count_if("frozen_revision", row.frozen_revision)?,
        version: row.version,
        id: row.id,
        name: row.name,
        purpose: row.purpose,
        frozen_hash: row.frozen_hash,
        frozen_body: row.frozen_body,
        owner: row.owner_id,
    })
}

pub(super) fn scenario_step(row: entity::scenario_step::Model) -> Result<ScenarioStep, RowFault> {
    let at = At {
        table: "scenario_step",
        row: &row.id,
    };
    Ok(ScenarioStep {
        position: at.count("position", row.position)?,
        kind: at.code("kind", &row.kind)?,
        starts_on: at.date_if("starts_on", row.starts_on.as_deref())?,
        ends_on: at.date_if("ends_on", row.ends_on.as_deref())?,
        places: at.count_if("places", row.places)?,
        people: at.count_if("people", row.people)?,
        version: row.version,
        id: row.id,
        scenario: row.scenario_id,
        service: row.service_id,
        offer: row.offer_id,
        area: row.area_id,
        to_area: row.to_area_id,
        cohort: row.cohort_id,
        stream: row.stream_id,
        to_stream: row.to_stream_id,
        pool: row.pool_id,
        succession: row.body_succession_id,
        amount_pence: row.amount_pence,
        note: row.note,
    })
}

pub(super) fn standard(row: entity::standard::Model) -> Result<Standard, RowFault> {
    let at = At {
        table: "standard",
        row: &row.id,
    };
    Ok(Standard {
        visibility: at.code("visibility", &row.visibility)?,
        version: row.version,
        id: row.id,
        name: row.name,
        purpose: row.purpose,
        evidence: row.evidence_id,
        owner: row.owner_id,
    })
}

pub(super) fn standard_line(row: entity::standard_line::Model) -> Result<StandardLine, RowFault> {
    let at = At {
        table: "standard_line",
        row: &row.id,
    };
    Ok(StandardLine {
        position: at.count("position", row.position)?,
        stage: at.code_if("stage", row.stage.as_deref())?,
        version: row.version,
        id: row.id,
        standard: row.standard_id,
        offer: row.offer_id,
        cohort: row.cohort_id,
        per_thousand_millionths: row.per_thousand_millionths,
        note: row.note,
    })
}
