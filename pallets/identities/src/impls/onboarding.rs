use super::Acting;
use crate::*;
use alloc::collections::BTreeSet;
use polkadot_sdk::{
	frame_support::{storage::with_storage_layer, traits::Time},
	frame_system,
	sp_runtime::traits::Zero,
};

/// An entry of a batch.
type EntryOf<T> = Onboarding<<T as frame_system::Config>::AccountId, <T as Config>::Signature>;

/// What became of an entry.
enum Outcome {
	/// It is there now.
	New(IdentityId),
	/// It was there before.
	Known(IdentityId),
}

impl<T: Config> Pallet<T> {
	/// The bytes that `account` signs to become the first account of whom `registrar` registers under
	/// `reference` until `expires`: domain, genesis hash, registrar, reference, account, expiry, in
	/// SCALE. The identity has no number yet; the reference, which serves once, stands in for it.
	pub fn onboarding_payload_of(
		registrar: IdentityId,
		reference: Hash,
		account: &T::AccountId,
		expires: Moment,
	) -> Vec<u8> {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		(
			ONBOARDING_DOMAIN,
			genesis,
			registrar,
			reference,
			account,
			expires,
		)
			.encode()
	}

	/// Registers what is not there yet, each entry by itself.
	pub(crate) fn do_register_batch(
		who: &T::AccountId,
		acting: &Acting,
		registrar: IdentityId,
		entries: Vec<EntryOf<T>>,
	) -> DispatchResult {
		let (mut registered, mut skipped, mut failed) = (0u32, 0u32, 0u32);
		for entry in entries {
			let reference = entry.reference;
			let outcome = with_storage_layer(|| Self::onboard(who, acting, registrar, entry));
			let (count, event) = match outcome {
				Ok(Outcome::New(identity)) => (
					&mut registered,
					Event::Onboarded {
						reference,
						identity,
					},
				),
				Ok(Outcome::Known(identity)) => (
					&mut skipped,
					Event::OnboardingSkipped {
						reference,
						identity,
					},
				),
				Err(error) => (&mut failed, Event::OnboardingFailed { reference, error }),
			};
			*count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			Self::deposit_event(event);
		}
		Self::deposit_event(Event::BatchDone {
			registrar,
			registered,
			skipped,
			failed,
		});
		Ok(())
	}

	/// Registers, vouches for and links or invites one, unless it is there with the same particulars.
	fn onboard(
		who: &T::AccountId,
		acting: &Acting,
		registrar: IdentityId,
		entry: EntryOf<T>,
	) -> Result<Outcome, DispatchError> {
		let hash = entry.reference;
		if let Some(identity) = References::<T>::get(registrar, hash) {
			ensure!(
				Self::is_onboarded(acting, identity, &entry),
				Error::<T>::OnboardingDiffers
			);
			return Ok(Outcome::Known(identity));
		}
		let account = entry.account;
		ensure!(
			!Links::<T>::contains_key(&account),
			Error::<T>::AlreadyLinked
		);
		if let Some(consent) = &entry.consent {
			let payload = Self::onboarding_payload_of(registrar, hash, &account, consent.expires);
			Self::ensure_consent(&payload, &account, consent)?;
		}

		let (kind, category) = (entry.kind, entry.category);
		let identity = Self::do_register(
			who.clone(),
			registrar,
			kind,
			None,
			entry.jurisdiction,
			category,
		)?;
		References::<T>::insert(registrar, hash, identity);
		ReferenceOf::<T>::insert(identity, Reference { registrar, hash });
		let topics: BTreeSet<_> = entry.claims.iter().map(|claim| claim.topic).collect();
		ensure!(topics.len() == entry.claims.len(), Error::<T>::TopicTwice);
		for claim in entry.claims {
			Self::vouch(acting, identity, claim)?;
		}
		match entry.consent {
			Some(_) => Self::attach(identity, &account)?,
			None => Self::invite(who.clone(), identity, account)?,
		}
		Ok(Outcome::New(identity))
	}

	/// Whether an identity is as the entry has it: particulars, an account that is linked or may
	/// still accept, and every claim.
	fn is_onboarded(acting: &Acting, identity: IdentityId, entry: &EntryOf<T>) -> bool {
		let Some(IdentityRecord { profile, .. }) = Identities::<T>::get(identity) else {
			return false;
		};
		let country = profile.pending_jurisdiction.unwrap_or(profile.jurisdiction);
		let same = (profile.kind, country, profile.category)
			== (entry.kind, entry.jurisdiction, entry.category);
		let vouched = entry.claims.iter().all(|claim| {
			profile.claims.iter().any(|there| {
				acting.speaks_for(there.issuer)
					&& (there.topic, there.valid_until, there.data_hash)
						== (claim.topic, claim.valid_until, claim.data_hash)
			})
		});
		let tied = match Links::<T>::get(&entry.account) {
			Some(link) => link.identity == identity,
			None => LinkProposals::<T>::get(&entry.account, identity)
				.is_some_and(|proposal| T::Time::now() <= proposal.expires),
		};
		same && vouched && tied
	}
}
