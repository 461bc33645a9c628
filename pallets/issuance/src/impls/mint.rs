//! How units come to be.

use crate::{
	types::{Bucket, Limits, MintRecord, Raise, MAX_MINT_VALIDITY, MAX_PRUNED},
	Buckets, Config, Error, MintIds, Pallet, Totals, UncuredBreaches,
};
use assay_primitives::{
	AssetId, AssetSummary, Balance, Hash, IdentityId, Moment, Movement, ReserveFigures,
	ReserveStatus, Role, BPS,
};
use assay_traits::{
	acting_identity, AssetInspect, GuardedLedger, ReserveInspect, ReserveParameters,
};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{Get, Time},
		BoundedVec,
	},
	sp_core::{ConstU32, U256},
	sp_runtime::{ArithmeticError, DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// Mints each amount to its receiver, all or, once the dispatch is rolled back, nothing.
	///
	/// Returns the minter's identity and the sum.
	pub(crate) fn do_mint(
		who: &T::AccountId,
		asset: AssetId,
		mint_id: Hash,
		valid_until: Moment,
		mints: &[(T::AccountId, Balance)],
	) -> Result<(IdentityId, Balance), DispatchError> {
		let now = T::Time::now();
		let minter = acting_identity::<_, T::Identities, T::Roles>(who, asset, Role::Minter, now)
			.ok_or(Error::<T>::NotMinter)?;
		let summary = T::Assets::summary(asset).ok_or(Error::<T>::AssetNotFound)?;
		ensure!(
			summary.status.allows(Movement::Mint),
			Error::<T>::AssetNotActive
		);
		ensure!(
			T::Assets::documents_in_force(asset, now),
			Error::<T>::DocumentExpired
		);
		ensure!(
			UncuredBreaches::<T>::get(asset) == 0,
			Error::<T>::BreachUncured
		);
		Self::ensure_order_is_fresh(asset, mint_id, valid_until, now)?;
		let amount = Self::sum(mints)?;
		let bucket = Self::charge(asset, &summary, minter, amount, now)?;

		Buckets::<T>::insert(asset, bucket);
		MintIds::<T>::insert(
			asset,
			mint_id,
			MintRecord {
				amount,
				minted_at: now,
				valid_until,
			},
		);
		Totals::<T>::try_mutate(asset, |totals| -> DispatchResult {
			totals.minted = totals
				.minted
				.checked_add(amount)
				.ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})?;
		for (to, amount) in mints {
			T::Ledger::mint(asset, to, *amount)?;
		}
		Self::ensure_bonded(asset, now)?;
		// Last, and on the figures as stored: whatever the steps before did, no unit stays that is
		// not backed.
		let after = T::Reserves::figures(asset, now)?;
		ensure!(
			after.status == ReserveStatus::Backed,
			Error::<T>::InsufficientReserve
		);
		Self::chart(asset, &after, now);
		Ok((minter, amount))
	}

	/// An order is used at most once: while its record stands by the record, afterwards by the end
	/// of its validity.
	fn ensure_order_is_fresh(
		asset: AssetId,
		mint_id: Hash,
		valid_until: Moment,
		now: Moment,
	) -> DispatchResult {
		ensure!(
			!MintIds::<T>::contains_key(asset, mint_id),
			Error::<T>::MintIdUsed
		);
		let ahead = valid_until
			.checked_sub(now)
			.ok_or(Error::<T>::MintExpired)?;
		ensure!(ahead <= MAX_MINT_VALIDITY, Error::<T>::ValidTooLong);
		Ok(())
	}

	fn sum(mints: &[(T::AccountId, Balance)]) -> Result<Balance, DispatchError> {
		let mut sum: Balance = 0;
		for (_, amount) in mints {
			ensure!(*amount > 0, Error::<T>::AmountZero);
			sum = sum.checked_add(*amount).ok_or(ArithmeticError::Overflow)?;
		}
		ensure!(sum > 0, Error::<T>::AmountZero);
		Ok(sum)
	}

	/// The bucket after `amount` was taken out, if all of its limits allow that.
	fn charge(
		asset: AssetId,
		summary: &AssetSummary,
		minter: IdentityId,
		amount: Balance,
		now: Moment,
	) -> Result<Bucket, DispatchError> {
		let bucket = Buckets::<T>::get(asset)
			.ok_or(Error::<T>::NoMintAllowance)?
			.at(now);
		ensure!(bucket.controller != minter, Error::<T>::MinterIsController);
		ensure!(
			amount <= bucket.limits.single_mint_cap,
			Error::<T>::AboveSingleMintCap
		);
		ensure!(amount <= bucket.level, Error::<T>::AboveAllowance);
		let before = T::Reserves::figures(asset, now)?;
		ensure!(
			before.status == ReserveStatus::Backed,
			Error::<T>::MintingShut
		);
		let share = Self::reserve_share(asset, summary, &before, now)?;
		bucket
			.clamp(share)
			.take(amount)
			.ok_or(Error::<T>::AboveReserveShare.into())
	}

	/// Most units that the bucket may hold for the reserve there is, rounded down.
	pub(crate) fn reserve_share(
		asset: AssetId,
		summary: &AssetSummary,
		figures: &ReserveFigures,
		now: Moment,
	) -> Result<Balance, DispatchError> {
		let values = T::Parameters::values(asset, now).ok_or(Error::<T>::ParametersMissing)?;
		U256::from(figures.effective)
			.checked_mul(values.mint_bucket_bps.into())
			.and_then(|parts| parts.checked_div(BPS.into()))
			.and_then(|share| share.try_into().ok())
			.and_then(|share| summary.unit.units_floor(share))
			.ok_or(ArithmeticError::Overflow.into())
	}

	/// Sets the limits. Returns the controller's identity, the limits that were in force, and the
	/// bucket.
	pub(crate) fn do_set_bucket(
		who: &T::AccountId,
		asset: AssetId,
		limits: Limits,
	) -> Result<(IdentityId, Option<Limits>, Bucket), DispatchError> {
		let now = T::Time::now();
		let controller = Self::acting_controller(who, asset, now)?;
		let current = Buckets::<T>::get(asset).map(|bucket| bucket.at(now));
		let bucket = match current {
			None => Bucket::first(controller, limits, now),
			Some(bucket) => bucket
				.set(controller, limits, now, T::RaiseDelay::get())
				.ok_or(ArithmeticError::Overflow)?,
		};
		Buckets::<T>::insert(asset, bucket);
		Ok((controller, current.map(|bucket| bucket.limits), bucket))
	}

	/// Drops the raise that waits. Returns the controller's identity and the raise.
	pub(crate) fn do_cancel_raise(
		who: &T::AccountId,
		asset: AssetId,
	) -> Result<(IdentityId, Raise), DispatchError> {
		let now = T::Time::now();
		let controller = Self::acting_controller(who, asset, now)?;
		let mut bucket = Buckets::<T>::get(asset)
			.ok_or(Error::<T>::NoMintAllowance)?
			.at(now);
		let raise = bucket.raise.take().ok_or(Error::<T>::NoRaiseWaiting)?;
		Buckets::<T>::insert(asset, bucket);
		Ok((controller, raise))
	}

	fn acting_controller(
		who: &T::AccountId,
		asset: AssetId,
		now: Moment,
	) -> Result<IdentityId, DispatchError> {
		acting_identity::<_, T::Identities, T::Roles>(who, asset, Role::MintController, now)
			.ok_or(Error::<T>::NotMintController.into())
	}

	/// Removes the records of orders that can no longer be used.
	pub(crate) fn do_prune_mint_ids(
		asset: AssetId,
		mint_ids: &BoundedVec<Hash, ConstU32<MAX_PRUNED>>,
	) -> DispatchResult {
		let now = T::Time::now();
		for mint_id in mint_ids {
			let record = MintIds::<T>::get(asset, mint_id).ok_or(Error::<T>::MintIdNotFound)?;
			ensure!(record.valid_until < now, Error::<T>::MintIdInForce);
			MintIds::<T>::remove(asset, mint_id);
		}
		Ok(())
	}
}
