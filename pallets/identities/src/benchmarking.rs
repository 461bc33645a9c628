//! Each call at its bounds: full lists, sixteen accounts, a person acting for an organisation.

mod world;

use crate::*;
use polkadot_sdk::{
	frame_benchmarking::v2::*,
	frame_support::{
		dispatch::{DispatchInfo, GetDispatchInfo},
		traits::{fungible::Mutate, EnsureOrigin},
	},
	frame_system::RawOrigin,
	sp_runtime::{
		traits::{Dispatchable, TransactionExtension, TxBaseImplication},
		transaction_validity::TransactionSource,
	},
};

use world::*;

/// What benchmarks need from outside: signatures, and another time.
pub trait BenchmarkHelper<Signature, AccountId, Call> {
	/// An account that can sign, linked to nothing: for one index always the same.
	fn signer(index: u32) -> AccountId;

	/// The signature of [`signer`](Self::signer) over `message`.
	fn sign(index: u32, message: &[u8]) -> Signature;

	/// Makes it `now`.
	fn set_time(now: Moment);

	/// A call that carries `carried` calls in its signer's name, and `principals` ones in as many other
	/// names that are linked to nothing, each allowed.
	fn carrier(carried: u32, principals: u32) -> Call;
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
		let account = T::BenchmarkHelper::signer(0);
		let expires = T::Time::now() + 1;
		let payload = Pallet::<T>::link_payload_of(subject, &account, expires);
		let Consent { signature, .. } = consent::<T>(0, expires, &payload);
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
		let (_, account) = subject::<T>(registrar, MAX_LINKED);
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
		let (subject, account) = subject::<T>(registrar, MAX_LINKED);
		fill_claims::<T>(subject, registrar);
		#[extrinsic_call]
		_(RawOrigin::Signed(clerk), subject);
		let standing = Links::<T>::get(account).map(|link| link.standing);
		assert_eq!(standing, Some(Standing::Suspended));
	}

	#[benchmark]
	fn reinstate() -> Result<(), BenchmarkError> {
		let (registrar, clerk) = registrar::<T>();
		let (subject, account) = subject::<T>(registrar, MAX_LINKED);
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
		let (subject, account) = subject::<T>(0, MAX_LINKED);
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
		let (subject, account) = subject::<T>(0, MAX_LINKED);
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
	fn propose_replacement() {
		let (registrar, clerk) = registrar::<T>();
		let (subject, old) = subject::<T>(registrar, MAX_ACCOUNTS);
		fill_claims::<T>(subject, registrar);
		let new = T::BenchmarkHelper::signer(0);
		let expires = T::Time::now() + 1;
		let payload = Pallet::<T>::replacement_payload_of(subject, &old, &new, expires);
		let consent = consent::<T>(0, expires, &payload);
		#[extrinsic_call]
		_(RawOrigin::Signed(clerk), old.clone(), new, Some(consent));
		assert!(Replacements::<T>::get(old).is_some_and(|replacement| replacement.accepted));
	}

	#[benchmark]
	fn accept_replacement() -> Result<(), BenchmarkError> {
		let (old, new) = replaced::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(new), old.clone());
		assert!(Replacements::<T>::get(old).is_some_and(|replacement| replacement.accepted));
		Ok(())
	}

	#[benchmark]
	fn object_replacement() -> Result<(), BenchmarkError> {
		let (old, _) = replaced::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(old.clone()));
		let stage = Replacements::<T>::get(old).map(|replacement| replacement.stage);
		assert_eq!(stage, Some(ReplacementStage::Contested));
		Ok(())
	}

	#[benchmark]
	fn cancel_replacement() -> Result<(), BenchmarkError> {
		let (old, _) = replaced::<T>()?;
		let clerk = Replacements::<T>::get(&old)
			.map(|replacement| replacement.deposit.depositor)
			.expect("written before");
		#[extrinsic_call]
		_(RawOrigin::Signed(clerk), old.clone());
		assert!(!Replacements::<T>::contains_key(old));
		Ok(())
	}

	#[benchmark]
	fn complete_replacement() -> Result<(), BenchmarkError> {
		let (old, new) = ripe::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(new.clone()), old);
		assert!(Links::<T>::contains_key(new));
		Ok(())
	}

	#[benchmark]
	fn close_replacement() -> Result<(), BenchmarkError> {
		let (old, new) = ripe::<T>()?;
		Pallet::<T>::do_complete_replacement(old.clone())?;
		#[extrinsic_call]
		_(RawOrigin::Signed(new), old.clone());
		assert!(!Links::<T>::contains_key(old));
		Ok(())
	}

	#[benchmark]
	fn settle_replacement() -> Result<(), BenchmarkError> {
		let origin = council::<T>()?;
		let (old, new) = ripe::<T>()?;
		Pallet::<T>::do_object_replacement(old.clone())?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, old, Hash::zero());
		assert!(Links::<T>::contains_key(new));
		Ok(())
	}

	#[benchmark]
	fn register_batch(n: Linear<1, MAX_ONBOARDINGS>) {
		let (registrar, clerk) = registrar::<T>();
		approve_first_claims::<T>(registrar);
		let entries: Vec<_> = (0..n).map(|index| entry::<T>(registrar, index)).collect();
		let entries = entries.try_into().expect("at most as many as there may be");
		#[extrinsic_call]
		_(RawOrigin::Signed(clerk), entries);
		assert_eq!(
			References::<T>::iter_key_prefix(registrar).count(),
			n as usize
		);
	}

	#[benchmark]
	fn admission(c: Linear<0, 1_000>, p: Linear<0, MAX_PRINCIPALS>) {
		let (_, account) = subject::<T>(0, 1);
		let extension = Admission::<T>::new();
		let call = T::BenchmarkHelper::carrier(c, p);
		let info = call.get_dispatch_info();
		let origin: OriginFor<T> = RawOrigin::Signed(account).into();
		let admitted;
		#[block]
		{
			admitted = extension
				.validate(
					origin,
					&call,
					&info,
					0,
					(),
					&TxBaseImplication(&call),
					TransactionSource::External,
				)
				.is_ok();
		}
		assert!(admitted);
	}

	impl_benchmark_test_suite!(Pallet, mock::new_test_ext(), mock::Test);
}
