//! Who may be a partner under section 75, by the kind of body that the register
//! has.

use super::law::{Authority, CRIME_GRANT, JOINT_WORKING, REGULATION_3, REVIEW, SECTION_75, WALES};

/// How a kind of body stands to section 75.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// One of the NHS bodies.
    NhsBody,
    /// One of the local authorities.
    LocalAuthority,
    /// It depends on what the body is in law, or on amendments: take advice.
    Check,
    /// Not among the bodies that the regulations name.
    NotNamed,
}

/// What the law says of a kind of body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// How it stands.
    pub standing: Standing,
    /// Why, and what it can do instead.
    pub words: &'static str,
    /// What says so.
    pub source: Authority,
    /// What says what it can do instead, where that has a source of its own.
    pub instead: Option<Authority>,
}

const fn ruling(standing: Standing, words: &'static str, source: Authority) -> Ruling {
    Ruling {
        standing,
        words,
        source,
        instead: None,
    }
}

/// What the law says of a kind of body.
pub fn ruling_on(kind: &str) -> Ruling {
    match kind {
        "icb" => ruling(
            Standing::NhsBody,
            "an integrated care board may be a partner, as the body that took over from those that regulation 3 named",
            REVIEW,
        ),
        "nhs_trust" => ruling(
            Standing::NhsBody,
            "an NHS trust may be a partner; for a pooled fund it needs the consent of each commissioner with which it has an NHS contract for the people concerned",
            REGULATION_3,
        ),
        "council" => ruling(
            Standing::LocalAuthority,
            "a district, county, county borough or London borough council, or the Common Council of the City of London, may be a partner",
            REGULATION_3,
        ),
        "nhs_england" => Ruling {
            instead: Some(JOINT_WORKING),
            ..ruling(
                Standing::Check,
                "NHS England is an NHS body in the Act; whether it is prescribed for this function, and who takes the function over, has to be read in the regulations as amended: take legal advice, or use joint working under sections 65Z5 and 65Z6",
                REGULATION_3,
            )
        },
        "health_board" => Ruling {
            instead: Some(WALES),
            ..ruling(
                Standing::NotNamed,
                "a Welsh health board is no partner under these regulations, which extend to England: partnerships in Wales have their own law",
                REGULATION_3,
            )
        },
        "pcc" => Ruling {
            instead: Some(CRIME_GRANT),
            ..ruling(
                Standing::NotNamed,
                "a police and crime commissioner is not among the bodies that regulation 3 names: it may align its budget, or make a crime and disorder reduction grant (take legal advice before relying on this)",
                REGULATION_3,
            )
        },
        "moj" | "hmpps" | "government" | "police" | "prison_operator" | "probation_provider" => {
            ruling(
                Standing::NotNamed,
                "it is not among the bodies that regulation 3 names: it may align its budget, grant, or let a contract of its own for its share (take legal advice before relying on this)",
                REGULATION_3,
            )
        }
        "vcse" | "private" | "funder" => ruling(
            Standing::NotNamed,
            "it is neither an NHS body nor a local authority: it may be commissioned or granted to, and a funder may align or grant",
            REGULATION_3,
        ),
        _ => ruling(
            Standing::Check,
            "the register does not say what body it is in law: only prescribed NHS bodies and local authorities may be partners",
            SECTION_75,
        ),
    }
}
