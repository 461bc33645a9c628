//! Weights of `pallet_dockets`, measured by `cargo xtask weights`. Generated: never edit by hand.
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
	/// `propose`.
	fn propose() -> Weight;
	/// `approve`.
	fn approve() -> Weight;
	/// `reject`.
	fn reject() -> Weight;
	/// `withdraw`.
	fn withdraw() -> Weight;
	/// `renew`.
	fn renew() -> Weight;
	/// `answer`.
	fn answer() -> Weight;
	/// `remove`.
	fn remove() -> Weight;
	/// `set_escrow`.
	fn set_escrow() -> Weight;
}

/// What each declares at its largest input, by name.
pub fn at_largest<W: WeightInfo>() -> [(&'static str, Weight); 8] {
	[
		("propose", W::propose()),
		("approve", W::approve()),
		("reject", W::reject()),
		("withdraw", W::withdraw()),
		("renew", W::renew()),
		("answer", W::answer()),
		("remove", W::remove()),
		("set_escrow", W::set_escrow()),
	]
}

/// Measured weights over the runtime's own database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// - `AssetRegistry::Roles`: reads 4, writes 0
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Dockets::Cases`: reads 1, writes 1
	/// - `Dockets::Dockets`: reads 1, writes 1
	/// - `Dockets::LastOpened`: reads 1, writes 1
	/// - `Dockets::NextDocketId`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 3, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn propose() -> Weight {
		// Shortest run: 141_831_000 picoseconds.
		Weight::from_parts(182_260_000, 0)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// - `AssetRegistry::Roles`: reads 8, writes 0
	/// - `Assets::Account`: reads 2, writes 2
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Bonds::PosterBonds`: reads 1, writes 0
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::HoldReasons`: reads 1, writes 1
	/// - `Compliance::Holders`: reads 1, writes 0
	/// - `Compliance::LastUnits`: reads 1, writes 1
	/// - `Compliance::Positions`: reads 2, writes 2
	/// - `Dockets::Dockets`: reads 1, writes 1
	/// - `Identities::Identities`: reads 6, writes 2
	/// - `Identities::Links`: reads 3, writes 0
	/// - `Issuance::HolderRedemptions`: reads 1, writes 1
	/// - `Issuance::OpenRedemptions`: reads 1, writes 1
	/// - `Issuance::PartlyReleased`: reads 1, writes 1
	/// - `Issuance::PenaltiesAtRisk`: reads 1, writes 1
	/// - `Issuance::Redemptions`: reads 64, writes 64
	/// - `Issuance::Waiting`: reads 0, writes 64
	/// - `System::Account`: reads 2, writes 2
	/// - `Timestamp::Now`: reads 1, writes 0
	fn approve() -> Weight {
		// Shortest run: 4_098_763_000 picoseconds.
		Weight::from_parts(5_177_986_250, 0)
			.saturating_add(T::DbWeight::get().reads(101_u64))
			.saturating_add(T::DbWeight::get().writes(146_u64))
	}
	/// - `AssetRegistry::Roles`: reads 4, writes 0
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Dockets::Dockets`: reads 1, writes 1
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn reject() -> Weight {
		// Shortest run: 72_538_000 picoseconds.
		Weight::from_parts(96_906_250, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `AssetRegistry::Roles`: reads 4, writes 0
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Dockets::Dockets`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn withdraw() -> Weight {
		// Shortest run: 62_713_000 picoseconds.
		Weight::from_parts(87_756_250, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `AssetRegistry::Roles`: reads 8, writes 0
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Dockets::Dockets`: reads 1, writes 1
	/// - `Dockets::LastOpened`: reads 0, writes 1
	/// - `Identities::Identities`: reads 4, writes 0
	/// - `Identities::Links`: reads 2, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn renew() -> Weight {
		// Shortest run: 95_743_000 picoseconds.
		Weight::from_parts(125_573_750, 0)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `Dockets::Dockets`: reads 1, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn answer() -> Weight {
		// Shortest run: 28_923_000 picoseconds.
		Weight::from_parts(39_422_500, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Dockets::Cases`: reads 0, writes 1
	/// - `Dockets::Dockets`: reads 1, writes 1
	/// - `Dockets::LastOpened`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn remove() -> Weight {
		// Shortest run: 71_567_000 picoseconds.
		Weight::from_parts(99_912_500, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// - `Dockets::Escrows`: reads 1, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	fn set_escrow() -> Weight {
		// Shortest run: 11_056_000 picoseconds.
		Weight::from_parts(14_233_750, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn propose() -> Weight {
		Weight::from_parts(182_260_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn approve() -> Weight {
		Weight::from_parts(5_177_986_250, 0)
			.saturating_add(ParityDbWeight::get().reads(101_u64))
			.saturating_add(ParityDbWeight::get().writes(146_u64))
	}
	fn reject() -> Weight {
		Weight::from_parts(96_906_250, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(87_756_250, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn renew() -> Weight {
		Weight::from_parts(125_573_750, 0)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn answer() -> Weight {
		Weight::from_parts(39_422_500, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove() -> Weight {
		Weight::from_parts(99_912_500, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn set_escrow() -> Weight {
		Weight::from_parts(14_233_750, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
