//! `throughcare schema`: prints the schema.

use std::io::{ErrorKind, Write};

use super::Failure;

pub fn run() -> Result<(), Failure> {
    // Not `print!`, which panics when the reader of a pipe has gone; nothing is
    // wrong when it has.
    match std::io::stdout().write_all(crate::graphql::sdl().as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::because(&error)),
        _ => Ok(()),
    }
}
