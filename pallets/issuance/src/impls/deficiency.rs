//! A reserve that is too small: since when, and what waits for it.

use crate::{Config, Deficiencies, Error, Pallet, RedemptionOf};
use assay_primitives::{AssetId, Moment, ReserveStatus};
use assay_traits::{OnReserveStatus, ReserveInspect};
use polkadot_sdk::{
	frame_support::{ensure, traits::Get},
	sp_runtime::{DispatchError, DispatchResult},
};

impl<T: Config> OnReserveStatus for Pallet<T> {
	fn changed(asset: AssetId, status: ReserveStatus, now: Moment) {
		let old = Deficiencies::<T>::get(asset);
		let new = old.found(status, now, T::DeficiencyPeriod::get());
		if new != old {
			Deficiencies::<T>::insert(asset, new);
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Whether the holder would get less than the claim.
	pub(crate) fn is_deficient(asset: AssetId, now: Moment) -> Result<bool, DispatchError> {
		Ok(T::Reserves::figures(asset, now)?.status == ReserveStatus::Deficient)
	}

	/// A deficiency has stood on record for long enough to be shared.
	pub(crate) fn ensure_deficiency_stands(asset: AssetId, now: Moment) -> DispatchResult {
		let stands = Deficiencies::<T>::get(asset)
			.stands_from(T::DeficiencyPeriod::get())
			.is_some_and(|from| from <= now);
		ensure!(stands, Error::<T>::DeficiencyTooRecent);
		Ok(())
	}

	/// For how long payments of the asset ever waited for a deficiency to stand, in ms.
	pub(crate) fn waited_ms(asset: AssetId, now: Moment) -> Moment {
		Deficiencies::<T>::get(asset).waited(now, T::DeficiencyPeriod::get())
	}

	/// Last moment for the step that is due, at `now`. Beside outages and the council's pauses a
	/// release is put off by waits for a deficiency: by one whole wait at most, however often a
	/// custodian has the reserve look deficient.
	pub(crate) fn due_of(redemption: &RedemptionOf<T>, now: Moment) -> Moment {
		let due_by = redemption.due_by(Self::clock(redemption.asset, now));
		if redemption.acceptance.is_none() {
			return due_by;
		}
		let waited = Self::waited_ms(redemption.asset, now)
			.checked_sub(redemption.waited_ms)
			.unwrap_or_default()
			.min(T::DeficiencyPeriod::get());
		due_by.checked_add(waited).unwrap_or(Moment::MAX)
	}
}
