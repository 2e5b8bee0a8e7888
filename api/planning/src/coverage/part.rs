//! What all records say of one part of a district.

use super::reading::{Flag, Flags, Reading, Standing, reading_of};
use super::state::Question;
use crate::atlas::{Atlas, Member};
use crate::closed::Stage;
use crate::facts::{Cohort, Coverage, Offer, Part};
use crate::table::Ix;

/// The states of coverage, best known first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Live, evidenced, for the whole cohort.
    Commissioned,
    /// Live over a part of the area, or for a part of the cohort.
    Partial,
    /// Records about the same offer, place and time disagree.
    Contested,
    /// A record says that there is none.
    Absent,
    /// It ended and nothing followed.
    Lapsed,
    /// Contracted or announced, not begun.
    Planned,
    /// No record speaks of it: a question, never a gap.
    NotRecorded,
    /// The offer does not exist in that nation.
    NotApplicable,
}

impl State {
    /// Every state, in order.
    pub const ALL: &'static [Self] = &[
        Self::Commissioned,
        Self::Partial,
        Self::Contested,
        Self::Absent,
        Self::Lapsed,
        Self::Planned,
        Self::NotRecorded,
        Self::NotApplicable,
    ];

    /// Whether people in this state are in a gap.
    pub const fn is_gap(self) -> bool {
        matches!(self, Self::Absent | Self::Lapsed)
    }
}

/// The state of one part, and the records behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartState {
    /// The state.
    pub state: State,
    /// What to know of it.
    pub flags: Flags,
    /// The records that speak of the part and what each says.
    pub records: Vec<(Ix<Coverage>, Reading)>,
}

const MEN: u8 = 0b01;
const WOMEN: u8 = 0b10;

/// The sexes that a cohort holds.
pub(crate) fn sexes(cohort: &Cohort) -> u8 {
    match cohort.sex.as_str() {
        "male" => MEN,
        "female" => WOMEN,
        _ => MEN | WOMEN,
    }
}

/// Which of the cohort asked about a record speaks for: whole sexes, or some
/// narrower group of them.
fn reach(atlas: &Atlas, asked: Ix<Cohort>, told: Ix<Cohort>) -> (u8, bool) {
    let (asked_row, told_row) = (atlas.cohorts.get(asked), atlas.cohorts.get(told));
    let common = sexes(asked_row) & sexes(told_row);
    if told_row.narrow && told != asked {
        (0, common != 0)
    } else {
        (common, false)
    }
}

/// The sexes for which each thing is said.
#[derive(Default)]
struct Tally {
    live: u8,
    perhaps_live: u8,
    disputed: u8,
    absent: u8,
    lapsed: u8,
    planned: u8,
    live_for_some: bool,
}

/// Works out one part's state as the question has it. `offers` are the offers
/// whose records answer: [`Atlas::answering_for`] of the question's own.
pub fn state_of_part(
    atlas: &Atlas,
    question: &Question<'_>,
    offers: &[Ix<Offer>],
    part: Ix<Part>,
) -> PartState {
    let families = atlas.families_of(question.offer);
    let spoken = offers
        .iter()
        .chain(families)
        .flat_map(|offer| atlas.spoken(*offer, part).iter().copied());
    decide(atlas, question, offers, spoken)
}

/// The same over any records: those of a place stand beside those of the area
/// around it.
pub(super) fn decide(
    atlas: &Atlas,
    question: &Question<'_>,
    offers: &[Ix<Offer>],
    spoken: impl Iterator<Item = (Ix<Coverage>, Member)>,
) -> PartState {
    let (asked, cohort, day) = (question.offer, question.cohort, question.day);
    let mut records: Vec<(Ix<Coverage>, Reading)> = Vec::new();
    for (ix, member) in spoken {
        if !atlas.speaks(&member, day) || !counts(atlas, question, ix) {
            continue;
        }
        let mut reading = reading_of(atlas, ix, day);
        if reading.standing == Standing::Silent {
            continue;
        }
        if !reaches(atlas, ix, question.stage) {
            reading.standing = Standing::Lead;
            reading.flags = reading.flags.with(Flag::AnotherStage);
        }
        // A record of the very area asked about speaks of its share, whatever
        // that is.
        if !member.whole && member.area != question.area {
            reading.standing = Standing::Lead;
            reading.flags = reading.flags.with(Flag::ShareUnknown);
        }
        if !offers.contains(&atlas.coverage_links(ix).offer) {
            reading.standing = Standing::Lead;
            reading.flags = reading.flags.with(Flag::FamilyEvidence);
        } else if offers.len() > 1
            && atlas.coverage_links(ix).offer != asked
            && reading.standing == Standing::Absent
        {
            // One member missing does not make the family absent.
            reading.standing = Standing::Lead;
        }
        records.push((ix, reading));
    }
    overtake_absences(atlas, &mut records);
    let mut tally = Tally::default();
    for (ix, reading) in &mut records {
        tell(atlas, &mut tally, cohort, *ix, reading);
    }
    records.sort_by_key(|(ix, _)| *ix);
    records.dedup_by_key(|(ix, _)| *ix);
    let meant = sexes(atlas.cohorts.get(atlas.meant_for(asked)));
    let state = settle(&tally, sexes(atlas.cohorts.get(cohort)), meant);
    let flags = flags_of(state, &records);
    PartState {
        state,
        flags,
        records,
    }
}

/// Whether a record is of the services that the question is about.
fn counts(atlas: &Atlas, question: &Question<'_>, record: Ix<Coverage>) -> bool {
    question.among.is_none_or(|services| {
        let service = atlas.coverage_links(record).service;
        service.is_some_and(|service| services.contains(&service))
    })
}

