//! Weights of `pallet_issuance`, measured by `cargo xtask weights`. Generated: never edit by hand.
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
	/// `mint`.
	fn mint() -> Weight;
	/// `mint_batch`, `n` in 1..=100.
	fn mint_batch(n: u32) -> Weight;
	/// `set_bucket`.
	fn set_bucket() -> Weight;
	/// `cancel_raise`.
	fn cancel_raise() -> Weight;
	/// `request_redemption`.
	fn request_redemption() -> Weight;
	/// `cancel_redemption`.
	fn cancel_redemption() -> Weight;
	/// `reject_redemption`.
	fn reject_redemption() -> Weight;
	/// `accept_redemption`.
	fn accept_redemption() -> Weight;
	/// `release_redemption`, `n` in 1..=50.
	fn release_redemption(n: u32) -> Weight;
	/// `burn_redemption`.
	fn burn_redemption() -> Weight;
	/// `prune_mint_ids`, `n` in 1..=100.
	fn prune_mint_ids(n: u32) -> Weight;
	/// `prune_redemptions`, `n` in 1..=100.
	fn prune_redemptions(n: u32) -> Weight;
	/// `propose_bond_terms`.
	fn propose_bond_terms() -> Weight;
	/// `approve_bond_terms`.
	fn approve_bond_terms() -> Weight;
	/// `breach_redemption`.
	fn breach_redemption() -> Weight;
	/// `report_blocked`.
	fn report_blocked() -> Weight;
	/// `divert_to_escrow`.
	fn divert_to_escrow() -> Weight;
	/// `offer_cash`.
	fn offer_cash() -> Weight;
	/// `confirm_cash`.
	fn confirm_cash() -> Weight;
	/// `note_block`.
	fn note_block() -> Weight;
	/// `chart_next`.
	fn chart_next() -> Weight;
}

