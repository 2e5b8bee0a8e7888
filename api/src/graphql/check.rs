//! Whether a document fits the schema, found out without asking it.

use async_graphql::{
    Request, ServerError,
    parser::{parse_query, types::OperationType},
};

use super::schema;

/// What is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentFault {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What is wrong, in one line.
    pub wrong: String,
}

/// All that is wrong with a document; nothing of it is run.
pub async fn faults(document: &str) -> Vec<DocumentFault> {
    let parsed = match parse_query(document) {
        Ok(parsed) => parsed,
        Err(error) => {
            let text = error.to_string();
            // A picture of the line stands before what was expected.
            let wrong = match text.rsplit_once("\n  = ") {
                Some((_, expected)) => expected.replace('_', " "),
                None => text,
            };
            let place = error.positions().next().unwrap_or_default();
            return vec![fault(place.line, place.column, &wrong)];
        }
    };
    let schema = schema();
    let mut found = Vec::new();
    for (name, operation) in parsed.operations.iter() {
        // Without introspection nothing is left to run.
        let mut request = Request::new(document).only_introspection();
        if let Some(name) = name {
            request = request.operation_name(name.as_str());
        }
        let is_subscription = operation.node.ty == OperationType::Subscription;
        let errors = schema.execute(request).await.errors;
        let of_validation = errors.iter().filter(|error| {
            let is_unheard = is_subscription && error.message.ends_with("on this transport.");
            error.path.is_empty() && !is_unheard
        });
        found.extend(of_validation.map(read));
    }
    // Validation speaks of the whole document each time.
    found.sort_by(|a, b| (a.line, a.column, &a.wrong).cmp(&(b.line, b.column, &b.wrong)));
    found.dedup();
    found
}

fn read(error: &ServerError) -> DocumentFault {
    let place = error.locations.first().copied().unwrap_or_default();
    fault(place.line, place.column, &error.message)
}

fn fault(line: usize, column: usize, wrong: &str) -> DocumentFault {
    DocumentFault {
        line: line.max(1),
        column: column.max(1),
        wrong: wrong.lines().next().unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn places(document: &str) -> Vec<(usize, usize)> {
        let found = faults(document).await;
        found
            .iter()
            .map(|fault| (fault.line, fault.column))
            .collect()
    }

    #[tokio::test]
    async fn a_document_that_fits_has_no_faults() {
        for document in [
            "{ __typename }",
            "query A($code: String!) { area(code: $code) { name } }",
            "query A { __typename } query B { __typename }",
        ] {
            assert_eq!(faults(document).await, [], "{document}");
        }
    }

    #[tokio::test]
    async fn faults_are_placed() {
        assert_eq!(places("{\n  nothing\n}").await, [(2, 3)]);
        assert_eq!(places("{ area(code: 3) { name } }").await, [(1, 8)]);
        assert_eq!(
            places("query A { __typename }\nquery B { x }").await,
            [(2, 11)]
        );
        assert_eq!(places("{").await, [(1, 2)]);
        assert_eq!(places("").await, [(1, 1)]);
        assert_eq!(places("subscription { nothing }").await.len(), 1);
        for document in ["{ nothing }", "{ a("] {
            let wrong = &faults(document).await[0].wrong;
            assert!(!wrong.is_empty() && !wrong.contains('\n'), "{wrong}");
        }
    }
}
