//! What is done against a holder's will: dockets' orders, and freezes by the hundred.

use crate::{
	effects::Effects,
	pallet::{Config, Controls, Error, Event, Pallet, Positions},
	types::{Amount, DocketFreeze, Freeze, FreezeTarget, Request, Source},
};
use assay_primitives::{AssetId, Balance, DocketId, IdentityId, Moment, Movement};
use assay_traits::{HoldCloser, IdentityInspect, InterventionLedger};
use polkadot_sdk::{
	frame_support::{
		ensure,
		storage::with_storage_layer,
		traits::{
			fungibles::Mutate,
			tokens::{Fortitude, Precision, Preservation},
			Time,
		},
	},
	pallet_assets,
	sp_runtime::{ArithmeticError, DispatchError, DispatchResult},
};

impl<T: Config> InterventionLedger<T::AccountId> for Pallet<T> {
	fn freeze(
		asset: AssetId,
		account: &T::AccountId,
		docket: DocketId,
		until: Moment,
	) -> Result<IdentityId, DispatchError> {
		ensure!(Controls::<T>::contains_key(asset), Error::<T>::UnknownAsset);
		let identity = T::Identities::identity_of(account).ok_or(Error::<T>::UnknownTarget)?;
		let mut position = Positions::<T>::get(asset, identity).unwrap_or_default();
		let another = position
			.docket
			.is_some_and(|freeze| freeze.docket != docket);
		let stands = another && position.is_under_docket(T::Time::now());
		ensure!(!stands, Error::<T>::UnderDocket);
		position.docket = Some(DocketFreeze { docket, until });
		Self::put_position(asset, identity, position);
		Ok(identity)
	}

	fn lift(asset: AssetId, identity: IdentityId, docket: DocketId) {
		let Some(mut position) = Positions::<T>::get(asset, identity) else {
			return;
		};
		if position
			.docket
			.is_some_and(|freeze| freeze.docket == docket)
		{
			position.docket = None;
			Self::put_position(asset, identity, position);
		}
	}

	fn frozen_by(asset: AssetId, identity: IdentityId) -> Option<(DocketId, Moment)> {
		let freeze = Positions::<T>::get(asset, identity)?.docket?;
		Some((freeze.docket, freeze.until))
	}

	fn force_transfer(
		asset: AssetId,
		from: &T::AccountId,
		to: &T::AccountId,
		amount: Option<Balance>,
	) -> Result<Balance, DispatchError> {
		with_storage_layer(|| {
			let all = amount.is_none();
			let amount = Self::free_up(asset, from, amount)?;
			if all && amount == 0 {
				return Ok(0);
			}
			let effects = Self::decide_forced(asset, from, Some(to), amount)?;
			Self::with_clearance(asset, from, to, None, amount, 0, || {
				Self::move_raw(asset, from, to, None, amount)
			})?;
			Self::apply(effects);
			Ok(amount)
		})
	}

	fn wipe(asset: AssetId, from: &T::AccountId, amount: Balance) -> DispatchResult {
		with_storage_layer(|| {
			let amount = Self::free_up(asset, from, Some(amount))?;
			let effects = Self::decide_forced(asset, from, None, amount)?;
			let burned = Self::with_clearance(asset, from, from, None, amount, 0, || {
				<pallet_assets::Pallet<T> as Mutate<T::AccountId>>::burn_from(
					asset,
					from,
					amount,
					Preservation::Expendable,
					Precision::Exact,
					Fortitude::Polite,
				)
			})?;
			ensure!(burned == amount, Error::<T>::LedgerMismatch);
			Self::apply(effects);
			T::HoldCloser::wiped(asset, amount)
		})
	}
}

impl<T: Config> Pallet<T> {
	/// Ends what stands on the units that are needed, and says how many are to be taken.
	fn free_up(
		asset: AssetId,
		from: &T::AccountId,
		amount: Option<Balance>,
	) -> Result<Balance, DispatchError> {
		if amount.is_none_or(|amount| amount > Self::takeable(asset, from)) {
			T::HoldCloser::close(asset, from)?;
		}
		let takeable = Self::takeable(asset, from);
		let amount = amount.unwrap_or(takeable);
		// What still is on hold needs the account to live on, and gives none of its units away.
		if amount <= takeable {
			Self::keep_formally_free(asset, from, amount)?;
		}
		Ok(amount)
	}

	pub(crate) fn takeable(asset: AssetId, from: &T::AccountId) -> Balance {
		let request = Self::forced(asset, from, None, 0);
		let context = Self::load(request);
		context.sender.map_or(0, |sender| sender.takeable())
	}

	pub(crate) fn decide_forced(
		asset: AssetId,
		from: &T::AccountId,
		to: Option<&T::AccountId>,
		amount: Balance,
	) -> Result<Effects<T::AccountId>, Error<T>> {
		Self::decide_or_refuse(Self::forced(asset, from, to, amount))
			.map(|decision| decision.effects)
	}

	fn forced(
		asset: AssetId,
		from: &T::AccountId,
		to: Option<&T::AccountId>,
		amount: Balance,
	) -> Request<T::AccountId> {
		Request {
			asset,
			movement: Movement::Forced,
			from: Some(from.clone()),
			to: to.cloned(),
			spender: None,
			amount: Amount::Exactly(amount),
			keep_alive: false,
			source: Source::Free,
		}
	}

	/// Lays the same freeze on each target. One that has it already is skipped, so that a list can be
	/// sent again after a part of it was done.
	pub(crate) fn do_freeze_many(
		asset: AssetId,
		targets: &[FreezeTarget<T::AccountId>],
		new: Freeze,
		by: IdentityId,
	) -> Result<(u32, u32), DispatchError> {
		let (mut done, mut skipped) = (0u32, 0u32);
		for target in targets {
			let old = Self::do_freeze(asset, target, new)?;
			let counter = if old == new { &mut skipped } else { &mut done };
			*counter = counter.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			if old == new {
				continue;
			}
			let target = target.clone();
			Self::deposit_event(match new {
				Freeze::None => Event::Thawed {
					asset,
					target,
					old,
					by,
				},
				Freeze::Partial(_) | Freeze::Full => Event::Frozen {
					asset,
					target,
					old,
					new,
					by,
				},
			});
		}
		Ok((done, skipped))
	}
}
