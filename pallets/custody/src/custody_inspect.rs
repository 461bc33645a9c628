//! [`CustodyInspect`]: who may keep and audit, and which vaults there are.
//!
//! An approval counts while the council has not suspended it, its licence is in force, a custodian's
//! bond is large enough and of an asset that is a settlement asset still, and the organisation itself is
//! in good standing: what any other organisation keeps or attests backs nothing.

use crate::{Approval, Auditors, Config, Custodians, Error, Pallet, Vaults};
use assay_primitives::{BondPurpose, IdentityId, Scope, Standing};
use assay_traits::{AssetInspect, BondInspect, CustodyInspect, IdentityInspect};
use polkadot_sdk::frame_support::{ensure, traits::Time};

impl<T: Config> CustodyInspect for Pallet<T> {
	fn is_custodian(organisation: IdentityId) -> bool {
		Self::ensure_custodian(organisation).is_ok() && Self::in_good_standing(organisation)
	}

	fn is_auditor(organisation: IdentityId) -> bool {
		Auditors::<T>::get(organisation)
			.is_some_and(|approval| Self::ensure_in_force(&approval).is_ok())
			&& Self::in_good_standing(organisation)
	}

	fn may_release(organisation: IdentityId) -> bool {
		Custodians::<T>::get(organisation).is_some_and(|entry| !entry.approval.suspended)
			&& Self::in_good_standing(organisation)
	}

	fn is_vault(scope: Scope) -> bool {
		Vaults::<T>::get(scope.vault).is_some_and(|vault| vault.custodian == scope.custodian)
	}
}

impl<T: Config> Pallet<T> {
	/// The organisation's approval as a custodian counts now, and its bond is large enough.
	pub(crate) fn ensure_custodian(organisation: IdentityId) -> Result<(), Error<T>> {
		let entry = Custodians::<T>::get(organisation).ok_or(Error::<T>::NotApproved)?;
		Self::ensure_in_force(&entry.approval)?;
		if let Some(required) = entry.required_bond {
			let purpose = BondPurpose::Custodian(organisation);
			let settles =
				T::Assets::summary(required.asset).is_some_and(|summary| summary.settlement);
			let bonded = settles
				&& T::Bonds::settlement_asset(purpose) == Some(required.asset)
				&& T::Bonds::bonded(purpose) >= required.amount;
			ensure!(bonded, Error::<T>::BondTooSmall);
		}
		Ok(())
	}

	/// The approval is not suspended, and its licence is in force now.
	fn ensure_in_force(approval: &Approval) -> Result<(), Error<T>> {
		ensure!(!approval.suspended, Error::<T>::NotApproved);
		ensure!(
			approval.licence.in_force(T::Time::now()),
			Error::<T>::LicenceExpired
		);
		Ok(())
	}

	/// Whether the identity exists and is neither suspended nor sanctioned.
	pub(crate) fn in_good_standing(identity: IdentityId) -> bool {
		T::Identities::profile(identity).is_some_and(|profile| profile.standing == Standing::Active)
	}
}
