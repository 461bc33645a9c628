//! What the calls do.

mod blocked;
mod bond;
mod breach;
mod cash;
mod deficiency;
mod history;
mod hold_closer;
mod mint;
mod redemption;
mod release;
mod terms;
mod views;