/// What each declares at its largest input, by name.
pub fn at_largest<W: WeightInfo>() -> [(&'static str, Weight); 21] {
	[
		("mint", W::mint()),
		("mint_batch", W::mint_batch(100)),
		("set_bucket", W::set_bucket()),
		("cancel_raise", W::cancel_raise()),
		("request_redemption", W::request_redemption()),
		("cancel_redemption", W::cancel_redemption()),
		("reject_redemption", W::reject_redemption()),
		("accept_redemption", W::accept_redemption()),
		("release_redemption", W::release_redemption(50)),
		("burn_redemption", W::burn_redemption()),
		("prune_mint_ids", W::prune_mint_ids(100)),
		("prune_redemptions", W::prune_redemptions(100)),
		("propose_bond_terms", W::propose_bond_terms()),
		("approve_bond_terms", W::approve_bond_terms()),
		("breach_redemption", W::breach_redemption()),
		("report_blocked", W::report_blocked()),
		("divert_to_escrow", W::divert_to_escrow()),
		("offer_cash", W::offer_cash()),
		("confirm_cash", W::confirm_cash()),
		("note_block", W::note_block()),
		("chart_next", W::chart_next()),
	]
}

/// Measured weights over the runtime's own database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// - `AssetRegistry::Latest`: reads 1, writes 0
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Assets::Account`: reads 1, writes 1
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 0
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Holders`: reads 1, writes 1
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Compliance::PositionsOf`: reads 1, writes 1
	/// - `Custody::Auditors`: reads 7, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::ScopeTotals`: reads 16, writes 0
	/// - `Custody::Vaults`: reads 16, writes 0
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 11, writes 0
	/// - `Identities::Links`: reads 2, writes 0
	/// - `Issuance::Buckets`: reads 1, writes 1
	/// - `Issuance::CommittedToBurn`: reads 1, writes 0
	/// - `Issuance::MintIds`: reads 1, writes 1
	/// - `Issuance::Totals`: reads 1, writes 1
	/// - `ReserveGovernance::DefaultParameters`: reads 1, writes 0
	/// - `ReserveGovernance::Parameters`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn mint() -> Weight {
		// Shortest run: 540_236_000 picoseconds.
		Weight::from_parts(850_968_750, 0)
			.saturating_add(T::DbWeight::get().reads(85_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// - `AssetRegistry::Latest`: reads 1, writes 0
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Assets::Account`: reads 100, writes 100
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 0
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Holders`: reads 1, writes 1
	/// - `Compliance::Positions`: reads 100, writes 100
	/// - `Compliance::PositionsOf`: reads 100, writes 100
	/// - `Custody::Auditors`: reads 7, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::ScopeTotals`: reads 16, writes 0
	/// - `Custody::Vaults`: reads 16, writes 0
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 110, writes 0
	/// - `Identities::Links`: reads 101, writes 0
	/// - `Issuance::Buckets`: reads 1, writes 1
	/// - `Issuance::CommittedToBurn`: reads 1, writes 0
	/// - `Issuance::MintIds`: reads 1, writes 1
	/// - `Issuance::Totals`: reads 1, writes 1
	/// - `ReserveGovernance::DefaultParameters`: reads 1, writes 0
	/// - `ReserveGovernance::Parameters`: reads 1, writes 0
	/// - `System::Account`: reads 100, writes 100
	/// - `Timestamp::Now`: reads 1, writes 0
	fn mint_batch(n: u32) -> Weight {
		// Shortest run: 545_414_000 picoseconds.
		Weight::from_parts(993_757_809, 0)
			.saturating_add(Weight::from_parts(58_977_115, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(78_u64))
			.saturating_add(T::DbWeight::get().reads(7_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64.saturating_mul(n.into())))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::Buckets`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn set_bucket() -> Weight {
		// Shortest run: 59_158_000 picoseconds.
		Weight::from_parts(79_292_500, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::Buckets`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn cancel_raise() -> Weight {
		// Shortest run: 55_443_000 picoseconds.
		Weight::from_parts(87_567_500, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Assets::Account`: reads 1, writes 1
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::HoldReasons`: reads 1, writes 1
	/// - `Compliance::Holders`: reads 1, writes 0
	/// - `Compliance::LastUnits`: reads 0, writes 1
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Compliance::PositionsOf`: reads 1, writes 0
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::HolderRedemptions`: reads 1, writes 1
	/// - `Issuance::NextRedemptionId`: reads 1, writes 1
	/// - `Issuance::OpenRedemptions`: reads 1, writes 1
	/// - `Issuance::Redemptions`: reads 0, writes 1
	/// - `ReserveGovernance::DefaultParameters`: reads 1, writes 0
	/// - `ReserveGovernance::Parameters`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn request_redemption() -> Weight {
		// Shortest run: 136_243_000 picoseconds.
		Weight::from_parts(266_183_750, 0)
			.saturating_add(T::DbWeight::get().reads(30_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
	/// - `Assets::Account`: reads 1, writes 1
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Compliance::LastUnits`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Issuance::HolderRedemptions`: reads 1, writes 1
	/// - `Issuance::OpenRedemptions`: reads 1, writes 1
	/// - `Issuance::Redemptions`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn cancel_redemption() -> Weight {
		// Shortest run: 86_810_000 picoseconds.
		Weight::from_parts(790_024_000, 0)
			.saturating_add(T::DbWeight::get().reads(125_u64))
			.saturating_add(T::DbWeight::get().writes(34_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Assets::Account`: reads 1, writes 1
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Compliance::LastUnits`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::HolderRedemptions`: reads 1, writes 1
	/// - `Issuance::OpenRedemptions`: reads 1, writes 1
	/// - `Issuance::Redemptions`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn reject_redemption() -> Weight {
		// Shortest run: 104_356_000 picoseconds.
		Weight::from_parts(168_401_250, 0)
			.saturating_add(T::DbWeight::get().reads(22_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::Redemptions`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn accept_redemption() -> Weight {
		// Shortest run: 40_500_000 picoseconds.
		Weight::from_parts(941_962_000, 0)
			.saturating_add(T::DbWeight::get().reads(180_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `Compliance::Positions`: reads 1, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::Lots`: reads 50, writes 50
	/// - `Custody::ScopeTotals`: reads 16, writes 16
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::CommittedToBurn`: reads 1, writes 1
	/// - `Issuance::Redemptions`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn release_redemption(n: u32) -> Weight {
		// Shortest run: 78_046_000 picoseconds.
		Weight::from_parts(1_070_768_096, 0)
			.saturating_add(Weight::from_parts(8_492_494, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(140_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(42_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	/// - `Assets::Account`: reads 1, writes 1
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::LastUnits`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Issuance::CommittedToBurn`: reads 1, writes 1
	/// - `Issuance::HolderRedemptions`: reads 1, writes 1
	/// - `Issuance::OpenRedemptions`: reads 1, writes 1
	/// - `Issuance::Redemptions`: reads 1, writes 1
	/// - `Issuance::Totals`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn burn_redemption() -> Weight {
		// Shortest run: 230_824_000 picoseconds.
		Weight::from_parts(303_427_500, 0)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// - `Issuance::MintIds`: reads 100, writes 100
	/// - `Timestamp::Now`: reads 1, writes 0
	fn prune_mint_ids(n: u32) -> Weight {
		// Shortest run: 11_577_000 picoseconds.
		Weight::from_parts(17_063_750, 0)
			.saturating_add(Weight::from_parts(7_003_595, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	/// - `Issuance::Redemptions`: reads 100, writes 100
	/// - `Timestamp::Now`: reads 1, writes 0
	fn prune_redemptions(n: u32) -> Weight {
		// Shortest run: 10_495_000 picoseconds.
		Weight::from_parts(7_421_814, 0)
			.saturating_add(Weight::from_parts(5_696_937, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn propose_bond_terms() -> Weight {
		Weight::from_parts(150000000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn approve_bond_terms() -> Weight {
		Weight::from_parts(150000000, 0)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn breach_redemption() -> Weight {
		Weight::from_parts(600000000, 0)
			.saturating_add(T::DbWeight::get().reads(45_u64))
			.saturating_add(T::DbWeight::get().writes(24_u64))
	}
	fn report_blocked() -> Weight {
		Weight::from_parts(150000000, 0)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn divert_to_escrow() -> Weight {
		Weight::from_parts(150000000, 0)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn offer_cash() -> Weight {
		Weight::from_parts(150000000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn confirm_cash() -> Weight {
		Weight::from_parts(600000000, 0)
			.saturating_add(T::DbWeight::get().reads(40_u64))
			.saturating_add(T::DbWeight::get().writes(20_u64))
	}
	fn note_block() -> Weight {
		Weight::from_parts(150000000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn chart_next() -> Weight {
		Weight::from_parts(600000000, 0)
			.saturating_add(T::DbWeight::get().reads(64_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn mint() -> Weight {
		Weight::from_parts(850_968_750, 0)
			.saturating_add(ParityDbWeight::get().reads(85_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn mint_batch(n: u32) -> Weight {
		Weight::from_parts(993_757_809, 0)
			.saturating_add(Weight::from_parts(58_977_115, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(78_u64))
			.saturating_add(ParityDbWeight::get().reads(7_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64.saturating_mul(n.into())))
	}
	fn set_bucket() -> Weight {
		Weight::from_parts(79_292_500, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_raise() -> Weight {
		Weight::from_parts(87_567_500, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn request_redemption() -> Weight {
		Weight::from_parts(266_183_750, 0)
			.saturating_add(ParityDbWeight::get().reads(30_u64))
			.saturating_add(ParityDbWeight::get().writes(15_u64))
	}
	fn cancel_redemption() -> Weight {
		Weight::from_parts(790_024_000, 0)
			.saturating_add(ParityDbWeight::get().reads(125_u64))
			.saturating_add(ParityDbWeight::get().writes(34_u64))
	}
	fn reject_redemption() -> Weight {
		Weight::from_parts(168_401_250, 0)
			.saturating_add(ParityDbWeight::get().reads(22_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn accept_redemption() -> Weight {
		Weight::from_parts(941_962_000, 0)
			.saturating_add(ParityDbWeight::get().reads(180_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn release_redemption(n: u32) -> Weight {
		Weight::from_parts(1_070_768_096, 0)
			.saturating_add(Weight::from_parts(8_492_494, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(140_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(42_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn burn_redemption() -> Weight {
		Weight::from_parts(303_427_500, 0)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn prune_mint_ids(n: u32) -> Weight {
		Weight::from_parts(17_063_750, 0)
			.saturating_add(Weight::from_parts(7_003_595, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn prune_redemptions(n: u32) -> Weight {
		Weight::from_parts(7_421_814, 0)
			.saturating_add(Weight::from_parts(5_696_937, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn propose_bond_terms() -> Weight {
		Weight::from_parts(150000000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn approve_bond_terms() -> Weight {
		Weight::from_parts(150000000, 0)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn breach_redemption() -> Weight {
		Weight::from_parts(600000000, 0)
			.saturating_add(ParityDbWeight::get().reads(45_u64))
			.saturating_add(ParityDbWeight::get().writes(24_u64))
	}
	fn report_blocked() -> Weight {
		Weight::from_parts(150000000, 0)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn divert_to_escrow() -> Weight {
		Weight::from_parts(150000000, 0)
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn offer_cash() -> Weight {
		Weight::from_parts(150000000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn confirm_cash() -> Weight {
		Weight::from_parts(600000000, 0)
			.saturating_add(ParityDbWeight::get().reads(40_u64))
			.saturating_add(ParityDbWeight::get().writes(20_u64))
	}
	fn note_block() -> Weight {
		Weight::from_parts(150000000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn chart_next() -> Weight {
		Weight::from_parts(600000000, 0)
			.saturating_add(ParityDbWeight::get().reads(64_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
}
