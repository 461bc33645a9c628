//! Leave for one movement: placed, used and removed at one storage layer.

use crate::{
	pallet::{Clearance, Config, Error, Pallet},
	types::{Entry, StandingClearance},
};
use assay_primitives::{AssetId, Balance};
use polkadot_sdk::{
	frame_support::{storage::with_storage_layer, traits::fungibles::InspectHold},
	frame_system, pallet_assets, pallet_assets_holder,
	sp_runtime::DispatchError,
};

impl<T: Config> Pallet<T> {
	/// The clearance that stands in this extrinsic. Reading it never uses it up.
	pub(crate) fn standing_clearance() -> Option<StandingClearance<T::AccountId>> {
		let clearance = Clearance::<T>::get()?;
		let here = frame_system::Pallet::<T>::extrinsic_index();
		(clearance.extrinsic_index == here).then_some(clearance)
	}

	/// Places a clearance for the movement that follows. `keep` is what must stay of the sender's free
	/// units by the freezes that were checked.
	pub(crate) fn place_clearance(
		entry: Entry,
		asset: AssetId,
		from: &T::AccountId,
		to: &T::AccountId,
		spender: Option<&T::AccountId>,
		amount: Balance,
		keep: Balance,
	) {
		Clearance::<T>::put(StandingClearance {
			extrinsic_index: frame_system::Pallet::<T>::extrinsic_index(),
			entry,
			asset,
			from: from.clone(),
			to: to.clone(),
			spender: spender.cloned(),
			amount,
			frozen: Self::frozen_under(asset, from, amount, keep),
		});
	}

	/// What must stay free under a clearance, and the held units that the ledger takes off again;
	/// `None` when nothing stays, so that the account may close.
	///
	/// The ledger asks two or three times in one movement and must hear the same each time, so it is
	/// worked out once, before anything moves.
	fn frozen_under(
		asset: AssetId,
		from: &T::AccountId,
		amount: Balance,
		keep: Balance,
	) -> Option<Balance> {
		let free = pallet_assets::Account::<T>::get(asset, from).map_or(0, |it| it.balance);
		let Some(rest) = free.checked_sub(amount) else {
			return Some(Balance::MAX);
		};
		let keep = rest.max(keep);
		if keep == 0 {
			return None;
		}
		let held = pallet_assets_holder::Pallet::<T>::total_balance_on_hold(asset, from);
		keep.checked_add(held).or(Some(Balance::MAX))
	}

	/// Runs one movement of the ledger under a clearance for exactly it. The clearance is gone
	/// afterwards, whatever the outcome, and a failure leaves nothing behind.
	pub(crate) fn with_clearance<R>(
		asset: AssetId,
		from: &T::AccountId,
		to: &T::AccountId,
		spender: Option<&T::AccountId>,
		amount: Balance,
		keep: Balance,
		movement: impl FnOnce() -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		with_storage_layer(|| {
			if Self::standing_clearance().is_some() {
				return Err(Error::<T>::ClearanceStands.into());
			}
			Self::place_clearance(Entry::Internal, asset, from, to, spender, amount, keep);
			let moved = movement()?;
			Clearance::<T>::kill();
			Ok(moved)
		})
	}

	/// Removes what an earlier extrinsic of the block may have left; says whether there was any.
	pub(crate) fn sweep_clearance() -> bool {
		Clearance::<T>::take().is_some()
	}
}
