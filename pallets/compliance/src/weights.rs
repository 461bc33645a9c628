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
	/// - `Compliance::AssetsHeldBy`: reads 2, writes 2
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Holders`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 2, writes 2
	/// - `Compliance::PositionsOf`: reads 2, writes 2
	/// - `Compliance::TransferApprovals`: reads 1, writes 1
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 3, writes 3
	/// - `Timestamp::Now`: reads 1, writes 0
	fn transfer() -> Weight {
		// Shortest run: 174_490_000 picoseconds.
		Weight::from_parts(244_525_000, 0)
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// - `Assets::Account`: reads 2, writes 2
	/// - `Assets::Approvals`: reads 1, writes 1
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Compliance::AssetsHeldBy`: reads 2, writes 2
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Holders`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 2, writes 2
	/// - `Compliance::PositionsOf`: reads 2, writes 2
	/// - `Compliance::TransferApprovals`: reads 1, writes 1
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::Links`: reads 2, writes 0
	/// - `System::Account`: reads 3, writes 3
	/// - `Timestamp::Now`: reads 1, writes 0
	fn transfer_from() -> Weight {
		// Shortest run: 208_180_000 picoseconds.
		Weight::from_parts(277_224_000, 0)
			.saturating_add(T::DbWeight::get().reads(26_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn set_policy() -> Weight {
		// Shortest run: 26_920_000 picoseconds.
		Weight::from_parts(92_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn clear_policy() -> Weight {
		// Shortest run: 30_395_000 picoseconds.
		Weight::from_parts(100_941_000, 0)
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
		// Shortest run: 29_785_000 picoseconds.
		Weight::from_parts(91_256_000, 0)
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
		// Shortest run: 48_543_000 picoseconds.
		Weight::from_parts(109_294_000, 0)
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
		// Shortest run: 44_697_000 picoseconds.
		Weight::from_parts(108_933_000, 0)
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
		// Shortest run: 45_227_000 picoseconds.
		Weight::from_parts(110_516_000, 0)
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
		// Shortest run: 23_024_000 picoseconds.
		Weight::from_parts(92_888_122, 0)
			.saturating_add(Weight::from_parts(15_158_783, 0).saturating_mul(n.into()))
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
		// Shortest run: 23_465_000 picoseconds.
		Weight::from_parts(83_465_000, 0)
			.saturating_add(Weight::from_parts(18_641_924, 0).saturating_mul(n.into()))
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
		// Shortest run: 28_082_000 picoseconds.
		Weight::from_parts(93_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn cancel_scheduled_policy() -> Weight {
		// Shortest run: 29_924_000 picoseconds.
		Weight::from_parts(90_986_000, 0)
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
		// Shortest run: 108_832_000 picoseconds.
		Weight::from_parts(172_168_000, 0)
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
		// Shortest run: 62_753_000 picoseconds.
		Weight::from_parts(64_586_000, 0)
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
		// Shortest run: 55_203_000 picoseconds.
		Weight::from_parts(116_965_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Compliance::OptIns`: reads 1, writes 1
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	fn opt_out() -> Weight {
		// Shortest run: 50_445_000 picoseconds.
		Weight::from_parts(51_978_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// - `Compliance::Holders`: reads 16, writes 16
	/// - `Compliance::Positions`: reads 16, writes 16
	/// - `Compliance::PositionsOf`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 1
	fn reseat(n: u32) -> Weight {
		// Shortest run: 15_764_000 picoseconds.
		Weight::from_parts(23_869_395, 0)
			.saturating_add(Weight::from_parts(11_863_233, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(n.into())))
	}
	/// - `Assets::Account`: reads 2, writes 2
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Compliance::AssetsHeldBy`: reads 2, writes 2
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::FreezesOn`: reads 2, writes 2
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Identities::Links`: reads 2, writes 0
	/// - `Identities::Replacements`: reads 1, writes 0
	/// - `System::Account`: reads 2, writes 2
	/// - `Timestamp::Now`: reads 1, writes 0
	fn move_replaced() -> Weight {
		// Shortest run: 148_702_000 picoseconds.
		Weight::from_parts(217_705_000, 0)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 16, writes 16
	/// - `Timestamp::Now`: reads 1, writes 0
	fn prune_positions(n: u32) -> Weight {
		// Shortest run: 13_740_000 picoseconds.
		Weight::from_parts(69_569_500, 0)
			.saturating_add(Weight::from_parts(5_556_634, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	/// - `Assets::Account`: reads 2, writes 2
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Compliance::AssetsHeldBy`: reads 2, writes 2
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Holders`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 2, writes 2
	/// - `Compliance::PositionsOf`: reads 2, writes 2
	/// - `Compliance::TransferApprovals`: reads 1, writes 1
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 3, writes 3
	/// - `Timestamp::Now`: reads 1, writes 0
	fn check_transfer_policy() -> Weight {
		// Shortest run: 156_643_000 picoseconds.
		Weight::from_parts(224_986_000, 0)
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn transfer() -> Weight {
		Weight::from_parts(244_525_000, 0)
			.saturating_add(ParityDbWeight::get().reads(23_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn transfer_from() -> Weight {
		Weight::from_parts(277_224_000, 0)
			.saturating_add(ParityDbWeight::get().reads(26_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	fn set_policy() -> Weight {
		Weight::from_parts(92_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn clear_policy() -> Weight {
		Weight::from_parts(100_941_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(91_256_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(109_294_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn freeze() -> Weight {
		Weight::from_parts(108_933_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn thaw() -> Weight {
		Weight::from_parts(110_516_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn freeze_many(n: u32) -> Weight {
		Weight::from_parts(92_888_122, 0)
			.saturating_add(Weight::from_parts(15_158_783, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().reads(4_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}
	fn thaw_many(n: u32) -> Weight {
		Weight::from_parts(83_465_000, 0)
			.saturating_add(Weight::from_parts(18_641_924, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().reads(4_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}
	fn schedule_policy() -> Weight {
		Weight::from_parts(93_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_scheduled_policy() -> Weight {
		Weight::from_parts(90_986_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn approve_transfer() -> Weight {
		Weight::from_parts(172_168_000, 0)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn cancel_transfer_approval() -> Weight {
		Weight::from_parts(64_586_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn opt_in() -> Weight {
		Weight::from_parts(116_965_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn opt_out() -> Weight {
		Weight::from_parts(51_978_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn reseat(n: u32) -> Weight {
		Weight::from_parts(23_869_395, 0)
			.saturating_add(Weight::from_parts(11_863_233, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64.saturating_mul(n.into())))
	}
	fn move_replaced() -> Weight {
		Weight::from_parts(217_705_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn prune_positions(n: u32) -> Weight {
		Weight::from_parts(69_569_500, 0)
			.saturating_add(Weight::from_parts(5_556_634, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn check_transfer_policy() -> Weight {
		Weight::from_parts(224_986_000, 0)
			.saturating_add(ParityDbWeight::get().reads(23_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
}
