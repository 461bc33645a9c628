//! What the calls do.

mod mint;
mod redemption;
mod views;
