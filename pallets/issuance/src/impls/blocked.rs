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
		match (&redemption.payee, Self::is_blocked(&redemption)) {
			(Payee::Holder, true) => {
				redemption.payee = Payee::Blocked {
					since: now,
					seen: now,
				};
				Self::requeue(id, &redemption);
				Self::deposit_event(Event::HolderBlocked {
					id,
					asset,
					since: now,
				});
			},
			(Payee::Blocked { since, seen }, true) if *seen < now => {
				let (mut since, seen) = (*since, *seen);
				// Nobody knows what was between two findings that lie too far apart.
				if Self::known_until(seen, now) < now {
					Self::put_off(&mut redemption, since, seen, now)?;
					since = now;
				}
				redemption.payee = Payee::Blocked { since, seen: now };
				Self::deposit_event(Event::HolderBlocked { id, asset, since });
			},
			(Payee::Blocked { .. }, false) => Self::forget_block(id, &mut redemption, now)?,
			(Payee::Holder, false) | (Payee::Blocked { .. }, true) | (Payee::Escrow { .. }, _) => {
				return Err(Error::<T>::NothingChanges.into());
			},
		}
		Redemptions::<T>::insert(id, redemption);
		Ok(())
	}

	/// Lets the escrow account take the place of a holder who stays blocked.
	pub(crate) fn do_divert(id: RedemptionId) -> DispatchResult {
		let now = T::Time::now();
		let mut redemption = Self::load(id)?;
		let asset = redemption.asset;
		ensure!(redemption.state.is_owed(), Error::<T>::WrongState);
		let Payee::Blocked { since, .. } = redemption.payee else {
			return Err(Error::<T>::NotBlockedLongEnough.into());
		};
		ensure!(
			Self::is_long_blocked(&redemption, now),
			Error::<T>::NotBlockedLongEnough
		);
		let escrow = T::Escrow::escrow(asset).ok_or(Error::<T>::EscrowMissing)?;
		let blocked = now.checked_sub(since).ok_or(ArithmeticError::Underflow)?;
		Self::give_time(&mut redemption, blocked)?;
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

	/// Forgets that the holder was found blocked once it is not: from then on that has no effect, and
	/// escrow counts from when it is found anew. Every step of a redemption begins with it.
	pub(crate) fn forget_block(
		id: RedemptionId,
		redemption: &mut RedemptionOf<T>,
		now: Moment,
	) -> DispatchResult {
		let Payee::Blocked { since, seen } = redemption.payee else {
			return Ok(());
		};
		if Self::is_blocked(redemption) {
			return Ok(());
		}
		Self::put_off(redemption, since, seen, now)?;
		redemption.payee = Payee::Holder;
		Self::requeue(id, redemption);
		Self::deposit_event(Event::HolderUnblocked {
			id,
			asset: redemption.asset,
		});
		Ok(())
	}

	/// Until when a holder found blocked at `seen` counts as that, up to `now`.
	fn known_until(seen: Moment, now: Moment) -> Moment {
		seen.checked_add(T::BlockedRecheck::get())
			.map_or(now, |until| until.min(now))
	}

	/// Whether the holder is blocked, and was for `BlockedPeriod`, all findings together: whoever frees
	/// and blocks it again and again does not begin the period anew.
	fn is_long_blocked(redemption: &RedemptionOf<T>, now: Moment) -> bool {
		let Payee::Blocked { since, seen } = redemption.payee else {
			return false;
		};
		let blocked = now
			.checked_sub(since)
			.and_then(|running| running.checked_add(redemption.blocked_ms));
		Self::known_until(seen, now) == now
			&& blocked.is_some_and(|blocked| blocked >= T::BlockedPeriod::get())
			&& Self::is_blocked(redemption)
	}

	/// Whether neither the holder nor an escrow account can be paid, and that for so long that anybody
	/// may end the claim.
	pub(crate) fn is_stuck(redemption: &RedemptionOf<T>, now: Moment) -> bool {
		Self::is_long_blocked(redemption, now) && T::Escrow::escrow(redemption.asset).is_none()
	}

	/// Whether something stands against the holder, and not against redemptions of the asset at large.
	pub(crate) fn is_blocked(redemption: &RedemptionOf<T>) -> bool {
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

	/// Puts the deadline that runs off by the time in which the holder is known to have been blocked and
	/// the issuer could not have paid: by `BlockedPeriod` over all of them, since it may be an officer of
	/// the issuer who blocks the holder.
	fn put_off(
		redemption: &mut RedemptionOf<T>,
		since: Moment,
		seen: Moment,
		now: Moment,
	) -> DispatchResult {
		let left = T::BlockedPeriod::get()
			.checked_sub(redemption.blocked_ms)
			.unwrap_or_default();
		let by = Self::known_until(seen, now)
			.checked_sub(since)
			.ok_or(ArithmeticError::Underflow)?
			.min(left);
		Self::give_time(redemption, by)
	}

	/// Puts the deadline that runs off.
	fn give_time(redemption: &mut RedemptionOf<T>, by: Moment) -> DispatchResult {
		redemption.blocked_ms = redemption
			.blocked_ms
			.checked_add(by)
			.ok_or(ArithmeticError::Overflow)?;
		let deadline = match redemption.acceptance.as_mut() {
			Some(acceptance) => &mut acceptance.release_by,
			None => &mut redemption.accept_by,
		};
		*deadline = deadline.checked_add(by).ok_or(ArithmeticError::Overflow)?;
		Ok(())
	}
}
