//! What can be wrong with a question, each with a stable code.

use async_graphql::{ErrorExtensionValues, Response};
use thiserror::Error as ThisError;

use crate::auth::Role;

/// A fault of the question. Codes are stable, messages may improve.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
pub enum Fault {
    /// A code or name that the register does not hold.
    #[error("{field}: '{given}' is not in the register{}", hint(.suggestions))]
    UnknownCode {
        /// The argument.
        field: String,
        /// What was given.
        given: String,
        /// What may have been meant.
        suggestions: Vec<String>,
    },
    /// The place did not exist on the day asked about.
    #[error("{field}: {name} ({code}) {what}{}", in_its_place(.instead))]
    NotOnDate {
        /// The argument.
        field: String,
        /// The place.
        name: String,
        /// Its code.
        code: String,
        /// When it began or ended.
        what: String,
        /// What stood or stands in its place.
        instead: Vec<String>,
    },
    /// A code that several kinds of area share.
    #[error("{field}: {what}")]
    BadInput {
        /// The argument.
        field: String,
        /// What is wrong and what would be right.
        what: String,
    },
    /// An id that this server did not make, or of another type.
    #[error("{field}: '{given}' is not an id of a {expected}")]
    BadId {
        /// The argument.
        field: String,
        /// What was given.
        given: String,
        /// The type that would be right.
        expected: String,
    },
    /// A cursor of another list, filter or order, or none of ours.
    #[error(
        "{field}: the cursor is not of this list with this filter and order; take one from an edge or pageInfo of the same query"
    )]
    BadCursor {
        /// `after` or `before`.
        field: String,
    },
    /// A page larger than allowed.
    #[error(
        "{field}: {given} is more than a page may hold; ask for 1 to {most} and page on with pageInfo"
    )]
    PageTooLarge {
        /// `first` or `last`.
        field: String,
        /// What was asked for.
        given: i64,
        /// The largest page.
        most: usize,
    },
    /// A question over more cells than one answer may hold.
    #[error(
        "{cells} cells (areas × offers) are more than one answer holds; ask for at most {most}: name a kind, areas or offers"
    )]
    TooManyCells {
        /// The cells asked for.
        cells: usize,
        /// The most.
        most: usize,
    },
    /// A root field that the viewer's role may not ask for.
    #[error("{field} is for {}; {}", whom(.least), remedy(.role))]
    NotAllowed {
        /// The root field.
        field: String,
        /// The least role that may; `None`: nobody.
        least: Option<Role>,
        /// That of the viewer.
        role: Role,
    },
    /// The request was run without its scope, or something else of ours is at fault.
    #[error("internal error")]
    NoScope,
}

fn in_its_place(others: &[String]) -> String {
    if others.is_empty() {
        String::new()
    } else {
        format!("; in its place: {}", others.join(", "))
    }
}

fn whom(least: &Option<Role>) -> String {
    match least {
        Some(role) => format!("{role} and above"),
        None => "nobody".to_owned(),
    }
}

fn remedy(role: &Role) -> String {
    match role {
        Role::Public => "send a token that says who you are".to_owned(),
        role => format!("your role is {role}"),
    }
}

fn hint(suggestions: &[String]) -> String {
    if suggestions.is_empty() {
        String::new()
    } else {
        format!("; did you mean {}?", suggestions.join(" or "))
    }
}

impl Fault {
    /// What went wrong on our side: the log says what, the client that it did.
    pub fn ours(error: &impl std::fmt::Display) -> Self {
        tracing::error!(%error, "A question cannot be answered");
        Self::NoScope
    }

    /// Its stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownCode { .. } => "UNKNOWN_CODE",
            Self::NotOnDate { .. } => "NOT_ON_DATE",
            Self::BadInput { .. } => "BAD_INPUT",
            Self::BadId { .. } => "BAD_ID",
            Self::BadCursor { .. } => "BAD_CURSOR",
            Self::PageTooLarge { .. } => "PAGE_TOO_LARGE",
            Self::TooManyCells { .. } => "TOO_MANY_CELLS",
            Self::NotAllowed {
                role: Role::Public, ..
            } => "UNAUTHENTICATED",
            Self::NotAllowed { .. } => "FORBIDDEN",
            Self::NoScope => "INTERNAL",
        }
    }

    /// The argument that it is about.
    fn field(&self) -> Option<&str> {
        match self {
            Self::UnknownCode { field, .. }
            | Self::NotOnDate { field, .. }
            | Self::BadInput { field, .. }
            | Self::BadId { field, .. }
            | Self::BadCursor { field }
            | Self::PageTooLarge { field, .. }
            | Self::NotAllowed { field, .. } => Some(field),
            Self::TooManyCells { .. } | Self::NoScope => None,
        }
    }
}

/// Gives the errors of a response the codes of the faults behind them.
pub fn give_codes(response: &mut Response) {
    for error in &mut response.errors {
        let Some(fault) = error.source::<Fault>().cloned() else {
            continue;
        };
        let extensions = error
            .extensions
            .get_or_insert_with(ErrorExtensionValues::default);
        extensions.set("code", fault.code());
        if let Some(field) = fault.field() {
            extensions.set("field", field);
        }
    }
}

/// Text from outside, cut to what a message may repeat.
pub fn cut(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(60).collect()
}
