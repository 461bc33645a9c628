//! Our answer to whoever must not change what somebody's holdings rest on.

use crate::pallet::{AssetsHeldBy, Config, FreezesOn, Pallet, PositionsOf};
use assay_primitives::IdentityId;
use assay_traits::HoldingsInspect;

impl<T: Config> HoldingsInspect<T::AccountId> for Pallet<T> {
	/// A frozen account counts as holding something: relinked, it would slip out of the freeze.
	fn account_holds_anything(account: &T::AccountId) -> bool {
		AssetsHeldBy::<T>::get(account) > 0 || FreezesOn::<T>::get(account) > 0
	}

	fn identity_holds_anything(identity: IdentityId) -> bool {
		PositionsOf::<T>::get(identity) > 0
	}
}
