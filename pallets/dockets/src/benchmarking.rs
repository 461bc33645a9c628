//! Benchmarks: each call at its worst.

use super::*;
use assay_primitives::{AssetId, Balance, DocketId, Hash};
use frame_support::traits::{EnsureOrigin, Get, Time};
use polkadot_sdk::{frame_benchmarking::v2::*, frame_system::RawOrigin};

/// The world that the benchmarks need.
pub trait BenchmarkHelper<AccountId> {
	/// An active asset.
	fn asset() -> AssetId;

	/// An account, with enough free ASY for a deposit, of a person who is transfer agent of the asset
	/// and acts for the `seed`th organisation.
	fn agent(asset: AssetId, seed: u32) -> AccountId;

	/// An account that holds units of the asset, all of them in as many open redemptions as there may
	/// be, and how many units.
	fn holder(asset: AssetId) -> (AccountId, Balance);

	/// An account of another identity that holds nothing.
	fn receiver() -> AccountId;

	/// Sets the clock, in ms.
	fn set_time(now: assay_primitives::Moment);
}

struct World<T: Config> {
	asset: AssetId,
	proposer: T::AccountId,
	approver: T::AccountId,
	holder: T::AccountId,
	kind: DocketKind<T::AccountId>,
}

fn case() -> Hash {
	Hash::repeat_byte(7)
}

/// Everything that the holder has is to go to somebody who holds nothing yet.
fn world<T: Config>() -> World<T> {
	let asset = T::BenchmarkHelper::asset();
	let (holder, amount) = T::BenchmarkHelper::holder(asset);
	World {
		asset,
		proposer: T::BenchmarkHelper::agent(asset, 1),
		approver: T::BenchmarkHelper::agent(asset, 2),
		kind: DocketKind::ForcedTransfer {
			from: holder.clone(),
			to: T::BenchmarkHelper::receiver(),
			amount,
		},
		holder,
	}
}

/// The same, proposed.
fn proposed<T: Config>() -> Result<(World<T>, DocketId), BenchmarkError> {
	let world = world::<T>();
	let id = NextDocketId::<T>::get();
	let origin = RawOrigin::Signed(world.proposer.clone());
	Pallet::<T>::propose(origin.into(), world.asset, world.kind.clone(), case())?;
	Ok((world, id))
}

fn wait<T: Config>(time: assay_primitives::Moment) {
	T::BenchmarkHelper::set_time(T::Time::now().saturating_add(time));
}

fn state<T: Config>(id: DocketId) -> Option<DocketState> {
	Pallet::<T>::docket(id).map(|view| view.state)
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn propose() -> Result<(), BenchmarkError> {
		// An earlier docket of the same organisation counts no more.
		let (world, earlier) = proposed::<T>()?;
		let origin = RawOrigin::Signed(world.proposer.clone());
		Pallet::<T>::withdraw(origin.into(), earlier)?;
		wait::<T>(T::RefreezePeriodMs::get());
		let id = NextDocketId::<T>::get();

		#[extrinsic_call]
		_(
			RawOrigin::Signed(world.proposer),
			world.asset,
			world.kind,
			Hash::repeat_byte(8),
		);

		assert_eq!(state::<T>(id), Some(DocketState::Proposed));
		Ok(())
	}

	#[benchmark]
	fn approve() -> Result<(), BenchmarkError> {
		let (world, id) = proposed::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(world.approver), id);

		assert_eq!(state::<T>(id), Some(DocketState::Executed));
		Ok(())
	}

	#[benchmark]
	fn reject() -> Result<(), BenchmarkError> {
		let (world, id) = proposed::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(world.approver), id, case());

		assert_eq!(state::<T>(id), Some(DocketState::Rejected));
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let (world, id) = proposed::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(world.proposer), id);

		assert_eq!(state::<T>(id), Some(DocketState::Withdrawn));
		Ok(())
	}

	#[benchmark]
	fn renew() -> Result<(), BenchmarkError> {
		let (world, id) = proposed::<T>()?;
		wait::<T>(T::OpenPeriodMs::get());

		#[extrinsic_call]
		_(RawOrigin::Signed(world.approver), id);

		assert_eq!(state::<T>(id), Some(DocketState::Proposed));
		Ok(())
	}

	#[benchmark]
	fn answer() -> Result<(), BenchmarkError> {
		let (world, id) = proposed::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(world.holder), id, case());

		assert!(Pallet::<T>::docket(id).is_some_and(|view| view.docket.answer.is_some()));
		Ok(())
	}

	#[benchmark]
	fn remove() -> Result<(), BenchmarkError> {
		let (world, id) = proposed::<T>()?;
		wait::<T>(T::OpenPeriodMs::get());
		wait::<T>(T::RetentionMs::get());

		#[extrinsic_call]
		_(RawOrigin::Signed(world.approver), id);

		assert_eq!(state::<T>(id), None);
		Ok(())
	}

	#[benchmark]
	fn set_escrow() -> Result<(), BenchmarkError> {
		let asset = T::BenchmarkHelper::asset();
		let account = T::BenchmarkHelper::receiver();
		let origin =
			T::CouncilOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, asset, Some(account.clone()));

		assert_eq!(Pallet::<T>::escrow(asset), Some(account));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, mock::new_test_ext(), mock::Test);
}
