//! Weights of `pallet_asset_registry`, measured by `cargo xtask weights`. Generated: never edit by hand.
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
	/// `draft`.
	fn draft() -> Weight;
	/// `amend_draft`.
	fn amend_draft() -> Weight;
	/// `remove_draft`, `d` in 0..=32.
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

/// Measured weights over the runtime's own database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// - `AssetRegistry::Deposits`: reads 1, writes 1
	/// - `AssetRegistry::Engagements`: reads 1, writes 1
	/// - `AssetRegistry::Filings`: reads 0, writes 1
	/// - `AssetRegistry::Latest`: reads 0, writes 1
	/// - `AssetRegistry::NextAssetId`: reads 1, writes 1
	/// - `AssetRegistry::Summaries`: reads 0, writes 1
	/// - `AssetRegistry::Terms`: reads 0, writes 1
	/// - `AssetRegistry::Tickers`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	fn draft() -> Weight {
		// Shortest run: 79_288_000 picoseconds.
		Weight::from_parts(86_790_000, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// - `AssetRegistry::Filings`: reads 1, writes 1
	/// - `AssetRegistry::Summaries`: reads 1, writes 1
	/// - `AssetRegistry::Terms`: reads 1, writes 1
	/// - `AssetRegistry::Tickers`: reads 1, writes 2
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn amend_draft() -> Weight {
		// Shortest run: 46_800_000 picoseconds.
		Weight::from_parts(53_390_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// - `AssetRegistry::Deposits`: reads 34, writes 33
	/// - `AssetRegistry::Documents`: reads 32, writes 32
	/// - `AssetRegistry::Engagements`: reads 1, writes 1
	/// - `AssetRegistry::Filings`: reads 1, writes 1
	/// - `AssetRegistry::Latest`: reads 1, writes 1
	/// - `AssetRegistry::Summaries`: reads 1, writes 1
	/// - `AssetRegistry::Terms`: reads 1, writes 1
	/// - `AssetRegistry::Tickers`: reads 0, writes 1
	/// - `Balances::Holds`: reads 33, writes 33
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 33, writes 33
	/// - `Timestamp::Now`: reads 1, writes 0
	fn remove_draft(d: u32) -> Weight {
		// Shortest run: 84_886_000 picoseconds.
		Weight::from_parts(96_080_345, 0)
			.saturating_add(Weight::from_parts(43_674_709, 0).saturating_mul(d.into()))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads(4_u64.saturating_mul(d.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64.saturating_mul(d.into())))
	}
	/// - `AssetRegistry::Filings`: reads 1, writes 1
	/// - `AssetRegistry::Summaries`: reads 1, writes 1
	/// - `AssetRegistry::Terms`: reads 1, writes 0
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Custody::Auditors`: reads 2, writes 0
	/// - `Custody::Custodians`: reads 2, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn approve() -> Weight {
		// Shortest run: 45_609_000 picoseconds.
		Weight::from_parts(47_741_000, 0)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `AssetRegistry::Latest`: reads 1, writes 0
	/// - `AssetRegistry::Summaries`: reads 1, writes 1
	/// - `AssetRegistry::Terms`: reads 1, writes 0
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `Assets::Metadata`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn activate() -> Weight {
		// Shortest run: 57_716_000 picoseconds.
		Weight::from_parts(66_930_000, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// - `AssetRegistry::Roles`: reads 2, writes 0
	/// - `AssetRegistry::Summaries`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn suspend() -> Weight {
		// Shortest run: 36_234_000 picoseconds.
		Weight::from_parts(40_430_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 1
	fn resume() -> Weight {
		// Shortest run: 14_041_000 picoseconds.
		Weight::from_parts(18_518_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn wind_down() -> Weight {
		// Shortest run: 31_457_000 picoseconds.
		Weight::from_parts(32_178_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `AssetRegistry::Engagements`: reads 1, writes 1
	/// - `AssetRegistry::Summaries`: reads 1, writes 1
	/// - `Assets::Asset`: reads 1, writes 0
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn retire() -> Weight {
		// Shortest run: 40_991_000 picoseconds.
		Weight::from_parts(46_138_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `AssetRegistry::Deposits`: reads 1, writes 1
	/// - `AssetRegistry::Documents`: reads 0, writes 1
	/// - `AssetRegistry::Filings`: reads 1, writes 1
	/// - `AssetRegistry::Latest`: reads 1, writes 1
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn add_document() -> Weight {
		// Shortest run: 97_626_000 picoseconds.
		Weight::from_parts(156_954_000, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// - `AssetRegistry::Engagements`: reads 1, writes 1
	/// - `AssetRegistry::Filings`: reads 1, writes 1
	/// - `AssetRegistry::Roles`: reads 2, writes 1
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn grant_role() -> Weight {
		// Shortest run: 48_523_000 picoseconds.
		Weight::from_parts(51_737_000, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `AssetRegistry::Engagements`: reads 1, writes 1
	/// - `AssetRegistry::Filings`: reads 1, writes 1
	/// - `AssetRegistry::Roles`: reads 1, writes 1
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn revoke_role() -> Weight {
		// Shortest run: 47_992_000 picoseconds.
		Weight::from_parts(52_348_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `AssetRegistry::Deposits`: reads 1, writes 1
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	fn reclaim_deposit() -> Weight {
		// Shortest run: 51_908_000 picoseconds.
		Weight::from_parts(56_184_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn draft() -> Weight {
		Weight::from_parts(86_790_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn amend_draft() -> Weight {
		Weight::from_parts(53_390_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn remove_draft(d: u32) -> Weight {
		Weight::from_parts(96_080_345, 0)
			.saturating_add(Weight::from_parts(43_674_709, 0).saturating_mul(d.into()))
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().reads(4_u64.saturating_mul(d.into())))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64.saturating_mul(d.into())))
	}
	fn approve() -> Weight {
		Weight::from_parts(47_741_000, 0)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn activate() -> Weight {
		Weight::from_parts(66_930_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn suspend() -> Weight {
		Weight::from_parts(40_430_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(18_518_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn wind_down() -> Weight {
		Weight::from_parts(32_178_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn retire() -> Weight {
		Weight::from_parts(46_138_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn add_document() -> Weight {
		Weight::from_parts(156_954_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn grant_role() -> Weight {
		Weight::from_parts(51_737_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn revoke_role() -> Weight {
		Weight::from_parts(52_348_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn reclaim_deposit() -> Weight {
		Weight::from_parts(56_184_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
}
