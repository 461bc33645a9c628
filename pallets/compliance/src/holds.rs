//! Units set aside for a named purpose, down to the last one.
//!
//! The ledger keeps one unit of an account formally free while anything of it is on hold. A hold of
//! everything therefore takes all but one unit and freezes the last for the same purpose;
//! whatever ends the hold ends both. What leaves a hold for good is first released and then moved
//! or burned in the same storage layer, so that the ledger emits its usual events for each step.

use crate::{
	context::Decision,
	effects::Effects,
	evaluate::Context,
	pallet::{Config, Error, Event, HoldReasons, LastUnits, Pallet, Positions},
	types::{Amount, Position, Request, Source},
};
use alloc::vec::Vec;
use assay_primitives::{AssetId, Balance, IdentityId, Movement, ReasonCode};
use assay_traits::{GuardedHolds, HeldUnits, IdentityInspect};
use polkadot_sdk::{
	frame_support::{
		ensure,
		storage::with_storage_layer,
		traits::{
			fungibles::{Inspect, InspectHold, Mutate, MutateHold},
			tokens::{Fortitude, Precision, Preservation},
		},
	},
	pallet_assets, pallet_assets_holder,
	sp_runtime::{DispatchError, DispatchResult},
};

/// A purpose that units are held for.
pub type HoldReasonOf<T> = <T as pallet_assets_holder::Config>::RuntimeHoldReason;
type Holder<T> = pallet_assets_holder::Pallet<T>;

impl<T: Config> GuardedHolds<T::AccountId> for Pallet<T> {
	type Reason = HoldReasonOf<T>;

	fn hold(
		asset: AssetId,
		reason: HoldReasonOf<T>,
		who: &T::AccountId,
		amount: Balance,
		redemption: bool,
	) -> DispatchResult {
		let movement = if redemption {
			Movement::Redemption
		} else {
			Movement::Hold
		};
		let request = Request {
			asset,
			movement,
			from: Some(who.clone()),
			to: None,
			spender: None,
			amount: Amount::Exactly(amount),
			keep_alive: false,
			source: Source::Free,
		};
		let Decision { context, .. } = Self::decide_or_refuse(request)?;
		with_storage_layer(|| Self::do_hold(&context, reason, who))
	}

	fn release(
		asset: AssetId,
		reason: HoldReasonOf<T>,
		who: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		with_storage_layer(|| Self::unhold(asset, reason, who, amount))
	}

	fn burn_held(
		asset: AssetId,
		reason: HoldReasonOf<T>,
		who: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		with_storage_layer(|| {
			Self::unhold(asset, reason, who, amount)?;
			Self::keep_formally_free(asset, who, amount)?;
			let request = Request {
				movement: Movement::Redemption,
				to: None,
				source: Source::Held,
				..Request::transfer(asset, who.clone(), who.clone(), amount)
			};
			let context = Self::load(request);
			let effects = Effects::plan_burn(&context).ok_or(Error::<T>::LedgerMismatch)?;
			let burned = Self::with_clearance(asset, who, who, None, amount, 0, || {
				<pallet_assets::Pallet<T> as Mutate<T::AccountId>>::burn_from(
					asset,
					who,
					amount,
					Preservation::Expendable,
					Precision::Exact,
					Fortitude::Polite,
				)
			})?;
			ensure!(burned == amount, Error::<T>::LedgerMismatch);
			Self::apply(effects);
			Ok(())
		})
	}

