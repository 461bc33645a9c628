#![doc = include_str!("docs.md")]
#![cfg_attr(
	not(test),
	deny(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::panic,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects,
		clippy::as_conversions
	)
)]

mod bundle;
mod error;
mod finality;
pub mod keys;
mod limits;
mod state;
#[cfg(test)]
mod tests;

pub use assay_primitives::{BlockNumber, Hash, Header, Moment};
pub use bundle::{Bundle, Genesis};
pub use error::Error;
pub use finality::{FinalityChain, FinalityProof, Fragment};
pub use limits::{
	MAX_AUTHORITIES, MAX_BUNDLE_BYTES, MAX_FRAGMENTS, MAX_JUSTIFICATION_BYTES, MAX_PROOF_BYTES,
	MAX_PROOF_NODES,
};
pub use state::ProvenState;
