//! The escrow account of an asset, for whoever else pays into it.

use crate::{Config, Escrows, Pallet};
use assay_primitives::AssetId;
use assay_traits::EscrowInspect;

impl<T: Config> EscrowInspect<T::AccountId> for Pallet<T> {
	fn escrow(asset: AssetId) -> Option<T::AccountId> {
		Escrows::<T>::get(asset)
	}
}
