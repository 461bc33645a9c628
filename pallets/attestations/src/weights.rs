//! Weights of `pallet_attestations`.
//!
//! Counted from the storage that each call touches at its largest input, and rounded up.

#![allow(unused_parens)]
#![allow(unused_imports)]

use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::{
		traits::Get,
		weights::{constants::RocksDbWeight, Weight},
	},
	frame_system,
};

/// What calls and announcements cost at most.
pub trait WeightInfo {
	/// A report for the last scope that an asset may have, every other one full of verdicts.
	fn submit_report() -> Weight;
	/// Withdrawal of a report full of verdicts.
	fn withdraw_report() -> Weight;
	/// The last verdict that a report has room for.
	fn confirm() -> Weight;
	/// A report, signed in wrapped form, so that two signatures are tried.
	fn submit_statement() -> Weight;
	/// Removal of one of as many scopes as there may be.
	fn remove_scope() -> Weight;
	/// Start of the announcements of a block.
	fn announce_start() -> Weight;
	/// Evaluation of one asset with as many scopes and verdicts as there may be.
	fn announce_step() -> Weight;
}

/// Weights for a chain.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn submit_report() -> Weight {
		Weight::from_parts(90_000_000, 24_000)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	fn withdraw_report() -> Weight {
		Weight::from_parts(70_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn confirm() -> Weight {
		Weight::from_parts(80_000_000, 22_000)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn submit_statement() -> Weight {
		Weight::from_parts(260_000_000, 26_000)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	fn remove_scope() -> Weight {
		Weight::from_parts(70_000_000, 22_000)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn announce_start() -> Weight {
		Weight::from_parts(5_000_000, 1_500)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn announce_step() -> Weight {
		Weight::from_parts(700_000_000, 560_000)
			.saturating_add(T::DbWeight::get().reads(216))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

impl WeightInfo for () {
	fn submit_report() -> Weight {
		Weight::from_parts(90_000_000, 24_000)
			.saturating_add(RocksDbWeight::get().reads(13))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn withdraw_report() -> Weight {
		Weight::from_parts(70_000_000, 20_000)
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn confirm() -> Weight {
		Weight::from_parts(80_000_000, 22_000)
			.saturating_add(RocksDbWeight::get().reads(11))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn submit_statement() -> Weight {
		Weight::from_parts(260_000_000, 26_000)
			.saturating_add(RocksDbWeight::get().reads(17))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn remove_scope() -> Weight {
		Weight::from_parts(70_000_000, 22_000)
			.saturating_add(RocksDbWeight::get().reads(10))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn announce_start() -> Weight {
		Weight::from_parts(5_000_000, 1_500)
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn announce_step() -> Weight {
		Weight::from_parts(700_000_000, 560_000)
			.saturating_add(RocksDbWeight::get().reads(216))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
}
