//! Lots that leave a reserve: withdrawn, encumbered to others, released; and removed from record.

use crate::{
	Config, Error, Event, LotIds, LotStatus, Lots, Pallet, ScopeTotals, MAX_LOTS_PER_CALL,
};
use assay_primitives::{AssetId, Hash, LotId, Moment, Quantity, Scope, VaultId};
use polkadot_sdk::{
	frame_support::{ensure, traits::Time},
	sp_runtime::{DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_withdraw_lots(
		who: &T::AccountId,
		asset: AssetId,
		vault: VaultId,
		ids: LotIds,
		reason: Hash,
	) -> DispatchResult {
		let (scope, lots, quantity) = Self::lift_liens(who, asset, vault, ids, LotStatus::Stored)?;
		Self::deposit_event(Event::LotsWithdrawn {
			scope,
			lots,
			quantity,
			reason,
		});
		Ok(())
	}

	pub(crate) fn do_encumber_lots(
		who: &T::AccountId,
		asset: AssetId,
		vault: VaultId,
		ids: LotIds,
		document: Hash,
	) -> DispatchResult {
		let (scope, lots, quantity) =
			Self::lift_liens(who, asset, vault, ids, LotStatus::Encumbered)?;
		Self::deposit_event(Event::LotsEncumbered {
			scope,
			lots,
			quantity,
			document,
		});
		Ok(())
	}

	/// Takes the liens off lots, which become `status`, and records the removal. Returns where, how
	/// many lots, and their quantity.
	fn lift_liens(
		who: &T::AccountId,
		asset: AssetId,
		vault: VaultId,
		ids: LotIds,
		status: LotStatus,
	) -> Result<(Scope, u32, Quantity), DispatchError> {
		let count = Self::count(ids.len())?;
		let custodian = Self::acting_organisation(who)?;
		Self::own_vault(vault, custodian)?;
		Self::ensure_distinct(ids.iter())?;

		let scope = Scope {
			asset,
			custodian,
			vault,
		};
		// That a lot is missing is an answer, and the reserve is smaller by it: it is withdrawn whatever
		// is asked.
		if status == LotStatus::Encumbered {
			Self::ensure_not_challenged(scope, &ids)?;
		}
		let mut totals = ScopeTotals::<T>::get(scope).unwrap_or_default();
		let mut quantity: Quantity = 0;
		for id in ids {
			let mut lot = Self::pledged_lot(id, scope)?;
			Self::take_off(&mut totals, &lot, lot.quantity, true)?;
			quantity = quantity
				.checked_add(lot.quantity)
				.ok_or(Error::<T>::Overflow)?;
			lot.lien = None;
			lot.status = status;
			Lots::<T>::insert(id, lot);
		}
		totals
			.record_removal(T::Time::now(), quantity)
			.map_err(Error::<T>::from)?;
		ScopeTotals::<T>::insert(scope, totals);
		Ok((scope, count, quantity))
	}

	pub(crate) fn do_lift_encumbrance(
		who: &T::AccountId,
		ids: LotIds,
		document: Hash,
	) -> DispatchResult {
		let count = Self::count(ids.len())?;
		let custodian = Self::acting_organisation(who)?;
		for id in ids {
			let mut lot = Lots::<T>::get(id).ok_or(Error::<T>::LotNotFound)?;
			ensure!(lot.custodian == custodian, Error::<T>::NotOwner);
			ensure!(
				lot.status == LotStatus::Encumbered,
				Error::<T>::NotEncumbered
			);
			lot.status = LotStatus::Stored;
			Lots::<T>::insert(id, lot);
		}
		Self::deposit_event(Event::EncumbranceLifted {
			custodian,
			lots: count,
			document,
		});
		Ok(())
	}

	pub(crate) fn do_release(
		scope: Scope,
		lots: &[(LotId, Quantity)],
		reference: Hash,
		now: Moment,
	) -> Result<Quantity, DispatchError> {
		let count = Self::count(lots.len())?;
		ensure!(count <= MAX_LOTS_PER_CALL, Error::<T>::TooManyLots);
		Self::ensure_distinct(lots.iter().map(|(id, _)| id))?;

		let mut totals = ScopeTotals::<T>::get(scope).unwrap_or_default();
		let mut sum: Quantity = 0;
		for (id, quantity) in lots {
			ensure!(*quantity > 0, Error::<T>::ZeroQuantity);
			let mut lot = Self::pledged_lot(*id, scope)?;
			lot.quantity = lot
				.quantity
				.checked_sub(*quantity)
				.ok_or(Error::<T>::LotTooSmall)?;
			let whole = lot.quantity == 0;
			Self::take_off(&mut totals, &lot, *quantity, whole)?;
			sum = sum.checked_add(*quantity).ok_or(Error::<T>::Overflow)?;
			if whole {
				lot.status = LotStatus::Released;
				lot.lien = None;
			}
			Lots::<T>::insert(id, lot);
		}
		totals.record_removal(now, sum).map_err(Error::<T>::from)?;
		ScopeTotals::<T>::insert(scope, totals);
		Self::deposit_event(Event::LotsReleased {
			scope,
			lots: count,
			quantity: sum,
			reference,
		});
		Ok(sum)
	}

	pub(crate) fn do_remove_lots(who: &T::AccountId, ids: LotIds) -> DispatchResult {
		let count = Self::count(ids.len())?;
		let custodian = Self::acting_organisation(who)?;
		Self::ensure_distinct(ids.iter())?;
		for id in ids {
			let lot = Lots::<T>::get(id).ok_or(Error::<T>::LotNotFound)?;
			ensure!(lot.custodian == custodian, Error::<T>::NotOwner);
			ensure!(lot.lien.is_none(), Error::<T>::StillPledged);
			// Off the record, somebody could pledge it here a second time.
			ensure!(
				lot.status != LotStatus::Encumbered,
				Error::<T>::EncumberedToOthers
			);
			Self::erase(id, &lot)?;
		}
		Self::deposit_event(Event::LotsRemoved {
			custodian,
			lots: count,
		});
		Ok(())
	}
}
