//! The recommendations of the report on community provision, in short words of
//! our own, one row for each of its bullets.

/// A recommendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// Section and place in it: `4.3`.
    pub number: &'static str,
    /// What it asks for.
    pub asks: &'static str,
}

/// The report's seven sections.
pub const SECTIONS: &[&str] = &[
    "First contact with the justice system",
    "Before sentence",
    "Before and on release from prison",
    "Treatment and support in the community",
    "Training and guidance",
    "Commissioning",
    "Funding",
];

const fn asks(number: &'static str, asks: &'static str) -> Recommendation {
    Recommendation { number, asks }
}

/// Every recommendation, in the report's order. 4.6 repeats 3.2, as the report
/// does.
pub const RECOMMENDATIONS: &[Recommendation] = &[
    asks(
        "1.1",
        "More money for help early enough that people are not criminalised, and health help in place of a justice response",
    ),
    asks(
        "1.2",
        "Out-of-court disposals with a minimum of help in every area, and clear routes to voluntary organisations",
    ),
    asks("1.3", "More social prescribing"),
    asks("2.1", "Courts for mental health"),
    asks(
        "2.2",
        "Good pre-sentence reports, written by probation together with voluntary organisations",
    ),
    asks(
        "2.3",
        "A specialist key worker in every police custody suite and court",
    ),
    asks(
        "2.4",
        "Treatment requirement link workers who begin before sentence",
    ),
    asks(
        "3.1",
        "Care navigators of voluntary organisations in every resettlement prison, working with its mental health team",
    ),
    asks("3.2", "More psychologists in each prison"),
    asks("3.3", "A national network of departure lounges"),
    asks(
        "3.4",
        "Treatment that goes on through recall and release, without a new referral",
    ),
    asks(
        "3.5",
        "A register of people with mental health treatment requirements, so that nobody is assessed anew after recall",
    ),
    asks(
        "4.1",
        "Look into Enhanced Combination Orders, as in Northern Ireland",
    ),
    asks("4.2", "Look into bringing back intensive community orders"),
    asks(
        "4.3",
        "Treatment requirements everywhere, the mental health one in both tiers",
    ),
    asks(
        "4.4",
        "Orders for dual diagnosis everywhere, with the money for them",
    ),
    asks(
        "4.5",
        "Peer mentoring that can be commissioned, and vetting that does not bar peers",
    ),
    asks("4.6", "More psychologists in each prison (as 3.2)"),
    asks(
        "4.7",
        "Dual diagnosis workers inside local mental health services",
    ),
    asks(
        "4.8",
        "Mental health liaison workers in the next generation of CRS",
    ),
    asks(
        "5.1",
        "One guidance on the minimum of help in every area, and services that work by it",
    ),
    asks(
        "5.2",
        "Culturally informed training for MHTR practitioners, made with people who have used services",
    ),
    asks(
        "5.3",
        "Accredited training for staff of voluntary organisations, at no cost to them",
    ),
    asks("5.4", "Training in mental health for probation officers"),
    asks(
        "6.1",
        "Joint public health commissioning for dual diagnosis",
    ),
    asks(
        "6.2",
        "Money for organisations led by and for racially minoritised people, so that they can give culturally informed services",
    ),
    asks(
        "6.3",
        "Mental health practitioners who treat in women's centres and wellbeing hubs",
    ),
    asks(
        "6.4",
        "People with lived experience in the design of services",
    ),
    asks("6.5", "Lived experience advisory councils"),
    asks("7.1", "Keep the Mental Health Investment Standard"),
];
