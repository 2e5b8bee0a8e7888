//! What one can be told of as it happens.
//!
//! A subscription is asked again after every commit, from the register as the viewer then sees it
//! (`App::subscribe`); here it says what is different from the time before. The first time there is
//! no time before: what is wrong with the question is told, and nothing else.

mod coverage;
mod proposals;

use async_graphql::MergedSubscription;

/// Everything that one can be told of.
#[derive(MergedSubscription, Default)]
pub struct Subscription(
    coverage::CoverageSubscription,
    proposals::ProposalSubscription,
);