	fn move_held(
		asset: AssetId,
		reason: HoldReasonOf<T>,
		from: &T::AccountId,
		to: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		ensure!(
			amount <= <Self as GuardedHolds<_>>::held(asset, reason, from),
			Error::<T>::NotHeld
		);
		let request = Request {
			source: Source::Held,
			..Request::transfer(asset, from.clone(), to.clone(), amount)
		};
		Self::decide_or_refuse(request.clone())?;
		with_storage_layer(|| {
			Self::unhold(asset, reason, from, amount)?;
			Self::keep_formally_free(asset, from, amount)?;
			// The release has changed the position: what the transfer changes is planned on that.
			let context = Self::load(request);
			let effects = Effects::plan(&context).ok_or(Error::<T>::LedgerMismatch)?;
			Self::with_clearance(asset, from, to, None, amount, 0, || {
				Self::move_raw(asset, from, to, None, amount)
			})?;
			Self::apply(effects);
			Ok(())
		})
	}

	fn held(asset: AssetId, reason: HoldReasonOf<T>, who: &T::AccountId) -> Balance {
		let on_hold = Holder::<T>::balance_on_hold(asset, &reason, who);
		let last = LastUnits::<T>::get((asset, who)) == Some(reason);
		// Both are parts of one supply, so that the sum fits.
		on_hold.checked_add(last.into()).unwrap_or(on_hold)
	}
}

impl<T: Config> HeldUnits<T::AccountId> for Pallet<T> {
	fn all_held(reason: HoldReasonOf<T>) -> Vec<(AssetId, T::AccountId, Balance)> {
		let on_hold = HoldReasons::<T>::iter()
			.filter(|(_, _, reasons)| reasons.contains(&reason))
			.map(|(asset, who, _)| (asset, who));
		// The last unit of an account may be all that is held of it for this purpose.
		let last = LastUnits::<T>::iter()
			.filter(|((asset, who), other)| {
				*other == reason && !HoldReasons::<T>::get(asset, who).contains(&reason)
			})
			.map(|(key, _)| key);
		on_hold
			.chain(last)
			.map(|(asset, who)| {
				let held = <Self as GuardedHolds<_>>::held(asset, reason, &who);
				(asset, who, held)
			})
			.collect()
	}
}

impl<T: Config> Pallet<T> {
	/// Sets aside what has been decided on.
	fn do_hold(
		context: &Context<T::AccountId>,
		reason: HoldReasonOf<T>,
		who: &T::AccountId,
	) -> DispatchResult {
		let (asset, amount) = (context.asset, context.amount);
		let sender = context.sender.as_ref().ok_or(Error::<T>::LedgerMismatch)?;
		let identity = sender.identity.ok_or(Error::<T>::LedgerMismatch)?;
		// Free units exceed what may be held by one where the last one is held already.
		let takes_last = amount == sender.free;
		let on_hold = amount
			.checked_sub(takes_last.into())
			.ok_or(Error::<T>::Refused(ReasonCode::AmountZero))?;
		if on_hold > 0 {
			Self::hold_raw(asset, reason, who, on_hold, context.keep())?;
		}
		let mut position = sender.position.clone();
		position.held = position
			.held
			.checked_add(amount)
			.ok_or(Error::<T>::LedgerMismatch)?;
		if takes_last {
			LastUnits::<T>::insert((asset, who), reason);
			position
				.restrict(who, |entry| entry.last_unit_held = true)
				.ok_or(Error::<T>::TooManyAccounts)?;
			Self::deposit_event(Event::LastUnitHeld {
				asset,
				account: who.clone(),
			});
		}
		Self::put_position(asset, identity, position);
		Ok(())
	}

