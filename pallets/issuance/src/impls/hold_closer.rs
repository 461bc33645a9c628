//! What a docket does to redemptions when it takes the units that stand in them.

use crate::{
	types::RedemptionState, Config, Event, HolderRedemptions, Pallet, RedemptionOf, Totals,
};
use assay_primitives::{AssetId, Balance, Moment, RedemptionId};
use assay_traits::HoldCloser;
use polkadot_sdk::{
	frame_support::traits::Time,
	sp_runtime::{ArithmeticError, DispatchResult},
};

impl<T: Config> HoldCloser<T::AccountId> for Pallet<T> {
	/// Ends what the account has asked for or the issuer has accepted; of what was handed over in
	/// part, the part stays. The underlying of a released one has left: its units are only burned.
	fn close(asset: AssetId, account: &T::AccountId) -> DispatchResult {
		let now = T::Time::now();
		for id in HolderRedemptions::<T>::get(asset, account) {
			let redemption = Self::load(id)?;
			match redemption.state {
				RedemptionState::Requested
				| RedemptionState::Accepted
				| RedemptionState::Breached => {
					Self::end_by_docket(id, redemption, now)?;
				},
				RedemptionState::Released
				| RedemptionState::Burned
				| RedemptionState::Cancelled
				| RedemptionState::Rejected => {},
			}
		}
		Ok(())
	}

	fn wiped(asset: AssetId, amount: Balance) -> DispatchResult {
		Totals::<T>::try_mutate(asset, |totals| {
			totals.burned = totals
				.burned
				.checked_add(amount)
				.ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}
}

impl<T: Config> Pallet<T> {
	fn end_by_docket(
		id: RedemptionId,
		mut redemption: RedemptionOf<T>,
		now: Moment,
	) -> DispatchResult {
		let (returned, kept) = if redemption.release.is_some() {
			let returned = Self::end_in_part(id, &mut redemption)?;
			(returned, redemption.amount)
		} else {
			Self::advance(id, &mut redemption, RedemptionState::Cancelled)?;
			Self::end(id, &mut redemption, now)?;
			Self::give_back(&redemption)?;
			(redemption.amount, 0)
		};
		Self::deposit_event(Event::RedemptionEndedByDocket {
			id,
			asset: redemption.asset,
			holder: redemption.holder,
			returned,
			kept,
		});
		Ok(())
	}
}
