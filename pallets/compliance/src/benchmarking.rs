//! Benchmarks, each at its largest input.

use super::*;
use alloc::vec::Vec;
use assay_primitives::{AssetId, Balance, ClaimTopic, Hash, IdentityId, Movement, MAX_ACCOUNTS};
use assay_traits::{Checkpoints, GuardedLedger, IdentityInspect, ReseatIdentity};
use codec::Encode;
use polkadot_sdk::{
	frame_benchmarking::v2::*,
	frame_support::{
		assert_ok,
		dispatch::{DispatchInfo, PostDispatchInfo},
		traits::{IsSubType, Time},
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

	/// Begins a change of jurisdiction of the identity behind `holder`, which holds something.
	fn depart(holder: &AccountId);

	/// Opens the replacement of an account, and gives the successor that may take over.
	fn succeed(old: &AccountId) -> AccountId;
}

const ASSET: AssetId = 1;
const TOPIC: ClaimTopic = ClaimTopic::Kyc;
const UNITS: Balance = 1_000_000;

/// As many rules, as long as a policy may be but for a byte: such that look through every claim of both
/// sides, and lists that name nobody here and are looked through to their ends.
pub fn costliest_policy(rules: u32) -> Policy {
	let claim = Rule::RequiredClaim {
		side: Side::Both,
		topic: TOPIC,
		issuers: BoundedVec::new(),
	};
	let mut policy = Policy::truncate_from((0..rules).map(|_| claim.clone()).collect());
	for index in (0..policy.len()).rev() {
		let strangers = Pair {
			sender: Some(IdentityId::MAX),
			receiver: Some(IdentityId::MAX),
		};
		// What is left, and what the rule has that is taken out, but for what a list has without pairs.
		let room = usize::from(MAX_POLICY_BYTES) - 1 - policy.encoded_size();
		let pairs = (room.saturating_sub(4) / strangers.encoded_size()).min(MAX_PAIRS as usize);
		if pairs == 0 {
			break;
		}
		policy[index] = Rule::Counterparties {
			mode: ListMode::Deny,
			pairs: BoundedVec::truncate_from(alloc::vec![strangers; pairs]),
		};
	}
	policy
}

/// Sets a policy, with the costliest one to come after it.
fn bind<T: Config>(policy: Policy) {
	let costliest = costliest_policy(MAX_RULES);
	assert_ok!(Pallet::<T>::do_set_policy(ASSET, policy));
	assert_ok!(Pallet::<T>::do_schedule_policy(
		ASSET,
		costliest,
		assay_primitives::Moment::MAX,
		0
	));
}

/// An open asset with the fullest policy, and its officer.
fn open_asset<T: Config>() -> T::AccountId {
	<T as Config>::BenchmarkHelper::active_asset(ASSET);
	assert_ok!(<Pallet<T> as GuardedLedger<T::AccountId>>::open(
		ASSET, b"Gold", b"XAU", 6
	));
	bind::<T>(costliest_policy(MAX_RULES));
	<T as Config>::BenchmarkHelper::officer(ASSET, 0)
}

/// A sender who gives away its last unit to a receiver who holds nothing yet, by an approval that is
/// used up.
fn parties<T: Config>(officer: &T::AccountId) -> (T::AccountId, T::AccountId) {
	let from = <T as Config>::BenchmarkHelper::holder(1, TOPIC);
	let to = <T as Config>::BenchmarkHelper::holder(2, TOPIC);
	assert_ok!(<Pallet<T> as GuardedLedger<T::AccountId>>::mint(
		ASSET, &from, UNITS
	));
	let mut policy = costliest_policy(MAX_RULES - 1);
	let _ = policy.try_push(Rule::PreApproval);
	bind::<T>(policy);
	approve::<T>(officer, identity::<T>(&from), identity::<T>(&to));
	(from, to)
}

fn identity<T: Config>(who: &T::AccountId) -> IdentityId {
	T::Identities::identity_of(who).unwrap_or_default()
}

fn approve<T: Config>(officer: &T::AccountId, from: IdentityId, to: IdentityId) {
	let until = T::Time::now();
	assert_ok!(Pallet::<T>::do_approve_transfer(
		officer, ASSET, from, to, UNITS, until
	));
}

/// Opens this many assets and mints some of each to the holder.
fn hold_assets<T: Config>(holder: &T::AccountId, count: u32) -> Vec<AssetId> {
	let assets: Vec<AssetId> = (1..=count).collect();
	for asset in &assets {
		<T as Config>::BenchmarkHelper::active_asset(*asset);
		assert_ok!(<Pallet<T> as GuardedLedger<T::AccountId>>::open(
			*asset, b"Gold", b"XAU", 6
		));
		assert_ok!(Pallet::<T>::do_set_policy(*asset, Policy::new()));
		assert_ok!(<Pallet<T> as GuardedLedger<T::AccountId>>::mint(
			*asset, holder, UNITS
		));
	}
	assets
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

/// Accounts of as many identities.
fn crowd<T: Config>(count: u32) -> FreezeTargets<T::AccountId> {
	let targets = (0..count)
		.map(|index| FreezeTarget::Account(<T as Config>::BenchmarkHelper::holder(index, TOPIC)));
	FreezeTargets::truncate_from(targets.collect())
}

fn frozen<T: Config>() -> u32 {
	FreezesOn::<T>::iter()
		.count()
		.try_into()
		.unwrap_or(u32::MAX)
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
		let officer = open_asset::<T>();
		let (from, to) = parties::<T>(&officer);
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
		assert_eq!(Holders::<T>::get(ASSET).total(), 1);
	}

	#[benchmark]
	fn transfer_from() {
		let officer = open_asset::<T>();
		let (from, to) = parties::<T>(&officer);
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
	fn set_policy() {
		let officer = open_asset::<T>();
		let policy = costliest_policy(MAX_RULES);

		#[extrinsic_call]
		_(RawOrigin::Signed(officer), ASSET, policy.clone());

		assert_eq!(Pallet::<T>::policy(ASSET), Some(policy));
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
	fn freeze_many(n: Linear<0, MAX_TARGETS>) {
		let officer = open_asset::<T>();
		let targets = crowd::<T>(n);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(officer),
			ASSET,
			targets,
			Freeze::Full,
			Hash::repeat_byte(7),
		);

		assert_eq!(frozen::<T>(), n);
	}

	#[benchmark]
	fn thaw_many(n: Linear<0, MAX_TARGETS>) {
		let officer = open_asset::<T>();
		let targets = crowd::<T>(n);
		for target in &targets {
			assert_ok!(Pallet::<T>::do_freeze(ASSET, target, Freeze::Full));
		}
		assert_eq!(frozen::<T>(), n);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(officer),
			ASSET,
			targets,
			Hash::repeat_byte(7),
		);

		assert_eq!(frozen::<T>(), 0);
	}

	#[benchmark]
	fn schedule_policy() {
		let officer = open_asset::<T>();
		let effective_at = T::Time::now() + 1;
		let policy = costliest_policy(MAX_RULES);

		#[extrinsic_call]
		_(RawOrigin::Signed(officer), ASSET, policy, effective_at);

		assert!(Pallet::<T>::pending_policy(ASSET).is_some());
	}

	#[benchmark]
	fn cancel_scheduled_policy() {
		let officer = open_asset::<T>();
		let signed = RawOrigin::Signed(officer.clone()).into();
		let effective_at = T::Time::now() + 1;
		assert_ok!(Pallet::<T>::schedule_policy(
			signed,
			ASSET,
			costliest_policy(MAX_RULES),
			effective_at
		));

		#[extrinsic_call]
		_(RawOrigin::Signed(officer), ASSET);

		assert_eq!(Pallet::<T>::pending_policy(ASSET), None);
	}

	#[benchmark]
	fn approve_transfer() {
		let officer = open_asset::<T>();
		let other = <T as Config>::BenchmarkHelper::officer(ASSET, 1);
		let parties = [1, 2].map(|index| <T as Config>::BenchmarkHelper::holder(index, TOPIC));
		let [from, to] = parties.map(|holder| identity::<T>(&holder));
		approve::<T>(&other, from, to);
		let until = T::Time::now();

		#[extrinsic_call]
		_(RawOrigin::Signed(officer), ASSET, from, to, 1, until);

		assert_eq!(
			Pallet::<T>::transfer_approval(ASSET, from, to).map(|approval| approval.max_amount),
			Some(1)
		);
	}

	#[benchmark]
	fn cancel_transfer_approval() {
		let officer = open_asset::<T>();
		let other = <T as Config>::BenchmarkHelper::officer(ASSET, 1);
		let parties = [1, 2].map(|index| <T as Config>::BenchmarkHelper::holder(index, TOPIC));
		let [from, to] = parties.map(|holder| identity::<T>(&holder));
		approve::<T>(&other, from, to);

		#[extrinsic_call]
		_(RawOrigin::Signed(officer), ASSET, from, to);

		assert_eq!(Pallet::<T>::transfer_approval(ASSET, from, to), None);
	}

	#[benchmark]
	fn opt_in() {
		open_asset::<T>();
		let holder = <T as Config>::BenchmarkHelper::holder(1, TOPIC);

		#[extrinsic_call]
		_(RawOrigin::Signed(holder.clone()), ASSET);

		assert!(OptIns::<T>::contains_key(ASSET, identity::<T>(&holder)));
	}

	#[benchmark]
	fn opt_out() {
		open_asset::<T>();
		let holder = <T as Config>::BenchmarkHelper::holder(1, TOPIC);
		assert_ok!(Pallet::<T>::do_opt_in(&holder, ASSET));
		let identity = identity::<T>(&holder);

		#[extrinsic_call]
		_(RawOrigin::Signed(holder), ASSET, identity);

		assert!(!OptIns::<T>::contains_key(ASSET, identity));
	}

	#[benchmark]
	fn reseat(n: Linear<0, MAX_PAGE>) {
		let holder = <T as Config>::BenchmarkHelper::holder(1, TOPIC);
		let assets = hold_assets::<T>(&holder, n);
		let identity = identity::<T>(&holder);
		<T as Config>::BenchmarkHelper::depart(&holder);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(holder.clone()),
			identity,
			BoundedVec::truncate_from(assets),
		);

		assert_eq!(T::Reseating::pending(identity), None);
	}

	#[benchmark]
	fn move_replaced() {
		open_asset::<T>();
		let holder = <T as Config>::BenchmarkHelper::holder(1, TOPIC);
		assert_ok!(<Pallet<T> as GuardedLedger<T::AccountId>>::mint(
			ASSET, &holder, UNITS
		));
		let target = FreezeTarget::Account(holder.clone());
		assert_ok!(Pallet::<T>::do_freeze(ASSET, &target, Freeze::Partial(1)));
		let successor = <T as Config>::BenchmarkHelper::succeed(&holder);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(successor.clone()),
			ASSET,
			T::Lookup::unlookup(holder.clone()),
		);

		assert_eq!(frame_system::Pallet::<T>::sufficients(&holder), 0);
		assert_eq!(frame_system::Pallet::<T>::sufficients(&successor), 1);
	}

	#[benchmark]
	fn prune_positions(n: Linear<1, MAX_PAGE>) -> Result<(), BenchmarkError> {
		let officer = open_asset::<T>();
		let holders = (0..n)
			.map(|index| <T as Config>::BenchmarkHelper::holder(index, TOPIC))
			.collect::<Vec<_>>();
		let checkpoint = <Pallet<T> as Checkpoints>::open(ASSET)?;
		for holder in &holders {
			let position = Position {
				past: {
					let mut past = PastBalances::default();
					let open = [Checkpoint {
						id: checkpoint,
						supply: 0,
					}];
					past.record(&open, 1);
					past
				},
				..Position::default()
			};
			Pallet::<T>::put_position(ASSET, identity::<T>(holder), position);
		}
		<Pallet<T> as Checkpoints>::close(ASSET, checkpoint)?;
		let identities = holders.iter().map(|holder| identity::<T>(holder)).collect();

		#[extrinsic_call]
		_(
			RawOrigin::Signed(officer),
			ASSET,
			BoundedVec::truncate_from(identities),
		);

		assert_eq!(Positions::<T>::iter_prefix(ASSET).count(), 0);
		Ok(())
	}

	#[benchmark]
	fn check_transfer_policy() -> Result<(), BenchmarkError> {
		let officer = open_asset::<T>();
		let (from, to) = parties::<T>(&officer);
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
		assert_eq!(Holders::<T>::get(ASSET).total(), 1);
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		mock::ExtBuilder::default().closed().build(),
		mock::Test
	);
}
