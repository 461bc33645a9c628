//! What a movement changes in our own books, worked out before it happens.

use crate::{
	evaluate::{Context, Party},
	pallet::{AssetsHeldBy, Config, Holders, Pallet, Positions, PositionsOf},
	types::Position,
};
use assay_primitives::{AssetId, IdentityId, Movement};
use polkadot_sdk::{frame_support::traits::Defensive, pallet_assets};

/// New values of whatever a movement changes. Writing them cannot fail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Effects<AccountId> {
	asset: AssetId,
	positions: [Option<(IdentityId, Position<AccountId>)>; 2],
	holders: Option<u32>,
	positions_of: [Option<(IdentityId, u32)>; 2],
	assets_held_by: [Option<(AccountId, u32)>; 2],
	opened: Option<(AccountId, IdentityId)>,
}

impl<AccountId: Clone + PartialEq> Effects<AccountId> {
	fn nothing(asset: AssetId) -> Self {
		Self {
			asset,
			positions: [None, None],
			holders: None,
			positions_of: [None, None],
			assets_held_by: [None, None],
			opened: None,
		}
	}

	/// Works out what the movement changes; `None` when a counter would overflow or a side is
	/// unknown.
	///
	/// A hold or a redemption moves units inside a position and is booked where it happens.
	pub(crate) fn plan(context: &Context<AccountId>) -> Option<Self> {
		let mut effects = Self::nothing(context.asset);
		match context.movement {
			Movement::Hold | Movement::Redemption | Movement::Forced => {},
			Movement::Mint => effects.receiver(context, context.receiver.as_ref()?)?,
			Movement::Transfer => {
				effects.sender(context, context.sender.as_ref()?)?;
				effects.receiver(context, context.receiver.as_ref()?)?;
			},
		}
		Some(effects)
	}

	/// Works out what it changes that free units of the sender end, whatever the policy.
	pub(crate) fn plan_burn(context: &Context<AccountId>) -> Option<Self> {
		let mut effects = Self::nothing(context.asset);
		effects.sender(context, context.sender.as_ref()?)?;
		Some(effects)
	}

	fn sender(&mut self, context: &Context<AccountId>, party: &Party<AccountId>) -> Option<()> {
		let identity = party.identity?;
		if context.account_closes() {
			let after = party.assets_held.checked_sub(1)?;
			self.assets_held_by[0] = Some((party.account.clone(), after));
		}
		if context.same_identity() {
			return Some(());
		}
		let mut position = party.position.clone();
		position.total = position.total.checked_sub(context.amount)?;
		self.positions[0] = Some((identity, position));
		if context.position_ends() {
			self.positions_of[0] = Some((identity, party.positions.checked_sub(1)?));
			if !context.position_begins() {
				self.holders = Some(context.holders.checked_sub(1)?);
			}
		}
		Some(())
	}

	fn receiver(&mut self, context: &Context<AccountId>, party: &Party<AccountId>) -> Option<()> {
		let identity = party.identity?;
		if context.account_opens() {
			let after = party.assets_held.checked_add(1)?;
			self.assets_held_by[1] = Some((party.account.clone(), after));
			self.opened = Some((party.account.clone(), identity));
		}
		if context.same_identity() {
			return Some(());
		}
		let mut position = party.position.clone();
		position.total = position.total.checked_add(context.amount)?;
		self.positions[1] = Some((identity, position));
		if context.position_begins() {
			self.positions_of[1] = Some((identity, party.positions.checked_add(1)?));
			if !context.position_ends() {
				self.holders = Some(context.holders.checked_add(1)?);
			}
		}
		Some(())
	}
}

impl<T: Config> Pallet<T> {
	/// Writes what a movement has changed, once the ledger has moved the units.
	pub(crate) fn apply(effects: Effects<T::AccountId>) {
		let Effects {
			asset,
			positions,
			holders,
			positions_of,
			assets_held_by,
			opened,
		} = effects;
		for (identity, position) in positions.into_iter().flatten() {
			Self::put_position(asset, identity, position);
		}
		if let Some(holders) = holders {
			Holders::<T>::insert(asset, holders);
		}
		for (identity, count) in positions_of.into_iter().flatten() {
			PositionsOf::<T>::insert(identity, count);
		}
		for (account, count) in assets_held_by.into_iter().flatten() {
			AssetsHeldBy::<T>::insert(account, count);
		}
		if let Some((account, identity)) = opened {
			let extra = pallet_assets::Pallet::<T>::adjust_extra(asset, &account);
			let _ = extra
				.ok_or(())
				.and_then(|mut extra| {
					extra.identity = Some(identity);
					extra.commit()
				})
				.defensive_proof("the ledger has just opened this account");
		}
	}

	/// Stores a position, or removes it when there is nothing to remember.
	pub(crate) fn put_position(
		asset: AssetId,
		identity: IdentityId,
		position: Position<T::AccountId>,
	) {
		if position.is_empty() {
			Positions::<T>::remove(asset, identity);
		} else {
			Positions::<T>::insert(asset, identity, position);
		}
	}
}
