//! What is bonded, for whoever gates something by it.

use crate::{Bonds, Config, Pallet};
use assay_primitives::{AssetId, Balance, BondPurpose};
use assay_traits::BondInspect;

impl<T: Config> BondInspect for Pallet<T> {
	fn bonded(purpose: BondPurpose) -> Balance {
		Bonds::<T>::get(purpose).map_or(0, |bond| bond.amount)
	}

	fn settlement_asset(purpose: BondPurpose) -> Option<AssetId> {
		Bonds::<T>::get(purpose).map(|bond| bond.asset)
	}
}
