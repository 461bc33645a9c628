//! Weights of `pallet_consortium`, measured by `cargo xtask weights`. Generated: never edit by hand.
//!
//! Steps 20, repeats 10, in wasm. Proof sizes are zero: a chain of its own has nobody to
//! prove its state to.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::{
		traits::Get,
		weights::{constants::ParityDbWeight, Weight},
	},
	frame_system,
};

/// What each call and hook costs.
pub trait WeightInfo {
	/// `authorize_upgrade`.
	fn authorize_upgrade() -> Weight;
	/// `enact_upgrade`.
	fn enact_upgrade() -> Weight;
	/// `cancel_upgrade`.
	fn cancel_upgrade() -> Weight;
	/// `grant_fees`.
	fn grant_fees() -> Weight;
}

/// What each declares at its largest input, by name.
pub fn at_largest<W: WeightInfo>() -> [(&'static str, Weight); 4] {
	[
		("authorize_upgrade", W::authorize_upgrade()),
		("enact_upgrade", W::enact_upgrade()),
		("cancel_upgrade", W::cancel_upgrade()),
		("grant_fees", W::grant_fees()),
	]
}

/// Measured weights over the runtime's own database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// - `Consortium::Pending`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn authorize_upgrade() -> Weight {
		// Shortest run: 6_109_000 picoseconds.
		Weight::from_parts(8_073_750, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Consortium::Pending`: reads 1, writes 1
	/// - `System::AuthorizedUpgrade`: reads 0, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn enact_upgrade() -> Weight {
		// Shortest run: 10_395_000 picoseconds.
		Weight::from_parts(13_457_500, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `Consortium::Pending`: reads 1, writes 0
	/// - `System::AuthorizedUpgrade`: reads 1, writes 1
	fn cancel_upgrade() -> Weight {
		// Shortest run: 10_266_000 picoseconds.
		Weight::from_parts(13_018_750, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Consortium::Granted`: reads 1, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn grant_fees() -> Weight {
		// Shortest run: 28_743_000 picoseconds.
		Weight::from_parts(36_930_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn authorize_upgrade() -> Weight {
		Weight::from_parts(8_073_750, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn enact_upgrade() -> Weight {
		Weight::from_parts(13_457_500, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn cancel_upgrade() -> Weight {
		Weight::from_parts(13_018_750, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn grant_fees() -> Weight {
		Weight::from_parts(36_930_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
}
