//! Weights of `pallet_reserve_governance`, measured by `cargo xtask weights`. Generated: never edit by hand.
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
	/// `set_parameter`.
	fn set_parameter() -> Weight;
	/// `cancel_change`.
	fn cancel_change() -> Weight;
	/// `set_corridor`.
	fn set_corridor() -> Weight;
}

/// What each declares at its largest input, by name.
pub fn at_largest<W: WeightInfo>() -> [(&'static str, Weight); 3] {
	[
		("set_parameter", W::set_parameter()),
		("cancel_change", W::cancel_change()),
		("set_corridor", W::set_corridor()),
	]
}

/// Measured weights over the runtime's own database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `ReserveGovernance::Corridors`: reads 1, writes 0
	/// - `ReserveGovernance::Parameters`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn set_parameter() -> Weight {
		// Shortest run: 16_175_000 picoseconds.
		Weight::from_parts(21_570_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `ReserveGovernance::Parameters`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn cancel_change() -> Weight {
		// Shortest run: 13_260_000 picoseconds.
		Weight::from_parts(17_526_250, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `ReserveGovernance::Corridors`: reads 1, writes 1
	fn set_corridor() -> Weight {
		// Shortest run: 6_850_000 picoseconds.
		Weight::from_parts(8_812_500, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn set_parameter() -> Weight {
		Weight::from_parts(21_570_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_change() -> Weight {
		Weight::from_parts(17_526_250, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_corridor() -> Weight {
		Weight::from_parts(8_812_500, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
