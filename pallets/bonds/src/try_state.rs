//! Every invariant of the crate docs.

use crate::{Bonds, Claims, Config, Pallet, PosterBonds};
use alloc::{collections::BTreeMap, vec::Vec};
use assay_primitives::{AssetId, Balance, BondPurpose};
use assay_traits::HeldUnits;
use polkadot_sdk::{frame_support::ensure, sp_runtime::TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// Checks every invariant; the message names the first that does not hold.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut held = BTreeMap::<(AssetId, T::AccountId), Balance>::new();
		let mut lists = BTreeMap::<(AssetId, T::AccountId), Vec<BondPurpose>>::new();
		for (purpose, bond) in Bonds::<T>::iter() {
			ensure!(
				bond.amount > 0
					&& bond.withdrawal.is_none_or(|withdrawal| {
						0 < withdrawal.amount && withdrawal.amount <= bond.amount
					}),
				"INV-BON-2: a bond is empty, or nothing or more than it is asked back"
			);
			let key = (bond.asset, bond.poster);
			add(held.entry(key.clone()).or_default(), bond.amount)?;
			lists.entry(key).or_default().push(purpose);
		}
		for ((asset, poster, _), amount) in Claims::<T>::iter() {
			ensure!(amount > 0, "INV-BON-4: a claim is empty");
			add(held.entry((asset, poster)).or_default(), amount)?;
		}
		let on_hold = T::Holds::all_held(Self::hold_reason())
			.into_iter()
			.map(|(asset, account, amount)| ((asset, account), amount))
			.collect::<BTreeMap<_, _>>();
		ensure!(
			on_hold == held,
			"INV-BON-1: what is on hold is not bonds and claims"
		);
		let stored = PosterBonds::<T>::iter()
			.map(|(asset, account, purposes)| ((asset, account), sorted(purposes.into_inner())))
			.collect::<BTreeMap<_, _>>();
		ensure!(
			stored
				== lists
					.into_iter()
					.map(|(key, purposes)| (key, sorted(purposes)))
					.collect(),
			"INV-BON-3: an account's list is not its bonds"
		);
		Ok(())
	}
}

fn add(sum: &mut Balance, amount: Balance) -> Result<(), TryRuntimeError> {
	*sum = sum.checked_add(amount).ok_or("a sum overflows")?;
	Ok(())
}

fn sorted(mut purposes: Vec<BondPurpose>) -> Vec<BondPurpose> {
	purposes.sort_unstable();
	purposes
}
