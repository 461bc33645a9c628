//! What transfers and calls cost, in figures that do not depend on the machine, and at scale.
//!
//! `cargo xtask bench` runs these too and holds what they print against its bars.

mod bytes;
mod counted_state;
mod declared;
mod scale;
