//! One opening held against one profile, condition by condition.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::closed::{LegalForm, OpeningConditionKind as Kind};
use crate::facts::{Opening, OpeningCondition};
use crate::table::Ix;

use super::overlap::Overlap;
use super::profile::Profile;
use super::words::pounds;

mod applying;
mod people;
mod place;

/// A word of a condition that means: and others than the codes name.
pub(super) const UNCODED: &str = "uncoded";

/// What a condition makes of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It is met.
    Eligible,
    /// It is not met.
    NotEligible,
    /// Somebody is silent: nobody knows.
    NotStated,
}

/// Who is silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Silent {
    /// The notice, as the register has it.
    Notice,
    /// The profile.
    Profile,
}

/// One condition of one opening, held against a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What the condition is about.
    pub kind: Kind,
    /// Whether it is met.
    pub verdict: Verdict,
    /// Who is silent; `None` unless the verdict is not stated.
    pub silent: Option<Silent>,
    /// Why, in a sentence.
    pub reason: String,
    /// Whether the notice states a condition of the kind at all.
    pub stated: bool,
    /// The condition; `None`: the notice's own area or cohort, or silence.
    pub condition: Option<Ix<OpeningCondition>>,
    /// The opening whose notice says so: the opening itself, or the tender that
    /// it is a lot of.
    pub notice: Ix<Opening>,
    /// What the areas of the notice and of the profile have in common, of a line
    /// on areas; `None` where either is silent.
    pub overlap: Option<Overlap>,
}

/// What a rule makes of a profile, before it is a line.
pub(super) struct Found {
    verdict: Verdict,
    silent: Option<Silent>,
    reason: String,
    overlap: Option<Overlap>,
}

impl Found {
    fn met(reason: impl Into<String>) -> Self {
        Self::new(Verdict::Eligible, None, reason)
    }

    fn not_met(reason: impl Into<String>) -> Self {
        Self::new(Verdict::NotEligible, None, reason)
    }

    fn notice_silent(reason: impl Into<String>) -> Self {
        Self::new(Verdict::NotStated, Some(Silent::Notice), reason)
    }

    fn profile_silent(reason: impl Into<String>) -> Self {
        Self::new(Verdict::NotStated, Some(Silent::Profile), reason)
    }

    fn new(verdict: Verdict, silent: Option<Silent>, reason: impl Into<String>) -> Self {
        Self {
            verdict,
            silent,
            reason: reason.into(),
            overlap: None,
        }
    }
}

/// What is asked: one opening, one profile, one day.
pub(super) struct Question<'a> {
    pub(super) atlas: &'a Atlas,
    pub(super) opening: &'a Opening,
    pub(super) profile: &'a Profile,
    pub(super) day: NaiveDate,
}

/// The lines of an opening: for each kind of condition, in the order of the
/// kinds, one for each condition that its notice states, or one that says that
/// it states none.
pub fn lines(atlas: &Atlas, opening: Ix<Opening>, profile: &Profile, day: NaiveDate) -> Vec<Line> {
    let question = Question {
        atlas,
        opening: atlas.openings.get(opening),
        profile,
        day,
    };
    let mut lines = Vec::new();
    for kind in Kind::ALL {
        let before = lines.len();
        let line = |found: Found, stated, condition, notice| Line {
            kind: *kind,
            verdict: found.verdict,
            silent: found.silent,
            reason: found.reason,
            stated,
            condition,
            notice,
            overlap: found.overlap,
        };
        if let Some(found) = own(&question, *kind) {
            lines.push(line(found, true, None, opening));
        }
        let (notice, conditions) = conditions_of(atlas, opening, *kind);
        for condition in conditions {
            let row = atlas.opening_conditions.get(condition);
            lines.push(line(judge(&question, row), true, Some(condition), notice));
        }
        if lines.len() == before {
            let silent = Found::notice_silent(silence(*kind));
            lines.push(line(silent, false, None, opening));
        }
    }
    lines
}

/// All lines together: not eligible if one is not met, eligible if every
/// condition that the notice states is met, and not stated otherwise. A notice
/// that states nothing lets nobody in.
pub fn overall(lines: &[Line]) -> Verdict {
    let mut stated = lines.iter().filter(|line| line.stated).peekable();
    if lines
        .iter()
        .any(|line| line.verdict == Verdict::NotEligible)
    {
        Verdict::NotEligible
    } else if stated.peek().is_some() && stated.all(|line| line.verdict == Verdict::Eligible) {
        Verdict::Eligible
    } else {
        Verdict::NotStated
    }
}

/// The conditions of a kind: an opening's own, else those of what it is a lot of.
fn conditions_of(
    atlas: &Atlas,
    opening: Ix<Opening>,
    kind: Kind,
) -> (Ix<Opening>, Vec<Ix<OpeningCondition>>) {
    let mut seen = BTreeSet::new();
    let mut at = opening;
    while seen.insert(at) {
        let found: Vec<Ix<OpeningCondition>> = atlas
            .conditions_of_opening(at)
            .iter()
            .copied()
            .filter(|ix| atlas.opening_conditions.get(*ix).kind == kind)
            .collect();
        if !found.is_empty() {
            return (at, found);
        }
        let whole = atlas.openings.get(at).part_of.as_deref();
        match whole.and_then(|id| atlas.openings.find(id)) {
            Some(whole) => at = whole,
            None => break,
        }
    }
    (opening, Vec::new())
}

