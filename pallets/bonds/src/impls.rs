//! What the calls do.

use crate::{
	types::{Bond, Withdrawal},
	BondOf, Bonds, Claims, Config, Error, Event, HoldReason, Pallet, PosterBonds,
};
use assay_primitives::{AssetId, Balance, BondPurpose, Role};
use assay_traits::{
	acting_identity, acting_organisation, AssetInspect, BondDependents, GuardedHolds,
	IdentityInspect,
};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{Get, Time},
	},
	sp_runtime::{ArithmeticError, DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// The reason under which bonded units are held.
	pub(crate) fn hold_reason() -> T::RuntimeHoldReason {
		HoldReason::Bond.into()
	}

	pub(crate) fn do_post(
		who: T::AccountId,
		purpose: BondPurpose,
		asset: AssetId,
		amount: Balance,
	) -> DispatchResult {
		Self::ensure_may_post(&who, purpose)?;
		ensure!(amount > 0, Error::<T>::AmountZero);
		ensure!(purpose != BondPurpose::Issuer(asset), Error::<T>::OwnAsset);
		Self::ensure_settlement(asset)?;
		ensure!(
			!Bonds::<T>::contains_key(purpose),
			Error::<T>::AlreadyPosted
		);
		PosterBonds::<T>::try_mutate(asset, &who, |purposes| purposes.try_push(purpose))
			.map_err(|_| Error::<T>::TooManyBonds)?;
		T::Holds::hold(asset, Self::hold_reason(), &who, amount, false)?;
		Bonds::<T>::insert(
			purpose,
			Bond {
				poster: who.clone(),
				asset,
				amount,
				withdrawal: None,
			},
		);
		Self::deposit_event(Event::BondPosted {
			purpose,
			poster: who,
			asset,
			amount,
		});
		Ok(())
	}

	pub(crate) fn do_top_up(
		who: T::AccountId,
		purpose: BondPurpose,
		amount: Balance,
	) -> DispatchResult {
		let mut bond = Self::posted_by(&who, purpose)?;
		ensure!(amount > 0, Error::<T>::AmountZero);
		Self::ensure_settlement(bond.asset)?;
		let old = bond.amount;
		let new = old.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		T::Holds::hold(bond.asset, Self::hold_reason(), &who, amount, false)?;
		bond.amount = new;
		Bonds::<T>::insert(purpose, bond);
		Self::deposit_event(Event::BondToppedUp { purpose, old, new });
		Ok(())
	}

	pub(crate) fn do_request_withdrawal(
		who: T::AccountId,
		purpose: BondPurpose,
		amount: Balance,
	) -> DispatchResult {
		let mut bond = Self::posted_by(&who, purpose)?;
		ensure!(amount > 0, Error::<T>::AmountZero);
		Self::ensure_not_required(purpose, &bond, amount)?;
		let available_at = T::Time::now()
			.checked_add(T::WithdrawalNotice::get())
			.ok_or(ArithmeticError::Overflow)?;
		bond.withdrawal = Some(Withdrawal {
			amount,
			available_at,
		});
		Bonds::<T>::insert(purpose, bond);
		Self::deposit_event(Event::WithdrawalRequested {
			purpose,
			amount,
			available_at,
		});
		Ok(())
	}

	pub(crate) fn do_cancel_withdrawal(who: T::AccountId, purpose: BondPurpose) -> DispatchResult {
		let mut bond = Self::posted_by(&who, purpose)?;
		let withdrawal = bond.withdrawal.take().ok_or(Error::<T>::NoWithdrawal)?;
		Bonds::<T>::insert(purpose, bond);
		Self::deposit_event(Event::WithdrawalCancelled {
			purpose,
			amount: withdrawal.amount,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw(who: T::AccountId, purpose: BondPurpose) -> DispatchResult {
		let mut bond = Self::posted_by(&who, purpose)?;
		let withdrawal = bond.withdrawal.take().ok_or(Error::<T>::NoWithdrawal)?;
		ensure!(
			withdrawal.available_at <= T::Time::now(),
			Error::<T>::NoticeRunning
		);
		let remaining = Self::ensure_not_required(purpose, &bond, withdrawal.amount)?;
		bond.amount = remaining;
		let asset = bond.asset;
		Self::put(purpose, bond);
		T::Holds::release(asset, Self::hold_reason(), &who, withdrawal.amount)?;
		Self::deposit_event(Event::BondWithdrawn {
			purpose,
			amount: withdrawal.amount,
			remaining,
		});
		Ok(())
	}

	pub(crate) fn do_collect(
		asset: AssetId,
		poster: T::AccountId,
		beneficiary: T::AccountId,
	) -> DispatchResult {
		let amount = Claims::<T>::take((asset, &poster, &beneficiary));
		ensure!(amount > 0, Error::<T>::NoClaim);
		Self::pay(asset, &poster, &beneficiary, amount)?;
		Self::deposit_event(Event::ClaimCollected {
			asset,
			poster,
			beneficiary,
			amount,
		});
		Ok(())
	}

	/// Hands units on hold to whom they are due. Whoever is hurt by its own promise gets its own back.
	pub(crate) fn pay(
		asset: AssetId,
		poster: &T::AccountId,
		to: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		if poster == to {
			T::Holds::release(asset, Self::hold_reason(), poster, amount)
		} else {
			T::Holds::move_held(asset, Self::hold_reason(), poster, to, amount)
		}
	}

	/// Stores a bond, or removes it with its last unit.
	pub(crate) fn put(purpose: BondPurpose, bond: BondOf<T>) {
		if bond.amount > 0 {
			Bonds::<T>::insert(purpose, bond);
			return;
		}
		Bonds::<T>::remove(purpose);
		PosterBonds::<T>::mutate_exists(bond.asset, &bond.poster, |purposes| {
			if let Some(list) = purposes {
				list.retain(|other| *other != purpose);
				if list.is_empty() {
					*purposes = None;
				}
			}
		});
	}

	fn posted_by(who: &T::AccountId, purpose: BondPurpose) -> Result<BondOf<T>, DispatchError> {
		let bond = Bonds::<T>::get(purpose).ok_or(Error::<T>::NotFound)?;
		ensure!(bond.poster == *who, Error::<T>::NotPoster);
		Ok(bond)
	}

	/// Who makes the promise puts the bond down.
	fn ensure_may_post(who: &T::AccountId, purpose: BondPurpose) -> DispatchResult {
		match purpose {
			BondPurpose::Issuer(asset) => {
				acting_identity::<_, T::Identities, T::Roles>(
					who,
					asset,
					Role::Issuer,
					T::Time::now(),
				)
				.ok_or(Error::<T>::NotIssuer)?;
			},
			BondPurpose::Custodian(organisation) => {
				let acting = T::Identities::active_identity_of(who)
					.and_then(acting_organisation::<_, T::Identities>);
				ensure!(acting == Some(organisation), Error::<T>::NotOrganisation);
			},
		}
		Ok(())
	}

	fn ensure_settlement(asset: AssetId) -> DispatchResult {
		ensure!(
			T::Assets::summary(asset).is_some_and(|summary| summary.settlement),
			Error::<T>::NotSettlement
		);
		Ok(())
	}

	/// What stays when `amount` goes, if that is enough.
	fn ensure_not_required(
		purpose: BondPurpose,
		bond: &BondOf<T>,
		amount: Balance,
	) -> Result<Balance, DispatchError> {
		let remaining = bond
			.amount
			.checked_sub(amount)
			.ok_or(Error::<T>::StillRequired)?;
		ensure!(
			T::Dependents::required(purpose) <= remaining,
			Error::<T>::StillRequired
		);
		Ok(remaining)
	}
}
