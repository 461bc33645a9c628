//! Weights of `pallet_bonds`, measured by `cargo xtask weights`. Generated: never edit by hand.
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
	/// `post`.
	fn post() -> Weight;
	/// `top_up`.
	fn top_up() -> Weight;
	/// `request_withdrawal`.
	fn request_withdrawal() -> Weight;
	/// `cancel_withdrawal`.
	fn cancel_withdrawal() -> Weight;
	/// `withdraw`.
	fn withdraw() -> Weight;
	/// `collect`.
	fn collect() -> Weight;
}

/// What each declares at its largest input, by name.
pub fn at_largest<W: WeightInfo>() -> [(&'static str, Weight); 6] {
	[
		("post", W::post()),
		("top_up", W::top_up()),
		("request_withdrawal", W::request_withdrawal()),
		("cancel_withdrawal", W::cancel_withdrawal()),
		("withdraw", W::withdraw()),
		("collect", W::collect()),
	]
}

/// Measured weights over the runtime's own database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// - `AssetRegistry::Summaries`: reads 2, writes 0
	/// - `Assets::Account`: reads 1, writes 1
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Bonds::Bonds`: reads 1, writes 1
	/// - `Bonds::PosterBonds`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::HoldReasons`: reads 1, writes 1
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn post() -> Weight {
		// Shortest run: 144_666_000 picoseconds.
		Weight::from_parts(193_325_000, 0)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Assets::Account`: reads 1, writes 1
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Bonds::Bonds`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::HoldReasons`: reads 1, writes 1
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn top_up() -> Weight {
		// Shortest run: 128_131_000 picoseconds.
		Weight::from_parts(167_186_250, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// - `Bonds::Bonds`: reads 1, writes 1
	/// - `Issuance::AssetBondTerms`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn request_withdrawal() -> Weight {
		// Shortest run: 12_850_000 picoseconds.
		Weight::from_parts(19_466_250, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Bonds::Bonds`: reads 1, writes 1
	fn cancel_withdrawal() -> Weight {
		// Shortest run: 9_995_000 picoseconds.
		Weight::from_parts(14_133_750, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Assets::Account`: reads 1, writes 1
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Bonds::Bonds`: reads 1, writes 1
	/// - `Bonds::PosterBonds`: reads 1, writes 1
	/// - `Compliance::HoldReasons`: reads 1, writes 1
	/// - `Compliance::LastUnits`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Issuance::AssetBondTerms`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn withdraw() -> Weight {
		// Shortest run: 72_458_000 picoseconds.
		Weight::from_parts(96_670_000, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// - `Assets::Account`: reads 2, writes 2
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Bonds::Claims`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::HoldReasons`: reads 1, writes 1
	/// - `Compliance::Holders`: reads 1, writes 1
	/// - `Compliance::LastUnits`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 2, writes 2
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn collect() -> Weight {
		// Shortest run: 262_962_000 picoseconds.
		Weight::from_parts(338_116_250, 0)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn post() -> Weight {
		Weight::from_parts(193_325_000, 0)
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn top_up() -> Weight {
		Weight::from_parts(167_186_250, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn request_withdrawal() -> Weight {
		Weight::from_parts(19_466_250, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_withdrawal() -> Weight {
		Weight::from_parts(14_133_750, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(96_670_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn collect() -> Weight {
		Weight::from_parts(338_116_250, 0)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
}
