//! Weights of `pallet_custody`, measured by `cargo xtask weights`. Generated: never edit by hand.
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
	/// `approve_custodian`.
	fn approve_custodian() -> Weight;
	/// `approve_auditor`.
	fn approve_auditor() -> Weight;
	/// `suspend`.
	fn suspend() -> Weight;
	/// `reinstate`.
	fn reinstate() -> Weight;
	/// `remove`.
	fn remove() -> Weight;
	/// `open_vault`.
	fn open_vault() -> Weight;
	/// `close_vault`, `a` in 0..=64.
	fn close_vault(a: u32) -> Weight;
	/// `register_lots`, `n` in 1..=100.
	fn register_lots(n: u32) -> Weight;
	/// `withdraw_lots`, `n` in 1..=100.
	fn withdraw_lots(n: u32) -> Weight;
	/// `remove_lots`, `n` in 1..=100.
	fn remove_lots(n: u32) -> Weight;
}

/// What each declares at its largest input, by name.
pub fn at_largest<W: WeightInfo>() -> [(&'static str, Weight); 10] {
	[
		("approve_custodian", W::approve_custodian()),
		("approve_auditor", W::approve_auditor()),
		("suspend", W::suspend()),
		("reinstate", W::reinstate()),
		("remove", W::remove()),
		("open_vault", W::open_vault()),
		("close_vault", W::close_vault(64)),
		("register_lots", W::register_lots(100)),
		("withdraw_lots", W::withdraw_lots(100)),
		("remove_lots", W::remove_lots(100)),
	]
}

/// Measured weights over the runtime's own database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// - `Custody::Auditors`: reads 1, writes 0
	/// - `Custody::Custodians`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 0
	fn approve_custodian() -> Weight {
		// Shortest run: 12_379_000 picoseconds.
		Weight::from_parts(16_011_250, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Custody::Auditors`: reads 1, writes 1
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Identities::Identities`: reads 1, writes 0
	fn approve_auditor() -> Weight {
		// Shortest run: 12_629_000 picoseconds.
		Weight::from_parts(17_362_500, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Custody::Custodians`: reads 1, writes 1
	fn suspend() -> Weight {
		// Shortest run: 8_052_000 picoseconds.
		Weight::from_parts(10_628_750, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Custody::Custodians`: reads 1, writes 1
	fn reinstate() -> Weight {
		// Shortest run: 7_751_000 picoseconds.
		Weight::from_parts(10_302_500, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Custody::Custodians`: reads 1, writes 1
	fn remove() -> Weight {
		// Shortest run: 8_082_000 picoseconds.
		Weight::from_parts(10_252_500, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Custody::Custodians`: reads 1, writes 1
	/// - `Custody::NextVaultId`: reads 1, writes 1
	/// - `Custody::Vaults`: reads 0, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	fn open_vault() -> Weight {
		// Shortest run: 65_007_000 picoseconds.
		Weight::from_parts(86_528_750, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Custody::Custodians`: reads 1, writes 1
	/// - `Custody::ScopeTotals`: reads 0, writes 64
	/// - `Custody::Vaults`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	fn close_vault(a: u32) -> Weight {
		// Shortest run: 57_085_000 picoseconds.
		Weight::from_parts(75_292_464, 0)
			.saturating_add(Weight::from_parts(2_080_427, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(a.into())))
	}
	/// - `AssetRegistry::Roles`: reads 1, writes 0
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::Lots`: reads 100, writes 100
	/// - `Custody::NextBatch`: reads 1, writes 1
	/// - `Custody::ScopeTotals`: reads 1, writes 1
	/// - `Custody::Vaults`: reads 2, writes 2
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 2, writes 2
	/// - `Timestamp::Now`: reads 1, writes 0
	fn register_lots(n: u32) -> Weight {
		// Shortest run: 140_299_000 picoseconds.
		Weight::from_parts(511_295_345, 0)
			.saturating_add(Weight::from_parts(62_758_395, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(8_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	/// - `Custody::Lots`: reads 100, writes 100
	/// - `Custody::ScopeTotals`: reads 1, writes 1
	/// - `Custody::Vaults`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn withdraw_lots(n: u32) -> Weight {
		// Shortest run: 30_986_000 picoseconds.
		Weight::from_parts(45_639_515, 0)
			.saturating_add(Weight::from_parts(8_071_765, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Custody::Lots`: reads 100, writes 100
	/// - `Custody::Vaults`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	fn remove_lots(n: u32) -> Weight {
		// Shortest run: 63_254_000 picoseconds.
		Weight::from_parts(1_764_571_669, 0)
			.saturating_add(Weight::from_parts(54_296_819, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn approve_custodian() -> Weight {
		Weight::from_parts(16_011_250, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn approve_auditor() -> Weight {
		Weight::from_parts(17_362_500, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn suspend() -> Weight {
		Weight::from_parts(10_628_750, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn reinstate() -> Weight {
		Weight::from_parts(10_302_500, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove() -> Weight {
		Weight::from_parts(10_252_500, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn open_vault() -> Weight {
		Weight::from_parts(86_528_750, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn close_vault(a: u32) -> Weight {
		Weight::from_parts(75_292_464, 0)
			.saturating_add(Weight::from_parts(2_080_427, 0).saturating_mul(a.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(a.into())))
	}
	fn register_lots(n: u32) -> Weight {
		Weight::from_parts(511_295_345, 0)
			.saturating_add(Weight::from_parts(62_758_395, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn withdraw_lots(n: u32) -> Weight {
		Weight::from_parts(45_639_515, 0)
			.saturating_add(Weight::from_parts(8_071_765, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn remove_lots(n: u32) -> Weight {
		Weight::from_parts(1_764_571_669, 0)
			.saturating_add(Weight::from_parts(54_296_819, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
}
