//! The policy and the schema speak of the same root fields, and `docs/POLICY.md` says so.

use std::collections::BTreeSet;

use tests::reading;
use throughcare::auth::policy::{FIELDS, document};

#[test]
fn every_root_field_has_a_row_and_every_row_a_root_field() {
    let reply = reading().ask("{ __schema { types { name fields { name } } } }");
    let types = reply.at("/__schema/types");
    for root in ["Query", "Mutation", "Subscription"] {
        let mut found = types.as_array().expect("types").iter();
        let found = found.find(|of| of["name"] == root);
        let found = found.expect("a root type");
        let in_schema: BTreeSet<&str> = found["fields"]
            .as_array()
            .expect("fields")
            .iter()
            .map(|field| field["name"].as_str().expect("a name"))
            .collect();
        let in_policy: BTreeSet<&str> = FIELDS
            .iter()
            .filter(|row| row.operation.type_name() == root)
            .map(|row| row.name)
            .collect();
        let bare: Vec<_> = in_schema.difference(&in_policy).collect();
        let idle: Vec<_> = in_policy.difference(&in_schema).collect();
        assert!(
            bare.is_empty() && idle.is_empty(),
            "api/src/auth/policy/fields.rs lacks {root} {bare:?}, which nobody may ask for, and has {idle:?}, which nobody can"
        );
    }
}

#[test]
fn no_root_field_has_two_rows() {
    let rows: BTreeSet<_> = FIELDS.iter().map(|row| (row.operation, row.name)).collect();
    assert_eq!(rows.len(), FIELDS.len());
}

#[test]
fn policy_md_is_current() {
    let committed = include_str!("../../docs/POLICY.md");
    assert!(
        committed == document(),
        "docs/POLICY.md is behind the code. Run `cargo run -- policy > docs/POLICY.md`, and read what it lets whom do before you commit it."
    );
}
