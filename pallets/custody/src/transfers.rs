//! Lots on their way from one vault to another, with the consent of both custodians.

use crate::{
	Config, Error, Event, HoldReason, Lot, LotIds, Lots, NextOfferId, Offer, OfferId, Offers,
	Pallet, ScopeTotals, Totals,
};
use assay_primitives::{AssetId, IdentityId, LotId, Moment, Quantity, Scope, VaultId};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{fungible::MutateHold, tokens::Precision, Time},
	},
	sp_runtime::{ArithmeticError, DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_offer_lots(
		who: T::AccountId,
		asset: AssetId,
		vault: VaultId,
		lots: LotIds,
		(to_custodian, to_vault): (IdentityId, VaultId),
		expires_at: Moment,
	) -> DispatchResult {
		let count = Self::count(lots.len())?;
		let custodian = Self::acting_organisation(&who)?;
		Self::own_vault(vault, custodian)?;
		Self::own_vault(to_vault, to_custodian)?;
		ensure!(vault != to_vault, Error::<T>::SameVault);
		ensure!(expires_at > T::Time::now(), Error::<T>::OfferExpired);
		Self::ensure_distinct(lots.iter())?;
		let from = Scope {
			asset,
			custodian,
			vault,
		};
		let to = Scope {
			asset,
			custodian: to_custodian,
			vault: to_vault,
		};
		let quantity = lots.iter().try_fold(0, |sum: Quantity, id| {
			let lot = Self::pledged_lot(*id, from)?;
			sum.checked_add(lot.quantity)
				.ok_or(DispatchError::from(Error::<T>::Overflow))
		})?;
		Self::ensure_not_challenged(from, &lots)?;

		let offer = NextOfferId::<T>::get();
		let next = offer.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let each = Self::hold_for_lots(HoldReason::Offers, &who, count)?;
		let deposit = each
			.checked_mul(count.into())
			.ok_or(ArithmeticError::Overflow)?;
		NextOfferId::<T>::put(next);
		let record = Offer {
			from,
			to,
			lots,
			quantity,
			expires_at,
			depositor: who,
			deposit,
		};
		Offers::<T>::insert(offer, record);
		Self::deposit_event(Event::LotsOffered {
			offer,
			from,
			to,
			lots: count,
			quantity,
			expires_at,
		});
		Ok(())
	}

	/// Returns how many lots were accepted.
	pub(crate) fn do_accept_lots(who: &T::AccountId, offer: OfferId) -> Result<u32, DispatchError> {
		let record = Offers::<T>::get(offer).ok_or(Error::<T>::OfferNotFound)?;
		let custodian = Self::acting_custodian(who)?;
		ensure!(record.to.custodian == custodian, Error::<T>::NotOwner);
		let now = T::Time::now();
		ensure!(now <= record.expires_at, Error::<T>::OfferExpired);
		Self::own_vault(record.to.vault, custodian)?;
		Self::ensure_may_add(record.to.asset, custodian, now)?;
		Self::ensure_not_challenged(record.from, &record.lots)?;
		let count = Self::count(record.lots.len())?;
		let deposit = Self::hold_for_lots(HoldReason::Lots, who, count)?;

		let mut left = ScopeTotals::<T>::get(record.from).unwrap_or_default();
		let mut gained = ScopeTotals::<T>::get(record.to).unwrap_or_default();
		let mut quantity: Quantity = 0;
		for id in &record.lots {
			let mut lot = Self::pledged_lot(*id, record.from)?;
			Self::take_off(&mut left, &lot, lot.quantity, true)?;
			Self::give_back(&lot)?;
			lot.depositor = who.clone();
			lot.deposit = deposit;
			quantity = quantity
				.checked_add(lot.quantity)
				.ok_or(Error::<T>::Overflow)?;
			Self::put_down(*id, lot, record.to, &mut gained, now)?;
		}
		// The receiver consents to what it was told, not to what is left of it.
		ensure!(quantity == record.quantity, Error::<T>::OfferChanged);
		left.record_removal(now, quantity)
			.map_err(Error::<T>::from)?;
		ScopeTotals::<T>::insert(record.from, left);
		ScopeTotals::<T>::insert(record.to, gained);
		Self::count_out_of_vault(record.from.vault, count)?;
		Self::count_in_vault(record.to.vault, count, record.to.asset)?;

		Self::close_offer(offer, &record)?;
		Self::deposit_event(Event::LotsTransferred {
			offer,
			from: record.from,
			to: record.to,
			lots: count,
			quantity,
		});
		Ok(count)
	}

	/// Puts a lot into its new vault, where it waits for a report that speaks of a later moment.
	fn put_down(
		id: LotId,
		mut lot: Lot<T::AccountId>,
		to: Scope,
		totals: &mut Totals,
		now: Moment,
	) -> Result<(), Error<T>> {
		totals.add_lot(lot.quantity, lot.matures_at())?;
		totals.add_arrival(now, lot.matures_at(), lot.quantity)?;
		lot.custodian = to.custodian;
		lot.vault = to.vault;
		lot.arrived_at = Some(now);
		Lots::<T>::insert(id, lot);
		Ok(())
	}

	pub(crate) fn do_cancel_offer(who: &T::AccountId, offer: OfferId) -> DispatchResult {
		let record = Offers::<T>::get(offer).ok_or(Error::<T>::OfferNotFound)?;
		let by = Self::acting_organisation(who)?;
		ensure!(
			by == record.from.custodian || by == record.to.custodian,
			Error::<T>::NotOwner
		);
		Self::close_offer(offer, &record)?;
		Self::deposit_event(Event::OfferCancelled { offer, by });
		Ok(())
	}

	fn close_offer(offer: OfferId, record: &Offer<T::AccountId>) -> DispatchResult {
		let reason = HoldReason::Offers.into();
		let (who, deposit) = (&record.depositor, record.deposit);
		T::Currency::release(&reason, who, deposit, Precision::Exact)?;
		Offers::<T>::remove(offer);
		Ok(())
	}
}
