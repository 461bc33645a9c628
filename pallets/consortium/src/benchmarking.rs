//! Benchmarks.

use super::*;
use frame_support::traits::{fungible::Inspect, EnsureOrigin, Get, Time};
use frame_system::RawOrigin;
use polkadot_sdk::{frame_benchmarking::v2::*, sp_runtime::traits::Hash};

/// What the benchmarks need of the world around the pallet.
pub trait BenchmarkHelper<AccountId> {
	/// An account that is linked to an identity.
	fn linked_account() -> AccountId;
}

/// A pending upgrade whose delay has passed.
fn due<T: Config>() -> T::Hash {
	let code_hash = T::Hashing::hash(b"code");
	let authorized_in = frame_system::Pallet::<T>::block_number();
	frame_system::Pallet::<T>::set_block_number(authorized_in + MIN_UPGRADE_BLOCKS.into());
	Pending::<T>::put(PendingUpgrade {
		code_hash,
		authorized_at: 0,
		authorized_in,
		enact_at: T::Time::now(),
	});
	code_hash
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn authorize_upgrade() -> Result<(), BenchmarkError> {
		let council =
			T::UpgradeOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(council as T::RuntimeOrigin, T::Hash::default());

		assert!(Pending::<T>::exists());
		Ok(())
	}

	#[benchmark]
	fn enact_upgrade() {
		due::<T>();
		let who = T::BenchmarkHelper::linked_account();

		#[extrinsic_call]
		_(RawOrigin::Signed(who));

		assert!(!Pending::<T>::exists());
	}

	#[benchmark]
	fn cancel_upgrade() -> Result<(), BenchmarkError> {
		// An enacted upgrade costs more to cancel than a pending one.
		frame_system::Pallet::<T>::do_authorize_upgrade(due::<T>(), true);
		Pending::<T>::kill();
		let council =
			T::UpgradeOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(council as T::RuntimeOrigin);

		assert!(!Pending::<T>::exists());
		Ok(())
	}

	#[benchmark]
	fn grant_fees() -> Result<(), BenchmarkError> {
		let account = T::BenchmarkHelper::linked_account();
		let before = T::Currency::total_balance(&account);
		let amount = T::GrantCap::get();
		let council =
			T::GrantOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(council as T::RuntimeOrigin, account.clone(), amount);

		assert_eq!(T::Currency::total_balance(&account), before + amount);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, mock::ExtBuilder::build(), mock::Test);
}
