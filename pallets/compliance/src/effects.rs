//! What a movement changes in our own books, worked out before it happens.

use crate::{
	evaluate::{Context, Party},
	pallet::{Config, Holders, Pallet, Positions},
	policies::{holding_periods, volume_periods},
	types::Position,
};
use assay_primitives::{AssetId, CountryCounts, IdentityId, Movement};
use assay_traits::Seats;
use polkadot_sdk::{frame_support::traits::Defensive, pallet_assets};

/// New values of whatever a movement changes. Writing them cannot fail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Effects<AccountId> {
	asset: AssetId,
	positions: [Option<(IdentityId, Position<AccountId>)>; 2],
	holders: Option<CountryCounts>,
	positions_of: [Option<(IdentityId, CountryCounts)>; 2],
	opened: Option<(AccountId, IdentityId)>,
	used_approval: Option<(IdentityId, IdentityId)>,
}

impl<AccountId: Clone + PartialEq> Effects<AccountId> {
	fn nothing(asset: AssetId) -> Self {
		Self {
			asset,
			positions: [None, None],
			holders: None,
			positions_of: [None, None],
			opened: None,
			used_approval: None,
		}
	}

	/// Works out what the movement changes; `None` when a counter would overflow or a side is
	/// unknown.
	///
	/// A hold or a redemption moves units inside a position and is booked where it happens.
	pub(crate) fn plan(context: &Context<AccountId>) -> Option<Self> {
		let mut effects = Self::nothing(context.asset);
		match context.movement {
			Movement::Hold | Movement::Redemption => {},
			// A docket that destroys units has no receiver.
			Movement::Forced => {
				effects.sender(context, context.sender.as_ref()?)?;
				if let Some(receiver) = &context.receiver {
					effects.receiver(context, receiver)?;
				}
			},
			Movement::Mint => effects.receiver(context, context.receiver.as_ref()?)?,
			Movement::Transfer => {
				let (sender, receiver) = (context.sender.as_ref()?, context.receiver.as_ref()?);
				effects.sender(context, sender)?;
				effects.receiver(context, receiver)?;
				if context.approval.is_some() {
					effects.used_approval = sender.identity.zip(receiver.identity);
				}
			},
		}
		// Where one of a country comes as another goes, nothing is written.
		effects.holders = effects.holders.filter(|after| *after != context.holders);
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
		if context.same_identity() {
			return Some(());
		}
		let mut position = party.position.clone();
		let total = position.total.checked_sub(context.amount)?;
		position.set_total(total, context.open_checkpoints())?;
		if context.movement == Movement::Transfer {
			let periods = context.policy().into_iter().flat_map(volume_periods);
			position
				.volumes
				.give(context.now, context.amount, periods)?;
		}
		if context.position_ends() {
			let country = core::mem::take(&mut position.country);
			let mut positions = party.positions.clone();
			positions.remove(country)?;
			self.positions_of[0] = Some((identity, positions));
			self.holders(context).remove(country)?;
		}
		self.positions[0] = Some((identity, position));
		Some(())
	}

	fn receiver(&mut self, context: &Context<AccountId>, party: &Party<AccountId>) -> Option<()> {
		let identity = party.identity?;
		if context.account_opens() {
			self.opened = Some((party.account.clone(), identity));
		}
		if context.same_identity() {
			return Some(());
		}
		let mut position = party.position.clone();
		let total = position.total.checked_add(context.amount)?;
		position.set_total(total, context.open_checkpoints())?;
		let mut periods = context.policy().into_iter().flat_map(holding_periods);
		if let Some(period) = periods.next() {
			position
				.receipts
				.receive(context.now, context.amount, period)?;
		}
		if context.position_begins() {
			// Who is on the move is counted where it moves to.
			let profile = party.profile.as_ref()?;
			let country = profile.pending_jurisdiction.unwrap_or(profile.jurisdiction);
			position.country = country;
			let mut positions = party.positions.clone();
			positions.add(country)?;
			self.positions_of[1] = Some((identity, positions));
			self.holders(context).add(country)?;
		}
		self.positions[1] = Some((identity, position));
		Some(())
	}

	/// The count of holders, to be changed.
	fn holders(&mut self, context: &Context<AccountId>) -> &mut CountryCounts {
		self.holders.get_or_insert_with(|| context.holders.clone())
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
			opened,
			used_approval,
		} = effects;
		for (identity, position) in positions.into_iter().flatten() {
			Self::put_position(asset, identity, position);
		}
		if let Some(holders) = holders {
			Holders::<T>::insert(asset, holders);
		}
		for (identity, count) in positions_of.into_iter().flatten() {
			T::Seats::set_positions(identity, count);
		}
		if let Some((from, to)) = used_approval {
			Self::use_approval(asset, from, to);
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
