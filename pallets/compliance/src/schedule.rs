//! Policies: set at once, or for a moment to come.

use crate::{
	pallet::{Config, Controls, Error, Event, Pallet},
	policies::{
		policy_bytes, policy_is_valid, Policy, ScheduledPolicy, MAX_POLICY_BYTES, MAX_RULES,
	},
	types::AssetControls,
};
use assay_primitives::{AssetId, IdentityId, Moment};
use polkadot_sdk::{
	frame_support::{ensure, traits::Time},
	sp_runtime::DispatchResult,
};

impl<T: Config> Pallet<T> {
	/// Changes the controls of an asset. Scheduled rules that are in force take their place then.
	pub(crate) fn change_controls(
		asset: AssetId,
		change: impl FnOnce(&mut AssetControls) -> DispatchResult,
	) -> DispatchResult {
		Controls::<T>::try_mutate(asset, |maybe_controls| {
			let controls = maybe_controls.as_mut().ok_or(Error::<T>::UnknownAsset)?;
			controls.settle(T::Time::now());
			change(controls)
		})
	}

	/// The rules in force.
	pub(crate) fn policy_in_force(asset: AssetId) -> Option<Policy> {
		let controls = Controls::<T>::get(asset)?;
		controls.policy_at(T::Time::now()).cloned()
	}

	/// The rules that are to come.
	pub(crate) fn policy_to_come(asset: AssetId) -> Option<ScheduledPolicy> {
		let scheduled = Controls::<T>::get(asset)?.scheduled?;
		(T::Time::now() < scheduled.effective_at).then_some(scheduled)
	}

	/// Refuses rules that make no sense, or more of them than every movement may read.
	fn ensure_policy(policy: &Policy) -> Result<(), Error<T>> {
		ensure!(policy_is_valid(policy), Error::<T>::InvalidPolicy);
		let bytes = policy_bytes(policy);
		ensure!(bytes <= MAX_POLICY_BYTES, Error::<T>::PolicyTooLong(bytes));
		Ok(())
	}

	/// Sets the rules; says whether others were to come, which are withdrawn.
	pub(crate) fn do_set_policy(asset: AssetId, policy: Policy) -> Result<bool, Error<T>> {
		Self::ensure_policy(&policy)?;
		Self::replace_policy(asset, Some(policy))
	}

	/// Removes the rules; says whether others were to come, which are withdrawn.
	pub(crate) fn do_clear_policy(asset: AssetId) -> Result<bool, Error<T>> {
		let controls = Controls::<T>::get(asset).ok_or(Error::<T>::UnknownAsset)?;
		let any = controls.policy.is_some() || controls.scheduled.is_some();
		ensure!(any, Error::<T>::NoPolicy);
		Self::replace_policy(asset, None)
	}

	fn replace_policy(asset: AssetId, policy: Option<Policy>) -> Result<bool, Error<T>> {
		Controls::<T>::try_mutate(asset, |maybe_controls| {
			let controls = maybe_controls.as_mut().ok_or(Error::<T>::UnknownAsset)?;
			controls.settle(T::Time::now());
			controls.policy = policy;
			Ok(controls.scheduled.take().is_some())
		})
	}

	/// Schedules rules, in place of others that were to come.
	pub(crate) fn do_schedule_policy(
		asset: AssetId,
		policy: Policy,
		effective_at: Moment,
		by: IdentityId,
	) -> DispatchResult {
		Self::ensure_policy(&policy)?;
		ensure!(T::Time::now() < effective_at, Error::<T>::NotInFuture);
		let rules = policy.len().try_into().unwrap_or(MAX_RULES);
		Self::change_controls(asset, |controls| {
			controls.scheduled = Some(ScheduledPolicy {
				effective_at,
				policy,
			});
			Ok(())
		})?;
		Self::deposit_event(Event::PolicyScheduled {
			asset,
			rules,
			effective_at,
			by,
		});
		Ok(())
	}

	/// Withdraws rules that were to come.
	pub(crate) fn do_cancel_scheduled_policy(asset: AssetId) -> DispatchResult {
		Self::change_controls(asset, |controls| {
			let scheduled = controls.scheduled.take();
			scheduled.map(drop).ok_or(Error::<T>::NotScheduled.into())
		})
	}
}
