//! Our answer to whoever asks what identities hold, or held.

use crate::{
	pallet::{Config, Controls, Holders, Pallet, Positions},
	types::AssetControls,
};
use assay_primitives::{AssetId, Balance, CheckpointId, IdentityId};
use assay_traits::PositionInspect;

impl<T: Config> PositionInspect for Pallet<T> {
	fn position(asset: AssetId, identity: IdentityId) -> Balance {
		Positions::<T>::get(asset, identity).map_or(0, |position| position.total)
	}

	fn holders(asset: AssetId) -> u32 {
		Holders::<T>::get(asset).total()
	}

	fn position_at(
		asset: AssetId,
		identity: IdentityId,
		checkpoint: CheckpointId,
	) -> Option<Balance> {
		Self::open_controls(asset, checkpoint)?;
		let position = Positions::<T>::get(asset, identity).unwrap_or_default();
		Some(position.past.at(checkpoint, position.total))
	}

	fn supply_at(asset: AssetId, checkpoint: CheckpointId) -> Option<Balance> {
		Self::open_controls(asset, checkpoint)?.supply_at(checkpoint)
	}
}

impl<T: Config> Pallet<T> {
	/// The controls of an asset where that checkpoint is open.
	fn open_controls(asset: AssetId, checkpoint: CheckpointId) -> Option<AssetControls> {
		let controls = Controls::<T>::get(asset)?;
		controls.supply_at(checkpoint).is_some().then_some(controls)
	}
}
