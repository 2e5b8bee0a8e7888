//! What the parts make of an area.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::explain::{Explanation, RecordUse, rule_of};
use super::part::{PartState, State, decide, state_of_part};
use super::reading::{Flag, Flags, Standing};
use crate::atlas::{Atlas, Member};
use crate::closed::{AreaKind, Stage};
use crate::confidence;
use crate::facts::{Area, Cohort, Coverage, Offer, Part, Search, Service};
use crate::share::Share;
use crate::table::Ix;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// Where.
    pub area: Ix<Area>,
    /// Of what.
    pub offer: Ix<Offer>,
    /// For whom.
    pub cohort: Ix<Cohort>,
    /// On which day.
    pub day: NaiveDate,
    /// Only records of these services count; `None`: all records.
    pub among: Option<&'a BTreeSet<Ix<Service>>>,
    /// Only what is given at this stage counts; `None`: at any.
    pub stage: Option<Stage>,
}

/// People of the area in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateShare {
    /// The state.
    pub state: State,
    /// Its share of the area's people; `None` where the area has no population
    /// or shares a district without a published split.
    pub share: Option<Share>,
}

/// A record of a prison or court inside the area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceAnswer {
    /// The place.
    pub place: Ix<Area>,
    /// What its own records make.
    pub state: State,
    /// Those records.
    pub records: Vec<Ix<Coverage>>,
}

/// The answer for one area, offer, cohort and day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// For whom it answers.
    pub cohort: Ix<Cohort>,
    /// The word for the whole area.
    pub state: State,
    /// The share of the area's people for whom it is live and whole; `None`
    /// for places, which are counted and not measured.
    pub share: Option<Share>,
    /// Every state that some of its people are in, in order.
    pub shares: Vec<StateShare>,
    /// Prisons and courts of the area with records of their own.
    pub places: Vec<PlaceAnswer>,
    /// Why.
    pub explanation: Explanation,
}

impl Answer {
    /// People in a gap: absent or lapsed.
    pub fn people_in_gap(&self) -> u64 {
        self.people_where(State::is_gap)
    }

    /// People in states that fulfil a condition.
    pub fn people_where(&self, holds: impl Fn(State) -> bool) -> u64 {
        self.shares
            .iter()
            .filter(|s| holds(s.state))
            .filter_map(|s| s.share)
            .map(|share| share.part)
            .sum()
    }
}

/// Answers one question.
pub fn answer(atlas: &Atlas, question: &Question<'_>) -> Answer {
    let offers = atlas.answering_for(question.offer);
    answer_with(atlas, question, &offers)
}

/// Answers for many areas and offers on one day, areas outermost. Without a
/// cohort each offer is asked about for the people that it is meant for.
pub fn matrix(
    atlas: &Atlas,
    areas: &[Ix<Area>],
    offers: &[Ix<Offer>],
    cohort: Option<Ix<Cohort>>,
    day: NaiveDate,
) -> Vec<(Ix<Area>, Ix<Offer>, Answer)> {
    let answering: Vec<(Ix<Offer>, Vec<Ix<Offer>>)> = offers
        .iter()
        .map(|offer| (*offer, atlas.answering_for(*offer)))
        .collect();
    let mut cells = Vec::with_capacity(areas.len() * offers.len());
    for area in areas {
        for (offer, answering) in &answering {
            let question = Question {
                area: *area,
                offer: *offer,
                cohort: cohort.unwrap_or_else(|| atlas.meant_for(*offer)),
                day,
                among: None,
                stage: None,
            };
            cells.push((*area, *offer, answer_with(atlas, &question, answering)));
        }
    }
    cells
}

fn answer_with(atlas: &Atlas, question: &Question<'_>, offers: &[Ix<Offer>]) -> Answer {
    if atlas.areas.get(question.area).kind.is_place() {
        return answer_place(atlas, question, offers);
    }
    let members: Vec<Member> = atlas.parts_of(question.area, question.day).collect();
    let parts: Vec<(Member, PartState)> = members
        .iter()
        .map(|member| (*member, state_of(atlas, question, offers, member.part)))
        .collect();
    let measured = !members.is_empty() && members.iter().all(|member| member.whole);
    let total: u64 = members.iter().map(|m| atlas.people_in(m.part)).sum();
    let mut people: BTreeMap<State, u64> = BTreeMap::new();
    for (member, part) in &parts {
        *people.entry(part.state).or_default() += atlas.people_in(member.part);
    }
    let uniform = people.len() <= 1;
    let share_of = |count: u64| {
        measured.then_some(Share {
            part: count,
            whole: total,
        })
    };
    let state = word_for(&people);
    let live = people.get(&State::Commissioned).copied().unwrap_or(0);
    let unknown = people.contains_key(&State::NotRecorded);
    let explanation = explain(atlas, question, offers, (state, uniform), unknown, &parts);
    Answer {
        cohort: question.cohort,
        state,
        share: share_of(live),
        shares: people
            .iter()
            .map(|(state, count)| StateShare {
                state: *state,
                share: share_of(*count),
            })
            .collect(),
        places: places_of(atlas, question, offers),
        explanation,
    }
}

