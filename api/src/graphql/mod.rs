//! The GraphQL edge: translates, never decides.

pub mod check;
pub mod context;
pub mod enums;
pub mod error;
pub mod filter;
pub mod id;
pub mod known_at;
pub mod mutation;
pub mod object;
pub mod page;
pub mod query;
pub mod roots;
pub mod scalars;
pub mod subscription;

use async_graphql::{SDLExportOptions, Schema};

pub use context::Scope;
pub use mutation::Mutation;
pub use query::Query;
pub use subscription::Subscription;

/// The schema of this server.
pub type ApiSchema = Schema<Query, Mutation, Subscription>;

/// Builds the schema; it needs no database. What a query may cost is weighed
/// before it gets here, by `http`.
pub fn schema() -> ApiSchema {
    Schema::build(
        Query::default(),
        Mutation::default(),
        Subscription::default(),
    )
    .register_output_type::<query::nodes::Node>()
    .finish()
}

/// The schema as text, sorted, as committed in `schema.graphql`.
pub fn sdl() -> String {
    schema().sdl_with_options(
        SDLExportOptions::new()
            .sorted_fields()
            .sorted_arguments()
            .sorted_enum_items(),
    )
}
