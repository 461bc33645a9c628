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
	/// `set_document_uri`.
	fn set_document_uri() -> Weight;
	/// `set_profile`.
	fn set_profile() -> Weight;
	/// `propose_terms`.
	fn propose_terms() -> Weight;
	/// `approve_terms`.
	fn approve_terms() -> Weight;
	/// `object_to_terms`.
	fn object_to_terms() -> Weight;
	/// `confirm_terms`.
	fn confirm_terms() -> Weight;
	/// `apply_terms`.
	fn apply_terms() -> Weight;
	/// `withdraw_terms`.
	fn withdraw_terms() -> Weight;
	/// `set_settlement`.
	fn set_settlement() -> Weight;
}

/// What each declares at its largest input, by name.
pub fn at_largest<W: WeightInfo>() -> [(&'static str, Weight); 22] {
	[
		("draft", W::draft()),
		("amend_draft", W::amend_draft()),
		("remove_draft", W::remove_draft(32)),
		("approve", W::approve()),
		("activate", W::activate()),
		("suspend", W::suspend()),
		("resume", W::resume()),
		("wind_down", W::wind_down()),
		("retire", W::retire()),
		("add_document", W::add_document()),
		("grant_role", W::grant_role()),
		("revoke_role", W::revoke_role()),
		("reclaim_deposit", W::reclaim_deposit()),
		("set_document_uri", W::set_document_uri()),
		("set_profile", W::set_profile()),
		("propose_terms", W::propose_terms()),
		("approve_terms", W::approve_terms()),
		("object_to_terms", W::object_to_terms()),
		("confirm_terms", W::confirm_terms()),
		("apply_terms", W::apply_terms()),
		("withdraw_terms", W::withdraw_terms()),
		("set_settlement", W::set_settlement()),
	]
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
		// Shortest run: 82_833_000 picoseconds.
		Weight::from_parts(110_840_000, 0)
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
		// Shortest run: 51_567_000 picoseconds.
		Weight::from_parts(66_085_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// - `AssetRegistry::Deposits`: reads 34, writes 33
	/// - `AssetRegistry::Documents`: reads 32, writes 32
	/// - `AssetRegistry::Engagements`: reads 1, writes 1
	/// - `AssetRegistry::Filings`: reads 1, writes 1
	/// - `AssetRegistry::Latest`: reads 1, writes 1
	/// - `AssetRegistry::Profiles`: reads 0, writes 1
	/// - `AssetRegistry::Summaries`: reads 1, writes 1
	/// - `AssetRegistry::Terms`: reads 1, writes 1
	/// - `AssetRegistry::Tickers`: reads 0, writes 1
	/// - `Balances::Holds`: reads 33, writes 33
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 33, writes 33
	/// - `Timestamp::Now`: reads 1, writes 0
	fn remove_draft(d: u32) -> Weight {
		// Shortest run: 86_249_000 picoseconds.
		Weight::from_parts(116_351_634, 0)
			.saturating_add(Weight::from_parts(57_038_650, 0).saturating_mul(d.into()))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads(4_u64.saturating_mul(d.into())))
			.saturating_add(T::DbWeight::get().writes(10_u64))
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
		// Shortest run: 46_419_000 picoseconds.
		Weight::from_parts(62_618_750, 0)
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
		// Shortest run: 58_347_000 picoseconds.
		Weight::from_parts(78_630_000, 0)
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
		// Shortest run: 35_934_000 picoseconds.
		Weight::from_parts(47_608_750, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 1
	fn resume() -> Weight {
		// Shortest run: 14_171_000 picoseconds.
		Weight::from_parts(21_381_250, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn wind_down() -> Weight {
		// Shortest run: 31_777_000 picoseconds.
		Weight::from_parts(44_391_250, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `AssetRegistry::Engagements`: reads 1, writes 1
	/// - `AssetRegistry::Summaries`: reads 1, writes 1
	/// - `AssetRegistry::TermChanges`: reads 1, writes 0
	/// - `Assets::Asset`: reads 1, writes 0
	/// - `Compliance::Controls`: reads 1, writes 1
	/// - `Compliance::Holders`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn retire() -> Weight {
		// Shortest run: 42_223_000 picoseconds.
		Weight::from_parts(55_707_500, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
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
		// Shortest run: 96_464_000 picoseconds.
		Weight::from_parts(124_197_500, 0)
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
		// Shortest run: 48_262_000 picoseconds.
		Weight::from_parts(62_767_500, 0)
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
		// Shortest run: 48_463_000 picoseconds.
		Weight::from_parts(65_046_250, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `AssetRegistry::Deposits`: reads 1, writes 1
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	fn reclaim_deposit() -> Weight {
		// Shortest run: 54_832_000 picoseconds.
		Weight::from_parts(73_647_500, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `AssetRegistry::Documents`: reads 1, writes 1
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn set_document_uri() -> Weight {
		// Shortest run: 38_437_000 picoseconds.
		Weight::from_parts(54_205_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Profiles`: reads 1, writes 1
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn set_profile() -> Weight {
		// Shortest run: 35_924_000 picoseconds.
		Weight::from_parts(51_138_750, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `AssetRegistry::TermChanges`: reads 1, writes 1
	/// - `AssetRegistry::Terms`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn propose_terms() -> Weight {
		// Shortest run: 60_861_000 picoseconds.
		Weight::from_parts(85_338_750, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Roles`: reads 10, writes 0
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `AssetRegistry::TermChanges`: reads 1, writes 1
	/// - `Custody::Auditors`: reads 2, writes 0
	/// - `Custody::Custodians`: reads 2, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn approve_terms() -> Weight {
		// Shortest run: 108_051_000 picoseconds.
		Weight::from_parts(144_916_250, 0)
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `AssetRegistry::TermChanges`: reads 1, writes 1
	/// - `Compliance::Positions`: reads 1, writes 0
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn object_to_terms() -> Weight {
		// Shortest run: 38_988_000 picoseconds.
		Weight::from_parts(54_193_750, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `AssetRegistry::TermChanges`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn confirm_terms() -> Weight {
		// Shortest run: 23_425_000 picoseconds.
		Weight::from_parts(33_537_500, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Filings`: reads 1, writes 1
	/// - `AssetRegistry::Summaries`: reads 1, writes 1
	/// - `AssetRegistry::TermChanges`: reads 1, writes 1
	/// - `AssetRegistry::Terms`: reads 1, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn apply_terms() -> Weight {
		// Shortest run: 44_096_000 picoseconds.
		Weight::from_parts(60_252_500, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `AssetRegistry::TermChanges`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn withdraw_terms() -> Weight {
		// Shortest run: 39_248_000 picoseconds.
		Weight::from_parts(53_917_500, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 1
	fn set_settlement() -> Weight {
		// Shortest run: 11_908_000 picoseconds.
		Weight::from_parts(18_240_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn draft() -> Weight {
		Weight::from_parts(110_840_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn amend_draft() -> Weight {
		Weight::from_parts(66_085_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn remove_draft(d: u32) -> Weight {
		Weight::from_parts(116_351_634, 0)
			.saturating_add(Weight::from_parts(57_038_650, 0).saturating_mul(d.into()))
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().reads(4_u64.saturating_mul(d.into())))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64.saturating_mul(d.into())))
	}
	fn approve() -> Weight {
		Weight::from_parts(62_618_750, 0)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn activate() -> Weight {
		Weight::from_parts(78_630_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn suspend() -> Weight {
		Weight::from_parts(47_608_750, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(21_381_250, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn wind_down() -> Weight {
		Weight::from_parts(44_391_250, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn retire() -> Weight {
		Weight::from_parts(55_707_500, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn add_document() -> Weight {
		Weight::from_parts(124_197_500, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn grant_role() -> Weight {
		Weight::from_parts(62_767_500, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn revoke_role() -> Weight {
		Weight::from_parts(65_046_250, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn reclaim_deposit() -> Weight {
		Weight::from_parts(73_647_500, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_document_uri() -> Weight {
		Weight::from_parts(54_205_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_profile() -> Weight {
		Weight::from_parts(51_138_750, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn propose_terms() -> Weight {
		Weight::from_parts(85_338_750, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn approve_terms() -> Weight {
		Weight::from_parts(144_916_250, 0)
			.saturating_add(ParityDbWeight::get().reads(21_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn object_to_terms() -> Weight {
		Weight::from_parts(54_193_750, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn confirm_terms() -> Weight {
		Weight::from_parts(33_537_500, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn apply_terms() -> Weight {
		Weight::from_parts(60_252_500, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn withdraw_terms() -> Weight {
		Weight::from_parts(53_917_500, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_settlement() -> Weight {
		Weight::from_parts(18_240_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
