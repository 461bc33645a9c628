//! Takes from a bond what its promise, broken, costs.

use crate::{Bonds, Claims, Config, Event, Pallet};
use assay_primitives::{Balance, BasisPoints, BondPurpose, Hash, BPS};
use assay_traits::{BondDraw, BondInspect};
use polkadot_sdk::{
	frame_support::storage::with_storage_layer,
	sp_core::U256,
	sp_runtime::{ArithmeticError, DispatchError},
};

impl<T: Config> BondDraw<T::AccountId> for Pallet<T> {
	fn draw(
		purpose: BondPurpose,
		amount: Balance,
		to: &T::AccountId,
		reference: Hash,
	) -> Result<Balance, DispatchError> {
		with_storage_layer(|| Self::do_draw(purpose, amount, to, reference))
	}

	fn draw_share(
		purpose: BondPurpose,
		share_bps: BasisPoints,
		to: &T::AccountId,
		reference: Hash,
	) -> Result<Balance, DispatchError> {
		let amount = U256::from(<Self as BondInspect>::bonded(purpose))
			.checked_mul(share_bps.into())
			.and_then(|parts| parts.checked_div(BPS.into()))
			.and_then(|share| share.try_into().ok())
			.ok_or(ArithmeticError::Overflow)?;
		<Self as BondDraw<_>>::draw(purpose, amount, to, reference)
	}
}

impl<T: Config> Pallet<T> {
	fn do_draw(
		purpose: BondPurpose,
		amount: Balance,
		to: &T::AccountId,
		reference: Hash,
	) -> Result<Balance, DispatchError> {
		let Some(mut bond) = Bonds::<T>::get(purpose) else {
			return Ok(0);
		};
		let paid = amount.min(bond.amount);
		if paid == 0 {
			return Ok(0);
		}
		let (asset, poster) = (bond.asset, bond.poster.clone());
		let remaining = bond
			.amount
			.checked_sub(paid)
			.ok_or(ArithmeticError::Underflow)?;
		bond.amount = remaining;
		if let Some(withdrawal) = bond.withdrawal.as_mut() {
			withdrawal.amount = withdrawal.amount.min(remaining);
		}
		Self::put(purpose, bond);
		// Refused, the movement has left nothing behind, and the units stay on hold for their new owner.
		let settled = Self::pay(asset, &poster, to, paid).is_ok();
		if !settled {
			Claims::<T>::try_mutate((asset, &poster, to), |claim| {
				*claim = claim.checked_add(paid).ok_or(ArithmeticError::Overflow)?;
				Ok::<_, DispatchError>(())
			})?;
		}
		Self::deposit_event(Event::BondDrawn {
			purpose,
			asset,
			beneficiary: to.clone(),
			amount: paid,
			remaining,
			settled,
			reference,
		});
		Ok(paid)
	}
}