	/// Gives units of one purpose back to the free units of their holder. This changes no owner, so
	/// no policy binds it.
	fn unhold(
		asset: AssetId,
		reason: HoldReasonOf<T>,
		who: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::Refused(ReasonCode::AmountZero));
		ensure!(
			amount <= <Self as GuardedHolds<_>>::held(asset, reason, who),
			Error::<T>::NotHeld
		);
		let on_hold = Holder::<T>::balance_on_hold(asset, &reason, who);
		let from_hold = amount.min(on_hold);
		let frees_last = amount > on_hold;
		if from_hold > 0 {
			Self::release_raw(asset, reason, who, from_hold)?;
		}
		let (identity, mut position) = Self::position_behind(asset, who)?;
		position.held = position
			.held
			.checked_sub(amount)
			.ok_or(Error::<T>::LedgerMismatch)?;
		if frees_last {
			Self::end_last_unit(asset, who, &mut position)?;
		}
		Self::put_position(asset, identity, position);
		Ok(())
	}

	/// Where taking `amount` of the free units would close an account that other purposes still
	/// hold units of, one of these becomes the unit that the ledger keeps formally free.
	pub(crate) fn keep_formally_free(
		asset: AssetId,
		who: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		let free = <pallet_assets::Pallet<T> as Inspect<T::AccountId>>::balance(asset, who);
		let others = Holder::<T>::total_balance_on_hold(asset, who);
		if free > amount || others == 0 {
			return Ok(());
		}
		let other = HoldReasons::<T>::get(asset, who)
			.first()
			.copied()
			.ok_or(Error::<T>::LedgerMismatch)?;
		Self::release_raw(asset, other, who, 1)?;
		LastUnits::<T>::insert((asset, who), other);
		let (identity, mut position) = Self::position_behind(asset, who)?;
		position
			.restrict(who, |entry| entry.last_unit_held = true)
			.ok_or(Error::<T>::TooManyAccounts)?;
		Self::put_position(asset, identity, position);
		Self::deposit_event(Event::LastUnitHeld {
			asset,
			account: who.clone(),
		});
		Ok(())
	}

	fn end_last_unit(
		asset: AssetId,
		who: &T::AccountId,
		position: &mut Position<T::AccountId>,
	) -> DispatchResult {
		LastUnits::<T>::remove((asset, who));
		position
			.restrict(who, |entry| entry.last_unit_held = false)
			.ok_or(Error::<T>::TooManyAccounts)?;
		Self::deposit_event(Event::LastUnitReleased {
			asset,
			account: who.clone(),
		});
		Ok(())
	}

	/// Puts free units on hold in the ledger, and remembers for which purpose.
	fn hold_raw(
		asset: AssetId,
		reason: HoldReasonOf<T>,
		who: &T::AccountId,
		amount: Balance,
		keep: Balance,
	) -> DispatchResult {
		Self::with_clearance(asset, who, who, None, amount, keep, || {
			Holder::<T>::hold(asset, &reason, who, amount)
		})?;
		HoldReasons::<T>::try_mutate(asset, who, |reasons| {
			if reasons.contains(&reason) {
				return Ok(());
			}
			reasons
				.try_push(reason)
				.map_err(|_| Error::<T>::LedgerMismatch.into())
		})
	}

	/// Takes units off hold in the ledger, and forgets the purpose with its last unit.
	fn release_raw(
		asset: AssetId,
		reason: HoldReasonOf<T>,
		who: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		let released = Holder::<T>::release(asset, &reason, who, amount, Precision::Exact)?;
		ensure!(released == amount, Error::<T>::LedgerMismatch);
		if Holder::<T>::balance_on_hold(asset, &reason, who) == 0 {
			HoldReasons::<T>::mutate_exists(asset, who, |maybe_reasons| {
				if let Some(reasons) = maybe_reasons {
					reasons.retain(|other| *other != reason);
					if reasons.is_empty() {
						*maybe_reasons = None;
					}
				}
			});
		}
		Ok(())
	}

	/// The position that an account of the ledger belongs to.
	fn position_behind(
		asset: AssetId,
		who: &T::AccountId,
	) -> Result<(IdentityId, Position<T::AccountId>), DispatchError> {
		let identity = pallet_assets::Account::<T>::get(asset, who)
			.and_then(|account| account.extra.identity)
			.or_else(|| T::Identities::identity_of(who))
			.ok_or(Error::<T>::LedgerMismatch)?;
		let position = Positions::<T>::get(asset, identity).unwrap_or_default();
		Ok((identity, position))
	}
}
