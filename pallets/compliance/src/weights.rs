//! Weights of `pallet_compliance`, measured by `cargo xtask weights`. Generated: never edit by hand.
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
	/// `transfer`.
	fn transfer() -> Weight;
	/// `transfer_from`.
	fn transfer_from() -> Weight;
	/// `set_policy`.
	fn set_policy() -> Weight;
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
	/// `freeze_many`, `n` in 0..=100.
	fn freeze_many(n: u32) -> Weight;
	/// `thaw_many`, `n` in 0..=100.
	fn thaw_many(n: u32) -> Weight;
	/// `schedule_policy`.
	fn schedule_policy() -> Weight;
	/// `cancel_scheduled_policy`.
	fn cancel_scheduled_policy() -> Weight;
	/// `approve_transfer`.
	fn approve_transfer() -> Weight;
	/// `cancel_transfer_approval`.
	fn cancel_transfer_approval() -> Weight;
	/// `opt_in`.
	fn opt_in() -> Weight;
	/// `opt_out`.
	fn opt_out() -> Weight;
	/// `reseat`, `n` in 0..=16.
	fn reseat(n: u32) -> Weight;
	/// `move_replaced`.
	fn move_replaced() -> Weight;
	/// `prune_positions`, `n` in 1..=16.
	fn prune_positions(n: u32) -> Weight;
	/// `check_transfer_policy`.
	fn check_transfer_policy() -> Weight;
}

