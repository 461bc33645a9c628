//! Every invariant of the crate docs.

use crate::{
	lot_id, Auditors, Config, Custodians, Dated, HoldReason, Lists, Lot, LotStatus, Lots,
	NextOfferId, NextVaultId, Offers, Pallet, ScopeTotals, Totals, Vaults,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use assay_primitives::{AssetId, Balance, IdentityId, LotId, Moment, Quantity, Scope, VaultId};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{fungible::InspectHold, Time},
	},
	sp_runtime::TryRuntimeError,
};

/// What the totals of a scope should be.
#[derive(Default)]
struct Recount {
	pledged: Quantity,
	lots: u32,
	maturities: BTreeMap<Moment, Quantity>,
	/// What came, by its moment and maturity, whether or not it still waits for a report.
	arrived: BTreeMap<(Moment, Option<Moment>), Quantity>,
}

/// What is due back to a depositor.
#[derive(Default)]
struct Deposits {
	vaults: Balance,
	lots: Balance,
	lists: Balance,
	offers: Balance,
}

/// What is due back, by depositor.
type Due<AccountId> = BTreeMap<AccountId, Deposits>;

impl<T: Config> Pallet<T> {
	/// Recounts everything that is counted.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut due = Due::<T::AccountId>::new();
		let mut scopes = BTreeMap::<Scope, Recount>::new();
		let mut lots_in = BTreeMap::<VaultId, u32>::new();
		for (id, lot) in Lots::<T>::iter() {
			Self::check_lot(id, &lot)?;
			let lots_due = &mut due.entry(lot.depositor.clone()).or_default().lots;
			*lots_due = plus(*lots_due, lot.deposit)?;
			let count = lots_in.entry(lot.vault).or_default();
			*count = plus(*count, 1)?;
			let Some(asset) = lot.lien else { continue };
			let scope = Scope {
				asset,
				custodian: lot.custodian,
				vault: lot.vault,
			};
			let recount = scopes.entry(scope).or_default();
			recount.pledged = plus(recount.pledged, lot.quantity)?;
			recount.lots = plus(recount.lots, 1)?;
			if let Some(moment) = lot.matures_at() {
				let sum = recount.maturities.entry(moment).or_default();
				*sum = plus(*sum, lot.quantity)?;
			}
			if let Some(moment) = lot.arrived_at {
				let key = (moment, lot.matures_at());
				let sum = recount.arrived.entry(key).or_default();
				*sum = plus(*sum, lot.quantity)?;
			}
		}
		Self::check_totals(&scopes)?;
		Self::check_vaults(&lots_in, &mut due)?;
		Self::check_lists(&mut due)?;
		Self::check_offers(&mut due)?;
		Self::check_deposits(due)?;
		for organisation in Custodians::<T>::iter_keys() {
			ensure!(
				!Auditors::<T>::contains_key(organisation),
				"INV-CUS-9: an organisation is both custodian and auditor"
			);
		}
		Ok(())
	}

	fn check_lot(id: LotId, lot: &Lot<T::AccountId>) -> Result<(), TryRuntimeError> {
		let sound = lot.quantity <= lot.original_quantity
			&& match (lot.status, lot.lien) {
				(LotStatus::Stored, _) => lot.quantity > 0,
				(LotStatus::Encumbered, None) => lot.quantity > 0,
				(LotStatus::Released, None) => lot.quantity == 0,
				(LotStatus::Encumbered | LotStatus::Released, Some(_)) => false,
			};
		ensure!(
			sound,
			"INV-CUS-3: lien, status and quantity of a lot contradict each other"
		);
		ensure!(
			lot_id(&lot.registry, &lot.serial) == Ok(id),
			"INV-CUS-4: a lot stands under an id that is not its own"
		);
		ensure!(
			Vaults::<T>::get(lot.vault).is_some_and(|vault| vault.custodian == lot.custodian),
			"INV-CUS-5: a lot lies in no vault of its custodian"
		);
		Ok(())
	}

	fn check_totals(scopes: &BTreeMap<Scope, Recount>) -> Result<(), TryRuntimeError> {
		let now = T::Time::now();
		for (scope, totals) in ScopeTotals::<T>::iter() {
			let none = Recount::default();
			let recount = scopes.get(&scope).unwrap_or(&none);
			ensure!(
				(totals.pledged, totals.lots) == (recount.pledged, recount.lots),
				"INV-CUS-1: the totals of a scope are not the sum of its lots"
			);
			check_maturities(&totals, recount)?;
			check_removals(&totals, now)?;
			check_arrivals(&totals, recount, now)?;
		}
		ensure!(
			scopes.keys().all(ScopeTotals::<T>::contains_key),
			"INV-CUS-1: a scope with lots has no totals"
		);
		Ok(())
	}

	fn check_vaults(
		lots_in: &BTreeMap<VaultId, u32>,
		due: &mut Due<T::AccountId>,
	) -> Result<(), TryRuntimeError> {
		let mut assets_in = BTreeMap::<VaultId, Vec<AssetId>>::new();
		for scope in ScopeTotals::<T>::iter_keys() {
			ensure!(
				Vaults::<T>::get(scope.vault)
					.is_some_and(|vault| vault.custodian == scope.custodian),
				"INV-CUS-6: a scope with totals has no vault of its custodian"
			);
			assets_in.entry(scope.vault).or_default().push(scope.asset);
		}
		let mut vaults_of = BTreeMap::<IdentityId, u32>::new();
		for (id, vault) in Vaults::<T>::iter() {
			ensure!(
				id < NextVaultId::<T>::get(),
				"INV-CUS-10: a vault has a number that was not given yet"
			);
			ensure!(
				vault.lots == lots_in.get(&id).copied().unwrap_or(0),
				"INV-CUS-5: a vault's count of lots is not their number"
			);
			let mut assets = assets_in.remove(&id).unwrap_or_default();
			assets.sort_unstable();
			ensure!(
				vault.assets.into_inner() == assets,
				"INV-CUS-6: a vault's assets are not those that have totals there"
			);
			let count = vaults_of.entry(vault.custodian).or_default();
			*count = plus(*count, 1)?;
			let vaults_due = &mut due.entry(vault.depositor).or_default().vaults;
			*vaults_due = plus(*vaults_due, vault.deposit)?;
		}
		for (organisation, custodian) in Custodians::<T>::iter() {
			ensure!(
				custodian.vaults == vaults_of.remove(&organisation).unwrap_or(0),
				"INV-CUS-5: a custodian's count of vaults is not their number"
			);
		}
		ensure!(
			vaults_of.is_empty(),
			"INV-CUS-5: a vault belongs to no approved custodian"
		);
		Ok(())
	}

	fn check_lists(due: &mut Due<T::AccountId>) -> Result<(), TryRuntimeError> {
		for (_, _, list) in Lists::<T>::iter() {
			let sound = if list.is_complete() {
				list.registered_quantity == list.quantity
			} else {
				list.registered_lots < list.lots && list.registered_quantity < list.quantity
			};
			ensure!(
				sound,
				"INV-CUS-12: more of a list is registered than it names, or its sums do not agree"
			);
			let lists_due = &mut due.entry(list.depositor).or_default().lists;
			*lists_due = plus(*lists_due, list.deposit)?;
		}
		Ok(())
	}

	fn check_offers(due: &mut Due<T::AccountId>) -> Result<(), TryRuntimeError> {
		for (id, offer) in Offers::<T>::iter() {
			ensure!(
				id < NextOfferId::<T>::get(),
				"INV-CUS-10: an offer has a number that was not given yet"
			);
			ensure!(
				!offer.lots.is_empty()
					&& offer.from.vault != offer.to.vault
					&& offer.from.asset == offer.to.asset,
				"INV-CUS-13: an offer leads nowhere or names nothing"
			);
			let offers_due = &mut due.entry(offer.depositor).or_default().offers;
			*offers_due = plus(*offers_due, offer.deposit)?;
		}
		Ok(())
	}

	fn check_deposits(due: Due<T::AccountId>) -> Result<(), TryRuntimeError> {
		for (depositor, due) in due {
			for (reason, due) in [
				(HoldReason::Vault, due.vaults),
				(HoldReason::Lots, due.lots),
				(HoldReason::Lists, due.lists),
				(HoldReason::Offers, due.offers),
			] {
				ensure!(
					T::Currency::balance_on_hold(&reason.into(), &depositor) == due,
					"INV-CUS-7: what a depositor has on hold is not its deposits"
				);
			}
		}
		Ok(())
	}
}

