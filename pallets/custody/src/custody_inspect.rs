//! [`CustodyInspect`]: who may keep and audit, and which vaults there are.

use crate::{Auditors, Config, Custodians, Pallet, Vaults};
use assay_primitives::{IdentityId, Scope};
use assay_traits::CustodyInspect;

impl<T: Config> CustodyInspect for Pallet<T> {
	fn is_custodian(organisation: IdentityId) -> bool {
		Custodians::<T>::get(organisation).is_some_and(|entry| !entry.approval.suspended)
	}

	fn is_auditor(organisation: IdentityId) -> bool {
		Auditors::<T>::get(organisation).is_some_and(|approval| !approval.suspended)
	}

	fn is_vault(scope: Scope) -> bool {
		Vaults::<T>::get(scope.vault).is_some_and(|vault| vault.custodian == scope.custodian)
	}
}
