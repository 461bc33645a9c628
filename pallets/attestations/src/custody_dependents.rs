//! [`CustodyDependents`]: who cannot leave its office yet.

use crate::{Config, Dependents, Pallet};
use assay_primitives::IdentityId;
use assay_traits::CustodyDependents;

/// No organisation is both, so that one count tells of either.
impl<T: Config> CustodyDependents for Pallet<T> {
	/// A custodian with listed scopes, or with challenges that it has not answered.
	fn depends_on_custodian(custodian: IdentityId) -> bool {
		Dependents::<T>::contains_key(custodian)
	}

	/// An auditor that has spoken on the newest report of a listed scope.
	fn depends_on_auditor(auditor: IdentityId) -> bool {
		Dependents::<T>::contains_key(auditor)
	}
}