/// Whether a record speaks of a stage: one of its own where it names any, else
/// one of its offer.
fn reaches(atlas: &Atlas, record: Ix<Coverage>, stage: Option<Stage>) -> bool {
    let row = atlas.coverage.get(record);
    let offer = atlas.coverage_links(record).offer;
    let stages = if row.stages.is_empty() {
        &atlas.offers.get(offer).stages
    } else {
        &row.stages
    };
    stage.is_none_or(|stage| stages.contains(&stage))
}

/// A statement of absence without an end gives way to a service that began
/// after it was made.
fn overtake_absences(atlas: &Atlas, records: &mut [(Ix<Coverage>, Reading)]) {
    let latest_start = records
        .iter()
        .filter(|(_, reading)| reading.standing == Standing::Live)
        .filter_map(|(ix, _)| {
            let start = atlas.coverage.get(*ix).starts_on?;
            Some((start.first(), atlas.coverage_links(*ix).cohort))
        })
        .collect::<Vec<_>>();
    for (ix, reading) in records {
        let row = atlas.coverage.get(*ix);
        if reading.standing != Standing::Absent || row.ends_on.is_some() {
            continue;
        }
        let links = atlas.coverage_links(*ix);
        let Some(said) = row.starts_on.max(links.told_on) else {
            continue;
        };
        let overtaken = latest_start.iter().any(|(start, cohort)| {
            let whole = sexes(atlas.cohorts.get(links.cohort));
            *start > said.last() && reach(atlas, links.cohort, *cohort).0 == whole
        });
        if overtaken {
            reading.standing = Standing::Lead;
            reading.flags = reading.flags.with(Flag::Overtaken);
        }
    }
}

fn tell(
    atlas: &Atlas,
    tally: &mut Tally,
    cohort: Ix<Cohort>,
    ix: Ix<Coverage>,
    reading: &mut Reading,
) {
    let (whole, some) = reach(atlas, cohort, atlas.coverage_links(ix).cohort);
    if whole == 0 && !some {
        // Of other people altogether.
        reading.standing = Standing::Lead;
        return;
    }
    if whole != sexes(atlas.cohorts.get(cohort)) {
        reading.flags = reading.flags.with(Flag::PartOfCohort);
    }
    match reading.standing {
        Standing::Live => {
            tally.live |= whole;
            tally.live_for_some |= some;
        }
        Standing::PerhapsLive => {
            tally.perhaps_live |= whole;
            tally.live_for_some |= some;
        }
        Standing::Disputed => tally.disputed |= whole,
        Standing::Absent => tally.absent |= whole,
        Standing::Lapsed => tally.lapsed |= whole,
        Standing::Planned => tally.planned |= whole,
        Standing::Abandoned | Standing::Lead | Standing::Silent => {}
    }
}

/// For each sex asked about: contested, live, absent, lapsed, planned, in that
/// order; then what they make together. `meant` are the sexes that the offer
/// is for.
fn settle(tally: &Tally, asked: u8, meant: u8) -> State {
    let mut states = Vec::with_capacity(2);
    let mut states_meant = Vec::with_capacity(2);
    for sex in [MEN, WOMEN] {
        if asked & sex == 0 {
            continue;
        }
        let has = |set: u8| set & sex != 0;
        let state = if has(tally.live) {
            if has(tally.absent) {
                State::Contested
            } else {
                State::Commissioned
            }
        } else if has(tally.disputed) {
            State::Contested
        } else if has(tally.absent) {
            State::Absent
        } else if has(tally.perhaps_live) {
            State::Commissioned
        } else if has(tally.lapsed) {
            State::Lapsed
        } else if has(tally.planned) {
            State::Planned
        } else {
            State::NotRecorded
        };
        states.push(state);
        if meant & sex != 0 {
            states_meant.push(state);
        }
    }
    let all_alike = states.windows(2).all(|pair| pair.first() == pair.last());
    let first = states.first().copied().unwrap_or(State::NotRecorded);
    if all_alike && (first == State::Commissioned || first == State::Contested) {
        return first;
    }
    if states.contains(&State::Commissioned)
        || (tally.live_for_some && !states.contains(&State::Contested))
    {
        return State::Partial;
    }
    // Of what is left, the one that says most. A gap of one sex is no gap of
    // the other, of whom nothing is recorded, unless the offer is for one only.
    if states_meant.is_empty() {
        states_meant = states;
    }
    let no_gap = states_meant.iter().copied().filter(|s| !s.is_gap()).min();
    no_gap
        .or_else(|| states_meant.into_iter().min())
        .unwrap_or(State::NotRecorded)
}

fn flags_of(state: State, records: &[(Ix<Coverage>, Reading)]) -> Flags {
    let mut flags = Flags::NONE;
    for (_, reading) in records {
        let counts = match reading.standing {
            Standing::Live | Standing::PerhapsLive | Standing::Disputed => {
                matches!(
                    state,
                    State::Commissioned | State::Partial | State::Contested
                )
            }
            Standing::Absent => matches!(state, State::Absent | State::Contested),
            Standing::Lapsed => state == State::Lapsed,
            Standing::Planned => {
                if state.is_gap() {
                    flags = flags.with(Flag::PlannedFollows);
                }
                state == State::Planned
            }
            Standing::Abandoned => {
                flags = flags.with(Flag::AbandonedProcurement);
                false
            }
            Standing::Lead | Standing::Silent => false,
        };
        if counts {
            flags = flags.and(reading.flags);
        }
    }
    flags
}
