//! Weights for `pallet_reserve_governance`, counted by hand from the storage that each call touches.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}},
	frame_system,
};

/// Weight functions needed for `pallet_reserve_governance`.
pub trait WeightInfo {
	fn set_parameter() -> Weight;
	fn cancel_change() -> Weight;
	fn set_corridor() -> Weight;
}

/// Weights for `pallet_reserve_governance`.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: time (r:1), asset (r:1), parameters (r:1 w:1), default parameters (r:1),
	/// corridor (r:1)
	fn set_parameter() -> Weight {
		Weight::from_parts(30_000_000, 8_000)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: time (r:1), asset (r:1), parameters (r:1 w:1), default parameters (r:1)
	fn cancel_change() -> Weight {
		Weight::from_parts(25_000_000, 8_000)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: corridor (r:1 w:1)
	fn set_corridor() -> Weight {
		Weight::from_parts(15_000_000, 3_600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// For tests: counted as on ParityDB.
impl WeightInfo for () {
	fn set_parameter() -> Weight {
		Weight::from_parts(30_000_000, 8_000).saturating_add(ParityDbWeight::get().reads_writes(5, 1))
	}
	fn cancel_change() -> Weight {
		Weight::from_parts(25_000_000, 8_000).saturating_add(ParityDbWeight::get().reads_writes(4, 1))
	}
	fn set_corridor() -> Weight {
		Weight::from_parts(15_000_000, 3_600).saturating_add(ParityDbWeight::get().reads_writes(1, 1))
	}
}
