//! Weights of `pallet_identities`, measured by `cargo xtask weights`. Generated: never edit by hand.
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
	/// `register`.
	fn register() -> Weight;
	/// `remove_identity`.
	fn remove_identity() -> Weight;
	/// `link_account`.
	fn link_account() -> Weight;
	/// `propose_link`.
	fn propose_link() -> Weight;
	/// `accept_link`.
	fn accept_link() -> Weight;
	/// `cancel_link_proposal`.
	fn cancel_link_proposal() -> Weight;
	/// `unlink_account`.
	fn unlink_account() -> Weight;
	/// `propose_organisation`.
	fn propose_organisation() -> Weight;
	/// `accept_organisation`.
	fn accept_organisation() -> Weight;
	/// `leave_organisation`.
	fn leave_organisation() -> Weight;
	/// `set_category`.
	fn set_category() -> Weight;
	/// `change_jurisdiction`.
	fn change_jurisdiction() -> Weight;
	/// `add_claim`.
	fn add_claim() -> Weight;
	/// `revoke_claim`.
	fn revoke_claim() -> Weight;
	/// `suspend`.
	fn suspend() -> Weight;
	/// `reinstate`.
	fn reinstate() -> Weight;
	/// `sanction`.
	fn sanction() -> Weight;
	/// `lift_sanction`.
	fn lift_sanction() -> Weight;
	/// `add_registrar`.
	fn add_registrar() -> Weight;
	/// `remove_registrar`.
	fn remove_registrar() -> Weight;
	/// `set_registrar`.
	fn set_registrar() -> Weight;
	/// `approve_issuer`.
	fn approve_issuer() -> Weight;
	/// `revoke_issuer`.
	fn revoke_issuer() -> Weight;
	/// `admission`.
	fn admission() -> Weight;
}

