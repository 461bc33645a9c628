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
}

/// What each declares at its largest input, by name.
pub fn at_largest<W: WeightInfo>() -> [(&'static str, Weight); 12] {
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
	/// - `Custody::Auditors`: reads 7, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::ScopeTotals`: reads 16, writes 0
	/// - `Custody::Vaults`: reads 16, writes 0
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 11, writes 1
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
		// Shortest run: 649_188_000 picoseconds.
		Weight::from_parts(883_830_000, 0)
			.saturating_add(T::DbWeight::get().reads(73_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
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
	/// - `Custody::Auditors`: reads 7, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::ScopeTotals`: reads 16, writes 0
	/// - `Custody::Vaults`: reads 16, writes 0
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 110, writes 100
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
		// Shortest run: 679_884_000 picoseconds.
		Weight::from_parts(1_551_468_107, 0)
			.saturating_add(Weight::from_parts(122_611_569, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(68_u64))
			.saturating_add(T::DbWeight::get().reads(5_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64.saturating_mul(n.into())))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::Buckets`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn set_bucket() -> Weight {
		// Shortest run: 57_266_000 picoseconds.
		Weight::from_parts(76_465_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::Buckets`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn cancel_raise() -> Weight {
		// Shortest run: 55_283_000 picoseconds.
		Weight::from_parts(73_322_500, 0)
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
		// Shortest run: 195_692_000 picoseconds.
		Weight::from_parts(262_553_750, 0)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
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
		// Shortest run: 106_900_000 picoseconds.
		Weight::from_parts(143_752_500, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
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
		// Shortest run: 130_965_000 picoseconds.
		Weight::from_parts(176_012_500, 0)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Compliance::Positions`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Issuance::Redemptions`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn accept_redemption() -> Weight {
		// Shortest run: 71_888_000 picoseconds.
		Weight::from_parts(94_966_250, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
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
		// Shortest run: 118_006_000 picoseconds.
		Weight::from_parts(291_467_900, 0)
			.saturating_add(Weight::from_parts(12_145_757, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(18_u64))
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
		// Shortest run: 219_607_000 picoseconds.
		Weight::from_parts(291_197_500, 0)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// - `Issuance::MintIds`: reads 100, writes 100
	/// - `Timestamp::Now`: reads 1, writes 0
	fn prune_mint_ids(n: u32) -> Weight {
		// Shortest run: 11_567_000 picoseconds.
		Weight::from_parts(229_348_415, 0)
			.saturating_add(Weight::from_parts(7_230_659, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	/// - `Issuance::Redemptions`: reads 100, writes 100
	/// - `Timestamp::Now`: reads 1, writes 0
	fn prune_redemptions(n: u32) -> Weight {
		// Shortest run: 10_936_000 picoseconds.
		Weight::from_parts(267_292_640, 0)
			.saturating_add(Weight::from_parts(6_148_190, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn mint() -> Weight {
		Weight::from_parts(883_830_000, 0)
			.saturating_add(ParityDbWeight::get().reads(73_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn mint_batch(n: u32) -> Weight {
		Weight::from_parts(1_551_468_107, 0)
			.saturating_add(Weight::from_parts(122_611_569, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(68_u64))
			.saturating_add(ParityDbWeight::get().reads(5_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64.saturating_mul(n.into())))
	}
	fn set_bucket() -> Weight {
		Weight::from_parts(76_465_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_raise() -> Weight {
		Weight::from_parts(73_322_500, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn request_redemption() -> Weight {
		Weight::from_parts(262_553_750, 0)
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn cancel_redemption() -> Weight {
		Weight::from_parts(143_752_500, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn reject_redemption() -> Weight {
		Weight::from_parts(176_012_500, 0)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn accept_redemption() -> Weight {
		Weight::from_parts(94_966_250, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn release_redemption(n: u32) -> Weight {
		Weight::from_parts(291_467_900, 0)
			.saturating_add(Weight::from_parts(12_145_757, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn burn_redemption() -> Weight {
		Weight::from_parts(291_197_500, 0)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn prune_mint_ids(n: u32) -> Weight {
		Weight::from_parts(229_348_415, 0)
			.saturating_add(Weight::from_parts(7_230_659, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
	fn prune_redemptions(n: u32) -> Weight {
		Weight::from_parts(267_292_640, 0)
			.saturating_add(Weight::from_parts(6_148_190, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
	}
}
