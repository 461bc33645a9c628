//! Each call at its bounds: full lists, sixteen accounts, a person acting for an organisation.

use crate::*;
use polkadot_sdk::{
	frame_benchmarking::v2::*,
	frame_support::{
		dispatch::{DispatchInfo, GetDispatchInfo},
		traits::{fungible::Mutate, EnsureOrigin},
	},
	frame_system::{self, RawOrigin},
	sp_core::crypto::KeyTypeId,
	sp_io::crypto::{sr25519_generate, sr25519_sign},
	sp_runtime::{
		traits::{Dispatchable, TransactionExtension, TxBaseImplication},
		transaction_validity::TransactionSource,
		AccountId32, MultiSignature, MultiSigner,
	},
};

/// Makes signatures for benchmarks.
pub trait BenchmarkHelper<Signature, AccountId> {
	/// An account that can sign, linked to nothing. Always the same.
	fn signer() -> AccountId;

	/// The signature of [`signer`](Self::signer) over `message`.
	fn sign(message: &[u8]) -> Signature;
}

const KEY_TYPE: KeyTypeId = KeyTypeId(*b"bnch");

fn sr25519_public() -> polkadot_sdk::sp_core::sr25519::Public {
	sr25519_generate(KEY_TYPE, Some(b"//Linked".to_vec()))
}

/// Signs through the host's keystore, as the benchmark tool offers it to a runtime.
impl BenchmarkHelper<MultiSignature, AccountId32> for () {
	fn signer() -> AccountId32 {
		MultiSigner::Sr25519(sr25519_public()).into_account()
	}

	fn sign(message: &[u8]) -> MultiSignature {
		let signature = sr25519_sign(KEY_TYPE, &sr25519_public(), message);
		MultiSignature::Sr25519(signature.expect("the key was generated in this keystore"))
	}
}

/// Writes an identity with one account, and names both.
fn identity<T: Config>(name: &'static str, kind: IdentityKind) -> (IdentityId, T::AccountId) {
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
fn employ<T: Config>(person: IdentityId, organisation: IdentityId) {
	Identities::<T>::mutate(person, |slot| {
		slot.as_mut().expect("written before").profile.organisation = Some(organisation);
	});
	Members::<T>::mutate(organisation, |members| *members += 1);
}

/// A person, with ASY, acting for an organisation that is the last of a full list of registrars.
fn registrar<T: Config>() -> (IdentityId, T::AccountId)
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
	let deposits = T::IdentityDeposit::get() + T::LinkProposalDeposit::get();
	let amount = 10 * (deposits + T::Currency::minimum_balance());
	T::Currency::mint_into(&clerk, amount).expect("ASY can be minted");
	(organisation, clerk)
}

/// An identity with `accounts` accounts, for which `registrar` answers.
fn subject<T: Config>(registrar: IdentityId, accounts: u32) -> (IdentityId, T::AccountId) {
	let (subject, first) = identity::<T>("subject", IdentityKind::Natural);
	Identities::<T>::mutate(subject, |slot| {
		slot.as_mut().expect("written before").registrar = Some(registrar);
	});
	for index in 1..accounts {
		Pallet::<T>::attach(subject, &account("subject", subject, index)).expect("there is room");
	}
	(subject, first)
}