fn state_of(
    atlas: &Atlas,
    question: &Question<'_>,
    offers: &[Ix<Offer>],
    part: Ix<Part>,
) -> PartState {
    let mut found = state_of_part(atlas, question, offers, part);
    if !is_live(found.state) && !exists_there(atlas, question.offer, part) {
        found.state = State::NotApplicable;
        found.flags = Flags::NONE;
    }
    found
}

/// Whether some record says that it is live.
const fn is_live(state: State) -> bool {
    matches!(
        state,
        State::Commissioned | State::Partial | State::Contested
    )
}

/// Whether the offer exists in the nation of a part.
fn exists_there(atlas: &Atlas, offer: Ix<Offer>, part: Ix<Part>) -> bool {
    let nation = atlas.nation_of(part);
    nation.is_none_or(|nation| atlas.offers.get(offer).nations.contains(&nation))
}

/// One state everywhere is the word. Else any live share makes it partial;
/// else the state of most people, ties to the one that says most.
pub(crate) fn word_for(people: &BTreeMap<State, u64>) -> State {
    let mut states = people.keys().copied();
    let Some(first) = states.next() else {
        return State::NotRecorded;
    };
    if people.len() == 1 {
        return first;
    }
    if first == State::Commissioned || first == State::Partial {
        return State::Partial;
    }
    people
        .iter()
        .max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0)))
        .map_or(first, |(state, _)| *state)
}

fn explain(
    atlas: &Atlas,
    question: &Question<'_>,
    offers: &[Ix<Offer>],
    (state, uniform): (State, bool),
    not_recorded: bool,
    parts: &[(Member, PartState)],
) -> Explanation {
    let mut records: BTreeMap<Ix<Coverage>, RecordUse> = BTreeMap::new();
    let mut flags = Flags::NONE;
    for (member, part) in parts {
        if part.state == state || !uniform {
            flags = flags.and(part.flags);
        }
        for (record, reading) in &part.records {
            let used = records.entry(*record).or_insert(RecordUse {
                record: *record,
                reading: *reading,
                people: 0,
            });
            // The strongest of what it says of the parts.
            if reading.standing < used.reading.standing {
                used.reading = *reading;
            }
            used.people += atlas.people_in(member.part);
        }
    }
    // Looked for, none found, gives way to any positive record.
    let searches = if not_recorded {
        searches_of(atlas, question, offers, parts)
    } else {
        Vec::new()
    };
    let searched = !searches.is_empty();
    if searched {
        flags = flags.with(Flag::LookedForNoneFound);
    }
    let part_of_cohort = !parts.iter().any(|(_, p)| p.state == State::Commissioned);
    let records: Vec<RecordUse> = records.into_values().collect();
    weigh(
        atlas,
        question,
        Explanation {
            rule: rule_of(state, uniform, part_of_cohort, searched),
            flags,
            records,
            searches,
            oldest_evidence: None,
            undated_evidence: false,
            confidence: None,
        },
        state,
    )
}

/// The searches of the area, or of one around a part of which nothing is
/// recorded, made by the day.
fn searches_of(
    atlas: &Atlas,
    question: &Question<'_>,
    offers: &[Ix<Offer>],
    parts: &[(Member, PartState)],
) -> Vec<Ix<Search>> {
    offers
        .iter()
        .flat_map(|offer| atlas.searches_for(*offer))
        .copied()
        .filter(|search| {
            let row = atlas.searches.get(*search);
            row.searched_on.is_none_or(|on| on.first() <= question.day)
                && atlas.areas.find(&row.area).is_some_and(|searched| {
                    searched == question.area
                        || parts.iter().any(|(member, part)| {
                            part.state == State::NotRecorded
                                && atlas
                                    .homes_of(member.part, question.day)
                                    .any(|home| home.area == searched)
                        })
                })
        })
        .collect()
}