/// Measured weights over the runtime's own database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Identities::Deposits`: reads 0, writes 1
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::NextIdentityId`: reads 1, writes 1
	/// - `Identities::OrganisationProposals`: reads 0, writes 1
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn register() -> Weight {
		// Shortest run: 75_653_000 picoseconds.
		Weight::from_parts(78_357_000, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// - `AssetRegistry::Engagements`: reads 1, writes 0
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Compliance::AssetsHeldBy`: reads 16, writes 0
	/// - `Compliance::FreezesOn`: reads 16, writes 0
	/// - `Compliance::FrozenPositionsOf`: reads 1, writes 0
	/// - `Compliance::PositionsOf`: reads 1, writes 0
	/// - `Custody::Auditors`: reads 1, writes 0
	/// - `Custody::Custodians`: reads 1, writes 0
	/// - `Identities::AccountsOf`: reads 1, writes 1
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Deposits`: reads 1, writes 1
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::LinkNonces`: reads 0, writes 1
	/// - `Identities::Links`: reads 1, writes 16
	/// - `Identities::Members`: reads 2, writes 1
	/// - `Identities::OrganisationProposals`: reads 0, writes 1
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `System::Account`: reads 17, writes 17
	fn remove_identity() -> Weight {
		// Shortest run: 391_935_000 picoseconds.
		Weight::from_parts(408_179_000, 0)
			.saturating_add(T::DbWeight::get().reads(65_u64))
			.saturating_add(T::DbWeight::get().writes(40_u64))
	}
	/// - `Identities::AccountsOf`: reads 1, writes 1
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::LinkNonces`: reads 1, writes 1
	/// - `Identities::Links`: reads 2, writes 1
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `System::BlockHash`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn link_account() -> Weight {
		// Shortest run: 129_163_000 picoseconds.
		Weight::from_parts(158_777_000, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Identities::AccountsOf`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::LinkProposals`: reads 1, writes 1
	/// - `Identities::Links`: reads 2, writes 0
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn propose_link() -> Weight {
		// Shortest run: 79_248_000 picoseconds.
		Weight::from_parts(92_418_000, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Identities::AccountsOf`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Identities::LinkProposals`: reads 1, writes 1
	/// - `Identities::Links`: reads 2, writes 1
	/// - `System::Account`: reads 2, writes 2
	/// - `Timestamp::Now`: reads 1, writes 0
	fn accept_link() -> Weight {
		// Shortest run: 74_752_000 picoseconds.
		Weight::from_parts(90_675_000, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::LinkProposals`: reads 1, writes 1
	/// - `Identities::Links`: reads 2, writes 0
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn cancel_link_proposal() -> Weight {
		// Shortest run: 70_455_000 picoseconds.
		Weight::from_parts(75_322_000, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `Compliance::AssetsHeldBy`: reads 1, writes 0
	/// - `Compliance::FreezesOn`: reads 1, writes 0
	/// - `Identities::AccountsOf`: reads 1, writes 1
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::Links`: reads 2, writes 1
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	fn unlink_account() -> Weight {
		// Shortest run: 56_975_000 picoseconds.
		Weight::from_parts(68_011_000, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `Identities::Identities`: reads 4, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::OrganisationProposals`: reads 0, writes 1
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn propose_organisation() -> Weight {
		// Shortest run: 34_381_000 picoseconds.
		Weight::from_parts(86_229_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::Identities`: reads 2, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::Members`: reads 2, writes 2
	/// - `Identities::OrganisationProposals`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn accept_organisation() -> Weight {
		// Shortest run: 35_794_000 picoseconds.
		Weight::from_parts(43_265_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::Members`: reads 1, writes 1
	/// - `Identities::OrganisationProposals`: reads 1, writes 1
	/// - `Identities::Registrars`: reads 1, writes 0
	fn leave_organisation() -> Weight {
		// Shortest run: 41_001_000 picoseconds.
		Weight::from_parts(51_337_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::Registrars`: reads 1, writes 0
	fn set_category() -> Weight {
		// Shortest run: 30_535_000 picoseconds.
		Weight::from_parts(36_825_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Compliance::FrozenPositionsOf`: reads 1, writes 0
	/// - `Compliance::PositionsOf`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::Registrars`: reads 1, writes 0
	fn change_jurisdiction() -> Weight {
		// Shortest run: 40_891_000 picoseconds.
		Weight::from_parts(49_193_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn add_claim() -> Weight {
		// Shortest run: 43_716_000 picoseconds.
		Weight::from_parts(49_825_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	fn revoke_claim() -> Weight {
		// Shortest run: 27_991_000 picoseconds.
		Weight::from_parts(31_487_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::AccountsOf`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 1, writes 16
	/// - `Identities::Registrars`: reads 1, writes 0
	fn suspend() -> Weight {
		// Shortest run: 66_419_000 picoseconds.
		Weight::from_parts(71_467_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// - `Identities::AccountsOf`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 1, writes 16
	/// - `Identities::Registrars`: reads 1, writes 0
	fn reinstate() -> Weight {
		// Shortest run: 70_184_000 picoseconds.
		Weight::from_parts(77_175_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// - `Identities::AccountsOf`: reads 1, writes 0
	/// - `Identities::Identities`: reads 1, writes 1
	/// - `Identities::Links`: reads 0, writes 16
	fn sanction() -> Weight {
		// Shortest run: 43_135_000 picoseconds.
		Weight::from_parts(49_304_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// - `Identities::AccountsOf`: reads 1, writes 0
	/// - `Identities::Identities`: reads 1, writes 1
	/// - `Identities::Links`: reads 0, writes 16
	fn lift_sanction() -> Weight {
		// Shortest run: 42_884_000 picoseconds.
		Weight::from_parts(44_195_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Identities::Registrars`: reads 1, writes 1
	fn add_registrar() -> Weight {
		// Shortest run: 13_970_000 picoseconds.
		Weight::from_parts(16_585_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::Registrars`: reads 1, writes 1
	fn remove_registrar() -> Weight {
		// Shortest run: 9_324_000 picoseconds.
		Weight::from_parts(13_760_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::Identities`: reads 1, writes 1
	/// - `Identities::Registrars`: reads 1, writes 0
	fn set_registrar() -> Weight {
		// Shortest run: 20_671_000 picoseconds.
		Weight::from_parts(27_711_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::ClaimIssuers`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 0
	fn approve_issuer() -> Weight {
		// Shortest run: 17_786_000 picoseconds.
		Weight::from_parts(20_470_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::ClaimIssuers`: reads 1, writes 1
	fn revoke_issuer() -> Weight {
		// Shortest run: 12_358_000 picoseconds.
		Weight::from_parts(18_027_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::Links`: reads 1, writes 0
	fn admission() -> Weight {
		// Shortest run: 3_876_000 picoseconds.
		Weight::from_parts(4_046_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn register() -> Weight {
		Weight::from_parts(78_357_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn remove_identity() -> Weight {
		Weight::from_parts(408_179_000, 0)
			.saturating_add(ParityDbWeight::get().reads(65_u64))
			.saturating_add(ParityDbWeight::get().writes(40_u64))
	}
	fn link_account() -> Weight {
		Weight::from_parts(158_777_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn propose_link() -> Weight {
		Weight::from_parts(92_418_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn accept_link() -> Weight {
		Weight::from_parts(90_675_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn cancel_link_proposal() -> Weight {
		Weight::from_parts(75_322_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn unlink_account() -> Weight {
		Weight::from_parts(68_011_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn propose_organisation() -> Weight {
		Weight::from_parts(86_229_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn accept_organisation() -> Weight {
		Weight::from_parts(43_265_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn leave_organisation() -> Weight {
		Weight::from_parts(51_337_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_category() -> Weight {
		Weight::from_parts(36_825_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn change_jurisdiction() -> Weight {
		Weight::from_parts(49_193_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn add_claim() -> Weight {
		Weight::from_parts(49_825_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn revoke_claim() -> Weight {
		Weight::from_parts(31_487_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn suspend() -> Weight {
		Weight::from_parts(71_467_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	fn reinstate() -> Weight {
		Weight::from_parts(77_175_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	fn sanction() -> Weight {
		Weight::from_parts(49_304_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	fn lift_sanction() -> Weight {
		Weight::from_parts(44_195_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	fn add_registrar() -> Weight {
		Weight::from_parts(16_585_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_registrar() -> Weight {
		Weight::from_parts(13_760_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_registrar() -> Weight {
		Weight::from_parts(27_711_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn approve_issuer() -> Weight {
		Weight::from_parts(20_470_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn revoke_issuer() -> Weight {
		Weight::from_parts(18_027_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn admission() -> Weight {
		Weight::from_parts(4_046_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
}
