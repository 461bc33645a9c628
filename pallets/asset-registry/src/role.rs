//! Who holds a role for an asset.

use crate::{Config, Pallet, Roles, Summaries};
use assay_primitives::{AssetId, IdentityId, Moment, Role, Standing};
use assay_traits::{IdentityInspect, RoleInspect};

/// The role that no identity may hold beside this one for the same asset, if there is one.
pub(crate) const fn opposite(role: Role) -> Option<Role> {
	match role {
		Role::Minter => Some(Role::MintController),
		Role::MintController => Some(Role::Minter),
		Role::Custodian => Some(Role::Auditor),
		Role::Auditor => Some(Role::Custodian),
		Role::Issuer
		| Role::TransferAgent
		| Role::ComplianceOfficer
		| Role::PriceFeeder
		| Role::Trustee => None,
	}
}

/// Whether the role is for organisations other than the issuer.
pub(crate) const fn is_independent(role: Role) -> bool {
	match role {
		Role::Custodian | Role::Auditor | Role::Trustee => true,
		Role::Issuer
		| Role::Minter
		| Role::MintController
		| Role::TransferAgent
		| Role::ComplianceOfficer
		| Role::PriceFeeder => false,
	}
}

impl<T: Config> Pallet<T> {
	/// Whether the identity itself, and not only its organisation, holds the role at `now`.
	fn holds(asset: AssetId, role: Role, identity: IdentityId, now: Moment) -> bool {
		match role {
			Role::Issuer => {
				Summaries::<T>::get(asset).is_some_and(|summary| summary.issuer == identity)
			},
			_ => Roles::<T>::get(asset, (role, identity)).is_some_and(|grant| grant.holds(now)),
		}
	}
}

/// A role is held by the identity it was granted to. It is held too by every person who acts for
/// that identity, as long as that organisation is in good standing, except by a person to whom the
/// opposite role was granted in person: what one holds directly comes first.
///
/// One read where the identity holds the role itself, four more where it may only inherit it.
impl<T: Config> RoleInspect for Pallet<T> {
	fn has_role(asset: AssetId, role: Role, identity: IdentityId, now: Moment) -> bool {
		if Self::holds(asset, role, identity, now) {
			return true;
		}
		let Some(organisation) =
			T::Identities::organisation_of(identity).filter(|other| *other != identity)
		else {
			return false;
		};
		let barred =
			opposite(role).is_some_and(|other| Roles::<T>::contains_key(asset, (other, identity)));
		!barred
			&& Self::holds(asset, role, organisation, now)
			&& T::Identities::profile(organisation)
				.is_some_and(|profile| profile.standing == Standing::Active)
	}
}
