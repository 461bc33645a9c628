//! Our answer to whoever must not change what somebody's holdings rest on.

use crate::pallet::{AssetsHeldBy, Config, FreezesOn, FrozenPositionsOf, Pallet, PositionsOf};
use assay_primitives::IdentityId;
use assay_traits::HoldingsInspect;

impl<T: Config> HoldingsInspect<T::AccountId> for Pallet<T> {
	/// A frozen account counts as holding something: relinked, it would slip out of the freeze.
	fn account_holds_anything(account: &T::AccountId) -> bool {
		AssetsHeldBy::<T>::get(account) > 0 || FreezesOn::<T>::get(account) > 0
	}

	/// So does an identity that is frozen, itself or an account of it: removed and registered anew,
	/// whoever it is would slip out too.
	fn identity_holds_anything(identity: IdentityId) -> bool {
		PositionsOf::<T>::get(identity).total() > 0 || FrozenPositionsOf::<T>::get(identity) > 0
	}
}
