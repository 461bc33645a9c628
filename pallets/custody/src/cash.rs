//! Lots that have matured and are money now.

use crate::{CashInput, Config, Error, Event, Lots, Pallet, ScopeTotals};
use assay_primitives::{LotId, Scope};
use polkadot_sdk::{
	frame_support::{ensure, traits::Time},
	sp_runtime::DispatchResult,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_report_cash(who: &T::AccountId, id: LotId, cash: CashInput) -> DispatchResult {
		let custodian = Self::acting_custodian(who)?;
		let mut lot = Lots::<T>::get(id).ok_or(Error::<T>::LotNotFound)?;
		ensure!(lot.custodian == custodian, Error::<T>::NotOwner);
		let asset = lot.lien.ok_or(Error::<T>::NotPledged)?;
		let now = T::Time::now();
		Self::ensure_may_add(asset, custodian, now)?;
		let matured = lot.matures_at().is_some_and(|moment| moment <= now);
		ensure!(matured, Error::<T>::NotMatured);
		ensure!(cash.quantity > 0, Error::<T>::ZeroQuantity);
		let missing = lot
			.quantity
			.checked_sub(cash.quantity)
			.ok_or(Error::<T>::MoreThanMatured)?;
		Self::check_money(cash.value, cash.matures_at, now)?;

		let scope = Scope {
			asset,
			custodian,
			vault: lot.vault,
		};
		let mut totals = ScopeTotals::<T>::get(scope).unwrap_or_default();
		let waiting = Self::take_off(&mut totals, &lot, lot.quantity, true)?;
		totals
			.add_lot(cash.quantity, cash.matures_at)
			.map_err(Error::<T>::from)?;
		if let Some(moment) = lot.arrived_at.filter(|_| waiting) {
			totals
				.add_arrival(moment, cash.matures_at, cash.quantity)
				.map_err(Error::<T>::from)?;
		}
		if missing > 0 {
			// What was not paid out has left: a report of before still counts it.
			totals
				.record_removal(now, missing)
				.map_err(Error::<T>::from)?;
		}
		ScopeTotals::<T>::insert(scope, totals);

		let old_quantity = lot.quantity;
		lot.quantity = cash.quantity;
		lot.basis = cash.basis;
		lot.class = cash.class;
		lot.document_hash = cash.document_hash;
		if let Some(value) = &mut lot.value {
			value.value = cash.value;
			value.matures_at = cash.matures_at;
		}
		Lots::<T>::insert(id, lot);
		Self::deposit_event(Event::CashReported {
			scope,
			lot: id,
			old_quantity,
			new_quantity: cash.quantity,
			value: cash.value,
			matures_at: cash.matures_at,
		});
		Ok(())
	}
}
