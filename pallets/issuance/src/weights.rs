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
	/// - `AssetRegistry::Summaries`: reads 2, writes 0
	/// - `Assets::Account`: reads 1, writes 1
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 0
	/// - `Bonds::Bonds`: reads 1, writes 0
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Holders`: reads 1, writes 1
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Custody::Auditors`: reads 7, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::ScopeTotals`: reads 16, writes 0
	/// - `Custody::Vaults`: reads 16, writes 0
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 11, writes 1
	/// - `Identities::Links`: reads 2, writes 0
	/// - `Issuance::Buckets`: reads 1, writes 1
	/// - `Issuance::CommittedToBurn`: reads 1, writes 0
	/// - `Issuance::History`: reads 1, writes 1
	/// - `Issuance::MintIds`: reads 1, writes 1
	/// - `Issuance::Totals`: reads 1, writes 1
	/// - `Issuance::UncuredBreaches`: reads 1, writes 0
	/// - `ReserveGovernance::DefaultParameters`: reads 1, writes 0
	/// - `ReserveGovernance::Parameters`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn mint() -> Weight {
		// Shortest run: 640_105_000 picoseconds.
		Weight::from_parts(813_287_500, 0)
			.saturating_add(T::DbWeight::get().reads(77_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// - `AssetRegistry::Latest`: reads 1, writes 0
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `AssetRegistry::Summaries`: reads 2, writes 0
	/// - `Assets::Account`: reads 100, writes 100
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 0
	/// - `Bonds::Bonds`: reads 1, writes 0
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Holders`: reads 1, writes 1
	/// - `Compliance::Positions`: reads 100, writes 100
	/// - `Custody::Auditors`: reads 7, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::ScopeTotals`: reads 16, writes 0
	/// - `Custody::Vaults`: reads 16, writes 0
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 110, writes 100
	/// - `Identities::Links`: reads 101, writes 0
	/// - `Issuance::Buckets`: reads 1, writes 1
	/// - `Issuance::CommittedToBurn`: reads 1, writes 0
	/// - `Issuance::History`: reads 1, writes 1
	/// - `Issuance::MintIds`: reads 1, writes 1
	/// - `Issuance::Totals`: reads 1, writes 1
	/// - `Issuance::UncuredBreaches`: reads 1, writes 0
	/// - `ReserveGovernance::DefaultParameters`: reads 1, writes 0
	/// - `ReserveGovernance::Parameters`: reads 1, writes 0
	/// - `System::Account`: reads 100, writes 100
	/// - `Timestamp::Now`: reads 1, writes 0
	fn mint_batch(n: u32) -> Weight {
		// Shortest run: 624_822_000 picoseconds.
		Weight::from_parts(663_435_629, 0)
			.saturating_add(Weight::from_parts(117_591_872, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(72_u64))
			.saturating_add(T::DbWeight::get().reads(5_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64.saturating_mul(n.into())))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::Buckets`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn set_bucket() -> Weight {
		// Shortest run: 56_815_000 picoseconds.
		Weight::from_parts(77_691_250, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::Buckets`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn cancel_raise() -> Weight {
		// Shortest run: 56_114_000 picoseconds.
		Weight::from_parts(76_401_250, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `AssetRegistry::Terms`: reads 1, writes 0
	/// - `Assets::Account`: reads 1, writes 1
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::HoldReasons`: reads 1, writes 1
	/// - `Compliance::Holders`: reads 1, writes 0
	/// - `Compliance::LastUnits`: reads 0, writes 1
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::AssetBondTerms`: reads 1, writes 0
	/// - `Issuance::HolderRedemptions`: reads 1, writes 1
	/// - `Issuance::NextRedemptionId`: reads 1, writes 1
	/// - `Issuance::OpenRedemptions`: reads 1, writes 1
	/// - `Issuance::Outages`: reads 1, writes 0
	/// - `Issuance::PenaltiesAtRisk`: reads 1, writes 1
	/// - `Issuance::Redemptions`: reads 0, writes 1
	/// - `Issuance::Waiting`: reads 0, writes 1
	/// - `ReserveGovernance::DefaultParameters`: reads 1, writes 0
	/// - `ReserveGovernance::Parameters`: reads 1, writes 0
	/// - `SafeMode::EnteredUntil`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	/// - `TxPause::PausedCalls`: reads 2, writes 0
	fn request_redemption() -> Weight {
		// Shortest run: 262_932_000 picoseconds.
		Weight::from_parts(339_643_750, 0)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
	/// - `Assets::Account`: reads 3, writes 3
	/// - `Assets::Asset`: reads 2, writes 2
	/// - `AssetsHolder::BalancesOnHold`: reads 2, writes 2
	/// - `AssetsHolder::Holds`: reads 2, writes 2
	/// - `Bonds::Bonds`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 2, writes 0
	/// - `Compliance::Holders`: reads 1, writes 1
	/// - `Compliance::LastUnits`: reads 2, writes 0
	/// - `Compliance::Positions`: reads 3, writes 3
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::AssetBondTerms`: reads 1, writes 0
	/// - `Issuance::CommittedToBurn`: reads 1, writes 0
	/// - `Issuance::HolderRedemptions`: reads 1, writes 1
	/// - `Issuance::OpenRedemptions`: reads 1, writes 1
	/// - `Issuance::Outages`: reads 1, writes 0
	/// - `Issuance::PartlyReleased`: reads 1, writes 1
	/// - `Issuance::PenaltiesAtRisk`: reads 1, writes 1
	/// - `Issuance::Redemptions`: reads 1, writes 1
	/// - `Issuance::UncuredBreaches`: reads 1, writes 1
	/// - `Issuance::Waiting`: reads 0, writes 1
	/// - `SafeMode::EnteredUntil`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	/// - `TxPause::PausedCalls`: reads 2, writes 0
	fn cancel_redemption() -> Weight {
		// Shortest run: 529_550_000 picoseconds.
		Weight::from_parts(680_890_000, 0)
			.saturating_add(T::DbWeight::get().reads(36_u64))
			.saturating_add(T::DbWeight::get().writes(23_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Assets::Account`: reads 1, writes 1
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::LastUnits`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::HolderRedemptions`: reads 1, writes 1
	/// - `Issuance::OpenRedemptions`: reads 1, writes 1
	/// - `Issuance::Outages`: reads 1, writes 0
	/// - `Issuance::PartlyReleased`: reads 1, writes 1
	/// - `Issuance::PenaltiesAtRisk`: reads 1, writes 1
	/// - `Issuance::Redemptions`: reads 1, writes 1
	/// - `Issuance::Waiting`: reads 0, writes 1
	/// - `SafeMode::EnteredUntil`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	/// - `TxPause::PausedCalls`: reads 2, writes 0
	fn reject_redemption() -> Weight {
		// Shortest run: 199_387_000 picoseconds.
		Weight::from_parts(264_418_750, 0)
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Assets::Account`: reads 17, writes 0
	/// - `Assets::Asset`: reads 1, writes 0
	/// - `AssetsHolder::BalancesOnHold`: reads 17, writes 0
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 17, writes 0
	/// - `Identities::Identities`: reads 19, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::Deficiencies`: reads 1, writes 0
	/// - `Issuance::Outages`: reads 1, writes 0
	/// - `Issuance::Redemptions`: reads 17, writes 1
	/// - `Issuance::Waiting`: reads 17, writes 1
	/// - `SafeMode::EnteredUntil`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	/// - `TxPause::PausedCalls`: reads 2, writes 0
	fn accept_redemption() -> Weight {
		// Shortest run: 1_733_796_000 picoseconds.
		Weight::from_parts(2_219_110_000, 0)
			.saturating_add(T::DbWeight::get().reads(114_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `AssetRegistry::Summaries`: reads 2, writes 0
	/// - `Assets::Account`: reads 3, writes 2
	/// - `Assets::Asset`: reads 2, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 2, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Attestations::Challenges`: reads 16, writes 0
	/// - `Attestations::Scopes`: reads 1, writes 0
	/// - `Bonds::Bonds`: reads 2, writes 1
	/// - `Compliance::Controls`: reads 2, writes 0
	/// - `Compliance::Holders`: reads 1, writes 1
	/// - `Compliance::LastUnits`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 3, writes 2
	/// - `Custody::Auditors`: reads 7, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::Lots`: reads 50, writes 50
	/// - `Custody::ScopeTotals`: reads 16, writes 16
	/// - `Custody::Vaults`: reads 16, writes 0
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 11, writes 1
	/// - `Identities::Links`: reads 2, writes 0
	/// - `Issuance::AssetBondTerms`: reads 1, writes 0
	/// - `Issuance::CommittedToBurn`: reads 1, writes 1
	/// - `Issuance::Deficiencies`: reads 1, writes 0
	/// - `Issuance::PartlyReleased`: reads 1, writes 1
	/// - `Issuance::PenaltiesAtRisk`: reads 1, writes 1
	/// - `Issuance::Redemptions`: reads 1, writes 1
	/// - `Issuance::UncuredBreaches`: reads 1, writes 1
	/// - `ReserveGovernance::DefaultParameters`: reads 1, writes 0
	/// - `ReserveGovernance::Parameters`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn release_redemption(n: u32) -> Weight {
		// Shortest run: 791_281_000 picoseconds.
		Weight::from_parts(1_111_078_153, 0)
			.saturating_add(Weight::from_parts(12_494_173, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(104_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(32_u64))
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
		// Shortest run: 228_431_000 picoseconds.
		Weight::from_parts(308_573_750, 0)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// - `Issuance::MintIds`: reads 100, writes 100
	/// - `Timestamp::Now`: reads 1, writes 0
	fn prune_mint_ids(n: u32) -> Weight {
		// Shortest run: 11_077_000 picoseconds.
		Weight::from_parts(9_443_572, 0)
			.saturating_add(Weight::from_parts(6_626_419, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	/// - `Issuance::Redemptions`: reads 100, writes 100
	/// - `Timestamp::Now`: reads 1, writes 0
	fn prune_redemptions(n: u32) -> Weight {
		// Shortest run: 10_696_000 picoseconds.
		Weight::from_parts(7_969_264, 0)
			.saturating_add(Weight::from_parts(5_400_737, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	/// - `AssetRegistry::Summaries`: reads 2, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::ProposedTerms`: reads 0, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn propose_bond_terms() -> Weight {
		// Shortest run: 42_854_000 picoseconds.
		Weight::from_parts(61_003_750, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Custody::Auditors`: reads 1, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `Issuance::AssetBondTerms`: reads 1, writes 1
	/// - `Issuance::PenaltiesAtRisk`: reads 1, writes 0
	/// - `Issuance::ProposedTerms`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn approve_bond_terms() -> Weight {
		// Shortest run: 59_168_000 picoseconds.
		Weight::from_parts(79_468_750, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `Assets::Account`: reads 3, writes 2
	/// - `Assets::Asset`: reads 2, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 2, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Bonds::Bonds`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 2, writes 0
	/// - `Compliance::Holders`: reads 1, writes 1
	/// - `Compliance::LastUnits`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 3, writes 2
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::AssetBondTerms`: reads 1, writes 0
	/// - `Issuance::CommittedToBurn`: reads 1, writes 0
	/// - `Issuance::Outages`: reads 1, writes 0
	/// - `Issuance::PenaltiesAtRisk`: reads 1, writes 1
	/// - `Issuance::Redemptions`: reads 1, writes 1
	/// - `Issuance::UncuredBreaches`: reads 1, writes 1
	/// - `Issuance::Waiting`: reads 0, writes 1
	/// - `SafeMode::EnteredUntil`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	/// - `TxPause::PausedCalls`: reads 2, writes 0
	fn breach_redemption() -> Weight {
		// Shortest run: 423_221_000 picoseconds.
		Weight::from_parts(548_255_000, 0)
			.saturating_add(T::DbWeight::get().reads(31_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
	/// - `Assets::Account`: reads 1, writes 0
	/// - `Assets::Asset`: reads 1, writes 0
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 0
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 1, writes 0
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Issuance::Redemptions`: reads 1, writes 1
	/// - `Issuance::Waiting`: reads 0, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn report_blocked() -> Weight {
		// Shortest run: 128_332_000 picoseconds.
		Weight::from_parts(169_427_500, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `Assets::Account`: reads 1, writes 0
	/// - `Assets::Asset`: reads 1, writes 0
	/// - `AssetsHolder::BalancesOnHold`: reads 1, writes 0
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 1, writes 0
	/// - `Dockets::Escrows`: reads 1, writes 0
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Issuance::Redemptions`: reads 1, writes 1
	/// - `Issuance::Waiting`: reads 0, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn divert_to_escrow() -> Weight {
		// Shortest run: 133_358_000 picoseconds.
		Weight::from_parts(174_347_500, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::Redemptions`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn offer_cash() -> Weight {
		// Shortest run: 53_480_000 picoseconds.
		Weight::from_parts(72_182_500, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Assets::Account`: reads 3, writes 2
	/// - `Assets::Asset`: reads 2, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 2, writes 1
	/// - `AssetsHolder::Holds`: reads 1, writes 1
	/// - `Bonds::Bonds`: reads 1, writes 1
	/// - `Compliance::Controls`: reads 2, writes 0
	/// - `Compliance::Holders`: reads 1, writes 1
	/// - `Compliance::LastUnits`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 3, writes 2
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::AssetBondTerms`: reads 1, writes 0
	/// - `Issuance::CommittedToBurn`: reads 1, writes 1
	/// - `Issuance::PartlyReleased`: reads 1, writes 1
	/// - `Issuance::PenaltiesAtRisk`: reads 1, writes 1
	/// - `Issuance::Redemptions`: reads 1, writes 1
	/// - `Issuance::UncuredBreaches`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn confirm_cash() -> Weight {
		// Shortest run: 401_489_000 picoseconds.
		Weight::from_parts(544_762_500, 0)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// - `Issuance::Outages`: reads 1, writes 1
	/// - `SafeMode::EnteredUntil`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	/// - `TxPause::PausedCalls`: reads 2, writes 0
	fn note_block() -> Weight {
		// Shortest run: 7_311_000 picoseconds.
		Weight::from_parts(9_363_750, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 2, writes 0
	/// - `Assets::Asset`: reads 1, writes 0
	/// - `Attestations::Scopes`: reads 1, writes 0
	/// - `Bonds::Bonds`: reads 1, writes 0
	/// - `Custody::Auditors`: reads 7, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::ScopeTotals`: reads 16, writes 0
	/// - `Custody::Vaults`: reads 16, writes 0
	/// - `Identities::Identities`: reads 8, writes 0
	/// - `Issuance::CommittedToBurn`: reads 1, writes 0
	/// - `Issuance::History`: reads 1, writes 1
	/// - `Issuance::HistoryCursor`: reads 1, writes 1
	/// - `Issuance::Totals`: reads 1, writes 0
	/// - `ReserveGovernance::DefaultParameters`: reads 1, writes 0
	/// - `ReserveGovernance::Parameters`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn chart_next() -> Weight {
		// Shortest run: 274_199_000 picoseconds.
		Weight::from_parts(355_767_500, 0)
			.saturating_add(T::DbWeight::get().reads(60_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn mint() -> Weight {
		Weight::from_parts(813_287_500, 0)
			.saturating_add(ParityDbWeight::get().reads(77_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn mint_batch(n: u32) -> Weight {
		Weight::from_parts(663_435_629, 0)
			.saturating_add(Weight::from_parts(117_591_872, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(72_u64))
			.saturating_add(ParityDbWeight::get().reads(5_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64.saturating_mul(n.into())))
	}
	fn set_bucket() -> Weight {
		Weight::from_parts(77_691_250, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_raise() -> Weight {
		Weight::from_parts(76_401_250, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn request_redemption() -> Weight {
		Weight::from_parts(339_643_750, 0)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(13_u64))
	}
	fn cancel_redemption() -> Weight {
		Weight::from_parts(680_890_000, 0)
			.saturating_add(ParityDbWeight::get().reads(36_u64))
			.saturating_add(ParityDbWeight::get().writes(23_u64))
	}
	fn reject_redemption() -> Weight {
		Weight::from_parts(264_418_750, 0)
			.saturating_add(ParityDbWeight::get().reads(21_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn accept_redemption() -> Weight {
		Weight::from_parts(2_219_110_000, 0)
			.saturating_add(ParityDbWeight::get().reads(114_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn release_redemption(n: u32) -> Weight {
		Weight::from_parts(1_111_078_153, 0)
			.saturating_add(Weight::from_parts(12_494_173, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(104_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(32_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn burn_redemption() -> Weight {
		Weight::from_parts(308_573_750, 0)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn prune_mint_ids(n: u32) -> Weight {
		Weight::from_parts(9_443_572, 0)
			.saturating_add(Weight::from_parts(6_626_419, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn prune_redemptions(n: u32) -> Weight {
		Weight::from_parts(7_969_264, 0)
			.saturating_add(Weight::from_parts(5_400_737, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn propose_bond_terms() -> Weight {
		Weight::from_parts(61_003_750, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn approve_bond_terms() -> Weight {
		Weight::from_parts(79_468_750, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn breach_redemption() -> Weight {
		Weight::from_parts(548_255_000, 0)
			.saturating_add(ParityDbWeight::get().reads(31_u64))
			.saturating_add(ParityDbWeight::get().writes(15_u64))
	}
	fn report_blocked() -> Weight {
		Weight::from_parts(169_427_500, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn divert_to_escrow() -> Weight {
		Weight::from_parts(174_347_500, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn offer_cash() -> Weight {
		Weight::from_parts(72_182_500, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn confirm_cash() -> Weight {
		Weight::from_parts(544_762_500, 0)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn note_block() -> Weight {
		Weight::from_parts(9_363_750, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn chart_next() -> Weight {
		Weight::from_parts(355_767_500, 0)
			.saturating_add(ParityDbWeight::get().reads(60_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
}
