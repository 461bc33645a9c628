//! Every invariant, as equalities.

use crate::{
	pallet::{
		Clearance, Config, Controls, FreezesOn, FrozenPositionsOf, HoldReason, HoldReasons,
		Holders, LastUnits, OptIns, Pallet, Positions, TransferApprovals,
	},
	policies::{policy_bytes, policy_is_valid, Deposit, MAX_POLICY_BYTES},
	types::{Freeze, Position},
};
use alloc::collections::{BTreeMap, BTreeSet};
use assay_primitives::{AssetId, Balance, CountryCounts, IdentityId, Jurisdiction};
use assay_traits::{AssetInspect, IdentityInspect, Seats};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{fungible::InspectHold as InspectDeposit, fungibles::InspectHold},
	},
	frame_system, pallet_assets, pallet_assets_holder,
	sp_runtime::TryRuntimeError,
};

/// What a recount of the ledger's accounts finds.
struct Recount<AccountId> {
	supply: BTreeMap<AssetId, Balance>,
	total: BTreeMap<(AssetId, IdentityId), Balance>,
	held: BTreeMap<(AssetId, IdentityId), Balance>,
	assets_held_by: BTreeMap<AccountId, u32>,
}

fn add<K: Ord>(
	sums: &mut BTreeMap<K, Balance>,
	key: K,
	amount: Balance,
) -> Result<(), TryRuntimeError> {
	let sum = sums.entry(key).or_default();
	*sum = sum
		.checked_add(amount)
		.ok_or("INV-COM-1: a recount overflows")?;
	Ok(())
}

/// The counts of a key, one entry per country.
fn by_country<K: Copy>(
	key: K,
	counts: &CountryCounts,
) -> alloc::vec::Vec<((K, Jurisdiction), u32)> {
	let entry = |(country, count)| ((key, country), count);
	counts.iter().map(entry).collect()
}

