//! On what terms a redemption may be asked for, and in which order requests are answered.

use crate::{types::MAX_PASSED_OVER, Config, Error, Pallet, QueueKey, RedemptionOf, Waiting};
use assay_primitives::{AssetId, Balance, IdentityId, Moment, RedemptionId, RedemptionTerms};
use assay_traits::{IdentityInspect, RedemptionTermsInspect};
use polkadot_sdk::{
	frame_support::ensure,
	sp_runtime::{DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// The terms, if they let the holder ask for `amount` at `now`.
	pub(crate) fn terms_for(
		asset: AssetId,
		identity: IdentityId,
		amount: Balance,
		now: Moment,
	) -> Result<RedemptionTerms, DispatchError> {
		let terms = T::Terms::redemption_terms(asset).ok_or(Error::<T>::TermsMissing)?;
		let profile = T::Identities::profile(identity).ok_or(Error::<T>::HolderUnknown)?;
		ensure!(terms.admits(&profile), Error::<T>::HolderExcluded);
		ensure!(
			terms.window.is_none_or(|window| window.is_open(now)),
			Error::<T>::WindowClosed
		);
		ensure!(amount >= terms.minimum_units, Error::<T>::BelowMinimum);
		ensure!(terms.is_whole_lots(amount), Error::<T>::NotWholeLots);
		Ok(terms)
	}

	/// Where a request stands in the order of those that wait.
	pub(crate) const fn queue_key(id: RedemptionId) -> QueueKey {
		id.to_be_bytes()
	}

	/// Whether it is this request's turn: each earlier one that waits is of a holder who may not be
	/// paid. At most so many are passed over, so that the work is bounded.
	pub(crate) fn ensure_turn(id: RedemptionId, redemption: &RedemptionOf<T>) -> DispatchResult {
		let limit = usize::try_from(MAX_PASSED_OVER).unwrap_or_default();
		let mut passed_over = 0;
		for key in Waiting::<T>::iter_key_prefix(redemption.asset) {
			let other = RedemptionId::from_be_bytes(key);
			if other >= id {
				break;
			}
			passed_over = limit.min(passed_over).checked_add(1).unwrap_or(limit);
			let blocked = Self::ensure_payable(&Self::load(other)?).is_err();
			ensure!(blocked && passed_over <= limit, Error::<T>::EarlierWaiting);
		}
		Ok(())
	}
}
