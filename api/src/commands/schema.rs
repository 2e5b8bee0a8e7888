//! `throughcare schema`: prints the schema.

use super::{Failure, print};

pub fn run() -> Result<(), Failure> {
    print(&crate::graphql::sdl())
}
