//! The closed lists: every value that a column may hold, with its code.

use std::fmt;
use std::str::FromStr;

/// A code that its list does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownCode {
    /// What the list is of.
    pub list: &'static str,
    /// The code that was given.
    pub given: String,
    /// The codes that would be right.
    pub known: Vec<&'static str>,
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "'{}' is no {}: use one of {}",
            self.given,
            self.list,
            self.known.join(", ")
        )
    }
}

impl std::error::Error for UnknownCode {}

macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident, $list:literal, { $($(#[$item_doc:meta])* $item:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$item_doc])* $item),+ }

        impl $name {
            /// Every value, in the list's own order.
            pub const ALL: &'static [Self] = &[$(Self::$item),+];

            /// The codes, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The code that stands in tables and files.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$item => $code),+ }
            }
        }

        impl FromStr for $name {
            type Err = UnknownCode;
            fn from_str(text: &str) -> Result<Self, UnknownCode> {
                match text {
                    $($code => Ok(Self::$item),)+
                    _ => Err(UnknownCode {
                        list: $list,
                        given: text.chars().take(60).collect(),
                        known: vec![$($code),+],
                    }),
                }
            }
        }
    };
}

mod money;
mod openings;

pub use money::{
    CostUnit, FundingConditionKind, OpeningConditionKind, OpeningKind, OpeningStatus, PoolAccount,
    PoolForm, PoolPart, ProcurementProcedure, RiskShare, StepKind,
};
pub use openings::{AwardBasis, Joining, LegalForm};

closed_list!(
    /// The geography that an area belongs to.
    AreaKind, "kind of area", {
        /// Local authority district (lower tier or unitary).
        District = "district",
        /// County, unitary, metropolitan borough or London borough council area.
        UpperTier = "upper_tier",
        /// Integrated care board.
        Icb = "icb",
        /// Local health board (Wales).
        HealthBoard = "health_board",
        /// NHS England region.
        NhsRegion = "nhs_region",
        /// Police force area.
        PoliceForce = "police_force",
        /// Probation region.
        ProbationRegion = "probation_region",
        /// Probation delivery unit.
        Pdu = "pdu",
        /// English region.
        Region = "region",
        /// Nation, or a union of nations.
        Nation = "nation",
        /// Prison: a place.
        Prison = "prison",
        /// Court: a place.
        Court = "court",
    }
);

impl AreaKind {
    /// A place has no residents; it lies in a district.
    pub const fn is_place(self) -> bool {
        matches!(self, Self::Prison | Self::Court)
    }
}

closed_list!(
    /// A nation of the register.
    Nation, "nation", {
        /// England.
        England = "England",
        /// Wales.
        Wales = "Wales",
    }
);

closed_list!(
    /// Where in the justice pathway somebody stands.
    Stage, "justice stage", {
        /// Before arrest.
        PreArrest = "pre_arrest",
        /// Police custody.
        PoliceCustody = "police_custody",
        /// Out-of-court disposal.
        Oocd = "oocd",
        /// Court.
        Court = "court",
        /// Community or suspended sentence.
        CommunitySentence = "community_sentence",
        /// Custody.
        Custody = "custody",
        /// Before release.
        PreRelease = "pre_release",
        /// The day of release.
        ReleaseDay = "release_day",
        /// After release.
        PostRelease = "post_release",
        /// Recall.
        Recall = "recall",
    }
);

closed_list!(
    /// The ladder of intensity.
    Intensity, "intensity", {
        /// Nothing is done for a person: a rule, a plan, a forum.
        None = "none",
        /// Identifies need and refers on.
        Signposting = "signposting",
        /// Low-level support.
        Low = "low",
        /// Treatment.
        Treatment = "treatment",
        /// Specialist treatment.
        Specialist = "specialist",
    }
);

closed_list!(
    /// What a record says of an offer in a place.
    Status, "status", {
        /// The source says that it runs.
        Live = "live",
        /// Contracted or announced, not begun.
        Planned = "planned",
        /// It ran and has ended.
        Ended = "ended",
        /// The procurement was abandoned.
        Abandoned = "abandoned",
        /// The source says that there is none.
        Absent = "absent",
        /// The source does not settle it.
        Unclear = "unclear",
    }
);

closed_list!(
    /// What kind of source the evidence is.
    Grade, "evidence grade", {
        /// A notice under procurement law.
        OfficialNotice = "official_notice",
        /// A register or contract file kept by the commissioner.
        OfficialRegister = "official_register",
        /// An inspectorate.
        Inspectorate = "inspectorate",
        /// The body responsible for the service.
        ResponsibleBody = "responsible_body",
        /// The provider's own page.
        ProviderPage = "provider_page",
        /// A published report.
        Report = "report",
        /// The press.
        Press = "press",
        /// Anything else.
        Other = "other",
    }
);

closed_list!(
    /// How sure whoever made the record was of it.
    Confidence, "confidence", {
        /// Low.
        Low = "low",
        /// Medium.
        Medium = "medium",
        /// High.
        High = "high",
    }
);

closed_list!(
    /// How a place's successor came to be.
    SuccessionKind, "kind of succession", {
        /// Several became one.
        Merger = "merger",
        /// One became several.
        Split = "split",
        /// One took in a part of another.
        Enlargement = "enlargement",
        /// The code or name changed, the place did not.
        Recode = "recode_or_rename",
        /// The boundary moved.
        Boundary = "boundary",
    }
);

closed_list!(
    /// What a body does for a service.
    Role, "role", {
        /// Buys it.
        Commissioner = "commissioner",
        /// Pays for it without buying it.
        Funder = "funder",
        /// Delivers it, as lead.
        Provider = "provider",
        /// Delivers a part of it.
        Subcontractor = "subcontractor",
    }
);

closed_list!(
    /// How an offer stands to a family of offers.
    FamilyRole, "family role", {
        /// It stands for itself.
        Own = "own",
        /// It belongs to a family.
        Member = "member",
        /// It is a family: a record of it evidences the family, no member.
        Family = "family",
    }
);

closed_list!(
    /// Whether a service works with people in the justice system.
    WorksWithJustice, "answer about working with people in the justice system", {
        /// The source says so.
        Yes = "yes",
        /// The source says that it does not.
        No = "no",
        /// The source does not say.
        Unknown = "unknown",
    }
);

closed_list!(
    /// Who may see a row.
    Visibility, "visibility", {
        /// Everybody.
        Public = "public",
        /// Whoever plans: analysts, commissioners and the bodies that take part.
        Restricted = "restricted",
        /// The body that keeps it.
        Private = "private",
    }
);

/// Reads a list of codes joined with `;`.
pub fn list<T: FromStr<Err = UnknownCode>>(text: &str) -> Result<Vec<T>, UnknownCode> {
    text.split(';')
        .map(str::trim)
        .filter(|code| !code.is_empty())
        .map(str::parse)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads_back() {
        for kind in AreaKind::ALL {
            assert_eq!(kind.code().parse::<AreaKind>().unwrap(), *kind);
        }
        for stage in Stage::ALL {
            assert_eq!(stage.code().parse::<Stage>().unwrap(), *stage);
        }
    }

    #[test]
    fn an_unknown_code_is_told_what_would_be_right() {
        let error = list::<Intensity>("low;hihg").unwrap_err();
        assert_eq!(
            error.to_string(),
            "'hihg' is no intensity: use one of none, signposting, low, treatment, specialist"
        );
    }
}
