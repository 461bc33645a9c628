//! Weights of `pallet_asset_registry`, counted by hand from its reads and writes until they are
//! measured: each call's own time is taken as 50 to 80 µs.

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

/// Weight functions needed for `pallet_asset_registry`.
pub trait WeightInfo {
	/// `draft`.
	fn draft() -> Weight;
	/// `amend_draft`.
	fn amend_draft() -> Weight;
	/// `remove_draft` of a draft with `d` documents.
	fn remove_draft(d: u32) -> Weight;
	/// `approve`.
	fn approve() -> Weight;
	/// `activate`.
	fn activate() -> Weight;
	/// `suspend`.
	fn suspend() -> Weight;
	/// `resume`.
	fn resume() -> Weight;
	/// `wind_down`.
	fn wind_down() -> Weight;
	/// `retire`.
	fn retire() -> Weight;
	/// `add_document`.
	fn add_document() -> Weight;
	/// `grant_role`.
	fn grant_role() -> Weight;
	/// `revoke_role`.
	fn revoke_role() -> Weight;
	/// `reclaim_deposit`.
	fn reclaim_deposit() -> Weight;
}

/// Weights for `pallet_asset_registry` on the runtime's own database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: account's identity, profile twice, next id, ticker, deposit, holds, account, locks of the currency.
	fn draft() -> Weight {
		Weight::from_parts(60_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	// Storage: identity, profile twice, summary, terms, two tickers, file.
	fn amend_draft() -> Weight {
		Weight::from_parts(60_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: identity, profile twice, summary, file, terms, index, deposit, hold, account; each document: itself, a deposit, a hold, an account.
	fn remove_draft(d: u32) -> Weight {
		Weight::from_parts(60_000_000, 12000)
			.saturating_add(Weight::from_parts(30_000_000, 4000).saturating_mul(d.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads(4_u64.saturating_mul(d.into())))
			.saturating_add(T::DbWeight::get().writes(8_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64.saturating_mul(d.into())))
	}
	// Storage: identity, profile twice, approvers, summary, terms, file; six of the approvers; the listener's status.
	fn approve() -> Weight {
		Weight::from_parts(60_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: identity, profile twice, summary, index, time, terms; the ledger's asset and metadata, its team account; the listener's status.
	fn activate() -> Weight {
		Weight::from_parts(80_000_000, 12000)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	// Storage: identity, profile twice, time, summary, grant of person and of organisation; the listener's status.
	fn suspend() -> Weight {
		Weight::from_parts(50_000_000, 6000)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: summary; the listener's status.
	fn resume() -> Weight {
		Weight::from_parts(50_000_000, 3000)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: identity, profile twice, time, summary; the listener's status.
	fn wind_down() -> Weight {
		Weight::from_parts(50_000_000, 6000)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: identity, profile twice, time, summary, supply; the listener's status.
	fn retire() -> Weight {
		Weight::from_parts(50_000_000, 6000)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: identity, profile twice, time, summary, file, index, deposit, hold, account.
	fn add_document() -> Weight {
		Weight::from_parts(60_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: identity, profile twice, time, summary, grantee, opposite grant, grant, file.
	fn grant_role() -> Weight {
		Weight::from_parts(50_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: identity, profile twice, time, summary, grant, file.
	fn revoke_role() -> Weight {
		Weight::from_parts(50_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: summary, deposit, hold, account.
	fn reclaim_deposit() -> Weight {
		Weight::from_parts(50_000_000, 6000)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}

// For mocks.
impl WeightInfo for () {
	fn draft() -> Weight {
		Weight::from_parts(60_000_000, 9000)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
	}
	fn amend_draft() -> Weight {
		Weight::from_parts(60_000_000, 9000)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	fn remove_draft(d: u32) -> Weight {
		Weight::from_parts(60_000_000, 12000)
			.saturating_add(Weight::from_parts(30_000_000, 4000).saturating_mul(d.into()))
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().reads(4_u64.saturating_mul(d.into())))
			.saturating_add(RocksDbWeight::get().writes(8_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64.saturating_mul(d.into())))
	}
	fn approve() -> Weight {
		Weight::from_parts(60_000_000, 9000)
			.saturating_add(RocksDbWeight::get().reads(14_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	fn activate() -> Weight {
		Weight::from_parts(80_000_000, 12000)
			.saturating_add(RocksDbWeight::get().reads(13_u64))
			.saturating_add(RocksDbWeight::get().writes(7_u64))
	}
	fn suspend() -> Weight {
		Weight::from_parts(50_000_000, 6000)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(50_000_000, 3000)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn wind_down() -> Weight {
		Weight::from_parts(50_000_000, 6000)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn retire() -> Weight {
		Weight::from_parts(50_000_000, 6000)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn add_document() -> Weight {
		Weight::from_parts(60_000_000, 9000)
			.saturating_add(RocksDbWeight::get().reads(10_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	fn grant_role() -> Weight {
		Weight::from_parts(50_000_000, 9000)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn revoke_role() -> Weight {
		Weight::from_parts(50_000_000, 9000)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	fn reclaim_deposit() -> Weight {
		Weight::from_parts(50_000_000, 6000)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
}
