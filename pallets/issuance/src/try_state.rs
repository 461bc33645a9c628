//! Every invariant of the crate docs.

use crate::{
	types::{MintTotals, Payee, Redemption, RedemptionState, HISTORY_DAYS, MAX_MINT_VALIDITY},
	Buckets, CommittedToBurn, Config, Deficiencies, History, HolderRedemptions, MintIds,
	NextRedemptionId, OpenRedemptions, Pallet, PartlyReleased, PenaltiesAtRisk, Redemptions,
	Totals, UncuredBreaches, Waiting,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use assay_primitives::{AssetId, Balance, RedemptionId, DAY};
use assay_traits::{GuardedLedger, HeldUnits};
use polkadot_sdk::{
	frame_support::{ensure, traits::Time},
	sp_runtime::TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	/// Checks every invariant; the message names the first that does not hold.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_supply()?;
		Self::check_committed()?;
		Self::check_open()?;
		Self::check_buckets()?;
		for (id, redemption) in Redemptions::<T>::iter() {
			ensure!(
				id < NextRedemptionId::<T>::get() && is_consistent(&redemption),
				"INV-ISS-7: a redemption's records do not fit its state"
			);
		}
		Self::check_owed()?;
		let now = T::Time::now();
		for (_, clock) in Deficiencies::<T>::iter() {
			ensure!(
				clock.since.is_none_or(|since| since <= now),
				"INV-ISS-14: a deficiency is on record before it was found"
			);
		}
		Self::check_mint_ids()
	}

	fn check_supply() -> Result<(), TryRuntimeError> {
		for (asset, MintTotals { minted, burned }) in Totals::<T>::iter() {
			ensure!(
				minted.checked_sub(burned) == Some(T::Ledger::supply(asset)),
				"INV-ISS-1: minted less burned is not the supply"
			);
		}
		Ok(())
	}

	fn check_committed() -> Result<(), TryRuntimeError> {
		let mut recount = BTreeMap::<AssetId, Balance>::new();
		for (_, redemption) in Redemptions::<T>::iter() {
			if redemption.state == RedemptionState::Released {
				add(
					recount.entry(redemption.asset).or_default(),
					redemption.amount,
				)?;
			}
		}
		let assets = CommittedToBurn::<T>::iter_keys().chain(recount.keys().copied());
		for asset in assets.collect::<BTreeSet<_>>() {
			ensure!(
				CommittedToBurn::<T>::get(asset)
					== recount.get(&asset).copied().unwrap_or_default(),
				"INV-ISS-2: committed units are not those of released redemptions"
			);
		}
		Ok(())
	}

	fn check_open() -> Result<(), TryRuntimeError> {
		let mut held = BTreeMap::<(AssetId, T::AccountId), Balance>::new();
		let mut lists = BTreeMap::<(AssetId, T::AccountId), Vec<RedemptionId>>::new();
		let mut counts = BTreeMap::<AssetId, u32>::new();
		for (id, redemption) in Redemptions::<T>::iter() {
			let key = (redemption.asset, redemption.holder.clone());
			let sum = held.entry(key.clone()).or_default();
			if redemption.state.is_open() {
				add(sum, redemption.amount)?;
				lists.entry(key).or_default().push(id);
				let count = counts.entry(redemption.asset).or_default();
				*count = count.checked_add(1).ok_or("the count overflows")?;
			}
		}
		held.retain(|_, sum| *sum > 0);
		let on_hold = T::Holds::all_held(Self::hold_reason())
			.into_iter()
			.map(|(asset, holder, amount)| ((asset, holder), amount))
			.collect::<BTreeMap<_, _>>();
		ensure!(
			on_hold == held,
			"INV-ISS-3: held units are not those of the open redemptions"
		);
		let assets = OpenRedemptions::<T>::iter_keys().chain(counts.keys().copied());
		for asset in assets.collect::<BTreeSet<_>>() {
			ensure!(
				OpenRedemptions::<T>::get(asset) == counts.get(&asset).copied().unwrap_or_default(),
				"INV-ISS-4: the count of open redemptions is not their number"
			);
		}
		let mut stored = BTreeMap::new();
		for (asset, holder, ids) in HolderRedemptions::<T>::iter() {
			stored.insert((asset, holder), sorted(ids.into_inner()));
		}
		ensure!(
			stored
				== lists
					.into_iter()
					.map(|(key, ids)| (key, sorted(ids)))
					.collect(),
			"INV-ISS-5: an account's list is not its open redemptions"
		);
		Ok(())
	}

	fn check_owed() -> Result<(), TryRuntimeError> {
		let mut waiting = BTreeSet::<(AssetId, RedemptionId)>::new();
		let mut breaches = BTreeMap::<AssetId, Balance>::new();
		let mut parts = BTreeMap::<AssetId, Balance>::new();
		let mut at_risk = BTreeMap::<AssetId, Balance>::new();
		for (id, redemption) in Redemptions::<T>::iter() {
			let asset = redemption.asset;
			if redemption.is_in_queue() {
				waiting.insert((asset, id));
			}
			if redemption.state == RedemptionState::Breached {
				add(breaches.entry(asset).or_default(), 1)?;
			}
			if redemption.state.is_owed() {
				add(parts.entry(asset).or_default(), redemption.released())?;
				add(
					at_risk.entry(asset).or_default(),
					redemption.unpaid_penalty(),
				)?;
			}
		}
		let stored = Waiting::<T>::iter_keys()
			.map(|(asset, key)| (asset, RedemptionId::from_be_bytes(key)))
			.collect::<BTreeSet<_>>();
		ensure!(
			stored == waiting,
			"INV-ISS-9: the queue is not the requests that wait"
		);
		let uncured = UncuredBreaches::<T>::iter().map(|(asset, count)| (asset, count.into()));
		ensure!(
			agree(uncured, breaches),
			"INV-ISS-10: the count of breaches is not their number"
		);
		ensure!(
			agree(PartlyReleased::<T>::iter(), parts),
			"INV-ISS-11: what has left on open claims is not their parts"
		);
		ensure!(
			agree(PenaltiesAtRisk::<T>::iter(), at_risk),
			"INV-ISS-12: penalties at risk are not those of what is owed"
		);
		for (_, slot, record) in History::<T>::iter() {
			ensure!(
				record.day.checked_rem(HISTORY_DAYS) == Some(slot),
				"INV-ISS-13: a day is in another's slot"
			);
		}
		Ok(())
	}

	fn check_buckets() -> Result<(), TryRuntimeError> {
		for (_, bucket) in Buckets::<T>::iter() {
			let raises = bucket.raise.is_none_or(|raise| {
				raise.limits != bucket.limits && raise.limits.min(&bucket.limits) == bucket.limits
			});
			ensure!(
				bucket.level <= bucket.limits.capacity && bucket.remainder < DAY && raises,
				"INV-ISS-6: a bucket overflows or its raise lowers"
			);
		}
		Ok(())
	}

	fn check_mint_ids() -> Result<(), TryRuntimeError> {
		let mut recorded = BTreeMap::<AssetId, Balance>::new();
		for (asset, _, record) in MintIds::<T>::iter() {
			ensure!(
				record
					.valid_until
					.checked_sub(record.minted_at)
					.is_some_and(|ahead| ahead <= MAX_MINT_VALIDITY),
				"INV-ISS-8: a mint was valid for too long"
			);
			add(recorded.entry(asset).or_default(), record.amount)?;
		}
		for (asset, amount) in recorded {
			ensure!(
				amount <= Totals::<T>::get(asset).minted,
				"INV-ISS-8: more mints are recorded than units were minted"
			);
		}
		Ok(())
	}
}

