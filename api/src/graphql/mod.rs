//! The GraphQL edge: translates, never decides.

pub mod context;
pub mod enums;
pub mod error;
pub mod filter;
pub mod id;
pub mod object;
pub mod page;
pub mod query;
pub mod scalars;

use async_graphql::{EmptyMutation, EmptySubscription, SDLExportOptions, Schema};

pub use context::Scope;
pub use query::Query;

/// The schema of this server.
pub type ApiSchema = Schema<Query, EmptyMutation, EmptySubscription>;

/// What a question may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Deepest nesting of fields.
    pub depth: usize,
    /// Greatest complexity: fields, times the rows asked for.
    pub complexity: usize,
}

/// Builds the schema; it needs no database.
pub fn schema(limits: Limits) -> ApiSchema {
    Schema::build(Query::default(), EmptyMutation, EmptySubscription)
        .limit_depth(limits.depth)
        .limit_complexity(limits.complexity)
        .register_output_type::<query::nodes::Node>()
        .finish()
}

/// The schema as text, sorted, as committed in `schema.graphql`.
pub fn sdl() -> String {
    let limits = Limits {
        depth: usize::MAX,
        complexity: usize::MAX,
    };
    schema(limits).sdl_with_options(
        SDLExportOptions::new()
            .sorted_fields()
            .sorted_arguments()
            .sorted_enum_items()
            .prefer_single_line_descriptions(),
    )
}
