//! Benchmarks, each at its largest input.

use super::*;
use assay_primitives::{AssetId, Balance, ClaimTopic, IdentityId, Movement, MAX_ACCOUNTS};
use assay_traits::{GuardedLedger, IdentityInspect};
use polkadot_sdk::{
	frame_benchmarking::v2::*,
	frame_support::{
		assert_ok,
		dispatch::{DispatchInfo, PostDispatchInfo},
		traits::IsSubType,
		BoundedVec,
	},
	frame_system::{self, RawOrigin},
	pallet_assets,
	sp_runtime::traits::{DispatchTransaction, Dispatchable, StaticLookup},
};

/// The world that benchmarks need. The runtime sets it up in the real pallets, the mock in its
/// doubles.
pub trait BenchmarkHelper<AccountId> {
	/// Makes the registry, and [`Pallet`], know an active asset of this number. Its
	/// ledger is opened by the benchmark.
	fn active_asset(asset: AssetId);

	/// A funded account of an active identity, the `index`th, with as many claims as there may be.
	/// The last of them is the one on `topic`, by an issuer that is approved among as many as there
	/// may be.
	fn holder(index: u32, topic: ClaimTopic) -> AccountId;

	/// An account of an active identity that is compliance officer of the asset, of the `index`th
	/// organisation.
	fn officer(asset: AssetId, index: u32) -> AccountId;

	/// Another account of the identity behind `holder`, the `index`th.
	fn further_account(holder: &AccountId, index: u32) -> AccountId;
}

const ASSET: AssetId = 1;
const TOPIC: ClaimTopic = ClaimTopic::Kyc;
const UNITS: Balance = 1_000_000;

/// Rules that take longest: each looks through every claim of both sides.
fn rules(count: u32) -> Policy {
	let mut policy = Policy::new();
	for _ in 0..count {
		let rule = Rule::RequiredClaim {
			side: Side::Both,
			topic: TOPIC,
			issuers: BoundedVec::new(),
		};
		let _ = policy.try_push(rule);
	}
	policy
}

/// An open asset with the fullest policy, and its officer.
fn open_asset<T: Config>() -> T::AccountId {
	<T as Config>::BenchmarkHelper::active_asset(ASSET);
	assert_ok!(<Pallet<T> as GuardedLedger<T::AccountId>>::open(
		ASSET, b"Gold", b"XAU", 6
	));
	assert_ok!(Pallet::<T>::do_set_policy(ASSET, rules(MAX_RULES)));
	<T as Config>::BenchmarkHelper::officer(ASSET, 0)
}

/// A sender who gives away its last unit to a receiver who holds nothing yet.
fn parties<T: Config>() -> (T::AccountId, T::AccountId) {
	let from = <T as Config>::BenchmarkHelper::holder(1, TOPIC);
	let to = <T as Config>::BenchmarkHelper::holder(2, TOPIC);
	assert_ok!(<Pallet<T> as GuardedLedger<T::AccountId>>::mint(
		ASSET, &from, UNITS
	));
	(from, to)
}

fn identity<T: Config>(who: &T::AccountId) -> IdentityId {
	T::Identities::identity_of(who).unwrap_or_default()
}

/// Freezes all accounts of an identity but one.
fn freeze_others<T: Config>(holder: &T::AccountId) {
	for index in 1..MAX_ACCOUNTS {
		let account = <T as Config>::BenchmarkHelper::further_account(holder, index);
		assert_ok!(Pallet::<T>::do_freeze(
			ASSET,
			&FreezeTarget::Account(account),
			Freeze::Partial(1)
		));
	}
}

#[benchmarks(
	where
		<T as frame_system::Config>::RuntimeCall: IsSubType<pallet_assets::Call<T>>
			+ From<pallet_assets::Call<T>>
			+ Dispatchable<
				Info = DispatchInfo,
				PostInfo = PostDispatchInfo,
				RuntimeOrigin = <T as frame_system::Config>::RuntimeOrigin,
			>,
		T: Send + Sync,
)]
mod benches {
	use super::*;

	#[benchmark]
	fn transfer() {
		open_asset::<T>();
		let (from, to) = parties::<T>();
		let target = T::Lookup::unlookup(to.clone());

		#[extrinsic_call]
		_(
			RawOrigin::Signed(from.clone()),
			ASSET,
			target,
			UNITS,
			Some([7; 32]),
		);

		assert_eq!(Pallet::<T>::position(ASSET, identity::<T>(&from)), None);
		assert_eq!(Holders::<T>::get(ASSET), 1);
	}

