//! Whom the benchmarks are about.

use super::*;
use polkadot_sdk::sp_io::hashing::blake2_256;

/// Writes an identity with one account, and names both.
pub fn identity<T: Config>(name: &'static str, kind: IdentityKind) -> (IdentityId, T::AccountId) {
	let identity = NextIdentityId::<T>::get();
	NextIdentityId::<T>::put(identity + 1);
	Identities::<T>::insert(
		identity,
		IdentityRecord::new(kind, 756, InvestorCategory::Retail, None),
	);
	let account = account::<T::AccountId>(name, identity, 0);
	Pallet::<T>::attach(identity, &account).expect("a new identity has room");
	(identity, account)
}

/// Lets a person act for an organisation.
pub fn employ<T: Config>(person: IdentityId, organisation: IdentityId) {
	Identities::<T>::mutate(person, |slot| {
		slot.as_mut().expect("written before").profile.organisation = Some(organisation);
	});
	Members::<T>::mutate(organisation, |members| *members += 1);
}

/// A person, with ASY, acting for an organisation that is the last of a full list of registrars.
pub fn registrar<T: Config>() -> (IdentityId, T::AccountId)
where
	T::Currency: Mutate<T::AccountId>,
{
	while Registrars::<T>::get().len() + 1 < MAX_REGISTRARS as usize {
		let (other, _) = identity::<T>("registrar", IdentityKind::Legal);
		Pallet::<T>::do_add_registrar(other).expect("there is room");
	}
	let (organisation, _) = identity::<T>("registrar", IdentityKind::Legal);
	Pallet::<T>::do_add_registrar(organisation).expect("there is room");
	let (person, clerk) = identity::<T>("clerk", IdentityKind::Natural);
	employ::<T>(person, organisation);
	let deposits =
		T::IdentityDeposit::get() + T::LinkProposalDeposit::get() + T::ReplacementDeposit::get();
	let amount = 200 * (deposits + T::Currency::minimum_balance());
	T::Currency::mint_into(&clerk, amount).expect("ASY can be minted");
	(organisation, clerk)
}

/// An identity with `accounts` accounts, for which `registrar` answers.
pub fn subject<T: Config>(registrar: IdentityId, accounts: u32) -> (IdentityId, T::AccountId) {
	let (subject, first) = identity::<T>("subject", IdentityKind::Natural);
	Identities::<T>::mutate(subject, |slot| {
		slot.as_mut().expect("written before").registrar = Some(registrar);
	});
	for index in 1..accounts {
		let account = account("subject", subject, index);
		Pallet::<T>::attach_within(subject, &account, MAX_LINKED).expect("there is room");
	}
	(subject, first)
}

/// An identity without accounts yet, for which `registrar` answers. That it may add the first one
/// takes more to find out than that an identity may add one itself.
pub fn newcomer<T: Config>(registrar: IdentityId) -> IdentityId {
	let identity = NextIdentityId::<T>::get();
	NextIdentityId::<T>::put(identity + 1);
	Identities::<T>::insert(
		identity,
		IdentityRecord::new(
			IdentityKind::Natural,
			756,
			InvestorCategory::Retail,
			Some(registrar),
		),
	);
	identity
}

/// A list of approved issuers with room for one.
pub fn fill_issuers<T: Config>() {
	let (issuer, _) = identity::<T>("issuer", IdentityKind::Legal);
	let mut number = 0;
	while ClaimIssuers::<T>::get().len() + 1 < MAX_TRUSTED_ISSUERS as usize {
		Pallet::<T>::do_approve_issuer(ClaimTopic::Custom(number), issuer).expect("there is room");
		number += 1;
	}
}

/// As many claims as an identity may carry, none of which holds.
pub fn fill_claims<T: Config>(identity: IdentityId, issuer: IdentityId) {
	Identities::<T>::mutate(identity, |slot| {
		let claims = &mut slot.as_mut().expect("written before").profile.claims;
		for number in 0..assay_primitives::MAX_CLAIMS {
			let topic = ClaimTopic::Custom(u32::MAX - number);
			let claim = Claim {
				topic,
				issuer,
				valid_until: 0,
				data_hash: Hash::zero(),
			};
			claims.try_push(claim).expect("there is room");
		}
	});
}

/// The will of a signer, wrapped, which takes two verifications.
pub fn consent<T: Config>(index: u32, expires: Moment, payload: &[u8]) -> Consent<T::Signature> {
	let wrapped = [b"<Bytes>", payload, b"</Bytes>"].concat();
	let signature = T::BenchmarkHelper::sign(index, &wrapped);
	Consent { expires, signature }
}

/// A full identity but for one account, with claims, whose first account its registrar has replaced
/// by an account that has not accepted yet: old account, new account.
pub fn replaced<T: Config>() -> Result<(T::AccountId, T::AccountId), BenchmarkError>
where
	T::Currency: Mutate<T::AccountId>,
{
	let (registrar, clerk) = registrar::<T>();
	let (subject, old) = subject::<T>(registrar, MAX_LINKED - 1);
	fill_claims::<T>(subject, registrar);
	let new = account::<T::AccountId>("successor", 0, 0);
	Pallet::<T>::do_propose_replacement(clerk, old.clone(), new.clone(), None)?;
	Ok((old, new))
}

/// As [`replaced`], accepted and past the time for objections.
pub fn ripe<T: Config>() -> Result<(T::AccountId, T::AccountId), BenchmarkError>
where
	T::Currency: Mutate<T::AccountId>,
{
	let (old, new) = replaced::<T>()?;
	Pallet::<T>::do_accept_replacement(&new, old.clone())?;
	let until = Replacements::<T>::get(&old).map_or(0, |replacement| replacement.objection_until);
	T::BenchmarkHelper::set_time(until + 1);
	Ok((old, new))
}

/// An entry of a batch by that registrar: with as many claims as it may have, and signed.
pub fn entry<T: Config>(
	registrar: IdentityId,
	index: u32,
) -> Onboarding<T::AccountId, T::Signature> {
	let reference = Hash::from(blake2_256(&index.to_be_bytes()));
	let expires = T::Time::now() + 1;
	let account = T::BenchmarkHelper::signer(index);
	let payload = Pallet::<T>::onboarding_payload_of(registrar, reference, &account, expires);
	let claims: Vec<_> = (0..MAX_FIRST_CLAIMS)
		.map(|number| FirstClaim {
			topic: ClaimTopic::Custom(u32::MAX - number),
			valid_until: expires,
			data_hash: reference,
		})
		.collect();
	Onboarding {
		reference,
		kind: IdentityKind::Natural,
		jurisdiction: 756,
		category: InvestorCategory::Retail,
		account,
		consent: Some(consent::<T>(index, expires, &payload)),
		claims: claims.try_into().expect("as many as there may be"),
	}
}

/// A list of approved issuers that is full, with that registrar for the topics of [`entry`].
pub fn approve_first_claims<T: Config>(registrar: IdentityId) {
	for number in 0..MAX_FIRST_CLAIMS {
		let topic = ClaimTopic::Custom(u32::MAX - number);
		Pallet::<T>::do_approve_issuer(topic, registrar).expect("there is room");
	}
	fill_issuers::<T>();
}

pub fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::CouncilOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}
