//! Deadlines missed: the penalty, and what follows.

use crate::{
	types::{Breach, RedemptionState},
	AssetBondTerms, Config, Error, Event, Outages, Pallet, PenaltiesAtRisk, RedemptionOf,
	Redemptions,
};
use assay_primitives::{AssetId, Balance, BondPurpose, Moment, ReasonCode, RedemptionId};
use assay_traits::{BondDraw, BondInspect, RedemptionGuard, SupplyInspect};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{Get, Time},
	},
	sp_core::U256,
	sp_runtime::{ArithmeticError, DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// The clock of outages at `now`, the gap before the block that runs included.
	pub(crate) fn outage_clock(now: Moment) -> crate::OutageClock {
		Outages::<T>::get().at(now, T::OutageThreshold::get(), T::Halted::get())
	}

	/// What outages, and the council's pauses of the asset's redemptions, add up to at `now`. Time that
	/// is both counts twice: who was kept from acting gets no less than that time back.
	pub(crate) fn clock(asset: AssetId, now: Moment) -> Moment {
		let outages = Self::outage_clock(now).total_ms;
		outages
			.checked_add(T::Guard::paused_ms(asset, now))
			.unwrap_or(outages)
	}

	pub(crate) fn is_overdue(redemption: &RedemptionOf<T>, now: Moment) -> bool {
		now > Self::due_of(redemption, now)
	}

	/// Finds a breach, or has the bond pay what it could not pay before.
	pub(crate) fn do_breach(by: T::AccountId, id: RedemptionId) -> DispatchResult {
		let now = T::Time::now();
		let mut redemption = Self::load(id)?;
		let asset = redemption.asset;
		if redemption.state == RedemptionState::Breached {
			let paid = Self::pay_penalty(id, &mut redemption)?;
			ensure!(paid > 0, Error::<T>::NothingToPay);
			let unpaid = redemption.unpaid_penalty();
			Redemptions::<T>::insert(id, redemption);
			Self::deposit_event(Event::PenaltyPaid {
				id,
				asset,
				paid,
				unpaid,
			});
			return Ok(());
		}
		ensure!(
			redemption.state.can_become(RedemptionState::Breached),
			Error::<T>::WrongState
		);
		Self::forget_block(id, &mut redemption, now)?;
		ensure!(Self::is_overdue(&redemption, now), Error::<T>::NotOverdue);
		Self::ensure_no_excuse(&redemption)?;
		Self::enter_breach(by, id, &mut redemption, now)?;
		Redemptions::<T>::insert(id, redemption);
		Ok(())
	}

	/// Puts an overdue redemption in breach and pays what the bond can of the penalty.
	pub(crate) fn enter_breach(
		by: T::AccountId,
		id: RedemptionId,
		redemption: &mut RedemptionOf<T>,
		now: Moment,
	) -> DispatchResult {
		let owed = redemption
			.penalty_for_rest()
			.ok_or(ArithmeticError::Overflow)?;
		let spared = redemption
			.penalty
			.checked_sub(owed)
			.ok_or(ArithmeticError::Underflow)?;
		Self::advance(id, redemption, RedemptionState::Breached)?;
		Self::lower_risk(redemption.asset, spared)?;
		redemption.breach = Some(Breach {
			at: now,
			owed,
			paid: 0,
		});
		let paid = Self::pay_penalty(id, redemption)?;
		Self::deposit_event(Event::RedemptionBreached {
			id,
			asset: redemption.asset,
			holder: redemption.holder.clone(),
			by,
			owed,
			paid,
		});
		Ok(())
	}

	/// Has the bond pay the holder what is owed yet, as far as the units' share of the bond goes.
	/// Returns what it paid.
	pub(crate) fn pay_penalty(
		id: RedemptionId,
		redemption: &mut RedemptionOf<T>,
	) -> Result<Balance, DispatchError> {
		let asset = redemption.asset;
		let purpose = BondPurpose::Issuer(asset);
		let unpaid = redemption.unpaid_penalty();
		if redemption.breach.is_none() || unpaid == 0 {
			return Ok(0);
		}
		let in_kind = AssetBondTerms::<T>::get(asset).map(|terms| terms.settlement)
			== <T::Bonds as BondInspect>::settlement_asset(purpose);
		let Some(breach) = redemption.breach.as_mut().filter(|_| in_kind) else {
			return Ok(0);
		};
		// Together with what it has got already, so that asking again draws nothing more.
		let share = Self::bond_share(asset, redemption.amount, breach.paid)
			.ok_or(ArithmeticError::Overflow)?;
		let payable = unpaid.min(share.checked_sub(breach.paid).unwrap_or_default());
		if payable == 0 {
			return Ok(0);
		}
		let paid = <T::Bonds as BondDraw<T::AccountId>>::draw(
			purpose,
			payable,
			&redemption.holder,
			Self::release_reference(id),
		)?;
		breach.paid = breach
			.paid
			.checked_add(paid)
			.ok_or(ArithmeticError::Overflow)?;
		Self::lower_risk(asset, paid)?;
		Ok(paid)
	}

	/// The part of the bond, with what a redemption has been `paid` of it, that is its units' share of
	/// all units outstanding, rounded down: the bond, and with it the other holders, gains.
	fn bond_share(asset: AssetId, amount: Balance, paid: Balance) -> Option<Balance> {
		let outstanding = <Self as SupplyInspect>::outstanding(asset);
		let bond = <T::Bonds as BondInspect>::bonded(BondPurpose::Issuer(asset));
		U256::from(bond.checked_add(paid)?)
			.checked_mul(amount.min(outstanding).into())?
			.checked_div(outstanding.into())?
			.try_into()
			.ok()
	}

	/// So much of the penalties of open redemptions need not be paid any more.
	pub(crate) fn lower_risk(asset: AssetId, by: Balance) -> DispatchResult {
		PenaltiesAtRisk::<T>::try_mutate(asset, |at_risk| {
			*at_risk = at_risk.checked_sub(by).ok_or(ArithmeticError::Underflow)?;
			Ok(())
		})
	}

	/// Whether compliance lets be paid whoever is to be paid: the holder, unless escrow has taken its
	/// place. A docket is to decide about these units first.
	pub(crate) fn ensure_payable(redemption: &RedemptionOf<T>) -> DispatchResult {
		if matches!(redemption.payee, crate::Payee::Escrow { .. }) {
			return Ok(());
		}
		T::Guard::check_payment(redemption.asset, &redemption.holder).map_err(|why| match why {
			ReasonCode::SenderUnderDocket | ReasonCode::SenderSanctioned => {
				Error::<T>::HolderBarred.into()
			},
			_ => Error::<T>::PaymentRefused.into(),
		})
	}

	/// Whether nothing stands against the holder, so that a deadline missed is the issuer's fault. A
	/// pause is no excuse: the council's puts deadlines off, and an agent's is of the issuer's own side.
	pub(crate) fn ensure_no_excuse(redemption: &RedemptionOf<T>) -> DispatchResult {
		if Self::is_blocked(redemption) {
			return Self::ensure_payable(redemption);
		}
		Ok(())
	}
}