	#[benchmark]
	fn transfer_from() {
		open_asset::<T>();
		let (from, to) = parties::<T>();
		let spender = <T as Config>::BenchmarkHelper::holder(3, TOPIC);
		assert_ok!(pallet_assets::Pallet::<T>::do_approve_transfer(
			ASSET, &from, &spender, UNITS
		));
		let owner = T::Lookup::unlookup(from.clone());
		let target = T::Lookup::unlookup(to);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(spender),
			ASSET,
			owner,
			target,
			UNITS,
			Some([7; 32]),
		);

		assert_eq!(Pallet::<T>::position(ASSET, identity::<T>(&from)), None);
	}

	#[benchmark]
	fn set_policy(r: Linear<0, MAX_RULES>) {
		let officer = open_asset::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(officer), ASSET, rules(r));

		assert_eq!(Pallet::<T>::policy(ASSET), Some(rules(r)));
	}

	#[benchmark]
	fn clear_policy() {
		let officer = open_asset::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(officer), ASSET);

		assert_eq!(Pallet::<T>::policy(ASSET), None);
	}

	#[benchmark]
	fn pause() {
		let officer = open_asset::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(officer), ASSET, Movement::Transfer);

		assert_eq!(Pallet::<T>::paused(ASSET).len(), 1);
	}

	#[benchmark]
	fn resume() {
		let officer = open_asset::<T>();
		let other = <T as Config>::BenchmarkHelper::officer(ASSET, 1);
		assert_ok!(Pallet::<T>::do_pause(ASSET, Movement::Transfer, None));
		let first = RawOrigin::Signed(officer).into();
		assert_ok!(Pallet::<T>::resume(first, ASSET, Movement::Transfer));

		#[extrinsic_call]
		_(RawOrigin::Signed(other), ASSET, Movement::Transfer);

		assert_eq!(Pallet::<T>::paused(ASSET).len(), 0);
	}

	#[benchmark]
	fn freeze() {
		let officer = open_asset::<T>();
		let holder = <T as Config>::BenchmarkHelper::holder(1, TOPIC);
		freeze_others::<T>(&holder);
		let target = FreezeTarget::Account(holder.clone());

		#[extrinsic_call]
		_(RawOrigin::Signed(officer), ASSET, target, Freeze::Full);

		let position = Pallet::<T>::position(ASSET, identity::<T>(&holder)).unwrap_or_default();
		assert_eq!(position.restriction(&holder).0, Freeze::Full);
	}

	#[benchmark]
	fn thaw() {
		let officer = open_asset::<T>();
		let holder = <T as Config>::BenchmarkHelper::holder(1, TOPIC);
		freeze_others::<T>(&holder);
		let target = FreezeTarget::Account(holder.clone());
		assert_ok!(Pallet::<T>::do_freeze(ASSET, &target, Freeze::Full));

		#[extrinsic_call]
		_(RawOrigin::Signed(officer), ASSET, target);

		let position = Pallet::<T>::position(ASSET, identity::<T>(&holder)).unwrap_or_default();
		assert_eq!(position.restriction(&holder).0, Freeze::None);
	}

	#[benchmark]
	fn check_transfer_policy() -> Result<(), BenchmarkError> {
		open_asset::<T>();
		let (from, to) = parties::<T>();
		let call: <T as frame_system::Config>::RuntimeCall = pallet_assets::Call::<T>::transfer {
			id: ASSET.into(),
			target: T::Lookup::unlookup(to.clone()),
			amount: UNITS,
		}
		.into();
		let info = DispatchInfo::default();

		#[block]
		{
			let origin = RawOrigin::Signed(from.clone()).into();
			CheckTransferPolicy::<T>::new()
				.test_run(origin, &call, &info, 0, 0, |_| {
					Pallet::<T>::move_raw(ASSET, &from, &to, None, UNITS)?;
					Ok(PostDispatchInfo::default())
				})
				.map_err(|_| BenchmarkError::Stop("the transaction is valid"))?
				.map_err(|_| BenchmarkError::Stop("the transfer is allowed"))?;
		}

		assert_eq!(Pallet::<T>::position(ASSET, identity::<T>(&from)), None);
		assert_eq!(Holders::<T>::get(ASSET), 1);
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		mock::ExtBuilder::default().closed().build(),
		mock::Test
	);
}
