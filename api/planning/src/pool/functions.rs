//! The functions that a pool may be about: a closed list, with what the
//! regulations say of each.

use super::law::{Authority, REGULATION_4, REGULATION_5, REGULATION_6, SECTION_75};

/// Whether partners may make a function the subject of section 75 arrangements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Delegation {
    /// The regulations prescribe it.
    May,
    /// They leave it out, or it is no function of such a partner.
    MayNot,
    /// It depends on amendments or terms that have to be read: take advice.
    Check,
}

/// Whose function it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// Of an NHS body.
    Nhs,
    /// Of a local authority.
    LocalAuthority,
    /// Of somebody else.
    Other,
}

macro_rules! functions {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $whose:ident, $delegation:ident, $source:expr, $words:literal;)+) => {
        /// A function that a pool says it is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PoolFunction { $($(#[$doc])* $name),+ }

        impl PoolFunction {
            /// Every function, in the list's own order.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The codes, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The code that stands in the register.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// Whose it is.
            pub const fn whose(self) -> Whose {
                match self { $(Self::$name => Whose::$whose),+ }
            }

            /// Whether section 75 partners may arrange for it.
            pub const fn may_be_delegated(self) -> Delegation {
                match self { $(Self::$name => Delegation::$delegation),+ }
            }

            /// What says so.
            pub const fn source(self) -> Authority {
                match self { $(Self::$name => $source),+ }
            }

            /// What it is, in words.
            pub const fn words(self) -> &'static str {
                match self { $(Self::$name => $words),+ }
            }
        }
    };
}

functions!(
    /// Community and hospital services that are not left out by name.
    HealthServices = "health_services", Nhs, May, REGULATION_5, "arranging or providing health services, mental health services among them";
    /// Rehabilitation and avoiding admission.
    Rehabilitation = "rehabilitation", Nhs, May, REGULATION_5, "rehabilitation services and services intended to avoid admission to hospital";
    /// After-care, the NHS part.
    AftercareNhs = "aftercare_nhs", Nhs, May, REGULATION_5, "after-care under section 117 of the Mental Health Act 1983, the NHS part";
    /// Left out by name.
    Surgery = "surgery", Nhs, MayNot, REGULATION_5, "surgery";
    /// Left out by name.
    Radiotherapy = "radiotherapy", Nhs, MayNot, REGULATION_5, "radiotherapy";
    /// Left out by name.
    TerminationOfPregnancies = "termination_of_pregnancies", Nhs, MayNot, REGULATION_5, "termination of pregnancies";
    /// Left out by name.
    Endoscopy = "endoscopy", Nhs, MayNot, REGULATION_5, "endoscopy";
    /// Left out by name.
    ClassFourLaser = "class_4_laser_treatments", Nhs, MayNot, REGULATION_5, "the use of Class 4 laser treatments";
    /// Left out by name.
    OtherInvasive = "other_invasive_treatments", Nhs, MayNot, REGULATION_5, "other invasive treatments";
    /// Left out by name.
    EmergencyAmbulance = "emergency_ambulance", Nhs, MayNot, REGULATION_5, "emergency ambulance services";
    /// Health services for people in custody, which NHS England arranges.
    CustodyHealth = "health_in_custody", Nhs, Check, SECTION_75, "health services for people in prison and other places of detention, which NHS England arranges";
    /// Social services functions that are not left out by name.
    SocialServices = "social_services", LocalAuthority, May, REGULATION_6, "social services functions of a local authority, after-care among them";
    /// Public health.
    PublicHealth = "public_health", LocalAuthority, May, REGULATION_6, "public health functions of a local authority, drug and alcohol treatment among them";
    /// Housing and homelessness.
    Housing = "housing", LocalAuthority, May, REGULATION_6, "housing and homelessness functions of a local authority";
    /// Education.
    Education = "education", LocalAuthority, May, REGULATION_6, "education functions of a local authority";
    /// Left out by name.
    MentalHealthProfessionals = "approved_mental_health_professionals", LocalAuthority, MayNot, REGULATION_6, "approving mental health professionals and their powers of entry (sections 114 and 115 of the Mental Health Act 1983)";
    /// Left out by name.
    Adoption = "adoption", LocalAuthority, MayNot, REGULATION_6, "adoption";
    /// Left out by name.
    DirectorOfSocialServices = "director_of_social_services", LocalAuthority, MayNot, REGULATION_6, "the appointment of a director of social services";
    /// Charges for care and accommodation: amended since.
    Charging = "charging_for_care", LocalAuthority, Check, REGULATION_6, "charging people for care and accommodation";
    /// No function of a partner.
    Policing = "policing", Other, MayNot, REGULATION_4, "policing and police and crime commissioning";
    /// No function of a partner.
    Probation = "probation", Other, MayNot, REGULATION_4, "probation";
    /// No function of a partner.
    Prisons = "prisons", Other, MayNot, REGULATION_4, "running prisons";
    /// No function of a partner.
    Courts = "courts", Other, MayNot, REGULATION_4, "the administration of courts";
);

impl PoolFunction {
    /// The function of a code.
    pub fn find(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.code() == code)
    }
}
