//! What officers do: pauses and freezes.

use crate::{
	pallet::{
		Config, Controls, Error, Event, FreezesOn, FrozenPositionsOf, Pallet, Positions,
		ResumeRequests,
	},
	types::{Freeze, FreezeTarget, ResumeRequest, MAX_FROZEN_ACCOUNTS},
};
use assay_primitives::{AssetId, IdentityId, Movement, Role};
use assay_traits::{acting_identity, acting_organisation, IdentityInspect, RoleInspect};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{ConstU32, EnsureOrigin, Time},
		BoundedVec,
	},
	frame_system::ensure_signed,
	sp_runtime::{traits::BadOrigin, ArithmeticError, DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// The identity behind a signer that has one of the roles for the asset.
	pub(crate) fn ensure_role(
		who: &T::AccountId,
		asset: AssetId,
		roles: &[Role],
	) -> Result<IdentityId, DispatchError> {
		let now = T::Time::now();
		roles
			.iter()
			.find_map(|role| acting_identity::<_, T::Identities, T::Roles>(who, asset, *role, now))
			.ok_or_else(|| BadOrigin.into())
	}

	/// The identity behind a signer that is compliance officer of the asset.
	pub(crate) fn ensure_officer(
		origin: T::RuntimeOrigin,
		asset: AssetId,
	) -> Result<IdentityId, DispatchError> {
		Self::ensure_role(&ensure_signed(origin)?, asset, &[Role::ComplianceOfficer])
	}

	/// The council (`None`), or the identity behind a signer with one of the roles.
	pub(crate) fn ensure_council_or_role(
		origin: T::RuntimeOrigin,
		asset: AssetId,
		roles: &[Role],
	) -> Result<Option<IdentityId>, DispatchError> {
		match T::CouncilOrigin::try_origin(origin) {
			Ok(_) => Ok(None),
			Err(origin) => {
				let who = ensure_signed(origin)?;
				Self::ensure_role(&who, asset, roles).map(Some)
			},
		}
	}

	pub(crate) fn paused_movements(asset: AssetId) -> BoundedVec<Movement, ConstU32<5>> {
		let paused = Controls::<T>::get(asset)
			.map(|controls| controls.paused)
			.unwrap_or_default();
		let movements = Movement::ALL
			.into_iter()
			.filter(|movement| paused.contains(*movement));
		BoundedVec::truncate_from(movements.collect())
	}

	/// Pauses, or withdraws a request to resume what is paused. Only the council's pause of redemptions
	/// puts their deadlines off: it may lay one over an agent's, who would else buy the issuer time.
	pub(crate) fn do_pause(
		asset: AssetId,
		movement: Movement,
		by: Option<IdentityId>,
	) -> DispatchResult {
		let withdrawn = ResumeRequests::<T>::take((asset, movement)).is_some();
		Self::change_controls(asset, |controls| {
			let paused = controls.paused.contains(movement);
			let clock = &mut controls.redemption_pauses;
			let starts = by.is_none() && movement == Movement::Redemption && clock.since.is_none();
			ensure!(!paused || withdrawn || starts, Error::<T>::AlreadyPaused);
			if starts {
				clock.start(T::Time::now());
			}
			controls.paused = controls.paused.with(movement);
			Ok(())
		})?;
		Self::deposit_event(if withdrawn {
			Event::ResumeWithdrawn {
				asset,
				movement,
				by,
			}
		} else {
			Event::MovementPaused {
				asset,
				movement,
				by,
			}
		});
		Ok(())
	}

	/// Resumes at once for the council, otherwise when a second organisation confirms.
	pub(crate) fn do_resume(
		asset: AssetId,
		movement: Movement,
		by: Option<IdentityId>,
	) -> DispatchResult {
		let controls = Controls::<T>::get(asset).ok_or(Error::<T>::UnknownAsset)?;
		ensure!(controls.paused.contains(movement), Error::<T>::NotPaused);
		if let Some(identity) = by {
			let organisation =
				T::Identities::organisation_of(identity).ok_or(Error::<T>::UnknownTarget)?;
			// A request counts as long as its officer is one.
			let now = T::Time::now();
			let is_officer =
				|identity| T::Roles::has_role(asset, Role::ComplianceOfficer, identity, now);
			let request = ResumeRequests::<T>::get((asset, movement))
				.filter(|request| is_officer(request.identity));
			match request {
				None => {
					ensure!(is_officer(identity), BadOrigin);
					let request = ResumeRequest {
						identity,
						organisation,
					};
					ResumeRequests::<T>::insert((asset, movement), request);
					Self::deposit_event(Event::ResumeRequested {
						asset,
						movement,
						by: identity,
					});
					return Ok(());
				},
				Some(request) => ensure!(
					request.organisation != organisation
						&& request.identity != identity
						&& acting_organisation::<_, T::Identities>(identity).is_some(),
					Error::<T>::SameOrganisation
				),
			}
		}
		ResumeRequests::<T>::remove((asset, movement));
		Self::change_controls(asset, |controls| {
			controls.paused = controls.paused.without(movement);
			if movement == Movement::Redemption {
				controls.redemption_pauses.stop(T::Time::now());
			}
			Ok(())
		})?;
		Self::deposit_event(Event::MovementResumed {
			asset,
			movement,
			by,
		});
		Ok(())
	}

	/// Lays a freeze on an identity or on one of its accounts, in place of the one before.
	pub(crate) fn do_freeze(
		asset: AssetId,
		target: &FreezeTarget<T::AccountId>,
		freeze: Freeze,
	) -> Result<Freeze, DispatchError> {
		ensure!(Controls::<T>::contains_key(asset), Error::<T>::UnknownAsset);
		let identity = Self::identity_of_target(target)?;
		let mut position = Positions::<T>::get(asset, identity).unwrap_or_default();
		let was_frozen = position.is_frozen();
		let old = match target {
			FreezeTarget::Identity(_) => {
				let old = position.freeze;
				position.freeze = freeze;
				old
			},
			FreezeTarget::Account(account) => {
				let (old, _) = position.restriction(account);
				let frozen = position
					.accounts
					.iter()
					.filter(|entry| entry.freeze != Freeze::None);
				let adds = old == Freeze::None && freeze != Freeze::None;
				let limit = usize::try_from(MAX_FROZEN_ACCOUNTS).unwrap_or(0);
				ensure!(!adds || frozen.count() < limit, Error::<T>::TooManyAccounts);
				position
					.restrict(account, |entry| entry.freeze = freeze)
					.ok_or(Error::<T>::TooManyAccounts)?;
				FreezesOn::<T>::try_mutate_exists(account, |count| {
					step(count, adds, old != Freeze::None && freeze == Freeze::None)
				})?;
				old
			},
		};
		let is_frozen = position.is_frozen();
		FrozenPositionsOf::<T>::try_mutate_exists(identity, |count| {
			step(count, is_frozen && !was_frozen, was_frozen && !is_frozen)
		})?;
		Self::put_position(asset, identity, position);
		Ok(old)
	}

	fn identity_of_target(
		target: &FreezeTarget<T::AccountId>,
	) -> Result<IdentityId, DispatchError> {
		let identity = match target {
			FreezeTarget::Identity(identity) => {
				T::Identities::profile(*identity).map(|_| *identity)
			},
			FreezeTarget::Account(account) => T::Identities::identity_of(account),
		};
		identity.ok_or_else(|| Error::<T>::UnknownTarget.into())
	}
}

/// Moves a counter by one; at zero it is not kept.
pub(crate) fn step(count: &mut Option<u32>, adds: bool, removes: bool) -> DispatchResult {
	let after = count
		.unwrap_or_default()
		.checked_add(adds.into())
		.and_then(|count| count.checked_sub(removes.into()))
		.ok_or(ArithmeticError::Overflow)?;
	*count = (after > 0).then_some(after);
	Ok(())
}