/// What each declares at its largest input, by name.
pub fn at_largest<W: WeightInfo>() -> [(&'static str, Weight); 20] {
	[
		("transfer", W::transfer()),
		("transfer_from", W::transfer_from()),
		("set_policy", W::set_policy()),
		("clear_policy", W::clear_policy()),
		("pause", W::pause()),
		("resume", W::resume()),
		("freeze", W::freeze()),
		("thaw", W::thaw()),
		("freeze_many", W::freeze_many(100)),
		("thaw_many", W::thaw_many(100)),
		("schedule_policy", W::schedule_policy()),
		("cancel_scheduled_policy", W::cancel_scheduled_policy()),
		("approve_transfer", W::approve_transfer()),
		("cancel_transfer_approval", W::cancel_transfer_approval()),
		("opt_in", W::opt_in()),
		("opt_out", W::opt_out()),
		("reseat", W::reseat(16)),
		("move_replaced", W::move_replaced()),
		("prune_positions", W::prune_positions(16)),
		("check_transfer_policy", W::check_transfer_policy()),
	]
}

/// Measured weights over the runtime's own database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// - `Assets::Account`: reads 2, writes 2
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Holders`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 2, writes 2
	/// - `Compliance::TransferApprovals`: reads 1, writes 1
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 2
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 3, writes 3
	/// - `Timestamp::Now`: reads 1, writes 0
	fn transfer() -> Weight {
		// Shortest run: 214_580_000 picoseconds.
		Weight::from_parts(282_608_750, 0)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// - `Assets::Account`: reads 2, writes 2
	/// - `Assets::Approvals`: reads 1, writes 1
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Holders`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 2, writes 2
	/// - `Compliance::TransferApprovals`: reads 1, writes 1
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 2
	/// - `Identities::Links`: reads 2, writes 0
	/// - `System::Account`: reads 3, writes 3
	/// - `Timestamp::Now`: reads 1, writes 0
	fn transfer_from() -> Weight {
		// Shortest run: 254_910_000 picoseconds.
		Weight::from_parts(337_916_250, 0)
			.saturating_add(T::DbWeight::get().reads(22_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn set_policy() -> Weight {
		// Shortest run: 84_697_000 picoseconds.
		Weight::from_parts(110_490_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn clear_policy() -> Weight {
		// Shortest run: 92_678_000 picoseconds.
		Weight::from_parts(116_737_500, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Compliance::ResumeRequests`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn pause() -> Weight {
		// Shortest run: 79_819_000 picoseconds.
		Weight::from_parts(101_526_250, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Roles`: reads 4, writes 0
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Compliance::ResumeRequests`: reads 1, writes 1
	/// - `Identities::Identities`: reads 4, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn resume() -> Weight {
		// Shortest run: 127_861_000 picoseconds.
		Weight::from_parts(162_767_500, 0)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::FreezesOn`: reads 1, writes 1
	/// - `Compliance::FrozenPositionsOf`: reads 1, writes 1
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 2, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn freeze() -> Weight {
		// Shortest run: 46_720_000 picoseconds.
		Weight::from_parts(62_756_250, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::FreezesOn`: reads 1, writes 1
	/// - `Compliance::FrozenPositionsOf`: reads 1, writes 1
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 2, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn thaw() -> Weight {
		// Shortest run: 47_501_000 picoseconds.
		Weight::from_parts(66_612_500, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::FreezesOn`: reads 100, writes 100
	/// - `Compliance::FrozenPositionsOf`: reads 100, writes 100
	/// - `Compliance::Positions`: reads 100, writes 100
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 101, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn freeze_many(n: u32) -> Weight {
		// Shortest run: 25_298_000 picoseconds.
		Weight::from_parts(37_624_822, 0)
			.saturating_add(Weight::from_parts(18_629_093, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads(4_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::FreezesOn`: reads 100, writes 100
	/// - `Compliance::FrozenPositionsOf`: reads 100, writes 100
	/// - `Compliance::Positions`: reads 100, writes 100
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 101, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn thaw_many(n: u32) -> Weight {
		// Shortest run: 25_057_000 picoseconds.
		Weight::from_parts(31_710_000, 0)
			.saturating_add(Weight::from_parts(24_532_723, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads(4_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn schedule_policy() -> Weight {
		// Shortest run: 94_181_000 picoseconds.
		Weight::from_parts(129_742_500, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn cancel_scheduled_policy() -> Weight {
		// Shortest run: 65_668_000 picoseconds.
		Weight::from_parts(84_350_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Balances::Holds`: reads 2, writes 2
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::TransferApprovals`: reads 1, writes 1
	/// - `Identities::Identities`: reads 4, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 2, writes 2
	/// - `Timestamp::Now`: reads 1, writes 0
	fn approve_transfer() -> Weight {
		// Shortest run: 118_718_000 picoseconds.
		Weight::from_parts(156_508_750, 0)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Compliance::TransferApprovals`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn cancel_transfer_approval() -> Weight {
		// Shortest run: 67_371_000 picoseconds.
		Weight::from_parts(87_768_750, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::OptIns`: reads 0, writes 1
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	fn opt_in() -> Weight {
		// Shortest run: 58_498_000 picoseconds.
		Weight::from_parts(77_903_750, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Compliance::OptIns`: reads 1, writes 1
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	fn opt_out() -> Weight {
		// Shortest run: 53_971_000 picoseconds.
		Weight::from_parts(71_268_750, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// - `Compliance::Holders`: reads 16, writes 16
	/// - `Compliance::Positions`: reads 16, writes 16
	/// - `Identities::Identities`: reads 1, writes 1
	fn reseat(n: u32) -> Weight {
		// Shortest run: 18_187_000 picoseconds.
		Weight::from_parts(35_860_265, 0)
			.saturating_add(Weight::from_parts(15_304_063, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(n.into())))
	}
	/// - `Assets::Account`: reads 2, writes 2
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::FreezesOn`: reads 2, writes 2
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Identities::Links`: reads 2, writes 0
	/// - `Identities::Replacements`: reads 1, writes 0
	/// - `System::Account`: reads 2, writes 2
	/// - `Timestamp::Now`: reads 1, writes 0
	fn move_replaced() -> Weight {
		// Shortest run: 210_625_000 picoseconds.
		Weight::from_parts(275_110_000, 0)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 16, writes 16
	/// - `Timestamp::Now`: reads 1, writes 0
	fn prune_positions(n: u32) -> Weight {
		// Shortest run: 41_242_000 picoseconds.
		Weight::from_parts(47_625_614, 0)
			.saturating_add(Weight::from_parts(6_894_990, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	/// - `Assets::Account`: reads 2, writes 2
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Holders`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 2, writes 2
	/// - `Compliance::TransferApprovals`: reads 1, writes 1
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 2
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 3, writes 3
	/// - `Timestamp::Now`: reads 1, writes 0
	fn check_transfer_policy() -> Weight {
		// Shortest run: 192_978_000 picoseconds.
		Weight::from_parts(255_956_250, 0)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn transfer() -> Weight {
		Weight::from_parts(282_608_750, 0)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn transfer_from() -> Weight {
		Weight::from_parts(337_916_250, 0)
			.saturating_add(ParityDbWeight::get().reads(22_u64))
			.saturating_add(ParityDbWeight::get().writes(15_u64))
	}
	fn set_policy() -> Weight {
		Weight::from_parts(110_490_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn clear_policy() -> Weight {
		Weight::from_parts(116_737_500, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(101_526_250, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(162_767_500, 0)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn freeze() -> Weight {
		Weight::from_parts(62_756_250, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn thaw() -> Weight {
		Weight::from_parts(66_612_500, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn freeze_many(n: u32) -> Weight {
		Weight::from_parts(37_624_822, 0)
			.saturating_add(Weight::from_parts(18_629_093, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().reads(4_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}
	fn thaw_many(n: u32) -> Weight {
		Weight::from_parts(31_710_000, 0)
			.saturating_add(Weight::from_parts(24_532_723, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().reads(4_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}
	fn schedule_policy() -> Weight {
		Weight::from_parts(129_742_500, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_scheduled_policy() -> Weight {
		Weight::from_parts(84_350_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn approve_transfer() -> Weight {
		Weight::from_parts(156_508_750, 0)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn cancel_transfer_approval() -> Weight {
		Weight::from_parts(87_768_750, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn opt_in() -> Weight {
		Weight::from_parts(77_903_750, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn opt_out() -> Weight {
		Weight::from_parts(71_268_750, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn reseat(n: u32) -> Weight {
		Weight::from_parts(35_860_265, 0)
			.saturating_add(Weight::from_parts(15_304_063, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64.saturating_mul(n.into())))
	}
	fn move_replaced() -> Weight {
		Weight::from_parts(275_110_000, 0)
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn prune_positions(n: u32) -> Weight {
		Weight::from_parts(47_625_614, 0)
			.saturating_add(Weight::from_parts(6_894_990, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn check_transfer_policy() -> Weight {
		Weight::from_parts(255_956_250, 0)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
}
