//! Moments whose balances stay known while somebody needs them.
//!
//! Opening writes a number and the supply into the asset's controls, and nothing else. A position
//! notes what it held when it first changes afterwards; one that does not change notes nothing.

use crate::{
	history::Checkpoint,
	pallet::{Config, Controls, Error, Event, Pallet, Positions},
};
use assay_primitives::{AssetId, CheckpointId, IdentityId};
use assay_traits::{Checkpoints, GuardedLedger};
use polkadot_sdk::{
	frame_support::{ensure, traits::Time},
	sp_runtime::{ArithmeticError, DispatchError, DispatchResult},
};

impl<T: Config> Checkpoints for Pallet<T> {
	fn open(asset: AssetId) -> Result<CheckpointId, DispatchError> {
		let supply = <Self as GuardedLedger<T::AccountId>>::supply(asset);
		let mut id = 0;
		Self::change_controls(asset, |controls| {
			let checkpoints = &mut controls.checkpoints;
			id = checkpoints
				.last
				.checked_add(1)
				.ok_or(ArithmeticError::Overflow)?;
			checkpoints
				.open
				.try_push(Checkpoint { id, supply })
				.map_err(|_| Error::<T>::TooManyCheckpoints)?;
			checkpoints.last = id;
			Ok(())
		})?;
		Self::deposit_event(Event::CheckpointOpened {
			asset,
			checkpoint: id,
			supply,
		});
		Ok(id)
	}

	fn close(asset: AssetId, checkpoint: CheckpointId) -> DispatchResult {
		Self::change_controls(asset, |controls| {
			let open = &mut controls.checkpoints.open;
			let before = open.len();
			open.retain(|known| known.id != checkpoint);
			ensure!(open.len() < before, Error::<T>::UnknownCheckpoint);
			Ok(())
		})?;
		Self::deposit_event(Event::CheckpointClosed { asset, checkpoint });
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Lets positions forget what no open checkpoint and no window that goes on asks for.
	pub(crate) fn do_prune_positions(asset: AssetId, identities: &[IdentityId]) -> DispatchResult {
		let controls = Controls::<T>::get(asset).ok_or(Error::<T>::UnknownAsset)?;
		let (now, open) = (T::Time::now(), &controls.checkpoints.open);
		let mut count = 0_u32;
		for identity in identities {
			let Some(position) = Positions::<T>::get(asset, identity) else {
				continue;
			};
			let mut pruned = position.clone();
			pruned.prune(now, open);
			if pruned != position {
				Self::put_position(asset, *identity, pruned);
				count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			}
		}
		ensure!(count > 0, Error::<T>::NothingToPrune);
		Self::deposit_event(Event::PositionsPruned { asset, count });
		Ok(())
	}
}
