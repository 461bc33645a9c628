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
	/// `set_policy`, `r` in 0..=32.
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
	/// `schedule_policy`, `r` in 0..=32.
	fn schedule_policy(r: u32) -> Weight;
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
	/// `freeze_many`, `n` in 0..=100.
	fn freeze_many(n: u32) -> Weight;
	/// `thaw_many`, `n` in 0..=100.
	fn thaw_many(n: u32) -> Weight;
}

/// What each declares at its largest input, by name.
pub fn at_largest<W: WeightInfo>() -> [(&'static str, Weight); 20] {
	[
		("transfer", W::transfer()),
		("transfer_from", W::transfer_from()),
		("set_policy", W::set_policy(32)),
		("clear_policy", W::clear_policy()),
		("pause", W::pause()),
		("resume", W::resume()),
		("freeze", W::freeze()),
		("thaw", W::thaw()),
		("schedule_policy", W::schedule_policy(32)),
		("cancel_scheduled_policy", W::cancel_scheduled_policy()),
		("approve_transfer", W::approve_transfer()),
		("cancel_transfer_approval", W::cancel_transfer_approval()),
		("opt_in", W::opt_in()),
		("opt_out", W::opt_out()),
		("reseat", W::reseat(16)),
		("move_replaced", W::move_replaced()),
		("prune_positions", W::prune_positions(16)),
		("check_transfer_policy", W::check_transfer_policy()),
		("freeze_many", W::freeze_many(100)),
		("thaw_many", W::thaw_many(100)),
	]
}

/// Measured weights over the runtime's own database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// - `Assets::Account`: reads 2, writes 2
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Compliance::AssetsHeldBy`: reads 2, writes 2
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Holders`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 2, writes 2
	/// - `Compliance::PositionsOf`: reads 2, writes 2
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 2, writes 2
	/// - `Timestamp::Now`: reads 1, writes 0
	fn transfer() -> Weight {
		// Shortest run: 135_993_000 picoseconds.
		Weight::from_parts(142_903_000, 0)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// - `Assets::Account`: reads 2, writes 2
	/// - `Assets::Approvals`: reads 1, writes 1
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Compliance::AssetsHeldBy`: reads 2, writes 2
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Holders`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 2, writes 2
	/// - `Compliance::PositionsOf`: reads 2, writes 2
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::Links`: reads 2, writes 0
	/// - `System::Account`: reads 2, writes 2
	/// - `Timestamp::Now`: reads 1, writes 0
	fn transfer_from() -> Weight {
		// Shortest run: 171_215_000 picoseconds.
		Weight::from_parts(176_473_000, 0)
			.saturating_add(T::DbWeight::get().reads(27_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn set_policy(r: u32) -> Weight {
		// Shortest run: 28_243_000 picoseconds.
		Weight::from_parts(30_011_985, 0)
			.saturating_add(Weight::from_parts(81_375, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn clear_policy() -> Weight {
		// Shortest run: 28_513_000 picoseconds.
		Weight::from_parts(29_454_000, 0)
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
		// Shortest run: 31_126_000 picoseconds.
		Weight::from_parts(32_078_000, 0)
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
		// Shortest run: 47_591_000 picoseconds.
		Weight::from_parts(49_224_000, 0)
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
		// Shortest run: 46_469_000 picoseconds.
		Weight::from_parts(50_004_000, 0)
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
		// Shortest run: 47_741_000 picoseconds.
		Weight::from_parts(52_248_000, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn schedule_policy(r: u32) -> Weight {
		Weight::from_parts(30_000_000, 0)
			.saturating_add(Weight::from_parts(81375, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn cancel_scheduled_policy() -> Weight {
		Weight::from_parts(30_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn approve_transfer() -> Weight {
		Weight::from_parts(90_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn cancel_transfer_approval() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn opt_in() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn opt_out() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn reseat(n: u32) -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(Weight::from_parts(25000000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn move_replaced() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	fn prune_positions(n: u32) -> Weight {
		Weight::from_parts(20_000_000, 0)
			.saturating_add(Weight::from_parts(12000000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(0_u64))
	}
	/// - `Assets::Account`: reads 2, writes 2
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Compliance::AssetsHeldBy`: reads 2, writes 2
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Holders`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 2, writes 2
	/// - `Compliance::PositionsOf`: reads 2, writes 2
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 2, writes 2
	/// - `Timestamp::Now`: reads 1, writes 0
	fn check_transfer_policy() -> Weight {
		// Shortest run: 119_809_000 picoseconds.
		Weight::from_parts(127_160_000, 0)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	fn freeze_many(n: u32) -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
	}
	fn thaw_many(n: u32) -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn transfer() -> Weight {
		Weight::from_parts(142_903_000, 0)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	fn transfer_from() -> Weight {
		Weight::from_parts(176_473_000, 0)
			.saturating_add(ParityDbWeight::get().reads(27_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn set_policy(r: u32) -> Weight {
		Weight::from_parts(30_011_985, 0)
			.saturating_add(Weight::from_parts(81_375, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn clear_policy() -> Weight {
		Weight::from_parts(29_454_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(32_078_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(49_224_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn freeze() -> Weight {
		Weight::from_parts(50_004_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn thaw() -> Weight {
		Weight::from_parts(52_248_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn schedule_policy(r: u32) -> Weight {
		Weight::from_parts(30_000_000, 0)
			.saturating_add(Weight::from_parts(81375, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_scheduled_policy() -> Weight {
		Weight::from_parts(30_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn approve_transfer() -> Weight {
		Weight::from_parts(90_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn cancel_transfer_approval() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn opt_in() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn opt_out() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn reseat(n: u32) -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(Weight::from_parts(25000000, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn move_replaced() -> Weight {
		Weight::from_parts(200_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn prune_positions(n: u32) -> Weight {
		Weight::from_parts(20_000_000, 0)
			.saturating_add(Weight::from_parts(12000000, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(0_u64))
	}
	fn check_transfer_policy() -> Weight {
		Weight::from_parts(127_160_000, 0)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	fn freeze_many(n: u32) -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(n.into())))
	}
	fn thaw_many(n: u32) -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(n.into())))
	}
}
