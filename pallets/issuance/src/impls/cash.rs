//! Money in place of the underlying, by reference.

use crate::{
	types::{CashLeg, CashPayment, Payee, RedemptionState},
	Config, Error, Event, Pallet, Redemptions,
};
use assay_primitives::RedemptionId;
use assay_traits::IdentityInspect;
use polkadot_sdk::{
	frame_support::{ensure, traits::Time},
	sp_runtime::{ArithmeticError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// Takes down what the issuer says that it has paid.
	pub(crate) fn do_offer_cash(
		who: &T::AccountId,
		id: RedemptionId,
		payment: CashPayment,
	) -> DispatchResult {
		let now = T::Time::now();
		let mut redemption = Self::load(id)?;
		let asset = redemption.asset;
		Self::acting_issuer(who, asset, now)?;
		ensure!(
			redemption.state.can_become(RedemptionState::Released),
			Error::<T>::WrongState
		);
		redemption.cash = Some(CashLeg {
			payment,
			settled: None,
		});
		Redemptions::<T>::insert(id, redemption);
		Self::deposit_event(Event::CashOffered { id, asset, payment });
		Ok(())
	}

	/// Ends the claim: the holder has got money for what was left. No lot leaves the reserve, and all
	/// units leave what it must cover.
	pub(crate) fn do_confirm_cash(
		who: &T::AccountId,
		id: RedemptionId,
		payment: CashPayment,
	) -> DispatchResult {
		let mut redemption = Self::load(id)?;
		let asset = redemption.asset;
		Self::forget_block(id, &mut redemption, T::Time::now())?;
		// Whoever is to be paid says that it was.
		let paid = match &redemption.payee {
			Payee::Escrow { account } => account == who,
			Payee::Holder | Payee::Blocked { .. } => {
				redemption.holder == *who
					|| T::Identities::active_identity_of(who) == Some(redemption.identity)
			},
		};
		ensure!(paid, Error::<T>::NotHolder);
		ensure!(
			redemption.state.can_become(RedemptionState::Released),
			Error::<T>::WrongState
		);
		ensure!(
			redemption.cash.is_some_and(|cash| cash.payment == payment),
			Error::<T>::NoSuchOffer
		);
		Self::ensure_payable(&redemption)?;
		let quantity = redemption
			.claim
			.checked_sub(redemption.released())
			.ok_or(ArithmeticError::Underflow)?;
		Self::settle_breach(id, &mut redemption)?;
		Self::advance(id, &mut redemption, RedemptionState::Released)?;
		Self::commit(asset, redemption.amount)?;
		redemption.cash = Some(CashLeg {
			payment,
			settled: Some(quantity),
		});
		let holder = redemption.holder.clone();
		Redemptions::<T>::insert(id, redemption);
		Self::deposit_event(Event::CashConfirmed {
			id,
			asset,
			holder,
			payment,
			quantity,
		});
		Ok(())
	}
}
