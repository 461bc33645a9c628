//! What the ledger is told is frozen: everything, but for the one movement that is cleared.

use crate::pallet::{Config, Pallet};
use assay_primitives::{AssetId, Balance};
use polkadot_sdk::{
	frame_support::traits::fungibles::InspectHold,
	pallet_assets::{self, FrozenBalance},
	pallet_assets_holder,
};

/// The ledger asks two or three times in one movement and must hear the same each time: the answer
/// is a pure function of the clearance and of balances that the ledger writes only afterwards.
impl<T: Config> FrozenBalance<AssetId, T::AccountId, Balance> for Pallet<T> {
	/// `None` for an account that holds nothing. `Some(Balance::MAX)` where no clearance stands:
	/// the ledger takes held units off this figure, so that a smaller one would leak.
	///
	/// Under a clearance: what must stay free, and the held units that the ledger takes off again;
	/// `None` when nothing stays, so that the account may close.
	fn frozen_balance(asset: AssetId, who: &T::AccountId) -> Option<Balance> {
		let free = pallet_assets::Account::<T>::get(asset, who)?.balance;
		let clearance = Self::standing_clearance()
			.filter(|clearance| clearance.asset == asset && clearance.from == *who);
		let Some(clearance) = clearance else {
			return Some(Balance::MAX);
		};
		let Some(rest) = free.checked_sub(clearance.amount) else {
			return Some(Balance::MAX);
		};
		let keep = rest.max(clearance.keep);
		if keep == 0 {
			return None;
		}
		let held = pallet_assets_holder::Pallet::<T>::total_balance_on_hold(asset, who);
		keep.checked_add(held).or(Some(Balance::MAX))
	}

	/// Our books are written where the movement is made, not here.
	fn died(_: AssetId, _: &T::AccountId) {}

	/// An asset of ours is never destroyed.
	fn contains_freezes(_: AssetId) -> bool {
		true
	}
}