/// Adds the oldest date and the confidence of the evidence that settled it:
/// of several records for one thing the best bears it, of records that
/// disagree the weakest.
fn weigh(
    atlas: &Atlas,
    question: &Question<'_>,
    mut explanation: Explanation,
    state: State,
) -> Explanation {
    let settles = |standing: Standing| match state {
        State::Commissioned | State::Partial => {
            matches!(standing, Standing::Live | Standing::PerhapsLive)
        }
        State::Contested => matches!(
            standing,
            Standing::Live | Standing::Absent | Standing::Disputed | Standing::Lapsed
        ),
        State::Absent => standing == Standing::Absent,
        State::Lapsed => standing == Standing::Lapsed,
        State::Planned => standing == Standing::Planned,
        State::NotRecorded | State::NotApplicable => false,
    };
    let mut confidences = Vec::new();
    for used in &explanation.records {
        if !settles(used.reading.standing) {
            continue;
        }
        let links = atlas.coverage_links(used.record);
        let evidence = atlas.evidence.get(links.evidence);
        match links.told_on {
            None => explanation.undated_evidence = true,
            Some(told) => {
                explanation.oldest_evidence = Some(
                    explanation
                        .oldest_evidence
                        .map_or(told, |oldest| oldest.min(told)),
                );
            }
        }
        confidences.push(confidence::of_evidence(
            evidence.grade,
            links.told_on,
            evidence.confidence,
            evidence.review_on,
            question.day,
        ));
    }
    explanation.confidence = if state == State::Contested {
        confidences.into_iter().min()
    } else {
        confidences.into_iter().max()
    };
    explanation
}

/// The prisons and courts of an area that have records of their own.
fn places_of(atlas: &Atlas, question: &Question<'_>, offers: &[Ix<Offer>]) -> Vec<PlaceAnswer> {
    let mut records_of: BTreeMap<Ix<Area>, Vec<Ix<Coverage>>> = BTreeMap::new();
    for offer in offers {
        for (place, records) in atlas.places_with_records(*offer) {
            if atlas.place_lies_in(place, question.area, question.day) {
                records_of.entry(place).or_default().extend(records);
            }
        }
    }
    records_of
        .into_iter()
        .map(|(place, mut records)| {
            records.sort();
            PlaceAnswer {
                place,
                state: own_state(atlas, question, offers, place).state,
                records,
            }
        })
        .collect()
}

/// A place's own records, apart from the area around it.
fn own_state(
    atlas: &Atlas,
    question: &Question<'_>,
    offers: &[Ix<Offer>],
    place: Ix<Area>,
) -> PartState {
    let spoken = offers.iter().flat_map(|offer| {
        atlas
            .spoken_of_place(*offer, place)
            .iter()
            .map(move |record| (*record, Member::of_place(place)))
    });
    decide(atlas, question, offers, spoken)
}

/// A court is covered by the records of the area around it; a prison by its
/// own, with those around it as leads.
fn answer_place(atlas: &Atlas, question: &Question<'_>, offers: &[Ix<Offer>]) -> Answer {
    let own = own_state(atlas, question, offers, question.area);
    let home = atlas.home_of_place(question.area);
    let around: Vec<(Member, PartState)> = home
        .map(|home| {
            atlas
                .parts_of(home, question.day)
                .map(|member| (member, state_of(atlas, question, offers, member.part)))
                .collect()
        })
        .unwrap_or_default();
    let is_court = atlas.areas.get(question.area).kind == AreaKind::Court;
    let mut states: Vec<State> = around.iter().map(|(_, part)| part.state).collect();
    states.sort();
    states.dedup();
    let state = match states.as_slice() {
        [State::Commissioned] if is_court && own.state == State::Partial => State::Commissioned,
        _ if is_live(own.state) => own.state,
        [State::NotApplicable] => State::NotApplicable,
        _ if own.state == State::Absent => State::Absent,
        [one] if is_court && is_live(*one) => *one,
        // Which side of the line the court serves is not on record.
        [State::Commissioned | State::Partial, ..] if is_court => State::Partial,
        _ if own.state != State::NotRecorded => own.state,
        [one] if is_court => *one,
        _ => State::NotRecorded,
    };
    let mut parts = around;
    if !is_court {
        for (_, part) in &mut parts {
            for (_, reading) in &mut part.records {
                reading.flags = reading.flags.with(Flag::AreaAroundPlace);
                reading.standing = Standing::Lead;
            }
        }
    }
    let own_records: Vec<RecordUse> = own
        .records
        .iter()
        .map(|(record, reading)| RecordUse {
            record: *record,
            reading: *reading,
            people: 0,
        })
        .collect();
    // A court on the line of two states is live in part; otherwise one word
    // holds for a place as a whole.
    let by_own = state == own.state && state != State::NotRecorded;
    let uniform = by_own || state != State::Partial || states.len() == 1;
    let unknown = state == State::NotRecorded;
    let mut explanation = explain(atlas, question, offers, (state, uniform), unknown, &parts);
    for used in &mut explanation.records {
        used.people = 0;
    }
    explanation.records.extend(own_records);
    explanation.records.sort_by_key(|used| used.record);
    explanation.records.dedup_by_key(|used| used.record);
    if by_own {
        explanation.flags = own.flags;
    }
    let explanation = weigh(atlas, question, explanation, state);
    Answer {
        cohort: question.cohort,
        state,
        share: None,
        shares: vec![StateShare { state, share: None }],
        places: Vec::new(),
        explanation,
    }
}
