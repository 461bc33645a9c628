//! Benchmarks of every call at its bounds.

use crate::{types::*, *};
use alloc::vec::Vec;
use assay_primitives::{
	AssetId, Balance, Hash, LotId, Moment, Quantity, RedemptionId, Role, UnitRatio, VaultId, DAY,
};
use codec::Encode;
use frame_support::{
	traits::{Get, Hooks, Time},
	BoundedVec,
};
use frame_system::RawOrigin;
use polkadot_sdk::{
	frame_benchmarking::v2::*, frame_support, frame_system, sp_core::ConstU32,
	sp_io::hashing::blake2_256,
};

/// The world that the benchmarks need, over the real pallets or over test doubles.
pub trait BenchmarkHelper<AccountId> {
	/// Sets the clock.
	fn set_time(now: Moment);

	/// Makes `asset` active, one unit claiming one of the underlying, with a policy at its worst case
	/// that admits the holders below, and a `Backed` reserve of the most scopes there may be, worth
	/// at least 10^12 units.
	fn prepare_asset(asset: AssetId);

	/// An account of a new identity in good standing, an organisation of its own, with `role` for
	/// `asset`; for a custodian also approved.
	fn actor(asset: AssetId, role: Role) -> AccountId;

	/// The account of the holder number `seed`, who may hold `asset`.
	fn holder(asset: AssetId, seed: u32) -> AccountId;

	/// Registers `count` lots of `quantity` each with the custodian's organisation, pledged to
	/// `asset`, over as many of its vaults as there may be.
	fn lots(
		asset: AssetId,
		custodian: &AccountId,
		count: u32,
		quantity: Quantity,
	) -> Vec<(VaultId, LotId, Quantity)>;

	/// Posts a bond of `amount` for the issuer of `asset`, in a settlement asset with a policy at its
	/// worst case that admits issuer and holders. Returns that asset.
	fn prepare_bond(asset: AssetId, amount: Balance) -> AssetId;

	/// An account that acts for an organisation which may approve the terms of a bond.
	fn approver() -> AccountId;

	/// Has compliance not let the holder be paid, from now on.
	fn block(asset: AssetId, holder: &AccountId);

	/// Gives the asset an escrow account.
	fn set_escrow(asset: AssetId);
}

const ASSET: AssetId = 7;
const START: Moment = 1_000 * DAY;
const UNITS: Balance = 1_000_000;
const LIMITS: Limits = Limits {
	capacity: UNITS * 1_000,
	refill_per_day: UNITS * 1_000,
	single_mint_cap: UNITS * 1_000,
};

/// An asset whose bucket is refilled and raised by the call that is measured.
fn prepare<T: Config>() {
	T::BenchmarkHelper::set_time(START);
	T::BenchmarkHelper::prepare_asset(ASSET);
	let mut bucket = Bucket::first(u32::MAX, LIMITS, START - DAY);
	bucket.raise = Some(Raise {
		limits: Limits {
			capacity: UNITS * 2_000,
			..LIMITS
		},
		effective_at: START - 1,
	});
	Buckets::<T>::insert(ASSET, bucket.take(UNITS).expect("the bucket is full"));
}

fn mint_to<T: Config>(to: &T::AccountId, amount: Balance) -> Result<(), BenchmarkError> {
	mint_order::<T>(0, to, amount)
}

fn mint_order<T: Config>(
	number: u32,
	to: &T::AccountId,
	amount: Balance,
) -> Result<(), BenchmarkError> {
	let minter = T::BenchmarkHelper::actor(ASSET, Role::Minter);
	Pallet::<T>::mint(
		RawOrigin::Signed(minter).into(),
		ASSET,
		Hash::from(blake2_256(&(9u8, number).encode())),
		T::Time::now(),
		to.clone(),
		amount,
	)
	.map_err(|_| BenchmarkError::Stop("the mint failed"))
}

/// A holder with as many open redemptions as may be, the last of them number `id`.
fn requested<T: Config>(amount: Balance) -> Result<(T::AccountId, RedemptionId), BenchmarkError> {
	let holder = T::BenchmarkHelper::holder(ASSET, 0);
	let count = T::MaxOpenRedemptions::get();
	mint_to::<T>(&holder, amount * Balance::from(count))?;
	for _ in 0..count {
		Pallet::<T>::request_redemption(
			RawOrigin::Signed(holder.clone()).into(),
			ASSET,
			amount,
			Hash::zero(),
		)?;
	}
	Ok((holder, NextRedemptionId::<T>::get() - 1))
}

