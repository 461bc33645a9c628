//! What somebody agrees to beforehand: officers to movements, receivers to receiving.

use crate::{
	pallet::{
		Config, Controls, Error, Event, HoldReason, OptIns, Pallet, Positions, TransferApprovals,
	},
	policies::{Deposit, TransferApproval},
};
use assay_primitives::{AssetId, Balance, IdentityId, Moment, ReasonCode};
use assay_traits::IdentityInspect;
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{fungible::MutateHold, tokens::Precision, Defensive, Get, Time},
	},
	sp_runtime::{DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	fn take_deposit(
		who: &T::AccountId,
		reason: HoldReason,
		amount: Balance,
	) -> Result<Deposit<T::AccountId>, DispatchError> {
		T::Deposits::hold(&reason.into(), who, amount)?;
		Ok(Deposit {
			depositor: who.clone(),
			amount,
		})
	}

	/// Gives a deposit back. What is recorded is held, so that it cannot fail.
	fn return_deposit(deposit: &Deposit<T::AccountId>, reason: HoldReason) {
		let _ = T::Deposits::release(
			&reason.into(),
			&deposit.depositor,
			deposit.amount,
			Precision::BestEffort,
		)
		.defensive_proof("a deposit that is recorded is held");
	}

	/// Approves one movement beforehand, in place of an approval of the same pair.
	pub(crate) fn do_approve_transfer(
		who: &T::AccountId,
		asset: AssetId,
		from: IdentityId,
		to: IdentityId,
		max_amount: Balance,
		until: Moment,
	) -> DispatchResult {
		ensure!(Controls::<T>::contains_key(asset), Error::<T>::UnknownAsset);
		let known = |identity| T::Identities::profile(identity).is_some();
		ensure!(known(from) && known(to), Error::<T>::UnknownTarget);
		let is_one = max_amount > 0 && from != to && T::Time::now() <= until;
		ensure!(is_one, Error::<T>::InvalidApproval);
		if let Some(old) = TransferApprovals::<T>::take((asset, from, to)) {
			Self::return_deposit(&old.deposit, HoldReason::TransferApproval);
		}
		let amount = T::TransferApprovalDeposit::get();
		let approval = TransferApproval {
			max_amount,
			until,
			deposit: Self::take_deposit(who, HoldReason::TransferApproval, amount)?,
		};
		TransferApprovals::<T>::insert((asset, from, to), approval);
		Ok(())
	}

	/// Whether the time of an approval is over.
	pub(crate) fn approval_is_over(
		asset: AssetId,
		from: IdentityId,
		to: IdentityId,
	) -> Result<bool, Error<T>> {
		let approval =
			TransferApprovals::<T>::get((asset, from, to)).ok_or(Error::<T>::NotApproved)?;
		Ok(approval.until < T::Time::now())
	}

	/// Removes an approval that a movement has used up.
	pub(crate) fn use_approval(asset: AssetId, from: IdentityId, to: IdentityId) {
		if let Some(approval) = TransferApprovals::<T>::take((asset, from, to)) {
			Self::return_deposit(&approval.deposit, HoldReason::TransferApproval);
			Self::deposit_event(Event::TransferApprovalUsed { asset, from, to });
		}
	}

	/// Removes an approval that nobody has used.
	pub(crate) fn remove_approval(
		asset: AssetId,
		from: IdentityId,
		to: IdentityId,
	) -> DispatchResult {
		let approval =
			TransferApprovals::<T>::take((asset, from, to)).ok_or(Error::<T>::NotApproved)?;
		Self::return_deposit(&approval.deposit, HoldReason::TransferApproval);
		Self::deposit_event(Event::TransferApprovalRemoved { asset, from, to });
		Ok(())
	}

	/// Notes that the identity behind `who` agrees to receive the asset.
	pub(crate) fn do_opt_in(
		who: &T::AccountId,
		asset: AssetId,
	) -> Result<IdentityId, DispatchError> {
		let identity = T::Identities::active_identity_of(who)
			.ok_or(Error::<T>::Refused(ReasonCode::NotAdmitted))?;
		ensure!(Controls::<T>::contains_key(asset), Error::<T>::UnknownAsset);
		let mut position = Positions::<T>::get(asset, identity).unwrap_or_default();
		ensure!(!position.opted_in, Error::<T>::AlreadyOptedIn);
		let deposit = Self::take_deposit(who, HoldReason::OptIn, T::OptInDeposit::get())?;
		OptIns::<T>::insert(asset, identity, deposit);
		position.opted_in = true;
		Self::put_position(asset, identity, position);
		Ok(identity)
	}

	/// Notes that an identity does not agree any more.
	pub(crate) fn do_opt_out(asset: AssetId, identity: IdentityId) -> DispatchResult {
		let deposit = OptIns::<T>::take(asset, identity).ok_or(Error::<T>::NotOptedIn)?;
		Self::return_deposit(&deposit, HoldReason::OptIn);
		let mut position = Positions::<T>::get(asset, identity).unwrap_or_default();
		position.opted_in = false;
		Self::put_position(asset, identity, position);
		Ok(())
	}
}