fn check_arrivals(totals: &Totals, recount: &Recount, now: Moment) -> Result<(), TryRuntimeError> {
	let mut seen = BTreeSet::new();
	for arrival in &totals.arrivals {
		let key = (arrival.moment, arrival.matures_at);
		let sound = arrival.quantity > 0
			&& arrival.moment <= now
			&& recount.arrived.get(&key) == Some(&arrival.quantity)
			&& seen.insert(key);
		ensure!(
			sound,
			"INV-CUS-11: the arrivals of a scope are not those of its lots"
		);
	}
	Ok(())
}

fn check_maturities(totals: &Totals, recount: &Recount) -> Result<(), TryRuntimeError> {
	let recounted: Vec<Dated> = recount
		.maturities
		.iter()
		.map(|(moment, quantity)| Dated {
			moment: *moment,
			quantity: *quantity,
		})
		.collect();
	ensure!(
		totals.maturities.to_vec() == recounted,
		"INV-CUS-2: the maturities of a scope are not those of its lots"
	);
	Ok(())
}

fn check_removals(totals: &Totals, now: Moment) -> Result<(), TryRuntimeError> {
	let ordered = totals
		.removals
		.iter()
		.zip(totals.removals.iter().skip(1))
		.all(|(earlier, later)| earlier.moment < later.moment);
	let sound = totals
		.removals
		.iter()
		.all(|entry| entry.quantity > 0 && entry.moment <= now);
	ensure!(
		ordered && sound,
		"INV-CUS-8: removals of a scope are empty, out of order or in the future"
	);
	Ok(())
}

fn plus<N: polkadot_sdk::sp_runtime::traits::CheckedAdd>(
	left: N,
	right: N,
) -> Result<N, TryRuntimeError> {
	left.checked_add(&right).ok_or("a recount overflows".into())
}