/// As [`requested`], all of them accepted: they are answered in their order.
fn accepted<T: Config>(amount: Balance) -> Result<RedemptionId, BenchmarkError> {
	let (_, last) = requested::<T>(amount)?;
	let issuer = T::BenchmarkHelper::actor(ASSET, Role::Issuer);
	for id in 0..=last {
		Pallet::<T>::accept_redemption(RawOrigin::Signed(issuer.clone()).into(), id)?;
	}
	Ok(last)
}

/// As [`accepted`], the last one in breach with a penalty that was not paid.
fn in_breach<T: Config>(amount: Balance) -> Result<RedemptionId, BenchmarkError> {
	let id = accepted::<T>(amount)?;
	wait_for_breach::<T>();
	Redemptions::<T>::mutate(id, |maybe_redemption| {
		if let Some(redemption) = maybe_redemption {
			redemption.state = RedemptionState::Breached;
			redemption.breach = Some(Breach {
				at: T::Time::now(),
				owed: redemption.penalty,
				paid: 0,
			});
		}
	});
	UncuredBreaches::<T>::insert(ASSET, 1);
	Ok(id)
}

/// The terms of a bond in that settlement asset: a unit of it for one of the asset.
const fn terms_in(settlement: AssetId) -> BondTerms {
	BondTerms {
		settlement,
		price: UnitRatio {
			numerator: 1,
			denominator: 1,
		},
	}
}

/// An asset whose issuer is bonded.
fn prepare_bonded<T: Config>() {
	prepare::<T>();
	let settlement = T::BenchmarkHelper::prepare_bond(ASSET, UNITS * 1_000);
	AssetBondTerms::<T>::insert(ASSET, terms_in(settlement));
}

/// Past every deadline of what was asked for at the start.
fn wait_for_breach<T: Config>() {
	T::BenchmarkHelper::set_time(START + 1_000 * DAY);
}

const PAYMENT: CashPayment = CashPayment {
	hash: Hash::repeat_byte(8),
	amount: 1,
	currency: *b"CHF",
};

