//! Our answer to whoever must not change what somebody's holdings rest on.

use crate::pallet::{Config, FreezesOn, FrozenPositionsOf, Pallet};
use assay_primitives::IdentityId;
use assay_traits::{HoldingsInspect, Seats};
use polkadot_sdk::frame_system;

impl<T: Config> HoldingsInspect<T::AccountId> for Pallet<T> {
	/// A frozen account counts as holding something: relinked, it would slip out of the freeze.
	fn account_holds_anything(account: &T::AccountId) -> bool {
		// Every unit keeps its account alive in the system, by one reference for each asset.
		frame_system::Pallet::<T>::sufficients(account) > 0 || FreezesOn::<T>::get(account) > 0
	}

	/// So does an identity that is frozen, itself or an account of it: removed and registered anew,
	/// whoever it is would slip out too.
	fn identity_holds_anything(identity: IdentityId) -> bool {
		T::Seats::positions(identity).total() > 0 || FrozenPositionsOf::<T>::get(identity) > 0
	}
}
