#![expect(
	clippy::panic,
	reason = "a chain whose genesis is wrong must not start"
)]

use crate::*;
use alloc::collections::BTreeSet;
use assay_primitives::{IdentityKind, TrustedIssuer, TrustedIssuers};

impl<T: Config> Pallet<T> {
	/// Writes the first identities, numbered from 0 in their order, without deposits.
	///
	/// A chain whose first state is wrong must not start: each fault panics with its place.
	pub(crate) fn build_genesis(
		identities: &[GenesisIdentity<T::AccountId>],
		registrars: &[IdentityId],
		issuers: &[TrustedIssuer],
	) {
		let mut seen = BTreeSet::new();
		for (place, entry) in identities.iter().enumerate() {
			let identity = IdentityId::try_from(place).expect("fewer identities than numbers");
			assert!(
				is_country(entry.jurisdiction),
				"genesis identity {identity}: jurisdiction {} is no ISO 3166-1 numeric code",
				entry.jurisdiction,
			);
			let mut record =
				IdentityRecord::new(entry.kind, entry.jurisdiction, entry.category, None);
			if let Some(organisation) = entry.organisation {
				assert!(
					entry.kind == IdentityKind::Natural,
					"genesis identity {identity}: only a human being acts for an organisation",
				);
				let kind = usize::try_from(organisation)
					.ok()
					.and_then(|place| identities.get(place))
					.map(|entry| entry.kind);
				assert!(
					kind == Some(IdentityKind::Legal),
					"genesis identity {identity}: identity {organisation} is no organisation",
				);
				record.profile.organisation = Some(organisation);
				Members::<T>::mutate(organisation, |members| {
					*members = members.checked_add(1).expect("fewer persons than numbers");
				});
			}
			Identities::<T>::insert(identity, record);
			for account in &entry.accounts {
				assert!(
					seen.insert(account.clone()),
					"genesis identity {identity}: account {account:?} is linked twice",
				);
				Self::attach(identity, account).unwrap_or_else(|_| {
					panic!("genesis identity {identity}: more than {MAX_ACCOUNTS} accounts")
				});
			}
			NextIdentityId::<T>::put(
				identity
					.checked_add(1)
					.expect("fewer identities than numbers"),
			);
		}
		Registrars::<T>::put(Self::genesis_registrars(registrars));
		ClaimIssuers::<T>::put(Self::genesis_issuers(issuers));
	}

	fn genesis_registrars(registrars: &[IdentityId]) -> RegistrarSet {
		let sorted: BTreeSet<_> = registrars.iter().copied().collect();
		assert!(
			sorted.len() == registrars.len(),
			"genesis registrars: one is named twice"
		);
		for identity in &sorted {
			assert!(
				Identities::<T>::contains_key(identity),
				"genesis registrars: there is no identity {identity}",
			);
		}
		RegistrarSet::try_from(sorted.into_iter().collect::<Vec<_>>())
			.unwrap_or_else(|_| panic!("genesis registrars: more than {MAX_REGISTRARS}"))
	}

	fn genesis_issuers(issuers: &[TrustedIssuer]) -> TrustedIssuers {
		let sorted: BTreeSet<_> = issuers.iter().copied().collect();
		assert!(
			sorted.len() == issuers.len(),
			"genesis issuers: one is named twice for a topic"
		);
		for TrustedIssuer { issuer, .. } in &sorted {
			assert!(
				Identities::<T>::contains_key(issuer),
				"genesis issuers: there is no identity {issuer}",
			);
		}
		TrustedIssuers::try_from(sorted.into_iter().collect::<Vec<_>>())
			.unwrap_or_else(|_| panic!("genesis issuers: more than {MAX_TRUSTED_ISSUERS}"))
	}
}