fn state_of<T: Config>(id: RedemptionId) -> Option<RedemptionState> {
	Redemptions::<T>::get(id).map(|redemption| redemption.state)
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn mint() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let minter = T::BenchmarkHelper::actor(ASSET, Role::Minter);
		let to = T::BenchmarkHelper::holder(ASSET, 0);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(minter),
			ASSET,
			Hash::zero(),
			START,
			to,
			UNITS,
		);

		assert_eq!(Totals::<T>::get(ASSET).minted, UNITS);
		Ok(())
	}

	#[benchmark]
	fn mint_batch(n: Linear<1, MAX_BATCH>) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let minter = T::BenchmarkHelper::actor(ASSET, Role::Minter);
		let mints = (0..n)
			.map(|seed| (T::BenchmarkHelper::holder(ASSET, seed), UNITS))
			.collect::<Vec<_>>();
		let mints = Mints::truncate_from(mints);

		#[extrinsic_call]
		_(RawOrigin::Signed(minter), ASSET, Hash::zero(), START, mints);

		assert_eq!(Totals::<T>::get(ASSET).minted, UNITS * Balance::from(n));
		Ok(())
	}

	#[benchmark]
	fn set_bucket() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let controller = T::BenchmarkHelper::actor(ASSET, Role::MintController);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(controller),
			ASSET,
			UNITS * 9_000,
			UNITS,
			UNITS,
		);

		assert!(Buckets::<T>::get(ASSET).is_some_and(|bucket| bucket.raise.is_some()));
		Ok(())
	}

	#[benchmark]
	fn cancel_raise() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let controller = T::BenchmarkHelper::actor(ASSET, Role::MintController);
		let origin = RawOrigin::Signed(controller);
		Pallet::<T>::set_bucket(origin.clone().into(), ASSET, UNITS * 9_000, UNITS, UNITS)?;

		#[extrinsic_call]
		_(origin, ASSET);

		assert!(Buckets::<T>::get(ASSET).is_some_and(|bucket| bucket.raise.is_none()));
		Ok(())
	}

	#[benchmark]
	fn request_redemption() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let holder = T::BenchmarkHelper::holder(ASSET, 0);
		mint_to::<T>(&holder, UNITS)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(holder), ASSET, UNITS, Hash::zero());

		assert_eq!(state_of::<T>(0), Some(RedemptionState::Requested));
		Ok(())
	}

	#[benchmark]
	fn cancel_redemption() -> Result<(), BenchmarkError> {
		prepare_bonded::<T>();
		let (holder, id) = requested::<T>(UNITS)?;
		wait_for_breach::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(holder), id);

		assert_eq!(state_of::<T>(id), Some(RedemptionState::Cancelled));
		Ok(())
	}

	#[benchmark]
	fn reject_redemption() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let (_, id) = requested::<T>(UNITS)?;
		let issuer = T::BenchmarkHelper::actor(ASSET, Role::Issuer);

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), id, Hash::zero());

		assert_eq!(state_of::<T>(id), None);
		Ok(())
	}

	#[benchmark]
	fn accept_redemption() -> Result<(), BenchmarkError> {
		prepare::<T>();
		// As many before it as may be passed over, each of another holder who may not be paid.
		for seed in 1..=MAX_PASSED_OVER {
			let holder = T::BenchmarkHelper::holder(ASSET, seed);
			mint_order::<T>(seed, &holder, UNITS)?;
			let origin = RawOrigin::Signed(holder.clone());
			Pallet::<T>::request_redemption(origin.into(), ASSET, UNITS, Hash::zero())?;
			T::BenchmarkHelper::block(ASSET, &holder);
		}
		let holder = T::BenchmarkHelper::holder(ASSET, 0);
		mint_order::<T>(0, &holder, UNITS)?;
		let id = NextRedemptionId::<T>::get();
		let origin = RawOrigin::Signed(holder);
		Pallet::<T>::request_redemption(origin.into(), ASSET, UNITS, Hash::zero())?;
		let issuer = T::BenchmarkHelper::actor(ASSET, Role::Issuer);

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), id);

		assert_eq!(state_of::<T>(id), Some(RedemptionState::Accepted));
		Ok(())
	}

	#[benchmark]
	fn release_redemption(n: Linear<1, MAX_RELEASED_LOTS>) -> Result<(), BenchmarkError> {
		prepare_bonded::<T>();
		let id = in_breach::<T>(1_000 * Balance::from(n))?;
		let custodian = T::BenchmarkHelper::actor(ASSET, Role::Custodian);
		let lots = T::BenchmarkHelper::lots(ASSET, &custodian, n, 1_000);
		let lots = ReleasedLots::truncate_from(lots);

		#[extrinsic_call]
		_(RawOrigin::Signed(custodian), id, lots, Hash::zero());

		assert_eq!(state_of::<T>(id), Some(RedemptionState::Released));
		Ok(())
	}

	#[benchmark]
	fn burn_redemption() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let id = accepted::<T>(1_000)?;
		let custodian = T::BenchmarkHelper::actor(ASSET, Role::Custodian);
		let lots = T::BenchmarkHelper::lots(ASSET, &custodian, 1, 1_000);
		Pallet::<T>::release_redemption(
			RawOrigin::Signed(custodian).into(),
			id,
			ReleasedLots::truncate_from(lots),
			Hash::zero(),
		)?;
		let anyone: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), id);

		assert_eq!(state_of::<T>(id), Some(RedemptionState::Burned));
		Ok(())
	}

	#[benchmark]
	fn prune_mint_ids(n: Linear<1, MAX_PRUNED>) -> Result<(), BenchmarkError> {
		T::BenchmarkHelper::set_time(START);
		let record = MintRecord {
			amount: 0,
			minted_at: 0,
			valid_until: 0,
		};
		let mint_ids = (0..n)
			.map(|seed| Hash::from(blake2_256(&seed.to_le_bytes())))
			.collect::<Vec<_>>();
		for mint_id in &mint_ids {
			MintIds::<T>::insert(ASSET, mint_id, record);
		}
		let mint_ids = BoundedVec::<_, ConstU32<MAX_PRUNED>>::truncate_from(mint_ids);
		let anyone: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), ASSET, mint_ids);

		assert_eq!(MintIds::<T>::iter_prefix(ASSET).count(), 0);
		Ok(())
	}

	#[benchmark]
	fn prune_redemptions(n: Linear<1, MAX_PRUNED>) -> Result<(), BenchmarkError> {
		T::BenchmarkHelper::set_time(START + T::HistoryPeriod::get());
		let ids = (0..RedemptionId::from(n)).collect::<Vec<_>>();
		for id in &ids {
			let redemption = Redemption {
				asset: ASSET,
				holder: whitelisted_caller(),
				identity: 0,
				amount: UNITS,
				unit: UnitRatio {
					numerator: 1,
					denominator: 1,
				},
				claim: UNITS,
				fee_bps: 0,
				delivery: Hash::zero(),
				state: RedemptionState::Burned,
				requested_at: 0,
				notice_until: 0,
				accept_by: 0,
				release_within: 0,
				clock_ms: 0,
				waited_ms: 0,
				blocked_ms: 0,
				penalty: 0,
				breach: None,
				cash: None,
				payee: Payee::Holder,
				acceptance: Some(Acceptance {
					by: 0,
					at: 0,
					release_by: 0,
				}),
				release: Some(Release {
					custodian: 0,
					quantity: UNITS,
					evidence: Hash::zero(),
					at: 0,
				}),
				closed_at: Some(0),
			};
			Redemptions::<T>::insert(id, redemption);
		}
		NextRedemptionId::<T>::put(RedemptionId::from(n));
		let ids = BoundedVec::<_, ConstU32<MAX_PRUNED>>::truncate_from(ids);
		let anyone: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), ids);

		assert_eq!(Redemptions::<T>::iter().count(), 0);
		Ok(())
	}

	#[benchmark]
	fn propose_bond_terms() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let settlement = T::BenchmarkHelper::prepare_bond(ASSET, UNITS);
		let issuer = T::BenchmarkHelper::actor(ASSET, Role::Issuer);

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), ASSET, terms_in(settlement));

		assert!(ProposedTerms::<T>::contains_key(ASSET));
		Ok(())
	}

	#[benchmark]
	fn approve_bond_terms() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let settlement = T::BenchmarkHelper::prepare_bond(ASSET, UNITS);
		AssetBondTerms::<T>::insert(ASSET, terms_in(ASSET));
		let issuer = T::BenchmarkHelper::actor(ASSET, Role::Issuer);
		let terms = terms_in(settlement);
		Pallet::<T>::propose_bond_terms(RawOrigin::Signed(issuer).into(), ASSET, terms)?;
		let approver = T::BenchmarkHelper::approver();

		#[extrinsic_call]
		_(RawOrigin::Signed(approver), ASSET, terms);

		assert_eq!(AssetBondTerms::<T>::get(ASSET), Some(terms));
		Ok(())
	}

	#[benchmark]
	fn breach_redemption() -> Result<(), BenchmarkError> {
		prepare_bonded::<T>();
		let (_, id) = requested::<T>(UNITS)?;
		wait_for_breach::<T>();
		let anyone: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), id);

		assert_eq!(state_of::<T>(id), Some(RedemptionState::Breached));
		Ok(())
	}

	#[benchmark]
	fn report_blocked() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let (holder, id) = requested::<T>(UNITS)?;
		T::BenchmarkHelper::block(ASSET, &holder);
		let anyone: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), id);

		assert!(Redemptions::<T>::get(id)
			.is_some_and(|redemption| matches!(redemption.payee, Payee::Blocked { .. })));
		Ok(())
	}

	#[benchmark]
	fn divert_to_escrow() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let (holder, id) = requested::<T>(UNITS)?;
		T::BenchmarkHelper::block(ASSET, &holder);
		T::BenchmarkHelper::set_escrow(ASSET);
		let anyone: T::AccountId = whitelisted_caller();
		let origin = RawOrigin::Signed(anyone);
		let (mut now, end) = (START, START + T::BlockedPeriod::get());
		Pallet::<T>::report_blocked(origin.clone().into(), id)?;
		while now < end {
			now = end.min(now + T::BlockedRecheck::get());
			T::BenchmarkHelper::set_time(now);
			Pallet::<T>::report_blocked(origin.clone().into(), id)?;
		}

		#[extrinsic_call]
		_(origin, id);

		assert!(Redemptions::<T>::get(id)
			.is_some_and(|redemption| matches!(redemption.payee, Payee::Escrow { .. })));
		Ok(())
	}

	#[benchmark]
	fn offer_cash() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let id = accepted::<T>(UNITS)?;
		let issuer = T::BenchmarkHelper::actor(ASSET, Role::Issuer);

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), id, PAYMENT);

		assert!(Redemptions::<T>::get(id).is_some_and(|redemption| redemption.cash.is_some()));
		Ok(())
	}

	#[benchmark]
	fn confirm_cash() -> Result<(), BenchmarkError> {
		prepare_bonded::<T>();
		let id = in_breach::<T>(UNITS)?;
		let issuer = T::BenchmarkHelper::actor(ASSET, Role::Issuer);
		Pallet::<T>::offer_cash(RawOrigin::Signed(issuer).into(), id, PAYMENT)?;
		let holder = T::BenchmarkHelper::holder(ASSET, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(holder), id, PAYMENT);

		assert_eq!(state_of::<T>(id), Some(RedemptionState::Released));
		Ok(())
	}

	#[benchmark]
	fn note_block() {
		T::BenchmarkHelper::set_time(START);
		Outages::<T>::put(OutageClock {
			last_block_at: 1,
			total_ms: 0,
		});

		#[block]
		{
			Pallet::<T>::on_finalize(1u32.into());
		}

		assert_eq!(Outages::<T>::get().total_ms, START - 1);
	}

	#[benchmark]
	fn chart_next() -> Result<(), BenchmarkError> {
		prepare::<T>();
		Totals::<T>::insert(ASSET, MintTotals::default());

		#[block]
		{
			Pallet::<T>::chart_next(T::Time::now());
		}

		assert_eq!(History::<T>::iter_prefix(ASSET).count(), 1);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, mock::new_test_ext(), mock::Test);
}
