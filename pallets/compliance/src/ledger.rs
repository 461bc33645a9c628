//! The ways into the ledger for transfers and mints.

use crate::{
	context::Decision,
	pallet::{Config, Error, Event, Pallet},
	types::{Amount, Request, Source},
};
use assay_primitives::{AssetId, Balance, Movement};
use assay_traits::GuardedLedger;
use polkadot_sdk::{
	frame_support::{
		ensure,
		storage::with_storage_layer,
		traits::fungibles::{metadata::Mutate as MutateMetadata, Create, Inspect, Mutate},
	},
	pallet_assets::{self, TransferFlags},
	sp_runtime::{traits::Get, DispatchResult},
};

/// A transfer moves all of the amount or none, and nothing besides.
const EXACTLY: TransferFlags = TransferFlags {
	keep_alive: false,
	best_effort: false,
	burn_dust: false,
};

impl<T: Config> Pallet<T> {
	/// Checks a transfer, makes it and books it; by approval when the request has a spender.
	pub(crate) fn do_transfer(request: Request<T::AccountId>) -> DispatchResult {
		let Decision { context, effects } = Self::decide_or_refuse(request)?;
		let (Some(sender), Some(receiver)) = (&context.sender, &context.receiver) else {
			return Err(Error::<T>::LedgerMismatch.into());
		};
		let (asset, amount) = (context.asset, context.amount);
		let (from, to) = (&sender.account, &receiver.account);
		let spender = context.spender.as_ref().map(|(account, _)| account);
		with_storage_layer(|| {
			Self::with_clearance(asset, from, to, spender, amount, context.keep(), || {
				Self::move_raw(asset, from, to, spender, amount)
			})?;
			Self::apply(effects);
			Ok(())
		})
	}

	/// As [`do_transfer`](Self::do_transfer), for a call, with the payer's reference.
	pub(crate) fn do_transfer_with(
		request: Request<T::AccountId>,
		reference: Option<[u8; 32]>,
	) -> DispatchResult {
		let Request {
			asset,
			from,
			to,
			spender,
			amount,
			..
		} = request.clone();
		Self::do_transfer(request)?;
		if let (Some(from), Some(to), Amount::Exactly(amount)) = (from, to, amount) {
			Self::deposit_event(Event::Transferred {
				asset,
				from,
				to,
				spender,
				amount,
				reference,
			});
		}
		Ok(())
	}

	/// Moves units in the ledger underneath. Only under a clearance.
	pub(crate) fn move_raw(
		asset: AssetId,
		from: &T::AccountId,
		to: &T::AccountId,
		spender: Option<&T::AccountId>,
		amount: Balance,
	) -> DispatchResult {
		match spender {
			None => {
				let moved = pallet_assets::Pallet::<T>::do_transfer(
					asset, from, to, amount, None, EXACTLY,
				)?;
				ensure!(moved == amount, Error::<T>::LedgerMismatch);
				Ok(())
			},
			Some(spender) => {
				pallet_assets::Pallet::<T>::do_transfer_approved(asset, from, spender, to, amount)
			},
		}
	}
}

impl<T: Config> GuardedLedger<T::AccountId> for Pallet<T> {
	fn open(asset: AssetId, name: &[u8], symbol: &[u8], decimals: u8) -> DispatchResult {
		let exists = <pallet_assets::Pallet<T> as Inspect<T::AccountId>>::asset_exists(asset);
		ensure!(!exists, Error::<T>::AlreadyOpen);
		let team = T::TeamAccount::get();
		with_storage_layer(|| {
			<pallet_assets::Pallet<T> as Create<T::AccountId>>::create(
				asset,
				team.clone(),
				true,
				1,
			)?;
			<pallet_assets::Pallet<T> as MutateMetadata<T::AccountId>>::set(
				asset,
				&team,
				name.to_vec(),
				symbol.to_vec(),
				decimals,
			)
		})
	}

	fn mint(asset: AssetId, to: &T::AccountId, amount: Balance) -> DispatchResult {
		let request = Request {
			asset,
			movement: Movement::Mint,
			from: None,
			to: Some(to.clone()),
			spender: None,
			amount: Amount::Exactly(amount),
			keep_alive: false,
			source: Source::Free,
		};
		let Decision { effects, .. } = Self::decide_or_refuse(request)?;
		with_storage_layer(|| {
			let minted =
				<pallet_assets::Pallet<T> as Mutate<T::AccountId>>::mint_into(asset, to, amount)?;
			ensure!(minted == amount, Error::<T>::LedgerMismatch);
			Self::apply(effects);
			Ok(())
		})
	}

	fn transfer(
		asset: AssetId,
		from: &T::AccountId,
		to: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		Self::do_transfer(Request::transfer(asset, from.clone(), to.clone(), amount))
	}

	fn supply(asset: AssetId) -> Balance {
		<pallet_assets::Pallet<T> as Inspect<T::AccountId>>::total_issuance(asset)
	}
}
