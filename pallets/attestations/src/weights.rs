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
	/// `challenge_lots`.
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
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Attestations::Heads`: reads 1, writes 1
	/// - `Attestations::Reports`: reads 0, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 1
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::ScopeTotals`: reads 1, writes 0
	/// - `Custody::Vaults`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn submit_report() -> Weight {
		Weight::from_parts(166_622_500, 0)
			.saturating_add(T::DbWeight::get().reads(30_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `Attestations::Reports`: reads 1, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 1
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn withdraw_report() -> Weight {
		Weight::from_parts(80_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Attestations::Reports`: reads 1, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 1
	/// - `Custody::Auditors`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn confirm() -> Weight {
		Weight::from_parts(106_783_750, 0)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `AssetRegistry::Roles`: reads 3, writes 0
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Attestations::Heads`: reads 1, writes 1
	/// - `Attestations::Reports`: reads 0, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 1
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Custody::ScopeTotals`: reads 1, writes 0
	/// - `Custody::Vaults`: reads 1, writes 0
	/// - `Identities::Identities`: reads 2, writes 0
	/// - `Identities::Links`: reads 2, writes 0
	/// - `System::BlockHash`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn submit_statement() -> Weight {
		Weight::from_parts(260_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(34_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// - `AssetRegistry::Summaries`: reads 1, writes 0
	/// - `Attestations::Reports`: reads 0, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `ReserveGovernance::DefaultParameters`: reads 1, writes 0
	/// - `ReserveGovernance::Parameters`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn remove_scope() -> Weight {
		Weight::from_parts(100_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(27_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
	fn challenge_lots(l: u32) -> Weight {
		Weight::from_parts(160_000_000, 0)
			.saturating_add(Weight::from_parts(4_000_000, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	fn answer_challenge() -> Weight {
		Weight::from_parts(130_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	fn return_challenge_deposit() -> Weight {
		Weight::from_parts(80_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn prove_deficiency() -> Weight {
		Weight::from_parts(700_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(60_u64))
			.saturating_add(T::DbWeight::get().writes(30_u64))
	}
	/// - `Attestations::AnnouncementCursor`: reads 1, writes 1
	/// - `Attestations::Scopes`: reads 1, writes 0
	fn announce_start() -> Weight {
		// Shortest run: 2_203_000 picoseconds.
		Weight::from_parts(2_928_750, 0)
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
	/// - `Issuance::Deficiencies`: reads 1, writes 1
	/// - `ReserveGovernance::DefaultParameters`: reads 1, writes 0
	/// - `ReserveGovernance::Parameters`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn announce_step() -> Weight {
		// Shortest run: 290_323_000 picoseconds.
		Weight::from_parts(412_966_250, 0)
			.saturating_add(T::DbWeight::get().reads(341_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn submit_report() -> Weight {
		Weight::from_parts(166_622_500, 0)
			.saturating_add(ParityDbWeight::get().reads(30_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn withdraw_report() -> Weight {
		Weight::from_parts(80_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn confirm() -> Weight {
		Weight::from_parts(106_783_750, 0)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn submit_statement() -> Weight {
		Weight::from_parts(260_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(34_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn remove_scope() -> Weight {
		Weight::from_parts(100_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(27_u64))
			.saturating_add(ParityDbWeight::get().writes(13_u64))
	}
	fn challenge_lots(l: u32) -> Weight {
		Weight::from_parts(160_000_000, 0)
			.saturating_add(Weight::from_parts(4_000_000, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(20_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn answer_challenge() -> Weight {
		Weight::from_parts(130_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn return_challenge_deposit() -> Weight {
		Weight::from_parts(80_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn prove_deficiency() -> Weight {
		Weight::from_parts(700_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(60_u64))
			.saturating_add(ParityDbWeight::get().writes(30_u64))
	}
	fn announce_start() -> Weight {
		Weight::from_parts(2_928_750, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn announce_step() -> Weight {
		Weight::from_parts(412_966_250, 0)
			.saturating_add(ParityDbWeight::get().reads(341_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
}
