//! The closed lists of who applies for an opening.

use std::str::FromStr;

use super::UnknownCode;

closed_list!(
    /// What an organisation is in law. One may be several: a charitable company
    /// that is registered is a registered charity too.
    LegalForm, "legal form", {
        /// On the register of charities.
        RegisteredCharity = "registered_charity",
        /// A charity that need not register.
        ExemptCharity = "exempt_charity",
        /// A charitable incorporated organisation: always registered.
        Cio = "cio",
        /// A community interest company: always a social enterprise.
        Cic = "cic",
        /// A company with charitable objects.
        CharitableCompany = "charitable_company",
        /// A business that trades for a social purpose.
        SocialEnterprise = "social_enterprise",
        /// A company that may distribute profit.
        Company = "company",
        /// A group with a constitution and no legal personality.
        ConstitutedGroup = "constituted_group",
        /// A group without a constitution.
        UnregisteredGroup = "unregistered_group",
        /// A council, NHS body, school or other public body.
        StatutoryBody = "statutory_body",
        /// One person.
        Individual = "individual",
    }
);

closed_list!(
    /// As what an organisation would apply.
    Joining, "way of applying", {
        /// By itself.
        Alone = "alone",
        /// As the lead of others.
        Lead = "lead",
        /// As a partner or subcontractor of a lead.
        Partner = "partner",
    }
);

closed_list!(
    /// What the least and the greatest award of an opening are of.
    AwardBasis, "basis of an award", {
        /// One year of the award.
        Year = "a_year",
        /// The whole of it.
        Whole = "whole_award",
        /// A lot's contract over its whole term.
        Lot = "lot",
    }
);
