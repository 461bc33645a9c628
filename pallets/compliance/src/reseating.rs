//! What follows a change behind a position: of its identity's country, or of an account.

use crate::{
	controls::step,
	pallet::{Config, Controls, Error, Event, FreezesOn, Holders, Pallet, Positions},
	types::Freeze,
};
use assay_primitives::{AssetId, Balance, IdentityId};
use assay_traits::{AccountReplacement, IdentityInspect, ReseatIdentity, Seats};
use polkadot_sdk::{
	frame_support::{ensure, storage::with_storage_layer, traits::Time},
	sp_runtime::{DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// Counts positions of an identity under the country it moves to, and completes its change when
	/// none is left under another.
	pub(crate) fn do_reseat(identity: IdentityId, assets: &[AssetId]) -> DispatchResult {
		let country = T::Reseating::pending(identity).ok_or(Error::<T>::NotMoving)?;
		let mut positions = T::Seats::positions(identity);
		let before = positions.clone();
		for asset in assets {
			let position = Positions::<T>::get(asset, identity)
				.filter(|position| position.total > 0 && position.country != country);
			let Some(mut position) = position else {
				continue;
			};
			let old = core::mem::replace(&mut position.country, country);
			let mut holders = Holders::<T>::get(asset);
			for counts in [&mut holders, &mut positions] {
				counts.remove(old).ok_or(Error::<T>::LedgerMismatch)?;
				counts.add(country).ok_or(Error::<T>::LedgerMismatch)?;
			}
			Holders::<T>::insert(asset, holders);
			Self::put_position(*asset, identity, position);
			Self::deposit_event(Event::Reseated {
				asset: *asset,
				identity,
				old,
				new: country,
			});
		}
		let complete = positions.of(country) == positions.total();
		ensure!(complete || positions != before, Error::<T>::NothingToReseat);
		if positions != before {
			T::Seats::set_positions(identity, positions);
		}
		if complete {
			T::Reseating::complete(identity)?;
		}
		Ok(())
	}

	/// Moves all free units of a replaced account to its successor, with what is frozen of it on its
	/// own. Both are of one identity, whose position stays as it is; rules do not bind.
	pub(crate) fn do_move_replaced(asset: AssetId, from: &T::AccountId) -> DispatchResult {
		ensure!(Controls::<T>::contains_key(asset), Error::<T>::UnknownAsset);
		let to = T::Replacements::successor(from).ok_or(Error::<T>::NotReplaced)?;
		// What a docket takes from this account stays there until it is decided on.
		let stays = T::Identities::identity_of(from)
			.and_then(|identity| Positions::<T>::get(asset, identity))
			.is_some_and(|position| position.is_under_docket(T::Time::now()));
		ensure!(!stays, Error::<T>::UnderDocket);
		with_storage_layer(|| {
			let freeze_moved = Self::move_freeze(asset, from, &to)?;
			let amount: Balance = Self::takeable(asset, from);
			ensure!(amount > 0 || freeze_moved, Error::<T>::NothingToMove);
			if amount > 0 {
				// What still is on hold needs the account to live on.
				Self::keep_formally_free(asset, from, amount)?;
				let effects = Self::decide_forced(asset, from, Some(&to), amount)?;
				Self::with_clearance(asset, from, &to, None, amount, 0, || {
					Self::move_raw(asset, from, &to, None, amount)
				})?;
				Self::apply(effects);
			}
			Self::deposit_event(Event::ReplacedMoved {
				asset,
				from: from.clone(),
				to,
				amount,
			});
			Ok(())
		})
	}

	/// Lays what is frozen of one account on another of the same identity, on top of what is frozen
	/// there; says whether there was anything.
	fn move_freeze(
		asset: AssetId,
		from: &T::AccountId,
		to: &T::AccountId,
	) -> Result<bool, DispatchError> {
		let identity = T::Identities::identity_of(from).ok_or(Error::<T>::UnknownTarget)?;
		let mut position = Positions::<T>::get(asset, identity).unwrap_or_default();
		let (moved, _) = position.restriction(from);
		let (there, _) = position.restriction(to);
		if moved == Freeze::None {
			return Ok(false);
		}
		let together = match (moved, there) {
			(Freeze::Full, _) | (_, Freeze::Full) => Freeze::Full,
			// More than can be held is all of it.
			_ => moved
				.units()
				.checked_add(there.units())
				.map_or(Freeze::Full, Freeze::Partial),
		};
		position
			.restrict(from, |entry| entry.freeze = Freeze::None)
			.and_then(|()| position.restrict(to, |entry| entry.freeze = together))
			.ok_or(Error::<T>::TooManyAccounts)?;
		FreezesOn::<T>::try_mutate_exists(from, |count| step(count, false, true))?;
		FreezesOn::<T>::try_mutate_exists(to, |count| step(count, there == Freeze::None, false))?;
		Self::put_position(asset, identity, position);
		Ok(true)
	}
}
