//! Lots: registered, withdrawn, released, removed.

use crate::{
	lot_id, Config, Error, Event, HoldReason, Lot, LotIds, LotInput, LotInputs, LotNameFault,
	LotStatus, Lots, NextBatch, Pallet, ScopeTotals, TotalsFault, Vaults, MAX_LOTS_PER_CALL,
};
use alloc::{collections::BTreeSet, vec::Vec};
use assay_primitives::{
	AssetId, AssetKind, AssetStatus, Balance, Hash, IdentityId, LotId, Moment, Quantity, Role,
	Scope, VaultId,
};
use assay_traits::{AssetInspect, RoleInspect};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{fungible::MutateHold, tokens::Precision, Get, Time},
	},
	sp_runtime::{ArithmeticError, DispatchError, DispatchResult},
};

impl<T: Config> From<TotalsFault> for Error<T> {
	fn from(fault: TotalsFault) -> Self {
		match fault {
			TotalsFault::TooManyMaturities => Self::TooManyMaturities,
			TotalsFault::Overflow => Self::Overflow,
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_lots(
		who: T::AccountId,
		asset: AssetId,
		vault: VaultId,
		inputs: LotInputs,
	) -> DispatchResult {
		let count = Self::count(inputs.len())?;
		let custodian = Self::acting_custodian(&who)?;
		Self::own_vault(vault, custodian)?;
		let summary = T::Assets::summary(asset).ok_or(Error::<T>::AssetNotFound)?;
		ensure!(
			summary.status != AssetStatus::Retired,
			Error::<T>::AssetRetired
		);
		let now = T::Time::now();
		ensure!(
			T::Roles::has_role(asset, Role::Custodian, custodian, now),
			Error::<T>::MissingRole
		);

		let deposit = T::LotDeposit::get();
		let total = deposit
			.checked_mul(count.into())
			.ok_or(ArithmeticError::Overflow)?;
		T::Currency::hold(&HoldReason::Lots.into(), &who, total)?;

		let scope = Scope {
			asset,
			custodian,
			vault,
		};
		let mut totals = ScopeTotals::<T>::get(scope).unwrap_or_default();
		let mut quantity: Quantity = 0;
		let mut ids = Vec::with_capacity(inputs.len());
		for input in inputs {
			let id = Self::check_input(&input, summary.kind, now)?;
			Self::clear_way(id, custodian)?;
			let lot = Self::new_lot(input, scope, now, who.clone(), deposit);
			totals
				.add_lot(lot.quantity, lot.matures_at())
				.map_err(Error::<T>::from)?;
			quantity = quantity
				.checked_add(lot.quantity)
				.ok_or(Error::<T>::Overflow)?;
			Lots::<T>::insert(id, lot);
			ids.push(id);
		}
		ScopeTotals::<T>::insert(scope, totals);
		Self::count_in_vault(vault, count, asset)?;
		let batch = Self::next_batch()?;

		let first = ids.first().copied().ok_or(Error::<T>::EmptyBatch)?;
		let last = ids.last().copied().ok_or(Error::<T>::EmptyBatch)?;
		Self::deposit_event(Event::LotsRegistered {
			batch,
			scope,
			lots: count,
			quantity,
			first,
			last,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw_lots(
		who: &T::AccountId,
		asset: AssetId,
		vault: VaultId,
		ids: LotIds,
		reason: Hash,
	) -> DispatchResult {
		let count = Self::count(ids.len())?;
		let custodian = Self::acting_organisation(who)?;
		Self::own_vault(vault, custodian)?;
		Self::ensure_distinct(ids.iter())?;

		let scope = Scope {
			asset,
			custodian,
			vault,
		};
		let mut totals = ScopeTotals::<T>::get(scope).unwrap_or_default();
		let mut quantity: Quantity = 0;
		for id in ids {
			let mut lot = Self::pledged_lot(id, scope)?;
			totals
				.take_off(lot.quantity, lot.matures_at(), true)
				.map_err(Error::<T>::from)?;
			quantity = quantity
				.checked_add(lot.quantity)
				.ok_or(Error::<T>::Overflow)?;
			lot.lien = None;
			Lots::<T>::insert(id, lot);
		}
		totals
			.record_removal(T::Time::now(), quantity)
			.map_err(Error::<T>::from)?;
		ScopeTotals::<T>::insert(scope, totals);
		Self::deposit_event(Event::LotsWithdrawn {
			scope,
			lots: count,
			quantity,
			reason,
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
			totals
				.take_off(*quantity, lot.matures_at(), whole)
				.map_err(Error::<T>::from)?;
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
			Self::erase(id, &lot)?;
		}
		Self::deposit_event(Event::LotsRemoved {
			custodian,
			lots: count,
		});
		Ok(())
	}

	/// The number of lots that a call names: at least one.
	fn count(len: usize) -> Result<u32, DispatchError> {
		let count = u32::try_from(len).map_err(|_| Error::<T>::TooManyLots)?;
		ensure!(count > 0, Error::<T>::EmptyBatch);
		Ok(count)
	}

	fn ensure_distinct<'a>(ids: impl Iterator<Item = &'a LotId>) -> DispatchResult {
		let mut seen = BTreeSet::new();
		for id in ids {
			ensure!(seen.insert(*id), Error::<T>::DuplicateLot);
		}
		Ok(())
	}

	/// The id of a lot that may be registered for an asset of this kind.
	fn check_input(input: &LotInput, kind: AssetKind, now: Moment) -> Result<LotId, DispatchError> {
		let id = lot_id(&input.registry, &input.serial).map_err(|fault| match fault {
			LotNameFault::Registry => Error::<T>::InvalidRegistry,
			LotNameFault::Serial => Error::<T>::InvalidSerial,
		})?;
		ensure!(input.quantity > 0, Error::<T>::ZeroQuantity);
		match input.value {
			None => ensure!(!kind.needs_value(), Error::<T>::ValueMissing),
			Some(value) => {
				ensure!(kind.needs_value(), Error::<T>::ValueNotApplicable);
				ensure!(value.value > 0, Error::<T>::ZeroValue);
				ensure!(
					value.currency.iter().all(u8::is_ascii_uppercase),
					Error::<T>::InvalidCurrency
				);
				ensure!(
					value.matures_at.is_none_or(|moment| moment > now),
					Error::<T>::AlreadyMatured
				);
			},
		}
		Ok(id)
	}

	fn new_lot(
		input: LotInput,
		scope: Scope,
		now: Moment,
		depositor: T::AccountId,
		deposit: Balance,
	) -> Lot<T::AccountId> {
		Lot {
			registry: input.registry,
			serial: input.serial,
			custodian: scope.custodian,
			vault: scope.vault,
			status: LotStatus::Stored,
			lien: Some(scope.asset),
			quantity: input.quantity,
			original_quantity: input.quantity,
			value: input.value,
			basis: input.basis,
			class: input.class,
			document_hash: input.document_hash,
			registered_at: now,
			depositor,
			deposit,
		}
	}

	/// Removes an old record of the lot that the custodian may replace.
	fn clear_way(id: LotId, custodian: IdentityId) -> DispatchResult {
		let Some(old) = Lots::<T>::get(id) else {
			return Ok(());
		};
		ensure!(old.lien.is_none(), Error::<T>::AlreadyEncumbered);
		ensure!(
			old.status == LotStatus::Released || old.custodian == custodian,
			Error::<T>::AlreadyRegistered
		);
		Self::erase(id, &old)
	}

	/// Removes a record, counts it out of its vault and gives the deposit back.
	fn erase(id: LotId, lot: &Lot<T::AccountId>) -> DispatchResult {
		Vaults::<T>::try_mutate(lot.vault, |vault| -> DispatchResult {
			let vault = vault.as_mut().ok_or(Error::<T>::VaultNotFound)?;
			vault.lots = vault
				.lots
				.checked_sub(1)
				.ok_or(ArithmeticError::Underflow)?;
			Ok(())
		})?;
		let reason = HoldReason::Lots.into();
		T::Currency::release(&reason, &lot.depositor, lot.deposit, Precision::Exact)?;
		Lots::<T>::remove(id);
		Ok(())
	}

	/// The lot, if it is pledged in that scope.
	fn pledged_lot(id: LotId, scope: Scope) -> Result<Lot<T::AccountId>, DispatchError> {
		let lot = Lots::<T>::get(id).ok_or(Error::<T>::LotNotFound)?;
		ensure!(
			lot.custodian == scope.custodian && lot.vault == scope.vault,
			Error::<T>::Elsewhere
		);
		ensure!(lot.lien == Some(scope.asset), Error::<T>::NotPledged);
		Ok(lot)
	}

	fn count_in_vault(vault: VaultId, lots: u32, asset: AssetId) -> DispatchResult {
		Vaults::<T>::try_mutate(vault, |record| {
			let record = record.as_mut().ok_or(Error::<T>::VaultNotFound)?;
			record.lots = record
				.lots
				.checked_add(lots)
				.ok_or(ArithmeticError::Overflow)?;
			if let Err(index) = record.assets.binary_search(&asset) {
				record
					.assets
					.try_insert(index, asset)
					.map_err(|_| Error::<T>::TooManyAssets)?;
			}
			Ok(())
		})
	}

	fn next_batch() -> Result<u64, DispatchError> {
		NextBatch::<T>::try_mutate(|next| {
			let batch = *next;
			*next = batch.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			Ok(batch)
		})
	}
}
