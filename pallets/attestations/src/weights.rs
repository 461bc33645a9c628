//! Weights of `pallet_attestations`, measured by `cargo xtask weights`. Generated: never edit by hand.
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
	/// `submit_report`.
	fn submit_report() -> Weight;
	/// `withdraw_report`.
	fn withdraw_report() -> Weight;
	/// `confirm`.
	fn confirm() -> Weight;
	/// `submit_statement`.
	fn submit_statement() -> Weight;
	/// `remove_scope`.
	fn remove_scope() -> Weight;
	/// `challenge_lots`, `l` in 1..=16.
	fn challenge_lots(l: u32) -> Weight;
	/// `answer_challenge`.
	fn answer_challenge() -> Weight;
	/// `return_challenge_deposit`.
	fn return_challenge_deposit() -> Weight;
	/// `prove_deficiency`.
	fn prove_deficiency() -> Weight;
	/// `announce_start`.
	fn announce_start() -> Weight;
	/// `announce_step`.
	fn announce_step() -> Weight;
}

/// What each declares at its largest input, by name.
pub fn at_largest<W: WeightInfo>() -> [(&'static str, Weight); 11] {
	[
		("submit_report", W::submit_report()),
		("withdraw_report", W::withdraw_report()),
		("confirm", W::confirm()),
		("submit_statement", W::submit_statement()),
		("remove_scope", W::remove_scope()),
		("challenge_lots", W::challenge_lots(16)),
		("answer_challenge", W::answer_challenge()),
		("return_challenge_deposit", W::return_challenge_deposit()),
		("prove_deficiency", W::prove_deficiency()),
		("announce_start", W::announce_start()),
		("announce_step", W::announce_step()),
	]
}

/// Measured weights over the runtime's own database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `AssetRegistry::Summaries`: reads 2, writes 0
	/// - `Attestations::Dependents`: reads 8, writes 8
	/// - `Attestations::Heads`: reads 1, writes 1
	/// - `Attestations::Histories`: reads 1, writes 1
	/// - `Attestations::Reports`: reads 0, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 1
	/// - `Bonds::Bonds`: reads 1, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::ScopeTotals`: reads 1, writes 0
	/// - `Custody::Vaults`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn submit_report() -> Weight {
		// Shortest run: 167_170_000 picoseconds.
		Weight::from_parts(225_573_750, 0)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `Attestations::Reports`: reads 1, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn withdraw_report() -> Weight {
		// Shortest run: 68_112_000 picoseconds.
		Weight::from_parts(92_851_250, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Attestations::Dependents`: reads 1, writes 1
	/// - `Attestations::Reports`: reads 1, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 1
	/// - `Custody::Auditors`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn confirm() -> Weight {
		// Shortest run: 96_344_000 picoseconds.
		Weight::from_parts(129_893_750, 0)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `AssetRegistry::Summaries`: reads 2, writes 0
	/// - `Attestations::Dependents`: reads 8, writes 8
	/// - `Attestations::Heads`: reads 1, writes 1
	/// - `Attestations::Histories`: reads 1, writes 1
	/// - `Attestations::Reports`: reads 0, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 1
	/// - `Bonds::Bonds`: reads 1, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::ScopeTotals`: reads 1, writes 0
	/// - `Custody::Vaults`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 2, writes 0
	/// - `System::BlockHash`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn submit_statement() -> Weight {
		// Shortest run: 272_767_000 picoseconds.
		Weight::from_parts(357_721_250, 0)
			.saturating_add(T::DbWeight::get().reads(26_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Attestations::Dependents`: reads 9, writes 9
	/// - `Attestations::Reports`: reads 0, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 1
	/// - `Custody::ScopeTotals`: reads 1, writes 0
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `ReserveGovernance::DefaultParameters`: reads 1, writes 0
	/// - `ReserveGovernance::Parameters`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn remove_scope() -> Weight {
		// Shortest run: 98_928_000 picoseconds.
		Weight::from_parts(133_711_250, 0)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `Attestations::Challenges`: reads 1, writes 1
	/// - `Attestations::Dependents`: reads 1, writes 1
	/// - `Attestations::NextChallengeId`: reads 1, writes 1
	/// - `Attestations::Reports`: reads 1, writes 0
	/// - `Attestations::Scopes`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Custody::Auditors`: reads 1, writes 0
	/// - `Custody::Lots`: reads 16, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn challenge_lots(l: u32) -> Weight {
		// Shortest run: 157_916_000 picoseconds.
		Weight::from_parts(201_269_073, 0)
			.saturating_add(Weight::from_parts(6_931_103, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `Attestations::Challenges`: reads 1, writes 1
	/// - `Attestations::Dependents`: reads 1, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn answer_challenge() -> Weight {
		// Shortest run: 132_287_000 picoseconds.
		Weight::from_parts(170_066_250, 0)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// - `Attestations::Challenges`: reads 1, writes 1
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn return_challenge_deposit() -> Weight {
		// Shortest run: 80_520_000 picoseconds.
		Weight::from_parts(110_740_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `AssetRegistry::Roles`: reads 6, writes 0
	/// - `Assets::Account`: reads 3, writes 3
	/// - `Assets::Asset`: reads 1, writes 1
	/// - `AssetsHolder::BalancesOnHold`: reads 2, writes 2
	/// - `AssetsHolder::Holds`: reads 2, writes 2
	/// - `Attestations::Heads`: reads 2, writes 2
	/// - `Attestations::Scopes`: reads 1, writes 1
	/// - `Bonds::Bonds`: reads 2, writes 2
	/// - `Compliance::Controls`: reads 1, writes 0
	/// - `Compliance::Holders`: reads 1, writes 1
	/// - `Compliance::LastUnits`: reads 2, writes 0
	/// - `Compliance::Positions`: reads 3, writes 3
	/// - `Custody::Lots`: reads 1, writes 0
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 5, writes 1
	/// - `Identities::Links`: reads 3, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `System::BlockHash`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn prove_deficiency() -> Weight {
		// Shortest run: 903_307_000 picoseconds.
		Weight::from_parts(1_176_630_000, 0)
			.saturating_add(T::DbWeight::get().reads(39_u64))
			.saturating_add(T::DbWeight::get().writes(19_u64))
	}
	/// - `Attestations::AnnouncementCursor`: reads 1, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 0
	fn announce_start() -> Weight {
		// Shortest run: 2_143_000 picoseconds.
		Weight::from_parts(2_830_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Assets::Asset`: reads 1, writes 0
	/// - `Attestations::LastAnnounced`: reads 1, writes 1
	/// - `Attestations::Scopes`: reads 2, writes 0
	/// - `Custody::Auditors`: reads 128, writes 0
	/// - `Custody::Custodians`: reads 16, writes 0
	/// - `Custody::ScopeTotals`: reads 16, writes 0
	/// - `Issuance::CommittedToBurn`: reads 1, writes 0
	/// - `Issuance::Deficiencies`: reads 1, writes 0
	/// - `ReserveGovernance::DefaultParameters`: reads 1, writes 0
	/// - `ReserveGovernance::Parameters`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn announce_step() -> Weight {
		// Shortest run: 320_448_000 picoseconds.
		Weight::from_parts(415_832_500, 0)
			.saturating_add(T::DbWeight::get().reads(170_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn submit_report() -> Weight {
		Weight::from_parts(225_573_750, 0)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn withdraw_report() -> Weight {
		Weight::from_parts(92_851_250, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn confirm() -> Weight {
		Weight::from_parts(129_893_750, 0)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn submit_statement() -> Weight {
		Weight::from_parts(357_721_250, 0)
			.saturating_add(ParityDbWeight::get().reads(26_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn remove_scope() -> Weight {
		Weight::from_parts(133_711_250, 0)
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn challenge_lots(l: u32) -> Weight {
		Weight::from_parts(201_269_073, 0)
			.saturating_add(Weight::from_parts(6_931_103, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn answer_challenge() -> Weight {
		Weight::from_parts(170_066_250, 0)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn return_challenge_deposit() -> Weight {
		Weight::from_parts(110_740_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn prove_deficiency() -> Weight {
		Weight::from_parts(1_176_630_000, 0)
			.saturating_add(ParityDbWeight::get().reads(39_u64))
			.saturating_add(ParityDbWeight::get().writes(19_u64))
	}
	fn announce_start() -> Weight {
		Weight::from_parts(2_830_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn announce_step() -> Weight {
		Weight::from_parts(415_832_500, 0)
			.saturating_add(ParityDbWeight::get().reads(170_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
