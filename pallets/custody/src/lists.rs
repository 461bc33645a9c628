//! Published lists that are registered in batches.

use crate::{
	Config, Error, Event, HoldReason, ListBatch, ListFault, Lists, LotList, Pallet, Vaults,
};
use assay_primitives::{AssetId, Hash, Quantity, Scope, VaultId};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{fungible::MutateHold, tokens::Precision, Time},
	},
	sp_runtime::{DispatchError, DispatchResult},
};

impl<T: Config> From<ListFault> for Error<T> {
	fn from(fault: ListFault) -> Self {
		match fault {
			ListFault::AlreadyRegistered => Self::BatchAlreadyRegistered,
			ListFault::OutOfOrder => Self::BatchOutOfOrder,
			ListFault::Complete => Self::ListComplete,
			ListFault::TooManyLots => Self::TooManyForList,
			ListFault::Mismatch => Self::ListQuantityMismatch,
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_list(
		who: T::AccountId,
		asset: AssetId,
		vault: VaultId,
		list: Hash,
		lots: u32,
		quantity: Quantity,
	) -> DispatchResult {
		let custodian = Self::acting_custodian(&who)?;
		Self::own_vault(vault, custodian)?;
		Self::ensure_may_add(asset, custodian, T::Time::now())?;
		ensure!(lots > 0, Error::<T>::EmptyBatch);
		ensure!(quantity > 0, Error::<T>::ZeroQuantity);
		let scope = Scope {
			asset,
			custodian,
			vault,
		};
		ensure!(
			!Lists::<T>::contains_key(scope, list),
			Error::<T>::ListAlreadyOpen
		);
		let deposit = Self::hold_for_lots(HoldReason::Lists, &who, 1)?;
		let record = LotList {
			lots,
			quantity,
			registered_lots: 0,
			registered_quantity: 0,
			next_batch: 0,
			depositor: who,
			deposit,
		};
		Lists::<T>::insert(scope, list, record);
		Self::deposit_event(Event::ListOpened {
			scope,
			list,
			lots,
			quantity,
		});
		Ok(())
	}

	pub(crate) fn do_remove_list(
		who: &T::AccountId,
		asset: AssetId,
		vault: VaultId,
		list: Hash,
	) -> DispatchResult {
		let custodian = Self::acting_organisation(who)?;
		// A list outlives its vault; then only the scope that it was opened under says whose it is.
		ensure!(
			Vaults::<T>::get(vault).is_none_or(|record| record.custodian == custodian),
			Error::<T>::NotOwner
		);
		let scope = Scope {
			asset,
			custodian,
			vault,
		};
		let record = Lists::<T>::take(scope, list).ok_or(Error::<T>::ListNotFound)?;
		let reason = HoldReason::Lists.into();
		let (depositor, deposit) = (&record.depositor, record.deposit);
		T::Currency::release(&reason, depositor, deposit, Precision::Exact)?;
		Self::deposit_event(Event::ListRemoved {
			scope,
			list,
			complete: record.is_complete(),
		});
		Ok(())
	}

	/// The list that the batch is of, if it is the one to send next.
	pub(crate) fn expect_batch(
		scope: Scope,
		batch: ListBatch,
	) -> Result<(Hash, LotList<T::AccountId>), DispatchError> {
		let record = Lists::<T>::get(scope, batch.list).ok_or(Error::<T>::ListNotFound)?;
		record.ensure_next(batch.index).map_err(Error::<T>::from)?;
		Ok((batch.list, record))
	}

	/// Counts a batch that was registered.
	pub(crate) fn advance(
		scope: Scope,
		list: Hash,
		mut record: LotList<T::AccountId>,
		lots: u32,
		quantity: Quantity,
	) -> DispatchResult {
		let index = record.next_batch;
		record.take(lots, quantity).map_err(Error::<T>::from)?;
		Self::deposit_event(Event::ListAdvanced {
			scope,
			list,
			index,
			registered_lots: record.registered_lots,
			complete: record.is_complete(),
		});
		Lists::<T>::insert(scope, list, record);
		Ok(())
	}
}
