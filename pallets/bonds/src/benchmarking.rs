//! Benchmarks of every call at its bounds.

use crate::{types::*, *};
use assay_primitives::{AssetId, Balance, BondPurpose, Moment, DAY};
use assay_traits::GuardedHolds;
use frame_support::{traits::Get, BoundedVec};
use frame_system::RawOrigin;
use polkadot_sdk::{frame_benchmarking::v2::*, frame_support, frame_system};

/// The world that the benchmarks need, over the real pallets or over test doubles.
pub trait BenchmarkHelper<AccountId> {
	/// Sets the clock.
	fn set_time(now: Moment);

	/// A settlement asset with a policy at its worst case, a purpose other than its own, and an
	/// account that may post for that purpose and has at least `units` of the asset free.
	fn poster(units: Balance) -> (AssetId, BondPurpose, AccountId);

	/// An account that may receive the asset.
	fn beneficiary(asset: AssetId) -> AccountId;
}

const START: Moment = 1_000 * DAY;
const UNITS: Balance = 1_000_000;

/// A poster whose list of bonds has room for one more.
fn prepare<T: Config>() -> (AssetId, BondPurpose, T::AccountId) {
	T::BenchmarkHelper::set_time(START);
	let (asset, purpose, poster) = T::BenchmarkHelper::poster(UNITS * 10);
	let others = (1..MAX_BONDS).map(|number| BondPurpose::Custodian(u32::MAX - number));
	PosterBonds::<T>::insert(asset, &poster, BoundedVec::truncate_from(others.collect()));
	(asset, purpose, poster)
}

fn posted<T: Config>() -> Result<(AssetId, BondPurpose, T::AccountId), BenchmarkError> {
	let (asset, purpose, poster) = prepare::<T>();
	let origin = RawOrigin::Signed(poster.clone());
	Pallet::<T>::post(origin.into(), purpose, asset, UNITS)?;
	Ok((asset, purpose, poster))
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn post() {
		let (asset, purpose, poster) = prepare::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(poster), purpose, asset, UNITS);

		assert!(Bonds::<T>::contains_key(purpose));
	}

	#[benchmark]
	fn top_up() -> Result<(), BenchmarkError> {
		let (_, purpose, poster) = posted::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(poster), purpose, UNITS);

		assert!(Bonds::<T>::get(purpose).is_some_and(|bond| bond.amount == 2 * UNITS));
		Ok(())
	}

	#[benchmark]
	fn request_withdrawal() -> Result<(), BenchmarkError> {
		let (_, purpose, poster) = posted::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(poster), purpose, UNITS);

		assert!(Bonds::<T>::get(purpose).is_some_and(|bond| bond.withdrawal.is_some()));
		Ok(())
	}

	#[benchmark]
	fn cancel_withdrawal() -> Result<(), BenchmarkError> {
		let (_, purpose, poster) = posted::<T>()?;
		let origin = RawOrigin::Signed(poster);
		Pallet::<T>::request_withdrawal(origin.clone().into(), purpose, UNITS)?;

		#[extrinsic_call]
		_(origin, purpose);

		assert!(Bonds::<T>::get(purpose).is_some_and(|bond| bond.withdrawal.is_none()));
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let (_, purpose, poster) = posted::<T>()?;
		let origin = RawOrigin::Signed(poster);
		Pallet::<T>::request_withdrawal(origin.clone().into(), purpose, UNITS)?;
		T::BenchmarkHelper::set_time(START + T::WithdrawalNotice::get());

		#[extrinsic_call]
		_(origin, purpose);

		assert!(!Bonds::<T>::contains_key(purpose));
		Ok(())
	}

	#[benchmark]
	fn collect() -> Result<(), BenchmarkError> {
		let (asset, _, poster) = prepare::<T>();
		let beneficiary = T::BenchmarkHelper::beneficiary(asset);
		T::Holds::hold(asset, Pallet::<T>::hold_reason(), &poster, UNITS, false)?;
		Claims::<T>::insert((asset, &poster, &beneficiary), UNITS);
		let anyone: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(
			RawOrigin::Signed(anyone),
			asset,
			poster.clone(),
			beneficiary.clone(),
		);

		assert_eq!(Claims::<T>::get((asset, poster, beneficiary)), 0);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, mock::new_test_ext(), mock::Test);
}
