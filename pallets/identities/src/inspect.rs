use crate::*;
use assay_primitives::{IdentityKind, IdentityProfile, Standing, TrustedIssuers};
use assay_traits::IdentityInspect;

impl<T: Config> IdentityInspect<T::AccountId> for Pallet<T> {
	fn identity_of(account: &T::AccountId) -> Option<IdentityId> {
		Links::<T>::get(account).map(|link| link.identity)
	}

	fn active_identity_of(account: &T::AccountId) -> Option<IdentityId> {
		Links::<T>::get(account)
			.filter(|link| link.standing == Standing::Active && link.state != LinkState::Replaced)
			.map(|link| link.identity)
	}

	fn profile(identity: IdentityId) -> Option<IdentityProfile> {
		Identities::<T>::get(identity).map(|record| record.profile)
	}

	fn organisation_of(identity: IdentityId) -> Option<IdentityId> {
		let profile = Identities::<T>::get(identity)?.profile;
		Some(match profile.kind {
			IdentityKind::Legal => identity,
			IdentityKind::Natural => profile.organisation.unwrap_or(identity),
		})
	}

	fn trusted_issuers() -> TrustedIssuers {
		ClaimIssuers::<T>::get()
	}
}
