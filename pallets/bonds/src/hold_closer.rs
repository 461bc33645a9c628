//! What a docket does to bonds when it takes the units that they consist of.

use crate::{Bonds, Config, Event, Pallet, PosterBonds};
use assay_primitives::{AssetId, Balance};
use assay_traits::{GuardedHolds, HoldCloser};
use polkadot_sdk::sp_runtime::DispatchResult;

impl<T: Config> HoldCloser<T::AccountId> for Pallet<T> {
	/// Ends the account's bonds in the asset. What was drawn belongs to others and stays on hold.
	fn close(asset: AssetId, account: &T::AccountId) -> DispatchResult {
		for purpose in PosterBonds::<T>::take(asset, account) {
			let Some(bond) = Bonds::<T>::take(purpose) else {
				continue;
			};
			T::Holds::release(asset, Self::hold_reason(), account, bond.amount)?;
			Self::deposit_event(Event::BondEndedByDocket {
				purpose,
				asset,
				poster: account.clone(),
				amount: bond.amount,
			});
		}
		Ok(())
	}

	/// Bonds count no supply.
	fn wiped(_: AssetId, _: Balance) -> DispatchResult {
		Ok(())
	}
}
