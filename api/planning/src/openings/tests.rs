//! What each condition makes of a profile, and what of an opening on a day.

mod boards;
mod gaps;
mod lines;
mod properties;
mod sizes;

use crate::closed::{
    Joining, LegalForm, OpeningConditionKind as Kind, OpeningKind, OpeningStatus, Visibility,
};
use crate::facts::{Opening, OpeningCondition};
use crate::given::{Given, date, day, ix};

use super::*;

/// Two districts in one board and a third beside it, with an opening `o` of the
/// north that is closed and silent on everything else.
fn given() -> Given {
    Given::two_districts()
        .district("west", 40)
        .body("funder")
        .offer("womens_centre")
        .community("ethnic_minority", &["black_african", "asian_indian"])
        .community("black", &["black_african"])
        .community("white", &["white_british"])
        .community("muslim", &[])
        .service("held")
        .opening("o", |_| {})
}

impl Given {
    /// A grant of the north for everybody, whose source says no dates and that
    /// it is unclear; then as edited.
    fn opening(mut self, id: &str, edit: impl FnOnce(&mut Opening)) -> Self {
        if self.facts.evidence.is_empty() {
            self = self.told(crate::given::live("mhtr", "south"));
        }
        let mut row = Opening {
            id: id.to_owned(),
            version: 1,
            title: id.to_owned(),
            funder: "funder".to_owned(),
            funder_as_stated: None,
            kind: OpeningKind::Grant,
            purpose: String::new(),
            cohort: "all".to_owned(),
            cohort_as_stated: None,
            areas: vec!["north".to_owned()],
            offers: Vec::new(),
            opens_on: None,
            closes_on: None,
            starts_on: None,
            duration_months: None,
            min_award_pence: None,
            max_award_pence: None,
            award_basis: None,
            total_pence: None,
            status: OpeningStatus::Unclear,
            reference: None,
            part_of: None,
            service: None,
            evidence: "e001".to_owned(),
            visibility: Visibility::Public,
            owner: None,
        };
        edit(&mut row);
        self.facts.openings.push(row);
        self
    }

    /// A condition of an opening, with words alone.
    fn asks(self, opening: &str, kind: Kind, words: &str) -> Self {
        self.asks_for(opening, kind, |row| row.words = Some(words.to_owned()))
    }

    /// A condition of an opening, as edited.
    fn asks_for(
        mut self,
        opening: &str,
        kind: Kind,
        edit: impl FnOnce(&mut OpeningCondition),
    ) -> Self {
        let mut row = OpeningCondition {
            id: format!("{opening}/{:02}", self.facts.opening_conditions.len()),
            version: 1,
            opening: opening.to_owned(),
            kind,
            words: None,
            pence: None,
            permille: None,
            areas: Vec::new(),
            cohort: None,
            statement: "As the notice says.".to_owned(),
        };
        edit(&mut row);
        self.facts.opening_conditions.push(row);
        self
    }

    /// The lines of one kind of the opening `o`, as verdict and who is silent.
    fn of(
        self,
        kind: Kind,
        profile: impl FnOnce(&crate::atlas::Atlas) -> Profile,
    ) -> Vec<(Verdict, Option<Silent>)> {
        let atlas = self.atlas();
        let profile = profile(&atlas);
        let found = lines(
            &atlas,
            ix(&atlas.openings, "o"),
            &profile,
            day("2026-11-22"),
        );
        found
            .into_iter()
            .filter(|line| line.kind == kind)
            .map(|line| (line.verdict, line.silent))
            .collect()
    }
}

const MET: (Verdict, Option<Silent>) = (Verdict::Eligible, None);
const NOT_MET: (Verdict, Option<Silent>) = (Verdict::NotEligible, None);
const NOTICE: (Verdict, Option<Silent>) = (Verdict::NotStated, Some(Silent::Notice));
const PROFILE: (Verdict, Option<Silent>) = (Verdict::NotStated, Some(Silent::Profile));

/// A profile that says nothing.
fn nobody(_: &crate::atlas::Atlas) -> Profile {
    Profile::default()
}

/// A women's centre in the north with £300,000 that says everything.
fn centre(atlas: &crate::atlas::Atlas) -> Profile {
    Profile {
        legal_forms: Some([LegalForm::RegisteredCharity, LegalForm::CharitableCompany].into()),
        turnover_pence: Some(30_000_000),
        areas: Some(vec![ix(&atlas.areas, "north")]),
        cohorts: Some(vec![ix(&atlas.cohorts, "women")]),
        led_by_and_for: Some(Vec::new()),
        board: Share::of_thousand(400),
        staff: Share::of_thousand(600),
        offers: Some(vec![ix(&atlas.offers, "womens_centre")]),
        joining: Some([Joining::Alone, Joining::Partner].into()),
        frameworks: Some(["dynamic".to_owned()].into()),
        services: Some(Vec::new()),
    }
}