fn is_consistent<AccountId>(redemption: &Redemption<AccountId>) -> bool {
	use RedemptionState::*;
	let accepted = redemption.acceptance.is_some();
	let breached = redemption.breach.is_some();
	let released = redemption.release.map(|release| release.quantity);
	let in_part = released.is_none_or(|part| 0 < part && part < redemption.claim);
	let in_cash = redemption.cash.and_then(|cash| cash.settled);
	let in_all = redemption
		.released()
		.checked_add(redemption.settled_in_cash());
	let fits = match redemption.state {
		Requested => !accepted && !breached && released.is_none() && in_cash.is_none(),
		Accepted => accepted && !breached && in_part && in_cash.is_none(),
		Breached => breached && in_part && in_cash.is_none(),
		Released | Burned => (accepted || breached) && in_all == Some(redemption.claim),
		Cancelled => (accepted || breached) && released.is_none() && in_cash.is_none(),
		Rejected => false,
	};
	let paid = redemption
		.breach
		.is_none_or(|breach| breach.paid <= breach.owed && breach.owed <= redemption.penalty);
	let blocked = match redemption.payee {
		Payee::Blocked { since, seen } => since <= seen,
		Payee::Holder | Payee::Escrow { .. } => true,
	};
	fits && paid && blocked && redemption.closed_at.is_none() == redemption.state.is_open()
}

/// Whether what is stored is what was counted, where nothing and zero are one.
fn agree(
	stored: impl Iterator<Item = (AssetId, Balance)>,
	mut counted: BTreeMap<AssetId, Balance>,
) -> bool {
	counted.retain(|_, amount| *amount > 0);
	stored
		.filter(|(_, amount)| *amount > 0)
		.collect::<BTreeMap<_, _>>()
		== counted
}

fn add(sum: &mut Balance, amount: Balance) -> Result<(), TryRuntimeError> {
	*sum = sum.checked_add(amount).ok_or("a sum overflows")?;
	Ok(())
}

fn sorted(mut ids: Vec<RedemptionId>) -> Vec<RedemptionId> {
	ids.sort_unstable();
	ids
}
