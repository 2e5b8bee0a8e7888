//! `throughcare policy`: prints who may ask for what.

use super::{Failure, print};

pub fn run() -> Result<(), Failure> {
    print(&crate::auth::policy::document())
}
