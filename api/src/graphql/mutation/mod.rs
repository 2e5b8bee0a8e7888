//! What can be written, one file a subject: inputs, how they become wishes, and what is answered.

mod decide;
mod draft;
mod freeze;
mod inputs;
mod payload;
mod save;

use async_graphql::MergedObject;

/// Everything that can be written.
#[derive(MergedObject, Default)]
pub struct Mutation(
    save::SaveMutation,
    decide::DecideMutation,
    freeze::FreezeMutation,
);
