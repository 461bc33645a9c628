//! Every invariant, as equalities.

use crate::{
	pallet::{
		AssetsHeldBy, Clearance, Config, Controls, FreezesOn, FrozenPositionsOf, HoldReasons,
		Holders, LastUnits, Pallet, Positions, PositionsOf,
	},
	types::{Freeze, Position},
};
use alloc::collections::btree_map::BTreeMap;
use assay_primitives::{AssetId, Balance, IdentityId};
use assay_traits::{AssetInspect, IdentityInspect};
use polkadot_sdk::{
	frame_support::{ensure, traits::fungibles::InspectHold},
	pallet_assets, pallet_assets_holder,
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
		Self::check_controls()?;
		let stored: BTreeMap<_, _> = AssetsHeldBy::<T>::iter()
			.filter(|(_, count)| *count > 0)
			.collect();
		ensure!(
			stored == recount.assets_held_by,
			"INV-COM-6: the assets an account holds differ from a recount"
		);
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
				count(&mut holders, asset)?;
				count(&mut positions_of, identity)?;
			}
		}
		ensure!(
			totals == recount.total,
			"INV-COM-2: the total of a position differs from its accounts'"
		);
		let stored: BTreeMap<_, _> = Holders::<T>::iter()
			.filter(|(_, count)| *count > 0)
			.collect();
		ensure!(
			stored == holders,
			"INV-COM-3: the number of holders differs from the positions with units"
		);
		let stored: BTreeMap<_, _> = PositionsOf::<T>::iter()
			.filter(|(_, count)| *count > 0)
			.collect();
		ensure!(
			stored == positions_of,
			"INV-COM-5: the positions of an identity differ from a recount"
		);
		Ok(())
	}

	fn check_controls() -> Result<(), TryRuntimeError> {
		for (asset, controls) in Controls::<T>::iter() {
			ensure!(
				T::Assets::summary(asset).map(|summary| summary.status) == Some(controls.status),
				"INV-COM-7: the status in the controls differs from the registry's"
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
