use super::Acting;
use crate::*;
use assay_primitives::{Claim, ClaimTopic, TrustedIssuer, TrustedIssuers};
use polkadot_sdk::frame_support::traits::Time;

/// Whether a claim holds at `now`.
fn holds(claim: &Claim, trusted: &TrustedIssuers, now: Moment) -> bool {
	let pair = TrustedIssuer {
		topic: claim.topic,
		issuer: claim.issuer,
	};
	now <= claim.valid_until && trusted.binary_search(&pair).is_ok()
}

impl<T: Config> Pallet<T> {
	/// The claims of an identity, each with whether it holds now.
	pub(crate) fn claim_states(identity: IdentityId) -> Vec<ClaimState> {
		let (trusted, now) = (ClaimIssuers::<T>::get(), T::Time::now());
		Identities::<T>::get(identity)
			.into_iter()
			.flat_map(|record| record.profile.claims)
			.map(|claim| ClaimState {
				holds: holds(&claim, &trusted, now),
				claim,
			})
			.collect()
	}

	/// Adds a claim, in the place of an older one of the same topic and issuer. When there is no
	/// room, one that does not hold any more makes it.
	pub(crate) fn do_add_claim(
		who: &T::AccountId,
		identity: IdentityId,
		topic: ClaimTopic,
		valid_until: Moment,
		data_hash: Hash,
	) -> DispatchResult {
		let claim = FirstClaim {
			topic,
			valid_until,
			data_hash,
		};
		Self::vouch(&Self::acting(who)?, identity, claim)
	}

	/// Adds a claim of the issuer that `acting` speaks for, itself before its organisation.
	pub(crate) fn vouch(
		acting: &Acting,
		identity: IdentityId,
		claim: FirstClaim,
	) -> DispatchResult {
		let FirstClaim {
			topic,
			valid_until,
			data_hash,
		} = claim;
		let trusted = ClaimIssuers::<T>::get();
		let issuer = [acting.identity, acting.organisation]
			.into_iter()
			.find(|issuer| {
				trusted
					.binary_search(&TrustedIssuer {
						topic,
						issuer: *issuer,
					})
					.is_ok()
			})
			.ok_or(Error::<T>::IssuerNotApproved)?;
		let mut record = Self::record(identity)?;
		let now = T::Time::now();
		ensure!(valid_until > now, Error::<T>::ClaimExpired);

		let claim = Claim {
			topic,
			issuer,
			valid_until,
			data_hash,
		};
		let claims = &mut record.profile.claims;
		claims.retain(|old| old.topic != topic || old.issuer != issuer);
		if claims.is_full() {
			let place = claims
				.iter()
				.position(|old| !holds(old, &trusted, now))
				.ok_or(Error::<T>::TooManyClaims)?;
			let Claim { topic, issuer, .. } = claims.swap_remove(place);
			Self::deposit_event(Event::ClaimDropped {
				identity,
				topic,
				issuer,
			});
		}
		claims
			.try_push(claim.clone())
			.map_err(|_| Error::<T>::TooManyClaims)?;
		Identities::<T>::insert(identity, record);
		Self::deposit_event(Event::ClaimAdded { identity, claim });
		Ok(())
	}

	/// Removes a claim of an issuer that `who` speaks for, approved or not.
	pub(crate) fn do_revoke_claim(
		who: &T::AccountId,
		identity: IdentityId,
		topic: ClaimTopic,
		issuer: IdentityId,
	) -> DispatchResult {
		let acting = Self::acting(who)?;
		ensure!(acting.speaks_for(issuer), Error::<T>::NotAuthorized);
		let mut record = Self::record(identity)?;
		let before = record.profile.claims.len();
		record
			.profile
			.claims
			.retain(|claim| claim.topic != topic || claim.issuer != issuer);
		ensure!(
			record.profile.claims.len() < before,
			Error::<T>::ClaimNotFound
		);

		Identities::<T>::insert(identity, record);
		Self::deposit_event(Event::ClaimRevoked {
			identity,
			topic,
			issuer,
		});
		Ok(())
	}
}
