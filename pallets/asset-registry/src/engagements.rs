//! What an identity has undertaken for assets: while there is something, it must not disappear.

use crate::{Config, Engagements, Pallet};
use assay_primitives::IdentityId;
use polkadot_sdk::{
	frame_support::defensive,
	sp_runtime::{ArithmeticError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// Whether the identity issues an asset that is not retired, or was granted a role for any.
	pub fn is_engaged(identity: IdentityId) -> bool {
		Engagements::<T>::contains_key(identity)
	}

	/// Counts one engagement more.
	pub(crate) fn engage(identity: IdentityId) -> DispatchResult {
		Engagements::<T>::try_mutate(identity, |count| {
			*count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}

	/// Counts one engagement less.
	pub(crate) fn disengage(identity: IdentityId) -> DispatchResult {
		Engagements::<T>::try_mutate_exists(identity, |slot| {
			let count = slot.unwrap_or_default().checked_sub(1).ok_or_else(|| {
				defensive!("an engagement was not counted");
				ArithmeticError::Underflow
			})?;
			*slot = (count > 0).then_some(count);
			Ok(())
		})
	}
}