fn count<K: Ord>(counts: &mut BTreeMap<K, u32>, key: K) -> Result<(), TryRuntimeError> {
	let count = counts.entry(key).or_default();
	*count = count
		.checked_add(1)
		.ok_or("INV-COM-5: a recount overflows")?;
	Ok(())
}

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the crate docs.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		ensure!(
			!Clearance::<T>::exists(),
			"INV-COM-4: a clearance stands between extrinsics"
		);
		let recount = Self::recount()?;
		Self::check_supply(&recount)?;
		Self::check_positions(&recount)?;
		Self::check_countries()?;
		Self::check_checkpoints()?;
		Self::check_deposits()?;
		Self::check_controls()?;
		for (who, account) in frame_system::Account::<T>::iter() {
			let held = recount.assets_held_by.get(&who).copied().unwrap_or(0);
			ensure!(
				account.sufficients == held,
				"INV-COM-6: the assets that keep an account alive differ from a recount"
			);
		}
		Self::check_frozen_accounts()?;
		Self::check_last_units()
	}

	fn recount() -> Result<Recount<T::AccountId>, TryRuntimeError> {
		let mut recount = Recount {
			supply: BTreeMap::new(),
			total: BTreeMap::new(),
			held: BTreeMap::new(),
			assets_held_by: BTreeMap::new(),
		};
		for (asset, who, account) in pallet_assets::Account::<T>::iter() {
			let on_hold = pallet_assets_holder::Pallet::<T>::total_balance_on_hold(asset, &who);
			let total = account
				.balance
				.checked_add(on_hold)
				.ok_or("INV-COM-1: an account overflows")?;
			let last = Balance::from(LastUnits::<T>::contains_key((asset, &who)));
			let held = on_hold
				.checked_add(last)
				.ok_or("INV-COM-2: an account overflows")?;
			let link = T::Identities::identity_of(&who);
			ensure!(
				account.extra.identity == link && link.is_some(),
				"INV-COM-8: the identity cached in a ledger account differs from its link"
			);
			let identity = link.ok_or("INV-COM-8: an account with units is linked to nobody")?;
			add(&mut recount.supply, asset, total)?;
			add(&mut recount.total, (asset, identity), total)?;
			add(&mut recount.held, (asset, identity), held)?;
			count(&mut recount.assets_held_by, who)?;
		}
		Ok(recount)
	}

	fn check_supply(recount: &Recount<T::AccountId>) -> Result<(), TryRuntimeError> {
		for (asset, details) in pallet_assets::Asset::<T>::iter() {
			ensure!(
				details.supply == recount.supply.get(&asset).copied().unwrap_or_default(),
				"INV-COM-1: supply differs from the free and held units of all accounts"
			);
		}
		for asset in recount.supply.keys() {
			ensure!(
				pallet_assets::Asset::<T>::contains_key(asset),
				"INV-COM-1: units of an asset without a ledger"
			);
		}
		Ok(())
	}

	fn check_positions(recount: &Recount<T::AccountId>) -> Result<(), TryRuntimeError> {
		let mut totals = BTreeMap::new();
		let mut holders = BTreeMap::new();
		let mut positions_of = BTreeMap::new();
		for (asset, identity, position) in Positions::<T>::iter() {
			let position: Position<T::AccountId> = position;
			ensure!(
				!position.is_empty(),
				"INV-COM-10: a position is stored that has nothing to remember"
			);
			let held = recount
				.held
				.get(&(asset, identity))
				.copied()
				.unwrap_or_default();
			ensure!(
				position.held == held,
				"INV-COM-2: the held units of a position differ from its accounts'"
			);
			if position.total > 0 {
				totals.insert((asset, identity), position.total);
				count(&mut holders, (asset, position.country))?;
				count(&mut positions_of, (identity, position.country))?;
			}
		}
		ensure!(
			totals == recount.total,
			"INV-COM-2: the total of a position differs from its accounts'"
		);
		let stored: BTreeMap<_, _> = Holders::<T>::iter()
			.flat_map(|(asset, counts)| by_country(asset, &counts))
			.collect();
		ensure!(
			stored == holders,
			"INV-COM-3: the holders of a country differ from the positions with units"
		);
		let identities: BTreeSet<_> = positions_of.keys().map(|(identity, _)| *identity).collect();
		let stored: BTreeMap<_, _> = identities
			.into_iter()
			.flat_map(|identity| by_country(identity, &T::Seats::positions(identity)))
			.collect();
		ensure!(
			stored == positions_of,
			"INV-COM-5: the positions of an identity differ from a recount"
		);
		Ok(())
	}

	fn check_countries() -> Result<(), TryRuntimeError> {
		for (_, identity, position) in Positions::<T>::iter() {
			let profile = T::Identities::profile(identity);
			let country = profile
				.filter(|profile| profile.pending_jurisdiction.is_none())
				.map(|profile| profile.jurisdiction);
			let expected = match position.total {
				0 => 0,
				// Positions of who is on the move are counted one by one.
				_ => country.unwrap_or(position.country),
			};
			ensure!(
				position.country == expected,
				"INV-COM-13: a position is counted under another country than its identity's"
			);
			ensure!(
				position
					.receipts
					.units()
					.is_some_and(|units| units <= position.total),
				"INV-COM-16: a position remembers more units received than it has"
			);
		}
		Ok(())
	}

	fn check_checkpoints() -> Result<(), TryRuntimeError> {
		for (asset, controls) in Controls::<T>::iter() {
			let checkpoints = &controls.checkpoints;
			let mut before = 0;
			for checkpoint in &checkpoints.open {
				ensure!(
					before < checkpoint.id && checkpoint.id <= checkpoints.last,
					"INV-COM-14: checkpoints are not numbered in their order"
				);
				before = checkpoint.id;
				let mut sum = 0;
				for (_, position) in Positions::<T>::iter_prefix(asset) {
					sum = position
						.past
						.at(checkpoint.id, position.total)
						.checked_add(sum)
						.ok_or("INV-COM-14: past balances overflow")?;
				}
				ensure!(
					sum == checkpoint.supply,
					"INV-COM-14: the balances at a checkpoint are not the supply at it"
				);
			}
		}
		Ok(())
	}

	fn check_deposits() -> Result<(), TryRuntimeError> {
		let mut held = BTreeMap::new();
		for (_, approval) in TransferApprovals::<T>::iter() {
			let Deposit { depositor, amount } = approval.deposit;
			add(&mut held, (depositor, 0), amount)?;
		}
		for (asset, identity, deposit) in OptIns::<T>::iter() {
			let position = Positions::<T>::get(asset, identity).unwrap_or_default();
			ensure!(
				position.opted_in,
				"INV-COM-15: a deposit for an agreement that the position does not know of"
			);
			add(&mut held, (deposit.depositor, 1), deposit.amount)?;
		}
		for (asset, identity, position) in Positions::<T>::iter() {
			ensure!(
				!position.opted_in || OptIns::<T>::contains_key(asset, identity),
				"INV-COM-15: a position knows of an agreement without deposit"
			);
		}
		for ((depositor, reason), amount) in held {
			let reason = if reason == 0 {
				HoldReason::TransferApproval
			} else {
				HoldReason::OptIn
			};
			ensure!(
				T::Deposits::balance_on_hold(&reason.into(), &depositor) == amount,
				"INV-COM-15: the ASY held of a depositor differs from its deposits"
			);
		}
		Ok(())
	}

	fn check_controls() -> Result<(), TryRuntimeError> {
		for (asset, controls) in Controls::<T>::iter() {
			ensure!(
				T::Assets::summary(asset).map(|summary| summary.status) == Some(controls.status),
				"INV-COM-7: the status in the controls differs from the registry's"
			);
			let scheduled = controls
				.scheduled
				.as_ref()
				.map(|scheduled| &scheduled.policy);
			ensure!(
				controls.policy.iter().chain(scheduled).all(|policy| {
					policy_is_valid(policy) && policy_bytes(policy) <= MAX_POLICY_BYTES
				}),
				"INV-COM-17: a policy makes no sense, or is longer than it may be"
			);
		}
		for asset in pallet_assets::Asset::<T>::iter_keys() {
			ensure!(
				Controls::<T>::contains_key(asset),
				"INV-COM-7: the ledger of an asset is open that the registry never told of"
			);
		}
		Ok(())
	}

	fn check_frozen_accounts() -> Result<(), TryRuntimeError> {
		let (mut freezes_on, mut frozen_positions) = (BTreeMap::new(), BTreeMap::new());
		for (_, identity, position) in Positions::<T>::iter() {
			if position.is_frozen() {
				count(&mut frozen_positions, identity)?;
			}
			for entry in position
				.accounts
				.iter()
				.filter(|entry| entry.freeze != Freeze::None)
			{
				ensure!(
					T::Identities::identity_of(&entry.account) == Some(identity),
					"INV-COM-11: a frozen account is not linked to the identity of its position"
				);
				count(&mut freezes_on, entry.account.clone())?;
			}
		}
		let stored: BTreeMap<_, _> = FreezesOn::<T>::iter().collect();
		ensure!(
			stored == freezes_on,
			"INV-COM-11: the assets an account is frozen for differ from a recount"
		);
		let stored: BTreeMap<_, _> = FrozenPositionsOf::<T>::iter().collect();
		ensure!(
			stored == frozen_positions,
			"INV-COM-12: the positions of an identity with a freeze differ from a recount"
		);
		Ok(())
	}

	fn check_last_units() -> Result<(), TryRuntimeError> {
		for ((asset, who), _) in LastUnits::<T>::iter() {
			let identity = T::Identities::identity_of(&who)
				.ok_or("INV-COM-9: the last unit of an account without identity is held")?;
			let position = Positions::<T>::get(asset, identity).unwrap_or_default();
			ensure!(
				position.restriction(&who).1,
				"INV-COM-9: a last unit is held that the position does not know of"
			);
		}
		for (asset, _, position) in Positions::<T>::iter() {
			for entry in &position.accounts {
				ensure!(
					entry.last_unit_held == LastUnits::<T>::contains_key((asset, &entry.account)),
					"INV-COM-9: a position knows of a last unit that is not held"
				);
			}
		}
		for (asset, who, account) in pallet_assets::Account::<T>::iter() {
			let mut sum: Balance = 0;
			for reason in HoldReasons::<T>::get(asset, &who) {
				let on_hold =
					pallet_assets_holder::Pallet::<T>::balance_on_hold(asset, &reason, &who);
				ensure!(
					on_hold > 0,
					"INV-COM-9: a purpose is recorded that nothing is held for"
				);
				sum = sum
					.checked_add(on_hold)
					.ok_or("INV-COM-9: holds overflow")?;
			}
			ensure!(
				sum == pallet_assets_holder::Pallet::<T>::total_balance_on_hold(asset, &who),
				"INV-COM-9: units are on hold for a purpose that is not recorded"
			);
			ensure!(
				account.balance > 0,
				"INV-COM-9: an account without a formally free unit"
			);
		}
		Ok(())
	}
}
