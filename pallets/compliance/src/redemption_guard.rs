//! What redemptions ask of compliance.

use crate::{
	pallet::{Config, Controls, Pallet},
	types::{Amount, Request, Source},
};
use assay_primitives::{AssetId, Moment, Movement, ReasonCode};
use assay_traits::RedemptionGuard;

impl<T: Config> RedemptionGuard<T::AccountId> for Pallet<T> {
	/// The one function that decides on all movements decides here, too: on one held unit on its way
	/// back.
	fn check_payment(asset: AssetId, holder: &T::AccountId) -> Result<(), ReasonCode> {
		let request = Request {
			movement: Movement::Redemption,
			to: None,
			source: Source::Held,
			amount: Amount::Exactly(1),
			..Request::transfer(asset, holder.clone(), holder.clone(), 1)
		};
		Self::decide(request.clone())
			.map(|_| ())
			.map_err(|(_, first)| {
				Self::refusals(request)
					.into_iter()
					.map(|refusal| refusal.reason)
					.find(|reason| !is_of_the_asset(*reason))
					.unwrap_or(first.reason)
			})
	}

	/// One read.
	fn paused_ms(asset: AssetId, now: Moment) -> Moment {
		Controls::<T>::get(asset).map_or(0, |controls| controls.redemption_pauses.at(now))
	}
}

/// Whether the reason stands against redemptions of the asset at large, and not against the holder.
const fn is_of_the_asset(reason: ReasonCode) -> bool {
	matches!(
		reason,
		ReasonCode::UnknownAsset | ReasonCode::AssetStatus | ReasonCode::MovementPaused
	)
}
