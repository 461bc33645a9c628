//! What the calls and the extension cost: storage accesses and time, counted at the bounds.

use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::{
		traits::Get,
		weights::{constants::RocksDbWeight, Weight},
	},
	frame_system,
};

/// What each call costs.
pub trait WeightInfo {
	/// `register`.
	fn register() -> Weight;
	/// `remove_identity`: sixteen accounts, each with its own record; what they hold of every asset.
	fn remove_identity() -> Weight;
	/// `link_account`: two signatures, bare and wrapped.
	fn link_account() -> Weight;
	/// `propose_link`.
	fn propose_link() -> Weight;
	/// `accept_link`.
	fn accept_link() -> Weight;
	/// `cancel_link_proposal`.
	fn cancel_link_proposal() -> Weight;
	/// `unlink_account`: what the account holds of every asset.
	fn unlink_account() -> Weight;
	/// `propose_organisation`.
	fn propose_organisation() -> Weight;
	/// `accept_organisation`.
	fn accept_organisation() -> Weight;
	/// `leave_organisation`.
	fn leave_organisation() -> Weight;
	/// `set_category`.
	fn set_category() -> Weight;
	/// `change_jurisdiction`: what the identity holds of every asset.
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

/// Figures for a chain, by its database's weight.
#[derive(Clone, Copy, Debug)]
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn register() -> Weight {
		Weight::from_parts(60_000_000, 24_000)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	fn remove_identity() -> Weight {
		Weight::from_parts(400_000_000, 225_000)
			.saturating_add(T::DbWeight::get().reads(75))
			.saturating_add(T::DbWeight::get().writes(58))
	}
	fn link_account() -> Weight {
		Weight::from_parts(200_000_000, 30_000)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn propose_link() -> Weight {
		Weight::from_parts(60_000_000, 24_000)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn accept_link() -> Weight {
		Weight::from_parts(60_000_000, 21_000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	fn cancel_link_proposal() -> Weight {
		Weight::from_parts(50_000_000, 21_000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn unlink_account() -> Weight {
		Weight::from_parts(60_000_000, 75_000)
			.saturating_add(T::DbWeight::get().reads(25))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn propose_organisation() -> Weight {
		Weight::from_parts(30_000_000, 21_000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn accept_organisation() -> Weight {
		Weight::from_parts(40_000_000, 21_000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn leave_organisation() -> Weight {
		Weight::from_parts(40_000_000, 21_000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	fn set_category() -> Weight {
		Weight::from_parts(25_000_000, 15_000)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn change_jurisdiction() -> Weight {
		Weight::from_parts(30_000_000, 66_000)
			.saturating_add(T::DbWeight::get().reads(22))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn add_claim() -> Weight {
		Weight::from_parts(50_000_000, 18_000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn revoke_claim() -> Weight {
		Weight::from_parts(30_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn suspend() -> Weight {
		Weight::from_parts(80_000_000, 21_000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(17))
	}
	fn reinstate() -> Weight {
		Weight::from_parts(80_000_000, 21_000)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(17))
	}
	fn sanction() -> Weight {
		Weight::from_parts(80_000_000, 9_000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(17))
	}
	fn lift_sanction() -> Weight {
		Weight::from_parts(80_000_000, 9_000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(17))
	}
	fn add_registrar() -> Weight {
		Weight::from_parts(20_000_000, 6_000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn remove_registrar() -> Weight {
		Weight::from_parts(20_000_000, 3_000)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn set_registrar() -> Weight {
		Weight::from_parts(25_000_000, 6_000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn approve_issuer() -> Weight {
		Weight::from_parts(30_000_000, 6_000)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn revoke_issuer() -> Weight {
		Weight::from_parts(30_000_000, 3_000)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	fn admission() -> Weight {
		Weight::from_parts(8_000_000, 3_000).saturating_add(T::DbWeight::get().reads(1))
	}
}

/// Figures for tests.
impl WeightInfo for () {
	fn register() -> Weight {
		Weight::from_parts(60_000_000, 24_000)
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(6))
	}
	fn remove_identity() -> Weight {
		Weight::from_parts(400_000_000, 225_000)
			.saturating_add(RocksDbWeight::get().reads(75))
			.saturating_add(RocksDbWeight::get().writes(58))
	}
	fn link_account() -> Weight {
		Weight::from_parts(200_000_000, 30_000)
			.saturating_add(RocksDbWeight::get().reads(10))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn propose_link() -> Weight {
		Weight::from_parts(60_000_000, 24_000)
			.saturating_add(RocksDbWeight::get().reads(8))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn accept_link() -> Weight {
		Weight::from_parts(60_000_000, 21_000)
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(5))
	}
	fn cancel_link_proposal() -> Weight {
		Weight::from_parts(50_000_000, 21_000)
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn unlink_account() -> Weight {
		Weight::from_parts(60_000_000, 75_000)
			.saturating_add(RocksDbWeight::get().reads(25))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn propose_organisation() -> Weight {
		Weight::from_parts(30_000_000, 21_000)
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn accept_organisation() -> Weight {
		Weight::from_parts(40_000_000, 21_000)
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(4))
	}
	fn leave_organisation() -> Weight {
		Weight::from_parts(40_000_000, 21_000)
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(3))
	}
	fn set_category() -> Weight {
		Weight::from_parts(25_000_000, 15_000)
			.saturating_add(RocksDbWeight::get().reads(5))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn change_jurisdiction() -> Weight {
		Weight::from_parts(30_000_000, 66_000)
			.saturating_add(RocksDbWeight::get().reads(22))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn add_claim() -> Weight {
		Weight::from_parts(50_000_000, 18_000)
			.saturating_add(RocksDbWeight::get().reads(6))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn revoke_claim() -> Weight {
		Weight::from_parts(30_000_000, 12_000)
			.saturating_add(RocksDbWeight::get().reads(4))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn suspend() -> Weight {
		Weight::from_parts(80_000_000, 21_000)
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(17))
	}
	fn reinstate() -> Weight {
		Weight::from_parts(80_000_000, 21_000)
			.saturating_add(RocksDbWeight::get().reads(7))
			.saturating_add(RocksDbWeight::get().writes(17))
	}
	fn sanction() -> Weight {
		Weight::from_parts(80_000_000, 9_000)
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(17))
	}
	fn lift_sanction() -> Weight {
		Weight::from_parts(80_000_000, 9_000)
			.saturating_add(RocksDbWeight::get().reads(3))
			.saturating_add(RocksDbWeight::get().writes(17))
	}
	fn add_registrar() -> Weight {
		Weight::from_parts(20_000_000, 6_000)
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn remove_registrar() -> Weight {
		Weight::from_parts(20_000_000, 3_000)
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn set_registrar() -> Weight {
		Weight::from_parts(25_000_000, 6_000)
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn approve_issuer() -> Weight {
		Weight::from_parts(30_000_000, 6_000)
			.saturating_add(RocksDbWeight::get().reads(2))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn revoke_issuer() -> Weight {
		Weight::from_parts(30_000_000, 3_000)
			.saturating_add(RocksDbWeight::get().reads(1))
			.saturating_add(RocksDbWeight::get().writes(1))
	}
	fn admission() -> Weight {
		Weight::from_parts(8_000_000, 3_000).saturating_add(RocksDbWeight::get().reads(1))
	}
}
