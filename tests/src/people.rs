//! People who read and write the small register.

use throughcare::auth::{Role, Viewer};

/// Everybody, the one who may least first.
pub fn everybody() -> Vec<Viewer> {
    vec![
        Viewer::public(),
        provider(),
        analyst(),
        commissioner_a(),
        commissioner_b(),
        admin(),
    ]
}

/// Keeps the whole register.
pub fn admin() -> Viewer {
    person("admin", Role::Admin, &[], &[])
}

/// Commissions in the first board.
pub fn commissioner_a() -> Viewer {
    person(
        "commissioner-a",
        Role::Commissioner,
        &["body:a"],
        &["icb:a"],
    )
}

/// Commissions in the second board.
pub fn commissioner_b() -> Viewer {
    person("commissioner-b", Role::Commissioner, &["body:b"], &["ICBB"])
}

/// Works for the charity.
pub fn provider() -> Viewer {
    person("provider", Role::Provider, &["body:charity"], &[])
}

/// Reads what is restricted.
pub fn analyst() -> Viewer {
    person("analyst", Role::Analyst, &[], &[])
}

fn person(actor: &str, role: Role, bodies: &[&str], areas: &[&str]) -> Viewer {
    let names = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    Viewer {
        actor: actor.to_owned(),
        role,
        bodies: names(bodies),
        areas: names(areas),
        expires: None,
    }
}
