//! Grants of roles.

use crate::{
	acts::Act,
	role::{is_independent, opposite},
	types::*,
	Config, Error, Event, Filings, Pallet, Roles, Summaries,
};
use assay_primitives::{AssetId, AssetSummary, IdentityId, Role};
use assay_traits::IdentityInspect;
use polkadot_sdk::{
	frame_support::{defensive, ensure, traits::Time},
	sp_runtime::{ArithmeticError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_grant(
		asset: AssetId,
		summary: AssetSummary,
		role: Role,
		identity: IdentityId,
		new: RoleGrant,
	) -> DispatchResult {
		ensure!(role != Role::Issuer, Error::<T>::RoleImplied);
		ensure!(new.holds(T::Time::now()), Error::<T>::AlreadyExpired);
		Self::ensure_active(identity)?;
		if is_independent(role) {
			Self::ensure_legal(identity)?;
			ensure!(identity != summary.issuer, Error::<T>::RolesConflict);
		}
		let conflict =
			opposite(role).is_some_and(|other| Roles::<T>::contains_key(asset, (other, identity)));
		ensure!(!conflict, Error::<T>::RolesConflict);

		let old = Roles::<T>::get(asset, (role, identity));
		if old.is_none() {
			let mut file = Filings::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
			ensure!(file.grants < MAX_GRANTS, Error::<T>::TooManyGrants);
			file.grants = file
				.grants
				.checked_add(1)
				.ok_or(Error::<T>::TooManyGrants)?;
			Filings::<T>::insert(asset, file);
			Self::engage(identity)?;
		}
		Roles::<T>::insert(asset, (role, identity), new);
		Self::deposit_event(Event::RoleGranted {
			asset,
			role,
			identity,
			old,
			new,
		});
		Ok(())
	}

	pub(crate) fn do_revoke(
		who: &T::AccountId,
		asset: AssetId,
		role: Role,
		identity: IdentityId,
	) -> DispatchResult {
		ensure!(Summaries::<T>::contains_key(asset), Error::<T>::NotFound);
		ensure!(role != Role::Issuer, Error::<T>::RoleImplied);
		let by = T::Identities::active_identity_of(who).ok_or(Error::<T>::NotActive)?;
		let resigns =
			by == identity || Self::active_organisation_of(by).is_ok_and(|it| it == identity);
		if !resigns {
			Self::ensure_issuer(who, asset, Act::ChangeRoles)?;
		}
		ensure!(
			Roles::<T>::contains_key(asset, (role, identity)),
			Error::<T>::NotGranted
		);
		let mut file = Filings::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
		file.grants = file.grants.checked_sub(1).ok_or_else(|| {
			defensive!("a grant was stored and not counted");
			ArithmeticError::Underflow
		})?;
		Self::disengage(identity)?;
		Roles::<T>::remove(asset, (role, identity));
		Filings::<T>::insert(asset, file);
		Self::deposit_event(Event::RoleRevoked {
			asset,
			role,
			identity,
			by,
		});
		Ok(())
	}

	/// At most [`MAX_GRANTS`].
	pub(crate) fn grants_of(
		asset: AssetId,
	) -> impl Iterator<Item = ((Role, IdentityId), RoleGrant)> {
		Roles::<T>::iter_prefix(asset)
	}
}