/// An identity without accounts yet, for which `registrar` answers. That it may add the first one
/// takes more to find out than that an identity may add one itself.
fn newcomer<T: Config>(registrar: IdentityId) -> IdentityId {
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
fn fill_issuers<T: Config>() {
	let (issuer, _) = identity::<T>("issuer", IdentityKind::Legal);
	let mut number = 0;
	while ClaimIssuers::<T>::get().len() + 1 < MAX_TRUSTED_ISSUERS as usize {
		Pallet::<T>::do_approve_issuer(ClaimTopic::Custom(number), issuer).expect("there is room");
		number += 1;
	}
}

/// As many claims as an identity may carry, none of which holds.
fn fill_claims<T: Config>(identity: IdentityId, issuer: IdentityId) {
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

fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::CouncilOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

#[benchmarks(where
	T: Config + Send + Sync,
	T::Currency: Mutate<T::AccountId>,
	RuntimeCallFor<T>: Dispatchable<Info = DispatchInfo>,
)]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register() {
		let (_, clerk) = registrar::<T>();
		let (organisation, _) = identity::<T>("organisation", IdentityKind::Legal);
		let next = NextIdentityId::<T>::get();
		#[extrinsic_call]
		_(
			RawOrigin::Signed(clerk),
			IdentityKind::Natural,
			Some(organisation),
			756,
			InvestorCategory::Retail,
		);
		assert!(OrganisationProposals::<T>::contains_key(next));
	}

	#[benchmark]
	fn remove_identity() -> Result<(), BenchmarkError> {
		let (registrar, clerk) = registrar::<T>();
		fill_issuers::<T>();
		let (organisation, _) = identity::<T>("organisation", IdentityKind::Legal);
		let (subject, _) = subject::<T>(registrar, MAX_ACCOUNTS);
		employ::<T>(subject, organisation);
		fill_claims::<T>(subject, registrar);
		Pallet::<T>::ask_organisation(subject, registrar)?;
		let amount = T::IdentityDeposit::get();
		let deposit =
			Pallet::<T>::take_deposit(HoldReason::IdentityDeposit, clerk.clone(), amount)?;
		Deposits::<T>::insert(subject, deposit);
		#[extrinsic_call]
		_(RawOrigin::Signed(clerk), subject);
		assert!(!Identities::<T>::contains_key(subject));
		Ok(())
	}

	#[benchmark]
	fn link_account() {
		let (registrar, clerk) = registrar::<T>();
		let subject = newcomer::<T>(registrar);
		let account = T::BenchmarkHelper::signer();
		let expires = T::Time::now() + 1;
		let payload = Pallet::<T>::link_payload_of(subject, &account, expires);
		let wrapped = [b"<Bytes>", payload.as_slice(), b"</Bytes>"].concat();
		let signature = T::BenchmarkHelper::sign(&wrapped);
		#[extrinsic_call]
		_(
			RawOrigin::Signed(clerk),
			subject,
			account.clone(),
			expires,
			signature,
		);
		assert!(Links::<T>::contains_key(account));
	}

	#[benchmark]
	fn propose_link() {
		let (registrar, clerk) = registrar::<T>();
		let subject = newcomer::<T>(registrar);
		let invited: T::AccountId = account("invited", 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(clerk), subject, invited.clone());
		assert!(LinkProposals::<T>::contains_key(invited, subject));
	}

	#[benchmark]
	fn accept_link() -> Result<(), BenchmarkError> {
		let (registrar, clerk) = registrar::<T>();
		let subject = newcomer::<T>(registrar);
		let invited: T::AccountId = account("invited", 0, 0);
		Pallet::<T>::do_propose_link(clerk, subject, invited.clone())?;
		#[extrinsic_call]
		_(RawOrigin::Signed(invited.clone()), subject);
		assert!(Links::<T>::contains_key(invited));
		Ok(())
	}

	#[benchmark]
	fn cancel_link_proposal() -> Result<(), BenchmarkError> {
		let (registrar, clerk) = registrar::<T>();
		let subject = newcomer::<T>(registrar);
		let invited: T::AccountId = account("invited", 0, 0);
		Pallet::<T>::do_propose_link(clerk.clone(), subject, invited.clone())?;
		#[extrinsic_call]
		_(RawOrigin::Signed(clerk), subject, invited.clone());
		assert!(!LinkProposals::<T>::contains_key(invited, subject));
		Ok(())
	}

	#[benchmark]
	fn unlink_account() {
		let (registrar, clerk) = registrar::<T>();
		let (_, account) = subject::<T>(registrar, MAX_ACCOUNTS);
		#[extrinsic_call]
		_(RawOrigin::Signed(clerk), account.clone());
		assert!(!Links::<T>::contains_key(account));
	}

	#[benchmark]
	fn propose_organisation() {
		let (registrar, clerk) = registrar::<T>();
		let (subject, _) = subject::<T>(registrar, 1);
		let (organisation, _) = identity::<T>("organisation", IdentityKind::Legal);
		#[extrinsic_call]
		_(RawOrigin::Signed(clerk), subject, organisation);
		assert!(OrganisationProposals::<T>::contains_key(subject));
	}

	#[benchmark]
	fn accept_organisation() -> Result<(), BenchmarkError> {
		let (registrar, _) = registrar::<T>();
		let (subject, _) = subject::<T>(registrar, 1);
		fill_claims::<T>(subject, registrar);
		employ::<T>(subject, registrar);
		let (organisation, account) = identity::<T>("organisation", IdentityKind::Legal);
		Pallet::<T>::ask_organisation(subject, organisation)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(account), subject);
		assert_eq!(Members::<T>::get(organisation), 1);
		Ok(())
	}

	#[benchmark]
	fn leave_organisation() -> Result<(), BenchmarkError> {
		let (registrar, clerk) = registrar::<T>();
		let (subject, _) = subject::<T>(registrar, 1);
		fill_claims::<T>(subject, registrar);
		let (organisation, _) = identity::<T>("organisation", IdentityKind::Legal);
		employ::<T>(subject, organisation);
		Pallet::<T>::ask_organisation(subject, registrar)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(clerk), subject);
		assert_eq!(Members::<T>::get(organisation), 0);
		Ok(())
	}

	#[benchmark]
	fn set_category() {
		let (registrar, clerk) = registrar::<T>();
		let (subject, _) = subject::<T>(registrar, 1);
		fill_claims::<T>(subject, registrar);
		#[extrinsic_call]
		_(
			RawOrigin::Signed(clerk),
			subject,
			InvestorCategory::Professional,
		);
		let category = Identities::<T>::get(subject).map(|record| record.profile.category);
		assert_eq!(category, Some(InvestorCategory::Professional));
	}

	#[benchmark]
	fn change_jurisdiction() {
		let (registrar, clerk) = registrar::<T>();
		let (subject, _) = subject::<T>(registrar, MAX_ACCOUNTS);
		fill_claims::<T>(subject, registrar);
		#[extrinsic_call]
		_(RawOrigin::Signed(clerk), subject, 276);
		let country = Identities::<T>::get(subject).map(|record| record.profile.jurisdiction);
		assert_eq!(country, Some(276));
	}

	#[benchmark]
	fn add_claim() -> Result<(), BenchmarkError> {
		let (registrar, clerk) = registrar::<T>();
		let (subject, _) = subject::<T>(registrar, 1);
		fill_claims::<T>(subject, registrar);
		fill_issuers::<T>();
		Pallet::<T>::do_approve_issuer(ClaimTopic::Kyc, registrar)?;
		let valid_until = T::Time::now() + 1;
		#[extrinsic_call]
		_(
			RawOrigin::Signed(clerk),
			subject,
			ClaimTopic::Kyc,
			valid_until,
			Hash::repeat_byte(1),
		);
		let record = Identities::<T>::get(subject).expect("it was there");
		assert!(record
			.profile
			.claims
			.iter()
			.any(|claim| claim.topic == ClaimTopic::Kyc));
		Ok(())
	}

	#[benchmark]
	fn revoke_claim() {
		let (registrar, clerk) = registrar::<T>();
		let (subject, _) = subject::<T>(registrar, 1);
		fill_claims::<T>(subject, registrar);
		#[extrinsic_call]
		_(
			RawOrigin::Signed(clerk),
			subject,
			ClaimTopic::Custom(u32::MAX),
			registrar,
		);
		let record = Identities::<T>::get(subject).expect("it was there");
		assert!(!record.profile.claims.is_full());
	}

	#[benchmark]
	fn suspend() {
		let (registrar, clerk) = registrar::<T>();
		let (subject, account) = subject::<T>(registrar, MAX_ACCOUNTS);
		fill_claims::<T>(subject, registrar);
		#[extrinsic_call]
		_(RawOrigin::Signed(clerk), subject);
		let standing = Links::<T>::get(account).map(|link| link.standing);
		assert_eq!(standing, Some(Standing::Suspended));
	}

	#[benchmark]
	fn reinstate() -> Result<(), BenchmarkError> {
		let (registrar, clerk) = registrar::<T>();
		let (subject, account) = subject::<T>(registrar, MAX_ACCOUNTS);
		fill_claims::<T>(subject, registrar);
		let record = Pallet::<T>::record(subject)?;
		Pallet::<T>::do_suspend(subject, record, Authority::Registrar)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(clerk), subject);
		let standing = Links::<T>::get(account).map(|link| link.standing);
		assert_eq!(standing, Some(Standing::Active));
		Ok(())
	}

	#[benchmark]
	fn sanction() -> Result<(), BenchmarkError> {
		let origin = council::<T>()?;
		let (subject, account) = subject::<T>(0, MAX_ACCOUNTS);
		fill_claims::<T>(subject, subject);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, subject, Hash::zero());
		let standing = Links::<T>::get(account).map(|link| link.standing);
		assert_eq!(standing, Some(Standing::Sanctioned));
		Ok(())
	}

	#[benchmark]
	fn lift_sanction() -> Result<(), BenchmarkError> {
		let origin = council::<T>()?;
		let (subject, account) = subject::<T>(0, MAX_ACCOUNTS);
		fill_claims::<T>(subject, subject);
		Pallet::<T>::do_sanction(subject, Hash::zero())?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, subject, Hash::zero());
		let standing = Links::<T>::get(account).map(|link| link.standing);
		assert_eq!(standing, Some(Standing::Active));
		Ok(())
	}

	#[benchmark]
	fn add_registrar() -> Result<(), BenchmarkError> {
		let origin = council::<T>()?;
		let (registrar, _) = registrar::<T>();
		Pallet::<T>::do_remove_registrar(registrar)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, registrar);
		assert!(Registrars::<T>::get().is_full());
		Ok(())
	}

	#[benchmark]
	fn remove_registrar() -> Result<(), BenchmarkError> {
		let origin = council::<T>()?;
		let (registrar, _) = registrar::<T>();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, registrar);
		assert!(!Registrars::<T>::get().is_full());
		Ok(())
	}

	#[benchmark]
	fn set_registrar() -> Result<(), BenchmarkError> {
		let origin = council::<T>()?;
		let (registrar, _) = registrar::<T>();
		let (subject, _) = identity::<T>("subject", IdentityKind::Natural);
		fill_claims::<T>(subject, registrar);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, subject, registrar);
		let answering = Identities::<T>::get(subject).and_then(|record| record.registrar);
		assert_eq!(answering, Some(registrar));
		Ok(())
	}

	#[benchmark]
	fn approve_issuer() -> Result<(), BenchmarkError> {
		let origin = council::<T>()?;
		fill_issuers::<T>();
		let (issuer, _) = identity::<T>("issuer", IdentityKind::Legal);
		fill_claims::<T>(issuer, issuer);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, ClaimTopic::Kyc, issuer);
		assert!(ClaimIssuers::<T>::get().is_full());
		Ok(())
	}

	#[benchmark]
	fn revoke_issuer() -> Result<(), BenchmarkError> {
		let origin = council::<T>()?;
		fill_issuers::<T>();
		let (issuer, _) = identity::<T>("issuer", IdentityKind::Legal);
		Pallet::<T>::do_approve_issuer(ClaimTopic::Kyc, issuer)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, ClaimTopic::Kyc, issuer);
		assert!(!ClaimIssuers::<T>::get().is_full());
		Ok(())
	}

	#[benchmark]
	fn admission() {
		let (subject, account) = subject::<T>(0, 1);
		Links::<T>::insert(
			&account,
			AccountLink {
				identity: subject,
				standing: Standing::Suspended,
			},
		);
		let extension = Admission::<T>::new();
		let remark = frame_system::Call::<T>::remark { remark: Vec::new() };
		let call: RuntimeCallFor<T> = remark.into();
		let info = call.get_dispatch_info();
		let origin: OriginFor<T> = RawOrigin::Signed(account).into();
		let refused;
		#[block]
		{
			refused = extension
				.validate(
					origin,
					&call,
					&info,
					0,
					(),
					&TxBaseImplication(&call),
					TransactionSource::External,
				)
				.is_err();
		}
		assert!(refused || T::SuspendedCalls::contains(&call));
	}

	impl_benchmark_test_suite!(Pallet, mock::new_test_ext(), mock::Test);
}
