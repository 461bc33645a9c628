//! How units end.

use crate::{
	types::{Acceptance, Redemption, RedemptionState, Release, ReleasedLots, MAX_PRUNED},
	CommittedToBurn, Config, Error, Event, HoldReason, HolderRedemptions, NextRedemptionId,
	OpenRedemptions, Pallet, RedemptionOf, Redemptions, Totals,
};
use alloc::{collections::BTreeMap, vec::Vec};
use assay_primitives::{
	AssetId, Balance, Hash, IdentityId, LotId, Moment, Movement, Quantity, RedemptionId, Role,
	Scope, VaultId,
};
use assay_traits::{
	acting_identity, AssetInspect, CustodyInspect, GuardedHolds, IdentityInspect, LotRelease,
	ReserveParameters,
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
		let claim = summary
			.unit
			.claim_floor(amount)
			.ok_or(ArithmeticError::Overflow)?;
		ensure!(claim > 0, Error::<T>::ClaimsNothing);
		let values = T::Parameters::values(asset, now).ok_or(Error::<T>::ParametersMissing)?;
		let accept_by = now
			.checked_add(values.accept_deadline_ms)
			.ok_or(ArithmeticError::Overflow)?;
		let id = NextRedemptionId::<T>::get();

		HolderRedemptions::<T>::try_mutate(asset, &who, |open| open.try_push(id))
			.map_err(|_| Error::<T>::TooManyOpenRedemptions)?;
		OpenRedemptions::<T>::try_mutate(asset, |open| -> DispatchResult {
			*open = open.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})?;
		NextRedemptionId::<T>::put(id.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		let redemption = Redemption {
			asset,
			holder: who.clone(),
			identity,
			amount,
			unit: summary.unit,
			claim,
			delivery,
			state: RedemptionState::Requested,
			requested_at: now,
			accept_by,
			release_within: values.release_deadline_ms,
			acceptance: None,
			release: None,
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
		});
		Ok(())
	}

	/// Gives the units back to the holder, who asks for it, or on whose behalf anyone does once the
	/// deadline that runs has passed.
	pub(crate) fn do_cancel(by: T::AccountId, id: RedemptionId) -> DispatchResult {
		let now = T::Time::now();
		let mut redemption = Self::load(id)?;
		let expired = now > redemption.due_by();
		// Another account of the holder may have to: this one may be lost.
		let own = redemption.holder == by
			|| T::Identities::active_identity_of(&by) == Some(redemption.identity);
		if redemption.state == RedemptionState::Accepted && redemption.release.is_some() {
			ensure!(expired || own, Error::<T>::NotHolder);
			ensure!(expired, Error::<T>::PartlyReleased);
			return Self::settle_part(by, id, redemption);
		}
		Self::advance(&mut redemption, RedemptionState::Cancelled)?;
		ensure!(expired || own, Error::<T>::NotHolder);
		ensure!(
			expired || redemption.acceptance.is_none(),
			Error::<T>::NotOverdue
		);
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
			expired,
		});
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
			.unit
			.units_ceil(released)
			.ok_or(ArithmeticError::Overflow)?;
		let returned = redemption
			.amount
			.checked_sub(amount)
			.ok_or(ArithmeticError::Underflow)?;
		Self::advance(redemption, RedemptionState::Released)?;
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
		Self::advance(&mut redemption, RedemptionState::Rejected)?;
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
		Self::advance(&mut redemption, RedemptionState::Accepted)?;
		Self::ensure_not_barred(&redemption)?;
		let release_by = now
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

	/// Takes the lots out of the reserve and, with the last of the claim, the units out of what it
	/// must cover. Until then less is there and as much is owed: the doubt is the issuer's.
	pub(crate) fn do_release(
		who: &T::AccountId,
		id: RedemptionId,
		lots: &ReleasedLots,
		evidence: Hash,
	) -> DispatchResult {
		let now = T::Time::now();
		let mut redemption = Self::load(id)?;
		let asset = redemption.asset;
		let custodian = Self::acting_custodian(who, asset, now)?;
		let open = redemption.state.can_become(RedemptionState::Released);
		ensure!(open, Error::<T>::WrongState);
		Self::ensure_not_barred(&redemption)?;

		let before = redemption.released();
		let reference = Self::part_reference(id, before);
		let quantity = Self::take_out_lots(asset, custodian, reference, lots, now)?;
		ensure!(quantity > 0, Error::<T>::ReleaseMismatch);
		let released = before
			.checked_add(quantity)
			.ok_or(ArithmeticError::Overflow)?;
		let remaining = redemption
			.claim
			.checked_sub(released)
			.ok_or(Error::<T>::ReleaseMismatch)?;
		redemption.release = Some(Release {
			custodian,
			quantity: released,
			evidence,
			at: now,
		});
		if remaining == 0 {
			Self::advance(&mut redemption, RedemptionState::Released)?;
			Self::commit(asset, redemption.amount)?;
		}
		Redemptions::<T>::insert(id, &redemption);
		Self::deposit_event(Event::RedemptionReleased {
			id,
			asset,
			custodian,
			quantity,
			released,
			remaining,
			evidence,
			reference,
		});
		Ok(())
	}

	/// From now on the reserve need not cover these units.
	fn commit(asset: AssetId, amount: Balance) -> DispatchResult {
		CommittedToBurn::<T>::try_mutate(asset, |committed| {
			*committed = committed
				.checked_add(amount)
				.ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}

	fn take_out_lots(
		asset: AssetId,
		custodian: IdentityId,
		reference: Hash,
		lots: &ReleasedLots,
		now: Moment,
	) -> Result<Quantity, DispatchError> {
		let mut by_vault = BTreeMap::<VaultId, Vec<(LotId, Quantity)>>::new();
		for (vault, lot, quantity) in lots {
			by_vault.entry(*vault).or_default().push((*lot, *quantity));
		}
		let mut sum: Quantity = 0;
		for (vault, lots) in by_vault {
			let released = T::LotRelease::release(
				Scope {
					asset,
					custodian,
					vault,
				},
				&lots,
				reference,
				now,
			)?;
			sum = sum.checked_add(released).ok_or(ArithmeticError::Overflow)?;
		}
		Ok(sum)
	}

	/// Destroys the units whose underlying is gone.
	pub(crate) fn do_burn(id: RedemptionId) -> DispatchResult {
		let now = T::Time::now();
		let mut redemption = Self::load(id)?;
		let Redemption { asset, amount, .. } = redemption;
		Self::advance(&mut redemption, RedemptionState::Burned)?;

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

	pub(crate) fn advance(
		redemption: &mut RedemptionOf<T>,
		next: RedemptionState,
	) -> DispatchResult {
		ensure!(redemption.state.can_become(next), Error::<T>::WrongState);
		redemption.state = next;
		Ok(())
	}

	/// Takes a redemption that has ended off the open ones. It stays readable when it had been
	/// accepted; else it is removed, so that asking and taking back leaves nothing behind.
	pub(crate) fn end(
		id: RedemptionId,
		redemption: &mut RedemptionOf<T>,
		now: Moment,
	) -> DispatchResult {
		redemption.closed_at = Some(now);
		if redemption.acceptance.is_some() {
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

	fn acting_issuer(
		who: &T::AccountId,
		asset: AssetId,
		now: Moment,
	) -> Result<IdentityId, DispatchError> {
		acting_identity::<_, T::Identities, T::Roles>(who, asset, Role::Issuer, now)
			.ok_or(Error::<T>::NotIssuer.into())
	}

	/// The approved organisation for which `who` acts as custodian of the asset.
	fn acting_custodian(
		who: &T::AccountId,
		asset: AssetId,
		now: Moment,
	) -> Result<IdentityId, DispatchError> {
		acting_identity::<_, T::Identities, T::Roles>(who, asset, Role::Custodian, now)
			.and_then(T::Identities::organisation_of)
			.filter(|organisation| T::Custody::is_custodian(*organisation))
			.ok_or(Error::<T>::NotCustodian.into())
	}
}
