//! Weights of `pallet_compliance`.
//!
//! Counted by hand from the pallet's storage accesses at their largest, with generous execution
//! times; a generated file of the same layout replaces them.

#![allow(clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::{
		traits::Get,
		weights::{constants::RocksDbWeight, Weight},
	},
	frame_system,
};

/// Weights of the calls and of the transaction extension.
pub trait WeightInfo {
	/// `transfer`.
	fn transfer() -> Weight;
	/// `transfer_from`.
	fn transfer_from() -> Weight;
	/// `set_policy` with `r` rules.
	fn set_policy(r: u32) -> Weight;
	/// `clear_policy`.
	fn clear_policy() -> Weight;
	/// `pause`.
	fn pause() -> Weight;
	/// `resume`.
	fn resume() -> Weight;
	/// `freeze`.
	fn freeze() -> Weight;
	/// `thaw`.
	fn thaw() -> Weight;
	/// The extension, on a call that it checks.
	fn check_transfer_policy() -> Weight;
}

/// Weights for the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Reads: `Controls`, `Asset`, both `Account`s, the holds, both links, both profiles, the issuers,
	/// the time, the summary, both `Positions`, `Holders`, both `PositionsOf`, both `AssetsHeldBy`,
	/// both `System::Account`s. Writes: `Asset`, both `Account`s, both `Positions`, `Holders`, both
	/// `PositionsOf`, both `AssetsHeldBy`, both `System::Account`s.
	fn transfer() -> Weight {
		Weight::from_parts(120_000_000, 32_768)
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// As `transfer`, with the spender's link and profile, the approval and the holder's deposit.
	fn transfer_from() -> Weight {
		Weight::from_parts(150_000_000, 32_768)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
	/// Reads: the signer's link and profile, the role, the time, `Controls`. Writes: `Controls`.
	fn set_policy(r: u32) -> Weight {
		Weight::from_parts(30_000_000, 16_384)
			.saturating_add(Weight::from_parts(600_000, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// As `set_policy`.
	fn clear_policy() -> Weight {
		Weight::from_parts(45_000_000, 16_384)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// As `clear_policy`, with both roles and `ResumeRequests`.
	fn pause() -> Weight {
		Weight::from_parts(50_000_000, 16_384)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// As `pause`, with the signer's organisation.
	fn resume() -> Weight {
		Weight::from_parts(55_000_000, 16_384)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Reads: the signer's link and profile, the role, the time, `Controls`, the target's link,
	/// `Positions`, `FreezesOn`. Writes: `Positions`, `FreezesOn`.
	fn freeze() -> Weight {
		Weight::from_parts(45_000_000, 16_384)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// As `freeze`.
	fn thaw() -> Weight {
		Weight::from_parts(45_000_000, 16_384)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// As `transfer_from`; what the call itself does is counted again with the call.
	fn check_transfer_policy() -> Weight {
		Weight::from_parts(90_000_000, 32_768)
			.saturating_add(T::DbWeight::get().reads(22_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
}

/// Weights for tests.
impl WeightInfo for () {
	fn transfer() -> Weight {
		Weight::from_parts(120_000_000, 32_768)
			.saturating_add(RocksDbWeight::get().reads(21_u64))
			.saturating_add(RocksDbWeight::get().writes(12_u64))
	}
	fn transfer_from() -> Weight {
		Weight::from_parts(150_000_000, 32_768)
			.saturating_add(RocksDbWeight::get().reads(24_u64))
			.saturating_add(RocksDbWeight::get().writes(13_u64))
	}
	fn set_policy(r: u32) -> Weight {
		Weight::from_parts(30_000_000, 16_384)
			.saturating_add(Weight::from_parts(600_000, 0).saturating_mul(r.into()))
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn clear_policy() -> Weight {
		Weight::from_parts(45_000_000, 16_384)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(50_000_000, 16_384)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(55_000_000, 16_384)
			.saturating_add(RocksDbWeight::get().reads(12_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn freeze() -> Weight {
		Weight::from_parts(45_000_000, 16_384)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn thaw() -> Weight {
		Weight::from_parts(45_000_000, 16_384)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn check_transfer_policy() -> Weight {
		Weight::from_parts(90_000_000, 32_768)
			.saturating_add(RocksDbWeight::get().reads(22_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
}
