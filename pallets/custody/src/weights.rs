//! Weights for `pallet_custody`, counted by hand from the storage that each call touches.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]

use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}},
	frame_system,
};

/// Weight functions needed for `pallet_custody`.
pub trait WeightInfo {
	fn approve_custodian() -> Weight;
	fn approve_auditor() -> Weight;
	fn suspend() -> Weight;
	fn reinstate() -> Weight;
	fn remove() -> Weight;
	fn open_vault() -> Weight;
	fn close_vault(a: u32) -> Weight;
	fn register_lots(n: u32) -> Weight;
	fn withdraw_lots(n: u32) -> Weight;
	fn remove_lots(n: u32) -> Weight;
}

/// Weights for `pallet_custody`.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: identity (r:1), custodian (r:1 w:1), auditor (r:1)
	fn approve_custodian() -> Weight {
		Weight::from_parts(20_000_000, 8_000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: identity (r:1), custodian (r:1), auditor (r:1 w:1)
	fn approve_auditor() -> Weight {
		Weight::from_parts(20_000_000, 8_000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: custodian or auditor (r:1 w:1)
	fn suspend() -> Weight {
		Weight::from_parts(15_000_000, 3_600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: custodian or auditor (r:1 w:1)
	fn reinstate() -> Weight {
		Weight::from_parts(15_000_000, 3_600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: custodian or auditor (r:1 w:1)
	fn remove() -> Weight {
		Weight::from_parts(15_000_000, 3_600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: account's identity (r:1), identities (r:2), custodian (r:1 w:1), next id (r:1 w:1),
	/// holds (r:1 w:1), account (r:1 w:1), vault (w:1)
	fn open_vault() -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: account's identity (r:1), identities (r:2), vault (r:1 w:1), holds (r:1 w:1),
	/// account (r:1 w:1), custodian (r:1 w:1), totals (w:a)
	/// The range of component `a` is `[0, 64]`.
	fn close_vault(a: u32) -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(Weight::from_parts(2_000_000, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes(a.into()))
	}
	/// Storage: account's identity (r:1), identities (r:2), custodian (r:1), vault (r:1 w:1),
	/// asset (r:1), role (r:1), time (r:1), holds (r:1 w:1), account (r:1 w:1), totals (r:1 w:1),
	/// batch (r:1 w:1); per lot: lot (r:1 w:1), and where it replaces a record that record's vault,
	/// holds and account (r:3 w:3)
	/// The range of component `n` is `[1, 100]`.
	fn register_lots(n: u32) -> Weight {
		Weight::from_parts(90_000_000, 28_000)
			.saturating_add(Weight::from_parts(45_000_000, 13_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	/// Storage: account's identity (r:1), identities (r:2), vault (r:1), totals (r:1 w:1), time (r:1);
	/// per lot: lot (r:1 w:1)
	/// The range of component `n` is `[1, 100]`.
	fn withdraw_lots(n: u32) -> Weight {
		Weight::from_parts(50_000_000, 16_000)
			.saturating_add(Weight::from_parts(12_000_000, 2_900).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads(n.into()))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes(n.into()))
	}
	/// Storage: account's identity (r:1), identities (r:2); per lot: lot, vault, holds and account
	/// (r:4 w:4)
	/// The range of component `n` is `[1, 100]`.
	fn remove_lots(n: u32) -> Weight {
		Weight::from_parts(30_000_000, 8_000)
			.saturating_add(Weight::from_parts(40_000_000, 13_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
}

/// For tests: counted as on ParityDB.
impl WeightInfo for () {
	fn approve_custodian() -> Weight {
		Weight::from_parts(20_000_000, 8_000).saturating_add(ParityDbWeight::get().reads_writes(3, 1))
	}
	fn approve_auditor() -> Weight {
		Weight::from_parts(20_000_000, 8_000).saturating_add(ParityDbWeight::get().reads_writes(3, 1))
	}
	fn suspend() -> Weight {
		Weight::from_parts(15_000_000, 3_600).saturating_add(ParityDbWeight::get().reads_writes(1, 1))
	}
	fn reinstate() -> Weight {
		Weight::from_parts(15_000_000, 3_600).saturating_add(ParityDbWeight::get().reads_writes(1, 1))
	}
	fn remove() -> Weight {
		Weight::from_parts(15_000_000, 3_600).saturating_add(ParityDbWeight::get().reads_writes(1, 1))
	}
	fn open_vault() -> Weight {
		Weight::from_parts(60_000_000, 16_000).saturating_add(ParityDbWeight::get().reads_writes(7, 5))
	}
	fn close_vault(a: u32) -> Weight {
		Weight::from_parts(60_000_000, 16_000)
			.saturating_add(ParityDbWeight::get().reads_writes(7, (4_u64).saturating_add(a.into())))
	}
	fn register_lots(n: u32) -> Weight {
		let each = (4_u64).saturating_mul(n.into());
		Weight::from_parts(90_000_000, 28_000).saturating_add(
			ParityDbWeight::get().reads_writes(each.saturating_add(12), each.saturating_add(5)),
		)
	}
	fn withdraw_lots(n: u32) -> Weight {
		let each = u64::from(n);
		Weight::from_parts(50_000_000, 16_000).saturating_add(
			ParityDbWeight::get().reads_writes(each.saturating_add(6), each.saturating_add(1)),
		)
	}
	fn remove_lots(n: u32) -> Weight {
		let each = (4_u64).saturating_mul(n.into());
		Weight::from_parts(30_000_000, 8_000)
			.saturating_add(ParityDbWeight::get().reads_writes(each.saturating_add(3), each))
	}
}
