//! [`CustodyDependents`]: who cannot leave its office yet, and which lots cannot leave their place.

use crate::{Challenges, Config, Dependents, Pallet};
use assay_primitives::{IdentityId, LotId, Scope};
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

	/// Also by a challenge that is overdue: only the answer ends one. One read.
	fn is_challenged(scope: Scope, lots: &[LotId]) -> bool {
		Challenges::<T>::get(scope)
			.iter()
			.any(|challenge| challenge.lots.iter().any(|lot| lots.contains(lot)))
	}
}
