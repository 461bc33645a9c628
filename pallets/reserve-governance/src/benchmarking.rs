//! Benchmarks: each call at its worst.

use super::*;
use assay_primitives::{AssetId, ParameterKey, ReserveParameterValues};
use frame_support::{
	traits::{EnsureOrigin, Time},
	BoundedVec,
};
use polkadot_sdk::frame_benchmarking::v2::*;

/// The world that the benchmarks need.
pub trait BenchmarkHelper {
	/// An asset that exists.
	fn asset() -> AssetId;
}

const KEY: ParameterKey = ParameterKey::ConfirmationQuorum;

fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::CouncilOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// An asset for which a change of every key but one has come due, all to be folded.
fn asset_with_due_changes<T: Config>() -> AssetId {
	let asset = T::BenchmarkHelper::asset();
	let values = ReserveParameterValues::default();
	let now = T::Time::now();
	let mut parameters = AssetParameters::new(values);
	let due = ParameterKey::ALL
		.into_iter()
		.filter(|key| *key != KEY)
		.map(|key| PendingChange {
			key,
			value: values.get(key),
			decided_at: now,
			effective_at: now,
		});
	parameters.pending = BoundedVec::truncate_from(due.collect());
	Parameters::<T>::insert(asset, parameters);
	asset
}

/// A value of the key that one step away from the one in force is inside the corridor.
fn next_value<T: Config>(asset: AssetId) -> u64 {
	let corridor = Pallet::<T>::corridor_of(KEY);
	let old = Parameters::<T>::get(asset).map_or(0, |parameters| parameters.values.get(KEY));
	if old < corridor.max {
		old + 1
	} else {
		old - 1
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_parameter() -> Result<(), BenchmarkError> {
		let asset = asset_with_due_changes::<T>();
		let value = next_value::<T>(asset);
		let origin = council::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, asset, KEY, value);

		assert_eq!(
			Parameters::<T>::get(asset).map(|entry| entry.pending.len()),
			Some(1)
		);
		Ok(())
	}

	#[benchmark]
	fn cancel_change() -> Result<(), BenchmarkError> {
		let asset = asset_with_due_changes::<T>();
		let value = next_value::<T>(asset);
		Parameters::<T>::mutate_extant(asset, |entry| {
			let now = T::Time::now();
			let change = PendingChange {
				key: KEY,
				value,
				decided_at: now,
				effective_at: now + 1,
			};
			entry.pending.force_push(change);
		});
		let origin = council::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, asset, KEY);

		assert_eq!(
			Parameters::<T>::get(asset).map(|entry| entry.pending.len()),
			Some(0)
		);
		Ok(())
	}

	#[benchmark]
	fn set_corridor() -> Result<(), BenchmarkError> {
		let old = Pallet::<T>::corridor_of(KEY);
		let new = Corridor {
			max_step: old.max_step + 1,
			..old
		};
		let origin =
			T::CorridorOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, KEY, new);

		assert_eq!(Corridors::<T>::get(KEY), Some(new));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, mock::new_test_ext(), mock::Test);
}
