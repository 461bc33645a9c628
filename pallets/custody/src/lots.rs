//! Lots as they are registered, and what the other calls on lots share.

use crate::{
	lot_id, Config, Error, Event, HoldReason, ListBatch, Lot, LotInput, LotInputs, LotNameFault,
	LotPage, LotStatus, Lots, NextBatch, Pallet, ScopeTotals, Totals, TotalsFault, Vaults,
	MAX_LOTS_PER_PAGE,
};
use alloc::{collections::BTreeSet, vec::Vec};
use assay_primitives::{
	AssetId, AssetKind, AssetStatus, AssetSummary, Balance, IdentityId, LotId, Moment, Quantity,
	Role, Scope, VaultId,
};
use assay_traits::{AssetInspect, CustodyDependents, RoleInspect};
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
			TotalsFault::TooManyArrivals => Self::TooManyArrivals,
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
		batch: Option<ListBatch>,
	) -> DispatchResult {
		let count = Self::count(inputs.len())?;
		let custodian = Self::acting_custodian(&who)?;
		Self::own_vault(vault, custodian)?;
		let now = T::Time::now();
		let summary = Self::ensure_may_add(asset, custodian, now)?;
		let scope = Scope {
			asset,
			custodian,
			vault,
		};
		let list = batch
			.map(|batch| Self::expect_batch(scope, batch))
			.transpose()?;

		let deposit = Self::hold_for_lots(HoldReason::Lots, &who, count)?;
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
		let number = Self::next_batch()?;

		let first = ids.first().copied().ok_or(Error::<T>::EmptyBatch)?;
		let last = ids.last().copied().ok_or(Error::<T>::EmptyBatch)?;
		Self::deposit_event(Event::LotsRegistered {
			batch: number,
			scope,
			lots: count,
			quantity,
			first,
			last,
		});
		match list {
			Some((name, list)) => Self::advance(scope, name, list, count, quantity),
			None => Ok(()),
		}
	}

	/// The asset, if this custodian may add to what stands behind it.
	pub(crate) fn ensure_may_add(
		asset: AssetId,
		custodian: IdentityId,
		now: Moment,
	) -> Result<AssetSummary, DispatchError> {
		let summary = T::Assets::summary(asset).ok_or(Error::<T>::AssetNotFound)?;
		ensure!(
			summary.status != AssetStatus::Retired,
			Error::<T>::AssetRetired
		);
		ensure!(
			T::Roles::has_role(asset, Role::Custodian, custodian, now),
			Error::<T>::MissingRole
		);
		Ok(summary)
	}

	/// Puts the deposit for so many lots on hold; returns the deposit of one.
	pub(crate) fn hold_for_lots(
		reason: HoldReason,
		who: &T::AccountId,
		count: u32,
	) -> Result<Balance, DispatchError> {
		let deposit = T::LotDeposit::get();
		let total = deposit
			.checked_mul(count.into())
			.ok_or(ArithmeticError::Overflow)?;
		T::Currency::hold(&reason.into(), who, total)?;
		Ok(deposit)
	}

	/// The lots pledged in the scope among the next `limit` lots of the register after `from`.
	pub(crate) fn page(scope: Scope, from: Option<LotId>, limit: u32) -> LotPage<T::AccountId> {
		let limit = limit.clamp(1, MAX_LOTS_PER_PAGE);
		let mut rest = match from {
			Some(id) => Lots::<T>::iter_from(Lots::<T>::hashed_key_for(id)),
			None => Lots::<T>::iter(),
		};
		let mut page = LotPage {
			lots: Vec::new(),
			next: None,
		};
		let mut last = None;
		for _ in 0..limit {
			let Some((id, lot)) = rest.next() else {
				return page;
			};
			last = Some(id);
			let place = (lot.lien, lot.custodian, lot.vault);
			if place == (Some(scope.asset), scope.custodian, scope.vault) {
				page.lots.push((id, lot));
			}
		}
		page.next = rest.next().and(last);
		page
	}

	/// The number of lots that a call names: at least one.
	pub(crate) fn count(len: usize) -> Result<u32, DispatchError> {
		let count = u32::try_from(len).map_err(|_| Error::<T>::TooManyLots)?;
		ensure!(count > 0, Error::<T>::EmptyBatch);
		Ok(count)
	}

	pub(crate) fn ensure_distinct<'a>(ids: impl Iterator<Item = &'a LotId>) -> DispatchResult {
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
				ensure!(
					value.currency.iter().all(u8::is_ascii_uppercase),
					Error::<T>::InvalidCurrency
				);
				Self::check_money(value.value, value.matures_at, now)?;
			},
		}
		Ok(id)
	}

	/// The value is some, and is not due yet.
	pub(crate) fn check_money(
		value: Balance,
		matures_at: Option<Moment>,
		now: Moment,
	) -> DispatchResult {
		ensure!(value > 0, Error::<T>::ZeroValue);
		ensure!(
			matures_at.is_none_or(|moment| moment > now),
			Error::<T>::AlreadyMatured
		);
		Ok(())
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
			arrived_at: None,
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
			old.status != LotStatus::Encumbered,
			Error::<T>::EncumberedToOthers
		);
		ensure!(
			old.status == LotStatus::Released || old.custodian == custodian,
			Error::<T>::AlreadyRegistered
		);
		Self::erase(id, &old)
	}

	/// Removes a record, counts it out of its vault and gives the deposit back.
	pub(crate) fn erase(id: LotId, lot: &Lot<T::AccountId>) -> DispatchResult {
		Self::count_out_of_vault(lot.vault, 1)?;
		Self::give_back(lot)?;
		Lots::<T>::remove(id);
		Ok(())
	}

	/// Gives the deposit of a lot back to who paid it.
	pub(crate) fn give_back(lot: &Lot<T::AccountId>) -> DispatchResult {
		let reason = HoldReason::Lots.into();
		T::Currency::release(&reason, &lot.depositor, lot.deposit, Precision::Exact)?;
		Ok(())
	}

	/// The lot, if it is pledged in that scope.
	pub(crate) fn pledged_lot(id: LotId, scope: Scope) -> Result<Lot<T::AccountId>, DispatchError> {
		let lot = Lots::<T>::get(id).ok_or(Error::<T>::LotNotFound)?;
		ensure!(
			lot.custodian == scope.custodian && lot.vault == scope.vault,
			Error::<T>::Elsewhere
		);
		ensure!(lot.lien == Some(scope.asset), Error::<T>::NotPledged);
		Ok(lot)
	}

	/// No open challenge to the scope asks about one of the lots. Else a custodian could take out of
	/// sight what it is asked to show.
	pub(crate) fn ensure_not_challenged(scope: Scope, lots: &[LotId]) -> DispatchResult {
		ensure!(
			!T::Dependents::is_challenged(scope, lots),
			Error::<T>::LotChallenged
		);
		Ok(())
	}

	/// Takes `quantity` of a lot off, and the lot itself when that is `whole` of what was left.
	/// Returns whether the lot was still waiting for a report.
	pub(crate) fn take_off(
		totals: &mut Totals,
		lot: &Lot<T::AccountId>,
		quantity: Quantity,
		whole: bool,
	) -> Result<bool, Error<T>> {
		totals.take_off(quantity, lot.matures_at(), whole)?;
		match lot.arrived_at {
			Some(moment) => Ok(totals.take_arrival(moment, lot.matures_at(), quantity)?),
			None => Ok(false),
		}
	}

	pub(crate) fn count_out_of_vault(vault: VaultId, lots: u32) -> DispatchResult {
		Vaults::<T>::try_mutate(vault, |record| {
			let record = record.as_mut().ok_or(Error::<T>::VaultNotFound)?;
			record.lots = record
				.lots
				.checked_sub(lots)
				.ok_or(ArithmeticError::Underflow)?;
			Ok(())
		})
	}

	pub(crate) fn count_in_vault(vault: VaultId, lots: u32, asset: AssetId) -> DispatchResult {
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
