//! Holders who may not be paid: their claims end, too.

use crate::{types::Payee, Config, Error, Event, Pallet, RedemptionOf, Redemptions, Waiting};
use assay_primitives::{Moment, ReasonCode, RedemptionId};
use assay_traits::{EscrowInspect, RedemptionGuard};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{Get, Time},
	},
	sp_runtime::{ArithmeticError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// Takes down that the holder may not be paid, or may again.
	pub(crate) fn do_report_blocked(id: RedemptionId) -> DispatchResult {
		let now = T::Time::now();
		let mut redemption = Self::load(id)?;
		let asset = redemption.asset;
		ensure!(redemption.state.is_owed(), Error::<T>::WrongState);
		let event = match (&redemption.payee, Self::is_blocked(&redemption)) {
			(Payee::Holder, true) => {
				redemption.payee = Payee::Blocked { since: now };
				Self::requeue(id, &redemption);
				Event::HolderBlocked {
					id,
					asset,
					since: now,
				}
			},
			(Payee::Blocked { since }, false) => {
				let since = *since;
				Self::put_off(&mut redemption, now, since)?;
				redemption.payee = Payee::Holder;
				Self::requeue(id, &redemption);
				Event::HolderUnblocked { id, asset }
			},
			(Payee::Holder, false) | (Payee::Blocked { .. }, true) | (Payee::Escrow { .. }, _) => {
				return Err(Error::<T>::NothingChanges.into());
			},
		};
		Redemptions::<T>::insert(id, redemption);
		Self::deposit_event(event);
		Ok(())
	}

	/// Lets the escrow account take the place of a holder who stays blocked.
	pub(crate) fn do_divert(id: RedemptionId) -> DispatchResult {
		let now = T::Time::now();
		let mut redemption = Self::load(id)?;
		let asset = redemption.asset;
		ensure!(redemption.state.is_owed(), Error::<T>::WrongState);
		let Payee::Blocked { since } = redemption.payee else {
			return Err(Error::<T>::NotBlockedLongEnough.into());
		};
		let long_enough = now
			.checked_sub(since)
			.is_some_and(|blocked| blocked >= T::BlockedPeriod::get());
		ensure!(
			long_enough && Self::is_blocked(&redemption),
			Error::<T>::NotBlockedLongEnough
		);
		let escrow = T::Escrow::escrow(asset).ok_or(Error::<T>::EscrowMissing)?;
		Self::put_off(&mut redemption, now, since)?;
		redemption.payee = Payee::Escrow {
			account: escrow.clone(),
		};
		Self::requeue(id, &redemption);
		let holder = redemption.holder.clone();
		Redemptions::<T>::insert(id, redemption);
		Self::deposit_event(Event::RedemptionDiverted {
			id,
			asset,
			holder,
			escrow,
		});
		Ok(())
	}

	/// Whether something stands against the holder, and not against redemptions of the asset at large.
	fn is_blocked(redemption: &RedemptionOf<T>) -> bool {
		match T::Guard::check_payment(redemption.asset, &redemption.holder) {
			Ok(())
			| Err(
				ReasonCode::UnknownAsset | ReasonCode::AssetStatus | ReasonCode::MovementPaused,
			) => false,
			Err(_) => true,
		}
	}

	/// Who is known to be blocked keeps nobody waiting, and else comes where its number says.
	fn requeue(id: RedemptionId, redemption: &RedemptionOf<T>) {
		let key = Self::queue_key(id);
		if redemption.is_in_queue() {
			Waiting::<T>::insert(redemption.asset, key, ());
		} else {
			Waiting::<T>::remove(redemption.asset, key);
		}
	}

	/// Puts the deadline that runs off by the time since then: the issuer could not have paid.
	fn put_off(redemption: &mut RedemptionOf<T>, now: Moment, since: Moment) -> DispatchResult {
		let by = now.checked_sub(since).ok_or(ArithmeticError::Underflow)?;
		let deadline = match redemption.acceptance.as_mut() {
			Some(acceptance) => &mut acceptance.release_by,
			None => &mut redemption.accept_by,
		};
		*deadline = deadline.checked_add(by).ok_or(ArithmeticError::Overflow)?;
		Ok(())
	}
}