/// What an opening says of itself beside its conditions: where it is and whom
/// it is for.
fn own(question: &Question<'_>, kind: Kind) -> Option<Found> {
    match kind {
        Kind::Area => place::of_opening(question),
        Kind::Cohort => Some(people::of_opening(question)),
        _ => None,
    }
}

fn judge(question: &Question<'_>, row: &OpeningCondition) -> Found {
    match row.kind {
        Kind::LegalForm => legal_form(question.profile, row),
        Kind::MinTurnover | Kind::MaxTurnover => turnover(question.profile, row),
        Kind::AwardToTurnover => applying::award_to_turnover(question, row),
        Kind::Area => place::of_condition(question, row),
        Kind::Cohort => people::of_condition(question, row),
        Kind::Consortium => applying::consortium(question.profile, row),
        Kind::LedByAndFor => people::led_by_and_for(question, row),
        Kind::Framework => applying::framework(question.profile, row),
        Kind::ExistingProvider => applying::existing_provider(question),
        Kind::Specialism => people::specialism(question, row),
        Kind::Other => Found::profile_silent(format!(
            "The notice asks what no profile says, so read it: {}",
            row.statement
        )),
    }
}

/// The words of a condition.
pub(super) fn words(row: &OpeningCondition) -> impl Iterator<Item = &str> {
    let words = row.words.as_deref().unwrap_or_default().split(';');
    words.map(str::trim).filter(|word| !word.is_empty())
}

/// A condition whose words hold no code: nothing can be held against it.
pub(super) fn unreadable(row: &OpeningCondition) -> Found {
    Found::profile_silent(format!(
        "No code says what the notice asks, so read it: {}",
        row.statement
    ))
}

fn legal_form(profile: &Profile, row: &OpeningCondition) -> Found {
    let named: Vec<LegalForm> = words(row).filter_map(|word| word.parse().ok()).collect();
    let all_coded = named.len() == words(row).count();
    let Some(ours) = profile.legal_forms.as_ref().filter(|ours| !ours.is_empty()) else {
        return Found::profile_silent("The profile does not say what the organisation is in law.");
    };
    match ours.iter().find(|form| named.contains(form)) {
        Some(form) => Found::met(format!("{} may apply.", plain(*form))),
        None if all_coded && !named.is_empty() => Found::not_met(format!(
            "The organisation is none of the legal forms that may apply. {}",
            row.statement
        )),
        None => Found::profile_silent(format!(
            "Others than the codes name may apply too, so read it: {}",
            row.statement
        )),
    }
}

/// A legal form as people say it.
fn plain(form: LegalForm) -> &'static str {
    match form {
        LegalForm::RegisteredCharity => "A registered charity",
        LegalForm::ExemptCharity => "An exempt charity",
        LegalForm::Cio => "A charitable incorporated organisation",
        LegalForm::Cic => "A community interest company",
        LegalForm::CharitableCompany => "A charitable company",
        LegalForm::SocialEnterprise => "A social enterprise",
        LegalForm::Company => "A company",
        LegalForm::ConstitutedGroup => "A group with a constitution",
        LegalForm::UnregisteredGroup => "A group without a constitution",
        LegalForm::StatutoryBody => "A statutory body",
        LegalForm::Individual => "An individual",
    }
}

fn turnover(profile: &Profile, row: &OpeningCondition) -> Found {
    let Some(limit) = row.pence else {
        return unreadable(row);
    };
    let Some(ours) = profile.turnover_pence else {
        return Found::profile_silent("The profile gives no turnover.");
    };
    let (met, bound) = match row.kind {
        Kind::MinTurnover => (ours >= limit, "least"),
        _ => (ours <= limit, "most"),
    };
    let reason = format!(
        "Turnover is {}; the {bound} that may apply is {}.",
        pounds(ours),
        pounds(limit)
    );
    if met {
        Found::met(reason)
    } else {
        Found::not_met(reason)
    }
}

/// What is said of a kind on which the notice is silent.
fn silence(kind: Kind) -> &'static str {
    match kind {
        Kind::LegalForm => "The notice does not say which legal forms may apply.",
        Kind::MinTurnover => "The notice states no least turnover.",
        Kind::MaxTurnover => "The notice states no greatest turnover.",
        Kind::AwardToTurnover => "The notice does not tie the award to turnover.",
        Kind::Area => "The notice does not say where.",
        Kind::Cohort => "The notice does not say for whom.",
        Kind::Consortium => "The notice says nothing of applying together.",
        Kind::LedByAndFor => "The notice does not ask who leads the organisation.",
        Kind::Framework => "The notice names no framework.",
        Kind::ExistingProvider => "The notice does not ask for the provider that has the work.",
        Kind::Specialism => "The notice asks for no specialism.",
        Kind::Other => "The notice states no other condition.",
    }
}
