//! [`LotRelease`]: takes redeemed lots out of a reserve.

use crate::{Config, Pallet};
use assay_primitives::{Hash, LotId, Moment, Quantity, Scope};
use assay_traits::LotRelease;
use polkadot_sdk::{frame_support::storage::with_storage_layer, sp_runtime::DispatchError};

impl<T: Config> LotRelease for Pallet<T> {
	fn release(
		scope: Scope,
		lots: &[(LotId, Quantity)],
		reference: Hash,
		now: Moment,
	) -> Result<Quantity, DispatchError> {
		with_storage_layer(|| Self::do_release(scope, lots, reference, now))
	}
}
