//! Our answer to whoever asks what identities hold.

use crate::pallet::{Config, Holders, Pallet, Positions};
use assay_primitives::{AssetId, Balance, IdentityId};
use assay_traits::PositionInspect;

impl<T: Config> PositionInspect for Pallet<T> {
	fn position(asset: AssetId, identity: IdentityId) -> Balance {
		Positions::<T>::get(asset, identity).map_or(0, |position| position.total)
	}

	fn holders(asset: AssetId) -> u32 {
		Holders::<T>::get(asset)
	}
}
