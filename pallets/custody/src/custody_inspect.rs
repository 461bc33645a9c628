//! [`CustodyInspect`]: who may keep and audit, and which vaults there are.
//!
//! An approval counts while the council has not suspended it and the organisation itself is in good
//! standing: what a suspended or sanctioned organisation keeps or attests backs nothing.

use crate::{Auditors, Config, Custodians, Pallet, Vaults};
use assay_primitives::{IdentityId, Scope, Standing};
use assay_traits::{CustodyInspect, IdentityInspect};

impl<T: Config> CustodyInspect for Pallet<T> {
	fn is_custodian(organisation: IdentityId) -> bool {
		Custodians::<T>::get(organisation).is_some_and(|entry| !entry.approval.suspended)
			&& Self::in_good_standing(organisation)
	}

	fn is_auditor(organisation: IdentityId) -> bool {
		Auditors::<T>::get(organisation).is_some_and(|approval| !approval.suspended)
			&& Self::in_good_standing(organisation)
	}

	fn is_vault(scope: Scope) -> bool {
		Vaults::<T>::get(scope.vault).is_some_and(|vault| vault.custodian == scope.custodian)
	}
}

impl<T: Config> Pallet<T> {
	/// Whether the identity exists and is neither suspended nor sanctioned.
	pub(crate) fn in_good_standing(identity: IdentityId) -> bool {
		T::Identities::profile(identity).is_some_and(|profile| profile.standing == Standing::Active)
	}
}
