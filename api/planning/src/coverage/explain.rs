//! Why a state is what it is.

use super::part::State;
use super::reading::{Flags, Reading};
use crate::closed::Confidence;
use crate::dates::PartialDate;
use crate::facts::{Coverage, Search};
use crate::table::Ix;

/// The rule that settled a state; each is written out in
/// `docs/CALCULATIONS.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Live records cover everybody asked about.
    LiveEverywhere,
    /// Live records cover a part of the area.
    LiveInPart,
    /// Live records cover a part of the cohort.
    LiveForPartOfCohort,
    /// Records about the same offer, place and time disagree.
    RecordsDisagree,
    /// A record says that there is none.
    StatedAbsent,
    /// The last record has ended.
    EndedNothingFollowed,
    /// Contracted or announced, not begun.
    NotYetBegun,
    /// Somebody looked and found none; nobody says that there is none.
    LookedForNoneFound,
    /// No record speaks of it.
    NothingOnRecord,
    /// The offer does not exist in that nation.
    NotInThisNation,
    /// Different parts are in different states, none of them live.
    StatesDiffer,
}

impl Rule {
    /// Every rule, in order.
    pub const ALL: &'static [Self] = &[
        Self::LiveEverywhere,
        Self::LiveInPart,
        Self::LiveForPartOfCohort,
        Self::RecordsDisagree,
        Self::StatedAbsent,
        Self::EndedNothingFollowed,
        Self::NotYetBegun,
        Self::LookedForNoneFound,
        Self::NothingOnRecord,
        Self::NotInThisNation,
        Self::StatesDiffer,
    ];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LiveEverywhere => "LIVE_EVERYWHERE",
            Self::LiveInPart => "LIVE_IN_PART",
            Self::LiveForPartOfCohort => "LIVE_FOR_PART_OF_COHORT",
            Self::RecordsDisagree => "RECORDS_DISAGREE",
            Self::StatedAbsent => "STATED_ABSENT",
            Self::EndedNothingFollowed => "ENDED_NOTHING_FOLLOWED",
            Self::NotYetBegun => "NOT_YET_BEGUN",
            Self::LookedForNoneFound => "LOOKED_FOR_NONE_FOUND",
            Self::NothingOnRecord => "NOTHING_ON_RECORD",
            Self::NotInThisNation => "NOT_IN_THIS_NATION",
            Self::StatesDiffer => "STATES_DIFFER",
        }
    }

    /// The rule in a sentence.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::LiveEverywhere => "Records of live services cover everybody asked about.",
            Self::LiveInPart => {
                "Records of live services cover part of the area's people; see the shares for the rest."
            }
            Self::LiveForPartOfCohort => {
                "Records of live services cover part of the cohort asked about."
            }
            Self::RecordsDisagree => {
                "Records about the same offer, place and time disagree; all are shown."
            }
            Self::StatedAbsent => "A record with evidence says that none is commissioned.",
            Self::EndedNothingFollowed => "The last service on record has ended and none followed.",
            Self::NotYetBegun => "A service is contracted or announced and has not begun.",
            Self::LookedForNoneFound => {
                "No record speaks of it. Somebody looked and found none, which is not evidence that there is none."
            }
            Self::NothingOnRecord => {
                "No record speaks of it: a question to ask, not evidence of a gap."
            }
            Self::NotInThisNation => "The offer does not exist in this nation.",
            Self::StatesDiffer => {
                "Parts of the area are in different states and none is on record as live; the word is that of most people."
            }
        }
    }
}

/// One record in an explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordUse {
    /// The record.
    pub record: Ix<Coverage>,
    /// What it says of the day.
    pub reading: Reading,
    /// People of the area that it speaks of; 0 for a record of a place.
    pub people: u64,
}

/// Why a state is what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The rule that settled it.
    pub rule: Rule,
    /// What to know of it.
    pub flags: Flags,
    /// Every record that speaks of the area and offer, and what it says.
    pub records: Vec<RecordUse>,
    /// Searches that found none.
    pub searches: Vec<Ix<Search>>,
    /// The oldest date among the evidence that settled the state.
    pub oldest_evidence: Option<PartialDate>,
    /// Whether some of that evidence bears no date.
    pub undated_evidence: bool,
    /// How much the evidence that settled it can bear; `None` where no record
    /// did.
    pub confidence: Option<Confidence>,
}

/// The rule behind the word for an area.
pub(super) fn rule_of(state: State, uniform: bool, part_of_cohort: bool, searched: bool) -> Rule {
    match state {
        State::Commissioned => Rule::LiveEverywhere,
        State::Partial if uniform || part_of_cohort => Rule::LiveForPartOfCohort,
        State::Partial => Rule::LiveInPart,
        State::Contested => Rule::RecordsDisagree,
        _ if !uniform => Rule::StatesDiffer,
        State::Absent => Rule::StatedAbsent,
        State::Lapsed => Rule::EndedNothingFollowed,
        State::Planned => Rule::NotYetBegun,
        State::NotRecorded if searched => Rule::LookedForNoneFound,
        State::NotRecorded => Rule::NothingOnRecord,
        State::NotApplicable => Rule::NotInThisNation,
    }
}
