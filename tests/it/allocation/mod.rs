//! What to commission where: asked through the schema.

mod asked;
mod bad;
mod cases;
