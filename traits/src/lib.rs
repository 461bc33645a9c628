//! How the pallets of Assay see each other: one narrow trait per noun, one file per trait.
//!
//! A pallet imports this crate and never a sibling; the runtime joins them. Every trait is
//! implemented for `()` so that it fails closed: nothing is found, nothing is allowed.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	not(any(test, feature = "runtime-benchmarks")),
	deny(
		clippy::unwrap_used,
		clippy::panic,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

extern crate alloc;

mod asset;
mod bond;
mod custody;
mod holdings;
mod identity;
mod intervention;
mod ledger;
mod lifecycle;
mod lots;
mod parameters;
mod policy;
mod position;
mod redemption;
mod replacement;
mod reseating;
mod reserve;
mod role;
mod seats;

pub use asset::AssetInspect;
pub use bond::{BondDependents, BondDraw, BondInspect};
pub use custody::{CustodyDependents, CustodyInspect};
pub use holdings::HoldingsInspect;
pub use identity::IdentityInspect;
pub use intervention::{HoldCloser, InterventionLedger};
pub use ledger::{GuardedHolds, GuardedLedger, HeldUnits};
pub use lifecycle::OnAssetStatus;
pub use lots::{LotInspect, LotRelease};
pub use parameters::ReserveParameters;
pub use policy::TransferPolicy;
pub use position::{Checkpoints, PositionInspect};
pub use redemption::{EscrowInspect, RedemptionGuard, RedemptionTermsInspect};
pub use replacement::AccountReplacement;
pub use reseating::ReseatIdentity;
pub use reserve::{OnReserveStatus, ReserveInspect, SupplyInspect};
pub use role::{acting_identity, acting_organisation, RoleInspect};
pub use seats::Seats;
