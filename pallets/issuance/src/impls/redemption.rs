//! How units end.

use crate::{
	types::{Acceptance, Payee, Redemption, RedemptionState, MAX_PRUNED},
	CommittedToBurn, Config, Error, Event, HoldReason, HolderRedemptions, NextRedemptionId,
	OpenRedemptions, Pallet, PartlyReleased, PenaltiesAtRisk, RedemptionOf, Redemptions, Totals,
	UncuredBreaches, Waiting,
};
use assay_primitives::{
	claim_after_fee, AssetId, Balance, Hash, IdentityId, Moment, Movement, Quantity, RedemptionId,
	Role,
};
use assay_traits::{
	acting_identity, AssetInspect, GuardedHolds, IdentityInspect, ReserveParameters,
};
use codec::Encode;
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{Get, Time},
		BoundedVec,
	},
	sp_core::ConstU32,
	sp_io::hashing::blake2_256,
	sp_runtime::{ArithmeticError, DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// The reason under which units on their way back are held.
	pub(crate) fn hold_reason() -> T::RuntimeHoldReason {
		HoldReason::Redemption.into()
	}

	/// What the register of lots files the first release of a redemption under: BLAKE2b-256 of the
	/// SCALE encoding of `("assay/redemption", id)`, the first as 16 plain bytes, the second as u64.
	pub fn release_reference(id: RedemptionId) -> Hash {
		blake2_256(&(b"assay/redemption", id).encode()).into()
	}

	/// What it files the next part under, once `released` of the claim has left: of
	/// `("assay/redemption", id, released)`, the third as u128, unless that is nothing. No two parts
	/// share one.
	pub(crate) fn part_reference(id: RedemptionId, released: Quantity) -> Hash {
		if released == 0 {
			return Self::release_reference(id);
		}
		blake2_256(&(b"assay/redemption", id, released).encode()).into()
	}

	/// Holds the units and opens the redemption.
	pub(crate) fn do_request(
		who: T::AccountId,
		asset: AssetId,
		amount: Balance,
		delivery: Hash,
	) -> DispatchResult {
		let now = T::Time::now();
		let identity = T::Identities::identity_of(&who).ok_or(Error::<T>::HolderUnknown)?;
		let summary = T::Assets::summary(asset).ok_or(Error::<T>::AssetNotFound)?;
		ensure!(
			summary.status.allows(Movement::Redemption),
			Error::<T>::AssetNotRedeemable
		);
		let terms = Self::terms_for(asset, identity, amount, now)?;
		let claim = summary
			.unit
			.claim_floor(amount)
			.and_then(|claim| claim_after_fee(claim, terms.fee_bps))
			.ok_or(ArithmeticError::Overflow)?;
		ensure!(claim > 0, Error::<T>::ClaimsNothing);
		let values = T::Parameters::values(asset, now).ok_or(Error::<T>::ParametersMissing)?;
		let accept_by = now
			.checked_add(values.accept_deadline_ms)
			.ok_or(ArithmeticError::Overflow)?;
		let notice_until = now
			.checked_add(terms.notice_ms)
			.ok_or(ArithmeticError::Overflow)?;
		let penalty = Self::penalty_on(asset, amount, values.breach_penalty_bps)?;
		let id = NextRedemptionId::<T>::get();

		Self::open(id, asset, &who, penalty)?;
		let redemption = Redemption {
			asset,
			holder: who.clone(),
			identity,
			amount,
			unit: summary.unit,
			claim,
			fee_bps: terms.fee_bps,
			delivery,
			state: RedemptionState::Requested,
			requested_at: now,
			notice_until,
			accept_by,
			release_within: values.release_deadline_ms,
			clock_ms: Self::clock(asset, now),
			waited_ms: 0,
			blocked_ms: 0,
			penalty,
			acceptance: None,
			breach: None,
			release: None,
			cash: None,
			payee: Payee::Holder,
			closed_at: None,
		};
		Redemptions::<T>::insert(id, &redemption);
		T::Holds::hold(asset, Self::hold_reason(), &who, amount, true)?;
		Self::deposit_event(Event::RedemptionRequested {
			id,
			asset,
			holder: who,
			amount,
			claim,
			delivery,
			accept_by,
			penalty,
		});
		Ok(())
	}

	/// Enters a request into every list and count.
	fn open(
		id: RedemptionId,
		asset: AssetId,
		who: &T::AccountId,
		penalty: Balance,
	) -> DispatchResult {
		HolderRedemptions::<T>::try_mutate(asset, who, |open| open.try_push(id))
			.map_err(|_| Error::<T>::TooManyOpenRedemptions)?;
		OpenRedemptions::<T>::try_mutate(asset, |open| -> DispatchResult {
			*open = open.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})?;
		PenaltiesAtRisk::<T>::try_mutate(asset, |at_risk| -> DispatchResult {
			*at_risk = at_risk
				.checked_add(penalty)
				.ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})?;
		Waiting::<T>::insert(asset, Self::queue_key(id), ());
		NextRedemptionId::<T>::put(id.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		Ok(())
	}

	/// Gives the units back to the holder, who asks for it, or on whose behalf anyone does long after a
	/// breach. Whoever takes back what is overdue has found the breach.
	pub(crate) fn do_cancel(by: T::AccountId, id: RedemptionId) -> DispatchResult {
		let now = T::Time::now();
		let mut redemption = Self::load(id)?;
		ensure!(redemption.state.is_owed(), Error::<T>::WrongState);
		// Another account of the holder may have to: this one may be lost.
		let own = redemption.holder == by
			|| T::Identities::active_identity_of(&by) == Some(redemption.identity);
		let stuck = Self::is_stuck(&redemption, now);
		ensure!(
			own || stuck || Self::is_long_in_breach(&redemption, now)?,
			Error::<T>::NotHolder
		);
		Self::forget_block(id, &mut redemption, now)?;
		if redemption.breach.is_none()
			&& Self::is_overdue(&redemption, now)
			&& Self::ensure_no_excuse(&redemption).is_ok()
		{
			Self::enter_breach(by.clone(), id, &mut redemption, now)?;
		}
		Self::settle_breach(id, &mut redemption)?;
		let breached = redemption.breach.is_some();
		if redemption.release.is_some() {
			ensure!(breached || stuck, Error::<T>::PartlyReleased);
			return Self::settle_part(by, id, redemption);
		}
		ensure!(
			breached
				|| stuck || redemption.acceptance.is_none()
				|| Self::is_deficient(redemption.asset, now)?,
			Error::<T>::NotOverdue
		);
		Self::advance(id, &mut redemption, RedemptionState::Cancelled)?;
		Self::end(id, &mut redemption, now)?;
		Self::give_back(&redemption)?;
		let Redemption {
			asset,
			holder,
			amount,
			..
		} = redemption;
		Self::deposit_event(Event::RedemptionCancelled {
			id,
			asset,
			holder,
			amount,
			by,
			breached,
		});
		Ok(())
	}

	/// Whether the holder had its time to choose between the units and the late underlying.
	fn is_long_in_breach(redemption: &RedemptionOf<T>, now: Moment) -> Result<bool, DispatchError> {
		let Some(breach) = redemption.breach else {
			return Ok(false);
		};
		let until = breach
			.at
			.checked_add(T::BreachEndPeriod::get())
			.ok_or(ArithmeticError::Overflow)?;
		Ok(now > until)
	}

	/// Before a redemption in breach ends, the bond pays what it can of what is unpaid yet.
	pub(crate) fn settle_breach(
		id: RedemptionId,
		redemption: &mut RedemptionOf<T>,
	) -> DispatchResult {
		let asset = redemption.asset;
		let paid = Self::pay_penalty(id, redemption)?;
		if paid > 0 {
			Self::deposit_event(Event::PenaltyPaid {
				id,
				asset,
				paid,
				unpaid: redemption.unpaid_penalty(),
			});
		}
		Ok(())
	}

	/// Past its time, a redemption ends in the part that was handed over: the fewest units that claim
	/// it wait to be burned, the rest go back to the holder.
	fn settle_part(
		by: T::AccountId,
		id: RedemptionId,
		mut redemption: RedemptionOf<T>,
	) -> DispatchResult {
		let returned = Self::end_in_part(id, &mut redemption)?;
		Self::deposit_event(Event::RedemptionSettledInPart {
			id,
			asset: redemption.asset,
			holder: redemption.holder,
			amount: redemption.amount,
			returned,
			by,
		});
		Ok(())
	}

	/// Keeps the fewest units that claim what was handed over, to be burned, and gives the rest back to
	/// the holder. Returns how many that are.
	pub(crate) fn end_in_part(
		id: RedemptionId,
		redemption: &mut RedemptionOf<T>,
	) -> Result<Balance, DispatchError> {
		let asset = redemption.asset;
		let released = redemption.released();
		let amount = redemption
			.units_for_released()
			.ok_or(ArithmeticError::Overflow)?;
		let returned = redemption
			.amount
			.checked_sub(amount)
			.ok_or(ArithmeticError::Underflow)?;
		Self::advance(id, redemption, RedemptionState::Released)?;
		redemption.amount = returned;
		if returned > 0 {
			Self::give_back(redemption)?;
		}
		redemption.amount = amount;
		redemption.claim = released;
		Self::commit(asset, amount)?;
		Redemptions::<T>::insert(id, &*redemption);
		Ok(returned)
	}

	/// Gives the units back to the holder, whose request the issuer refuses.
	pub(crate) fn do_reject(who: &T::AccountId, id: RedemptionId, reason: Hash) -> DispatchResult {
		let now = T::Time::now();
		let mut redemption = Self::load(id)?;
		Self::acting_issuer(who, redemption.asset, now)?;
		ensure!(
			redemption.state.can_become(RedemptionState::Rejected),
			Error::<T>::WrongState
		);
		Self::forget_block(id, &mut redemption, now)?;
		ensure!(!Self::is_overdue(&redemption, now), Error::<T>::AnswerLate);
		Self::advance(id, &mut redemption, RedemptionState::Rejected)?;
		Self::end(id, &mut redemption, now)?;
		Self::give_back(&redemption)?;
		let Redemption {
			asset,
			holder,
			amount,
			..
		} = redemption;
		Self::deposit_event(Event::RedemptionRejected {
			id,
			asset,
			holder,
			amount,
			reason,
		});
		Ok(())
	}

	/// Binds the issuer to deliver.
	pub(crate) fn do_accept(who: &T::AccountId, id: RedemptionId) -> DispatchResult {
		let now = T::Time::now();
		let mut redemption = Self::load(id)?;
		let by = Self::acting_issuer(who, redemption.asset, now)?;
		ensure!(
			redemption.state.can_become(RedemptionState::Accepted),
			Error::<T>::WrongState
		);
		Self::forget_block(id, &mut redemption, now)?;
		Self::ensure_payable(&redemption)?;
		Self::ensure_turn(id, &redemption)?;
		Self::advance(id, &mut redemption, RedemptionState::Accepted)?;
		redemption.clock_ms = Self::clock(redemption.asset, now);
		redemption.waited_ms = Self::waited_ms(redemption.asset, now);
		let release_by = now
			.max(redemption.notice_until)
			.checked_add(redemption.release_within)
			.ok_or(ArithmeticError::Overflow)?;
		let acceptance = Acceptance {
			by,
			at: now,
			release_by,
		};
		redemption.acceptance = Some(acceptance);
		Redemptions::<T>::insert(id, &redemption);
		let asset = redemption.asset;
		Self::deposit_event(Event::RedemptionAccepted {
			id,
			asset,
			issuer: by,
			release_by,
		});
		Ok(())
	}

	/// Destroys the units whose underlying is gone.
	pub(crate) fn do_burn(id: RedemptionId) -> DispatchResult {
		let now = T::Time::now();
		let mut redemption = Self::load(id)?;
		let Redemption { asset, amount, .. } = redemption;
		Self::advance(id, &mut redemption, RedemptionState::Burned)?;

		CommittedToBurn::<T>::try_mutate(asset, |committed| -> DispatchResult {
			*committed = committed
				.checked_sub(amount)
				.ok_or(ArithmeticError::Underflow)?;
			Ok(())
		})?;
		Totals::<T>::try_mutate(asset, |totals| -> DispatchResult {
			totals.burned = totals
				.burned
				.checked_add(amount)
				.ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})?;
		Self::end(id, &mut redemption, now)?;
		T::Holds::burn_held(asset, Self::hold_reason(), &redemption.holder, amount)?;
		let holder = redemption.holder;
		Self::deposit_event(Event::RedemptionBurned {
			id,
			asset,
			holder,
			amount,
		});
		Ok(())
	}

	/// Forgets redemptions that ended long enough ago.
	pub(crate) fn do_prune_redemptions(
		ids: &BoundedVec<RedemptionId, ConstU32<MAX_PRUNED>>,
	) -> DispatchResult {
		let now = T::Time::now();
		for id in ids {
			let closed_at = Self::load(*id)?.closed_at.ok_or(Error::<T>::StillOpen)?;
			let forget_at = closed_at
				.checked_add(T::HistoryPeriod::get())
				.ok_or(ArithmeticError::Overflow)?;
			ensure!(forget_at < now, Error::<T>::TooRecent);
			Redemptions::<T>::remove(id);
		}
		Ok(())
	}

	pub(crate) fn load(id: RedemptionId) -> Result<RedemptionOf<T>, DispatchError> {
		Redemptions::<T>::get(id).ok_or(Error::<T>::RedemptionNotFound.into())
	}

	/// Moves a redemption on, and keeps what is counted by state: whoever waits for an answer, breaches
	/// that nothing has ended, and what is owed.
	pub(crate) fn advance(
		id: RedemptionId,
		redemption: &mut RedemptionOf<T>,
		next: RedemptionState,
	) -> DispatchResult {
		let (asset, from) = (redemption.asset, redemption.state);
		ensure!(from.can_become(next), Error::<T>::WrongState);
		if from == RedemptionState::Requested {
			Waiting::<T>::remove(asset, Self::queue_key(id));
		}
		if next == RedemptionState::Breached {
			UncuredBreaches::<T>::try_mutate(asset, |count| -> DispatchResult {
				*count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
				Ok(())
			})?;
		}
		if from == RedemptionState::Breached {
			UncuredBreaches::<T>::try_mutate(asset, |count| -> DispatchResult {
				*count = count.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
				Ok(())
			})?;
		}
		if from.is_owed() && !next.is_owed() {
			Self::lower_risk(asset, redemption.unpaid_penalty())?;
			PartlyReleased::<T>::try_mutate(asset, |parts| -> DispatchResult {
				*parts = parts
					.checked_sub(redemption.released())
					.ok_or(ArithmeticError::Underflow)?;
				Ok(())
			})?;
		}
		redemption.state = next;
		Ok(())
	}

	/// Takes a redemption that has ended off the open ones. It stays readable when it had been
	/// accepted or in breach; else it is removed, so that asking and taking back leaves nothing behind.
	pub(crate) fn end(
		id: RedemptionId,
		redemption: &mut RedemptionOf<T>,
		now: Moment,
	) -> DispatchResult {
		redemption.closed_at = Some(now);
		if redemption.acceptance.is_some() || redemption.breach.is_some() {
			Redemptions::<T>::insert(id, &*redemption);
		} else {
			Redemptions::<T>::remove(id);
		}
		HolderRedemptions::<T>::mutate_exists(redemption.asset, &redemption.holder, |open| {
			if let Some(ids) = open {
				ids.retain(|other| *other != id);
				if ids.is_empty() {
					*open = None;
				}
			}
		});
		OpenRedemptions::<T>::try_mutate(redemption.asset, |open| -> DispatchResult {
			*open = open.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
			Ok(())
		})
	}

	pub(crate) fn give_back(redemption: &RedemptionOf<T>) -> DispatchResult {
		T::Holds::release(
			redemption.asset,
			Self::hold_reason(),
			&redemption.holder,
			redemption.amount,
		)
	}

	pub(crate) fn acting_issuer(
		who: &T::AccountId,
		asset: AssetId,
		now: Moment,
	) -> Result<IdentityId, DispatchError> {
		acting_identity::<_, T::Identities, T::Roles>(who, asset, Role::Issuer, now)
			.ok_or(Error::<T>::NotIssuer.into())
	}
}
