//! What the calls do.

mod hold_closer;
mod mint;
mod redemption;
mod views;
