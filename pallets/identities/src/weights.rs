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
	/// `propose_replacement`.
	fn propose_replacement() -> Weight;
	/// `accept_replacement`.
	fn accept_replacement() -> Weight;
	/// `object_replacement`.
	fn object_replacement() -> Weight;
	/// `cancel_replacement`.
	fn cancel_replacement() -> Weight;
	/// `complete_replacement`.
	fn complete_replacement() -> Weight;
	/// `close_replacement`.
	fn close_replacement() -> Weight;
	/// `settle_replacement`.
	fn settle_replacement() -> Weight;
	/// `register_batch`, `n` in 1..=100.
	fn register_batch(n: u32) -> Weight;
	/// `admission`, `c` in 0..=1000, `p` in 0..=16.
	fn admission(c: u32, p: u32) -> Weight;
}

/// What each declares at its largest input, by name.
pub fn at_largest<W: WeightInfo>() -> [(&'static str, Weight); 32] {
	[
		("register", W::register()),
		("remove_identity", W::remove_identity()),
		("link_account", W::link_account()),
		("propose_link", W::propose_link()),
		("accept_link", W::accept_link()),
		("cancel_link_proposal", W::cancel_link_proposal()),
		("unlink_account", W::unlink_account()),
		("propose_organisation", W::propose_organisation()),
		("accept_organisation", W::accept_organisation()),
		("leave_organisation", W::leave_organisation()),
		("set_category", W::set_category()),
		("change_jurisdiction", W::change_jurisdiction()),
		("add_claim", W::add_claim()),
		("revoke_claim", W::revoke_claim()),
		("suspend", W::suspend()),
		("reinstate", W::reinstate()),
		("sanction", W::sanction()),
		("lift_sanction", W::lift_sanction()),
		("add_registrar", W::add_registrar()),
		("remove_registrar", W::remove_registrar()),
		("set_registrar", W::set_registrar()),
		("approve_issuer", W::approve_issuer()),
		("revoke_issuer", W::revoke_issuer()),
		("propose_replacement", W::propose_replacement()),
		("accept_replacement", W::accept_replacement()),
		("object_replacement", W::object_replacement()),
		("cancel_replacement", W::cancel_replacement()),
		("complete_replacement", W::complete_replacement()),
		("close_replacement", W::close_replacement()),
		("settle_replacement", W::settle_replacement()),
		("register_batch", W::register_batch(100)),
		("admission", W::admission(1000, 16)),
	]
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
		// Shortest run: 81_692_000 picoseconds.
		Weight::from_parts(114_821_250, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// - `AssetRegistry::Engagements`: reads 1, writes 0
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Compliance::FreezesOn`: reads 16, writes 0
	/// - `Compliance::FrozenPositionsOf`: reads 1, writes 0
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
	/// - `Identities::ReferenceOf`: reads 1, writes 0
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `System::Account`: reads 17, writes 17
	fn remove_identity() -> Weight {
		// Shortest run: 403_412_000 picoseconds.
		Weight::from_parts(540_193_750, 0)
			.saturating_add(T::DbWeight::get().reads(49_u64))
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
		// Shortest run: 142_062_000 picoseconds.
		Weight::from_parts(186_177_500, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::LinkNonces`: reads 1, writes 0
	/// - `Identities::LinkProposals`: reads 1, writes 1
	/// - `Identities::Links`: reads 2, writes 0
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn propose_link() -> Weight {
		// Shortest run: 82_072_000 picoseconds.
		Weight::from_parts(115_560_000, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Identities::AccountsOf`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Identities::LinkNonces`: reads 1, writes 1
	/// - `Identities::LinkProposals`: reads 1, writes 1
	/// - `Identities::Links`: reads 2, writes 1
	/// - `System::Account`: reads 2, writes 2
	/// - `Timestamp::Now`: reads 1, writes 0
	fn accept_link() -> Weight {
		// Shortest run: 79_909_000 picoseconds.
		Weight::from_parts(111_291_250, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::LinkProposals`: reads 1, writes 1
	/// - `Identities::Links`: reads 2, writes 0
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn cancel_link_proposal() -> Weight {
		// Shortest run: 74_851_000 picoseconds.
		Weight::from_parts(101_050_000, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `Compliance::FreezesOn`: reads 1, writes 0
	/// - `Identities::AccountsOf`: reads 1, writes 1
	/// - `Identities::Identities`: reads 3, writes 0
	/// - `Identities::Links`: reads 2, writes 1
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `System::Account`: reads 1, writes 1
	fn unlink_account() -> Weight {
		// Shortest run: 60_850_000 picoseconds.
		Weight::from_parts(87_078_750, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `Identities::Identities`: reads 4, writes 0
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::OrganisationProposals`: reads 0, writes 1
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn propose_organisation() -> Weight {
		// Shortest run: 30_476_000 picoseconds.
		Weight::from_parts(44_328_750, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::Identities`: reads 2, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::Members`: reads 2, writes 2
	/// - `Identities::OrganisationProposals`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn accept_organisation() -> Weight {
		// Shortest run: 38_026_000 picoseconds.
		Weight::from_parts(54_293_750, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::Members`: reads 1, writes 1
	/// - `Identities::OrganisationProposals`: reads 1, writes 1
	/// - `Identities::Registrars`: reads 1, writes 0
	fn leave_organisation() -> Weight {
		// Shortest run: 44_677_000 picoseconds.
		Weight::from_parts(66_123_750, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::Registrars`: reads 1, writes 0
	fn set_category() -> Weight {
		// Shortest run: 32_358_000 picoseconds.
		Weight::from_parts(49_160_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Compliance::FrozenPositionsOf`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::Registrars`: reads 1, writes 0
	fn change_jurisdiction() -> Weight {
		// Shortest run: 37_616_000 picoseconds.
		Weight::from_parts(55_771_250, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn add_claim() -> Weight {
		// Shortest run: 45_207_000 picoseconds.
		Weight::from_parts(62_005_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 1, writes 0
	fn revoke_claim() -> Weight {
		// Shortest run: 30_525_000 picoseconds.
		Weight::from_parts(44_353_750, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::AccountsOf`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 33, writes 32
	/// - `Identities::Registrars`: reads 1, writes 0
	fn suspend() -> Weight {
		// Shortest run: 164_555_000 picoseconds.
		Weight::from_parts(210_901_250, 0)
			.saturating_add(T::DbWeight::get().reads(38_u64))
			.saturating_add(T::DbWeight::get().writes(33_u64))
	}
	/// - `Identities::AccountsOf`: reads 1, writes 0
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 33, writes 32
	/// - `Identities::Registrars`: reads 1, writes 0
	fn reinstate() -> Weight {
		// Shortest run: 160_900_000 picoseconds.
		Weight::from_parts(210_626_250, 0)
			.saturating_add(T::DbWeight::get().reads(38_u64))
			.saturating_add(T::DbWeight::get().writes(33_u64))
	}
	/// - `Identities::AccountsOf`: reads 1, writes 0
	/// - `Identities::Identities`: reads 1, writes 1
	/// - `Identities::Links`: reads 32, writes 32
	fn sanction() -> Weight {
		// Shortest run: 134_180_000 picoseconds.
		Weight::from_parts(174_597_500, 0)
			.saturating_add(T::DbWeight::get().reads(34_u64))
			.saturating_add(T::DbWeight::get().writes(33_u64))
	}
	/// - `Identities::AccountsOf`: reads 1, writes 0
	/// - `Identities::Identities`: reads 1, writes 1
	/// - `Identities::Links`: reads 32, writes 32
	fn lift_sanction() -> Weight {
		// Shortest run: 133_569_000 picoseconds.
		Weight::from_parts(173_558_750, 0)
			.saturating_add(T::DbWeight::get().reads(34_u64))
			.saturating_add(T::DbWeight::get().writes(33_u64))
	}
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Identities::Registrars`: reads 1, writes 1
	fn add_registrar() -> Weight {
		// Shortest run: 14_572_000 picoseconds.
		Weight::from_parts(26_363_750, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::Registrars`: reads 1, writes 1
	fn remove_registrar() -> Weight {
		// Shortest run: 9_474_000 picoseconds.
		Weight::from_parts(16_475_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::Identities`: reads 1, writes 1
	/// - `Identities::Registrars`: reads 1, writes 0
	fn set_registrar() -> Weight {
		// Shortest run: 19_659_000 picoseconds.
		Weight::from_parts(28_105_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::ClaimIssuers`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 0
	fn approve_issuer() -> Weight {
		// Shortest run: 17_386_000 picoseconds.
		Weight::from_parts(23_035_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::ClaimIssuers`: reads 1, writes 1
	fn revoke_issuer() -> Weight {
		// Shortest run: 12_379_000 picoseconds.
		Weight::from_parts(17_275_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::LinkNonces`: reads 1, writes 1
	/// - `Identities::Links`: reads 3, writes 1
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `Identities::Replacements`: reads 0, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `System::BlockHash`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn propose_replacement() -> Weight {
		// Shortest run: 204_104_000 picoseconds.
		Weight::from_parts(269_326_250, 0)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::Replacements`: reads 1, writes 1
	fn accept_replacement() -> Weight {
		// Shortest run: 21_241_000 picoseconds.
		Weight::from_parts(37_243_750, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Identities::Links`: reads 1, writes 0
	/// - `Identities::Replacements`: reads 1, writes 1
	fn object_replacement() -> Weight {
		// Shortest run: 20_030_000 picoseconds.
		Weight::from_parts(31_785_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Identities::Identities`: reads 3, writes 1
	/// - `Identities::Links`: reads 2, writes 1
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `Identities::Replacements`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	fn cancel_replacement() -> Weight {
		// Shortest run: 86_228_000 picoseconds.
		Weight::from_parts(122_857_500, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// - `Identities::AccountsOf`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Identities::LinkNonces`: reads 1, writes 1
	/// - `Identities::Links`: reads 2, writes 1
	/// - `Identities::Replacements`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	/// - `Timestamp::Now`: reads 1, writes 0
	fn complete_replacement() -> Weight {
		// Shortest run: 61_632_000 picoseconds.
		Weight::from_parts(86_228_750, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Compliance::FreezesOn`: reads 1, writes 0
	/// - `Identities::AccountsOf`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 1
	/// - `Identities::Links`: reads 2, writes 2
	/// - `Identities::Replacements`: reads 1, writes 1
	/// - `System::Account`: reads 2, writes 2
	fn close_replacement() -> Weight {
		// Shortest run: 107_480_000 picoseconds.
		Weight::from_parts(149_385_000, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// - `Identities::AccountsOf`: reads 1, writes 1
	/// - `Identities::Identities`: reads 1, writes 0
	/// - `Identities::LinkNonces`: reads 1, writes 1
	/// - `Identities::Links`: reads 2, writes 1
	/// - `Identities::Replacements`: reads 1, writes 1
	/// - `System::Account`: reads 1, writes 1
	fn settle_replacement() -> Weight {
		// Shortest run: 58_688_000 picoseconds.
		Weight::from_parts(91_837_500, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// - `Balances::Holds`: reads 1, writes 1
	/// - `Identities::AccountsOf`: reads 100, writes 100
	/// - `Identities::ClaimIssuers`: reads 1, writes 0
	/// - `Identities::Deposits`: reads 0, writes 100
	/// - `Identities::Identities`: reads 2, writes 100
	/// - `Identities::LinkNonces`: reads 100, writes 100
	/// - `Identities::Links`: reads 101, writes 100
	/// - `Identities::NextIdentityId`: reads 1, writes 1
	/// - `Identities::ReferenceOf`: reads 0, writes 100
	/// - `Identities::References`: reads 100, writes 100
	/// - `Identities::Registrars`: reads 1, writes 0
	/// - `System::Account`: reads 101, writes 101
	/// - `System::BlockHash`: reads 1, writes 0
	/// - `Timestamp::Now`: reads 1, writes 0
	fn register_batch(n: u32) -> Weight {
		// Shortest run: 272_696_000 picoseconds.
		Weight::from_parts(155_784_110, 0)
			.saturating_add(Weight::from_parts(245_629_509, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads(5_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64.saturating_mul(n.into())))
	}
	/// - `Identities::Links`: reads 17, writes 0
	/// - `SafeMode::EnteredUntil`: reads 1, writes 0
	/// - `TxPause::PausedCalls`: reads 1, writes 0
	fn admission(c: u32, p: u32) -> Weight {
		// Shortest run: 16_285_000 picoseconds.
		Weight::from_parts(11_609_200, 0)
			.saturating_add(Weight::from_parts(10_658, 0).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(13_009_399, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(p.into())))
	}
}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {
	fn register() -> Weight {
		Weight::from_parts(114_821_250, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn remove_identity() -> Weight {
		Weight::from_parts(540_193_750, 0)
			.saturating_add(ParityDbWeight::get().reads(49_u64))
			.saturating_add(ParityDbWeight::get().writes(40_u64))
	}
	fn link_account() -> Weight {
		Weight::from_parts(186_177_500, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn propose_link() -> Weight {
		Weight::from_parts(115_560_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn accept_link() -> Weight {
		Weight::from_parts(111_291_250, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn cancel_link_proposal() -> Weight {
		Weight::from_parts(101_050_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn unlink_account() -> Weight {
		Weight::from_parts(87_078_750, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn propose_organisation() -> Weight {
		Weight::from_parts(44_328_750, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn accept_organisation() -> Weight {
		Weight::from_parts(54_293_750, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn leave_organisation() -> Weight {
		Weight::from_parts(66_123_750, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_category() -> Weight {
		Weight::from_parts(49_160_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn change_jurisdiction() -> Weight {
		Weight::from_parts(55_771_250, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn add_claim() -> Weight {
		Weight::from_parts(62_005_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn revoke_claim() -> Weight {
		Weight::from_parts(44_353_750, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn suspend() -> Weight {
		Weight::from_parts(210_901_250, 0)
			.saturating_add(ParityDbWeight::get().reads(38_u64))
			.saturating_add(ParityDbWeight::get().writes(33_u64))
	}
	fn reinstate() -> Weight {
		Weight::from_parts(210_626_250, 0)
			.saturating_add(ParityDbWeight::get().reads(38_u64))
			.saturating_add(ParityDbWeight::get().writes(33_u64))
	}
	fn sanction() -> Weight {
		Weight::from_parts(174_597_500, 0)
			.saturating_add(ParityDbWeight::get().reads(34_u64))
			.saturating_add(ParityDbWeight::get().writes(33_u64))
	}
	fn lift_sanction() -> Weight {
		Weight::from_parts(173_558_750, 0)
			.saturating_add(ParityDbWeight::get().reads(34_u64))
			.saturating_add(ParityDbWeight::get().writes(33_u64))
	}
	fn add_registrar() -> Weight {
		Weight::from_parts(26_363_750, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_registrar() -> Weight {
		Weight::from_parts(16_475_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_registrar() -> Weight {
		Weight::from_parts(28_105_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn approve_issuer() -> Weight {
		Weight::from_parts(23_035_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn revoke_issuer() -> Weight {
		Weight::from_parts(17_275_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn propose_replacement() -> Weight {
		Weight::from_parts(269_326_250, 0)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn accept_replacement() -> Weight {
		Weight::from_parts(37_243_750, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn object_replacement() -> Weight {
		Weight::from_parts(31_785_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_replacement() -> Weight {
		Weight::from_parts(122_857_500, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn complete_replacement() -> Weight {
		Weight::from_parts(86_228_750, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn close_replacement() -> Weight {
		Weight::from_parts(149_385_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn settle_replacement() -> Weight {
		Weight::from_parts(91_837_500, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn register_batch(n: u32) -> Weight {
		Weight::from_parts(155_784_110, 0)
			.saturating_add(Weight::from_parts(245_629_509, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().reads(5_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64.saturating_mul(n.into())))
	}
	fn admission(c: u32, p: u32) -> Weight {
		Weight::from_parts(11_609_200, 0)
			.saturating_add(Weight::from_parts(10_658, 0).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(13_009_399, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(p.into())))
	}
}
