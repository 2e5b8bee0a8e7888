//! The public sources that findings rest on.

/// A public source: what it is called and where it can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Authority {
    /// Its name.
    pub name: &'static str,
    /// Its address.
    pub url: &'static str,
}

/// Section 75 of the Act.
pub const SECTION_75: Authority = Authority {
    name: "National Health Service Act 2006, section 75",
    url: "https://www.legislation.gov.uk/ukpga/2006/41/section/75",
};

/// The regulations under it.
pub const REGULATIONS: Authority = Authority {
    name: "NHS Bodies and Local Authorities Partnership Arrangements Regulations 2000 (SI 2000/617)",
    url: "https://www.legislation.gov.uk/uksi/2000/617",
};

/// Who may be a partner.
pub const REGULATION_3: Authority = Authority {
    name: "SI 2000/617, regulation 3: prescribed NHS bodies and local authorities",
    url: "https://www.legislation.gov.uk/uksi/2000/617/regulation/3",
};

/// What partners may arrange, and consultation.
pub const REGULATION_4: Authority = Authority {
    name: "SI 2000/617, regulation 4: partnership arrangements",
    url: "https://www.legislation.gov.uk/uksi/2000/617/regulation/4",
};

/// Functions of NHS bodies.
pub const REGULATION_5: Authority = Authority {
    name: "SI 2000/617, regulation 5: functions of NHS bodies",
    url: "https://www.legislation.gov.uk/uksi/2000/617/regulation/5",
};

/// Functions of local authorities.
pub const REGULATION_6: Authority = Authority {
    name: "SI 2000/617, regulation 6: health-related functions of local authorities",
    url: "https://www.legislation.gov.uk/uksi/2000/617/regulation/6",
};

/// Pooled funds: the agreement, the host, the manager.
pub const REGULATION_7: Authority = Authority {
    name: "SI 2000/617, regulation 7: pooled fund arrangements",
    url: "https://www.legislation.gov.uk/uksi/2000/617/regulation/7",
};

/// What the department says of all of it.
pub const REVIEW: Authority = Authority {
    name: "Department of Health and Social Care, review of section 75 arrangements: supporting document",
    url: "https://www.gov.uk/government/calls-for-evidence/improving-integrated-commissioning-in-health-and-social-care/review-of-section-75-arrangements-supporting-document",
};

/// What NHS England says of joint working and delegation.
pub const JOINT_WORKING: Authority = Authority {
    name: "NHS England, arrangements for delegation and joint exercise of statutory functions (sections 65Z5 and 65Z6 of the Act)",
    url: "https://www.england.nhs.uk/long-read/arrangements-for-delegation-and-joint-exercise-of-statutory-functions/",
};

/// Payments by NHS England and boards to local authorities.
pub const SECTION_256: Authority = Authority {
    name: "National Health Service Act 2006, section 256",
    url: "https://www.legislation.gov.uk/ukpga/2006/41/section/256",
};

/// Payments by local authorities to NHS bodies.
pub const SECTION_76: Authority = Authority {
    name: "National Health Service Act 2006, section 76",
    url: "https://www.legislation.gov.uk/ukpga/2006/41/section/76",
};

/// What such payments may be for.
pub const SECTION_76_FUNCTIONS: Authority = Authority {
    name: "National Health Service (Payments by Local Authorities to NHS Bodies) (Prescribed Functions) Regulations 2000 (SI 2000/618)",
    url: "https://www.legislation.gov.uk/uksi/2000/618",
};

/// The conditions of both payments.
pub const PAYMENT_CONDITIONS: Authority = Authority {
    name: "Department of Health, conditions for payments between the NHS and local authorities (directions of 2013)",
    url: "https://www.gov.uk/government/publications/conditions-for-payments-between-the-nhs-and-local-authorities",
};

/// What a police and crime commissioner may grant.
pub const CRIME_GRANT: Authority = Authority {
    name: "Police Reform and Social Responsibility Act 2011, section 9: crime and disorder reduction grants",
    url: "https://www.legislation.gov.uk/ukpga/2011/13/section/9",
};

/// Partnerships in Wales.
pub const WALES: Authority = Authority {
    name: "Social Services and Well-being (Wales) Act 2014, part 9: co-operation and partnership",
    url: "https://www.legislation.gov.uk/anaw/2014/4/part/9",
};

/// VAT in such partnerships.
pub const VAT: Authority = Authority {
    name: "HM Revenue and Customs, VATGPB6640: section 75 NHS Act 2006 partnerships",
    url: "https://www.gov.uk/hmrc-internal-manuals/vat-government-and-public-bodies/vatgpb6640",
};
